import { createHash } from 'node:crypto';
import type { Grant } from '../../../entities/funding/grant.entity.js';
import type { GrantLocation, GrantSector } from '../../../entities/funding/grant-purpose.entity.js';
import type {
  GrantIntermediary,
  GrantShare,
} from '../../../entities/funding/grant-share.entity.js';
import type {
  Initiative,
  InitiativeParticipation,
} from '../../../entities/network/initiative.entity.js';
import type { TieStatus } from '../../../entities/shared/tie.interface.js';
import type { Transaction } from '../../../entities/funding/transaction.entity.js';
import type { GrantNumber } from '../../domain/coined-identifiers.js';
import { canBeInOrder } from '../../domain/partial-date.js';
import type { Intake } from '../intake.js';
import {
  funderOf,
  ownGrant,
  partyKey,
  recipientsOf,
  sectorKey,
  withRole,
  type Activity,
  type ActivityDetails,
  type ActivityTransaction,
  type PlaceShare,
} from './activity.js';
import { derivedId } from './derived-id.js';
import type { Party } from './party.js';
import type {
  GrantId,
  GrantProgrammeId,
  InitiativeId,
  OrganizationId,
  RegionId,
  SectorId,
} from '../../domain/ids.js';
import { valueOf } from '../../domain/present.js';

/** The ids of the records that activities refer to. */
export interface Ids {
  /** By `partyKey`. */
  readonly parties: ReadonlyMap<string, OrganizationId>;
  /** By `sectorKey`. */
  readonly sectors: ReadonlyMap<string, SectorId>;
  /** By the slugs in an export. */
  readonly programmes: ReadonlyMap<string, GrantProgrammeId>;
  /** By NUTS code, which is the ISO 3166-1 code for most countries. */
  readonly regions: ReadonlyMap<string, RegionId>;
}

export interface InitiativeOfActivity {
  readonly id: InitiativeId;
  readonly slug: string;
  /** Whether it is stored from another data set. */
  readonly isOfOthers: boolean;
  readonly activity: Activity;
}

export interface GrantOfActivity {
  readonly id: GrantId;
  readonly namespace: string;
  readonly initiativeId: InitiativeId | null;
  readonly activity: Activity;
  readonly currency: string;
  readonly transactions: readonly ActivityTransaction[];
}

/**
 * The slug of an activity's initiative: its identifier in lowercase, with a checksum where two
 * identifiers could give the same slug (`A/1` and `A-1`, `a` and `A`).
 */
export function initiativeSlug(identifier: string): string {
  const plain = identifier
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (/^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(identifier)) return plain;
  const check = createHash('sha256').update(identifier).digest('hex').slice(0, 8);
  return plain === '' ? check : `${plain}-${check}`;
}

export function initiativeRow(
  { id, slug, activity }: InitiativeOfActivity,
  intake: Intake,
): Partial<Initiative> {
  const { title, details, place } = activity;
  const row = {
    id,
    slug,
    title,
    kind: 'PROJECT' as const,
    challenges: [],
    ...intake.sourced(place),
  };
  if (details === null) return row;
  const { startedOn, endedOn } = periodOf(details);
  if (startedOn !== null && endedOn !== null && !canBeInOrder(startedOn, endedOn)) {
    intake.report.warn(
      place,
      'activity-date',
      `${startedOn}, ${endedOn}`,
      'ends before it starts (11.1.2, 11.1.3); the end is left out',
    );
    return { ...row, description: details.description, startedOn, endedOn: null };
  }
  return { ...row, description: details.description, startedOn, endedOn };
}

function periodOf(details: ActivityDetails): {
  readonly startedOn: string | null;
  readonly endedOn: string | null;
} {
  return {
    startedOn: details.startedOn ?? details.plannedStartOn,
    endedOn: details.endedOn ?? details.plannedEndOn,
  };
}

const TIE_STATUSES: Readonly<Record<string, TieStatus>> = {
  IMPLEMENTATION: 'CURRENT',
  FINALISATION: 'CURRENT',
  CLOSED: 'ENDED',
  CANCELLED: 'ENDED',
};

