import type { GrantProgramme } from '../../../entities/grant-programme.entity.js';
import type { Grant, GrantStatus } from '../../../entities/grant.entity.js';
import type {
  InitiativeParticipation,
  ParticipationRole,
} from '../../../entities/initiative.entity.js';
import type { SectorScheme } from '../../../entities/sector.entity.js';
import type { TransactionKind } from '../../../entities/transaction.entity.js';
import type { Unpublished } from '../../domain/coined-identifiers.js';
import type { Place } from '../report.js';
import type { Party } from './party.js';

/** An IATI activity, whichever file it was read from. Amounts are exact decimal texts. */
export interface Activity {
  readonly identifier: string;
  /** What it stands for if an export has coined its identifier. */
  readonly unpublished: Unpublished | null;
  readonly place: Place;
  readonly title: string;
  readonly reporter: Party;
  readonly sectors: readonly SectorShare[];
  readonly places: readonly PlaceShare[];
  readonly transactions: readonly ActivityTransaction[];
  /** What only the activity itself says, and no sheet of its transactions. */
  readonly details: ActivityDetails | null;
}

export interface ActivityDetails {
  readonly description: string | null;
  readonly isSecondaryReport: boolean;
  /** No, where an export has said a reporter since the standard demands one. */
  readonly isReporterKnown: boolean;
  readonly participants: readonly Participant[];
  readonly status: GrantStatus | null;
  readonly plannedStartOn: string | null;
  readonly startedOn: string | null;
  readonly plannedEndOn: string | null;
  readonly endedOn: string | null;
  readonly budgets: readonly Budget[];
  /** Activities that it has its money from, the surest first. */
  readonly parents: readonly string[];
  /** Of a part of an initiative, as an export says it: the short name of that. */
  readonly initiative: string | null;
  /** What an export says of each of its grants beside the standard. */
  readonly grants: readonly OwnGrant[];
  /** The slugs of the sources from which a graph has exported it. */
  readonly sources: readonly string[];
}

/** Sums without transactions; those over transactions the database keeps itself. */
export type StatedSums = Pick<Grant, 'committed' | 'disbursed' | 'spent'>;

/** What an export says of a grant; its facts are all that is known, so that the standard's do not count. */
export interface OwnGrant {
  readonly currency: string;
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
  /** What an export says of it: `GRANT` where only grants do; of others it follows from the activity. */
  readonly tie: Pick<InitiativeParticipation, 'status' | 'since' | 'until'> | 'GRANT' | null;
}

/** A sector. The title is what the file calls it. */
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
  /** The code of NUTS, as an export says it. */
  readonly region: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly percentage: string | null;
}

export interface Budget {
  readonly currency: string;
  readonly value: string;
  readonly isRevised: boolean;
  readonly start: string;
  readonly end: string;
}

export interface ActivityTransaction {
  readonly place: Place;
  readonly kind: TransactionKind;
  /** Whether it only stands for a sum that an export says of its grant. */
  readonly isSum: boolean;
  readonly value: string;
  readonly currency: string;
  readonly valueDate: string;
  readonly quarter: number | null;
  readonly madeOn: string | null;
  readonly provider: Party | null;
  /** More than one only where the file does not say who got what of it. */
  readonly receivers: readonly Party[];
  readonly sector: ActivitySector | null;
  readonly description: string | null;
  readonly reference: string | null;
}

/** The kinds by which money leaves the activity. */
const OUTGOING: ReadonlySet<TransactionKind> = new Set([
  'COMMITMENT',
  'DISBURSEMENT',
  'EXPENDITURE',
]);

const isOutgoing = ({ kind }: Pick<ActivityTransaction, 'kind'>): boolean => OUTGOING.has(kind);

/** What a sector is known by. */
export const sectorKey = ({ scheme, code }: Pick<ActivitySector, 'scheme' | 'code'>): string =>
  `${scheme}:${code}`;

/** Two records of the same party: by its identifier, or else by its name. */
export function partyKey({ identifier, name }: Party): string {
  return identifier === null ? `"${name ?? ''}` : `${identifier.scheme} ${identifier.value}`;
}

/**
 * Who gives: the one that all outgoing transactions name; the reporting organisation where they name
 * none or several (in IATI, a provider that is left out is the reporting organisation). Who reports
 * about others gives nothing: then it is the one that takes part as funding, if there is one.
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

/** Who gets it: those that outgoing transactions name, or else the implementing organisations. */
export function recipientsOf(
  { details }: Pick<Activity, 'details'>,
  transactions: readonly ActivityTransaction[],
): readonly Party[] {
  const receivers = transactions.filter(isOutgoing).flatMap((each) => each.receivers);
  return distinct(receivers.length > 0 ? receivers : withRole({ details }, 'IMPLEMENTER'));
}

/** What an export says of its grant in a currency. */
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

/** The transactions by their currencies: a grant has one. */
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
  // A grant that only a graph knows is one, even if nothing is known of its money.
  if (unpublished !== null && 'currency' in unpublished) groups.set(unpublished.currency, []);
  for (const transaction of transactions) {
    const group = groups.get(transaction.currency);
    if (group === undefined) groups.set(transaction.currency, [transaction]);
    else group.push(transaction);
  }
  return groups;
}

/** The budgets that count: an original one does not where a revised one covers a part of its time. */
export function validBudgets(budgets: readonly Budget[]): readonly Budget[] {
  const revised = budgets.filter(({ isRevised }) => isRevised);
  return budgets.filter(
    (budget) =>
      budget.isRevised ||
      !revised.some(
        ({ currency, start, end }) =>
          currency === budget.currency && start <= budget.end && end >= budget.start,
      ),
  );
}
