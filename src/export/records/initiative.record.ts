import type { InitiativeKind, ParticipationRole } from '../../../entities/initiative.entity.js';
import {
  LIST,
  PARTY_BY_ID,
  SECTOR_JSON,
  SOURCE_JSON,
  type PartyRecord,
  type SectorRecord,
  type SourcedRecord,
} from './parts.js';

/** An initiative with everything that belongs to it, and the keys and amounts of its grants. */
export interface InitiativeRecord extends SourcedRecord {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly kind: InitiativeKind;
  readonly stage: string | null;
  readonly description: string | null;
  readonly challenges: readonly string[];
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly results: string | null;
  readonly website: string | null;
  readonly participants: readonly {
    readonly role: ParticipationRole;
    readonly party: PartyRecord;
    readonly since: string | null;
    readonly until: string | null;
    readonly status: string;
  }[];
  readonly sectors: readonly SectorRecord[];
  readonly regions: readonly { readonly code: string; readonly name: string }[];
  readonly claims: readonly {
    readonly indicator: string;
    readonly qualifier: string;
    readonly number: string | null;
    readonly currency: string | null;
    readonly date: string | null;
    readonly asOf: string | null;
    readonly note: string | null;
    readonly source: string;
  }[];
  /** The funders of its grants. */
  readonly funders: readonly PartyRecord[];
  readonly grants: readonly {
    readonly scheme: string;
    readonly identifier: string;
    readonly currency: string;
    readonly funder: string;
    readonly awarded: string | null;
    readonly committed: string | null;
    readonly disbursed: string | null;
    readonly spent: string | null;
  }[];
}

/** The initiatives with the given ids, in the same order. */
export const INITIATIVE_RECORDS = `SELECT t.id, t.slug, t.title, t.kind, t.stage, t.description, t.challenges,
  t.started_on AS "startedOn", t.ended_on AS "endedOn", t.results, t.website,
  ${LIST(
    `json_build_object('role', l.role, 'party', ${PARTY_BY_ID('l.organization_id')}, 'since', l.since, 'until', l.until, 'status', l.status)`,
    'initiative_participation l JOIN organization r ON r.id = l.organization_id WHERE l.initiative_id = t.id',
    'l.role, r.slug',
  )} AS "participants",
  ${LIST(
    SECTOR_JSON('s'),
    'initiative_sector l JOIN sector s ON s.id = l.sector_id WHERE l.initiative_id = t.id',
    's.scheme, s.code',
  )} AS "sectors",
  ${LIST(
    `json_build_object('code', r.code, 'name', r.name)`,
    'initiative_region l JOIN region r ON r.id = l.region_id WHERE l.initiative_id = t.id',
    'r.code',
  )} AS "regions",
  ${LIST(
    `json_build_object('indicator', c.indicator, 'qualifier', c.qualifier, 'number', c.number::text, 'currency', c.currency,
      'date', c.date, 'asOf', c.as_of, 'note', c.note, 'source', (SELECT s.slug FROM source s WHERE s.id = c.source_id))`,
    'claim c WHERE c.initiative_id = t.id',
    'c.indicator, c.as_of NULLS FIRST, c.id',
  )} AS "claims",
  ${LIST(
    PARTY_BY_ID('f.id'),
    'organization f WHERE f.id IN (SELECT g.funder_id FROM "grant" g WHERE g.initiative_id = t.id)',
    'f.slug',
  )} AS "funders",
  ${LIST(
    `json_build_object('scheme', g.scheme, 'identifier', g.identifier, 'currency', g.currency, 'funder', (SELECT o.slug FROM organization o WHERE o.id = g.funder_id),
      'awarded', g.awarded::text, 'committed', g.committed::text, 'disbursed', g.disbursed::text, 'spent', g.spent::text)`,
    '"grant" g WHERE g.initiative_id = t.id',
    'g.scheme, g.identifier, g.currency',
  )} AS "grants",
  ${SOURCE_JSON('s')} AS "source", t.source_pointer AS "sourcePointer"
FROM unnest($1::uuid[]) WITH ORDINALITY AS k(id, place)
JOIN initiative t ON t.id = k.id JOIN source s ON s.id = t.source_id
ORDER BY k.place`;
