import { changedPairs } from './changed-pairs.js';
import { degreeOf, type Graph } from './graph.js';
import { marked, projectPairs, type Projected } from './project.js';
import type { Projection } from './projection.js';
import { at, Growing, numbers, type Numbers } from './shared-arrays.js';
import { countOf, NONE, type Snapshot } from './snapshot.js';
import { spliceGraph } from './splice-graph.js';
import { TIE_KINDS } from './tie-kinds.js';

/** A network of the same organizations and projection, from an earlier snapshot. */
export interface ProjectedBefore extends Projected {
  readonly snapshot: Snapshot;
  readonly projection: Projection;
}

/** With more changes than this, it takes less time to project the network as a whole. */
const MAX_CHANGED_PAIRS = 20_000;

/**
 * The network of the selected organizations (null for all), from what has changed since an earlier one. Null if it must
 * be projected as a whole: groups of organizations, which change with their members; nodes that are in the network
 * because of their ties, and come or go.
 */
export function reproject(
  before: ProjectedBefore,
  snapshot: Snapshot,
  chosen: Int32Array | null,
): Projected | null {
  const { projection } = before;
  if (projection.level !== 'ORGANIZATION') return null;
  const changes = changedPairs(before.snapshot, snapshot, projection, MAX_CHANGED_PAIRS);
  if (changes === null) return null;
  const { placeOf } = changes;
  const isChosen = marked(snapshot, chosen);
  const places = projection.isolates
    ? markedPlaces(isChosen)
    : movedPlaces(before.nodes.places, placeOf);
  if (places === null) return null;
  const wasChosen = marked(
    before.snapshot,
    chosen && chosenBefore(chosen, placeOf, before.snapshot),
  );
  const left = projectPairs(before, wasChosen, before.nodes.places, changes.before);
  const joined = projectPairs({ snapshot, projection }, isChosen, places, changes.now);
  if (left === null || joined === null) return null;
  const graph = spliceGraph(before.graph, {
    before: left.graph,
    now: joined.graph,
    nodeOf: placeOf && nodesAfter(before.nodes.places, placeOf, places, countOf(snapshot)),
    rowOf: TIE_KINDS.map((kind) => changes.rowOf[kind]),
  });
  if (!projection.isolates && hasIsolate(graph)) return null;
  return {
    graph,
    nodes: {
      level: 'ORGANIZATION',
      places,
      sizes: numbers(places.length).fill(1),
      chosen: chosen === null ? countOf(snapshot) : chosen.length,
      outside: 0,
    },
    tieCount: before.tieCount - left.tieCount + joined.tieCount,
    undatedEdges: before.undatedEdges - left.undatedEdges + joined.undatedEdges,
    withoutAmount: before.withoutAmount - left.withoutAmount + joined.withoutAmount,
  };
}

function markedPlaces(isMarked: Uint8Array): Numbers {
  const places = new Growing();
  for (let place = 0; place < isMarked.length; place += 1) {
    if (isMarked[place] === 1) places.push(place);
  }
  return places.shared();
}

/** Null if one of the organizations is gone. */
function movedPlaces(before: Numbers, placeOf: Int32Array | null): Numbers | null {
  if (placeOf === null) return before;
  const places = numbers(before.length);
  for (let node = 0; node < before.length; node += 1) {
    const place = at(placeOf, at(before, node));
    if (place === NONE) return null;
    places[node] = place;
  }
  return places;
}

/** The indexes before of organizations that have these now. None of the selected organizations is new. */
function chosenBefore(
  chosen: Int32Array,
  placeOf: Int32Array | null,
  before: Snapshot,
): Int32Array {
  if (placeOf === null) return chosen;
  const isChosen = new Set(chosen);
  const places = new Growing();
  for (let place = 0; place < countOf(before); place += 1) {
    if (isChosen.has(at(placeOf, place))) places.push(place);
  }
  return places.values;
}

/** For each node before, the node now; `NONE` if its organization is gone. */
function nodesAfter(
  before: Numbers,
  placeOf: Int32Array,
  places: Numbers,
  organizations: number,
): Int32Array {
  const nodeAt = new Int32Array(organizations).fill(NONE);
  for (let node = 0; node < places.length; node += 1) nodeAt[at(places, node)] = node;
  const nodeOf = new Int32Array(before.length);
  for (let node = 0; node < before.length; node += 1) {
    const place = at(placeOf, at(before, node));
    nodeOf[node] = place === NONE ? NONE : at(nodeAt, place);
  }
  return nodeOf;
}

function hasIsolate(graph: Graph): boolean {
  for (let node = 0; node < graph.order; node += 1) {
    if (degreeOf(graph, node) === 0) return true;
  }
  return false;
}
