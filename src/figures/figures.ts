import type { Figures } from '../graph/reader.js';
import type { Columns } from './columns.js';
import type { RememberedFigures } from './remembered-figures.js';

/** Figures come from the cache, the columnar copy or the database. */
export function figuresOf(remembered: RememberedFigures, columns: Columns | null): Figures {
  return {
    read: (version, { text, values, isCopied }, query, signal) =>
      remembered.read(
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
