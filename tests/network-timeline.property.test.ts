import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { timelineOf, type Spell, type Ties } from '../src/export/network/timeline.js';
import type { Graph } from '../src/network/graph.js';
import { at } from '../src/network/shared-arrays.js';
import { GraphBuilder } from './support/graph-builder.js';
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

/** Ties that are each a record of their own. */
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

/** Without spells, something is there on every day. */
const isThere = (spells: readonly Spell[], day: string) =>
  spells.length === 0 || spells.some((spell) => contains(spell, day));

test('the weights over time are those of the ties in force on each day', () => {
  fc.assert(
    fc.property(edge, (ties) => {
      const graph = graphOf(ties);
      const all = [...graph.ties.kind.keys()];
      const { weightsOf, spellsOf } = timelineOf(graph, tiesIn(graph));
      const [weights, spells] = [weightsOf(all), spellsOf(all)];
      expectSeparate(spells);
      const inForce = (day: string) => {
        const number = Number(day.replaceAll('-', ''));
        return ties
          .filter(([from, to]) => from <= number && to >= number)
          .map(([, , kind]) => WEIGHTS[TIE_KINDS[kind] as NetworkTieKind]);
      };
      expect(
        DAYS.map((day) =>
          weights.filter((spell) => contains(spell, day)).map((spell) => spell.weight),
        ),
      ).toEqual(
        DAYS.map(inForce).map((list) =>
          list.length === 0
            ? []
            : [Number(list.reduce((sum, weight) => sum + weight, 0).toPrecision(12))],
        ),
      );
      // If no period is known, there are no weights and no spells.
      if (weights.length === 0) expect(spells).toEqual([]);
      else {
        expect(DAYS.filter((day) => isThere(spells, day))).toEqual(
          DAYS.filter((day) => inForce(day).length > 0),
        );
      }
    }),
    { numRuns: 25 },
  );
});

test('a node is there while one of its edges is', () => {
  fc.assert(
    fc.property(edge, edge, (one, other) => {
      const { nodeSpellsOf } = timelineOf(graphOf(one, other), tiesIn(graphOf(one, other)));
      const node = nodeSpellsOf(0);
      expectSeparate(node);
      const edges = [nodeSpellsOf(1), nodeSpellsOf(2)];
      expect(DAYS.filter((day) => isThere(node, day))).toEqual(
        DAYS.filter((day) => edges.some((spells) => isThere(spells, day))),
      );
    }),
    { numRuns: 25 },
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
      const weights = weightsOf(all);
      expect(weights.every(({ weight }) => weight === 2)).toBe(true);
      // All days of the spells, and no day twice.
      const days = DAYS.filter((day) => weights.some((spell) => contains(spell, day)));
      if (weights.length > 0)
        expect(days).toEqual(DAYS.filter((day) => isThere(spellsOf(all), day)));
      expect(DAYS.every((day) => weights.filter((spell) => contains(spell, day)).length < 2)).toBe(
        true,
      );
      expect(spellsOf(all)).toEqual(timelineOf(graph, tiesIn(graph)).spellsOf(all));
    }),
    { numRuns: 25 },
  );
});
