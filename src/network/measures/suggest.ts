import { at, degreeOf, edgeBetween, type Graph } from '../graph.js';
import { commonNeighbours } from './traverse.js';

export type SuggestionMeasure = 'COMMON_NEIGHBOURS' | 'ADAMIC_ADAR' | 'JACCARD';

/** A common neighbor with more ties than this is not a reason for a suggestion. */
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
}

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
      if (degree > MAX_DEGREE_OF_REASON) continue;
      for (let next = at(graph.offsets, reason); next < at(graph.offsets, reason + 1); next += 1) {
        const b = at(graph.neighbours, next);
        // Each pair once, from its smaller node, unless all pairs have the same node.
        if (b === a || (node === null && b < a) || !isAmong(b)) continue;
        if (at(shared, b) === 0) found.push(b);
        shared[b] = at(shared, b) + 1;
        sums[b] = at(sums, b) + 1 / Math.log(degree);
      }
    }
    for (const b of found) {
      const common = at(shared, b);
      const sum = at(sums, b);
      shared[b] = sums[b] = 0;
      if (wanted !== null && !wanted.has(Math.min(a, b) * graph.order + Math.max(a, b))) continue;
      if (edgeBetween(graph, a, b) !== null) continue;
      best.offer({ a, b, common, score: scoreOf(a, b, common, sum) });
    }
  }
  return best.inOrder();
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
    case 'JACCARD':
      return (a, b, common) => common / (degreeOf(graph, a) + degreeOf(graph, b) - common);
  }
}

export function reasonsOf(graph: Graph, { a, b }: Suggestion): number[] {
  return commonNeighbours(graph, a, b).filter(
    (node) => degreeOf(graph, node) <= MAX_DEGREE_OF_REASON,
  );
}

function compare(left: Suggestion, right: Suggestion): number {
  return (
    right.score - left.score || right.common - left.common || left.a - right.a || left.b - right.b
  );
}

/** Keeps the best entries: sorts whenever it has twice as many as wanted. */
class Best {
  readonly #limit: number;
  #found: Suggestion[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  offer(suggestion: Suggestion): void {
    this.#found.push(suggestion);
    if (this.#found.length >= this.#limit * 2 + 100) this.#found = this.inOrder();
  }

  inOrder(): Suggestion[] {
    return this.#found.sort(compare).slice(0, this.#limit);
  }
}
