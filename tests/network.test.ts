import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../src/domain/ids.js';
import { removeDataSetFolders } from './support/data-set-folder.js';
import { storeSmallNetwork } from './support/small-network.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('EMPTY', { cost: 200_000 });
  await storeSmallNetwork(platform.database);
});
afterAll(async () => {
  await platform.close();
  removeDataSetFolders();
});

interface Edge {
  readonly from: { readonly organization: { readonly slug: string } };
  readonly to: { readonly organization: { readonly slug: string } };
  readonly weight: number;
}

const named = ({ from, to, weight }: Edge) =>
  `${[from.organization.slug, to.organization.slug].sort().join('—')} ${weight}`;
const LINK = 'from { organization { slug } } to { organization { slug } } weight';

async function edges(args: string): Promise<string[]> {
  const { data } = await platform.succeed(`{ network(${args}) { edges { ${LINK} } } }`);
  return data.network.edges.map(named).sort();
}

async function ask(fields: string, args = '') {
  const { data } = await platform.succeed(`{ network${args} { ${fields} } }`);
  return data.network;
}

async function codeOf(fields: string, args = ''): Promise<unknown> {
  const { errors } = await platform.ask(`{ network${args} { ${fields} } }`);
  return errors?.map(({ extensions }) => [extensions?.code, extensions?.inputPath]);
}

describe('the ties of a network', () => {
  test.each([
    [
      'MEMBERSHIP',
      [
        'a-one—alpha 1',
        'alpha—both 1',
        'alpha—union 1',
        'b-one—beta 1',
        'beta—both 1',
        'beta—union 1',
      ],
    ],
    ['PARTNERSHIP', ['alpha—beta 2', 'alpha—fund 1', 'beta—fund 1']],
    ['JOINT_INITIATIVE', ['a-one—b-one 1']],
    ['FUNDING', ['alpha—fund 1']],
    ['BOARD_SEAT', ['alpha—union 1']],
  ])('by %s are the recorded ones', async (kind, expected) => {
    expect(await edges(`ties: ${kind}`)).toEqual(expected);
  });

  test('of several kinds form one edge with the sum of their weights', async () => {
    expect(await edges('ties: [PARTNERSHIP, FUNDING]')).toContain('alpha—fund 2');
    expect(
      await edges('ties: [PARTNERSHIP, FUNDING], weights: [{ kind: FUNDING, weight: 2.5 }]'),
    ).toEqual(['alpha—beta 2', 'alpha—fund 3.5', 'beta—fund 1']);
  });

  test.each([
    ['2011-12-31', ['a-one—alpha 1', 'alpha—both 1']],
    [
      '2012-03-01',
      [
        'a-one—alpha 1',
        'alpha—beta 1',
        'alpha—both 1',
        'alpha—fund 1',
        'b-one—beta 1',
        'beta—fund 1',
      ],
    ],
    // Of the end only the month is known; what begins in July is not yet there.
    [
      '2015-06-30',
      ['a-one—alpha 1', 'alpha—both 1', 'alpha—union 2', 'b-one—beta 1', 'beta—union 1'],
    ],
    [
      '2015-07-01',
      ['a-one—alpha 1', 'alpha—union 2', 'b-one—beta 1', 'beta—both 1', 'beta—union 1'],
    ],
    // Both take part only from 2016 on; the grant is of 2017 and 2018.
    [
      '2018-12-31',
      [
        'a-one—alpha 1',
        'a-one—b-one 1',
        'alpha—beta 1',
        'alpha—fund 1',
        'alpha—union 2',
        'b-one—beta 1',
        'beta—both 1',
        'beta—union 1',
      ],
    ],
  ])('as of %s are the ones in force', async (day, expected) => {
    expect(await edges(`asOf: "${day}"`)).toEqual(expected);
  });

  test('state their record, period and source', async () => {
    const { edges: found } = await ask(
      `edges { fromKey kinds tieCount ties { kind since until source { slug }
         record { __typename ... on Partnership { slug } ... on Grant { identifier } } } }`,
      '(filter: { slug: { in: ["alpha", "fund"] } })',
    );
    expect(found).toEqual([
      expect.objectContaining({
        kinds: ['PARTNERSHIP', 'FUNDING'],
        tieCount: 2,
        ties: [
          {
            kind: 'PARTNERSHIP',
            since: '2012-03',
            until: '2014',
            source: { slug: 'a-source' },
            record: { __typename: 'Partnership', slug: 'trio' },
          },
          {
            kind: 'FUNDING',
            since: '2017-02',
            until: '2018',
            source: { slug: 'a-source' },
            record: { __typename: 'Grant', identifier: 'grant-1' },
          },
        ],
      }),
    ]);
  });
});

