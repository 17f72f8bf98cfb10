/** How rows are linked by the relations that TypeORM's decorators declare on the entities. */

import { getMetadataArgsStorage } from 'typeorm';
import { isAncestor, lineage } from './classes.js';
import { from, rows, type AnyColumns } from './columns.js';
import { EMPTY, sql, type Sql } from './sql.js';
import type { ClassOf, TypeOf } from './row.js';

/** The properties of an entity that are relations. */
type RelationProperty<T> = {
  [P in keyof T]-?: NonNullable<T[P]> extends string | number | boolean | Date | readonly string[]
    ? never
    : P;
}[keyof T] &
  string;

/** A relation of an entity. It can be followed from either side. */
export interface Relation {
  readonly entity: ClassOf;
  readonly property: string;
}

/** The relation that TypeORM's decorators declare on this property. */
export function relation<T>(entity: ClassOf<T>, property: RelationProperty<T>): Relation {
  return { entity, property };
}

/** A link that no relation declares: an SQL condition on a row and the id of its parent. */
export interface LinkCondition {
  on(row: AnyColumns, parentId: Sql): Sql;
}

export type Link = Relation | LinkCondition;

/** A link in a statement. */
interface LinkSql {
  readonly on: Sql;
  /** The join of the table between the rows and their parent; empty if there is none. */
  readonly join: Sql;
  /** The columns of the table between. */
  readonly between: AnyColumns | null;
}

/** Links the rows of an entity to their parent. */
export function linkSql(link: Link, entity: ClassOf, row: AnyColumns, parentId: Sql): LinkSql {
  if ('on' in link) return { on: link.on(row, parentId), join: EMPTY, between: null };
  const declared = argumentsOf(link);
  switch (declared.relationType) {
    case 'many-to-one':
      return joinedBy(referenceKey(link.property));
    case 'one-to-many':
      return joinedBy(referenceKey(inverseOf(declared)));
    case 'one-to-one':
      throw new Error(`${nameOf(link)} is one-to-one: a list cannot follow it.`);
    case 'many-to-many':
      return across(tableBetween(link), entity, row, parentId);
  }

  function joinedBy(key: string): LinkSql {
    return { on: sql`${columnOf(row, key)} = ${parentId}`, join: EMPTY, between: null };
  }
}

interface Reference {
  readonly kind: 'REFERENCE';
  readonly type: TypeOf;
  readonly key: string;
}

const references = new WeakMap<object, Reference>();

/**
 * A to-one relation: the class it refers to, and the property that holds the id. Undefined for other properties. All
 * classes that inherit the relation have the same object.
 */
export function referenceOf(type: ClassOf, property: string): Reference | undefined {
  const declared = findArguments(type, property);
  if (declared?.relationType !== 'many-to-one') return undefined;
  const reference = references.get(declared) ?? {
    kind: 'REFERENCE',
    type: declared.type as TypeOf,
    key: referenceKey(property),
  };
  references.set(declared, reference);
  return reference;
}

/** The property that holds the id of a to-one relation. `Naming` gives the join column the same name. */
function referenceKey(property: string): string {
  return `${property}Id`;
}

/** Links by a table that refers to the row and to its parent. */
function across(table: ClassOf, entity: ClassOf, row: AnyColumns, parentId: Sql): LinkSql {
  const between = rows(table) as AnyColumns;
  const references = referencesOf(table);
  const isToRow = ({ type }: { readonly type: unknown }) =>
    areRelated((type as () => ClassOf)(), entity);
  const toRow = references.find(isToRow);
  const toParent = references.find((reference) => !isToRow(reference));
  if (toRow === undefined || toParent === undefined) {
    throw new Error(`${table.name} must refer to ${entity.name} and to one other entity.`);
  }
  return {
    join: sql`JOIN ${from(between)} ON ${columnOf(between, referenceKey(toRow.propertyName))} = ${columnOf(row, 'id')}`,
    on: sql`${columnOf(between, referenceKey(toParent.propertyName))} = ${parentId}`,
    between,
  };
}

/** The entity of a many-to-many relation's join table: the one of that name that refers to both sides. */
function tableBetween(link: Relation): ClassOf {
  const { joinTables, tables } = getMetadataArgsStorage();
  const declared = argumentsOf(link);
  const other = (declared.type as () => ClassOf)();
  const sides = [link, { entity: other, property: inverseOf(declared) }];
  for (const { entity, property } of sides) {
    const joined = joinTables.find(
      (table) =>
        table.propertyName === property && lineage(entity).includes(table.target as ClassOf),
    );
    const between = tables.find(
      ({ name, type, target }) =>
        name === joined?.name && type === 'regular' && refersToBoth(target, link.entity, other),
    );
    if (joined !== undefined && between !== undefined) return between.target as ClassOf;
  }
  throw new Error(`${nameOf(link)} needs a @JoinTable whose name is that of an entity's table.`);
}

function referencesOf(table: unknown) {
  return getMetadataArgsStorage().relations.filter(({ target }) => target === table);
}

function refersToBoth(table: unknown, one: ClassOf, other: ClassOf): boolean {
  const types = referencesOf(table).map(({ type }) => (type as () => ClassOf)());
  return [one, other].every((side) => types.some((type) => areRelated(type, side)));
}

type RelationArguments = NonNullable<ReturnType<typeof findArguments>>;

function findArguments(type: ClassOf, property: string) {
  const owners = lineage(type);
  return getMetadataArgsStorage().relations.find(
    ({ target, propertyName }) => propertyName === property && owners.includes(target as ClassOf),
  );
}

function argumentsOf(link: Relation): RelationArguments {
  const declared = findArguments(link.entity, link.property);
  if (declared === undefined) throw new Error(`${nameOf(link)} is not a relation of TypeORM.`);
  return declared;
}

/** The property on the other side; empty if the relation is declared on one side only. */
function inverseOf({ inverseSideProperty }: RelationArguments): string {
  if (typeof inverseSideProperty !== 'function') return inverseSideProperty ?? '';
  const names = new Proxy({}, { get: (_target, property) => property });
  return String((inverseSideProperty as (of: unknown) => unknown)(names));
}

function areRelated(one: ClassOf, other: ClassOf): boolean {
  return isAncestor(one, other) || isAncestor(other, one);
}

function columnOf(row: AnyColumns, property: string): Sql {
  return row[property] as Sql;
}

const nameOf = ({ entity, property }: Relation) => `${entity.name}.${property}`;
