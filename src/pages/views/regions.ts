import { changed, valueIn } from '../address.js';
import {
  RegionDocument,
  RegionsDocument,
  type LargerRegionFragment,
  type RegionQueryVariables,
  type RegionsQuery,
  type RegionsQueryVariables,
} from '../generated/regions.js';
import { count as countText, type Language } from '../language.js';
import { organizationMeasure, unplaced, type Measure } from '../map/drawing.js';
import { mapTable } from '../map/table.js';
import { definePage, type Answered } from '../view.js';
import { gatheringLead, gatheringTables, isUnfunded, specialities } from './gathering.js';
import { regionName, regionPath } from './places.js';

export type ListedRegion = NonNullable<RegionsQuery['regions']>['nodes'][number];

export const REGION_MEASURES = ['organizations', 'clusters', 'initiatives', 'grants'] as const;
export type RegionMeasure = (typeof REGION_MEASURES)[number];

/** What the map and the table can say of each region. */
export function regionMeasures(
  language: Language,
  data: Pick<Answered<RegionsQuery>, RegionMeasure>,
): Readonly<Record<RegionMeasure, Measure<ListedRegion>>> {
  const { words } = language;
  const measure = (name: RegionMeasure, label: string, path: string): Measure<ListedRegion> => ({
    label,
    valueOf: (region) => region[name].totalCount,
    unplaced: unplaced(language, data[name], `${path}?region=~`),
    // An initiative or a grant can be in several regions.
    isInOne: name === 'organizations' || name === 'clusters',
  });
  return {
    organizations: measure('organizations', words.organizations.title, '/organizations'),
    clusters: measure('clusters', words.clusters.title, '/clusters'),
    initiatives: measure('initiatives', words.initiatives.title, '/initiatives'),
    grants: measure('grants', words.column.grants, '/funding'),
  };
}

/** What the map of an address shows: `?show=grants`. */
export function shownMeasure(search: URLSearchParams): RegionMeasure {
  return REGION_MEASURES.find((name) => name === valueIn(search, 'show')) ?? 'organizations';
}

export function regionsVariables(search: URLSearchParams): RegionsQueryVariables {
  return { first: 100, after: valueIn(search, 'after') };
}

export const regionsPage = definePage({
  path: '/regions',
  operation: RegionsDocument,
  variables: ({ search }) => regionsVariables(search),
  view(data, language, { search }) {
    const { regions } = data;
    const { words, prefix } = language;
    const measures = regionMeasures(language, data);
    return {
      title: words.regions.title,
      description: words.regions.lead,
      tables: [
        mapTable(language, {
          heading: words.regions.map,
          regions: regions.nodes,
          measures: REGION_MEASURES.map((name) => measures[name]),
          shown: measures[shownMeasure(search)],
        }),
      ],
      ...(regions.pageInfo.hasNextPage && {
        links: [
          {
            text: words.state.more,
            href: `${prefix}/regions${changed(search, { after: regions.pageInfo.endCursor })}`,
          },
        ],
      }),
    };
  },
});

type Larger = LargerRegionFragment & { readonly parent?: Larger | null };

/** The larger regions that organizations are known only by, which may be in this one, and how many in each. */
export function knownOnlyByLarger({
  parent,
}: {
  readonly parent?: Larger | null;
}): readonly { readonly region: LargerRegionFragment; readonly count: number }[] {
  if (!parent) return [];
  const inParts = parent.children.nodes.reduce(
    (sum, { organizations }) => sum + organizations.totalCount,
    0,
  );
  const count = parent.organizations.totalCount - inParts;
  return [...(count > 0 ? [{ region: parent, count }] : []), ...knownOnlyByLarger(parent)];
}

/** The name of a larger region, with its code: other regions have nearly the same name. */
export const largerName = (language: Language, region: LargerRegionFragment) =>
  `${regionName(language, region)} (${region.code})`;

/** What is asked of one region. */
export function regionVariables({
  code = '',
}: Readonly<Record<string, string>>): RegionQueryVariables {
  const region = { eq: code };
  return { code, organizations: { region }, grants: { region } };
}

export const regionPage = definePage({
  path: '/regions/:code',
  operation: RegionDocument,
  variables: ({ parameters }) => regionVariables(parameters),
  view(data, language) {
    const { region, regions, unplaced: none, grantTotals, here, everywhere } = data;
    if (region === null) return null;
    const { words, prefix } = language;
    const isMissing = isUnfunded(region);
    return {
      title: regionName(language, region),
      description: isMissing
        ? `${gatheringLead(language, region)} ${words.gathering.unfunded}`
        : gatheringLead(language, region),
      tables: [
        ...gatheringTables(language, region, grantTotals, specialities(language, here, everywhere)),
        ...knownOnlyByLarger(region).map(({ region: larger, count }) => ({
          heading: countText(language, words.regions.onlyLarger, count),
          columns: [words.column.region],
          rows: [[{ text: largerName(language, larger), href: `${prefix}${regionPath(larger)}` }]],
        })),
        mapTable(language, {
          heading: words.regions.around,
          regions: regions.nodes,
          measures: [organizationMeasure(language, none)],
          here: region.code,
        }),
      ],
      links: [...(region.parent === null ? [] : [region.parent]), ...region.children.nodes].map(
        (one) => ({ text: regionName(language, one), href: `${prefix}${regionPath(one)}` }),
      ),
      structured: {
        '@context': 'https://schema.org',
        '@type': 'AdministrativeArea',
        name: region.name,
        ...(region.nameCyrillic !== null && { alternateName: region.nameCyrillic }),
        identifier: `NUTS ${region.code}`,
      },
    };
  },
});
