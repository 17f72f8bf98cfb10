import {
  IDENTIFIERS_JSON,
  LIST,
  SECTOR_JSON,
  SOURCE_JSON,
  type IdentifierRecord,
  type SectorRecord,
  type SourcedRecord,
} from './parts.js';

/** An organization with all its names and identifiers. */
export interface OrganizationRecord extends SourcedRecord {
  readonly id: string;
  readonly type: string;
  readonly slug: string;
  readonly name: string;
  readonly names: readonly {
    readonly text: string;
    readonly kind: string;
    readonly language: string | null;
    readonly script: string | null;
  }[];
  readonly identifiers: readonly IdentifierRecord[];
  readonly description: string | null;
  readonly country: string | null;
  readonly region: { readonly code: string; readonly name: string } | null;
  readonly city: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly website: string | null;
  readonly status: string;
  readonly legalForm: string | null;
  readonly stage: string | null;
  readonly sizeClass: string | null;
  readonly category: string | null;
  readonly sectors: readonly SectorRecord[];
}

/** The organizations with the given ids, in the same order. */
export const ORGANIZATION_RECORDS = `SELECT t.id, t.type, t.slug, t.name,
  ${LIST(
    `json_build_object('text', n.text, 'kind', n.kind, 'language', n.language, 'script', n.script)`,
    'organization_name n WHERE n.organization_id = t.id',
    'n.text',
  )} AS "names",
  ${IDENTIFIERS_JSON('t.id')} AS "identifiers", t.description, t.country,
  (SELECT json_build_object('code', r.code, 'name', r.name) FROM region r WHERE r.id = t.region_id) AS "region",
  t.city, t.latitude, t.longitude, t.website, t.status, t.legal_form AS "legalForm",
  t.stage, t.size_class AS "sizeClass", t.category,
  ${LIST(
    SECTOR_JSON('s'),
    'organization_sector l JOIN sector s ON s.id = l.sector_id WHERE l.organization_id = t.id',
    's.scheme, s.code',
  )} AS "sectors",
  ${SOURCE_JSON('s')} AS "source", t.source_pointer AS "sourcePointer"
FROM unnest($1::uuid[]) WITH ORDINALITY AS k(id, place)
JOIN organization t ON t.id = k.id JOIN source s ON s.id = t.source_id
ORDER BY k.place`;
