import { isDeepStrictEqual } from 'node:util';
import {
  jsonIn,
  MissingReferenceError,
  momentIn,
  nodeOf,
  offersIn,
  organizationsIn,
  sectorPairsIn,
  sharedLists,
  sourcesIn,
  tiesIn,
  type OrganizationRow,
  type Parts,
  type Places,
} from './load.js';
import { spliceRuns, splicedTies, TIE, type Runs } from './pairs.js';
import { compareIds, idColumn, IdIndex, ID_WORDS, type IdColumn } from './record-ids.js';
import { at, Growing, numbers, weights, type Numbers } from './shared-arrays.js';
import {
  countOf,
  listsOf,
  NODE,
  NONE,
  organizationIds,
  organizationOf,
  type Funding,
  type Lists,
  type Snapshot,
} from './snapshot.js';
import { splicedTexts, type Piece } from './text-list.js';
import { byKind, type NetworkTieKind } from './tie-kinds.js';

/** The notes about changes since a snapshot. */
interface Notes {
  readonly transactions: number;
  /** Whether there are changes without the ids of their records. */
  readonly isWhole: boolean;
  readonly keys: readonly (readonly [table: string, id: string])[];
}

/** For each kind of tie, the tables whose notes have the ids of its records. */
export type TablesOfTies = Readonly<Record<NetworkTieKind, readonly string[]>>;

/** What is different in a later snapshot. Everything else is the same memory. */
export type Changes = Partial<Omit<Snapshot, 'moment' | 'ties' | 'condensed'>> & {
  readonly moment: Snapshot['moment'];
  readonly ties: Partial<Snapshot['ties']>;
  readonly condensed: Partial<Snapshot['condensed']>;
};

/**
 * The changes since a snapshot was read: only what belongs to changed records is built anew. Null if the changes are
 * not known one by one; then everything must be read.
 */
export function follow(snapshot: Snapshot, parts: Parts, tables: TablesOfTies): Changes | null {
  const notes = jsonIn(parts, 'NOTES') as Notes;
  const moment = momentIn(parts);
  // Each transaction with a change raises the version by one and notes what it changes.
  const isComplete = notes.transactions === moment.version - snapshot.moment.version;
  if (!isComplete || notes.isWhole) return null;
  try {
    return changesIn(followed(snapshot, parts, changedIds(notes, tables), moment), snapshot);
  } catch (error) {
    if (error instanceof MissingReferenceError) return null;
    throw error;
  }
}

/** The snapshot with the changes. What has not changed stays the same object, by which later steps know it. */
export function applied(snapshot: Snapshot, changes: Changes): Snapshot {
  return {
    ...snapshot,
    ...changes,
    ties: { ...snapshot.ties, ...changes.ties },
    condensed: { ...snapshot.condensed, ...changes.condensed },
  };
}

function changesIn(now: Snapshot, before: Snapshot): Changes {
  return {
    ...differences(now, before),
    moment: now.moment,
    ties: differences(now.ties, before.ties),
    condensed: differences(now.condensed, before.condensed),
  };
}

/** The properties that are other objects. */
function differences<T extends object>(now: T, before: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(now).filter(([name, value]) => value !== before[name as keyof T]),
  ) as Partial<T>;
}

interface Changed {
  readonly organizations: ReadonlySet<string>;
  readonly sectorsOf: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly offers: ReadonlySet<string>;
  readonly records: Readonly<Record<NetworkTieKind, ReadonlySet<string>>>;
}

function changedIds({ keys }: Notes, tables: TablesOfTies): Changed {
  const of = (...names: readonly string[]) =>
    new Set(keys.flatMap(([table, id]) => (names.includes(table.split('.')[1] ?? '') ? [id] : [])));
  return {
    organizations: of('organization'),
    sectorsOf: of('organization_sector'),
    sources: of('source'),
    offers: of('cooperation_offer', 'cooperation_offer_sector'),
    records: byKind((kind) => of(...tables[kind])),
  };
}

