import { expressionOf, type Renamed } from '../graph/declare.js';
import type { ClassOf } from '../graph/row.js';
import type { Table } from '../graph/tables.js';
import { Unplanned } from './unplanned.js';

/** Rows in the statement, under an alias of their own, and what their columns are called there. */
export interface RowSource {
  /** What has the value of a property of the row. */
  column(property: string): string;
  /** What has the name of the row's GraphQL type, where rows of several can be there. */
  typename(): string;
}

/** Declared SQL calls the rows `t` and the key of their parent `p.key`. */
export function renamed(sql: string, alias: string, parentKey: string | null): string {
  const own = sql.replace(/\bt(?=\.|$)/g, alias);
  return parentKey === null ? own : own.replace(/\bp\.key\b/g, () => parentKey);
}

/** The rows of a table as they are. */
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

/** The same rows, whose columns are the fields of a part under other names. */
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

/** The rows of a subquery, whose select list grows with what is asked of them. */
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

  /** The same rows, read as another class. */
  as(type: ClassOf): SelectedRows {
    return new SelectedRows(this.alias, type, this.table, this.#selected, `${type.name}.`);
  }

  column(property: string): string {
    return this.select(property, sqlOf(this.type, this.table, property));
  }

  typename(): string {
    return this.select('__typename', this.table.typename);
  }

  /** Selects the declared expression under this name; the name with the alias. */
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
  // `a - 1` must stay one value where a cast follows it.
  if (expression !== undefined) return `(${expression})`;
  const column = table.columns.get(property);
  if (column === undefined) throw new Unplanned(`${type.name}.${property}`);
  return `t."${column}"`;
}
