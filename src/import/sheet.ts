import type { Decimals } from '../domain/decimal.js';

/** A sheet of a workbook; a CSV file is one of no name. Its rows can be gone through once. */
export interface Sheet {
  readonly name: string | null;
  /** What parts the decimals of a number that is written as a text. */
  readonly decimals: Decimals;
  readonly rows: AsyncIterable<SheetRow>;
}

/** A row that is not empty. */
export interface SheetRow {
  /** As the program shows it that the table was made with: the first is 1. */
  readonly number: number;
  /**
   * The texts of the cells, empty for those that are not there. A number is the text that stands in
   * the file, without exponent; a date is `2021-01-26` or `2021-01-26T10:30:00`, without time zone.
   */
  readonly cells: readonly string[];
  /** Why a cell can not be taken, by its column from 0: a formula, an error. Such a cell is empty. */
  readonly refused: ReadonlyMap<number, string> | null;
}
