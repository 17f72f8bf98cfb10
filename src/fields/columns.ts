/**
 * Rows in a statement, whose columns are named by property: `grant.funderId` is the SQL of that column, checked by
 * the compiler.
 */

import { Alias, Column, EMPTY, identifier, join, raw, sql, Sql, Table } from './sql.js';
import type { ClassOf } from './row.js';

type ColumnValue = string | number | boolean | Date | null | undefined | readonly string[];

/** The columns of rows, by property. Properties that are relations have no column. */
export type Columns<T> = {
  readonly [P in keyof T as T[P] extends ColumnValue ? P : never]-?: Sql;
};

/** Columns whose properties are known only at run time. */
export type AnyColumns = Readonly<Record<string, Sql>>;

interface Rows {
  readonly alias: Alias;
  /** What stands before the alias in FROM. */
  readonly source: Sql;
  /** The entity whose table it is; null for a subquery. */
  readonly entity: ClassOf | null;
  /** The columns of a subquery or of a table without an entity; null if any property of the entity is one. */
  readonly properties: ReadonlySet<string> | null;
  /** Whether FROM names the columns, because they have no names of their own. */
  readonly isNamed?: boolean;
}

const known = new WeakMap<object, Rows>();

/** The rows of an entity's table, under an alias of their own. */
export function rows<T>(entity: ClassOf<T>): Columns<T> {
  const table = new Sql(['', ''], [new Table(entity)]);
  return columnsOf(
    { alias: new Alias(), source: table, entity, properties: null },
    (alias, property) => sql`${alias}.${new Column(entity, property)}`,
  ) as Columns<T>;
}

/** The same rows, with the properties of another class of the same table. */
export function rowsAs<T>(entity: ClassOf<T>, columns: object): Columns<T> {
  return columnsOf(
    { ...rowsBehind(columns), entity },
    (alias, property) => sql`${alias}.${new Column(entity, property)}`,
  ) as Columns<T>;
}

/** The rows of a subquery: `SELECT <columns> <rest>`. The columns have the names of the record. */
export function subquery<C extends Readonly<Record<keyof C, Sql>>>(
  columns: C,
  rest: Sql,
): { readonly [P in keyof C]: Sql } {
  return namedColumns(sql`(SELECT ${selectList(columns)} ${rest})`, Object.keys(columns)) as {
    readonly [P in keyof C]: Sql;
  };
}

/** The rows of a table without an entity. */
export function tableRows<C extends string>(
  table: string,
  columns: readonly C[],
): Readonly<Record<C, Sql>> {
  return namedColumns(new Sql(['', ''], [new Table(table)]), columns);
}

/** The rows of a function that returns a table with these columns. */
export function tableFunctionRows<C extends string>(
  call: Sql,
  columns: readonly C[],
): Readonly<Record<C, Sql>> {
  return namedColumns(call, columns);
}

/** The rows of a function such as `unnest`, whose columns get these names. */
export function functionRows<C extends string>(
  call: Sql,
  columns: readonly C[],
): Readonly<Record<C, Sql>> {
  return namedColumns(call, columns, true);
}

/** Rows with all columns of an entity from a subquery, and more columns: `SELECT <row>.*, <more> FROM <row> <rest>`. */
export function selectedRows<T>(
  entity: ClassOf<T>,
  rest: (row: Columns<T>) => Sql,
  more: (row: Columns<T>) => Readonly<Record<string, Sql>> = () => ({}),
): Columns<T> {
  const row = rows(entity);
  const added = selectList(more(row));
  const list = added.parts.length === 0 ? sql`${aliasOf(row)}.*` : sql`${aliasOf(row)}.*, ${added}`;
  const source = sql`(SELECT ${list} FROM ${from(row)} ${rest(row)})`;
  return columnsOf(
    { alias: new Alias(), source, entity, properties: null },
    (alias, property) => sql`${alias}.${new Column(entity, property)}`,
  ) as Columns<T>;
}

/** A named subquery of WITH. */
export interface CommonTable<C extends string> {
  readonly definition: Sql;
  /** Its rows, under an alias of their own. */
  readonly rows: () => Readonly<Record<C, Sql>>;
}

export function commonTable<C extends string>(
  columns: Readonly<Record<C, Sql>>,
  rest: Sql,
  kind: 'MATERIALIZED' | 'NOT MATERIALIZED' | null = null,
): CommonTable<C> {
  const name = new Alias();
  const materialized = kind === null ? EMPTY : raw(`${kind} `);
  return {
    definition: sql`${name} AS ${materialized}(SELECT ${selectList(columns)} ${rest})`,
    rows: () => namedColumns(sql`${name}`, Object.keys(columns) as C[]),
  };
}

/** A statement with named subqueries. */
export function withTables(tables: readonly CommonTable<never>[], statement: Sql): Sql {
  return sql`WITH ${join(tables.map(({ definition }) => definition))} ${statement}`;
}

function namedColumns<C extends string>(
  source: Sql,
  columns: readonly C[],
  isNamed = false,
): Readonly<Record<C, Sql>> {
  return columnsOf(
    { alias: new Alias(), source, entity: null, properties: new Set<string>(columns), isNamed },
    (alias, property) => sql`${alias}.${identifier(property)}`,
  ) as Readonly<Record<C, Sql>>;
}

function columnsOf(source: Rows, columnOf: (alias: Alias, property: string) => Sql): object {
  const made = new Map<string, Sql>();
  const columns = new Proxy(
    {},
    {
      get: (_target, property) => {
        if (typeof property === 'symbol') return undefined;
        if (source.properties !== null && !source.properties.has(property)) {
          throw new Error(`A subquery has no column ${property}.`);
        }
        const column = made.get(property) ?? columnOf(source.alias, property);
        made.set(property, column);
        return column;
      },
    },
  );
  known.set(columns, source);
  return columns;
}

function rowsBehind(columns: object): Rows {
  const source = known.get(columns);
  if (source === undefined) throw new Error('These are not the columns of rows.');
  return source;
}

/** The FROM item: table, subquery or function, and alias. */
export function from(columns: object): Sql {
  const { source, alias, properties, isNamed } = rowsBehind(columns);
  return isNamed === true
    ? sql`${source} ${alias}(${join([...(properties ?? [])].map(identifier))})`
    : sql`${source} ${alias}`;
}

/** The alias of the rows, such as for `alias.*`. */
export function aliasOf(columns: object): Sql {
  return sql`${rowsBehind(columns).alias}`;
}

/** What columns the rows have: those of an entity, or these. */
export function columnsBehind(
  columns: object,
):
  | { readonly entity: ClassOf }
  | { readonly entity: null; readonly properties: ReadonlySet<string> } {
  const { entity, properties } = rowsBehind(columns);
  return entity === null ? { entity, properties: properties ?? new Set() } : { entity };
}

/** Columns with their names: `a AS "x", b AS "y"`. */
export function selectList(columns: Readonly<Record<string, Sql>>): Sql {
  return join(
    Object.entries(columns).map(([name, column]) => sql`${column} AS ${identifier(name)}`),
  );
}
