import { writeFileSync } from 'node:fs';
import type { GraphQLSchema } from 'graphql';
import { counted } from '../domain/counted.js';
import type { Database } from '../database/database.js';
import { createSchema } from '../schema.js';
import { openExport, readQuery, type OpenedExport } from './export.js';
import type { FormatName } from './formats.js';
import type { KindName } from './kinds.js';
import { userErrorOf } from './user-error.js';
import { writeTo } from '../writing/output.js';
import { note } from '../writing/terminal.js';

export interface ExportCommand {
  readonly format: FormatName;
  readonly kind: KindName;
  readonly filter: string | null;
  readonly by: string | null;
  readonly perYear: boolean;
  /** Null for standard output. */
  readonly output: string | null;
  readonly publicUrl: string;
}

/** Writes an export to standard output, or to a file, which only appears when it is complete. */
export async function exportToFile(
  database: Database,
  schema: GraphQLSchema,
  command: ExportCommand,
): Promise<void> {
  const { output, format } = command;
  const opened = await open(database, schema, command);
  await writeTo(output, opened.stream);
  if (output !== null && format === 'csv')
    writeFileSync(`${output}-metadata.json`, opened.metadata(output));
  printSummary(opened, command);
}

/** Validates the command before a database is opened. Returns the schema. */
export async function checkedSchema(command: ExportCommand): Promise<GraphQLSchema> {
  const schema = await createSchema();
  try {
    readQuery(schema, command);
  } catch (error) {
    throw userErrorOf(error);
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
    throw userErrorOf(error);
  }
}

/** Prints a summary to standard error, because the file itself can be on standard output. */
function printSummary({ head, report }: OpenedExport, { format, kind }: ExportCommand): void {
  const isComputed = kind === 'facets' || kind === 'totals';
  const units: readonly [one: string, many: string] =
    format === 'iati'
      ? ['activity', 'activities']
      : isComputed
        ? [`row of ${kind}`, `rows of ${kind}`]
        : [kind.replace(/s$/, ''), kind];
  const { written, leftOut, leftOutRecords, changed } = report.toJSON();
  const lines = [
    `Exported ${counted(written, ...units)} from ${counted(head.sources.length, 'source')}.`,
    ...Object.entries(changed).map(([what, times]) => `  ${counted(times, 'time')}: ${what}`),
    ...(leftOut === 0 ? [] : [`Left out: ${String(leftOut)}.`]),
    ...leftOutRecords.map(({ record, reason }) => `  ${record}: ${reason}`),
    ...(leftOut > leftOutRecords.length ? ['  …'] : []),
  ];
  note(lines);
}
