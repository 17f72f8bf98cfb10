import { isSameRecord, TIE } from './pairs.js';
import { kindsOf, type Pairs } from './project.js';
import type { Projection } from './projection.js';
import { compareIds } from './record-ids.js';
import { at } from './shared-arrays.js';
import { countOf, NODE, NONE, placesBefore, type Snapshot } from './snapshot.js';
import { byKind, type NetworkTieKind } from './tie-kinds.js';

/** What is different in a later snapshot, as far as it concerns edges between organizations. */
export interface ChangedPairs {
  /** For each organization before, its index now; `NONE` if it is gone. Null if all have the same index. */
  readonly placeOf: Int32Array | null;
  /** For each kind and row of a record that is the same, its row now. Null if all have the same row. */
  readonly rowOf: Readonly<Record<NetworkTieKind, Int32Array | null>>;
  /** The pairs of organizations whose ties are different, by their indexes before, and by those now. */
  readonly before: PairSet;
  readonly now: PairSet;
}

/** Pairs of organizations, in any order. */
export class PairSet implements Pairs {
  readonly #organizations: number;
  readonly #isEnd: Uint8Array;
  readonly #keys = new Set<number>();

  constructor(organizations: number) {
    this.#organizations = organizations;
    this.#isEnd = new Uint8Array(organizations);
  }

  get size(): number {
    return this.#keys.size;
  }

  add(one: number, other: number): void {
    this.#isEnd[one] = this.#isEnd[other] = 1;
    this.#keys.add(this.#keyOf(one, other));
  }

  has(one: number, other: number): boolean {
    // Most organizations are in no pair: without a look into the set, a network is searched five times as fast.
    if (this.#isEnd[one] === 0 || this.#isEnd[other] === 0) return false;
    return this.#keys.has(this.#keyOf(one, other));
  }

  #keyOf(one: number, other: number): number {
    return Math.min(one, other) * this.#organizations + Math.max(one, other);
  }
}

/** Null if more than this number of pairs are different. */
export function changedPairs(
  before: Snapshot,
  now: Snapshot,
  projection: Projection,
  max: number,
): ChangedPairs | null {
  const placeOf = placesAfter(before, now);
  const pairs = new ChangingPairs(countOf(before), countOf(now), placeOf);
  const rowOf: Record<NetworkTieKind, Int32Array | null> = byKind(() => null);
  for (const kind of kindsOf(projection)) {
    rowOf[kind] = compareTies({ before, now, kind, placeOf, pairs });
    if (pairs.before.size + pairs.now.size > 2 * max) return null;
  }
  return { placeOf, rowOf, before: pairs.before, now: pairs.now };
}

/** The same pairs by their indexes before and by those now, if they are there. */
class ChangingPairs {
  readonly before: PairSet;
  readonly now: PairSet;
  readonly #placeOf: Int32Array | null;
  readonly #placeBefore: Int32Array | null;

  constructor(before: number, now: number, placeOf: Int32Array | null) {
    this.before = new PairSet(before);
    this.now = new PairSet(now);
    this.#placeOf = placeOf;
    this.#placeBefore = placeOf && placesBefore(placeOf, now);
  }

