import { splitIdentifier } from '../../domain/organization-identifier.js';
import type { OrganizationKind } from '../../domain/organization-kind.js';
import { findSectors } from '../dac-sectors.js';
import type { Intake } from '../intake.js';
import { organizationsOfName } from '../same-names.js';
import type { Place, Placed } from '../report.js';
import type { Id, OrganizationId, SectorId } from '../../domain/ids.js';

/** An organization, as a cell names it. */
export interface Reference {
  readonly text: string;
  readonly place: Place;
  readonly heading: string;
  /** The kind of a new organization; without it, the organization must exist. */
  readonly kind?: OrganizationKind;
}

export interface Found {
  readonly id: OrganizationId;
  readonly type: string;
}

interface Match extends Found {
  readonly text: string;
  readonly by: 'IDENTIFIER' | 'SLUG' | 'NAME';
}

/**
 * Finds the organizations that cells name: by identifier, by slug, or by a name from this data set,
 * never by a name from another one. Reports organizations that are not found and leaves them out.
 */
export async function findOrganizations(
  references: readonly Reference[],
  intake: Intake,
): Promise<ReadonlyMap<string, Found>> {
  const found = await look([...new Set(references.map(({ text }) => text))], intake);
  const sameName = await organizationsOfName(
    intake.manager,
    references.flatMap(({ text, kind }) =>
      kind === undefined && !found.has(text) ? [[text, text] as const] : [],
    ),
  );
  const seen = new Set<string>();
  const unknown: Reference[] = [];
  for (const reference of references) {
    const { text, place, heading, kind } = reference;
    const matches = found.get(text) ?? [];
    if (matches.length === 1) continue;
    const reason =
      matches.length > 1
        ? 'is the name of several organizations in this data set; use an identifier or a slug'
        : kind === undefined
          ? 'is not a known identifier or slug, or a name in this data set'
          : looksLikeSlug(text)
            ? 'is not a known slug'
            : null;
    const known = sameName.get(text);
    if (known !== undefined && reason !== null) {
      intake.report.fault(place, heading, text, `${reason}; one of this name is known`, known);
    } else if (reason !== null) intake.report.fault(place, heading, text, reason);
    else if (!seen.has(text)) unknown.push(reference);
    seen.add(text);
  }
  const organizations = new Map(
    [...found].flatMap(([text, matches]) =>
      matches.length === 1 && matches[0] !== undefined
        ? [[text, matches[0] as Found] as const]
        : [],
    ),
  );
  const made = await intake.organizations(
    unknown.map(({ text, place, heading, kind = { type: 'Partner', category: null } }) => {
      const isIdentifier = splitIdentifier(text) !== null;
      return {
        identifier: isIdentifier ? text : null,
        name: isIdentifier ? null : text,
        place,
        field: heading,
        kind,
      };
    }),
  );
  for (const [index, { text, kind }] of unknown.entries()) {
    const id = made[index];
    if (id != null) organizations.set(text, { id, type: kind?.type ?? 'Partner' });
  }
  return organizations;
}

/** A mistyped slug must not create a new organization. */
const looksLikeSlug = (text: string) => /^[a-z0-9]+(-[a-z0-9]+)+$/.test(text);

async function look(
  texts: readonly string[],
  { manager, sourceId }: Intake,
): Promise<Map<string, Match[]>> {
  const identified = texts.flatMap((text) => {
    const identifier = splitIdentifier(text);
    return identifier === null ? [] : [{ text, ...identifier }];
  });
  const rows = await manager.query<Match[]>(
    `WITH match AS (
       SELECT s.text, i.organization_id AS id, 'IDENTIFIER' AS by
       FROM unnest($2::text[], $3::text[], $4::text[]) AS s(text, scheme, value)
       JOIN identifier i ON i.scheme = s.scheme AND i.value = s.value
       UNION SELECT o.slug, o.id, 'SLUG' FROM organization o WHERE o.slug = ANY($1::text[])
       UNION SELECT m.absorbed_slug, m.kept_id, 'SLUG' FROM organization_merge m
         WHERE m.absorbed_slug = ANY($1::text[])
       UNION SELECT o.name, o.id, 'NAME' FROM organization o
         WHERE o.source_id = $5 AND o.name = ANY($1::text[])
       UNION SELECT n.text, n.organization_id, 'NAME' FROM organization_name n
         WHERE n.source_id = $5 AND n.text = ANY($1::text[])
     )
     SELECT m.text, m.by, o.id, o.type FROM match m JOIN organization o ON o.id = m.id
     ORDER BY m.by`,
    [
      texts,
      identified.map(({ text }) => text),
      identified.map(({ scheme }) => scheme),
      identified.map(({ value }) => value),
      sourceId,
    ],
  );
  const found = new Map<string, Match[]>();
  for (const by of ['IDENTIFIER', 'SLUG', 'NAME'] as const) {
    const own = rows.filter((row) => row.by === by);
    const before = new Set(found.keys());
    for (const row of own) {
      if (!before.has(row.text)) found.set(row.text, [...(found.get(row.text) ?? []), row]);
    }
  }
  return found;
}

/** The ids of the sectors that rows name, by `SCHEME:code`, without unknown ones. */
export function sectorsOf<Row>(
  batch: readonly Placed<Row>[],
  keysOf: (row: Row) => readonly string[] | null,
  intake: Intake,
): Promise<ReadonlyMap<string, SectorId>> {
  return findSectors(
    intake,
    batch.flatMap(({ value, place }) => (keysOf(value) ?? []).map((key) => ({ key, place }))),
  );
}

/** The ids of the keys in one column; reports unknown keys. */
export function known<AnId extends Id>(
  keys: readonly string[] | null,
  ids: ReadonlyMap<string, AnId>,
  heading: string,
  place: Place,
  { report }: Intake,
  what: string,
): AnId[] {
  return (keys ?? []).flatMap((key) => {
    const id = ids.get(key);
    if (id === undefined) report.fault(place, heading, key, `is not a known ${what}`);
    return id ?? [];
  });
}
