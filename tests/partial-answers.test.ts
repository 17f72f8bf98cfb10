import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isNonNullType } from 'graphql';
import type { Database } from '../src/database/database.js';
import { tookTooLong } from '../src/database/readers.js';
import type { RunStatement } from '../src/loaders/loaders.js';
import { openTestDatabase } from './support/databases.js';
import { openLoggedServer } from './support/logged-server.js';
import { schema } from './support/schema.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

const NICAT = { name: 'Niš Cluster of Advanced Technologies' };
/** Both parts can be planned, so that the operation is one statement at first. */
const PARTS = '{ cluster(slug: "nicat") { name } announcements(first: 1) { nodes { title } } }';

let database: Database;
let platform: TestPlatform;
beforeAll(async () => {
  database = await openTestDatabase('FOUNDING');
  platform = await openTestPlatform('FOUNDING', {}, { database });
});
afterAll(async () => {
  await platform.close();
  await database.close();
});

test('every root field is nullable, except those of Federation', () => {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  expect(fields.length).toBeGreaterThan(50);
  const required = fields.filter(({ type }) => isNonNullType(type)).map(({ name }) => name);
  expect(required).toEqual(['_entities', '_service']);
});

describe('a root field with an invalid argument is null, and the others have their data', () => {
  test.each([
    ['a page of 101', 'organizations(first: 101) { nodes { id } }', ['first']],
    [
      'an invalid page size in a nested list',
      'clusters { nodes { seats(first: -1) { totalCount } } }',
      ['first'],
    ],
    ['an invalid cursor', 'organizations(after: "42") { nodes { id } }', ['after']],
    ['an invalid id', 'organization(id: "42") { name }', ['id']],
    ['no key', 'organization { name }', ['id']],
    ['two keys', 'partnership(id: "x", slug: "y") { title }', ['slug']],
    ['no slug', 'organization(slug: "No Slug") { name }', ['slug']],
    ['no slug of a person', 'person(slug: "a--b") { name }', ['slug']],
    ['an invalid region code', 'region(code: "rs") { name }', ['code']],
    ['an invalid sector code', 'sector(scheme: NACE_REV2, code: " ") { title }', ['code']],
    [
      'an invalid identifier scheme',
      'organization(identifier: { scheme: "x", value: "1" }) { name }',
      ['identifier', 'scheme'],
    ],
    [
      'an invalid identifier',
      'organization(identifier: { scheme: "RS-APR", value: " " }) { name }',
      ['identifier', 'value'],
    ],
    ['no columns', 'grantFlows(currency: "EUR", through: []) { currency }', ['through']],
    ['an empty page', 'grantFlows(currency: "EUR", first: 0) { currency }', ['first']],
    ['a network with too many nodes', 'network(first: 5001) { graph { version } }', ['first']],
    ['no ties', 'network(ties: []) { graph { version } }', ['ties']],
  ])('%s', async (_what, field, inputPath) => {
    const { status, data, errors } = await platform.ask(
      `{ cluster(slug: "nicat") { name } wrong: ${field} }`,
    );
    expect(status).toBe(200);
    expect(data).toEqual({ cluster: NICAT, wrong: null });
    for (const error of errors ?? []) {
      expect(error).toMatchObject({
        path: expect.arrayContaining(['wrong']),
        extensions: { code: 'BAD_USER_INPUT', inputPath },
      });
    }
    expect(errors).not.toHaveLength(0);
  });

  test('a null variable for a non-null argument', async () => {
    const { data, errors } = await platform.ask(
      'query ($level: Int = 2) { cluster(slug: "nicat") { name } network(regionLevel: $level) { graph { version } } }',
      { level: null },
    );
    expect(data).toEqual({ cluster: NICAT, network: null });
    expect(errors).toMatchObject([
      { path: ['network'], extensions: { code: 'BAD_USER_INPUT', inputPath: ['regionLevel'] } },
    ]);
  });
});

describe('a code or slug that does not exist returns null', () => {
  test.each([
    'organization(slug: "no-such") { name }',
    'organization(identifier: { scheme: "RS-APR", value: "0" }) { name }',
    'region(code: "RS999") { name }',
    'sector(scheme: NACE_REV2, code: "999") { title }',
  ])('%s', async (field) => {
    expect((await platform.succeed(`{ found: ${field} }`)).data).toEqual({ found: null });
  });
});

describe('a root field that takes too long is null, and the others have their data', () => {
  const endless: RunStatement = (_text, _values, signal) =>
    new Promise((_resolve, reject) => {
      const fail = () => {
        reject(signal?.reason as Error);
      };
      if (signal?.aborted === true) fail();
      signal?.addEventListener('abort', fail);
    });

  test.each<[string, RunStatement]>([
    ['beyond the deadline of the operation', endless],
    ['beyond that of a statement', () => Promise.reject(tookTooLong(10))],
  ])('%s', async (_what, slow) => {
    const server = await openLoggedServer(database, {
      read: (text, values, signal) =>
        text.includes('"announcement"')
          ? slow(text, values, signal)
          : database.read(text, values, signal),
      limits: { operationMs: 2000 },
    });
    try {
      // The second time, it would go the short way.
      for (const time of [1, 2]) {
        const { data, errors } = (await server.post(PARTS)).json();
        expect([time, data]).toEqual([time, { cluster: NICAT, announcements: null }]);
        expect(errors).toMatchObject([
          { path: ['announcements', 'nodes'], extensions: { code: 'TIMEOUT' } },
        ]);
      }
    } finally {
      await server.close();
    }
  });
});

describe('an error about an input has its place', () => {
  test.each([
    ['an enum', '{ organizations(orderBy: { field: NOPE }) { totalCount } }', ['orderBy', 'field']],
    ['an Int', '{ organizations(first: "x") { totalCount } }', ['first']],
    ['a day', '{ memberships(asOf: "2015-02-30") { totalCount } }', ['asOf']],
    [
      'an enum in a list in a filter',
      '{ organizations(filter: { type: { in: [CLUSTER, NOPE] } }) { totalCount } }',
      ['filter', 'type', 'in', 1],
    ],
    [
      'an unknown field of a filter',
      '{ organizations(filter: { nope: 1 }) { totalCount } }',
      ['filter', 'nope'],
    ],
    ['a currency', '{ grantFlows(currency: "euro") { currency } }', ['currency']],
    ['a missing argument', '{ search { totalCount } }', ['query']],
    ['an unknown argument', '{ search(query: "a", nope: 1) { totalCount } }', ['nope']],
    [
      'a default value',
      'query ($first: Int = "x") { organizations(first: $first) { totalCount } }',
      ['variables', 'first'],
    ],
  ])('as a literal: %s', async (_what, query, inputPath) => {
    const { errors } = await platform.ask(query);
    expect(errors?.map(({ extensions }) => extensions?.inputPath)).toEqual([inputPath]);
  });

  test('as a variable, including the error for those not listed', async () => {
    const { errors } = await platform.ask(
      'query ($filter: OrganizationFilter) { organizations(filter: $filter) { totalCount } }',
      { filter: { type: { in: ['A', 'B', 'C', 'D', 'E', 'F', 'G'] } } },
    );
    const paths = [0, 1, 2, 3, 4].map((at) => ['variables', 'filter', 'type', 'in', at]);
    expect(errors?.map(({ extensions }) => extensions)).toMatchObject(
      [...paths, ['variables']].map((inputPath) => ({ code: 'BAD_USER_INPUT', inputPath })),
    );
  });
});
