import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

const folders: string[] = [];

/** Where a file of this name can be written; the name is told in reports. */
export function pathFor(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'scan-import-'));
  folders.push(folder);
  return join(folder, name);
}

export function writeFile(name: string, content: string | Uint8Array): string {
  const path = pathFor(name);
  writeFileSync(path, content);
  return path;
}

export function removeFiles(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
}

type CellValue = string | number;

/** Writes a workbook of one sheet, as IATI's tools do: the texts are in the cells. */
export async function writeXlsx(
  name: string,
  sheet: string,
  rows: readonly (readonly CellValue[])[],
): Promise<string> {
  const path = pathFor(name);
  const zip = new ZipFile();
  const add = (entry: string, xml: string) => {
    zip.addBuffer(Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${xml}`), entry);
  };
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  add(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escape(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  );
  add(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  );
  add(
    'xl/worksheets/sheet1.xml',
    `<worksheet xmlns="${main}"><sheetData>${rows.map(rowXml).join('')}</sheetData></worksheet>`,
  );
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

function rowXml(cells: readonly CellValue[], index: number): string {
  const xml = cells.map((cell) =>
    typeof cell === 'number'
      ? `<c><v>${String(cell)}</v></c>`
      : `<c t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`,
  );
  return `<row r="${String(index + 1)}">${xml.join('')}</row>`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
