import { Grant } from '../../entities/funding/grant.entity.js';
import { Transaction } from '../../entities/funding/transaction.entity.js';
import {
  commonTable,
  from,
  functionRows,
  rows,
  selectList,
  subquery,
  withTables,
  type Columns,
  type CommonTable,
} from '../fields/columns.js';
import {
  EMPTY,
  FALSE,
  identifier,
  join,
  literal,
  raw,
  sql,
  TRUE,
  value,
  type Sql,
} from '../fields/sql.js';
import { countedGrants, type GrantSet } from './counted-grants.js';
import { described, DIMENSIONS, type GrantDimension } from './grant-dimensions.js';
import { AMOUNT, isOfTransactions, KIND_OF_MEASURE, type Measure } from './measures.js';
import { asPart, partOf, shares, type Divided, type Shares } from './shares.js';

export interface Flow {
  readonly measure: Measure;
  readonly currency: string;
  readonly through: readonly GrantDimension[];
  /** The maximum number of values of each level; the others are combined. */
  readonly first: number;
}

/** The name of a level in rows: `n0`, `n1` … */
export const levelName = (level: number): string => `n${String(level)}`;

/** The key of a node that stands for grants without a value, and for all smaller values. */
export const UNKNOWN = '';
export const REST = '*';

/** The counted grants with an amount, from which a flow is made. */
type Flowing = CommonTable<string>;

/** A level of a flow: a grant has its only value, or the shares of its values, or each transaction has its value. */
interface Level {
  readonly name: string;
  readonly dimension: GrantDimension;
  readonly shared: Shares | null;
  /** Whether transactions can say where the money goes. */
  readonly isByTransaction: boolean;
}

/**
 * Returns one row for each node and link, with `amount`, `grants` and `equallySplit`. Each grant is divided among its
 * values at every level, or by what its transactions say; `n0`, `n1` … are the nodes of a part: the key as text,
 * `UNKNOWN` or `REST`. During sorting they are small integers: the rank of a key, 0 for unknown, -1 for the rest.
 *
 * Most grants are not split at any level. They are summed first; only split grants are summed one by one, so that each
 * is counted once.
 */
export function flows({ measure, currency, through, first }: Flow, set: GrantSet): Sql {
  const { tables, isCounted } = countedGrants(set);
  const divided = dividedGrants(isCounted, currency);
  const levels = through.map((dimension, level): Level => {
    const { values, shared = values, ofTransaction } = DIMENSIONS[dimension];
    return {
      name: levelName(level),
      dimension,
      shared: shared === null ? null : shares(shared(), divided, true),
      isByTransaction: ofTransaction !== undefined && isOfTransactions(measure),
    };
  });
  const shared = levels.flatMap((level) => level.shared?.tables ?? []);
  const flowing = flowingGrants({ measure, currency }, levels, isCounted);
  const parts = partsOf(flowing, levels, measure);
  const tops = levels.map(({ name }) => largestValues(parts, name, first));
  const named = namedParts(parts, levels, tops);
  const single = singleParts(named, levels);
  const summed = summedParts(named, single, levels);
  const row = summed.rows();
  const names = levels.map(({ name }) => name);
  const keys = Object.fromEntries(
    names.map((name, level) => {
      const top = (tops[level] as CommonTable<'key' | 'rank'>).rows();
      return [
        name,
        sql`CASE ${row[name] as Sql} WHEN 0 THEN '' WHEN -1 THEN '*' ELSE (SELECT ${top.key}::text FROM ${from(top)} WHERE ${top.rank} = ${row[name] as Sql}) END`,
      ];
    }),
  );
  return withTables(
    [...tables, divided, ...shared, flowing, parts, ...tops, named, single, summed],
    sql`SELECT ${selectList({
      ...keys,
      amount: sql`trim_scale(${row.amount as Sql})`,
      grants: row.grants as Sql,
      equallySplit: row.equallySplit as Sql,
    })} FROM ${from(row)}
      ORDER BY ${row.amount as Sql} DESC, ${join(names.map((_name, level) => raw(String(level + 1))))}`,
  );
}

