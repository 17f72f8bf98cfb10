import type { Selection } from '../src/graph/selection.js';
import type { Row } from '../src/graph/row.js';
import { Statement } from '../src/graph/statement.js';
import { grantsWhere, type GrantFilterValues } from './grant-dimensions.js';
import type { Measure } from './grant.filters.js';

/** Why a grant is not counted. */
export type LeftOutReason = 'PASSED_ON' | 'MADE_TO_PASS_ON' | 'SECONDARY_REPORT';

/** A part of a statement about counted grants. */
export interface CountedGrants {
  /** The table `left_out` and the tables it needs, for the statement's `WITH`. */
  readonly leftOut: string;
  /** SQL condition: the grant `t` is counted. */
  readonly where: string;
  /** SQL condition: the grant `t` meets the filter. */
  readonly isMeant: string;
}

/** Only the money of these grants can also be counted in another grant (index `grant_may_be_left_out`). */
const MAY_BE_LEFT_OUT =
  '(t.is_secondary_report OR t.parent_id IS NOT NULL OR t.regrant IS NOT NULL)';

/**
 * The grants that meet the filter, except those left out because their money is also counted in another grant that
 * meets the filter.
 *
 * Some grants are made to be granted on, but no other grant names them as its origin. Their money counts as granted
 * on if the recipient makes grants in the same currency in that year or later.
 *
 * Few grants can be left out, so they are selected first. Each search among all grants runs once for all of them.
 * PostgreSQL hashes the subquery of the ids in every plan.
 */
export function countedGrants(
  filter: GrantFilterValues | null,
  statement: Statement,
): CountedGrants {
  const isMeant = grantsWhere(filter, statement);
  const other = `NOT other.is_secondary_report AND ${isMeant.replaceAll(/\bt\./g, 'other.')}`;
  return {
    isMeant,
    leftOut: `suspect AS MATERIALIZED (
       SELECT t.id, t.parent_id, t.is_secondary_report, t.regrant, t.currency, t.awarded_on FROM "grant" t
       WHERE ${MAY_BE_LEFT_OUT} AND ${isMeant}
     ), paying AS MATERIALIZED (
       SELECT other.id FROM "grant" other WHERE other.id IN (SELECT s.parent_id FROM suspect s) AND ${other}
     ), childless AS MATERIALIZED (
       SELECT s.id, s.currency, left(s.awarded_on, 4) AS year FROM suspect s WHERE s.regrant IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM "grant" c WHERE c.parent_id = s.id AND c.parent_id IS NOT NULL)
     ), gift AS MATERIALIZED (
       SELECT s.id, s.currency, s.year, r.organization_id FROM childless s
         CROSS JOIN LATERAL (SELECT r.organization_id FROM grant_share r WHERE r.grant_id = s.id OFFSET 0) r
     ), granting AS MATERIALIZED (
       SELECT other.funder_id AS id, other.currency, max(coalesce(left(other.awarded_on, 4), '9999')) AS last_year
       FROM "grant" other WHERE other.funder_id IN (SELECT g.organization_id FROM gift g) AND ${other}
       GROUP BY other.funder_id, other.currency
     ), passed_on AS MATERIALIZED (
       SELECT g.id FROM gift g JOIN granting o ON o.id = g.organization_id AND o.currency = g.currency
       WHERE o.last_year >= coalesce(g.year, '0000')
     ), left_out AS MATERIALIZED (
       SELECT id, reason FROM (
         SELECT s.id, CASE
           WHEN s.is_secondary_report THEN 'SECONDARY_REPORT'
           WHEN s.parent_id IN (SELECT p.id FROM paying p) THEN 'PASSED_ON'
           WHEN s.id IN (SELECT p.id FROM passed_on p) THEN 'MADE_TO_PASS_ON'
         END AS reason FROM suspect s OFFSET 0
       ) AS found WHERE reason IS NOT NULL
     )`,
    where: `${isMeant} AND (NOT ${MAY_BE_LEFT_OUT} OR t.id NOT IN (SELECT l.id FROM left_out l))`,
  };
}

/** The grants that are left out, with the reason for each. */
export function leftOutStatement(filter: GrantFilterValues | null) {
  const statement = new Statement();
  const { leftOut } = countedGrants(filter, statement);
  const text = `WITH ${leftOut} SELECT id, reason FROM left_out ORDER BY id`;
  return { text, values: statement.values };
}

/**
 * The part of the grant `t` awarded to the recipient `l`: its share or, if that is unknown, what remains after the
 * known shares of others, whose sum is `known.amount`.
 */
export const SHARE_OF_AWARD = `coalesce(l.amount, CASE WHEN known.amount IS NULL THEN t.awarded
  ELSE greatest(t.awarded - known.amount, 0) END)`;

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

/**
 * The mean of the two middle values, which are the same value if the number is odd. The value at fraction p of n
 * is number ceil(p × n), so a fraction slightly above one half gives the upper one, and both need only one sort.
 * Multiplying by 0.5 is exact; a division may not be.
 */
function medianOf(column: string): string {
  const middle = `(percentile_disc(ARRAY[0.5, 0.5000000001]) WITHIN GROUP (ORDER BY ${column}))`;
  return `trim_scale((${middle}[1] + ${middle}[2]) * 0.5)`;
}

/** The selected figures of each measure, as columns for `amountsOf`. */
export function amountColumns(
  measures: readonly Measure[],
  fields: Selection,
  alias = 't',
): string {
  return measures
    .flatMap((measure) => {
      const column = `${alias}.${columnOf(measure)}`;
      return [
        `count(${column})::int AS "${measure}_grants"`,
        ...(fields.has('sum') ? [`trim_scale(sum(${column})) AS "${measure}_sum"`] : []),
        ...(fields.has('min') ? [`trim_scale(min(${column})) AS "${measure}_min"`] : []),
        ...(fields.has('max') ? [`trim_scale(max(${column})) AS "${measure}_max"`] : []),
        ...(fields.has('median') ? [`${medianOf(column)} AS "${measure}_median"`] : []),
      ];
    })
    .join(', ');
}

/** The amounts of the counted grants, one row per currency. */
export function amountsStatement(
  measures: readonly Measure[],
  fields: Selection,
  filter: GrantFilterValues | null,
): { readonly text: string; readonly values: readonly unknown[] } {
  const statement = new Statement();
  const { leftOut, where } = countedGrants(filter, statement);
  // Only awarded amounts are in an index in the required order. For the other measures, a sequential scan and a sort
  // are faster than random reads in index order.
  const isIndexed = measures.every((measure) => measure === 'AWARDED');
  const text = `WITH ${leftOut}
    SELECT t.currency, ${amountColumns(measures, fields)}
    FROM (SELECT * FROM "grant" t WHERE ${where}${isIndexed ? '' : ' OFFSET 0'}) t
    GROUP BY t.currency ORDER BY t.currency`;
  return { text, values: statement.values };
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
