import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from 'typeorm';

const snakeCase = (name: string) =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/^_/, '');
const nameOf = (table: Table | string) => (typeof table === 'string' ? table : table.name);
const joined = (table: Table | string, columns: string[]) =>
  [nameOf(table), ...columns.map((column) => column.replace(/_id$/, ''))].join('_');

/** Names columns in snake_case, and gives constraints descriptive names. */
export class Naming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(property: string, custom: string | undefined): string {
    return custom ?? snakeCase(property);
  }
  /** The column of the property `funderId` is the join column of the relation `funder`. */
  override joinColumnName(relation: string, referencedColumn: string): string {
    return snakeCase(`${relation}_${referencedColumn}`);
  }
  /** The columns of a join table: `event_id`. */
  override joinTableColumnName(table: string, property: string, column = property): string {
    return snakeCase(`${table}_${column}`);
  }
  override joinTableInverseColumnName(table: string, property: string, column?: string): string {
    return this.joinTableColumnName(table, property, column);
  }
  override primaryKeyName(table: Table | string): string {
    return `${nameOf(table)}_pkey`;
  }
  override foreignKeyName(table: Table | string, columns: string[]): string {
    return `${joined(table, columns)}_exists`;
  }
  override indexName(table: Table | string, columns: string[]): string {
    return joined(table, columns);
  }
}
