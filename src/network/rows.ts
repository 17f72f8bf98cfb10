import {
  arcDegrees,
  at,
  BACKWARD,
  degreeOf,
  FORWARD,
  weightedDegreeOf,
  type Graph,
} from './graph.js';
import { labelOf, nodeKey, nodeName } from './labels.js';
import type { CommunityMembers } from './members.js';
import type { NetworkView } from './network-view.js';
import { isSameRecord, TIE } from './pairs.js';
import { idAt } from './record-ids.js';
import type { Patience } from './shared-task.js';
import { listsOf } from './snapshot.js';
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
  readonly inDegree: number;
  readonly outDegree: number;
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
  return (node) => {
    const degrees = arcDegrees(view.graph, node);
    return {
      ...labelOf(view.snapshot, view.nodes, node),
      node,
      view,
      organizationCount: at(view.nodes.sizes, node),
      degree: degreeOf(view.graph, node),
      inDegree: degrees.in,
      outDegree: degrees.out,
      weightedDegree: weightedDegreeOf(view.graph, node),
      innerWeight: at(view.graph.inner, node),
      ...Object.fromEntries(
        Object.entries(values).map(([metric, valueOf]) => [metric, valueOf(node)]),
      ),
    };
  };
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
  readonly count: number;
  readonly modularity: number | null;
  /** The community with this index, the largest first. */
  readonly row: (community: number) => CommunityRow;
  readonly members: (community: number, limit: number) => readonly number[];
  readonly of: (node: number) => CommunityRow;
}

/** The communities, the largest first, and the community of each node. */
export async function communityRows(view: NetworkView, patience: Patience): Promise<CommunityRows> {
  const communities = await view.communities(patience);
  const { labels, sizes, modularity, offsets, members } = communities;
  const row = (community: number) => communityRow(view, communities, community);
  return {
    count: sizes.length,
    modularity,
    row,
    members: (community, limit) => {
      const begin = at(offsets, community);
      return [...members.subarray(begin, Math.min(at(offsets, community + 1), begin + limit))];
    },
    of: (node) => row(at(labels, node)),
  };
}

function communityRow(
  view: NetworkView,
  { sizes, offsets, members }: CommunityMembers,
  community: number,
): CommunityRow {
  const central = at(members, at(offsets, community));
  return {
    number: community + 1,
    nodeCount: at(sizes, community),
    name: nodeName(view.snapshot, view.nodes, central),
    central,
    view,
  };
}

/** An edge, as in the API and exports, seen from one of its ends. */
export interface LinkRow {
  readonly view: NetworkView;
  readonly edge: number;
  readonly fromKey: string;
  readonly toKey: string;
  readonly fromNode: number;
  readonly toNode: number;
  readonly isDirected: boolean;
  readonly weight: number;
  readonly tieCount: number;
  readonly kinds: readonly NetworkTieKind[];
}

/** An edge and the node that it is seen from; if it is directed, it leads from that node. */
export interface SeenEdge {
  readonly edge: number;
  readonly from: number;
  readonly isDirected: boolean;
}

export const seenFromLow = ({ low }: Graph, edge: number): SeenEdge => ({
  edge,
  from: at(low, edge),
  isDirected: false,
});

/** Edges as they are listed: in a directed network, once for each direction that has ties. */
export function* directions(graph: Graph, edges: Iterable<number>): Generator<SeenEdge> {
  const { arcs, low, high } = graph;
  for (const edge of edges) {
    if (arcs === null) yield seenFromLow(graph, edge);
    else {
      if (at(arcs.forward, edge) > 0) yield { edge, from: at(low, edge), isDirected: true };
      if (at(arcs.backward, edge) > 0) yield { edge, from: at(high, edge), isDirected: true };
    }
  }
}

export function linkRow(view: NetworkView, { edge, from, isDirected }: SeenEdge): LinkRow {
  const { graph, snapshot, nodes } = view;
  const isLow = at(graph.low, edge) === from;
  const to = isLow ? at(graph.high, edge) : at(graph.low, edge);
  const link = {
    view,
    edge,
    fromKey: nodeKey(snapshot, nodes, from),
    toKey: nodeKey(snapshot, nodes, to),
    fromNode: from,
    toNode: to,
  };
  if (isDirected && graph.arcs !== null) {
    const { forward, backward } = graph.arcs;
    const weight = at(isLow ? forward : backward, edge);
    return { ...link, isDirected, weight, ...recordCounts({ ...link, isDirected }) };
  }
  return {
    ...link,
    isDirected: false,
    weight: at(graph.weights, edge),
    tieCount: at(graph.tieCounts, edge),
    kinds: TIE_KINDS.filter((_, kind) => (at(graph.kinds, edge) & (1 << kind)) !== 0),
  };
}

