import pLimit from 'p-limit';
import type pg from 'pg';
import type { RunStatement } from '../loaders/loaders.js';
import type { Row } from '../fields/row.js';
import {
  connectTo,
  connectionRunner,
  explainFailure,
  statementRunner,
  type Queryable,
  type RunnerOptions,
} from './readers.js';

/**
 * A read that is too large for one statement, such as an export. The time limit applies to each statement,
 * not to the whole read.
 *
 * On a server it is one REPEATABLE READ transaction, so everything comes from one snapshot. The embedded
 * database has one session, which others need too: there, a cursor fixes the rows at the beginning, and the
 * content of each row is read later.
 */
export interface LongRead {
  readonly read: RunStatement;
  /** The rows of a statement in batches of `size`, fetched on demand. */
  batches(text: string, values: readonly unknown[], size: number): AsyncGenerator<readonly Row[]>;
  close(): Promise<void>;
}

/** When the signal aborts, the running statement is canceled and no further one is started. */
export type OpenLongRead = (signal?: AbortSignal) => Promise<LongRead>;

/** The number of concurrent exports on a server; others wait briefly and are then refused. */
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
    // A lost connection also fails the next statement, which reports it.
    const onError = (error: Error) => {
      failure = error;
    };
    client.on('error', onError);
    const release = (isSound: boolean) => {
      // The pool uses the connection again.
      client.off('error', onError);
      client.release(!isSound);
    };
    const end = plainRunner(client, timeoutMs, graceMs);
    // The connection runs one statement at a time.
    const turns = pLimit(1);
    const inTurn = (one: RunStatement): RunStatement => {
      const started = unlessAborted(one, signal);
      return (text, values) => turns(() => started(text, values));
    };
    const run = inTurn(end);
    try {
      await run('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY', []);
    } catch (error) {
      signal?.removeEventListener('abort', onAbort);
      release(false);
      throw error;
    }
    return {
      read: inTurn(connectionRunner(client, timeoutMs, graceMs)),
      batches: (text, values, size) => fetchAll(run, 'NO SCROLL CURSOR', text, values, size),
      close: async () => {
        signal?.removeEventListener('abort', onAbort);
        // A late cancel request must not hit the next statement on the connection.
        await canceling;
        // If even this fails, the connection is not used again.
        const isSound = await end('ROLLBACK', []).then(
          () => failure === null,
          () => false,
        );
        release(isSound);
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

/** Runs statements without preparing them, because each is used once. */
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
    // A failed statement has already closed the cursor.
    await run(`CLOSE ${name}`, []).catch(() => undefined);
  }
}
