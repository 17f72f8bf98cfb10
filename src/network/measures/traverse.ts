import { Heap } from 'mnemonist';
import { at, degreeOf, type Graph } from '../graph.js';

/** Instead of the distance or the component of a node: it has not been reached. */
export const NOT_REACHED = -1;

/**
 * The distance of every node from the source; `NOT_REACHED` if there is no path. Stops after `depth` steps, and at the
 * distance of `target`.
 */
export function distancesFrom(
  graph: Graph,
  source: number,
  { depth = Infinity, target = source }: { readonly depth?: number; readonly target?: number } = {},
): Int32Array {
  const distances = new Int32Array(graph.order).fill(NOT_REACHED);
  distances[source] = 0;
  let frontier = [source];
  const isFound = () => target !== source && at(distances, target) !== NOT_REACHED;
  for (let distance = 1; frontier.length > 0 && distance <= depth && !isFound(); distance += 1) {
    const next: number[] = [];
    for (const node of frontier) {
      for (let slot = at(graph.offsets, node); slot < at(graph.offsets, node + 1); slot += 1) {
        const other = at(graph.neighbours, slot);
        if (at(distances, other) !== NOT_REACHED) continue;
        distances[other] = distance;
        next.push(other);
      }
    }
    frontier = next;
  }
  return distances;
}

/** The length of an edge: more ties make it shorter. */
const lengthOf = (graph: Graph, edge: number) => 1 / at(graph.weights, edge);

/** Distances by the lengths of edges (Dijkstra). */
function weightedDistancesFrom(graph: Graph, source: number): Float64Array {
  const distances = new Float64Array(graph.order).fill(NOT_REACHED);
  const seen = new Float64Array(graph.order).fill(Infinity);
  const queue = new Heap<readonly [distance: number, node: number]>(
    (left, right) => left[0] - right[0] || left[1] - right[1],
  );
  seen[source] = 0;
  queue.push([0, source]);
  for (let nearest = queue.pop(); nearest !== undefined; nearest = queue.pop()) {
    const [distance, node] = nearest;
    if (at(distances, node) !== NOT_REACHED) continue;
    distances[node] = distance;
    for (let slot = at(graph.offsets, node); slot < at(graph.offsets, node + 1); slot += 1) {
      const other = at(graph.neighbours, slot);
      const reached = distance + lengthOf(graph, at(graph.edges, slot));
      if (at(distances, other) !== NOT_REACHED || reached >= at(seen, other)) continue;
      seen[other] = reached;
      queue.push([reached, other]);
    }
  }
  return distances;
}

/** Sums of lengths that differ by less are equal. */
const EPSILON = 1e-9;

/** All shortest paths from one node to another. */
export class ShortestPaths {
  readonly #graph: Graph;
  readonly #from: number;
  readonly #to: number;
  readonly #weighted: boolean;
  /** Distances from the end, so that each step from the start reduces the distance. */
  readonly #distances: Int32Array | Float64Array;

  constructor(graph: Graph, from: number, to: number, weighted: boolean) {
    this.#graph = graph;
    this.#from = from;
    this.#to = to;
    this.#weighted = weighted;
    this.#distances = weighted
      ? weightedDistancesFrom(graph, to)
      : distancesFrom(graph, to, { target: from });
  }

