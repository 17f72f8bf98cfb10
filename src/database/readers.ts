import { LRUCache } from 'lru-cache';
import pg from 'pg';
import { ClientError } from '../errors.js';
import type { RunStatement } from '../graph/reader.js';
import type { Row } from '../graph/row.js';

/** How many different statements a connection keeps prepared. */
const MAX_PREPARED = 500;
/** The texts whose use is remembered, all together. */
const MAX_CHARACTERS = 10_000_000;

/** What runs a statement. */
export interface Queryable {
  query<R extends pg.QueryResultRow>(config: pg.QueryConfig): Promise<pg.QueryResult<R>>;
}

/** Columns of day type stay texts: node-postgres would make them instants of the local time zone. */
const DAY: number = pg.types.builtins.DATE;
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format): ((text: string) => unknown) =>
    (oid as number) === DAY
      ? (text) => text
      : (pg.types.getTypeParser(oid, format) as (text: string) => unknown),
};

/** Runs a statement as soon as a connection is free, of which `begin` tells. */
export type RunWhenFree = (
  text: string,
  values: readonly unknown[],
  begin: () => void,
) => Promise<readonly Row[]>;

/**
 * Runs reading statements on a pool, past TypeORM, and not longer than the limit. `graceMs` is how long
 * the database has to stop one by itself. What comes a second time is prepared under a name.
 */
export function poolRunner(pool: pg.Pool, timeoutMs: number, graceMs = 0): RunWhenFree {
  const names = namesOn(pool);
  return async (text, values, begin) => {
    let client: pg.PoolClient | null = null;
    let failure: Error | undefined;
    try {
      client = await pool.connect().finally(begin);
      client.on('error', ignore);
      const name = await names.on(client, text);
      const { rows } = await client.query<Row>({
        ...(name === undefined ? {} : { name }),
        text,
        values: [...values],
        types,
        // The embedded database cannot cancel a statement; there the wait ends, and so does the answer.
        query_timeout: timeoutMs + graceMs,
      } as pg.QueryConfig);
      return rows;
    } catch (error) {
      failure = error as Error;
      throw explainFailure(error, timeoutMs);
    } finally {
      client?.off('error', ignore);
      // What has failed may have broken the connection; another is made when it is needed.
      client?.release(failure);
    }
  };
}

/**
 * Runs reading statements of any kind. While all connections are busy, equal reads wait as one: it begins
 * after all who share it have asked, so each sees what was written before it asked.
 */
export function statementRunner(pool: pg.Pool, timeoutMs: number, graceMs = 0): RunStatement {
  const run = poolRunner(pool, timeoutMs, graceMs);
  const waiting = new Map<string, Promise<readonly Row[]>>();
  return (text, values) => {
    if (pool.idleCount > 0 || pool.totalCount < pool.options.max) {
      return run(text, values, () => undefined);
    }
    const key = `${text} ${JSON.stringify(values)}`;
    const same = waiting.get(key);
    if (same !== undefined) return same;
    const rows = run(text, values, () => waiting.delete(key));
    waiting.set(key, rows);
    return rows;
  };
}

/** Runs reading statements on one connection, one after the other. */
export function connectionRunner(
  connection: Queryable,
  timeoutMs: number,
  graceMs = 0,
): RunStatement {
  return async (text, values) => {
    try {
      const query_timeout = timeoutMs + graceMs;
      const config = { text, values: [...values], types, query_timeout } as pg.QueryConfig;
      return (await connection.query<Row>(config)).rows;
    } catch (error) {
      throw explainFailure(error, timeoutMs);
    }
  };
}

/** An error of a connection in use fails the query too, which tells of it. */
function ignore(): void {
  // nothing more to do
}

/**
 * Under which names statements are prepared: those that come again, the latest of them. A name is the
 * connection's, so all runners on a pool share them.
 */
class Names {
  readonly #names = new LRUCache<string, string>({
    max: MAX_PREPARED,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_name, text) => text.length,
  });
  readonly #prepared = new WeakMap<pg.PoolClient, Set<string>>();
  #last = 0;

  /** The name for a statement on this connection; none when it comes for the first time. */
  async on(client: pg.PoolClient, text: string): Promise<string | undefined> {
    const known = this.#names.get(text);
    if (known === undefined) {
      this.#names.set(text, ONCE);
      return undefined;
    }
    const name = known === ONCE ? this.#new(text) : known;
    const prepared = this.#prepared.get(client) ?? new Set();
    this.#prepared.set(client, prepared);
    if (prepared.size >= MAX_PREPARED && !prepared.has(name)) await forget(client, prepared);
    prepared.add(name);
    return name;
  }

  #new(text: string): string {
    this.#last += 1;
    const name = `read_${this.#last}`;
    this.#names.set(text, name);
    return name;
  }
}
const ONCE = '';

const namesOf = new WeakMap<pg.Pool, Names>();

function namesOn(pool: pg.Pool): Names {
  const names = namesOf.get(pool) ?? new Names();
  namesOf.set(pool, names);
  return names;
}

/** Gives up all that is prepared on a connection, which node-postgres keeps a list of too. */
async function forget(client: pg.PoolClient, prepared: Set<string>): Promise<void> {
  await client.query('DEALLOCATE ALL');
  const { connection } = client as unknown as {
    connection: { parsedStatements: Record<string, string> };
  };
  connection.parsedStatements = {};
  prepared.clear();
}

const QUERY_CANCELED = '57014';
const CHARACTER_NOT_IN_REPERTOIRE = '22021';
/**
 * Classes of SQLSTATE and codes of Node that say: the server is not there (any more), or has no room.
 * 34000: it was reopened, and the cursor went with the session.
 */
const UNREACHABLE =
  /^(08|34000|53[13]00|57P|ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)/;

/** A failed statement in the words of the API: what the client can do something about, or what is down. */
export function explainFailure(error: unknown, timeoutMs: number): Error {
  const { code, message } = error as { code?: unknown; message: string };
  if (code === QUERY_CANCELED || message === 'Query read timeout') {
    return tookTooLong(timeoutMs);
  }
  if (code === CHARACTER_NOT_IN_REPERTOIRE) {
    return new ClientError(
      'BAD_USER_INPUT',
      'A text has the character U+0000 in it, which no text in the network has. Leave it out.',
    );
  }
  if (isUnreachable(error)) return new DatabaseUnreachableError(message, { cause: error });
  return error as Error;
}

export function tookTooLong(timeoutMs: number): ClientError {
  return new ClientError(
    'TIMEOUT',
    `The answer takes longer than ${String(timeoutMs)} ms. Ask for less at once: smaller pages, fewer levels, a narrower filter.`,
  );
}

function isUnreachable(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: string };
  return (
    (typeof code === 'string' && UNREACHABLE.test(code)) ||
    /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect|embedded database/.test(
      message ?? '',
    )
  );
}

/** The database does not answer. Not the client's fault, and over as soon as it is back. */
export class DatabaseUnreachableError extends Error {
  override readonly name = 'DatabaseUnreachableError';
}
