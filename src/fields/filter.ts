/**
 * The filter language. A filter has one field per criterion; its value is an object of comparisons, all of
 * which must match; `and`, `or` and `not` combine filters. Each comparison is SQL on the filtered row.
 */

import { Field, InputType } from 'type-graphql';
import { badInput } from '../errors.js';
import type { AnyColumns, Columns } from './columns.js';
import type { ClassOf } from './row.js';
import type { Period } from './in-force.js';
import { and, FALSE, join, raw, sql, TRUE, value, type Sql } from './sql.js';
import { typed } from './type-graphql.js';

export type FilterValues = Readonly<Record<string, unknown>>;
type Comparisons = Readonly<Record<string, unknown>>;
type Place = readonly (string | number)[];

/** The SQL of a value of another comparison of the same field; null if it is not given. */
type ValueOf = (comparison: string) => Sql;

/** The SQL of a comparison of a row with its value; a Boolean comparison has SQL for each of its two values. */
type Comparison<Row> = (row: Columns<Row>, value: Sql, valueOf: ValueOf, during: During) => Sql;

/** SQL condition: the tie is one of those that count, such as those in force on a day. */
export type During = (tie: Period) => Sql;
const ALWAYS: During = () => TRUE;

/** The comparisons of a field, by name. */
export type Condition<Row> = Readonly<
  Record<
    string,
    Comparison<Row> | { readonly true: Comparison<Row>; readonly false: Comparison<Row> }
  >
>;

interface FilterFault {
  readonly place: Place;
  /** A predicate: the message is `'<place>' <text>`. */
  readonly text: string;
}
/** Finds an invalid value among the comparisons of a field, or in one value. */
export type Check = (value: unknown) => FilterFault | null;

interface DeclaredField {
  readonly condition: Condition<never>;
  readonly check: Check | null;
}

const declared = new Map<ClassOf, Map<string, DeclaredField>>();

/** The maximum number of comparisons in a filter, nested filters included, and of filters combined in it. */
const MAX_COMPARISONS = 100;

/** Declares a filter type: adds `and`, `or` and `not` to its fields. */
export function Filter(of: string): (filter: ClassOf) => void {
  return (filter) => {
    const prototype = filter.prototype as object;
    const combine = (name: string, type: () => unknown, description: string) => {
      Field(typed(type), { nullable: true, description })(prototype, name);
    };
    combine('and', () => [filter], 'Matches entries that meet all of these filters.');
    combine(
      'or',
      () => [filter],
      'Matches entries that meet at least one of these filters. An empty list matches nothing.',
    );
    combine(
      'not',
      () => filter,
      'Matches entries that do not meet this filter. An entry without a value never meets a comparison with a value, so `not` includes it.',
    );
    InputType({
      description: `Selects ${of}. All fields given must match; a field that is null or an empty object matches everything.`,
    })(filter);
  };
}

/** Declares a filter field: its input type (the comparisons) and the SQL of each comparison. */
export function FilterField<Row>(
  type: ClassOf,
  condition: Condition<Row>,
  description: string,
  check: Check | null = null,
): (target: object, name: string) => void {
  return (target, name) => {
    const filter = target.constructor as ClassOf;
    const known = declared.get(filter) ?? new Map<string, DeclaredField>();
    declared.set(filter, known.set(name, { condition: condition, check }));
    Field(() => type, { nullable: true, description })(target, name);
  };
}

/** The SQL types in which columns are compared. */
type ColumnType = 'text' | 'int' | 'boolean' | 'timestamptz' | 'decimal(38, 8)';

/** SQL for an expression on a row. */
export type RowSql<Row> = (row: Columns<Row>) => Sql;

/** Matches rows without a value, or with one. */
const isNull = <Row>(of: RowSql<Row>) => ({
  true: (row: Columns<Row>) => sql`${of(row)} IS NULL`,
  false: (row: Columns<Row>) => sql`${of(row)} IS NOT NULL`,
});

