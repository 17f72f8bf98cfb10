import type { Column } from '../columns.js';
import type { Head } from '../head.js';
import type { ExportLimits } from '../../export-limits.js';
import type { ExportReport } from '../report.js';
import { writeWorkbook, type Cell, type Sheet } from '../../writing/xlsx.js';

/** The limit of Excel. */
const MAX_CELL_CHARACTERS = 32_767;
/** The precision of an Excel number; a longer number stays text. */
const MAX_DIGITS = 15;

/** A workbook with one or more sheets of records, and a sheet about the file. */
export async function* writeXlsx<R>(
  head: Head,
  columns: readonly Column<R>[],
  batches: AsyncIterable<readonly R[]>,
  report: ExportReport,
  { rowsASheet }: Pick<ExportLimits, 'rowsASheet'>,
): AsyncGenerator<Buffer> {
  const rows = rowsOf(columns, batches, report);
  // The first rows are read before the first byte is written, so that errors appear at once.
  const ahead = [await rows.next()];
  yield* writeWorkbook(
    sheets(head, columns, { ahead, rows, rowsASheet }, report),
    new Date(head.exportedAt),
  );
}

interface RowSource {
  /** The next row to write, if it was already read. */
  readonly ahead: IteratorResult<readonly Cell[], unknown>[];
  readonly rows: AsyncGenerator<readonly Cell[]>;
  readonly rowsASheet: number;
}

function* sheets<R>(
  head: Head,
  columns: readonly Column<R>[],
  source: RowSource,
  report: ExportReport,
): Generator<Sheet> {
  const headings = columns.map(({ heading }) => heading);
  const { kind } = head.query;
  const title = kind.charAt(0).toUpperCase() + kind.slice(1);
  let number = 0;
  do {
    number += 1;
    yield {
      name: number === 1 ? title : `${title} ${String(number)}`,
      rows: sheetRows(headings, source),
    };
  } while (source.ahead[0]?.done === false);
  yield { name: 'Meta', rows: metaRows(head, report) };
}

async function* rowsOf<R>(
  columns: readonly Column<R>[],
  batches: AsyncIterable<readonly R[]>,
  report: ExportReport,
): AsyncGenerator<readonly Cell[]> {
  for await (const records of batches) {
    for (const record of records) {
      yield columns.map(({ kind, of, heading }) => {
        const value = of(record) ?? '';
        if (kind === 'NUMBER' && value !== '' && isExcelNumber(value)) return { number: value };
        if (value.length <= MAX_CELL_CHARACTERS) return value;
        report.change(
          `'${heading}' cut to ${String(MAX_CELL_CHARACTERS)} characters, the limit of a cell`,
        );
        return cut(value);
      });
    }
  }
}

/** Cuts a text without splitting a surrogate pair. */
function cut(value: string): string {
  const start = value.slice(0, MAX_CELL_CHARACTERS);
  return /[\uD800-\uDBFF]$/.test(start) ? start.slice(0, -1) : start;
}

function isExcelNumber(value: string): boolean {
  return value.replace(/\D/g, '').replace(/^0+/, '').length <= MAX_DIGITS;
}

/** As many rows as fit into a sheet; the next row stays in `ahead`. */
async function* sheetRows(
  headings: readonly string[],
  { ahead, rows, rowsASheet }: RowSource,
): AsyncGenerator<readonly Cell[]> {
  yield headings;
  for (let number = 2; number <= rowsASheet; number += 1) {
    const next = ahead.pop() ?? (await rows.next());
    if (next.done === true) {
      ahead.push(next);
      return;
    }
    yield next.value;
  }
  ahead.push(await rows.next());
}

function* metaRows(head: Head, report: ExportReport): Generator<readonly Cell[]> {
  const { count, licences, sources, query } = head;
  yield* [
    ['key', 'value'],
    ['title', head.title],
    ['exported at', head.exportedAt],
    ['query', JSON.stringify(query)],
    ['count', { number: String(count) }],
    ...licences.map((licence) => ['licence', licence]),
    ...(head.hasUnlicensed ? [['licence', 'not stated by some sources']] : []),
    ...sources.map(({ title, url, licence, retrievedOn }) => [
      'source',
      title,
      url ?? '',
      licence ?? 'no license stated',
      retrievedOn ?? '',
    ]),
    ...(report.leftOut === 0 ? [] : [['left out', { number: String(report.leftOut) }]]),
    ...report.toJSON().leftOutRecords.map(({ record, reason }) => ['left out', record, reason]),
    ...Object.entries(report.toJSON().changed).map(([what, times]) => [
      'changed',
      what,
      { number: String(times) },
    ]),
  ];
}
