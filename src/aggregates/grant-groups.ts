import { enumType } from '../../entities/shared/enum-type.js';
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
import {
  EMPTY,
  FALSE,
  join,
  literal,
  NULL,
  raw,
  sql,
  TRUE,
  value,
  type Sql,
} from '../fields/sql.js';
import { countedGrants, type GrantSet } from './counted-grants.js';
import { amountColumns } from './grant-amounts.js';
import { described, DIMENSIONS, type GrantDimension } from './grant-dimensions.js';
import { AMOUNT, isOfTransactions, KIND_OF_MEASURE, MEASURES, type Measure } from './measures.js';
import { asPart, partOf, shares, type Shares } from './shares.js';

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
  const shared = sharesOf(by, isCounted);
  const membersOf = isPaid ? paidMembers : awardedMembers;
  const members = membersOf(by, isCounted, measures, shared);
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
    [...tables, ...(shared?.tables ?? []), members, grouped, sized, ranked, found],
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

/** The columns of a grant's row that stand for the grants of a group, and how it is read. */
interface Groupable {
  readonly key: Sql;
  /** SQL condition: the value is known, or the grant has none. */
  readonly isCounted: Sql;
  readonly join: Sql;
  /** The part of an amount of the grant that belongs to the value. */
  readonly partOf: (measure: Measure, amount: Sql) => Sql;
}

/** How a grant is grouped: by its only value, or divided among its values. */
function groupable(id: Sql, only: Sql, shared: Shares | null): Groupable {
  if (shared === null) {
    return { key: only, isCounted: TRUE, join: EMPTY, partOf: (_measure, amount) => amount };
  }
  const share = shared.rows();
  return {
    key: share.key,
    isCounted: sql`coalesce(${share.isKnown}, true)`,
    join: sql`LEFT JOIN ${from(share)} ON ${share.id} = ${id}`,
    partOf: (measure, amount) => partOf(amount, share, measure === 'AWARDED'),
  };
}

const onlyValue = (by: GrantDimension, grant: Columns<Grant>) =>
  DIMENSIONS[by].key?.(grant) ?? NULL;

/** The shares of the counted grants; null if they have one value at most. */
function sharesOf(by: GrantDimension, isCounted: IsCounted): Shares | null {
  const { values, shared = values } = DIMENSIONS[by];
  if (shared === null) return null;
  const grant = rows(Grant);
  const { id, initiativeId, awarded } = grant;
  const divided = commonTable(
    { id, initiativeId, awarded },
    sql`FROM ${from(grant)} WHERE ${isCounted(grant)}`,
  );
  const found = shares(shared(), divided);
  return { ...found, tables: [divided, ...found.tables] };
}

/** SQL condition: the transaction is of the kind of this measure. */
const isOfKind = ({ kind }: Columns<Transaction>, measure: keyof typeof KIND_OF_MEASURE) =>
  sql`${kind} = ${literal(KIND_OF_MEASURE[measure])}`;

/** SQL condition: the transactions of the grant say which value of the dimension they are for. */
function isSplit(by: GrantDimension, { id }: Columns<Grant>): Sql {
  const { ofTransaction } = DIMENSIONS[by];
  if (ofTransaction === undefined) return FALSE;
  const transaction = rows(Transaction);
  return sql`EXISTS (SELECT 1 FROM ${from(transaction)} WHERE ${transaction.grantId} = ${id} AND ${ofTransaction(transaction)} IS NOT NULL)`;
}

/** Amounts of one SQL type, because the copy in columns rounds where it combines several. */
const alike = (by: GrantDimension, amount: Sql) =>
  DIMENSIONS[by].values === null ? amount : asPart(amount);

const sumOf = (transaction: Columns<Transaction>, measure: Measure) =>
  isOfTransactions(measure)
    ? sql`sum(${transaction.value}) FILTER (WHERE ${isOfKind(transaction, measure)})`
    : NULL;

/** A grant whose transactions say where the money goes, with that condition as a column. */
const withSplit = (by: GrantDimension, isCounted: IsCounted) => {
  const grant = selectedRows(
    Grant,
    (each) => sql`WHERE ${isCounted(each)}`,
    (each) => ({ isSplit: isSplit(by, each) }),
  );
  return { grant, split: sql`${aliasOf(grant)}."isSplit"` };
};

/**
 * One row per grant and value, in the year of the award. If the transactions of a grant say where the money goes,
 * amounts that follow transactions are divided by that, and money that they do not place belongs to no known value.
 */
