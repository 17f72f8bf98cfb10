import type { Budget } from '../../../entities/funding/budget.entity.js';
import type { GrantProgramme } from '../../../entities/funding/grant-programme.entity.js';
import type { Grant, GrantStatus } from '../../../entities/funding/grant.entity.js';
import type {
  InitiativeParticipation,
  ParticipationRole,
} from '../../../entities/network/initiative.entity.js';
import type { SectorScheme } from '../../../entities/network/sector.entity.js';
import type { TransactionKind } from '../../../entities/funding/transaction.entity.js';
import type { Unpublished } from '../../domain/coined-identifiers.js';
import type { Place } from '../report.js';
import type { Party } from './party.js';

/** An IATI activity, from any kind of file. Amounts are exact decimals, as text. */
export interface Activity {
  readonly identifier: string;
  /** The record behind the activity, if an export made up its identifier. */
  readonly unpublished: Unpublished | null;
  readonly place: Place;
  /** The country whose share of the activity this is; null for the whole activity. */
  readonly part: string | null;
  readonly title: string;
  readonly reporter: Party;
  readonly sectors: readonly SectorShare[];
  readonly places: readonly PlaceShare[];
  readonly transactions: readonly ActivityTransaction[];
  /** Details that only an activity has; null for a sheet of transactions. */
  readonly details: ActivityDetails | null;
}

export interface ActivityDetails {
  readonly description: string | null;
  readonly isSecondaryReport: boolean;
  /** False if an export added a reporter only because the standard requires one. */
  readonly isReporterKnown: boolean;
  readonly participants: readonly Participant[];
  readonly status: GrantStatus | null;
  readonly plannedStartOn: string | null;
  readonly startedOn: string | null;
  readonly plannedEndOn: string | null;
  readonly endedOn: string | null;
  readonly budgets: readonly ActivityBudget[];
  /** Identifiers of the activities that fund it, the most certain first. */
  readonly parents: readonly string[];
  /** The slug of the initiative that it is part of, if an export states one. */
  readonly initiative: string | null;
  /** The `scan:grant` elements that an export adds to the standard. */
  readonly grants: readonly OwnGrant[];
  /** The slugs of the sources that the exporting graph had it from. */
  readonly sources: readonly string[];
}

/** Stated sums, for kinds without transactions; the database sums transactions itself. */
export type StatedSums = Pick<Grant, 'committed' | 'disbursed' | 'spent'>;

/** A grant in an export. It holds all known facts, so the standard elements are ignored. */
export interface OwnGrant {
  readonly currency: string;
  /** Whether its identifier is a number of its funder. */
  readonly isNumberedByFunder: boolean;
  readonly facts: Pick<
    Grant,
    | 'status'
    | 'awardedOn'
    | 'plannedStartOn'
    | 'plannedEndOn'
    | 'startedOn'
    | 'endedOn'
    | 'appliedFor'
    | 'regrant'
    | 'fromOpenCall'
    | 'toIndividuals'
    | 'awarded'
  > &
    Partial<StatedSums>;
  readonly funder: Party | null;
  readonly recipients: readonly { readonly party: Party; readonly amount: string | null }[];
  readonly places: readonly PlaceShare[];
  readonly programme: OwnProgramme | null;
}

export interface OwnProgramme extends Pick<
  GrantProgramme,
  | 'slug'
  | 'title'
  | 'code'
  | 'description'
  | 'website'
  | 'openedOn'
  | 'closedOn'
  | 'budget'
  | 'currency'
  | 'status'
> {
  readonly place: Place;
  readonly funder: Party;
  readonly manager: Party | null;
}

export interface Participant {
  readonly role: ParticipationRole;
  readonly party: Party;
  /** The tie in an export: `GRANT` if only grants have it. Null: derived from the activity. */
  readonly tie: Pick<InitiativeParticipation, 'status' | 'since' | 'until'> | 'GRANT' | null;
}

/** A sector, with the title in the file. */
export interface ActivitySector {
  readonly scheme: SectorScheme;
  readonly code: string;
  readonly title: string | null;
}

export interface SectorShare extends ActivitySector {
  readonly percentage: string | null;
}

export interface PlaceShare {
  readonly name: string | null;
  readonly country: string | null;
  /** The NUTS code in an export. */
  readonly region: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly percentage: string | null;
}

export interface TransactionPlace {
  readonly country: string | null;
  /** The NUTS code in an export. */
  readonly region: string | null;
  /** The name of the place in the file. */
  readonly name: string | null;
}

