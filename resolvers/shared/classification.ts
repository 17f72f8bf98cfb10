/** SQL for sectors and regions with everything within them. */

import { Region } from '../../entities/network/region.entity.js';
import { Sector } from '../../entities/network/sector.entity.js';
import { from, rows, type Columns } from '../../src/fields/columns.js';
import type { ClassOf } from '../../src/fields/row.js';
import { sql, type Sql } from '../../src/fields/sql.js';

/**
 * `= ANY (…)`: the ids of some sectors and of everything within them. An array, because PostgreSQL would join a
 * subquery and search the parts of a sector again for each row.
 */
export function sectorsWithin(which: (sector: Columns<Sector>) => Sql): Sql {
  const sector = rows(Sector);
  return sql`ANY (ARRAY(SELECT sectors_below(${sector.id}) FROM ${from(sector)} WHERE ${which(sector)}))`;
}

/** Like `sectorsWithin`, for one sector. */
export const sectorsWithinOne = (id: Sql): Sql => sql`ANY (ARRAY(SELECT sectors_below(${id})))`;

/** `= ANY (…)`: the ids of some regions and of everything within them. */
export function regionsWithin(which: (region: Columns<Region>) => Sql): Sql {
  const region = rows(Region);
  const top = rows(Region);
  return sql`ANY (ARRAY(SELECT ${region.id} FROM ${from(region)} JOIN ${from(top)} ON starts_with(${region.code}, ${top.code}) WHERE ${which(top)}))`;
}

export const regionsWithinOne = (id: Sql): Sql =>
  regionsWithin((region) => sql`${region.id} = ${id}`);

/**
 * SQL condition: the row has one of these ids. IS TRUE makes PostgreSQL hash the ids of a parent. As a join, it would
 * look up each row in the entries, which is slow if few rows belong to the parent.
 */
const isAmong = (id: Sql, ids: Sql) => sql`(${id} IN (${ids})) IS TRUE`;

/** Links rows to a sector by entries of another table: those in the sector or in a part of it. */
export const inSector = <Entry>(
  entity: ClassOf<Entry>,
  of: (entry: Columns<Entry>) => { readonly rowId: Sql; readonly sectorId: Sql },
) => ({
  on: (row: { readonly id: Sql }, id: Sql) => {
    const entry = rows(entity);
    const { rowId, sectorId } = of(entry);
    return isAmong(
      row.id,
      sql`SELECT ${rowId} FROM ${from(entry)} WHERE ${sectorId} = ${sectorsWithinOne(id)}`,
    );
  },
});

/** Links rows to a region by entries of another table: those in the region or in a part of it. */
export const inRegion = <Entry>(
  entity: ClassOf<Entry>,
  of: (entry: Columns<Entry>) => { readonly rowId: Sql; readonly regionId: Sql },
) => ({
  on: (row: { readonly id: Sql }, id: Sql) => {
    const entry = rows(entity);
    const { rowId, regionId } = of(entry);
    return isAmong(
      row.id,
      sql`SELECT ${rowId} FROM ${from(entry)} WHERE ${regionId} = ${regionsWithinOne(id)}`,
    );
  },
});

/** Links rows to the region that they are in, or to a region around it. */
export const LOCATED_IN = {
  on: (row: { readonly regionId: Sql }, regionId: Sql) =>
    sql`${row.regionId} = ${regionsWithinOne(regionId)}`,
};
