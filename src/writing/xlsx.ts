import { toExcelText } from '../domain/excel-text.js';
import { xmlAttribute, xmlText } from '../domain/xml-text.js';
import { inChunks } from './chunks.js';
import { zip, type ZipEntry } from './zip.js';

/** A text, or a number as it is written. */
export type Cell = string | { readonly number: string };

/** A sheet; its first row has the headings, which stay visible. */
export interface Sheet {
  readonly name: string;
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
}

/**
 * A workbook (ECMA-376). Each sheet is asked for when the one before it is written. Without a time, the same sheets
 * are always the same file.
 */
export function writeWorkbook(
  sheets: Iterable<Sheet>,
  modified: Date | null = null,
): AsyncGenerator<Buffer> {
  return zip(entries(sheets), modified);
}

function* entries(sheets: Iterable<Sheet>): Generator<ZipEntry> {
  yield { path: '[Content_Types].xml', chunks: [CONTENT_TYPES] };
  yield { path: '_rels/.rels', chunks: [PACKAGE_RELATIONSHIPS] };
  yield { path: 'xl/styles.xml', chunks: [STYLES] };
  const names: string[] = [];
  for (const { name, rows } of sheets) {
    names.push(name);
    yield { path: sheetPath(names.length), chunks: inChunks(sheetXml(rows)) };
  }
  yield { path: 'xl/workbook.xml', chunks: [workbook(names)] };
  yield { path: 'xl/_rels/workbook.xml.rels', chunks: [workbookRelationships(names)] };
}

const SHEET_START = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
const SHEET_END = '</sheetData></worksheet>';

async function* sheetXml(rows: Sheet['rows']): AsyncGenerator<string> {
  yield SHEET_START;
  let number = 0;
  for await (const cells of rows) {
    number += 1;
    yield rowXml(number, cells, number === 1 ? HEADING_STYLE : 0);
  }
  yield SHEET_END;
}

function rowXml(number: number, cells: readonly Cell[], style: number): string {
  const row = String(number);
  const inside = cells.map((cell, index) => {
    if (cell === '') return '';
    const at = `r="${columnName(index)}${row}"${style === 0 ? '' : ` s="${String(style)}"`}`;
    return typeof cell === 'string'
      ? `<c ${at} t="inlineStr"><is><t xml:space="preserve">${xmlText(toExcelText(cell))}</t></is></c>`
      : `<c ${at}><v>${cell.number}</v></c>`;
  });
  return `<row r="${row}">${inside.join('')}</row>`;
}

function columnName(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnName(rest) : '') + String.fromCharCode(65 + (index % 26));
}

const sheetPath = (number: number) => `xl/worksheets/sheet${String(number)}.xml`;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The default type is a sheet, so that this part can be written before the number of sheets is known. */
const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`;
const PACKAGE_RELATIONSHIPS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const HEADING_STYLE = 1;
/** The heading style is bold. */
const STYLES = `${XML}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`;

function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) =>
      `<sheet name="${xmlAttribute(name)}" sheetId="${String(index + 1)}" r:id="rId${String(index + 1)}"/>`,
  );
  return `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONSHIPS}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

function workbookRelationships(names: readonly string[]): string {
  const sheets = names.map(
    (_name, index) =>
      `<Relationship Id="rId${String(index + 1)}" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet${String(index + 1)}.xml"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${sheets.join('')}<Relationship Id="rIdStyles" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/></Relationships>`;
}
