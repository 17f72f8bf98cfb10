import { changed, exportUrl, UNKNOWN, valueIn } from '../address.js';
import {
  ClustersDocument,
  type ClustersQuery,
  type ClustersQueryVariables,
} from '../generated/clusters.js';
import type { OrganizationFilter } from '../generated/organizations.js';
import { count, numberText, type Language } from '../language.js';
import { unplaced, type Measure } from '../map/drawing.js';
import { mapTable } from '../map/table.js';
import { definePage, type Answered } from '../view.js';
import { claimText } from './organization.js';
import { organizationFilter, placeOf } from './organizations.js';

export type ListedCluster = NonNullable<ClustersQuery['clusters']>['nodes'][number];

/** Which clusters an address selects: `?region=RS12&sector=NACE_REV2:62&q=auto`. */
export function clusterFilter(search: URLSearchParams): OrganizationFilter {
  const own = new URLSearchParams(search);
  own.set('kind', 'CLUSTER');
  return organizationFilter(own);
}

export function clustersVariables(search: URLSearchParams): ClustersQueryVariables {
  const without = new URLSearchParams(search);
  without.delete('region');
  const anywhere = clusterFilter(without);
  return {
    filter: clusterFilter(search),
    anywhere,
    nowhere: { and: [anywhere, { region: { isNull: true } }] },
    first: 50,
    after: valueIn(search, 'after'),
  };
}

/** Where the seats of the clusters are, with all conditions but the region. */
export function seatMeasure(
  language: Language,
  { nowhere }: Pick<Answered<ClustersQuery>, 'nowhere'>,
  search: URLSearchParams,
): Measure<SeatRegion> {
  return {
    label: language.words.clusters.title,
    valueOf: ({ organizations }) => organizations.totalCount,
    unplaced: unplaced(
      language,
      nowhere,
      `/clusters${changed(search, { region: UNKNOWN, after: null })}`,
    ),
    isInOne: true,
  };
}

type SeatRegion = Answered<ClustersQuery>['regions']['nodes'][number];

/** Since when there is the cluster, by the preferred claim; null if no source says it. */
export function foundedText(language: Language, { bestClaims }: ListedCluster): string | null {
  const [founded] = bestClaims;
  return founded === undefined ? null : claimText(language, founded.claim);
}

export const clustersPage = definePage({
  path: '/clusters',
  operation: ClustersDocument,
  variables: ({ search }) => clustersVariables(search),
  view(data, language, { search }) {
    const { nodes, pageInfo, totalCount } = data.clusters;
    const { words, prefix } = language;
    const { column, state } = words;
    return {
      title: words.clusters.title,
      description: count(language, words.clusters.lead, totalCount),
      tables: [
        {
          heading: words.clusters.title,
          columns: [
            column.name,
            column.city,
            column.sector,
            column.since,
            column.members,
            words.initiatives.title,
            column.grants,
            column.source,
          ],
          rows: nodes.map((one) => [
            { text: one.name, href: `${prefix}/organizations/${one.slug}` },
            placeOf(one) ?? state.unknown,
            one.sectors.nodes.map(({ title }) => title).join(', '),
            foundedText(language, one) ?? state.unknown,
            numberText(language, one.members.totalCount),
            numberText(language, one.initiatives.totalCount),
            numberText(language, one.grantsReceived.totalCount),
            one.source.title,
          ]),
        },
        mapTable(language, {
          heading: words.clusters.seats,
          regions: data.regions.nodes,
          measures: [seatMeasure(language, data, search)],
        }),
      ],
      links: [
        ...(pageInfo.hasNextPage
          ? [
              {
                text: state.more,
                href: `${prefix}/clusters${changed(search, { after: pageInfo.endCursor })}`,
              },
            ]
          : []),
        { text: 'CSV', href: exportUrl('organizations.csv', clusterFilter(search)) },
        { text: 'JSON', href: exportUrl('organizations.json', clusterFilter(search)) },
      ],
    };
  },
});
