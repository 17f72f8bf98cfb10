import type { KindName, KindRecords } from './kinds.js';
import type { GrantRecord, LocationRecord } from './records/grant.record.js';
import type { InitiativeRecord } from './records/initiative.record.js';
import type { ExportReport } from './report.js';

/** What a format leaves out of a record, with how often it does, and why if that is particular. */
export type LeftOutParts = readonly (readonly [what: string, times: number, why?: string])[];

/** Counts what is left out, with the reason. */
export function reportLeftOut(report: ExportReport, parts: LeftOutParts, reason: string): void {
  for (const [what, times, why = reason] of parts) {
    report.change(`${what} left out, because ${why}`, times);
  }
}

/** How many values are known. */
export const known = (...values: readonly unknown[]): number =>
  values.filter((value) => value !== null && value !== undefined).length;

export const sum = <T>(all: readonly T[], of: (each: T) => number): number =>
  all.reduce((total, each) => total + of(each), 0);

/** What tables have no column for. */
const OF_TABLES: { readonly [Name in KindName]: (record: KindRecords[Name]) => LeftOutParts } = {
  grants: ({ transactions, budgets, reporter, locations }: GrantRecord) => [
    ['transactions of grants', transactions.length, 'they are in the export of transactions'],
    ['budgets of grants', budgets.length],
    ['reporters of grants', known(reporter)],
    ['shares of places', sum(locations, ({ percentage }) => known(percentage))],
    ['coordinates of places', sum(locations, (each) => known(each.latitude, each.longitude))],
    ['which name, country and region are of one place', sum(locations, linksOf)],
    ['places that are written only once', locations.length - differentPlaces(locations)],
  ],
  initiatives: ({ participants, claims }: InitiativeRecord) => [
    ['claims about initiatives', claims.length],
    [
      'periods of participants in initiatives',
      sum(participants, (each) => known(each.since, each.until, each.attestedOn)),
    ],
    [
      'places of participants in their source',
      sum(participants, ({ sourcePointer }) => known(sourcePointer)),
    ],
    [
      'roles of others who take part in initiatives',
      sum(participants, ({ role }) => (MERGED_ROLES.has(role) ? 1 : 0)),
    ],
  ],
  organizations: ({ names, parent, memberships }) => [
    [
      'languages and scripts of names',
      sum(names, ({ language, script }) => known(language, script)),
    ],
    ['the organizations that organizations are parts of', known(parent)],
    ['memberships of organizations', memberships.length],
  ],
  programmes: () => [],
  transactions: () => [],
  facets: () => [],
  totals: () => [],
};

const MERGED_ROLES: ReadonlySet<string> = new Set(['ASSOCIATED', 'ACCOUNTABLE', 'EXTENDING']);

/** Names, countries and regions are lists of their own. */
const linksOf = ({ name, country, region }: LocationRecord) =>
  Math.max(0, known(name, country, region) - 1);

const differentPlaces = (locations: readonly LocationRecord[]) =>
  new Set(
    locations.map(({ name, country, region }) => JSON.stringify([name, country, region?.code])),
  ).size;

/** Counts what tables leave out of records. */
export async function* countingLeftOut<Name extends KindName>(
  kind: Name,
  batches: AsyncIterable<readonly KindRecords[Name][]>,
  report: ExportReport,
): AsyncGenerator<readonly KindRecords[Name][]> {
  for await (const records of batches) {
    for (const record of records) {
      reportLeftOut(report, OF_TABLES[kind](record), 'the table has no column for them');
    }
    yield records;
  }
}
