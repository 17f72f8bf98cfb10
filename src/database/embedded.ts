import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedThread, failureOf } from './embedded-thread.js';
import type { EmbeddedOptions } from './embedded-worker.js';
import { ProtocolStream, type Session } from './protocol-stream.js';

/** REOPENING: connections wait. FAILED: they are refused, and it is tried again. */
export type EmbeddedState = 'OPEN' | 'REOPENING' | 'FAILED' | 'CLOSED';

/** What has run for less is not cut off: most such statements end sooner than a data folder is reopened. */
const UNCUT_MS = 200;
/** When the engine for the next reopening is loaded, after an opening. Short commands never need one. */
const STANDBY_AFTER_MS = 1000;
/** How long to wait before another attempt to reopen; each time twice as long. */
const RETRY_MS = 500;
const MAX_RETRY_MS = 30_000;

const TERMINATE = Uint8Array.of('X'.charCodeAt(0));

/**
 * PostgreSQL inside this process (PGlite), in a thread of its own, so that a long statement does not
 * hold up the event loop. `connect` gives node-postgres a stream that speaks the protocol with it.
 *
 * It has one session. A pool on it must have one connection, so that a transaction owns the session.
 *
 * A statement cannot be canceled. When its connection is destroyed, the thread is ended and another
 * opens the data folder, as after the crash of a server. A database in memory would be lost by that:
 * there the statement runs to its end.
 */
export class EmbeddedPostgres {
  readonly #options: EmbeddedOptions;
  #thread: EmbeddedThread;
  #standby: EmbeddedThread | null = null;
  #state: EmbeddedState = 'OPEN';
  /** What a new connection waits for. */
  #ready: Promise<void> = Promise.resolve();
  /** Of the next standby, or of the next attempt to reopen. */
  #timer: NodeJS.Timeout | undefined;
  #migrations: readonly string[] = [];

  private constructor(options: EmbeddedOptions, thread: EmbeddedThread) {
    this.#options = options;
    this.#thread = thread;
  }

  static async open(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
    const thread = new EmbeddedThread(options);
    const embedded = new EmbeddedPostgres(options, thread);
    try {
      await embedded.#openIn(thread);
      return embedded;
    } catch (error) {
      await thread.terminate();
      throw error;
    }
  }

  /** Whether a statement can be ended by destroying its connection. */
  get canReopen(): boolean {
    return this.#options.folder !== null;
  }

  get state(): EmbeddedState {
    return this.#state;
  }

  /** Which migrations had been applied when it was opened last. */
  get migrations(): readonly string[] {
    return this.#migrations;
  }

  /** A stream in place of a socket, for the option `stream` of node-postgres. */
  connect(): Duplex {
    return new ProtocolStream(async (onGone) => {
      for (let ready = null; ready !== this.#ready;) await (ready = this.#ready);
      return this.#newSession(this.#thread, onGone);
    });
  }

  /** The whole data folder as a tar, from which another can be opened as a `template`. */
  async dump(): Promise<Blob> {
    const reply = await this.#thread.ask('DUMP');
    if (reply.kind !== 'DUMPED') throw new Error(failureOf(reply));
    return reply.data;
  }

  async close(): Promise<void> {
    const wasOpen = this.#state === 'OPEN';
    this.#state = 'CLOSED';
    this.#refuse(new Error('The embedded database is closed.'));
    clearTimeout(this.#timer);
    await this.#standby?.terminate();
    // If that fails, the next start recovers what a crash leaves. So it does after one cut off here.
    if (wasOpen) await this.#thread.ask('CLOSE').catch(() => undefined);
    await this.#thread.terminate();
  }

  #newSession(thread: EmbeddedThread, onGone: (error: Error) => void): Session {
    thread.onGone.add(onGone);
    let hasEnded = false;
    const session: Session = {
      exchange: async (bytes) => {
        hasEnded = bytes[0] === TERMINATE[0];
        const reply = await thread.ask(bytes, session);
        if (reply.kind !== 'OUTPUT') throw new Error(failureOf(reply));
        return reply.bytes;
      },
      leave: () => {
        thread.onGone.delete(onGone);
        if (!hasEnded) this.#leave(thread, session);
      },
    };
    return session;
  }

  /** Ends a session whose answers nobody waits for any more. */
  #leave(thread: EmbeddedThread, session: Session): void {
    // The session went with its thread, or goes with it.
    if (thread !== this.#thread || this.#state !== 'OPEN') return;
    const running = thread.leave(session);
    if (running === null || this.#options.folder === null) {
      thread.ask(TERMINATE).catch(() => undefined);
      return;
    }
    this.#await(this.#cutOff(thread, running));
  }

  async #cutOff(
    thread: EmbeddedThread,
    running: { readonly done: Promise<unknown>; readonly since: number },
  ): Promise<void> {
    const leftMs = running.since + UNCUT_MS - performance.now();
    if (leftMs > 0 && (await Promise.race([isDone(running.done), pause(leftMs, false)]))) {
      thread.ask(TERMINATE).catch(() => undefined);
    } else if (thread === this.#thread && this.#state === 'OPEN') {
      await this.#reopen();
    }
  }

  /** It may have been closed during any `await`. */
  #isClosed(): boolean {
    return this.#state === 'CLOSED';
  }

  #await(ready: Promise<void>): void {
    this.#ready = ready;
    // Who waits for it gets the error; nobody may.
    ready.catch(() => undefined);
  }

  #refuse(error: Error): void {
    this.#await(Promise.reject(error));
  }

  async #openIn(thread: EmbeddedThread): Promise<void> {
    if (!this.#isClosed()) this.#migrations = await thread.open();
    if (this.#isClosed()) throw new Error('It is closed.');
    thread.onGone.add((error) => {
      if (thread !== this.#thread || this.#state !== 'OPEN') return;
      if (this.#options.folder !== null) this.#await(this.#reopen());
      else {
        this.#state = 'FAILED';
        this.#refuse(error);
      }
    });
    if (this.#options.folder === null) return;
    this.#timer = setTimeout(() => {
      this.#standby = new EmbeddedThread(this.#options);
    }, STANDBY_AFTER_MS).unref();
  }

  async #reopen(retryMs = RETRY_MS): Promise<void> {
    if (this.#state === 'OPEN') this.#state = 'REOPENING';
    clearTimeout(this.#timer);
    const next = this.#standby ?? new EmbeddedThread(this.#options);
    this.#standby = null;
    try {
      // Never two at work on one folder.
      await this.#thread.terminate();
      this.#thread = next;
      await this.#openIn(next);
      this.#state = 'OPEN';
    } catch (error) {
      await next.terminate();
      if (this.#isClosed()) return;
      const failure = new Error(
        `The embedded database cannot be reopened: ${(error as Error).message}.`,
        { cause: error },
      );
      this.#retryLater(failure, retryMs);
      throw failure;
    }
  }

  #retryLater(failure: Error, retryMs: number): void {
    this.#state = 'FAILED';
    this.#refuse(failure);
    this.#timer = setTimeout(() => {
      this.#reopen(Math.min(retryMs * 2, MAX_RETRY_MS)).then(
        () => {
          this.#await(Promise.resolve());
        },
        // It has set the next attempt itself.
        () => undefined,
      );
    }, retryMs).unref();
  }
}

function isDone(work: Promise<unknown>): Promise<true> {
  return work.then(
    () => true,
    () => true,
  );
}
