/**
 * Spreadsheet programs read a cell that begins with one of these characters as a formula. A leading
 * apostrophe makes it text. A cell that already has apostrophes before such a character gets one more,
 * so that removing one always restores the original.
 */
const MAY_BE_FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

export function guardFormula(text: string): string {
  return MAY_BE_FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

/** Reverses `guardFormula`. */
export function unguardFormula(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
