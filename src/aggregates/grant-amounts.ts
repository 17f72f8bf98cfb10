import { Grant } from '../../entities/funding/grant.entity.js';
import { from, rows, selectedRows, selectList, withTables } from '../fields/columns.js';
import type { Row } from '../fields/row.js';
import type { Selection } from '../fields/selection.js';
import { NULL, raw, sql, type Sql } from '../fields/sql.js';
import { countedGrants, type GrantSet } from './counted-grants.js';
import { AMOUNT, type Measure } from './measures.js';

/** A sum as an exact decimal text without trailing zeros. */
export const exactSum = (amount: Sql): Sql => sql`trim_scale(sum(${amount}))`;

/**
 * The mean of the two middle values, which are the same value if the number is odd. The value at fraction p of n
 * is number ceil(p × n), so a fraction slightly above one half gives the upper one, and both need only one sort.
 * Multiplying by 0.5 is exact; a division may not be.
 */
function medianOf(amount: Sql): Sql {
  const middle = sql`(percentile_disc(ARRAY[0.5, 0.5000000001]) WITHIN GROUP (ORDER BY ${amount}))`;
  return sql`trim_scale((${middle}[1] + ${middle}[2]) * 0.5)`;
}

/** The selected figures of each measure, as columns for `amountsOf`. */
export function amountColumns(
  measures: readonly Measure[],
  fields: Selection,
  amountOf: (measure: Measure) => Sql,
): Record<string, Sql> {
  return Object.fromEntries(
    measures.flatMap((measure) => {
      const amount = amountOf(measure);
      const figures: Record<string, Sql> = {
        sum: exactSum(amount),
        min: sql`trim_scale(min(${amount}))`,
        max: sql`trim_scale(max(${amount}))`,
        median: medianOf(amount),
      };
      return [
        [`${measure}_grants`, sql`count(${amount})::int`] as const,
        ...Object.entries(figures)
          .filter(([name]) => fields.has(name))
          .map(([name, figure]) => [`${measure}_${name}`, figure] as const),
      ];
    }),
  );
}

/** The amounts of the counted grants, one row per currency. */
export function amounts(measures: readonly Measure[], fields: Selection, set: GrantSet): Sql {
  const { tables, isCounted } = countedGrants(set);
  // Only awarded amounts are in an index in the required order. For the other measures, a sequential scan and a sort
  // are faster than random reads in index order.
  const isIndexed = measures.every((measure) => measure === 'AWARDED');
  const grant = selectedRows(
    Grant,
    (each) => sql`WHERE ${isCounted(each)}${raw(isIndexed ? '' : ' OFFSET 0')}`,
  );
  const columns = {
    currency: grant.currency,
    ...amountColumns(measures, fields, (measure) => grant[AMOUNT[measure]]),
  };
  return withTables(
    tables,
    sql`SELECT ${selectList(columns)} FROM ${from(grant)}
      GROUP BY ${grant.currency} ORDER BY ${grant.currency}`,
  );
}

/** The grants of the set (`reason` null) and those left out for each reason, as `grants`. */
export function countsByReason(set: GrantSet): Sql {
  const { tables, leftOut } = countedGrants(set);
  const grant = rows(Grant);
  const excluded = leftOut.rows();
  return withTables(
    tables,
    sql`SELECT ${NULL} AS reason, count(*)::int AS grants FROM ${from(grant)} WHERE ${set.where(grant)}
      UNION ALL SELECT ${excluded.reason}, count(*)::int FROM ${from(excluded)} GROUP BY ${excluded.reason}`,
  );
}

/** The grants of the set that are not counted: `id` and `reason`. */
export function leftOutGrants(set: GrantSet): Sql {
  const { tables, leftOut } = countedGrants(set);
  const excluded = leftOut.rows();
  return withTables(
    tables,
    sql`SELECT ${selectList({ id: excluded.id, reason: excluded.reason })} FROM ${from(excluded)} ORDER BY ${excluded.id}`,
  );
}

/** The amounts of one measure in a row with `amountColumns`; empty if no grant has this amount. */
export function amountsOf(row: Row, measure: Measure): Row[] {
  const of = (name: string) => row[`${measure}_${name}`] ?? null;
  if (of('grants') === null || of('grants') === 0) return [];
  return [
    {
      measure,
      currency: row.currency,
      grants: of('grants'),
      sum: of('sum'),
      median: of('median'),
      min: of('min'),
      max: of('max'),
    },
  ];
}
