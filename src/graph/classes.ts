import { getMetadataStorage } from 'type-graphql';
import type { ClassOf } from './row.js';

/** The class behind each object type of the schema, by type name. */
export function classesByType(): ReadonlyMap<string, ClassOf> {
  const { objectTypes } = getMetadataStorage();
  return new Map(objectTypes.map(({ name, target }) => [name, target as ClassOf]));
}

export function isAncestor(ancestor: ClassOf, type: ClassOf): boolean {
  return ancestor === type || type.prototype instanceof (ancestor as never);
}