describe('a network', () => {
  test('has the organizations that match the filter, with all their fields', async () => {
    const { graph, nodes } = await ask(
      'graph { nodeCount edgeCount filter } nodes { kind degree organization { slug region { code } ... on Cluster { members { totalCount } } } }',
      '(filter: { region: { in: ["RS12"] } }, ties: [MEMBERSHIP])',
    );
    expect(graph).toEqual({ nodeCount: 3, edgeCount: 2, filter: '{"region":{"in":["RS12"]}}' });
    expect(nodes[0]).toEqual({
      kind: 'CLUSTER',
      degree: 2,
      organization: { slug: 'alpha', region: { code: 'RS12' }, members: { totalCount: 2 } },
    });
    expect(
      nodes.map(({ organization }: { organization: { slug: string } }) => organization.slug).sort(),
    ).toEqual(['a-one', 'alpha', 'both']);
  });

  test('includes organizations without a tie, unless they are excluded', async () => {
    const count = async (args: string) => (await ask('graph { nodeCount }', args)).graph.nodeCount;
    expect(await count('')).toBe(8);
    expect(await count('(isolates: false)')).toBe(7);
    expect(await count('(ties: [FUNDING], isolates: false)')).toBe(2);
  });

  test('returns the heaviest nodes and edges up to the limit, and counts the rest', async () => {
    const {
      nodes,
      edges: shown,
      cut,
    } = await ask(
      `nodes { organization { slug } } edges { ${LINK} } cut { nodeCount edgeCount }`,
      '(first: 3)',
    );
    expect(
      nodes.map(({ organization }: { organization: { slug: string } }) => organization.slug),
    ).toEqual(
      // What their edges weigh: alpha 9, beta 6, and of those with 3 the one with the first id.
      ['alpha', 'beta', expect.any(String)],
    );
    expect(shown.length + cut.edgeCount).toBe(10);
    expect(cut.nodeCount).toBe(5);
  });

  test('needs the same number of statements for many nodes as for few', async () => {
    const statements = async (limit: number) =>
      (
        await platform.succeed(
          `{ network(first: ${limit}) { nodes { pageRank community { name } organization { name sectors { nodes { code } } } }
             edges { from { organization { name } } ties { record { id } source { title } } } } }`,
        )
      ).sql.length;
    const few = await statements(2);
    expect(few).toBeGreaterThan(3);
    // Of each kind of record that the ties lead to there is one more.
    expect(await statements(3)).toBeLessThanOrEqual(few + 4);
    expect(await statements(8)).toBe(await statements(7));
  });

  test('without nodes has empty results and no errors', async () => {
    const answer = await ask(
      `graph { nodeCount organizationCount } stats { density averageDegree averageClustering componentCount assortativityByKind degrees { size } }
       nodes { betweenness } edges { weight } communities { name } modularity brokers { value }
       suggestions { score } neighbourhood(node: "alpha") { distances { size } } between(from: "alpha", to: "beta") { distance }
       history(from: "2012-01-01", to: "2013-06-30") { nodeCount density }`,
      '(filter: { country: { in: ["XX"] } })',
    );
    expect(answer).toEqual({
      graph: { nodeCount: 0, organizationCount: 0 },
      stats: {
        density: null,
        averageDegree: null,
        averageClustering: null,
        componentCount: 0,
        assortativityByKind: null,
        degrees: [],
      },
      nodes: [],
      edges: [],
      communities: [],
      modularity: null,
      brokers: [],
      suggestions: [],
      neighbourhood: null,
      between: null,
      history: [
        { nodeCount: 0, density: null },
        { nodeCount: 0, density: null },
      ],
    });
  });

  test('with a partnership of many parties ties only its coordinator to the others, and says so', async () => {
    const crowd = await openTestPlatform('SYNTHETIC');
    try {
      await crowd.database.dataSource.query('DELETE FROM partnership');
      await crowd.database.dataSource.query(`WITH made AS (
        INSERT INTO partnership (id, source_id, slug, title, kind, status)
        SELECT '01900000-0000-8005-8000-000000000001', id, 'crowd', 'Crowd', 'NETWORK', 'CURRENT' FROM source LIMIT 1
        RETURNING id)
        INSERT INTO partnership_party (partnership_id, organization_id, role)
        SELECT made.id, o.id, CASE o.slug WHEN 'synthetic-cluster-1' THEN 'COORDINATOR' ELSE 'PARTY' END
        FROM made, organization o WHERE o.slug LIKE 'synthetic-c%' ORDER BY o.slug LIMIT 40`);
      const { data } = await crowd.succeed(
        `{ network(ties: PARTNERSHIP, isolates: false) {
             graph { nodeCount edgeCount condensedCount } brokers(by: DEGREE, first: 1) { value node { organization { slug } } } } }`,
      );
      const { graph, brokers } = data.network;
      expect(graph).toEqual({ nodeCount: 40, edgeCount: 39, condensedCount: 1 });
      expect(brokers).toEqual([
        { value: 39, node: { organization: { slug: 'synthetic-cluster-1' } } },
      ]);
    } finally {
      await crowd.close();
    }
  });
});

