import { Budget } from '../../../entities/funding/budget.entity.js';
import { GrantLocation, GrantSector } from '../../../entities/funding/grant-purpose.entity.js';
import { GrantIntermediary, GrantShare } from '../../../entities/funding/grant-share.entity.js';
import {
  Grant,
  type GrantScheme,
  type GrantStatus,
  type RegrantType,
} from '../../../entities/funding/grant.entity.js';
import { Organization } from '../../../entities/network/organization.entity.js';
import { Transaction, type TransactionKind } from '../../../entities/funding/transaction.entity.js';
import { from, rows, type Columns } from '../../fields/columns.js';
import { sql, type Sql } from '../../fields/sql.js';
import {
  decimalText,
  jsonList,
  jsonObject,
  rareList,
  recordsById,
  sourceSlug,
  type Owner,
  type PartyRecord,
  type SectorRecord,
  type SourcedRecord,
} from './parts.js';
import { reference, sectorReferences, sourceColumns } from './references.js';

/** A grant with everything that belongs to it. */
export interface GrantRecord extends SourcedRecord {
  readonly id: string;
  readonly scheme: GrantScheme;
  readonly identifier: string;
  /** Whose number the identifier is, if it is unique only there. */
  readonly numberedBy: string | null;
  readonly title: string;
  readonly description: string | null;
  readonly currency: string;
  readonly appliedFor: string | null;
  readonly awarded: string | null;
  readonly committed: string | null;
  readonly disbursed: string | null;
  readonly spent: string | null;
  readonly awardedOn: string | null;
  readonly plannedStartOn: string | null;
  readonly plannedEndOn: string | null;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly status: GrantStatus | null;
  readonly regrant: RegrantType | null;
  readonly fromOpenCall: boolean | null;
  readonly toIndividuals: boolean;
  readonly isSecondaryReport: boolean;
  readonly funder: PartyRecord;
  readonly reporter: PartyRecord | null;
  readonly programme: ProgrammeRecord | null;
  readonly initiative: { readonly slug: string; readonly title: string } | null;
  /** The grant that funds it. */
  readonly parent: {
    readonly scheme: GrantScheme;
    readonly identifier: string;
    readonly currency: string;
    readonly numberedBy: string | null;
  } | null;
  readonly recipients: readonly { readonly party: PartyRecord; readonly amount: string | null }[];
  readonly intermediaries: readonly PartyRecord[];
  readonly sectors: readonly (SectorRecord & { readonly percentage: string | null })[];
  readonly locations: readonly LocationRecord[];
  readonly transactions: readonly TransactionRecord[];
  readonly budgets: readonly BudgetRecord[];
}

export type BudgetRecord = Pick<
  Budget,
  'kind' | 'status' | 'startsOn' | 'endsOn' | 'value' | 'currency' | 'valueDate' | 'sourcePointer'
> & { readonly source: string };

export interface ProgrammeRecord {
  readonly slug: string;
  readonly code: string | null;
  readonly title: string;
  readonly description: string | null;
  readonly website: string | null;
  readonly status: string;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly budget: string | null;
  readonly currency: string | null;
  readonly funder: PartyRecord;
  readonly manager: PartyRecord | null;
}

export interface LocationRecord {
  readonly name: string | null;
  readonly country: string | null;
  readonly region: { readonly code: string; readonly name: string } | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly percentage: string | null;
}

export interface TransactionRecord {
  readonly kind: TransactionKind;
  readonly value: string;
  readonly currency: string;
  readonly valueDate: string;
  readonly quarter: number | null;
  readonly madeOn: string | null;
  readonly provider: PartyRecord | null;
  readonly receiver: PartyRecord | null;
  readonly sector: SectorRecord | null;
  readonly country: string | null;
  readonly region: { readonly code: string; readonly name: string } | null;
  readonly place: string | null;
  readonly description: string | null;
  readonly reference: string | null;
  readonly source: string;
  readonly sourcePointer: string | null;
}

/** The fields of a transaction except its source. */
export function transactionColumns(transaction: Columns<Transaction>): Record<string, Sql> {
  const { kind, currency, valueDate, quarter, madeOn, description } = transaction;
  return {
    kind,
    value: decimalText(transaction.value),
    currency,
    valueDate,
    quarter,
    madeOn,
    provider: reference('PARTY', transaction.providerId),
    receiver: reference('PARTY', transaction.receiverId),
    sector: reference('SECTOR', transaction.sectorId),
    country: transaction.country,
    region: reference('REGION', transaction.regionId),
    place: transaction.place,
    description,
    reference: transaction.reference,
  };
}

/** The order of transactions; ids come last because they differ from graph to graph. */
export function transactionOrder(transaction: Columns<Transaction>): Sql {
  const { valueDate, madeOn, kind, value, description, id } = transaction;
  return sql`${valueDate}, ${madeOn} NULLS FIRST, ${kind}, ${value}, ${transaction.reference} NULLS FIRST, ${description} NULLS FIRST, ${id}`;
}

