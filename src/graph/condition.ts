/**
 * A condition on `t` that a field of a filter sets: SQL in which `?` stands for the value, as often
 * as it stands; with several values, SQL in which `:name` stands for the property of that name, turned
 * round where a property `exclude` is true; or what it takes for a choice among the values of a dimension.
 */
export type Condition = string | { readonly properties: string } | Choice;

export interface Choice {
  /** That `t` has one of the values in the array `?`. */
  readonly any: string;
  /** That nothing is known of it. */
  readonly unknown: string;
}

/** What is wrong with a value, and where in it: a sentence whose subject is that place. */
interface Fault {
  readonly place: readonly (string | number)[];
  readonly text: string;
}

/** Looks for what cannot be meant in the value of a field; null if there is nothing. */
export type Check = (value: unknown) => Fault | null;

/** What a filter asks of one dimension; the input types of choices have these fields. */
export interface ChoiceValue {
  readonly in?: readonly unknown[] | null;
  readonly notIn?: readonly unknown[] | null;
  readonly unknown?: boolean | null;
}

/** How a condition stands in the statement around it. */
interface ConditionScope {
  readonly name: (sql: string) => string;
  /** A placeholder for what is taken of the value. */
  readonly bind: (of: (value: unknown) => unknown) => string;
}

/**
 * The condition with its values bound. Its text depends on which values are given, and on booleans, but
 * not on what else they are.
 */
export function conditionSql(condition: Condition, value: unknown, scope: ConditionScope): string {
  if (typeof condition === 'string') {
    return filled(condition, scope, (given) => given);
  }
  if ('properties' in condition) {
    const sql = withProperties(condition.properties, scope);
    return (value as { exclude?: boolean | null }).exclude === true
      ? `(${sql}) IS NOT TRUE`
      : `(${sql})`;
  }
  return choiceSql(condition, value as ChoiceValue, scope);
}

/** The condition with the property for every `:name`. */
function withProperties(sql: string, { name: named, bind }: ConditionScope): string {
  const bound = new Map<string, string>();
  return named(sql).replaceAll(/(?<!:):([a-z]\w*)/g, (_match, name: string) => {
    const placeholder =
      bound.get(name) ??
      bind((given) => (given as Readonly<Record<string, unknown>>)[name] ?? null);
    bound.set(name, placeholder);
    return placeholder;
  });
}

function choiceSql(
  { any, unknown }: Choice,
  { in: among, notIn, unknown: isUnknown }: ChoiceValue,
  scope: ConditionScope,
): string {
  const included = [
    ...(among == null ? [] : [filled(any, scope, (given) => (given as ChoiceValue).in)]),
    ...(isUnknown === true ? [scope.name(unknown)] : []),
  ];
  const excluded = () => filled(any, scope, (given) => (given as ChoiceValue).notIn);
  const all = [
    ...(included.length === 0 ? [] : [`(${included.join(' OR ')})`]),
    ...(notIn == null ? [] : [`(${excluded()}) IS NOT TRUE`]),
    ...(isUnknown === false ? [`NOT (${scope.name(unknown)})`] : []),
  ];
  return all.length === 0 ? 'true' : all.join(' AND ');
}

/** The condition with the value for every `?`. */
function filled(
  sql: string,
  { name, bind }: ConditionScope,
  of: (value: unknown) => unknown,
): string {
  const value = bind(of);
  return name(sql).replaceAll('?', () => value);
}
