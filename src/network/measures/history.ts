import { inForceOn, type Graph } from '../graph.js';
import { at, byteAt, numbers, weightAt, weights } from '../shared-arrays.js';
import { communitiesOf } from './communities.js';
import { density } from './density.js';
import { transitivity } from './triangles.js';

export interface Moment {
  readonly day: number;
  /** The number of nodes with at least one tie in force. */
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** The number of pairs of nodes that have only undated ties, whether these count or not. */
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
  readonly days: readonly number[];
  /** Whether ties count whose start is unknown. */
  readonly includesUndated: boolean;
  /** Whether nodes without ties on a day are nodes of that day's network. */
  readonly isolates: boolean;
  readonly metrics?: readonly HistoryMetric[];
}

/** The state of the network on each of the days, in order. */
export function historyOf(
  graph: Graph,
  { days, includesUndated, isolates: hasIsolates, metrics = [] }: HistoryOptions,
): Moment[] {
  let before = new Uint8Array(graph.size);
  return days.map((day) => {
    const now = new Uint8Array(graph.size);
    const groups = new DisjointSets(graph.order);
    let [edges, undated, added, ended] = [0, 0, 0, 0];
    for (let edge = 0; edge < graph.size; edge += 1) {
      const isDated = inForceOn(graph, edge, day, false);
      const isUndated = !isDated && inForceOn(graph, edge, day);
      undated += Number(isUndated);
      const isThere = isDated || (isUndated && includesUndated);
      if (isThere) {
        now[edge] = 1;
        edges += 1;
        groups.join(at(graph.low, edge), at(graph.high, edge));
      }
      if (isThere && byteAt(before, edge) === 0) added += 1;
      if (!isThere && byteAt(before, edge) === 1) ended += 1;
    }
    before = now;
    const nodes = hasIsolates ? graph.order : groups.nodes;
    const present = metrics.length === 0 ? null : graphOn(graph, now, day);
    const isAsked = (metric: HistoryMetric) => metrics.includes(metric);
    return {
      day,
      nodeCount: groups.nodes,
      edgeCount: edges,
      undatedEdges: undated,
      componentCount: groups.components,
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

/** All nodes, but only the edges that are there, with the weight of their ties in force on the day. */
function graphOn(graph: Graph, isThere: Uint8Array, day: number): Graph {
  const { order, tieOffsets, ties } = graph;
  const size = isThere.reduce((sum, each) => sum + each, 0);
  const [low, high] = [numbers(size), numbers(size)];
  const ofEdge = weights(size);
  const newEdge = new Int32Array(graph.size);
  let count = 0;
  for (let edge = 0; edge < graph.size; edge += 1) {
    if (byteAt(isThere, edge) === 0) continue;
    newEdge[edge] = count;
    low[count] = at(graph.low, edge);
    high[count] = at(graph.high, edge);
    for (let tie = at(tieOffsets, edge); tie < at(tieOffsets, edge + 1); tie += 1) {
      const isInForce = at(ties.from, tie) <= day && at(ties.to, tie) >= day;
      if (isInForce) ofEdge[count] = weightAt(ofEdge, count) + weightAt(ties.weight, tie);
    }
    count += 1;
  }
  const [offsets, neighbours, edges] = [numbers(order + 1), numbers(2 * size), numbers(2 * size)];
  let slots = 0;
  for (let node = 0; node < order; node += 1) {
    for (let slot = at(graph.offsets, node); slot < at(graph.offsets, node + 1); slot += 1) {
      const edge = at(graph.edges, slot);
      if (byteAt(isThere, edge) === 0) continue;
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
    weights: ofEdge,
    arcs: null,
    tieCounts: none,
    kinds: none,
    undated: none,
    tieOffsets: numbers(size + 1),
    ties: { kind: none, record: none, from: none, to: none, undated: none, weight: weights(0) },
    directions: null,
    strengths: weights(order),
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
