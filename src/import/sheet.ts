import { isAmbiguous, type Decimals } from '../domain/decimal.js';
import { columnName } from '../writing/xlsx.js';
import { atRow, type Place, type Report } from './report.js';

/** A sheet of a workbook; a CSV file is a sheet without a name. The rows can be read once. */
export interface Sheet {
  readonly name: string | null;
  /** Whether spreadsheet programs do not show it. */
  readonly isHidden: boolean;
  /** The decimal separator of numbers that are written as text. */
  readonly decimals: Decimals;
  readonly rows: AsyncIterable<SheetRow>;
}

/** A row that is not blank. */
export interface SheetRow {
  /** The row number that a spreadsheet program shows, from 1. */
  readonly number: number;
  /**
   * The texts of the cells; empty for missing cells. A number is the text in the file, without an
   * exponent; a date is `2021-01-26` or `2021-01-26T10:30:00`, without a time zone.
   */
  readonly cells: readonly string[];
  /** Why a cell cannot be read (an error, a formula without a value), by column from 0. Such a cell is empty. */
  readonly refused: ReadonlyMap<number, string> | null;
  /** The columns of a workbook whose cells are numbers, not texts. */
  readonly numbers: readonly number[] | null;
  /** The columns whose cells are formulas; their text is the value that the file stores with the formula. */
  readonly formulas: readonly number[] | null;
  /** The number of cells in a row of a CSV file; null in a workbook, where empty cells are omitted. */
  readonly width: number | null;
}

/** The text of a cell; empty if it is missing, as all cells after the last one of a row are. */
export function cellAt({ cells }: Pick<SheetRow, 'cells'>, column: number): string {
  return cells[column]?.trim() ?? '';
}

/** How to read a number in a cell. A number of a workbook always has a decimal point. */
export function decimalsAt(
  { numbers }: Pick<SheetRow, 'numbers'>,
  column: number,
  { decimals }: Pick<Sheet, 'decimals'>,
): Decimals {
  return numbers?.includes(column) === true ? 'POINT' : decimals;
}

/** Why a row does not fit under the headings; null if it does. Its values would be under wrong headings. */
export function widthFault(
  { width }: Pick<SheetRow, 'width'>,
  headings: Pick<SheetRow, 'width'>,
): string | null {
  if (width === null || headings.width === null || width === headings.width) return null;
  const remedy =
    width > headings.width
      ? 'put a value that contains the delimiter, such as 1,500, in quotes'
      : 'an empty value needs its delimiter too';
  return `has ${String(width)} cells, but there are ${String(headings.width)} headings; ${remedy}`;
}

/** Warns of a sheet that is taken, although a person who opens the file does not see it. */
export function warnOfHidden(
  { isHidden, name }: Pick<Sheet, 'isHidden' | 'name'>,
  report: Pick<Report, 'warn'>,
): void {
  if (isHidden) report.warn(atRow(null, name), '', null, 'is a hidden sheet; it was taken too');
}

/**
 * Warns of a number of a CSV file in which the sign before three digits could separate thousands; there it separates
 * decimals.
 */
export function warnOfThousands(
  text: string,
  { decimals }: Pick<Sheet, 'decimals'>,
  { numbers }: Pick<SheetRow, 'numbers'>,
  place: Place,
  heading: string,
  report: Pick<Report, 'warn'>,
): void {
  const isComma = decimals === 'COMMA' && text.includes(',');
  const amount = (isComma ? text.replace(',', '.') : text).replace(/^\+/, '');
  if (numbers !== null || !(isComma || decimals === 'POINT') || !isAmbiguous(amount)) return;
  const sign = isComma ? 'comma' : 'point';
  report.warn(
    place,
    heading,
    text,
    `was read with a decimal ${sign}; if the ${sign} separates thousands, leave it out`,
    `as ${amount.replace(/\.?0+$/, '')}`,
  );
}

const FORMULA = 'is a formula; the value that the file stores with it was taken';

/** Warns of the formulas in columns that are taken. */
export function warnOfFormulas(
  { formulas }: Pick<SheetRow, 'formulas'>,
  headingAt: (column: number) => string | null,
  place: Place,
  report: Pick<Report, 'warn'>,
): void {
  for (const column of formulas ?? []) {
    const heading = headingAt(column);
    if (heading !== null) report.warn(place, heading, null, FORMULA);
  }
}

/** Warns of values that are under no heading. */
export function warnOfUnnamed(
  { cells }: Pick<SheetRow, 'cells'>,
  headings: readonly string[],
  place: Place,
  report: Pick<Report, 'warn'>,
): void {
  for (const column of cells.keys()) {
    const text = cellAt({ cells }, column);
    if (text !== '' && (headings[column] ?? '').trim() === '') {
      report.warn(place, `column ${columnName(column)}`, text, 'has no heading and was not taken');
    }
  }
}
