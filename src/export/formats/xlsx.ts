import { toExcelText } from '../../domain/excel-text.js';
import { xmlText } from '../../domain/xml-text.js';
import type { Column } from '../columns.js';
import type { Head } from '../head.js';
import type { ExportLimits } from '../../export-limits.js';
import type { ExportReport } from '../report.js';
import { zip, type ZipEntry } from './zip.js';

/** The limit of Excel. */
const MAX_CELL_CHARACTERS = 32_767;
/** The precision of an Excel number; a longer number stays text. */
const MAX_DIGITS = 15;

type Cell = string | { readonly number: string };

/** A workbook (ECMA-376) with one or more sheets of records, and a sheet about the file. */
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
  yield* zip(
    entries(head, columns, { ahead, rows, rowsASheet }, report),
    new Date(head.exportedAt),
  );
}

interface RowSource {
  /** The next row to write, if it was already read. */
  readonly ahead: IteratorResult<readonly Cell[], unknown>[];
  readonly rows: AsyncGenerator<readonly Cell[]>;
  readonly rowsASheet: number;
}

function* entries<R>(
  head: Head,
  columns: readonly Column<R>[],
  source: RowSource,
  report: ExportReport,
): Generator<ZipEntry> {
  yield { path: '[Content_Types].xml', chunks: [CONTENT_TYPES] };
  yield { path: '_rels/.rels', chunks: [PACKAGE_RELATIONSHIPS] };
  yield { path: 'xl/styles.xml', chunks: [STYLES] };
  const headings = columns.map(({ heading }) => heading);
  const names: string[] = [];
  const { kind } = head.query;
  const title = kind.charAt(0).toUpperCase() + kind.slice(1);
  do {
    names.push(names.length === 0 ? title : `${title} ${String(names.length + 1)}`);
    yield { path: sheetPath(names.length), chunks: sheet(headings, source) };
  } while (source.ahead[0]?.done === false);
  names.push('Meta');
  yield { path: sheetPath(names.length), chunks: metaSheet(head, report) };
  yield { path: 'xl/workbook.xml', chunks: [workbook(names)] };
  yield { path: 'xl/_rels/workbook.xml.rels', chunks: [workbookRelationships(names)] };
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

const SHEET_START = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
const SHEET_END = '</sheetData></worksheet>';
/** The size of the chunks in which a sheet is written. */
const CHUNK_CHARACTERS = 65_536;

/** Writes as many rows as fit into a sheet; the next row stays in `ahead`. */
async function* sheet(
  headings: readonly string[],
  { ahead, rows, rowsASheet }: RowSource,
): AsyncGenerator<string> {
  let chunk = SHEET_START + rowXml(1, headings, 1);
  for (let number = 2; number <= rowsASheet; number += 1) {
    const next = ahead.pop() ?? (await rows.next());
    if (next.done === true) {
      ahead.push(next);
      break;
    }
    chunk += rowXml(number, next.value, 0);
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = '';
  }
  if (ahead.length === 0) ahead.push(await rows.next());
  yield chunk + SHEET_END;
}

function* metaSheet(head: Head, report: ExportReport): Generator<string> {
  const { count, licences, sources, query } = head;
  const rows: (readonly Cell[])[] = [
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
  yield SHEET_START + rowXml(1, ['key', 'value'], 1);
  for (const [index, row] of rows.entries()) yield rowXml(index + 2, row, 0);
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
/** Style 1 is bold, for headings. */
const STYLES = `${XML}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`;

function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) =>
      `<sheet name="${name}" sheetId="${String(index + 1)}" r:id="rId${String(index + 1)}"/>`,
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
