import { UserError } from '../errors.js';

/** A place in a file: a row of a sheet, or a pointer (JSON pointer, XPath). */
export interface Place {
  readonly sheet: string | null;
  /** The row number that a spreadsheet program shows, from 1. */
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

/** The place as text, as stored in `sourcePointer`: `grants!5`, `row 5`, `/grants/3`. */
export function placeText({ sheet, row, pointer }: Place): string | null {
  if (pointer !== null) return pointer;
  if (row === null) return sheet;
  return sheet === null ? `row ${String(row)}` : `${sheet}!${String(row)}`;
}

/** A record with its place. */
export interface Placed<Value> {
  readonly value: Value;
  readonly place: Place;
  /** How many records it counts as in a batch; 1 by default. */
  readonly size?: number;
  /** Whether it has faults, which are reported. It is checked further, and never stays stored. */
  readonly isFaulty?: boolean;
}

/** A fault or warning, with its place. */
export interface Fault extends Place {
  readonly file: string;
  /** The heading or property; empty for the record as a whole. */
  readonly field: string;
  readonly value: string | null;
  readonly reason: string;
  /** What is particular to this place; faults with the same reason are one group. */
  readonly detail?: string;
}

type Finding = Omit<Fault, 'file' | 'detail'> & { readonly detail: string | undefined };

/** Faults or warnings with the same field and reason. */
export interface Group {
  readonly kind: 'FAULT' | 'WARNING';
  count: number;
  readonly first: Fault[];
}

/** Learns of every finding, however many a report lists. */
export interface Finder {
  found(kind: Group['kind'], fault: Fault): void;
  foundHeadings(place: Place, cells: readonly string[]): void;
}

/** The number of groups, and of places that are listed of each. */
const GROUPS = 1_000;
const GROUP_SHOWN = 5;

/** The number of records with faults that are known, so that one is counted once. */
const MAX_FAULTY = 100_000;

/** How much of a value a report shows. */
const SHOWN_CHARACTERS = 200;

/** The findings of a run: all are counted, and the first of each kind are kept. */
export class Report {
  readonly file: string;
  /** The maximum number of faults, warnings and changes that are listed. */
  readonly kept: number;
  readonly faults: Fault[] = [];
  readonly warnings: Fault[] = [];
  /** Fields that are not imported, with the number of records that have a value there. */
  readonly #notTaken = new Map<string, number>();
  /** How many faults and warnings of each field have the same reason. */
  readonly #groups = new Map<string, Group>();
  readonly #headingRows = new Map<string | null, number>();
  faultCount = 0;
  faultyRecords = 0;
  warningCount = 0;
  /** The number of records that are copies of stored ones from the source that they name. */
  copies = 0;
  readonly #faulty = new Set<string>();

  readonly #finder: Finder | null;

  constructor(file: string, kept: number, finder: Finder | null = null) {
    this.file = file;
    this.kept = kept;
    this.#finder = finder;
  }

