import type { Statement } from './statement.js';

/**
 * A condition on `t` that a field of a filter sets: SQL in which `?` stands for the value, as often
 * as it stands; with several values, SQL in which `:name` stands for the property of that name; or
 * what it takes for a choice among the values of a dimension.
 */
export type Condition = string | { readonly properties: string } | Choice;

export interface Choice {
  /** That `t` has one of the values in the array `?`. */
  readonly any: string;
  /** That nothing is known of it. */
  readonly unknown: string;
}

/** What a filter asks of one dimension; the input types of choices have these fields. */
export interface ChoiceValue {
  readonly in?: readonly unknown[] | null;
  readonly notIn?: readonly unknown[] | null;
  readonly unknown?: boolean | null;
}

/** The condition with its values bound. Its text depends on which values are given, not on what they are. */
export function conditionSql(condition: Condition, value: unknown, statement: Statement): string {
  if (typeof condition === 'string') return statement.condition(condition, value);
  if ('properties' in condition) {
    const bound = new Map<string, string>();
    return condition.properties.replaceAll(/(?<!:):([a-z]\w*)/g, (_match, name: string) => {
      const placeholder =
        bound.get(name) ??
        statement.bind((value as Readonly<Record<string, unknown>>)[name] ?? null);
      bound.set(name, placeholder);
      return placeholder;
    });
  }
  return choiceSql(condition, value as ChoiceValue, statement);
}

function choiceSql(
  { any, unknown }: Choice,
  { in: among, notIn, unknown: isUnknown }: ChoiceValue,
  statement: Statement,
): string {
  const included = [
    ...(among == null ? [] : [statement.condition(any, among)]),
    ...(isUnknown === true ? [unknown] : []),
  ];
  const all = [
    ...(included.length === 0 ? [] : [`(${included.join(' OR ')})`]),
    ...(notIn == null ? [] : [`(${statement.condition(any, notIn)}) IS NOT TRUE`]),
    ...(isUnknown === false ? [`NOT (${unknown})`] : []),
  ];
  return all.length === 0 ? 'true' : all.join(' AND ');
}
