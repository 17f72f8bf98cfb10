import { at } from './graph.js';
import type { NetworkView } from './network-view.js';

/** The maximum number of edges in an answer, for each of its nodes. */
export const EDGES_PER_NODE = 10;

export interface HeaviestPart {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

/** The part of a network in an answer: the heaviest nodes, and the heaviest edges among them. */
export function heaviestOf(view: NetworkView, limit: number): HeaviestPart {
  const nodes = view.nodesByWeight().slice(0, limit);
  return { nodes, edges: edgesAmong(view, nodes).slice(0, limit * EDGES_PER_NODE) };
}

/** The edges among some nodes, the heaviest first. */
export function edgesAmong({ graph }: NetworkView, nodes: readonly number[]): number[] {
  const isWanted = new Uint8Array(graph.order);
  for (const node of nodes) isWanted[node] = 1;
  const edges: number[] = [];
  for (const node of nodes) {
    for (let slot = at(graph.offsets, node); slot < at(graph.offsets, node + 1); slot += 1) {
      const other = at(graph.neighbours, slot);
      if (other > node && isWanted[other] === 1) edges.push(at(graph.edges, slot));
    }
  }
  return edges.sort(
    (left, right) => at(graph.weights, right) - at(graph.weights, left) || left - right,
  );
}
