import { strengthOf } from './build-graph.js';
import { edgeBetween, type Graph } from './graph.js';
import {
  at,
  bytes,
  numbers,
  weightAt,
  weights,
  type Bytes,
  type Numbers,
  type Weights,
} from './shared-arrays.js';
import { NONE, placesBefore } from './snapshot.js';

/** The edges of a graph that are different now. */
export interface EdgeChanges {
  /** Those pairs of nodes as they were, and as they are. */
  readonly before: Graph;
  readonly now: Graph;
  /** For each node before, the node now, ascending; `NONE` if it is gone. Null if all are the same. */
  readonly nodeOf: Int32Array | null;
  /** For each kind of tie (its index) and row before, the row now; null if all are the same. */
  readonly rowOf: readonly (Int32Array | null)[];
}

/** A run of edges that come one after the other, in the old graph or in the one of the changes. */
interface Run {
  readonly isOld: boolean;
  readonly from: number;
  readonly to: number;
}

/**
 * The graph with its changes: what is the same is copied, so that it takes far less time than to build the graph.
 * Columns in which nothing is different are the same memory.
 */
export function spliceGraph(old: Graph, changes: EdgeChanges): Graph {
  const { now } = changes;
  const edges = edgeRuns(old, changes);
  const ties = edges.map(({ isOld, from, to }) => {
    const { tieOffsets } = isOld ? old : now;
    return { isOld, from: at(tieOffsets, from), to: at(tieOffsets, to) };
  });
  const ofEdges = splicedWeights(edges, old.weights, now.weights);
  const kind = splicedNumbers(ties, old.ties.kind, now.ties.kind);
  return {
    ...splicedEnds(old, changes, edges, ofEdges),
    weights: ofEdges,
    arcs: old.arcs &&
      now.arcs && {
        forward: splicedWeights(edges, old.arcs.forward, now.arcs.forward),
        backward: splicedWeights(edges, old.arcs.backward, now.arcs.backward),
      },
    tieCounts: splicedNumbers(edges, old.tieCounts, now.tieCounts),
    kinds: splicedNumbers(edges, old.kinds, now.kinds),
    undated: splicedNumbers(edges, old.undated, now.undated),
    tieOffsets: splicedOffsets(edges, old.tieOffsets, now.tieOffsets),
    ties: {
      kind,
      record: splicedRows(old, changes, ties, kind),
      from: splicedNumbers(ties, old.ties.from, now.ties.from),
      to: splicedNumbers(ties, old.ties.to, now.ties.to),
      undated: splicedNumbers(ties, old.ties.undated, now.ties.undated),
      weight: splicedWeights(ties, old.ties.weight, now.ties.weight),
    },
    directions:
      old.directions && now.directions && splicedBytes(ties, old.directions, now.directions),
  };
}

/** The ends of the edges, and what follows from them and the weights. */
function splicedEnds(old: Graph, changes: EdgeChanges, runs: readonly Run[], ofEdges: Weights) {
  const { now, nodeOf } = changes;
  const { order } = now;
  if (nodeOf === null && isUnmoved(runs, old.low, now.low) && isUnmoved(runs, old.high, now.high)) {
    const { size, low, high, offsets, neighbours, edges, inner } = old;
    const strengths = weights(order);
    strengths.set(old.strengths);
    withChanges(strengths, changes, old, ofEdges);
    return { order, size, low, high, offsets, neighbours, edges, strengths, inner };
  }
  const [low, high] = [copied(runs, old.low, now.low), copied(runs, old.high, now.high)];
  if (nodeOf !== null) for (const list of [low, high]) rename(list, runs, nodeOf);
  const around = splicedAdjacency(old, changes, runs);
  const strengths = weights(order);
  if (nodeOf === null) strengths.set(old.strengths);
  else {
    for (let node = 0; node < nodeOf.length; node += 1) {
      const moved = at(nodeOf, node);
      if (moved !== NONE) strengths[moved] = weightAt(old.strengths, node);
    }
  }
  return {
    order,
    size: low.length,
    low,
    high,
    ...around,
    strengths: withChanges(strengths, changes, around, ofEdges),
    // Only groups of organizations have ties within them.
    inner: weights(order),
  };
}

/**
 * The edges around each node. Lists of neighbors stay ascending, since nodes keep their order; only those with new
 * edges are sorted.
 */
