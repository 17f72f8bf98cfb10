import { Readable } from 'node:stream';
import type { GraphQLSchema } from 'graphql';
import type { Database } from '../database/database.js';
import { activitiesOf } from './activities.js';
import { columnsOf } from './columns.js';
import { readFilter } from './filter.js';
import type { FormatName } from './formats.js';
import { csvMetadata, writeCsv } from './formats/csv.js';
import { writeIati } from './formats/iati.js';
import { writeJson } from './formats/json.js';
import { writeThreeSixtyGiving } from './formats/three-sixty-giving.js';
import { writeXlsx } from './formats/xlsx.js';
import { licencesOf, type Head } from './head.js';
import { KINDS, type KindName } from './kinds.js';
import { ExportReport } from './report.js';
import { Selection } from './selection.js';

export interface ExportRequest {
  readonly format: FormatName;
  readonly kind: KindName;
  /** The JSON of a filter of the API; null for all. */
  readonly filter: string | null;
  /** Where it is asked; null for the command line. */
  readonly address: string | null;
  readonly now: Date;
}

/** A file on its way: nothing is read that is not taken, and destroying the stream ends the reading. */
export interface OpenedExport {
  readonly head: Head;
  readonly stream: Readable;
  /** Complete when the stream has ended. */
  readonly report: ExportReport;
  /** What a CSV file has beside it; `file` is what it is called. */
  readonly metadata: (file: string) => string;
}

/**
 * Begins an export. Whatever is refused is refused here: the first batch has been read and written
 * when it returns.
 */
export async function openExport(
  { database, schema }: { readonly database: Pick<Database, 'openLongRead' | 'tables'>; readonly schema: GraphQLSchema },
  request: ExportRequest,
): Promise<OpenedExport> {
  const filter = readFilter(schema, KINDS[request.kind].filter.name, request.filter);
  const longRead = await database.openLongRead();
  const report = new ExportReport();
  const selection = new Selection(request.kind, filter, database.tables, longRead);
  let head: Head | null = null;
  async function* chunks(): AsyncGenerator<string | Buffer> {
    try {
      head = headOf(request, await selection.survey());
      yield* write(request.format, selection, head, report);
    } finally {
      await longRead.close();
    }
  }
  const iterator = chunks();
  const first = await iterator.next();
  if (head === null) throw new Error('An export has no head.');
  return {
    head,
    report,
    stream: Readable.from(resumed(first, iterator), { objectMode: false }),
    metadata: (file) => csvMetadata(head as unknown as Head, columnsOf(request.kind), file),
  };
}

/** The iterator with what has been taken from it already. Leaving it leaves the one beneath. */
function resumed<T>(first: IteratorResult<T>, rest: AsyncGenerator<T>): AsyncIterable<T> {
  let taken: IteratorResult<T> | null = first;
  const iterator: AsyncIterator<T> = {
    next: () => {
      const result = taken;
      taken = null;
      return result === null ? rest.next() : Promise.resolve(result);
    },
    return: () => rest.return(undefined),
  };
  return { [Symbol.asyncIterator]: () => iterator };
}

function headOf(
  { kind, filter, address, now }: ExportRequest,
  { count, sources }: Awaited<ReturnType<Selection['survey']>>,
): Head {
  return {
    title: `SCAN Graph: ${kind}`,
    exportedAt: now.toISOString(),
    query: { kind, filter: filter === null ? null : (JSON.parse(filter) as unknown), address },
    count,
    licences: licencesOf(sources),
    hasUnlicensed: sources.some(({ licence }) => licence === null),
    sources,
  };
}

function write(
  format: FormatName,
  selection: Selection,
  head: Head,
  report: ExportReport,
): AsyncIterable<string | Buffer> {
  const columns = columnsOf(selection.kind);
  switch (format) {
    case 'csv':
      return writeCsv(columns, counted(selection.records(), report));
    case 'csv-metadata':
      return Readable.from([csvMetadata(head, columns, `${selection.kind}.csv`)]);
    case 'xlsx':
      return writeXlsx(head, columns, counted(selection.records(), report), report);
    case 'json':
      return writeJson(head, counted(selection.records(), report));
    case '360giving':
      return writeThreeSixtyGiving(head, (selection as Selection<'grants'>).records(), report);
    case 'iati':
      return writeIati(head, activitiesOf(selection as Selection<'grants' | 'initiatives'>), report);
  }
}

/** For formats that hold every record. */
async function* counted<R>(
  batches: AsyncIterable<readonly R[]>,
  report: ExportReport,
): AsyncGenerator<readonly R[]> {
  for await (const records of batches) {
    report.written += records.length;
    yield records;
  }
}
