import { Duplex } from 'node:stream';

/** A connection to an embedded PostgreSQL, seen from its stream. */
export interface Session {
  exchange(bytes: Uint8Array): Promise<Uint8Array>;
  /** Ends the session, and what it is running, if it has not ended by itself. */
  leave(): void;
}

const TERMINATE = 'X'.charCodeAt(0);

/** What node-postgres needs of a socket: bytes out, bytes in, and the few calls that do nothing here. */
export class ProtocolStream extends Duplex {
  readonly #open: (onGone: (error: Error) => void) => Promise<Session>;
  #opening: Promise<Session> | null = null;
  #session: Session | null = null;

  constructor(open: (onGone: (error: Error) => void) => Promise<Session>) {
    super();
    this.#open = open;
  }

  connect(): this {
    this.#openOnce().then(
      () => {
        if (!this.destroyed) this.emit('connect');
      },
      (error: unknown) => this.destroy(error as Error),
    );
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
    const isLast = bytes[0] === TERMINATE;
    this.#exchange(new Uint8Array(bytes)).then(
      (output) => {
        if (output.length > 0) this.push(output);
        if (isLast) this.push(null);
        done();
      },
      (error: unknown) => {
        done(error as Error);
      },
    );
  }

  async #exchange(bytes: Uint8Array): Promise<Uint8Array> {
    const session = await this.#openOnce();
    if (this.destroyed) throw new Error('Connection terminated');
    return session.exchange(bytes);
  }

  async #openOnce(): Promise<Session> {
    this.#session = await (this.#opening ??= this.#open((error) => this.destroy(error)));
    return this.#session;
  }

  /** Cut off, as after a statement that took too long: what the session holds must not be left to the next. */
  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#session?.leave();
    done(error);
  }
}
