import { LRUCache } from 'lru-cache';
import pg from 'pg';
import type { RunStatement } from '../loaders/loaders.js';
import type { Row } from '../fields/row.js';
import { SharedWork, untilAborted } from '../shared-work.js';
import { Slots } from '../slots.js';
import { DatabaseUnreachableError, InvalidTextError, StatementTimeoutError } from './errors.js';

/** The maximum number of prepared statements on a connection. */
const MAX_PREPARED = 500;
/** The maximum number of characters of all tracked statements. */
const MAX_CHARACTERS = 10_000_000;

/** Runs a statement. */
export interface Queryable {
  query<R extends pg.QueryResultRow>(config: pg.QueryConfig): Promise<pg.QueryResult<R>>;
}

/** Day columns stay text, because node-postgres would convert them to instants in the local time zone. */
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
  /** How long the database has to stop a statement on its own after the limit. */
  readonly graceMs?: number;
  /** If left out, an aborted statement runs to its end; its caller is rejected at once anyway. */
  readonly cancel?: CancelStatement;
}

/**
 * Runs read statements on a pool without TypeORM, within the time limit. A statement is prepared when it is
 * used for the second time.
 */
export function poolRunner(pool: pg.Pool, options: RunnerOptions): RunWhenFree {
  const { timeoutMs, graceMs = 0, cancel } = options;
  const slots = slotsOn(pool);
  return async (text, values, begin, signal) => {
    // A caller cannot leave the pool's own queue, and the pool treats a long wait as a failed connection.
    const release = slots.tryAcquire() ?? (await slots.acquire('', signal));
    let client: pg.PoolClient | null = null;
    let canceling: Promise<void> | null = null;
    const run = async (): Promise<readonly Row[]> => {
      let failure: Error | undefined;
      try {
        client = await connectTo(pool).finally(begin);
        // The caller has left, so the result is not needed.
        if (signal?.aborted === true) return [];
        return await queryOn(pool, client, text, values, timeoutMs + graceMs);
      } catch (error) {
        failure = error as Error;
        throw explainFailure(error, timeoutMs);
      } finally {
        // A late cancel request must not hit the next statement on the connection.
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

/** Gets a connection from the pool. Any failure means that the database is unreachable. */
export async function connectTo(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw new DatabaseUnreachableError((error as Error).message, { cause: error });
  }
}

/** Runs one statement on a connection of the pool; prepares it on its second use. */
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
 * The argument for `release`: a failure that makes the connection unusable. If the server reports that only
 * the statement has failed, the connection stays in use.
 */
export function brokenBy(failure: Error | undefined): Error | undefined {
  const isOfStatement = failure instanceof pg.DatabaseError && failure.severity === 'ERROR';
  return isOfStatement ? undefined : failure;
}

/**
 * Runs read statements of any kind. While all connections are busy, equal reads share one execution. It
 * starts after all of them were requested, so each sees everything written before its request.
 */
export function statementRunner(pool: pg.Pool, options: RunnerOptions): RunStatement {
  return sharedWhileWaiting(poolRunner(pool, options), () => slotsOn(pool).isFree);
}

/** Equal reads share one execution while there is no free connection. */
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

/** Runs read statements on one connection, one after another. */
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

/** An error of a connection in use also fails its query, which reports it. */
function ignore(): void {
  // nothing more to do
}

/**
 * The names of prepared statements: the most recently used ones that were used at least twice. A name
 * belongs to a connection, so all runners on a pool share the names.
 */
class Names {
  readonly #names = new LRUCache<string, string>({
    max: MAX_PREPARED,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_name, text) => text.length,
  });
  readonly #prepared = new WeakMap<pg.PoolClient, Set<string>>();

  /** The name for a statement on this connection; undefined on its first use. */
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
/** Shared by all pools, because those on the embedded database share its session. */
let lastName = 0;

const slotsOf = new WeakMap<pg.Pool, Slots>();

/** The slots of a pool, one for each connection, shared by all its runners. */
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

/** Deallocates everything prepared on a connection, also in the list that node-postgres keeps. */
async function forget(client: pg.PoolClient, prepared: Set<string>): Promise<void> {
  await client.query('DEALLOCATE ALL');
  const { connection } = client as pg.PoolClient & {
    connection: { parsedStatements: Record<string, string> };
  };
  connection.parsedStatements = {};
  prepared.clear();
}

const QUERY_CANCELED = '57014';
const CHARACTER_NOT_IN_REPERTOIRE = '22021';
/**
 * SQLSTATE classes and Node error codes for a server that is unavailable or out of resources. 34000: the
 * database was reopened, so the cursor was lost with the session.
 */
const UNREACHABLE =
  /^(08|34000|53[13]00|57P|ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)/;

const UNREACHABLE_MESSAGE =
  /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect|embedded database/;

/** The error of a failed statement as one of `errors.ts`, if it is not a bug. */
export function explainFailure(error: unknown, timeoutMs: number): Error {
  const { code, message } = error as { code?: unknown; message: string };
  if (code === QUERY_CANCELED || message === 'Query read timeout') {
    return new StatementTimeoutError(timeoutMs);
  }
  if (code === CHARACTER_NOT_IN_REPERTOIRE) return new InvalidTextError(message, { cause: error });
  if (isUnreachable(error)) return new DatabaseUnreachableError(message, { cause: error });
  return error as Error;
}

function isUnreachable(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: string };
  return (
    (typeof code === 'string' && UNREACHABLE.test(code)) ||
    (message !== undefined && UNREACHABLE_MESSAGE.test(message))
  );
}
