import { BACKWARD, FORWARD, type Graph } from './graph.js';
import {
  weightAt,
  at,
  bytes,
  numbers,
  numbersFrom,
  weights,
  type Numbers,
  type Weights,
} from './shared-arrays.js';
import { TIE_KINDS, TIES, type NetworkTieKind } from './tie-kinds.js';

/** Ties between nodes, by columns; each is in a period. Ties of the same record are adjacent. */
export interface TieList {
  readonly length: number;
  /** The two ends. If they are the same node, the tie is within it. */
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly kind: Int32Array;
  /** The row in the snapshot. */
  readonly row: Int32Array;
  /** A number for each record, ascending. */
  readonly record: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly undated: Int32Array;
}

/** How the weight of an edge comes from its ties. */
export interface Weighting {
  /** The weight of a tie of each kind. */
  readonly ofKind: Readonly<Record<NetworkTieKind, number>>;
  /** The amount of a tie, which is added up instead of counting records; null to count. */
  readonly amounts: Float64Array | null;
  /** Whether the weight of a record is divided by the number of its other parties (Newman). */
  readonly isFractional: boolean;
  /** For each tie, that number; null if it is counted, because all ties of each record are here. */
  readonly parties: Int32Array | null;
}

/** Builds a graph from its ties. */
export function graphOf(
  order: number,
  ties: TieList,
  weighting: Weighting,
  isDirected: boolean,
): Graph {
  const worth = worthOf(order, ties, weighting);
  const [inside, outside] = [innerWeights(order, ties, worth, weighting), betweenNodes(ties)];
  const keys = { low: new Int32Array(ties.length), high: new Int32Array(ties.length) };
  for (const tie of outside) {
    keys.low[tie] = Math.min(at(ties.a, tie), at(ties.b, tie));
    keys.high[tie] = Math.max(at(ties.a, tie), at(ties.b, tie));
  }
  const sorted = countingSort(countingSort(outside, keys.high, order), keys.low, order);
  const column = (values: Int32Array) => {
    const list = numbers(sorted.length);
    for (let place = 0; place < sorted.length; place += 1) {
      list[place] = at(values, at(sorted, place));
    }
    return list;
  };
  const [lows, highs] = [column(keys.low), column(keys.high)];
  const starts = startsOf(lows, highs);
  const size = starts.length - 1;
  const pick = (values: Int32Array) => {
    const list = numbers(size);
    for (let edge = 0; edge < size; edge += 1) list[edge] = at(values, at(starts, edge));
    return list;
  };
  const [low, high] = [pick(lows), pick(highs)];
  const sums = sumsOf(ties, sorted, starts, worth, weighting, isDirected);
  const around = adjacency(order, low, high);
  return {
    order,
    size,
    ...around,
    low,
    high,
    ...sums,
    tieOffsets: starts,
    ties: {
      kind: column(ties.kind),
      record: column(ties.row),
      from: column(ties.from),
      to: column(ties.to),
      undated: column(ties.undated),
      weight: weightsOf(worth, sorted),
    },
    strengths: strengthsOf(order, around.offsets, around.edges, sums.weights),
    inner: inside,
  };
}

function weightsOf(worth: Float64Array, sorted: Int32Array): Weights {
  const list = weights(sorted.length);
  for (let place = 0; place < sorted.length; place += 1)
    list[place] = weightAt(worth, at(sorted, place));
  return list;
}

/** The weight of each tie. */
function worthOf(
  order: number,
  ties: TieList,
  { ofKind, amounts, isFractional, parties: known }: Weighting,
) {
  if (amounts !== null) return amounts;
  const weightOf = TIE_KINDS.map((kind) => ofKind[kind]);
  const worth = new Float64Array(ties.length);
  const seen = new Int32Array(order);
  for (let first = 0, end = 0; first < ties.length; first = end) {
    let parties = known === null ? 0 : at(known, first);
    for (; end < ties.length && at(ties.record, end) === at(ties.record, first); end += 1) {
      if (!isFractional || known !== null) continue;
      for (const node of [at(ties.a, end), at(ties.b, end)]) {
        if (at(seen, node) === first + 1) continue;
        seen[node] = first + 1;
        parties += 1;
      }
    }
    const weight = weightOf[at(ties.kind, first)] as number;
    worth.fill(isFractional && parties > 2 ? weight / (parties - 1) : weight, first, end);
  }
  return worth;
}

function innerWeights(
  order: number,
  { length, a, b, record }: TieList,
  worth: Float64Array,
  { amounts }: Weighting,
): Weights {
  const inner = weights(order);
  /** The last record that was counted in each node, plus one. */
  const counted = new Int32Array(order);
  for (let tie = 0; tie < length; tie += 1) {
    const node = at(a, tie);
    if (node !== at(b, tie)) continue;
    const isNew = amounts !== null || at(counted, node) !== at(record, tie) + 1;
    if (isNew) inner[node] = weightAt(inner, node) + weightAt(worth, tie);
    counted[node] = at(record, tie) + 1;
  }
  return inner;
}

function betweenNodes({ length, a, b }: TieList): Int32Array {
  const found = new Int32Array(length);
  let count = 0;
  for (let tie = 0; tie < length; tie += 1) {
    if (at(a, tie) === at(b, tie)) continue;
    found[count] = tie;
    count += 1;
  }
  return found.subarray(0, count);
}

