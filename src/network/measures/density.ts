/** The fraction of all pairs of nodes that have an edge, in whatever direction; null for fewer than two nodes. */
export function density(nodeCount: number, edgeCount: number): number | null {
  return nodeCount < 2 ? null : (2 * edgeCount) / (nodeCount * (nodeCount - 1));
}
