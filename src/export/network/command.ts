import type { Database } from '../../database/database.js';
import { ClientError, PlainError } from '../../errors.js';
import { Network } from '../../network/network.js';
import { createSchema } from '../../schema.js';
import { isNetworkFormat, NETWORK_FORMAT_NAMES } from '../formats.js';
import { writeTo } from '../../writing/output.js';
import { exportNetwork, type ExportParameters } from './export.js';

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
  if (!isNetworkFormat(format)) {
    throw new PlainError(
      `A network cannot be exported as ${format}. Use one of ${NETWORK_FORMAT_NAMES.join(', ')}.`,
    );
  }
  const network = new Network(readWhole);
  const query = [
    `scan-graph export-network --format ${format}`,
    ...Object.entries(parameters).map(([name, value]) => `--${optionOf(name)} ${value}`),
  ].join(' ');
  try {
    const stream = await exportNetwork(
      network,
      await createSchema(),
      { format, parameters, query },
      { signal: new AbortController().signal, timeoutMs: TIMEOUT_MS },
    );
    await writeTo(output, stream);
  } catch (error) {
    throw error instanceof ClientError ? new PlainError(error.message, { cause: error }) : error;
  } finally {
    await network.close();
  }
}

/** Converts `asOf` to `as-of`, its name on the command line. */
function optionOf(parameter: string): string {
  return parameter.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
