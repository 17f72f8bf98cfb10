import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadDataSet } from '../src/data-set/load-data-set.js';
import { pairsOf, TIE } from '../src/network/pairs.js';
import {
  dataSetFolder,
  record,
  removeDataSetFolders,
  type Fields,
} from './support/data-set-folder.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

/** The ties of the partnership graph are those that hold: on which days, between whom, and how often they count. */

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('EMPTY');
  const ended = (since: string, until: string): Fields => ({ since, until, status: 'ENDED' });
  const joins = (organization: string, fields: Fields) => ({
    organization,
    role: 'PARTNER',
    status: 'CURRENT',
    ...fields,
  });
  await loadDataSet(
    platform.database,
    dataSetFolder({
      sources: [record.source('a-source')],
      organizations: [
        ...['a', 'b', 'x', 'z', 'n', 'c1', 'c2'].map((slug) =>
          record.organization('Cluster', slug),
        ),
        ...['p', 'q', 'r'].map((slug) => record.organization('Company', slug)),
      ],
      memberships: [
        record.membership('p', 'c1', { since: '2001' }),
        record.membership('p', 'c2', { since: '2001' }),
        record.membership('q', 'c1', { since: '2001' }),
        record.membership('q', 'c2', ended('2001', '2009')),
        // Its start is unknown.
        record.membership('r', 'c2', {}),
      ],
      partnerships: [
        record.partnership('pair', ['p', 'q'], { since: '2005' }),
        record.partnership('five', ['a', 'b', 'x', 'z', 'n'], { since: '2015' }),
        record.partnership('two', ['a', 'b'], { since: '2016' }),
      ],
      persons: [record.person('one'), record.person('two')],
      seats: [
        record.seat('one', 'a', ended('2000', '2005')),
        record.seat('one', 'a', { ...ended('2015', '2020'), role: 'CHAIRPERSON' }),
        record.seat('one', 'b', ended('2008', '2010')),
        record.seat('two', 'x', { since: '2012', nominatedBy: 'n' }),
        record.seat('two', 'z', { since: '2012' }),
      ],
      initiatives: [
        record.initiative('lab', {
          participants: [
            joins('a', { ...ended('2001', '2003') }),
            joins('a', { ...ended('2011', '2012'), role: 'LEAD' }),
            joins('c2', { ...ended('2006', '2007') }),
            joins('b', { ...ended('2002', '2011') }),
          ],
        }),
      ],
    }),
  );
});
afterAll(async () => {
  await platform.close();
  removeDataSetFolders();
});

interface Edge {
  readonly from: { readonly name: string };
  readonly to: { readonly name: string };
  readonly weight: number;
  readonly tieCount: number;
  readonly ties: readonly { readonly record: { readonly id: string } }[];
}

async function network(args: string, fields: string) {
  return (await platform.succeed(`{ network(${args}) { ${fields} } }`)).data.network;
}

async function pairs(args: string): Promise<string[]> {
  const { edges } = await network(
    `${args}, isolates: false`,
    'edges { from { name } to { name } weight }',
  );
  return (edges as Edge[])
    .map(({ from, to, weight }) => `${[from.name, to.name].sort().join('–')} ${String(weight)}`)
    .sort();
}

describe('a tie between two bodies of a person', () => {
  test('is in force only while the person is in both', async () => {
    expect(await pairs('ties: BOARD_SEAT')).toEqual(['n–x 1', 'x–z 1']);
    expect(await pairs('ties: BOARD_SEAT, asOf: "2009-01-01"')).toEqual([]);
  });

  test('joins a nominator with the body of that seat only', async () => {
    expect(await pairs('ties: BOARD_SEAT, asOf: "2014-01-01"')).toEqual(['n–x 1', 'x–z 1']);
  });
});

describe('a tie by an initiative', () => {
  test('has each period in which both take part', async () => {
    expect(await pairs('ties: JOINT_INITIATIVE')).toEqual(['a–b 1', 'b–c2 1']);
    const on = (day: string) => pairs(`ties: JOINT_INITIATIVE, asOf: "${day}"`);
    expect(await on('2003-12-31')).toEqual(['a–b 1']);
    expect(await on('2005-01-01')).toEqual([]);
    expect(await on('2006-06-01')).toEqual(['b–c2 1']);
    expect(await on('2011-06-01')).toEqual(['a–b 1']);
    const { edges } = await network(
      'ties: JOINT_INITIATIVE',
      'edges { from { name } to { name } ties { since until periods { since until } } }',
    );
    expect(edges.find(({ from, to }: Edge) => [from.name, to.name].includes('a')).ties).toEqual([
      {
        since: '2002',
        until: '2011',
        periods: [
          { since: '2002', until: '2003' },
          { since: '2011', until: '2011' },
        ],
      },
    ]);
  });
});

