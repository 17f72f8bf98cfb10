import type { Readable } from 'node:stream';
import { open, type Entry, type ZipFile } from 'yauzl';
import { LIMITS } from './limits.js';
import { FileError } from './report.js';

/** The entries of a ZIP archive, each unpacked only when it is read. */
export interface Zip {
  has(path: string): boolean;
  /** How large an entry says that it is when unpacked; 0 for one that is not there. */
  sizeOf(path: string): number;
  read(path: string): Promise<AsyncIterable<Buffer>>;
  close(): void;
}

/**
 * Opens an archive. What an entry says of its size is believed for refusing it, and held to: an entry
 * that unpacks to more is cut off as broken (yauzl does that).
 */
export async function openZip(path: string, name: string): Promise<Zip> {
  const broken = (error: Error) =>
    new FileError(name, `is a broken archive: ${error.message.replace(/\.$/, '')}.`);
  const archive = await new Promise<ZipFile>((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false }, (error, opened) => {
      if (error === null) resolve(opened);
      else reject(broken(error));
    });
  });
  const entries = new Map<string, Entry>();
  try {
    if (archive.entryCount > LIMITS.zipEntries) {
      throw new FileError(
        name,
        `is refused: it holds ${String(archive.entryCount)} files; at most ${String(LIMITS.zipEntries)} are looked at.`,
      );
    }
    await new Promise<void>((resolve, reject) => {
      archive.on('entry', (entry: Entry) => {
        entries.set(entry.fileName, entry);
        archive.readEntry();
      });
      archive.once('end', resolve);
      archive.once('error', (error: Error) => {
        reject(broken(error));
      });
      archive.readEntry();
    });
  } catch (error) {
    archive.close();
    throw error;
  }
  // Who has seen enough of an entry leaves its stream as it is.
  const streams: Readable[] = [];
  return {
    has: (entry) => entries.has(entry),
    sizeOf: (entry) => entries.get(entry)?.uncompressedSize ?? 0,
    read: async (entry) => {
      const stream = await read(archive, entries.get(entry), entry, name, broken);
      streams.push(stream);
      return pieces(stream, broken);
    },
    close: () => {
      for (const stream of streams) stream.destroy();
      archive.close();
    },
  };
}

async function read(
  archive: ZipFile,
  entry: Entry | undefined,
  path: string,
  name: string,
  broken: (error: Error) => FileError,
): Promise<Readable> {
  if (entry === undefined) throw new FileError(name, `is broken: it has no ${path}.`);
  const { uncompressedSize: size, compressedSize } = entry;
  const isBomb = size > LIMITS.ratioFreeBytes && size > compressedSize * LIMITS.inflationRatio;
  if (size > LIMITS.inflatedBytes || isBomb) {
    throw new FileError(
      name,
      `is refused: ${path} in it unpacks from ${String(compressedSize)} to ${String(size)} bytes.`,
    );
  }
  if (entry.isEncrypted()) throw new FileError(name, 'is protected by a password.');
  return new Promise((resolve, reject) => {
    archive.openReadStream(entry, (error, opened) => {
      if (error === null) resolve(opened);
      else reject(broken(error));
    });
  });
}

async function* pieces(
  stream: Readable,
  broken: (error: Error) => FileError,
): AsyncGenerator<Buffer> {
  try {
    for await (const bytes of stream) yield bytes as Buffer;
  } catch (error) {
    throw broken(error as Error);
  }
}
