import { enumType } from '../entities/enum-type.js';
import type { Selection } from '../src/graph/selection.js';
import { Statement } from '../src/graph/statement.js';
import {
  DIMENSIONS,
  known,
  type GrantDimension,
  type GrantFilterValues,
} from './grant-dimensions.js';
import { Measure } from './grant.filters.js';
import {
  amountColumns,
  columnOf,
  countedGrants,
  isOfTransactions,
  KIND_OF_MEASURE,
  SHARE_OF_AWARD,
} from './grant-sums.js';

export const YearOf = enumType(
  'YearOf',
  'The date that decides in which year an amount is counted.',
  {
    AWARD: 'The year in which the grant was awarded.',
    TRANSACTION:
      'The year of each transaction. For an amount stated without transactions, the year of the award.',
  },
);
export type YearOf = keyof typeof YearOf;

interface Groups {
  readonly by: GrantDimension;
  readonly perYear: boolean;
  readonly yearOf: YearOf;
  /** Null for all values. */
  readonly first: number | null;
  readonly measures: readonly Measure[];
  /** The selected fields of the amounts. */
  readonly fields: Selection;
}

/**
 * The counted grants grouped by the values of a dimension: one row per value, year and currency, in the order
 * of the values.
 */
export function groupsStatement(
  { by, perYear, yearOf, first, measures, fields }: Groups,
  filter: GrantFilterValues | null,
): { readonly text: string; readonly values: readonly unknown[] } {
  const statement = new Statement();
  const { leftOut, where } = countedGrants(filter, statement);
  const { columns, join } = known(DIMENSIONS[by]);
  const amounts = measures.length === 0 ? '' : `, ${amountColumns(measures, fields, 'm')}`;
  const [members, counts] =
    yearOf === 'AWARD'
      ? [memberRows(by, where, measures), 'm.counts']
      : [paidRows(by, where, measures), 'DISTINCT m.counts'];
  const text = `WITH ${leftOut}, m AS (${members}), grouped AS (
      SELECT m.key, ${perYear ? 'm.year' : 'NULL::int'} AS year, m.currency, count(${counts})::int AS grants${amounts}
      FROM m GROUP BY 1, 2, 3
    ), sized AS (
      SELECT g.*, sum(g.grants) OVER (PARTITION BY g.key) AS size FROM grouped g
    ), ranked AS (
      SELECT s.*, dense_rank() OVER (ORDER BY s.size DESC, s.key) AS rank FROM sized s
    ), f AS (
      SELECT r.* FROM ranked r WHERE r.rank <= coalesce(${statement.bind(first)}::bigint, r.rank)
    )
    SELECT ${columns}, ${groupColumns(measures, fields)} FROM f ${join}
    ORDER BY f.rank, f.year, f.currency`;
  return { text, values: statement.values };
}

/** The columns of a group except its key, whose name is used by the value. */
function groupColumns(measures: readonly Measure[], fields: Selection): string {
  const names = measures.flatMap((measure) =>
    ['grants', ...['sum', 'min', 'max', 'median'].filter((name) => fields.has(name))].map(
      (name) => `f."${measure}_${name}"`,
    ),
  );
  return ['f.year', 'f.currency', 'f.grants', ...names].join(', ');
}

const ALL = Object.keys(Measure) as Measure[];
const list = (amount: (measure: Measure) => string) =>
  ALL.map((measure) => `${amount(measure)} AS ${columnOf(measure)}`).join(', ');

const YEAR = 'left(t.awarded_on, 4)::int AS year';

type RowsOf = (amount: (measure: Measure) => string, from: string) => string;

/** One row per grant and value, with the part of its amounts that belongs to the value. */
function memberRows(by: GrantDimension, where: string, measures: readonly Measure[]): string {
  const { key } = DIMENSIONS[by];
  const rows: RowsOf = (amount, from) =>
    `SELECT ${key} AS key, ${YEAR}, t.currency, 1 AS counts, ${list(amount)} FROM ${from}`;
  const { from, amount } = members(by, where, measures);
  if (by !== 'SECTOR') return rows(amount, from);
  return measures.some(isOfTransactions) ? sectorRows(where, rows, from) : rows(byPercentage, from);
}

/** The counted grants `t` with their values `l`, and the SQL of a value's amounts. */
function members(by: GrantDimension, where: string, measures: readonly Measure[]) {
  const { links } = DIMENSIONS[by];
  const counted = `(SELECT * FROM "grant" t WHERE ${where}) t`;
  const from = links === null ? counted : `${counted} LEFT JOIN ${links.from} ON ${links.on}`;
  return by === 'RECIPIENT' && measures.includes('AWARDED')
    ? { from: `${from} ${KNOWN_SHARES}`, amount: shareOf }
    : { from, amount: whole };
}

