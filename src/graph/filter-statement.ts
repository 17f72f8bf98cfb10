import type { FilterValues } from './filter.js';
import { filterConditions } from './page-statement.js';
import { Statement } from './statement.js';
import type { ClassOf } from './row.js';

/** A filter as an SQL condition on `t` with its values. */
export interface FilterCondition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Null if the filter matches everything. */
export function filterCondition(
  filter: ClassOf,
  given: FilterValues | null,
): FilterCondition | null {
  const statement = new Statement();
  const conditions = filterConditions(filter, given ?? {}, statement);
  return conditions.length === 0
    ? null
    : { sql: conditions.join(' AND '), values: statement.values };
}
