import type { AnyColumns } from '../fields/columns.js';
import { expressionOf, type EmbeddedColumns } from '../fields/declarations.js';
import type { ClassOf } from '../fields/row.js';
import { Alias, identifier, join, sql, type Sql } from '../fields/sql.js';
import type { Tables } from '../fields/tables.js';
import { NotPlannable } from './not-plannable.js';

/** Rows in the statement, which are read as instances of a class. */
export interface RowSource {
  /** SQL for a property of the row. */
  column(property: string): Sql;
  /** SQL for the row's GraphQL type name, if rows of several types are possible. */
  typename(): Sql;
}

/** The rows of a FROM item. */
export class PlainRows implements RowSource {
  readonly #tables: Tables;
  readonly #type: ClassOf;
  readonly #row: AnyColumns;
  readonly #between: AnyColumns | null;

  constructor(tables: Tables, type: ClassOf, row: AnyColumns, between: AnyColumns | null = null) {
    this.#tables = tables;
    this.#type = type;
    this.#row = row;
    this.#between = between;
  }

  column(property: string): Sql {
    const column = this.#tables.property(this.#type, this.#row, property, this.#between);
    if (column === null) throw new NotPlannable(`${this.#type.name}.${property}`);
    // In parentheses, because a cast may follow: `(a - 1)::text`.
    return expressionOf(this.#type, property) === undefined ? column : sql`(${column})`;
  }

  typename(): Sql {
    return this.#tables.typename(this.#type, this.#row);
  }
}

/** The same rows, with the fields of an embedded object. */
export class EmbeddedRows implements RowSource {
  readonly #rows: RowSource;
  readonly #columns: EmbeddedColumns;

  constructor(rows: RowSource, columns: EmbeddedColumns) {
    this.#rows = rows;
    this.#columns = columns;
  }

  column(field: string): Sql {
    return this.#rows.column(this.#columns[field] ?? field);
  }

  typename(): Sql {
    return this.#rows.typename();
  }
}

/** The select list of a subquery, which grows with the columns that are used. */
export class SelectList {
  readonly alias = sql`${new Alias()}`;
  readonly #selected = new Map<string, Sql>();

  /** Adds an expression under this name, and returns its name outside of the subquery. */
  select(name: string, column: Sql): Sql {
    this.#selected.set(name, sql`${column} AS ${identifier(name)}`);
    return sql`${this.alias}.${identifier(name)}`;
  }

  toSql(): Sql {
    return join([...this.#selected.values()]);
  }
}

/** Rows of a subquery: the columns that are used are added to its select list. */
export class SelectedRows implements RowSource {
  readonly #list: SelectList;
  readonly #inner: RowSource;
  readonly #prefix: string;

  constructor(list: SelectList, inner: RowSource, prefix = '') {
    this.#list = list;
    this.#inner = inner;
    this.#prefix = prefix;
  }

  column(property: string): Sql {
    return this.#list.select(`${this.#prefix}${property}`, this.#inner.column(property));
  }

  typename(): Sql {
    return this.#list.select(`${this.#prefix}__typename`, this.#inner.typename());
  }
}
