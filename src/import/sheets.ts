import { readCsv } from './csv.js';
import type { InputFile } from './input-file.js';
import type { Sheet } from './sheet.js';
import { readXlsx } from './xlsx.js';

/** The sheets of a CSV or XLSX file in order. Read each one before you ask for the next. */
export function readSheets(file: InputFile): AsyncIterable<Sheet> {
  if (file.kind !== 'XLSX') return readCsv(file);
  return file.parsed?.sheets() ?? readXlsx(file);
}
