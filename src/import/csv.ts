import { CsvError, parse } from 'csv-parse';
import { unguardFormula } from '../domain/formula-guard.js';
import type { InputFile } from './input-file.js';
import { LIMITS } from './limits.js';
import { pipeText } from './pipe-text.js';
import { FileError } from './report.js';
import type { Sheet, SheetRow } from './sheet.js';

/**
 * A CSV file as the one sheet that it is. Its delimiter is told by its first line; where that is a
 * semicolon, the comma is free for decimals (so do spreadsheet programs of most of Europe).
 */
export async function* readCsv(file: InputFile): AsyncGenerator<Sheet> {
  const delimiter = await delimiterOf(file);
  yield {
    name: null,
    decimals: delimiter === ';' ? 'COMMA' : 'POINT',
    rows: rowsOf(file, delimiter),
  };
}

async function* rowsOf(file: InputFile, delimiter: string): AsyncGenerator<SheetRow> {
  const parser = parse({
    delimiter,
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
          `has ${String(record.length)} columns in row ${String(number)}; at most ${String(LIMITS.columns)} are read.`,
        );
      }
      if (record.some((cell) => cell !== '')) {
        yield { number, cells: record.map(unguardFormula), refused: null };
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const told = TOLD[error.code] ?? `${error.message}.`;
    if (number > 0) {
      throw new FileError(file.name, `is no sound CSV after row ${String(number)}: ${told}`);
    }
    throw new FileError(
      file.name,
      `begins with ${JSON.stringify(await startOf(file))}, which is neither an XLSX workbook nor JSON nor XML, and it does not read as a CSV table: ${told} Give a file of one of these kinds.`,
    );
  }
}

const TOLD: Readonly<Record<string, string>> = {
  CSV_MAX_RECORD_SIZE: `a row has more than ${String(LIMITS.rowCharacters)} characters.`,
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed.',
  INVALID_OPENING_QUOTE: 'a quote stands in the middle of a cell that does not begin with one.',
  CSV_INVALID_CLOSING_QUOTE: 'something stands between a closing quote and the delimiter.',
};

/** What a person knows the file by. */
async function startOf(file: InputFile): Promise<string> {
  for await (const text of file.text()) return text.trimStart().slice(0, 40);
  return '';
}

const DELIMITERS = [',', ';', '\t', '|'];

/** The sign that stands most often in the first line, outside of quotes. */
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
      `has more than ${String(LIMITS.columns)} columns in its first row; so many are read at most.`,
    );
  }
  return best?.sign ?? ',';
}
