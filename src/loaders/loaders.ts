import DataLoader from 'dataloader';
import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import { from, functionRows, rows as rowsOf, type AnyColumns } from '../fields/columns.js';
import type { Connection } from '../fields/connection.js';
import { DATA_VERSION } from '../fields/data-version.js';
import type { ConnectionDeclaration, List } from '../fields/declarations.js';
import { BY_ID, type LookupKey } from '../fields/lookup.js';
import type { PageRequest } from '../fields/page-request.js';
import { listRows, pageRows, tellsTotal, type PageScope } from '../fields/page-sql.js';
import { linkSql } from '../fields/relation.js';
import type { ClassOf, Row } from '../fields/row.js';
import { selectionOf, within, type Selection } from '../fields/selection.js';
import { and, EMPTY, join, raw, sql, value, type ColumnsRead, type Sql } from '../fields/sql.js';
import type { Tables } from '../fields/tables.js';
import { groupBy } from '../domain/group-by.js';
import { Slots } from '../slots.js';
import { Page } from './page.js';

/** Runs a statement until the signal aborts; see `src/database/readers.ts`. */
export type RunStatement = (
  text: string,
  values: readonly unknown[],
  signal?: AbortSignal,
) => Promise<readonly Row[]>;

type Rows = readonly Row[];

/** Counts and sums of one version of the data; see `src/aggregates/aggregates.ts`. */
export interface Aggregates {
  read(
    version: string,
    aggregate: {
      readonly text: string;
      readonly values: readonly unknown[];
      readonly columnsRead: ColumnsRead;
    },
    query: (signal: AbortSignal | undefined) => Promise<Rows>,
    signal: AbortSignal | undefined,
  ): Promise<Rows>;
}

interface LoadersOptions {
  /** Null if aggregates are not cached. */
  readonly aggregates?: Aggregates | null;
  /** Cancels every statement of the operation. */
  readonly signal?: AbortSignal;
}

/** Statements that one operation runs at once; the limit leaves connections to others. */
const STATEMENTS_AT_ONCE = 4;

/** The place in the operation that a resolver answers. */
export type Place = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/**
 * Reads everything for one operation. Each place in the document has one DataLoader, whose batch function reads all
 * parents in one statement, so the number of statements depends only on the document.
 *
 * Create one per request: the DataLoaders cache what they have read.
 */
export class Loaders {
  readonly #tables: Tables;
  #run: RunStatement;
  readonly #aggregates: Aggregates | null;
  readonly #signal: AbortSignal | undefined;
  readonly #slots = new Slots({ size: STATEMENTS_AT_ONCE });
  #version: Promise<string> | null = null;
  readonly #loaders = new Map<string, DataLoader<never, unknown>>();
  /** The number of statements run so far. */
  statements = 0;

  constructor(
    tables: Tables,
    run: RunStatement,
    { aggregates = null, signal }: LoadersOptions = {},
  ) {
    this.#tables = tables;
    this.#run = run;
    this.#aggregates = aggregates;
    this.#signal = signal;
  }

  query(statement: Sql): Promise<Rows> {
    const { text, values } = this.#tables.render(statement);
    return this.#query(text, values, this.#signal);
  }

