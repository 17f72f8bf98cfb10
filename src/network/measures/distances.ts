import type { Graph } from '../graph.js';
import { outgoing } from './adjacency.js';
import { foldTrees, type Folded } from './folding.js';
import { addDependencies, StepSearch, WeightedSearch } from './path-search.js';
import { componentsOf } from './traverse.js';

export interface Distances {
  readonly betweenness: Float64Array;
  readonly closeness: Float64Array;
}

/** What shortest paths from some nodes, the sources, add up to. Sums over different sources can be added. */
export interface DistanceSums {
  /** 1 for each node from which paths were followed. */
  readonly isSource: Uint8Array;
  /** For each node: the fractions of the shortest paths from the sources to other nodes that pass through it. */
  readonly through: Float64Array;
  /** For each node: the sum of the distances from the sources that reach it, and their number. */
  readonly distance: Float64Array;
  readonly reached: Float64Array;
}

export interface DistanceOptions {
  /** Edges have the length 1 / weight; otherwise 1. */
  readonly weighted?: boolean;
}

/**
 * Betweenness (Brandes) and closeness (Wasserman and Faust) over the shortest paths from every node or, as an
 * estimate, from pivots: a sample that is scaled up. Paths follow arcs; in a directed network, closeness is that of
 * the distances from other nodes to the node.
 */
export function distancesOf(
  graph: Graph,
  pivots: Iterable<number> | null = null,
  options: DistanceOptions = {},
): Distances {
  const sources = pivots ?? Int32Array.from({ length: graph.order }, (_, node) => node);
  return distancesFromSums([distanceSums(graph, sources, options)]);
}

/** The metrics from sums over different sources: exact if these are all nodes, and otherwise an estimate. */
export function distancesFromSums(parts: readonly DistanceSums[]): Distances {
  const order = parts[0]?.isSource.length ?? 0;
  const total = (of: (part: DistanceSums) => Float64Array | Uint8Array) => {
    const sum = new Float64Array(order);
    for (const part of parts) {
      of(part).forEach((value, node) => (sum[node] = (sum[node] as number) + value));
    }
    return sum;
  };
  const [isSource, through] = [total((part) => part.isSource), total((part) => part.through)];
  const [distance, reached] = [total((part) => part.distance), total((part) => part.reached)];
  const sources = isSource.reduce((sum, each) => sum + each, 0);
  // Each pair is counted from both ends, but only some ends were used as sources.
  const pairs = (order - 1) * (order - 2) * (sources / Math.max(order, 1));
  return {
    betweenness: through.map((sum) => (order < 3 || sources === 0 ? 0 : sum / pairs)),
    closeness: distance.map((sum, node) => {
      const others = sources - (isSource[node] as number);
      const count = reached[node] as number;
      // The fraction of reached nodes, divided by their mean distance.
      return count === 0 ? 0 : (count / others) * (count / sum);
    }),
  };
}

/**
 * The sums over some sources, so that several threads can share the work. The trees of an undirected network are
 * folded: the sources of a tree share one search.
 */
export function distanceSums(
  graph: Graph,
  sources: Iterable<number>,
  { weighted = false }: DistanceOptions = {},
): DistanceSums {
  const { order } = graph;
  const sums: DistanceSums = {
    isSource: new Uint8Array(order),
    through: new Float64Array(order),
    distance: new Float64Array(order),
    reached: new Float64Array(order),
  };
  for (const source of sources) sums.isSource[source] = 1;
  const folded = graph.arcs === null ? foldTrees(graph) : null;
  const tree = sourcesOfTrees(sums.isSource, folded, weighted);
  const adjacency = folded?.core ?? outgoing(graph);
  const search = weighted ? new WeightedSearch(adjacency) : new StepSearch(adjacency);
  const sizes = folded?.sizes ?? new Float64Array(order).fill(1);
  for (let node = 0; node < order; node += 1) {
    const count = tree.counts[node] as number;
    if (count === 0 || (folded !== null && folded.parent[node] !== -1)) continue;
    search.run(node);
    addDependencies(search, sizes, count, sums.through);
    const before = tree.distances[node] as number;
    addDistances(search, count, before, sums);
    // The sources of its own tree reach the node as well, except for the node itself.
    sums.reached[node] = (sums.reached[node] as number) - (sums.isSource[node] as number);
  }
  if (folded !== null && folded.removed.length > 0) unfold(graph, folded, tree, sums, weighted);
  return sums;
}

/** For each node: the sources in its tree, and the sum of their distances to it. */
interface TreeSources {
  readonly counts: Float64Array;
  readonly distances: Float64Array;
}

function sourcesOfTrees(
  isSource: Uint8Array,
  folded: Folded | null,
  weighted: boolean,
): TreeSources {
  const counts = Float64Array.from(isSource);
  const distances = new Float64Array(isSource.length);
  for (const node of folded?.removed ?? []) {
    const parent = folded?.parent[node] as number;
    const count = counts[node] as number;
    counts[parent] = (counts[parent] as number) + count;
    const length = weighted ? 1 / (folded?.weightToParent[node] as number) : 1;
    distances[parent] =
      (distances[parent] as number) + (distances[node] as number) + length * count;
  }
  return { counts, distances };
}

function addDistances(
  { visited, distances, count }: StepSearch | WeightedSearch,
  sources: number,
  before: number,
  sums: DistanceSums,
): void {
  const { distance, reached } = sums;
  for (let place = 0; place < count; place += 1) {
    const node = visited[place] as number;
    distance[node] = (distance[node] as number) + sources * (distances[place] as number) + before;
    reached[node] = (reached[node] as number) + sources;
  }
}

/** Adds the paths that start, end or turn in trees. */
function unfold(
  graph: Graph,
  { removed, parent, weightToParent, sizes }: Folded,
  tree: TreeSources,
  { isSource, through, distance, reached }: DistanceSums,
  weighted: boolean,
): void {
  const { labels, sizes: componentSizes } = componentsOf(graph);
  const sourcesIn = new Float64Array(componentSizes.length);
  isSource.forEach((each, node) => {
    const label = labels[node] as number;
    sourcesIn[label] = (sourcesIn[label] as number) + each;
  });
  const add = (list: Float64Array, node: number, value: number) =>
    (list[node] = (list[node] as number) + value);
  for (let node = 0; node < graph.order; node += 1) {
    // Paths from outside into the tree of the node pass through it.
    const outside = (sourcesIn[labels[node] as number] as number) - (tree.counts[node] as number);
    add(through, node, outside * ((sizes[node] as number) - 1));
  }
  for (const node of removed) {
    // And so do those from each branch of the tree to everywhere else.
    const elsewhere = (componentSizes[labels[node] as number] as number) - 1;
    const sources = tree.counts[node] as number;
    add(through, parent[node] as number, sources * (elsewhere - (sizes[node] as number)));
  }
  for (const node of removed.toReversed()) {
    const above = parent[node] as number;
    const all = sourcesIn[labels[node] as number] as number;
    const length = weighted ? 1 / (weightToParent[node] as number) : 1;
    // Sources in the tree of the node are nearer to it than to its parent, and all others are farther.
    const nearer = tree.counts[node] as number;
    distance[node] = (distance[above] as number) + length * (all - 2 * nearer);
    reached[node] = all - (isSource[node] as number);
  }
}