  addBefore(one: number, other: number): void {
    this.before.add(one, other);
    addIfThere(this.now, moved(this.#placeOf, one), moved(this.#placeOf, other));
  }

  addNow(one: number, other: number): void {
    this.now.add(one, other);
    addIfThere(this.before, moved(this.#placeBefore, one), moved(this.#placeBefore, other));
  }
}

const moved = (places: Int32Array | null, place: number): number =>
  places === null ? place : at(places, place);

function addIfThere(pairs: PairSet, one: number, other: number): void {
  if (one !== NONE && other !== NONE) pairs.add(one, other);
}

function placesAfter({ nodes: before }: Snapshot, { nodes: now }: Snapshot): Int32Array | null {
  if (before === now) return null;
  const placeOf = new Int32Array(before.length / NODE.size).fill(NONE);
  let isSame = before.length === now.length;
  for (let old = 0, place = 0; old < before.length && place < now.length;) {
    const order = compareIds(before, old + NODE.id, now, place + NODE.id);
    if (order === 0) placeOf[old / NODE.size] = place / NODE.size;
    else isSame = false;
    if (order <= 0) old += NODE.size;
    if (order >= 0) place += NODE.size;
  }
  return isSame ? null : placeOf;
}

interface Comparison {
  readonly before: Snapshot;
  readonly now: Snapshot;
  readonly kind: NetworkTieKind;
  readonly placeOf: Int32Array | null;
  readonly pairs: ChangingPairs;
}

/** Adds the pairs of each record that is different, and returns the rows of the others. */
function compareTies({ before, now, kind, placeOf, pairs }: Comparison): Int32Array | null {
  const [old, made] = [before.ties[kind], now.ties[kind]];
  if (old === made && placeOf === null) return null;
  const isSameTie = (left: number, right: number): boolean => {
    return (
      moved(placeOf, at(old, left + TIE.a)) === at(made, right + TIE.a) &&
      moved(placeOf, at(old, left + TIE.b)) === at(made, right + TIE.b) &&
      at(old, left + TIE.from) === at(made, right + TIE.from) &&
      at(old, left + TIE.to) === at(made, right + TIE.to) &&
      at(old, left + TIE.isUndated) === at(made, right + TIE.isUndated) &&
      (kind !== 'FUNDING' || isSameMoney(before, left / TIE.size, now, right / TIE.size))
    );
  };
  // The amounts of grants are in other lists.
  const [begin, tail] = kind === 'FUNDING' ? [0, 0] : commonEnds(old, made, placeOf);
  const [leftEndOfAll, rightEndOfAll] = [old.length - tail, made.length - tail];
  const rowOf = new Int32Array(old.length / TIE.size).fill(NONE);
  let moves = tail > 0 && leftEndOfAll !== rightEndOfAll;
  for (let left = begin, right = begin; left < leftEndOfAll || right < rightEndOfAll;) {
    const order =
      left === leftEndOfAll
        ? 1
        : right === rightEndOfAll
          ? -1
          : compareIds(old, left + TIE.record, made, right + TIE.record);
    const leftEnd = order > 0 ? left : endOfRecord(old, left);
    const rightEnd = order < 0 ? right : endOfRecord(made, right);
    let isSame = leftEnd - left === rightEnd - right;
    for (let row = 0; isSame && row < leftEnd - left; row += TIE.size) {
      isSame = isSameTie(left + row, right + row);
    }
    if (isSame) {
      moves ||= left !== right;
      for (let row = 0; row < leftEnd - left; row += TIE.size)
        rowOf[(left + row) / TIE.size] = (right + row) / TIE.size;
    } else {
      for (let row = left; row < leftEnd; row += TIE.size)
        pairs.addBefore(at(old, row + TIE.a), at(old, row + TIE.b));
      for (let row = right; row < rightEnd; row += TIE.size)
        pairs.addNow(at(made, row + TIE.a), at(made, row + TIE.b));
    }
    [left, right] = [leftEnd, rightEnd];
  }
  if (!moves) return null;
  for (let row = 0; row < begin / TIE.size; row += 1) rowOf[row] = row;
  const shift = (made.length - old.length) / TIE.size;
  for (let row = leftEndOfAll / TIE.size; row < rowOf.length; row += 1) rowOf[row] = row + shift;
  return rowOf;
}

/** The length of the records that two lists have in common at their beginning and at their end. */
function commonEnds(
  old: Int32Array,
  made: Int32Array,
  placeOf: Int32Array | null,
): [begin: number, tail: number] {
  const [oldRows, madeRows] = [old.length / TIE.size, made.length / TIE.size];
  const isSame = (oldRow: number, madeRow: number, rows: number) =>
    placeOf === null
      ? isSamePart(old, oldRow, made, madeRow, rows)
      : isSameMoved(old, oldRow, made, madeRow, rows, placeOf);
  const shorter = Math.min(oldRows, madeRows);
  let begin = commonLength(shorter, (from, rows) => isSame(from, from, rows));
  // A record is only the same if all its rows are.
  const startsWithin = (list: Int32Array, row: number) =>
    row > 0 &&
    row < list.length / TIE.size &&
    isSameRecord(list, (row - 1) * TIE.size, row * TIE.size);
  while (startsWithin(old, begin) || startsWithin(made, begin)) begin -= 1;
  let tail = commonLength(shorter - begin, (from, rows) =>
    isSame(oldRows - from - rows, madeRows - from - rows, rows),
  );
  while (startsWithin(old, oldRows - tail) || startsWithin(made, madeRows - tail)) tail -= 1;
  return [begin * TIE.size, tail * TIE.size];
}

/** The rows that are compared at once. */
const BLOCK = 1024;

/** The greatest number of rows up to which all are the same. */
function commonLength(rows: number, isSame: (from: number, rows: number) => boolean): number {
  let known = 0;
  for (let size = BLOCK; size >= 1;) {
    if (known + size <= rows && isSame(known, size)) known += size;
    else size = size === 1 ? 0 : size / 2;
  }
  return known;
}

/** Compares bytes, which takes a hundredth of the time of a comparison word by word. */
function isSamePart(
  old: Int32Array,
  oldRow: number,
  made: Int32Array,
  madeRow: number,
  rows: number,
): boolean {
  const bytesOf = (list: Int32Array, row: number) =>
    Buffer.from(list.buffer, list.byteOffset + row * TIE.size * 4, rows * TIE.size * 4);
  return bytesOf(old, oldRow).equals(bytesOf(made, madeRow));
}

/** Where rows get the indexes that their organizations have now. */
const moving = new Int32Array(BLOCK * TIE.size);

/** The same for ties between organizations that have other indexes now. */
function isSameMoved(
  old: Int32Array,
  oldRow: number,
  made: Int32Array,
  madeRow: number,
  rows: number,
  placeOf: Int32Array,
): boolean {
  moving.set(old.subarray(oldRow * TIE.size, (oldRow + rows) * TIE.size));
  for (let row = 0; row < rows * TIE.size; row += TIE.size) {
    moving[row + TIE.a] = at(placeOf, at(moving, row + TIE.a));
    moving[row + TIE.b] = at(placeOf, at(moving, row + TIE.b));
  }
  return isSamePart(moving, 0, made, madeRow, rows);
}

function endOfRecord(list: Int32Array, first: number): number {
  let end = first + TIE.size;
  while (end < list.length && isSameRecord(list, first, end)) end += TIE.size;
  return end;
}

function isSameMoney(
  { funding: before }: Snapshot,
  old: number,
  { funding: now }: Snapshot,
  row: number,
): boolean {
  return (
    Object.is(before.amounts[old], now.amounts[row]) &&
    at(before.currencies, old) === at(now.currencies, row)
  );
}
