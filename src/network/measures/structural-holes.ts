import type { Graph } from '../graph.js';
import { forEachTriangle } from './triangles.js';

/** Burt's measures of brokerage, by weight. A node without neighbors has NaN. */
export interface StructuralHoles {
  /** How much of a node's ties lead, directly or over its other neighbors, to the same neighbors. Low for brokers. */
  readonly constraint: Float64Array;
  /** The number of neighbors without those that its other neighbors reach as well. High for brokers. */
  readonly effectiveSize: Float64Array;
}

/** In a directed network, the weight of an edge is the sum of both directions. */
export function structuralHoles(graph: Graph): StructuralHoles {
  const { order, size, offsets, neighbours, edges, low, high, arcs } = graph;
  const mutual =
    arcs === null
      ? graph.weights
      : arcs.forward.map((weight, edge) => weight + (arcs.backward[edge] as number));
  const [sums, most] = [new Float64Array(order), new Float64Array(order)];
  for (let edge = 0; edge < size; edge += 1) {
    const weight = mutual[edge] as number;
    for (const node of [low[edge] as number, high[edge] as number]) {
      sums[node] = (sums[node] as number) + weight;
      most[node] = Math.max(most[node] as number, weight);
    }
  }
  /** How much a node reaches the other end of its edge over common neighbors: at 2e from `low`, at 2e + 1 from `high`. */
  const [indirect, redundant] = [new Float64Array(2 * size), new Float64Array(2 * size)];
  const add = (from: number, over: number, to: number, edge: number, weights: number) => {
    const end = 2 * edge + (low[edge] === from ? 0 : 1);
    const invested = weights / (sums[from] as number);
    indirect[end] = (indirect[end] as number) + invested / (sums[over] as number);
    redundant[end] = (redundant[end] as number) + invested / (most[to] as number);
  };
  forEachTriangle(graph, (a, b, c, ab, ac, bc) => {
    const [ofAb, ofAc, ofBc] = [mutual[ab] as number, mutual[ac] as number, mutual[bc] as number];
    add(a, b, c, ac, ofAb * ofBc);
    add(c, b, a, ac, ofAb * ofBc);
    add(a, c, b, ab, ofAc * ofBc);
    add(b, c, a, ab, ofAc * ofBc);
    add(b, a, c, bc, ofAb * ofAc);
    add(c, a, b, bc, ofAb * ofAc);
  });
  const [constraint, effectiveSize] = [new Float64Array(order), new Float64Array(order)];
  for (let node = 0; node < order; node += 1) {
    const [first, end] = [offsets[node] as number, offsets[node + 1] as number];
    let [total, redundancy] = [0, 0];
    for (let slot = first; slot < end; slot += 1) {
      const edge = edges[slot] as number;
      const place = 2 * edge + (node < (neighbours[slot] as number) ? 0 : 1);
      const invested = (mutual[edge] as number) / (sums[node] as number);
      total += (invested + (indirect[place] as number)) ** 2;
      redundancy += redundant[place] as number;
    }
    constraint[node] = first === end ? NaN : total;
    effectiveSize[node] = first === end ? NaN : end - first - redundancy;
  }
  return { constraint, effectiveSize };
}
