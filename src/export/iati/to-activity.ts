import type { GrantStatus } from '../../../entities/funding/grant.entity.js';
import type { ParticipationRole } from '../../../entities/network/initiative.entity.js';
import { firstDay, lastDay } from '../../domain/days-of-a-date.js';
import { activityId } from '../../domain/coined-identifiers.js';
import { partyReference } from '../../domain/party-reference.js';
import type { GrantRecord } from '../records/grant.record.js';
import type { InitiativeRecord } from '../records/initiative.record.js';
import type { PartyRecord, SourcedRecord } from '../records/parts.js';
import type { ExportReport } from '../report.js';
import type {
  ActivityParts,
  IatiActivity,
  IatiParent,
  IatiSector,
  IatiTransaction,
  OwnFacts,
} from './activity.js';
import { iatiParty, iatiSector } from './codes.js';
import { budgetsOf, totalBudgets } from './budgets.js';
import { dayOf } from './dates.js';
import { distinct } from './distinct.js';
import { reportLeftOutOfActivity } from './left-out.js';
import { ownGrant } from './own-grant.js';
import { countriesOf, placesOf } from './places.js';
import { transactionsOf } from './transactions.js';

/** The activity; reports it as left out and returns null if a required fact is unknown. */
export function toActivity(
  parts: ActivityParts,
  today: string,
  report: ExportReport,
): IatiActivity | null {
  const { kind } = parts;
  const facts = factsOf(parts);
  const { initiative, grants } = facts;
  const [grant] = grants;
  const main = initiative ?? grant;
  if (main === undefined) return null;
  const reporter = grant?.reporter ?? grant?.funder ?? reporterOf(initiative);
  if (reporter === null) {
    // A grant has a funder, so it is an initiative.
    const name = 'slug' in main ? main.slug : main.identifier;
    report.leaveOut(name, 'no participating organization is known');
    return null;
  }
  const identifier = identifierOf(grant ?? main, kind, partyReference(reporter));
  const { length: shares } = grants.filter(
    ({ numberedBy }) => kind === 'PUBLISHED' && numberedBy !== null,
  );
  if (shares > 1) report.change('shares of countries in an activity written as one activity');
  const transactions = grants.flatMap((each) => transactionsOf(each, reporter, report));
  const dates = [facts, elsewhere(parts)]
    .map((each) => datesOf(each, transactions, today))
    .find(({ length }) => length > 0);
  if (dates === undefined) {
    report.leaveOut(identifier, 'no date is known');
    return null;
  }
  const description = initiative?.description ?? grant?.description ?? null;
  reportLeftOutOfActivity(facts, dates, report);
  return {
    identifier,
    currency: kind === 'GRANT' ? (grant?.currency ?? null) : null,
    hierarchy:
      kind === 'INITIATIVE' ? '1' : parts.initiative !== null && kind === 'GRANT' ? '2' : null,
    reporter: iatiParty(reporter),
    isReporterKnown: grants.some((each) => each.reporter !== null),
    isSecondaryReport: grants.some(({ isSecondaryReport }) => isSecondaryReport),
    title: main.title,
    description: description ?? main.title,
    isDescriptionKnown: description !== null,
    participants: participantsOf(facts).map(({ role, record, tie = {} }) => ({
      role,
      party: iatiParty(record),
      tie,
    })),
    status: statusOf(grants, dates, today),
    dates,
    countries: countriesOf(facts),
    places: placesOf(facts),
    sectors: sectorsOf(facts),
    budgets: [...budgetsOf(grants, report), ...totalBudgets(facts, dates)],
    transactions,
    parents: parentsOf(parts, identifier),
    grants: grants.map(ownGrant),
    sources: sourcesOf(facts),
  };
}

/** An initiative with its grants, or without. */
type Facts = Pick<ActivityParts, 'initiative' | 'grants'>;

/** The facts of an activity: of an initiative without those of its grants, and vice versa. */
function factsOf({ kind, initiative, grants }: ActivityParts): Facts {
  switch (kind) {
    case 'PUBLISHED':
      return { initiative, grants };
    case 'INITIATIVE':
      return { initiative, grants: [] };
    case 'GRANT':
      return { initiative: null, grants };
  }
}

