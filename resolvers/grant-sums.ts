import type { Selection } from '../src/graph/selection.js';
import type { Row } from '../src/graph/row.js';
import type { Reader } from '../src/graph/reader.js';
import { Statement } from '../src/graph/statement.js';
import { grantsWhere, type GrantFilterValues } from './grant-dimensions.js';
import type { Measure } from './grant.filters.js';

export interface LeftOutGrant {
  readonly id: string;
  readonly reason: 'PASSED_ON' | 'MADE_TO_PASS_ON' | 'SECONDARY_REPORT';
}

/**
 * The grants that meet the filter and are left out of totals, so that no money is counted twice: that
 * of each is counted in another grant that meets the filter too.
 *
 * Few grants can be such (index `grant_may_be_left_out`), so looking for them comes first and costs
 * next to nothing.
 */
export async function leftOutGrants(
  reader: Reader,
  filter: GrantFilterValues | null,
): Promise<readonly LeftOutGrant[]> {
  const statement = new Statement();
  const where = grantsWhere(filter, statement);
  const other = `NOT other.is_secondary_report AND ${where.replaceAll(/\bt\./g, 'other.')}`;
  const rows = await reader.query(
    `SELECT id, reason FROM (
       SELECT t.id, CASE
         WHEN t.is_secondary_report THEN 'SECONDARY_REPORT'
         WHEN EXISTS (SELECT FROM "grant" other WHERE other.id = t.parent_id AND ${other}) THEN 'PASSED_ON'
         WHEN t.regrant IS NOT NULL AND NOT EXISTS (SELECT FROM "grant" c WHERE c.parent_id = t.id) AND EXISTS (
           SELECT FROM grant_share s JOIN "grant" other ON other.funder_id = s.organization_id
           WHERE s.grant_id = t.id AND ${other}) THEN 'MADE_TO_PASS_ON'
       END AS reason
       FROM "grant" t
       WHERE (t.is_secondary_report OR t.parent_id IS NOT NULL OR t.regrant IS NOT NULL) AND ${where}
     ) AS suspects WHERE reason IS NOT NULL`,
    statement.values,
  );
  return rows as unknown as readonly LeftOutGrant[];
}

/** The grants that are counted: those that meet the filter, but for those left out. */
export interface CountedGrants {
  readonly filter: GrantFilterValues | null;
  /** Their ids. */
  readonly leftOut: readonly string[];
}

/** The condition that a grant `t` is counted. */
export function countedWhere({ filter, leftOut }: CountedGrants, statement: Statement): string {
  return `${grantsWhere(filter, statement)} AND t.id <> ALL(${statement.bind(leftOut)}::uuid[])`;
}

/** The measures that are sums of transactions, each of one kind. */
export const KIND_OF_MEASURE = {
  COMMITTED: 'COMMITMENT',
  DISBURSED: 'DISBURSEMENT',
  SPENT: 'EXPENDITURE',
} as const;

export function isOfTransactions(measure: Measure): measure is keyof typeof KIND_OF_MEASURE {
  return measure in KIND_OF_MEASURE;
}

export const columnOf = (measure: Measure): string => measure.toLowerCase();

/** What is asked of the amounts of each sort, as columns; `amountsOf` reads them. */
export function amountColumns(
  measures: readonly Measure[],
  fields: Selection,
  alias = 't',
): string {
  return measures
    .flatMap((measure) => {
      const column = `${alias}.${columnOf(measure)}`;
      const middle = (direction: string) =>
        `percentile_disc(0.5) WITHIN GROUP (ORDER BY ${column} ${direction})`;
      return [
        `count(${column})::int AS "${measure}_grants"`,
        ...(fields.has('sum') ? [`trim_scale(sum(${column})) AS "${measure}_sum"`] : []),
        ...(fields.has('min') ? [`trim_scale(min(${column})) AS "${measure}_min"`] : []),
        ...(fields.has('max') ? [`trim_scale(max(${column})) AS "${measure}_max"`] : []),
        // Halfway between the lower and the upper one in the middle, which are the same of an odd number.
        ...(fields.has('median')
          ? [`trim_scale((${middle('ASC')} + ${middle('DESC')}) / 2) AS "${measure}_median"`]
          : []),
      ];
    })
    .join(', ');
}

/** The amounts of one sort in a row with `amountColumns`; nothing if no grant has such an amount. */
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
