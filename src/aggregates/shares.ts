import type { Grant } from '../../entities/funding/grant.entity.js';
import { commonTable, from, subquery, type Columns, type CommonTable } from '../fields/columns.js';
import { join, NULL, raw, sql, type Sql } from '../fields/sql.js';
import type { Values } from './grant-dimensions.js';

/**
 * A value of a grant with its part of the amounts. The fractions are positions on the way from nothing (0) to the whole
 * (1): a part begins where the one before it ends.
 */
type ShareColumn =
  | 'id'
  /** Null for what belongs to no known value. */
  | 'key'
  | 'isKnown'
  /** Whether the whole amount belongs to the value. */
  | 'isOnly'
  /** Whether it is one of several equal parts, because no source states the shares. */
  | 'isEven'
  | 'lower'
  | 'upper'
  /** The stated part of the award; null if it is computed. */
  | 'exact'
  /** What stated parts leave of the award, if the part is a fraction of that. */
  | 'rest'
  | 'restLower'
  | 'restUpper';
type ShareTable = CommonTable<ShareColumn>;

/** The shares of values, and the tables that a statement with them needs, in order. */
export interface Shares {
  readonly tables: readonly CommonTable<never>[];
  readonly rows: ShareTable['rows'];
}
export type ShareRow = Readonly<Record<ShareColumn, Sql>>;

/** The grants whose amounts are divided, with the columns that values refer to. */
export type Divided = CommonTable<'id' | 'initiativeId' | 'awarded'>;

/** The type of parts: a single one, because the copy in columns rounds where it combines several. */
const PART = raw('decimal(38, 20)');
export const asPart = (amount: Sql): Sql => sql`${amount}::${PART}`;

/** Fractions have fifteen decimals, the maximum that fits into the integers of the copy in columns. */
const ONE = raw('1000000000000000');
const UNIT = raw('0.000000000000001');
const NO_FRACTION = raw('NULL::decimal(38, 15)');
const fraction = (units: Sql) => sql`(${UNIT} * ${units})::decimal(38, 15)`;

/** Some columns of a row, to select them again. */
const pick = <Name extends string>(row: Readonly<Record<Name, Sql>>, names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, row[name]])) as Record<Name, Sql>;

const scaled = (amount: Sql) => sql`round(${amount}::decimal(38, 8) * 100000000, 0)`;

/**
 * How amounts of grants are divided among their values of a dimension: the one rule of all dimensions that can have
 * several values.
 *
 * - A value gets the share that the source states.
 * - What stated shares leave is divided equally among the values without a stated share. If there are none, it
 *   belongs to no known value, except that percentages which miss 100 by less than one are scaled, as rounded ones.
 * - Shares that add up to more than the whole are scaled down; values without a share get nothing.
 * - Without stated shares, or with negative ones, all values get the same.
 *
 * The values of each vocabulary are a whole, unless `isOneWhole` is set: then all values together are.
 */
export function shares(values: Values, divided: Divided, isOneWhole = false): Shares {
  const each = valuesOf(values, divided, isOneWhole);
  const areAmounts = values.amount !== undefined;
  const several = severalOf(each, areAmounts);
  const marked = markedValues(each, several);
  const rated = ratedValues(marked, areAmounts);
  const { rule, share, parts, known, shared, whole } = rated;
  const unknown = sql`(${parts} - ${known})`;
  const own = subquery<Record<RatedColumn | 'isLater' | 'units', Sql>>(
    {
      ...pick(rated, RATED),
      // Rounding leaves a little to the last one: a value without a stated share, if there is one.
      isLater: sql`CASE WHEN ${rule} = 'SCALED' THEN ${share} IS NOT NULL ELSE ${share} IS NULL END`,
      units: sql`CASE ${rule}
        WHEN 'SCALED' THEN div(coalesce(${share}, 0) * ${ONE}, ${shared})
        WHEN 'STATED' THEN CASE WHEN ${share} IS NULL
          THEN div(div(${whole} - ${shared}, ${unknown}) * ${ONE}, ${whole})
          ELSE div(${share} * ${ONE}, ${whole}) END
        ELSE div(${ONE}, ${parts}) END`,
    },
    sql`FROM ${from(rated)}`,
  );
  const placed = commonTable<RatedColumn | 'units' | 'position' | 'upTo'>(
    {
      ...pick(own, [...RATED, 'units']),
      position: raw('row_number() OVER o'),
      upTo: sql`sum(${own.units}) OVER o`,
    },
    sql`FROM ${from(own)} WINDOW o AS (PARTITION BY ${own.id}, ${own.vocabulary}
      ORDER BY ${own.isLater}, ${own.key} ROWS UNBOUNDED PRECEDING)`,
  );
  const [row, last] = [placed.rows(), placed.rows()];
  const found = commonTable<ShareColumn>(
    placedColumns(row),
    sql`FROM ${from(row)} UNION ALL ${remainders(last)} UNION ALL ${onlyValues(marked)}`,
  );
  return { tables: [each, several, marked, placed, found], rows: found.rows };
}