describe('between two clusters', () => {
  test('a record counts once, however many members it joins', async () => {
    const { edges, graph } = await network(
      'ties: PARTNERSHIP, level: CLUSTER, filter: { slug: { in: ["p", "q", "c1", "c2"] } }',
      'graph { tieCount } edges { weight tieCount ties { record { id } } }',
    );
    expect(graph).toEqual({ tieCount: 1 });
    expect(edges).toMatchObject([{ weight: 1, tieCount: 1, ties: [{}] }]);
    expect(edges[0].ties).toHaveLength(1);
  });

  test.each(['', 'asOf: "2008-01-01", ', 'asOf: "2018-01-01", '])(
    'are the records between their members, as the organizations have them (%s)',
    async (day) => {
      const fields = 'edges { from { name } to { name } ties { record { id } } }';
      const groupsOf: Record<string, string[]> = {
        p: ['c1', 'c2'],
        q: day.includes('2018') ? ['c1'] : ['c1', 'c2'],
      };
      for (const cluster of ['a', 'b', 'x', 'z', 'n', 'c1', 'c2']) groupsOf[cluster] = [cluster];
      if (day === '') groupsOf.r = ['c2'];
      const recordsBetween = (edges: readonly Edge[], of: (name: string) => readonly string[]) => {
        const records = new Map<string, Set<string>>();
        for (const { from, to, ties } of edges) {
          for (const left of of(from.name)) {
            for (const right of of(to.name)) {
              if (left === right) continue;
              const pair = [left, right].sort().join('–');
              const known = records.get(pair) ?? new Set();
              records.set(pair, known);
              for (const tie of ties) known.add(tie.record.id);
            }
          }
        }
        return Object.fromEntries(
          [...records].sort().map(([pair, ids]) => [pair, [...ids].sort()]),
        );
      };
      const organizations = await network(`${day}first: 100`, fields);
      const clusters = await network(`${day}level: CLUSTER, first: 100`, fields);
      expect(recordsBetween(clusters.edges, (name) => [name])).toEqual(
        recordsBetween(organizations.edges, (name) => groupsOf[name] ?? []),
      );
    },
  );
});

