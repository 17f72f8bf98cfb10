import type { Graph } from '../graph.js';
import { allEdges, incoming, outgoing, strengthsOf, type Adjacency } from './adjacency.js';
import { componentsOf } from './traverse.js';

const DAMPING = 0.85;
const PAGE_RANK_TOLERANCE = 1e-12;
const MAX_SWEEPS = 1000;

/**
 * PageRank by weight along the arcs, with damping 0.85. A node without outgoing arcs passes its rank to all nodes
 * equally. The ranks add up to 1.
 *
 * Because such nodes jump to the same nodes as everybody, the ranks are in proportion to the solution of a system
 * without these jumps. Gauss-Seidel solves it in about half as many passes as power iteration.
 */
export function pageRanks(graph: Graph): Float64Array {
  const { order } = graph;
  const { offsets, others, weights } = incoming(graph);
  const outward = strengthsOf(outgoing(graph));
  const ranks = new Float64Array(order).fill(1 / order);
  /** The rank that a node passes on for each unit of weight. */
  const passed = outward.map((strength) => (strength === 0 ? 0 : DAMPING / order / strength));
  const jump = (1 - DAMPING) / order;
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep += 1) {
    let [change, total] = [0, 0];
    for (let node = 0; node < order; node += 1) {
      let rank = jump;
      for (let slot = offsets[node] as number; slot < (offsets[node + 1] as number); slot += 1) {
        rank += (passed[others[slot] as number] as number) * (weights[slot] as number);
      }
      change += Math.abs(rank - (ranks[node] as number));
      total += rank;
      ranks[node] = rank;
      const strength = outward[node] as number;
      if (strength > 0) passed[node] = (DAMPING * rank) / strength;
    }
    if (change <= PAGE_RANK_TOLERANCE * total) break;
  }
  const total = ranks.reduce((sum, rank) => sum + rank, 0);
  return ranks.map((rank) => rank / total);
}

export interface Ranking {
  readonly values: Float64Array;
  /** Whether the values are those of the limit, to about 8 digits. */
  readonly isExact: boolean;
}

const TOLERANCE = 1e-10;
/** The limits of power iteration: passes, and edge ends visited by all passes. */
const MAX_PASSES = 20_000;
const MAX_VISITS = 400_000_000;

/**
 * Eigenvector centrality by weight: the centrality of a node is in proportion to those of its neighbors. Directions are
 * ignored, because it is 0 everywhere in a directed network without cycles; `hubsAndAuthorities` follows them.
 *
 * Every component has its own eigenvector, with a sum of squares equal to the component's fraction of all nodes, so that
 * the sum for the whole network is 1. (The eigenvector of the whole network is 0 in all components but one.) A node
 * without neighbors has 0.
 */
export function eigenvectorCentrality(graph: Graph): Ranking {
  const adjacency = allEdges(graph);
  const { labels, sizes } = componentsOf(graph);
  const product = new Float64Array(graph.order);
  return powerIteration(graph, labels, sizes, 2, (values) => {
    multiply(adjacency, values, product);
    // Without the shift, values would alternate between the two sides of a bipartite component.
    const shifts = shiftsOf(values, product, labels, sizes.length);
    for (let node = 0; node < product.length; node += 1) {
      const shift = shifts[labels[node] as number] as number;
      product[node] = (product[node] as number) + shift * (values[node] as number);
    }
    return product;
  });
}

/** Half of the estimated eigenvalue of each component. */
function shiftsOf(
  values: Float64Array,
  product: Float64Array,
  labels: Int32Array,
  count: number,
): Float64Array {
  const [norms, sums] = [new Float64Array(count), new Float64Array(count)];
  for (let node = 0; node < values.length; node += 1) {
    const label = labels[node] as number;
    norms[label] = (norms[label] as number) + (values[node] as number) ** 2;
    sums[label] = (sums[label] as number) + (product[node] as number) ** 2;
  }
  return sums.map((sum, label) => {
    const norm = norms[label] as number;
    return norm === 0 ? 0 : Math.sqrt(sum / norm) / 2;
  });
}

