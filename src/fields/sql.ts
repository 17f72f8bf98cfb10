/**
 * SQL fragments. A fragment is composed of other fragments, values and names; its text exists only when a whole
 * statement is rendered, which numbers the values and names the aliases. So fragments can be nested anywhere, and no
 * value and no name can be mistaken for SQL.
 */

import type { ClassOf } from './row.js';

/** The name of a FROM item, chosen when the statement is rendered. Compared by identity. */
export class Alias {
  readonly kind = 'ALIAS';
}

/** A value, which becomes a placeholder. The same object becomes the same placeholder. */
export class Value {
  constructor(readonly value: unknown) {}
}

/** The table of an entity, or a table without one. */
export class Table {
  constructor(readonly of: ClassOf | string) {}
}

/** The column of a property of an entity. */
export class Column {
  constructor(
    readonly entity: ClassOf,
    readonly property: string,
  ) {}
}

type Part = Sql | Alias | Value | Table | Column;

/** An immutable SQL fragment. Create it with the tag `sql`. */
export class Sql {
  constructor(
    /** One more than the parts, which stand between them. */
    readonly texts: readonly string[],
    readonly parts: readonly Part[],
  ) {}
}

/** `sql\`a = ${fragment}\``: composes fragments. Interpolate values with `value` or `literal`. */
export function sql(texts: TemplateStringsArray, ...parts: readonly Part[]): Sql {
  return new Sql(texts, parts);
}

/** Text that is SQL itself. Never pass input. */
export function raw(text: string): Sql {
  return new Sql([text], []);
}

export const EMPTY = raw('');
export const TRUE = raw('true');
export const FALSE = raw('false');
export const NULL = raw('NULL');

/** A placeholder for the value. */
export function value(of: unknown): Sql {
  return new Sql(['', ''], [new Value(of)]);
}

/** A constant as part of the text, so that the database's planner sees it. */
export function literal(of: string | number | boolean | null): Sql {
  if (of === null) return NULL;
  if (typeof of === 'string') return raw(quoted(of));
  return raw(typeof of === 'number' && of < 0 ? `(${String(of)})` : String(of));
}

/** Literals as a list, such as for `IN (…)`. */
export function literals(of: readonly string[]): Sql {
  return join(of.map(literal));
}

/** A text as an SQL literal. Backslashes are not special (`standard_conforming_strings` is on). */
function quoted(text: string): string {
  if (text.includes('\0')) throw new Error('An SQL literal cannot contain U+0000.');
  return `'${text.replaceAll(`'`, `''`)}'`;
}

/** A name in quotes. */
export function identifier(name: string): Sql {
  return raw(`"${name.replaceAll('"', '""')}"`);
}

export function join(parts: readonly Sql[], separator = ', '): Sql {
  const [first, ...rest] = parts;
  if (first === undefined) return EMPTY;
  return new Sql(['', ...rest.map(() => separator), ''], parts);
}

/** All conditions; true if there are none. */
export function and(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? TRUE : join(conditions, ' AND ');
}

/** Names of tables and columns, from the entities' metadata. */
export interface Names {
  readonly table: (entity: ClassOf) => string;
  readonly column: (entity: ClassOf, property: string) => string;
}

/** A statement for the database: its text depends only on its shape, not on its values. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Numbers the values and names the aliases of a whole statement. */
export function render(statement: Sql, names: Names): Statement {
  const texts: string[] = [];
  const placeholders = new Map<Value, string>();
  const aliases = new Map<Alias, string>();
  const named = <K>(known: Map<K, string>, key: K, prefix: string): string => {
    const name = known.get(key) ?? `${prefix}${String(known.size + 1)}`;
    known.set(key, name);
    return name;
  };
  const visit = ({ texts: own, parts }: Sql): void => {
    own.forEach((text, at) => {
      texts.push(text);
      const part = parts[at];
      if (part === undefined) return;
      if (part instanceof Sql) visit(part);
      else if (part instanceof Alias) texts.push(named(aliases, part, 't'));
      else if (part instanceof Value) texts.push(named(placeholders, part, '$'));
      else if (part instanceof Table) texts.push(`"${tableName(part, names)}"`);
      else texts.push(`"${names.column(part.entity, part.property)}"`);
    });
  };
  visit(statement);
  return { text: texts.join(''), values: [...placeholders.keys()].map((each) => each.value) };
}

/** The columns that a statement reads, by table. */
export type ColumnsRead = ReadonlyMap<string, ReadonlySet<string>>;

export function columnsRead(statement: Sql, names: Names): ColumnsRead {
  const read = new Map<string, Set<string>>();
  const columnsOf = (table: string): Set<string> => {
    const known = read.get(table) ?? new Set<string>();
    read.set(table, known);
    return known;
  };
  const visit = ({ parts }: Sql): void => {
    for (const part of parts) {
      if (part instanceof Sql) visit(part);
      else if (part instanceof Table) columnsOf(tableName(part, names));
      else if (part instanceof Column) {
        columnsOf(names.table(part.entity)).add(names.column(part.entity, part.property));
      }
    }
  };
  visit(statement);
  return read;
}

function tableName({ of }: Table, names: Names): string {
  return typeof of === 'string' ? of : names.table(of);
}
