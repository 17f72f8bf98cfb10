import { Worker } from 'node:worker_threads';
import { withResolvers } from '../with-resolvers.js';
import type { EmbeddedOptions, WorkerReply, WorkerRequest } from './embedded-worker.js';

/** A message from which on copying takes longer than handing over. */
const LARGE_BYTES = 100_000;

/** The connection that sent a request. */
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

/** The engine of an embedded PostgreSQL in a thread, with its queue: one request runs at a time. */
export class EmbeddedThread {
  readonly #worker: Worker;
  /** The queue in order; the worker has the first. */
  readonly #exchanges: Exchange[] = [];
  #failure: Error | null = null;
  /** Called in order when the thread has ended. */
  readonly onGone = new Set<(error: Error) => void>();

  /** Loads the engine. Until `open`, the thread does not keep the process running. */
  constructor(options: EmbeddedOptions) {
    const worker = new Worker(new URL('./embedded-worker.js', import.meta.url), {
      workerData: options,
      // The thread must not inherit the flags of jest.
      execArgv: [],
      // Large enough for PostgreSQL itself to detect that a statement is nested too deeply.
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

  /** Opens the data and returns the names of the applied migrations. */
  async open(): Promise<readonly string[]> {
    this.#worker.ref();
    const reply = await this.ask('OPEN');
    if (reply.kind === 'OPEN') return reply.migrations;
    throw new Error(failureOf(reply));
  }

  ask(request: WorkerRequest, owner: Owner | null = null): Promise<WorkerReply> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    const { promise: done, resolve, reject } = withResolvers<WorkerReply>();
    this.#exchanges.push({ request, owner, resolve, reject, done, since: null });
    this.#sendFirst();
    return done;
  }

  /** Removes the owner's queued requests. Returns its running request, if any. */
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

  /** Ends the thread at any time, like a killed server. */
  async terminate(): Promise<void> {
    this.#end(stopped('its thread was ended'));
    await this.#worker.terminate();
  }

  #sendFirst(): void {
    const [first] = this.#exchanges;
    if (first?.since !== null) return;
    first.since = performance.now();
    const { request } = first;
    // A large message is handed over, not copied; its sender does not use it again.
    const isLarge = request instanceof Uint8Array && request.byteLength >= LARGE_BYTES;
    this.#worker.postMessage(request, isLarge ? [request.buffer as ArrayBuffer] : []);
  }

  #take(reply: WorkerReply): void {
    if (reply.kind === 'CRASHED') {
      const isOpening = this.#exchanges[0]?.request === 'OPEN';
      this.#end(isOpening ? new Error(reply.message) : stopped(reply.message));
      return;
    }
    if (this.#exchanges.length === 0 && reply.kind === 'FAILED') {
      // The engine could not be loaded, and no request is waiting.
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
  return 'message' in reply
    ? reply.message
    : `The embedded database sent an unexpected reply: ${reply.kind}.`;
}
