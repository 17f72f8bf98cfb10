import type { GrantScheme, GrantStatus, RegrantType } from '../../../entities/grant.entity.js';
import type { TransactionKind } from '../../../entities/transaction.entity.js';
import {
  LIST,
  PARTY_BY_ID,
  SECTOR_JSON,
  SOURCE_JSON,
  type PartyRecord,
  type SectorRecord,
  type SourcedRecord,
} from './parts.js';

/** A grant with everything that belongs to it. */
export interface GrantRecord extends SourcedRecord {
  readonly id: string;
  readonly scheme: GrantScheme;
  readonly identifier: string;
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
  } | null;
  readonly recipients: readonly { readonly party: PartyRecord; readonly amount: string | null }[];
  readonly intermediaries: readonly PartyRecord[];
  readonly sectors: readonly (SectorRecord & { readonly percentage: string | null })[];
  readonly locations: readonly LocationRecord[];
  readonly transactions: readonly TransactionRecord[];
}

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
  readonly description: string | null;
  readonly reference: string | null;
  readonly source: string;
  readonly sourcePointer: string | null;
}

export const TRANSACTION_JSON = `json_build_object('kind', x.kind, 'value', x.value::text, 'currency', x.currency,
  'valueDate', x.value_date, 'quarter', x.quarter, 'madeOn', x.made_on,
  'provider', ${PARTY_BY_ID('x.provider_id')}, 'receiver', ${PARTY_BY_ID('x.receiver_id')},
  'sector', (SELECT ${SECTOR_JSON('s')} FROM sector s WHERE s.id = x.sector_id),
  'description', x.description, 'reference', x.reference,
  'source', (SELECT s.slug FROM source s WHERE s.id = x.source_id), 'sourcePointer', x.source_pointer)`;

/** The order of transactions `x`; ids come last because they differ from graph to graph. */
export const TRANSACTION_ORDER =
  'x.value_date, x.made_on NULLS FIRST, x.kind, x.value, x.reference NULLS FIRST, x.description NULLS FIRST, x.id';

/** The grants with the given ids, in the same order. */
export const GRANT_RECORDS = `SELECT t.id, t.scheme, t.identifier, t.title, t.description, t.currency,
  t.applied_for AS "appliedFor", t.awarded, t.committed, t.disbursed, t.spent,
  t.awarded_on AS "awardedOn", t.planned_start_on AS "plannedStartOn", t.planned_end_on AS "plannedEndOn",
  t.started_on AS "startedOn", t.ended_on AS "endedOn", t.status, t.regrant,
  t.from_open_call AS "fromOpenCall", t.to_individuals AS "toIndividuals",
  t.is_secondary_report AS "isSecondaryReport",
  ${PARTY_BY_ID('t.funder_id')} AS "funder", ${PARTY_BY_ID('t.reporter_id')} AS "reporter",
  (SELECT json_build_object('slug', p.slug, 'code', p.code, 'title', p.title, 'description', p.description, 'website', p.website,
      'status', p.status, 'openedOn', p.opened_on, 'closedOn', p.closed_on, 'budget', p.budget::text, 'currency', p.currency,
      'funder', ${PARTY_BY_ID('p.funder_id')}, 'manager', ${PARTY_BY_ID('p.manager_id')})
    FROM grant_programme p WHERE p.id = t.programme_id) AS "programme",
  (SELECT json_build_object('slug', i.slug, 'title', i.title) FROM initiative i WHERE i.id = t.initiative_id) AS "initiative",
  (SELECT json_build_object('scheme', p.scheme, 'identifier', p.identifier, 'currency', p.currency)
    FROM "grant" p WHERE p.id = t.parent_id) AS "parent",
  ${LIST(
    `json_build_object('party', ${PARTY_BY_ID('l.organization_id')}, 'amount', l.amount::text)`,
    'grant_share l JOIN organization r ON r.id = l.organization_id WHERE l.grant_id = t.id',
    'r.slug',
  )} AS "recipients",
  ${LIST(
    PARTY_BY_ID('l.organization_id'),
    'grant_intermediary l JOIN organization r ON r.id = l.organization_id WHERE l.grant_id = t.id',
    'r.slug',
  )} AS "intermediaries",
  ${LIST(
    `json_build_object('scheme', s.scheme, 'code', s.code, 'title', s.title, 'percentage', l.percentage::text)`,
    'grant_sector l JOIN sector s ON s.id = l.sector_id WHERE l.grant_id = t.id',
    's.scheme, s.code',
  )} AS "sectors",
  ${LIST(
    `json_build_object('name', l.name, 'country', l.country, 'latitude', l.latitude, 'longitude', l.longitude, 'percentage', l.percentage::text,
      'region', (SELECT json_build_object('code', r.code, 'name', r.name) FROM region r WHERE r.id = l.region_id))`,
    'grant_location l WHERE l.grant_id = t.id',
    'l.rank',
  )} AS "locations",
  ${LIST(TRANSACTION_JSON, 'grant_transaction x WHERE x.grant_id = t.id', TRANSACTION_ORDER)} AS "transactions",
  ${SOURCE_JSON('s')} AS "source", t.source_pointer AS "sourcePointer"
FROM unnest($1::uuid[]) WITH ORDINALITY AS k(id, place)
JOIN "grant" t ON t.id = k.id JOIN source s ON s.id = t.source_id
ORDER BY k.place`;
