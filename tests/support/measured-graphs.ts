import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { UndirectedGraph } from 'graphology';
import { at, weightAt } from '../../src/network/shared-arrays.js';
import { edgeBetween, type Graph } from '../../src/network/graph.js';
import { GraphBuilder } from './graph-builder.js';
import { byKind } from '../../src/network/tie-kinds.js';

/** An edge or, in a directed graph, an arc. */
export type WeightedEdge = readonly [from: number, to: number, weight: number];

const shared = (size: number) => new Float64Array(new SharedArrayBuffer(size * 8));

/** A graph with these edges; their weights are added up if there are several between the same nodes. */
export function graphFrom(
  order: number,
  edges: readonly WeightedEdge[],
  isDirected = false,
): Graph {
  const builder = new GraphBuilder(
    order,
    byKind(() => 1),
  );
  for (const [from, to] of edges) builder.add(from, to, 0, 0, 0, 99999999);
  const graph = builder.build();
  const [forward, backward] = [shared(graph.size), shared(graph.size)];
  for (const [from, to, weight] of edges) {
    const edge = edgeBetween(graph, from, to);
    if (edge === null) continue;
    const arcs = from < to ? forward : backward;
    arcs[edge] = weightAt(arcs, edge) + weight;
  }
  const weights = shared(graph.size);
  weights.set(forward.map((weight, edge) => weight + weightAt(backward, edge)));
  return { ...graph, weights, arcs: isDirected ? { forward, backward } : null };
}

/** Random graphs of a few nodes, often not connected, with small whole weights. */
export const weightedGraphs = ({
  isDirected = false,
  order = { min: 3, max: 12 },
}: { readonly isDirected?: boolean; readonly order?: fc.IntegerConstraints } = {}) =>
  fc
    .integer(order)
    .chain((nodes) =>
      fc.tuple(
        fc.constant(nodes),
        fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1), fc.integer({ min: 1, max: 6 })), {
          maxLength: nodes * 2,
        }),
      ),
    )
    .map(([nodes, edges]) => graphFrom(nodes, edges, isDirected));

export const nodesOf = ({ order }: Graph) => Array.from({ length: order }, (_, node) => node);

/** The edges of an undirected graph. */
export const edgesOf = ({ low, high, weights }: Graph): WeightedEdge[] =>
  Array.from(low, (a, edge) => [a, at(high, edge), weightAt(weights, edge)]);

/** The same graph with weights in another unit. */
export function rescaled(graph: Graph, unit: number): Graph {
  const scaled = (list: Float64Array) => {
    const made = shared(list.length);
    made.set(list.map((weight) => weight * unit));
    return made;
  };
  const arcs = graph.arcs && {
    forward: scaled(graph.arcs.forward),
    backward: scaled(graph.arcs.backward),
  };
  return { ...graph, weights: scaled(graph.weights), arcs };
}

/** The same graph for libraries that work with graphology. */
export function toGraphology(graph: Graph): UndirectedGraph {
  const made = new UndirectedGraph({ allowSelfLoops: false });
  for (const node of nodesOf(graph)) made.addNode(node);
  graph.weights.forEach((weight, edge) => {
    made.addUndirectedEdge(at(graph.low, edge), at(graph.high, edge), { weight });
  });
  return made;
}

interface KnownFigures {
  readonly name: string;
  readonly directed: boolean;
  readonly order: number;
  readonly edges: readonly WeightedEdge[];
  readonly pageRank: readonly number[];
  readonly betweenness: readonly number[];
  readonly weightedBetweenness: readonly number[];
  readonly closeness: readonly number[];
  readonly weightedCloseness: readonly number[];
  readonly constraint: readonly (number | null)[];
  readonly effectiveSize: readonly (number | null)[];
  readonly coreNumber: readonly number[];
  readonly clustering: number;
  readonly transitivity: number;
  readonly degreeAssortativity: number;
  readonly bridges: readonly (readonly [number, number])[];
  readonly articulationPoints: readonly number[];
  readonly density: number;
  readonly diameter: number;
  readonly radius: number;
  readonly eigenvector?: readonly number[];
  readonly hubs?: readonly number[];
  readonly authorities?: readonly number[];
  readonly modularity?: Readonly<
    Record<'0.3' | '1' | '2', { readonly louvain: number; readonly leiden: number }>
  >;
}

/**
 * Graphs with the figures that networkx 2.8.8 and igraph 0.10.2 compute for them: see network-figures.py, which wrote
 * them and names each function.
 */
export const KNOWN_FIGURES = JSON.parse(
  readFileSync(new URL('../../../tests/fixtures/network-figures.json', import.meta.url), 'utf8'),
) as readonly KnownFigures[];
