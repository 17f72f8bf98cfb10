import { BREAK, visit, type FieldNode } from 'graphql';
import type { AnyColumns } from '../fields/columns.js';
import type { ConnectionDeclaration, TextArgument } from '../fields/declarations.js';
import {
  listRows,
  pageRows,
  tellsTotal,
  type Bind,
  type PageRows,
  type PageScope,
} from '../fields/page-sql.js';
import type { PageRequest } from '../fields/page-request.js';
import { EMPTY, join, literal, raw, sql, type Sql } from '../fields/sql.js';
import type { Tables } from '../fields/tables.js';
import { NotPlannable } from './not-plannable.js';
import { SelectList } from './row-source.js';

interface PageOptions {
  /** Whether one row more than requested is read. */
  readonly looksAhead: boolean;
  /** Whether any selected field needs rows. */
  readonly readsRows: boolean;
}

/** Builds the SQL of a page. Only what the selected fields need is read. */
export class PagePlan {
  readonly list = new SelectList();
  readonly #tables: Tables;
  readonly #declaration: ConnectionDeclaration;
  readonly #request: PageRequest;
  readonly #scope: PageScope;
  readonly #rows: PageRows;
  readonly #looksAhead: boolean;
  readonly #readsRows: boolean;
  /** Whether rows have to be read for the fields seen so far. */
  #reads = false;

  constructor(
    tables: Tables,
    declaration: ConnectionDeclaration,
    request: PageRequest,
    scope: PageScope,
    { looksAhead, readsRows }: PageOptions,
  ) {
    this.#tables = tables;
    this.#declaration = declaration;
    this.#request = request;
    this.#scope = scope;
    this.#rows = pageRows(tables, declaration, request, scope);
    this.#looksAhead = looksAhead;
    this.#readsRows = readsRows;
  }

  get row(): AnyColumns {
    return this.#rows.row;
  }

  get between(): AnyColumns | null {
    return this.#rows.between;
  }

  get #alias(): Sql {
    return this.list.alias;
  }

  /** The size of the page: a literal or a placeholder. */
  #size(): Sql {
    return sql`${this.#scope.bind('size', ({ size }) => size)}::int`;
  }

  /** The JSON list of the given JSON of each row. */
  entries(json: Sql): Sql {
    this.#reads = true;
    const number = sql`${this.#alias}."_n"`;
    const order = this.#request.fromEnd ? sql` ORDER BY ${number} DESC` : EMPTY;
    const filter = this.#looksAhead ? sql` FILTER (WHERE ${number} <= ${this.#size()})` : EMPTY;
    return sql`'[' || coalesce(string_agg(${json}, ','${order})${filter}, '') || ']'`;
  }

  count(): Sql {
    const { body } = listRows(this.#tables, this.#declaration, this.#request, this.#scope);
    const counted = sql`(SELECT count(*)::text FROM ${body()})`;
    if (!this.#readsRows || !tellsTotal(this.#declaration, this.#request)) return counted;
    const total = sql`coalesce(max(${this.list.select('_total', raw('count(*) OVER ()'))}), 0)::text`;
    // The plan serves pages of any size, and a page of size 0 has no rows that carry the count.
    return sql`CASE WHEN ${this.#size()} > 0 THEN ${total} ELSE ${counted} END`;
  }

  cursor(): Sql {
    return this.#cursorOf([...this.#keys(), this.#id()]);
  }

  info(field: string): Sql {
    const { fromEnd, after, before } = this.#request;
    switch (field) {
      case '__typename':
        return literal('"PageInfo"');
      case 'hasNextPage':
        return fromEnd ? literal(String(before !== null)) : this.#hasMore();
      case 'hasPreviousPage':
        return fromEnd ? this.#hasMore() : literal(String(after !== null));
      case 'startCursor':
        return this.#cursorAt(fromEnd ? 'LAST' : 'FIRST');
      case 'endCursor':
        return this.#cursorAt(fromEnd ? 'FIRST' : 'LAST');
      default:
        throw new NotPlannable(`PageInfo.${field}`);
    }
  }

  #hasMore(): Sql {
    this.#reads = true;
    return sql`(coalesce(max(${this.#alias}."_n"), 0) > ${this.#size()})::text`;
  }

  /** The cursor of the first or last row of the page, in reading order. */
  #cursorAt(place: 'FIRST' | 'LAST'): Sql {
    this.#reads = true;
    const at =
      place === 'FIRST'
        ? sql`least(1, ${this.#size()})`
        : sql`least(count(${this.#id()}), ${this.#size()})`;
    // If one aggregate has an ORDER BY, PostgreSQL 16 and later sort the input of all aggregates.
    const order = this.#request.fromEnd ? sql` ORDER BY ${this.#alias}."_n"` : EMPTY;
    const position = [...this.#keys(), this.#id()].map(
      (each) => sql`(array_agg(${each}${order}))[${at}]`,
    );
    return sql`coalesce(${this.#cursorOf(position)}, 'null')`;
  }

  #keys(): Sql[] {
    return this.#rows.keys.map((key, at) =>
      this.list.select(`_key${String(at)}`, sql`(${key})::text`),
    );
  }

  #id(): Sql {
    return this.list.select('id', this.row.id as Sql);
  }

  /** Must match `encodeCursor`. */
  #cursorOf(position: readonly Sql[]): Sql {
    const [keys, id] = [position.slice(0, -1), position.at(-1) ?? EMPTY];
    const texts = join(
      keys.map((key) => sql`to_json(${key})::text || ','`),
      ' || ',
    );
    const order = literal(`[${JSON.stringify(this.#request.sorting.name)},`);
    return sql`(SELECT '"' || translate(encode(convert_to(left(md5(c.payload), 8) || c.payload, 'UTF8'), 'base64'), E'+/=\\n', '-_') || '"' FROM (SELECT ${order} || ${texts} || '"' || ${id} || '"]' AS payload) c)`;
  }

  /** The page object, with the FROM clause of the rows that it needs. */
  around(json: Sql): Sql {
    if (!this.#reads) return json;
    const ahead = this.#looksAhead ? 1 : 0;
    const page = sql`(SELECT ${this.list.toSql()} ${this.#rows.page} LIMIT ${this.#scope.bind(
      'size',
      ({ size }) => size + ahead,
    )}::int) ${this.#alias}`;
    return this.#looksAhead || this.#request.fromEnd
      ? sql`(SELECT ${json} FROM (SELECT *, row_number() OVER () AS "_n" FROM ${page}) ${this.#alias})`
      : sql`(SELECT ${json} FROM ${page})`;
  }
}

/** The arguments that determine a part of a request. */
export function partArguments(
  part: Parameters<Bind>[0],
  text: TextArgument | null,
): readonly string[] {
  if (part === 'size') return ['first', 'last'];
  if (part !== 'text') return [part];
  return text === null ? [] : [text.name];
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
export function documentLiteral(value: unknown): Sql {
  if (value == null) return literal(null);
  if (typeof value === 'number' || typeof value === 'boolean') return literal(value);
  if (typeof value === 'string') return planned(value);
  if (Array.isArray(value)) return sql`(ARRAY[${join(value.map(documentLiteral))}])`;
  if (value instanceof Date) return literal(value.toISOString());
  throw new NotPlannable('a value that is not a literal');
}

function planned(text: string): Sql {
  if (text.includes('\0')) throw new NotPlannable('a text with U+0000');
  return literal(text);
}
