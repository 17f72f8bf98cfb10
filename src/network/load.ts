import { randomUUID } from 'node:crypto';
import { pairsOf, spliceRuns, splicedTies } from './pairs.js';
import { idColumn, IdIndex, ID_WORDS, wordsOf } from './record-ids.js';
import { at, bytes, Growing, numbers, weights, type Bytes, type Numbers } from './shared-arrays.js';
import {
  NODE,
  NONE,
  organizationIds,
  type Funding,
  type Lists,
  type Moment,
  type Offer,
  type RegionLabel,
  type SectorLabel,
  type SharedLists,
  type Snapshot,
  type SourceLabel,
} from './snapshot.js';
import { textListOf } from './text-list.js';
import { byKind, type NetworkTieKind } from './tie-kinds.js';

/** What the database returned: the chunks of each part, in order. */
export type Parts = Readonly<Record<string, readonly Bytes[]>>;

export type OrganizationRow = readonly [
  id: string,
  type: string,
  name: string,
  slug: string,
  country: string | null,
  regionId: string | null,
  sourceId: string,
];

/** The words of a row of pairs: two ends, two days, source, record; then the amount and the currency, if it has them. */
const PAIR_ROW = {
  size: 18,
  a: 0,
  b: 4,
  from: 8,
  to: 9,
  source: 10,
  record: 14,
  amount: 18,
} as const;
const FUNDING_ROW_SIZE = 21;
/** The words of a row of parties: the organization, whether it leads, two days, source, record. */
const PARTY_ROW = { size: 15, a: 0, b: 4, from: 5, to: 6, source: 7, record: 11 } as const;

/** A tie refers to something that is not in the same snapshot. */
export class MissingReferenceError extends Error {
  override readonly name = 'MissingReferenceError';
}

/** Builds a snapshot from everything that the database has. */
export function load(parts: Parts): Snapshot {
  const sectors = recordsIn(
    parts,
    'SECTORS',
    ([id, scheme, code, title, parentId]): SectorLabel => ({
      id: id as string,
      scheme: scheme as string,
      code: code as string,
      title: title as string,
      parentId: parentId as string | null,
    }),
  );
  const regions = recordsIn(parts, 'REGIONS', ([id, code, name, level]): RegionLabel => ({
    id: id as string,
    code: code as string,
    name: name as string,
    level: level as number,
  }));
  const sources = sourcesIn(parts);
  const organizations = organizationsIn(parts);
  const types = [...new Set(organizations.map(([, type]) => type))].sort();
  const index = {
    regions: new Map(regions.map(({ id }, place) => [id, place])),
    sources: new Map(sources.map(({ id }, place) => [id, place])),
    types,
  };
  const nodes = numbers(organizations.length * NODE.size);
  organizations.forEach((row, place) => {
    nodes.set(nodeOf(row, index), place * NODE.size);
  });
  const places = {
    organizations: new IdIndex(organizationIds({ nodes })),
    sources: new IdIndex(idColumn(sources.map(({ id }) => id))),
    sectors: new IdIndex(idColumn(sectors.map(({ id }) => id))),
  };
  const read = byKind((kind) => tiesIn(parts, kind, places));
  return {
    moment: momentIn(parts),
    nodes,
    types,
    names: textListOf(organizations.map(([, , name]) => name)),
    slugs: textListOf(organizations.map(([, , , slug]) => slug)),
    countries: textListOf(organizations.map(([, , , , country]) => country ?? '')),
    ties: byKind((kind) => read[kind].ties),
    condensed: byKind((kind) => read[kind].condensed),
    funding: read.FUNDING.funding,
    organizationSectors: sectorPairsIn(parts, places),
    lists: sharedLists({ sectors, regions, sources, offers: offersIn(parts) }),
  };
}

export const momentIn = (parts: Parts): Moment => jsonIn(parts, 'MOMENT') as Moment;

/** The record of a part that has one. */
export function jsonIn(parts: Parts, name: string): unknown {
  const [chunk] = parts[name] ?? [];
  if (chunk === undefined) throw new Error(`The database returned no ${name}.`);
  return JSON.parse(Buffer.from(chunk.buffer).toString()) as unknown;
}

function recordsIn<T>(parts: Parts, name: string, make: (row: readonly unknown[]) => T): T[] {
  return (parts[name] ?? []).flatMap((chunk) =>
    (JSON.parse(Buffer.from(chunk.buffer).toString()) as (readonly unknown[])[]).map(make),
  );
}

// The statement has the columns of the row in this order.
export const organizationsIn = (parts: Parts): OrganizationRow[] =>
  recordsIn(parts, 'ORGANIZATIONS', (row) => row as unknown as OrganizationRow);

export const sourcesIn = (parts: Parts): SourceLabel[] =>
  recordsIn(parts, 'SOURCES', ([id, title, url, licence]) => ({
    id: id as string,
    title: title as string,
    url: url as string | null,
    licence: licence as string | null,
  }));

export const offersIn = (parts: Parts): Offer[] =>
  recordsIn(parts, 'OFFERS', ([id, organizationId, direction, from, to, sectorIds]) => ({
    id: id as string,
    organizationId: organizationId as string,
    direction: direction as Offer['direction'],
    from: from as number,
    to: to as number,
    sectorIds: sectorIds as string[],
  }));

