import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { timelineOf, type Spell, type Ties } from '../src/export/network/timeline.js';
import { at, GraphBuilder, type Graph } from '../src/network/graph.js';
import { TIE_KINDS, type NetworkTieKind } from '../src/network/tie-kinds.js';

const WEIGHTS = Object.fromEntries(
  TIE_KINDS.map((kind, n) => [kind, [0.1, 0.2, 1][n % 3]]),
) as Record<NetworkTieKind, number>;

/** The first and the last possible day of partial dates, as in a graph; the end of the year 1 is not known. */
const STARTS = [0, 20100000, 20100600, 20100615, 20110000, 20110101, 20120229];
const UNKNOWN_END = 19_999;
const ENDS = [UNKNOWN_END, 20109999, 20100699, 20101231, 20110699, 20120299, 20120229, 99999999];

const tie = fc
  .tuple(fc.constantFrom(...STARTS), fc.constantFrom(...ENDS), fc.nat(TIE_KINDS.length - 1))
  .filter(([from, to]) => from <= to);
const edge = fc.array(tie, { minLength: 1, maxLength: 8 });

/** Ties of which each is a record of its own. */
const tiesIn = ({ ties }: Graph): Ties => ({
  weightOf: (tie) => WEIGHTS[TIE_KINDS[at(ties.kind, tie)] as NetworkTieKind],
  isSameRecord: (left, right) => left === right,
});

function graphOf(
  ...edges: readonly (readonly (readonly [from: number, to: number, kind: number])[])[]
) {
  const builder = new GraphBuilder(edges.length + 1, WEIGHTS);
  for (const [neighbour, ties] of edges.entries()) {
    for (const [from, to, kind] of ties) builder.add(0, neighbour + 1, kind, 0, from, to);
  }
  return builder.build();
}

const DAYS = Array.from({ length: 366 * 3 + 40 }, (_, index) =>
  new Date(Date.UTC(2009, 11, 20 + index)).toISOString().slice(0, 10),
);
const contains = ({ start, end }: Spell, day: string) =>
  (start === null || start <= day) && (end === null || day <= end);

function expectSeparate(spells: readonly Spell[]): void {
  for (const [index, { start, end }] of spells.entries()) {
    if (start !== null && end !== null) expect(start <= end).toBe(true);
    const next = spells[index + 1];
    if (next === undefined) continue;
    // At least one day lies between two periods.
    const dayAfter = new Date(Date.parse(end ?? '') + 86_400_000).toISOString().slice(0, 10);
    expect((next.start ?? '') > dayAfter).toBe(true);
  }
}

test('the weights over time are those of the ties in force on each day', () => {
  fc.assert(
    fc.property(edge, (ties) => {
      const graph = graphOf(ties);
      const places = graph.ties.kind.keys();
      const all = [...places];
      const timeline = timelineOf(graph, tiesIn(graph));
      const [weights, spells] = [timeline.weightsOf(all), timeline.spellsOf(all)];
      expectSeparate(spells);
      const isAlways = ties.some(([from, to]) => from === 0 && to === 99999999);
      for (const day of DAYS) {
        const number = Number(day.replaceAll('-', ''));
        const inForce = ties.filter(([from, to]) => from <= number && to >= number);
        const expected = inForce.reduce(
          (sum, [, , kind]) => sum + WEIGHTS[TIE_KINDS[kind] as NetworkTieKind],
          0,
        );
        const found = weights.filter((spell) => contains(spell, day));
        expect(found.length).toBe(inForce.length === 0 ? 0 : 1);
        expect(found[0]?.weight ?? 0).toBeCloseTo(expected, 9);
        const isThere = spells.some((spell) => contains(spell, day));
        expect(isThere).toBe(!isAlways && inForce.length > 0);
      }
    }),
    { numRuns: 60 },
  );
});

test('a node is there while one of its edges is', () => {
  fc.assert(
    fc.property(edge, edge, (one, other) => {
      const graph = graphOf(one, other);
      const timeline = timelineOf(graph, tiesIn(graph));
      const node = timeline.nodeSpellsOf(0);
      expectSeparate(node);
      const edges = [1, 2].map((neighbour) => timeline.nodeSpellsOf(neighbour));
      if (edges.some((spells) => spells.length === 0)) {
        expect(node).toEqual([]);
        return;
      }
      if (node.length === 0) {
        // The edges together are always there.
        for (const day of DAYS)
          expect(edges.flat().some((spell) => contains(spell, day))).toBe(true);
        return;
      }
      for (const day of DAYS) {
        expect(node.some((spell) => contains(spell, day))).toBe(
          edges.flat().some((spell) => contains(spell, day)),
        );
      }
    }),
    { numRuns: 40 },
  );
});

test('a record with several periods counts once at a time', () => {
  fc.assert(
    fc.property(edge, (ties) => {
      const graph = graphOf(ties);
      const all = [...graph.ties.kind.keys()];
      const { weightsOf, spellsOf } = timelineOf(graph, {
        weightOf: () => 2,
        isSameRecord: () => true,
      });
      expect(weightsOf(all).every(({ weight }) => weight === 2)).toBe(true);
      const known = weightsOf(all).filter(({ start, end }) => start !== null || end !== null);
      expect(known.map(({ start, end }) => ({ start, end }))).toEqual(spellsOf(all));
      expect(spellsOf(all)).toEqual(timelineOf(graph, tiesIn(graph)).spellsOf(all));
    }),
    { numRuns: 60 },
  );
});
