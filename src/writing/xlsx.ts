import { toExcelText } from '../domain/excel-text.js';
import { xmlAttribute, xmlText } from '../domain/xml-text.js';
import { inChunks } from './chunks.js';
import { blocksOf, boxesXml, commentsXml, type CellNote } from './xlsx-notes.js';
import { zip, type ZipEntry } from './zip.js';

/** A text, or a number as it is written. */
type Value = string | { readonly number: string };

/** A cell with a color or a comment. */
interface MarkedCell {
  readonly value: Value;
  readonly mark?: 'FAULT' | 'WARNING' | null;
  readonly note?: string | null;
}

export type Cell = Value | MarkedCell;

/** How a column looks, and what can be chosen in its cells. */
export interface ColumnLayout {
  /** In characters. */
  readonly width: number;
  /** Whether its cells are texts, so that programs keep the zeros of `007`. */
  readonly isText?: boolean;
  readonly choices?: {
    /** The cells that list the choices, such as `Lists!$A$2:$A$9`. */
    readonly range: string;
    /** Whether other values are refused. */
    readonly isComplete: boolean;
  };
}

export interface Sheet {
  readonly name: string;
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
  /** The row with the headings, from 1 (the default); 0 for none. It and the rows above stay visible. */
  readonly headingRow?: number;
  readonly columns?: readonly ColumnLayout[];
}

/**
 * A workbook (ECMA-376). Each sheet is asked for when the one before it is written. Without a time, the same sheets
 * are always the same file.
 */
export function writeWorkbook(
  sheets: Iterable<Sheet> | AsyncIterable<Sheet>,
  modified: Date | null = null,
): AsyncGenerator<Buffer> {
  return zip(entries(sheets), modified);
}

