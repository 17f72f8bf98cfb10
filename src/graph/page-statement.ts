import type { Link } from './declare.js';
import { conditionsOf, refuseFaults, type FilterValues } from './filter.js';
import type { Connection } from './connection.js';
import { sqlTypeOf, type Direction } from './order.js';
import type { PageRequest } from './page.js';
import { Statement } from './statement.js';
import type { Tables } from './tables.js';
import type { ClassOf } from './row.js';

/** The source of a page: a connection, from a parent or from the root. */
export interface PageSource {
  readonly connection: Connection;
  readonly link: Link | null;
  readonly filter: ClassOf | null;
}

/** How SQL is embedded in the surrounding statement. */
export interface Scope {
  /** Replaces `t` and `p.key` in the SQL of a declaration with their names in the statement. */
  readonly name: (sql: string) => string;
  /** Returns a placeholder for this part of the request. */
  readonly bind: Bind;
}

export type Bind = (
  part: 'size' | 'after' | 'before' | 'asOf' | 'text' | 'filter',
  value: (request: PageRequest) => unknown,
) => string;

/**
 * One statement for a page of each parent, or of the root if `parents` is null. Reads one row more than
 * requested, to know whether there are more.
 */
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
  const { keys, rows, order } = pageOf(tables, source, request, scope);
  const total = tellsTotal(source, request) ? ', (count(*) OVER ())::int AS "_total"' : '';
  const inner = `SELECT ${columns.join(', ')}, ARRAY[${keys.map((key) => `(${key})::text`).join(', ')}] AS "_keys"${total}
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
 * Whether the rows of a page carry the total count. A list derived from other rows is computed in full for
 * each page; a separate count would compute it twice. If its first page has no rows, the count is 0.
 */
export function tellsTotal({ connection }: PageSource, request: PageRequest): boolean {
  const { after, before, size } = request;
  return connection.from !== null && after === null && before === null && size > 0;
}

/** Counts the rows of the whole list of each parent. */
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

/** The FROM and ORDER BY of a page, in the direction in which it is read. */
export function pageOf(
  tables: Tables,
  source: PageSource,
  request: PageRequest,
  scope: Scope,
): { readonly keys: readonly string[]; readonly rows: string; readonly order: string } {
  const columns = sortColumns(request, scope);
  const bounds = (['after', 'before'] as const)
    .filter((cursor) => request[cursor] !== null)
    .map((cursor) => {
      const values = columns.map(
        ({ type }, at) => `${scope.bind(cursor, (asked) => asked[cursor]?.[at])}::${type}`,
      );
      return beyond(columns, values, cursor === 'after' ? 'ASC' : 'DESC');
    });
  return {
    keys: columns.slice(0, -1).map(({ sql }) => sql),
    rows: wholeList(tables, source, request, scope, bounds),
    order: columns
      .map(({ sql, direction }) => `${sql} ${request.fromEnd ? opposite(direction) : direction}`)
      .join(', '),
  };
}

interface SortColumn {
  readonly sql: string;
  readonly type: string;
  readonly direction: Direction;
}

/** The keys of an order and the id, which has the direction of the last key. */
function sortColumns({ sorting: { keys } }: PageRequest, { name }: Scope): SortColumn[] {
  return [
    ...keys.map((key) => ({
      sql: name(key.sql),
      type: sqlTypeOf(key),
      direction: key.direction,
    })),
    { sql: name('t.id'), type: 'uuid', direction: keys.at(-1)?.direction ?? 'ASC' },
  ];
}

function opposite(direction: Direction): Direction {
  return direction === 'ASC' ? 'DESC' : 'ASC';
}

/** SQL condition: a row comes after these values (before them if `DESC`). Uses an index if all keys have one direction. */
function beyond(
  columns: readonly SortColumn[],
  values: readonly string[],
  towards: Direction,
): string {
  const sign = (direction: Direction) => (direction === towards ? '>' : '<');
  const [first, ...rest] = columns;
  if (first === undefined) return 'false';
  if (rest.every(({ direction }) => direction === first.direction)) {
    return `(${columns.map(({ sql }) => sql).join(', ')}) ${sign(first.direction)} (${values.join(', ')})`;
  }
  const [value = ''] = values;
  const isBeyond = `${first.sql} ${sign(first.direction)} ${value}`;
  const isSame = `${first.sql} = ${value} AND ${beyond(rest, values.slice(1), towards)}`;
  return `(${first.sql} ${sign(first.direction)}= ${value} AND (${isBeyond} OR (${isSame})))`;
}

/** The FROM clause of the whole list. */
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
  // If the rows are grouped, the day goes into the inner query; otherwise into the conditions.
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
      : conditionsOf(filter, request.filter, {
          name,
          bind: (of) => bind('filter', (asked) => of(asked.filter)),
        })),
  ];
}

/**
 * The conditions of a filter, except those of one field. Throws if a value is invalid.
 */
export function filterConditions(
  filter: ClassOf,
  values: FilterValues,
  statement: Statement,
  except: string | null = null,
): string[] {
  refuseFaults(filter, values);
  return conditionsOf(
    filter,
    values,
    { name: (sql) => sql, bind: (of) => statement.bind(of(values)) },
    except,
  );
}

/** Replaces every `?` of the condition with the value. */
export function condition(sql: string, value: string): string {
  return sql.replaceAll('?', () => value);
}
