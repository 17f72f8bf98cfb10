import type { GrantStatus } from '../../../entities/funding/grant.entity.js';
import { unpublishedOf, type Unpublished } from '../../domain/coined-identifiers.js';
import { xsdDecimalOf } from '../../domain/decimal.js';
import { datedBy, NOTHING_KNOWN } from '../../domain/known-date.js';
import { isDay, isPartialDate } from '../../domain/partial-date.js';
import type { Activity, ActivityBudget, ActivityTransaction, Participant } from './activity.js';
import type { ActivityElement, Findings } from './activity-element.js';
import { initiativeSlug } from './activity-rows.js';
import { ROLES, STATUSES, TRANSACTION_KINDS } from './codelists.js';
import { tooLongText } from './lengths.js';
import { readOwnGrants, readTie } from './read-own-grants.js';
import { readParty } from './read-party.js';
import { readPlaces, transactionPlace } from './read-places.js';
import { VERSIONS } from './record-files.js';
import { finest, readSectors, transactionSector } from './read-sectors.js';
import { isCurrencyCode } from '../../../entities/shared/standards.scalar.js';

/** The elements of an activity that are imported; the others are counted as not imported. */
const TAKEN: ReadonlySet<string> = new Set([
  'iati-identifier',
  'reporting-org',
  'title',
  'description',
  'participating-org',
  'activity-status',
  'activity-date',
  'recipient-country',
  'recipient-region',
  'location',
  'sector',
  'budget',
  'transaction',
  'related-activity',
  'scan:grant',
  'scan:source',
]);

/**
 * Reads an activity of IATI 2.0x. A fault in a transaction or budget leaves out only that element; a
 * fault in the activity itself returns null.
 *
 * @see activity-rules.ts for the rules of the standard that only give warnings
 */
export function readActivity(
  element: ActivityElement,
  fileVersion: string | null,
  findings: Findings,
): Activity | null {
  if (!hasVersion(element, fileVersion, findings)) return null;
  const identifier = element.textIn('iati-identifier');
  if (identifier === '') {
    findings.fault(element.place, 'iati-identifier', null, 'is missing');
    return null;
  }
  const tooLong = tooLongText(element, (name) => TAKEN.has(name));
  if (tooLong !== null) {
    findings.fault(tooLong.place, tooLong.field, tooLong.value, tooLong.reason);
    return null;
  }
  const reporting = element.first('reporting-org');
  const reporter = readParty(reporting);
  if (reporting === null || reporter === null) {
    findings.fault(element.place, 'reporting-org', null, 'must have a @ref or a name');
    return null;
  }
  const transactions = readTransactions(element, findings);
  for (const name of new Set(element.childNames)) if (!TAKEN.has(name)) findings.notTaken(name);
  return {
    identifier,
    unpublished: readUnpublished(identifier, reporting.attribute('ref'), transactions),
    place: element.place,
    part: null,
    title: element.first('title')?.narrative || identifier,
    reporter,
    sectors: finest(readSectors(element, findings)).map(({ sector, percentage }) => ({
      ...sector,
      percentage,
    })),
    places: readPlaces(element, findings),
    transactions,
    details: {
      description: descriptionOf(element),
      isSecondaryReport: ['1', 'true'].includes(reporting.attribute('secondary-reporter')),
      isReporterKnown: reporting.attribute('scan:known') !== NOTHING_KNOWN,
      participants: readParticipants(element, findings),
      status: statusOf(element),
      plannedStartOn: activityDate(element, '1', findings),
      startedOn: activityDate(element, '2', findings),
      plannedEndOn: activityDate(element, '3', findings),
      endedOn: activityDate(element, '4', findings),
      budgets: readBudgets(element, findings),
      parents: readParents(element, identifier),
      initiative: readInitiative(element),
      grants: readOwnGrants(element, findings),
      sources: element.all('scan:source').map((each) => each.attribute('slug')),
    },
  };
}

/** A grant whose transactions have another currency was not exported by a graph. */
function readUnpublished(
  identifier: string,
  reporter: string,
  transactions: readonly ActivityTransaction[],
): Unpublished | null {
  const of = unpublishedOf(identifier, reporter);
  if (of === null || 'slug' in of) return of;
  return transactions.every(({ currency }) => currency === of.currency) ? of : null;
}

