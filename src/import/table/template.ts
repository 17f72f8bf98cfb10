import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { UserError } from '../../errors.js';
import { columnsOf, TABLE_NAMES, type TableName } from './tables.js';

const headingsOf = (table: TableName) => columnsOf(table).map(([, { heading }]) => heading);

/** The headings of one table. */
export function csvTemplate(name: string | undefined): string {
  const table = TABLE_NAMES.find((each) => each.toLowerCase() === name?.toLowerCase());
  if (table === undefined) {
    throw new UserError(
      `A CSV file has one table. Set --table to one of ${TABLE_NAMES.join(', ').toLowerCase()}.`,
    );
  }
  return `${headingsOf(table).join(',')}\r\n`;
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
  const sheets: readonly { readonly name: string; readonly rows: readonly string[][] }[] = [
    ...TABLE_NAMES.map((name) => ({ name, rows: [headingsOf(name)] })),
    { name: 'Help', rows: [['Table', 'Column', 'Required', 'Value'], ...help] },
  ];
  const archive = new ZipFile();
  const add = (path: string, xml: string) => {
    // A fixed time, so that the same template is always the same file.
    archive.addBuffer(Buffer.from(DECLARATION + xml), path, { mtime: new Date(0) });
  };
  add(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET_TYPE}.sheet.main+xml"/>${sheets.map((_, index) => `<Override PartName="/${sheetPath(index)}" ContentType="${SPREADSHEET_TYPE}.worksheet+xml"/>`).join('')}</Types>`,
  );
  add(
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONSHIP}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  add(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIP}"><sheets>${sheets.map(({ name }, index) => `<sheet name="${name}" sheetId="${String(index + 1)}" r:id="r${String(index + 1)}"/>`).join('')}</sheets></workbook>`,
  );
  add(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, index) => `<Relationship Id="r${String(index + 1)}" Type="${RELATIONSHIP}/worksheet" Target="/${sheetPath(index)}"/>`).join('')}</Relationships>`,
  );
  for (const [index, { rows }] of sheets.entries()) add(sheetPath(index), sheetXml(rows));
  archive.end();
  return buffer(archive.outputStream as Readable);
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPREADSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const sheetPath = (index: number) => `xl/worksheets/sheet${String(index + 1)}.xml`;

function sheetXml(rows: readonly (readonly string[])[]): string {
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const cells = rows.map(
    (row) =>
      `<row>${row.map((text) => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`).join('')}</row>`,
  );
  return `<worksheet xmlns="${MAIN}"><sheetData>${cells.join('')}</sheetData></worksheet>`;
}
