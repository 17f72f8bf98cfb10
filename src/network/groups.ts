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
    if (isKnown && isInPeriod(list, place, period) && isCluster(group)) {
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
