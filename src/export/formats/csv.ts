import { stringify } from 'csv-stringify/sync';
import { guardFormula } from '../../domain/formula-guard.js';
import type { Column } from '../columns.js';
import type { Head } from '../head.js';
import { onlyLicence } from '../head.js';

/** Makes Excel read the file as UTF-8 instead of the system code page. */
const BYTE_ORDER_MARK = '﻿';

/** A table as CSV (RFC 4180), UTF-8, with headings. */
export async function* writeCsv<R>(
  columns: readonly Column<R>[],
  batches: AsyncIterable<readonly R[]>,
): AsyncGenerator<string> {
  let start = BYTE_ORDER_MARK + lines([columns.map(({ heading }) => heading)]);
  for await (const records of batches) {
    yield (
      start +
      lines(records.map((record) => columns.map(({ of }) => guardFormula(of(record) ?? ''))))
    );
    start = '';
  }
  if (start !== '') yield start;
}

function lines(rows: readonly (readonly string[])[]): string {
  return stringify(rows as string[][], { record_delimiter: 'windows' });
}

/** The metadata (CSV on the Web). It is a separate file, because an extra line would break CSV readers. */
export function csvMetadata(head: Head, columns: readonly Column<never>[], file: string): string {
  const licence = onlyLicence(head);
  return `${JSON.stringify(
    {
      '@context': 'http://www.w3.org/ns/csvw',
      url: file,
      'dc:title': head.title,
      'dc:created': head.exportedAt,
      ...(licence === null ? {} : { 'dc:license': licence }),
      notes: [head],
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
