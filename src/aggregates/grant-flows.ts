import { Grant } from '../../entities/funding/grant.entity.js';
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
import { FALSE, identifier, join, raw, sql, TRUE, value, type Sql } from '../fields/sql.js';
import { countedGrants, type GrantSet } from './counted-grants.js';
import { described, DIMENSIONS, type GrantDimension, type Values } from './grant-dimensions.js';
import { AMOUNT, type Measure } from './measures.js';

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

const scaled = (amount: Sql) => sql`round(${amount}::decimal(38, 8) * 100000000, 0)`;

/** Weights have fifteen decimals, the maximum that fits into the integers of the copy in columns. */
const ONE = raw('1000000000000000');
const PART = raw('0.000000000000001');
const DECIMALS = raw('15');

/** The counted grants with an amount, from which a flow is made. */
type Flowing = CommonTable<string>;

/** A grant's values at a level, each with its weight. */
type Weighted = CommonTable<'id' | 'key' | 'isSingle' | 'isEven' | 'weight'>;

/** The share of a value that sources state, and the total of the shares, as integers scaled to eight decimals. */
function sharesOf({ amount, percentage }: Values, awarded: Sql): { share: Sql; whole: Sql } {
  if (amount !== undefined) return { share: scaled(amount), whole: scaled(awarded) };
  if (percentage !== undefined) return { share: scaled(percentage), whole: scaled(raw('100')) };
  const none = raw('NULL::decimal(38, 8)');
  return { share: none, whole: none };
}

/**
 * The values of grants at a level, each with its weight; the weights of a grant add up to 1, and an only value has
 * none (null). If only some shares are known, the rest is split equally among the others.
 */
function weightedValues(values: Values, flowing: Flowing): Weighted {
  // The common table has the columns that the sides of a flow read, and refuses all others.
  const grant = flowing.rows() as unknown as Columns<Grant>;
  const { id, awarded } = grant;
  // OFFSET 0 keeps the subquery separate: otherwise PostgreSQL reads all links one by one from an index, to get the
  // order that the windows need.
  const each = subquery(
    { id, key: values.key, ...sharesOf(values, awarded) },
    sql`FROM ${from(values.rows)} JOIN ${from(grant)} ON ${values.isOf(grant)} OFFSET 0`,
  );
  const own = { id: each.id, key: each.key, share: each.share, whole: each.whole };
  const counted = subquery(
    {
      ...own,
      parts: raw('count(*) OVER w'),
      known: sql`count(${each.share}) OVER w`,
      shared: sql`sum(${each.share}) OVER w`,
      arePositive: sql`bool_and(${each.share} > 0) OVER w`,
    },
    sql`FROM ${from(each)} WINDOW w AS (PARTITION BY ${each.id})`,
  );
  const { parts, known, shared, arePositive, share, whole } = counted;
  const split = subquery(
    {
      id: counted.id,
      key: counted.key,
      share,
      whole,
      parts,
      known,
      shared,
      splitBy: sql`CASE WHEN ${parts} = 1 THEN 'SINGLE'
        WHEN ${arePositive} AND (${known} = ${parts} OR ${whole} <= ${shared}) THEN 'BY_SHARES'
        WHEN ${arePositive} AND ${whole} > ${shared} THEN 'REST'
        ELSE 'EVENLY' END`,
    },
    sql`FROM ${from(counted)}`,
  );
  return commonTable(
    {
      id: split.id,
      key: split.key,
      isSingle: sql`${split.parts} = 1`,
      isEven: sql`${split.splitBy} = 'EVENLY' OR (${split.splitBy} = 'REST' AND ${split.parts} - ${split.known} > 1)`,
      weight: sql`CASE WHEN ${split.splitBy} = 'SINGLE' THEN NULL ELSE ${PART} * CASE ${split.splitBy}
        WHEN 'BY_SHARES' THEN div(coalesce(${split.share}, 0) * ${ONE}, ${split.shared})
        WHEN 'REST' THEN div(coalesce(${split.share}, div(${split.whole} - ${split.shared}, ${split.parts} - ${split.known})) * ${ONE}, ${split.whole})
        ELSE div(${ONE}, ${split.parts}) END END`,
    },
    sql`FROM ${from(split)}`,
  );
}

/** The part of an amount by the product of its weights, rounded to ten decimals. */
function splitBy(amount: Sql, weights: readonly Sql[]): Sql {
  const [first, ...others] = weights.map((weight) => sql`coalesce(${weight}, 1)`);
  if (first === undefined) return sql`${amount}::decimal(38, 10)`;
  const all = others.reduce(
    (product, each) => sql`round(${product} * ${each}, ${DECIMALS})`,
    first,
  );
  const areNone = join(
    weights.map((weight) => sql`${weight} IS NULL`),
    ' AND ',
  );
  return sql`CASE WHEN ${areNone} THEN ${amount}::decimal(38, 10)
    ELSE round(${amount}::decimal(38, 8) * ${all}, 10) END`;
}

/** A level of a flow: either the grant has its value, or a table of weighted values. */
interface Level {
  readonly name: string;
  readonly key: ((grant: Columns<Grant>) => Sql) | null;
  readonly weighted: Weighted | null;
}

/**
 * Returns one row for each node and link, with `amount`, `grants` and `equallySplit`. Each grant is split by the
 * weights of its values at every level; `n0`, `n1` … are the nodes of a part: the key as text, `UNKNOWN` or `REST`.
 * During sorting they are small integers: the rank of a key, 0 for unknown, -1 for the rest.
 *
 * Most grants are not split at any level. They are summed without sorting; only split grants need sorting, so that
 * each is counted once.
 */
