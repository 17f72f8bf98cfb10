import { basename } from 'node:path';
import { slugOf } from '../../domain/slug.js';
import { closest } from '../../domain/closest.js';
import type { Importer } from '../importer.js';
import type { InputFile } from '../input-file.js';
import type { Intake } from '../intake.js';
import { atRow, FileError, type Placed, type Report } from '../report.js';
import { findHeadings, warnOfRowsAbove, type UnderHeadings } from '../headings.js';
import {
  cellAt,
  decimalsAt,
  warnOfFormulas,
  warnOfHidden,
  warnOfThousands,
  warnOfUnnamed,
  widthFault,
  type Sheet,
  type SheetRow,
} from '../sheet.js';
import { readSheets } from '../sheets.js';
import { amount, Refusal, type Column } from './columns.js';
import { STAND_IN_CURRENCY, storeGrants } from './grants.js';
import { storeInitiatives } from './initiatives.js';
import { storeOrganizations } from './organizations.js';
import { Parents } from '../parents.js';
import { storeProgrammes } from './programmes.js';
import { GrantRows, RowsBefore } from './repeated.js';
import {
  columnsOf,
  foldHeading,
  headingFit,
  TABLE_NAMES,
  tableOf,
  type AnyRecord,
  type TableName,
  type TableRecord,
} from './tables.js';
import { isTemplateSheet } from './template.js';
import { storeMemberships, storePartnerships } from './ties.js';
import { Transactions } from './transactions.js';

/** Plain tables of organizations, their ties, initiatives, programmes, grants and transactions. */
export class Table implements Importer<AnyRecord> {
  readonly kinds = ['CSV', 'XLSX'] as const;
  readonly #parents = new Parents();
  readonly #grants = new GrantRows();
  readonly #transactions = new Transactions();

  describe(file: InputFile) {
    const title = basename(file.name).replace(/\.\w+$/, '');
    return { slug: `table-${slugOf(title) || 'data'}`, title };
  }

  isHeadings(cells: readonly string[], sheet: string | null): boolean {
    return headingFit(sheet, cells) === 1;
  }

  /** One pass over the sheets for each table, referenced tables first. */
  async *read(file: InputFile, report: Report): AsyncGenerator<Placed<AnyRecord>> {
    const found = new Set<TableName>();
    const before = new RowsBefore();
    for (const wanted of TABLE_NAMES) {
      for await (const sheet of readSheets(file)) {
        const opened = await openSheet(sheet);
        if (opened?.table !== wanted) continue;
        found.add(wanted);
        for await (const record of recordsOf(opened, sheet, file, report)) {
          if (!before.isRepeated(record, report)) yield record;
        }
      }
    }
    if (found.size === 0) {
      const needed = TABLE_NAMES.map(
        (name) =>
          `${name} (${columnsOf(name)
            .flatMap(([, { heading, isRequired }]) => (isRequired ? [heading] : []))
            .join(', ')})`,
      );
      throw new FileError(
        file.name,
        `does not have the required headings of any table. The tables are ${needed.join('; ')}. For an empty file, run: scan-graph template table.`,
      );
    }
    for await (const sheet of readSheets(file)) {
      const opened = await openSheet(sheet);
      if (opened?.table === null && !isTemplateSheet(sheet.name))
        report.notTaken(`sheet ${String(sheet.name)}`);
    }
  }