/** Where each edge begins among its sorted ties, and where the last one ends. */
function startsOf(lows: Int32Array, highs: Int32Array): Numbers {
  const starts = new Int32Array(lows.length + 1);
  let size = 0;
  for (let place = 0; place < lows.length; place += 1) {
    const isNew =
      place === 0 ||
      at(lows, place) !== at(lows, place - 1) ||
      at(highs, place) !== at(highs, place - 1);
    if (!isNew) continue;
    starts[size] = place;
    size += 1;
  }
  starts[size] = lows.length;
  return numbersFrom(starts.subarray(0, size + 1));
}

/** What the ties of each edge add up to. */
function sumsOf(
  { a, b, kind, record, undated }: TieList,
  sorted: Int32Array,
  starts: Numbers,
  worth: Float64Array,
  { amounts }: Weighting,
  isDirected: boolean,
) {
  const size = starts.length - 1;
  const sums = weights(size);
  const [tieCounts, kinds, undatedEdges] = [numbers(size), numbers(size), numbers(size)];
  const arcs = isDirected ? { forward: weights(size), backward: weights(size) } : null;
  const directions = isDirected ? bytes(sorted.length) : null;
  const leads = TIE_KINDS.map((name) => TIES[name].isDirected);
  for (let edge = 0; edge < size; edge += 1) {
    let [last, lastForward, lastBackward, isUndated] = [-1, -1, -1, 1];
    for (let place = at(starts, edge); place < at(starts, edge + 1); place += 1) {
      const tie = at(sorted, place);
      const [own, weight, ofKind] = [at(record, tie), weightAt(worth, tie), at(kind, tie)];
      if (own !== last) tieCounts[edge] = at(tieCounts, edge) + 1;
      if (own !== last || amounts !== null) sums[edge] = weightAt(sums, edge) + weight;
      last = own;
      kinds[edge] = at(kinds, edge) | (1 << ofKind);
      if (at(undated, tie) === 0) isUndated = 0;
      if (arcs === null || directions === null) continue;
      const isBoth = leads[ofKind] === false;
      const isForward = at(a, tie) < at(b, tie);
      directions[place] = isBoth ? FORWARD | BACKWARD : isForward ? FORWARD : BACKWARD;
      if ((isBoth || isForward) && (own !== lastForward || amounts !== null)) {
        arcs.forward[edge] = weightAt(arcs.forward, edge) + weight;
        lastForward = own;
      }
      if ((isBoth || !isForward) && (own !== lastBackward || amounts !== null)) {
        arcs.backward[edge] = weightAt(arcs.backward, edge) + weight;
        lastBackward = own;
      }
    }
    undatedEdges[edge] = isUndated;
  }
  return { weights: sums, tieCounts, kinds, undated: undatedEdges, arcs, directions };
}

function countingSort(places: Int32Array, key: Int32Array, order: number): Int32Array {
  const starts = new Int32Array(order + 1);
  for (let place = 0; place < places.length; place += 1) {
    const value = at(key, at(places, place));
    starts[value + 1] = at(starts, value + 1) + 1;
  }
  for (let value = 0; value < order; value += 1) {
    starts[value + 1] = at(starts, value + 1) + at(starts, value);
  }
  const sorted = new Int32Array(places.length);
  for (let place = 0; place < places.length; place += 1) {
    const item = at(places, place);
    const value = at(key, item);
    sorted[at(starts, value)] = item;
    starts[value] = at(starts, value) + 1;
  }
  return sorted;
}

/** The edges around each node. */
function adjacency(order: number, low: Numbers, high: Numbers) {
  const offsets = numbers(order + 1);
  for (const ends of [low, high]) {
    for (let edge = 0; edge < ends.length; edge += 1) {
      const node = at(ends, edge);
      offsets[node + 1] = at(offsets, node + 1) + 1;
    }
  }
  for (let node = 0; node < order; node += 1) {
    offsets[node + 1] = at(offsets, node + 1) + at(offsets, node);
  }
  const [neighbours, edges] = [numbers(low.length * 2), numbers(low.length * 2)];
  const next = Int32Array.from(offsets);
  // Add the smaller neighbors of each node first, then the larger, so that each list is ascending.
  for (const [node, other] of [
    [high, low],
    [low, high],
  ] as const) {
    for (let edge = 0; edge < low.length; edge += 1) {
      const slot = at(next, at(node, edge));
      neighbours[slot] = at(other, edge);
      edges[slot] = edge;
      next[at(node, edge)] = slot + 1;
    }
  }
  return { offsets, neighbours, edges };
}

/** The sum of the weights of the edges around each node. */
function strengthsOf(order: number, offsets: Numbers, edges: Numbers, ofEdge: Weights): Weights {
  const strengths = weights(order);
  for (let node = 0; node < order; node += 1) {
    strengths[node] = strengthOf(node, offsets, edges, ofEdge);
  }
  return strengths;
}

export function strengthOf(
  node: number,
  offsets: Numbers,
  edges: Numbers,
  ofEdge: Weights,
): number {
  let sum = 0;
  for (let slot = at(offsets, node); slot < at(offsets, node + 1); slot += 1) {
    sum += weightAt(ofEdge, at(edges, slot));
  }
  return sum;
}