/** The counted grants in the currency, whose shares are needed. */
function dividedGrants(isCounted: (grant: Columns<Grant>) => Sql, currency: string): Divided {
  const grant = rows(Grant);
  const { id, initiativeId, awarded } = grant;
  return commonTable(
    { id, initiativeId, awarded },
    sql`FROM ${from(grant)} WHERE ${isCounted(grant)} AND ${grant.currency} = ${value(currency)}::text`,
  );
}

const splitName = (name: string) => `${name}_split`;

/** SQL condition: the transactions of the grant, of this kind, say which value of the dimension they are for. */
function isSplit(dimension: GrantDimension, { id }: Columns<Grant>): Sql {
  const { ofTransaction } = DIMENSIONS[dimension];
  if (ofTransaction === undefined) return FALSE;
  const transaction = rows(Transaction);
  return sql`EXISTS (SELECT 1 FROM ${from(transaction)} WHERE ${transaction.grantId} = ${id} AND ${ofTransaction(transaction)} IS NOT NULL)`;
}

/**
 * The amounts of the counted grants: one for each grant or, where its transactions say where the money goes, one for
 * each combination of what they say. `n0` … are the values that are known by now, `n0_split` … whether by transactions.
 */
function flowingGrants(
  { measure, currency }: Pick<Flow, 'measure' | 'currency'>,
  levels: readonly Level[],
  isCounted: (grant: Columns<Grant>) => Sql,
): Flowing {
  const isFlowing = (grant: Columns<Grant>) =>
    sql`${isCounted(grant)} AND ${grant.currency} = ${value(currency)}::text AND ${grant[AMOUNT[measure]]} IS NOT NULL`;
  const byTransaction = levels.filter(({ isByTransaction }) => isByTransaction);
  const valuesOf = (grant: Columns<Grant>, paid: Columns<Transaction> | null) =>
    levels.flatMap(({ name, dimension, isByTransaction }): [string, Sql][] => {
      const { key, ofTransaction } = DIMENSIONS[dimension];
      if (key !== null) return [[name, key(grant)]];
      if (!isByTransaction || ofTransaction === undefined) return [];
      if (paid === null)
        return [
          [name, typedNull(dimension)],
          [splitName(name), FALSE],
        ];
      const split = isSplit(dimension, grant);
      return [
        [name, sql`CASE WHEN ${split} THEN ${ofTransaction(paid)} END`],
        [splitName(name), split],
      ];
    });
  const grant = rows(Grant);
  const isSplitAtAll = (each: Columns<Grant>) =>
    join(
      byTransaction.map(({ dimension }) => isSplit(dimension, each)),
      ' OR ',
    );
  const columns = {
    id: grant.id,
    amount: asPart(grant[AMOUNT[measure]]),
    isWhole: TRUE,
    ...Object.fromEntries(valuesOf(grant, null)),
  };
  const ofGrants = sql`FROM ${from(grant)} WHERE ${isFlowing(grant)}`;
  if (byTransaction.length === 0 || !isOfTransactions(measure)) {
    return commonTable<string>(columns, ofGrants, 'MATERIALIZED');
  }
  const split = rows(Grant);
  const paid = rows(Transaction);
  const each: Readonly<Record<string, Sql>> = subquery(
    {
      id: split.id,
      amount: paid.value,
      ...Object.fromEntries(valuesOf(split, paid)),
    },
    sql`FROM ${from(split)} JOIN ${from(paid)} ON ${paid.grantId} = ${split.id} AND ${paid.kind} = ${literal(KIND_OF_MEASURE[measure])}
      WHERE ${isFlowing(split)} AND (${isSplitAtAll(split)})`,
  );
  const names = valuesOf(split, paid).map(([name]) => name);
  const listed = names.map((name) => each[name] as Sql);
  return commonTable<string>(
    columns,
    sql`${ofGrants} AND NOT (${isSplitAtAll(grant)}) UNION ALL
      SELECT ${join([each.id as Sql, asPart(sql`sum(${each.amount as Sql})`), FALSE, ...listed])}
      FROM ${from(each)} GROUP BY ${join([each.id as Sql, ...listed])}`,
    'MATERIALIZED',
  );
}

