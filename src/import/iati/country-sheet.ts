import { decimalOf, type Decimals } from '../../domain/decimal.js';
import { lengthFault, type TextKind } from '../../domain/text-limits.js';
import type { Findings } from './activity-element.js';
import type { Activity, ActivityTransaction, ActivitySector } from './activity.js';
import { distinct } from './activity.js';
import { COUNTRIES, TRANSACTION_KINDS } from './codelists.js';
import { partyOf, tidy, type Party } from './party.js';
import type { Place, Placed } from '../report.js';
import { cellAt, type SheetRow } from '../sheet.js';

/** The headings of the columns that are imported. */
export const HEADINGS = {
  identifier: 'IATI Identifier',
  title: 'Title',
  reporter: 'Reporting Organisation',
  reporterType: 'Reporting Organisation Type',
  provider: 'Provider Organisation',
  providerType: 'Provider Organisation Type',
  receiver: 'Receiver Organisation',
  receiverType: 'Receiver Organisation Type',
  transactionType: 'Transaction Type',
  country: 'Recipient Country',
  sectorCategory: 'Sector Category',
  sector: 'Sector',
  year: 'Calendar Year',
  quarter: 'Calendar Quarter',
  value: 'Value (USD)',
} as const;

type Heading = keyof typeof HEADINGS;

/** What the text in a column is; a name unless listed. */
const KINDS: Partial<Record<Heading, TextKind>> = { identifier: 'identifier', title: 'title' };

/** The positions of the headings, and the headings that are not imported. */
export interface Columns {
  readonly indexes: ReadonlyMap<Heading, number>;
  readonly missing: readonly string[];
  readonly others: readonly { readonly heading: string; readonly index: number }[];
  /** The heading of a column that is imported. */
  readonly headingAt: (column: number) => string | null;
}

export function columnsOf({ cells }: Pick<SheetRow, 'cells'>): Columns {
  const headings = cells.map((cell) => tidy(cell).toLowerCase());
  const known = Object.entries(HEADINGS) as [Heading, string][];
  const found = known.map(([key, heading]) => ({
    key,
    heading,
    index: headings.indexOf(heading.toLowerCase()),
  }));
  const taken = new Set(found.map(({ index }) => index));
  return {
    headingAt: (column) => found.find(({ index }) => index === column)?.heading ?? null,
    indexes: new Map(found.map(({ key, index }) => [key, index])),
    missing: found.filter(({ index }) => index < 0).map(({ heading }) => heading),
    others: cells.flatMap((cell, index) =>
      taken.has(index) || tidy(cell) === '' ? [] : [{ heading: tidy(cell), index }],
    ),
  };
}

/** The headings of the cells in a row that have a value but are not imported. */
export function notTakenIn(
  { cells }: Pick<SheetRow, 'cells'>,
  { others }: Columns,
): readonly string[] {
  return others
    .filter(({ index }) => tidy(cellAt({ cells }, index)) !== '')
    .map(({ heading }) => heading);
}

interface Row {
  readonly row: SheetRow;
  readonly columns: Columns;
}

/** A row: a share of a transaction, with details of its activity. */
export interface SheetTransaction {
  readonly identifier: string;
  readonly title: string;
  readonly reporter: Party;
  readonly country: { readonly code: string; readonly name: string };
  readonly transaction: ActivityTransaction;
}

/** The transaction type as written. */
export const typeIn = (row: Row): string => cellOf(row, 'transactionType');

/** Splits `RS - Serbia` into code and name. */
export function countryOf({ row, columns }: Row): { readonly code: string; readonly name: string } {
  return codeAndTitle(cellOf({ row, columns }, 'country'));
}