/** A value of a grant with the share that a source states: an amount or a percentage. */
type ValueColumn = 'id' | 'key' | 'vocabulary' | 'awarded' | 'share';
const EACH = ['id', 'key', 'vocabulary', 'awarded', 'amount', 'share'] as const;
const RATED = [...EACH, 'parts', 'known', 'shared', 'sharedAmount', 'whole', 'rule'] as const;
type RatedColumn = (typeof RATED)[number];
type Rated = Readonly<Record<RatedColumn, Sql>>;

function valuesOf(values: Values, divided: Divided, isOneWhole: boolean): CommonTable<ValueColumn> {
  // The common table has the columns that values refer to, and refuses all others.
  const grant = divided.rows() as unknown as Columns<Grant>;
  const { amount, percentage, vocabulary } = values;
  return commonTable<ValueColumn>(
    {
      id: grant.id,
      key: values.key,
      vocabulary: isOneWhole || vocabulary === undefined ? raw('NULL::text') : vocabulary,
      awarded: grant.awarded,
      share: amount ?? percentage ?? raw('NULL::decimal(38, 8)'),
    },
    sql`FROM ${from(values.rows)} JOIN ${from(grant)} ON ${values.isOf(grant)}`,
    // Otherwise PostgreSQL reads all links one by one from an index, to get the order of the windows.
    'MATERIALIZED',
  );
}

/** The grants with several values, or with one whose share is not the whole. Most have one, which needs no sorting. */
function severalOf(each: CommonTable<ValueColumn>, areAmounts: boolean): CommonTable<'id'> {
  const value = each.rows();
  const { id, share, awarded } = value;
  const whole = areAmounts ? awarded : raw('100');
  return commonTable(
    { id },
    sql`FROM ${from(value)} GROUP BY ${id} HAVING count(*) > 1 OR bool_or(${share} <> ${whole})`,
  );
}

type Marked = CommonTable<ValueColumn | 'isOneOfSeveral'>;

/** A mark in a column, because PostgreSQL then looks the ids up in a hash in every plan. */
function markedValues(each: CommonTable<ValueColumn>, several: CommonTable<'id'>): Marked {
  const [value, grant] = [each.rows(), several.rows()];
  return commonTable(
    {
      ...pick(value, ['id', 'key', 'vocabulary', 'awarded', 'share']),
      isOneOfSeveral: sql`${value.id} IN (SELECT ${grant.id} FROM ${from(grant)})`,
    },
    sql`FROM ${from(value)}`,
    'MATERIALIZED',
  );
}

/** The values that are the only ones of their grants: each has the whole. */
function onlyValues(marked: Marked): Sql {
  const value = marked.rows();
  const none = [asPart(NULL), asPart(NULL), NO_FRACTION, NO_FRACTION];
  return sql`SELECT ${value.id}, ${value.key}, ${value.key} IS NOT NULL, true, false,
    ${fraction(raw('0'))}, ${fraction(ONE)}, ${join(none)} FROM ${from(value)} WHERE NOT ${value.isOneOfSeveral}`;
}

/** The values that divide a grant, with their shares as integers scaled to eight decimals, and the rule that divides the whole. */
function ratedValues(marked: Marked, areAmounts: boolean): Rated {
  const value = marked.rows();
  // Shares of a negative award are negative.
  const sign = areAmounts ? sql`CASE WHEN ${value.awarded} < 0 THEN -1 ELSE 1 END` : raw('1');
  const each = subquery<Record<(typeof EACH)[number] | 'stated', Sql>>(
    {
      ...pick(value, ['id', 'key', 'vocabulary']),
      awarded: asPart(value.awarded),
      amount: asPart(areAmounts ? value.share : NULL),
      share: sql`${scaled(value.share)} * ${sign}`,
      stated: sql`${scaled(areAmounts ? value.awarded : raw('100'))} * ${sign}`,
    },
    sql`FROM ${from(value)} WHERE ${value.isOneOfSeveral}`,
  );
  const { share } = each;
  const counted = subquery<
    Record<Exclude<RatedColumn, 'whole' | 'rule'> | 'stated' | 'arePositive', Sql>
  >(
    {
      ...pick(each, [...EACH, 'stated']),
      parts: raw('count(*) OVER w'),
      known: sql`count(${share}) OVER w`,
      shared: sql`sum(${share}) OVER w`,
      sharedAmount: sql`sum(${each.amount}) OVER w`,
      arePositive: sql`bool_and(${share} >= 0) OVER w`,
    },
    sql`FROM ${from(each)} WINDOW w AS (PARTITION BY ${each.id}, ${each.vocabulary})`,
  );
  const { parts, known, shared } = counted;
  // If the award is unknown, the stated shares are the whole.
  const whole = sql`coalesce(${counted.stated}, ${shared})`;
  const areStated = sql`${counted.arePositive} AND ${shared} > 0 AND (${counted.stated} IS NOT NULL OR ${known} = ${parts})`;
  const areRounded = areAmounts
    ? raw('false')
    : sql`${known} = ${parts} AND (${whole} - ${shared}) * 100 < ${whole}`;
  return subquery<Record<RatedColumn, Sql>>(
    {
      ...pick(counted, [...EACH, 'parts', 'known', 'shared', 'sharedAmount']),
      whole,
      rule: sql`CASE WHEN NOT coalesce(${areStated}, false) THEN 'EVENLY'
        WHEN ${shared} > ${whole} OR (${shared} < ${whole} AND ${areRounded}) THEN 'SCALED' ELSE 'STATED' END`,
    },
    sql`FROM ${from(counted)}`,
  );
}