export function participationRows(
  { id, slug, activity }: InitiativeOfActivity,
  { parties }: Ids,
  intake: Intake,
): readonly Partial<InitiativeParticipation>[] {
  const { details, place } = activity;
  if (details === null) return [];
  const status = (details.status === null ? undefined : TIE_STATUSES[details.status]) ?? 'UNKNOWN';
  const since = details.startedOn;
  const { endedOn } = details;
  const isInOrder = since === null || endedOn === null || canBeInOrder(since, endedOn);
  const usual = { since, until: status === 'ENDED' && isInOrder ? endedOn : null, status };
  const rows = details.participants.flatMap(({ party, role, tie }) => {
    const organizationId = parties.get(partyKey(party));
    return organizationId === undefined || tie === 'GRANT'
      ? []
      : [
          {
            id: derivedId('InitiativeParticipation', slug, organizationId, role),
            initiativeId: id,
            organizationId,
            role,
            attestedOn: null,
            ...(tie ?? usual),
            ...intake.sourced(place),
          },
        ];
  });
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

/** The scheme, identifier and currency of an activity's grant. */
export function grantNumber(
  { identifier, unpublished }: Pick<Activity, 'identifier' | 'unpublished'>,
  currency: string,
): GrantNumber {
  return unpublished !== null && 'currency' in unpublished
    ? unpublished
    : { scheme: 'IATI', identifier, currency };
}

/** The funder of the grant in a currency. */
export function funderIn(
  activity: Activity,
  currency: string,
  transactions: readonly ActivityTransaction[],
): Party {
  return ownGrant(activity, currency)?.funder ?? funderOf(activity, transactions);
}

export function grantRow(
  { id, namespace, initiativeId, activity, currency, transactions }: GrantOfActivity,
  { parties, programmes }: Ids,
  intake: Intake,
): Partial<Grant> {
  const { title, reporter, details } = activity;
  const awards = transactions
    .filter(({ kind }) => kind === 'COMMITMENT')
    .map(({ madeOn, valueDate }) => madeOn ?? valueDate)
    .sort();
  const row = {
    id,
    ...grantNumber(activity, currency),
    namespace,
    title,
    initiativeId,
    funderId: valueOf(parties, partyKey(funderIn(activity, currency, transactions))),
    reporterId:
      details?.isReporterKnown === false ? null : (parties.get(partyKey(reporter)) ?? null),
    awardedOn: awards[0] ?? null,
    toIndividuals: false,
    isSecondaryReport: details?.isSecondaryReport ?? false,
    ...intake.sourced(activity.place),
  };
  if (details === null) return row;
  const { description, status, plannedStartOn, plannedEndOn, startedOn, endedOn } = details;
  const own = ownGrant(activity, currency);
  if (own !== undefined) {
    const programmeId =
      own.programme === null ? null : (programmes.get(own.programme.slug) ?? null);
    return { ...row, description, ...own.facts, programmeId };
  }
  return { ...row, description, status, plannedStartOn, plannedEndOn, startedOn, endedOn };
}

export function partyRows(
  grants: readonly GrantOfActivity[],
  { parties }: Ids,
): {
  readonly shares: readonly Partial<GrantShare>[];
  readonly intermediaries: readonly Partial<GrantIntermediary>[];
} {
  const idsOf = (list: readonly Party[]) =>
    list.flatMap((party) => parties.get(partyKey(party)) ?? []);
  return {
    shares: grants.flatMap(({ id, activity, currency, transactions }) => {
      const shares =
        ownGrant(activity, currency)?.recipients ??
        recipientsOf(activity, transactions).map((party) => ({ party, amount: null }));
      return shares.flatMap(({ party, amount }) =>
        idsOf([party]).map((organizationId) => ({ grantId: id, organizationId, amount })),
      );
    }),
    intermediaries: grants.flatMap(({ id, activity }) =>
      idsOf(withRole(activity, 'EXTENDING')).map((organizationId) => ({
        grantId: id,
        organizationId,
      })),
    ),
  };
}

/** The sectors of the activity with their shares, and sectors that only transactions have. */
export function sectorRows(
  { id, activity, transactions }: GrantOfActivity,
  { sectors }: Ids,
): readonly Partial<GrantSector>[] {
  const shares = new Map<string, string | null>();
  for (const { sector } of transactions) if (sector !== null) shares.set(sectorKey(sector), null);
  for (const sector of activity.sectors) shares.set(sectorKey(sector), sector.percentage);
  return [...shares].flatMap(([key, percentage]) => {
    const sectorId = sectors.get(key);
    return sectorId === undefined ? [] : [{ grantId: id, sectorId, percentage }];
  });
}

export function locationRows(
  grant: GrantOfActivity,
  { regions }: Ids,
): readonly Partial<GrantLocation>[] {
  return placesOf(grant, regions).map(
    ({ name, country, region, latitude, longitude, percentage }, index) => ({
      grantId: grant.id,
      rank: index + 1,
      name,
      country,
      regionId: region === null ? null : (regions.get(region) ?? null),
      latitude,
      longitude,
      percentage,
    }),
  );
}

/** Places from the elements of an export; for an unknown region, the standard elements give the name. */
function placesOf(
  { activity, currency }: GrantOfActivity,
  regions: Ids['regions'],
): readonly PlaceShare[] {
  const own = ownGrant(activity, currency)?.places;
  if (own?.every(({ region }) => region === null || regions.has(region))) {
    return own.filter(
      ({ name, country, region, latitude }) =>
        name !== null || country !== null || region !== null || latitude !== null,
    );
  }
  return [...activity.places, ...placesOfTransactions(activity, currency)].map((place) => ({
    ...place,
    region: place.region ?? place.country,
  }));
}

/** The places that only transactions name; how much went there, the transactions say. */
function placesOfTransactions(activity: Activity, currency: string): readonly PlaceShare[] {
  const known = new Set(activity.places.flatMap(({ country, name }) => [country, name]));
  const found = new Map<string, PlaceShare>();
  for (const { at, currency: own } of activity.transactions) {
    if (at === null || own !== currency) continue;
    const key = at.country ?? at.name;
    if (key === null || known.has(key) || found.has(key)) continue;
    const none = { latitude: null, longitude: null, percentage: null };
    found.set(key, { ...at, ...none });
  }
  return [...found.values()];
}

/** A transaction is identified by its number within the grant: equal transactions are separate ones. */
export function transactionRows(
  { id, activity, currency, transactions }: GrantOfActivity,
  { parties, sectors, regions }: Ids,
  intake: Intake,
): readonly Partial<Transaction>[] {
  const idOf = (party: Party | null | undefined) =>
    party == null ? null : (parties.get(partyKey(party)) ?? null);
  // The elements of an export have already set it.
  const isOwn = ownGrant(activity, currency) !== undefined;
  const paid = transactions.filter(({ isSum }) => !(isOwn && isSum));
  return paid.map((each, index) => ({
    id: derivedId(
      'Transaction',
      'IATI',
      activity.identifier,
      currency,
      ...(activity.part === null ? [] : [activity.part]),
      String(index + 1),
    ),
    grantId: id,
    kind: each.kind,
    value: each.value,
    currency,
    valueDate: each.valueDate,
    quarter: each.quarter,
    madeOn: each.madeOn,
    providerId: idOf(each.provider),
    receiverId: each.receivers.length === 1 ? idOf(each.receivers[0]) : null,
    sectorId: each.sector === null ? null : (sectors.get(sectorKey(each.sector)) ?? null),
    country: each.at?.country ?? null,
    regionId: regions.get(each.at?.region ?? each.at?.country ?? '') ?? null,
    place: each.at?.name ?? null,
    description: each.description,
    reference: each.reference,
    ...intake.sourced(each.place),
  }));
}