export function readSheetRow(
  { row, columns, place, decimals }: Row & { readonly place: Place; readonly decimals: Decimals },
  findings: Findings,
): SheetTransaction | null {
  const cell = (heading: Heading) => cellOf({ row, columns }, heading);
  const fault = (heading: Heading, reason: string) => {
    findings.fault(place, HEADINGS[heading], cell(heading) || null, reason);
    return null;
  };
  for (const [heading, index] of columns.indexes) {
    const reason = row.refused?.get(index);
    if (reason !== undefined) return fault(heading, reason);
    const tooLong = lengthFault(cell(heading), KINDS[heading] ?? 'name');
    if (tooLong !== null) return fault(heading, tooLong);
  }
  const identifier = cell('identifier');
  if (identifier === '') return fault('identifier', 'is missing; each row must name its activity');
  const [reporter] = partiesOf(cell('reporter'), cell('reporterType'));
  if (reporter === undefined)
    return fault('reporter', 'is missing; each row must name who reports it');
  const kind = TRANSACTION_KINDS.get(codeAndTitle(cell('transactionType')).code);
  if (kind === undefined) {
    return fault('transactionType', 'must be a TransactionType, such as `3 - Disbursement`');
  }
  const year = cell('year');
  if (!/^[12]\d{3}$/.test(year)) return fault('year', 'must be a year, such as 2015');
  const quarter = /^Q?([1-4])$/i.exec(cell('quarter'))?.[1];
  if (quarter === undefined && cell('quarter') !== '') {
    return fault('quarter', 'must be Q1, Q2, Q3 or Q4');
  }
  const value = decimalOf(cell('value'), decimals);
  if (value === null) return fault('value', 'must be a decimal number, such as 1250.50');
  const country = countryOf({ row, columns });
  if (country.code !== '' && !COUNTRIES.has(country.code)) {
    return fault('country', 'must be a country of ISO 3166-1, such as `RS - Serbia`');
  }
  const providers = partiesOf(cell('provider'), cell('providerType'));
  const receivers = partiesOf(cell('receiver'), cell('receiverType'));
  for (const [heading, parties] of [
    ['reporter', [reporter]],
    ['provider', providers],
    ['receiver', receivers],
  ] as const) {
    for (const { identifier: own } of parties) {
      const reason = own === null ? null : lengthFault(own.value, 'identifier');
      if (reason !== null) return fault(heading, reason);
    }
  }
  if (providers.length > 1) {
    findings.warn(
      place,
      HEADINGS.provider,
      cell('provider'),
      'names several organizations without their shares; the provider is left out',
    );
  }
  return {
    identifier,
    title: cell('title'),
    reporter,
    country,
    transaction: {
      place,
      kind,
      isSum: false,
      value,
      currency: 'USD',
      valueDate: year,
      quarter: quarter === undefined ? null : Number(quarter),
      madeOn: null,
      provider: providers.length === 1 ? (providers[0] ?? null) : null,
      receivers,
      at:
        country.code === ''
          ? null
          : { country: country.code, region: null, name: country.name || null },
      sector: sectorOf(cell('sector')) ?? sectorOf(cell('sectorCategory')),
      description: null,
      reference: null,
    },
  };
}

/** The part of an activity whose rows name no country, by a code that no country has. */
const NO_COUNTRY = 'ZZ';

/** Combines the rows of an activity: one part for each country, because another sheet has the part of another one. */
export function activitiesOf(rows: readonly Placed<SheetTransaction>[]): readonly Activity[] {
  // A few activities were renamed between their transactions.
  const title = rows.find(({ value }) => value.title !== '')?.value.title ?? null;
  const byCountry = new Map<string, Placed<SheetTransaction>[]>();
  for (const row of rows) {
    const { code } = row.value.country;
    byCountry.set(code, [...(byCountry.get(code) ?? []), row]);
  }
  return [...byCountry.values()].map((part) => partOf(part, title));
}

function partOf(rows: readonly Placed<SheetTransaction>[], title: string | null): Activity {
  const [first] = rows;
  if (first === undefined) throw new Error('An activity must have at least one row.');
  const { identifier, reporter, country } = first.value;
  const countries = country.code === '' ? [] : [country];
  return {
    identifier,
    part: country.code || NO_COUNTRY,
    place: first.place,
    title: title ?? identifier,
    reporter,
    sectors: [],
    places: countries.map(({ code, name }) => ({
      name: name || null,
      country: code,
      region: null,
      latitude: null,
      longitude: null,
      percentage: null,
    })),
    transactions: rows.map(({ value }) => value.transaction),
    details: null,
    unpublished: null,
  };
}

function cellOf({ row, columns }: Row, heading: Heading): string {
  const index = columns.indexes.get(heading);
  return index === undefined ? '' : tidy(cellAt(row, index));
}

/** Splits `32130 - SME development` into code and title. */
function codeAndTitle(text: string): { readonly code: string; readonly name: string } {
  const [, code = '', name = ''] = /^(\S+)(?:\s+-\s+(.*))?$/.exec(text) ?? [];
  return { code, name };
}

function sectorOf(text: string): ActivitySector | null {
  const { code, name } = codeAndTitle(text);
  return /^\d{3}(\d{2})?$/.test(code) ? { scheme: 'DAC', code, title: name || null } : null;
}

/**
 * The organizations in a cell: `Name [reference]`, in some files several, separated by `;`. The type
 * column does not say which of several it describes, so it is used only for a single organization.
 */
function partiesOf(cell: string, type: string): readonly Party[] {
  const texts = cell
    .split(/;\s|;$/)
    .map(tidy)
    .filter(Boolean);
  return distinct(
    texts.flatMap((text) => {
      const [, name = text, reference = ''] = /^(.*)\[(.*)\]$/s.exec(text) ?? [];
      const party = partyOf({
        name,
        reference,
        type: texts.length === 1 ? codeAndTitle(type).code : '',
      });
      return party === null ? [] : [party];
    }),
  );
}
