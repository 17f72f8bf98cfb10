import type { DataSource, EntityMetadata } from 'typeorm';
import { isAncestor } from './classes.js';
import { columnsBehind, type AnyColumns } from './columns.js';
import { declarationOf, expressionOf, type FieldDeclaration } from './declarations.js';
import type { ClassOf } from './row.js';
import type { Selection } from './selection.js';
import {
  columnsRead,
  identifier,
  literal,
  render,
  sql,
  type ColumnsRead,
  type Names,
  type Sql,
  type Statement,
} from './sql.js';

interface EntityTable {
  readonly name: string;
  /** The columns by property, of all classes in the table. */
  readonly columns: ReadonlyMap<string, string>;
  /** The property that tells the classes of the table apart; null if it has only one. */
  readonly discriminator: string | null;
  /** The value of the discriminator, if the class is one of several; otherwise null. */
  readonly kind: string | null;
}

/** The tables of the entities, from TypeORM's metadata. */
export class Tables {
  readonly #tables: ReadonlyMap<unknown, EntityTable>;
  readonly #needed = new Map<ClassOf, Map<string, readonly string[]>>();

  constructor({ entityMetadatas }: Pick<DataSource, 'entityMetadatas'>) {
    const entities = entityMetadatas.filter(({ tableType }) => tableType !== 'junction');
    this.#tables = new Map(entities.map((metadata) => [metadata.target, tableOf(metadata)]));
  }

  readonly #names: Names = {
    table: (entity) => this.#of(entity).name,
    column: (entity, property) => {
      const column = this.#of(entity).columns.get(property);
      if (column === undefined) throw new Error(`${entity.name}.${property} is not a column.`);
      return column;
    },
  };

  /** The text of a statement, with the names of tables and columns. */
  render(statement: Sql): Statement {
    return render(statement, this.#names);
  }

  columnsRead(statement: Sql): ColumnsRead {
    return columnsRead(statement, this.#names);
  }

  /** SQL condition: the row is of this class. Null if all rows of the table are. */
  isOfKind(entity: ClassOf, row: AnyColumns): Sql | null {
    const { kind, discriminator } = this.#of(entity);
    if (kind === null || discriminator === null) return null;
    return sql`${row[discriminator] as Sql} = ${literal(kind)}`;
  }

  /** SQL for the name of the row's GraphQL type. */
  typename(type: ClassOf, row: AnyColumns): Sql {
    const discriminator = this.#tables.get(type)?.discriminator ?? null;
    return discriminator === null ? literal(type.name) : (row[discriminator] as Sql);
  }

  /** SQL for a property of the rows; null if they have no such column. */
  property(
    type: ClassOf,
    row: AnyColumns,
    property: string,
    between: AnyColumns | null = null,
  ): Sql | null {
    const expression = expressionOf(type, property);
    if (expression !== undefined) return expression.of(row, between ?? row);
    return this.#has(row, property) ? (row[property] as Sql) : null;
  }

  #has(row: AnyColumns, property: string): boolean {
    const behind = columnsBehind(row);
    return behind.entity === null
      ? behind.properties.has(property)
      : this.#of(behind.entity).columns.has(property);
  }

  #of(type: ClassOf): EntityTable {
    const table = this.#tables.get(type);
    if (table === undefined) throw new Error(`${type.name} has no table.`);
    return table;
  }

  /**
   * The select list for a selection on `type`, in a stable order: the columns of the selected fields, the keys of
   * their relations and the type of the row. Nothing else is read, so a column without a field cannot leak.
   */
  columns(
    type: ClassOf,
    row: AnyColumns,
    selection: Selection,
    between: AnyColumns | null = null,
  ): Sql[] {
    const wanted = new Set<string>(['id']);
    for (const field of selection.keys()) {
      for (const property of this.#needs(type, row, field)) wanted.add(property);
    }
    return [...wanted].sort().flatMap((property) => {
      const column = this.property(type, row, property, between);
      return column === null ? [] : [sql`${column} AS ${identifier(property)}`];
    });
  }

  /** Like `columns`, plus the row's type, for fields whose type is an interface. */
  nodeColumns(type: ClassOf, row: AnyColumns, selection: Selection): Sql[] {
    return [
      ...this.columns(type, row, selection),
      sql`${this.typename(type, row)} AS "__typename"`,
    ];
  }

  /** The row properties that a field is computed from. */
  #needs(type: ClassOf, row: AnyColumns, field: string): readonly string[] {
    const known = this.#needed.get(type) ?? new Map<string, readonly string[]>();
    this.#needed.set(type, known);
    const found = known.get(field) ?? neededBy(this.#declaration(type, field), field);
    known.set(field, found);
    return found;
  }

  /** A field selected in a fragment on a concrete type is declared on that type, not on the interface. */
  #declaration(type: ClassOf, field: string): FieldDeclaration | undefined {
    const own = declarationOf(type, field);
    if (own !== undefined) return own;
    for (const one of this.#tables.keys()) {
      const kind = one as ClassOf;
      if (kind === type || !isAncestor(type, kind)) continue;
      const declaration = declarationOf(kind, field);
      if (declaration !== undefined) return declaration;
    }
    return undefined;
  }
}

function neededBy(declaration: FieldDeclaration | undefined, field: string): readonly string[] {
  switch (declaration?.kind) {
    case undefined:
      return [field];
    case 'REFERENCE':
      return [declaration.key];
    case 'REFERENCES':
      return [declaration.keys];
    case 'FIRST':
    case 'LIST':
    case 'CONNECTION':
      return ['id'];
    case 'COLUMN':
      return [declaration.property];
    case 'EMBEDDED':
      return Object.values(declaration.columns);
    case 'RESOLVED':
      return declaration.properties;
  }
}

function tableOf(metadata: EntityMetadata): EntityTable {
  // A table that holds several classes has the columns of all of them.
  const root = metadata.tableType === 'entity-child' ? metadata.parentEntityMetadata : metadata;
  const family = [root, ...root.childEntityMetadatas];
  const { discriminatorColumn, discriminatorValue, tableName } = metadata;
  for (const { joinColumns, propertyName } of metadata.manyToOneRelations) {
    const keys = joinColumns.map((column) => column.propertyName);
    if (keys.includes(`${propertyName}Id`)) continue;
    throw new Error(
      `${metadata.name} needs the property ${propertyName}Id for its relation ${propertyName}.`,
    );
  }
  return {
    name: tableName,
    columns: new Map(
      family.flatMap(({ columns }) =>
        columns.map(({ propertyName, databaseName }) => [propertyName, databaseName] as const),
      ),
    ),
    discriminator: discriminatorColumn?.propertyName ?? null,
    kind: metadata.tableType === 'entity-child' ? (discriminatorValue ?? null) : null,
  };
}
