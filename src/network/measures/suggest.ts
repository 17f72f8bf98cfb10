import { at, weightAt } from '../shared-arrays.js';
import { degreeOf, edgeBetween, type Graph } from '../graph.js';

export type SuggestionMeasure = 'COMMON_NEIGHBOURS' | 'ADAMIC_ADAR' | 'JACCARD';

/** A neighbor with more ties than this, a hub, is not a reason for a suggestion: all measures leave it out. */
export const MAX_DEGREE_OF_REASON = 300;

export interface SuggestionRequest {
  readonly measure: SuggestionMeasure;
  readonly limit: number;
  /** Only pairs with this node; null for all. */
  readonly node: number | null;
  /** Only pairs of these nodes; null for all. */
  readonly among: Uint8Array | null;
  /** Only these pairs, each as the smaller node times the order plus the larger one; null for all. */
  readonly pairs: Float64Array | null;
}

export interface Suggestion {
  readonly a: number;
  readonly b: number;
  readonly score: number;
  readonly common: number;
  /** The number of hubs among the neighbors of either, which were left out. */
  readonly ignored: number;
}

/** A suggestion before its hubs are counted. */
type Candidate = Omit<Suggestion, 'ignored'>;

/** Pairs without an edge that share neighbors, by descending score. */
export function suggestionsOf(graph: Graph, request: SuggestionRequest): Suggestion[] {
  const { measure, limit, node, among, pairs } = request;
  const isAmong = (each: number) => among === null || among[each] === 1;
  const wanted = pairs === null ? null : new Set(pairs);
  const scoreOf = scoring(graph, measure);
  const best = new Best(limit);
  const shared = new Float64Array(graph.order);
  const sums = new Float64Array(graph.order);
  for (const a of node === null ? graph.offsets.keys() : [node]) {
    if (a >= graph.order || !isAmong(a)) continue;
    const found: number[] = [];
    for (let slot = at(graph.offsets, a); slot < at(graph.offsets, a + 1); slot += 1) {
      const reason = at(graph.neighbours, slot);
      const degree = degreeOf(graph, reason);
      if (isHub(graph, reason)) continue;
      for (let next = at(graph.offsets, reason); next < at(graph.offsets, reason + 1); next += 1) {
        const b = at(graph.neighbours, next);
        // Each pair once, from its smaller node, unless all pairs have the same node.
        if (b === a || (node === null && b < a) || !isAmong(b)) continue;
        if (weightAt(shared, b) === 0) found.push(b);
        shared[b] = weightAt(shared, b) + 1;
        sums[b] = weightAt(sums, b) + 1 / Math.log(degree);
      }
    }
    for (const b of found) {
      const common = weightAt(shared, b);
      const sum = weightAt(sums, b);
      shared[b] = sums[b] = 0;
      if (wanted !== null && !wanted.has(Math.min(a, b) * graph.order + Math.max(a, b))) continue;
      if (edgeBetween(graph, a, b) !== null) continue;
      best.offer({ a, b, common, score: scoreOf(a, b, common, sum) });
    }
  }
  return best.inOrder().map((pair) => ({ ...pair, ignored: hubsOf(graph, pair).size }));
}

const isHub = (graph: Graph, node: number) => degreeOf(graph, node) > MAX_DEGREE_OF_REASON;

/** The hubs among the neighbors of either node. */
function hubsOf(graph: Graph, { a, b }: Candidate): Set<number> {
  const lists = [a, b].map((node) =>
    graph.neighbours.subarray(at(graph.offsets, node), at(graph.offsets, node + 1)),
  );
  return new Set(lists.flatMap((list) => [...list].filter((other) => isHub(graph, other))));
}

/** The number of neighbors of each node that are no hubs. */
function degreesWithoutHubs(graph: Graph): Int32Array {
  const degrees = Int32Array.from({ length: graph.order }, (_, node) => degreeOf(graph, node));
  for (let hub = 0; hub < graph.order; hub += 1) {
    if (!isHub(graph, hub)) continue;
    for (let slot = at(graph.offsets, hub); slot < at(graph.offsets, hub + 1); slot += 1) {
      const node = at(graph.neighbours, slot);
      degrees[node] = at(degrees, node) - 1;
    }
  }
  return degrees;
}

function scoring(
  graph: Graph,
  measure: SuggestionMeasure,
): (a: number, b: number, common: number, adamicAdar: number) => number {
  switch (measure) {
    case 'COMMON_NEIGHBOURS':
      return (_a, _b, common) => common;
    case 'ADAMIC_ADAR':
      return (_a, _b, _common, adamicAdar) => adamicAdar;
    case 'JACCARD': {
      const degrees = degreesWithoutHubs(graph);
      return (a, b, common) => common / (at(degrees, a) + at(degrees, b) - common);
    }
  }
}

function compare(left: Candidate, right: Candidate): number {
  return (
    right.score - left.score || right.common - left.common || left.a - right.a || left.b - right.b
  );
}

/** Keeps the best entries: sorts whenever it has twice as many as wanted. */
class Best {
  readonly #limit: number;
  #found: Candidate[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  offer(suggestion: Candidate): void {
    this.#found.push(suggestion);
    if (this.#found.length >= this.#limit * 2 + 100) this.#found = this.inOrder();
  }

  inOrder(): Candidate[] {
    return this.#found.sort(compare).slice(0, this.#limit);
  }
}
