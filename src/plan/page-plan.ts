import { BREAK, visit, type FieldNode } from 'graphql';
import type { TextArgument } from '../graph/declare.js';
import {
  pageOf,
  tellsTotal,
  wholeList,
  type Bind,
  type PageSource,
} from '../graph/page-statement.js';
import type { PageRequest } from '../graph/page.js';
import type { Tables } from '../graph/tables.js';
import { quoted } from './json-text.js';
import { renamed, SelectedRows } from './row-source.js';
import { Unplanned } from './unplanned.js';

/** Builds the SQL of a page. Only what the selected fields need is read. */
export class PagePlan {
  readonly rows: SelectedRows;
  readonly #tables: Tables;
  readonly #source: PageSource;
  readonly #request: PageRequest;
  readonly #bind: Bind;
  readonly #parentKey: string | null;
  /** Whether one row more than requested is read. */
  readonly #looksAhead: boolean;
  /** Whether rows have to be read for the fields seen so far. */
  #reads = false;
  readonly #readsRows: boolean;

  constructor(
    tables: Tables,
    source: PageSource,
    request: PageRequest,
    bind: Bind,
    alias: string,
    parentKey: string | null,
    { looksAhead, readsRows }: { readonly looksAhead: boolean; readonly readsRows: boolean },
  ) {
    this.#readsRows = readsRows;
    this.#looksAhead = looksAhead;
    this.#tables = tables;
    this.#source = source;
    this.#request = request;
    this.#bind = bind;
    this.#parentKey = parentKey;
    const { connection } = source;
    const table = tables.of(connection.rows);
    this.rows = new SelectedRows(
      alias,
      connection.nodeKey === null ? connection.rows : connection.edge,
      table,
    );
  }

  get #scope() {
    const { alias } = this.rows;
    return { name: (sql: string) => renamed(sql, alias, this.#parentKey), bind: this.#bind };
  }

  /** The size of the page: a literal or a placeholder. */
  #size(): string {
    return `${this.#bind('size', ({ size }) => size)}::int`;
  }

  /** The JSON list of the given JSON of each row. */
  list(json: string): string {
    this.#reads = true;
    const number = `${this.rows.alias}."_n"`;
    const order = this.#request.fromEnd ? ` ORDER BY ${number} DESC` : '';
    const filter = this.#looksAhead ? ` FILTER (WHERE ${number} <= ${this.#size()})` : '';
    return `'[' || coalesce(string_agg(${json}, ','${order})${filter}, '') || ']'`;
  }

  count(): string {
    const rows = wholeList(this.#tables, this.#source, this.#request, this.#scope);
    const counted = `(SELECT count(*)::text FROM ${rows})`;
    if (!this.#readsRows || !tellsTotal(this.#source, this.#request)) return counted;
    const total = `coalesce(max(${this.rows.select('_total', 'count(*) OVER ()')}), 0)::text`;
    // The plan serves pages of any size, and a page of size 0 has no rows that carry the count.
    return `CASE WHEN ${this.#size()} > 0 THEN ${total} ELSE ${counted} END`;
  }

  cursor(): string {
    return this.#cursorOf([...this.#keys(), this.#id()]);
  }

  info(field: string): string {
    const { fromEnd, after, before } = this.#request;
    switch (field) {
      case '__typename':
        return `'"PageInfo"'`;
      case 'hasNextPage':
        return fromEnd ? quoted(String(before !== null)) : this.#hasMore();
      case 'hasPreviousPage':
        return fromEnd ? this.#hasMore() : quoted(String(after !== null));
      case 'startCursor':
        return this.#cursorAt(fromEnd ? 'LAST' : 'FIRST');
      case 'endCursor':
        return this.#cursorAt(fromEnd ? 'FIRST' : 'LAST');
      default:
        throw new Unplanned(field);
    }
  }

  #hasMore(): string {
    this.#reads = true;
    return `(coalesce(max(${this.rows.alias}."_n"), 0) > ${this.#size()})::text`;
  }

  /** The cursor of the first or last row of the page, in reading order. */
  #cursorAt(place: 'FIRST' | 'LAST'): string {
    this.#reads = true;
    const at =
      place === 'FIRST'
        ? `least(1, ${this.#size()})`
        : `least(count(${this.#id()}), ${this.#size()})`;
    // If one aggregate has an ORDER BY, PostgreSQL 16 and later sort the input of all aggregates.
    const order = this.#request.fromEnd ? ` ORDER BY ${this.rows.alias}."_n"` : '';
    const position = [...this.#keys(), this.#id()].map(
      (each) => `(array_agg(${each}${order}))[${at}]`,
    );
    return `coalesce(${this.#cursorOf(position)}, 'null')`;
  }

  #keys(): string[] {
    return this.#request.sorting.keys.map(({ sql }, at) =>
      this.rows.select(`_key${String(at)}`, `(${sql})::text`),
    );
  }

  #id(): string {
    return this.rows.select('id', 't.id');
  }

  /** Must match `encodeCursor`. */
  #cursorOf(position: readonly string[]): string {
    const [keys, id] = [position.slice(0, -1), position.at(-1) ?? ''];
    const texts = keys.map((key) => `to_json(${key})::text || ','`).join(' || ');
    const payload = `${quoted(`[${JSON.stringify(this.#request.sorting.name)},`)} || ${texts} || '"' || ${id} || '"]'`;
    return `(SELECT '"' || translate(encode(convert_to(left(md5(c.payload), 8) || c.payload, 'UTF8'), 'base64'), E'+/=\\n', '-_') || '"' FROM (SELECT ${payload} AS payload) c)`;
  }

  /** The page object, with the FROM clause of the rows that it needs. */
  around(json: string): string {
    if (!this.#reads) return json;
    const { alias } = this.rows;
    const { rows, order } = pageOf(this.#tables, this.#source, this.#request, this.#scope);
    const ahead = this.#looksAhead ? 1 : 0;
    const page = `(SELECT ${this.rows.selectList()} FROM ${rows}
      ORDER BY ${order} LIMIT ${this.#bind('size', ({ size }) => size + ahead)}::int) ${alias}`;
    return this.#looksAhead || this.#request.fromEnd
      ? `(SELECT ${json} FROM (SELECT *, row_number() OVER () AS "_n" FROM ${page}) ${alias})`
      : `(SELECT ${json} FROM ${page})`;
  }
}

/** The arguments that determine a part of a request. */
export function partArguments(
  part: Parameters<Bind>[0],
  text: TextArgument | null,
): readonly string[] {
  if (part === 'size') return ['first', 'last'];
  return part === 'text' ? [text?.name ?? ''] : [part];
}

export function argumentsWithVariables(node: FieldNode): ReadonlySet<string> {
  const found = new Set<string>();
  for (const argument of node.arguments ?? []) {
    visit(argument, {
      Variable: () => {
        found.add(argument.name.value);
        return BREAK;
      },
    });
  }
  return found;
}

/** A literal of the document becomes a literal of the statement, so that the database's planner sees it. */
export function literal(value: unknown): string {
  if (value == null) return 'NULL';
  if (typeof value === 'number') return value < 0 ? `(${value})` : String(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `(ARRAY[${value.map(literal).join(', ')}])`;
  if (value instanceof Date) return quoted(value.toISOString());
  throw new Unplanned('a value that is not a literal');
}