export interface HubsAndAuthorities {
  readonly hubs: Float64Array;
  readonly authorities: Float64Array;
  readonly isExact: boolean;
}

/**
 * HITS by weight (Kleinberg): a good hub has arcs to good authorities, and a good authority has arcs from good hubs.
 * Every component, whatever the directions, has its own values, with a sum equal to its fraction of all nodes. In an
 * undirected network, both are the eigenvector centrality with that sum.
 */
export function hubsAndAuthorities(graph: Graph): HubsAndAuthorities {
  const { labels, sizes } = componentsOf(graph);
  if (graph.arcs === null) {
    const { values, isExact } = eigenvectorCentrality(graph);
    const scaled = normalize(values, labels, sizes, 1);
    return { hubs: scaled, authorities: scaled.slice(), isExact };
  }
  const [toOthers, fromOthers] = [outgoing(graph), incoming(graph)];
  const [hubs, product] = [new Float64Array(graph.order), new Float64Array(graph.order)];
  const { values: authorities, isExact } = powerIteration(graph, labels, sizes, 1, (values) => {
    multiply(toOthers, values, hubs);
    multiply(fromOthers, hubs, product);
    return product;
  });
  multiply(toOthers, authorities, hubs);
  return { hubs: normalize(hubs, labels, sizes, 1), authorities, isExact };
}

/** For each node the sum of the values of the others, by weight. */
function multiply(
  { offsets, others, weights }: Adjacency,
  values: Float64Array,
  product: Float64Array,
): void {
  for (let node = 0; node < product.length; node += 1) {
    let sum = 0;
    for (let slot = offsets[node] as number; slot < (offsets[node + 1] as number); slot += 1) {
      sum += (values[others[slot] as number] as number) * (weights[slot] as number);
    }
    product[node] = sum;
  }
}

/** Repeats a step that multiplies values until they no longer change, apart from their scale in each component. */
function powerIteration(
  { order, size }: Graph,
  labels: Int32Array,
  sizes: readonly number[],
  power: 1 | 2,
  step: (values: Float64Array) => Float64Array,
): Ranking {
  let values = new Float64Array(order).fill(1);
  const passes = Math.min(MAX_PASSES, Math.ceil(MAX_VISITS / (order + 2 * size + 1)));
  for (let pass = 0; pass < passes; pass += 1) {
    const next = normalize(step(values), labels, sizes, power);
    let [change, total] = [0, 0];
    for (let node = 0; node < order; node += 1) {
      change += Math.abs((next[node] as number) - (values[node] as number));
      total += next[node] as number;
    }
    values = next;
    if (change <= TOLERANCE * total) return { values, isExact: true };
  }
  return { values, isExact: order === 0 };
}

/** Scales the values of each component, so that the sum of their powers is the component's fraction of all nodes. */
function normalize(
  values: Float64Array,
  labels: Int32Array,
  sizes: readonly number[],
  power: 1 | 2,
): Float64Array<ArrayBuffer> {
  const highest = new Float64Array(sizes.length);
  values.forEach((value, node) => {
    const label = labels[node] as number;
    highest[label] = Math.max(highest[label] as number, value);
  });
  const sums = new Float64Array(sizes.length);
  values.forEach((value, node) => {
    const label = labels[node] as number;
    const most = highest[label] as number;
    if (most > 0) sums[label] = (sums[label] as number) + (value / most) ** power;
  });
  const scales = sums.map((sum, label) => {
    const share = (sizes[label] as number) / values.length;
    const scale = (power === 2 ? Math.sqrt(share / sum) : share / sum) / (highest[label] as number);
    return sum === 0 ? 0 : scale;
  });
  return Float64Array.from(
    values,
    (value, node) => value * (scales[labels[node] as number] as number),
  );
}