function followed(
  snapshot: Snapshot,
  parts: Parts,
  changed: Changed,
  moment: Snapshot['moment'],
): Snapshot {
  const lists = followedLists(snapshot, parts, changed);
  const { sectors, regions, sources } = listsOf({ lists });
  const rows = organizationsIn(parts);
  const added = [...new Set(rows.map(([, type]) => type))].filter(
    (type) => !snapshot.types.includes(type),
  );
  const types = added.length === 0 ? snapshot.types : [...snapshot.types, ...added];
  const { pieces, placeOf } = organizationPieces(snapshot, rows, changed.organizations);
  const index = {
    regions: new Map(regions.map(({ id }, place) => [id, place])),
    sources: new Map(sources.map(({ id }, place) => [id, place])),
    types,
  };
  const nodes = splicedNodes(snapshot.nodes, pieces, (row) => nodeOf(row, index));
  const places: Places = {
    organizations: new IdIndex(organizationIds({ nodes })),
    sources: new IdIndex(idColumn(sources.map(({ id }) => id))),
    sectors: new IdIndex(idColumn(sectors.map(({ id }) => id))),
  };
  const texts = (list: Snapshot['names'], of: (row: OrganizationRow) => string) =>
    pieces === null
      ? list
      : splicedTexts(
          list,
          pieces.map((piece) => ('entry' in piece ? { entry: of(piece.entry) } : piece)),
        );
  const ties = byKind((kind) =>
    followedTies(snapshot, parts, kind, changed.records[kind], places, placeOf),
  );
  return {
    moment,
    nodes,
    types,
    names: texts(snapshot.names, ([, , name]) => name),
    slugs: texts(snapshot.slugs, ([, , , slug]) => slug),
    countries: texts(snapshot.countries, ([, , , , country]) => country ?? ''),
    ties: byKind((kind) => ties[kind].ties),
    condensed: byKind((kind) => ties[kind].condensed),
    funding: ties.FUNDING.funding,
    organizationSectors: followedSectors(snapshot, parts, changed.sectorsOf, places, placeOf),
    lists,
  };
}

function followedLists(snapshot: Snapshot, parts: Parts, changed: Changed): Snapshot['lists'] {
  if (changed.sources.size === 0 && changed.offers.size === 0) return snapshot.lists;
  const before = listsOf(snapshot);
  const lists: Lists = {
    ...before,
    // Ties refer to sources by index, so known ones keep theirs.
    sources: withChanges(before.sources, sourcesIn(parts)),
    offers: withChanges(
      before.offers.filter(({ id }) => !changed.offers.has(id)),
      offersIn(parts),
    ).sort((left, right) => (left.id < right.id ? -1 : 1)),
  };
  return isDeepStrictEqual(lists, before) ? snapshot.lists : sharedLists(lists);
}

/** Replaces the entries with the same id, and appends the others. */
function withChanges<T extends { readonly id: string }>(
  before: readonly T[],
  rows: readonly T[],
): T[] {
  const byId = new Map(before.map((entry) => [entry.id, entry]));
  for (const row of rows) byId.set(row.id, row);
  return [...byId.values()];
}

/**
 * How the organizations change, and the new index of each: null if none is added or removed.
 * Pieces are null if no organization has changed.
 */
function organizationPieces(
  snapshot: Snapshot,
  rows: readonly OrganizationRow[],
  changed: ReadonlySet<string>,
): { readonly pieces: Piece<OrganizationRow>[] | null; readonly placeOf: Int32Array | null } {
  if (changed.size === 0) return { pieces: null, placeOf: null };
  const count = countOf(snapshot);
  const rowOf = new Map(rows.map((row) => [row[0], row]));
  const pieces: Piece<OrganizationRow>[] = [];
  const placeOf = new Int32Array(count);
  let [begin, made, moves] = [0, 0, false];
  const keepUntil = (end: number) => {
    if (begin < end) pieces.push({ from: begin, to: end });
    for (let old = begin; old < end; old += 1, made += 1) placeOf[old] = made;
    begin = end;
  };
  for (const id of [...changed].sort()) {
    const old = organizationOf(snapshot, id);
    const row = rowOf.get(id);
    keepUntil(old ?? placeFor(snapshot, id));
    if (row !== undefined) pieces.push({ entry: row });
    if (old !== null) {
      placeOf[old] = row === undefined ? NONE : made;
      begin = old + 1;
    }
    moves ||= (old === null) !== (row === undefined);
    if (row !== undefined) made += 1;
  }
  keepUntil(count);
  return { pieces, placeOf: moves ? placeOf : null };
}

