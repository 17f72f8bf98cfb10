import type { Decimals } from '../domain/decimal.js';

/** A sheet of a workbook; a CSV file is a sheet without a name. The rows can be read once. */
export interface Sheet {
  readonly name: string | null;
  /** The decimal separator of numbers that are written as text. */
  readonly decimals: Decimals;
  readonly rows: AsyncIterable<SheetRow>;
}

/** A row that is not empty. */
export interface SheetRow {
  /** The row number that a spreadsheet program shows, from 1. */
  readonly number: number;
  /**
   * The texts of the cells; empty for missing cells. A number is the text in the file, without an
   * exponent; a date is `2021-01-26` or `2021-01-26T10:30:00`, without a time zone.
   */
  readonly cells: readonly string[];
  /** Why a cell cannot be read (a formula, an error), by column from 0. Such a cell is empty. */
  readonly refused: ReadonlyMap<number, string> | null;
}

/** The text of a cell; empty if it is missing, as all cells after the last one of a row are. */
export function cellAt({ cells }: Pick<SheetRow, 'cells'>, column: number): string {
  return cells[column]?.trim() ?? '';
}
