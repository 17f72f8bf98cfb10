import { idOfKey, type Id, type IdKind } from '../../domain/ids.js';

/** The id of a record that several texts identify together. */
export function derivedId<Kind extends IdKind>(kind: Kind, ...parts: readonly string[]): Id<Kind> {
  return idOfKey(kind, parts.join('\n'));
}