/** Where to find a required date otherwise: for an initiative its first grant, for a grant its initiative. */
function elsewhere({ kind, initiative, grants }: ActivityParts): Facts {
  if (kind !== 'INITIATIVE' || initiative === null) return { initiative, grants: [] };
  const [first = null] = grants
    .flatMap(({ startedOn, plannedStartOn, awardedOn, transactions }) => [
      startedOn ?? plannedStartOn ?? awardedOn ?? transactions[0]?.valueDate ?? [],
    ])
    .flat()
    .toSorted();
  return { initiative: { ...initiative, startedOn: first }, grants: [] };
}

function identifierOf(
  record: InitiativeRecord | GrantRecord,
  kind: ActivityParts['kind'],
  reporter: string,
): string {
  if (kind === 'PUBLISHED' && 'identifier' in record) return record.identifier;
  return activityId(reporter, record);
}

/** Beneficiaries and associates have no role in IATI. */
const ROLES: Readonly<Record<ParticipationRole, string | null>> = {
  FUNDING: '1',
  ACCOUNTABLE: '2',
  LEAD: '2',
  EXTENDING: '3',
  IMPLEMENTER: '4',
  PARTNER: '4',
  BENEFICIARY: null,
  ASSOCIATED: null,
};

interface Participant {
  readonly role: string;
  readonly record: PartyRecord;
  readonly tie?: OwnFacts;
}

/** Each organization once in each role, in an order that depends only on them. */
function participantsOf({ initiative, grants }: Facts): readonly Participant[] {
  const all: Participant[] = [
    ...(initiative?.participants ?? []).flatMap(({ role, party, status, since, until }) => {
      const code = ROLES[role];
      const tie = { 'scan:status': status, 'scan:since': since, 'scan:until': until };
      return code === null ? [] : [{ role: code, record: party, tie }];
    }),
    ...[
      ...(initiative?.funders ?? []).map((record) => ({ role: '1', record })),
      ...grants.flatMap(({ funder, intermediaries, recipients }) => [
        { role: '1', record: funder },
        ...intermediaries.map((record) => ({ role: '3', record })),
        ...recipients.map(({ party }) => ({ role: '4', record: party })),
      ]),
    ].map((each) => ({ ...each, tie: initiative === null ? {} : { 'scan:by': 'grant' } })),
  ];
  return distinct(all, ({ role, record }) => `${role} ${partyReference(record)}`);
}

/** The accountable organization of an initiative, or else the first participant. */
function reporterOf(initiative: InitiativeRecord | null): PartyRecord | null {
  const participants = participantsOf({ initiative, grants: [] });
  const accountable = participants.find(({ role }) => role === '2') ?? participants[0];
  return accountable?.record ?? null;
}

/** Dates by ActivityDateType code. If no start or end is known, the award date is the start. */
function datesOf(
  { initiative, grants }: Facts,
  transactions: readonly IatiTransaction[],
  today: string,
): IatiActivity['dates'] {
  const earliest = (dates: readonly (string | null)[]) =>
    dates.filter((date) => date !== null).toSorted()[0] ?? null;
  const latest = (dates: readonly (string | null)[]) =>
    dates
      .filter((date) => date !== null)
      .toSorted()
      .at(-1) ?? null;
  const planned = {
    start: earliest(grants.map(({ plannedStartOn }) => plannedStartOn)),
    end: latest(grants.map(({ plannedEndOn }) => plannedEndOn)),
  };
  const actual = {
    start: earliest(grants.map(({ startedOn }) => startedOn)),
    end: latest(grants.map(({ endedOn }) => endedOn)),
  };
  // An initiative does not state whether a date was planned, so future dates are written as planned.
  const { startedOn = null, endedOn = null } = initiative ?? {};
  if (actual.start === null && planned.start === null && startedOn !== null) {
    (firstDay(startedOn) > today ? planned : actual).start = startedOn;
  }
  if (actual.end === null && planned.end === null && endedOn !== null) {
    (lastDay(endedOn) > today ? planned : actual).end = endedOn;
  }
  const known = [planned.start, actual.start, planned.end, actual.end];
  const fallback = earliest([
    ...grants.map(({ awardedOn }) => awardedOn),
    ...transactions.map(({ date }) => date.day),
  ]);
  const dates = known.every((date) => date === null) ? [null, fallback, null, null] : known;
  return dates.flatMap((date, index) =>
    date === null
      ? []
      : [
          {
            type: String(index + 1),
            date: {
              day: index < 2 ? firstDay(date) : lastDay(date),
              known: date.length === 10 ? null : date,
            },
          },
        ],
  );
}

