import type { Column } from '../columns.js';
import type { Head } from '../head.js';
import { onlyLicence } from '../head.js';
import type { ExportReport } from '../report.js';
import { startingWith } from '../../writing/chunks.js';
import { BYTE_ORDER_MARK, csvRows } from '../../writing/csv.js';

/** A table as CSV in UTF-8, with headings. */
export function writeCsv<R>(
  columns: readonly Column<R>[],
  batches: AsyncIterable<readonly R[]>,
): AsyncGenerator<string> {
  const headings = csvRows([columns.map(({ heading }) => heading)]);
  return startingWith(BYTE_ORDER_MARK + headings, rowsOf(columns, batches));
}

async function* rowsOf<R>(
  columns: readonly Column<R>[],
  batches: AsyncIterable<readonly R[]>,
): AsyncGenerator<string> {
  for await (const records of batches) {
    yield csvRows(records.map((record) => columns.map(({ of }) => of(record))));
  }
}

/** The metadata (CSV on the Web). It is a separate file, because an extra line would break CSV readers. */
export function csvMetadata(
  head: Head,
  columns: readonly Column<never>[],
  file: string,
  report: ExportReport,
): string {
  const licence = onlyLicence(head);
  return `${JSON.stringify(
    {
      '@context': 'http://www.w3.org/ns/csvw',
      url: file,
      'dc:title': head.title,
      'dc:created': head.exportedAt,
      ...(licence === null ? {} : { 'dc:license': licence }),
      notes: [{ ...head, exportReport: report }],
      dialect: { encoding: 'utf-8', header: true },
      tableSchema: {
        columns: columns.map(({ heading, kind }) => ({
          titles: heading,
          name: heading.toLowerCase().replaceAll(' ', '_'),
          datatype: kind === 'NUMBER' ? 'decimal' : 'string',
        })),
      },
    },
    null,
    2,
  )}\n`;
}