/** Where an organization belongs that is not there yet. */
function placeFor(snapshot: Snapshot, id: string): number {
  const { list, stride, offset } = organizationIds(snapshot);
  const sought: IdColumn = idColumn([id]);
  let [low, high] = [0, countOf(snapshot)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareIds(list, middle * stride + offset, sought.list, 0) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function splicedNodes(
  nodes: Numbers,
  pieces: readonly Piece<OrganizationRow>[] | null,
  wordsOf: (row: OrganizationRow) => Int32Array,
): Numbers {
  if (pieces === null) return nodes;
  const parts = pieces.map((piece) =>
    'entry' in piece
      ? wordsOf(piece.entry)
      : nodes.subarray(piece.from * NODE.size, piece.to * NODE.size),
  );
  const made = numbers(parts.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const part of parts) {
    made.set(part, place);
    place += part.length;
  }
  return made;
}

function followedTies(
  snapshot: Snapshot,
  parts: Parts,
  kind: NetworkTieKind,
  changed: ReadonlySet<string>,
  places: Places,
  placeOf: Int32Array | null,
) {
  const { funding } = snapshot;
  const before = { ties: snapshot.ties[kind], condensed: snapshot.condensed[kind], funding };
  if (changed.size === 0 && placeOf === null) return before;
  const dropped = idColumn([...changed].sort());
  const added = tiesIn(parts, kind, places);
  const runs = spliceRuns(before.ties, dropped, added.ties);
  const ties = splicedTies(before.ties, added.ties, runs);
  if (placeOf !== null) moveEnds(ties, runs, placeOf);
  return {
    ties,
    condensed: followedIds(before.condensed, new IdIndex(dropped), added.condensed),
    funding: kind === 'FUNDING' ? splicedFunding(funding, added.funding, runs) : funding,
  };
}

/** Gives the ends of the ties that were there before the indexes that their organizations have now. */
function moveEnds(ties: Numbers, runs: Runs, placeOf: Int32Array): void {
  let begin = 0;
  for (const { isAdded, from, to } of runs) {
    const end = begin + (to - from) * TIE.size;
    for (let row = begin; !isAdded && row < end; row += TIE.size) {
      const [a, b] = [at(placeOf, at(ties, row + TIE.a)), at(placeOf, at(ties, row + TIE.b))];
      if (a === NONE || b === NONE) {
        throw new MissingReferenceError('A tie refers to an organization that is gone.');
      }
      ties[row + TIE.a] = a;
      ties[row + TIE.b] = b;
    }
    begin = end;
  }
}

function splicedFunding(old: Funding, added: Funding, runs: Runs): Funding {
  const length = runs.reduce((sum, { from, to }) => sum + to - from, 0);
  const made = { amounts: weights(length), currencies: numbers(length) };
  let place = 0;
  for (const { isAdded, from, to } of runs) {
    const { amounts, currencies } = isAdded ? added : old;
    made.amounts.set(amounts.subarray(from, to), place);
    made.currencies.set(currencies.subarray(from, to), place);
    place += to - from;
  }
  return made;
}

function followedIds(ids: Numbers, dropped: IdIndex, added: Numbers): Numbers {
  const made = new Growing();
  const copy = (list: Numbers, place: number) => {
    for (let word = 0; word < ID_WORDS; word += 1) made.push(at(list, place + word));
  };
  for (let place = 0; place < ids.length; place += ID_WORDS) {
    if (!dropped.has(ids, place)) copy(ids, place);
  }
  for (let place = 0; place < added.length; place += ID_WORDS) copy(added, place);
  return made.shared();
}

function followedSectors(
  snapshot: Snapshot,
  parts: Parts,
  changed: ReadonlySet<string>,
  places: Places,
  placeOf: Int32Array | null,
): Numbers {
  const before = snapshot.organizationSectors;
  if (changed.size === 0 && placeOf === null) return before;
  const added = sectorPairsIn(parts, places);
  const dropped = new Set([...changed].flatMap((id) => organizationOf(snapshot, id) ?? []));
  const made = new Growing();
  let next = 0;
  const addUntil = (organization: number) => {
    for (; next < added.length && at(added, next) < organization; next += 2) {
      made.push(at(added, next));
      made.push(at(added, next + 1));
    }
  };
  for (let place = 0; place < before.length; place += 2) {
    const old = at(before, place);
    if (dropped.has(old)) continue;
    const organization = placeOf === null ? old : at(placeOf, old);
    if (organization === NONE) throw new MissingReferenceError('An organization is gone.');
    addUntil(organization);
    made.push(organization);
    made.push(at(before, place + 1));
  }
  addUntil(Infinity);
  return made.shared();
}