const STATUSES: Readonly<Record<GrantStatus, string>> = {
  PIPELINE: '1',
  IMPLEMENTATION: '2',
  FINALISATION: '3',
  CLOSED: '4',
  CANCELLED: '5',
  SUSPENDED: '6',
};

/** The status of a grant, or else a status from the dates, because every activity must have one. */
function statusOf(
  grants: readonly GrantRecord[],
  dates: IatiActivity['dates'],
  today: string,
): IatiActivity['status'] {
  const stated = grants.find(({ status }) => status !== null)?.status;
  return stated == null
    ? { code: STATUSES[statusByDates(dates, today)], isKnown: false }
    : { code: STATUSES[stated], isKnown: true };
}

function statusByDates(dates: IatiActivity['dates'], today: string): GrantStatus {
  const [start, end] = [dayOf(dates, '2', '1'), dayOf(dates, '4', '3')];
  if (end !== undefined && end < today) return 'CLOSED';
  return start !== undefined && start > today ? 'PIPELINE' : 'IMPLEMENTATION';
}

function sectorsOf({ initiative, grants }: Facts): IatiActivity['sectors'] {
  const keyOf = ({ code }: IatiSector) => `${code.vocabulary} ${code.code}`;
  const ofTransactions = new Set(
    grants.flatMap(({ transactions }) =>
      transactions.flatMap(({ sector }) => (sector === null ? [] : [keyOf(iatiSector(sector))])),
    ),
  );
  const all = [
    ...grants.flatMap(({ sectors }) => sectors),
    ...(initiative?.sectors ?? []).map((sector) => ({ ...sector, percentage: null })),
  ].map((sector) => ({ ...iatiSector(sector), percentage: sector.percentage }));
  // The standard allows sectors either on the activity or on its transactions.
  return distinct(all, keyOf).filter(
    (sector) => sector.percentage !== null || !ofTransactions.has(keyOf(sector)),
  );
}

function parentsOf(
  { kind, initiative, grants }: ActivityParts,
  own: string,
): readonly IatiParent[] {
  const paying =
    kind === 'INITIATIVE'
      ? []
      : grants.flatMap(({ parent }) => (parent?.scheme === 'IATI' ? [parent.identifier] : []));
  const parents = [...new Set(paying)].map((ref) => ({ ref, initiative: null }));
  const reporter = reporterOf(initiative);
  if (kind !== 'GRANT' || initiative === null || reporter === null) {
    return parents.filter(({ ref }) => ref !== own);
  }
  const published = initiative.grants.find(({ scheme }) => scheme === 'IATI')?.identifier;
  const ref = published ?? activityId(partyReference(reporter), { slug: initiative.slug });
  return [{ ref, initiative: initiative.slug }, ...parents];
}

function sourcesOf({ initiative, grants }: Facts): IatiActivity['sources'] {
  const all: readonly SourcedRecord[] = [...(initiative === null ? [] : [initiative]), ...grants];
  const sources = all.map(({ source, sourcePointer }) => ({
    slug: source.slug,
    title: source.title,
    url: source.url,
    licence: source.licence,
    retrievedOn: source.retrievedOn,
    pointer: sourcePointer,
  }));
  return distinct(sources, (source) => JSON.stringify(source));
}
