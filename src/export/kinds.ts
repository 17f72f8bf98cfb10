import { GrantProgramme } from '../../entities/grant-programme.entity.js';
import { Grant } from '../../entities/grant.entity.js';
import { Initiative } from '../../entities/initiative.entity.js';
import { Organization } from '../../entities/organization.entity.js';
import { OrganizationFilter, InitiativeFilter } from '../../resolvers/filters.js';
import { GrantFilter, GrantProgrammeFilter } from '../../resolvers/grant.filters.js';
import type { ClassOf } from '../graph/row.js';
import type { FacetRecord, TotalRecord } from './computed.js';
import { GRANT_RECORDS, TRANSACTION_ORDER, type GrantRecord } from './records/grant.record.js';
import { INITIATIVE_RECORDS, type InitiativeRecord } from './records/initiative.record.js';
import { LONE_PROGRAMME_RECORDS, type LoneProgrammeRecord } from './records/programme.record.js';
import {
  LONE_TRANSACTION_RECORDS,
  type LoneTransactionRecord,
} from './records/transaction.record.js';
import { ORGANIZATION_RECORDS, type OrganizationRecord } from './records/organization.record.js';

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
  /** The entity; the conditions of the filter are on its table `t`. */
  readonly rows: ClassOf;
  readonly filter: ClassOf;
  /** The alias and join of the records, if they are not the selected rows themselves. */
  readonly of?: { readonly alias: string; readonly join: string };
  /** An order that does not depend on ids, so that the same data gives the same file. */
  readonly order: string;
  /** The statement for the records with the ids in `$1`. */
  readonly records: string;
  /** Statements for the sources named within records of the selected rows `c`. */
  readonly furtherSources: readonly string[];
}

export const KINDS: Readonly<Record<RowKindName, Kind>> = {
  grants: {
    rows: Grant,
    filter: GrantFilter,
    order: 't.scheme, t.identifier, t.currency',
    records: GRANT_RECORDS,
    furtherSources: ['SELECT x.source_id FROM grant_transaction x JOIN c ON c.id = x.grant_id'],
  },
  initiatives: {
    rows: Initiative,
    filter: InitiativeFilter,
    order: 't.slug',
    records: INITIATIVE_RECORDS,
    furtherSources: [
      'SELECT x.source_id FROM claim x JOIN c ON c.id = x.initiative_id',
      'SELECT g.source_id FROM "grant" g JOIN c ON c.id = g.initiative_id',
      'SELECT x.source_id FROM grant_transaction x JOIN "grant" g ON g.id = x.grant_id JOIN c ON c.id = g.initiative_id',
    ],
  },
  organizations: {
    rows: Organization,
    filter: OrganizationFilter,
    order: 't.slug',
    records: ORGANIZATION_RECORDS,
    furtherSources: [
      'SELECT x.source_id FROM organization_name x JOIN c ON c.id = x.organization_id',
      'SELECT x.source_id FROM identifier x JOIN c ON c.id = x.organization_id',
    ],
  },
  programmes: {
    rows: GrantProgramme,
    filter: GrantProgrammeFilter,
    order: 't.slug',
    records: LONE_PROGRAMME_RECORDS,
    furtherSources: [],
  },
  // The transactions of the selected grants.
  transactions: {
    rows: Grant,
    filter: GrantFilter,
    of: { alias: 'x', join: 'JOIN grant_transaction x ON x.grant_id = t.id' },
    order: `t.scheme, t.identifier, t.currency, ${TRANSACTION_ORDER}`,
    records: LONE_TRANSACTION_RECORDS,
    furtherSources: [],
  },
};
