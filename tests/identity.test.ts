import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isInterfaceType, isObjectType, type GraphQLObjectType } from 'graphql';
import {
  apolloCache,
  asClientsSend,
  relayCache,
  type ClientCache,
  type ClientOperation,
} from './support/client-caches.js';
import { openTestDatabase } from './support/databases.js';
import { operations, type Pool } from './support/operations.js';
import { idsOfType, poolOf } from './support/pool.js';
import { schema } from './support/schema.js';
import { readingFieldsOf } from './support/selections.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';
import type { Database } from '../src/database/database.js';

/** What clients have no use for, and what has no data. */
const PASSED_OVER = new Set(['_service', '_entities']);
/** Roots whose objects are made for one answer, and have no identity. */
const COMPUTED = new Set(['network', 'grantTotals', 'grantFacets', 'grantFlows', 'totals']);
const OPERATIONS = 120;
const COMPUTED_OPERATIONS = 30;
const LIMITS = { cost: 10_000_000, depth: 40, aliases: 1000, directives: 1000, tokens: 20_000 };

const rootNames = Object.keys(schema.getQueryType()?.getFields() ?? {});

/** An operation with what the server answers to it. */
interface Answered extends ClientOperation {
  readonly data: object;
}

interface CacheKind {
  readonly open: () => ClientCache;
  /**
   * Whether an operation is still answered whole when others have been written. Apollo replaces what has no id
   * by what comes later, asked for other fields or not, and then asks the server again.
   */
  readonly keepsWhole: boolean;
}

const CACHES: readonly (readonly [string, CacheKind])[] = [
  ['Apollo Client', { open: () => apolloCache(schema), keepsWhole: false }],
  ['Relay', { open: () => relayCache(schema), keepsWhole: true }],
];

describe('the schema', () => {
  test('has the field id only on types that are a Node', () => {
    const types = Object.values(schema.getTypeMap()).filter(
      (type) => isObjectType(type) || isInterfaceType(type),
    );
    const identified = types.filter((type) =>
      Object.keys(type.getFields()).some((name) => name === 'id' || name === '_id'),
    );
    const nodes = types.filter((type) =>
      [type, ...type.getInterfaces()].some(({ name }) => name === 'Node'),
    );
    expect(nodes.length).toBeGreaterThan(20);
    expect(identified.map(({ name }) => name)).toEqual(nodes.map(({ name }) => name));
  });
});

describe('generated operations', () => {
  let database: Database;
  let platform: TestPlatform;
  let answered: readonly Answered[];
  beforeAll(async () => {
    database = await openTestDatabase('SYNTHETIC');
    platform = await openTestPlatform('SYNTHETIC', LIMITS, { database });
    answered = await answersTo(await poolOf(database));
  });
  afterAll(async () => {
    await platform.close();
    await database.close();
  });

  /** Those that are right: some are wrong on purpose. */
  async function answersTo(pool: Pool): Promise<readonly Answered[]> {
    const everyField = await Promise.all(
      readingFieldsOf(schema).map(async ([type, , selection]) => ({
        query: `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { ${selection} } } }`,
        variables: { ids: (await idsOfType(database, type)).slice(0, 60) },
      })),
    );
    const generate = (numRuns: number, passedOver: ReadonlySet<string>) =>
      fc.sample(operations(schema, pool, passedOver), { numRuns, seed: 1 });
    const generated = [
      ...generate(OPERATIONS, PASSED_OVER),
      ...generate(COMPUTED_OPERATIONS, new Set(rootNames.filter((name) => !COMPUTED.has(name)))),
    ];
    const found: Answered[] = [];
    for (const { query, variables } of [...everyField, ...generated]) {
      const document = asClientsSend(schema, query);
      const { data, errors } = await platform.ask<object | null>(document, variables);
      if (data !== null && errors === undefined) found.push({ document, variables, data });
    }
    return found;
  }

  test('are enough and cover every field that leads to another object', () => {
    expect(answered.length).toBeGreaterThan(OPERATIONS * 0.7);
    const types = new Set(
      answered.flatMap(({ data }) => objectsIn(data).map((one) => one.__typename)),
    );
    const edges = Object.values(schema.getTypeMap())
      .filter((type) => type.name.endsWith('Edge') && isObjectType(type))
      .filter((type) => Object.keys((type as GraphQLObjectType).getFields()).length > 2)
      .map(({ name }) => name);
    expect(edges.length).toBeGreaterThan(10);
    for (const type of [...edges, 'NetworkNode', 'NetworkLink']) {
      expect([type, types.has(type)]).toEqual([type, true]);
    }
  });

  test('never return an id with two types', () => {
    const types = new Map<string, string>();
    for (const { data } of answered) {
      for (const { id, __typename } of objectsIn(data)) {
        if (typeof id !== 'string') continue;
        const known = types.get(id) ?? (__typename as string);
        expect([id, __typename]).toEqual([id, known]);
        types.set(id, known);
      }
    }
    expect(types.size).toBeGreaterThan(500);
  });

  test.each(CACHES)('return the same responses from the cache of %s', (_name, kind) => {
    expectSame(answered, kind);
  });
});