/** No value, with the type of the values of a dimension. */
const typedNull = (dimension: GrantDimension) =>
  DIMENSIONS[dimension].labels === null ? raw('NULL::text') : raw('NULL::uuid');

type Parts = CommonTable<string>;

/** The parts of the amounts: one for each combination of values. */
function partsOf(flowing: Flowing, levels: readonly Level[], measure: Measure): Parts {
  // Stated shares are parts of the whole award, so that level is divided first.
  const divided = levels
    .filter(({ shared }) => shared !== null)
    .toSorted((a, b) => Number(b.dimension === 'RECIPIENT') - Number(a.dimension === 'RECIPIENT'));
  const names = [
    'id',
    'amount',
    'isEven',
    'isSingle',
    ...levels.flatMap(({ name, isByTransaction }) =>
      isByTransaction ? [name, splitName(name)] : [name],
    ),
  ];
  const grant = flowing.rows();
  const known = new Set(
    levels
      .filter(({ shared, isByTransaction }) => shared === null || isByTransaction)
      .map(({ name }) => name),
  );
  let row: Readonly<Record<string, Sql>> = subquery(
    Object.fromEntries(
      names.map((name) => {
        if (name === 'isEven') return [name, FALSE];
        if (name === 'isSingle') return [name, grant.isWhole as Sql];
        const level = levels.find((each) => each.name === name);
        return [
          name,
          level === undefined || known.has(name)
            ? (grant[name] as Sql)
            : typedNull(level.dimension),
        ];
      }),
    ),
    sql`FROM ${from(grant)}`,
  );
  for (const { name, dimension, shared, isByTransaction } of divided) {
    if (shared === null) continue;
    const share = shared.rows();
    const before = row;
    const isSplitNow = isByTransaction ? (before[splitName(name)] as Sql) : FALSE;
    row = subquery(
      {
        ...Object.fromEntries(names.map((each) => [each, before[each] as Sql])),
        [name]: isByTransaction
          ? sql`CASE WHEN ${isSplitNow} THEN ${before[name] as Sql} ELSE ${share.key} END`
          : share.key,
        amount: partOf(
          before.amount as Sql,
          share,
          dimension === 'RECIPIENT' && measure === 'AWARDED',
        ),
        isEven: sql`(${before.isEven as Sql} OR coalesce(${share.isEven}, false))`,
        isSingle: sql`(${before.isSingle as Sql} AND coalesce(${share.isOnly}, true))`,
      },
      sql`FROM ${from(before)} LEFT JOIN ${from(share)} ON ${share.id} = ${before.id as Sql}${
        isByTransaction ? sql` AND NOT ${isSplitNow}` : EMPTY
      }`,
    );
  }
  return commonTable<string>(
    Object.fromEntries(
      names.filter((name) => !name.endsWith('_split')).map((name) => [name, row[name] as Sql]),
    ),
    sql`FROM ${from(row)}`,
    'MATERIALIZED',
  );
}

/** The largest values of a level, with their ranks. */
function largestValues(parts: Parts, name: string, first: number): CommonTable<'key' | 'rank'> {
  const part = parts.rows();
  const key = part[name] as Sql;
  return commonTable(
    {
      key,
      rank: sql`row_number() OVER (ORDER BY sum(${part.amount as Sql}) DESC, ${key})::smallint`,
    },
    sql`FROM ${from(part)} WHERE ${key} IS NOT NULL GROUP BY 1 ORDER BY 2 LIMIT ${value(first)}::int`,
  );
}

