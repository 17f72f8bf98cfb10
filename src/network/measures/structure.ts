import { at, degreeOf, type Graph } from '../graph.js';
import { componentsOf } from './traverse.js';

/** The categories of nodes: those of v are at offsets[v] to offsets[v + 1]; a node can have none. */
export interface Categories {
  readonly offsets: Int32Array;
  readonly items: Int32Array;
}

export interface Structure {
  readonly component: Int32Array;
  readonly componentSizes: readonly number[];
  readonly core: Int32Array;
  readonly averageClustering: number | null;
  /** By kind and by sector; null if all nodes have the same category, or none has one. */
  readonly assortativity: readonly (number | null)[];
}

export function structureOf(graph: Graph, categories: readonly Categories[]): Structure {
  const { labels, sizes } = componentsOf(graph);
  return {
    component: labels,
    componentSizes: sizes,
    core: coreNumbers(graph),
    averageClustering: averageClustering(graph),
    assortativity: categories.map((each) => assortativity(graph, each)),
  };
}

/**
 * The largest k such that the node belongs to the k-core (Batagelj and Zaveršnik). Does not use
 * graphology-cores, whose lists have the size of the number of nodes times the highest degree.
 */
export function coreNumbers(graph: Graph): Int32Array {
  const { order, offsets, neighbours } = graph;
  const core = Int32Array.from({ length: order }, (_, node) => degreeOf(graph, node));
  const highest = core.reduce((most, degree) => Math.max(most, degree), 0);
  const starts = new Int32Array(highest + 2);
  for (const degree of core) starts[degree + 1] = at(starts, degree + 1) + 1;
  for (let degree = 0; degree <= highest; degree += 1) {
    starts[degree + 1] = at(starts, degree + 1) + at(starts, degree);
  }
  const byDegree = new Int32Array(order);
  const placeOf = new Int32Array(order);
  const next = Int32Array.from(starts);
  core.forEach((degree, node) => {
    const place = at(next, degree);
    byDegree[place] = node;
    placeOf[node] = place;
    next[degree] = place + 1;
  });
  for (const node of byDegree) {
    for (let slot = at(offsets, node); slot < at(offsets, node + 1); slot += 1) {
      const other = at(neighbours, slot);
      const degree = at(core, other);
      if (degree <= at(core, node)) continue;
      // It becomes the first of its degree, and then the last of the degree below.
      const first = at(starts, degree);
      const displaced = at(byDegree, first);
      byDegree[at(placeOf, other)] = displaced;
      placeOf[displaced] = at(placeOf, other);
      byDegree[first] = other;
      placeOf[other] = first;
      starts[degree] = first + 1;
      core[other] = degree - 1;
    }
  }
  return core;
}

const NO_NODE = -1;

/** The mean over all nodes of the fraction of neighbor pairs that have an edge (Watts and Strogatz). */
function averageClustering(graph: Graph): number | null {
  const { order, offsets, neighbours } = graph;
  if (order === 0) return null;
  const triangles = new Float64Array(order);
  /** The last node whose neighbor it was found to be. */
  const mark = new Int32Array(order).fill(NO_NODE);
  // Each triangle is found once, from its node of highest rank, so that hubs are never scanned in full.
  const isBelow = (node: number, other: number) =>
    degreeOf(graph, node) < degreeOf(graph, other) ||
    (degreeOf(graph, node) === degreeOf(graph, other) && node < other);
  const upward = Array.from({ length: order }, (_, node) =>
    neighbours
      .subarray(at(offsets, node), at(offsets, node + 1))
      .filter((other) => isBelow(node, other)),
  );
  upward.forEach((own, node) => {
    for (const other of own) mark[other] = node;
    for (const other of own) {
      for (const third of upward[other] ?? []) {
        if (at(mark, third) !== node) continue;
        for (const corner of [node, other, third]) triangles[corner] = at(triangles, corner) + 1;
      }
    }
  });
  let sum = 0;
  triangles.forEach((count, node) => {
    const degree = degreeOf(graph, node);
    if (degree > 1) sum += (2 * count) / (degree * (degree - 1));
  });
  return sum / order;
}

/** Newman's coefficient over edges with a category on both ends; several categories of an end share it equally. */
function assortativity(graph: Graph, { offsets, items }: Categories): number | null {
  const shares = new Map<number, number>();
  let [total, within] = [0, 0];
  for (let edge = 0; edge < graph.size; edge += 1) {
    const [a, b] = [at(graph.low, edge), at(graph.high, edge)];
    const ofA = items.subarray(at(offsets, a), at(offsets, a + 1));
    const ofB = items.subarray(at(offsets, b), at(offsets, b + 1));
    if (ofA.length === 0 || ofB.length === 0) continue;
    total += 1;
    for (const category of ofA) {
      shares.set(category, (shares.get(category) ?? 0) + 1 / ofA.length);
      if (ofB.includes(category)) within += 1 / (ofA.length * ofB.length);
    }
    for (const category of ofB) {
      shares.set(category, (shares.get(category) ?? 0) + 1 / ofB.length);
    }
  }
  const expected = [...shares.values()].reduce((sum, share) => sum + (share / (2 * total)) ** 2, 0);
  return total === 0 || 1 - expected < 1e-12 ? null : (within / total - expected) / (1 - expected);
}
