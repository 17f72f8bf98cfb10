import type { Numbers } from './pairs.js';
import { TIE_KINDS, type NetworkTieKind } from './tie-kinds.js';

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
  /** The ties of edge e are at tieOffsets[e] to tieOffsets[e + 1]. */
  readonly tieOffsets: Numbers;
  readonly ties: TieColumns;
  /** The weight of the ties within a node, if nodes are groups of organizations. */
  readonly inner: Weights;
}

export type Weights = Float64Array<SharedArrayBuffer>;

/** The weight of each edge from its `low` to its `high` node, and back; 0 if it has no arc in that direction. */
export interface Arcs {
  readonly forward: Weights;
  readonly backward: Weights;
}

/** A tie is identified by its kind (the index in TIE_KINDS) and its index among those in the snapshot. */
interface TieColumns {
  readonly kind: Numbers;
  readonly record: Numbers;
  readonly from: Numbers;
  readonly to: Numbers;
}

export const numbers = (length: number): Numbers =>
  new Int32Array(new SharedArrayBuffer(length * 4));
const weights = (length: number): Weights => new Float64Array(new SharedArrayBuffer(length * 8));

/** The value at an index that must exist. */
export function at(list: Int32Array | Float64Array | Uint8Array, place: number): number {
  return list[place] as number;
}

/** Builds a graph from ties between nodes. */
export class GraphBuilder {
  readonly #order: number;
  readonly #weightOf: Readonly<Record<NetworkTieKind, number>>;
  readonly #inner: Weights;
  readonly #low: number[] = [];
  readonly #high: number[] = [];
  readonly #kind: number[] = [];
  readonly #record: number[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];

  constructor(order: number, weightOf: Readonly<Record<NetworkTieKind, number>>) {
    this.#order = order;
    this.#weightOf = weightOf;
    this.#inner = weights(order);
  }

  add(a: number, b: number, kind: number, record: number, from: number, to: number): void {
    if (a === b) {
      this.#inner[a] = at(this.#inner, a) + this.#weight(kind);
      return;
    }
    this.#low.push(Math.min(a, b));
    this.#high.push(Math.max(a, b));
    this.#kind.push(kind);
    this.#record.push(record);
    this.#from.push(from);
    this.#to.push(to);
  }

  build(): Graph {
    const sorted = this.#sorted();
    const isNew = (index: number) =>
      index === 0 ||
      this.#low[at(sorted, index)] !== this.#low[at(sorted, index - 1)] ||
      this.#high[at(sorted, index)] !== this.#high[at(sorted, index - 1)];
    let size = 0;
    for (let index = 0; index < sorted.length; index += 1) if (isNew(index)) size += 1;
    const [low, high, tieOffsets] = [numbers(size), numbers(size), numbers(size + 1)];
    const edgeWeights = weights(size);
    let edges = 0;
    sorted.forEach((tie, index) => {
      if (isNew(index)) edges += 1;
      const edge = edges - 1;
      if (isNew(index)) {
        low[edge] = this.#low[tie] as number;
        high[edge] = this.#high[tie] as number;
        tieOffsets[edge] = index;
      }
      edgeWeights[edge] = at(edgeWeights, edge) + this.#weight(this.#kind[tie] as number);
    });
    tieOffsets[size] = sorted.length;
    const column = (values: readonly number[]) => {
      const list = numbers(sorted.length);
      sorted.forEach((tie, index) => (list[index] = values[tie] as number));
      return list;
    };
    return {
      order: this.#order,
      size,
      ...adjacency(this.#order, low, high),
      low,
      high,
      weights: edgeWeights,
      arcs: null,
      tieOffsets,
      ties: {
        kind: column(this.#kind),
        record: column(this.#record),
        from: column(this.#from),
        to: column(this.#to),
      },
      inner: this.#inner,
    };
  }

  #weight(kind: number): number {
    return this.#weightOf[TIE_KINDS[kind] as NetworkTieKind];
  }

  /** Sorts the ties by their ends; a stable counting sort in two passes. */
  #sorted(): Int32Array {
    const places = Int32Array.from(this.#low.keys());
    return countingSort(countingSort(places, this.#high, this.#order), this.#low, this.#order);
  }
}

function countingSort(places: Int32Array, key: readonly number[], order: number): Int32Array {
  const starts = new Int32Array(order + 1);
  for (const value of key) starts[value + 1] = at(starts, value + 1) + 1;
  for (let value = 0; value < order; value += 1) {
    starts[value + 1] = at(starts, value + 1) + at(starts, value);
  }
  const sorted = new Int32Array(places.length);
  for (const place of places) {
    const value = key[place] as number;
    sorted[at(starts, value)] = place;
    starts[value] = at(starts, value) + 1;
  }
  return sorted;
}

function adjacency(order: number, low: Numbers, high: Numbers) {
  const offsets = numbers(order + 1);
  for (const ends of [low, high]) {
    for (const node of ends) offsets[node + 1] = at(offsets, node + 1) + 1;
  }
  for (let node = 0; node < order; node += 1) {
    offsets[node + 1] = at(offsets, node + 1) + at(offsets, node);
  }
  const [neighbours, edges] = [numbers(low.length * 2), numbers(low.length * 2)];
  const next = Int32Array.from(offsets);
  // Add the smaller neighbors of each node first, then the larger, so that each list is ascending.
  for (const [node, other] of [
    [high, low],
    [low, high],
  ] as const) {
    for (let edge = 0; edge < low.length; edge += 1) {
      const slot = at(next, at(node, edge));
      neighbours[slot] = at(other, edge);
      edges[slot] = edge;
      next[at(node, edge)] = slot + 1;
    }
  }
  return { offsets, neighbours, edges };
}

/**
 * The weight of the arc from the node to the neighbor in this slot of `neighbours`: 0 if the network is directed and
 * has no arc in that direction.
 */
export function arcWeight(
  { neighbours, edges, weights, arcs }: Graph,
  node: number,
  slot: number,
): number {
  const edge = at(edges, slot);
  if (arcs === null) return at(weights, edge);
  return at(node < at(neighbours, slot) ? arcs.forward : arcs.backward, edge);
}

export function degreeOf({ offsets }: Graph, node: number): number {
  return at(offsets, node + 1) - at(offsets, node);
}

export function weightedDegreeOf(graph: Graph, node: number): number {
  let sum = 0;
  for (let slot = at(graph.offsets, node); slot < at(graph.offsets, node + 1); slot += 1) {
    sum += at(graph.weights, at(graph.edges, slot));
  }
  return sum;
}

/** The nodes sorted by a value, descending; equal nodes stay in order. */
export function nodesBy(
  { order }: Graph,
  valueOf: (node: number) => number,
  isWanted: (node: number) => boolean = () => true,
): number[] {
  const values = Float64Array.from({ length: order }, (_, node) => valueOf(node));
  return Array.from(values.keys())
    .filter(isWanted)
    .sort((left, right) => at(values, right) - at(values, left) || left - right);
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
    const found = at(neighbours, middle);
    if (found === b) return at(edges, middle);
    if (found < b) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

/** Whether any tie of the edge was in force on the day. */
export function inForceOn({ tieOffsets, ties }: Graph, edge: number, day: number): boolean {
  for (let tie = at(tieOffsets, edge); tie < at(tieOffsets, edge + 1); tie += 1) {
    if (at(ties.from, tie) <= day && at(ties.to, tie) >= day) return true;
  }
  return false;
}

/** The memory size of the graph in bytes. */
export function bytesOf({ order, size, ties }: Graph): number {
  return order * 12 + size * 40 + ties.kind.length * 16;
}
