import type { EntityManager } from 'typeorm';
import type { Place, Report } from './report.js';

/** An organization that the run has created, and where the file names it. */
export interface NewOrganization {
  readonly id: string;
  readonly name: string;
  readonly place: Place;
  /** The heading or property of its name. */
  readonly field: string;
}

/**
 * Legal forms at the end of a name, as `search_fold` writes them: they do not tell organizations apart, because
 * publishers often leave them out.
 */
const LEGAL_FORMS = [
  'd o o|doo|a d|ad|o d|od|k d|kd|j p|jp|j k p|jkp|z z|zz|p r|pr',
  'drustvo sa? ogranicenom odgovornoscu|akcionarsko drustvo|preduzetnik',
  'd d|dd|j d o o|jdoo|s p|sp',
  'ltd|limited|plc|llc|llp|inc|incorporated|corp|corporation|cic|cio',
  'gmbh|ag|kg|e v|ev|s a|sa|s a s|sas|sarl|s r l|srl|s p a|spa|b v|bv|n v|nv|ab|oy|as|aps|kft|zrt|eood|ood',
].join('|');

const withoutLegalForm = (folded: string) =>
  `regexp_replace(${folded}, '( (${LEGAL_FORMS}))+$', '')`;

const SHOWN = 3;

/**
 * Stored organizations with the same name as others, by the key of the name: `nicat (RS-APR-28165037)`, those with identifiers first. Case,
 * diacritics, script and legal forms do not make a different name. `others` are not looked at.
 */
export async function organizationsOfName(
  manager: EntityManager,
  names: readonly (readonly [key: string, name: string])[],
  others: readonly string[] = [],
): Promise<ReadonlyMap<string, string>> {
  if (names.length === 0) return new Map();
  const rows = await manager.query<{ key: string; known: string[] }[]>(
    `WITH sought AS MATERIALIZED (
       SELECT key, ${withoutLegalForm('search_fold(name)')} AS folded
       FROM unnest($1::text[], $2::text[]) AS s(key, name)
     ), found AS (
       SELECT DISTINCT s.key, e.node_id AS id FROM sought s
       JOIN search_entry e ON e.node_type = 'ORGANIZATION' AND ${withoutLegalForm('e.folded')} = s.folded COLLATE "C"
       WHERE s.folded <> ''
     )
     SELECT f.key, array_agg(o.slug || coalesce(' (' || i.all || ')', '') ORDER BY i.all IS NULL, o.slug) AS known
     FROM found f JOIN organization o ON o.id = f.id
     CROSS JOIN LATERAL (
       SELECT string_agg(i.scheme || '-' || i.value, ', ' ORDER BY i.rank) AS all
       FROM identifier i WHERE i.organization_id = o.id) AS i
     WHERE NOT EXISTS (SELECT FROM unnest($3::uuid[]) AS other(id) WHERE other.id = o.id)
     GROUP BY f.key`,
    [names.map(([key]) => key), names.map(([, name]) => name), others],
  );
  return new Map(
    rows.map(({ key, known }) => [
      key,
      known.slice(0, SHOWN).join(', ') + (known.length > SHOWN ? ', …' : ''),
    ]),
  );
}

/**
 * Warns of organizations that came in as new while the graph has one of that name. Organizations are matched by
 * identifier, never by name, so a person decides whether they are one.
 */
export async function warnOfSameNames({
  manager,
  report,
  created,
}: {
  readonly manager: EntityManager;
  readonly report: Pick<Report, 'warn'>;
  readonly created: readonly NewOrganization[];
}): Promise<void> {
  const known = await organizationsOfName(
    manager,
    created.map(({ id, name }) => [id, name]),
    created.map(({ id }) => id),
  );
  for (const { id, name, place, field } of created) {
    const detail = known.get(id);
    if (detail !== undefined) {
      report.warn(
        place,
        field,
        name,
        'was stored as a new organization; if it is one that is stored, give its identifier, or use the command merge; one of this name is known',
        detail,
      );
    }
  }
}
