import { conditionSql } from './condition.js';
import { conditionsOf, type Link } from './declare.js';
import { refuseFaults } from './filter-check.js';
import type { Connection } from './connection.js';
import type { PageRequest } from './page.js';
import { Statement } from './statement.js';
import type { Tables } from './tables.js';
import type { ClassOf } from './row.js';

/** What a page is read from: a connection, as reached from a parent or from the root. */
export interface PageSource {
  readonly connection: Connection;
  readonly link: Link | null;
  readonly filter: ClassOf | null;
}

/** How what is built here stands in the statement around it. */
export interface Scope {
  /** The SQL of a declaration, with the names that `t` and `p.key` have there. */
  readonly name: (sql: string) => string;
  /** A placeholder for what this part of the request says. */
  readonly bind: Bind;
}

export type Bind = (
  part: 'size' | 'after' | 'before' | 'asOf' | 'text' | 'filter',
  value: (request: PageRequest) => unknown,
) => string;

/** A page of each parent, in one statement; of the root if `parents` is null. One row more than asked. */
export function pageStatement(
  tables: Tables,
  source: PageSource,
  request: PageRequest,
  columns: readonly string[],
  parents: readonly string[] | null,
): { readonly text: string; readonly values: readonly unknown[] } {
  const statement = new Statement();
  const unnest = parents === null ? null : `unnest(${statement.bind(parents)}::uuid[]) AS p(key)`;
  const scope = scopeOf(statement, request);
  const { key, rows, order } = pageOf(tables, source, request, scope);
  const total = tellsTotal(source, request) ? ', (count(*) OVER ())::int AS "_total"' : '';
  const inner = `SELECT ${columns.join(', ')}, (${key})::text AS "_key"${total}
    FROM ${rows}
    ORDER BY ${order}
    LIMIT ${scope.bind('size', ({ size }) => size + 1)}::int`;
  const text =
    unnest === null
      ? inner
      : `SELECT p.key AS "_parent", r.* FROM ${unnest} CROSS JOIN LATERAL (${inner}) r`;
  return { text, values: statement.values };
}

/**
 * Whether the rows of a page say how many the whole list has. What is made of other rows is made whole for
 * a page of it: counting it apart would make it twice. A list without rows on its first page has none.
 */
export function tellsTotal({ connection }: PageSource, request: PageRequest): boolean {
  const { after, before, size } = request;
  return connection.from !== null && after === null && before === null && size > 0;
}

/** How many rows the whole list of each parent has. */
export function countStatement(
  tables: Tables,
  source: PageSource,
  request: PageRequest,
  parents: readonly string[] | null,
): { readonly text: string; readonly values: readonly unknown[] } {
  const statement = new Statement();
  const unnest = parents === null ? null : `unnest(${statement.bind(parents)}::uuid[]) AS p(key)`;
  const rows = wholeList(tables, source, request, scopeOf(statement, request));
  const count = `SELECT count(*)::int AS "count" FROM ${rows}`;
  const text =
    unnest === null
      ? count
      : `SELECT p.key AS "_parent", r."count" FROM ${unnest} CROSS JOIN LATERAL (${count}) r`;
  return { text, values: statement.values };
}

function scopeOf(statement: Statement, request: PageRequest): Scope {
  return { name: (sql) => sql, bind: (_part, value) => statement.bind(value(request)) };
}

/** What a page is selected from and in which order, in the direction in which it is read. */
export function pageOf(
  tables: Tables,
  source: PageSource,
  request: PageRequest,
  scope: Scope,
): { readonly key: string; readonly rows: string; readonly order: string } {
  const direction = request.descending === request.fromEnd ? 'ASC' : 'DESC';
  const key = scope.name(request.key.sql);
  const bounds = [
    ...(request.after ? [beyond('after', !request.descending)] : []),
    ...(request.before ? [beyond('before', request.descending)] : []),
  ];
  function beyond(cursor: 'after' | 'before', ascending: boolean): string {
    const [value, id] = [0, 1].map((part) => scope.bind(cursor, (asked) => asked[cursor]?.[part]));
    return `(${key}, ${scope.name('t.id')}) ${ascending ? '>' : '<'} (${value}::${request.key.type}, ${id}::uuid)`;
  }
  return {
    key,
    rows: wholeList(tables, source, request, scope, bounds),
    order: `${key} ${direction}, ${scope.name('t.id')} ${direction}`,
  };
}

/** The rows of the whole list, as they stand behind FROM. */
export function wholeList(
  tables: Tables,
  source: PageSource,
  request: PageRequest,
  scope: Scope,
  bounds: readonly string[] = [],
): string {
  const from = rowsOf(tables, source, request, scope);
  const where = [...conditions(tables, source, request, scope), ...bounds];
  return where.length === 0 ? from : `${from}\n    WHERE ${where.join('\n      AND ')}`;
}

function rowsOf(
  tables: Tables,
  { connection, link }: PageSource,
  { asOf }: PageRequest,
  { name, bind }: Scope,
): string {
  const from = name(connection.from ?? `"${tables.of(connection.rows).name}" t`);
  // The day belongs inside where the rows are grouped, and into the conditions where they are not.
  const fill = (sql: string, place: string, filling: () => string): string => {
    if (!sql.includes(place)) return sql;
    const filled = filling();
    return sql.replaceAll(place, () => filled);
  };
  const dated = fill(from, '{asOf}', () =>
    asOf === null || connection.asOf === null
      ? 'true'
      : condition(
          name(connection.asOf),
          bind('asOf', (asked) => asked.asOf),
        ),
  );
  const found = fill(dated, '{text}', () => `${bind('text', ({ text }) => text)}::text`);
  return link?.join === undefined ? found : `${found} ${name(link.join)}`;
}

function conditions(
  tables: Tables,
  { connection, link, filter }: PageSource,
  request: PageRequest,
  { name, bind }: Scope,
): string[] {
  const { type } = tables.of(connection.rows);
  const isDatedInside = connection.from?.includes('{asOf}') ?? false;
  return [
    ...(link === null ? [] : [name(link.on)]),
    ...(type === null ? [] : [name(`t.type = '${type}'`)]),
    ...(request.asOf === null || connection.asOf === null || isDatedInside
      ? []
      : [
          condition(
            name(connection.asOf),
            bind('asOf', ({ asOf }) => asOf),
          ),
        ]),
    ...(filter === null
      ? []
      : conditionsIn(filter, request.filter, name, (field, of) =>
          bind('filter', (asked) => of(asked.filter[field])),
        )),
  ];
}

/** The conditions that a filter sets, in the order of its fields; without those of one of them. Refuses what cannot be meant. */
export function filterConditions(
  filter: ClassOf,
  values: Readonly<Record<string, unknown>>,
  statement: Statement,
  except: string | null = null,
): string[] {
  refuseFaults(filter, values);
  return conditionsIn(
    filter,
    values,
    (sql) => sql,
    (field, of) => statement.bind(of(values[field])),
    except,
  );
}

function conditionsIn(
  filter: ClassOf,
  values: Readonly<Record<string, unknown>>,
  name: (sql: string) => string,
  bind: (field: string, of: (value: unknown) => unknown) => string,
  except: string | null = null,
): string[] {
  return [...conditionsOf(filter)].flatMap(([field, declared]) => {
    const value = values[field];
    return value == null || field === except
      ? []
      : [conditionSql(declared.condition, value, { name, bind: (of) => bind(field, of) })];
  });
}

/** The condition with its value for every `?`. */
export function condition(sql: string, value: string): string {
  return sql.replaceAll('?', () => value);
}
