import { createRequire } from 'node:module';
import { UndirectedGraph as Graphology } from 'graphology';
import centrality from 'graphology-metrics/centrality/index.js';
import { Random } from '../../domain/random.js';
import { at, type Graph } from '../graph.js';
import { ranked } from './traverse.js';

/** A CommonJS module whose types declare a default export that Node does not provide. */
const louvain = createRequire(import.meta.url)(
  'graphology-communities-louvain',
) as typeof import('graphology-communities-louvain').default;

/** Converts to a Graphology graph with nodes and edges in our order, so that results are reproducible. */
export function toGraphology(graph: Graph): Graphology {
  const made = new Graphology({ allowSelfLoops: false });
  for (let node = 0; node < graph.order; node += 1) made.addNode(node);
  for (let edge = 0; edge < graph.size; edge += 1) {
    made.addUndirectedEdge(at(graph.low, edge), at(graph.high, edge), {
      weight: at(graph.weights, edge),
    });
  }
  return made;
}

export function pageRanks(graph: Graphology): Float64Array {
  // The library never terminates on an empty graph.
  if (graph.order === 0) return new Float64Array();
  const found = centrality.pagerank(graph, {
    getEdgeWeight: 'weight',
    tolerance: 1e-10,
    maxIterations: 1000,
  });
  return Float64Array.from({ length: graph.order }, (_, node) => found[node] ?? 0);
}

export interface Communities {
  readonly labels: Int32Array;
  readonly sizes: readonly number[];
  readonly modularity: number | null;
}

export function communitiesOf(graph: Graphology): Communities {
  // The method needs at least one edge.
  if (graph.size === 0) {
    const labels = Int32Array.from({ length: graph.order }, (_, node) => node);
    return { labels, sizes: Array.from(labels, () => 1), modularity: null };
  }
  const random = new Random(1);
  const { communities, modularity } = louvain.detailed(graph, { rng: () => random.fraction() });
  const numberOf = new Map<number, number>();
  const found = Int32Array.from({ length: graph.order }, (_, node) => {
    const community = communities[node] ?? -1;
    const number = numberOf.get(community) ?? numberOf.size;
    numberOf.set(community, number);
    return number;
  });
  const sizes = Array.from(numberOf, () => 0);
  for (const community of found) sizes[community] = (sizes[community] ?? 0) + 1;
  return { ...ranked(found, sizes), modularity };
}

export interface Distances {
  readonly betweenness: Float64Array;
  readonly closeness: Float64Array;
}

/**
 * Betweenness (Brandes) and closeness (Wasserman and Faust) over the shortest paths from every node or, as an
 * estimate, from pivots: a sample that is scaled up. Does not use the library's Brandes, which counts paths in
 * 32 bits: a grid of 20 by 20 has more paths.
 */
export function distancesOf(graph: Graph, pivots: readonly number[] | null): Distances {
  const { order, offsets, neighbours } = graph;
  const sources = pivots ?? Array.from({ length: order }, (_, node) => node);
  const betweenness = new Float64Array(order);
  /** For each node: the sum of the distances to the sources that reach it, and their number. */
  const [sums, reached] = [new Float64Array(order), new Float64Array(order)];
  const [paths, dependency] = [new Float64Array(order), new Float64Array(order)];
  const distance = new Int32Array(order);
  const visited = new Int32Array(order);
  for (const source of sources) {
    paths.fill(0);
    distance.fill(-1);
    paths[source] = 1;
    distance[source] = 0;
    visited[0] = source;
    let count = 1;
    for (let place = 0; place < count; place += 1) {
      const node = at(visited, place);
      const step = at(distance, node) + 1;
      dependency[node] = 0;
      if (node !== source) {
        sums[node] = at(sums, node) + step - 1;
        reached[node] = at(reached, node) + 1;
      }
      for (let slot = at(offsets, node); slot < at(offsets, node + 1); slot += 1) {
        const other = at(neighbours, slot);
        if (at(distance, other) === -1) {
          distance[other] = step;
          visited[count] = other;
          count += 1;
        }
        if (at(distance, other) === step) paths[other] = at(paths, other) + at(paths, node);
      }
    }
    for (let place = count - 1; place > 0; place -= 1) {
      const node = at(visited, place);
      const share = (1 + at(dependency, node)) / at(paths, node);
      betweenness[node] = at(betweenness, node) + at(dependency, node);
      for (let slot = at(offsets, node); slot < at(offsets, node + 1); slot += 1) {
        const other = at(neighbours, slot);
        if (at(distance, other) !== at(distance, node) - 1) continue;
        dependency[other] = at(dependency, other) + at(paths, other) * share;
      }
    }
  }
  // Each pair is counted from both ends, but only some ends were used as sources.
  const pairs = (order - 1) * (order - 2) * (sources.length / Math.max(order, 1));
  const isSource = new Uint8Array(order);
  for (const source of sources) isSource[source] = 1;
  return {
    betweenness: betweenness.map((sum) => (order < 3 ? 0 : sum / pairs)),
    closeness: sums.map((sum, node) => {
      const others = sources.length - at(isSource, node);
      // The fraction of reached nodes, divided by their mean distance.
      return sum === 0 ? 0 : (at(reached, node) / others) * (at(reached, node) / sum);
    }),
  };
}
