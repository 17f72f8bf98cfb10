import { arcWeight, type Graph } from '../graph.js';

/**
 * The arcs of a graph by node: those of node v are at offsets[v] to offsets[v + 1]. An edge without a direction is an
 * arc both ways.
 */
export interface Adjacency {
  readonly offsets: Int32Array;
  readonly others: Int32Array;
  readonly weights: Float64Array;
}

/** All edges of each node, whatever their direction. */
export function allEdges({ offsets, neighbours, edges, weights }: Graph): Adjacency {
  const ofSlot = new Float64Array(edges.length);
  for (let slot = 0; slot < edges.length; slot += 1) {
    ofSlot[slot] = weights[edges[slot] as number] as number;
  }
  return { offsets, others: neighbours, weights: ofSlot };
}

/** The arcs from each node to others. */
export function outgoing(graph: Graph): Adjacency {
  if (graph.arcs === null) return allEdges(graph);
  const { order, offsets, neighbours } = graph;
  const starts = new Int32Array(order + 1);
  const [others, weights] = [
    new Int32Array(neighbours.length),
    new Float64Array(neighbours.length),
  ];
  let count = 0;
  for (let node = 0; node < order; node += 1) {
    for (let slot = offsets[node] as number; slot < (offsets[node + 1] as number); slot += 1) {
      const weight = arcWeight(graph, node, slot);
      if (weight === 0) continue;
      others[count] = neighbours[slot] as number;
      weights[count] = weight;
      count += 1;
    }
    starts[node + 1] = count;
  }
  return {
    offsets: starts,
    others: others.subarray(0, count),
    weights: weights.subarray(0, count),
  };
}

/** The arcs to each node from others. */
export function incoming(graph: Graph): Adjacency {
  if (graph.arcs === null) return allEdges(graph);
  const { forward, backward } = graph.arcs;
  return outgoing({ ...graph, arcs: { forward: backward, backward: forward } });
}

/** The sum of the weights of the arcs of each node. */
export function strengthsOf({ offsets, weights }: Adjacency): Float64Array {
  const strengths = new Float64Array(offsets.length - 1);
  for (let node = 0; node < strengths.length; node += 1) {
    let sum = 0;
    for (let slot = offsets[node] as number; slot < (offsets[node + 1] as number); slot += 1) {
      sum += weights[slot] as number;
    }
    strengths[node] = sum;
  }
  return strengths;
}
