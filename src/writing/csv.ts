import { stringify } from 'csv-stringify/sync';
import { guardFormula } from '../domain/formula-guard.js';

/** Makes Excel read the file as UTF-8 instead of the system code page. */
export const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Rows as CSV (RFC 4180). A text that a spreadsheet program would read as a formula is guarded, see
 * docs/export.md.
 */
export function csvRows(rows: readonly (readonly (string | number | null)[])[]): string {
  return stringify(
    rows.map((cells) =>
      cells.map((cell) => (typeof cell === 'string' ? guardFormula(cell) : String(cell ?? ''))),
    ),
    {
      record_delimiter: 'windows',
      // By itself, the library quotes only the line break that ends a row.
      quoted_match: /[\r\n]/,
    },
  );
}