async function* entries(sheets: Iterable<Sheet> | AsyncIterable<Sheet>): AsyncGenerator<ZipEntry> {
  yield { path: '_rels/.rels', chunks: [PACKAGE_RELATIONSHIPS] };
  yield { path: 'xl/styles.xml', chunks: [STYLES] };
  const names: string[] = [];
  const withNotes: number[] = [];
  let block = 1;
  for await (const sheet of sheets) {
    const number = names.push(sheet.name);
    const notes: CellNote[] = [];
    yield { path: sheetPath(number), chunks: inChunks(sheetXml(sheet, notes)) };
    if (notes.length === 0) continue;
    withNotes.push(number);
    yield { path: commentsPath(number), chunks: inChunks(commentsXml(notes)) };
    yield { path: boxesPath(number), chunks: inChunks(boxesXml(notes, block)) };
    yield {
      path: `xl/worksheets/_rels/sheet${String(number)}.xml.rels`,
      chunks: [sheetRelationships(number)],
    };
    block += blocksOf(notes);
  }
  yield { path: 'xl/workbook.xml', chunks: [workbook(names)] };
  yield { path: 'xl/_rels/workbook.xml.rels', chunks: [workbookRelationships(names)] };
  // At the end, when all parts are known.
  yield { path: '[Content_Types].xml', chunks: [contentTypes(withNotes)] };
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const LAST_ROW = 1_048_576;

async function* sheetXml(sheet: Sheet, notes: CellNote[]): AsyncGenerator<string> {
  const { rows, columns = [], headingRow = 1 } = sheet;
  yield sheetStart(headingRow, columns);
  let number = 0;
  for await (const cells of rows) {
    number += 1;
    if (cells.length > 0) yield rowXml(number, cells, number === headingRow, notes);
  }
  yield `</sheetData>${validations(columns, headingRow)}`;
  if (notes.length > 0) yield '<legacyDrawing r:id="rId2"/>';
  yield '</worksheet>';
}

function sheetStart(headingRow: number, columns: readonly ColumnLayout[]): string {
  const pane =
    headingRow === 0
      ? ''
      : `<pane ySplit="${String(headingRow)}" topLeftCell="A${String(headingRow + 1)}" activePane="bottomLeft" state="frozen"/>`;
  const layout = columns.map(({ width, isText = false }, index) => {
    const at = String(index + 1);
    return `<col min="${at}" max="${at}" width="${String(width)}" customWidth="1"${isText ? ` style="${String(TEXT_STYLE)}"` : ''}/>`;
  });
  const cols = layout.length === 0 ? '' : `<cols>${layout.join('')}</cols>`;
  return `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>${cols}<sheetData>`;
}

/** The choices of the cells below the headings. */
function validations(columns: readonly ColumnLayout[], headingRow: number): string {
  const all = columns.flatMap(({ choices }, index) => {
    if (choices === undefined) return [];
    const column = columnName(index);
    const cells = `${column}${String(headingRow + 1)}:${column}${String(LAST_ROW)}`;
    const refusal = choices.isComplete
      ? ' showErrorMessage="1" errorTitle="Not in the list" error="Choose a value of the list."'
      : '';
    return `<dataValidation type="list" allowBlank="1"${refusal} sqref="${cells}"><formula1>${choices.range}</formula1></dataValidation>`;
  });
  return all.length === 0
    ? ''
    : `<dataValidations count="${String(all.length)}">${all.join('')}</dataValidations>`;
}

function rowXml(
  number: number,
  cells: readonly Cell[],
  isHeading: boolean,
  notes: CellNote[],
): string {
  const row = String(number);
  const inside = cells.map((cell, index) => {
    if (cell === '') return '';
    const { value, mark = null, note = null } = isMarked(cell) ? cell : { value: cell };
    const name = `${columnName(index)}${row}`;
    if (note !== null) notes.push({ row: number - 1, column: index, cell: name, text: note });
    const style = STYLE_OF[mark ?? 'NONE'][isHeading ? 1 : 0];
    const at = `r="${name}"${style === 0 ? '' : ` s="${String(style)}"`}`;
    if (value === '') return `<c ${at}/>`;
    return typeof value === 'string'
      ? `<c ${at} t="inlineStr"><is><t xml:space="preserve">${xmlText(toExcelText(value))}</t></is></c>`
      : `<c ${at}><v>${value.number}</v></c>`;
  });
  return `<row r="${row}">${inside.join('')}</row>`;
}

const isMarked = (cell: Cell): cell is MarkedCell => typeof cell === 'object' && 'value' in cell;

/** The letters of a column, from 0: `A`, `Z`, `AA`. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnName(rest) : '') + String.fromCharCode(65 + (index % 26));
}

const sheetPath = (number: number) => `xl/worksheets/sheet${String(number)}.xml`;
const commentsPath = (number: number) => `xl/comments${String(number)}.xml`;
const boxesPath = (number: number) => `xl/drawings/vmlDrawing${String(number)}.vml`;

/** The default type of `.xml` is a sheet, because there are any number of them. */
function contentTypes(withNotes: readonly number[]): string {
  const comments = withNotes.map(
    (number) =>
      `<Override PartName="/${commentsPath(number)}" ContentType="${TYPES}.comments+xml"/>`,
  );
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Default Extension="xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${comments.join('')}</Types>`;
}

const PACKAGE_RELATIONSHIPS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

function sheetRelationships(number: number): string {
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/comments" Target="/${commentsPath(number)}"/><Relationship Id="rId2" Type="${RELATIONSHIPS}/vmlDrawing" Target="/${boxesPath(number)}"/></Relationships>`;
}

/** The styles of cells and of headings, by their mark: indexes of `cellXfs`. */
const STYLE_OF = { NONE: [0, 1], FAULT: [2, 3], WARNING: [4, 5] } as const;
const TEXT_STYLE = 6;

const solid = (color: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`;
/** Headings are bold, faults red and warnings yellow, in the colors that Excel uses for "bad" and "neutral". */
const FILLS = `<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid('FFFFC7CE')}${solid('FFFFEB9C')}`;
const style = (font: number, fill: number, format = 0) =>
  `<xf numFmtId="${String(format)}" fontId="${String(font)}" fillId="${String(fill)}" borderId="0" xfId="0" applyFont="1" applyFill="1" applyNumberFormat="1"/>`;
const CELL_STYLES = [
  style(0, 0),
  style(1, 0),
  style(0, 2),
  style(1, 2),
  style(0, 3),
  style(1, 3),
  style(0, 0, 49),
];
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="4">${FILLS}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${String(CELL_STYLES.length)}">${CELL_STYLES.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) =>
      `<sheet name="${xmlAttribute(name)}" sheetId="${String(index + 1)}" r:id="rId${String(index + 1)}"/>`,
  );
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

function workbookRelationships(names: readonly string[]): string {
  const sheets = names.map(
    (_name, index) =>
      `<Relationship Id="rId${String(index + 1)}" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet${String(index + 1)}.xml"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${sheets.join('')}<Relationship Id="rIdStyles" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/></Relationships>`;
}
