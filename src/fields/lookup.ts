import type { AnyColumns } from './columns.js';
import { sql, type Sql } from './sql.js';
import type { ClassOf } from './row.js';

/** How a key selects a row. Compared by identity. */
export interface LookupKey {
  readonly type: 'uuid' | 'text';
  match(row: AnyColumns, key: Sql): Sql;
}

export const BY_ID: LookupKey = {
  type: 'uuid',
  match: (row: { readonly id: Sql }, key) => sql`${row.id} = ${key}`,
};

/** What to look up: the row of a type with a key. */
export interface Target {
  readonly type: ClassOf;
  readonly by: LookupKey;
  readonly key: string;
}

/**
 * Maps the arguments of a root field to its targets: one, or one per key in the same order. A target is null
 * if nothing can exist, or an error if one key of several is invalid. Throws if the arguments are invalid.
 */
export type Lookup = (
  args: Readonly<Record<string, unknown>>,
) => Target | null | readonly (Target | Error | null)[];
