import { enumType } from '../../entities/shared/enum-type.js';
import { GrantShare } from '../../entities/funding/grant-share.entity.js';
import { Grant } from '../../entities/funding/grant.entity.js';
import { Transaction } from '../../entities/funding/transaction.entity.js';
import {
  aliasOf,
  commonTable,
  from,
  rows,
  selectedRows,
  selectList,
  subquery,
  withTables,
  type Columns,
  type CommonTable,
} from '../fields/columns.js';
import type { Selection } from '../fields/selection.js';
import { EMPTY, join, literal, NULL, raw, sql, value, type Sql } from '../fields/sql.js';
import { countedGrants, type GrantSet } from './counted-grants.js';
import { amountColumns, shareOfAward } from './grant-amounts.js';
import { described, DIMENSIONS, type GrantDimension, type Values } from './grant-dimensions.js';
import { AMOUNT, isOfTransactions, KIND_OF_MEASURE, MEASURES, type Measure } from './measures.js';

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

/** One row per grant and value, with the part of its amounts that belongs to the value. */
type MemberColumn = 'key' | 'year' | 'currency' | 'counts' | (typeof AMOUNT)[Measure];
type Members = CommonTable<MemberColumn>;
type AmountOf = (measure: Measure) => Sql;

/**
 * The counted grants grouped by the values of a dimension: one row per value, year and currency, in the order
 * of the values.
 */
export function groups(
  { by, perYear, yearOf, first, measures, fields }: Groups,
  set: GrantSet,
): Sql {
  const { tables, isCounted } = countedGrants(set);
  const isPaid = yearOf === 'TRANSACTION';
  const members = isPaid
    ? paidMembers(by, isCounted, measures)
    : awardedMembers(by, isCounted, measures);
  const member = members.rows();
  const figures = amountColumns(measures, fields, (measure) => member[AMOUNT[measure]]);
  const grouped = commonTable(
    {
      key: member.key,
      year: perYear ? member.year : sql`${NULL}::int`,
      currency: member.currency,
      grants: sql`count(${isPaid ? raw('DISTINCT ') : EMPTY}${member.counts})::int`,
      ...figures,
    },
    sql`FROM ${from(member)} GROUP BY 1, 2, 3`,
  );
  const group = grouped.rows();
  const sized = commonTable(
    { ...every(group, figures), size: sql`sum(${group.grants}) OVER (PARTITION BY ${group.key})` },
    sql`FROM ${from(group)}`,
  );
  const size = sized.rows();
  const ranked = commonTable(
    {
      ...every(size, figures),
      rank: sql`dense_rank() OVER (ORDER BY ${size.size} DESC, ${size.key})`,
    },
    sql`FROM ${from(size)}`,
  );
  const rank = ranked.rows();
  const found = commonTable(
    { ...every(rank, figures), rank: rank.rank },
    sql`FROM ${from(rank)} WHERE ${rank.rank} <= coalesce(${value(first)}::bigint, ${rank.rank})`,
  );
  const row = found.rows();
  const { key, ...own } = every(row, figures);
  const { columns, join: joined } = described(DIMENSIONS[by], key);
  return withTables(
    [...tables, members, grouped, sized, ranked, found],
    sql`SELECT ${selectList({ ...columns, ...own })} FROM ${from(row)} ${joined}
      ORDER BY ${row.rank}, ${row.year}, ${row.currency}`,
  );
}

/** The columns of a group. */
function every(
  row: Readonly<Record<string, Sql>>,
  figures: Readonly<Record<string, Sql>>,
): Record<'key' | 'year' | 'currency' | 'grants', Sql> & Record<string, Sql> {
  const { key, year, currency, grants } = row as Record<
    'key' | 'year' | 'currency' | 'grants',
    Sql
  >;
  const own = Object.keys(figures).map((name) => [name, row[name] as Sql] as const);
  return { ...Object.fromEntries(own), key, year, currency, grants };
}

type IsCounted = (grant: Columns<Grant>) => Sql;

const yearSql = ({ awardedOn }: Columns<Grant>) => sql`left(${awardedOn}, 4)::int`;

