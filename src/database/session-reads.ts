import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Row } from '../fields/row.js';
import { untilAborted } from '../shared-work.js';
import { withResolvers } from '../with-resolvers.js';
import { OthersWaitError } from './errors.js';
import { brokenBy, connectTo, explainFailure, queryOn, type RunWhenFree } from './readers.js';

/** How long a read may keep shorter ones waiting. */
const TURN_MS = 300;
/** How often it is checked whether a read past its turn keeps others waiting. */
const CHECK_MS = 50;
/** How often a read is ended for others before it is given up. */
const MAX_ENDED = 3;
/** Of how many statements it is known whether they take longer than a turn. */
const MAX_KNOWN_TEXTS = 1000;

interface SessionReadsOptions {
  readonly timeoutMs: number;
  /** Whether a statement can be ended by closing its connection, after which the database reopens. */
  readonly canEnd: boolean;
}

type OnSession<T> = (client: pg.PoolClient) => Promise<T>;

interface Read {
  readonly text: string;
  readonly perform: OnSession<unknown>;
  /** Whether it is a part of a copy, which is run as if it were known as long. */
  readonly isCopy: boolean;
  readonly begin: () => void;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
  /** How often it was ended for others. */
  ended: number;
}

/**
 * Reads on the one session of the embedded database, one after the other. Nothing can be canceled there;
 * a statement ends only with the thread that runs it, after which the database has to be reopened. So a
 * read is ended when it has had its turn and others wait that are not known to be as long, or nobody
 * waits for it any more. It is then known as long: it is run again when no shorter one waits, and given up
 * where that does not help.
 */
export class SessionReads {
  readonly #pool: pg.Pool;
  readonly #options: SessionReadsOptions;
  readonly #queue: Read[] = [];
  /** Whether a statement takes longer than a turn. */
  readonly #isLong = new LRUCache<string, boolean>({ max: MAX_KNOWN_TEXTS });
  #isBusy = false;

  constructor(pool: pg.Pool, options: SessionReadsOptions) {
    this.#pool = pool;
    this.#options = options;
  }

  /** Whether a read would start at once. */
  get isFree(): boolean {
    return !this.#isBusy;
  }

  readonly run: RunWhenFree = (text, values, begin, signal) =>
    this.#queued<readonly Row[]>(
      {
        text,
        perform: (client) => queryOn(this.#pool, client, text, values, this.#options.timeoutMs),
        isCopy: false,
        begin,
      },
      signal,
    );

  /** The result of a `COPY … TO STDOUT`. Reads that are not known as long go before it. */
  copyOut(text: string, signal: AbortSignal): Promise<Buffer> {
    return this.#queued(
      {
        text,
        perform: (client) => buffer(client.query(copyTo(text))),
        isCopy: true,
        begin: () => undefined,
      },
      signal,
    );
  }

  #queued<T>(
    read: Pick<Read, 'text' | 'isCopy' | 'begin'> & { readonly perform: OnSession<T> },
    signal?: AbortSignal,
  ): Promise<T> {
    const { promise, resolve, reject } = withResolvers<T>();
    this.#queue.push({
      ...read,
      signal,
      resolve: (result) => {
        resolve(result as T);
      },
      reject,
      ended: 0,
    });
    this.#next();
    return signal === undefined ? promise : untilAborted(promise, signal);
  }

  /** Undefined if it is not known. */
  #isKnownLong({ isCopy, text }: Read): boolean | undefined {
    return isCopy || this.#isLong.get(text);
  }

  /** Remembers the duration. Not of a copy: its hundreds of statements run once and would displace all others. */
  #learn({ isCopy, text }: Read, isLong: boolean): void {
    if (!isCopy) this.#isLong.set(text, isLong);
  }

  #next(): void {
    if (this.#isBusy) return;
    const read = this.#take();
    if (read === undefined) return;
    this.#isBusy = true;
    void this.#answer(read).finally(() => {
      this.#isBusy = false;
      this.#next();
    });
  }

  /**
   * The next that somebody waits for: those known as short, then the unknown, then those known as long. Of the
   * unknown, those with the shortest statements: they join the fewest tables, so they are rarely the long ones.
   */
  #take(): Read | undefined {
    const waited = this.#queue.filter(({ signal }) => signal?.aborted !== true);
    const [unknown] = waited
      .filter((read) => this.#isKnownLong(read) === undefined)
      .toSorted((one, other) => one.text.length - other.text.length);
    const next = waited.find((read) => this.#isKnownLong(read) === false) ?? unknown ?? waited[0];
    this.#queue.splice(0, Infinity, ...waited.filter((read) => read !== next));
    return next;
  }

  async #answer(read: Read): Promise<void> {
    const { perform, begin, resolve, reject } = read;
    const { timeoutMs } = this.#options;
    let client: pg.PoolClient;
    try {
      client = await connectTo(this.#pool).finally(begin);
    } catch (error) {
      reject(error);
      return;
    }
    const turn = this.#turnOf(read);
    try {
      resolve(await untilAborted(perform(client), turn.signal));
      client.release();
      this.#learn(read, turn.isOver());
    } catch (error) {
      await giveBack(this.#pool, client, brokenBy(error as Error));
      if (turn.signal.aborted) this.#runAgain(read);
      else reject(explainFailure(error, timeoutMs));
    } finally {
      turn.end();
    }
  }

  /** Aborts when the read has had its turn and must make room. */
  #turnOf({ signal }: Read) {
    const turn = new AbortController();
    const start = performance.now();
    const isOver = () => performance.now() - start >= TURN_MS;
    const check = setInterval(() => {
      if (isOver() && (signal?.aborted === true || this.#isShortOneWaiting())) turn.abort();
    }, CHECK_MS);
    if (!this.#options.canEnd) clearInterval(check);
    return {
      signal: turn.signal,
      isOver,
      end: () => {
        clearInterval(check);
      },
    };
  }

  /** Writing waits for a connection in the pool. */
  #isShortOneWaiting(): boolean {
    return (
      this.#pool.waitingCount > 0 || this.#queue.some((read) => this.#isKnownLong(read) !== true)
    );
  }

  #runAgain(read: Read): void {
    this.#learn(read, true);
    read.ended += 1;
    if (read.ended < MAX_ENDED) this.#queue.push(read);
    else read.reject(new OthersWaitError());
  }
}

/** Until a broken connection is gone, the pool would give its place to who asks next, before who waits. */
async function giveBack(pool: pg.Pool, client: pg.PoolClient, broken?: Error): Promise<void> {
  const isGone = broken === undefined ? null : once(pool, 'remove');
  client.release(broken);
  await isGone;
}
