import { enumType } from '../../entities/shared/enum-type.js';
import { Grant } from '../../entities/funding/grant.entity.js';
import { commonTable, from, rows, selectList, withTables } from '../fields/columns.js';
import { EMPTY, raw, sql, value, type Sql } from '../fields/sql.js';
import type { GrantSet } from './counted-grants.js';
import { described, DIMENSIONS, type Dimension, type GrantDimension } from './grant-dimensions.js';

export const FacetOrder = enumType('FacetOrder', 'The sort orders for the values of a facet.', {
  GRANTS: 'By number of grants, the largest first.',
  KEY: 'By key, such as by year in ascending order.',
});
export type FacetOrder = keyof typeof FacetOrder;

/** The number of grants in the set, as `grants`. */
export function grantCount(set: GrantSet): Sql {
  const grant = rows(Grant);
  return sql`SELECT count(*)::int AS grants FROM ${from(grant)} WHERE ${set.where(grant)}`;
}

/** The number of grants without a known value of the dimension, as `grants`. */
export function unknownCount(name: GrantDimension, set: GrantSet): Sql {
  return grantCount(set.withUnknown(DIMENSIONS[name].field));
}

/**
 * The values of a dimension among the grants of the set, ignoring its condition on that dimension: `key`, `label`,
 * `nodeId`, `grants` and `distinct`, the number of all values.
 * @param first the maximum number of values; null for all
 */
export function facetValues(
  name: GrantDimension,
  set: GrantSet,
  { first, orderBy }: { readonly first: number | null; readonly orderBy: FacetOrder },
): Sql {
  const dimension = DIMENSIONS[name];
  const { key, rest } = valuesOf(dimension, set.without(dimension.field));
  const order = raw(orderBy === 'KEY' ? 'c.key' : 'c.grants DESC, c.key');
  const counted = commonTable(
    {
      key: raw('c.key'),
      grants: raw('c.grants'),
      rank: sql`row_number() OVER (ORDER BY ${order})`,
      distinct: raw('count(*) OVER ()::int'),
    },
    sql`FROM (SELECT ${key} AS key, count(*)::int AS grants FROM ${rest} GROUP BY 1) c
      ORDER BY rank LIMIT ${value(first)}::int`,
  );
  const found = counted.rows();
  const { columns, join } = described(dimension, found.key);
  return withTables(
    [counted],
    sql`SELECT ${selectList({ ...columns, grants: found.grants, distinct: found.distinct })}
      FROM ${from(found)} ${join} ORDER BY ${found.rank}`,
  );
}

function valuesOf({ key, values }: Dimension, set: GrantSet): { key: Sql; rest: Sql } {
  const grant = rows(Grant);
  const where = set.where(grant);
  if (values === null) {
    const own = key?.(grant) ?? EMPTY;
    return { key: own, rest: sql`${from(grant)} WHERE ${where} AND ${own} IS NOT NULL` };
  }
  const value = values();
  // If the set has all grants, counting the links is enough.
  return set.isWhole && value.areLinks
    ? { key: value.key, rest: from(value.rows) }
    : {
        key: value.key,
        rest: sql`${from(value.rows)} JOIN ${from(grant)} ON ${value.isOf(grant)} WHERE ${where}`,
      };
}
