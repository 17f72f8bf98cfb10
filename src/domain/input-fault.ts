/** The maximum nesting of lists and objects in an input; the API needs less than a third of it. */
const MAX_LEVELS = 30;

/** A fault in an input, with its place. The text is a sentence whose subject is that place. */
export interface InputFault {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/**
 * Finds the first value in an input that no type of the API accepts: a text that PostgreSQL cannot store, or
 * lists and objects nested too deeply. Null if there is none.
 */
export function inputFault(
  input: unknown,
  { checksTexts = true }: { readonly checksTexts?: boolean } = {},
): InputFault | null {
  // Not recursive: the limit must not depend on the stack of the process.
  const waiting: InputPart[] = [{ value: input, parent: null, key: '', level: 0 }];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const { value, level } = part;
    const text = checksTexts && typeof value === 'string' ? textFault(value) : null;
    if (text !== null) return { path: pathOf(part), text };
    if (typeof value !== 'object' || value === null) continue;
    if (level === MAX_LEVELS) {
      return {
        path: [],
        text: `has more than ${String(MAX_LEVELS)} levels of nested lists and objects. Use the type in the schema.`,
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

/** With the flag `u`, a complete pair is one character and does not match. */
const HALF_OF_PAIR = /\p{Surrogate}/u;

/** Why PostgreSQL cannot store a text unchanged; null if it can. */
function textFault(text: string): string | null {
  if (text.includes('\0')) return 'contains the character U+0000. Remove it.';
  if (HALF_OF_PAIR.test(text)) return 'contains half of a surrogate pair. Send valid Unicode.';
  return null;
}