function splicedAdjacency(old: Graph, { before, now, nodeOf }: EdgeChanges, runs: readonly Run[]) {
  const { order } = now;
  if (before.size === 0 && now.size === 0 && nodeOf !== null)
    return movedAdjacency(old, nodeOf, order);
  const edgeOf = new Int32Array(old.size).fill(NONE);
  const added = new Map<number, { readonly neighbour: number; readonly edge: number }[]>();
  const addTo = (node: number, neighbour: number, edge: number) => {
    const list = added.get(node);
    if (list === undefined) added.set(node, [{ neighbour, edge }]);
    else list.push({ neighbour, edge });
  };
  let edge = 0;
  for (const { isOld, from, to } of runs) {
    for (let index = from; index < to; index += 1, edge += 1) {
      if (isOld) {
        edgeOf[index] = edge;
        continue;
      }
      addTo(at(now.low, index), at(now.high, index), edge);
      addTo(at(now.high, index), at(now.low, index), edge);
    }
  }
  const nodeNow = nodeOf ?? Int32Array.from({ length: order }, (_, node) => node);
  const nodeBefore = placesBefore(nodeNow, order);
  const [offsets, neighbours, edges] = [numbers(order + 1), numbers(edge * 2), numbers(edge * 2)];
  let slot = 0;
  for (let node = 0; node < order; node += 1) {
    const before = at(nodeBefore, node);
    const end = before === NONE ? 0 : at(old.offsets, before + 1);
    for (let place = before === NONE ? 0 : at(old.offsets, before); place < end; place += 1) {
      const kept = at(edgeOf, at(old.edges, place));
      if (kept === NONE) continue;
      neighbours[slot] = at(nodeNow, at(old.neighbours, place));
      edges[slot] = kept;
      slot += 1;
    }
    offsets[node + 1] = slot;
    if (!added.has(node)) continue;
    for (const { neighbour, edge: made } of added.get(node) ?? []) {
      let place = slot;
      for (; place > at(offsets, node) && at(neighbours, place - 1) > neighbour; place -= 1) {
        neighbours[place] = at(neighbours, place - 1);
        edges[place] = at(edges, place - 1);
      }
      neighbours[place] = neighbour;
      edges[place] = made;
      slot += 1;
    }
    offsets[node + 1] = slot;
  }
  return { offsets, neighbours, edges };
}

/** The same edges around nodes that have other numbers. */
function movedAdjacency(old: Graph, nodeOf: Int32Array, order: number) {
  const [offsets, neighbours] = [numbers(order + 1), numbers(old.neighbours.length)];
  for (let slot = 0; slot < neighbours.length; slot += 1) {
    neighbours[slot] = at(nodeOf, at(old.neighbours, slot));
  }
  const nodeBefore = placesBefore(nodeOf, order);
  for (let node = 0; node < order; node += 1) {
    const known = at(nodeBefore, node);
    // A node that is new has no edges, or there would be changes.
    offsets[node + 1] = known === NONE ? at(offsets, node) : at(old.offsets, known + 1);
  }
  return { offsets, neighbours, edges: old.edges };
}

/** Adds up the weights of the edges anew for nodes with other edges than before. */
function withChanges(
  strengths: Weights,
  { before, now, nodeOf }: EdgeChanges,
  { offsets, edges }: Pick<Graph, 'offsets' | 'edges'>,
  ofEdges: Weights,
): Weights {
  const renew = (node: number) => {
    if (node !== NONE) strengths[node] = strengthOf(node, offsets, edges, ofEdges);
  };
  for (const ends of [before.low, before.high]) {
    for (const node of ends) renew(nodeOf === null ? node : at(nodeOf, node));
  }
  for (const ends of [now.low, now.high]) for (const node of ends) renew(node);
  return strengths;
}

/** All edges now in their order: those that are the same, and those of the changes. */
function edgeRuns(old: Graph, { before, now, nodeOf }: EdgeChanges): readonly Run[] {
  const runs: Run[] = [];
  const add = (isOld: boolean, from: number, to: number) => {
    if (from < to) runs.push({ isOld, from, to });
  };
  const renamed = (node: number) => (nodeOf === null ? node : at(nodeOf, node));
  const removed = edgesOf(old, before);
  let [begin, made, gone] = [0, 0, 0];
  for (let edge = 0; edge < old.size; edge += 1) {
    if (edge === removed[gone]) {
      add(true, begin, edge);
      begin = edge + 1;
      gone += 1;
      continue;
    }
    if (made === now.size) continue;
    const [low, high] = [renamed(at(old.low, edge)), renamed(at(old.high, edge))];
    const first = made;
    while (made < now.size && isBefore(at(now.low, made), at(now.high, made), low, high)) made += 1;
    if (made === first) continue;
    add(true, begin, edge);
    begin = edge;
    add(false, first, made);
  }
  add(true, begin, old.size);
  add(false, made, now.size);
  return runs;
}

