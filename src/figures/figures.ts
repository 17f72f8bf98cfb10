import type { Figures } from '../graph/reader.js';
import type { Columns } from './columns.js';
import type { FigureCache } from './figure-cache.js';

/** Figures come from the cache, the columnar copy or the database. */
export function figuresOf(figureCache: FigureCache, columns: Columns | null): Figures {
  return {
    read: (version, { text, values, isCopied }, query, signal) =>
      figureCache.read(
        version,
        text,
        values,
        (aborted) =>
          columns !== null && isCopied
            ? columns.read(version, text, values, query, aborted)
            : query(aborted),
        signal,
      ),
  };
}