  /** Reports a fault. The caller must leave the record out. */
  fault(place: Place, field: string, value: unknown, reason: string, detail?: string): void {
    this.faultCount += 1;
    const record = placeText(place);
    if (record === null || !this.#faulty.has(record)) this.faultyRecords += 1;
    if (record !== null && this.#faulty.size < MAX_FAULTY) this.#faulty.add(record);
    this.#keep('FAULT', { ...place, field, value: textOf(value), reason, detail });
  }

  /** Reports a value that was changed or left out. */
  warn(place: Place, field: string, value: unknown, reason: string, detail?: string): void {
    this.warningCount += 1;
    this.#keep('WARNING', { ...place, field, value: textOf(value), reason, detail });
  }

  /** Says where a sheet has its headings. */
  headingsAt(place: Place, cells: readonly string[]): void {
    if (place.row !== null) this.#headingRows.set(place.sheet, place.row);
    this.#finder?.foundHeadings(place, cells);
  }

  /** The row with the headings of a sheet; null if it has none. */
  headingRow(sheet: string | null): number | null {
    return this.#headingRows.get(sheet) ?? null;
  }

  /** The faults or warnings with the same field and reason, the first ones of each. */
  groupsOf(kind: Group['kind']): readonly Group[] {
    return [...this.#groups.values()].filter((group) => group.kind === kind);
  }

  #group(kind: Group['kind'], fault: Fault): void {
    const key = `${kind}\n${fault.field}\n${fault.reason}`;
    const group = this.#groups.get(key);
    if (group !== undefined) {
      group.count += 1;
      if (group.first.length < GROUP_SHOWN) group.first.push(fault);
    } else if (this.#groups.size < GROUPS) {
      this.#groups.set(key, { kind, count: 1, first: [fault] });
    }
  }

  /** Counts a field that is not imported, so that nothing is dropped silently. */
  notTaken(field: string, records = 1): void {
    // A malicious file could have a different field in every record.
    if (!this.#notTaken.has(field) && this.#notTaken.size >= 1000) return;
    this.#notTaken.set(field, (this.#notTaken.get(field) ?? 0) + records);
  }

  get fieldsNotTaken(): readonly { readonly field: string; readonly records: number }[] {
    return [...this.#notTaken].map(([field, records]) => ({ field, records }));
  }

  #keep(kind: Group['kind'], { detail, ...found }: Finding): void {
    const fault = { file: this.file, ...found, ...(detail === undefined ? {} : { detail }) };
    this.#finder?.found(kind, fault);
    this.#group(kind, fault);
    const list = kind === 'FAULT' ? this.faults : this.warnings;
    if (list.length < this.kept) list.push(fault);
  }
}

/** What is found while a file is read ahead: it is kept until its turn, so that the order is that of the file. */
export class HeldReport extends Report {
  readonly #report: Report;
  #held: (() => void)[] = [];

  constructor(report: Report) {
    super(report.file, 0);
    this.#report = report;
  }

  override fault(...of: Parameters<Report['fault']>): void {
    this.faultCount += 1;
    this.#held.push(() => {
      this.#report.fault(...of);
    });
  }

  override warn(...of: Parameters<Report['warn']>): void {
    this.#held.push(() => {
      this.#report.warn(...of);
    });
  }

  override notTaken(...of: Parameters<Report['notTaken']>): void {
    this.#held.push(() => {
      this.#report.notTaken(...of);
    });
  }

  override headingsAt(...of: Parameters<Report['headingsAt']>): void {
    this.#held.push(() => {
      this.#report.headingsAt(...of);
    });
  }

  /** Reports what was found since the last call when the returned function is called. */
  take(): () => void {
    const held = this.#held;
    this.#held = [];
    return () => {
      for (const say of held) say();
    };
  }
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}

/** Formats a fault or warning as one line. */
export function faultLine({ file, field, value, reason, detail, ...place }: Fault): string {
  const where = placeText(place);
  return `  ${file}${where === null ? '' : ` ${where}`}${field === '' ? '' : ` '${field}'`}${value === null ? '' : ` = ${JSON.stringify(value)}`}: ${reason}${detailText(detail)}`;
}

const detailText = (detail: string | undefined) => (detail === undefined ? '' : `: ${detail}`);

/** Formats a group as one line, with its first places. */
export function groupLine({ count, first }: Pick<Group, 'count' | 'first'>): string {
  const [one] = first;
  if (one === undefined) return '';
  if (count === 1) return faultLine(one);
  const places = first.map(
    ({ value, detail, ...place }) =>
      `${placeText(place) ?? ''}${value === null ? '' : ` = ${JSON.stringify(value)}`}${detailText(detail)}`,
  );
  const more = count > first.length ? ', …' : '';
  return `  ${one.file} ${String(count)} times${one.field === '' ? '' : ` '${one.field}'`}: ${one.reason} (${places.join(', ')}${more})`;
}

/** An error after which the file cannot be read any further. */
export class FileError extends UserError {
  constructor(file: string, what: string) {
    super(`${file} ${what} Nothing was stored.`);
  }
}
