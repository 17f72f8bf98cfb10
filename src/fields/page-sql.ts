/** The SQL of pages, which the loaders read and the planner embeds. */

import { rows as rowsOf, from, type AnyColumns } from './columns.js';
import type { ConnectionSource } from './connection.js';
import type { ConnectionDeclaration } from './declarations.js';
import { conditionsOf } from './filter.js';
import { sqlTypeOf, type Direction } from './order.js';
import type { PageRequest } from './page-request.js';
import { linkSql } from './relation.js';
import { and, EMPTY, FALSE, join, raw, sql, TRUE, type Sql } from './sql.js';
import type { Tables } from './tables.js';

/** Where a page is read: at a parent, or at the root. */
export interface PageScope {
  /** Null for the root. */
  readonly parentId: Sql | null;
  /** The SQL of a value of the request. `part` says which arguments it depends on. */
  readonly bind: Bind;
}

export type Bind = (
  part: 'size' | 'after' | 'before' | 'asOf' | 'text' | 'filter',
  value: (request: PageRequest) => unknown,
) => Sql;

/** The rows of a whole list. */
export interface ListRows {
  readonly row: AnyColumns;
  /** The columns of the table between the rows and their parent. */
  readonly between: AnyColumns | null;
  /** FROM without the keyword, and WHERE. */
  readonly body: (bounds?: readonly Sql[]) => Sql;
}

/** The rows of a page, in the direction in which they are read. */
export interface PageRows extends ListRows {
  /** The sort keys without the id. */
  readonly keys: readonly Sql[];
  /** FROM, WHERE and ORDER BY. */
  readonly page: Sql;
}

/**
 * Whether the rows of a page carry the total count. A list derived from other rows is computed in full for
 * each page; a separate count would compute it twice. If its first page has no rows, the count is 0.
 */
export function tellsTotal({ connection }: ConnectionDeclaration, request: PageRequest): boolean {
  const { after, before, size } = request;
  return connection.source.kind === 'DERIVED' && after === null && before === null && size > 0;
}

/** The rows of the whole list of a parent, or of the root. */
export function listRows(
  tables: Tables,
  declaration: ConnectionDeclaration,
  request: PageRequest,
  { parentId, bind }: PageScope,
): ListRows {
  const { connection, link, filter } = declaration;
  const { source } = connection;
  const row = sourceRows(source, request, bind);
  const entity = source.kind === 'TABLE' ? source.entity : connection.edge;
  const linked = link === null || parentId === null ? null : linkSql(link, entity, row, parentId);
  const isOfKind = source.kind === 'TABLE' ? tables.isOfKind(source.entity, row) : null;
  const conditions = [
    ...(linked === null ? [] : [linked.on]),
    ...(isOfKind === null ? [] : [isOfKind]),
    ...(source.kind === 'TABLE' && source.inForce !== null && request.asOf !== null
      ? [
          source.inForce(
            row,
            bind('asOf', ({ asOf }) => asOf),
          ),
        ]
      : []),
    ...(filter === null
      ? []
      : conditionsOf(filter, request.filter, {
          row,
          bind: (of) => bind('filter', (asked) => of(asked.filter)),
        })),
  ];
  return {
    row,
    between: linked?.between ?? null,
    body: (bounds = []) => {
      const all = [...conditions, ...bounds];
      const where = all.length === 0 ? EMPTY : sql`\n    WHERE ${join(all, '\n      AND ')}`;
      return sql`${from(row)} ${linked?.join ?? EMPTY}${where}`;
    },
  };
}

function sourceRows(source: ConnectionSource, { asOf }: PageRequest, bind: Bind): AnyColumns {
  if (source.kind === 'TABLE') return rowsOf(source.entity);
  return source.rows({
    asOf: (onDay) => (asOf === null ? TRUE : onDay(bind('asOf', (asked) => asked.asOf))),
    text: () => sql`${bind('text', ({ text }) => text)}::text`,
  });
}

export function pageRows(
  tables: Tables,
  declaration: ConnectionDeclaration,
  request: PageRequest,
  scope: PageScope,
): PageRows {
  const list = listRows(tables, declaration, request, scope);
  const columns = sortColumns(request, list.row);
  const bounds = (['after', 'before'] as const)
    .filter((cursor) => request[cursor] !== null)
    .map((cursor) => {
      const values = columns.map(
        ({ type }, at) => sql`${scope.bind(cursor, (asked) => asked[cursor]?.[at])}::${type}`,
      );
      return beyond(columns, values, cursor === 'after' ? 'ASC' : 'DESC');
    });
  const order = columns.map(
    ({ key, direction }) => sql`${key} ${raw(request.fromEnd ? opposite(direction) : direction)}`,
  );
  return {
    ...list,
    keys: columns.slice(0, -1).map(({ key }) => key),
    page: sql`FROM ${list.body(bounds)}
    ORDER BY ${join(order)}`,
  };
}

interface SortColumn {
  readonly key: Sql;
  readonly type: Sql;
  readonly direction: Direction;
}

/** The keys of an order and the id, which has the direction of the last key. */
function sortColumns({ sorting: { keys } }: PageRequest, row: AnyColumns): SortColumn[] {
  return [
    ...keys.map((key) => ({
      key: key.by(row),
      type: sqlTypeOf(key),
      direction: key.direction,
    })),
    { key: row.id as Sql, type: raw('uuid'), direction: keys.at(-1)?.direction ?? 'ASC' },
  ];
}

function opposite(direction: Direction): Direction {
  return direction === 'ASC' ? 'DESC' : 'ASC';
}

/** SQL condition: a row comes after these values (before them if `DESC`). Uses an index if all keys have one direction. */
function beyond(columns: readonly SortColumn[], values: readonly Sql[], towards: Direction): Sql {
  const sign = (direction: Direction) => raw(direction === towards ? '>' : '<');
  const [first, ...rest] = columns;
  const [value, ...others] = values;
  if (first === undefined || value === undefined) return FALSE;
  const { key, direction } = first;
  if (rest.every((column) => column.direction === direction)) {
    return sql`(${join(columns.map((column) => column.key))}) ${sign(direction)} (${join(values)})`;
  }
  const isBeyond = sql`${key} ${sign(direction)} ${value}`;
  const isSame = and([sql`${key} = ${value}`, beyond(rest, others, towards)]);
  return sql`(${key} ${sign(direction)}= ${value} AND (${isBeyond} OR (${isSame})))`;
}
