import { statSync } from 'node:fs';
import { fromExcelText } from '../domain/excel-text.js';
import { excelNumber, excelPercentage, excelTime } from './excel-values.js';
import type { InputFile } from './input-file.js';
import { LIMITS } from './limits.js';
import { MAX_LAYOUT } from './layout.js';
import { FileError } from './report.js';
import type { Sheet, SheetRow } from './sheet.js';
import { otherArchive, partOf, relationshipsOf } from './xlsx-parts.js';
import { decodeXml, parse, saxParser } from './xlsx-xml.js';
import { openZip, type Zip } from './zip.js';

/**
 * Streams the rows of the sheets of an XLSX workbook (ECMA-376). Only archive entries with cells are
 * decompressed, and only the shared texts are held in memory.
 */
export async function* readXlsx(file: InputFile): AsyncGenerator<Sheet> {
  const zip = await openZip(file.path, file.name);
  try {
    const workbook = await readWorkbook(zip, file.name);
    const sheetFiles = workbook.sheets.map(({ path }) => path);
    file.progress.total = sheetFiles.reduce((sum, path) => sum + zip.sizeOf(path), 0);
    file.progress.done = 0;
    const shared = new SharedTexts(workbook.sharedTexts, file);
    for (const { name, path, isHidden } of workbook.sheets) {
      yield {
        name,
        isHidden,
        decimals: 'UNKNOWN',
        rows: readRows(zip, path, name, { ...workbook, shared }, file),
      };
    }
  } finally {
    zip.close();
  }
}

type NumberStyle = 'NUMBER' | 'TIME' | 'PERCENT';

interface Workbook {
  readonly sheets: readonly SheetEntry[];
  readonly sharedTexts: readonly string[];
  /** For each cell style, what its numbers are. */
  readonly styles: readonly NumberStyle[];
  readonly from1904: boolean;
}

interface SheetEntry {
  readonly name: string;
  readonly path: string;
  readonly isHidden: boolean;
}

/**
 * The texts that cells share. A long text in every cell takes little memory here but much in storage,
 * so the total length that is handed out is limited in proportion to the file size.
 */
class SharedTexts {
  readonly #texts: readonly string[];
  readonly #file: string;
  readonly #most: number;
  #characters = 0;

  constructor(texts: readonly string[], { path, name }: InputFile) {
    this.#texts = texts;
    this.#file = name;
    this.#most = Math.max(LIMITS.ratioFreeBytes, statSync(path).size * LIMITS.inflationRatio);
  }

  at(index: number): string | undefined {
    const text = this.#texts[index];
    this.#characters += text?.length ?? 0;
    if (this.#characters > this.#most) {
      throw new FileError(
        this.#file,
        `is refused: its cells repeat shared texts to more than ${String(this.#most)} characters, far more than the size of the file.`,
      );
    }
    return text;
  }
}

async function readWorkbook(zip: Zip, name: string): Promise<Workbook> {
  const main = partOf(await relationshipsOf(zip, '', name), 'officeDocument', 'xl/workbook.xml');
  if (!zip.has(main) || main.endsWith('.bin')) {
    throw new FileError(name, `is ${otherArchive(zip, main)}`);
  }
  const related = await relationshipsOf(zip, main, name);
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  await parse(zip, main, name, {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') from1904 = isTrue(attributes.date1904);
      if (tag !== 'sheet') return;
      if (sheets.length === LIMITS.sheets) {
        throw new FileError(name, `has more than ${String(LIMITS.sheets)} sheets.`);
      }
      // In the namespace of relationships, whatever its prefix is.
      const [, id] = Object.entries(attributes).find(([key]) => /^(.+:)?id$/.test(key)) ?? [];
      const path = id === undefined ? undefined : related.get(id)?.path;
      if (path === undefined || !zip.has(path)) return;
      const isHidden = (attributes.state ?? 'visible') !== 'visible';
      sheets.push({ name: attributes.name ?? '', path, isHidden });
    },
  });
  if (sheets.length === 0) throw new FileError(name, 'is a workbook with no sheets.');
  return {
    sheets,
    sharedTexts: await readSharedTexts(
      zip,
      partOf(related, 'sharedStrings', 'xl/sharedStrings.xml'),
      name,
    ),
    styles: await readStyles(zip, partOf(related, 'styles', 'xl/styles.xml'), name),
    from1904,
  };
}

