import { isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import type { ClassOf } from './row.js';

/** The class that each object type of the schema was made from, by the name of the type. */
export function classesByType(): ReadonlyMap<string, ClassOf> {
  const { objectTypes } = getMetadataStorage();
  return new Map(objectTypes.map(({ name, target }) => [name, target as ClassOf]));
}

/** The types that a row read as this class can have: its own, or those of the classes that extend it. */
export function typesOf(schema: GraphQLSchema, rows: ClassOf): GraphQLObjectType[] {
  return [...classesByType()].flatMap(([name, target]) => {
    const type = schema.getType(name);
    return isObjectType(type) && isAncestor(rows, target) ? [type] : [];
  });
}

export function isAncestor(ancestor: ClassOf, type: ClassOf): boolean {
  return ancestor === type || type.prototype instanceof (ancestor as never);
}
