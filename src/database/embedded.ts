import { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { EmbeddedOptions, WorkerReply, WorkerRequest } from './embedded-worker.js';

/**
 * PostgreSQL inside this process (PGlite), in a thread of its own, so that a long statement does not
 * hold up the event loop. `connect` gives node-postgres a stream that speaks the protocol with it.
 *
 * It has one session. A pool on it must have one connection, so that a transaction owns the session.
 */
export class EmbeddedPostgres {
  readonly #worker: Worker;
  readonly #waiting: ((reply: WorkerReply) => void)[] = [];
  #failure: Error | null = null;

  /** Whether it can be reopened after its thread was ended, with all that was committed. */
  readonly canReopen = false as boolean;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (reply: WorkerReply) => this.#waiting.shift()?.(reply));
    worker.on('error', (error) => {
      this.#fail(error);
    });
    worker.on('exit', () => {
      this.#fail(new Error('The embedded database has stopped.'));
    });
  }

  static async open(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
    const worker = new Worker(new URL('./embedded-worker.js', import.meta.url), {
      workerData: options,
      // jest's own flags are no business of the thread
      execArgv: [],
    });
    const embedded = new EmbeddedPostgres(worker);
    const reply = await embedded.#reply();
    if (reply.kind === 'OPEN') return embedded;
    await worker.terminate();
    throw new Error(failureOf(reply));
  }

  /** A stream in place of a socket, for the option `stream` of node-postgres. */
  connect(): Duplex {
    return new ProtocolStream(async (bytes) => {
      const reply = await this.#ask(bytes);
      if (reply.kind !== 'OUTPUT') throw new Error(failureOf(reply));
      return reply.bytes;
    });
  }

  /** The whole data folder as a tar, from which another can be opened as a `template`. */
  async dump(): Promise<Blob> {
    const reply = await this.#ask('DUMP');
    if (reply.kind !== 'DUMPED') throw new Error(failureOf(reply));
    return reply.data;
  }

  async close(): Promise<void> {
    if (this.#failure === null) await this.#ask('CLOSE');
    await this.#worker.terminate();
  }

  #ask(request: WorkerRequest): Promise<WorkerReply> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    this.#worker.postMessage(request);
    return this.#reply();
  }

  /** The worker answers in order, so the answer belongs to whoever has waited longest. */
  #reply(): Promise<WorkerReply> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const resolve of this.#waiting.splice(0)) {
      resolve({ kind: 'FAILED', message: error.message });
    }
  }
}

function failureOf(reply: WorkerReply): string {
  return reply.kind === 'FAILED' ? reply.message : `The embedded database answered ${reply.kind}.`;
}

const TERMINATE = 'X'.charCodeAt(0);

/** What node-postgres needs of a socket: bytes out, bytes in, and the few calls that do nothing here. */
class ProtocolStream extends Duplex {
  readonly #exchange: (bytes: Uint8Array) => Promise<Uint8Array>;
  #hasLeft = false;

  constructor(exchange: (bytes: Uint8Array) => Promise<Uint8Array>) {
    super();
    this.#exchange = exchange;
  }

  connect(): this {
    queueMicrotask(() => this.emit('connect'));
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  override _read(): void {
    // Bytes are pushed as they come; there is nothing to fetch.
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    this._writev([{ chunk }], done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    const bytes = Buffer.concat(chunks.map(({ chunk }) => chunk));
    this.#hasLeft = bytes[0] === TERMINATE;
    this.#exchange(new Uint8Array(bytes)).then(
      (output) => {
        if (output.length > 0) this.push(output);
        if (this.#hasLeft) this.push(null);
        done();
      },
      (error: unknown) => {
        done(error as Error);
      },
    );
  }

  /** Cut off, as after a statement that took too long: what the session holds must not be left to the next. */
  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    if (!this.#hasLeft) this.#exchange(Uint8Array.of(TERMINATE)).catch(() => undefined);
    done(error);
  }
}
