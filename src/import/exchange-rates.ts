import { ExchangeRate } from '../../entities/funding/exchange-rate.entity.js';
import { decimalOf, plainDecimal } from '../domain/decimal.js';
import { type Id, idOfKey } from '../domain/ids.js';
import { isPartialDate } from '../domain/partial-date.js';
import type { Importer } from './importer.js';
import type { InputFile } from './input-file.js';
import type { Intake } from './intake.js';
import { atRow, FileError, type Placed, type Report } from './report.js';
import { findHeadings, warnOfRowsAbove } from './headings.js';
import {
  cellAt,
  decimalsAt,
  warnOfFormulas,
  widthFault,
  type Sheet,
  type SheetRow,
} from './sheet.js';
import { readSheets } from './sheets.js';
import { isCurrencyCode } from '../../entities/shared/standards.scalar.js';

/** The rates of one month. */
interface Month {
  readonly month: string;
  readonly rates: readonly { readonly currency: string; readonly perUsd: string }[];
}

/**
 * Monthly rates: the first column `DATE` is the month (`2015-12`); each other column is a currency, in
 * units for one US dollar. An empty cell means that there is no rate, not a rate of 0.
 */
export class ExchangeRates implements Importer<Month> {
  readonly kinds = ['CSV', 'XLSX'] as const;

  describe() {
    return {
      slug: 'exchange-rates',
      title: 'Exchange rates: units for one US dollar, monthly averages',
    };
  }

  isHeadings([first, ...others]: readonly string[]): boolean {
    return (
      first?.trim().toUpperCase() === 'DATE' && others.some((cell) => isCurrencyCode(cell.trim()))
    );
  }

  async *read(file: InputFile, report: Report): AsyncGenerator<Placed<Month>> {
    for await (const sheet of readSheets(file)) {
      const found = await findHeadings(sheet, (row) =>
        cellAt(row, 0).toUpperCase() === 'DATE' ? 1 : 0,
      );
      if (found === null) return;
      warnOfRowsAbove(found, sheet.name, report);
      report.headingsAt(atRow(found.headings.number, sheet.name), found.headings.cells);
      const currencies = headings(found.headings, sheet.name, file.name, report);
      const months = new Map<string, number>();
      for (let next = await found.rows.next(); next.done !== true; next = await found.rows.next()) {
        const row = next.value;
        const place = atRow(row.number, sheet.name);
        const ragged = widthFault(row, found.headings);
        // A published file of rates has new currencies at the end, and shorter rows before they began.
        if (ragged !== null && (row.width ?? 0) > (found.headings.width ?? 0)) {
          report.fault(place, '', row.cells.join().slice(0, 200), ragged);
          continue;
        }
        if (ragged !== null) report.warn(place, '', null, ragged);
        warnOfFormulas(row, (column) => currencies[column] || null, place, report);
        const month = cellAt(row, 0);
        if (!isPartialDate(month) || month.length !== 7) {
          report.fault(place, 'DATE', month, 'must be a month, such as 2015-12');
          continue;
        }
        const before = months.get(month);
        if (before !== undefined) {
          report.fault(place, 'DATE', month, `is a duplicate of row ${String(before)}`);
          continue;
        }
        months.set(month, row.number);
        const rates = ratesOf(row, currencies, sheet, place, report);
        if (rates !== null) yield { value: { month, rates }, place };
      }
      return; // Only the first sheet has rates.
    }
  }

  /** A rate is identified by its currency and month, whichever data set it came from. */
  async store(batch: readonly Placed<Month>[], intake: Intake): Promise<void> {
    const stored = await intake.manager.query<StoredRate[]>(
      `SELECT r.currency || ':' || r.month AS key, r.id, trim_scale(r.per_usd)::text AS "perUsd", s.slug AS source
       FROM exchange_rate r JOIN source s ON s.id = r.source_id WHERE r.month = ANY($1::text[])`,
      [batch.map(({ value }) => value.month)],
    );
    const known = new Map(stored.map((rate) => [rate.key, rate]));
    await intake.store(
      ExchangeRate,
      batch.flatMap(({ value: { month, rates }, place }) =>
        rates.flatMap(({ currency, perUsd }) => {
          const key = `${currency}:${month}`;
          const rate = known.get(key);
          if (rate !== undefined && rate.source !== intake.dataSet) {
            // A rate that another data set states too stays where it is.
            if (rate.perUsd === withoutZeros(perUsd)) return [];
            const record = `rate ${currency} ${month} (${rate.perUsd})`;
            if (!intake.replaces(record, rate.source, place, currency, perUsd)) return [];
          }
          const id = rate?.id ?? idOfKey('ExchangeRate', key);
          return [{ id, currency, month, perUsd, ...intake.sourced(place) }];
        }),
      ),
    );
  }
}

interface StoredRate {
  readonly key: string;
  readonly id: Id<'ExchangeRate'>;
  readonly perUsd: string;
  readonly source: string;
}

const withoutZeros = (decimal: string) =>
  decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;

/** The currency of each column; empty for a column that is not a currency. */
function headings(
  { cells, number }: SheetRow,
  sheet: string | null,
  file: string,
  report: Report,
): readonly string[] {
  const others = cells.slice(1).map((cell) => cell.trim());
  if (!new ExchangeRates().isHeadings(cells)) {
    throw new FileError(
      file,
      `is not a table of exchange rates: its first row must have DATE and currencies, such as DATE,RSD,EUR.`,
    );
  }
  return ['', ...others].map((text, column) => {
    if (isCurrencyCode(text)) {
      if (others.indexOf(text) === column - 1) return text;
      report.fault(atRow(number, sheet), text, text, 'is a duplicate heading');
    } else if (text !== '') report.notTaken(text);
    return '';
  });
}

function ratesOf(
  { cells, refused, numbers }: SheetRow,
  currencies: readonly string[],
  sheet: Pick<Sheet, 'decimals'>,
  place: Placed<Month>['place'],
  report: Report,
): Month['rates'] | null {
  const rates: { currency: string; perUsd: string }[] = [];
  let isSound = true;
  for (const [column, currency] of currencies.entries()) {
    if (currency === '') continue;
    const text = cellAt({ cells }, column);
    const reason = refused?.get(column);
    if (text === '' && reason === undefined) continue;
    const decimals = decimalsAt({ numbers }, column, sheet);
    const perUsd = decimals === 'POINT' ? plainDecimal(text) : decimalOf(text, decimals);
    if (perUsd !== null && /[1-9]/.test(perUsd) && !perUsd.startsWith('-')) {
      rates.push({ currency, perUsd });
      continue;
    }
    isSound = false;
    report.fault(
      place,
      currency,
      text,
      reason ?? 'must be a number greater than 0, such as 111.2468',
    );
  }
  return isSound ? rates : null;
}
