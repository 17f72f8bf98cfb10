/**
 * The maximum number of characters of a text in any file that is imported or loaded, by what it is: longer than any
 * real one, and short enough for the indexes of the database.
 */
export const LONGEST = {
  /** Also a code and a slug. */
  identifier: 500,
  /** Of an organization, a person or a place; also what names one, and the code and title of a classification. */
  name: 1000,
  /** A title or an address. */
  title: 5000,
  /** With several lines, such as a description. */
  text: 1_000_000,
} as const;

export type TextKind = keyof typeof LONGEST;

/** An index entry has at most 2704 bytes, and a character of some scripts three or four. */
const MOST_BYTES = { identifier: 2000, name: 2500 } as const;

/** Why the text is too long, as a sentence whose subject is its field; null if it is not. */
export function lengthFault(text: string, kind: TextKind): string | null {
  const most = LONGEST[kind];
  if (text.length > most) {
    return `has ${String(text.length)} characters; the maximum is ${String(most)}`;
  }
  if (kind !== 'identifier' && kind !== 'name') return null;
  // No character has more than three bytes for each half of a surrogate pair.
  if (text.length * 3 <= MOST_BYTES[kind]) return null;
  const bytes = new TextEncoder().encode(text).length;
  return bytes <= MOST_BYTES[kind]
    ? null
    : `has ${String(bytes)} bytes in UTF-8; the maximum is ${String(MOST_BYTES[kind])}`;
}