describe.each(CACHES)('in the cache of %s', (_name, kind) => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await openTestPlatform('FOUNDING', LIMITS);
  });
  afterAll(() => platform.close());

  async function answersTo(...queries: readonly string[]): Promise<readonly Answered[]> {
    const answers: Answered[] = [];
    for (const query of queries) {
      const document = asClientsSend(schema, query);
      const { data } = await platform.succeed<object>(document);
      answers.push({ document, variables: {}, data });
    }
    return answers;
  }

  test.each([
    [
      'a membership from both ends',
      [
        `{ association(slug: "scan") { members(first: 20) { edges { class membership { since } node { name } } } }
           cluster(slug: "nicat") { memberships { edges { class membership { since } node { name } } } } }`,
      ],
    ],
    [
      'a cluster, its region, and its node in the network',
      [
        '{ cluster(slug: "nicat") { name region { name } } network { nodes { key name degree organization { name } } } }',
      ],
    ],
    [
      'parties of partnerships in their roles, from both ends',
      [
        `{ partnerships(first: 100) { nodes { parties(first: 100) { edges { role node { name
             partnerships(first: 100) { edges { role status node { title } } } } } } } } }`,
      ],
    ],
    [
      'the network as of three days',
      ['2012-01-01', '2015-12-22', '2020-01-01'].map(
        (day) =>
          `{ network(asOf: "${day}") { graph { edgeCount } nodes { key name degree component community { number nodeCount } } edges { fromKey toKey weight } } }`,
      ),
    ],
    [
      'seats and participations from both ends',
      [
        `{ association(slug: "scan") { seats { edges { role seat { since } node { name seats { edges { role seat { until } node { name } } } } } } }
           initiatives(first: 100) { nodes { participants(first: 100) { edges { role participation { since } node { name
             initiatives { edges { role status participation { status } node { title } } } } } } } } }`,
      ],
    ],
  ])('stays consistent: %s', async (_case, queries) => {
    expectSame(await answersTo(...queries), kind);
  });
});

/** All of them go through one cache: each must be there as the server answered it, and stay so. */
function expectSame(answered: readonly Answered[], { open, keepsWhole }: CacheKind): void {
  const cache = open();
  for (const one of answered) {
    cache.write(one, one.data);
    expect(cache.read(one)).toEqual({ data: one.data, isWhole: true });
  }
  let whole = 0;
  for (const one of answered) {
    const { data, isWhole } = cache.read(one);
    if (isWhole) {
      whole += 1;
      expect(data).toEqual(one.data);
    } else {
      expect(differences(data, one.data)).toEqual([]);
    }
  }
  expect(whole).toBeGreaterThan(keepsWhole ? answered.length - 1 : answered.length / 3);
}

/** Where something else is said than the server has; what is missing is no difference. */
function differences(cached: unknown, answer: unknown, path = ''): readonly string[] {
  if (cached === undefined) return [];
  if (
    typeof cached !== 'object' ||
    cached === null ||
    typeof answer !== 'object' ||
    answer === null
  ) {
    return cached === answer
      ? []
      : [`${path}: ${JSON.stringify(cached)}, not ${JSON.stringify(answer)}`];
  }
  return Object.entries(cached).flatMap(([key, value]) =>
    differences(value, (answer as Readonly<Record<string, unknown>>)[key], `${path}.${key}`),
  );
}

function objectsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Readonly<Record<string, unknown>>, ...Object.values(value).flatMap(objectsIn)];
}
