import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A file in an archive, created while it is written. */
export interface ZipEntry {
  readonly path: string;
  readonly chunks: AsyncIterable<string> | Iterable<string>;
}

/**
 * A ZIP archive. Entries are read one after another, as fast as the archive is consumed. Without a time, the same
 * entries are always the same file.
 */
export async function* zip(
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
  modified: Date | null = null,
): AsyncGenerator<Buffer> {
  const time =
    modified === null
      ? { mtime: new Date(1980, 0, 1), forceDosTimestamp: true }
      : { mtime: modified };
  const archive = new ZipFile();
  let current: Readable | null = null;
  const adding = (async () => {
    for await (const { path, chunks } of entries) {
      current = Readable.from(chunks, { objectMode: false });
      archive.addReadStream(current, path, time);
      await finished(current);
    }
    archive.end();
  })();
  const output = archive.outputStream as Readable;
  // An error in an entry ends the archive, so that it reaches the reader.
  const settled = adding.catch((error: unknown) => {
    output.destroy(error as Error);
  });
  try {
    yield* output as AsyncIterable<Buffer>;
  } finally {
    (current as Readable | null)?.destroy();
    await settled;
  }
}
