import { NodeHeap } from './node-heap.js';
import type { Adjacency } from './adjacency.js';

/**
 * The smallest and the largest weight with which all measures can compute: lengths are 1 / weight, and these and their
 * sums and squares must stay finite.
 */
const [LEAST_WEIGHT, GREATEST_WEIGHT] = [1e-100, 1e100];

export function isUsableWeight(weight: number): boolean {
  return weight >= LEAST_WEIGHT && weight <= GREATEST_WEIGHT;
}

/** Path lengths that differ by less, relative to the longer one, are equal, so that the unit of weights has no effect. */
const LENGTH_TOLERANCE = 1e-9;

/** Whether the way over a node is a shortest one, given the shortest distance. */
export function isShortest(length: number, shortest: number): boolean {
  return length <= shortest * (1 + LENGTH_TOLERANCE);
}

/** The lengths of arcs: more weight makes them shorter. */
export function lengthsOf({ weights }: Adjacency): Float64Array {
  return weights.map((weight) => 1 / weight);
}

/** Shortest distances from one node by the lengths of arcs (Dijkstra). Can be used again for other nodes. */
export class Dijkstra {
  readonly #adjacency: Adjacency;
  readonly #lengths: Float64Array;
  readonly #heap: NodeHeap;
  /** The distance of each reached node. */
  readonly distances: Float64Array;
  /** The reached nodes in the order of their distance: the first `count` entries. */
  readonly visited: Int32Array;
  /** The place of each node in this order; -1 if it is not reached. */
  readonly placeOf: Int32Array;
  count = 0;

  constructor(adjacency: Adjacency, lengths: Float64Array) {
    const order = adjacency.offsets.length - 1;
    this.#adjacency = adjacency;
    this.#lengths = lengths;
    this.distances = new Float64Array(order).fill(Infinity);
    this.visited = new Int32Array(order);
    this.placeOf = new Int32Array(order).fill(-1);
    this.#heap = new NodeHeap(this.distances);
  }

  /** Stops at the target, if one is given: nodes that are nearer are then reached, and others may be. */
  run(source: number, target = -1): void {
    const { offsets, others } = this.#adjacency;
    const [lengths, distances, visited, placeOf] = [
      this.#lengths,
      this.distances,
      this.visited,
      this.placeOf,
    ];
    const heap = this.#heap;
    for (let place = 0; place < this.count; place += 1) {
      const node = visited[place] as number;
      distances[node] = Infinity;
      placeOf[node] = -1;
    }
    while (heap.size > 0) distances[heap.take()] = Infinity;
    distances[source] = 0;
    heap.put(source);
    let count = 0;
    while (heap.size > 0) {
      const node = heap.take();
      const distance = distances[node] as number;
      visited[count] = node;
      placeOf[node] = count;
      count += 1;
      if (node === target) break;
      for (let slot = offsets[node] as number; slot < (offsets[node + 1] as number); slot += 1) {
        const other = others[slot] as number;
        const reached = distance + (lengths[slot] as number);
        if (reached >= (distances[other] as number)) continue;
        distances[other] = reached;
        heap.put(other);
      }
    }
    this.count = count;
  }
}
