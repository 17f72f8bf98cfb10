import type { Communities } from './measures/centrality.js';
import { at, degreeOf, weightedDegreeOf } from './graph.js';
import type { NetworkView } from './network-view.js';
import { labelOf, nodeKey } from './project.js';
import type { Patience } from './shared-task.js';
import { TIE } from './pairs.js';
import { idAt } from './snapshot.js';
import { TIE_KINDS, type NetworkTieKind } from './tie-kinds.js';
import { itemAt } from '../domain/present.js';

/** Metrics of nodes that are computed over the whole network, only on request. */
export const METRICS = [
  'betweenness',
  'closeness',
  'pageRank',
  'coreNumber',
  'component',
  'community',
] as const;
export type Metric = (typeof METRICS)[number];

/** A node, as in the API and exports. */
export type NodeRow = ReturnType<typeof labelOf> & {
  readonly node: number;
  readonly view: NetworkView;
  readonly organizationCount: number;
  readonly degree: number;
  readonly weightedDegree: number;
  readonly innerWeight: number;
} & Partial<Readonly<Record<Exclude<Metric, 'community'>, number>>> & {
    readonly community?: CommunityRow;
  };

export interface CommunityRow {
  /** From 1, the largest first. */
  readonly number: number;
  readonly nodeCount: number;
  /** The name of its most central member, by PageRank. */
  readonly name: string;
  readonly central: number;
  readonly view: NetworkView;
}

type Values = Readonly<Partial<Record<Metric, (node: number) => number | CommunityRow>>>;

/** Converts nodes to rows, with the requested metrics. */
export async function nodeRows(
  view: NetworkView,
  metrics: ReadonlySet<Metric>,
  patience: Patience,
): Promise<(node: number) => NodeRow> {
  const values = await valuesOf(view, metrics, patience);
  return (node) => ({
    ...labelOf(view.snapshot, view.nodes, node),
    node,
    view,
    organizationCount: at(view.nodes.sizes, node),
    degree: degreeOf(view.graph, node),
    weightedDegree: weightedDegreeOf(view.graph, node),
    innerWeight: at(view.graph.inner, node),
    ...Object.fromEntries(
      Object.entries(values).map(([metric, valueOf]) => [metric, valueOf(node)]),
    ),
  });
}

async function valuesOf(
  view: NetworkView,
  metrics: ReadonlySet<Metric>,
  patience: Patience,
): Promise<Values> {
  const asked = (...names: Metric[]) => names.some((name) => metrics.has(name));
  const [structure, pageRank, distances, communities] = await Promise.all([
    asked('coreNumber', 'component') ? view.structure(patience) : null,
    asked('pageRank') ? view.pageRank(patience) : null,
    asked('betweenness', 'closeness') ? view.distances(patience) : null,
    asked('community') ? communityRows(view, patience) : null,
  ]);
  return {
    ...(structure && {
      coreNumber: (node) => at(structure.core, node),
      component: (node) => at(structure.component, node) + 1,
    }),
    ...(pageRank && { pageRank: (node) => at(pageRank, node) }),
    ...(distances && {
      betweenness: (node) => at(distances.betweenness, node),
      closeness: (node) => at(distances.closeness, node),
    }),
    ...(communities && { community: communities.of }),
  };
}

interface CommunityRows {
  readonly rows: readonly CommunityRow[];
  readonly modularity: number | null;
  readonly members: (community: number) => readonly number[];
  readonly of: (node: number) => CommunityRow;
}

/** Cached rows, because each of a thousand communities requests them. */
const rowsOfCommunities = new WeakMap<Communities, CommunityRows>();