export function sharedLists(lists: Lists): SharedLists {
  const text = Buffer.from(JSON.stringify(lists));
  const json = bytes(text.length);
  json.set(text);
  return { key: randomUUID(), json };
}

interface NodeIndex {
  readonly regions: ReadonlyMap<string, number>;
  readonly sources: ReadonlyMap<string, number>;
  readonly types: readonly string[];
}

/** The words of an organization. */
export function nodeOf(
  [id, type, , , , regionId, sourceId]: OrganizationRow,
  { regions, sources, types }: NodeIndex,
): Int32Array {
  const words = new Int32Array(NODE.size);
  words[NODE.region] = regionId === null ? NONE : known(regions.get(regionId));
  words[NODE.source] = known(sources.get(sourceId));
  words[NODE.type] = types.indexOf(type);
  words.set(wordsOf(id), NODE.id);
  return words;
}

function known(place: number | null | undefined): number {
  if (place == null) throw new MissingReferenceError('A record refers to one that was not read.');
  return place;
}

/** Where the records are that ties refer to. */
export interface Places {
  readonly organizations: IdIndex;
  readonly sources: IdIndex;
  readonly sectors: IdIndex;
}

export interface ReadTies {
  readonly ties: Numbers;
  readonly condensed: Numbers;
  readonly funding: Funding;
}

/** The ties of a kind, sorted by record. */
export function tiesIn(parts: Parts, kind: NetworkTieKind, places: Places): ReadTies {
  const { ties, funding } = pairs(
    wordsIn(parts, `${kind} PAIRS`),
    kind === 'FUNDING' ? FUNDING_ROW_SIZE : PAIR_ROW.size,
    places,
  );
  const made = pairsOf(partiesIn(wordsIn(parts, `${kind} PARTIES`), places));
  return { ties: mergedTies(made.ties, ties), condensed: made.condensed, funding };
}

function mergedTies(one: Numbers, other: Numbers): Numbers {
  if (one.length === 0) return other;
  if (other.length === 0) return one;
  return splicedTies(one, other, spliceRuns(one, idColumn([]), other));
}

function pairs(rows: Int32Array, size: number, { organizations, sources }: Places) {
  const ties = new Growing();
  const worth: number[] = [];
  const currencies = new Growing();
  const hasWorth = size > PAIR_ROW.size;
  for (let row = 0; row < rows.length; row += size) {
    const a = known(organizations.find(rows, row + PAIR_ROW.a));
    const b = known(organizations.find(rows, row + PAIR_ROW.b));
    if (a === b) continue;
    ties.push(a);
    ties.push(b);
    pushRest(ties, rows, row, PAIR_ROW, sources);
    if (!hasWorth) continue;
    worth.push(doubleAt(rows, row + PAIR_ROW.amount));
    currencies.push(at(rows, row + PAIR_ROW.amount + 2));
  }
  const amounts = weights(worth.length);
  amounts.set(worth);
  return { ties: ties.shared(), funding: { amounts, currencies: currencies.shared() } };
}

function partiesIn(rows: Int32Array, { organizations, sources }: Places): Int32Array {
  const parties = new Growing();
  for (let row = 0; row < rows.length; row += PARTY_ROW.size) {
    parties.push(known(organizations.find(rows, row + PARTY_ROW.a)));
    parties.push(at(rows, row + PARTY_ROW.b));
    pushRest(parties, rows, row, PARTY_ROW, sources);
  }
  return parties.values;
}

/** The days, the source and the record of a row. */
function pushRest(
  list: Growing,
  rows: Int32Array,
  row: number,
  { from, to, source, record }: { from: number; to: number; source: number; record: number },
  sources: IdIndex,
): void {
  list.push(at(rows, row + from));
  list.push(at(rows, row + to));
  list.push(known(sources.find(rows, row + source)));
  for (let word = 0; word < ID_WORDS; word += 1) list.push(at(rows, row + record + word));
  list.push(Number(at(rows, row + from) === 0));
}

/** Pairs of the indexes of an organization and a sector, in order. */
export function sectorPairsIn(parts: Parts, { organizations, sectors }: Places): Numbers {
  const rows = wordsIn(parts, 'ORGANIZATION_SECTORS');
  const list = numbers(rows.length / ID_WORDS);
  for (let row = 0; row < rows.length; row += 2 * ID_WORDS) {
    list[row / ID_WORDS] = known(organizations.find(rows, row));
    list[row / ID_WORDS + 1] = known(sectors.find(rows, row + ID_WORDS));
  }
  return list;
}

/** The words of a part; the database sends them in big-endian order. */
function wordsIn(parts: Parts, name: string): Int32Array {
  const all = Buffer.concat((parts[name] ?? []).map((chunk) => Buffer.from(chunk.buffer)));
  const words = new Int32Array(all.length / 4);
  const copy = Buffer.from(words.buffer);
  all.copy(copy);
  copy.swap32();
  return words;
}

const double = new DataView(new ArrayBuffer(8));

function doubleAt(words: Int32Array, place: number): number {
  double.setInt32(0, at(words, place));
  double.setInt32(4, at(words, place + 1));
  return double.getFloat64(0);
}
