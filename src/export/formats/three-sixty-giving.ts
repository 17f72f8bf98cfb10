import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RegrantType } from '../../../entities/funding/grant.entity.js';
import { threeSixtyGivingId } from '../../domain/coined-identifiers.js';
import { knownDate } from '../../domain/known-date.js';
import { partyReference } from '../../domain/party-reference.js';
import { dataSetOf, onlyLicence, type Head } from '../head.js';
import type { GrantRecord, LocationRecord, TransactionRecord } from '../records/grant.record.js';
import type { PartyRecord } from '../records/parts.js';
import type { ExportReport } from '../report.js';
import { known, reportLeftOut, type LeftOutParts } from '../left-out.js';
import { NothingToExport } from '../../export-errors.js';

/**
 * Writes grants as a package of the 360Giving Data Standard 1.4. A grant without the required properties
 * is left out and listed at the end of the package.
 */
export async function* writeThreeSixtyGiving(
  head: Head,
  batches: AsyncIterable<readonly GrantRecord[]>,
  report: ExportReport,
): AsyncGenerator<string> {
  let before = `${JSON.stringify(packageHead(head), null, 2).slice(0, -2)},\n  "grants": [\n`;
  for await (const records of batches) {
    const grants = records.flatMap((record) => {
      const grant = toGrant(record);
      if (typeof grant !== 'string') {
        reportLeftOut(report, notHeld(record), 'the standard has no place for them');
        return [withNumbers(grant)];
      }
      report.leaveOut(threeSixtyGivingId(record), grant);
      return [];
    });
    if (grants.length === 0) continue;
    report.written += grants.length;
    yield before + grants.join(',\n');
    before = ',\n';
  }
  // The standard requires at least one grant.
  if (report.written === 0) throw new NothingToExport('360Giving 1.4', report);
  yield `\n  ],\n  "exportReport": ${JSON.stringify(report)}\n}\n`;
}

function packageHead(head: Head): object {
  const licence = onlyLicence(head);
  return {
    version: '1.4',
    identifier: dataSetOf(head),
    title: head.title,
    issued: head.exportedAt,
    publisher: { name: 'SCAN Graph' },
    ...(licence !== null && URL.canParse(licence) ? { license: licence } : {}),
    ...(head.query.address === null ? {} : { downloadURL: head.query.address }),
    query: head.query,
    licences: head.licences,
    sources: head.sources,
  };
}

interface Codelists {
  readonly currencies: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
}

/** The closed code lists of the standard, from its own schema. */
function readCodelists(): Codelists {
  const file = fileURLToPath(
    new URL('../../../../data/standards/360giving/360-giving-schema.json', import.meta.url),
  );
  const { $defs } = JSON.parse(readFileSync(file, 'utf8')) as {
    $defs: {
      currency: { enum: string[] };
      Location: { properties: { countryCode: { enum: string[] } } };
    };
  };
  return {
    currencies: new Set($defs.currency.enum),
    countries: new Set($defs.Location.properties.countryCode.enum),
  };
}
const codelists = readCodelists();

/** The grant in the form of the standard, or the reason why that is not possible. */
function toGrant(record: GrantRecord): Readonly<Record<string, unknown>> | string {
  const amount = record.awarded ?? record.committed;
  const recipients = recipientOf(record);
  if (amount === null) return 'no awarded or committed amount is known';
  if (record.awardedOn === null) return 'the award date is unknown';
  if (!isDay(record.awardedOn)) {
    return `the day of the award is unknown (${record.awardedOn})`;
  }
  if (recipients === null) return 'no recipient is known';
  if (!codelists.currencies.has(record.currency)) {
    return `the standard does not support the currency ${record.currency}`;
  }
  return filled({
    id: threeSixtyGivingId(record),
    title: record.title,
    description: record.description ?? record.title,
    currency: record.currency,
    amountAppliedFor: amountOf(record.appliedFor),
    amountAwarded: amountOf(amount),
    amountDisbursed: amountOf(record.disbursed),
    awardDate: record.awardedOn,
    plannedDates: datesOf(record.plannedStartOn, record.plannedEndOn),
    actualDates: datesOf(record.startedOn, record.endedOn),
    fundingOrganization: [organizationOf(record.funder)],
    ...recipients,
    beneficiaryLocation: record.locations.map(locationOf),
    grantProgramme:
      record.programme === null
        ? []
        : [
            filled({
              code: record.programme.code ?? record.programme.slug,
              title: record.programme.title,
              description: record.programme.description,
              url: addressOf(record.programme.website),
            }),
          ],
    classifications: record.sectors.map(({ scheme, code, title }) => ({
      vocabulary: scheme,
      code,
      title,
    })),
    commitmentTransaction: transactionsOf(record, 'COMMITMENT'),
    disbursementTransaction: transactionsOf(record, 'DISBURSEMENT'),
    relatedActivity: record.parent === null ? [] : [threeSixtyGivingId(record.parent)],
    fromOpenCall: record.fromOpenCall === null ? null : record.fromOpenCall ? 'Yes' : 'No',
    regrantType: record.regrant === null ? null : REGRANT_CODES[record.regrant],
    dataSource: addressOf(record.source.url),
    source: filled({
      slug: record.source.slug,
      title: record.source.title,
      licence: record.source.licence,
      address: record.source.url,
      retrievedOn: record.source.retrievedOn,
      place: record.sourcePointer,
    }),
  });
}