describe('a network of groups', () => {
  test('of clusters sums the ties of their members', async () => {
    const {
      nodes,
      edges: between,
      graph,
    } = await ask(
      'graph { outsideCount } nodes { name organizationCount innerWeight } edges { weight tieCount }',
      '(level: CLUSTER)',
    );
    expect(nodes).toEqual(
      expect.arrayContaining([
        { name: 'alpha', organizationCount: 3, innerWeight: expect.any(Number) },
        { name: 'beta', organizationCount: 3, innerWeight: expect.any(Number) },
      ]),
    );
    // The partnerships, 2; a-one with b-one, 1; `both` is in both: with alpha 1, with beta 1.
    expect(between).toEqual([{ weight: 5, tieCount: 5 }]);
    expect(graph.outsideCount).toBe(3);
  });

  test('of clusters as of a day uses the members of that day', async () => {
    const { edges: between } = await ask(
      'edges { weight }',
      '(level: CLUSTER, asOf: "2016-06-30")',
    );
    // The partnership and the initiative: `both` is in beta only.
    expect(between).toEqual([{ weight: 2 }]);
  });

  test('of sectors or regions has them as nodes', async () => {
    const sectors = await ask(
      'nodes { name organizationCount kind sector { code } organization { slug } }',
      '(level: SECTOR)',
    );
    expect(sectors.nodes).toEqual(
      expect.arrayContaining([
        {
          name: 'Information',
          organizationCount: 2,
          kind: null,
          sector: { code: 'J' },
          organization: null,
        },
        {
          name: 'Manufacturing',
          organizationCount: 2,
          kind: null,
          sector: { code: 'C' },
          organization: null,
        },
      ]),
    );
    const regions = await ask(
      'graph { outsideCount } nodes { name organizationCount region { code } } edges { weight } between(from: "RS12", to: "RS11") { distance }',
      '(level: REGION, ties: MEMBERSHIP)',
    );
    expect(regions).toEqual({
      graph: { outsideCount: 1 },
      nodes: expect.arrayContaining([
        { name: 'Vojvodina', organizationCount: 3, region: { code: 'RS12' } },
        { name: 'Beograd', organizationCount: 4, region: { code: 'RS11' } },
      ]),
      // alpha—union, both—beta
      edges: [{ weight: 2 }],
      between: { distance: 1 },
    });
    const countries = await ask('nodes { organizationCount }', '(level: REGION, regionLevel: 0)');
    expect(countries.nodes).toEqual([{ organizationCount: 7 }]);
  });
});

describe('the neighborhood of a node', () => {
  test('has the nodes that can be reached within the depth, the nearest first', async () => {
    const { neighbourhood } = await ask(
      `neighbourhood(node: "a-one", depth: 2) { distances { size count } nodes { distance node { name } } edges { weight } cut { nodeCount edgeCount } }`,
      '(ties: MEMBERSHIP)',
    );
    expect(neighbourhood.distances).toEqual([
      { size: 1, count: 1 },
      { size: 2, count: 2 },
    ]);
    expect(neighbourhood.nodes[0]).toEqual({ distance: 1, node: { name: 'alpha' } });
    expect(neighbourhood.nodes).toHaveLength(3);
    expect(neighbourhood.edges).toHaveLength(3);
    expect(neighbourhood.cut).toEqual({ nodeCount: 0, edgeCount: 0 });
  });

  test('begins with the node itself if it is asked for, beyond the limit', async () => {
    const { neighbourhood } = await ask(
      'neighbourhood(node: "a-one", depth: 2, first: 1, includeCenter: true) { distances { count } nodes { distance node { name degree betweenness } } cut { nodeCount } }',
      '(ties: MEMBERSHIP)',
    );
    expect(neighbourhood.nodes).toEqual([
      { distance: 0, node: { name: 'a-one', degree: 1, betweenness: 0 } },
      { distance: 1, node: expect.objectContaining({ name: 'alpha' }) },
    ]);
    expect(neighbourhood.distances).toEqual([{ count: 1 }, { count: 2 }]);
    expect(neighbourhood.cut).toEqual({ nodeCount: 2 });
  });

  test('is limited, and counts what is left out', async () => {
    const { neighbourhood } = await ask(
      'neighbourhood(node: "a-one", depth: 2, first: 1) { nodes { node { name } } edges { weight } cut { nodeCount edgeCount } }',
      '(ties: MEMBERSHIP)',
    );
    expect(neighbourhood).toEqual({
      nodes: [{ node: { name: 'alpha' } }],
      edges: [{ weight: 1 }],
      cut: { nodeCount: 2, edgeCount: 2 },
    });
  });
});

