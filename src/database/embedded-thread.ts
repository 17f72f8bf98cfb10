import { Worker } from 'node:worker_threads';
import type { EmbeddedOptions, WorkerReply, WorkerRequest } from './embedded-worker.js';

/** Who asks: a connection. */
export type Owner = object;

interface Exchange {
  readonly request: WorkerRequest;
  readonly owner: Owner | null;
  readonly resolve: (reply: WorkerReply) => void;
  readonly reject: (error: Error) => void;
  readonly done: Promise<WorkerReply>;
  /** When it was sent to the worker; null while it waits. */
  since: number | null;
}

/** The engine of an embedded PostgreSQL in a thread, and what waits for it: one request runs at a time. */
export class EmbeddedThread {
  readonly #worker: Worker;
  /** In order; the first is with the worker. */
  readonly #exchanges: Exchange[] = [];
  #failure: Error | null = null;
  /** Called when it has ended, in order. */
  readonly onGone = new Set<(error: Error) => void>();

  /** Loads the engine, and keeps no process from ending, until it is opened. */
  constructor(options: EmbeddedOptions) {
    const worker = new Worker(new URL('./embedded-worker.js', import.meta.url), {
      workerData: options,
      // jest's own flags are no business of the thread
      execArgv: [],
      // Enough for PostgreSQL to find by itself that a statement is nested too deeply.
      resourceLimits: { stackSizeMb: 64 },
    });
    worker.unref();
    worker.on('message', (reply: WorkerReply) => {
      this.#take(reply);
    });
    worker.on('error', (error) => {
      this.#end(stopped(error.message));
    });
    worker.on('exit', () => {
      this.#end(stopped('its thread has ended'));
    });
    this.#worker = worker;
  }

  /** Opens the data and returns which migrations have been applied to it. */
  async open(): Promise<readonly string[]> {
    this.#worker.ref();
    const reply = await this.ask('OPEN');
    if (reply.kind === 'OPEN') return reply.migrations;
    throw new Error(failureOf(reply));
  }

  ask(request: WorkerRequest, owner: Owner | null = null): Promise<WorkerReply> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    let resolve: Exchange['resolve'] = () => undefined;
    let reject: Exchange['reject'] = () => undefined;
    const done = new Promise<WorkerReply>((...both) => {
      [resolve, reject] = both;
    });
    this.#exchanges.push({ request, owner, resolve, reject, done, since: null });
    this.#sendFirst();
    return done;
  }

  /** Takes back what the owner has asked and what has not begun. Returns what of it is running, if any. */
  leave(owner: Owner): { readonly done: Promise<unknown>; readonly since: number } | null {
    const [first] = this.#exchanges;
    const left = this.#exchanges.filter(
      (exchange) => exchange.owner === owner && exchange !== first,
    );
    for (const exchange of left) {
      this.#exchanges.splice(this.#exchanges.indexOf(exchange), 1);
      exchange.reject(new Error('Connection terminated'));
    }
    const { done, since = null } = first?.owner === owner ? first : {};
    return done === undefined || since === null ? null : { done, since };
  }

  /** Ends the thread at any moment, as a killed server ends. */
  async terminate(): Promise<void> {
    this.#end(stopped('its thread was ended'));
    await this.#worker.terminate();
  }

  #sendFirst(): void {
    const [first] = this.#exchanges;
    if (first?.since !== null) return;
    first.since = performance.now();
    this.#worker.postMessage(first.request);
  }

  #take(reply: WorkerReply): void {
    if (reply.kind === 'CRASHED') {
      const isOpening = this.#exchanges[0]?.request === 'OPEN';
      this.#end(isOpening ? new Error(reply.message) : stopped(reply.message));
      return;
    }
    if (this.#exchanges.length === 0 && reply.kind === 'FAILED') {
      // The engine could not even be loaded, before anybody asked.
      this.#end(new Error(reply.message));
      return;
    }
    this.#exchanges.shift()?.resolve(reply);
    this.#sendFirst();
  }

  #end(error: Error): void {
    if (this.#failure !== null) return;
    this.#failure = error;
    for (const { reject } of this.#exchanges.splice(0)) reject(error);
    for (const call of this.onGone) call(error);
  }
}

function stopped(reason: string): Error {
  return new Error(`The embedded database has stopped: ${reason}.`);
}

export function failureOf(reply: WorkerReply): string {
  return 'message' in reply ? reply.message : `The embedded database answered ${reply.kind}.`;
}