  async #query(
    text: string,
    values: readonly unknown[],
    signal: AbortSignal | undefined,
  ): Promise<Rows> {
    this.statements += 1;
    const release = this.#slots.tryAcquire() ?? (await this.#slots.acquire('', signal));
    try {
      return await this.#run(text, values, signal);
    } finally {
      release();
    }
  }

  /** Like `query`, for counts and sums: the result is cached until the data changes. */
  async aggregate(statement: Sql): Promise<Rows> {
    const { text, values } = this.#tables.render(statement);
    // Others may wait for the same counts: the work continues while any of them waits.
    const query = (signal: AbortSignal | undefined) => this.#query(text, values, signal);
    if (this.#aggregates === null) return query(this.#signal);
    this.#version ??= this.query(sql`SELECT ${raw(DATA_VERSION)} AS version`).then(
      ([row]) => row?.version as string,
    );
    return this.#aggregates.read(
      await this.#version,
      { text, values, columnsRead: this.#tables.columnsRead(statement) },
      query,
      this.#signal,
    );
  }

  /** From now on, every statement fails with this error without being run. */
  failWith(error: Error): void {
    this.#run = () => Promise.reject(error);
  }

  /** The DataLoader of a place; created on first use and shared by all parents. */
  at<Key, Result>(
    name: string,
    place: Place,
    batch: (keys: readonly Key[]) => Promise<readonly Result[]>,
  ): DataLoader<Key, Result> {
    const id = `${name} ${place.fieldNodes.map(identityOf).join(' ')}`;
    const known = this.#loaders.get(id);
    // A place is read in one way only, so its loader has these types.
    if (known !== undefined) return known as unknown as DataLoader<Key, Result>;
    const loader = new DataLoader<Key, Result>(batch, { cache: true });
    this.#loaders.set(id, loader);
    return loader;
  }

  /** The row of the type with this id, or null. */
  one(type: ClassOf, id: string, place: Place): Promise<Row | null> {
    return this.oneBy(type, BY_ID, id, place);
  }

  /** The row with this key, or null. */
  oneBy(type: ClassOf, by: LookupKey, key: string, place: Place): Promise<Row | null> {
    const loader = this.at<string, Row | null>(
      `one ${type.name} ${String(identityOf(by))}`,
      place,
      async (keys) => {
        const row = rowsOf(type) as AnyColumns;
        const given = unnest(keys, by.type);
        const matches = [by.match(row, given.key), this.#tables.isOfKind(type, row)];
        const columns = this.#tables.nodeColumns(
          type,
          row,
          selectionOf(place.fieldNodes, place.fragments),
        );
        const rows = await this.query(
          sql`SELECT ${given.key}::text AS "_key", ${join(columns)}
         FROM ${from(given)} JOIN ${from(row)} ON ${and(matches.filter((match) => match !== null))}`,
        );
        const rowOf = new Map(rows.map((each) => [each._key, each]));
        return keys.map((each) => rowOf.get(each) ?? null);
      },
    );
    return loader.load(key);
  }

  /** The rows of a parent that meet the conditions, in order, at most `limit`. */
  list(
    type: ClassOf,
    { link, order, limit, rows, where = {} }: List,
    given: Readonly<Record<string, unknown>>,
    parent: string,
    place: Place,
  ): Promise<Rows> {
    const loader = this.at<string, Rows>('list', place, async (keys) => {
      const parents = unnest(keys, 'uuid');
      const row = rows?.() ?? rowsOf(type);
      const linked = linkSql(link, type, row, parents.key);
      const conditions = Object.entries(where).flatMap(([name, { condition }]) =>
        given[name] == null ? [] : [condition(row, value(given[name]))],
      );
      const columns = this.#tables.nodeColumns(
        type,
        row,
        selectionOf(place.fieldNodes, place.fragments),
      );
      const found = await this.query(
        sql`SELECT ${parents.key} AS "_parent", r.* FROM ${from(parents)}
         CROSS JOIN LATERAL (
           SELECT ${join(columns)}
           FROM ${from(row)} ${linked.join}
           WHERE ${and([linked.on, ...conditions])}
           ORDER BY ${order(row)} LIMIT ${value(limit)}::int) r`,
      );
      return grouped(found, keys);
    });
    return loader.load(parent);
  }

  /**
   * The rows of a parent from a statement of its own, which takes the ids of all parents (`uuid[]`) and returns the
   * parent of each row in the column `parentId`.
   */
  rowsOf(
    name: string,
    statement: (parentIds: Sql) => Sql,
    parent: string,
    place: Place,
  ): Promise<Rows> {
    const loader = this.at<string, Rows>(name, place, async (parents) => {
      const rows = await this.query(statement(sql`${value(parents)}::uuid[]`));
      const own = groupBy(rows, ({ parentId }) => parentId);
      return parents.map((each) => own.get(each) ?? []);
    });
    return loader.load(parent);
  }

  /** A page of a parent, or of the root if `parent` is null. It is read lazily. */
  page(
    declaration: ConnectionDeclaration,
    request: PageRequest,
    parent: string | null,
    place: Place,
  ): Page {
    const { connection } = declaration;
    const asked = selectionOf(place.fieldNodes, place.fragments);
    const load = async <T>(
      name: string,
      statement: (scope: PageScope) => Sql,
      result: (rows: Rows) => T,
    ): Promise<T> => {
      const bind: PageScope['bind'] = (_part, of) => value(of(request));
      if (parent === null) return result(await this.query(statement({ parentId: null, bind })));
      const loader = this.at<string, Rows>(name, place, async (keys) => {
        const parents = unnest(keys, 'uuid');
        const rows = await this.query(
          sql`SELECT ${parents.key} AS "_parent", r.* FROM ${from(parents)}
           CROSS JOIN LATERAL (${statement({ parentId: parents.key, bind })}) r`,
        );
        return grouped(rows, keys);
      });
      return result(await loader.load(parent));
    };
    const readRows = () =>
      load(
        'page',
        (scope) => {
          const { row, between, keys, page } = pageRows(this.#tables, declaration, request, scope);
          const columns = this.#pageColumns(connection, row, between, asked, place);
          const total = tellsTotal(declaration, request)
            ? sql`, (count(*) OVER ())::int AS "_total"`
            : EMPTY;
          const texts = keys.map((key) => sql`(${key})::text`);
          // One row more than requested, to know whether there are more.
          return sql`SELECT ${join(columns)}, ARRAY[${join(texts)}] AS "_keys"${total}
            ${page}
            LIMIT ${scope.bind('size', ({ size }) => size + 1)}::int`;
        },
        (rows) => rows,
      );
    const count = () =>
      load(
        'count',
        (scope) =>
          sql`SELECT count(*)::int AS "count" FROM ${listRows(this.#tables, declaration, request, scope).body()}`,
        ([row]) => (row?.count as number | undefined) ?? 0,
      );
    const isRead = ['edges', 'nodes', 'pageInfo'].some((field) => asked.has(field));
    const page: Page = new Page(
      connection,
      request,
      readRows,
      isRead && tellsTotal(declaration, request) ? () => page.total() : count,
    );
    return page;
  }

  #pageColumns(
    { node, edge, source }: Connection,
    row: AnyColumns,
    between: AnyColumns | null,
    asked: Selection,
    { fragments }: Place,
  ): Sql[] {
    const edges = within(asked, 'edges', fragments);
    if (node.kind === 'ROW' && source.kind === 'TABLE') {
      const nodes = [...(edges.get('node') ?? []), ...(asked.get('nodes') ?? [])];
      return this.#tables.nodeColumns(source.entity, row, selectionOf(nodes, fragments));
    }
    const key = node.kind === 'ROW' ? 'id' : node.key;
    return this.#tables.columns(edge, row, new Map([...edges, [key, []]]), between);
  }
}

/** The keys as rows. */
function unnest(keys: readonly string[], type: 'uuid' | 'text') {
  return functionRows(sql`unnest(${value(keys)}::${raw(type)}[])`, ['key']);
}

function grouped(rows: readonly Row[], keys: readonly string[]): (readonly Row[])[] {
  const rowsOf = new Map<unknown, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) rowsOf.get(row._parent)?.push(row);
  return keys.map((key) => rowsOf.get(key) ?? []);
}

const identities = new WeakMap<object, number>();
let lastIdentity = 0;

/** A number for each place of a document, valid as long as the document is cached; and for each kind of key. */
function identityOf(of: FieldNode | LookupKey): number {
  const known = identities.get(of);
  if (known !== undefined) return known;
  lastIdentity += 1;
  identities.set(of, lastIdentity);
  return lastIdentity;
}
