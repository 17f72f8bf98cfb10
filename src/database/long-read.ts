import type pg from 'pg';
import type { RunStatement } from '../graph/reader.js';
import type { Row } from '../graph/row.js';
import {
  connectTo,
  connectionRunner,
  explainFailure,
  statementRunner,
  type Queryable,
  type RunnerOptions,
} from './readers.js';

/**
 * Reading of more than one statement should hold at once: an export. The time limit is that of each
 * statement, not of the whole.
 *
 * On a server it is one transaction, REPEATABLE READ: all of it sees the state of its beginning. The
 * embedded database has one session, and others must have their turn: there, which rows there are is
 * settled in the beginning (the cursor holds them), and what is in each is read when its turn comes.
 */
export interface LongRead {
  readonly read: RunStatement;
  /** The rows of a statement, so many at a time, each fetched only when it is asked for. */
  batches(text: string, values: readonly unknown[], size: number): AsyncGenerator<readonly Row[]>;
  close(): Promise<void>;
}

/** When the signal aborts, the statement under way is canceled, and none is run after it. */
export type OpenLongRead = (signal?: AbortSignal) => Promise<LongRead>;

/** How many exports read from a server at once; others wait a little, and are then refused. */
export const LONG_READS_AT_ONCE = 4;

export function longReadsOnServer(
  pool: pg.Pool,
  { timeoutMs, graceMs = 0, cancel }: RunnerOptions,
): OpenLongRead {
  return async (signal) => {
    const client = await connectTo(pool);
    let failure: Error | null = null;
    let canceling: Promise<void> | null = null;
    const onAbort = () => {
      canceling = cancel?.(client) ?? null;
    };
    signal?.addEventListener('abort', onAbort);
    // What ends the connection ends the next statement too, which is told.
    client.on('error', (error) => {
      failure = error;
    });
    const end = plainRunner(client, timeoutMs, graceMs);
    const run = unlessAborted(end, signal);
    try {
      await run('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY', []);
    } catch (error) {
      signal?.removeEventListener('abort', onAbort);
      client.release(true);
      throw error;
    }
    return {
      read: unlessAborted(connectionRunner(client, timeoutMs, graceMs), signal),
      batches: (text, values, size) => fetchAll(run, 'NO SCROLL CURSOR', text, values, size),
      close: async () => {
        signal?.removeEventListener('abort', onAbort);
        // A request to cancel that comes late must not hit the next statement of the connection.
        await canceling;
        // A connection on which even this fails is not used again.
        const isSound = await end('ROLLBACK', []).then(
          () => failure === null,
          () => false,
        );
        client.release(!isSound);
      },
    };
  };
}

export function longReadsEmbedded(pool: pg.Pool, timeoutMs: number): OpenLongRead {
  const run = plainRunner(pool, timeoutMs, 0);
  const read = statementRunner(pool, { timeoutMs });
  return (signal) =>
    Promise.resolve({
      read: unlessAborted(read, signal),
      batches: (text, values, size) =>
        fetchAll(run, 'NO SCROLL CURSOR WITH HOLD', text, values, size, signal),
      close: () => Promise.resolve(),
    });
}

function unlessAborted(run: RunStatement, signal: AbortSignal | undefined): RunStatement {
  return async (text, values) => {
    signal?.throwIfAborted();
    return run(text, values);
  };
}

/** Statements that are run once, and so are not prepared. */
function plainRunner(queryable: Queryable, timeoutMs: number, graceMs: number): RunStatement {
  return async (text, values) => {
    try {
      const { rows } = await queryable.query<Row>({
        text,
        values: [...values],
        query_timeout: timeoutMs + graceMs,
      } as pg.QueryConfig);
      return rows;
    } catch (error) {
      throw explainFailure(error, timeoutMs);
    }
  };
}

let cursors = 0;

async function* fetchAll(
  run: RunStatement,
  kind: string,
  text: string,
  values: readonly unknown[],
  size: number,
  signal?: AbortSignal,
): AsyncGenerator<readonly Row[]> {
  cursors += 1;
  const name = `rows_${String(cursors)}`;
  signal?.throwIfAborted();
  await run(`DECLARE ${name} ${kind} FOR ${text}`, values);
  try {
    for (;;) {
      signal?.throwIfAborted();
      const rows = await run(`FETCH ${String(size)} FROM ${name}`, []);
      if (rows.length > 0) yield rows;
      if (rows.length < size) return;
    }
  } finally {
    // After a statement that failed there is nothing left to close: the cursor went with it.
    await run(`CLOSE ${name}`, []).catch(() => undefined);
  }
}
