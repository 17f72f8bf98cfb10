import type { Decimals } from '../../domain/decimal.js';
import { slugOf } from '../../domain/slug.js';
import type { Activity } from './activity.js';
import {
  activitiesOf,
  columnsOf,
  countryOf,
  HEADINGS,
  notTakenIn,
  readSheetRow,
  typeIn,
  type Columns,
  type SheetTransaction,
} from './country-sheet.js';
import { ActivitySectors } from './activity-sectors.js';
import { storeActivities } from './store-activities.js';
import type { DataSetDescription, Importer } from '../importer.js';
import type { InputFile } from '../input-file.js';
import type { Intake } from '../intake.js';
import { ownCopy } from '../own-copy.js';
import { atRow, FileError, type Placed, type Report } from '../report.js';
import { findHeadings, warnOfRowsAbove } from '../headings.js';
import {
  cellAt,
  decimalsAt,
  warnOfFormulas,
  warnOfThousands,
  widthFault,
  type SheetRow,
} from '../sheet.js';
import { readSheets } from '../sheets.js';

/**
 * The Country Development Finance Data of IATI: one sheet for each country. Each row is the share of a
 * transaction that goes to the country and to one sector, in US dollars. IATI publishes the rows of an
 * activity together, so only one activity is held in memory.
 */
export class IatiCountrySheetImporter implements Importer<SheetTransaction> {
  readonly kinds = ['XLSX', 'CSV'] as const;
  readonly #sectors = new ActivitySectors();
  /** The rows of the last activity, which may continue in the next batch. */
  #pending: readonly Placed<SheetTransaction>[] = [];

  async describe(file: InputFile): Promise<DataSetDescription> {
    const first = await rowsOf(file).next();
    const { code, name } = first.done === true ? { code: '', name: '' } : countryOf(first.value);
    return {
      slug: ['iati-country-development-finance', slugOf(code)].filter(Boolean).join('-'),
      title: ['Country Development Finance Data', name].filter(Boolean).join(': '),
      url: 'https://countrydata.iatistandard.org',
      publisher: 'International Aid Transparency Initiative',
    };
  }

  isHeadings(cells: readonly string[]): boolean {
    return columnsOf({ cells }).missing.length === 0;
  }

  async *read(file: InputFile, report: Report): AsyncGenerator<Placed<SheetTransaction>> {
    const identifiers = new Set<string>();
    let current = '';
    let isTitled = false;
    let isFirst = true;
    for await (const { row, columns, headings, sheet, decimals } of rowsOf(file, report)) {
      const place = atRow(row.number, sheet);
      // A budget among transactions is a fault of its row.
      if (isFirst && /^budget/i.test(typeIn({ row, columns }))) {
        throw new FileError(
          file.name,
          'is a sheet of budgets; only sheets of transactions of the Country Development Finance Data are imported.',
        );
      }
      isFirst = false;
      const ragged = widthFault(row, headings);
      if (ragged !== null) {
        report.fault(place, '', row.cells.join(), ragged);
        continue;
      }
      warnOfFormulas(row, (column) => columns.headingAt(column), place, report);
      const at = columns.indexes.get('value') ?? -1;
      const amounts = decimalsAt(row, at, { decimals });
      warnOfThousands(cellAt(row, at), { decimals }, row, place, HEADINGS.value, report);
      const value = readSheetRow({ row, columns, place, decimals: amounts }, report);
      for (const heading of notTakenIn(row, columns)) report.notTaken(heading);
      if (value === null) continue;
      if (value.identifier !== current && identifiers.has(value.identifier)) {
        report.fault(
          place,
          HEADINGS.identifier,
          value.identifier,
          'the rows of this activity are not together; sort the sheet by this column',
        );
        continue;
      }
      if (value.identifier !== current) isTitled = false;
      current = value.identifier;
      identifiers.add(ownCopy(current));
      // The rows of an activity are held together; the first title is used.
      yield { value: isTitled ? { ...value, title: '' } : value, place };
      isTitled ||= value.title !== '';
    }
  }

  async store(batch: readonly Placed<SheetTransaction>[], intake: Intake): Promise<void> {
    const rows = [...this.#pending, ...batch];
    const last = rows.at(-1)?.value.identifier;
    const end = rows.findIndex(({ value }) => value.identifier === last);
    this.#pending = rows.slice(end);
    await this.#storeWhole(rows.slice(0, end), intake);
  }

  async finish(intake: Intake): Promise<void> {
    await this.#storeWhole(this.#pending, intake);
    this.#pending = [];
  }

  async #storeWhole(rows: readonly Placed<SheetTransaction>[], intake: Intake): Promise<void> {
    const byActivity = new Map<string, Placed<SheetTransaction>[]>();
    for (const row of rows) {
      const { identifier } = row.value;
      const others = byActivity.get(identifier);
      if (others === undefined) byActivity.set(identifier, [row]);
      else others.push(row);
    }
    const activities: readonly Activity[] = [...byActivity.values()].flatMap(activitiesOf);
    await storeActivities(intake, activities, this.#sectors);
  }
}

interface PlacedRow {
  readonly row: SheetRow;
  readonly columns: Columns;
  readonly headings: SheetRow;
  readonly sheet: string | null;
  readonly decimals: Decimals;
}

/** The rows below the headings of the first sheet. */
async function* rowsOf(file: InputFile, report: Report | null = null): AsyncGenerator<PlacedRow> {
  for await (const { name, rows, decimals } of readSheets(file)) {
    const all = Object.keys(HEADINGS).length;
    const found = await findHeadings({ rows }, (row) => 1 - columnsOf(row).missing.length / all);
    if (found === null) return;
    const columns = columnsOf(found.headings);
    if (columns.missing.length > 0) {
      throw new FileError(
        file.name,
        `is not a Country Development Finance sheet: it has no heading ${columns.missing.map((heading) => `'${heading}'`).join(', ')}.`,
      );
    }
    if (report !== null) {
      warnOfRowsAbove(found, name, report);
      report.headingsAt(atRow(found.headings.number, name), found.headings.cells);
    }
    const { headings } = found;
    for (let next = await found.rows.next(); next.done !== true; next = await found.rows.next()) {
      yield { row: next.value, columns, headings, sheet: name, decimals };
    }
    return;
  }
}
