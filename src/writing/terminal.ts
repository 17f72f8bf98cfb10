/** Control characters move the cursor or change colors and titles; those of direction reorder what is read. */
const CONTROL = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/**
 * What commands print for people: names from data can contain anything, so control characters are written as escapes
 * (`\u001b`), which JSON reads too. A text keeps its line breaks and tabs; of a list, each entry is one line.
 */
function printable(text: string | readonly string[]): string {
  return typeof text === 'string'
    ? text.replace(CONTROL, (sign) => (sign === '\n' || sign === '\t' ? sign : escaped(sign)))
    : text.map((line) => line.replace(CONTROL, escaped)).join('\n');
}

const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Prints a result. */
export function say(text: string | readonly string[]): void {
  process.stdout.write(`${printable(text)}\n`);
}

/** Prints what is not a result, such as an error or a summary: the result itself can be on standard output. */
export function note(text: string | readonly string[]): void {
  process.stderr.write(`${printable(text)}\n`);
}