type Placed = Rated & Readonly<Record<'position' | 'upTo' | 'units', Sql>>;

/** Whether the parts of known values are the whole. */
const areWhole = ({ rule, known, parts, shared, whole }: Rated) =>
  sql`(${rule} <> 'STATED' OR ${known} < ${parts} OR ${shared} = ${whole})`;

function placedColumns(placed: Placed): Record<ShareColumn, Sql> {
  const { rule, share, parts, known, position, units, upTo, awarded, amount, sharedAmount } =
    placed;
  const isLast = sql`(${position} = ${parts} AND ${areWhole(placed)})`;
  const unknown = sql`(${parts} - ${known})`;
  // Values without a stated share come last.
  const number = sql`(${position} - ${known})`;
  const isRest = sql`${rule} = 'STATED' AND ${share} IS NULL`;
  return {
    id: placed.id,
    key: placed.key,
    isKnown: sql`${placed.key} IS NOT NULL`,
    isOnly: sql`(${parts} = 1 AND ${areWhole(placed)})`,
    isEven: sql`(${parts} > 1 AND (${rule} = 'EVENLY' OR (${rule} = 'STATED' AND ${unknown} > 1)))`,
    lower: fraction(sql`(${upTo} - ${units})`),
    upper: fraction(sql`CASE WHEN ${isLast} THEN ${ONE} ELSE ${upTo} END`),
    exact: sql`CASE WHEN ${rule} = 'STATED' AND ${share} IS NOT NULL THEN
      ${asPart(sql`(CASE WHEN ${isLast} THEN coalesce(${awarded}, ${sharedAmount}) - (${sharedAmount} - ${amount}) ELSE ${amount} END)`)} END`,
    rest: sql`CASE WHEN ${isRest} THEN ${asPart(sql`(${awarded} - ${sharedAmount})`)} END`,
    restLower: sql`CASE WHEN ${isRest} THEN ${fraction(sql`div(${ONE} * (${number} - 1), ${unknown})`)} END`,
    restUpper: sql`CASE WHEN ${isRest} THEN ${fraction(sql`div(${ONE} * ${number}, ${unknown})`)} END`,
  };
}

/** What stated shares leave, if all values have one. */
function remainders(placed: Placed): Sql {
  const { id, position, parts, upTo, awarded, sharedAmount } = placed;
  return sql`SELECT ${id}, NULL, false, false, false, ${fraction(upTo)}, ${fraction(ONE)},
    ${asPart(sql`(${awarded} - ${sharedAmount})`)}, ${asPart(NULL)}, ${NO_FRACTION}, ${NO_FRACTION}
    FROM ${from(placed)} WHERE ${position} = ${parts} AND NOT ${areWhole(placed)}`;
}

/** The amount up to a fraction of the whole; at the end it is the whole, so that parts add up to it. */
function upTo(amount: Sql, position: Sql): Sql {
  return sql`CASE WHEN ${position} = 1 THEN ${asPart(amount)} WHEN ${position} = 0 THEN ${asPart(raw('0'))}
    ELSE ${asPart(sql`round(${amount}::decimal(38, 8) * ${position}, 10)`)} END`;
}

/** The part of an amount of a grant that belongs to a value. Stated shares are shares of the award. */
export function partOf(amount: Sql, row: ShareRow, isAward: boolean): Sql {
  const between = (whole: Sql, upper: Sql, lower: Sql) =>
    asPart(sql`(${upTo(whole, upper)} - ${upTo(whole, lower)})`);
  const stated = isAward
    ? sql`WHEN ${row.exact} IS NOT NULL THEN ${row.exact}
      WHEN ${row.rest} IS NOT NULL THEN ${between(row.rest, row.restUpper, row.restLower)}`
    : raw('');
  return sql`CASE WHEN ${amount} IS NULL THEN ${asPart(NULL)}
    WHEN ${row.id} IS NULL OR ${row.isOnly} THEN ${asPart(amount)} ${stated}
    ELSE ${between(amount, row.upper, row.lower)} END`;
}
