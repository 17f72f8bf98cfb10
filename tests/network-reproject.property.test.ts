import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { TIE } from '../src/network/pairs.js';
import { project } from '../src/network/project.js';
import type { NetworkLevel, Projection } from '../src/network/projection.js';
import { reproject } from '../src/network/reproject.js';
import { bytes, numbers, numbersFrom, weights } from '../src/network/shared-arrays.js';
import { currencyCode, NODE, type Snapshot } from '../src/network/snapshot.js';
import { textListOf } from '../src/network/text-list.js';
import { byKind, TIE_KINDS, type NetworkTieKind } from '../src/network/tie-kinds.js';

/** A network that is made from what has changed must be the one that is made from everything. */

interface Tie {
  readonly a: number;
  readonly b: number;
  readonly from: number;
  readonly to: number;
  readonly isUndated: boolean;
  readonly amount: number;
}
interface World {
  readonly organizations: readonly number[];
  /** The ties of each record of a kind. */
  readonly records: Readonly<Record<NetworkTieKind, Readonly<Record<string, readonly Tie[]>>>>;
}

const ORGANIZATIONS = 9;
const day = fc.integer({ min: 1, max: 6 });
const tie: fc.Arbitrary<Tie> = fc
  .record({
    a: fc.nat(ORGANIZATIONS - 1),
    b: fc.nat(ORGANIZATIONS - 2),
    from: fc.oneof(fc.constant(0), day),
    isUndated: fc.boolean(),
    length: fc.nat(5),
    amount: fc.constantFrom(NaN, 0, 10, 25),
  })
  .map(({ a, b, from, length, isUndated, amount }) => ({
    a,
    b: b < a ? b : b + 1,
    from,
    to: from + length,
    // A tie without a start is undated, and so is one of two memberships when one of them is.
    isUndated: isUndated || from === 0,
    amount,
  }));
const records = fc.dictionary(fc.nat(9).map(String), fc.array(tie, { minLength: 1, maxLength: 3 }));
const world: fc.Arbitrary<World> = fc.record({
  organizations: fc.subarray([...Array(ORGANIZATIONS).keys()], { minLength: 2 }),
  records: fc.record(byKind(() => records)),
});
/** What can be different about a tie. */
const TWEAKS: readonly ((tie: Tie) => Tie)[] = [
  (one) => ({ ...one, isUndated: !one.isUndated || one.from === 0 }),
  (one) => ({ ...one, to: one.to + 1 }),
  (one) => ({ ...one, a: one.b, b: one.a }),
  (one) => ({ ...one, amount: one.amount === 10 ? 25 : 10 }),
  (one) => ({
    ...one,
    b: [...Array(ORGANIZATIONS).keys()].find((b) => b > one.b && b !== one.a) ?? one.b,
  }),
];
/** Which ties of a record are different. */
const SOME = [
  (_: Tie, index: number) => index >= 0,
  (_: Tie, index: number) => index === 0,
  (_: Tie, index: number, { length }: readonly Tie[]) => index === length - 1,
];
/** The world before and after a change of a few records, and sometimes of the organizations. */
const change = fc
  .record({
    before: world,
    other: world,
    kinds: fc.subarray([...TIE_KINDS]),
    tweak: fc.option(fc.constantFrom(...TWEAKS)),
    isTweaked: fc.constantFrom(...SOME),
    organizations: fc.constantFrom('SAME', 'ONE_MORE', 'OTHERS'),
  })
  .map(({ before, other, kinds, tweak, isTweaked, organizations }): [World, World] => {
    const changed = (kind: NetworkTieKind) => {
      const own = before.records[kind];
      const some = firstOf(tweak === null ? other.records[kind] : own);
      const tweaked = Object.entries(some).map(([id, ties]) => [
        id,
        ties.map((one, ...place) => (isTweaked(one, ...place) ? (tweak?.(one) ?? one) : one)),
      ]);
      return { ...own, ...(Object.fromEntries(tweaked) as typeof own) };
    };
    const missing = [...Array(ORGANIZATIONS).keys()].find(
      (id) => !before.organizations.includes(id),
    );
    const after = {
      SAME: before.organizations,
      ONE_MORE: [...before.organizations, missing ?? ORGANIZATIONS].sort((one, next) => one - next),
      OTHERS: other.organizations,
    };
    return [
      before,
      {
        organizations: after[organizations],
        records: byKind((kind) => (kinds.includes(kind) ? changed(kind) : before.records[kind])),
      },
    ];
  });
