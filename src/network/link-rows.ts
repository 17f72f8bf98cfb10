import { partialDate } from './days.js';
import { BACKWARD, FORWARD, type Graph } from './graph.js';
import { nodeKey } from './labels.js';
import type { RowData } from './node-row.js';
import { isSameRecord, TIE } from './pairs.js';
import { idAt } from './record-ids.js';
import { at, byteAt, weightAt } from './shared-arrays.js';
import { listsOf } from './snapshot.js';
import { TIE_KINDS, type NetworkTieKind } from './tie-kinds.js';
import { itemAt } from '../domain/present.js';

/** What the rows of edges are made from, in any thread. */
interface InNetwork {
  readonly view: RowData;
}

/** Of an edge, what its records are found by. */
type Seen = Pick<LinkRow<InNetwork>, 'network' | 'edge' | 'isDirected' | 'fromNode'>;

/** An edge as in the API, seen from one of its ends. Each field is made when it is read: there are many edges. */
export class LinkRow<N extends InNetwork> {
  readonly network: N;
  readonly edge: number;
  readonly fromNode: number;
  readonly isDirected: boolean;

  constructor(network: N, { edge, from, isDirected }: SeenEdge) {
    this.network = network;
    this.edge = edge;
    this.fromNode = from;
    this.isDirected = isDirected && network.view.graph.arcs !== null;
  }

  get toNode(): number {
    const { low, high } = this.network.view.graph;
    return this.#isFromLow ? at(high, this.edge) : at(low, this.edge);
  }

  get fromKey(): string {
    const { snapshot, nodes } = this.network.view;
    return nodeKey(snapshot, nodes, this.fromNode);
  }

  get toKey(): string {
    const { snapshot, nodes } = this.network.view;
    return nodeKey(snapshot, nodes, this.toNode);
  }

  get weight(): number {
    const { arcs, weights } = this.network.view.graph;
    if (!this.isDirected || arcs === null) return weightAt(weights, this.edge);
    return weightAt(this.#isFromLow ? arcs.forward : arcs.backward, this.edge);
  }

  get tieCount(): number {
    if (this.isDirected) return [...recordsOf(this)].length;
    return at(this.network.view.graph.tieCounts, this.edge);
  }

  get kinds(): readonly NetworkTieKind[] {
    if (this.isDirected) {
      const kinds = new Set([...recordsOf(this)].map(({ kind }) => kind));
      return TIE_KINDS.filter((_, kind) => kinds.has(kind));
    }
    const { kinds } = this.network.view.graph;
    return TIE_KINDS.filter((_, kind) => (at(kinds, this.edge) & (1 << kind)) !== 0);
  }

  get #isFromLow(): boolean {
    return at(this.network.view.graph.low, this.edge) === this.fromNode;
  }
}

/** An edge and the node that it is seen from; if it is directed, it leads from that node. */
export interface SeenEdge {
  readonly edge: number;
  readonly from: number;
  readonly isDirected: boolean;
}

export const seenFromLow = ({ low }: Graph, edge: number): SeenEdge => ({
  edge,
  from: at(low, edge),
  isDirected: false,
});

/** Edges as they are listed: in a directed network, once for each direction that has ties. */
export function* directions(graph: Graph, edges: Iterable<number>): Generator<SeenEdge> {
  const { arcs, low, high } = graph;
  for (const edge of edges) {
    if (arcs === null) yield seenFromLow(graph, edge);
    else {
      if (weightAt(arcs.forward, edge) > 0) yield { edge, from: at(low, edge), isDirected: true };
      if (weightAt(arcs.backward, edge) > 0) yield { edge, from: at(high, edge), isDirected: true };
    }
  }
}

/** One of the ties of an edge. */
export interface TieRow {
  readonly kind: NetworkTieKind;
  readonly recordId: string;
  readonly sourceId: string;
  readonly source: { readonly title: string; readonly licence: string | null };
  readonly since: string | null;
  readonly until: string | null;
  readonly periods: readonly TiePeriod[];
}

export interface TiePeriod {
  readonly since: string | null;
  readonly until: string | null;
}

/** The records behind an edge, each with the places of its periods among the ties of the graph. */
function* recordsOf(
  link: Seen,
): Generator<{ readonly kind: number; readonly first: number; readonly end: number }> {
  const { edge, network } = link;
  const { view } = network;
  const { tieOffsets, ties } = view.graph;
  const last = at(tieOffsets, edge + 1);
  for (let first = at(tieOffsets, edge), end = first; first < last; first = end) {
    const kind = at(ties.kind, first);
    const list = view.snapshot.ties[TIE_KINDS[kind] as NetworkTieKind];
    const isSame = (tie: number) =>
      at(ties.kind, tie) === kind &&
      isSameRecord(list, at(ties.record, first) * TIE.size, at(ties.record, tie) * TIE.size);
    let isInDirection = false;
    while (end < last && isSame(end)) {
      isInDirection ||= leadsFrom(view.graph, end, link);
      end += 1;
    }
    if (isInDirection) yield { kind, first, end };
  }
}

function leadsFrom(
  { directions, low }: Graph,
  tie: number,
  { edge, isDirected, fromNode }: Omit<Seen, 'network'>,
): boolean {
  if (!isDirected || directions === null) return true;
  return (byteAt(directions, tie) & (at(low, edge) === fromNode ? FORWARD : BACKWARD)) !== 0;
}

/** The ties of an edge, one for each record. */
export function tieRows(link: Seen, limit = Infinity): TieRow[] {
  const { graph, snapshot } = link.network.view;
  const rows: TieRow[] = [];
  for (const { kind: index, first, end } of recordsOf(link)) {
    if (rows.length >= limit) break;
    const kind = TIE_KINDS[index] as NetworkTieKind;
    const list = snapshot.ties[kind];
    const place = at(graph.ties.record, first) * TIE.size;
    const source = itemAt(listsOf(snapshot).sources, at(list, place + TIE.source));
    rows.push({
      kind,
      recordId: idAt(list, place + TIE.record),
      sourceId: source.id,
      source: { title: source.title, licence: source.licence },
      ...wholePeriod(graph, first, end),
      periods: periodsOf(graph, first, end),
    });
  }
  return rows;
}

/** The periods of ties, in order, each once. */
function periodsOf({ ties }: Graph, first: number, end: number): TiePeriod[] {
  const periods = Array.from({ length: end - first }, (_, index): [number, number] => [
    at(ties.from, first + index),
    at(ties.to, first + index),
  ]);
  const known = new Map(periods.map((period) => [period.join(), period]));
  return [...known.values()]
    .sort((left, right) => left[0] - right[0] || left[1] - right[1])
    .map(([from, to]) => ({ since: partialDate(from, '0'), until: partialDate(to, '9') }));
}

/** The period from the start of the first tie to the end of the last. */
function wholePeriod({ ties }: Graph, first: number, end: number): TiePeriod {
  let [from, to] = [Infinity, 0];
  for (let tie = first; tie < end; tie += 1) {
    from = Math.min(from, at(ties.from, tie));
    to = Math.max(to, at(ties.to, tie));
  }
  return { since: partialDate(from, '0'), until: partialDate(to, '9') };
}
