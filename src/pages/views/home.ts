import { valueIn } from '../address.js';
import { HomeDocument, type HomeQuery } from '../generated/home.js';
import { SearchResultsDocument, type SearchResultsQuery } from '../generated/search.js';
import { count, dateText, fill, numberText, type Language } from '../language.js';
import { organizationMeasure } from '../map/drawing.js';
import { mapTable } from '../map/table.js';
import { definePage, type Answered, type Cell } from '../view.js';
import { regionPath, sectorPath } from './places.js';

/** From how many sources the numbers are. */
export function numbersNote(
  language: Language,
  { totals }: Pick<Answered<HomeQuery>, 'totals'>,
): string {
  const sources = totals.records.find(({ kind }) => kind === 'SOURCE')?.count ?? 0;
  return count(language, language.words.home.numbersNote, sources);
}

export const homePage = definePage({
  path: '/',
  operation: HomeDocument,
  variables: () => ({}),
  view(data, language) {
    const { totals, regions, grantFacets, announcements, events } = data;
    const { words, values, prefix } = language;
    const { column } = words;
    return {
      title: words.home.title,
      description: `${words.about} ${numbersNote(language, data)}`,
      tables: [
        {
          heading: words.home.numbers,
          columns: [column.kind, column.count],
          rows: [
            ...totals.organizations.map(({ type, count }): readonly Cell[] => [
              {
                text: values.OrganizationType[type],
                href: `${prefix}/organizations?kind=${type}`,
              },
              numberText(language, count),
            ]),
            ...totals.ties.map(({ kind, count }) => [
              values.TieKind[kind],
              numberText(language, count),
            ]),
            [words.column.grants, numberText(language, grantFacets.grantCount)],
          ],
        },
        mapTable(language, {
          heading: words.home.regions,
          regions: regions.nodes,
          measures: [organizationMeasure(language, data.unplaced)],
        }),
        {
          heading: words.home.announcements,
          columns: [column.title, column.day, column.source],
          rows: announcements.nodes.map((one) => [
            { text: one.title, href: `${prefix}/announcements/${one.slug}` },
            one.publishedOn === null ? words.state.unknown : dateText(language, one.publishedOn),
            one.source.title,
          ]),
        },
        {
          heading: words.home.events,
          columns: [column.title, column.day, column.city],
          rows: events.nodes.map((one) => [
            { text: one.title, href: `${prefix}/events/${one.slug}` },
            dateText(language, one.startsAt),
            one.city ?? words.state.unknown,
          ]),
        },
      ],
    };
  },
});

export type Found = NonNullable<SearchResultsQuery['search']>['edges'][number];

/** The name of a found object. */
export function nameOf({ node }: Found): string {
  if ('name' in node) return node.name;
  return 'title' in node ? node.title : '';
}

const ORGANIZATIONS = new Set([
  'Association',
  'Cluster',
  'Company',
  'Institution',
  'Donor',
  'Partner',
]);
export type SearchGroup = keyof Language['words']['search']['groups'];

/** The heading that a found object is listed under. */
export function groupOf({ node: { __typename: type } }: Found): SearchGroup {
  return ORGANIZATIONS.has(type) ? 'Organization' : (type as SearchGroup);
}

/** Where a found object is shown; null if there is no page for its kind. */
export function pageOf({ node }: Found, { prefix }: Language): string | null {
  if ('type' in node) return `${prefix}/organizations/${node.slug}`;
  if (node.__typename === 'Sector') return `${prefix}${sectorPath(node)}`;
  if (node.__typename === 'Region') return `${prefix}${regionPath(node)}`;
  if (node.__typename === 'Initiative') return `${prefix}/initiatives/${node.slug}`;
  if (node.__typename === 'Grant') return `${prefix}/grants/${node.id}`;
  if (node.__typename === 'GrantProgramme') return `${prefix}/programmes/${node.slug}`;
  if (node.__typename === 'Event') return `${prefix}/events/${node.slug}`;
  if (node.__typename === 'Announcement') return `${prefix}/announcements/${node.slug}`;
  if (node.__typename === 'AdvocacyCase') return `${prefix}/advocacy/${node.slug}`;
  if (node.__typename === 'CooperationOffer') return `${prefix}/offers/${node.slug}`;
  // What has no page of its own is on those of its organizations.
  const [first] = organizationsOf({ node })?.nodes ?? [];
  return first === undefined ? null : `${prefix}/organizations/${first.slug}`;
}

/** The organizations of a found partnership or person, whose pages show it; null for what has a page of its own. */
export function organizationsOf({ node }: Pick<Found, 'node'>) {
  if (node.__typename === 'Partnership') return node.parties;
  return node.__typename === 'Person' ? node.seats : null;
}

/** Where a found source is on the web; null for anything else. */
export function webAddressOf({ node }: Found): string | null {
  return node.__typename === 'Source' && /^https?:/i.test(node.url ?? '') ? node.url : null;
}

export const searchPage = definePage({
  path: '/search',
  operation: SearchResultsDocument,
  variables: ({ search }) => ({ query: valueIn(search, 'q') ?? '', first: 100 }),
  view({ search: found }, language, { search }) {
    const { words } = language;
    const query = valueIn(search, 'q');
    return {
      title: words.search.title,
      description:
        query === null
          ? words.search.empty
          : fill(found.totalCount === 0 ? words.search.none : words.search.all, { query }),
      tables: [
        {
          heading: words.search.title,
          columns: [words.column.name, words.column.kind],
          rows: found.edges.map((one) => {
            const href = pageOf(one, language) ?? webAddressOf(one);
            const text = nameOf(one);
            return [href === null ? text : { text, href }, words.search.groups[groupOf(one)]];
          }),
        },
      ],
    };
  },
});
