import type { Nodes } from './project.js';
import { at } from './shared-arrays.js';
import { listsOf, NODE, organizationId, type Snapshot } from './snapshot.js';
import { textAt } from './text-list.js';
import { itemAt } from '../domain/present.js';

/** The id of what a node stands for. */
export function nodeKey(snapshot: Snapshot, { level, places }: Nodes, node: number): string {
  const place = at(places, node);
  switch (level) {
    case 'ORGANIZATION':
    case 'CLUSTER':
      return organizationId(snapshot, place);
    case 'SECTOR':
      return itemAt(listsOf(snapshot).sectors, place).id;
    case 'REGION':
      return itemAt(listsOf(snapshot).regions, place).id;
  }
}

/** The name or title of what a node stands for. */
export function nodeName(snapshot: Snapshot, nodes: Nodes, node: number): string {
  return labelOf(snapshot, nodes, node).name;
}

/** The key, name and other details of a node, as a row of the API. */
export function labelOf(snapshot: Snapshot, nodes: Nodes, node: number) {
  const place = at(nodes.places, node);
  switch (nodes.level) {
    case 'ORGANIZATION':
    case 'CLUSTER': {
      const id = organizationId(snapshot, place);
      return {
        key: id,
        name: textAt(snapshot.names, place),
        slug: textAt(snapshot.slugs, place),
        kind: itemAt(snapshot.types, at(snapshot.nodes, place * NODE.size + NODE.type)),
        country: textAt(snapshot.countries, place) || null,
        organizationId: id,
        sectorId: null,
        regionId: null,
      };
    }
    case 'SECTOR': {
      const { id, scheme, code, title } = itemAt(listsOf(snapshot).sectors, place);
      return { ...NO_ORGANIZATION, key: id, name: title, slug: `${scheme}:${code}`, sectorId: id };
    }
    case 'REGION': {
      const { id, code, name } = itemAt(listsOf(snapshot).regions, place);
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
