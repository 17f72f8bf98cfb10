import { at, weightAt } from '../shared-arrays.js';
import { arcWeight, degreeOf, type Graph } from '../graph.js';
import { incoming, outgoing, type Adjacency } from './adjacency.js';
import { Dijkstra, isShortest, lengthsOf } from './lengths.js';

/** Instead of the distance or the component of a node: it has not been reached. */
const NOT_REACHED = -1;

interface SearchLimits {
  /** The maximum number of steps; by default, there is none. */
  readonly depth?: number;
  /** The search stops at the distance of this node. */
  readonly target?: number;
  /** In a directed network, the arcs that it follows; by default, it follows edges whatever their direction. */
  readonly along?: 'EDGES' | 'OUTGOING' | 'INCOMING';
}

/** The distance of every node from the source; `NOT_REACHED` if there is no path or it is beyond the limits. */
export function distancesFrom(
  graph: Graph,
  source: number,
  { depth = Infinity, target = source, along = 'EDGES' }: SearchLimits = {},
): Int32Array {
  const { offsets, neighbours } = graph;
  const isFollowed = followed(graph, along);
  const distances = new Int32Array(graph.order).fill(NOT_REACHED);
  distances[source] = 0;
  let frontier = [source];
  const isFound = () => target !== source && at(distances, target) !== NOT_REACHED;
  for (let distance = 1; frontier.length > 0 && distance <= depth && !isFound(); distance += 1) {
    const next: number[] = [];
    for (const node of frontier) {
      for (let slot = at(offsets, node); slot < at(offsets, node + 1); slot += 1) {
        const other = at(neighbours, slot);
        if (at(distances, other) !== NOT_REACHED || isFollowed?.(node, slot) === false) continue;
        distances[other] = distance;
        next.push(other);
      }
    }
    frontier = next;
  }
  return distances;
}

/** Whether a search goes from the node to the neighbor in this slot; null if it always does. */
function followed(
  graph: Graph,
  along: NonNullable<SearchLimits['along']>,
): ((node: number, slot: number) => boolean) | null {
  if (graph.arcs === null || along === 'EDGES') return null;
  const { forward, backward } = graph.arcs;
  const arcs = along === 'OUTGOING' ? graph.arcs : { forward: backward, backward: forward };
  const searched = { ...graph, arcs };
  return (node, slot) => arcWeight(searched, node, slot) !== 0;
}

/** All shortest paths from one node to another. In a directed network, they follow arcs. */
export class ShortestPaths {
  readonly #from: number;
  readonly #to: number;
  readonly #toEnd: StepsToEnd | LengthsToEnd;

  constructor(graph: Graph, from: number, to: number, weighted: boolean) {
    this.#from = from;
    this.#to = to;
    this.#toEnd = weighted ? new LengthsToEnd(graph, from, to) : new StepsToEnd(graph, from, to);
  }

  /** Null if there is no path. */
  get distance(): number | null {
    return this.#toEnd.distanceOf(this.#from);
  }

  /** The number of shortest paths. */
  count(): number {
    return this.distance === null
      ? 0
      : countPaths(this.#from, this.#to, (node) => this.#toEnd.nearer(node));
  }

  /** Lists at most `limit` paths, each as its nodes, sorted by nodes. */
  list(limit: number): number[][] {
    return this.distance === null
      ? []
      : listPaths(this.#from, this.#to, (node) => this.#toEnd.nearer(node), limit);
  }
}

/** Distances to the end of paths, where each edge has the length 1. */
class StepsToEnd {
  readonly #graph: Graph;
  readonly #distances: Int32Array;

  constructor(graph: Graph, from: number, to: number) {
    this.#graph = graph;
    this.#distances = distancesFrom(graph, to, { target: from, along: 'INCOMING' });
  }

  distanceOf(node: number): number | null {
    const distance = at(this.#distances, node);
    return distance === NOT_REACHED ? null : distance;
  }

  /** The neighbors from which the end is nearer. */
  nearer(node: number): number[] {
    const { offsets, neighbours } = this.#graph;
    const wanted = at(this.#distances, node) - 1;
    const found: number[] = [];
    for (let slot = at(offsets, node); slot < at(offsets, node + 1); slot += 1) {
      const other = at(neighbours, slot);
      const isNearer = at(this.#distances, other) === wanted;
      if (isNearer && arcWeight(this.#graph, node, slot) !== 0) found.push(other);
    }
    return found;
  }
}

/** Distances to the end of paths by the lengths of edges. */
class LengthsToEnd {
  readonly #arcs: Adjacency;
  readonly #lengths: Float64Array;
  readonly #search: Dijkstra;

  constructor(graph: Graph, from: number, to: number) {
    this.#arcs = outgoing(graph);
    this.#lengths = lengthsOf(this.#arcs);
    const back = graph.arcs === null ? this.#arcs : incoming(graph);
    this.#search = new Dijkstra(back, back === this.#arcs ? this.#lengths : lengthsOf(back));
    this.#search.run(to, from);
  }

  distanceOf(node: number): number | null {
    const isReached = at(this.#search.placeOf, node) !== NOT_REACHED;
    return isReached ? weightAt(this.#search.distances, node) : null;
  }

  nearer(node: number): number[] {
    const { offsets, others } = this.#arcs;
    const { distances, placeOf } = this.#search;
    const found: number[] = [];
    for (let slot = at(offsets, node); slot < at(offsets, node + 1); slot += 1) {
      const other = at(others, slot);
      // Those that the search reached later are not nearer, even if rounding makes them equally far.
      if (at(placeOf, other) === NOT_REACHED || at(placeOf, other) >= at(placeOf, node)) continue;
      const length = weightAt(distances, other) + weightAt(this.#lengths, slot);
      if (isShortest(length, weightAt(distances, node))) found.push(other);
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
