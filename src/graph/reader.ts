import DataLoader from 'dataloader';
import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import type { Connection } from './connection.js';
import { DATA_VERSION } from './data-version.js';
import type { List } from './declare.js';
import { BY_ID, type KeySort } from './found.js';
import type { PageRequest } from './page.js';
import {
  condition,
  countStatement,
  pageStatement,
  tellsTotal,
  type PageSource,
} from './page-statement.js';
import { selectionOf, within, type Selection } from './selection.js';
import { Slots } from '../slots.js';
import { Statement } from './statement.js';
import type { Tables } from './tables.js';
import type { ClassOf, Row } from './row.js';

/** Runs a statement until the signal aborts; see `src/database/readers.ts`. */
export type RunStatement = (
  text: string,
  values: readonly unknown[],
  signal?: AbortSignal,
) => Promise<readonly Row[]>;

type Rows = readonly Row[];

/** Counts and sums of one version of the data; see `src/figures/figures.ts`. */
export interface Figures {
  read(
    version: string,
    figure: {
      readonly text: string;
      readonly values: readonly unknown[];
      readonly isCopied: boolean;
    },
    query: (signal: AbortSignal | undefined) => Promise<Rows>,
    signal: AbortSignal | undefined,
  ): Promise<Rows>;
}

interface ReaderOptions {
  /** Null if figures are not cached. */
  readonly figures?: Figures | null;
  /** Cancels every statement of the operation. */
  readonly signal?: AbortSignal;
}

/** Statements that one operation runs at once; the limit leaves connections to others. */
const STATEMENTS_AT_ONCE = 4;

/** The place in the operation that a resolver answers. */
export type Place = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/**
 * Reads everything for one operation. Each place in the document has one loader, which reads all parents in
 * one statement, so the number of statements depends only on the document.
 *
 * Create one per request: its loaders cache what they have read.
 */
export class Reader {
  readonly #tables: Tables;
  #run: RunStatement;
  readonly #figures: Figures | null;
  readonly #signal: AbortSignal | undefined;
  readonly #slots = new Slots({ size: STATEMENTS_AT_ONCE });
  #version: Promise<string> | null = null;
  readonly #loaders = new Map<string, DataLoader<never, unknown>>();
  /** The number of statements run so far. */
  statements = 0;

  constructor(tables: Tables, run: RunStatement, { figures = null, signal }: ReaderOptions = {}) {
    this.#tables = tables;
    this.#run = run;
    this.#figures = figures;
    this.#signal = signal;
  }

  query(text: string, values: readonly unknown[]): Promise<readonly Row[]> {
    return this.#query(text, values, this.#signal);
  }