/** A budget of a period. */
export interface ActivityBudget extends Pick<
  Budget,
  'kind' | 'status' | 'startsOn' | 'endsOn' | 'value' | 'currency' | 'valueDate'
> {
  readonly place: Place;
  /** Whether an export wrote the total budget of an initiative this way. */
  readonly isTotal: boolean;
}

export interface ActivityTransaction {
  readonly place: Place;
  readonly kind: TransactionKind;
  /** Whether it only carries a sum that an export states for the grant. */
  readonly isSum: boolean;
  readonly value: string;
  readonly currency: string;
  readonly valueDate: string;
  readonly quarter: number | null;
  readonly madeOn: string | null;
  readonly provider: Party | null;
  /** Several only if the file does not say how much each received. */
  readonly receivers: readonly Party[];
  readonly sector: ActivitySector | null;
  /** Where the money goes, if the transaction says it. */
  readonly at: TransactionPlace | null;
  readonly description: string | null;
  readonly reference: string | null;
}

/** The kinds of transactions that pay money out of the activity. */
const OUTGOING: ReadonlySet<TransactionKind> = new Set([
  'COMMITMENT',
  'DISBURSEMENT',
  'EXPENDITURE',
]);

const isOutgoing = ({ kind }: Pick<ActivityTransaction, 'kind'>): boolean => OUTGOING.has(kind);

/** Identifies a sector. */
export const sectorKey = ({ scheme, code }: Pick<ActivitySector, 'scheme' | 'code'>): string =>
  `${scheme}:${code}`;

/** Identifies a party by its identifier, or else by its name. */
export function partyKey({ identifier, name }: Party): string {
  return identifier === null ? ['"', name].join('') : `${identifier.scheme} ${identifier.value}`;
}

/**
 * The funder: the provider that all outgoing transactions name, or the reporting organization if they
 * name none or several (in IATI, a missing provider means the reporting organization). A secondary
 * reporter does not give money: then it is the participating organization with the funding role, if any.
 */
export function funderOf(
  { reporter, details }: Pick<Activity, 'reporter' | 'details'>,
  transactions: readonly ActivityTransaction[],
): Party {
  const [funding, ...others] = distinct(withRole({ details }, 'FUNDING'));
  const isOfOthers = details?.isSecondaryReport === true && others.length === 0;
  const unnamed = isOfOthers ? (funding ?? reporter) : reporter;
  const providers = distinct(
    transactions.filter(isOutgoing).map(({ provider }) => provider ?? unnamed),
  );
  const [only] = providers;
  return only !== undefined && providers.length === 1 ? only : unnamed;
}

/** The recipients: the receivers of outgoing transactions, or else the implementing organizations. */
export function recipientsOf(
  { details }: Pick<Activity, 'details'>,
  transactions: readonly ActivityTransaction[],
): readonly Party[] {
  const receivers = transactions.filter(isOutgoing).flatMap((each) => each.receivers);
  return distinct(receivers.length > 0 ? receivers : withRole({ details }, 'IMPLEMENTER'));
}

/** The `scan:grant` of an export for a currency. */
export function ownGrant(
  { details }: Pick<Activity, 'details'>,
  currency: string,
): OwnGrant | undefined {
  return details?.grants.find((each) => each.currency === currency);
}

export function withRole(
  { details }: Pick<Activity, 'details'>,
  role: ParticipationRole,
): readonly Party[] {
  const participants = details?.participants ?? [];
  return participants.flatMap((each) => (each.role === role ? [each.party] : []));
}

export function distinct(parties: readonly Party[]): readonly Party[] {
  return [...new Map(parties.map((party) => [partyKey(party), party])).values()];
}

/** Groups the transactions by currency, because a grant has exactly one. */
export function byCurrency({
  transactions,
  unpublished,
  details,
}: Pick<Activity, 'transactions' | 'unpublished' | 'details'>): ReadonlyMap<
  string,
  readonly ActivityTransaction[]
> {
  const groups = new Map<string, ActivityTransaction[]>();
  if (unpublished === null)
    for (const { currency } of details?.grants ?? []) groups.set(currency, []);
  // A grant without a published identifier is kept even if it has no amounts.
  if (unpublished !== null && 'currency' in unpublished) groups.set(unpublished.currency, []);
  for (const transaction of transactions) {
    const group = groups.get(transaction.currency);
    if (group === undefined) groups.set(transaction.currency, [transaction]);
    else group.push(transaction);
  }
  for (const { currency, isTotal } of details?.budgets ?? []) {
    if (!isTotal && !groups.has(currency)) groups.set(currency, []);
  }
  return groups;
}
