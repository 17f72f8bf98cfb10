import { graphOf, type TieList } from './build-graph.js';
import { edgeBetween, type Graph } from './graph.js';
import { groupsOf, type Groups } from './groups.js';
import { isInPeriod, isSameRecord, TIE } from './pairs.js';
import type { NetworkLevel, Projection } from './projection.js';
import { weightAt, at, Growing, numbersFrom, type Numbers } from './shared-arrays.js';
import { countOf, currencyCode, NODE, NONE, type Snapshot } from './snapshot.js';
import { TIE_KINDS, type NetworkTieKind } from './tie-kinds.js';

/** The nodes of a graph: organizations, or groups of them. */
export interface Nodes {
  readonly level: NetworkLevel;
  /** For each node, the index of its organization, sector or region in the snapshot, ascending. */
  readonly places: Numbers;
  /** The number of organizations in each node. */
  readonly sizes: Numbers;
  /** The number of selected organizations, and of those in no group. */
  readonly chosen: number;
  readonly outside: number;
}

/** A network that was derived from a snapshot. */
export interface Projected {
  readonly graph: Graph;
  readonly nodes: Nodes;
  /** The number of ties of all edges: a record counts once for an edge. */
  readonly tieCount: number;
  /** The number of pairs of nodes whose ties are all undated; they are edges if the projection includes them. */
  readonly undatedEdges: number;
  /** The number of ties left out because their amount in the currency is unknown. */
  readonly withoutAmount: number;
}

/** The network of the selected organizations (null for all). */
export function project(
  snapshot: Snapshot,
  chosen: Int32Array | null,
  projection: Projection,
): Projected {
  const isChosen = marked(snapshot, chosen);
  const found = tiesAmong(snapshot, isChosen, projection, null);
  const isNode = projection.isolates ? isChosen : endsOf(found.counted, isChosen.length);
  const groups = groupsOf(snapshot, isChosen, projection);
  const { places, nodeOf, sizes, outside } = nodesOf(groups, isNode);
  const count = chosen === null ? isChosen.length : chosen.length;
  return {
    ...connected(found, groups, nodeOf, places.length, projection),
    nodes: { level: projection.level, places, sizes, chosen: count, outside },
  };
}

/**
 * The edges between these pairs of selected organizations. Null if they have an end that is not a node.
 *
 * @param places the organizations that are nodes
 */
export function projectPairs(
  { snapshot, projection }: { readonly snapshot: Snapshot; readonly projection: Projection },
  isChosen: Uint8Array,
  places: Numbers,
  pairs: Pairs,
): Omit<Projected, 'nodes'> | null {
  const found = tiesAmong(snapshot, isChosen, projection, pairs);
  const isNode = new Uint8Array(isChosen.length);
  for (const place of places) isNode[place] = 1;
  const { counted } = found;
  for (let tie = 0; tie < counted.length; tie += 1) {
    if (isNode[at(counted.a, tie)] === 0 || isNode[at(counted.b, tie)] === 0) return null;
  }
  const groups = groupsOf(snapshot, isChosen, projection);
  const { nodeOf } = nodesOf(groups, isNode);
  return connected(found, groups, nodeOf, places.length, projection);
}

/** Some pairs of organizations. */
export interface Pairs {
  readonly size: number;
  has(one: number, other: number): boolean;
}

/** Marks the selected organizations (null for all). */
export function marked(snapshot: Snapshot, chosen: Int32Array | null): Uint8Array {
  const isChosen = new Uint8Array(countOf(snapshot));
  if (chosen === null) isChosen.fill(1);
  else for (const organization of chosen) isChosen[organization] = 1;
  return isChosen;
}

/** The graph of these ties between organizations. */
function connected(
  { counted, undated, amounts, parties, withoutAmount }: FoundTies,
  groups: Groups,
  nodeOf: Int32Array,
  order: number,
  projection: Projection,
): Omit<Projected, 'nodes'> {
  const between = betweenGroups(counted, amounts, groups, nodeOf);
  const graph = graphOf(
    order,
    between.ties,
    {
      ofKind: projection.weights,
      amounts: between.amounts,
      isFractional: projection.weighting === 'FRACTIONAL',
      parties,
    },
    projection.isDirected,
  );
  return {
    graph,
    tieCount: sumOf(graph.tieCounts),
    undatedEdges: projection.includesUndated
      ? sumOf(graph.undated)
      : pairsWithoutEdge(undated, groups, nodeOf, graph),
    withoutAmount,
  };
}

const sumOf = (list: Numbers) => list.reduce((sum, count) => sum + count, 0);

type Columns = Record<Exclude<keyof TieList, 'length'>, Int32Array>;

/** Ties between organizations. */
class TieBuffer {
  columns: Columns;
  length = 0;
  #capacity: number;