function awardedMembers(
  by: GrantDimension,
  isCounted: IsCounted,
  measures: readonly Measure[],
  shared: Shares | null,
): Members {
  const ofTransaction = DIMENSIONS[by].ofTransaction;
  const follows = ofTransaction !== undefined && measures.some(isOfTransactions);
  const { grant, split } = follows
    ? withSplit(by, isCounted)
    : { grant: selectedRows(Grant, (each) => sql`WHERE ${isCounted(each)}`), split: FALSE };
  const own = groupable(grant.id, onlyValue(by, grant), shared);
  const amountOf: AmountOf = (measure) => {
    if (shared !== null && !measures.includes(measure)) return asPart(NULL);
    const part = own.partOf(measure, grant[AMOUNT[measure]]);
    return follows && isOfTransactions(measure)
      ? sql`CASE WHEN NOT ${split} THEN ${part} END`
      : part;
  };
  const stated = sql`FROM ${from(grant)} ${own.join}`;
  const columns = {
    key: own.key,
    year: yearSql(grant),
    currency: grant.currency,
    counts: sql`CASE WHEN ${own.isCounted} THEN 1 END`,
    ...amountColumnsOf(amountOf),
  };
  if (!follows) return commonTable(columns, stated);
  const paid = rows(Grant);
  const transaction = rows(Transaction);
  const value = ofTransaction(transaction);
  return commonTable(
    columns,
    sql`${stated}
      UNION ALL
      SELECT ${value}, ${yearSql(paid)}, ${paid.currency}, ${NULL}, ${join(MEASURES.map((measure) => alike(by, sumOf(transaction, measure))))}
      FROM ${from(paid)} JOIN ${from(transaction)} ON ${transaction.grantId} = ${paid.id}
      WHERE ${isCounted(paid)} AND ${isSplit(by, paid)}
      GROUP BY ${paid.id}, ${paid.awardedOn}, ${paid.currency}, ${value}`,
  );
}

/**
 * Like `awardedMembers`, but amounts that follow transactions are divided by their years. A grant has a row for each
 * year in which it has any of the amounts.
 */
function paidMembers(
  by: GrantDimension,
  isCounted: IsCounted,
  measures: readonly Measure[],
  shared: Shares | null,
): Members {
  const stated = selectedRows(Grant, (each) => sql`WHERE ${isCounted(each)}`);
  const ofStated = groupable(stated.id, onlyValue(by, stated), shared);
  const statedAmount: AmountOf = (measure) => {
    if (shared !== null && !measures.includes(measure)) return asPart(NULL);
    const part = ofStated.partOf(measure, stated[AMOUNT[measure]]);
    if (!isOfTransactions(measure)) return part;
    const own = rows(Transaction);
    return sql`CASE WHEN NOT EXISTS (SELECT 1 FROM ${from(own)} WHERE ${own.grantId} = ${stated.id}
      AND ${isOfKind(own, measure)}) THEN ${part} END`;
  };
  const paid = paidByYear(by, isCounted, measures);
  const ofPaid = groupable(paid.id, by === 'YEAR' ? sql`${paid.year}::text` : paid.value, shared);
  const isByTransaction = DIMENSIONS[by].ofTransaction !== undefined;
  const paidAmount: AmountOf = (measure) => {
    if (!isOfTransactions(measure) || !measures.includes(measure)) return alike(by, NULL);
    const amount = paid[AMOUNT[measure]];
    const part = ofPaid.partOf(measure, amount);
    return isByTransaction
      ? sql`CASE WHEN ${paid.isSplit} THEN ${asPart(amount)} ELSE ${part} END`
      : part;
  };
  // A grant whose transactions say where the money goes must not be joined with its shares.
  const joined = isByTransaction ? sql`${ofPaid.join} AND NOT ${paid.isSplit}` : ofPaid.join;
  const key = isByTransaction
    ? sql`CASE WHEN ${paid.isSplit} THEN ${paid.value} ELSE ${ofPaid.key} END`
    : ofPaid.key;
  return commonTable(
    {
      key: ofStated.key,
      year: yearSql(stated),
      currency: stated.currency,
      counts: sql`CASE WHEN ${ofStated.isCounted} THEN ${stated.id} END`,
      ...amountColumnsOf(statedAmount),
    },
    sql`FROM ${from(stated)} ${ofStated.join}
      WHERE coalesce(${join([...measures.map(statedAmount), NULL])}) IS NOT NULL
      UNION ALL
      SELECT ${key}, ${paid.year}, ${paid.currency}, CASE WHEN ${ofPaid.isCounted} THEN ${paid.id} END, ${join(MEASURES.map(paidAmount))}
      FROM ${from(paid)} ${joined}`,
  );
}

/** The sums of the transactions of each grant and year, and of each value that they name. */
function paidByYear(
  by: GrantDimension,
  isCounted: IsCounted,
  measures: readonly Measure[],
): Readonly<Record<string, Sql>> &
  Readonly<
    Record<'id' | 'value' | 'year' | 'currency' | 'isSplit' | (typeof AMOUNT)[Measure], Sql>
  > {
  const { grant, split } = withSplit(by, isCounted);
  const transaction = rows(Transaction);
  const value = DIMENSIONS[by].ofTransaction?.(transaction) ?? onlyValue(by, grant);
  const year = sql`left(${transaction.valueDate}, 4)::int`;
  const isPaid = [
    literal(false),
    ...measures.filter(isOfTransactions).map((measure) => isOfKind(transaction, measure)),
  ];
  const grouped = [grant.id, value, year, grant.currency, split];
  return subquery(
    {
      id: grant.id,
      value,
      year,
      currency: grant.currency,
      isSplit: split,
      ...amountColumnsOf((measure) => sumOf(transaction, measure)),
    },
    sql`FROM ${from(grant)} JOIN ${from(transaction)} ON ${transaction.grantId} = ${grant.id}
      WHERE ${join(isPaid, ' OR ')} GROUP BY ${join(grouped.filter((each) => each !== NULL))}`,
  );
}
