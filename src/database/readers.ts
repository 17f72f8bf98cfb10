import { LRUCache } from 'lru-cache';
import pg from 'pg';
import { ClientError } from '../errors.js';
import type { RunStatement } from '../graph/reader.js';
import type { Row } from '../graph/row.js';
import { SharedWork, untilAborted } from '../shared-work.js';
import { Slots } from '../slots.js';

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

/**
 * Runs a statement as soon as a connection is free; `begin` is called when it starts. When the signal
 * aborts, the caller is rejected with its reason at once, and the statement is canceled.
 */
export type RunWhenFree = (
  text: string,
  values: readonly unknown[],
  begin: () => void,
  signal?: AbortSignal,
) => Promise<readonly Row[]>;

/** Asks the database to stop what a connection runs; resolves when the request has been delivered. */
export type CancelStatement = (client: pg.PoolClient) => Promise<void>;

export interface RunnerOptions {
  readonly timeoutMs: number;
  /** How long the database has to stop a statement by itself, beyond the limit. */
  readonly graceMs?: number;
  /** Without it, a statement that is aborted runs to its end; its caller leaves all the same. */
  readonly cancel?: CancelStatement;
}

/**
 * Runs reading statements on a pool, past TypeORM, and not longer than the limit. What comes a second
 * time is prepared under a name.
 */
export function poolRunner(pool: pg.Pool, options: RunnerOptions): RunWhenFree {
  const { timeoutMs, graceMs = 0, cancel } = options;
  const slots = slotsOn(pool);
  return async (text, values, begin, signal) => {
    // The pool's own queue cannot be left, and takes a wait for a busy database for a failed connection.
    const release = slots.tryAcquire() ?? (await slots.acquire('', signal));
    let client: pg.PoolClient | null = null;
    let canceling: Promise<void> | null = null;
    const run = async (): Promise<readonly Row[]> => {
      let failure: Error | undefined;
      try {
        client = await connectTo(pool).finally(begin);
        // Its caller has left, so nobody reads the answer.
        if (signal?.aborted === true) return [];
        return await queryOn(pool, client, text, values, timeoutMs + graceMs);
      } catch (error) {
        failure = error as Error;
        throw explainFailure(error, timeoutMs);
      } finally {
        // A request to cancel that comes late must not hit the next statement of the connection.
        await canceling;
        client?.release(brokenBy(failure));
        release();
      }
    };
    if (signal === undefined) return run();
    return untilAborted(run(), signal, () => {
      if (client !== null) canceling = cancel?.(client) ?? null;
    });
  };
}

/** A connection of the pool. Whatever keeps it from being made, the database cannot be reached. */
export async function connectTo(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw new DatabaseUnreachableError((error as Error).message, { cause: error });
  }
}

/** Runs one statement on a connection of the pool, prepared if it comes again. */
export async function queryOn(
  pool: pg.Pool,
  client: pg.PoolClient,
  text: string,
  values: readonly unknown[],
  timeoutMs: number,
): Promise<readonly Row[]> {
  client.on('error', ignore);
  try {
    const name = await namesOn(pool).on(client, text);
    const { rows } = await client.query<Row>({
      ...(name === undefined ? {} : { name }),
      text,
      values: [...values],
      types,
      query_timeout: timeoutMs,
    } as pg.QueryConfig);
    return rows;
  } finally {
    client.off('error', ignore);
  }
}

/**
 * The failure that a connection is given up with, for `release`. Where the server says that the statement
 * alone has failed, the connection is as good as before.
 */
export function brokenBy(failure: Error | undefined): Error | undefined {
  const isOfStatement = failure instanceof pg.DatabaseError && failure.severity === 'ERROR';
  return isOfStatement ? undefined : failure;
}

/**
 * Runs reading statements of any kind. While all connections are busy, equal reads wait as one: it begins
 * after all who share it have asked, so each sees what was written before it asked.
 */
export function statementRunner(pool: pg.Pool, options: RunnerOptions): RunStatement {
  return sharedWhileWaiting(poolRunner(pool, options), () => slotsOn(pool).isFree);
}

/** Equal reads wait as one while there is no free connection. */
export function sharedWhileWaiting(run: RunWhenFree, isFree: () => boolean): RunStatement {
  const waiting = new Map<string, SharedWork<readonly Row[]>>();
  return (text, values, signal) => {
    if (isFree()) return run(text, values, () => undefined, signal);
    const key = `${text} ${JSON.stringify(values)}`;
    const same = waiting.get(key);
    if (same !== undefined && !same.signal.aborted) return same.wait(signal);
    const work = new SharedWork<readonly Row[]>((aborted) =>
      run(text, values, () => waiting.get(key) === work && waiting.delete(key), aborted),
    );
    waiting.set(key, work);
    return work.wait(signal);
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
    lastName += 1;
    const name = `read_${lastName}`;
    this.#names.set(text, name);
    return name;
  }
}
const ONCE = '';
/** Of all pools: those on the embedded database share its session. */
let lastName = 0;

const slotsOf = new WeakMap<pg.Pool, Slots>();

/** One for each connection of the pool, for all runners on it. */
function slotsOn(pool: pg.Pool): Slots {
  const slots = slotsOf.get(pool) ?? new Slots({ size: pool.options.max });
  slotsOf.set(pool, slots);
  return slots;
}

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
