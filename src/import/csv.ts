import { CsvError, parse } from 'csv-parse';
import { Readable } from 'node:stream';
import type { InputFile } from './input-file.js';
import { LIMITS } from './limits.js';
import { FileError } from './report.js';
import type { Sheet, SheetRow } from './sheets.js';

/** A CSV file as the one sheet that it is. Its delimiter is told by its first line. */
export function readCsv(file: InputFile): readonly Sheet[] {
  return [{ name: null, rows: rowsOf(file) }];
}

async function* rowsOf(file: InputFile): AsyncGenerator<SheetRow> {
  const delimiter = await delimiterOf(file);
  const parser = Readable.from(file.text()).pipe(
    parse({
      delimiter,
      relax_column_count: true,
      max_record_size: LIMITS.rowCharacters,
      info: true,
    }),
  );
  let before = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      // A text may hold line breaks: a row stands where it begins.
      const number = before + 1;
      before = info.lines;
      if (record.length > LIMITS.columns) {
        throw new FileError(
          file.name,
          `has ${String(record.length)} columns in row ${String(number)}; at most ${String(LIMITS.columns)} are read.`,
        );
      }
      if (record.some((cell) => cell !== '')) yield { number, cells: record, refused: null };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const told = TOLD[error.code] ?? `${error.message}.`;
    throw new FileError(file.name, `is no sound CSV after line ${String(before)}: ${told}`);
  } finally {
    parser.destroy();
  }
}

const TOLD: Readonly<Record<string, string>> = {
  CSV_MAX_RECORD_SIZE: `a row has more than ${String(LIMITS.rowCharacters)} characters.`,
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed.',
  INVALID_OPENING_QUOTE: 'a quote stands in the middle of a cell that does not begin with one.',
  CSV_INVALID_CLOSING_QUOTE: 'something stands between a closing quote and the delimiter.',
};

const DELIMITERS = [',', ';', '\t', '|'];

/** The sign that stands most often in the first line, outside of quotes. */
async function delimiterOf(file: InputFile): Promise<string> {
  let start = '';
  for await (const text of file.text()) {
    start += text;
    if (start.length > 100_000 || /\S.*[\r\n]/.test(start)) break;
  }
  const line = /^\s*(.*)/.exec(start.replace(/"[^"]*"/g, ''))?.[1] ?? '';
  const [best] = DELIMITERS.map((sign) => ({ sign, count: line.split(sign).length })).sort(
    (a, b) => b.count - a.count,
  );
  return best?.sign ?? ',';
}
