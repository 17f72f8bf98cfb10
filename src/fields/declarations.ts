/**
 * What is known about the fields of the schema. A declaration is data: the resolver of a field
 * (`src/loaders/resolvers.ts`) and the plan of a whole operation (`src/planner`) both derive from it.
 */

import { getMetadataStorage } from 'type-graphql';
import { lineage } from './classes.js';
import type { AnyColumns } from './columns.js';
import type { Connection } from './connection.js';
import type { Lookup } from './lookup.js';
import type { Orders } from './order.js';
import { referenceOf, type Link } from './relation.js';
import type { ClassOf, TypeOf } from './row.js';
import type { Sql } from './sql.js';

export type FieldDeclaration =
  /** The object whose id is in a property. */
  | { readonly kind: 'REFERENCE'; readonly type: TypeOf; readonly key: string }
  /** The objects whose ids are in an array property, in its order. */
  | { readonly kind: 'REFERENCES'; readonly type: TypeOf; readonly keys: string }
  /** An object made of columns of the same row. */
  | { readonly kind: 'EMBEDDED'; readonly type: TypeOf; readonly columns: EmbeddedColumns }
  /** A column whose property has another name. */
  | { readonly kind: 'COLUMN'; readonly property: string }
  /** The first of a list, or null. */
  | { readonly kind: 'FIRST'; readonly type: TypeOf; readonly list: List }
  | { readonly kind: 'LIST'; readonly type: TypeOf; readonly list: List }
  | ConnectionDeclaration
  /** A field with a resolver of its own. */
  | { readonly kind: 'RESOLVED'; readonly properties: readonly string[] };

/** The properties of the row by field of the embedded object. It is null if the first one is null. */
export type EmbeddedColumns = Readonly<Record<string, string>>;

/** The rows of a short list. */
export interface List {
  readonly link: Link;
  readonly limit: number;
  readonly order: (row: AnyColumns) => Sql;
  /** The rows, if they are not those of the type's table. */
  readonly rows?: () => AnyColumns;
  /** Conditions by argument; each applies only if its argument is given. */
  readonly where?: Readonly<Record<string, ListArgument>>;
}

interface ListArgument {
  readonly type: () => unknown;
  readonly description: string;
  condition(this: void, row: AnyColumns, value: Sql): Sql;
}

export interface ConnectionDeclaration {
  readonly kind: 'CONNECTION';
  readonly connection: Connection;
  /** Null for a list of the root. */
  readonly link: Link | null;
  readonly filter: ClassOf | null;
  readonly orders: Orders;
  readonly asOf: boolean;
  readonly text: TextArgument | null;
}

/** A text argument that the rows of a connection depend on. */
export interface TextArgument {
  readonly name: string;
  readonly description: string;
  /** Throws if the text is invalid. */
  readonly check: (text: string) => void;
}

/** The SQL of a property that is no column, from the row and from the table between the row and its parent. */
export interface Expression {
  of(row: AnyColumns, between: AnyColumns): Sql;
}

class Registry<V> {
  readonly #byClass = new Map<ClassOf, Map<string, V>>();

  add(target: object, name: string, value: V): void {
    const owner = target.constructor as ClassOf;
    const known = this.#byClass.get(owner) ?? new Map<string, V>();
    this.#byClass.set(owner, known.set(name, value));
  }

  get(owner: ClassOf, name: string): V | undefined {
    return this.#byClass.get(owner)?.get(name);
  }

  get classes(): Iterable<readonly [ClassOf, ReadonlyMap<string, V>]> {
    return this.#byClass;
  }
}

const declarations = new Registry<FieldDeclaration>();
const expressions = new Registry<Expression>();
const lookups = new Map<string, Lookup>();

export function declareField(target: object, name: string, declaration: FieldDeclaration): void {
  declarations.add(target, name, declaration);
}

export function declareExpression(target: object, name: string, expression: Expression): void {
  expressions.add(target, name, expression);
}

export function declareLookup(field: string, lookup: Lookup): void {
  lookups.set(field, lookup);
}

let byType: ReadonlyMap<ClassOf, ReadonlyMap<string, FieldDeclaration>> | null = null;

/** The declared fields of each class, those of its resolver classes included. Complete only after all have been loaded. */
export function declaredFields(): ReadonlyMap<ClassOf, ReadonlyMap<string, FieldDeclaration>> {
  byType ??= [...declarations.classes].reduce((all, [owner, own]) => {
    const type = typeOfResolver(owner) ?? owner;
    return all.set(type, new Map([...(all.get(type) ?? []), ...own]));
  }, new Map<ClassOf, Map<string, FieldDeclaration>>());
  return byType;
}

/** The type that a class with `@Resolver(() => Type)` resolves; null for any other class. */
function typeOfResolver(owner: ClassOf): ClassOf | null {
  const { resolverClasses } = getMetadataStorage();
  const resolver = resolverClasses.find(({ target }) => (target as unknown) === owner);
  if (resolver === undefined || isRoot(owner)) return null;
  return resolver.getObjectType() as unknown as ClassOf;
}

/** Whether the class has root fields. */
function isRoot(owner: ClassOf): boolean {
  return getMetadataStorage().queries.some(({ target }) => (target as unknown) === owner);
}

const found = new Map<ClassOf, Map<string, FieldDeclaration | undefined>>();

/** The declaration of a field, own or inherited. Fields that are to-one relations of an entity need no decorator. */
export function declarationOf(type: ClassOf, field: string): FieldDeclaration | undefined {
  const known = found.get(type) ?? new Map<string, FieldDeclaration | undefined>();
  found.set(type, known);
  if (!known.has(field)) known.set(field, findDeclaration(type, field));
  return known.get(field);
}

function findDeclaration(type: ClassOf, field: string): FieldDeclaration | undefined {
  for (const ancestor of lineage(type)) {
    const declaration = declaredFields().get(ancestor)?.get(field);
    if (declaration !== undefined) return declaration;
  }
  return referenceOf(type, propertyOf(type, field));
}

/** The property behind a field; `@Field` can give it another name. */
function propertyOf(type: ClassOf, field: string): string {
  const owners = lineage(type);
  const metadata = getMetadataStorage().fields.find(
    ({ schemaName, target }) => schemaName === field && owners.includes(target as never),
  );
  return metadata?.name ?? field;
}

/** The SQL of a property that is not a column of the rows. */
export function expressionOf(type: ClassOf, property: string): Expression | undefined {
  return expressions.get(type, property);
}

/** How the root fields find objects by key, by field name. */
export function declaredLookups(): ReadonlyMap<string, Lookup> {
  return lookups;
}

/** The connection that a root field lists. */
export function rootConnection(field: string): ConnectionDeclaration | undefined {
  for (const declared of declaredFields().values()) {
    const declaration = declared.get(field);
    if (declaration?.kind === 'CONNECTION' && declaration.link === null) return declaration;
  }
  return undefined;
}
