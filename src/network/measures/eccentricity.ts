import { degreeOf, type Graph } from '../graph.js';
import { componentsOf } from './traverse.js';

/** The extent of the largest component, in steps; directions are ignored. */
export interface Extent {
  /** The longest of all shortest paths; if not exact, at least that. */
  readonly diameter: number;
  /** The longest of the shortest paths from the most central node; if not exact, at most that. */
  readonly radius: number;
  /** False if the step limit was reached before diameter and radius were certain. */
  readonly isExact: boolean;
  /** The number of nodes in the component. */
  readonly nodeCount: number;
}

/** The maximum number of edge ends visited. */
const MAX_STEPS = 200_000_000;

/**
 * Diameter and radius. Each search from a node limits the distances of all others to their farthest nodes; nodes that
 * cannot change the result are skipped (Takes and Kosters, "Computing the eccentricity distribution of large graphs",
 * 2013). Most networks need a few dozen searches. Null for a network without nodes.
 */
export function extentOf(graph: Graph, maxSteps = MAX_STEPS): Extent | null {
  const { order, offsets, neighbours } = graph;
  if (order === 0) return null;
  const { labels, sizes } = componentsOf(graph);
  const nodeCount = sizes[0] as number;
  const members = Int32Array.from(labels.keys()).filter((node) => labels[node] === 0);
  const ends = members.reduce((sum, node) => sum + degreeOf(graph, node), 0);
  const least = new Int32Array(order);
  const most = new Int32Array(order).fill(order);
  const distance = new Int32Array(order);
  const visited = new Int32Array(nodeCount);
  let [diameter, radius, steps] = [0, order, 0];
  let open = members;
  for (let round = 0; open.length > 0; round += 1) {
    if (round > 0 && steps + ends > maxSteps) break;
    steps += ends + nodeCount;
    const source = round % 2 === 0 ? farthest(graph, open, most) : nearest(graph, open, least);
    distance.fill(-1);
    distance[source] = 0;
    visited[0] = source;
    let count = 1;
    for (let place = 0; place < count; place += 1) {
      const node = visited[place] as number;
      const next = (distance[node] as number) + 1;
      for (let slot = offsets[node] as number; slot < (offsets[node + 1] as number); slot += 1) {
        const other = neighbours[slot] as number;
        if (distance[other] !== -1) continue;
        distance[other] = next;
        visited[count++] = other;
      }
    }
    const eccentricity = distance[visited[count - 1] as number] as number;
    diameter = Math.max(diameter, eccentricity);
    radius = Math.min(radius, eccentricity);
    for (const node of open) {
      const far = distance[node] as number;
      least[node] = Math.max(least[node] as number, far, eccentricity - far);
      most[node] = Math.min(most[node] as number, eccentricity + far);
    }
    most[source] = least[source] = eccentricity;
    open = open.filter(
      (node) =>
        node !== source && ((most[node] as number) > diameter || (least[node] as number) < radius),
    );
  }
  return { diameter, radius, isExact: open.length === 0, nodeCount };
}

/** The node that can have the longest path; among equals, the one with the most neighbors. */
function farthest(graph: Graph, nodes: Int32Array, most: Int32Array): number {
  return best(nodes, (node) => most[node] as number, graph);
}

/** The node that can have the shortest longest path; among equals, the one with the most neighbors. */
function nearest(graph: Graph, nodes: Int32Array, least: Int32Array): number {
  return best(nodes, (node) => -(least[node] as number), graph);
}

function best(nodes: Int32Array, valueOf: (node: number) => number, graph: Graph): number {
  let chosen = nodes[0] as number;
  for (const node of nodes) {
    const difference = valueOf(node) - valueOf(chosen);
    if (difference > 0 || (difference === 0 && degreeOf(graph, node) > degreeOf(graph, chosen))) {
      chosen = node;
    }
  }
  return chosen;
}
