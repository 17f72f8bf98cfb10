import { changed, listIn, numberIn, valueIn } from '../address.js';
import {
  NetworkDocument,
  type NetworkLevel,
  type NetworkQuery,
  type NetworkQueryVariables,
  type NetworkTieKind,
  type OrganizationFilter,
} from '../generated/operations.js';
import { count, dateText, fill, numberText, type Language } from '../language.js';
import { definePage } from '../view.js';
import { organizationFilter } from './organizations.js';

export const TIE_KINDS = [
  'MEMBERSHIP',
  'PARTNERSHIP',
  'JOINT_INITIATIVE',
  'FUNDING',
  'BOARD_SEAT',
] as const satisfies readonly NetworkTieKind[];
export const LEVELS = [
  'ORGANIZATION',
  'CLUSTER',
  'SECTOR',
  'REGION',
] as const satisfies readonly NetworkLevel[];

/** The formats of files that the pages offer. */
export const NETWORK_FILES = ['gexf', 'graphml', 'csv.zip', 'json'] as const;

/** The number of nodes up to which a drawing can be read. */
const READABLE_NODES = 400;
/** The number of nodes that a page draws at most. */
const MOST_NODES = 5000;

type Graph = NonNullable<NetworkQuery['network']>;
export type GraphNode = NonNullable<Graph['nodes']>[number];
export type GraphEdge = Graph['edges'][number];

/** What of the network an address selects, for every operation on it. */
export interface NetworkSelection {
  readonly filter: OrganizationFilter;
  readonly ties: readonly NetworkTieKind[] | null;
  readonly asOf: string | null;
  readonly level: NetworkLevel;
}

/** `?ties=PARTNERSHIP&asOf=2015-12-22&level=SECTOR` and the filters of organizations. */
export function networkSelection(search: URLSearchParams): NetworkSelection {
  const ties = listIn(search, 'ties') as readonly NetworkTieKind[];
  return {
    filter: organizationFilter(search),
    ties: ties.length === 0 ? null : ties,
    asOf: valueIn(search, 'asOf'),
    level: (valueIn(search, 'level') ?? 'ORGANIZATION') as NetworkLevel,
  };
}

export function networkVariables(search: URLSearchParams): NetworkQueryVariables {
  return {
    ...networkSelection(search),
    ...sizeVariables(search),
    isolates: search.get('isolates') === '1',
    first: numberIn(search, 'first', { min: 1, max: MOST_NODES, otherwise: READABLE_NODES }),
  };
}

/** What the size of a node may need besides what is always shown. */
export function sizeVariables(search: URLSearchParams): { readonly pageRank: boolean } {
  return { pageRank: search.get('size') === 'pageRank' };
}

/** The file with exactly the network that an address selects, in a format of network tools. */
export function networkFile(search: URLSearchParams, format: string): string {
  const { filter, ties, asOf, level } = networkSelection(search);
  const isFiltered = Object.keys(filter).length > 0;
  return `/export/network.${format}${changed(new URLSearchParams(), {
    ties: ties ?? null,
    asOf,
    level: level === 'ORGANIZATION' ? null : level,
    isolates: String(search.get('isolates') === '1'),
    filter: isFiltered ? JSON.stringify(filter) : null,
  })}`;
}

/** How large the network is, and on which day: the text below the title. */
export function networkLead(
  language: Language,
  { nodeCount, edgeCount }: { readonly nodeCount: number; readonly edgeCount: number },
  asOf: string | null,
): string {
  const { network } = language.words;
  return fill(network.lead, {
    nodes: count(language, network.nodes, nodeCount),
    edges: count(language, network.edges, edgeCount),
    day: asOf === null ? '' : fill(network.onDay, { day: dateText(language, asOf) }),
  });
}

export const networkPage = definePage({
  path: '/network',
  operation: NetworkDocument,
  variables: ({ search }) => networkVariables(search),
  view({ network }, language, { search }) {
    const { words, values, prefix } = language;
    const { column } = words;
    return {
      title: words.network.title,
      description: `${networkLead(language, network.graph, valueIn(search, 'asOf'))}.`,
      tables: [
        {
          heading: words.network.title,
          columns: [
            column.name,
            column.kind,
            column.degree,
            column.weight,
            column.betweenness,
            column.community,
          ],
          rows: (network.nodes ?? []).map((node) => [
            node.organization === null
              ? node.name
              : { text: node.name, href: `${prefix}/organizations/${node.organization.slug}` },
            node.kind === null ? '' : values.OrganizationType[node.kind],
            String(node.degree),
            numberText(language, node.weightedDegree),
            numberText(language, node.betweenness, 4),
            node.community.name,
          ]),
        },
      ],
      links: NETWORK_FILES.map((format) => ({
        text: format.toUpperCase(),
        href: networkFile(search, format),
      })),
    };
  },
});