  async #query(
    text: string,
    values: readonly unknown[],
    signal: AbortSignal | undefined,
  ): Promise<readonly Row[]> {
    this.statements += 1;
    const release = this.#slots.tryAcquire() ?? (await this.#slots.acquire('', signal));
    try {
      return await this.#run(text, values, signal);
    } finally {
      release();
    }
  }

  /**
   * Like `query`, for counts and sums: the result is cached until the data changes. `isCopied` means that the
   * statement reads only tables in `src/figures/copied-tables.ts`, so it may run on that copy.
   */
  async figures(
    text: string,
    values: readonly unknown[],
    { isCopied = false }: { readonly isCopied?: boolean } = {},
  ): Promise<Rows> {
    if (this.#figures === null) return this.query(text, values);
    this.#version ??= this.query(`SELECT ${DATA_VERSION} AS version`, []).then(
      ([row]) => row?.version as string,
    );
    // Others may wait for the same figure: the work continues while any of them waits.
    const query = (signal: AbortSignal | undefined) => this.#query(text, values, signal);
    return this.#figures.read(await this.#version, { text, values, isCopied }, query, this.#signal);
  }

  /** From now on, every statement fails with this error without being run. */
  failWith(error: Error): void {
    this.#run = () => Promise.reject(error);
  }

  /** The loader of a place; created on first use and shared by all parents. */
  at<Key, Value>(
    name: string,
    place: Place,
    batch: (keys: readonly Key[]) => Promise<readonly Value[]>,
  ): DataLoader<Key, Value> {
    const id = `${name} ${place.fieldNodes.map(identityOf).join(' ')}`;
    const known = this.#loaders.get(id);
    if (known !== undefined) return known as unknown as DataLoader<Key, Value>;
    const loader = new DataLoader<Key, Value>(batch, { cache: true });
    this.#loaders.set(id, loader);
    return loader;
  }

  /** The columns to read for the fields selected at this place. */
  columns(type: ClassOf, place: Place): string[] {
    return this.#tables.nodeColumns(
      type,
      this.#tables.of(type),
      selectionOf(place.fieldNodes, place.fragments),
    );
  }

  /** The row of the type with this id, or null. */
  one(type: ClassOf, id: string, place: Place): Promise<Row | null> {
    return this.oneBy(type, BY_ID, id, place);
  }

  /** The row with this key, or null. */
  oneBy(type: ClassOf, by: KeySort, key: string, place: Place): Promise<Row | null> {
    const name = `one ${type.name} ${by.match}`;
    const loader = this.at<string, Row | null>(name, place, async (keys) => {
      const table = this.#tables.of(type);
      const rows = await this.query(
        `SELECT k.key::text AS "_key", ${this.columns(type, place).join(', ')}
         FROM unnest($1::${by.type}[]) AS k(key) JOIN "${table.name}" t ON ${by.match}${
           table.type === null ? '' : ` AND t.type = '${table.type}'`
         }`,
        [keys],
      );
      const rowOf = new Map(rows.map((row) => [row._key, row]));
      return keys.map((each) => rowOf.get(each) ?? null);
    });
    return loader.load(key);
  }

  /** The rows of a parent that meet the conditions, in order, at most `limit`. */
  list(
    type: ClassOf,
    { link, order, limit, from, where = {} }: List,
    given: Readonly<Record<string, unknown>>,
    parent: string,
    place: Place,
  ): Promise<readonly Row[]> {
    const loader = this.at<string, readonly Row[]>('list', place, async (keys) => {
      const table = this.#tables.listed(type, from);
      const statement = new Statement();
      const conditions = Object.entries(where).flatMap(([name, { sql }]) =>
        given[name] == null ? [] : [condition(sql, statement.bind(given[name]))],
      );
      const rows = await this.query(
        `SELECT p.key AS "_parent", r.* FROM unnest(${statement.bind(keys)}::uuid[]) AS p(key)
         CROSS JOIN LATERAL (
           SELECT ${this.#tables.nodeColumns(type, table, selectionOf(place.fieldNodes, place.fragments)).join(', ')}
           FROM ${from ?? `"${table.name}" t`} ${link.join ?? ''}
           WHERE ${[link.on, ...conditions].join(' AND ')}
           ORDER BY ${order} LIMIT ${statement.bind(limit)}::int) r`,
        statement.values,
      );
      return grouped(rows, keys);
    });
    return loader.load(parent);
  }

  /** A page of a parent, or of the root if `parent` is null. It is read lazily. */
  page(source: PageSource, request: PageRequest, parent: string | null, place: Place): Page {
    const asked = selectionOf(place.fieldNodes, place.fragments);
    const columns = this.#pageColumns(source.connection, asked, place);
    const tables = this.#tables;
    const load = async <T>(
      name: string,
      statementOf: (parents: readonly string[] | null) => {
        text: string;
        values: readonly unknown[];
      },
      result: (rows: readonly Row[]) => T,
    ): Promise<T> => {
      if (parent === null) {
        const { text, values } = statementOf(null);
        return result(await this.query(text, values));
      }
      const loader = this.at<string, readonly Row[]>(name, place, async (keys) => {
        const { text, values } = statementOf(keys);
        return grouped(await this.query(text, values), keys);
      });
      return result(await loader.load(parent));
    };
    const readRows = () =>
      load(
        'page',
        (parents) => pageStatement(tables, source, request, columns, parents),
        (rows) => rows,
      );
    const count = () =>
      load(
        'count',
        (parents) => countStatement(tables, source, request, parents),
        ([row]) => (row?.count as number | undefined) ?? 0,
      );
    const isRead = ['edges', 'nodes', 'pageInfo'].some((field) => asked.has(field));
    const page: Page = new Page(
      source.connection,
      request,
      readRows,
      isRead && tellsTotal(source, request) ? () => page.total() : count,
    );
    return page;
  }

  #pageColumns(connection: Connection, asked: Selection, { fragments }: Place): string[] {
    const edges = within(asked, 'edges', fragments);
    const table = this.#tables.of(connection.rows);
    if (connection.nodeKey !== null) {
      const fields = new Map([...edges, [connection.nodeKey, []]]);
      return this.#tables.columns(connection.edge, table, fields);
    }
    const nodes = [...(edges.get('node') ?? []), ...(asked.get('nodes') ?? [])];
    return this.#tables.nodeColumns(connection.rows, table, selectionOf(nodes, fragments));
  }
}

/** A page that is read once, on first access. */
export class Page {
  readonly connection: Connection;
  readonly request: PageRequest;
  readonly #load: () => Promise<readonly Row[]>;
  readonly #count: () => Promise<number>;
  #found: Promise<readonly Row[]> | null = null;
  #rows: Promise<{ readonly rows: readonly Row[]; readonly hasMore: boolean }> | null = null;

  constructor(
    connection: Connection,
    request: PageRequest,
    load: () => Promise<readonly Row[]>,
    count: () => Promise<number>,
  ) {
    this.connection = connection;
    this.request = request;
    this.#load = load;
    this.#count = count;
  }

  /** The rows in list order, and whether there are more in the direction of reading. */
  rows(): Promise<{ readonly rows: readonly Row[]; readonly hasMore: boolean }> {
    this.#rows ??= this.#read().then((found) => {
      const rows = found.slice(0, this.request.size);
      return {
        rows: this.request.fromEnd ? rows.reverse() : rows,
        hasMore: found.length > this.request.size,
      };
    });
    return this.#rows;
  }

  #read(): Promise<readonly Row[]> {
    this.#found ??= this.#load();
    return this.#found;
  }

  /** The number of rows in the whole list, if the rows of the page carry it. */
  async total(): Promise<number> {
    const [row] = await this.#read();
    return (row?._total as number | undefined) ?? 0;
  }

  count(): Promise<number> {
    return this.#count();
  }
}

function grouped(rows: readonly Row[], keys: readonly string[]): (readonly Row[])[] {
  const rowsOf = new Map<unknown, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) rowsOf.get(row._parent)?.push(row);
  return keys.map((key) => rowsOf.get(key) ?? []);
}

const identities = new WeakMap<FieldNode, number>();
let lastIdentity = 0;

/** A number for each place of a document, valid as long as the document is cached. */
function identityOf(node: FieldNode): number {
  const known = identities.get(node);
  if (known !== undefined) return known;
  lastIdentity += 1;
  identities.set(node, lastIdentity);
  return lastIdentity;
}
