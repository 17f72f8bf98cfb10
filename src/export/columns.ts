import type { KindName, KindRecords } from './kinds.js';
import type { GrantRecord, LocationRecord } from './records/grant.record.js';
import type { IdentifierRecord, PartyRecord, SourcedRecord } from './records/parts.js';

/** A column of a table: its heading, and what of a record stands in it. */
export interface Column<Record> {
  readonly heading: string;
  readonly kind: 'TEXT' | 'NUMBER';
  readonly of: (record: Record) => string | null;
}

const text = <R>(heading: string, of: Column<R>['of']): Column<R> => ({ heading, kind: 'TEXT', of });
const number = <R>(heading: string, of: Column<R>['of']): Column<R> => ({
  heading,
  kind: 'NUMBER',
  of,
});

/** Between the entries of a list in one cell; an entry that has the sign itself gets a backslash before it. */
const list = (entries: readonly string[]) =>
  entries.map((entry) => entry.replaceAll(/[\\;]/g, '\\$&')).join('; ') || null;

const yesNo = (value: boolean | null) => (value === null ? null : value ? 'yes' : 'no');
const identifiers = (ids: readonly IdentifierRecord[]) =>
  list(ids.map(({ scheme, value }) => `${scheme}-${value}`));
const first = (party: PartyRecord) => {
  const [id] = party.identifiers;
  return id === undefined ? null : `${id.scheme}-${id.value}`;
};
const sector = ({ scheme, code }: { scheme: string; code: string }) => `${scheme}:${code}`;
const digits = (value: number | null) => (value === null ? null : String(value));

/** Whose each row is, and under which licence: sources differ from row to row. */
const SOURCE: readonly Column<SourcedRecord>[] = [
  text('Source', ({ source }) => source.slug),
  text('Source title', ({ source }) => source.title),
  text('Source address', ({ source }) => source.url),
  text('Source licence', ({ source }) => source.licence),
  text('Source retrieved on', ({ source }) => source.retrievedOn),
  text('Place in source', ({ sourcePointer }) => sourcePointer),
];

const where = ({ region, name, country }: LocationRecord) => region?.code ?? name ?? country ?? '';

const GRANT: readonly Column<GrantRecord>[] = [
  text('Identifier scheme', ({ scheme }) => scheme),
  text('Identifier', ({ identifier }) => identifier),
  text('Title', ({ title }) => title),
  text('Description', ({ description }) => description),
  text('Funder', ({ funder }) => funder.name),
  text('Funder slug', ({ funder }) => funder.slug),
  text('Funder identifier', ({ funder }) => first(funder)),
  text('Recipients', ({ recipients }) => list(recipients.map(({ party }) => party.name))),
  text('Recipient slugs', ({ recipients }) => list(recipients.map(({ party }) => party.slug))),
  text('Recipient identifiers', ({ recipients }) =>
    list(recipients.map(({ party }) => first(party) ?? '')),
  ),
  text('Recipient amounts', ({ recipients }) => list(recipients.map(({ amount }) => amount ?? ''))),
  text('Intermediaries', ({ intermediaries }) => list(intermediaries.map(({ name }) => name))),
  text('Intermediary slugs', ({ intermediaries }) => list(intermediaries.map(({ slug }) => slug))),
  text('Programme', ({ programme }) => programme?.slug ?? null),
  text('Programme title', ({ programme }) => programme?.title ?? null),
  text('Initiative', ({ initiative }) => initiative?.slug ?? null),
  text('Initiative title', ({ initiative }) => initiative?.title ?? null),
  text('Currency', ({ currency }) => currency),
  number('Amount applied for', ({ appliedFor }) => appliedFor),
  number('Amount awarded', ({ awarded }) => awarded),
  number('Amount committed', ({ committed }) => committed),
  number('Amount disbursed', ({ disbursed }) => disbursed),
  number('Amount spent', ({ spent }) => spent),
  text('Awarded on', ({ awardedOn }) => awardedOn),
  text('Planned start', ({ plannedStartOn }) => plannedStartOn),
  text('Planned end', ({ plannedEndOn }) => plannedEndOn),
  text('Started on', ({ startedOn }) => startedOn),
  text('Ended on', ({ endedOn }) => endedOn),
  text('Status', ({ status }) => status),
  text('Sectors', ({ sectors }) => list(sectors.map(sector))),
  text('Sector percentages', ({ sectors }) =>
    list(sectors.map(({ percentage }) => percentage ?? '')),
  ),
  text('Places', ({ locations }) => list(locations.map(where))),
  text('Countries', ({ locations }) =>
    list([...new Set(locations.flatMap(({ country }) => country ?? []))]),
  ),
  text('Regrant', ({ regrant }) => regrant),
  text('Open call', ({ fromOpenCall }) => yesNo(fromOpenCall)),
  text('To individuals', ({ toIndividuals }) => yesNo(toIndividuals)),
  text('Secondary report', ({ isSecondaryReport }) => yesNo(isSecondaryReport)),
  text('Passes on grant', ({ parent }) => parent?.identifier ?? null),
];

const INITIATIVE: readonly Column<KindRecords['initiatives']>[] = [
  text('Slug', ({ slug }) => slug),
  text('Title', ({ title }) => title),
  text('Kind', ({ kind }) => kind),
  text('Stage', ({ stage }) => stage),
  text('Description', ({ description }) => description),
  text('Challenges', ({ challenges }) => list(challenges)),
  text('Started on', ({ startedOn }) => startedOn),
  text('Ended on', ({ endedOn }) => endedOn),
  text('Results', ({ results }) => results),
  text('Website', ({ website }) => website),
  text('Participants', ({ participants }) =>
    list(participants.map(({ role, party }) => `${party.slug} (${role})`)),
  ),
  text('Sectors', ({ sectors }) => list(sectors.map(sector))),
  text('Regions', ({ regions }) => list(regions.map(({ code }) => code))),
  text('Grants', ({ grants }) =>
    list(grants.map(({ scheme, identifier, currency }) => `${scheme}:${identifier} ${currency}`)),
  ),
];

const ORGANIZATION: readonly Column<KindRecords['organizations']>[] = [
  text('Slug', ({ slug }) => slug),
  text('Type', ({ type }) => type),
  text('Name', ({ name }) => name),
  text('Other names', ({ names }) => list(names.map((each) => each.text))),
  text('Identifiers', (organization) => identifiers(organization.identifiers)),
  text('Description', ({ description }) => description),
  text('Country', ({ country }) => country),
  text('Region', ({ region }) => region?.code ?? null),
  text('City', ({ city }) => city),
  number('Latitude', ({ latitude }) => digits(latitude)),
  number('Longitude', ({ longitude }) => digits(longitude)),
  text('Website', ({ website }) => website),
  text('Status', ({ status }) => status),
  text('Legal form', ({ legalForm }) => legalForm),
  text('Stage', ({ stage }) => stage),
  text('Size class', ({ sizeClass }) => sizeClass),
  text('Category', ({ category }) => category),
  text('Sectors', ({ sectors }) => list(sectors.map(sector))),
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
  facets: FACET,
  totals: TOTAL,
};

/** The columns of a kind, in the order of the file. */
export function columnsOf<Name extends KindName>(
  kind: Name,
): readonly Column<KindRecords[Name]>[] {
  return COLUMNS[kind];
}
