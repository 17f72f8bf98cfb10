import type { Json, JsonObject } from '../json.js';
import type { Place } from '../report.js';

/** A grant from a file, in the JSON shape of the standard. */
export interface GrantRecord {
  readonly grant: JsonObject;
  readonly place: Place;
  /** The place of a value, by its JSON pointer within the grant. */
  readonly fieldAt: (pointer: string) => FieldPlace;
}

export interface FieldPlace {
  readonly place: Place;
  /** The heading or property. */
  readonly field: string;
}

/** The description of a package, with its first grant. */
export interface PackageHead {
  readonly meta: JsonObject;
  readonly first: JsonObject | null;
}

/** An object or list under construction. */
export type Growing = Record<string, Json>;

export function emptyObject(): Growing {
  return Object.create(null) as Growing;
}