describe('the paths between two nodes', () => {
  test('are all shortest paths, with the ties of each step and their sources', async () => {
    const { between } = await ask(
      `between(from: "a-one", to: "union") { isConnected distance pathCount
        paths { stepCount length hops { ${LINK} ties { kind record { __typename } source { title } } } } }`,
      '(ties: [MEMBERSHIP, BOARD_SEAT])',
    );
    expect(between).toMatchObject({ isConnected: true, distance: 2, pathCount: 1 });
    expect(between.paths[0].hops.map((hop: Edge) => hop.from.organization.slug)).toEqual([
      'a-one',
      'alpha',
    ]);
    expect(between.paths[0].hops[1].ties).toEqual([
      {
        kind: 'MEMBERSHIP',
        record: { __typename: 'Membership' },
        source: { title: 'About a-source' },
      },
      { kind: 'BOARD_SEAT', record: { __typename: 'Seat' }, source: { title: 'About a-source' } },
    ]);
  });

  test('can be several, and come with the common partners', async () => {
    const { between } = await ask(
      `between(from: "union", to: "both") { pathCount commonPartnerCount commonPartners { name }
         all: paths { stepCount } one: paths(first: 1) { stepCount } }`,
      '(ties: MEMBERSHIP)',
    );
    expect(between).toEqual({
      pathCount: 2,
      commonPartnerCount: 2,
      commonPartners: expect.arrayContaining([{ name: 'alpha' }, { name: 'beta' }]),
      all: [{ stepCount: 2 }, { stepCount: 2 }],
      one: [{ stepCount: 2 }],
    });
  });

  test('prefer heavy edges if weights count', async () => {
    const { between } = await ask(
      'between(from: "union", to: "fund", weighted: true) { distance pathCount paths { length hops { toKey weight } } }',
    );
    // Over alpha, with two ties at each step; over beta there is one.
    expect(between).toMatchObject({ distance: 1, pathCount: 1 });
    expect(between.paths[0].hops.map(({ weight }: Edge) => weight)).toEqual([2, 2]);
  });

  test('are empty if there is no path, and null for an unknown node', async () => {
    const { lonely, itself, gone, unknown } = await ask(
      `lonely: between(from: "alpha", to: "alone") { isConnected distance pathCount paths { stepCount } }
       itself: between(from: "alpha", to: "alpha") { distance pathCount paths { stepCount hops { weight } } }
       gone: between(from: "alpha", to: "${newId('Organization')}") { distance }
       unknown: neighbourhood(node: "nobody") { distances { size } }`,
    );
    expect(lonely).toEqual({ isConnected: false, distance: null, pathCount: 0, paths: [] });
    expect(itself).toEqual({ distance: 0, pathCount: 1, paths: [{ stepCount: 0, hops: [] }] });
    expect([gone, unknown]).toEqual([null, null]);
  });
});

describe('suggestions', () => {
  test('are pairs with common partners and no tie, with the reasons', async () => {
    const { suggestions } = await ask(
      `suggestions(by: COMMON_NEIGHBOURS, node: "union") { score commonCount second { name } common { name } }`,
      '(ties: [MEMBERSHIP])',
    );
    expect(suggestions[0]).toEqual({
      score: 2,
      commonCount: 2,
      second: { name: 'both' },
      common: expect.arrayContaining([{ name: 'alpha' }, { name: 'beta' }]),
    });
    expect(suggestions).toHaveLength(3);
  });

  test('can be limited by a filter, or to pairs of which one offers what the other needs', async () => {
    const found = await ask(
      `inRegion: suggestions(filter: { region: { in: ["RS11"] } }) { first { name } second { name } }
       matching: suggestions(matchingOffers: true) { first { organization { slug } } second { organization { slug } }
         offers { need { slug } offer { slug } } }`,
      '(ties: [MEMBERSHIP])',
    );
    const names = found.inRegion.flatMap(
      ({ first, second }: { first: { name: string }; second: { name: string } }) => [
        first.name,
        second.name,
      ],
    );
    expect(names.sort()).toEqual(['B "one" <&>, Ниш', 'union']);
    expect(found.matching).toHaveLength(1);
    expect(found.matching[0].offers).toEqual([
      { need: { slug: 'needs-software' }, offer: { slug: 'offers-code' } },
    ]);
  });
});

