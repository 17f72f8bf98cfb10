import { PARTY_BY_ID, SOURCE_JSON, type PartyRecord, type SourcedRecord } from './parts.js';

/** A grant programme as a separate record. */
export interface LoneProgrammeRecord extends SourcedRecord {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly code: string | null;
  readonly description: string | null;
  readonly website: string | null;
  readonly funder: PartyRecord;
  readonly manager: PartyRecord | null;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly budget: string | null;
  readonly currency: string | null;
  readonly status: string;
}

/** The programmes with the given ids, in the same order. */
export const LONE_PROGRAMME_RECORDS = `SELECT t.id, t.slug, t.title, t.code, t.description, t.website,
  ${PARTY_BY_ID('t.funder_id')} AS "funder", ${PARTY_BY_ID('t.manager_id')} AS "manager",
  t.opened_on AS "openedOn", t.closed_on AS "closedOn", t.budget, t.currency, t.status,
  ${SOURCE_JSON('s')} AS "source", t.source_pointer AS "sourcePointer"
FROM unnest($1::uuid[]) WITH ORDINALITY AS k(id, place)
JOIN grant_programme t ON t.id = k.id JOIN source s ON s.id = t.source_id
ORDER BY k.place`;
