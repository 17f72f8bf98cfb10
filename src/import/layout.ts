import { columnName } from '../writing/xlsx.js';
import { atRow, type Report } from './report.js';

/** Merged cells of a sheet, such as `A2:A5`. */
export interface MergedCells {
  readonly sheet: string;
  readonly range: string;
}

/** A row with content that spreadsheet programs do not show, such as one that a filter leaves out. */
export interface HiddenRow {
  readonly sheet: string;
  readonly row: number;
}

/** A column with content that spreadsheet programs do not show. */
export interface HiddenColumn {
  readonly sheet: string;
  /** From 0. */
  readonly column: number;
}

/** What a person who opens a workbook sees in another way than an import does, by its place. */
export interface Layout {
  readonly merged: Map<string, MergedCells>;
  readonly hiddenRows: Map<string, HiddenRow>;
  readonly hiddenColumns: Map<string, HiddenColumn>;
}

/** How many of each are kept of a workbook. */
export const MAX_LAYOUT = 10_000;

export const noLayout = (): Layout => ({
  merged: new Map(),
  hiddenRows: new Map(),
  hiddenColumns: new Map(),
});

export function warnOfLayout({ merged, hiddenRows, hiddenColumns }: Layout, report: Report): void {
  for (const cells of merged.values()) warnOfMergedCells(cells, report);
  for (const { sheet, row } of hiddenRows.values()) {
    if (!isBelowHeadings(sheet, row, report)) continue;
    report.warn(atRow(row, sheet), '', null, 'is a hidden row; it was taken too');
  }
  for (const { sheet, column } of hiddenColumns.values()) {
    const headings = report.headingRow(sheet);
    if (headings === null) continue;
    const name = columnName(column);
    report.warn(
      atRow(headings, sheet),
      '',
      null,
      `has the hidden column ${name}; it was taken too`,
    );
  }
}

/** Only the first of merged cells has the value, so the other rows have none. */
function warnOfMergedCells({ sheet, range }: MergedCells, report: Report): void {
  const [, column = '', first = '', last = ''] = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(range) ?? [];
  if (!isBelowHeadings(sheet, Number(last), report)) return;
  report.warn(
    atRow(Number(first), sheet),
    '',
    null,
    'has merged cells: only the first has the value, and the others are read as empty. Split them, and fill in each row',
    `${range}, with the value in ${column}${first}`,
  );
}

function isBelowHeadings(sheet: string, row: number, report: Report): boolean {
  const headings = report.headingRow(sheet);
  return headings !== null && row > headings;
}
