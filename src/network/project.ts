import { GraphBuilder, at, numbers, type Graph } from './graph.js';
import { TIE, type Numbers } from './pairs.js';
import { NO_REGION, NODE, organizationId, type Snapshot } from './snapshot.js';
import { TIE_KINDS, type NetworkTieKind } from './tie-kinds.js';
import { itemAt } from '../domain/present.js';

/** The kind of the nodes. */
export type NetworkLevel = 'ORGANIZATION' | 'CLUSTER' | 'SECTOR' | 'REGION';

/** The requested part of the network, and its level. */
export interface Projection {
  readonly ties: readonly NetworkTieKind[];
  readonly weights: Readonly<Record<NetworkTieKind, number>>;
  /** `YYYYMMDD`; null for all ties, including ended ones. */
  readonly day: number | null;
  readonly level: NetworkLevel;
  readonly sectorScheme: string;
  readonly regionLevel: number;
  /** Whether organizations without any of the ties are nodes. */
  readonly isolates: boolean;
}

/** The nodes of a graph: organizations, or groups of them. */
export interface Nodes {
  readonly level: NetworkLevel;
  /** For each node, the index of its organization, sector or region in the snapshot. */
  readonly places: Numbers;
  /** The number of organizations in each node. */
  readonly sizes: Numbers;
  /** The number of selected organizations, and of those in no group. */
  readonly chosen: number;
  readonly outside: number;
}

/** The graph of the selected organizations (null for all) with the selected ties. */
export function project(
  snapshot: Snapshot,
  chosen: Int32Array | null,
  projection: Projection,
): { readonly graph: Graph; readonly nodes: Nodes } {
  const everyone = snapshot.organizations.length;
  const isChosen = new Uint8Array(everyone);
  if (chosen === null) isChosen.fill(1);
  else for (const organization of chosen) isChosen[organization] = 1;
  const count = chosen === null ? everyone : chosen.length;
  const ties = tiesAmong(snapshot, isChosen, projection);
  if (!projection.isolates) {
    const hasTie = new Uint8Array(everyone);
    for (const { a, b } of ties()) hasTie[a] = hasTie[b] = 1;
    isChosen.forEach((_, organization) => {
      isChosen[organization] = hasTie[organization] as number;
    });
  }
  const groups = groupsOf(snapshot, isChosen, projection);
  const builder = new GraphBuilder(groups.places.length, projection.weights);
  for (const { a, b, kind, tie, from, to } of ties()) {
    for (const left of groups.of(a)) {
      for (const right of groups.of(b)) builder.add(left, right, kind, tie, from, to);
    }
  }
  return {
    graph: builder.build(),
    nodes: {
      level: projection.level,
      places: groups.places,
      sizes: groups.sizes,
      chosen: count,
      outside: groups.outside,
    },
  };
}

interface TieAmong {
  a: number;
  b: number;
  kind: number;
  tie: number;
  from: number;
  to: number;
}

function tiesAmong(
  { ties }: Snapshot,
  isChosen: Uint8Array,
  { ties: kinds, day }: Projection,
): () => Generator<TieAmong> {
  return function* () {
    // Reuse one object, because there can be a million ties.
    const found: TieAmong = { a: 0, b: 0, kind: 0, tie: 0, from: 0, to: 0 };
    for (const [kind, name] of TIE_KINDS.entries()) {
      if (!kinds.includes(name)) continue;
      const list = ties[name];
      found.kind = kind;
      for (let tie = 0, place = 0; place < list.length; tie += 1, place += TIE.size) {
        found.a = at(list, place + TIE.a);
        found.b = at(list, place + TIE.b);
        if (isChosen[found.a] === 0 || isChosen[found.b] === 0) continue;
        found.tie = tie;
        found.from = at(list, place + TIE.from);
        found.to = at(list, place + TIE.to);
        if (day === null || (found.from <= day && found.to >= day)) yield found;
      }
    }
  };
}

interface Groups {
  readonly places: Numbers;
  readonly sizes: Numbers;
  readonly outside: number;
  of(organization: number): readonly number[];
}

