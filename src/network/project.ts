import { graphOf, type TieList } from './build-graph.js';
import { edgeBetween, type Graph } from './graph.js';
import { isSameRecord, TIE } from './pairs.js';
import type { DayRange, NetworkLevel, Projection } from './projection.js';
import { weightAt, at, Growing, numbersFrom, type Numbers } from './shared-arrays.js';
import { countOf, currencyCode, listsOf, NODE, NONE, type Snapshot } from './snapshot.js';
import { TIE_KINDS } from './tie-kinds.js';
import { itemAt } from '../domain/present.js';

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
  const isChosen = new Uint8Array(countOf(snapshot));
  if (chosen === null) isChosen.fill(1);
  else for (const organization of chosen) isChosen[organization] = 1;
  const count = chosen === null ? isChosen.length : chosen.length;
  const { counted, undated, amounts, withoutAmount } = tiesAmong(snapshot, isChosen, projection);
  const isNode = projection.isolates ? isChosen : endsOf(counted, isChosen.length);
  const groups = groupsOf(snapshot, isChosen, projection);
  const { places, nodeOf, sizes, outside } = nodesOf(groups, isNode);
  const between = betweenGroups(counted, amounts, groups, nodeOf);
  const graph = graphOf(
    places.length,
    between.ties,
    {
      ofKind: projection.weights,
      amounts: between.amounts,
      isFractional: projection.weighting === 'FRACTIONAL',
    },
    projection.isDirected,
  );
  return {
    graph,
    nodes: { level: projection.level, places, sizes, chosen: count, outside },
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
  readonly columns: Columns;
  length = 0;

  constructor(capacity: number) {
    const column = () => new Int32Array(capacity);
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

  get list(): TieList {
    return { ...this.columns, length: this.length };
  }
}

/** The ties among the selected organizations, and apart from them those left out because they are undated. */
function tiesAmong(
  { ties, funding }: Snapshot,
  isChosen: Uint8Array,
  { ties: kinds, period, includesUndated, weighting, currency }: Projection,
) {
  // Without an amount, a tie has no weight.
  const asked = weighting === 'AMOUNT' ? kinds.filter((kind) => kind === 'FUNDING') : kinds;
  const code = currency === null ? null : currencyCode(currency);
  const total = asked.reduce((sum, kind) => sum + ties[kind].length / TIE.size, 0);
  const counted = new TieBuffer(total);
  const undated = new TieBuffer(
    includesUndated ? 0 : undatedCount(asked.map((kind) => ties[kind])),
  );
  const amounts = code === null ? null : new Float64Array(total);
  let [record, withoutAmount] = [0, 0];
  for (const [kind, name] of TIE_KINDS.entries()) {
    if (!asked.includes(name)) continue;
    const list = ties[name];
    for (let place = 0; place < list.length; place += TIE.size) {
      const isSame = place > 0 && isSameRecord(list, place - TIE.size, place);
      if (!isSame) record += 1;
      if (isChosen[at(list, place + TIE.a)] === 0 || isChosen[at(list, place + TIE.b)] === 0)
        continue;
      if (!isIn(list, place, period)) continue;
      const isLeftOut = !includesUndated && at(list, place + TIE.isUndated) === 1;
      if (amounts !== null) {
        const row = place / TIE.size;
        const amount = weightAt(funding.amounts, row);
        if (at(funding.currencies, row) !== code || !(amount > 0)) {
          withoutAmount += Number(!isLeftOut);
          continue;
        }
        amounts[counted.length] = amount;
      }
      (isLeftOut ? undated : counted).add(list, place, kind, record);
    }
  }
  return { counted: counted.list, undated: undated.list, amounts, withoutAmount };
}

function undatedCount(lists: readonly Numbers[]): number {
  let count = 0;
  for (const list of lists) {
    for (let place = TIE.isUndated; place < list.length; place += TIE.size)
      count += at(list, place);
  }
  return count;
}

function isIn(list: Int32Array, place: number, period: DayRange | null): boolean {
  if (period === null) return true;
  return at(list, place + TIE.from) <= period.to && at(list, place + TIE.to) >= period.from;
}

function endsOf({ length, a, b }: TieList, organizations: number): Uint8Array {
  const ends = new Uint8Array(organizations);
  for (let tie = 0; tie < length; tie += 1) ends[at(a, tie)] = ends[at(b, tie)] = 1;
  return ends;
}

/** The groups of organization o are at offsets[o] to offsets[o + 1], as indexes in the snapshot. */
interface Groups {
  readonly offsets: Int32Array;
  readonly items: Int32Array;
  /** The number of groups that there are in the snapshot. */
  readonly total: number;
  /** Whether each organization is its own group. */
  readonly areOrganizations: boolean;
}

/** The groups of each selected organization at the level. At the level of organizations, each is its own. */
function groupsOf(snapshot: Snapshot, isChosen: Uint8Array, projection: Projection): Groups {
  const { level, sectorScheme, regionLevel } = projection;
  switch (level) {
    case 'ORGANIZATION':
      return {
        ...listed(isChosen, (organization) => [organization], isChosen.length),
        areOrganizations: true,
      };
    case 'CLUSTER':
      return listed(isChosen, multiple(clusterPairs(snapshot, projection)), isChosen.length);
    case 'SECTOR': {
      const { sectors } = listsOf(snapshot);
      const top = topSectors(snapshot);
      const pairs = sectorPairs(snapshot)
        .map(([organization, sector]): [number, number] => [organization, top[sector] ?? sector])
        .filter(([, sector]) => sectors[sector]?.scheme === sectorScheme);
      return listed(isChosen, multiple(pairs), sectors.length);
    }
    case 'REGION': {
      const { regions } = listsOf(snapshot);
      const placeOf = new Map(regions.map(({ code }, place) => [code, place]));
      // NUTS codes have two letters for the country and one more character for each level.
      const above = regions.map(({ code }) =>
        code.length < regionLevel + 2 ? undefined : placeOf.get(code.slice(0, regionLevel + 2)),
      );
      const of = (organization: number) => {
        const region = at(snapshot.nodes, organization * NODE.size + NODE.region);
        const place = region === NONE ? undefined : above[region];
        return place === undefined ? [] : [place];
      };
      return listed(isChosen, of, regions.length);
    }
  }
}

function listed(
  isChosen: Uint8Array,
  of: (organization: number) => readonly number[],
  total: number,
): Groups {
  const offsets = new Int32Array(isChosen.length + 1);
  const items = new Growing();
  for (let organization = 0; organization < isChosen.length; organization += 1) {
    if (isChosen[organization] === 1) for (const group of of(organization)) items.push(group);
    offsets[organization + 1] = items.length;
  }
  return { offsets, items: items.values, total, areOrganizations: false };
}

function multiple(pairs: Iterable<readonly [number, number]>) {
  const groups = new Map<number, Set<number>>();
  for (const [organization, group] of pairs) {
    const own = groups.get(organization) ?? new Set();
    groups.set(organization, own.add(group));
  }
  return (organization: number) => [...(groups.get(organization) ?? [])];
}

/** A cluster belongs to itself; others belong to the clusters that they are members of. */
function* clusterPairs(
  { nodes, types, ties }: Snapshot,
  { period, includesUndated }: Projection,
): Generator<readonly [number, number]> {
  const cluster = types.indexOf('Cluster');
  const isCluster = (organization: number) =>
    at(nodes, organization * NODE.size + NODE.type) === cluster;
  for (let organization = 0; organization < nodes.length / NODE.size; organization += 1) {
    if (isCluster(organization)) yield [organization, organization];
  }
  const list = ties.MEMBERSHIP;
  for (let place = 0; place < list.length; place += TIE.size) {
    const isKnown = includesUndated || at(list, place + TIE.isUndated) === 0;
    const group = at(list, place + TIE.b);
    if (isKnown && isIn(list, place, period) && isCluster(group)) {
      yield [at(list, place + TIE.a), group];
    }
  }
}

export function sectorPairs({ organizationSectors }: Snapshot): [number, number][] {
  const pairs: [number, number][] = [];
  for (let place = 0; place < organizationSectors.length; place += 2) {
    pairs.push([at(organizationSectors, place), at(organizationSectors, place + 1)]);
  }
  return pairs;
}

/** The top-level ancestor of each sector. */
export function topSectors(snapshot: Snapshot): number[] {
  const { sectors } = listsOf(snapshot);
  const placeOf = new Map(sectors.map(({ id }, place) => [id, place]));
  return sectors.map((_, place) => {
    let top = place;
    for (;;) {
      const { parentId } = itemAt(sectors, top);
      const parent = parentId === null ? undefined : placeOf.get(parentId);
      if (parent === undefined) return top;
      top = parent;
    }
  });
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
