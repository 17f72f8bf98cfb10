import type { ClassOf } from './row.js';

/** How a key `k.key` selects a row `t`. */
export interface KeySort {
  readonly match: string;
  readonly type: 'uuid' | 'text';
}

export const BY_ID: KeySort = { match: 't.id = k.key', type: 'uuid' };

/** The target of a key, before it is read. */
export interface Found {
  readonly type: ClassOf;
  readonly by: KeySort;
  readonly key: string;
}

/**
 * Maps the arguments of a root field to its targets: one, or one per key in the same order. A target is null
 * if nothing can exist, or an error if one key of several is invalid. Throws if the arguments are invalid.
 */
export type Find = (
  args: Readonly<Record<string, unknown>>,
) => Found | null | readonly (Found | Error | null)[];