const amountColumnsOf = (amountOf: AmountOf) =>
  Object.fromEntries(MEASURES.map((measure) => [AMOUNT[measure], amountOf(measure)])) as Record<
    (typeof AMOUNT)[Measure],
    Sql
  >;

/** The counted grants with their values. */
interface GrantValues {
  readonly grant: Columns<Grant>;
  readonly key: Sql;
  readonly from: Sql;
  readonly values: Values | null;
  /** The part of an amount that belongs to the value. */
  readonly amountOf: AmountOf;
}

function grantValues(
  by: GrantDimension,
  grant: Columns<Grant>,
  measures: readonly Measure[],
): GrantValues {
  const { key, values } = DIMENSIONS[by];
  const whole: AmountOf = (measure) => grant[AMOUNT[measure]];
  if (values === null) {
    return { grant, key: key?.(grant) ?? NULL, from: from(grant), values, amountOf: whole };
  }
  const own = values();
  const joined = sql`${from(grant)} LEFT JOIN ${from(own.rows)} ON ${own.isOf(grant)}`;
  const { amount } = own;
  if (amount === undefined || !measures.includes('AWARDED')) {
    return { grant, key: own.key, from: joined, values: own, amountOf: whole };
  }
  const share = rows(GrantShare);
  const known = subquery(
    { grantId: share.grantId, amount: sql`sum(${share.amount})` },
    sql`FROM ${from(share)} WHERE ${share.amount} IS NOT NULL GROUP BY ${share.grantId}`,
  );
  return {
    grant,
    key: own.key,
    from: sql`${joined} LEFT JOIN ${from(known)} ON ${known.grantId} = ${grant.id}`,
    values: own,
    amountOf: (measure) =>
      measure === 'AWARDED' ? shareOfAward(grant, amount, known.amount) : whole(measure),
  };
}

function awardedMembers(
  by: GrantDimension,
  isCounted: IsCounted,
  measures: readonly Measure[],
): Members {
  if (by === 'SECTOR' && measures.some(isOfTransactions)) return sectorMembers(isCounted, measures);
  const grant = selectedRows(Grant, (each) => sql`WHERE ${isCounted(each)}`);
  const { key, from: rest, values, amountOf } = grantValues(by, grant, measures);
  const percentage = values?.percentage;
  return commonTable(
    {
      key,
      year: yearSql(grant),
      currency: grant.currency,
      counts: sql`1`,
      ...amountColumnsOf(
        percentage === undefined
          ? amountOf
          : (measure) => byPercentage(grant[AMOUNT[measure]], percentage),
      ),
    },
    sql`FROM ${rest}`,
  );
}

/** SQL condition: the transaction is of the kind of this measure. */
const isOfKind = ({ kind }: Columns<Transaction>, measure: keyof typeof KIND_OF_MEASURE) =>
  sql`${kind} = ${literal(KIND_OF_MEASURE[measure])}`;

/**
 * Like `awardedMembers`, but amounts that follow transactions are split by their years. A grant has a row for each
 * year in which it has any of the amounts.
 */
function paidMembers(
  by: GrantDimension,
  isCounted: IsCounted,
  measures: readonly Measure[],
): Members {
  const statedGrant = selectedRows(Grant, (each) => sql`WHERE ${isCounted(each)}`);
  const stated = grantValues(by, statedGrant, measures);
  const statedAmount: AmountOf = (measure) => {
    if (!isOfTransactions(measure)) return stated.amountOf(measure);
    const transaction = rows(Transaction);
    return sql`CASE WHEN NOT EXISTS (SELECT 1 FROM ${from(transaction)} WHERE ${transaction.grantId} = ${statedGrant.id}
      AND ${isOfKind(transaction, measure)}) THEN ${stated.amountOf(measure)} END`;
  };
  const paidGrant = selectedRows(Grant, (each) => sql`WHERE ${isCounted(each)}`);
  const paid = grantValues(by, paidGrant, measures);
  const transaction = rows(Transaction);
  const paidAmount: AmountOf = (measure) =>
    isOfTransactions(measure)
      ? sql`sum(${transaction.value}) FILTER (WHERE ${isOfKind(transaction, measure)})`
      : NULL;
  const isPaid = [
    literal(false),
    ...measures.filter(isOfTransactions).map((measure) => isOfKind(transaction, measure)),
  ];
  const year = sql`left(${transaction.valueDate}, 4)`;
  const paidKey = by === 'YEAR' ? year : paid.key;
  const { currency, id } = paidGrant;
  return commonTable(
    {
      key: stated.key,
      year: yearSql(statedGrant),
      currency: statedGrant.currency,
      counts: statedGrant.id,
      ...amountColumnsOf(statedAmount),
    },
    sql`FROM ${stated.from} WHERE coalesce(${join([...measures.map(statedAmount), NULL])}) IS NOT NULL
      UNION ALL
      SELECT ${paidKey}, ${year}::int, ${currency}, ${id}, ${join(MEASURES.map(paidAmount))}
      FROM ${paid.from} JOIN ${from(transaction)} ON ${transaction.grantId} = ${id}
      WHERE ${join(isPaid, ' OR ')}
      GROUP BY ${paidKey}, ${year}, ${currency}, ${id}`,
  );
}

