import { conditionsOf } from './declare.js';
import { Statement } from './statement.js';
import type { ClassOf } from './row.js';

/** The rows `t` that a filter lets through, as a condition in SQL with its values. */
export interface FilterCondition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Null for a filter that lets everything through. */
export function filterCondition(
  filter: ClassOf,
  given: Readonly<Record<string, unknown>> | null,
): FilterCondition | null {
  const statement = new Statement();
  const conditions = [...conditionsOf(filter)].flatMap(([field, sql]) => {
    const value = given?.[field];
    return value == null ? [] : [statement.condition(sql, value)];
  });
  return conditions.length === 0
    ? null
    : { sql: conditions.join(' AND '), values: statement.values };
}
