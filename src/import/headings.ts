import { placeText, atRow, type Report } from './report.js';
import { cellAt, type Sheet, type SheetRow } from './sheet.js';

/** The number of rows in which headings are sought: publishers put titles and notes above them. */
export const SOUGHT = 30;

/** A sheet whose headings have been found, with the rows below them. */
export interface UnderHeadings {
  readonly headings: SheetRow;
  readonly rows: AsyncIterator<SheetRow>;
  /** The rows above the headings. */
  readonly above: readonly SheetRow[];
}

/**
 * Finds the headings of a sheet: the first row that fits best. `fit` says how well a row fits: 1 for all required
 * headings, 0 for none. If no row fits at all, the first row has the headings. Null if the sheet is empty.
 */
export async function findHeadings(
  sheet: Pick<Sheet, 'rows'>,
  fit: (row: SheetRow) => number,
): Promise<UnderHeadings | null> {
  const rows = sheet.rows[Symbol.asyncIterator]();
  const seen: SheetRow[] = [];
  let best = 0;
  let bestFit = 0;
  while (seen.length < SOUGHT && bestFit < 1) {
    const next = await rows.next();
    if (next.done === true) break;
    const fits = fit(next.value);
    if (fits > bestFit) {
      best = seen.length;
      bestFit = fits;
    }
    seen.push(next.value);
  }
  const headings = seen[best];
  if (headings === undefined) return null;
  return { headings, rows: chained(seen.slice(best + 1), rows), above: seen.slice(0, best) };
}

async function* chained(
  first: readonly SheetRow[],
  others: AsyncIterator<SheetRow>,
): AsyncGenerator<SheetRow> {
  yield* first;
  for (let next = await others.next(); next.done !== true; next = await others.next()) {
    yield next.value;
  }
}

/** Says which rows above the headings were skipped. */
export function warnOfRowsAbove(
  { above, headings }: UnderHeadings,
  sheet: string | null,
  report: Pick<Report, 'warn'>,
): void {
  const [first] = above;
  if (first === undefined) return;
  const count = above.length === 1 ? 'a row' : `${String(above.length)} rows`;
  report.warn(
    atRow(first.number, sheet),
    '',
    first.cells.map((_, column) => cellAt(first, column)).find((text) => text !== '') ?? null,
    `${count} above the headings, which are in ${String(placeText(atRow(headings.number, sheet)))}; not taken`,
  );
}
