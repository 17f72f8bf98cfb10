import { Claim } from '../../entities/knowledge/claim.entity.js';
import { Identifier } from '../../entities/network/identifier.entity.js';
import { Membership } from '../../entities/network/membership.entity.js';
import { OrganizationName } from '../../entities/network/organization-name.entity.js';
import { Transaction } from '../../entities/funding/transaction.entity.js';
import { GrantProgramme } from '../../entities/funding/grant-programme.entity.js';
import { Grant } from '../../entities/funding/grant.entity.js';
import { Initiative } from '../../entities/network/initiative.entity.js';
import { Organization } from '../../entities/network/organization.entity.js';
import { InitiativeFilter } from '../../resolvers/network/filters.js';
import { OrganizationFilter } from '../../resolvers/shared/filters.js';
import { GrantProgrammeFilter } from '../../resolvers/funding/filters.js';
import { GrantFilter } from '../../resolvers/funding/grant.filter.js';
import { from, rows, type AnyColumns, type Columns } from '../fields/columns.js';
import type { ClassOf } from '../fields/row.js';
import { EMPTY, join, sql, type Sql } from '../fields/sql.js';
import type { FacetRecord, TotalRecord } from './computed.js';
import { grantRecords, transactionOrder, type GrantRecord } from './records/grant.record.js';
import { initiativeRecords, type InitiativeRecord } from './records/initiative.record.js';
import { organizationRecords, type OrganizationRecord } from './records/organization.record.js';
import { programmeRecords, type LoneProgrammeRecord } from './records/programme.record.js';
import { transactionRecords, type LoneTransactionRecord } from './records/transaction.record.js';

/** The kinds that can be exported, and their records. */
export interface KindRecords {
  readonly grants: GrantRecord;
  readonly initiatives: InitiativeRecord;
  readonly organizations: OrganizationRecord;
  readonly programmes: LoneProgrammeRecord;
  readonly transactions: LoneTransactionRecord;
  readonly facets: FacetRecord;
  readonly totals: TotalRecord;
}
export type KindName = keyof KindRecords;
/** Kinds that are rows of a table. The others are computed from grants. */
export type RowKindName = Exclude<KindName, 'facets' | 'totals'>;

/** The filter of the API for each kind. */
export const FILTER_OF: Readonly<Record<KindName, string>> = {
  grants: 'GrantFilter',
  initiatives: 'InitiativeFilter',
  organizations: 'OrganizationFilter',
  programmes: 'GrantProgrammeFilter',
  transactions: 'GrantFilter',
  facets: 'GrantFilter',
  totals: 'GrantFilter',
};

export interface Kind {
  /** The entity whose rows the filter selects. */
  readonly entity: ClassOf;
  readonly filter: ClassOf;
  /** The records' own rows and order, from a selected row. */
  readonly records: (selected: AnyColumns) => KindRows;
  /** The statement for the records with these ids (`uuid[]`). */
  readonly read: (ids: Sql) => Sql;
  /** Selects the sources named within the records that this selects the ids of. */
  readonly furtherSources: (ids: Sql) => readonly Sql[];
}

interface KindRows {
  readonly id: Sql;
  readonly sourceId: Sql;
  /** The join of the records, if they are not the selected rows themselves. */
  readonly join: Sql;
  /** An order that does not depend on ids, so that the same data gives the same file. */
  readonly order: Sql;
}

/** Records that are the selected rows themselves. */
const themselves =
  (order: (row: AnyColumns) => readonly (Sql | undefined)[]): Kind['records'] =>
  (row) => ({
    id: row.id as Sql,
    sourceId: row.sourceId as Sql,
    join: EMPTY,
    order: join(order(row) as readonly Sql[]),
  });

/** The sources of the rows of an entity that refer to these ids. */
function sourcesOf<Row>(
  entity: ClassOf<Row>,
  of: (row: Columns<Row>) => { readonly sourceId: Sql; readonly id: Sql },
): Kind['furtherSources'] {
  return (ids) => {
    const row = rows(entity);
    const { sourceId, id } = of(row);
    return [sql`SELECT ${sourceId} FROM ${from(row)} WHERE ${id} IN (${ids})`];
  };
}

const all =
  (...parts: readonly Kind['furtherSources'][]): Kind['furtherSources'] =>
  (ids) =>
    parts.flatMap((part) => part(ids));

/** The sources of the transactions of the grants of an initiative. */
const transactionsOfInitiatives: Kind['furtherSources'] = (ids) => {
  const transaction = rows(Transaction);
  const grant = rows(Grant);
  return [
    sql`SELECT ${transaction.sourceId} FROM ${from(transaction)} JOIN ${from(grant)} ON ${grant.id} = ${transaction.grantId}
      WHERE ${grant.initiativeId} IN (${ids})`,
  ];
};

export const KINDS: Readonly<Record<RowKindName, Kind>> = {
  grants: {
    entity: Grant,
    filter: GrantFilter,
    records: themselves(({ scheme, identifier, currency }) => [scheme, identifier, currency]),
    read: grantRecords,
    furtherSources: all(sourcesOf(Transaction, ({ sourceId, grantId: id }) => ({ sourceId, id }))),
  },
  initiatives: {
    entity: Initiative,
    filter: InitiativeFilter,
    records: themselves(({ slug }) => [slug]),
    read: initiativeRecords,
    furtherSources: all(
      sourcesOf(Claim, ({ sourceId, initiativeId: id }) => ({ sourceId, id })),
      sourcesOf(Grant, ({ sourceId, initiativeId: id }) => ({ sourceId, id })),
      transactionsOfInitiatives,
    ),
  },
  organizations: {
    entity: Organization,
    filter: OrganizationFilter,
    records: themselves(({ slug }) => [slug]),
    read: organizationRecords,
    furtherSources: all(
      sourcesOf(OrganizationName, ({ sourceId, organizationId: id }) => ({ sourceId, id })),
      sourcesOf(Identifier, ({ sourceId, organizationId: id }) => ({ sourceId, id })),
      sourcesOf(Membership, ({ sourceId, memberId: id }) => ({ sourceId, id })),
    ),
  },
  programmes: {
    entity: GrantProgramme,
    filter: GrantProgrammeFilter,
    records: themselves(({ slug }) => [slug]),
    read: programmeRecords,
    furtherSources: () => [],
  },
  // The transactions of the selected grants.
  transactions: {
    entity: Grant,
    filter: GrantFilter,
    records: ({ id, scheme, identifier, currency }) => {
      const transaction = rows(Transaction);
      return {
        id: transaction.id,
        sourceId: transaction.sourceId,
        join: sql`JOIN ${from(transaction)} ON ${transaction.grantId} = ${id as Sql}`,
        order: sql`${scheme as Sql}, ${identifier as Sql}, ${currency as Sql}, ${transactionOrder(transaction)}`,
      };
    },
    read: transactionRecords,
    furtherSources: () => [],
  },
};