describe('the weight', () => {
  test('of a record is shared by its parties, if it is fractional', async () => {
    expect(
      await pairs(
        'ties: PARTNERSHIP, weightBy: FRACTIONAL, filter: { slug: { in: ["a", "b", "x", "z", "n"] } }',
      ),
    ).toContain('a–b 1.25');
    const { graph } = await network('weightBy: FRACTIONAL', 'graph { weightBy }');
    expect(graph).toEqual({ weightBy: 'FRACTIONAL' });
  });

  test.each([
    [
      'weights: [{ kind: MEMBERSHIP, weight: 1 }, { kind: MEMBERSHIP, weight: 2 }]',
      ['weights', 1, 'kind'],
    ],
    ['weights: [{ kind: MEMBERSHIP, weight: 1e-300 }]', ['weights', 0, 'weight']],
    ['asOf: "2010-01-01", from: "2009-01-01"', ['asOf']],
    ['from: "2010-01-01", to: "2009-01-01"', ['to']],
    ['weightBy: AMOUNT', ['currency']],
    ['currency: "EUR"', ['currency']],
    ['weightBy: AMOUNT, currency: "EUR", ties: MEMBERSHIP', ['ties']],
  ])('is refused with %s', async (args, inputPath) => {
    const { errors } = await platform.ask(`{ network(${args}) { graph { edgeCount } } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', inputPath } }]);
  });
});

describe('undated ties', () => {
  const GRAPH = 'graph { edgeCount undatedEdges undated }';

  test('count without a day, and only if they are asked for with one', async () => {
    const of = async (args: string) => (await network(`ties: MEMBERSHIP${args}`, GRAPH)).graph;
    expect(await of('')).toEqual({ edgeCount: 5, undatedEdges: 1, undated: 'INCLUDE' });
    expect(await of(', asOf: "2010-01-01"')).toEqual({
      edgeCount: 3,
      undatedEdges: 1,
      undated: 'EXCLUDE',
    });
    expect(await of(', asOf: "2010-01-01", undated: INCLUDE')).toEqual({
      edgeCount: 4,
      undatedEdges: 1,
      undated: 'INCLUDE',
    });
    expect(await of(', from: "2001-01-01", to: "2008-12-31"')).toEqual({
      edgeCount: 4,
      undatedEdges: 1,
      undated: 'EXCLUDE',
    });
    expect(await of(', undated: EXCLUDE')).toEqual({
      edgeCount: 4,
      undatedEdges: 1,
      undated: 'EXCLUDE',
    });
  });

  test('are counted apart at each moment of the history', async () => {
    const history = async (args: string) =>
      (
        await network(
          `ties: MEMBERSHIP${args}`,
          'history(from: "1900-01-01", to: "1901-12-31") { nodeCount edgeCount undatedEdges }',
        )
      ).history[0];
    expect(await history('')).toEqual({ nodeCount: 0, edgeCount: 0, undatedEdges: 1 });
    expect(await history(', undated: INCLUDE')).toEqual({
      nodeCount: 2,
      edgeCount: 1,
      undatedEdges: 1,
    });
  });

  test.each(['true', 'false'])('leave one density for one day (isolates: %s)', async (isolates) => {
    const { stats, history } = await network(
      `asOf: "2009-06-30", isolates: ${isolates}`,
      'stats { density } history(from: "2009-06-30", to: "2009-06-30") { density }',
    );
    expect(history).toEqual([stats]);
    expect(stats.density).toBeGreaterThan(0);
  });
});

test('members of a cluster are those of the day', async () => {
  const nodes = async (args: string) =>
    (await network(`filter: { memberOf: { eq: "c2" } }${args}`, 'nodes { name }')).nodes
      .map(({ name }: { name: string }) => name)
      .sort();
  expect(await nodes('')).toEqual(['p', 'q', 'r']);
  expect(await nodes(', asOf: "2012-01-01"')).toEqual(['p', 'r']);
  expect(await nodes(', from: "2009-06-01", to: "2012-01-01"')).toEqual(['p', 'q', 'r']);
});

test('equal values share a rank', async () => {
  const { brokers } = await network(
    'ties: PARTNERSHIP, isolates: false',
    'brokers(by: DEGREE, first: 7) { rank value }',
  );
  expect(brokers).toEqual([
    ...Array.from({ length: 5 }, () => ({ rank: 1, value: 4 })),
    ...Array.from({ length: 2 }, () => ({ rank: 6, value: 1 })),
  ]);
});

describe('nodes by metrics', () => {
  test('are ordered by one, and filtered by others', async () => {
    const { nodes } = await network(
      'ties: PARTNERSHIP',
      'nodes(orderBy: BETWEENNESS, where: [{ metric: DEGREE, gte: 1, lte: 3 }]) { name degree }',
    );
    const names = nodes.map(
      ({ name, degree }: Record<string, unknown>) => `${String(name)} ${String(degree)}`,
    );
    expect(names.sort()).toEqual(['p 1', 'q 1']);
  });

  test('cost what the metrics cost, however they are asked for', async () => {
    const costOf = async (fields: string): Promise<number> => {
      const { extensions } = await platform.succeed(`{ network { ${fields} } }`);
      return (extensions?.cost as { requested: number }).requested;
    };
    const plain = await costOf('nodes { name }');
    const shown = (await costOf('nodes { name betweenness }')) - plain;
    expect(shown).toBeGreaterThan(0);
    for (const fields of [
      'nodes(orderBy: BETWEENNESS) { name }',
      'nodes(where: [{ metric: BETWEENNESS, gte: 0 }, { metric: BETWEENNESS, lte: 1 }]) { name }',
    ]) {
      expect((await costOf(fields)) - plain).toBeGreaterThan(shown * 0.9);
    }
    const byDegree = await costOf('centralNodes(by: DEGREE) { value }');
    expect(await costOf('centralNodes(by: BETWEENNESS) { value }')).toBeGreaterThan(byDegree);
  });

  test('are refused with too many bounds', async () => {
    const where = Array.from({ length: 21 }, () => ({ metric: 'DEGREE', gte: 1 }));
    const { data, errors } = await platform.ask(
      'query ($where: [NetworkMetricFilter!]) { network { graph { edgeCount } nodes(where: $where) { name } } }',
      { where },
    );
    expect(errors).toMatchObject([
      { path: ['network', 'nodes'], extensions: { code: 'BAD_USER_INPUT', inputPath: ['where'] } },
    ]);
    expect(data.network).toMatchObject({ nodes: null, graph: {} });
  });
});

test('communities keep the numbers that they had on another day', async () => {
  const groups = async (args: string) => {
    const { communities } = await network(
      `ties: PARTNERSHIP, isolates: false${args}`,
      'communities { number members { name } }',
    );
    return Object.fromEntries(
      communities.map(({ number, members }: { number: number; members: { name: string }[] }) => [
        number,
        members.map(({ name }) => name).sort(),
      ]),
    );
  };
  const five = ['a', 'b', 'n', 'x', 'z'];
  // Until 2015, there is only the pair; then the five are the larger community.
  expect(await groups(', asOf: "2010-01-01"')).toEqual({ 1: ['p', 'q'] });
  expect(await groups(', asOf: "2018-01-01"')).toEqual({ 1: five, 2: ['p', 'q'] });
  expect(await groups(', asOf: "2018-01-01", communitiesAsOf: "2010-01-01"')).toEqual({
    1: ['p', 'q'],
    2: five,
  });
});

describe('a directed network', () => {
  test('leads from the member to the group, and both ways between partners', async () => {
    const { nodes, edges, graph } = await network(
      'ties: [MEMBERSHIP, PARTNERSHIP], directed: true, filter: { slug: { in: ["p", "q", "c1"] } }',
      'graph { directed edgeCount } nodes { name inDegree outDegree } edges { from { name } to { name } isDirected weight tieCount kinds }',
    );
    expect(graph).toEqual({ directed: true, edgeCount: 3 });
    const degrees = nodes.map(
      ({ name, inDegree, outDegree }: Record<string, unknown>) =>
        `${String(name)} ${String(inDegree)} ${String(outDegree)}`,
    );
    expect(degrees.sort()).toEqual(['c1 2 0', 'p 1 2', 'q 1 2']);
    const arcs = (edges as (Edge & { kinds: string[]; isDirected: boolean })[]).map(
      ({ from, to, kinds }) => `${from.name}→${to.name} ${kinds.join()}`,
    );
    expect(arcs.sort()).toEqual([
      'p→c1 MEMBERSHIP',
      'p→q PARTNERSHIP',
      'q→c1 MEMBERSHIP',
      'q→p PARTNERSHIP',
    ]);
    expect(edges).toEqual(
      Array.from({ length: 4 }, () =>
        expect.objectContaining({ isDirected: true, weight: 1, tieCount: 1 }),
      ),
    );
  });
});

describe('ties by parties', () => {
  const day = fc.integer({ min: 20000100, max: 20000120 });
  const party = fc.record({
    organization: fc.nat(4),
    from: fc.oneof(day, fc.constant(0)),
    length: fc.nat(8),
  });

  test('are in force on the days on which both are there', () => {
    fc.assert(
      fc.property(fc.array(fc.array(party, { maxLength: 6 }), { maxLength: 3 }), (records) => {
        const rows = records.flatMap((list, index) =>
          [...list]
            .sort((left, right) => left.organization - right.organization)
            .map(({ organization, from, length }) => {
              const row = new Int32Array(TIE.size);
              row[TIE.a] = organization;
              row[TIE.from] = from;
              row[TIE.to] = from === 0 ? 20000110 : from + length;
              row[TIE.record] = index;
              row[TIE.isUndated] = Number(from === 0);
              return row;
            }),
        );
        const parties = Int32Array.from(rows.flatMap((row) => [...row]));
        const { ties } = pairsOf(parties);
        for (let on = 20000100; on <= 20000130; on += 1) {
          for (const includesUndated of [true, false]) {
            const made = new Set<string>();
            for (let place = 0; place < ties.length; place += TIE.size) {
              const value = (word: number) => ties[place + word] ?? 0;
              if (value(TIE.from) > on || value(TIE.to) < on) continue;
              if (!includesUndated && value(TIE.isUndated) === 1) continue;
              made.add([value(TIE.record), ...[value(TIE.a), value(TIE.b)].sort()].join(' '));
            }
            const there = rows.filter(
              (row) =>
                (row[TIE.from] ?? 0) <= on &&
                (row[TIE.to] ?? 0) >= on &&
                (includesUndated || row[TIE.isUndated] === 0),
            );
            const expected = new Set<string>();
            for (const one of there) {
              for (const other of there) {
                if (
                  one[TIE.record] !== other[TIE.record] ||
                  (one[TIE.a] ?? 0) >= (other[TIE.a] ?? 0)
                )
                  continue;
                expected.add([one[TIE.record], one[TIE.a], other[TIE.a]].join(' '));
              }
            }
            expect(made).toEqual(expected);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
