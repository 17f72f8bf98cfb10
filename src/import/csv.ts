import { CsvError, parse } from 'csv-parse';
import { unguardFormula } from '../domain/formula-guard.js';
import type { InputFile } from './input-file.js';
import { LIMITS } from './limits.js';
import { pipeText } from './pipe-text.js';
import { FileError } from './report.js';
import type { Sheet, SheetRow } from './sheet.js';

/**
 * Reads a CSV file as one sheet. The delimiter is detected from the first line. If it is a semicolon,
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

const DELIMITERS = [',', ';', '\t', '|'];

/** The delimiter that occurs most often in the first line, outside quotes. */
async function delimiterOf(file: InputFile): Promise<string> {
  let start = '';
  for await (const text of file.text()) {
    start += text;
    if (start.length > 100_000 || start.trimStart().includes('\n')) break;
  }
  const [line = ''] = start
    .replace(/"[^"]*"/g, '')
    .trimStart()
    .split(/[\r\n]/, 1);
  const [best] = DELIMITERS.map((sign) => ({ sign, count: line.split(sign).length })).sort(
    (a, b) => b.count - a.count,
  );
  if (best !== undefined && best.count > LIMITS.columns) {
    throw new FileError(
      file.name,
      `has more than ${String(LIMITS.columns)} columns in its first row; that is the maximum.`,
    );
  }
  return best?.sign ?? ',';
}
