import { changed, listIn, numberIn, valueIn } from '../address.js';
import {
  NetworkDocument,
  type NetworkLevel,
  type NetworkQuery,
  type NetworkQueryVariables,
  type NetworkTieKind,
  type OrganizationFilter,
} from '../generated/network.js';
import { count, dateText, fill, numberText, sentence, type Language } from '../language.js';
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

/** The number of nodes up to which a drawing can be read, and loads within the budget of a page. */
const READABLE_NODES = 180;
/** The number of nodes, the most connected first, that the server writes as a table; the files have all. */
const WRITTEN_NODES = 60;
/** The number of nodes that a page draws at most. */
const MOST_NODES = 5000;

type Graph = NonNullable<NetworkQuery['network']>;
export type GraphNode = NonNullable<Graph['nodes']>[number];
export type GraphEdge = NonNullable<Graph['edges']>[number];
/** What is needed of a node to draw it; its measures if they decide its size or color. */
export type DrawableNode = Pick<GraphNode, 'key' | 'name' | 'kind' | 'degree' | 'organization'> &
  Partial<GraphNode>;

/** What of the network an address selects, for every operation on it. */
export interface NetworkSelection {
  readonly filter: OrganizationFilter;
  readonly ties: readonly NetworkTieKind[] | null;
  /** A day, or a period that can be open at one end. */
  readonly asOf: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly level: NetworkLevel;
}

/** `?ties=PARTNERSHIP&asOf=2015-12-22&level=SECTOR`, or a period, and the filters of organizations. */
export function networkSelection(search: URLSearchParams): NetworkSelection {
  const ties = listIn(search, 'ties') as readonly NetworkTieKind[];
  return {
    filter: organizationFilter(search),
    ties: ties.length === 0 ? null : ties,
    ...momentIn(search),
    level: (valueIn(search, 'level') ?? 'ORGANIZATION') as NetworkLevel,
  };
}

/** `?asOf=2015-12-22` or `?since=2010-01-01&until=2015-12-31`; `from` and `to` are the ends of a path. */
export function momentIn(
  search: URLSearchParams,
): Pick<NetworkSelection, 'asOf' | 'since' | 'until'> {
  const asOf = valueIn(search, 'asOf');
  if (asOf !== null) return { asOf, since: null, until: null };
  const [since, until] = [valueIn(search, 'since'), valueIn(search, 'until')];
  // In whatever order the address has the two days, they are one period. The API would refuse the later one first.
  return since !== null && until !== null && until < since
    ? { asOf, since: until, until: since }
    : { asOf, since, until };
}

export function networkVariables(search: URLSearchParams): NetworkQueryVariables {
  return {
    ...networkSelection(search),
    ...shownVariables(search),
    // A table has no edges: so it costs less than the drawing of the same nodes, and is not cut further.
    edges: search.get('view') !== 'table',
    isolates: search.get('isolates') === '1',
    first: numberIn(search, 'first', { min: 1, max: MOST_NODES, otherwise: READABLE_NODES }),
  };
}

/**
 * How many nodes the server can answer with, by what `first` nodes would have cost: their edges, or the nodes of a
 * table, cost in proportion to them, and the rest as much for fewer.
 */
export function affordableNodes(first: number, { value, limit, costliest }: Cost): number {
  const entries = costliest.find(({ path }) => /(edges|nodes)$/.test(path))?.points ?? value;
  const share = Math.max(0, limit - (value - entries)) / entries;
  // Fewer in any case, so that a repetition ends.
  return Math.max(1, Math.floor(first * Math.min(share, 0.9)));
}

interface Cost {
  readonly value: number;
  readonly limit: number;
  readonly costliest: readonly { readonly path: string; readonly points: number }[];
}

/** What the size and the color of a node need, and the columns of the table, besides what is always shown. */
export function shownVariables(search: URLSearchParams): {
  readonly betweenness: boolean;
  readonly pageRank: boolean;
  readonly community: boolean;
  readonly weight: boolean;
} {
  const size = search.get('size');
  const isTable = search.get('view') === 'table';
  return {
    betweenness: isTable || size === 'betweenness',
    pageRank: size === 'pageRank',
    community: isTable || search.get('color') === 'community',
    weight: isTable,
  };
}

/** The file with exactly the network that an address selects, in a format of network tools. */
export function networkFile(search: URLSearchParams, format: string): string {
  const { filter, ties, asOf, since, until, level } = networkSelection(search);
  const isFiltered = Object.keys(filter).length > 0;
  return `/export/network.${format}${changed(new URLSearchParams(), {
    ties: ties ?? null,
    asOf,
    from: since,
    to: until,
    level: level === 'ORGANIZATION' ? null : level,
    isolates: String(search.get('isolates') === '1'),
    filter: isFiltered ? JSON.stringify(filter) : null,
  })}`;
}

/** How large the network is, and when: the text below the title. */
export function networkLead(
  language: Language,
  { nodeCount, edgeCount }: { readonly nodeCount: number; readonly edgeCount: number },
  search: URLSearchParams,
): string {
  const { network } = language.words;
  const moment = momentText(language, search);
  return fill(network.lead, {
    nodes: count(language, network.nodes, nodeCount),
    edges: count(language, network.edges, edgeCount),
    day: moment === '' ? '' : ` ${moment}`,
  });
}

/** The day or the period of an address in words; empty if it has none. */
export function momentText(language: Language, search: URLSearchParams): string {
  const { network } = language.words;
  const { asOf, since, until } = momentIn(search);
  const day = (date: string) => dateText(language, date);
  if (asOf !== null) return fill(network.onDay, { day: day(asOf) });
  if (since !== null && until !== null) {
    return fill(network.between, { since: day(since), until: day(until) });
  }
  if (since !== null) return fill(network.sinceDay, { day: day(since) });
  return until === null ? '' : fill(network.untilDay, { day: day(until) });
}

export const networkPage = definePage({
  path: '/network',
  operation: NetworkDocument,
  // Not more than what is written, with what the table has.
  variables: ({ search }) => ({
    ...networkVariables(search),
    betweenness: true,
    community: true,
    weight: true,
    edges: false,
    first: WRITTEN_NODES,
  }),
  view({ network }, language, { search }) {
    const { words, values, prefix } = language;
    const { column } = words;
    const rows = (network.nodes ?? []).slice(0, WRITTEN_NODES);
    return {
      title: words.network.title,
      description: sentence(networkLead(language, network.graph, search)),
      tables: [
        {
          heading:
            rows.length < network.graph.nodeCount
              ? fill(words.state.shown, {
                  shown: numberText(language, rows.length),
                  total: numberText(language, network.graph.nodeCount),
                })
              : words.network.title,
          columns: [
            column.name,
            column.kind,
            column.degree,
            column.weight,
            column.betweenness,
            column.community,
          ],
          rows: rows.map((node) => [
            node.organization === null
              ? node.name
              : { text: node.name, href: `${prefix}/organizations/${node.organization.slug}` },
            node.kind === null ? '' : values.OrganizationType[node.kind],
            String(node.degree),
            numberText(language, node.weightedDegree ?? 0),
            numberText(language, node.betweenness ?? 0, 4),
            node.community?.name ?? '',
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
