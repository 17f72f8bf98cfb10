import { compareIds, isSameId, type IdColumn } from './record-ids.js';
import { at, Growing, numbers, type Numbers } from './shared-arrays.js';
import type { DayRange } from './projection.js';
import { MAX_ALL_PAIRS } from './tie-kinds.js';

/**
 * The words of a tie in one of its periods: its two ends, the first and the last day, the index of its source, the id
 * of its record, and whether it is undated. Of a party, `b` says whether it leads.
 */
export const TIE = {
  size: 10,
  a: 0,
  b: 1,
  from: 2,
  to: 3,
  source: 4,
  record: 5,
  isUndated: 9,
} as const;

export const isSameRecord = (list: Int32Array, left: number, right: number): boolean =>
  isSameId(list, left + TIE.record, list, right + TIE.record);

/** Whether the tie at this place was in force at some time in the period; all are, if there is none. */
export function isInPeriod(list: Int32Array, place: number, period: DayRange | null): boolean {
  if (period === null) return true;
  return at(list, place + TIE.from) <= period.to && at(list, place + TIE.to) >= period.from;
}

/**
 * The ties between the parties of each record, and the ids of the records with too many parties, where only the
 * pairs with the lead are made. Parties of a record are adjacent, and so are the periods of a party. A pair is in
 * force while both parties are; it is undated if one of them is.
 */
export function pairsOf(parties: Int32Array): {
  readonly ties: Numbers;
  readonly condensed: Numbers;
} {
  const [ties, condensed] = [new Growing(), new Growing()];
  for (let first = 0, end = 0; first < parties.length; first = end) {
    while (end < parties.length && isSameRecord(parties, first, end)) end += TIE.size;
    const members = membersOf(parties, first, end);
    const isLarge = members.length > MAX_ALL_PAIRS;
    if (isLarge) {
      for (let word = 0; word < 4; word += 1)
        condensed.push(at(parties, first + TIE.record + word));
    }
    const lead = members.find(({ leads }) => leads) ?? members[0];
    members.forEach((one, index) => {
      if (isLarge && one !== lead) return;
      const others = isLarge ? members.filter((other) => other !== lead) : members.slice(index + 1);
      for (const other of others) addPair(parties, one, other, ties);
    });
  }
  return { ties: ties.shared(), condensed: condensed.shared() };
}

interface Period {
  readonly from: number;
  readonly to: number;
  readonly isUndated: boolean;
}

/** An organization in a record, with its periods, which do not overlap. */
interface Member {
  readonly organization: number;
  readonly leads: boolean;
  readonly periods: readonly Period[];
  /** The position of its first row. */
  readonly row: number;
}

function membersOf(parties: Int32Array, first: number, end: number): Member[] {
  const members: Member[] = [];
  for (let row = first, next = first; row < end; row = next) {
    const organization = at(parties, row + TIE.a);
    const periods: Period[] = [];
    let leads = false;
    while (next < end && at(parties, next + TIE.a) === organization) {
      leads ||= at(parties, next + TIE.b) === 1;
      periods.push({
        from: at(parties, next + TIE.from),
        to: at(parties, next + TIE.to),
        isUndated: at(parties, next + TIE.isUndated) === 1,
      });
      next += TIE.size;
    }
    members.push({ organization, leads, periods: merged(periods), row });
  }
  return members;
}

/** Joins periods that overlap. Undated ones stay apart, so that a known period stays known. */
function merged(periods: readonly Period[]): readonly Period[] {
  if (periods.length === 1) return periods;
  const sorted = [...periods].sort(
    (left, right) =>
      Number(left.isUndated) - Number(right.isUndated) ||
      left.from - right.from ||
      left.to - right.to,
  );
  return sorted.reduce<Period[]>((joined, period) => {
    const last = joined.at(-1);
    if (last?.isUndated === period.isUndated && period.from <= last.to)
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, period.to) };
    else joined.push(period);
    return joined;
  }, []);
}

function addPair(parties: Int32Array, one: Member, other: Member, ties: Growing): void {
  for (const left of one.periods) {
    for (const right of other.periods) {
      const [from, to] = [Math.max(left.from, right.from), Math.min(left.to, right.to)];
      if (from > to) continue;
      ties.push(one.organization);
      ties.push(other.organization);
      ties.push(from);
      ties.push(to);
      for (let word: number = TIE.source; word < TIE.isUndated; word += 1) {
        ties.push(at(parties, one.row + word));
      }
      ties.push(Number(left.isUndated || right.isUndated));
    }
  }
}

/** Where the parts of a spliced list come from: runs of rows of the old list and of the added ones. */
export type Runs = readonly {
  readonly isAdded: boolean;
  readonly from: number;
  readonly to: number;
}[];

/**
 * How two lists sorted by record become one: all rows of the old list whose record is not dropped, and all added rows.
 * Positions are in rows. What is copied is found by binary search, so that a small change of a long list takes no time.
 *
 * @param dropped the ids of the records, ascending
 */
export function spliceRuns(old: Int32Array, dropped: IdColumn, added: Int32Array): Runs {
  const runs: { isAdded: boolean; from: number; to: number }[] = [];
  const add = (isAdded: boolean, from: number, to: number) => {
    if (from >= to) return;
    const last = runs.at(-1);
    if (last?.isAdded === isAdded && last.to === from) last.to = to;
    else runs.push({ isAdded, from, to });
  };
  const [oldRows, addedRows] = [old.length / TIE.size, added.length / TIE.size];
  const drops = dropped.list.length / dropped.stride;
  for (let drop = 0, next = 0, begin = 0; ;) {
    const droppedPlace = drop * dropped.stride + dropped.offset;
    const addedPlace = next * TIE.size + TIE.record;
    if (drop === drops && next === addedRows) {
      add(false, begin, oldRows);
      return runs;
    }
    const order =
      drop === drops
        ? 1
        : next === addedRows
          ? -1
          : compareIds(dropped.list, droppedPlace, added, addedPlace);
    const [list, place] = order < 0 ? [dropped.list, droppedPlace] : [added, addedPlace];
    const from = lowerBound(old, begin, list, place);
    add(false, begin, from);
    begin = from;
    if (order < 0) {
      while (begin < oldRows && isSameId(old, begin * TIE.size + TIE.record, list, place))
        begin += 1;
      drop += 1;
    } else {
      const first = next * TIE.size;
      do next += 1;
      while (next < addedRows && isSameRecord(added, first, next * TIE.size));
      add(true, first / TIE.size, next);
    }
  }
}

/** The first row of the list, from this one on, whose record is not before the id at a place of another list. */
function lowerBound(list: Int32Array, begin: number, ids: Int32Array, place: number): number {
  let [low, high] = [begin, list.length / TIE.size];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareIds(list, middle * TIE.size + TIE.record, ids, place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A list of ties made of runs of two others. */
export function splicedTies(old: Int32Array, added: Int32Array, runs: Runs): Numbers {
  const length = runs.reduce((sum, { from, to }) => sum + to - from, 0);
  const list = numbers(length * TIE.size);
  let place = 0;
  for (const { isAdded, from, to } of runs) {
    const part = (isAdded ? added : old).subarray(from * TIE.size, to * TIE.size);
    list.set(part, place);
    place += part.length;
  }
  return list;
}
