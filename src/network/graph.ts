import { weightAt, at, type Bytes, type Numbers, type Weights } from './shared-arrays.js';

/**
 * A network in a form for computation. Nodes are 0, 1, …, in the order of their ids. An edge joins two
 * different nodes and consists of one or more ties. All arrays are shared between threads.
 */
export interface Graph {
  readonly order: number;
  readonly size: number;
  /** The neighbors of node v, ascending, are at offsets[v] to offsets[v + 1]. */
  readonly offsets: Numbers;
  readonly neighbours: Numbers;
  /** The edge to each of the neighbors. */
  readonly edges: Numbers;
  /** The ends of each edge, the smaller in `low` and the larger in `high`. Edges are sorted by their ends. */
  readonly low: Numbers;
  readonly high: Numbers;
  readonly weights: Weights;
  /** The arcs of a directed network; null if it is undirected. */
  readonly arcs: Arcs | null;
  /** The number of ties of each edge: a record counts once. */
  readonly tieCounts: Numbers;
  /** The kinds of ties of each edge: bit n is set for the kind with index n in TIE_KINDS. */
  readonly kinds: Numbers;
  /** Of each edge, whether all its ties are undated (1) or not (0). */
  readonly undated: Numbers;
  /** The tie periods of edge e are at tieOffsets[e] to tieOffsets[e + 1]; those of a record are adjacent. */
  readonly tieOffsets: Numbers;
  readonly ties: TieColumns;
  /** Of each tie in a directed network, whether it leads FORWARD, BACKWARD or both; otherwise null. */
  readonly directions: Bytes | null;
  /** The sum of the weights of the edges of each node. */
  readonly strengths: Weights;
  /** The weight of the ties within a node, if nodes are groups of organizations. */
  readonly inner: Weights;
}

/** The weight of each edge from its `low` to its `high` node, and back; 0 if it has no arc in that direction. */
export interface Arcs {
  readonly forward: Weights;
  readonly backward: Weights;
}

/** The directions of a tie: from the `low` to the `high` node of its edge, and back. */
export const FORWARD = 1;
export const BACKWARD = 2;

/** A tie in a period is identified by its kind (the index in TIE_KINDS) and its row in the snapshot. */
interface TieColumns {
  readonly kind: Numbers;
  readonly record: Numbers;
  readonly from: Numbers;
  readonly to: Numbers;
  /** 1 if no source says when it began, otherwise 0. */
  readonly undated: Numbers;
  readonly weight: Weights;
}

/**
 * The weight of the arc from the node to the neighbor in this slot of `neighbours`: 0 if the network is directed and
 * has no arc in that direction.
 */
export function arcWeight(
  { neighbours, edges, weights: ofEdge, arcs }: Graph,
  node: number,
  slot: number,
): number {
  const edge = at(edges, slot);
  if (arcs === null) return weightAt(ofEdge, edge);
  return weightAt(node < at(neighbours, slot) ? arcs.forward : arcs.backward, edge);
}

export function degreeOf({ offsets }: Graph, node: number): number {
  return at(offsets, node + 1) - at(offsets, node);
}

export function weightedDegreeOf({ strengths }: Graph, node: number): number {
  return weightAt(strengths, node);
}

/** The number of arcs from the node, and to it; both are its degree if the network is undirected. */
export function arcDegrees(
  graph: Graph,
  node: number,
): { readonly out: number; readonly in: number } {
  const { offsets, neighbours, edges, arcs } = graph;
  if (arcs === null) return { out: degreeOf(graph, node), in: degreeOf(graph, node) };
  let [out, into] = [0, 0];
  for (let slot = at(offsets, node); slot < at(offsets, node + 1); slot += 1) {
    const [edge, isLow] = [at(edges, slot), node < at(neighbours, slot)];
    if (weightAt(isLow ? arcs.forward : arcs.backward, edge) > 0) out += 1;
    if (weightAt(isLow ? arcs.backward : arcs.forward, edge) > 0) into += 1;
  }
  return { out, in: into };
}

/** The edge between two nodes; null if there is none. */
export function edgeBetween(
  { offsets, neighbours, edges }: Graph,
  a: number,
  b: number,
): number | null {
  let [low, high] = [at(offsets, a), at(offsets, a + 1) - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const neighbour = at(neighbours, middle);
    if (neighbour === b) return at(edges, middle);
    if (neighbour < b) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

/** Whether any tie of the edge was in force on the day. */
export function inForceOn(
  { tieOffsets, ties }: Graph,
  edge: number,
  day: number,
  includesUndated = true,
): boolean {
  for (let tie = at(tieOffsets, edge); tie < at(tieOffsets, edge + 1); tie += 1) {
    const counts = includesUndated || at(ties.undated, tie) === 0;
    if (counts && at(ties.from, tie) <= day && at(ties.to, tie) >= day) return true;
  }
  return false;
}

/** The memory size of the graph in bytes. */
export function bytesOf({ order, size, ties }: Graph): number {
  return order * 20 + size * 56 + ties.kind.length * 28;
}
