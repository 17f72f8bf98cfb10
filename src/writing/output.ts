import { createWriteStream, renameSync, rmSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PlainError } from '../errors.js';

/** Writes to a file, or to standard output if it is null. */
export async function writeTo(output: string | null, stream: Readable): Promise<void> {
  if (output !== null) {
    await writeWhole(output, stream);
    return;
  }
  // The reader can stop early, as `head` does; then the export ends too.
  await pipeline(stream, process.stdout, { end: false }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  });
}

/** Writes under a temporary name first, so that a file with the final name is complete. */
async function writeWhole(output: string, stream: Readable): Promise<void> {
  const part = `${output}.part`;
  try {
    await pipeline(stream, createWriteStream(part));
    renameSync(part, output);
  } catch (error) {
    rmSync(part, { force: true });
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new PlainError(`${output} cannot be written: ${(error as Error).message}.`, {
      cause: error,
    });
  }
}
