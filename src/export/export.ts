import { Readable } from 'node:stream';
import type { GraphQLSchema } from 'graphql';
import { grantSet } from '../../resolvers/funding/grant-set.js';
import type { GrantDimension } from '../aggregates/grant-dimensions.js';
import type { Database } from '../database/database.js';
import type { LongRead } from '../database/long-read.js';
import { badInput } from '../errors.js';
import type { Tables } from '../fields/tables.js';
import { activitiesOf } from './iati/read-activities.js';
import { facetRecords, totalRecords, type Grouping } from './computed.js';
import { columnsOf } from './columns.js';
import { readChoice, readFilter, type FilterValues } from './filter.js';
import type { FormatName } from './formats.js';
import { csvMetadata, writeCsv } from './formats/csv.js';
import { writeIati } from './formats/iati.js';
import { writeJson } from './formats/json.js';
import { writeJsonLd } from './formats/json-ld.js';
import { writeThreeSixtyGiving } from './formats/three-sixty-giving.js';
import { writeXlsx } from './formats/xlsx.js';
import { licencesOf, type Head } from './head.js';
import { countingLeftOut } from './left-out.js';
import { FILTER_OF, type KindName, type KindRecords } from './kinds.js';
import { EXPORT_LIMITS, type ExportLimits } from '../export-limits.js';
import { ExportReport } from './report.js';
import { Selection } from './selection.js';

export interface ExportRequest {
  readonly format: FormatName;
  readonly kind: KindName;
  /** A filter of the API as JSON; null for all. */
  readonly filter: string | null;
  /** The GrantDimension of facets, or to group totals by; null for facets of all, or totals without groups. */
  readonly by: string | null;
  /** Whether groups of totals are split by year. */
  readonly perYear: boolean;
  /** The address of the request; null for the command line. */
  readonly address: string | null;
  /** What the addresses in a file begin with. */
  readonly publicUrl: string;
  readonly now: Date;
}

/** An export in progress. It reads only as fast as the stream is consumed; destroying the stream ends it. */
export interface OpenedExport {
  readonly head: Head;
  readonly stream: Readable;
  /** Complete when the stream has ended. */
  readonly report: ExportReport;
  /** The metadata next to a CSV file; `file` is the name of the CSV file. */
  readonly metadata: (file: string) => string;
}

/**
 * Begins an export, which stops reading when the signal aborts. All validation happens here: the first
 * batch has been read and written when it returns.
 */
export async function openExport(
  {
    database,
    schema,
    exportLimits = EXPORT_LIMITS,
  }: {
    readonly database: Pick<Database, 'openLongRead' | 'tables'>;
    readonly schema: GraphQLSchema;
    readonly exportLimits?: ExportLimits;
  },
  request: ExportRequest,
  signal?: AbortSignal,
): Promise<OpenedExport> {
  const { filter, grouping } = readQuery(schema, request);
  const longRead = await database.openLongRead(signal);
  const report = new ExportReport();
  const reading = {
    longRead,
    filter,
    tables: database.tables,
    grouping,
    report,
    limits: exportLimits,
  };
  let head: Head;
  try {
    head = headOf(request, await surveyed(request.kind, reading));
  } catch (error) {
    await longRead.close();
    throw error;
  }
  async function* chunks(): AsyncGenerator<string | Buffer> {
    try {
      yield* write(request, reading, head);
    } finally {
      await longRead.close();
    }
  }
  const iterator = chunks();
  const first = await iterator.next();
  return {
    head,
    report,
    stream: Readable.from(resumed(first, iterator), { objectMode: false }),
    metadata: (file) => csvMetadata(head, columnsOf(request.kind), file, report),
  };
}

/** Converts the request to values of the API. */
export function readQuery(
  schema: GraphQLSchema,
  { kind, filter, by, perYear }: Pick<ExportRequest, 'kind' | 'filter' | 'by' | 'perYear'>,
): { readonly filter: FilterValues; readonly grouping: Grouping } {
  const values = readFilter(schema, FILTER_OF[kind], filter);
  const dimension = readChoice(schema, 'GrantDimension', 'by', by) as GrantDimension | null;
  refuseGrouping({ kind, by, perYear });
  return { filter: values, grouping: { by: dimension, perYear } };
}