function groupsOf(snapshot: Snapshot, isChosen: Uint8Array, projection: Projection): Groups {
  const membersOf = memberships(snapshot, projection);
  const byOrganization = Array.from(isChosen, (flag, organization) =>
    flag === 0 ? [] : membersOf(organization),
  );
  // Groups are sorted by index, which is the order of their ids.
  const places = numbers(new Set(byOrganization.flat()).size);
  places.set([...new Set(byOrganization.flat())].sort((left, right) => left - right));
  const nodeOf = new Map(Array.from(places, (place, node) => [place, node]));
  const sizes = numbers(places.length);
  let outside = 0;
  const groups = byOrganization.map((own, organization) => {
    if (own.length === 0) outside += isChosen[organization] as number;
    return own.map((place) => {
      const node = nodeOf.get(place) as number;
      sizes[node] = at(sizes, node) + 1;
      return node;
    });
  });
  return { places, sizes, outside, of: (organization) => groups[organization] ?? [] };
}

/** The groups of an organization at the level, as indexes in the snapshot. */
function memberships(
  snapshot: Snapshot,
  { level, sectorScheme, regionLevel, day }: Projection,
): (organization: number) => readonly number[] {
  switch (level) {
    case 'ORGANIZATION':
      return (organization) => [organization];
    case 'CLUSTER':
      return multiple(clusterPairs(snapshot, day));
    case 'SECTOR': {
      const top = topSectors(snapshot);
      return multiple(
        sectorPairs(snapshot)
          .map(([organization, sector]): [number, number] => [organization, top[sector] ?? sector])
          .filter(([, sector]) => snapshot.sectors[sector]?.scheme === sectorScheme),
      );
    }
    case 'REGION': {
      const placeOf = new Map(snapshot.regions.map(({ code }, place) => [code, place]));
      return (organization) => {
        const region = at(snapshot.nodes, organization * NODE.size + NODE.region);
        if (region === NO_REGION) return [];
        const { code } = itemAt(snapshot.regions, region);
        // NUTS codes have two letters for the country and one more character for each level.
        const place =
          code.length < regionLevel + 2 ? undefined : placeOf.get(code.slice(0, regionLevel + 2));
        return place === undefined ? [] : [place];
      };
    }
  }
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
  { organizations, ties }: Snapshot,
  day: number | null,
): Generator<readonly [number, number]> {
  const isCluster = organizations.map(([type]) => type === 'Cluster');
  for (const [organization, cluster] of isCluster.entries()) {
    if (cluster) yield [organization, organization];
  }
  const list = ties.MEMBERSHIP;
  for (let place = 0; place < list.length; place += TIE.size) {
    const group = at(list, place + TIE.b);
    const holds =
      day === null || (at(list, place + TIE.from) <= day && at(list, place + TIE.to) >= day);
    if (holds && isCluster[group] === true) yield [at(list, place + TIE.a), group];
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
export function topSectors({ sectors }: Snapshot): number[] {
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

/** The id of what a node stands for. */
export function nodeKey(snapshot: Snapshot, { level, places }: Nodes, node: number): string {
  const place = at(places, node);
  switch (level) {
    case 'ORGANIZATION':
    case 'CLUSTER':
      return organizationId(snapshot, place);
    case 'SECTOR':
      return itemAt(snapshot.sectors, place).id;
    case 'REGION':
      return itemAt(snapshot.regions, place).id;
  }
}

/** The key, name and other details of a node, as a row of the API. */
export function labelOf(snapshot: Snapshot, nodes: Nodes, node: number) {
  const place = at(nodes.places, node);
  switch (nodes.level) {
    case 'ORGANIZATION':
    case 'CLUSTER': {
      const id = organizationId(snapshot, place);
      const [kind = null, name = '', slug = null, country = null] =
        snapshot.organizations[place] ?? [];
      return {
        key: id,
        name,
        slug,
        kind,
        country,
        organizationId: id,
        sectorId: null,
        regionId: null,
      };
    }
    case 'SECTOR': {
      const { id = '', scheme = '', code = '', title = '' } = snapshot.sectors[place] ?? {};
      return { ...NO_ORGANIZATION, key: id, name: title, slug: `${scheme}:${code}`, sectorId: id };
    }
    case 'REGION': {
      const { id = '', code = '', name = '' } = snapshot.regions[place] ?? {};
      return { ...NO_ORGANIZATION, key: id, name, slug: code, regionId: id };
    }
  }
}

const NO_ORGANIZATION = {
  kind: null,
  country: null,
  organizationId: null,
  sectorId: null,
  regionId: null,
} as const;
