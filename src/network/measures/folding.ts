import { degreeOf, type Graph } from '../graph.js';
import { allEdges, type Adjacency } from './adjacency.js';

/**
 * An undirected network whose trees are folded: nodes with one neighbor are removed, again and again. All shortest
 * paths to a folded node pass through its parent, so that one search serves all nodes of a tree. A folded node's tree
 * is the node with all that are folded into it; that of other nodes is all that hangs on them.
 */
export interface Folded {
  /** The edges among the nodes that are left. */
  readonly core: Adjacency;
  /** The folded nodes in the order of their removal, each before its parent. */
  readonly removed: Int32Array;
  /** The parent of each folded node; -1 for others. */
  readonly parent: Int32Array;
  /** The weight of the edge to the parent. */
  readonly weightToParent: Float64Array;
  /** The number of nodes in the tree of each node. */
  readonly sizes: Float64Array;
}

export function foldTrees(graph: Graph): Folded {
  const { order, offsets, neighbours, edges, weights } = graph;
  const degrees = Int32Array.from({ length: order }, (_, node) => degreeOf(graph, node));
  const parent = new Int32Array(order).fill(-1);
  const weightToParent = new Float64Array(order);
  const sizes = new Float64Array(order).fill(1);
  const removed = new Int32Array(order);
  const isRemoved = new Uint8Array(order);
  let count = 0;
  for (let start = 0; start < order; start += 1) {
    // When a node is removed, its parent can be the next.
    for (let node = start; degrees[node] === 1 && isRemoved[node] === 0;) {
      let slot = offsets[node] as number;
      while (isRemoved[neighbours[slot] as number] === 1) slot += 1;
      const above = neighbours[slot] as number;
      isRemoved[node] = 1;
      removed[count++] = node;
      parent[node] = above;
      weightToParent[node] = weights[edges[slot] as number] as number;
      sizes[above] = (sizes[above] as number) + (sizes[node] as number);
      degrees[above] = (degrees[above] as number) - 1;
      node = above;
    }
  }
  return {
    core: count === 0 ? allEdges(graph) : without(graph, isRemoved),
    removed: removed.subarray(0, count),
    parent,
    weightToParent,
    sizes,
  };
}

/** The edges between nodes that are not removed. */
function without(graph: Graph, isRemoved: Uint8Array): Adjacency {
  const all = allEdges(graph);
  const offsets = new Int32Array(graph.order + 1);
  const [others, weights] = [all.others.slice(), all.weights];
  let count = 0;
  for (let node = 0; node < graph.order; node += 1) {
    const end = all.offsets[node + 1] as number;
    for (let slot = all.offsets[node] as number; slot < end && isRemoved[node] === 0; slot += 1) {
      const other = all.others[slot] as number;
      if (isRemoved[other] === 1) continue;
      others[count] = other;
      weights[count] = weights[slot] as number;
      count += 1;
    }
    offsets[node + 1] = count;
  }
  return { offsets, others: others.subarray(0, count), weights: weights.subarray(0, count) };
}