/** The parts with the rank of their value at each level. */
function namedParts(
  parts: Parts,
  levels: readonly Level[],
  tops: readonly CommonTable<'key' | 'rank'>[],
): Parts {
  const part = parts.rows();
  const ranks = levels.map(({ name }, level) => {
    const top = (tops[level] as CommonTable<'key' | 'rank'>).rows();
    const key = part[name] as Sql;
    return {
      column: [
        name,
        sql`CASE WHEN ${key} IS NULL THEN 0 ELSE coalesce(${top.rank}, -1) END::smallint`,
      ] as const,
      join: sql`LEFT JOIN ${from(top)} ON ${top.key} = ${key}`,
    };
  });
  const { id, amount, isEven, isSingle } = part;
  return commonTable<string>(
    {
      id: id as Sql,
      amount: amount as Sql,
      isEven: isEven as Sql,
      isSingle: isSingle as Sql,
      ...Object.fromEntries(ranks.map(({ column }) => column)),
    },
    sql`FROM ${from(part)} ${join(
      ranks.map((rank) => rank.join),
      ' ',
    )}`,
    'NOT MATERIALIZED',
  );
}

const levelColumns = (levels: readonly Level[], row: Readonly<Record<string, Sql>>) =>
  Object.fromEntries(levels.map(({ name }) => [name, row[name] as Sql]));

/** The parts of grants that are not split, summed. */
function singleParts(named: Parts, levels: readonly Level[]): Parts {
  const row = named.rows();
  const own = levelColumns(levels, row);
  return commonTable<string>(
    { ...own, amount: sql`sum(${row.amount as Sql})`, grants: raw('count(*)') },
    sql`FROM ${from(row)} WHERE ${row.isSingle as Sql} GROUP BY ${join(Object.values(own))}`,
  );
}

/**
 * All parts, summed by node, by link and in total. The parts of a grant are summed first, so that it counts once:
 * that is several times as fast as counting distinct ids.
 */
function summedParts(named: Parts, single: Parts, levels: readonly Level[]): Parts {
  const names = levels.map(({ name }) => name);
  const [one, many] = [single.rows(), named.rows()];
  const all = (
    sums: Readonly<Record<string, Sql>>,
    row: Readonly<Record<string, Sql>>,
    rest: Sql,
    each: readonly Sql[] = [],
  ) =>
    sql`SELECT ${selectList({ ...levelColumns(levels, row), ...sums })} ${rest}
        GROUP BY ${groupingSets(
          names.map((name) => row[name] as Sql),
          each,
        )}`;
  const both = sql`${all(
    {
      amount: sql`sum(${one.amount as Sql})`,
      grants: sql`coalesce(sum(${one.grants as Sql}), 0)`,
      equallySplit: sql`0`,
    },
    one,
    sql`FROM ${from(one)}`,
  )} UNION ALL ${all(
    {
      amount: sql`sum(${many.amount as Sql})`,
      grants: sql`1`,
      equallySplit: sql`CASE WHEN bool_or(${many.isEven as Sql}) THEN 1 ELSE 0 END`,
    },
    many,
    sql`FROM ${from(many)} WHERE NOT ${many.isSingle as Sql}`,
    [many.id as Sql],
  )}`;
  const level = (name: string) => sql`both_sorts.${identifier(name)}`;
  return commonTable<string>(
    {
      ...Object.fromEntries(names.map((name) => [name, level(name)])),
      amount: raw('sum(both_sorts.amount)'),
      grants: raw('sum(both_sorts.grants)::int'),
      equallySplit: raw('sum(both_sorts."equallySplit")::int'),
    },
    sql`FROM (${both}) AS both_sorts GROUP BY ${join(names.map(level))}`,
  );
}

/** The total, each level, and each pair of neighboring levels; of each of these columns, if there are any. */
function groupingSets(levels: readonly Sql[], each: readonly Sql[]): Sql {
  const pairs = levels.slice(1).map((level, before) => [levels[before] as Sql, level]);
  const sets = [[], ...levels.map((level) => [level]), ...pairs];
  return sql`GROUPING SETS (${join(sets.map((set) => sql`(${join([...set, ...each])})`))})`;
}

/** The `key`, `label` and `nodeId` of values of a dimension that are ids. */
export function labelsOf(dimension: GrantDimension, ids: readonly string[]): Sql {
  const given = functionRows(sql`unnest(${value(ids)}::uuid[])`, ['key']);
  const { columns, join: joined } = described(DIMENSIONS[dimension], given.key);
  return sql`SELECT ${selectList(columns)} FROM ${from(given)} ${joined}`;
}
