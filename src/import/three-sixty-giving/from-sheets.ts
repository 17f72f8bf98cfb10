import { decimalOf, type Decimals } from '../../domain/decimal.js';
import { charactersOf } from '../characters.js';
import type { InputFile } from '../input-file.js';
import { NumberText, type Json, type JsonObject } from '../json.js';
import { LIMITS } from '../limits.js';
import { ownCopy } from '../own-copy.js';
import { atRow, FileError, placeText, type Place, type Placed, type Report } from '../report.js';
import {
  cellAt,
  decimalsAt,
  warnOfFormulas,
  warnOfHidden,
  warnOfThousands,
  warnOfUnnamed,
  widthFault,
  type SheetRow,
} from '../sheet.js';
import { headingAt, meantBy, propertyOf, targetOf, type Target } from './headings.js';
import { mergeRow, type Leaf, type Merged } from './merge-rows.js';
import { emptyObject, type GrantRecord, type PackageHead } from './record.js';
import { PACKAGE_FIELDS } from './schema.js';
import { readTables, type Table } from './tables.js';
import { isPersonal, isTaken } from './taken.js';
import { itemAt } from '../../domain/present.js';

const isIdentifier = (heading: string) => targetOf(heading)?.path.join() === 'id';

/** Whether these are headings of grants: every grant has an identifier and a funder. */
export const isHeadings = (cells: readonly string[]): boolean =>
  cells.some(isIdentifier) &&
  cells.some((cell) => targetOf(cell)?.path[0] === 'fundingOrganization');

/** The tables of the file, each under the first row with a heading for the identifier. */
const tablesOf = (file: InputFile, report: Report | null) =>
  // The first row of the sheet `Meta` is a key with its value.
  readTables(file, report, (cells, sheet) => isMeta(sheet) || cells.some(isIdentifier));

const isMeta = (name: string | null) => name?.trim().toLowerCase() === 'meta';

/** The package from the sheet `Meta` (a key and a value in each row), with its first grant. */
export async function headOfSheets(file: InputFile): Promise<PackageHead> {
  const meta = emptyObject();
  let first: JsonObject | null = null;
  for await (const table of tablesOf(file, null)) {
    if (isMeta(table.name)) {
      takeMeta(meta, table.headings);
      for await (const { cells } of table.rows) takeMeta(meta, cells);
    } else if (first === null && idColumn(table) >= 0) {
      const columns = columnsOf(table, null);
      for await (const row of table.rows) {
        first = mergeRow(null, leavesOf(row, columns, table, file, null), () => undefined).grant;
        break;
      }
    }
  }
  return { meta, first };
}

function takeMeta(meta: Record<string, Json>, [key = '', value = '']: readonly string[]): void {
  const target = targetOf(key, PACKAGE_FIELDS);
  const text = value.trim();
  if (target === null || text === '') return;
  let within = meta;
  const names = target.path.filter((step) => typeof step === 'string');
  for (const name of names.slice(0, -1)) {
    within = (within[name] ??= emptyObject()) as Record<string, Json>;
  }
  const name = itemAt(names, names.length - 1);
  within[name] = target.field.isList ? [text] : text;
}

/**
 * The grants of all sheets. A grant in one row is yielded at once; a grant in several rows, of one or
 * more sheets, is held until everything is read.
 */
export async function* grantsOfSheets(
  file: InputFile,
  report: Report,
): AsyncGenerator<Placed<GrantRecord>> {
  const repeated = await repeatedIds(file);
  const held = new Map<string, Merged>();
  const faulty = new Set<string>();
  let heldRows = 0;
  let heldCharacters = 0;
  for await (const table of tablesOf(file, report)) {
    if (isMeta(table.name)) continue;
    const identifier = idColumn(table);
    if (identifier < 0) {
      report.notTaken(`sheet ${String(table.name)}`);
      continue;
    }
    warnOfHidden(table, report);
    const columns = columnsOf(table, report);
    for await (const row of table.rows) {
      const place = atRow(row.number, table.name);
      const id = cellAt(row, identifier);
      if (id === '') {
        report.fault(place, itemAt(table.headings, identifier), null, 'is missing');
        continue;
      }
      const ragged = widthFault(row, table.headingRow);
      if (ragged !== null) {
        faulty.add(id);
        report.fault(place, '', row.cells.join(table.decimals === 'COMMA' ? ';' : ','), ragged);
        continue;
      }
      warnOfFormulas(row, (index) => headingOf(columns, index), place, report);
      warnOfUnnamed(row, table.headingRow.cells, place, report);
      if (hasRefused(row, columns, place, report)) {
        faulty.add(id);
        continue;
      }
      countNotTaken(row, columns, report);
      const leaves = leavesOf(row, columns, table, file, report);
      if (!repeated.has(id)) {
        yield recordOf(mergeRow(null, leaves, () => undefined));
        continue;
      }
      heldRows += 1;
      heldCharacters += charactersOf(row.cells);
      if (heldRows > LIMITS.heldRows || heldCharacters > LIMITS.heldCharacters) {
        throw new FileError(
          file.name,
          `has more than ${String(LIMITS.heldRows)} rows, or ${String(LIMITS.heldCharacters)} characters, of grants that use several rows. Split it, or import it as JSON.`,
        );
      }
      const merged = mergeRow(held.get(id) ?? null, leaves, ({ heading, value }, other) => {
        faulty.add(id);
        const text = value instanceof NumberText ? value.text : value;
        const reported = isPersonal(heading) ? null : text;
        report.fault(
          place,
          heading,
          reported,
          `is different in ${String(placeText(other.place))} for the same grant`,
        );
      });
      held.set(id, merged);
    }
  }
  for (const [id, merged] of held) {
    if (!faulty.has(id)) yield recordOf(merged);
  }
}

