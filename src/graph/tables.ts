import type { DataSource, EntityMetadata } from 'typeorm';
import { declarationOf, expressionOf } from './declare.js';
import type { Selection } from './selection.js';
import type { ClassOf } from './row.js';

export interface Table {
  readonly name: string;
  /** The columns by property, of the class and of all that inherit from it. */
  readonly columns: ReadonlyMap<string, string>;
  /** The kind of rows it is asked for, where its table holds several. */
  readonly type: string | null;
  /** How a row says its GraphQL type. */
  readonly typename: string;
}

/** The tables of the classes, as TypeORM knows them. */
export class Tables {
  readonly #tables: ReadonlyMap<unknown, Table>;
  readonly #needed = new Map<ClassOf, Map<string, readonly string[]>>();

  constructor({ entityMetadatas }: Pick<DataSource, 'entityMetadatas'>) {
    this.#tables = new Map(entityMetadatas.map((metadata) => [metadata.target, tableOf(metadata)]));
  }

  of(type: ClassOf): Table {
    const table = this.#tables.get(type);
    if (table === undefined) throw new Error(`${type.name} has no table.`);
    return table;
  }

  /** What rows of the type are read from in a list: its table, or else only what is selected there. */
  listed(type: ClassOf, from: string | undefined): Table {
    return from === undefined
      ? this.of(type)
      : { name: '', columns: new Map(), type: null, typename: `'${type.name}'` };
  }

  /** The same with the type of the row, for what can stand where the schema has an interface. */
  nodeColumns(type: ClassOf, table: Table, selection: Selection): string[] {
    return [...this.columns(type, table, selection), `${table.typename} AS "__typename"`];
  }

  /**
   * The select list for what is asked of `type`, in a stable order: columns of the table by the name
   * of the field, and the keys that relations start from. Nothing else is ever read, so a column
   * without a field cannot leak.
   */
  columns(type: ClassOf, table: Table, selection: Selection): string[] {
    const wanted = new Set<string>(['id']);
    for (const field of selection.keys()) {
      for (const property of this.#needs(type, table, field)) wanted.add(property);
    }
    const list = [...wanted].sort().flatMap((property) => {
      const expression =
        expressionOf(type, property) ??
        (table.columns.has(property) ? `t."${String(table.columns.get(property))}"` : null);
      return expression === null ? [] : [`${expression} AS "${property}"`];
    });
    return list;
  }

  /** The properties of the row that a field is made from. */
  #needs(type: ClassOf, table: Table, field: string): readonly string[] {
    const known = this.#needed.get(type) ?? new Map<string, readonly string[]>();
    this.#needed.set(type, known);
    const found = known.get(field) ?? this.#findNeeds(type, table, field);
    known.set(field, found);
    return found;
  }

  #findNeeds(type: ClassOf, table: Table, field: string): readonly string[] {
    const declaration = this.#declaration(type, field);
    switch (declaration?.kind) {
      case undefined:
        return table.columns.has(field) || expressionOf(type, field) !== undefined ? [field] : [];
      case 'ONE':
        return [declaration.key];
      case 'ONES':
        return [declaration.keys];
      case 'LIST':
        return [declaration.list.link.key ?? 'id'];
      case 'FIRST':
        return [declaration.link.key ?? 'id'];
      case 'PAGE':
        return [declaration.link?.key ?? 'id'];
      case 'COLUMN':
        return [declaration.column];
      case 'PART':
      case 'NEEDS':
        return declaration.columns;
    }
  }

  /** Fields asked in a fragment on a kind are declared on that kind, not on the interface. */
  #declaration(type: ClassOf, field: string) {
    const own = declarationOf(type, field);
    if (own !== undefined) return own;
    for (const one of this.#tables.keys()) {
      const kind = one as ClassOf;
      if (kind.prototype instanceof (type as never)) {
        const declaration = declarationOf(kind, field);
        if (declaration !== undefined) return declaration;
      }
    }
    return undefined;
  }
}

function tableOf(metadata: EntityMetadata): Table {
  const family = [metadata, ...metadata.childEntityMetadatas];
  const { discriminatorColumn, discriminatorValue, tableName } = metadata;
  const isKind = metadata.tableType === 'entity-child';
  return {
    name: tableName,
    columns: new Map(
      family.flatMap(({ columns }) =>
        columns.map(({ propertyName, databaseName }) => [propertyName, databaseName] as const),
      ),
    ),
    type: isKind ? (discriminatorValue ?? null) : null,
    typename: discriminatorColumn
      ? `t."${discriminatorColumn.databaseName}"`
      : `'${metadata.name}'`,
  };
}
