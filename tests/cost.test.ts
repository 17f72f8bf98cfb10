import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_LIMITS } from '../src/config.js';
import { DEFAULT_WEIGHTS, WEIGHTS } from '../src/operation/cost-weights.js';
import { openTestPlatform, type Answer, type TestPlatform } from './support/test-platform.js';

/** By one statement where an operation can be planned, and by the resolvers. */
let platform: TestPlatform;
let unplanned: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('FOUNDING');
  unplanned = await openTestPlatform('FOUNDING', {}, { isPlanning: false });
  // What is computed of the network costs by its size, which is an estimate until it has been read.
  for (const one of [platform, unplanned]) await one.succeed('{ network { graph { version } } }');
});
afterAll(async () => {
  await platform.close();
  await unplanned.close();
});

interface Cost {
  readonly requested: number;
  readonly actual: number;
  readonly limit: number;
}
const costOf = ({ extensions }: Answer<unknown>) => extensions?.cost as Cost;
const requested = async (operation: string, variables = {}) =>
  costOf(await platform.ask(operation, variables)).requested;

const { list, object, value } = DEFAULT_WEIGHTS;
const connection = (field: string) => ({ ...DEFAULT_WEIGHTS.connection, ...WEIGHTS[field] });
const organizations = connection('Query.organizations');

describe('the requested cost', () => {
  const pages = (outer: number, inner: number) =>
    `{ organizations(first: ${outer}) { nodes { name memberships(first: ${inner}) { edges { node { id } } } } } }`;

  test('is the weight of its fields per parent and per row', async () => {
    const memberships = connection('Organization.memberships');
    const page = (rows: number) => organizations.group + rows * (organizations.row + value);
    const expected: readonly (readonly [string, number])[] = [
      ['{ __typename }', 0],
      ['{ organization(slug: "scan") { name city } }', object.row + 2 * value],
      ['{ organizations { totalCount } }', organizations.group + organizations.count],
      ['{ organizations(first: 5) { nodes { id } } }', page(5)],
      [
        pages(5, 10),
        page(5) + 5 * (memberships.group + 10 * (memberships.row + object.row + value)),
      ],
    ];
    for (const [operation, points] of expected) {
      expect([operation, await requested(operation)]).toEqual([operation, Math.ceil(points)]);
    }
  });

  test('counts a page without a size as the default size', async () => {
    expect(await requested('{ organizations { nodes { id } } }')).toBe(
      await requested('{ organizations(first: 20) { nodes { id } } }'),
    );
  });

  test('counts ids, and pages from the end', async () => {
    const ids = ['a', 'b', 'c'];
    expect(await requested('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).toBe(
      Math.ceil(list.group + 3 * (list.row + value)),
    );
    expect(await requested('{ organizations(last: 7) { nodes { id } } }')).toBe(
      await requested('{ organizations(first: 7) { nodes { id } } }'),
    );
  });

  test('is higher for a filtered list, because all of it may be read', async () => {
    const filtered = await requested(
      '{ grants(filter: { title: { contains: "x" } }) { nodes { id } } }',
    );
    const whole = await requested('{ grants(filter: {}) { nodes { id } } }');
    expect(filtered - whole).toBe(connection('Query.grants').filter);
    const three = await requested(
      '{ grants(filter: { title: { contains: "x" }, or: [{ year: { eq: 1 } }, { not: { year: { eq: 2 } } }] }) { nodes { id } } }',
    );
    expect(three - whole).toBe(3 * connection('Query.grants').filter);

    const inVariable = (filter: object) =>
      requested('query ($filter: GrantFilter) { grants(filter: $filter) { nodes { id } } }', {
        filter,
      });
    const filter = (title: string) => ({ title: { contains: title } });
    const none = await inVariable({ or: [{}, {}] });
    expect((await inVariable({ or: [filter('x'), filter('y')] })) - none).toBe(
      2 * connection('Query.grants').filter,
    );

    const figures = (filter: string) =>
      requested(`{ grantTotals(filter: ${filter}) { leftOut { grantCount } } }`);
    expect((await figures('{ not: { year: { eq: 1 } } }')) - (await figures('{}'))).toBe(
      connection('Query.grants').filter,
    );
  });

  test('counts only the most expensive one of mutually exclusive fragments', async () => {
    const page = (kind: string, first: number) =>
      `... on ${kind} { memberships(first: ${first}) { nodes { id } } }`;
    const of = (...pages: string[]) =>
      requested(`{ organization(slug: "scan") { ${pages.join(' ')} } }`);
    expect(await of(page('Association', 10), page('Cluster', 4))).toBe(
      await of(page('Association', 10)),
    );
  });

  test('does not count skipped fields', async () => {
    const operation =
      'query ($all: Boolean!) { organizations(first: 100) @include(if: $all) { nodes { id } } __typename }';
    expect(await requested(operation, { all: true })).toBeGreaterThan(100);
    expect(await requested(operation, { all: false })).toBe(0);
  });

  test('depends on the days in a variable, also for a known operation', async () => {
    const operation = `query ($from: Day!) {
      network { history(from: $from, to: "2020-12-31") { day } } }`;
    const [short, long, again] = [
      await requested(operation, { from: '2019-01-01' }),
      await requested(operation, { from: '1990-01-01' }),
      await requested(operation, { from: '2019-01-01' }),
    ];
    expect(long).toBeGreaterThan(short);
    expect(again).toBe(short);
  });

  test('of a history follows the number of moments and the size of the network', async () => {
    const history = (by: string) =>
      `{ network { history(from: "2001-01-01", to: "2020-12-31", by: ${by}) { edgeCount modularity } } }`;
    const costs = await Promise.all(
      ['YEAR', 'QUARTER', 'MONTH'].map((by) => requested(history(by))),
    );
    const nothing = await requested('{ network { graph { nodeCount } } }');
    const [years, quarters, months] = costs.map((cost) => cost - nothing) as [
      number,
      number,
      number,
    ];
    // Costs are whole numbers.
    expect(Math.abs(quarters / years - 4)).toBeLessThan(1);
    expect(Math.abs(months / years - 12)).toBeLessThan(1.5);
    // The founding network is much smaller than the one that the weights were measured on.
    const { group = 0 } = WEIGHTS['NetworkMoment.modularity'] ?? {};
    const { row = 0 } = WEIGHTS['Network.history'] ?? {};
    expect(years).toBeLessThan((20 * group) / 10);
    const plain = await requested(history('YEAR').replace('modularity', ''));
    expect(plain - nothing).toBeLessThan((20 * row) / 10);
    expect(plain - nothing).toBeGreaterThan(0);
  });

  test('of a small network is small before the network has been read', async () => {
    const fresh = await openTestPlatform('FOUNDING');
    const edges =
      '{ network(first: 500) { edges { from { key } to { key } ties { kind periods { since } } } } }';
    try {
      // Refused, if it is taken for a medium network.
      const before = await fresh.succeed(edges);
      const after = await fresh.succeed(edges);
      expect(before.data.network.edges.length).toBeGreaterThan(300);
      // An estimate: as many ties as records.
      expect(costOf(before).requested).toBeLessThan(2 * costOf(after).requested);
      expect(costOf(after).requested).toBeLessThan(2 * costOf(before).requested);
    } finally {
      await fresh.close();
    }
  });

  test('grows with the page size and never shrinks', async () => {
    const size = fc.integer({ min: 0, max: 150 });
    const cost = (outer: number, inner: number) => requested(pages(outer, inner));
    await fc.assert(
      fc.asyncProperty(size, size, size, async (outer, inner, more) => {
        const [base, outerGrown, innerGrown] = await Promise.all([
          cost(outer, inner),
          cost(outer + more, inner),
          cost(outer, inner + more),
        ]);
        expect(outerGrown).toBeGreaterThanOrEqual(base);
        expect(innerGrown).toBeGreaterThanOrEqual(base);
      }),
      { numRuns: 30 },
    );
  });

  test('of a list with its own size depends on that size', async () => {
    const sectors = (first: number) =>
      requested(`{ totals { sectors(scheme: NACE_REV2, first: ${first}) { count } } }`);
    expect((await sectors(100)) - (await sectors(50))).toBe(50 * (list.row + value));
  });
});

describe('an operation over the limit', () => {
  test('is refused with its cost, the limit and the costliest paths', async () => {
    const { errors, sql } = await platform.ask(
      '{ all: organizations(first: 100) { nodes { members(first: 100) { nodes { members(first: 100) { nodes { id } } } } } } }',
    );
    const members = connection('Organization.members');
    const path = 'all.nodes.members.nodes.members';
    const costliest = [
      { path: `${path}.nodes`, points: 1_000_000 * (members.row + value) },
      { path, points: 10_000 * members.group },
    ].sort((left, right) => right.points - left.points);
    const [error] = errors ?? [];
    expect(error?.extensions).toEqual({
      code: 'QUERY_TOO_COSTLY',
      measure: 'cost',
      limit: DEFAULT_LIMITS.cost,
      value: expect.any(Number),
      costliest: [...costliest, expect.objectContaining({ points: expect.any(Number) })],
    });
    expect(error?.message).toContain(`${path}.nodes (${1_000_000 * (members.row + value)})`);
    expect(sql).toEqual([]);
  });

  test('may consist of one aggregate many times', async () => {
    const flows = (top: number) =>
      `f${top}: grantFlows(first: ${top}, currency: "EUR", through: [FUNDER, PROGRAMME, RECIPIENT, SECTOR, YEAR]) { links { amount { amount } } }`;
    const { errors, sql } = await platform.ask(
      `{ ${Array.from({ length: 30 }, (_, at) => flows(71 + at)).join(' ')} }`,
    );
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['QUERY_TOO_COSTLY']);
    expect(sql).toEqual([]);
  });
});