/** An expression with one value: `eq`, `in`, `notIn`, `isNull`, and bounds if its type is ordered. */
export function column<Row>(of: RowSql<Row>, type: ColumnType = 'text'): Condition<Row> {
  const sqlType = raw(type);
  return {
    eq: (row, value) => sql`${of(row)} = ${value}::${sqlType}`,
    in: (row, value) => sql`${of(row)} = ANY(${value}::${sqlType}[])`,
    notIn: (row, value) => sql`(${of(row)} = ANY(${value}::${sqlType}[])) IS NOT TRUE`,
    isNull: isNull(of),
    ...bounds(of, type),
  };
}

/** The comparisons `gt`, `gte`, `lt` and `lte` of an ordered value. */
export function bounds<Row>(of: RowSql<Row>, type: ColumnType): Condition<Row> {
  const bound = (operator: string): Comparison<Row> => {
    const sign = raw(operator);
    return (row, value) => sql`${of(row)} ${sign} ${value}::${raw(type)}`;
  };
  return { gt: bound('>'), gte: bound('>='), lt: bound('<'), lte: bound('<=') };
}

/**
 * A partial date, which counts as its first day: `2015` is 2015-01-01. Dates are compared as text, so the trailing
 * `-01`s of the given day are removed first.
 */
export function partialDate<Row>(of: RowSql<Row>): Condition<Row> {
  const shortened = (day: Sql) => sql`regexp_replace(${day}::text, '(-01)?-01$', '')`;
  return {
    gt: (row, value) => sql`${of(row)} > ${value}::text`,
    gte: (row, value) => sql`${of(row)} >= ${shortened(value)}`,
    lt: (row, value) => sql`${of(row)} < ${shortened(value)}`,
    lte: (row, value) => sql`${of(row)} <= ${value}::text`,
    isNull: isNull(of),
  };
}

/**
 * A criterion with several values: `eq` and `in` match if any of them matches, `notIn` if none does.
 * @param any SQL condition: has one of the values in an array of texts
 * @param isUnknown SQL condition: has no value; omit it if there always is one
 */
export function anyOf<Row>(
  any: (row: Columns<Row>, values: Sql, during: During) => Sql,
  isUnknown: (row: Columns<Row>, during: During) => Sql = () => FALSE,
): Condition<Row> {
  return {
    eq: (row, value, _, during) => any(row, sql`ARRAY[${value}::text]`, during),
    in: (row, value, _, during) => any(row, sql`${value}::text[]`, during),
    notIn: (row, value, _, during) => sql`(${any(row, sql`${value}::text[]`, during)}) IS NOT TRUE`,
    isNull: {
      true: (row, _value, _, during) => isUnknown(row, during),
      false: (row, _value, _, during) => sql`NOT (${isUnknown(row, during)})`,
    },
  };
}

/** How a filter is embedded in the surrounding statement. */
interface ConditionScope {
  readonly row: AnyColumns;
  /** Returns the SQL of a value taken from the whole filter. */
  readonly bind: (of: (filter: FilterValues) => unknown) => Sql;
  /** Which ties count; all if omitted. */
  readonly during?: During;
}

/**
 * The conditions of a filter, except those of one field; all must be true. Their text depends only on
 * which comparisons are given and on the values of Booleans and enums.
 */
export function conditionsOf(
  filter: ClassOf,
  values: FilterValues,
  scope: ConditionScope,
  except: string | null = null,
): Sql[] {
  const part = (inner: (whole: FilterValues) => FilterValues): ConditionScope => ({
    ...scope,
    bind: (of) => scope.bind((whole) => of(inner(whole))),
  });
  const own = [...fieldsOf(filter)].flatMap(([field, { condition }]) => {
    const given = values[field];
    return given == null || field === except
      ? []
      : comparisonsSql(
          condition,
          given as Comparisons,
          part((whole) => whole[field] as Comparisons),
        );
  });
  const all = (inner: FilterValues, of: (whole: FilterValues) => unknown): Sql =>
    and(
      conditionsOf(
        filter,
        inner,
        part((whole) => of(whole) as FilterValues),
      ),
    );
  const listed = (name: 'and' | 'or') =>
    ((values[name] as readonly FilterValues[] | null | undefined) ?? []).map(
      (inner, at) => sql`(${all(inner, (whole) => (whole[name] as readonly FilterValues[])[at])})`,
    );
  const alternatives = listed('or');
  return [
    ...own,
    ...listed('and'),
    ...(values.or == null
      ? []
      : [alternatives.length === 0 ? FALSE : sql`(${join(alternatives, ' OR ')})`]),
    ...(values.not == null
      ? []
      : [sql`(${all(values.not as FilterValues, (whole) => whole.not)}) IS NOT TRUE`]),
  ];
}

