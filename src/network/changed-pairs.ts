import { isSameRecord, TIE } from './pairs.js';
import { kindsOf, type Pairs } from './project.js';
import type { Projection } from './projection.js';
import { compareIds } from './record-ids.js';
import { at } from './shared-arrays.js';
import { countOf, NODE, NONE, type Snapshot } from './snapshot.js';
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
    this.#placeBefore = placeOf && inverse(placeOf, now);
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

function inverse(placeOf: Int32Array, length: number): Int32Array {
  const placeBefore = new Int32Array(length).fill(NONE);
  for (let old = 0; old < placeOf.length; old += 1) {
    const place = at(placeOf, old);
    if (place !== NONE) placeBefore[place] = old;
  }
  return placeBefore;
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
    const [a, b] = [at(old, left + TIE.a), at(old, left + TIE.b)];
    return (
      moved(placeOf, a) === at(made, right + TIE.a) &&
      moved(placeOf, b) === at(made, right + TIE.b) &&
      at(old, left + TIE.from) === at(made, right + TIE.from) &&
      at(old, left + TIE.to) === at(made, right + TIE.to) &&
      at(old, left + TIE.isUndated) === at(made, right + TIE.isUndated) &&
      (kind !== 'FUNDING' || isSameMoney(before, left / TIE.size, now, right / TIE.size))
    );
  };
  const rowOf = new Int32Array(old.length / TIE.size).fill(NONE);
  let moves = false;
  for (let left = 0, right = 0; left < old.length || right < made.length;) {
    const order =
      left === old.length
        ? 1
        : right === made.length
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
  return moves ? rowOf : null;
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
