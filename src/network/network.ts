import { LRUCache } from 'lru-cache';
import type { Row } from '../fields/row.js';
import { join, raw, sql, type Sql } from '../fields/sql.js';
import { SharedWork } from '../shared-work.js';
import { ComputationTimeoutError } from './errors.js';
import { applied } from './follow.js';
import { bytesOf } from './graph.js';
import type { Parts } from './load.js';
import type { Need, NetworkRequest } from './network-request.js';
import { idsKey, NetworkView, type TaskPools } from './network-view.js';
import type { Projected } from './project.js';
import { selectedIds } from './selected.js';
import { bytes, type Bytes } from './shared-arrays.js';
import { SharedTask, type Patience } from './shared-task.js';
import { NODE, type Snapshot } from './snapshot.js';
import { TIE } from './pairs.js';
import { changesSince, VERSION, WHOLE } from './snapshot-sql.js';
import { TaskPool, type Running } from './task-pool.js';
import { byKind } from './tie-kinds.js';
import { TIE_SOURCES } from './tie-rows.js';

/** The limits of the cached networks: their size in total and their number. */
const MAX_BYTES = 256 * 1024 * 1024;
const MAX_VIEWS = 64;
/** How long an answer waits for a change before it is given without it. */
const WAIT_FOR_CHANGE_MS = 1000;
/** How old an answer may get while a measure of a later version is computed. */
const MAX_AGE_MS = 60_000;
/** To copy all chunks of a large network takes longer than other requests should wait. */
const CHUNKS_AT_ONCE = 32;
/** Besides the last network, one whose measures are there and one whose measures are being computed. */
const MAX_EARLIER = 3;

/** Runs a statement until the signal aborts. */
export type Query = (statement: Sql, signal?: AbortSignal) => Promise<readonly Row[]>;

/** A network as it was opened, with its request. */
export interface OpenNetwork {
  readonly view: NetworkView;
  readonly request: NetworkRequest;
  /** Whether it has all changes that had been committed when it was asked for. */
  readonly isCurrent: boolean;
  /** The number of each of its communities, by its index; null if it is the index plus one. */
  readonly communityNumbers: (patience: Patience) => Promise<Int32Array | null>;
}

/** The size of the graph that networks are parts of. */
interface Size {
  readonly organizations: number;
  readonly ties: number;
}

/** The networks of a request: the one at the latest version, and earlier ones, the latest first. */
interface Versions {
  readonly version: number;
  readonly task: SharedTask<NetworkView>;
  readonly earlier: readonly Earlier[];
}

interface Earlier {
  readonly view: NetworkView;
  readonly supersededAt: number;
}

const TABLES_OF_TIES = byKind((kind) => Object.keys(TIE_SOURCES[kind].tables));

const COUNT_ORGANIZATIONS = sql`(SELECT count(*) FROM organization) AS organizations`;
const COUNT_RECORDS = sql`${join(
  [...new Set(Object.values(TABLES_OF_TIES).flat())].map(
    (table) => sql`(SELECT count(*) FROM ${raw(`"${table}"`)})`,
  ),
  ' + ',
)} AS records`;

/**
 * The partnership graph of a database. It is read completely once; after that, it follows the changes. Requested
 * parts are derived from it in worker threads and cached for equal requests.
 */
