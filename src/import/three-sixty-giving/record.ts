import type { Json, JsonObject } from '../json.js';
import type { Place } from '../report.js';

/** A grant as its file has it, in the shape of the JSON of the standard. */
export interface GrantRecord {
  readonly grant: JsonObject;
  readonly place: Place;
  /** Where a value of it stands, by its JSON pointer within the grant. */
  readonly fieldAt: (pointer: string) => FieldPlace;
}

export interface FieldPlace {
  readonly place: Place;
  /** The heading or property. */
  readonly field: string;
}

/** A package as it tells of itself, with its first grant. */
export interface PackageHead {
  readonly meta: JsonObject;
  readonly first: JsonObject | null;
}

/** An object or list that is still being filled. */
export type Growing = Record<string, Json>;

export function emptyObject(): Growing {
  return Object.create(null) as Growing;
}
