import { at, inForceOn, type Graph } from '../graph.js';

export interface Moment {
  readonly day: number;
  /** The number of nodes with at least one tie in force. */
  readonly nodeCount: number;
  readonly edgeCount: number;
  readonly componentCount: number;
  readonly density: number | null;
  /** Edges that rest on undated ties only, whether they count or not. */
  readonly undatedEdges: number;
  /** Edges that appeared or disappeared since the previous day; all are added on the first. */
  readonly addedCount: number;
  readonly endedCount: number;
}

export interface HistoryOptions {
  readonly days: readonly number[];
  /** Whether ties count of which no source says when they began. */
  readonly includesUndated: boolean;
  /** Whether nodes without ties on a day are nodes of that day's network. */
  readonly isolates: boolean;
}

/** The share of pairs of nodes that have an edge; null if there are fewer than two nodes. */
export function density(nodes: number, edges: number): number | null {
  return nodes < 2 ? null : (2 * edges) / (nodes * (nodes - 1));
}

/** The state of the network on each of the days, in order. */
export function historyOf(
  graph: Graph,
  { days, includesUndated, isolates }: HistoryOptions,
): Moment[] {
  let before = new Uint8Array(graph.size);
  return days.map((day) => {
    const now = new Uint8Array(graph.size);
    const groups = new DisjointSets(graph.order);
    let [edges, added, ended, undated] = [0, 0, 0, 0];
    for (let edge = 0; edge < graph.size; edge += 1) {
      const isDated = inForceOn(graph, edge, day, false);
      const isUndated = !isDated && inForceOn(graph, edge, day);
      undated += Number(isUndated);
      const isThere = isDated || (isUndated && includesUndated);
      if (isThere) {
        now[edge] = 1;
        edges += 1;
        groups.join(at(graph.low, edge), at(graph.high, edge));
      }
      if (isThere && at(before, edge) === 0) added += 1;
      if (!isThere && at(before, edge) === 1) ended += 1;
    }
    before = now;
    const { nodes, components } = groups;
    return {
      day,
      nodeCount: nodes,
      edgeCount: edges,
      componentCount: components,
      density: density(isolates ? graph.order : nodes, edges),
      undatedEdges: undated,
      addedCount: added,
      endedCount: ended,
    };
  });
}

/** Instead of a parent: the node has not been joined. */
const NO_PARENT = -1;

/** Connected components of the nodes that have been joined (union-find). */
class DisjointSets {
  readonly #parent: Int32Array;
  nodes = 0;
  components = 0;

  constructor(order: number) {
    this.#parent = new Int32Array(order).fill(NO_PARENT);
  }

  join(a: number, b: number): void {
    const [left, right] = [this.#top(a), this.#top(b)];
    if (left === right) return;
    this.#parent[left] = right;
    this.components -= 1;
  }

  #top(node: number): number {
    if (at(this.#parent, node) === NO_PARENT) {
      this.#parent[node] = node;
      this.nodes += 1;
      this.components += 1;
    }
    let top = node;
    while (at(this.#parent, top) !== top) {
      const above = at(this.#parent, at(this.#parent, top));
      this.#parent[top] = above;
      top = above;
    }
    return top;
  }
}
