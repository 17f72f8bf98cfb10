import type { ClassOf } from './row.js';

/** How a key `k.key` leads to a row `t`. */
export interface KeySort {
  readonly match: string;
  readonly type: 'uuid' | 'text';
}

export const BY_ID: KeySort = { match: 't.id = k.key', type: 'uuid' };

/** What a key that was given leads to, before it is read. */
export interface Found {
  readonly type: ClassOf;
  readonly by: KeySort;
  readonly key: string;
}

/**
 * What the arguments of a root field find: one thing, or one for each key in their order; null where
 * there can be none, an error where one key of many is wrong. Wrong arguments are refused by throwing.
 */
export type Find = (
  args: Readonly<Record<string, unknown>>,
) => Found | null | readonly (Found | Error | null)[];
