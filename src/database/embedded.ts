import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedThread, failureOf } from './embedded-thread.js';
import type { EmbeddedOptions } from './embedded-worker.js';
import { ProtocolStream, type Session } from './protocol-stream.js';

/** REOPENING: connections wait. FAILED: connections are refused, and reopening is retried. */
export type EmbeddedState = 'OPEN' | 'REOPENING' | 'FAILED' | 'CLOSED';

/** A statement that has run for less is not cut off, because it usually ends before a reopening would. */
const UNCUT_MS = 200;
/** The delay after an opening until the standby engine is loaded. Short commands never need one. */
const STANDBY_AFTER_MS = 1000;
/** The delay before another attempt to reopen; it doubles each time. */
const RETRY_MS = 500;
const MAX_RETRY_MS = 30_000;

const TERMINATE = Uint8Array.of('X'.charCodeAt(0));

/**
 * PostgreSQL inside this process (PGlite), in its own thread, so that a long statement does not block the
 * event loop. `connect` returns a stream for node-postgres that speaks the protocol.
 *
 * It has one session, so a pool must have one connection: a transaction then owns the session.
 *
 * A statement cannot be canceled. If its connection is destroyed, the thread is terminated and another one
 * opens the data folder, as after a server crash. That would lose a database in memory, so there the
 * statement runs to its end.
 */
export class EmbeddedPostgres {
  readonly #options: EmbeddedOptions;
  #thread: EmbeddedThread;
  #standby: EmbeddedThread | null = null;
  #state: EmbeddedState = 'OPEN';
  /** New connections wait for this. */
  #ready: Promise<void> = Promise.resolve();
  /** The timer of the next standby, or of the next attempt to reopen. */
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

  /** Whether destroying a connection ends its statement. */
  get canReopen(): boolean {
    return this.#options.folder !== null;
  }

  get state(): EmbeddedState {
    return this.#state;
  }

  /** The migrations that were applied at the last opening. */
  get migrations(): readonly string[] {
    return this.#migrations;
  }

  /** A stream that replaces the socket, for the option `stream` of node-postgres. */
  connect(): Duplex {
    return new ProtocolStream(async (onGone) => {
      for (let ready = null; ready !== this.#ready;) await (ready = this.#ready);
      return this.#newSession(this.#thread, onGone);
    });
  }

  /** The data folder as a tar, which can be used as a `template`. */
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
    // If this fails or is cut off, the next start recovers as after a crash.
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

  /** Ends a session whose client has left. */
  #leave(thread: EmbeddedThread, session: Session): void {
    // The session ended, or will end, with its thread.
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

  /** Check this after each `await`, because the database can be closed meanwhile. */
  #isClosed(): boolean {
    return this.#state === 'CLOSED';
  }

  #await(ready: Promise<void>): void {
    this.#ready = ready;
    // Waiting callers get the error, but there might be none.
    ready.catch(() => undefined);
  }

  #refuse(error: Error): void {
    this.#await(Promise.reject(error));
  }

  async #openIn(thread: EmbeddedThread): Promise<void> {
    if (!this.#isClosed()) this.#migrations = await thread.open();
    if (this.#isClosed()) throw new Error('The embedded database is closed.');
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
      // Two threads must never use one folder.
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
        // It has already scheduled the next attempt.
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