  async store(batch: readonly Placed<AnyRecord>[], intake: Intake): Promise<void> {
    await storeOrganizations(of(batch, 'Organizations'), intake);
    await storeMemberships(of(batch, 'Memberships'), intake);
    await storePartnerships(of(batch, 'Partnerships'), intake);
    await storeInitiatives(of(batch, 'Initiatives'), intake);
    await storeProgrammes(of(batch, 'Programmes'), intake);
    await storeGrants(of(batch, 'Grants'), { parents: this.#parents, rows: this.#grants }, intake);
    await this.#transactions.store(of(batch, 'Transactions'), intake);
  }

  async finish(intake: Intake): Promise<void> {
    await this.#parents.finish(intake);
    await this.#transactions.finish(intake);
  }
}

function of<Name extends TableName>(
  batch: readonly Placed<AnyRecord>[],
  table: Name,
): readonly Placed<TableRecord<Name>>[] {
  return batch.flatMap(({ value, ...placed }) =>
    value.table === table ? [{ ...placed, value: value.record as TableRecord<Name> }] : [],
  );
}

interface OpenedSheet extends UnderHeadings {
  readonly table: TableName | null;
}

/** Opens a sheet and finds its headings; null if it is empty. */
async function openSheet(sheet: Sheet): Promise<OpenedSheet | null> {
  const found = await findHeadings(sheet, ({ cells }) => headingFit(sheet.name, cells));
  return found === null ? null : { ...found, table: tableOf(sheet.name, found.headings.cells) };
}

async function* recordsOf(
  opened: OpenedSheet,
  sheet: Sheet,
  file: InputFile,
  report: Report,
): AsyncGenerator<Placed<AnyRecord>> {
  const { table, headings, rows } = opened;
  if (table === null) return;
  warnOfHidden(sheet, report);
  warnOfRowsAbove(opened, sheet.name, report);
  report.headingsAt(atRow(headings.number, sheet.name), headings.cells);
  const columns = placedColumns(table, headings, sheet, file, report);
  const headingAt = (index: number) =>
    columns.find((column) => column.index === index)?.column.heading ?? null;
  for (let next = await rows.next(); next.done !== true; next = await rows.next()) {
    const row = next.value;
    const place = atRow(row.number, sheet.name);
    const ragged = widthFault(row, headings);
    if (ragged !== null) {
      report.fault(place, '', row.cells.join(sheet.decimals === 'COMMA' ? ';' : ','), ragged);
      continue;
    }
    warnOfFormulas(row, headingAt, place, report);
    warnOfUnnamed(row, headings.cells, place, report);
    const { record, isFaulty } = recordOf(row, columns, sheet, STAND_INS[table] ?? {}, report);
    if (record === null) continue;
    yield { value: { table, record } as AnyRecord, place, ...(isFaulty ? { isFaulty } : {}) };
  }
}

interface PlacedColumn {
  readonly property: string;
  readonly column: Column;
  /** Negative if the sheet does not have the column. */
  readonly index: number;
}

function placedColumns(
  table: TableName,
  { cells, number }: SheetRow,
  sheet: Sheet,
  file: InputFile,
  report: Report,
): readonly PlacedColumn[] {
  const headings = cells.map(foldHeading);
  const columns = columnsOf(table).map(([property, column]) => ({
    property,
    column,
    index: headings.indexOf(foldHeading(column.heading)),
  }));
  const missing = columns.filter(({ column, index }) => column.isRequired && index < 0);
  if (missing.length > 0) {
    throw new FileError(
      file.name,
      `has no heading ${missing.map(({ column }) => `'${column.heading}'${meantFor(column.heading, cells)}`).join(', ')}${sheet.name === null ? '' : ` in the sheet '${sheet.name}'`}.`,
    );
  }
  if (table === 'Grants' && columns.every(({ column, index }) => index < 0 || !isAmount(column))) {
    const sums = columns
      .filter(({ column }) => isAmount(column))
      .map(({ column }) => column.heading);
    report.warn(
      atRow(number, sheet.name),
      '',
      null,
      `has no amounts of grants: no heading is one of ${sums.join(', ')}`,
    );
  }
  const taken = new Set(columns.map(({ index }) => index));
  for (const [index, heading] of cells.entries()) {
    if (heading.trim() === '' || taken.has(index)) continue;
    const place = atRow(number, sheet.name);
    if (headings.indexOf(foldHeading(heading)) === index) {
      report.notTaken(heading.trim());
      const meant = closest(
        foldHeading(heading),
        columns.filter((column) => column.index < 0).map(({ column }) => column.heading),
      );
      if (meant !== null) {
        report.warn(
          place,
          heading.trim(),
          null,
          `is not a heading of ${table}; did you mean '${meant}'?`,
        );
      }
    } else report.warn(place, heading, null, 'is a duplicate heading; the first column is used');
  }
  return columns;
}

const isAmount = ({ form }: Column) => form === amount.form;

/** The heading in the file that can be meant, as a remark. */
function meantFor(wanted: string, cells: readonly string[]): string {
  const meant = closest(wanted, cells.map((cell) => cell.trim()).filter(Boolean));
  return meant === null ? '' : ` (is it '${meant}'?)`;
}

/** Columns whose values mean nothing without a valid value of another column. */
const DEPENDENT: Readonly<Record<string, readonly string[]>> = {
  awarded: ['shares'],
  recipients: ['shares'],
  sectors: ['percentages'],
};

/** What stands for an invalid value of a required column, so that the others are checked too. */
const STAND_INS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Grants: { title: '?', currency: STAND_IN_CURRENCY },
};

/**
 * Reads the record in a row and reports its faults. A record with faults has no value there, so that its references are
 * checked too; null if it has none of a required column, and nothing stands for it.
 */
function recordOf(
  { number, cells, refused, numbers }: SheetRow,
  columns: readonly PlacedColumn[],
  sheet: Sheet,
  standIns: Readonly<Record<string, string>>,
  report: Report,
): { readonly record: Record<string, unknown> | null; readonly isFaulty: boolean } {
  const record: Record<string, unknown> = {};
  const faulty: PlacedColumn[] = [];
  for (const placed of columns) {
    const { property, column, index } = placed;
    const whole = cellAt({ cells }, index);
    const text = whole.replace(/\s+/gu, ' ');
    const reason = refused?.get(index);
    let value: unknown = null;
    if (reason !== undefined) value = new Refusal(reason);
    else if (text !== '')
      value = column.read(
        column.form === 'a text' ? whole : text,
        decimalsAt({ numbers }, index, sheet),
      );
    else if (column.isRequired) value = new Refusal('is missing');
    if (isAmount(column)) {
      const place = atRow(number, sheet.name);
      warnOfThousands(text, sheet, { numbers }, place, column.heading, report);
    }
    if (value instanceof Refusal) {
      faulty.push(placed);
      record[property] = standIns[property] ?? null;
      report.fault(atRow(number, sheet.name), column.heading, whole || null, value.reason);
    } else record[property] = value;
  }
  for (const { property } of faulty) {
    for (const other of DEPENDENT[property] ?? []) record[other] = null;
  }
  const isUnusable = faulty.some(
    ({ property, column }) => column.isRequired && standIns[property] === undefined,
  );
  return { record: isUnusable ? null : record, isFaulty: faulty.length > 0 };
}