describe('the history', () => {
  test('has the network at the end of each year and on the last day', async () => {
    const { history } = await ask(
      'history(from: "2010-01-01", to: "2012-06-30") { day nodeCount edgeCount componentCount density addedCount endedCount }',
      '(asOf: "2020-01-01")',
    );
    expect(history).toEqual([
      {
        day: '2010-12-31',
        nodeCount: 3,
        edgeCount: 2,
        componentCount: 1,
        density: 2 / 28,
        addedCount: 2,
        endedCount: 0,
      },
      {
        day: '2011-12-31',
        nodeCount: 3,
        edgeCount: 2,
        componentCount: 1,
        density: 2 / 28,
        addedCount: 0,
        endedCount: 0,
      },
      {
        day: '2012-06-30',
        nodeCount: 6,
        edgeCount: 6,
        componentCount: 1,
        density: 6 / 28,
        addedCount: 4,
        endedCount: 0,
      },
    ]);
  });

  test('has what appeared and disappeared between two days', async () => {
    const { changes } = await ask(
      `changes(from: "2014-12-31", to: "2015-12-31") { addedCount endedCount added { ${LINK} } ended { ${LINK} ties { until } } }`,
    );
    expect(changes.added.map(named)).toEqual(['beta—both 1']);
    expect(changes.ended.map(named).sort()).toEqual([
      'alpha—beta 2',
      'alpha—both 1',
      'alpha—fund 2',
      'beta—fund 1',
    ]);
    expect([changes.addedCount, changes.endedCount]).toEqual([1, 4]);
  });
});

describe('invalid arguments are refused', () => {
  test.each([
    ['neighbourhood(node: "alpha", depth: 99) { distances { size } }', '', 'depth'],
    ['neighbourhood(node: "alpha", first: 999999) { distances { size } }', '', 'first'],
    ['neighbourhood(node: "not an id!") { distances { size } }', '', 'node'],
    ['graph { version }', '(first: 5001)', 'first'],
    ['graph { version }', '(ties: [])', 'ties'],
    ['graph { version }', '(regionLevel: 4)', 'regionLevel'],
    ['history(from: "2012-01-01", to: "2011-01-01") { day }', '', 'to'],
    ['history(from: "0001-01-01", to: "2011-01-01") { day }', '', 'from'],
    ['history(from: "2010-01-01", to: "2011-01-01") { day }', '(level: CLUSTER)', 'level'],
    ['suggestions { score }', '(level: REGION)', 'level'],
    ['brokers(filter: { slug: { in: ["x"] } }) { value }', '(level: REGION)', 'filter'],
  ])('%s %s', async (fields, args, argument) => {
    expect(await codeOf(fields, args)).toEqual([['BAD_USER_INPUT', [argument]]]);
  });

  test('a weight of zero', async () => {
    expect(await codeOf('graph { version }', '(weights: [{ kind: FUNDING, weight: 0 }])')).toEqual([
      ['BAD_USER_INPUT', ['weights', 0, 'weight']],
    ]);
  });

  test('a query whose requested limits cost too much', async () => {
    const cost = async (text: string) =>
      (await platform.ask(`{ ${text} }`)).extensions?.cost as { requested: number };
    const small = (await cost('network(first: 10) { nodes { name organization { name } } }'))
      .requested;
    const large = (await cost('network(first: 1000) { nodes { name organization { name } } }'))
      .requested;
    // The network has 8 organizations, so no answer has more.
    expect(large).toBe(small);
    const { errors } = await platform.ask(
      'query ($n: Int!) { network { suggestions(first: $n) { offers { need { slug sectors(first: 100) { nodes { title organizations(first: $n) { nodes { name } } } } } } } } }',
      { n: 200 },
    );
    expect(errors?.[0]?.extensions?.code).toBe('QUERY_TOO_COSTLY');
  });
});
