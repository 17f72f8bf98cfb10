import { createWriteStream, renameSync, rmSync, writeFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { GraphQLSchema } from 'graphql';
import { clientErrorOf } from '../client-errors.js';
import type { Database } from '../database/database.js';
import { DatabaseUnreachableError } from '../database/errors.js';
import { UserError } from '../errors.js';
import { createSchema } from '../schema.js';
import { openExport, readQuery, type OpenedExport } from './export.js';
import { FilterFault } from './filter.js';
import type { FormatName } from './formats.js';
import type { KindName } from './kinds.js';

export interface ExportCommand {
  readonly format: FormatName;
  readonly kind: KindName;
  readonly filter: string | null;
  readonly by: string | null;
  readonly perYear: boolean;
  /** Null for standard output. */
  readonly output: string | null;
}

/** Writes an export to standard output, or to a file, which only appears when it is complete. */
export async function exportToFile(
  database: Database,
  schema: GraphQLSchema,
  command: ExportCommand,
): Promise<void> {
  const { output, format } = command;
  const opened = await open(database, schema, command);
  if (output === null) {
    // The reader can stop early, as `head` does; then the export ends too.
    await pipeline(opened.stream, process.stdout, { end: false }).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
    });
  } else {
    await writeWhole(opened, output);
    if (format === 'csv') writeFileSync(`${output}-metadata.json`, opened.metadata(output));
  }
  printSummary(opened, command);
}

/** Validates the command before a database is opened. Returns the schema. */
export async function checkedSchema(command: ExportCommand): Promise<GraphQLSchema> {
  const schema = await createSchema();
  try {
    readQuery(schema, command);
  } catch (error) {
    throw inPlainWords(error);
  }
  return schema;
}

async function open(
  database: Database,
  schema: GraphQLSchema,
  command: ExportCommand,
): Promise<OpenedExport> {
  try {
    return await openExport({ database, schema }, { ...command, address: null, now: new Date() });
  } catch (error) {
    throw inPlainWords(error);
  }
}

function inPlainWords(error: unknown): Error {
  // `main.ts` explains it to the operator.
  if (error instanceof DatabaseUnreachableError) return error;
  const shown = error instanceof FilterFault ? error : clientErrorOf(error);
  return shown === null ? (error as Error) : new UserError(shown.message, { cause: error });
}

/** Writes under a temporary name first, so that a file with the final name is complete. */
async function writeWhole({ stream }: OpenedExport, output: string): Promise<void> {
  const part = `${output}.part`;
  try {
    const file = createWriteStream(part);
    await pipeline(stream, file);
    renameSync(part, output);
  } catch (error) {
    rmSync(part, { force: true });
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new UserError(`${output} cannot be written: ${(error as Error).message}.`, {
      cause: error,
    });
  }
}

/** Prints a summary to standard error, because the file itself can be on standard output. */
function printSummary({ head, report }: OpenedExport, { format, kind }: ExportCommand): void {
  const isComputed = kind === 'facets' || kind === 'totals';
  const unit = format === 'iati' ? 'activities' : isComputed ? `rows of ${kind}` : kind;
  const { written, leftOut, leftOutRecords, changed } = report.toJSON();
  const lines = [
    `Exported ${String(written)} ${unit} from ${String(head.sources.length)} sources.`,
    ...Object.entries(changed).map(([what, times]) => `  ${String(times)} times: ${what}`),
    ...(leftOut === 0 ? [] : [`Left out: ${String(leftOut)}.`]),
    ...leftOutRecords.map(({ record, reason }) => `  ${record}: ${reason}`),
    ...(leftOut > leftOutRecords.length ? ['  …'] : []),
  ];
  process.stderr.write(`${lines.join('\n')}\n`);
}