/** Prepends a result that was already read. Returning early also returns the underlying iterator. */
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
  { kind, filter, by, perYear, address, now }: ExportRequest,
  { count, sources }: Awaited<ReturnType<typeof surveyed>>,
): Head {
  return {
    title: `SCAN Graph: ${kind}`,
    exportedAt: now.toISOString(),
    query: {
      kind,
      filter: filter === null ? null : (JSON.parse(filter) as unknown),
      ...(isComputed(kind) ? { by, perYear } : {}),
      address,
    },
    count,
    licences: licencesOf(sources),
    hasUnlicensed: sources.some(({ licence }) => licence === null),
    sources,
  };
}

/** The inputs for reading an export. */
interface Reading {
  readonly longRead: LongRead;
  readonly filter: FilterValues;
  readonly tables: Tables;
  readonly grouping: Grouping;
  readonly report: ExportReport;
  readonly limits: ExportLimits;
}

const isComputed = (kind: KindName): kind is 'facets' | 'totals' =>
  kind === 'facets' || kind === 'totals';

/** Computed kinds are computed from grants and their sources. */
function surveyed(kind: KindName, { filter, tables, longRead }: Reading) {
  return new Selection(isComputed(kind) ? 'grants' : kind, filter, tables, longRead).survey();
}

function recordsOf<Name extends KindName>(
  kind: Name,
  { longRead, filter, tables, grouping, report }: Reading,
): AsyncIterable<readonly KindRecords[Name][]> {
  const asked: KindName = kind;
  const computing = { longRead, tables, grants: grantSet(filter), grouping };
  const records = () => {
    switch (asked) {
      case 'facets':
        return facetRecords(computing);
      case 'totals':
        return totalRecords(computing, report);
      case 'grants':
      case 'initiatives':
      case 'organizations':
      case 'programmes':
      case 'transactions':
        return new Selection(asked, filter, tables, longRead).records();
    }
  };
  return records() as AsyncIterable<readonly KindRecords[Name][]>;
}

function write(
  { format, kind, publicUrl }: ExportRequest,
  reading: Reading,
  head: Head,
): AsyncIterable<string | Buffer> {
  const { filter, tables, longRead, report, limits } = reading;
  const columns = columnsOf(kind);
  switch (format) {
    case 'csv':
      return writeCsv(columns, rowsOf(kind, reading));
    case 'csv-metadata':
      return metadataOf(kind, reading, head);
    case 'xlsx':
      return writeXlsx(head, columns, rowsOf(kind, reading), report, limits);
    case 'json':
      return writeJson(head, counted(recordsOf(kind, reading), report), report);
    case 'jsonld':
      return writeJsonLd(
        head,
        publicUrl,
        counted(recordsOf('organizations', reading), report),
        report,
      );
    case '360giving':
      return writeThreeSixtyGiving(head, recordsOf('grants', reading), report);
    case 'iati': {
      const of = kind === 'initiatives' ? kind : 'grants';
      return writeIati(head, activitiesOf(new Selection(of, filter, tables, longRead)), report);
    }
  }
}

/** The records of a table, which counts what it leaves out of them. */
function rowsOf<Name extends KindName>(kind: Name, reading: Reading) {
  const { report } = reading;
  return countingLeftOut(kind, counted(recordsOf(kind, reading), report), report);
}

/** Reads the records too, to say what their table leaves out. */
async function* metadataOf(kind: KindName, reading: Reading, head: Head): AsyncGenerator<string> {
  const rows = rowsOf(kind, reading);
  while ((await rows.next()).done !== true);
  const file = tableBeside(head.query.address) ?? `${kind}.csv`;
  yield csvMetadata(head, columnsOf(kind), file, reading.report);
}

/** The address of the table for which metadata is requested. */
function tableBeside(address: string | null): string | null {
  return address?.replace(/\.csv-metadata\.json(?=$|\?)/, '.csv') ?? null;
}

/** Only computed kinds can be grouped; for others the argument would be ignored silently. */
function refuseGrouping({
  kind,
  by,
  perYear,
}: Pick<ExportRequest, 'kind' | 'by' | 'perYear'>): void {
  if (by !== null && !isComputed(kind)) {
    throw badInput(`'by' is only for facets and totals, not for ${kind}. Leave it out.`, ['by']);
  }
  if (perYear && (kind !== 'totals' || by === null)) {
    throw badInput(
      `'perYear' splits the groups of totals by year. Use it only for totals, together with 'by'.`,
      ['perYear'],
    );
  }
}

/** Counts the records; for formats that can represent every record. */
async function* counted<R>(
  batches: AsyncIterable<readonly R[]>,
  report: ExportReport,
): AsyncGenerator<readonly R[]> {
  for await (const records of batches) {
    report.written += records.length;
    yield records;
  }
}
