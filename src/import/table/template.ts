import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { PlainError } from '../../errors.js';
import { csvRows } from '../../writing/csv.js';
import { writeWorkbook } from '../../writing/xlsx.js';
import { columnsOf, TABLE_NAMES, type TableName } from './tables.js';

const headingsOf = (table: TableName) => columnsOf(table).map(([, { heading }]) => heading);

/** The headings of one table. */
export function csvTemplate(name: string | undefined): string {
  const table = TABLE_NAMES.find((each) => each.toLowerCase() === name?.toLowerCase());
  if (table === undefined) {
    throw new PlainError(
      `A CSV file has one table. Set --table to one of ${TABLE_NAMES.join(', ').toLowerCase()}.`,
    );
  }
  return csvRows([headingsOf(table)]);
}

/** A workbook with a sheet for each table, and a help sheet that explains each column. */
export async function xlsxTemplate(): Promise<Buffer> {
  const help = TABLE_NAMES.flatMap((table) =>
    columnsOf(table).map(([, { heading, form, isRequired }]) => [
      table,
      heading,
      isRequired ? 'required' : '',
      form,
    ]),
  );
  return buffer(
    Readable.from(
      writeWorkbook([
        ...TABLE_NAMES.map((name) => ({ name, rows: [headingsOf(name)] })),
        { name: 'Help', rows: [['Table', 'Column', 'Required', 'Value'], ...help] },
      ]),
    ),
  );
}