describe('the actual cost', () => {
  const OPERATIONS = [
    '{ associations(first: 100) { totalCount nodes { name members(first: 50) { edges { class node { name } } } } } }',
    '{ organization(slug: "none") { name } }',
    '{ organizations(first: 10) { nodes { ... on Cluster { labels { nodes { id } } } ... on Company { offers { nodes { id } } } } } }',
    '{ network(first: 500) { nodes { name } edges { weight } } }',
  ];

  test.each(OPERATIONS)(
    '%s: is at most the requested cost, planned or resolved',
    async (operation) => {
      const costs = [
        costOf(await platform.succeed(operation)),
        // The second time from the cache, past Apollo.
        costOf(await platform.succeed(operation)),
        costOf(await unplanned.succeed(operation)),
      ];
      const [first] = costs as [Cost];
      expect(costs).toEqual([first, first, first]);
      expect(first.actual).toBeLessThanOrEqual(first.requested);
      expect(first.limit).toBe(DEFAULT_LIMITS.cost);
    },
  );

  test('depends on the sizes of the lists in the response', async () => {
    const page = (first: number) =>
      platform.succeed(`{ associations(first: ${first}) { nodes { id } } }`);
    const [many, few] = [await page(100), await page(1)];
    const rows = many.data.associations.nodes.length;
    expect(rows).toBeLessThan(100);
    const { row, group } = connection('Query.associations');
    expect(costOf(many)).toMatchObject({
      requested: Math.ceil(group + 100 * (row + value)),
      actual: Math.ceil(group + rows * (row + value)),
    });
    expect(costOf(few).actual).toBe(costOf(few).requested);
  });
});
