import { arcDegrees, degreeOf, inForceOn, type Graph } from './graph.js';
import type { Nodes } from './project.js';
import type { Projection } from './projection.js';
import {
  at,
  numberAt,
  numbers,
  numbersFrom,
  weightAt,
  weights,
  type Numbers,
  type Weights,
} from './shared-arrays.js';
import type { Snapshot } from './snapshot.js';
import { commonNeighbours, distancesFrom, ShortestPaths } from './measures/traverse.js';

/** What the answers about a network are taken from. Everything here runs in a worker thread. */
export interface NetworkData {
  readonly snapshot: Snapshot;
  readonly graph: Graph;
  readonly nodes: Nodes;
  readonly projection: Projection;
}

/** The maximum number of edges in an answer, for each of its nodes. */
export const EDGES_PER_NODE = 10;

/** The part of a network in an answer. */
export interface HeaviestPart {
  readonly nodes: Numbers;
  readonly edges: Numbers;
}

/** The nodes with the greatest total edge weight, and the heaviest edges among them. */
export function heaviestOf({ graph }: NetworkData, limit: number): HeaviestPart {
  const nodes = topNodes(graph.strengths, null, limit);
  return {
    nodes: numbersFrom(nodes),
    edges: heaviestEdges(graph, nodes, limit * EDGES_PER_NODE).edges,
  };
}

/** The nodes with the highest values, the highest first; equal ones in their order. */
function topNodes(
  values: Float64Array | Int32Array,
  among: Uint8Array | null,
  limit: number,
): number[] {
  const nodes = Array.from(values.keys()).filter((node) => among === null || among[node] === 1);
  return nodes
    .sort((left, right) => numberAt(values, right) - numberAt(values, left) || left - right)
    .slice(0, limit);
}

/** The heaviest edges among some nodes, and how many there are among them in total. */
function heaviestEdges(graph: Graph, nodes: Iterable<number>, limit: number) {
  const isWanted = new Uint8Array(graph.order);
  for (const node of nodes) isWanted[node] = 1;
  const edges: number[] = [];
  for (let edge = 0; edge < graph.size; edge += 1) {
    if (isWanted[at(graph.low, edge)] === 1 && isWanted[at(graph.high, edge)] === 1)
      edges.push(edge);
  }
  const total = edges.length;
  edges.sort(
    (left, right) => weightAt(graph.weights, right) - weightAt(graph.weights, left) || left - right,
  );
  return { edges: numbersFrom(edges.slice(0, limit)), total };
}

export interface Ranking {
  readonly nodes: Numbers;
  /** Nodes with equal values share a rank; the next one counts all before it. */
  readonly ranks: Numbers;
  readonly values: Weights;
}

/** Values that differ by less than this share are equal: sums in another order differ by as much. */
const RELATIVE_ERROR = 1e-9;

/** Values that a node must have. */
export interface Bounds {
  readonly values: Float64Array | Int32Array;
  readonly gte: number;
  readonly lte: number;
}

export interface RankingQuestion {
  readonly values: Float64Array | Int32Array;
  /** Only marked nodes; null for all. */
  readonly among: Uint8Array | null;
  readonly bounds: readonly Bounds[];
  readonly limit: number;
}

/** Ranks the nodes by a metric. Nodes for which it is not defined have no rank. */
export function rankingOf({ values, among, bounds, limit }: RankingQuestion): Ranking {
  const isWanted = Uint8Array.from(values, (value, node) =>
    Number(
      !Number.isNaN(value) &&
        (among === null || among[node] === 1) &&
        bounds.every(
          ({ values: own, gte, lte }) => numberAt(own, node) >= gte && numberAt(own, node) <= lte,
        ),
    ),
  );
  const nodes = topNodes(values, isWanted, limit);
  const ranks: number[] = [];
  nodes.forEach((node, index) => {
    const leader = nodes[(ranks[index - 1] ?? 1) - 1] ?? node;
    const [value, highest] = [numberAt(values, node), numberAt(values, leader)];
    const isEqual = index > 0 && highest - value <= Math.abs(highest) * RELATIVE_ERROR;
    ranks.push(isEqual ? (ranks[index - 1] as number) : index + 1);
  });
  const shown = weights(nodes.length);
  nodes.forEach((node, index) => (shown[index] = numberAt(values, node)));
  return { nodes: numbersFrom(nodes), ranks: numbersFrom(ranks), values: shown };
}

export interface Neighbourhood {
  /** How many nodes there are at each distance, from 1. */
  readonly counts: readonly number[];
  /** The nearest nodes, and the distance of each. */
  readonly nodes: Numbers;
  readonly distances: Numbers;
  readonly nodeCount: number;
  /** The heaviest edges among them and the center. */
  readonly edges: Numbers;
  /** The number of edges among all nodes within the depth. */
  readonly edgeCount: number;
}

