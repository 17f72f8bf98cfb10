import { idOfKey, type IdKind } from '../../domain/ids.js';

/** The id of a record that several texts identify together. */
export function derivedId(kind: IdKind, ...parts: readonly string[]): string {
  return idOfKey(kind, parts.join('\n'));
}
