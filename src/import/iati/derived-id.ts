import { idOfKey, type IdKind } from '../../domain/ids.js';

/** The id of what several texts together identify. */
export function derivedId(kind: IdKind, ...parts: readonly string[]): string {
  return idOfKey(kind, parts.join('\n'));
}
