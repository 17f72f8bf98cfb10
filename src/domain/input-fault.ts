/** How many levels of lists and objects an input may have; no type of the API has a third of it. */
const MAX_LEVELS = 30;

/** What is wrong with an input, and where in it: a sentence whose subject is that place. */
export interface InputFault {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/**
 * The first value in an input that no type of the API can take: a text that no database can store, or lists and
 * objects within each other without end. Null if there is none.
 */
export function inputFault(
  input: unknown,
  { checksTexts = true }: { readonly checksTexts?: boolean } = {},
): InputFault | null {
  // Not by recursion: the stack of the process must not decide how deep is too deep.
  const waiting: InputPart[] = [{ value: input, parent: null, key: '', level: 0 }];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const { value, level } = part;
    const text = checksTexts && typeof value === 'string' ? textFault(value) : null;
    if (text !== null) return { path: pathOf(part), text };
    if (typeof value !== 'object' || value === null) continue;
    if (level === MAX_LEVELS) {
      return {
        path: [],
        text: `has more than ${String(MAX_LEVELS)} levels of lists and objects. Use the type that the schema names.`,
      };
    }
    const isList = Array.isArray(value);
    for (const [key, inner] of Object.entries(value).reverse()) {
      const place = isList ? Number(key) : key;
      waiting.push({ value: inner, parent: part, key: place, level: level + 1 });
    }
  }
  return null;
}

interface InputPart {
  readonly value: unknown;
  readonly parent: InputPart | null;
  readonly key: string | number;
  readonly level: number;
}

function pathOf(part: InputPart): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = part; at.parent !== null; at = at.parent) path.unshift(at.key);
  return path;
}

/** With the flag `u`, a whole pair is one character of another category. */
const HALF_OF_PAIR = /\p{Surrogate}/u;

/** Why PostgreSQL cannot store a text, or would store another; null if it can. */
function textFault(text: string): string | null {
  if (text.includes('\0')) return 'contains the character U+0000. Remove it.';
  if (HALF_OF_PAIR.test(text)) return 'contains half of a surrogate pair. Send valid Unicode.';
  return null;
}