/** The number of ties in one direction, and their kinds. */
function recordCounts(
  link: Pick<LinkRow, 'view' | 'edge' | 'isDirected' | 'fromNode'>,
): Pick<LinkRow, 'tieCount' | 'kinds'> {
  const kinds = new Set<number>();
  let tieCount = 0;
  for (const { kind } of recordsOf(link)) {
    kinds.add(kind);
    tieCount += 1;
  }
  return { tieCount, kinds: TIE_KINDS.filter((_, kind) => kinds.has(kind)) };
}

/** One of the ties of an edge. */
export interface TieRow {
  readonly kind: NetworkTieKind;
  readonly recordId: string;
  readonly sourceId: string;
  readonly source: { readonly title: string; readonly licence: string | null };
  readonly since: string | null;
  readonly until: string | null;
  readonly periods: readonly TiePeriod[];
}

export interface TiePeriod {
  readonly since: string | null;
  readonly until: string | null;
}

/** The records behind an edge, each with the places of its periods among the ties of the graph. */
function* recordsOf(
  link: Pick<LinkRow, 'view' | 'edge' | 'isDirected' | 'fromNode'>,
): Generator<{ readonly kind: number; readonly first: number; readonly end: number }> {
  const { view, edge } = link;
  const { tieOffsets, ties } = view.graph;
  const last = at(tieOffsets, edge + 1);
  for (let first = at(tieOffsets, edge), end = first; first < last; first = end) {
    const kind = at(ties.kind, first);
    const list = view.snapshot.ties[TIE_KINDS[kind] as NetworkTieKind];
    const isSame = (tie: number) =>
      at(ties.kind, tie) === kind &&
      isSameRecord(list, at(ties.record, first) * TIE.size, at(ties.record, tie) * TIE.size);
    let isInDirection = false;
    while (end < last && isSame(end)) {
      isInDirection ||= leadsFrom(view.graph, end, link);
      end += 1;
    }
    if (isInDirection) yield { kind, first, end };
  }
}

function leadsFrom(
  { directions, low }: Graph,
  tie: number,
  { edge, isDirected, fromNode }: Pick<LinkRow, 'edge' | 'isDirected' | 'fromNode'>,
): boolean {
  if (!isDirected || directions === null) return true;
  return (at(directions, tie) & (at(low, edge) === fromNode ? FORWARD : BACKWARD)) !== 0;
}

/** The ties of an edge, one for each record. */
export function tieRows(
  link: Pick<LinkRow, 'view' | 'edge' | 'isDirected' | 'fromNode'>,
  limit = Infinity,
): TieRow[] {
  const { graph, snapshot } = link.view;
  const rows: TieRow[] = [];
  for (const { kind: index, first, end } of recordsOf(link)) {
    if (rows.length >= limit) break;
    const kind = TIE_KINDS[index] as NetworkTieKind;
    const list = snapshot.ties[kind];
    const place = at(graph.ties.record, first) * TIE.size;
    const source = itemAt(listsOf(snapshot).sources, at(list, place + TIE.source));
    rows.push({
      kind,
      recordId: idAt(list, place + TIE.record),
      sourceId: source.id,
      source: { title: source.title, licence: source.licence },
      ...wholePeriod(graph, first, end),
      periods: periodsOf(graph, first, end),
    });
  }
  return rows;
}

/** The periods of ties, in order, each once. */
function periodsOf({ ties }: Graph, first: number, end: number): TiePeriod[] {
  const periods = Array.from({ length: end - first }, (_, index): [number, number] => [
    at(ties.from, first + index),
    at(ties.to, first + index),
  ]);
  const known = new Map(periods.map((period) => [period.join(), period]));
  return [...known.values()]
    .sort((left, right) => left[0] - right[0] || left[1] - right[1])
    .map(([from, to]) => ({ since: partialDate(from, '0'), until: partialDate(to, '9') }));
}

/** The period from the start of the first tie to the end of the last. */
function wholePeriod({ ties }: Graph, first: number, end: number): TiePeriod {
  let [from, to] = [Infinity, 0];
  for (let tie = first; tie < end; tie += 1) {
    from = Math.min(from, at(ties.from, tie));
    to = Math.max(to, at(ties.to, tie));
  }
  return { since: partialDate(from, '0'), until: partialDate(to, '9') };
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