export function flows({ measure, currency, through, first }: Flow, set: GrantSet): Sql {
  const { tables, isCounted } = countedGrants(set);
  const dimensions = through.map((name) => DIMENSIONS[name]);
  const flowing = flowingGrants({ measure, currency }, dimensions, isCounted);
  const levels = dimensions.map(({ key, values }, level): Level => ({
    name: levelName(level),
    key,
    weighted: values === null ? null : weightedValues(values(), flowing),
  }));
  const weighted = levels.flatMap((level) => level.weighted ?? []);
  const parts = partsOf(flowing, levels);
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
    [...tables, flowing, ...weighted, parts, ...tops, named, single, summed],
    sql`SELECT ${selectList({
      ...keys,
      amount: sql`round(${row.amount as Sql}, 2)`,
      grants: row.grants as Sql,
      equallySplit: row.equallySplit as Sql,
    })} FROM ${from(row)}
      ORDER BY ${row.amount as Sql} DESC, ${join(names.map((_name, level) => raw(String(level + 1))))}`,
  );
}

function flowingGrants(
  { measure, currency }: Pick<Flow, 'measure' | 'currency'>,
  dimensions: readonly { readonly key: Level['key'] }[],
  isCounted: (grant: Columns<Grant>) => Sql,
): Flowing {
  const grant = rows(Grant);
  const amount = grant[AMOUNT[measure]];
  const own = dimensions.flatMap(({ key }, level) =>
    key === null ? [] : [[levelName(level), key(grant)] as const],
  );
  return commonTable<string>(
    {
      id: grant.id,
      initiativeId: grant.initiativeId,
      awarded: grant.awarded,
      amount,
      ...Object.fromEntries(own),
    },
    sql`FROM ${from(grant)} WHERE ${isCounted(grant)} AND ${grant.currency} = ${value(currency)}::text AND ${amount} IS NOT NULL`,
    'MATERIALIZED',
  );
}

type Parts = CommonTable<string>;

/** The parts of the grants: one for each combination of their values. */
function partsOf(flowing: Flowing, levels: readonly Level[]): Parts {
  const grant = flowing.rows();
  const values = levels.map(({ name, weighted }) => ({ name, row: weighted?.rows() ?? null }));
  const split = values.flatMap(({ row }) => row ?? []);
  const joins = split.map((row) => sql`LEFT JOIN ${from(row)} ON ${row.id} = ${grant.id as Sql}`);
  return commonTable<string>(
    {
      id: grant.id as Sql,
      ...Object.fromEntries(
        values.map(({ name, row }) => [name, row === null ? (grant[name] as Sql) : row.key]),
      ),
      amount: splitBy(
        grant.amount as Sql,
        split.map(({ weight }) => weight),
      ),
      isEven:
        split.length === 0
          ? FALSE
          : join(
              split.map(({ isEven }) => sql`coalesce(${isEven}, false)`),
              ' OR ',
            ),
      isSingle:
        split.length === 0
          ? TRUE
          : join(
              split.map(({ isSingle }) => sql`coalesce(${isSingle}, true)`),
              ' AND ',
            ),
    },
    sql`FROM ${from(grant)} ${join(joins, ' ')}`,
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

/** All parts, summed by node, by link and in total. */
function summedParts(named: Parts, single: Parts, levels: readonly Level[]): Parts {
  const names = levels.map(({ name }) => name);
  const [one, many] = [single.rows(), named.rows()];
  const all = (
    sums: Readonly<Record<string, Sql>>,
    row: Readonly<Record<string, Sql>>,
    rest: Sql,
  ) =>
    sql`SELECT ${selectList({ ...levelColumns(levels, row), ...sums })} ${rest}
        GROUP BY ${groupingSets(names.map((name) => row[name] as Sql))}`;
  const id = many.id as Sql;
  const both = sql`${all(
    {
      amount: sql`sum(${one.amount as Sql})`,
      grants: sql`sum(${one.grants as Sql})`,
      equallySplit: sql`0`,
    },
    one,
    sql`FROM ${from(one)}`,
  )} UNION ALL ${all(
    {
      amount: sql`sum(${many.amount as Sql})`,
      grants: sql`count(DISTINCT ${id})`,
      equallySplit: sql`count(DISTINCT ${id}) FILTER (WHERE ${many.isEven as Sql})`,
    },
    many,
    sql`FROM ${from(many)} WHERE NOT ${many.isSingle as Sql}`,
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

/** The total, each level, and each pair of neighboring levels. */
function groupingSets(levels: readonly Sql[]): Sql {
  const pairs = levels.slice(1).map((level, before) => sql`${levels[before] as Sql}, ${level}`);
  return sql`GROUPING SETS ((), ${join([...levels, ...pairs].map((set) => sql`(${set})`))})`;
}

/** The `key`, `label` and `nodeId` of values of a dimension that are ids. */
export function labelsOf(dimension: GrantDimension, ids: readonly string[]): Sql {
  const given = functionRows(sql`unnest(${value(ids)}::uuid[])`, ['key']);
  const { columns, join: joined } = described(DIMENSIONS[dimension], given.key);
  return sql`SELECT ${selectList(columns)} FROM ${from(given)} ${joined}`;
}