/** The grants with these ids (`uuid[]`), in the same order. */
export function grantRecords(ids: Sql): Sql {
  return recordsById(Grant, ids, (grant) => {
    const { id, scheme, identifier, title, description, currency } = grant;
    const { appliedFor, awarded, committed, disbursed, spent } = grant;
    const { awardedOn, plannedStartOn, plannedEndOn, startedOn, endedOn } = grant;
    const { status, regrant, fromOpenCall, toIndividuals, isSecondaryReport } = grant;
    const owner = { id, ids };
    return {
      id,
      columns: {
        id,
        scheme,
        identifier,
        numberedBy: numberedBy(grant),
        title,
        description,
        currency,
        appliedFor,
        awarded,
        committed,
        disbursed,
        spent,
        awardedOn,
        plannedStartOn,
        plannedEndOn,
        startedOn,
        endedOn,
        status,
        regrant,
        fromOpenCall,
        toIndividuals,
        isSecondaryReport,
        funder: reference('PARTY', grant.funderId),
        reporter: reference('PARTY', grant.reporterId),
        programme: reference('PROGRAMME', grant.programmeId),
        initiative: reference('INITIATIVE', grant.initiativeId),
        parent: parentJson(grant.parentId),
        recipients: recipients(id),
        intermediaries: intermediaries(owner),
        sectors: sectors(owner),
        locations: locations(id),
        transactions: transactions(owner),
        budgets: budgets(owner),
        ...sourceColumns(grant),
      },
    };
  });
}

/** Whose number the identifier of a grant is: the slug of its funder, or a country; null if it is unique everywhere. */
export function numberedBy({ scheme, namespace, funderId }: Columns<Grant>): Sql {
  const funder = rows(Organization);
  return sql`CASE WHEN ${namespace} = '' THEN NULL
    WHEN ${scheme} = 'SCAN' THEN (SELECT ${funder.slug} FROM ${from(funder)} WHERE ${funder.id} = ${funderId})
    ELSE lower(${namespace}) END`;
}

function parentJson(parentId: Sql): Sql {
  const parent = rows(Grant);
  const { id, scheme, identifier, currency } = parent;
  return sql`(SELECT ${jsonObject({ scheme, identifier, currency, numberedBy: numberedBy(parent) })} FROM ${from(parent)} WHERE ${id} = ${parentId})`;
}

function recipients(grantId: Sql): Sql {
  const share = rows(GrantShare);
  return jsonList(
    jsonObject({
      party: reference('PARTY', share.organizationId),
      amount: decimalText(share.amount),
    }),
    sql`${from(share)} WHERE ${share.grantId} = ${grantId}`,
    slugOf(share.organizationId),
  );
}

function intermediaries(grant: Owner): Sql {
  const entry = rows(GrantIntermediary);
  return rareList(entry, entry.grantId, grant, {
    element: reference('PARTY', entry.organizationId),
    order: slugOf(entry.organizationId),
  });
}

function slugOf(organizationId: Sql): Sql {
  const organization = rows(Organization);
  return sql`(SELECT ${organization.slug} FROM ${from(organization)} WHERE ${organization.id} = ${organizationId})`;
}

function sectors(grant: Owner): Sql {
  return sectorReferences(GrantSector, grant, ({ sectorId, grantId, percentage }) => ({
    sectorId,
    ownerId: grantId,
    fields: { percentage: decimalText(percentage) },
  }));
}

function locations(grantId: Sql): Sql {
  const location = rows(GrantLocation);
  const { name, country, latitude, longitude, percentage, regionId, rank } = location;
  return jsonList(
    jsonObject({
      name,
      country,
      latitude,
      longitude,
      percentage: decimalText(percentage),
      region: reference('REGION', regionId),
    }),
    sql`${from(location)} WHERE ${location.grantId} = ${grantId}`,
    rank,
  );
}

function transactions(grant: Owner): Sql {
  const transaction = rows(Transaction);
  const { sourceId, sourcePointer } = transaction;
  return rareList(transaction, transaction.grantId, grant, {
    element: jsonObject({
      ...transactionColumns(transaction),
      source: sourceSlug(sourceId),
      sourcePointer,
    }),
    order: transactionOrder(transaction),
  });
}

function budgets(grant: Owner): Sql {
  const budget = rows(Budget);
  const { kind, status, startsOn, endsOn, value, currency, valueDate, id } = budget;
  const { sourceId, sourcePointer } = budget;
  return rareList(budget, budget.grantId, grant, {
    element: jsonObject({
      kind,
      status,
      startsOn,
      endsOn,
      value: decimalText(value),
      currency,
      valueDate,
      source: sourceSlug(sourceId),
      sourcePointer,
    }),
    order: sql`${startsOn}, ${endsOn}, ${kind}, ${value}, ${id}`,
  });
}
