import { isInPeriod, TIE } from './pairs.js';
import type { Projection } from './projection.js';
import { at, Growing } from './shared-arrays.js';
import { listsOf, NODE, NONE, type Snapshot } from './snapshot.js';
import { itemAt } from '../domain/present.js';

/** The groups of organization o are at offsets[o] to offsets[o + 1], as indexes in the snapshot. */
export interface Groups {
  readonly offsets: Int32Array;
  readonly items: Int32Array;
  /** The number of groups that there are in the snapshot. */
  readonly total: number;
  /** Whether each organization is its own group. */
  readonly areOrganizations: boolean;
}

/** The groups of each selected organization at the level. At the level of organizations, each is its own. */
export function groupsOf(snapshot: Snapshot, isChosen: Uint8Array, projection: Projection): Groups {
  const { level, sectorScheme, regionLevel } = projection;
  switch (level) {
    case 'ORGANIZATION':
      return organizations(isChosen);
    case 'CLUSTER':
      return paired(isChosen, clusterPairs(snapshot, projection), isChosen.length);
    case 'SECTOR': {
      const { sectors } = listsOf(snapshot);
      const top = topSectors(snapshot);
      const pairs = new Pairs();
      for (const [organization, sector] of sectorPairs(snapshot)) {
        const group = top[sector] ?? sector;
        if (sectors[group]?.scheme === sectorScheme) pairs.add(organization, group);
      }
      return paired(isChosen, pairs, sectors.length);
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

function organizations(isChosen: Uint8Array): Groups {
  const offsets = new Int32Array(isChosen.length + 1);
  const items = new Int32Array(isChosen.length);
  let count = 0;
  for (let organization = 0; organization < isChosen.length; organization += 1) {
    if (isChosen[organization] === 1) {
      items[count] = organization;
      count += 1;
    }
    offsets[organization + 1] = count;
  }
  return { offsets, items, total: isChosen.length, areOrganizations: true };
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

/** Pairs of an organization and a group of it. */
class Pairs {
  readonly organizations = new Growing();
  readonly groups = new Growing();

  add(organization: number, group: number): void {
    this.organizations.push(organization);
    this.groups.push(group);
  }
}

/** The groups of each organization, each once. */
function paired(isChosen: Uint8Array, pairs: Pairs, total: number): Groups {
  const [organizations, groups] = [pairs.organizations.values, pairs.groups.values];
  const starts = new Int32Array(isChosen.length + 1);
  for (const organization of organizations) {
    starts[organization + 1] = at(starts, organization + 1) + 1;
  }
  for (let place = 1; place < starts.length; place += 1) {
    starts[place] = at(starts, place) + at(starts, place - 1);
  }
  const sorted = new Int32Array(groups.length);
  const next = Int32Array.from(starts);
  for (let pair = 0; pair < groups.length; pair += 1) {
    const organization = at(organizations, pair);
    sorted[at(next, organization)] = at(groups, pair);
    next[organization] = at(next, organization) + 1;
  }
  const offsets = new Int32Array(isChosen.length + 1);
  const items = new Growing();
  /** The last organization with each group, plus one. */
  const seen = new Int32Array(total);
  for (let organization = 0; organization < isChosen.length; organization += 1) {
    const end = isChosen[organization] === 1 ? at(starts, organization + 1) : 0;
    for (let place = at(starts, organization); place < end; place += 1) {
      const group = at(sorted, place);
      if (at(seen, group) === organization + 1) continue;
      seen[group] = organization + 1;
      items.push(group);
    }
    offsets[organization + 1] = items.length;
  }
  return { offsets, items: items.values, total, areOrganizations: false };
}

/** A cluster belongs to itself; others belong to the clusters that they are members of. */
function clusterPairs(
  { nodes, types, ties }: Snapshot,
  { period, includesUndated }: Projection,
): Pairs {
  const pairs = new Pairs();
  const cluster = types.indexOf('Cluster');
  const isCluster = (organization: number) =>
    at(nodes, organization * NODE.size + NODE.type) === cluster;
  for (let organization = 0; organization < nodes.length / NODE.size; organization += 1) {
    if (isCluster(organization)) pairs.add(organization, organization);
  }
  const list = ties.MEMBERSHIP;
  for (let place = 0; place < list.length; place += TIE.size) {
    const isKnown = includesUndated || at(list, place + TIE.isUndated) === 0;
    const group = at(list, place + TIE.b);
    if (isKnown && isInPeriod(list, place, period) && isCluster(group)) {
      pairs.add(at(list, place + TIE.a), group);
    }
  }
  return pairs;
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
