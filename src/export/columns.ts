import { isAmbiguous } from '../domain/decimal.js';
import type { KindName, KindRecords } from './kinds.js';
import type { GrantRecord } from './records/grant.record.js';
import type { PartyRecord, SourcedRecord } from './records/parts.js';

/** A column of a table: its heading, and its value for a record. */
export interface Column<Record> {
  readonly heading: string;
  readonly kind: 'TEXT' | 'NUMBER';
  readonly of: (record: Record) => string | null;
}

const text = <R>(heading: string, of: Column<R>['of']): Column<R> => ({
  heading,
  kind: 'TEXT',
  of,
});
const number = <R>(heading: string, of: Column<R>['of']): Column<R> => ({
  heading,
  kind: 'NUMBER',
  of,
});

const list = (entries: readonly string[]) => entries.join('; ') || null;

/** An amount in a text, which nobody can take for thousands: `25.1250`. */
const unambiguous = (amount: string) => (isAmbiguous(amount) ? `${amount}0` : amount);

const yesNo = (value: boolean | null) => (value === null ? null : value ? 'Yes' : 'No');
const sector = ({ scheme, code }: { scheme: string; code: string }) => `${scheme}:${code}`;
const digits = (value: number | null) => (value === null ? null : String(value));
/** Names an organization as the import does: by its identifier, or else by its slug. */
const named = ({ slug, identifiers: [first] }: Pick<PartyRecord, 'slug' | 'identifiers'>) =>
  first === undefined ? slug : `${first.scheme}-${first.value}`;

/** The country whose share of an IATI activity a grant is. */
const countryPart = ({ scheme, numberedBy }: Pick<GrantRecord, 'scheme' | 'numberedBy'>) =>
  scheme === 'IATI' && numberedBy !== null ? numberedBy.toUpperCase() : null;

/** The source and license of each row, because they differ from row to row. */
const SOURCE: readonly Column<SourcedRecord>[] = [
  text('Source', ({ source }) => source.slug),
  text('Source Title', ({ source }) => source.title),
  text('Source Address', ({ source }) => source.url),
  text('Source Licence', ({ source }) => source.licence),
  text('Source Retrieved On', ({ source }) => source.retrievedOn),
  text('Place in Source', ({ sourcePointer }) => sourcePointer),
];

/** The headings of the import format `table`, followed by headings that it does not import. */
const GRANT: readonly Column<GrantRecord>[] = [
  text('Scheme', ({ scheme }) => scheme),
  text('Identifier', ({ identifier }) => identifier),
  text('Title', ({ title }) => title),
  text('Description', ({ description }) => description),
  text('Funder', ({ funder }) => named(funder)),
  text('Recipients', ({ recipients }) => list(recipients.map(({ party }) => named(party)))),
  text('Recipient Amounts', ({ recipients }) =>
    recipients.some(({ amount }) => amount !== null)
      ? list(recipients.map(({ amount }) => (amount === null ? '?' : unambiguous(amount))))
      : null,
  ),
  text('Intermediaries', ({ intermediaries }) => list(intermediaries.map(named))),
  text('Programme', ({ programme }) => programme?.slug ?? null),
  text('Initiative', ({ initiative }) => initiative?.slug ?? null),
  text('Currency', ({ currency }) => currency),
  number('Applied For', ({ appliedFor }) => appliedFor),
  number('Awarded', ({ awarded }) => awarded),
  number('Committed', ({ committed }) => committed),
  number('Disbursed', ({ disbursed }) => disbursed),
  number('Spent', ({ spent }) => spent),
  text('Awarded On', ({ awardedOn }) => awardedOn),
  text('Planned Start', ({ plannedStartOn }) => plannedStartOn),
  text('Planned End', ({ plannedEndOn }) => plannedEndOn),
  text('Started On', ({ startedOn }) => startedOn),
  text('Ended On', ({ endedOn }) => endedOn),
  text('Status', ({ status }) => status),
  text('Regrant', ({ regrant }) => regrant),
  text('From Open Call', ({ fromOpenCall }) => yesNo(fromOpenCall)),
  text('Sectors', ({ sectors }) => list(sectors.map(sector))),
  text('Sector Percentages', ({ sectors }) =>
    sectors.some(({ percentage }) => percentage !== null)
      ? list(sectors.map(({ percentage }) => percentage ?? '?'))
      : null,
  ),
  text('Regions', ({ locations }) => once(locations.map(({ region }) => region?.code ?? null))),
  text('Countries', ({ locations }) => once(locations.map(({ country }) => country))),
  text('Passes On', ({ parent }) => parent?.identifier ?? null),
  text('To Individuals', ({ toIndividuals }) => yesNo(toIndividuals)),
  text('Country Part', countryPart),
  text('Secondary Report', ({ isSecondaryReport }) => yesNo(isSecondaryReport)),
  text('Funder Name', ({ funder }) => funder.name),
  text('Recipient Names', ({ recipients }) => list(recipients.map(({ party }) => party.name))),
  text('Intermediary Names', ({ intermediaries }) => list(intermediaries.map(({ name }) => name))),
  text('Programme Title', ({ programme }) => programme?.title ?? null),
  text('Initiative Title', ({ initiative }) => initiative?.title ?? null),
  text('Places', ({ locations }) => once(locations.map(({ name }) => name))),
];

