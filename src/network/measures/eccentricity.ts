import { degreeOf, type Graph } from '../graph.js';
import { componentsOf } from './traverse.js';

/** The extent of the largest component, in steps; directions are ignored. */
export interface Extent {
  /** The longest of all shortest paths; if `isExact` is false, it can be longer. */
  readonly diameter: number;
  /** The longest of the shortest paths from the most central node; if `isExact` is false, it can be shorter. */
  readonly radius: number;
  /** False if the step limit was reached before both were certain. */
  readonly isExact: boolean;
  /** The number of nodes in the component. */
  readonly nodeCount: number;
}

/** The maximum number of edge ends visited. */
const MAX_STEPS = 100_000_000;

/**
 * Diameter and radius; null for a network without nodes.
 *
 * The diameter is that of iFUB (Crescenzi et al., "On computing the diameter of real-world undirected graphs", 2013):
 * searches start from the nodes farthest from a central one, level by level, until the nodes of the levels left are too
 * near to each other. Each search also gives lower bounds of how far the farthest node of every other node is (Takes and
 * Kosters, 2013); for the radius, the nodes with the lowest bounds are searched, until no bound is below the radius.
 */
export function extentOf(graph: Graph, maxSteps = MAX_STEPS): Extent | null {
  if (graph.order === 0) return null;
  const { labels, sizes } = componentsOf(graph);
  const members = Int32Array.from(labels.keys()).filter((node) => labels[node] === 0);
  const search = new Eccentricities(graph, members, maxSteps);
  // Goes to the middle: from a node with many neighbors, to the farthest one and to those with the lowest bounds.
  let center = members.reduce((most, node) =>
    degreeOf(graph, node) > degreeOf(graph, most) ? node : most,
  );
  let shortest = search.from(center);
  for (let round = 0; round < 3; round += 1) {
    search.from(search.farthest);
    const next = search.lowest();
    if (next === null) break;
    const longest = search.from(next);
    if (longest >= shortest) continue;
    [center, shortest] = [next, longest];
  }
  const isDiameter = searchLevels(search, center);
  let isRadius = search.lowest() === null;
  while (!isRadius && search.isAffordable) {
    search.from(search.lowest() as number);
    search.from(search.farthest);
    isRadius = search.lowest() === null;
  }
  const { diameter, radius } = search;
  return { diameter, radius, isExact: isDiameter && isRadius, nodeCount: sizes[0] as number };
}

/** Searches from the nodes of each level around the center, the farthest first; whether the diameter is certain then. */
function searchLevels(search: Eccentricities, center: number): boolean {
  search.from(center);
  const nodes = search.visited.toReversed();
  const levels = nodes.map((node) => search.distance[node] as number);
  for (const [place, node] of nodes.entries()) {
    // All nodes from here on are within this many steps of each other.
    if (search.diameter >= 2 * (levels[place] as number)) return true;
    if (!search.isAffordable) return false;
    search.from(node);
  }
  return true;
}

/** Breadth-first searches in one component, and what they tell about the farthest node of each node. */
class Eccentricities {
  readonly #graph: Graph;
  readonly #maxSteps: number;
  readonly #stepsPerSearch: number;
  /** At least the number of steps from each node to its farthest. */
  readonly #least: Int32Array;
  readonly #isDone: Uint8Array;
  /** The distances from the last start, and the nodes by distance. */
  readonly distance: Int32Array;
  readonly visited: Int32Array;
  #steps = 0;
  diameter = 0;
  radius = Infinity;

  constructor(graph: Graph, members: Int32Array, maxSteps: number) {
    this.#graph = graph;
    this.#maxSteps = maxSteps;
    this.#stepsPerSearch = members.reduce((sum, node) => sum + degreeOf(graph, node) + 1, 0);
    this.#least = new Int32Array(graph.order);
    this.#isDone = new Uint8Array(graph.order);
    this.distance = new Int32Array(graph.order);
    this.visited = members.slice();
  }

  get isAffordable(): boolean {
    return this.#steps + this.#stepsPerSearch <= this.#maxSteps;
  }

  /** The node farthest from the last start. */
  get farthest(): number {
    return this.visited.at(-1) as number;
  }

  /** Searches from the node, and returns the distance of its farthest node. */
  from(start: number): number {
    const { offsets, neighbours } = this.#graph;
    const { distance, visited } = this;
    this.#steps += this.#stepsPerSearch;
    distance.fill(-1);
    distance[start] = 0;
    visited[0] = start;
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
    const longest = distance[this.farthest] as number;
    this.diameter = Math.max(this.diameter, longest);
    this.radius = Math.min(this.radius, longest);
    for (const node of visited) {
      const far = distance[node] as number;
      this.#least[node] = Math.max(this.#least[node] as number, far, longest - far);
    }
    this.#isDone[start] = 1;
    return longest;
  }

  /** The node with the lowest bound that can be more central than all so far; among equals, the best connected. */
  lowest(): number | null {
    let [chosen, bound] = [-1, this.radius];
    for (const node of this.visited) {
      const least = this.#least[node] as number;
      if (least > bound || least >= this.radius || this.#isDone[node] === 1) continue;
      const isBetter = least < bound || degreeOf(this.#graph, node) > degreeOf(this.#graph, chosen);
      if (isBetter) [chosen, bound] = [node, least];
    }
    return chosen === -1 ? null : chosen;
  }
}