/** The nodes within some steps, the nearest first and then those with the most neighbors. */
export function neighbourhoodOf(
  { graph }: NetworkData,
  {
    center,
    depth,
    limit,
  }: { readonly center: number; readonly depth: number; readonly limit: number },
): Neighbourhood {
  const steps = distancesFrom(graph, center, { depth });
  const around = Array.from(steps.keys())
    .filter((node) => at(steps, node) > 0)
    .sort(
      (left, right) =>
        at(steps, left) - at(steps, right) ||
        degreeOf(graph, right) - degreeOf(graph, left) ||
        left - right,
    );
  const counts = Array.from({ length: depth }, () => 0);
  for (const node of around) counts[at(steps, node) - 1] = (counts[at(steps, node) - 1] ?? 0) + 1;
  const nodes = around.slice(0, limit);
  return {
    counts,
    nodes: numbersFrom(nodes),
    distances: numbersFrom(nodes.map((node) => at(steps, node))),
    nodeCount: around.length,
    edges: heaviestEdges(graph, [center, ...nodes], limit * EDGES_PER_NODE).edges,
    edgeCount: heaviestEdges(graph, [center, ...around], 0).total,
  };
}

export interface Relation {
  readonly distance: number | null;
  readonly pathCount: number;
  readonly commonCount: number;
}

interface Ends {
  readonly from: number;
  readonly to: number;
  readonly weighted: boolean;
}

/** How two nodes are connected. */
export function relationOf({ graph }: NetworkData, { from, to, weighted }: Ends): Relation {
  const shortest = new ShortestPaths(graph, from, to, weighted);
  return {
    distance: shortest.distance,
    pathCount: shortest.count(),
    commonCount: commonNeighbours(graph, from, to).length,
  };
}

/** The first shortest paths between two nodes, each as its nodes. */
export function pathsOf(
  { graph }: NetworkData,
  { limit, ...ends }: Ends & { readonly limit: number },
): { readonly length: number; readonly paths: readonly number[][] } {
  const shortest = new ShortestPaths(graph, ends.from, ends.to, ends.weighted);
  return { length: shortest.distance ?? 0, paths: shortest.list(limit) };
}

/** The first neighbors that two nodes have in common, those with the fewest neighbors first. */
export function commonOf(
  { graph }: NetworkData,
  { a, b, limit, maxDegree }: { a: number; b: number; limit: number; maxDegree: number },
): Numbers {
  const common = commonNeighbours(graph, a, b).filter((node) => degreeOf(graph, node) <= maxDegree);
  return numbersFrom(common.slice(0, limit));
}

export interface Changes {
  readonly added: Numbers;
  readonly ended: Numbers;
}

/** The edges that exist only on the second day, and those that exist only on the first. */
export function changesOf(
  { graph }: Pick<NetworkData, 'graph'>,
  { from, to, includesUndated }: { from: number; to: number; includesUndated: boolean },
): Changes {
  const [added, ended]: [number[], number[]] = [[], []];
  for (let edge = 0; edge < graph.size; edge += 1) {
    const [was, is] = [from, to].map((day) => inForceOn(graph, edge, day, includesUndated));
    if (is === true && was === false) added.push(edge);
    if (was === true && is === false) ended.push(edge);
  }
  return { added: numbersFrom(added), ended: numbersFrom(ended) };
}

export interface SizeCount {
  readonly size: number;
  readonly count: number;
}

/** The number of nodes with each degree, the lowest first. */
export function degreesOf({ graph }: NetworkData): SizeCount[] {
  return counted(Array.from({ length: graph.order }, (_, node) => degreeOf(graph, node)));
}

/** Which neighbors of a node count: all, those that an edge leads from, or those that one leads to. */
export type DegreeKind = 'ALL' | 'IN' | 'OUT';

export function nodeDegreesOf({ graph }: NetworkData, of: DegreeKind): Numbers {
  const degrees = numbers(graph.order);
  for (let node = 0; node < graph.order; node += 1) {
    degrees[node] =
      of === 'ALL' ? degreeOf(graph, node) : arcDegrees(graph, node)[of === 'IN' ? 'in' : 'out'];
  }
  return degrees;
}

/** The number of occurrences of each size, ascending by size. */
export function counted(sizes: readonly number[]): SizeCount[] {
  const counts = new Map<number, number>();
  for (const size of sizes) counts.set(size, (counts.get(size) ?? 0) + 1);
  return [...counts]
    .map(([size, count]) => ({ size, count }))
    .sort((left, right) => left.size - right.size);
}
