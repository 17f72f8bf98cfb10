import { MAX_ALL_PAIRS } from './tie-kinds.js';

/** Numbers that all threads can read without a copy. */
export type Numbers = Int32Array<SharedArrayBuffer>;

/** The positions of the numbers of a tie. For a party, `b` says whether it leads. */
export const TIE = { size: 9, a: 0, b: 1, from: 2, to: 3, source: 4, record: 5 } as const;

/**
 * The pairs of the parties of each record (parties of a record are adjacent), and the number of records
 * with too many parties, where only the pairs with the lead are made. A pair is in force while both parties are.
 */
export function pairsOf(parties: Numbers): { readonly ties: Numbers; readonly condensed: number } {
  const found: number[] = [];
  let condensed = 0;
  for (let first = 0, end = 0; first < parties.length; first = end) {
    while (end < parties.length && isSameRecord(parties, first, end)) end += TIE.size;
    const isLarge = end - first > MAX_ALL_PAIRS * TIE.size;
    if (isLarge) {
      condensed += 1;
      const lead = leadOf(parties, first, end);
      for (let other = first; other < end; other += TIE.size) {
        if (other !== lead) addPair(parties, lead, other, found);
      }
    } else {
      for (let one = first; one < end; one += TIE.size) {
        for (let other = one + TIE.size; other < end; other += TIE.size) {
          addPair(parties, one, other, found);
        }
      }
    }
  }
  const ties: Numbers = new Int32Array(new SharedArrayBuffer(found.length * 4));
  ties.set(found);
  return { ties, condensed };
}

function isSameRecord(parties: Numbers, left: number, right: number): boolean {
  for (let word: number = TIE.record; word < TIE.size; word += 1) {
    if (parties[left + word] !== parties[right + word]) return false;
  }
  return true;
}

/** The first party that leads, or else the first party. */
function leadOf(parties: Numbers, first: number, end: number): number {
  for (let party = first; party < end; party += TIE.size) {
    if (parties[party + TIE.b] === 1) return party;
  }
  return first;
}

function addPair(parties: Numbers, one: number, other: number, found: number[]): void {
  const value = (party: number, column: number) => parties[party + column] as number;
  const from = Math.max(value(one, TIE.from), value(other, TIE.from));
  const to = Math.min(value(one, TIE.to), value(other, TIE.to));
  if (from > to) return;
  found.push(value(one, TIE.a), value(other, TIE.a), from, to);
  for (let word: number = TIE.source; word < TIE.size; word += 1) found.push(value(one, word));
}
