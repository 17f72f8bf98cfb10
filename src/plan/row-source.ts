import { expressionOf, type Renamed } from '../graph/declare.js';
import type { ClassOf } from '../graph/row.js';
import type { Table } from '../graph/tables.js';
import { Unplanned } from './unplanned.js';

/** Rows in the statement: their alias and the names of their columns. */
export interface RowSource {
  /** SQL for a property of the row. */
  column(property: string): string;
  /** SQL for the row's GraphQL type name, if rows of several types are possible. */
  typename(): string;
}

/** Replaces `t` and `p.key` of declared SQL with their names in the statement. */
export function renamed(sql: string, alias: string, parentKey: string | null): string {
  const own = sql.replace(/\bt(?=\.|$)/g, alias);
  return parentKey === null ? own : own.replace(/\bp\.key\b/g, () => parentKey);
}

/** The rows of a table. */
export class TableRows implements RowSource {
  constructor(
    readonly alias: string,
    readonly type: ClassOf,
    readonly table: Table,
  ) {}

  name(sql: string): string {
    return renamed(sql, this.alias, null);
  }

  column(property: string): string {
    return this.name(sqlOf(this.type, this.table, property));
  }

  typename(): string {
    return this.name(this.table.typename);
  }
}

/** The same rows, with columns renamed to the fields of a part. */
export class RenamedRows implements RowSource {
  readonly #rows: RowSource;
  readonly #columns: Renamed;

  constructor(rows: RowSource, columns: Renamed) {
    this.#rows = rows;
    this.#columns = columns;
  }

  column(property: string): string {
    return this.#rows.column(this.#columns[property] ?? property);
  }

  typename(): string {
    return this.#rows.typename();
  }
}

/** The rows of a subquery. Its select list grows with the columns that are used. */
export class SelectedRows implements RowSource {
  readonly #selected: Map<string, string>;
  readonly #prefix: string;

  constructor(
    readonly alias: string,
    readonly type: ClassOf,
    readonly table: Table,
    selected = new Map<string, string>(),
    prefix = '',
  ) {
    this.#selected = selected;
    this.#prefix = prefix;
  }

  /** The same rows as another class. */
  as(type: ClassOf): SelectedRows {
    return new SelectedRows(this.alias, type, this.table, this.#selected, `${type.name}.`);
  }

  column(property: string): string {
    return this.select(property, sqlOf(this.type, this.table, property));
  }

  typename(): string {
    return this.select('__typename', this.table.typename);
  }

  /** Adds the expression to the select list under this name and returns the qualified name. */
  select(name: string, sql: string): string {
    const own = `"${this.#prefix}${name}"`;
    this.#selected.set(own, `${renamed(sql, this.alias, null)} AS ${own}`);
    return `${this.alias}.${own}`;
  }

  selectList(): string {
    return this.#selected.size === 0 ? '' : [...this.#selected.values()].join(', ');
  }
}

function sqlOf(type: ClassOf, table: Table, property: string): string {
  const expression = expressionOf(type, property);
  // In parentheses, because a cast may follow: `(a - 1)::text`.
  if (expression !== undefined) return `(${expression})`;
  const column = table.columns.get(property);
  if (column === undefined) throw new Unplanned(`${type.name}.${property}`);
  return `t."${column}"`;
}
