/** What filters have in common: conditions on sectors, regions, organizations and periods, and the formats of codes. */

import { OrganizationMerge } from '../../entities/network/organization-merge.entity.js';
import { Organization } from '../../entities/network/organization.entity.js';
import { SectorScheme } from '../../entities/network/sector.entity.js';
import { from, rows, tableRows, type Columns } from '../../src/fields/columns.js';
import { anyOf, eachIs, type Condition } from '../../src/fields/filter.js';
import { isBetween } from '../../src/fields/in-force.js';
import type { ClassOf } from '../../src/fields/row.js';
import { join, literal, NULL, sql, type Sql } from '../../src/fields/sql.js';
import { regionsWithin, sectorsWithin } from './classification.js';

const inSectors = (sectorId: Sql, codes: Sql): Sql =>
  sql`${sectorId} = ${sectorsWithin((sector) => sql`${sector.scheme} || ':' || ${sector.code} = ANY(${codes})`)}`;

export const inRegions = (regionId: Sql, codes: Sql): Sql =>
  sql`${regionId} = ${regionsWithin((region) => sql`${region.code} = ANY(${codes})`)}`;

/** The organizations with these slugs, including slugs of organizations that were merged into them. */
export function organizationsWith(slugs: Sql): Sql {
  const organization = rows(Organization);
  const merge = rows(OrganizationMerge);
  return sql`SELECT ${organization.id} FROM ${from(organization)} WHERE ${organization.slug} = ANY(${slugs})
    UNION ALL SELECT ${merge.keptId} FROM ${from(merge)} WHERE ${merge.absorbedSlug} = ANY(${slugs})`;
}

/** A criterion on the entries of another table that refer to the row. */
export function linked<Entry>(
  entity: ClassOf<Entry>,
  rowId: (entry: Columns<Entry>) => Sql,
  matches: (entry: Columns<Entry>, values: Sql) => Sql,
  isKnown?: (entry: Columns<Entry>) => Sql,
): Condition<{ id: string }> {
  return anyOf(
    (row, values) => {
      const entry = rows(entity);
      return sql`${row.id} IN (SELECT ${rowId(entry)} FROM ${from(entry)} WHERE ${matches(entry, values)})`;
    },
    (row) => {
      const entry = rows(entity);
      const known = isKnown === undefined ? [] : [isKnown(entry)];
      return sql`NOT EXISTS (SELECT 1 FROM ${from(entry)} WHERE ${join([sql`${rowId(entry)} = ${row.id}`, ...known], ' AND ')})`;
    },
  );
}

export function linkedSectors<Entry>(
  entity: ClassOf<Entry>,
  of: (entry: Columns<Entry>) => { readonly rowId: Sql; readonly sectorId: Sql },
): Condition<{ id: string }> {
  return linked(
    entity,
    (entry) => of(entry).rowId,
    (entry, codes) => inSectors(of(entry).sectorId, codes),
  );
}

/** Full-text comparison with the search entries of a kind of node. */
export const searchable = (nodeType: string): Condition<{ id: string }> => ({
  contains: (row, text) => {
    const entry = tableRows('search_entry', ['node_id', 'node_type', 'folded']);
    return sql`${row.id} IN (SELECT ${entry.node_id} FROM ${from(entry)} WHERE ${entry.node_type} = ${literal(nodeType)}
      AND ${entry.folded} LIKE '%' || search_fold(${text}::text) || '%' AND search_fold(${text}::text) <> '')`;
  },
});

/** The first known one of these dates. */
const firstKnown = (dates: readonly Sql[]): Sql => sql`coalesce(${join([...dates, NULL])})`;

/** A period between two partial dates; each is the first known one of several. */
export function period<Row>(
  starts: (row: Columns<Row>) => readonly Sql[],
  ends: (row: Columns<Row>) => readonly Sql[],
): Condition<Row> {
  return {
    contains: (row, day) => {
      const start = sql`coalesce(${join([...starts(row), literal('')])})`;
      return isBetween(start, sql`coalesce(${join([...ends(row), literal('9999')])})`, day);
    },
    isNull: {
      true: (row) => sql`${firstKnown(starts(row))} IS NULL OR ${firstKnown(ends(row))} IS NULL`,
      false: (row) =>
        sql`${firstKnown(starts(row))} IS NOT NULL AND ${firstKnown(ends(row))} IS NOT NULL`,
    },
  };
}

/** The region that the row is in, or one around it. */
export const inItsRegion = anyOf(
  (row: Columns<{ regionId: string }>, codes) => inRegions(row.regionId, codes),
  (row) => sql`${row.regionId} IS NULL`,
);

export const SECTORS_TEXT =
  'The sectors, each as `SCHEME:code`, such as `NACE_REV2:62`. A sector includes all sectors within it.';

export const REGIONS_TEXT =
  'The region, by NUTS code, such as `RS12`. A region includes all regions within it.';

export const TIE_STATUS_TEXT = 'Whether the tie is in force.';

/** The format of codes and slugs. A well-formed one that does not exist is not an error; it matches nothing. */
export const SECTOR_CODES = eachIs(
  new RegExp(`^(${Object.keys(SectorScheme).join('|')}):.`),
  `SCHEME:code, such as NACE_REV2:62, where the scheme is one of ${Object.keys(SectorScheme).join(', ')}`,
);

export const REGION_CODES = eachIs(
  /^[A-Z]{2}[0-9A-Z]{0,3}$/,
  'a NUTS code: two capital letters and a digit or letter for each level, such as RS or RS12',
);

export const COUNTRY_CODES = eachIs(
  /^[A-Z]{2}$/,
  'an ISO 3166-1 alpha-2 code: two capital letters, such as RS',
);

export const SLUGS = eachIs(
  /^[a-z0-9]+(-[a-z0-9]+)*$/,
  'a slug: small letters, digits and single hyphens, such as ac-serbia',
);