const isBefore = (low: number, high: number, otherLow: number, otherHigh: number): boolean =>
  low < otherLow || (low === otherLow && high < otherHigh);

/** The edges of the graph between the same nodes as those of a part of it. */
function edgesOf(graph: Graph, part: Graph): Int32Array {
  const edges = new Int32Array(part.size);
  for (let edge = 0; edge < part.size; edge += 1) {
    edges[edge] = edgeBetween(graph, at(part.low, edge), at(part.high, edge)) ?? NONE;
  }
  return edges;
}

const lengthOf = (runs: readonly Run[]) => runs.reduce((sum, { from, to }) => sum + to - from, 0);

type List = Int32Array | Float64Array | Uint8Array;

/** Whether the runs make the old list again. */
function isUnmoved<L extends List>(runs: readonly Run[], old: L, now: L): boolean {
  if (lengthOf(runs) !== old.length) return false;
  let place = 0;
  for (const { isOld, from, to } of runs) {
    if (isOld && from !== place) return false;
    for (let index = from; !isOld && index < to; index += 1) {
      if (now[index] !== old[place + index - from]) return false;
    }
    place += to - from;
  }
  return true;
}

function filled<L extends List>(list: L, runs: readonly Run[], old: L, now: L): L {
  let place = 0;
  for (const { isOld, from, to } of runs) {
    list.set((isOld ? old : now).subarray(from, to), place);
    place += to - from;
  }
  return list;
}

const copied = (runs: readonly Run[], old: Numbers, now: Numbers): Numbers =>
  filled(numbers(lengthOf(runs)), runs, old, now);

const splicedNumbers = (runs: readonly Run[], old: Numbers, now: Numbers): Numbers =>
  isUnmoved(runs, old, now) ? old : copied(runs, old, now);

const splicedWeights = (runs: readonly Run[], old: Weights, now: Weights): Weights =>
  isUnmoved(runs, old, now) ? old : filled(weights(lengthOf(runs)), runs, old, now);

const splicedBytes = (runs: readonly Run[], old: Bytes, now: Bytes): Bytes =>
  isUnmoved(runs, old, now) ? old : filled(bytes(lengthOf(runs)), runs, old, now);

/** Where the ties of each edge begin, and where those of the last one end. */
function splicedOffsets(edges: readonly Run[], old: Numbers, now: Numbers): Numbers {
  if (hasSameOffsets(edges, old, now)) return old;
  const list = numbers(lengthOf(edges) + 1);
  let [place, begin] = [0, 0];
  for (const { isOld, from, to } of edges) {
    const offsets = isOld ? old : now;
    const shift = begin - at(offsets, from);
    for (let edge = from; edge < to; edge += 1, place += 1) list[place] = at(offsets, edge) + shift;
    begin = at(offsets, to) + shift;
  }
  list[place] = begin;
  return list;
}

function hasSameOffsets(edges: readonly Run[], old: Numbers, now: Numbers): boolean {
  if (lengthOf(edges) + 1 !== old.length) return false;
  let place = 0;
  for (const { isOld, from, to } of edges) {
    if (isOld && from !== place) return false;
    const shift = at(old, place) - at(now, isOld ? 0 : from);
    for (let edge = from; !isOld && edge <= to; edge += 1) {
      if (at(now, edge) + shift !== at(old, place + edge - from)) return false;
    }
    place += to - from;
  }
  return true;
}

/** Gives the ends of the old edges the numbers that the nodes have now. */
function rename(ends: Numbers, edges: readonly Run[], nodeOf: Int32Array): void {
  forEachOld(edges, (place) => {
    ends[place] = at(nodeOf, at(ends, place));
  });
}

/** The rows of the ties: old ties get the rows that their records have now. */
function splicedRows(
  old: Graph,
  { now, rowOf }: EdgeChanges,
  ties: readonly Run[],
  kinds: Numbers,
): Numbers {
  const [rows, added] = [old.ties.record, now.ties.record];
  if (rowOf.every((list) => list === null)) return splicedNumbers(ties, rows, added);
  const made = copied(ties, rows, added);
  forEachOld(ties, (place) => {
    const list = rowOf[at(kinds, place)];
    if (list) made[place] = at(list, at(made, place));
  });
  return made;
}

function forEachOld(runs: readonly Run[], visit: (place: number) => void): void {
  let place = 0;
  for (const { isOld, from, to } of runs) {
    for (let count = isOld ? to - from : 0, done = 0; done < count; done += 1) visit(place + done);
    place += to - from;
  }
}