const firstOf = <T>(list: Readonly<Record<string, T>>) =>
  Object.fromEntries(Object.entries(list).slice(0, 1));

const weighting = fc.constantFrom(
  { weighting: 'COUNT' as const, currency: null },
  { weighting: 'FRACTIONAL' as const, currency: null },
  { weighting: 'AMOUNT' as const, currency: 'EUR' },
  { weighting: 'AMOUNT' as const, currency: 'RSD' },
);
const part = fc.record({
  ties: fc.subarray([...TIE_KINDS], { minLength: 1 }),
  weights: fc.constant(byKind((kind) => TIE_KINDS.indexOf(kind) + 1)),
  isDirected: fc.boolean(),
  period: fc.oneof(
    fc.constant(null),
    fc.tuple(day, day).map(([one, two]) => ({ from: Math.min(one, two), to: Math.max(one, two) })),
  ),
  includesUndated: fc.boolean(),
  level: fc.constantFrom<NetworkLevel[]>('ORGANIZATION', 'CLUSTER'),
  sectorScheme: fc.constant(''),
  regionLevel: fc.constant(2),
  isolates: fc.boolean(),
});
const projection: fc.Arbitrary<Projection> = fc
  .tuple(part, weighting)
  .map(([one, other]) => ({ ...one, ...other }));

/** Records have the same id in each world, and so have organizations. */
function snapshotOf({ organizations, records: ofKind }: World): Snapshot {
  const nodes = numbers(organizations.length * NODE.size);
  organizations.forEach((id, place) => {
    nodes[place * NODE.size + NODE.type] = id % 2;
    nodes[place * NODE.size + NODE.id + 3] = id;
  });
  const known = byKind((kind) =>
    Object.entries(ofKind[kind])
      .sort()
      .flatMap(([record, ties]) => ties.map((one) => ({ ...one, record: Number(record) })))
      .map((one) => ({
        ...one,
        a: organizations.indexOf(one.a),
        b: organizations.indexOf(one.b),
      }))
      .filter(({ a, b }) => a >= 0 && b >= 0),
  );
  const funding = {
    amounts: weights(known.FUNDING.length),
    currencies: numbers(known.FUNDING.length),
  };
  funding.amounts.set(known.FUNDING.map(({ amount }) => amount));
  funding.currencies.set(
    known.FUNDING.map(({ record }) => currencyCode(record % 2 === 0 ? 'EUR' : 'RSD')),
  );
  return {
    moment: { version: 1, snapshot: '', readAt: '' },
    nodes,
    types: ['Company', 'Cluster'],
    names: textListOf([]),
    slugs: textListOf([]),
    countries: textListOf([]),
    ties: byKind((kind) =>
      numbersFrom(
        known[kind].flatMap(({ a, b, from, to, isUndated, record }) => {
          const words = Array<number>(TIE.size).fill(0);
          [words[TIE.a], words[TIE.b], words[TIE.from], words[TIE.to]] = [a, b, from, to];
          [words[TIE.record + 3], words[TIE.isUndated]] = [record, Number(isUndated)];
          return words;
        }),
      ),
    ),
    condensed: byKind(() => numbers(0)),
    funding,
    organizationSectors: numbers(0),
    lists: { key: 'none', json: bytes(0) },
  };
}

