import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import type { Row } from '../fields/row.js';
import { SharedWork } from '../shared-work.js';
import { withResolvers } from '../with-resolvers.js';
import { DatabaseUnreachableError } from './errors.js';
import type { RunWhenFree } from './readers.js';

/** Reads the text `data` from the single row of a statement. Rejects when the signal aborts. */
export type ReadData = (
  text: string,
  values: readonly unknown[],
  signal?: AbortSignal,
) => Promise<string | null>;

/** The maximum number of cached statements, and of their characters in total. */
const MAX_GROUPS = 500;
const MAX_CHARACTERS = 10_000_000;
/** Reads that take longer run alone, because in a batch they would keep others waiting. */
const QUICK_MS = 20;
const MAX_BATCH = 16;
/** One in this many connections is for the batches of one statement. */
const CONNECTIONS_FOR_BATCH = 5;

/**
 * Batches reads of the same statement: while some are running, new ones are collected and then run as one
 * statement, with duplicates run once. A batch starts after all its reads were requested, so each read
 * sees everything written before its request. With few concurrent requests, nothing waits.
 */
export function batchedReads(pool: pg.Pool, run: RunWhenFree): ReadData {
  const groups = new LRUCache<string, Group>({
    max: MAX_GROUPS,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_group, text) => text.length,
  });
  return (text, values, signal) => {
    let group = groups.get(text);
    if (group === undefined) {
      group = new Group(pool, run, text);
      groups.set(text, group);
    }
    return group.read(values, signal);
  };
}

/** A read that has not started, shared by all callers with the same values. */
interface Waiting {
  readonly values: readonly unknown[];
  readonly work: SharedWork<string | null>;
  readonly resolve: (data: string | null) => void;
  readonly reject: (error: unknown) => void;
}

/** All reads of one statement. */
class Group {
  readonly #pool: pg.Pool;
  readonly #run: RunWhenFree;
  readonly #text: string;
  readonly #waiting = new Map<string, Waiting>();
  #running = 0;
  /** The recent duration of one read; null until one has been measured. */
  #ms: number | null = null;
  /** The statement for many reads; null if batching is not possible, undefined until that is known. */
  #batchText: string | null | undefined;

  constructor(pool: pg.Pool, run: RunWhenFree, text: string) {
    this.#pool = pool;
    this.#run = run;
    this.#text = text;
  }

  read(values: readonly unknown[], signal?: AbortSignal): Promise<string | null> {
    const key = JSON.stringify(values);
    const same = this.#waiting.get(key);
    if (same?.work.signal.aborted === false) return same.work.wait(signal);
    const { promise, resolve, reject } = withResolvers<string | null>();
    const waiting = { values, work: new SharedWork(() => promise), resolve, reject };
    this.#waiting.set(key, waiting);
    this.#begin();
    return waiting.work.wait(signal);
  }