/** The communities, the largest first, and the community of each node. */
export async function communityRows(view: NetworkView, patience: Patience): Promise<CommunityRows> {
  const [communities, pageRank] = await Promise.all([
    view.communities(patience),
    view.pageRank(patience),
  ]);
  const known = rowsOfCommunities.get(communities);
  if (known !== undefined) return known;
  const { labels, sizes, modularity } = communities;
  const members: number[][] = sizes.map(() => []);
  labels.forEach((community, node) => members[community]?.push(node));
  for (const nodes of members) {
    nodes.sort((left, right) => at(pageRank, right) - at(pageRank, left) || left - right);
  }
  const rows = sizes.map((size, community) => {
    const central = members[community]?.[0] as number;
    const { name } = labelOf(view.snapshot, view.nodes, central);
    return { number: community + 1, nodeCount: size, name, central, view };
  });
  const found = {
    rows,
    modularity,
    members: (community: number) => members[community] ?? [],
    of: (node: number) => rows[at(labels, node)] as CommunityRow,
  };
  rowsOfCommunities.set(communities, found);
  return found;
}

/** An edge, as in the API and exports, seen from one of its ends. */
export interface LinkRow {
  readonly view: NetworkView;
  readonly edge: number;
  readonly fromKey: string;
  readonly toKey: string;
  readonly fromNode: number;
  readonly toNode: number;
  readonly weight: number;
  readonly tieCount: number;
  readonly kinds: readonly NetworkTieKind[];
}

export function linkRow(view: NetworkView, edge: number, fromNode?: number): LinkRow {
  const { graph, snapshot, nodes } = view;
  const from = fromNode ?? at(graph.low, edge);
  const to = at(graph.low, edge) === from ? at(graph.high, edge) : at(graph.low, edge);
  const [first, end] = [at(graph.tieOffsets, edge), at(graph.tieOffsets, edge + 1)];
  const kinds = new Set(graph.ties.kind.subarray(first, end));
  return {
    view,
    edge,
    fromKey: nodeKey(snapshot, nodes, from),
    toKey: nodeKey(snapshot, nodes, to),
    fromNode: from,
    toNode: to,
    weight: at(graph.weights, edge),
    tieCount: end - first,
    kinds: TIE_KINDS.filter((_, kind) => kinds.has(kind)),
  };
}

/** One of the ties of an edge. */
export interface TieRow {
  readonly kind: NetworkTieKind;
  readonly recordId: string;
  readonly sourceId: string;
  readonly source: { readonly title: string; readonly licence: string | null };
  readonly since: string | null;
  readonly until: string | null;
}

export function tieRows(
  { view, edge }: Pick<LinkRow, 'view' | 'edge'>,
  limit = Infinity,
): TieRow[] {
  const { graph, snapshot } = view;
  const [first, end] = [at(graph.tieOffsets, edge), at(graph.tieOffsets, edge + 1)];
  return Array.from({ length: Math.min(end - first, limit) }, (_, index) => {
    const tie = first + index;
    const kind = TIE_KINDS[at(graph.ties.kind, tie)] as NetworkTieKind;
    const list = snapshot.ties[kind];
    const place = at(graph.ties.record, tie) * TIE.size;
    const source = itemAt(snapshot.sources, at(list, place + TIE.source));
    return {
      kind,
      recordId: idAt(list, place + TIE.record),
      sourceId: source.id,
      source: { title: source.title, licence: source.licence },
      since: partialDate(at(graph.ties.from, tie), '0'),
      until: partialDate(at(graph.ties.to, tie), '9'),
    };
  });
}

/** Converts a date number: `20130600` and `20130699` are a month; all filler digits mean no date. */
export function partialDate(day: number, filler: '0' | '9'): string | null {
  const text = String(day).padStart(8, '0');
  if (text === filler.repeat(8) || text === `0001${filler.repeat(4)}`) return null;
  const [year, month, date] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)];
  if (month === filler.repeat(2)) return year;
  return date === filler.repeat(2) ? `${year}-${month}` : `${year}-${month}-${date}`;
}

export function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}

export function dayText(day: number): string {
  const text = String(day).padStart(8, '0');
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}
