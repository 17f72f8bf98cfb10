import { at, inForceOn, numbers, type Graph } from '../graph.js';
import { communitiesOf } from './communities.js';
import { density } from './density.js';
import { transitivity } from './triangles.js';

export interface Moment {
  readonly day: number;
  /** The number of nodes: all of the network, or those with at least one tie in force. */
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** The number of edges that are there only through ties without any date. */
  readonly undatedEdges: number;
  readonly componentCount: number;
  /** The number of nodes in the largest component. */
  readonly largestComponent: number;
  readonly density: number | null;
  readonly averageDegree: number | null;
  /** Null if not requested, or if no node has two neighbors. */
  readonly transitivity: number | null;
  /** Null if not requested, or if there are no edges. */
  readonly modularity: number | null;
  /** Edges that appeared or disappeared since the previous day; all are added on the first. */
  readonly addedCount: number;
  readonly endedCount: number;
}

/** The metrics that take a computation of their own on each day. */
export type HistoryMetric = 'TRANSITIVITY' | 'MODULARITY';

export interface HistoryOptions {
  /** Which nodes count: ALL of the network, or (by default) only those that are CONNECTED on the day. */
  readonly order?: 'ALL' | 'CONNECTED';
  readonly metrics?: readonly HistoryMetric[];
  /** The weight of a tie by its kind, for the modularity; by default 1. */
  readonly tieWeights?: readonly number[];
}

/** The state of the network on each of the days, in order. */
export function historyOf(
  graph: Graph,
  days: readonly number[],
  { order = 'CONNECTED', metrics = [], tieWeights = [] }: HistoryOptions = {},
): Moment[] {
  const isDated = Uint8Array.from(graph.low, (_, edge) => (hasDate(graph, edge) ? 1 : 0));
  let before = new Uint8Array(graph.size);
  return days.map((day) => {
    const now = new Uint8Array(graph.size);
    const groups = new DisjointSets(graph.order);
    let [edges, undated, added, ended] = [0, 0, 0, 0];
    for (let edge = 0; edge < graph.size; edge += 1) {
      const isThere = inForceOn(graph, edge, day);
      if (isThere) {
        now[edge] = 1;
        edges += 1;
        if (at(isDated, edge) === 0) undated += 1;
        groups.join(at(graph.low, edge), at(graph.high, edge));
      }
      if (isThere && at(before, edge) === 0) added += 1;
      if (!isThere && at(before, edge) === 1) ended += 1;
    }
    before = now;
    const isolates = order === 'ALL' ? graph.order - groups.nodes : 0;
    const nodes = groups.nodes + isolates;
    const present = metrics.length === 0 ? null : graphOn(graph, now, day, tieWeights);
    const isAsked = (metric: HistoryMetric) => metrics.includes(metric);
    return {
      day,
      nodeCount: nodes,
      edgeCount: edges,
      undatedEdges: undated,
      componentCount: groups.components + isolates,
      largestComponent: Math.max(groups.largest, Math.min(nodes, 1)),
      density: density(nodes, edges),
      averageDegree: nodes === 0 ? null : (2 * edges) / nodes,
      transitivity: present && isAsked('TRANSITIVITY') ? transitivity(present) : null,
      modularity:
        present && isAsked('MODULARITY') ? communitiesOf(present, { runs: 1 }).modularity : null,
      addedCount: added,
      endedCount: ended,
    };
  });
}

/** The end of a tie that has none is on this day or later. */
const NO_END = 9999_00_00;

/** Whether any tie of the edge has a start or an end. */
function hasDate({ tieOffsets, ties }: Graph, edge: number): boolean {
  for (let tie = at(tieOffsets, edge); tie < at(tieOffsets, edge + 1); tie += 1) {
    if (at(ties.from, tie) > 0 || at(ties.to, tie) < NO_END) return true;
  }
  return false;
}

/** All nodes, but only the edges that are there, with the weight of their ties in force on the day. */
function graphOn(
  graph: Graph,
  isThere: Uint8Array,
  day: number,
  tieWeights: readonly number[],
): Graph {
  const { order, tieOffsets, ties } = graph;
  const size = isThere.reduce((sum, each) => sum + each, 0);
  const [low, high] = [numbers(size), numbers(size)];
  const weights = new Float64Array(new SharedArrayBuffer(size * 8));
  const newEdge = new Int32Array(graph.size);
  let count = 0;
  for (let edge = 0; edge < graph.size; edge += 1) {
    if (at(isThere, edge) === 0) continue;
    newEdge[edge] = count;
    low[count] = at(graph.low, edge);
    high[count] = at(graph.high, edge);
    for (let tie = at(tieOffsets, edge); tie < at(tieOffsets, edge + 1); tie += 1) {
      const isInForce = at(ties.from, tie) <= day && at(ties.to, tie) >= day;
      if (isInForce) weights[count] = at(weights, count) + (tieWeights[at(ties.kind, tie)] ?? 1);
    }
    count += 1;
  }
  const [offsets, neighbours, edges] = [numbers(order + 1), numbers(2 * size), numbers(2 * size)];
  let slots = 0;
  for (let node = 0; node < order; node += 1) {
    for (let slot = at(graph.offsets, node); slot < at(graph.offsets, node + 1); slot += 1) {
      const edge = at(graph.edges, slot);
      if (at(isThere, edge) === 0) continue;
      neighbours[slots] = at(graph.neighbours, slot);
      edges[slots] = at(newEdge, edge);
      slots += 1;
    }
    offsets[node + 1] = slots;
  }
  // The ties are left out: metrics do not read them.
  const none = numbers(0);
  return {
    order,
    size,
    offsets,
    neighbours,
    edges,
    low,
    high,
    weights,
    arcs: null,
    tieOffsets: numbers(size + 1),
    ties: { kind: none, record: none, from: none, to: none },
    inner: graph.inner,
  };
}

/** Instead of a parent: the node has not been joined. */
const NO_PARENT = -1;

/** Connected components of the nodes that have been joined (union-find). */
class DisjointSets {
  readonly #parent: Int32Array;
  /** The size of the component at each top. */
  readonly #sizes: Int32Array;
  nodes = 0;
  components = 0;
  largest = 0;

  constructor(order: number) {
    this.#parent = new Int32Array(order).fill(NO_PARENT);
    this.#sizes = new Int32Array(order).fill(1);
  }

  join(a: number, b: number): void {
    const [left, right] = [this.#top(a), this.#top(b)];
    if (left === right) return;
    this.#parent[left] = right;
    this.components -= 1;
    const size = at(this.#sizes, left) + at(this.#sizes, right);
    this.#sizes[right] = size;
    this.largest = Math.max(this.largest, size);
  }

  #top(node: number): number {
    if (at(this.#parent, node) === NO_PARENT) {
      this.#parent[node] = node;
      this.nodes += 1;
      this.components += 1;
    }
    let top = node;
    while (at(this.#parent, top) !== top) {
      const above = at(this.#parent, at(this.#parent, top));
      this.#parent[top] = above;
      top = above;
    }
    return top;
  }
}

/** The edges that exist only on the second day, and those that exist only on the first. */
export function changesOf(graph: Graph, from: number, to: number) {
  const [added, ended]: [number[], number[]] = [[], []];
  for (let edge = 0; edge < graph.size; edge += 1) {
    const [was, is] = [inForceOn(graph, edge, from), inForceOn(graph, edge, to)];
    if (is && !was) added.push(edge);
    if (was && !is) ended.push(edge);
  }
  return { added, ended };
}