  /** Null if there is no path. */
  get distance(): number | null {
    const distance = at(this.#distances, this.#from);
    return distance === NOT_REACHED ? null : distance;
  }

  /** The number of shortest paths. */
  count(): number {
    return this.distance === null
      ? 0
      : countPaths(this.#from, this.#to, (node) => this.#nearer(node));
  }

  /** Lists at most `limit` paths, each as its nodes, sorted by nodes. */
  list(limit: number): number[][] {
    return this.distance === null
      ? []
      : listPaths(this.#from, this.#to, (node) => this.#nearer(node), limit);
  }

  #nearer(node: number): number[] {
    const { offsets, neighbours, edges } = this.#graph;
    const found: number[] = [];
    for (let slot = at(offsets, node); slot < at(offsets, node + 1); slot += 1) {
      const other = at(neighbours, slot);
      const rest = at(this.#distances, other);
      const step = this.#weighted ? lengthOf(this.#graph, at(edges, slot)) : 1;
      const isOnTheWay =
        rest !== NOT_REACHED && Math.abs(rest + step - at(this.#distances, node)) < EPSILON;
      if (isOnTheWay) found.push(other);
    }
    return found;
  }
}

function countPaths(from: number, to: number, nearer: (node: number) => number[]): number {
  const counts = new Map([[to, 1]]);
  const open = [from];
  for (let node = open.at(-1); node !== undefined; node = open.at(-1)) {
    const next = nearer(node);
    const unknown = counts.has(node) ? [] : next.filter((other) => !counts.has(other));
    if (unknown.length > 0) {
      open.push(...unknown);
      continue;
    }
    if (!counts.has(node)) {
      counts.set(
        node,
        next.reduce((sum, other) => sum + (counts.get(other) ?? 0), 0),
      );
    }
    open.pop();
  }
  return counts.get(from) ?? 0;
}

function listPaths(
  from: number,
  to: number,
  nearer: (node: number) => number[],
  limit: number,
): number[][] {
  const paths: number[][] = [];
  const open: number[][] = [[from]];
  while (paths.length < limit) {
    const path = open.pop();
    if (path === undefined) break;
    const last = path.at(-1) as number;
    if (last === to) paths.push(path);
    else
      open.push(
        ...nearer(last)
          .reverse()
          .map((node) => [...path, node]),
      );
  }
  return paths;
}

/** The component of each node. Component 0 is the largest; among equals, the one with the first node. */
export function componentsOf(graph: Graph): {
  readonly labels: Int32Array;
  readonly sizes: number[];
} {
  const found = new Int32Array(graph.order).fill(NOT_REACHED);
  const sizes: number[] = [];
  for (let start = 0; start < graph.order; start += 1) {
    if (at(found, start) !== NOT_REACHED) continue;
    const component = sizes.length;
    found[start] = component;
    const open = [start];
    let size = 0;
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      size += 1;
      for (let slot = at(graph.offsets, node); slot < at(graph.offsets, node + 1); slot += 1) {
        const other = at(graph.neighbours, slot);
        if (at(found, other) !== NOT_REACHED) continue;
        found[other] = component;
        open.push(other);
      }
    }
    sizes.push(size);
  }
  return ranked(found, sizes);
}

/** Renumbers groups by size, the largest first. */
export function ranked(
  labels: Int32Array,
  sizes: readonly number[],
): { readonly labels: Int32Array; readonly sizes: number[] } {
  const order = [...sizes.keys()].sort(
    (left, right) => (sizes[right] as number) - (sizes[left] as number) || left - right,
  );
  const rankOf = new Int32Array(sizes.length);
  order.forEach((group, rank) => (rankOf[group] = rank));
  return {
    labels: labels.map((group) => at(rankOf, group)),
    sizes: order.map((group) => sizes[group] as number),
  };
}

/** The common neighbors of two nodes, those with the fewest ties first, because they are the strongest reasons. */
export function commonNeighbours(graph: Graph, a: number, b: number): number[] {
  const [few, many] = degreeOf(graph, a) <= degreeOf(graph, b) ? [a, b] : [b, a];
  const ofMany = new Set(
    graph.neighbours.subarray(at(graph.offsets, many), at(graph.offsets, many + 1)),
  );
  return [...graph.neighbours.subarray(at(graph.offsets, few), at(graph.offsets, few + 1))]
    .filter((node) => ofMany.has(node))
    .sort((left, right) => degreeOf(graph, left) - degreeOf(graph, right) || left - right);
}
