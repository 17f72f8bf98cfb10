import { CsvError, parse } from 'csv-parse';
import { unguardFormula } from '../domain/formula-guard.js';
import type { InputFile } from './input-file.js';
import { LIMITS } from './limits.js';
import { pipeText } from './pipe-text.js';
import { FileError } from './report.js';
import type { Sheet, SheetRow } from './sheet.js';

/**
 * Reads a CSV file as one sheet. The delimiter is detected from the first lines. If it is a semicolon,
 * the comma separates decimals, as spreadsheet programs in most of Europe write them.
 */
export async function* readCsv(file: InputFile): AsyncGenerator<Sheet> {
  const delimiter = await delimiterOf(file);
  yield {
    name: null,
    isHidden: false,
    decimals: delimiter === ';' ? 'COMMA' : 'POINT',
    rows: rowsOf(file, delimiter),
  };
}

async function* rowsOf(file: InputFile, delimiter: string): AsyncGenerator<SheetRow> {
  const parser = parse({
    delimiter,
    // A row with another number of cells than the headings is a fault of that row, not of the file.
    relax_column_count: true,
    max_record_size: LIMITS.rowCharacters,
  });
  let number = 0;
  try {
    for await (const record of pipeText<string[]>(file, parser)) {
      number += 1;
      if (record.length > LIMITS.columns) {
        throw new FileError(
          file.name,
          `has ${String(record.length)} columns in row ${String(number)}; the maximum is ${String(LIMITS.columns)}.`,
        );
      }
      if (record.every((cell) => cell.trim() === '')) continue;
      if (number === 1 && SEPARATOR_LINE.test(record.join(delimiter))) continue;
      yield {
        number,
        cells: record.map(unguardFormula),
        refused: null,
        numbers: null,
        formulas: null,
        width: record.length,
      };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const reason = REASONS[error.code] ?? `${error.message}.`;
    if (number > 0) {
      throw new FileError(
        file.name,
        `is not a valid CSV file after row ${String(number)}: ${reason}`,
      );
    }
    throw new FileError(
      file.name,
      `begins with ${JSON.stringify(await startOf(file))}, which is not an XLSX workbook, JSON or XML, and it is not a valid CSV file: ${reason} Use a file of one of these types.`,
    );
  }
}

const REASONS: Readonly<Record<string, string>> = {
  CSV_MAX_RECORD_SIZE: `a row has more than ${String(LIMITS.rowCharacters)} characters.`,
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened but not closed.',
  INVALID_OPENING_QUOTE: 'a quote is inside a cell that does not begin with one.',
  CSV_INVALID_CLOSING_QUOTE: 'there is text between a closing quote and the delimiter.',
};

/** The start of the file, so that a person can recognize it. */
async function startOf(file: InputFile): Promise<string> {
  for await (const text of file.text()) return text.trimStart().slice(0, 40);
  return '';
}

/** A first line that says the delimiter, as Excel reads it. */
const SEPARATOR_LINE = /^sep=([,;\t|])$/i;
const DELIMITERS = [',', ';', '\t', '|'];

/** How many lines are looked at to find the delimiter: titles and notes can be above the headings. */
const LINES = 30;

/**
 * The delimiter that most lines have equally often, outside quotes: a table has as many cells in each row. A sign that
 * splits only some of the lines that another one splits is within its cells: decimal commas are in rows, and not in
 * headings. `sep=;` in the first line, as Excel reads it, decides.
 */
async function delimiterOf(file: InputFile): Promise<string> {
  let start = '';
  for await (const text of file.text()) {
    start += text;
    if (start.length > 100_000) break;
  }
  const [first = ''] = start.trimStart().split(/[\r\n]/, 1);
  const said = SEPARATOR_LINE.exec(first.replaceAll('"', ''))?.[1];
  if (said !== undefined) return said;
  const lines = start
    .replace(/"[^"]*"/g, '')
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')
    .slice(0, LINES);
  const isWithin = (sign: string) =>
    DELIMITERS.some(
      (other) =>
        lines.every((line) => !line.includes(sign) || line.includes(other)) &&
        lines.some((line) => !line.includes(sign) && line.includes(other)),
    );
  const [best] = DELIMITERS.filter((sign) => !isWithin(sign))
    .map((sign) => ({ sign, ...commonest(lines, sign) }))
    .sort((a, b) => b.lines - a.lines || b.cells - a.cells);
  if (best !== undefined && best.cells > LIMITS.columns) {
    throw new FileError(
      file.name,
      `has more than ${String(LIMITS.columns)} columns in its rows; that is the maximum.`,
    );
  }
  return best?.sign ?? ',';
}

/** The number of cells that most lines have with a delimiter, and how many lines those are; none if it is not there. */
function commonest(lines: readonly string[], sign: string): { cells: number; lines: number } {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const cells = line.split(sign).length;
    if (cells > 1) counts.set(cells, (counts.get(cells) ?? 0) + 1);
  }
  const [cells = 1, most = 0] =
    [...counts].sort(([a, atA], [b, atB]) => atB - atA || b - a).at(0) ?? [];
  return { cells, lines: most };
}