/** Percentages are rounded to six decimals, and amounts split by them to twelve. */
const SPLIT = raw('decimal(38, 12)');
const byPercentage = (amount: Sql, percentage: Sql) =>
  sql`${amount}::${SPLIT} * round(coalesce(${percentage}, 100) * 0.01, 8)`;

/** Rounding is slow, so it is skipped if there is no percentage. */
const roundedByPercentage = (amount: Sql, percentage: Sql) =>
  sql`CASE WHEN ${percentage} IS NULL THEN ${amount}::${SPLIT} ELSE (${byPercentage(amount, percentage)})::${SPLIT} END`;

/** SQL condition: the transactions of the grant say for which sector they are. */
function isSplit({ id }: Columns<Grant>): Sql {
  const transaction = rows(Transaction);
  return sql`EXISTS (SELECT 1 FROM ${from(transaction)} WHERE ${transaction.grantId} = ${id} AND ${transaction.sectorId} IS NOT NULL)`;
}

/**
 * By sector, amounts that follow transactions are split by the sectors of the transactions if there are any, and
 * all others by the percentages of the grant. Money without a sector belongs to the unknown sector. Both
 * have the same SQL type, because otherwise one would be rounded to the other.
 */
function sectorMembers(isCounted: IsCounted, measures: readonly Measure[]): Members {
  const grant = selectedRowsWithSplit(isCounted);
  const { key, from: rest, values } = grantValues('SECTOR', grant, measures);
  const percentage = values?.percentage ?? NULL;
  const unlessSplit: AmountOf = (measure) => {
    const rounded = roundedByPercentage(grant[AMOUNT[measure]], percentage);
    return isOfTransactions(measure)
      ? sql`CASE WHEN NOT ${aliasOf(grant)}."isSplit" THEN ${rounded} END`
      : rounded;
  };
  const split = rows(Grant);
  const transaction = rows(Transaction);
  const byTransaction: AmountOf = (measure) =>
    isOfTransactions(measure)
      ? sql`(sum(${transaction.value}) FILTER (WHERE ${isOfKind(transaction, measure)}))::${SPLIT}`
      : NULL;
  return commonTable(
    {
      key,
      year: yearSql(grant),
      currency: grant.currency,
      counts: sql`1`,
      ...amountColumnsOf(unlessSplit),
    },
    sql`FROM ${rest}
      UNION ALL
      SELECT ${transaction.sectorId}, ${yearSql(split)}, ${split.currency}, ${NULL}, ${join(MEASURES.map(byTransaction))}
      FROM ${from(split)} JOIN ${from(transaction)} ON ${transaction.grantId} = ${split.id}
      WHERE ${isCounted(split)} AND ${isSplit(split)}
      GROUP BY ${split.id}, ${split.awardedOn}, ${split.currency}, ${transaction.sectorId}`,
  );
}

const selectedRowsWithSplit = (isCounted: IsCounted) =>
  selectedRows(
    Grant,
    (grant) => sql`WHERE ${isCounted(grant)}`,
    (grant) => ({
      isSplit: isSplit(grant),
    }),
  );
