import { at, weightAt } from '../shared-arrays.js';
import { degreeOf, type Graph } from '../graph.js';
import { componentsOf } from './traverse.js';
import { averageClustering, transitivity, trianglesOf } from './triangles.js';

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
  readonly transitivity: number | null;
  readonly degreeAssortativity: number | null;
  /** By kind and by sector; null if all nodes have the same category, or none has one. */
  readonly assortativity: readonly (number | null)[];
}

export function structureOf(graph: Graph, categories: readonly Categories[]): Structure {
  const { labels, sizes } = componentsOf(graph);
  const triangles = trianglesOf(graph);
  return {
    component: labels,
    componentSizes: sizes,
    core: coreNumbers(graph),
    averageClustering: averageClustering(graph, triangles),
    transitivity: transitivity(graph, triangles),
    degreeAssortativity: degreeAssortativity(graph),
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
  for (const degree of core) starts[degree + 1] = (starts[degree + 1] as number) + 1;
  for (let degree = 0; degree <= highest; degree += 1) {
    starts[degree + 1] = (starts[degree + 1] as number) + (starts[degree] as number);
  }
  const byDegree = new Int32Array(order);
  const placeOf = new Int32Array(order);
  const next = Int32Array.from(starts);
  core.forEach((degree, node) => {
    const place = next[degree] as number;
    byDegree[place] = node;
    placeOf[node] = place;
    next[degree] = place + 1;
  });
  for (const node of byDegree) {
    for (let slot = offsets[node] as number; slot < (offsets[node + 1] as number); slot += 1) {
      const other = neighbours[slot] as number;
      const degree = core[other] as number;
      if (degree <= (core[node] as number)) continue;
      // It becomes the first of its degree, and then the last of the degree below.
      const first = starts[degree] as number;
      const displaced = byDegree[first] as number;
      byDegree[placeOf[other] as number] = displaced;
      placeOf[displaced] = placeOf[other] as number;
      byDegree[first] = other;
      placeOf[other] = first;
      starts[degree] = first + 1;
      core[other] = degree - 1;
    }
  }
  return core;
}

/**
 * The correlation between the degrees of the two ends of edges (Newman); null if all ends have the same degree. In a
 * directed network, that of the number of outgoing arcs where an arc starts and of incoming arcs where it ends.
 */
export function degreeAssortativity(graph: Graph): number | null {
  const { order, size, low, high, arcs } = graph;
  const [out, into] = [new Float64Array(order), new Float64Array(order)];
  const forEachArc = (visit: (from: number, to: number) => void) => {
    for (let edge = 0; edge < size; edge += 1) {
      const [a, b] = [at(low, edge), at(high, edge)];
      if (arcs === null || weightAt(arcs.forward, edge) !== 0) visit(a, b);
      if (arcs === null || weightAt(arcs.backward, edge) !== 0) visit(b, a);
    }
  };
  let count = 0;
  forEachArc((from, to) => {
    out[from] = weightAt(out, from) + 1;
    into[to] = weightAt(into, to) + 1;
    count += 1;
  });
  if (count === 0) return null;
  let [meanOut, meanInto] = [0, 0];
  forEachArc((from, to) => {
    meanOut += weightAt(out, from) / count;
    meanInto += weightAt(into, to) / count;
  });
  // Deviations from the mean are summed up in a second pass, because sums of squares of large degrees lose digits.
  let [both, ofOut, ofInto] = [0, 0, 0];
  forEachArc((from, to) => {
    const [left, right] = [weightAt(out, from) - meanOut, weightAt(into, to) - meanInto];
    both += left * right;
    ofOut += left * left;
    ofInto += right * right;
  });
  const spread = Math.sqrt(ofOut * ofInto);
  return spread < 1e-9 * count ? null : both / spread;
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
