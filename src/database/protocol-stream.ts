import { Duplex } from 'node:stream';

/** The session behind a connection to an embedded PostgreSQL. */
export interface Session {
  exchange(bytes: Uint8Array): Promise<Uint8Array>;
  /** Ends the session and its running statement, unless it has already ended. */
  leave(): void;
}

const TERMINATE = 'X'.charCodeAt(0);

/** The part of a socket that node-postgres uses: writing, reading, and a few calls that do nothing here. */
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
    // Bytes are pushed when they arrive.
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

  /** Ends the session after a cut-off, such as a timeout, so that the next one does not inherit its state. */
  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#session?.leave();
    done(error);
  }
}
