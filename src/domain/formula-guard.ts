/**
 * Spreadsheet programs take a cell that begins with one of these for a formula. An apostrophe in
 * front makes it a text. A cell with apostrophes before such a sign gets one more, so that taking one
 * away always gives back what it was.
 */
const MAY_BE_FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

export function guardFormula(text: string): string {
  return MAY_BE_FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

/** What `guardFormula` was given. */
export function unguardFormula(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
