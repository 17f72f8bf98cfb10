import { Grant } from '../../entities/funding/grant.entity.js';
import { from, functionRows, rows } from '../fields/columns.js';
import { sql, value, type Sql } from '../fields/sql.js';

/**
 * The funders of grants for each sector or region (`parentId`), those with the most grants first: `funderId` and
 * `grantCount`.
 * @param grantIds selects the ids of the grants for the sector or region with this id
 */
export function localFunders(parentIds: Sql, grantIds: (parentId: Sql) => Sql, first: number): Sql {
  const parent = functionRows(sql`unnest(${parentIds})`, ['key']);
  const grant = rows(Grant);
  return sql`SELECT ${parent.key} AS "parentId", f.* FROM ${from(parent)} CROSS JOIN LATERAL (
    SELECT ${grant.funderId} AS "funderId", count(*)::int AS "grantCount" FROM ${from(grant)}
    WHERE ${grant.id} IN (${grantIds(parent.key)})
    GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${value(first)}::int) f`;
}
