import { createWriteStream } from 'node:fs';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { clientErrorOf } from '../client-errors.js';
import type { Database } from '../database/database.js';
import { DatabaseUnreachableError } from '../database/errors.js';
import { UserError } from '../errors.js';
import { EXPORT_FORMATS, isExportFormat } from '../network/export/formats.js';
import { Network } from '../network/network.js';
import { createSchema } from '../schema.js';
import { exportNetwork, type ExportParameters } from './network-export.js';

interface WriteRequest {
  readonly format: string;
  /** The file; null for standard output. */
  readonly output: string | null;
  readonly parameters: ExportParameters;
}

/** A user of the command line can wait long. */
const TIMEOUT_MS = 3_600_000;

/** The command `scan-graph export-network`. */
export async function writeNetwork(
  { readWhole }: Pick<Database, 'readWhole'>,
  { format, output, parameters }: WriteRequest,
): Promise<void> {
  if (!isExportFormat(format)) {
    throw new UserError(
      `A network cannot be exported as ${format}. Use one of ${Object.keys(EXPORT_FORMATS).join(', ')}.`,
    );
  }
  const network = new Network(readWhole);
  const query = [
    `scan-graph export-network --format ${format}`,
    ...Object.entries(parameters).map(([name, value]) => `--${optionOf(name)} ${value}`),
  ].join(' ');
  try {
    const pieces = await exportNetwork(
      network,
      await createSchema(),
      { format, parameters, query },
      { signal: new AbortController().signal, timeoutMs: TIMEOUT_MS },
    );
    await pipeline(Readable.from(pieces, { objectMode: false }), destination(output), {
      end: output !== null,
    });
  } catch (error) {
    throw plain(error, output);
  } finally {
    await network.close();
  }
}

function destination(output: string | null): Writable {
  return output === null ? process.stdout : createWriteStream(output);
}

/** Converts `asOf` to `as-of`, its name on the command line. */
function optionOf(parameter: string): string {
  return parameter.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function plain(error: unknown, output: string | null): unknown {
  // `main.ts` explains it to the operator.
  if (error instanceof DatabaseUnreachableError) return error;
  const shown = clientErrorOf(error);
  if (shown !== null) return new UserError(shown.message, { cause: error });
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (syscall === 'open' && code !== undefined) {
    return new UserError(`${String(output)} cannot be written: ${message}.`, { cause: error });
  }
  return error;
}
