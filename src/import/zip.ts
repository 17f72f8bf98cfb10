import type { Readable } from 'node:stream';
import { open, type Entry, type ZipFile } from 'yauzl';
import { LIMITS } from './limits.js';
import { FileError } from './report.js';

/** The entries of a ZIP archive, each decompressed only when it is read. */
export interface Zip {
  has(path: string): boolean;
  /** The stated decompressed size of an entry; 0 if it does not exist. */
  sizeOf(path: string): number;
  read(path: string): Promise<AsyncIterable<Buffer>>;
  close(): void;
}

/**
 * Opens an archive. An entry is refused by its stated size, and the stated size is enforced: yauzl
 * fails if an entry decompresses to more.
 */
export async function openZip(path: string, name: string): Promise<Zip> {
  const broken = (error: Error) =>
    new FileError(name, `is a damaged archive: ${error.message.replace(/\.$/, '')}.`);
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
        `is refused: it contains ${String(archive.entryCount)} files; the maximum is ${String(LIMITS.zipEntries)}.`,
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
  // A reader that needs no more of an entry leaves its stream unfinished.
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
  if (entry === undefined) throw new FileError(name, `is damaged: it has no ${path}.`);
  const { uncompressedSize: size, compressedSize } = entry;
  const isBomb = size > LIMITS.ratioFreeBytes && size > compressedSize * LIMITS.inflationRatio;
  if (size > LIMITS.inflatedBytes || isBomb) {
    throw new FileError(
      name,
      `is refused: ${path} in it decompresses from ${String(compressedSize)} to ${String(size)} bytes.`,
    );
  }
  if (entry.isEncrypted())
    throw new FileError(name, 'is protected by a password. Save it without one.');
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
