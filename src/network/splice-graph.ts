import { adjacency, strengthsOf } from './build-graph.js';
import { edgeBetween, type Graph } from './graph.js';
import {
  at,
  bytes,
  numbers,
  weights,
  type Bytes,
  type Numbers,
  type Weights,
} from './shared-arrays.js';
import { NONE } from './snapshot.js';

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

/** The graph with its changes: what is the same is copied, so that it takes far less time than to build the graph. */
export function spliceGraph(old: Graph, changes: EdgeChanges): Graph {
  const { now } = changes;
  const { order } = now;
  const edges = edgeRuns(old, changes);
  const ties = edges.map(({ isOld, from, to }) => {
    const { tieOffsets } = isOld ? old : now;
    return { isOld, from: at(tieOffsets, from), to: at(tieOffsets, to) };
  });
  const [low, high] = [
    splicedNumbers(edges, old.low, now.low),
    splicedNumbers(edges, old.high, now.high),
  ];
  if (changes.nodeOf !== null) for (const list of [low, high]) rename(list, edges, changes.nodeOf);
  const ofEdges = splicedWeights(edges, old.weights, now.weights);
  const around = adjacency(order, low, high);
  const kind = splicedNumbers(ties, old.ties.kind, now.ties.kind);
  const record = splicedNumbers(ties, old.ties.record, now.ties.record);
  renumber(record, kind, ties, changes.rowOf);
  return {
    order,
    size: low.length,
    ...around,
    low,
    high,
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
      record,
      from: splicedNumbers(ties, old.ties.from, now.ties.from),
      to: splicedNumbers(ties, old.ties.to, now.ties.to),
      undated: splicedNumbers(ties, old.ties.undated, now.ties.undated),
      weight: splicedWeights(ties, old.ties.weight, now.ties.weight),
    },
    directions:
      old.directions && now.directions && splicedBytes(ties, old.directions, now.directions),
    strengths: strengthsOf(order, around.offsets, around.edges, ofEdges),
    // Only groups of organizations have ties within them.
    inner: weights(order),
  };
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

function splicedNumbers(runs: readonly Run[], old: Numbers, now: Numbers): Numbers {
  const list = numbers(lengthOf(runs));
  let place = 0;
  for (const { isOld, from, to } of runs) {
    list.set((isOld ? old : now).subarray(from, to), place);
    place += to - from;
  }
  return list;
}

function splicedWeights(runs: readonly Run[], old: Weights, now: Weights): Weights {
  const list = weights(lengthOf(runs));
  let place = 0;
  for (const { isOld, from, to } of runs) {
    list.set((isOld ? old : now).subarray(from, to), place);
    place += to - from;
  }
  return list;
}

function splicedBytes(runs: readonly Run[], old: Bytes, now: Bytes): Bytes {
  const list = bytes(lengthOf(runs));
  let place = 0;
  for (const { isOld, from, to } of runs) {
    list.set((isOld ? old : now).subarray(from, to), place);
    place += to - from;
  }
  return list;
}

/** Where the ties of each edge begin, and where those of the last one end. */
function splicedOffsets(edges: readonly Run[], old: Numbers, now: Numbers): Numbers {
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

/** Gives the ends of the old edges the numbers that the nodes have now. */
function rename(ends: Numbers, edges: readonly Run[], nodeOf: Int32Array): void {
  forEachOld(edges, (place) => {
    ends[place] = at(nodeOf, at(ends, place));
  });
}

/** Gives the old ties the rows that their records have now. */
function renumber(
  rows: Numbers,
  kinds: Numbers,
  ties: readonly Run[],
  rowOf: readonly (Int32Array | null)[],
): void {
  if (rowOf.every((list) => list === null)) return;
  forEachOld(ties, (place) => {
    const list = rowOf[at(kinds, place)];
    if (list) rows[place] = at(list, at(rows, place));
  });
}

function forEachOld(runs: readonly Run[], visit: (place: number) => void): void {
  let place = 0;
  for (const { isOld, from, to } of runs) {
    for (let count = isOld ? to - from : 0, done = 0; done < count; done += 1) visit(place + done);
    place += to - from;
  }
}
