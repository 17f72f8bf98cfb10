import { changed, exportUrl, valueIn } from '../address.js';
import {
  ClustersDocument,
  type ClustersQuery,
  type ClustersQueryVariables,
} from '../generated/clusters.js';
import type { OrganizationFilter } from '../generated/organizations.js';
import { count, numberText, type Language } from '../language.js';
import { definePage } from '../view.js';
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
  return { filter: clusterFilter(search), first: 50, after: valueIn(search, 'after') };
}

/** Since when there is the cluster, by the preferred claim; null if no source says it. */
export function foundedText(language: Language, { bestClaims }: ListedCluster): string | null {
  const [founded] = bestClaims;
  return founded === undefined ? null : claimText(language, founded.claim);
}

export const clustersPage = definePage({
  path: '/clusters',
  operation: ClustersDocument,
  variables: ({ search }) => clustersVariables(search),
  view({ clusters: { nodes, pageInfo, totalCount } }, language, { search }) {
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