function recordOf({ grant, origins, place }: Merged): Placed<GrantRecord> {
  return {
    value: {
      grant,
      place,
      fieldAt: (pointer) => {
        const origin = origins.get(pointer);
        return origin === undefined
          ? { place, field: headingAt(pointer) }
          : { place: origin.place, field: origin.heading };
      },
    },
    place,
  };
}

/** The identifiers that are in more than one row. */
async function repeatedIds(file: InputFile): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  let hasIdentifiers = false;
  for await (const table of tablesOf(file, null)) {
    const identifier = idColumn(table);
    if (isMeta(table.name) || identifier < 0) continue;
    hasIdentifiers = true;
    for await (const row of table.rows) {
      const id = cellAt(row, identifier);
      if (seen.has(id)) repeated.add(id);
      seen.add(ownCopy(id));
    }
  }
  if (!hasIdentifiers) {
    throw new FileError(
      file.name,
      `is not a table of 360Giving grants: it has no heading 'Identifier'.`,
    );
  }
  return repeated;
}

interface Column {
  readonly index: number;
  readonly heading: string;
  /** Null for a column that is not in the standard. */
  readonly target: Target | null;
}

/** The heading of a column that is stored. */
function headingOf(columns: readonly Column[], at: number): string | null {
  const column = columns.find(({ index }) => index === at);
  return column?.target != null && isTaken(propertyOf(column.target.path)) ? column.heading : null;
}

function idColumn({ headings }: Table): number {
  return headings.findIndex(isIdentifier);
}

function columnsOf(
  { headings, headingRow, name }: Table,
  report: Report | null,
): readonly Column[] {
  const seen = new Set<string>();
  return headings.flatMap((heading, index) => {
    if (heading === '') return [];
    const target = targetOf(heading);
    const key = target?.path.join('/') ?? heading;
    const warn = (reason: string) =>
      report?.warn(atRow(headingRow.number, name), heading, null, reason);
    if (seen.has(key)) {
      warn('is a duplicate heading; the first column is used');
      return [];
    }
    seen.add(key);
    const meant = target === null && report !== null ? meantBy(heading, headings) : null;
    if (meant !== null) warn(`is not a heading of the standard; did you mean '${meant}'?`);
    return [{ index, heading, target }];
  });
}

function leavesOf(
  row: SheetRow,
  columns: readonly Column[],
  table: Table,
  { kind }: InputFile,
  report: Report | null,
): readonly Leaf[] {
  const place = atRow(row.number, table.name);
  return columns.flatMap(({ index, heading, target }) => {
    const text = cellAt(row, index);
    if (target === null || text === '') return [];
    const { path, field } = target;
    if (report !== null && field.isNumber && !isDegrees(target)) {
      warnOfThousands(text, table, row, place, heading, report);
    }
    const isTextList = field.isList && field.fields === null;
    // One cell can hold several values: `A;B`.
    const texts = isTextList ? text.split(';').map((each) => each.trim()) : [text];
    return texts.map((each, rank) => ({
      path: isTextList ? [...path.slice(0, -1), rank] : path,
      value: valueOf(each, target, decimalsFor(row, index, target, table), kind === 'XLSX'),
      heading,
      place,
    }));
  });
}

/** Converts the text to a JSON value. An invalid number stays a text, so that the schema reports it. */
function valueOf(text: string, { field }: Target, decimals: Decimals, isXlsx: boolean): Json {
  if (field.isNumber) {
    const number = decimalOf(text, decimals);
    return number === null ? text : new NumberText(number);
  }
  // A date in a workbook has neither a time zone nor, at midnight, a time; the standard requires them.
  if (field.isTime && isXlsx && /T\d{2}:\d{2}:\d{2}$/.test(text)) return `${text}Z`;
  return field.isTimeOnly && isXlsx && /^\d{4}-\d{2}-\d{2}$/.test(text)
    ? `${text}T00:00:00Z`
    : text;
}

/** How to read a number: coordinates in a text cannot be thousands, which would be out of range. */
function decimalsFor(row: SheetRow, index: number, target: Target, table: Table): Decimals {
  const decimals = decimalsAt(row, index, table);
  return isDegrees(target) && decimals === 'UNKNOWN' ? 'POINT' : decimals;
}

const isDegrees = ({ path }: Target) => path.at(-1) === 'latitude' || path.at(-1) === 'longitude';

function hasRefused(
  { refused }: SheetRow,
  columns: readonly Column[],
  place: Place,
  report: Report,
): boolean {
  if (refused === null) return false;
  let isRefused = false;
  for (const { index, heading, target } of columns) {
    const reason = refused.get(index);
    if (reason === undefined || target === null) continue;
    if (!isTaken(propertyOf(target.path))) {
      report.warn(place, heading, null, `${reason} The field is not taken.`);
      continue;
    }
    report.fault(place, heading, null, reason);
    isRefused = true;
  }
  return isRefused;
}

function countNotTaken(row: SheetRow, columns: readonly Column[], report: Report): void {
  for (const { index, heading, target } of columns) {
    if (target !== null && isTaken(propertyOf(target.path))) continue;
    if (cellAt(row, index) !== '') report.notTaken(heading);
  }
}
