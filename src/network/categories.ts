import type { NetworkData } from './answers.js';
import type { Categories } from './measures/structure.js';
import type { Nodes } from './project.js';
import { sectorPairs, topSectors } from './groups.js';
import { at, numbers } from './shared-arrays.js';
import { listsOf, NODE } from './snapshot.js';

/** The categories of nodes by kind and by sector, if nodes are organizations. */
export function categoriesOf({ snapshot, nodes, projection }: NetworkData): Categories[] {
  if (nodes.level !== 'ORGANIZATION') return [];
  const { sectors } = listsOf(snapshot);
  const top = topSectors(snapshot);
  const sectorsOf = new Map<number, Set<number>>();
  for (const [organization, sector] of sectorPairs(snapshot)) {
    const own = top[sector] ?? sector;
    if (sectors[own]?.scheme !== projection.sectorScheme) continue;
    const known = sectorsOf.get(organization) ?? new Set();
    sectorsOf.set(organization, known.add(own));
  }
  return [
    listed(nodes, (place) => [at(snapshot.nodes, place * NODE.size + NODE.type)]),
    listed(nodes, (place) => [...(sectorsOf.get(place) ?? [])]),
  ];
}

function listed({ places }: Nodes, of: (place: number) => readonly number[]): Categories {
  const lists = Array.from(places, of);
  const offsets = numbers(lists.length + 1);
  lists.forEach((list, node) => (offsets[node + 1] = at(offsets, node) + list.length));
  const items = numbers(at(offsets, lists.length));
  items.set(lists.flat());
  return { offsets, items };
}
