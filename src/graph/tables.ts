import type { DataSource, EntityMetadata } from 'typeorm';
import { declarationOf, expressionOf } from './declare.js';
import type { Selection } from './selection.js';
import type { ClassOf } from './row.js';

export interface Table {
  readonly name: string;
  /** The columns by property, of the class and its subclasses. */
  readonly columns: ReadonlyMap<string, string>;
  /** The type of its rows if the table holds several types; otherwise null. */
  readonly type: string | null;
  /** SQL for the GraphQL type of a row. */
  readonly typename: string;
}

/** The tables of the classes, from TypeORM's metadata. */
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

  /** The source of a list of this type: its table, or the columns of `from`. */
  listed(type: ClassOf, from: string | undefined): Table {
    return from === undefined
      ? this.of(type)
      : { name: '', columns: new Map(), type: null, typename: `'${type.name}'` };
  }

  /** Like `columns`, plus the row's type, for fields whose type is an interface. */
  nodeColumns(type: ClassOf, table: Table, selection: Selection): string[] {
    return [...this.columns(type, table, selection), `${table.typename} AS "__typename"`];
  }

  /**
   * The select list for a selection on `type`, in a stable order: the columns of the selected fields and the
   * keys of their relations. Nothing else is read, so a column without a field cannot leak.
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

  /** The row properties that a field is computed from. */
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

  /** A field selected in a fragment on a concrete type is declared on that type, not on the interface. */
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
