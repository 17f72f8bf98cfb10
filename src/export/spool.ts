import { randomUUID } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { NoSpoolError, SpoolFullError } from '../export-errors.js';

/** The size of a spool file. Each file is deleted once it has been read, so only unread data is on disk. */
const FILE_BYTES = 8_000_000;
/** The size of a single read or write. */
const CHUNK_BYTES = 256 * 1024;

/** Counts the bytes on disk that wait for clients of all exports. */
export class SpoolSpace {
  readonly #limit: number;
  #used = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get used(): number {
    return this.#used;
  }

  take(bytes: number): void {
    if (this.#used + bytes > this.#limit) throw new SpoolFullError(this.#limit);
    this.#used += bytes;
  }

  giveBack(bytes: number): void {
    this.#used -= bytes;
  }
}

interface SpoolFile {
  readonly handle: FileHandle;
  written: number;
  read: number;
}

/**
 * Writes the source to disk as fast as it comes, and returns a stream that reads it back at the same time. So
 * a slow client does not hold up the database. Destroying the returned stream destroys the source.
 *
 * @throws NoSpoolError
 */
export async function spooled(source: Readable, space: SpoolSpace): Promise<Readable> {
  try {
    return new SpooledStream(source, space, await createFile());
  } catch (error) {
    source.destroy();
    throw new NoSpoolError((error as Error).message, { cause: error });
  }
}

/** Creates an unlinked file, which the system frees even if this process crashes. */
async function createFile(): Promise<SpoolFile> {
  const path = join(tmpdir(), `scan-graph-export-${randomUUID()}`);
  const handle = await open(path, 'wx+', 0o600);
  await unlink(path);
  return { handle, written: 0, read: 0 };
}

class SpooledStream extends Readable {
  readonly #source: Readable;
  readonly #space: SpoolSpace;
  readonly #files: SpoolFile[];
  #isWritten = false;
  #isReading = false;
  #wantsMore = false;
  readonly #writing: Promise<void>;

  constructor(source: Readable, space: SpoolSpace, first: SpoolFile) {
    super({ highWaterMark: CHUNK_BYTES });
    this.#source = source;
    this.#space = space;
    this.#files = [first];
    this.#writing = this.#writeAll().catch((error: unknown) => {
      this.destroy(error as Error);
    });
  }

  override _read(): void {
    this.#wantsMore = true;
    void this.#readNext();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#source.destroy();
    void this.#writing
      .then(() => Promise.all(this.#files.splice(0).map((file) => this.#free(file))))
      .then(
        () => {
          done(error);
        },
        (failure: unknown) => {
          done(error ?? (failure as Error));
        },
      );
  }

  async #writeAll(): Promise<void> {
    let waiting: Buffer[] = [];
    let bytes = 0;
    let hasBegun = false;
    for await (const piece of this.#source as AsyncIterable<string | Buffer>) {
      const chunk = Buffer.from(piece as string);
      waiting.push(chunk);
      bytes += chunk.length;
      // Small chunks are buffered, except while a client waits for data, as it does at the start.
      if (bytes < CHUNK_BYTES && hasBegun && !this.#wantsMore) continue;
      hasBegun = true;
      await this.#write(Buffer.concat(waiting));
      waiting = [];
      bytes = 0;
    }
    await this.#write(Buffer.concat(waiting));
    this.#isWritten = true;
    await this.#readNext();
  }

  async #write(chunk: Buffer): Promise<void> {
    if (this.destroyed) return;
    let file = this.#files.at(-1);
    if (file === undefined || file.written >= FILE_BYTES) {
      file = await createFile();
      this.#files.push(file);
    }
    this.#space.take(chunk.length);
    try {
      await file.handle.write(chunk, 0, chunk.length, file.written);
    } catch (error) {
      this.#space.giveBack(chunk.length);
      throw error;
    }
    file.written += chunk.length;
    void this.#readNext();
  }

  /** Pushes available data if it is wanted and no read is in progress. */
  async #readNext(): Promise<void> {
    if (this.#isReading || !this.#wantsMore || this.destroyed) return;
    this.#isReading = true;
    try {
      const chunk = await this.#nextChunk();
      if (chunk !== null) {
        this.#wantsMore = false;
        this.push(chunk);
      } else if (this.#isWritten) {
        this.push(null);
      }
    } catch (error) {
      this.destroy(error as Error);
    } finally {
      this.#isReading = false;
    }
    // More data can have been written or requested in the meantime.
    if (this.#hasMore() && this.#wantsMore) void this.#readNext();
  }

  #hasMore(): boolean {
    return this.#files.some(({ read, written }) => read < written);
  }

  async #nextChunk(): Promise<Buffer | null> {
    const [file] = this.#files;
    if (file === undefined) return null;
    const size = Math.min(CHUNK_BYTES, file.written - file.read);
    if (size === 0) return null;
    const { buffer } = await file.handle.read(Buffer.allocUnsafe(size), 0, size, file.read);
    if (this.destroyed) return null;
    file.read += size;
    if (file.read === file.written && (file.written >= FILE_BYTES || this.#isWritten)) {
      this.#files.shift();
      await this.#free(file);
    }
    return buffer;
  }

  async #free({ handle, written }: SpoolFile): Promise<void> {
    this.#space.giveBack(written);
    await handle.close();
  }
}