async function readSharedTexts(zip: Zip, path: string, name: string): Promise<string[]> {
  if (!zip.has(path)) return [];
  const texts: string[] = [];
  let characters = 0;
  let text = '';
  // Phonetic hints (Japanese) are not part of the text.
  let isPhonetic = false;
  await parse(zip, path, name, {
    open: (tag) => {
      if (tag === 'si') text = '';
      if (tag === 'rPh') isPhonetic = true;
    },
    text: (piece, tag) => {
      if (tag !== 't' || isPhonetic) return;
      text += piece;
      characters += piece.length;
      if (characters > LIMITS.sharedTextCharacters) {
        throw new FileError(name, 'has too much shared text. Split it.');
      }
    },
    close: (tag) => {
      if (tag === 'rPh') isPhonetic = false;
      if (tag === 'si') texts.push(fromExcelText(text));
    },
  });
  return texts;
}

/** Built-in number formats of Excel: 9 and 10 are percentages, 14 to 22 and 45 to 47 dates and times. */
function builtInStyle(id: number): NumberStyle {
  if (id === 9 || id === 10) return 'PERCENT';
  return (id >= 14 && id <= 22) || (id >= 45 && id <= 47) ? 'TIME' : 'NUMBER';
}

function styleOf(formatCode: string): NumberStyle {
  // A letter in quotes, in brackets or after a backslash is a literal; one after `_` or `*` is a space or a filling.
  const code = formatCode.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '');
  if (/[ymdhs]/i.test(code) && !/general/i.test(code)) return 'TIME';
  return code.includes('%') ? 'PERCENT' : 'NUMBER';
}

async function readStyles(zip: Zip, path: string, name: string): Promise<NumberStyle[]> {
  if (!zip.has(path)) return [];
  const own = new Map<number, NumberStyle>();
  const styles: NumberStyle[] = [];
  let isInCells = false;
  await parse(zip, path, name, {
    open: (tag, attributes) => {
      if (tag === 'numFmt') {
        own.set(Number(attributes.numFmtId), styleOf(attributes.formatCode ?? ''));
      }
      if (tag === 'cellXfs') isInCells = true;
      if (tag === 'xf' && isInCells) {
        const id = Number(attributes.numFmtId ?? 0);
        styles.push(own.get(id) ?? builtInStyle(id));
      }
    },
    close: (tag) => {
      if (tag === 'cellXfs') isInCells = false;
    },
  });
  return styles;
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: NumberStyle;
  text: string;
  hasFormula: boolean;
  /** Whether the file has a value for it, even an empty one. */
  hasValue: boolean;
}