  #begin(): void {
    const isQuick = this.#ms !== null && this.#ms < QUICK_MS;
    const connections = this.#pool.options.max;
    const atOnce = isQuick ? Math.ceil(connections / CONNECTIONS_FOR_BATCH) : connections;
    while (this.#waiting.size > 0 && this.#running < atOnce) {
      const isMany = isQuick && this.#waiting.size > 1 && typeof this.#batchText === 'string';
      const taken = this.#take(isMany ? MAX_BATCH : 1);
      if (taken.length === 0) return;
      this.#running += 1;
      void this.#answer(taken).finally(() => {
        this.#running -= 1;
        this.#begin();
      });
    }
  }

  /** Takes the reads that have waited longest. */
  #take(most: number): Waiting[] {
    const taken: Waiting[] = [];
    for (const [key, waiting] of this.#waiting) {
      if (taken.length === most) break;
      this.#waiting.delete(key);
      if (!waiting.work.signal.aborted) taken.push(waiting);
    }
    return taken;
  }

  async #answer(taken: readonly Waiting[]): Promise<void> {
    if (taken.length === 1) {
      await Promise.all(taken.map((one) => this.#alone(one)));
      return;
    }
    try {
      const rows = await this.#timed(
        this.#batchText as string,
        [requestOf(taken)],
        taken.length,
        allAborted(taken.map(({ work }) => work.signal)),
      );
      const dataOf = new Map(rows.map(({ at, data }) => [at, data as string | null]));
      taken.forEach(({ resolve }, at) => {
        resolve(dataOf.get(at) ?? null);
      });
    } catch (error) {
      if (error instanceof DatabaseUnreachableError) {
        for (const { reject } of taken) reject(error);
      } else {
        // One read can make the batch fail, so each is run on its own.
        await Promise.all(taken.map((one) => this.#alone(one)));
      }
    }
  }

  async #alone({ values, work, resolve, reject }: Waiting): Promise<void> {
    try {
      const [row] = await this.#timed(this.#text, values, 1, work.signal);
      resolve((row?.data as string | null | undefined) ?? null);
      // Waiting reads must not wait for this as well.
      if (this.#batchText === undefined && this.#waiting.size > 0) void this.#prepareBatch();
    } catch (error) {
      reject(error);
    }
  }

  async #timed(
    text: string,
    values: readonly unknown[],
    reads: number,
    signal: AbortSignal,
  ): Promise<readonly Row[]> {
    let start = 0;
    const begin = () => {
      start = performance.now();
    };
    const rows = await this.#run(text, values, begin, signal);
    const ms = (performance.now() - start) / reads;
    this.#ms = this.#ms === null ? ms : this.#ms * 0.9 + ms * 0.1;
    return rows;
  }

  async #prepareBatch(): Promise<void> {
    // No other caller must start this in the meantime.
    this.#batchText = null;
    try {
      this.#batchText = batchText(this.#text, await parameterTypes(this.#pool, this.#text));
    } catch {
      // The read itself has succeeded; the next one tries again.
      this.#batchText = undefined;
    }
  }
}

/** The types that the database infers for the placeholders of a statement. */
async function parameterTypes(pool: pg.Pool, text: string): Promise<readonly string[]> {
  // The types of node-postgres leave out that several statements have several results.
  const results: unknown = await pool.query(
    `PREPARE types_of AS ${text};
     SELECT parameter_types::text[] AS types FROM pg_prepared_statements WHERE name = 'types_of';
     DEALLOCATE types_of`,
  );
  const [, typesOf] = results as readonly pg.QueryResult<{ types: readonly string[] }>[];
  return typesOf?.rows[0]?.types ?? [];
}

/** The batch statement: a JSON row has the values of each read. Null if JSON cannot represent them. */
function batchText(text: string, types: readonly string[]): string | null {
  if (types.some((type) => type.startsWith('json'))) return null;
  const columns = ['at int', ...types.map((type, index) => `p${String(index + 1)} ${type}`)];
  // Skip literals, which can contain text that looks like a placeholder.
  const one = text.replace(/'(?:[^']|'')*'|\$(\d+)/g, (found, number?: string) =>
    number === undefined ? found : `(batch.p${number})`,
  );
  return `SELECT batch.at, (${one}) AS data FROM json_to_recordset($1::json) AS batch(${columns.join(', ')})`;
}

function requestOf(taken: readonly Waiting[]): string {
  return JSON.stringify(
    taken.map(({ values }, at) => ({
      at,
      ...Object.fromEntries(values.map((value, index) => [`p${String(index + 1)}`, value])),
    })),
  );
}

/** Aborts when all of these have aborted. */
function allAborted(signals: readonly AbortSignal[]): AbortSignal {
  const controller = new AbortController();
  let left = signals.length;
  for (const signal of signals) {
    signal.addEventListener('abort', () => {
      left -= 1;
      if (left === 0) controller.abort(signal.reason);
    });
  }
  return controller.signal;
}
