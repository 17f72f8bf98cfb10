import type { Aggregates } from '../loaders/loaders.js';
import type { AggregateCache } from './aggregate-cache.js';
import { isCopied } from './copied-tables.js';
import type { Columns } from './columns.js';

/** Aggregates come from the cache, the copy in columns or the database. */
export function aggregatesOf(cache: AggregateCache, columns: Columns | null): Aggregates {
  return {
    read: (version, { text, values, columnsRead }, query, signal) =>
      cache.read(
        version,
        text,
        values,
        (aborted) =>
          columns !== null && isCopied(columnsRead)
            ? columns.read(version, text, values, query, aborted)
            : query(aborted),
        signal,
      ),
  };
}