function hasVersion(
  element: ActivityElement,
  fileVersion: string | null,
  findings: Findings,
): boolean {
  const version = element.attribute('version') || fileVersion?.trim() || null;
  if (version !== null && VERSIONS.has(version)) return true;
  findings.fault(
    element.place,
    'version',
    version,
    version?.startsWith('1') === true
      ? `is IATI ${version}; only 2.01, 2.02 and 2.03 are supported. Codes have other meanings in version 1: convert the file to 2.03 first`
      : `is ${version === null ? 'missing' : 'not a version of IATI'}; the file or the activity must state 2.01, 2.02 or 2.03 (9.1.1)`,
  );
  return false;
}

/** Also null for a status that an export added only because the standard requires one. */
function statusOf(element: ActivityElement): GrantStatus | null {
  const status = element.first('activity-status');
  if (status?.attribute('scan:known') === NOTHING_KNOWN) return null;
  return (status && STATUSES.get(status.attribute('code'))) ?? null;
}

function descriptionOf(element: ActivityElement): string | null {
  const all = element
    .all('description')
    .filter((each) => each.narrative !== '' && each.attribute('scan:known') !== NOTHING_KNOWN);
  const general = all.find((each) => ['', '1'].includes(each.attribute('type')));
  return (general ?? all[0])?.narrativeLines ?? null;
}

function readParticipants(element: ActivityElement, findings: Findings): readonly Participant[] {
  return element.all('participating-org').flatMap((each) => {
    const code = each.attribute('role');
    const role = ROLES.get(code);
    const party = readParty(each);
    if (role === undefined) {
      findings.warn(
        each.place,
        '@role',
        code,
        'is not an OrganisationRole, 1 to 4 (9.41.1); left out',
      );
    }
    if (party === null) {
      findings.warn(each.place, '', null, 'has neither a @ref nor a name (6.10.1); left out');
    }
    const tie = readTie(each, findings);
    return role === undefined || party === null ? [] : [{ role, party, tie }];
  });
}

function activityDate(element: ActivityElement, type: string, findings: Findings): string | null {
  const date = element.all('activity-date').find((each) => each.attribute('type') === type);
  return (date && readDate(date, 'iso-date', findings)?.date) ?? null;
}

/** A day, or the partial date that an export states; null if the export states that it is unknown. */
function readDate(
  element: ActivityElement,
  name: string,
  findings: Findings,
): ReturnType<typeof datedBy> | null {
  const day = readDay(element, name, findings);
  const written = element.attribute('scan:known');
  if (day === null || written === NOTHING_KNOWN) return null;
  const known = datedBy(written);
  return isPartialDate(known.date) && day.startsWith(known.date)
    ? known
    : { date: day, quarter: null };
}

/** A day; null, with a warning, if the text is not a day. The time and zone are dropped. */
function readDay(element: ActivityElement, name: string, findings: Findings): string | null {
  const text = element.attribute(name);
  const day = /^\d{4}-\d{2}-\d{2}(?=$|[TZ+-])/.exec(text)?.[0];
  if (day !== undefined && isDay(day)) return day;
  if (text !== '') {
    findings.warn(
      element.place,
      `@${name}`,
      text,
      'is not a day; expected a date such as 2021-03-31; left out',
    );
  }
  return null;
}

function readBudgets(element: ActivityElement, findings: Findings): readonly ActivityBudget[] {
  return element.all('budget').flatMap((each) => {
    const money = readMoney(element, each, findings);
    if (money === null) return [];
    const dateIn = (child: string, name: string) => {
      const dated = each.first(child);
      return (dated && readDate(dated, name, findings)?.date) ?? null;
    };
    return [
      {
        ...money,
        place: each.place,
        kind: each.attribute('type') === '2' ? ('REVISED' as const) : ('ORIGINAL' as const),
        status: each.attribute('status') === '2' ? ('COMMITTED' as const) : ('INDICATIVE' as const),
        startsOn: dateIn('period-start', 'iso-date'),
        endsOn: dateIn('period-end', 'iso-date'),
        valueDate: dateIn('value', 'value-date'),
        isTotal: each.attribute('scan:total') === 'true',
      },
    ];
  });
}

