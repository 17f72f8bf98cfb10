import { isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { classesByType, isAncestor } from '../fields/classes.js';
import type { ClassOf } from '../fields/row.js';

/** Which types of a schema the instances of a class can have. */
export class SchemaTypes {
  readonly #classes = classesByType();
  readonly #types: readonly (readonly [ClassOf, GraphQLObjectType])[];
  readonly #known = new Map<ClassOf, readonly GraphQLObjectType[]>();

  constructor(schema: GraphQLSchema) {
    this.#types = [...this.#classes].flatMap(([name, target]) => {
      const type = schema.getType(name);
      return isObjectType(type) ? [[target, type] as const] : [];
    });
  }

  /** The class behind a type. */
  classOf({ name }: GraphQLObjectType): ClassOf | undefined {
    return this.#classes.get(name);
  }

  /** The type of the class itself. */
  typeOf(target: ClassOf): GraphQLObjectType | undefined {
    return this.#types.find(([own]) => own === target)?.[1];
  }

  /** The types of the class and of the classes that extend it. */
  typesOf(target: ClassOf): readonly GraphQLObjectType[] {
    const types =
      this.#known.get(target) ??
      this.#types.flatMap(([own, type]) => (isAncestor(target, own) ? [type] : []));
    this.#known.set(target, types);
    return types;
  }
}