const whole = (measure: Measure) => `t.${columnOf(measure)}`;

const shareOf = (measure: Measure) => (measure === 'AWARDED' ? SHARE_OF_AWARD : whole(measure));
const KNOWN_SHARES = `LEFT JOIN (
    SELECT o.grant_id, sum(o.amount) AS amount FROM grant_share o WHERE o.amount IS NOT NULL GROUP BY o.grant_id
  ) known ON known.grant_id = t.id`;

/**
 * Like `memberRows`, but amounts that follow transactions are split by their years. A grant has a row for each
 * year in which it has any of the amounts.
 */
function paidRows(by: GrantDimension, where: string, measures: readonly Measure[]): string {
  const { key } = DIMENSIONS[by];
  const { from, amount } = members(by, where, measures);
  const ofKind = (measure: keyof typeof KIND_OF_MEASURE) =>
    `x.kind = '${KIND_OF_MEASURE[measure]}'`;
  const stated = (measure: Measure) =>
    isOfTransactions(measure)
      ? `CASE WHEN NOT EXISTS (SELECT 1 FROM grant_transaction x WHERE x.grant_id = t.id AND ${ofKind(measure)}) THEN ${amount(measure)} END`
      : amount(measure);
  const paid = (measure: Measure) =>
    isOfTransactions(measure) ? `sum(x.value) FILTER (WHERE ${ofKind(measure)})` : 'NULL';
  const kinds = measures.filter(isOfTransactions).map(ofKind);
  const year = 'left(x.value_date, 4)';
  const paidKey = by === 'YEAR' ? year : key;
  return `SELECT ${key} AS key, ${YEAR}, t.currency, t.id AS counts, ${list(stated)}
    FROM ${from} WHERE coalesce(${[...measures.map(stated), 'NULL'].join(', ')}) IS NOT NULL
    UNION ALL
    SELECT ${paidKey}, ${year}::int, t.currency, t.id, ${list(paid)}
    FROM ${from} JOIN grant_transaction x ON x.grant_id = t.id
    WHERE ${['false', ...kinds].join(' OR ')}
    GROUP BY ${paidKey}, ${year}, t.currency, t.id`;
}

/** Percentages are rounded to six decimals, and amounts split by them to twelve. */
const byPercentage = (measure: Measure) =>
  `t.${columnOf(measure)}::${SPLIT} * round(coalesce(l.percentage, 100) * 0.01, 8)`;
const SPLIT = 'decimal(38, 12)';

/** Rounding is slow, so it is skipped if there is no percentage. */
const roundedByPercentage = (measure: Measure) =>
  `CASE WHEN l.percentage IS NULL THEN t.${columnOf(measure)}::${SPLIT} ELSE (${byPercentage(measure)})::${SPLIT} END`;

const IS_SPLIT =
  'EXISTS (SELECT 1 FROM grant_transaction x WHERE x.grant_id = t.id AND x.sector_id IS NOT NULL)';

/**
 * By sector, amounts that follow transactions are split by the sectors of the transactions if there are any, and
 * all others by the percentages of the grant. Money without a sector belongs to the unknown sector. Both
 * have the same SQL type, because otherwise one would be rounded to the other.
 */
function sectorRows(where: string, rows: RowsOf, from: string): string {
  const unlessSplit = (measure: Measure) =>
    isOfTransactions(measure)
      ? `CASE WHEN NOT t.is_split THEN ${roundedByPercentage(measure)} END`
      : roundedByPercentage(measure);
  const byTransaction = (measure: Measure) =>
    isOfTransactions(measure)
      ? `(sum(x.value) FILTER (WHERE x.kind = '${KIND_OF_MEASURE[measure]}'))::${SPLIT}`
      : 'NULL';
  const split = from.replace('SELECT *', `SELECT *, ${IS_SPLIT} AS is_split`);
  return `${rows(unlessSplit, split)}
    UNION ALL
    SELECT x.sector_id, ${YEAR}, t.currency, NULL, ${list(byTransaction)}
    FROM "grant" t JOIN grant_transaction x ON x.grant_id = t.id
    WHERE ${where} AND ${IS_SPLIT}
    GROUP BY t.id, t.awarded_on, t.currency, x.sector_id`;
}