export class Network {
  readonly #query: Query;
  readonly #pools: TaskPools = {
    reading: new TaskPool(),
    quick: new TaskPool(),
    slow: new TaskPool(),
  };
  #snapshot: Snapshot | null = null;
  #estimate: Size | null = null;
  #reading: SharedWork<Snapshot> | null = null;
  readonly #networks = new LRUCache<string, Versions>({
    max: MAX_VIEWS,
    maxSize: MAX_BYTES,
    sizeCalculation: () => 1,
  });

  constructor(query: Query) {
    this.#query = query;
  }

  /** The number of organizations and of ties of all kinds: estimated, until they have been read; null until then. */
  get size(): Size | null {
    return this.#snapshot === null ? this.#estimate : sizeOf(this.#snapshot);
  }

  /** Estimates the size by the number of records that ties are made of, which costs little. */
  async estimateSize(): Promise<void> {
    const [row] = await this.#query(sql`SELECT ${COUNT_ORGANIZATIONS}, ${COUNT_RECORDS}`);
    const { organizations, records } = row as { organizations: string; records: string };
    this.#estimate = { organizations: Number(organizations), ties: Number(records) };
  }

  /**
   * Opens a network that has all changes. If they take more than a second and the request allows it, the network at
   * the version before is opened instead.
   *
   * @param query runs the statement that belongs to the request: the version and what the filter lets through
   */
  async open(
    request: NetworkRequest,
    patience: Patience,
    query: Query = this.#query,
  ): Promise<OpenNetwork> {
    const { version, ids } = await look(request, query);
    const begun = performance.now();
    const snapshot = await this.#atLeast(version, request.mustBeCurrent, patience);
    const key = JSON.stringify([request.projection, idsKey(ids)]);
    const { task, earlier } = this.#versions(key, snapshot, ids, request);
    const open = (view: NetworkView): OpenNetwork => {
      let numbers: Promise<Int32Array | null> | null = null;
      return {
        view,
        request,
        isCurrent: view.snapshot.moment.version >= version,
        communityNumbers: (waiting) =>
          (numbers ??= this.#communityNumbers(view, request, waiting, query)),
      };
    };
    const usable = earlier.filter(
      ({ supersededAt }) => performance.now() - supersededAt <= MAX_AGE_MS,
    );
    const [last] = usable;
    if (last === undefined || request.mustBeCurrent) return open(await task.wait(patience));
    const left = WAIT_FOR_CHANGE_MS - (performance.now() - begun);
    await isInTime(task.wait(ahead(patience)), left);
    const current = task.value;
    return open(
      current === null
        ? last.view
        : withMeasures(current, usable, request.needs, patience.timeoutMs),
    );
  }

  /** Communities are numbered by size or, if that is asked for, as those of another day that they continue. */
  async #communityNumbers(
    view: NetworkView,
    request: NetworkRequest,
    patience: Patience,
    query: Query,
  ): Promise<Int32Array | null> {
    const day = request.numberedAsOf;
    if (day === null) return null;
    const projection = { ...request.projection, period: { from: day, to: day } };
    const other = await this.open(
      { ...request, projection, numberedAsOf: null, needs: [] },
      patience,
      query,
    );
    return view.matchedCommunities(other.view, request.options.communities, patience);
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.#pools).map((pool: TaskPool) => pool.close()));
  }

  /** The snapshot with all changes up to a version or, if it may be older, the one that there is after a second. */
  async #atLeast(version: number, mustBeCurrent: boolean, patience: Patience): Promise<Snapshot> {
    const deadline = performance.now() + WAIT_FOR_CHANGE_MS;
    for (;;) {
      const known = this.#snapshot;
      if (known !== null && known.moment.version >= version) return known;
      // A read that started earlier can be older; then read once more.
      const reading = this.#read();
      if (known === null || mustBeCurrent) {
        await withTimeout(reading.wait(patience.signal), patience.timeoutMs);
      } else if (!(await isInTime(reading.wait(), deadline - performance.now()))) {
        return known;
      }
    }
  }

  /** One read of the changes for all waiting callers; it stops when all of them have left. */
  #read(): SharedWork<Snapshot> {
    if (this.#reading !== null && !this.#reading.signal.aborted) return this.#reading;
    const reading = new SharedWork(async (signal) => {
      const snapshot = await this.#next(signal);
      const isNewer =
        this.#snapshot === null || this.#snapshot.moment.version < snapshot.moment.version;
      if (isNewer) this.#snapshot = snapshot;
      return snapshot;
    });
    this.#reading = reading;
    void reading.ended.then(() => {
      if (this.#reading === reading) this.#reading = null;
    });
    return reading;
  }

  async #next(signal: AbortSignal): Promise<Snapshot> {
    const known = this.#snapshot;
    if (known !== null) {
      const parts = await partsOf(await this.#query(changesSince(known.moment.snapshot), signal));
      const input = { snapshot: known, parts, tables: TABLES_OF_TIES };
      const changes = await untilAborted(this.#pools.reading.run('follow', input), signal);
      if (changes !== null) return applied(known, changes);
    }
    const parts = await partsOf(await this.#query(WHOLE, signal));
    return untilAborted(this.#pools.reading.run('load', parts), signal);
  }

  #versions(
    key: string,
    snapshot: Snapshot,
    ids: Uint8Array | null,
    { projection }: NetworkRequest,
  ): Versions {
    const { version } = snapshot.moment;
    const known = this.#networks.get(key);
    if (known !== undefined && known.version >= version) return known;
    const earlier = earlierThan(known);
    const before = earlier[0]?.view.projected ?? null;
    const projecting = this.#pools.reading.run('project', { snapshot, ids, projection, before });
    const viewOf = (projected: Projected) =>
      new NetworkView({ ...projected, snapshot, projection, pools: this.#pools });
    const running: Running<NetworkView> = {
      result: projecting.result.then(viewOf),
      cancel: () => {
        projecting.cancel();
      },
    };
    const versions: Versions = {
      version,
      task: new SharedTask(running, () => {
        if (this.#networks.peek(key) === versions) this.#networks.delete(key);
      }),
      earlier,
    };
    this.#networks.set(key, versions);
    running.result.then(
      ({ graph }) => {
        if (this.#networks.peek(key) !== versions) return;
        const all = [graph, ...versions.earlier.map(({ view }) => view.graph)];
        // One network is kept even if it alone is larger.
        const bytesInAll = all.reduce((sum, one) => sum + bytesOf(one), 0);
        const size = Math.max(1, Math.min(MAX_BYTES, bytesInAll));
        this.#networks.set(key, versions, { size });
      },
      // Whoever waits for it learns what went wrong.
      () => undefined,
    );
    return versions;
  }
}

/** The networks at earlier versions that are still of use: the last one, and those with measures. */
function earlierThan(known: Versions | undefined): readonly Earlier[] {
  if (known === undefined) return [];
  const now = performance.now();
  const view = known.task.value;
  const all = view === null ? known.earlier : [{ view, supersededAt: now }, ...known.earlier];
  return all
    .filter(
      (one, index) => index === 0 || (one.view.isMeasured && now - one.supersededAt <= MAX_AGE_MS),
    )
    .slice(0, MAX_EARLIER);
}

/**
 * The latest network that has the measures. If an earlier one has them, those of the current one are computed, unless
 * those of a network in between are already: writes that come faster than a measure is computed must not add up.
 */
function withMeasures(
  current: NetworkView,
  earlier: readonly Earlier[],
  needs: readonly Need[],
  timeoutMs: number,
): NetworkView {
  const views = [current, ...earlier.map(({ view }) => view)];
  const ready = views.findIndex((view) => needs.every(({ key }) => view.has(key)));
  if (ready <= 0) return current;
  const isOnTheWay = views
    .slice(0, ready)
    .some((view) => needs.some(({ key }) => view.isComputing(key)));
  if (!isOnTheWay) for (const need of needs) computeAhead(current, need, timeoutMs);
  return views[ready] as NetworkView;
}

/** The version, and the ids that match the filter at that version. */
async function look(
  { filter }: NetworkRequest,
  query: Query,
): Promise<{ readonly version: number; readonly ids: Buffer | null }> {
  const ids = filter === null ? raw('NULL::bytea') : selectedIds(filter);
  const [row] = await query(sql`SELECT ${VERSION} AS version, ${ids} AS ids`);
  return { version: Number(row?.version), ids: (row?.ids ?? null) as Buffer | null };
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** The chunks of each part in order, in memory that all threads can read. */
async function partsOf(rows: readonly Row[]): Promise<Parts> {
  const parts: Record<string, Bytes[]> = {};
  for (const [place, { part, chunk, bytes: content }] of rows.entries()) {
    // Other requests get their turn.
    if (place % CHUNKS_AT_ONCE === CHUNKS_AT_ONCE - 1) await nextTurn();
    const chunks = (parts[part as string] ??= []);
    const buffer = (content ?? Buffer.alloc(0)) as Buffer;
    const shared = bytes(buffer.length);
    shared.set(buffer);
    chunks[chunk as number] = shared;
  }
  return parts;
}

function sizeOf({ nodes, ties }: Snapshot): Size {
  return {
    organizations: nodes.length / NODE.size,
    ties: Object.values(ties).reduce((sum, list) => sum + list.length / TIE.size, 0),
  };
}

/** The result of a task, which is canceled when the signal aborts. */
function untilAborted<T>(running: Running<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const abort = () => {
      running.cancel();
      reject(signal.reason as Error);
    };
    running.result
      .finally(() => {
        signal.removeEventListener('abort', abort);
      })
      .then(resolve, reject);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}

/** Whether the work ends in time. It goes on all the same; if it fails later, the next caller learns why. */
async function isInTime(work: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(
      () => {
        resolve(false);
      },
      Math.max(0, ms),
    );
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function withTimeout<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new ComputationTimeoutError(timeoutMs));
    }, timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** How long to wait for what a request does not need itself: its client can leave. */
const ahead = ({ timeoutMs }: Pick<Patience, 'timeoutMs'>): Patience => ({
  signal: new AbortController().signal,
  timeoutMs,
});

/** Computes a measure that nobody waits for yet. If that fails, whoever needs it next starts it anew and learns why. */
function computeAhead(view: NetworkView, { compute }: Need, timeoutMs: number): void {
  compute(view, ahead({ timeoutMs })).catch(() => undefined);
}