async function* readRows(
  zip: Zip,
  path: string,
  sheet: string,
  workbook: Workbook & { readonly shared: SharedTexts },
  file: InputFile,
): AsyncGenerator<SheetRow> {
  const { layout } = file;
  let ready: SheetRow[] = [];
  let number = 0;
  let isHidden = false;
  let cells: string[] = [];
  let refused: Map<number, string> | null = null;
  let numbers: number[] = [];
  let formulas: number[] | null = null;
  let cell: Cell | null = null;
  let nextColumn = 0;
  let characters = 0;
  let isPhonetic = false;
  const hidden: { readonly first: number; readonly last: number }[] = [];
  const refuseMoreThanFits = (cellCharacters: number) => {
    if (cellCharacters <= LIMITS.textCharacters && characters <= LIMITS.rowCharacters) return;
    throw new FileError(
      file.name,
      `has too much text in row ${String(number)} of the sheet '${sheet}'.`,
    );
  };
  const parser = saxParser(file.name, path, {
    open: (tag, attributes) => {
      switch (tag) {
        case 'row':
          number = rowNumber(attributes.r, number, file.name);
          isHidden = isTrue(attributes.hidden);
          cells = [];
          refused = null;
          numbers = [];
          formulas = null;
          nextColumn = 0;
          characters = 0;
          break;
        case 'col':
          if (isTrue(attributes.hidden)) {
            hidden.push({ first: Number(attributes.min) - 1, last: Number(attributes.max) - 1 });
          }
          break;
        case 'c': {
          const column = columnOf(attributes.r) ?? nextColumn;
          nextColumn = column + 1;
          const style = workbook.styles[Number(attributes.s ?? 0)] ?? 'NUMBER';
          cell = {
            column,
            type: attributes.t ?? 'n',
            style,
            text: '',
            hasFormula: false,
            hasValue: false,
          };
          break;
        }
        case 'f':
          if (cell !== null) cell.hasFormula = true;
          break;
        case 'v':
          if (cell !== null) cell.hasValue = true;
          break;
        case 'rPh':
          isPhonetic = true;
          break;
        case 'mergeCell':
          if (layout.merged.size < MAX_LAYOUT) {
            const range = attributes.ref ?? '';
            layout.merged.set(`${sheet}!${range}`, { sheet, range });
          }
          break;
      }
    },
    text: (piece, tag) => {
      if (cell === null || isPhonetic || (tag !== 'v' && tag !== 't')) return;
      cell.text += piece;
      characters += piece.length;
      refuseMoreThanFits(cell.text.length);
    },
    close: (tag) => {
      if (tag === 'rPh') isPhonetic = false;
      if (tag === 'c' && cell !== null) {
        const { column, type, hasFormula } = cell;
        const value = valueOf(cell, workbook);
        cell = null;
        // Some programs write a cell for every column, with a style but no value.
        if (value === '') return;
        if (column >= LIMITS.columns) {
          throw new FileError(
            file.name,
            `has more than ${String(LIMITS.columns)} columns in row ${String(number)} of the sheet '${sheet}'.`,
          );
        }
        if (hidden.some(({ first, last }) => column >= first && column <= last)) {
          layout.hiddenColumns.set(`${sheet}!${String(column)}`, { sheet, column });
        }
        if (hasFormula && typeof value === 'string') (formulas ??= []).push(column);
        if (type === 'n') numbers.push(column);
        if (type === 's' && typeof value === 'string') {
          characters += value.length;
          refuseMoreThanFits(value.length);
        }
        while (cells.length <= column) cells.push('');
        if (typeof value === 'string') cells[column] = value;
        else (refused ??= new Map()).set(column, value.refused);
      }
      if (tag === 'row' && (refused !== null || cells.some((text) => text.trim() !== ''))) {
        ready.push({ number, cells, refused, numbers, formulas, width: null });
        if (isHidden && layout.hiddenRows.size < MAX_LAYOUT) {
          layout.hiddenRows.set(`${sheet}!${String(number)}`, { sheet, row: number });
        }
      }
    },
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const bytes of await zip.read(path)) {
    file.progress.done += bytes.length;
    parser.write(decodeXml(decoder, bytes, file.name, path));
    yield* ready;
    ready = [];
  }
  parser.close();
  yield* ready;
}

function valueOf(
  cell: Cell,
  { shared, from1904 }: { readonly shared: SharedTexts; readonly from1904: boolean },
): string | { refused: string } {
  const { type, text, hasValue, hasFormula } = cell;
  // Some programs write an empty value; that of a formula which is an empty text is a text.
  if (hasFormula && (!hasValue || (type === 'n' && text === ''))) {
    return {
      refused:
        'is a formula without a value. Open and save the file in a spreadsheet program, or replace the formula with its value.',
    };
  }
  switch (type) {
    case 's': {
      const value = text === '' ? '' : shared.at(Number(text));
      return value ?? { refused: 'references a shared text that the file does not have.' };
    }
    case 'inlineStr':
    case 'str':
      return fromExcelText(text);
    case 'b':
      return text === '1' ? 'true' : text === '0' ? 'false' : text;
    case 'e':
      return { refused: `is a spreadsheet error (${text}).` };
    case 'd':
      return text;
    default:
      if (text === '') return '';
      return (
        numberOf(text, cell.style, from1904) ?? {
          refused: `has the type number, but is not a number (${text.slice(0, 40)}).`,
        }
      );
  }
}

/** A number as the program shows it: a day, or a percentage with its sign, which is no amount. */
function numberOf(text: string, style: NumberStyle, from1904: boolean): string | null {
  if (style === 'TIME') return excelTime(text, from1904);
  const number = excelNumber(text);
  return style === 'PERCENT' && number !== null ? excelPercentage(number) : number;
}

function rowNumber(text: string | undefined, before: number, name: string): number {
  if (text === undefined) return before + 1;
  const number = Number(text);
  if (Number.isInteger(number) && number > before) return number;
  throw new FileError(name, `is damaged: row ${text.slice(0, 20)} follows row ${String(before)}.`);
}

/** The column index of a reference such as `AB12`, from 0. */
function columnOf(reference: string | undefined): number | null {
  const letters = reference?.match(/^([A-Z]{1,6})\d*$/)?.[1];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function isTrue(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}