test('a network that follows a change is what it would be if all of it were projected', () => {
  let count = 0;
  fc.assert(
    fc.property(change, projection, fc.boolean(), ([old, now], asked, selects) => {
      const [before, snapshot] = [snapshotOf(old), snapshotOf(now)];
      // What a filter selects is the same before and after: else it would be another network.
      const both = old.organizations.filter((id) => now.organizations.includes(id) && id % 3 > 0);
      const chosenIn = ({ organizations }: World) =>
        selects ? Int32Array.from(both, (id) => organizations.indexOf(id)) : null;
      const known = { ...project(before, chosenIn(old), asked), snapshot: before };
      const whole = project(snapshot, chosenIn(now), asked);
      const made = reproject({ ...known, projection: asked }, snapshot, chosenIn(now));
      const canFollow = asked.level === 'ORGANIZATION' && asked.isolates;
      if (canFollow) expect(made).not.toBeNull();
      if (made === null) return;
      count += 1;
      expect(made).toEqual(whole);
    }),
    { numRuns: 1500 },
  );
  expect(count).toBeGreaterThan(400);
});

const tieOf = (a: number, b: number): Tie => ({
  a,
  b,
  from: 1,
  to: 2,
  isUndated: false,
  amount: NaN,
});
const partnerships = (known: Readonly<Record<string, readonly Tie[]>>): World => ({
  organizations: [0, 1, 2, 3, 4],
  records: { ...byKind(() => ({})), PARTNERSHIP: known },
});
const WHOLE: Projection = {
  ties: TIE_KINDS,
  weights: byKind(() => 1),
  weighting: 'COUNT',
  currency: null,
  isDirected: false,
  period: null,
  includesUndated: true,
  level: 'ORGANIZATION',
  sectorScheme: '',
  regionLevel: 2,
  isolates: true,
};

/** The network after a change, made from the one before, which must be as if it were made from everything. */
function followed(old: World, now: World, projection: Projection) {
  const [before, snapshot] = [snapshotOf(old), snapshotOf(now)];
  const known = { ...project(before, null, projection), snapshot: before, projection };
  const made = reproject(known, snapshot, null);
  expect(made).toEqual(project(snapshot, null, projection));
  return made;
}

test('other edges keep their weights if one edge is gone and another is new', () => {
  const others = { 2: [tieOf(0, 2)], 3: [tieOf(0, 2)], 4: [tieOf(1, 2)] };
  const made = followed(
    partnerships({ 1: [tieOf(0, 1)], ...others }),
    partnerships({ 1: [tieOf(3, 4)], ...others }),
    WHOLE,
  );
  expect([...(made?.graph.weights ?? [])]).toEqual([2, 1, 1]);
});

test('a record with other organizations is different, even if they have the indexes of those before', () => {
  const made = followed(
    { ...partnerships({ 1: [tieOf(1, 2)] }), organizations: [1, 2, 3] },
    { ...partnerships({ 1: [tieOf(0, 1)] }), organizations: [0, 1, 2, 3] },
    WHOLE,
  );
  expect([...(made?.graph.low ?? []), ...(made?.graph.high ?? [])]).toEqual([0, 1]);
});

test.each([
  ['first', 0],
  ['last', 1],
])(
  'a record that is shared among its parties counts anew for all of them if its %s tie is different',
  (_, changed) => {
    const ties = [tieOf(0, 1), tieOf(2, 3)];
    // Three parties instead of four.
    const fewer = ties.map((one, index) => (index === changed ? tieOf(1, 2) : one));
    const others = { 3: [tieOf(1, 4)], 7: [tieOf(0, 4)] };
    const made = followed(
      partnerships({ ...others, 5: ties }),
      partnerships({ ...others, 5: fewer }),
      { ...WHOLE, weighting: 'FRACTIONAL' },
    );
    expect([...(made?.graph.weights ?? [])].sort()).toEqual([1 / 2, 1 / 2, 1, 1]);
  },
);
