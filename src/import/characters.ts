/**
 * The number of characters in a value and everything nested in it. A text that several records share
 * counts in each, because each record stores it.
 */
export function charactersOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  let characters = 0;
  for (const each of Object.values(value)) characters += charactersOf(each);
  return characters;
}