function comparisonsSql(
  condition: Condition<never>,
  given: Comparisons,
  { row, bind, during = ALWAYS }: ConditionScope,
): readonly Sql[] {
  const bound = new Map<string, Sql>();
  const valueOf = (name: string): Sql => {
    const known = bound.get(name) ?? bind((all) => all[name] ?? null);
    bound.set(name, known);
    return known;
  };
  return Object.entries(condition).flatMap(([name, comparison]) => {
    if (given[name] == null) return [];
    const chosen =
      typeof comparison === 'function'
        ? comparison
        : given[name] === true
          ? comparison.true
          : comparison.false;
    // `FilterField` has checked that the condition fits the rows of its filter.
    return [sql`(${chosen(row as never, valueOf(name), valueOf, during)})`];
  });
}

function fieldsOf(filter: ClassOf): ReadonlyMap<string, DeclaredField> {
  return declared.get(filter) ?? new Map<string, DeclaredField>();
}

/** The conditions of a filter with its values. Throws if a value is invalid. */
export function filterSql<Row>(
  filter: ClassOf,
  values: FilterValues,
  row: Columns<Row>,
  during: During = ALWAYS,
): Sql[] {
  refuseFaults(filter, values);
  return conditionsOf(filter, values, { row, bind: (of) => value(of(values)), during });
}

/** Throws if a value is invalid or the filter has too many comparisons. */
export function refuseFaults(filter: ClassOf, values: FilterValues): void {
  const counts = { comparisons: 0, filters: 0 };
  const count = (what: keyof typeof counts, more: number) => {
    counts[what] += more;
    if (counts[what] <= MAX_COMPARISONS) return;
    throw badInput(
      `'filter' has more than ${String(MAX_COMPARISONS)} ${what === 'filters' ? 'comparisons or combined filters' : 'comparisons'}. Use 'in' to compare a field with many values.`,
      ['filter'],
    );
  };
  const visit = (inner: FilterValues, place: Place): void => {
    for (const [field, { check }] of fieldsOf(filter)) {
      const given = inner[field] as Comparisons | null | undefined;
      if (given == null) continue;
      count('comparisons', Object.keys(given).length);
      const fault = check?.(given) ?? null;
      if (fault === null) continue;
      const at = [...place, field, ...fault.place];
      throw badInput(`'${at.join('.')}' ${fault.text}`, at);
    }
    for (const name of ['and', 'or'] as const) {
      const listed = (inner[name] as readonly FilterValues[] | null | undefined) ?? [];
      count('filters', listed.length);
      listed.forEach((one, index) => {
        visit(one, [...place, name, index]);
      });
    }
    if (inner.not != null) visit(inner.not as FilterValues, [...place, 'not']);
  };
  visit(values, ['filter']);
}

/** The number of fields that a filter compares, nested filters included. */
export function conditionCount(values: FilterValues | null | undefined): number {
  if (values == null) return 0;
  return Object.entries(values).reduce((sum, [name, value]: [string, unknown]) => {
    if (value == null) return sum;
    if (name === 'and' || name === 'or') {
      return sum + (value as FilterValues[]).reduce((all, one) => all + conditionCount(one), 0);
    }
    return sum + (name === 'not' ? conditionCount(value as FilterValues) : 1);
  }, 0);
}

/** Checks that every text among the comparisons matches the pattern. */
export function eachIs(pattern: RegExp, expected: string): Check {
  return (value) => {
    const wrong = textsIn(value).find(({ text }) => !pattern.test(text));
    return wrong === undefined
      ? null
      : { place: wrong.place, text: `is ${JSON.stringify(wrong.text)}; expected ${expected}.` };
  };
}

function textsIn(value: unknown): { readonly place: Place; readonly text: string }[] {
  if (typeof value === 'string') return [{ place: [], text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    textsIn(part).map(({ place, text }) => ({
      place: [Array.isArray(value) ? Number(key) : key, ...place],
      text,
    })),
  );
}