/** Known facts of a grant that the standard cannot represent. */
function notHeld(grant: GrantRecord): LeftOutParts {
  const { transactions, budgets, locations, recipients } = grant;
  const held = transactions.filter(({ kind }) => kind === 'COMMITMENT' || kind === 'DISBURSEMENT');
  const count = <T>(all: readonly T[], ...of: ((each: T) => unknown)[]) =>
    known(...all.flatMap((each) => of.map((pick) => pick(each))));
  const isWithout = (kind: TransactionRecord['kind']) =>
    transactions.every((transaction) => transaction.kind !== kind);
  const isSpent = grant.spent !== null && isWithout('EXPENDITURE');
  // What was awarded is written instead.
  const isCommitted = known(grant.awarded, grant.committed) === 2 && isWithout('COMMITMENT');
  return [
    [
      'transactions of other kinds than commitment and disbursement',
      transactions.length - held.length,
    ],
    ['amounts spent without transactions', isSpent ? 1 : 0],
    ['amounts committed without transactions', isCommitted ? 1 : 0],
    ['sectors of transactions', count(held, ({ sector }) => sector)],
    [
      'countries, regions and places of transactions',
      count(
        held,
        ({ country }) => country,
        ({ region }) => region,
        ({ place }) => place,
      ),
    ],
    ['places of transactions in their source', count(held, ({ sourcePointer }) => sourcePointer)],
    ['budgets of grants', budgets.length],
    ['intermediaries of grants', grant.intermediaries.length],
    ['statuses of grants', known(grant.status)],
    ['initiatives of grants', known(grant.initiative)],
    ['reporters of grants', known(grant.reporter)],
    ['marks of secondary reports', grant.isSecondaryReport ? 1 : 0],
    ['percentages of sectors', count(grant.sectors, ({ percentage }) => percentage)],
    ['percentages of places', count(locations, ({ percentage }) => percentage)],
    ['codes of regions', count(locations, ({ region }) => region)],
    // The recipient is then an individual.
    ...(grant.toIndividuals
      ? ([
          ['recipients of grants to individuals', recipients.length],
          [
            'shares of recipients of grants to individuals',
            count(recipients, ({ amount }) => amount),
          ],
        ] as const)
      : []),
  ];
}

const REGRANT_CODES: Readonly<Record<RegrantType, string>> = {
  COMMON: 'FRG010',
  INTERMEDIARY: 'FRG020',
  MATCH: 'FRG030',
  COLLABORATION: 'FRG040',
  FISCAL_SPONSOR: 'FRG050',
  ENDOWMENT: 'FRG060',
  MULTIPURPOSE: 'FRG070',
};

/** The graph does not name individuals, but the standard requires a name and an identifier. */
function recipientOf(record: GrantRecord): Readonly<Record<string, unknown>> | null {
  if (record.toIndividuals) {
    return {
      recipientIndividual: { id: `${threeSixtyGivingId(record)}-recipient`, name: 'Individual' },
    };
  }
  if (record.recipients.length === 0) return null;
  // Uses global identifiers, because slugs differ from graph to graph.
  const sorted = record.recipients.toSorted((a, b) =>
    partyReference(a.party) < partyReference(b.party) ? -1 : 1,
  );
  return {
    recipientOrganization: sorted.map(({ party, amount }) =>
      filled({ ...organizationOf(party), amountAwarded: amountOf(amount) }),
    ),
  };
}

function organizationOf(party: PartyRecord): object {
  return filled({
    id: partyReference(party),
    name: party.name,
    url: addressOf(party.website),
    addressLocality: party.city,
    addressCountry: party.country,
  });
}

/** Without region codes, because those of the standard are for the United Kingdom. */
function locationOf({ name, country, region, latitude, longitude }: LocationRecord): object {
  return filled({
    name: name ?? region?.name ?? country,
    countryCode: country !== null && codelists.countries.has(country) ? country : null,
    latitude,
    longitude,
  });
}

function datesOf(start: string | null, end: string | null): object[] {
  return start === null && end === null ? [] : [filled({ startDate: start, endDate: end })];
}

/** The standard has no partial dates, so a date without a day goes into a property of our own. */
function transactionsOf(record: GrantRecord, kind: TransactionRecord['kind']): object[] {
  const all = record.transactions.filter((transaction) => transaction.kind === kind);
  const references = all.map(({ reference }) => reference);
  return all.map(({ reference, madeOn, valueDate, quarter, ...transaction }, index) => {
    const isOnly = reference !== null && references.indexOf(reference) === index;
    return filled({
      id: isOnly ? reference : `${threeSixtyGivingId(record)}-${kind}-${String(index + 1)}`,
      transactionDate: [madeOn, valueDate].find(isDay) ?? null,
      currency: transaction.currency,
      value: amountOf(transaction.value),
      valueDate: isDay(valueDate) ? valueDate : null,
      valueDateKnown: isDay(valueDate) ? null : knownDate(valueDate, quarter),
      description: transaction.description,
      provider: transaction.provider === null ? null : partyReference(transaction.provider),
      recipient: transaction.receiver === null ? null : partyReference(transaction.receiver),
    });
  });
}

function isDay(date: string | null): boolean {
  return date?.length === 10;
}

const addressOf = (text: string | null) => (text !== null && isAddress(text) ? text : null);

/** The format `uri` of JSON Schema is stricter than browsers. */
function isAddress(text: string): boolean {
  return /^https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+$/i.test(text) && URL.canParse(text);
}

/** Removes properties without a value. */
function filled(properties: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(properties).filter(
      ([, value]) => value != null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** A character that no text in the database contains. */
const NUMBER_MARK = '\u0000';

/** Marks an amount to write as a JSON number with all digits, which a JavaScript number could lose. */
const amountOf = (amount: string | null) => (amount === null ? null : NUMBER_MARK + amount);

function withNumbers(grant: object): string {
  return JSON.stringify(grant).replaceAll(/"\\u0000(-?[\d.]+)"/g, '$1');
}
