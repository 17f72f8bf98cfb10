import { LRUCache } from 'lru-cache';
import { idAt, indexOfId, type IdColumn } from './record-ids.js';
import { at, type Bytes, type Numbers, type Weights } from './shared-arrays.js';
import type { TextList } from './text-list.js';
import type { NetworkTieKind } from './tie-kinds.js';

/** The version of the data, and the snapshot of the database that changes are counted from. */
export interface Moment {
  readonly version: number;
  readonly snapshot: string;
  /** When it was read, as an ISO 8601 instant. */
  readonly readAt: string;
}

/**
 * All data of the partnership graph at one version. Organizations, ties, sectors and other records reference
 * each other by index in the order of ids. Days are `YYYYMMDD`. All threads read the same memory.
 */
export interface Snapshot {
  readonly moment: Moment;
  /** For each organization, the words in `NODE`. */
  readonly nodes: Numbers;
  /** The types of organizations, by the index in `nodes`. */
  readonly types: readonly string[];
  readonly names: TextList;
  readonly slugs: TextList;
  /** Empty for an organization without a country. */
  readonly countries: TextList;
  /** For each tie of a kind, the words in `TIE`; sorted by record. A tie has a row for each of its periods. */
  readonly ties: Readonly<Record<NetworkTieKind, Numbers>>;
  /** The records, such as partnerships, where only the pairs with the lead are ties. */
  readonly condensed: Readonly<Record<NetworkTieKind, Numbers>>;
  /** The money of each tie of the kind FUNDING. */
  readonly funding: Funding;
  /** Pairs of organization and sector. */
  readonly organizationSectors: Numbers;
  readonly lists: SharedLists;
}

export interface Funding {
  /** NaN if the amount is unknown. */
  readonly amounts: Weights;
  /** The letters of the currency as a number: see `currencyCode`. */
  readonly currencies: Numbers;
}

/** A node: the index of its region or `NONE`, of its source and of its type, and its id. */
export const NODE = { size: 7, region: 0, source: 1, type: 2, id: 3 } as const;

/** Instead of an index: there is none. */
export const NONE = -1;

/** For each index now, of this number, the one before; `NONE` for what is new. */
export function placesBefore(placeOf: Int32Array, count: number): Int32Array {
  const before = new Int32Array(count).fill(NONE);
  for (let old = 0; old < placeOf.length; old += 1) {
    const place = at(placeOf, old);
    if (place !== NONE) before[place] = old;
  }
  return before;
}

/** Lists of records that each thread parses once. */
export interface SharedLists {
  readonly key: string;
  readonly json: Bytes;
}

export interface SectorLabel {
  readonly id: string;
  readonly scheme: string;
  readonly code: string;
  readonly title: string;
  readonly parentId: string | null;
}

export interface RegionLabel {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: number;
}

export interface SourceLabel {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly licence: string | null;
}

export interface Offer {
  readonly id: string;
  readonly organizationId: string;
  readonly direction: 'OFFERS' | 'NEEDS';
  readonly from: number;
  readonly to: number;
  readonly sectorIds: readonly string[];
}

export interface Lists {
  readonly sectors: readonly SectorLabel[];
  readonly regions: readonly RegionLabel[];
  readonly sources: readonly SourceLabel[];
  readonly offers: readonly Offer[];
}

const parsed = new LRUCache<string, Lists>({ max: 4 });

/** The sectors, regions, sources and offers of a snapshot. */
export function listsOf({ lists: { key, json } }: Pick<Snapshot, 'lists'>): Lists {
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const lists = JSON.parse(Buffer.from(json.buffer).toString()) as Lists;
  parsed.set(key, lists);
  return lists;
}

/** The letters of a currency as a number. */
export function currencyCode(currency: string): number {
  return Buffer.from(currency.padEnd(4)).readInt32BE();
}

export const countOf = ({ nodes }: Snapshot): number => nodes.length / NODE.size;

export function organizationId({ nodes }: Snapshot, organization: number): string {
  return idAt(nodes, organization * NODE.size + NODE.id);
}

export const organizationIds = ({ nodes }: Pick<Snapshot, 'nodes'>): IdColumn => ({
  list: nodes,
  stride: NODE.size,
  offset: NODE.id,
});

/** The index of the organization with the id; null if there is none. */
export function organizationOf(snapshot: Snapshot, id: string): number | null {
  return indexOfId(organizationIds(snapshot), id);
}
