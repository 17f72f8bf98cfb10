import { conditionSql } from './condition.js';
import { conditionsOf, type Link } from './declare.js';
import type { Connection } from './connection.js';
import type { Position } from './cursor.js';
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
  const down = request.descending !== request.fromEnd;
  const where = [
    ...conditions(tables, source, request, statement),
    ...(request.after ? [beyond(request, request.after, !request.descending, statement)] : []),
    ...(request.before ? [beyond(request, request.before, request.descending, statement)] : []),
  ];
  const direction = down ? 'DESC' : 'ASC';
  const inner = `SELECT ${columns.join(', ')}, (${request.key.sql})::text AS "_key"
    FROM ${rowsOf(tables, source, request, statement)}${whereClause(where)}
    ORDER BY ${request.key.sql} ${direction}, t.id ${direction}
    LIMIT ${statement.bind(request.size + 1)}::int`;
  const text =
    unnest === null
      ? inner
      : `SELECT p.key AS "_parent", r.* FROM ${unnest} CROSS JOIN LATERAL (${inner}) r`;
  return { text, values: statement.values };
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
  const where = conditions(tables, source, request, statement);
  const count = `SELECT count(*)::int AS "count" FROM ${rowsOf(tables, source, request, statement)}${whereClause(where)}`;
  const text =
    unnest === null
      ? count
      : `SELECT p.key AS "_parent", r."count" FROM ${unnest} CROSS JOIN LATERAL (${count}) r`;
  return { text, values: statement.values };
}

function rowsOf(
  tables: Tables,
  { connection, link }: PageSource,
  { asOf, text }: PageRequest,
  statement: Statement,
): string {
  const table = `"${tables.of(connection.rows).name}" t`;
  const from = connection.from ?? table;
  // The day belongs inside where the rows are grouped, and into the conditions where they are not.
  const dated =
    from.includes('{asOf}') && connection.asOf !== null
      ? from.replaceAll(
          '{asOf}',
          asOf === null ? 'true' : statement.condition(connection.asOf, asOf),
        )
      : from;
  const found = dated.includes('{text}')
    ? dated.replaceAll('{text}', `${statement.bind(text)}::text`)
    : dated;
  return link?.join === undefined ? found : `${found} ${link.join}`;
}

function conditions(
  tables: Tables,
  { connection, link, filter }: PageSource,
  request: PageRequest,
  statement: Statement,
): string[] {
  const { type } = tables.of(connection.rows);
  const isDatedInside = connection.from?.includes('{asOf}') ?? false;
  return [
    ...(link === null ? [] : [link.on]),
    ...(type === null ? [] : [`t.type = '${type}'`]),
    ...(request.asOf === null || connection.asOf === null || isDatedInside
      ? []
      : [statement.condition(connection.asOf, request.asOf)]),
    ...(filter === null ? [] : filterConditions(filter, request.filter, statement)),
  ];
}

/** The conditions that a filter sets, in the order of its fields; without those of one of them. */
export function filterConditions(
  filter: ClassOf,
  values: Readonly<Record<string, unknown>>,
  statement: Statement,
  except: string | null = null,
): string[] {
  return [...conditionsOf(filter)].flatMap(([field, condition]) => {
    const value = values[field];
    return value == null || field === except ? [] : [conditionSql(condition, value, statement)];
  });
}

function beyond(
  { key }: PageRequest,
  [value, id]: Position,
  ascending: boolean,
  statement: Statement,
): string {
  return `(${key.sql}, t.id) ${ascending ? '>' : '<'} (${statement.bind(value)}::${key.type}, ${statement.bind(id)}::uuid)`;
}

function whereClause(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `\n    WHERE ${conditions.join('\n      AND ')}`;
}
