import { PlainError } from '../errors.js';

/** Where something stands in a file: a row of a sheet, or a pointer (JSON pointer, XPath). */
export interface Place {
  readonly sheet: string | null;
  /** As the program shows it that the table was made with: the first is 1. */
  readonly row: number | null;
  readonly pointer: string | null;
}

export const atRow = (row: number | null, sheet: string | null = null): Place => ({
  sheet,
  row,
  pointer: null,
});
export const atPointer = (pointer: string): Place => ({ sheet: null, row: null, pointer });
export const NOWHERE: Place = { sheet: null, row: null, pointer: null };

/** The place as one text, as it is stored in `sourcePointer`: `grants!5`, `row 5`, `/grants/3`. */
export function placeText({ sheet, row, pointer }: Place): string | null {
  if (pointer !== null) return pointer;
  if (row === null) return sheet;
  return sheet === null ? `row ${String(row)}` : `${sheet}!${String(row)}`;
}

/** A record with where it stands. */
export interface Placed<Value> {
  readonly value: Value;
  readonly place: Place;
  /** How many records' worth it is, where one can hold many; 1 if it is not told. */
  readonly size?: number;
}

/** What is wrong with a file, and where. */
export interface Fault extends Place {
  readonly file: string;
  /** The heading or property; empty for the record itself. */
  readonly field: string;
  readonly value: string | null;
  readonly reason: string;
}

/** How much of a value a report repeats. */
const SHOWN_CHARACTERS = 200;

/** What a run finds out about a file: all of it is counted, the first of each is kept. */
export class Report {
  readonly file: string;
  readonly #kept: number;
  readonly faults: Fault[] = [];
  readonly warnings: Fault[] = [];
  /** Fields that this program has no place for, with how many records had something there. */
  readonly #notTaken = new Map<string, number>();
  faultCount = 0;
  faultyRecords = 0;
  warningCount = 0;
  /** Records that say what is known here already, from the very source that they name. */
  copies = 0;
  #lastFaulty: string | null = null;

  constructor(file: string, kept: number) {
    this.file = file;
    this.#kept = kept;
  }

  /** A record with a fault is not stored; who tells of the fault leaves the record out. */
  fault(place: Place, field: string, value: unknown, reason: string): void {
    this.faultCount += 1;
    const record = placeText(place);
    if (record === null || record !== this.#lastFaulty) this.faultyRecords += 1;
    this.#lastFaulty = record;
    this.#keep(this.faults, place, field, value, reason);
  }

  /** What has been taken otherwise than it stands there. */
  warn(place: Place, field: string, value: unknown, reason: string): void {
    this.warningCount += 1;
    this.#keep(this.warnings, place, field, value, reason);
  }

  /** A field that nothing is done with: nothing is lost without a word. */
  notTaken(field: string, records = 1): void {
    // A hostile file has a field of its own in every record.
    if (!this.#notTaken.has(field) && this.#notTaken.size >= 1000) return;
    this.#notTaken.set(field, (this.#notTaken.get(field) ?? 0) + records);
  }

  get fieldsNotTaken(): readonly { readonly field: string; readonly records: number }[] {
    return [...this.#notTaken].map(([field, records]) => ({ field, records }));
  }

  #keep(list: Fault[], place: Place, field: string, value: unknown, reason: string): void {
    if (list.length >= this.#kept) return;
    list.push({ file: this.file, ...place, field, value: shown(value), reason });
  }
}

function shown(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}

/** One line for one fault or warning. */
export function faultLine({ file, field, value, reason, ...place }: Fault): string {
  const where = placeText(place);
  return `  ${file}${where === null ? '' : ` ${where}`}${field === '' ? '' : ` '${field}'`}${value === null ? '' : ` = ${JSON.stringify(value)}`}: ${reason}`;
}

/** A file that cannot be read any further, whatever its records are. */
export class FileError extends PlainError {
  constructor(file: string, what: string) {
    super(`${file} ${what} Nothing was stored.`);
  }
}
