import { firstDay, lastDay } from '../../domain/days-of-a-date.js';
import type { Graph } from '../../network/graph.js';
import { at } from '../../network/shared-arrays.js';
import { partialDate } from '../../network/days.js';

/** A period with inclusive days; null if it is open, or not known. */
export interface Spell {
  readonly start: string | null;
  readonly end: string | null;
}

export interface WeightedSpell extends Spell {
  readonly weight: number;
}

/**
 * The periods of a network. A tie that ended but has no known date counts in no period; a group of ties that has no
 * other ties has no spells.
 */
export interface Timeline {
  /** The sum of the weights of the ties in force, for each period between two changes of them. */
  weightsOf(ties: Iterable<number>): WeightedSpell[];
  /** When at least one of the ties was in force; empty if always, or if no period is known. */
  spellsOf(ties: Iterable<number>): Spell[];
  /** When the node had an edge; empty if one of its edges has no spells, or if it has no edges. */
  nodeSpellsOf(node: number): Spell[];
}

/** What the timeline has to know of ties. Ties of the same record are adjacent, and count once at a time. */
export interface Ties {
  readonly weightOf: (tie: number) => number;
  readonly isSameRecord: (left: number, right: number) => boolean;
}

/** Inclusive days since 1970; infinite where the period is open. */
interface Days {
  readonly start: number;
  readonly end: number;
}

/** How many records begin less those that ended the day before, and their weight. */
interface Change {
  records: number;
  weight: number;
}

export function timelineOf(graph: Graph, { weightOf, isSameRecord }: Ties): Timeline {
  // A network can have a million ties, but few different periods.
  const known = new Map<number, Days | null>();
  const daysOf = (tie: number): Days | null => {
    const [from, to] = [at(graph.ties.from, tie), at(graph.ties.to, tie)];
    const key = from * 100_000_000 + to;
    const days = known.get(key) ?? daysBetween(from, to);
    known.set(key, days);
    return days;
  };
  const weightsOf = (ties: Iterable<number>): WeightedSpell[] => {
    const changes = new Map<number, Change>();
    const change = (day: number, records: 1 | -1, weight: number) => {
      const sum = changes.get(day) ?? { records: 0, weight: 0 };
      sum.records += records;
      sum.weight += records * weight;
      changes.set(day, sum);
    };
    for (const record of groupsOf(ties, isSameRecord)) {
      const weight = weightOf(record[0] as number);
      for (const { start, end } of union(record.map(daysOf))) {
        change(start, 1, weight);
        if (end !== Infinity) change(end + 1, -1, weight);
      }
    }
    return segments(changes);
  };
  return {
    weightsOf,
    spellsOf: (ties) => spellsIn(new Set(Array.from(ties, daysOf))),
    nodeSpellsOf(node) {
      const periods = new Set<Days | null>();
      for (let slot = at(graph.offsets, node); slot < at(graph.offsets, node + 1); slot += 1) {
        const ofEdge = tiesOf(graph, at(graph.edges, slot)).map(daysOf);
        if (ofEdge.every((days) => days === null)) return [];
        for (const days of ofEdge) periods.add(days);
      }
      return spellsIn(periods);
    },
  };
}

/** Without spells, an element is there at all times. */
const spellsIn = (periods: Iterable<Days | null>): Spell[] =>
  union([...periods])
    .map(spellOf)
    .filter(({ start, end }) => start !== null || end !== null);

/** The ties by their records. */
export function* groupsOf(
  ties: Iterable<number>,
  isSameRecord: Ties['isSameRecord'],
): Generator<readonly number[]> {
  let group: number[] = [];
  for (const tie of ties) {
    const [first = tie] = group;
    if (isSameRecord(first, tie)) {
      group.push(tie);
    } else {
      yield group;
      group = [tie];
    }
  }
  if (group.length > 0) yield group;
}

/** The places of the ties of an edge. */
export function tiesOf({ tieOffsets }: Graph, edge: number): number[] {
  const first = at(tieOffsets, edge);
  return Array.from({ length: at(tieOffsets, edge + 1) - first }, (_, index) => first + index);
}

/** The periods in which at least one of these periods is. */
function union(periods: readonly (Days | null)[]): readonly Days[] {
  const known = periods.filter((days) => days !== null);
  if (known.length < 2) return known;
  const result: Days[] = [];
  for (const days of known.sort((left, right) => left.start - right.start)) {
    const last = result.at(-1);
    if (last === undefined || last.end < days.start - 1) result.push(days);
    else result.splice(-1, 1, { start: last.start, end: Math.max(last.end, days.end) });
  }
  return result;
}

/** The periods between changes, without those that have no ties. */
function segments(changes: ReadonlyMap<number, Change>): WeightedSpell[] {
  const days = [...changes].sort(([left], [right]) => left - right);
  let [records, weight] = [0, 0];
  return days.flatMap(([start, change], index) => {
    records += change.records;
    weight = records === 0 ? 0 : weight + change.weight;
    if (records === 0) return [];
    const end = (days[index + 1]?.[0] ?? Infinity) - 1;
    return [{ ...spellOf({ start, end }), weight: Number(weight.toPrecision(DIGITS)) }];
  });
}

/** Sums of fractions are rounded, because 0.1 + 0.2 - 0.2 is not exactly 0.1. */
const DIGITS = 12;

/** Ends from here on mean that a tie has not ended. */
const OPEN_END = 99_990_000;
const DAY_MS = 86_400_000;

const dayOf = (text: string) => Date.parse(text) / DAY_MS;
const textOf = (day: number) =>
  Number.isFinite(day) ? new Date(day * DAY_MS).toISOString().slice(0, 10) : null;
const spellOf = ({ start, end }: Days): Spell => ({ start: textOf(start), end: textOf(end) });

/** Converts the dates of a tie in the graph to days; null if it ended and neither start nor end is known. */
function daysBetween(from: number, to: number): Days | null {
  const [since, until] = [partialDate(from, '0'), partialDate(to, '9')];
  const start = since === null ? -Infinity : dayOf(firstDay(since));
  if (to >= OPEN_END) return { start, end: Infinity };
  if (until === null) return since === null ? null : { start, end: Infinity };
  const end = dayOf(lastDay(until));
  // A source can state an end before the start, for example a grant that started before its award.
  return { start, end: since === null || end >= start ? end : dayOf(lastDay(since)) };
}
