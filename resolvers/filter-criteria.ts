/** What filters have in common: conditions on sectors, regions, organizations and periods, and the formats of codes. */

import { SectorScheme } from '../entities/sector.entity.js';
import { anyOf, eachIs, type Comparison } from '../src/graph/filter.js';

/**
 * The sectors with these codes (`SCHEME:code`) and everything within them. An array, because PostgreSQL would join a
 * subquery and search the parts of a sector again for each row.
 */
const inSectors = (id: string, codes: string) =>
  `${id} = ANY (ARRAY(SELECT sectors_below(s.id) FROM sector s WHERE s.scheme || ':' || s.code = ANY(${codes})))`;
export const inRegions = (id: string, codes: string) =>
  `${id} = ANY (ARRAY(SELECT r.id FROM region r JOIN region top ON starts_with(r.code, top.code) WHERE top.code = ANY(${codes})))`;

/** The organizations with these slugs, including slugs of organizations that were merged into them. */
export const organizationsWith = (slugs: string) =>
  `SELECT o.id FROM organization o WHERE o.slug = ANY(${slugs})
    UNION ALL SELECT m.kept_id FROM organization_merge m WHERE m.absorbed_slug = ANY(${slugs})`;

/** A criterion on a table of links. */
export const linked = (
  table: string,
  key: string,
  matches: (values: string) => string,
): ReturnType<typeof anyOf> =>
  anyOf(
    (values) => `t.id IN (SELECT l.${key} FROM ${table} l WHERE ${matches(values)})`,
    `NOT EXISTS (SELECT 1 FROM ${table} l WHERE l.${key} = t.id)`,
  );
export const linkedSectors = (table: string, key: string) =>
  linked(table, key, (codes) => inSectors('l.sector_id', codes));

/** The type of the organization with this id. */
export const organizationType = (id: string) =>
  anyOf(
    (types) => `EXISTS (SELECT FROM organization o WHERE o.id = ${id} AND o.type = ANY(${types}))`,
  );

/** Full-text comparison with the search entries of a kind of node. */
export const searchable = (nodeType: string): { readonly contains: Comparison } => ({
  contains: (value) =>
    `t.id IN (SELECT e.node_id FROM search_entry e WHERE e.node_type = '${nodeType}'
      AND e.folded LIKE '%' || search_fold(${value('contains')}::text) || '%' AND search_fold(${value('contains')}::text) <> '')`,
});

/** A period between two partial dates. */
export const period = (start: string, end: string) => {
  const ends = `coalesce(${end}, '9999')`;
  return {
    contains: ((value) =>
      `coalesce(${start}, '') <= ${value('contains')}::text AND ${ends} >= left(${value('contains')}::text, length(${ends}))`) satisfies Comparison,
    isNull: {
      true: () => `coalesce(${start}) IS NULL OR coalesce(${end}) IS NULL`,
      false: () => `coalesce(${start}) IS NOT NULL AND coalesce(${end}) IS NOT NULL`,
    },
  };
};

export const SECTORS_TEXT =
  'The sectors, each as `SCHEME:code`, such as `NACE_REV2:62`. A sector includes all sectors within it.';
export const REGIONS_TEXT =
  'The region, by NUTS code, such as `RS12`. A region includes all regions within it.';

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
export const CURRENCY_CODES = eachIs(
  /^[A-Z]{3}$/,
  'an ISO 4217 code: three capital letters, such as EUR',
);
export const LANGUAGE_CODES = eachIs(
  /^[a-z]{2,3}$/,
  'an ISO 639 code: two or three small letters, such as sr',
);
export const SLUGS = eachIs(
  /^[a-z0-9]+(-[a-z0-9]+)*$/,
  'a slug: small letters, digits and single hyphens, such as ac-serbia',
);