function readTransactions(
  element: ActivityElement,
  findings: Findings,
): readonly ActivityTransaction[] {
  return element.all('transaction').flatMap((each) => {
    const code = each.attributeIn('transaction-type', 'code');
    const kind = TRANSACTION_KINDS.get(code);
    if (kind === undefined) {
      findings.fault(
        each.place,
        'transaction-type/@code',
        code || null,
        'is not a TransactionType, 1 to 13 (9.93.1)',
      );
      return [];
    }
    const money = readMoney(element, each, findings);
    if (money === null) return [];
    const date = each.first('transaction-date');
    const made = date && readDate(date, 'iso-date', findings);
    const value = each.first('value');
    const valued = (value && readDate(value, 'value-date', findings)) ?? made;
    if (valued === null) {
      findings.fault(each.place, 'value/@value-date', null, 'is missing');
      return [];
    }
    const receiver = readParty(each.first('receiver-org'));
    return [
      {
        ...money,
        place: each.place,
        kind,
        isSum: each.first('transaction-type')?.attribute('scan:sum') === 'true',
        valueDate: valued.date,
        quarter: valued.quarter,
        // A quarter is not the day of the transaction.
        madeOn: made?.quarter === null ? made.date : null,
        provider: readParty(each.first('provider-org')),
        receivers: receiver === null ? [] : [receiver],
        sector: transactionSector(each, findings),
        at: transactionPlace(each, findings),
        description: each.first('description')?.narrativeLines || null,
        reference: each.attribute('ref') || null,
      },
    ];
  });
}

/** The value and currency of a transaction or budget; null, with a fault, if either is missing or invalid. */
function readMoney(
  activity: ActivityElement,
  element: ActivityElement,
  findings: Findings,
): { readonly value: string; readonly currency: string } | null {
  const [value, ...others] = element.all('value');
  const text = value?.text ?? '';
  if (others.length > 0) {
    const texts = [text, ...others.map((each) => each.text)].join(', ');
    findings.fault(element.place, 'value', texts, 'must be one value, but there are several');
    return null;
  }
  const amount = xsdDecimalOf(text);
  if (amount === null) {
    findings.fault(
      element.place,
      'value',
      text || null,
      'must be a decimal number without separators between digits, such as 1250.50',
    );
    return null;
  }
  const currency = value?.attribute('currency') || activity.attribute('default-currency');
  if (!isCurrencyCode(currency)) {
    findings.fault(
      element.place,
      'value/@currency',
      currency || text,
      currency === ''
        ? 'is missing, and the activity has no default-currency (7.8.1)'
        : `is not a currency of ISO 4217, such as EUR (${element.name === 'budget' ? '9.9.1' : '9.94.1'})`,
    );
    return null;
  }
  return { value: amount, currency };
}

/** The activities that fund it first, then the activities that it is part of. */
function readParents(element: ActivityElement, identifier: string): readonly string[] {
  const providers = element
    .all('transaction')
    .filter((each) => each.first('transaction-type')?.attribute('code') === '1')
    .map((each) => each.attributeIn('provider-org', 'provider-activity-id'));
  const related = element
    .all('related-activity')
    .filter((each) => each.attribute('type') === '1' && each.first('scan:initiative') === null)
    .map((each) => each.attribute('ref'));
  return [...new Set([...providers, ...related])].filter((id) => id !== '' && id !== identifier);
}

/** The slug of the initiative that a grant is part of. */
function readInitiative(element: ActivityElement): string | null {
  const part = element.all('related-activity').find((each) => each.first('scan:initiative'));
  const slug = part?.attributeIn('scan:initiative', 'slug');
  if (part === undefined || slug === undefined || slug === '') return null;
  const ref = part.attribute('ref');
  return ref.endsWith(`-SCAN-${slug.toUpperCase()}`) ? slug : initiativeSlug(ref);
}