/** A list without unknown and duplicate entries. */
function once(entries: readonly (string | null)[]): string | null {
  return list([...new Set(entries.filter((entry) => entry !== null))]);
}

const inRole =
  (...roles: readonly string[]) =>
  ({ participants }: KindRecords['initiatives']) =>
    list(participants.filter(({ role }) => roles.includes(role)).map(({ party }) => named(party)));

const INITIATIVE: readonly Column<KindRecords['initiatives']>[] = [
  text('Title', ({ title }) => title),
  text('Kind', ({ kind }) => kind),
  text('Slug', ({ slug }) => slug),
  text('Stage', ({ stage }) => stage),
  text('Description', ({ description }) => description),
  text('Challenges', ({ challenges }) => list(challenges)),
  text('Started On', ({ startedOn }) => startedOn),
  text('Ended On', ({ endedOn }) => endedOn),
  text('Results', ({ results }) => results),
  text('Website', ({ website }) => website),
  text('Sectors', ({ sectors }) => list(sectors.map(sector))),
  text('Regions', ({ regions }) => list(regions.map(({ code }) => code))),
  text('Lead', inRole('LEAD')),
  text('Partners', inRole('PARTNER')),
  text('Implementers', inRole('IMPLEMENTER')),
  text('Beneficiaries', inRole('BENEFICIARY')),
  text('Funders', inRole('FUNDING')),
  text('Others Taking Part', inRole('ASSOCIATED', 'ACCOUNTABLE', 'EXTENDING')),
  text('Grants', ({ grants }) =>
    list(grants.map(({ scheme, identifier, currency }) => `${scheme}:${identifier} ${currency}`)),
  ),
];

const ORGANIZATION: readonly Column<KindRecords['organizations']>[] = [
  text('Name', ({ name }) => name),
  text('Kind', ({ type }) => type),
  text('Slug', ({ slug }) => slug),
  text('Identifiers', ({ identifiers }) =>
    list(identifiers.map(({ scheme, value }) => `${scheme}-${value}`)),
  ),
  text('Other Names', ({ names }) => list(names.map((each) => each.text))),
  text('Description', ({ description }) => description),
  text('Country', ({ country }) => country),
  text('Region', ({ region }) => region?.code ?? null),
  text('City', ({ city }) => city),
  number('Latitude', ({ latitude }) => digits(latitude)),
  number('Longitude', ({ longitude }) => digits(longitude)),
  text('Website', ({ website }) => website),
  text('Status', ({ status }) => status),
  text('Legal Form', ({ legalForm }) => legalForm),
  text('Stage', ({ stage }) => stage),
  text('Size Class', ({ sizeClass }) => sizeClass),
  text('Category', ({ category }) => category),
  text('Sectors', ({ sectors }) => list(sectors.map(sector))),
];

