import { degreeOf, type Graph } from '../graph.js';

/** Three nodes that all have edges with each other, and the edges between the first, second and third of them. */
type OnTriangle = (a: number, b: number, c: number, ab: number, ac: number, bc: number) => void;

/** Visits each triangle once, from its node of lowest degree, so that hubs are never scanned in full. */
export function forEachTriangle(graph: Graph, visit: OnTriangle): void {
  const { order, size, offsets, neighbours, edges } = graph;
  // The neighbors of higher rank of each node.
  const starts = new Int32Array(order + 1);
  const [upper, edgeTo] = [new Int32Array(size), new Int32Array(size)];
  let count = 0;
  for (let node = 0; node < order; node += 1) {
    const degree = degreeOf(graph, node);
    for (let slot = offsets[node] as number; slot < (offsets[node + 1] as number); slot += 1) {
      const other = neighbours[slot] as number;
      const difference = degreeOf(graph, other) - degree;
      if (difference < 0 || (difference === 0 && other < node)) continue;
      upper[count] = other;
      edgeTo[count] = edges[slot] as number;
      count += 1;
    }
    starts[node + 1] = count;
  }
  /** The edge from the current node to each of its neighbors of higher rank; -1 for other nodes. */
  const edgeFrom = new Int32Array(order).fill(-1);
  for (let a = 0; a < order; a += 1) {
    const [first, end] = [starts[a] as number, starts[a + 1] as number];
    for (let slot = first; slot < end; slot += 1) {
      edgeFrom[upper[slot] as number] = edgeTo[slot] as number;
    }
    for (let slot = first; slot < end; slot += 1) {
      const b = upper[slot] as number;
      const last = starts[b + 1] as number;
      for (let next = starts[b] as number; next < last; next += 1) {
        const c = upper[next] as number;
        const ac = edgeFrom[c] as number;
        if (ac !== -1) visit(a, b, c, edgeTo[slot] as number, ac, edgeTo[next] as number);
      }
    }
    for (let slot = first; slot < end; slot += 1) edgeFrom[upper[slot] as number] = -1;
  }
}

/** The number of triangles that each node belongs to. */
export function trianglesOf(graph: Graph): Float64Array {
  const triangles = new Float64Array(graph.order);
  forEachTriangle(graph, (a, b, c) => {
    triangles[a] = (triangles[a] as number) + 1;
    triangles[b] = (triangles[b] as number) + 1;
    triangles[c] = (triangles[c] as number) + 1;
  });
  return triangles;
}

/** The mean over all nodes of the fraction of neighbor pairs that have an edge (Watts and Strogatz). */
export function averageClustering(graph: Graph, triangles = trianglesOf(graph)): number | null {
  if (graph.order === 0) return null;
  let sum = 0;
  triangles.forEach((count, node) => {
    const degree = degreeOf(graph, node);
    if (degree > 1) sum += (2 * count) / (degree * (degree - 1));
  });
  return sum / graph.order;
}

/** The fraction of all pairs of neighbors of a node that have an edge; null if no node has two neighbors. */
export function transitivity(graph: Graph, triangles = trianglesOf(graph)): number | null {
  let [closed, pairs] = [0, 0];
  triangles.forEach((count, node) => {
    const degree = degreeOf(graph, node);
    closed += count;
    pairs += (degree * (degree - 1)) / 2;
  });
  return pairs === 0 ? null : closed / pairs;
}