  constructor(capacity: number) {
    const column = () => new Int32Array(capacity);
    this.#capacity = capacity;
    this.columns = {
      a: column(),
      b: column(),
      kind: column(),
      row: column(),
      record: column(),
      from: column(),
      to: column(),
      undated: column(),
    };
  }

  add(list: Int32Array, place: number, kind: number, record: number): void {
    if (this.length === this.#capacity) this.#grow();
    const { a, b, kind: kinds, row, record: records, from, to, undated } = this.columns;
    const tie = this.length;
    a[tie] = at(list, place + TIE.a);
    b[tie] = at(list, place + TIE.b);
    kinds[tie] = kind;
    row[tie] = place / TIE.size;
    records[tie] = record;
    from[tie] = at(list, place + TIE.from);
    to[tie] = at(list, place + TIE.to);
    undated[tie] = at(list, place + TIE.isUndated);
    this.length += 1;
  }

  #grow(): void {
    const larger = new TieBuffer(Math.max(this.#capacity * 2, 1024));
    for (const name of Object.keys(this.columns) as (keyof Columns)[])
      larger.columns[name].set(this.columns[name]);
    this.columns = larger.columns;
    this.#capacity = larger.#capacity;
  }

  get list(): TieList {
    return { ...this.columns, length: this.length };
  }
}

/** The kinds of ties that count: without an amount, a tie has no weight. */
export function kindsOf({ ties, weighting }: Projection): readonly NetworkTieKind[] {
  return weighting === 'AMOUNT' ? ties.filter((kind) => kind === 'FUNDING') : ties;
}

interface FoundTies {
  readonly counted: TieList;
  /** Those left out because they are undated. */
  readonly undated: TieList;
  readonly amounts: Float64Array | null;
  /** For each counted tie, the number of parties of its record; null if all its ties are here to count them. */
  readonly parties: Int32Array | null;
  readonly withoutAmount: number;
}

/** The ties among the selected organizations, between all of them or between these pairs. */
function tiesAmong(
  { ties, funding }: Snapshot,
  isChosen: Uint8Array,
  projection: Projection,
  pairs: Pairs | null,
): FoundTies {
  const { period, includesUndated, currency, weighting } = projection;
  const asked = pairs?.size === 0 ? [] : kindsOf(projection);
  const code = currency === null ? null : currencyCode(currency);
  const total = asked.reduce((sum, kind) => sum + ties[kind].length / TIE.size, 0);
  const counted = new TieBuffer(pairs === null ? total : 0);
  const undated = new TieBuffer(0);
  const amounts = code === null ? null : new Float64Array(total);
  const parties = pairs !== null && weighting === 'FRACTIONAL' ? new Growing() : null;
  let [record, withoutAmount] = [0, 0];
  for (const [kind, name] of TIE_KINDS.entries()) {
    if (!asked.includes(name)) continue;
    const list = ties[name];
    const isCounted = (place: number) =>
      isChosen[at(list, place + TIE.a)] === 1 &&
      isChosen[at(list, place + TIE.b)] === 1 &&
      isInPeriod(list, place, period);
    const isUndated = (place: number) => !includesUndated && at(list, place + TIE.isUndated) === 1;
    let [last, partiesOfLast] = [NONE, 0];
    for (let place = 0; place < list.length; place += TIE.size) {
      const [a, b] = [at(list, place + TIE.a), at(list, place + TIE.b)];
      if (pairs?.has(a, b) === false || !isCounted(place)) continue;
      const isLeftOut = isUndated(place);
      if (amounts !== null) {
        const row = place / TIE.size;
        const amount = weightAt(funding.amounts, row);
        if (at(funding.currencies, row) !== code || !(amount > 0)) {
          withoutAmount += Number(!isLeftOut);
          continue;
        }
        amounts[counted.length] = amount;
      }
      if (last === NONE || !isSameRecord(list, last, place)) {
        record += 1;
        if (parties !== null) {
          partiesOfLast = partiesOf(list, place, (tie) => isCounted(tie) && !isUndated(tie));
        }
      }
      last = place;
      (isLeftOut ? undated : counted).add(list, place, kind, record);
      if (!isLeftOut) parties?.push(partiesOfLast);
    }
  }
  return {
    counted: counted.list,
    undated: undated.list,
    amounts,
    parties: parties?.values ?? null,
    withoutAmount,
  };
}

/** The number of organizations in those ties of a record that count. The record has a tie at this place. */
function partiesOf(list: Int32Array, place: number, isCounted: (place: number) => boolean): number {
  const parties = new Set<number>();
  let first = place;
  while (first > 0 && isSameRecord(list, first - TIE.size, place)) first -= TIE.size;
  for (let tie = first; tie < list.length && isSameRecord(list, tie, place); tie += TIE.size) {
    if (isCounted(tie)) parties.add(at(list, tie + TIE.a)).add(at(list, tie + TIE.b));
  }
  return parties.size;
}

function endsOf({ length, a, b }: TieList, organizations: number): Uint8Array {
  const ends = new Uint8Array(organizations);
  for (let tie = 0; tie < length; tie += 1) ends[at(a, tie)] = ends[at(b, tie)] = 1;
  return ends;
}

/** The nodes: the groups of the organizations that are in the network. */
function nodesOf({ offsets, items, total }: Groups, isNode: Uint8Array) {
  /** How many organizations each group has. */
  const members = new Int32Array(total);
  let outside = 0;
  for (let organization = 0; organization < isNode.length; organization += 1) {
    if (isNode[organization] === 0) continue;
    const [first, end] = [at(offsets, organization), at(offsets, organization + 1)];
    if (first === end) outside += 1;
    for (let item = first; item < end; item += 1) {
      const group = at(items, item);
      members[group] = at(members, group) + 1;
    }
  }
  const nodeOf = new Int32Array(total).fill(NONE);
  const [places, sizes] = [new Growing(), new Growing()];
  for (let group = 0; group < total; group += 1) {
    if (at(members, group) === 0) continue;
    nodeOf[group] = places.length;
    places.push(group);
    sizes.push(at(members, group));
  }
  return { places: places.shared(), sizes: sizes.shared(), nodeOf, outside };
}

/** The ties between the groups of their ends. An organization in several groups counts in each. */
function betweenGroups(
  ties: TieList,
  amounts: Float64Array | null,
  groups: Groups,
  nodeOf: Int32Array,
): { readonly ties: TieList; readonly amounts: Float64Array | null } {
  if (groups.areOrganizations) return { ties: betweenNodes(ties, nodeOf), amounts };
  const origin = new Growing();
  const [left, right] = [new Growing(), new Growing()];
  for (let tie = 0; tie < ties.length; tie += 1) {
    forEachPair(groups, at(ties.a, tie), at(ties.b, tie), (a, b) => {
      origin.push(tie);
      left.push(at(nodeOf, a));
      right.push(at(nodeOf, b));
    });
  }
  const of = origin.values;
  const column = (values: Int32Array) => {
    const made = new Int32Array(of.length);
    for (let tie = 0; tie < of.length; tie += 1) made[tie] = at(values, at(of, tie));
    return made;
  };
  return {
    ties: {
      length: of.length,
      a: left.values,
      b: right.values,
      kind: column(ties.kind),
      row: column(ties.row),
      record: column(ties.record),
      from: column(ties.from),
      to: column(ties.to),
      undated: column(ties.undated),
    },
    amounts: amounts && Float64Array.from(of, (tie) => weightAt(amounts, tie)),
  };
}

/** The same ties between nodes instead of organizations. */
function betweenNodes(ties: TieList, nodeOf: Int32Array): TieList {
  const [a, b] = [new Int32Array(ties.length), new Int32Array(ties.length)];
  for (let tie = 0; tie < ties.length; tie += 1) {
    a[tie] = at(nodeOf, at(ties.a, tie));
    b[tie] = at(nodeOf, at(ties.b, tie));
  }
  return { ...ties, a, b };
}

function forEachPair(
  { offsets, items }: Groups,
  one: number,
  other: number,
  visit: (a: number, b: number) => void,
): void {
  for (let left = at(offsets, one); left < at(offsets, one + 1); left += 1) {
    for (let right = at(offsets, other); right < at(offsets, other + 1); right += 1) {
      visit(at(items, left), at(items, right));
    }
  }
}

/** The number of pairs of groups that these ties connect and the graph does not. */
function pairsWithoutEdge(ties: TieList, groups: Groups, nodeOf: Int32Array, graph: Graph): number {
  const pairs = new Set<number>();
  for (let tie = 0; tie < ties.length; tie += 1) {
    forEachPair(groups, at(ties.a, tie), at(ties.b, tie), (a, b) => {
      if (a === b) return;
      const [one, other] = [at(nodeOf, a), at(nodeOf, b)];
      if (one !== NONE && other !== NONE && edgeBetween(graph, one, other) !== null) return;
      pairs.add(Math.min(a, b) * groups.total + Math.max(a, b));
    });
  }
  return pairs.size;
}

/** The indexes of ids in the snapshot; those that it does not have are left out. Both are sorted by id. */
export function placesOf({ nodes }: Snapshot, ids: Uint8Array): Int32Array {
  const words = Buffer.from(ids.buffer, ids.byteOffset, ids.byteLength);
  const places = new Growing();
  const count = nodes.length / NODE.size;
  for (let place = 0, byte = 0; byte < words.length && place < count;) {
    let order = 0;
    for (let word = 0; word < 4 && order === 0; word += 1) {
      order =
        words.readUInt32BE(byte + word * 4) - (at(nodes, place * NODE.size + NODE.id + word) >>> 0);
    }
    if (order === 0) places.push(place);
    if (order >= 0) place += 1;
    if (order <= 0) byte += 16;
  }
  return numbersFrom(places.values);
}