const PROGRAMME: readonly Column<KindRecords['programmes']>[] = [
  text('Title', ({ title }) => title),
  text('Funder', ({ funder }) => named(funder)),
  text('Slug', ({ slug }) => slug),
  text('Code', ({ code }) => code),
  text('Manager', ({ manager }) => manager && named(manager)),
  text('Description', ({ description }) => description),
  text('Website', ({ website }) => website),
  text('Opened On', ({ openedOn }) => openedOn),
  text('Closed On', ({ closedOn }) => closedOn),
  number('Budget', ({ budget }) => budget),
  text('Currency', ({ currency }) => currency),
  text('Status', ({ status }) => status),
  text('Funder Name', ({ funder }) => funder.name),
  text('Manager Name', ({ manager }) => manager?.name ?? null),
];

const TRANSACTION: readonly Column<KindRecords['transactions']>[] = [
  text('Grant', ({ grant }) => grant.identifier),
  text('Kind', ({ kind }) => kind),
  number('Value', ({ value }) => value),
  text('Currency', ({ currency }) => currency),
  text('Value Date', ({ valueDate }) => valueDate),
  text('Scheme', ({ grant }) => grant.scheme),
  text('Funder', ({ grant }) => (grant.scheme === 'SCAN' ? named(grant.funder) : null)),
  text('Country Part', ({ grant }) => countryPart(grant)),
  number('Quarter', ({ quarter }) => digits(quarter)),
  text('Made On', ({ madeOn }) => madeOn),
  text('Provider', ({ provider }) => provider && named(provider)),
  text('Receiver', ({ receiver }) => receiver && named(receiver)),
  text('Sector', (record) => record.sector && sector(record.sector)),
  text('Country', ({ country }) => country),
  text('Region', ({ region }) => region?.code ?? null),
  text('Place', ({ place }) => place),
  text('Description', ({ description }) => description),
  text('Reference', ({ reference }) => reference),
  text('Grant Title', ({ grant }) => grant.title),
  text('Provider Name', ({ provider }) => provider?.name ?? null),
  text('Receiver Name', ({ receiver }) => receiver?.name ?? null),
];

const FACET: readonly Column<KindRecords['facets']>[] = [
  text('Dimension', ({ dimension }) => dimension),
  text('Key', ({ key }) => key),
  text('Label', ({ label }) => label),
  number('Grants', ({ grants }) => String(grants)),
];

const TOTAL: readonly Column<KindRecords['totals']>[] = [
  text('Dimension', ({ dimension }) => dimension),
  text('Key', ({ key }) => key),
  text('Label', ({ label }) => label),
  number('Year', ({ year }) => digits(year)),
  text('Measure', ({ measure }) => measure),
  text('Currency', ({ currency }) => currency),
  number('Grants', ({ grants }) => String(grants)),
  number('Sum', ({ sum }) => sum),
  number('Median', ({ median }) => median),
  number('Min', ({ min }) => min),
  number('Max', ({ max }) => max),
];

const COLUMNS: { readonly [Name in KindName]: readonly Column<KindRecords[Name]>[] } = {
  grants: [...GRANT, ...SOURCE],
  initiatives: [...INITIATIVE, ...SOURCE],
  organizations: [...ORGANIZATION, ...SOURCE],
  programmes: [...PROGRAMME, ...SOURCE],
  transactions: [...TRANSACTION, ...SOURCE],
  facets: FACET,
  totals: TOTAL,
};

/** The columns of a kind, in file order. */
export function columnsOf<Name extends KindName>(kind: Name): readonly Column<KindRecords[Name]>[] {
  return COLUMNS[kind];
}
