import { atRow, type Report } from './report.js';

/** Merged cells of a sheet, such as `A2:A5`. */
export interface MergedCells {
  readonly sheet: string;
  readonly range: string;
}

/** How many are kept of a workbook. */
export const MAX_MERGED = 10_000;

/** Warns of merged cells in the rows below the headings: only the first cell has the value, so the other rows have none. */
export function warnOfMergedCells(
  { merged }: { readonly merged: ReadonlyMap<string, MergedCells> },
  report: Report,
): void {
  for (const { sheet, range } of merged.values()) {
    const [, column = '', first = '', last = ''] = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(range) ?? [];
    const headings = report.headingRow(sheet);
    if (headings === null || Number(last) <= headings) continue;
    report.warn(
      atRow(Number(first), sheet),
      '',
      null,
      'has merged cells: only the first has the value, and the others are read as empty. Split them, and fill in each row',
      `${range}, with the value in ${column}${first}`,
    );
  }
}
