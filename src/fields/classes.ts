import { getMetadataStorage } from 'type-graphql';
import type { ClassOf } from './row.js';

/** The class behind each object type of the schema, by type name. Complete only after all resolvers have been loaded. */
export function classesByType(): ReadonlyMap<string, ClassOf> {
  const { objectTypes } = getMetadataStorage();
  return new Map(objectTypes.map(({ name, target }) => [name, target as ClassOf]));
}

export function isAncestor(ancestor: ClassOf, type: ClassOf): boolean {
  return ancestor === type || type.prototype instanceof ancestor;
}

/** The class and its ancestors, the class itself first. */
export function lineage(type: ClassOf): ClassOf[] {
  const parent = Object.getPrototypeOf(type) as ClassOf;
  return [type, ...(parent === Function.prototype ? [] : lineage(parent))];
}
