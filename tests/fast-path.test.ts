import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type pg from 'pg';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { batchedReads } from '../src/database/batches.js';
import type { Database } from '../src/database/database.js';
import { poolRunner, type RunWhenFree } from '../src/database/readers.js';
import { DEFAULT_WEIGHTS } from '../src/operation/cost-weights.js';
import { openTestDatabase } from './support/databases.js';
import { openLoggedServer, type LoggedServer } from './support/logged-server.js';

const EXAMPLES = fileURLToPath(new URL('../../docs/examples/', import.meta.url));
const MEMBERS = 'query Members($slug: String!) { organization(slug: $slug) { name slug } }';

let database: Database;
let server: LoggedServer;
beforeAll(async () => {
  database = await openTestDatabase('SYNTHETIC');
  server = await openLoggedServer(database);
  // What is computed of the network costs by its size, which is known once it has been read.
  await post({ query: '{ network { graph { version } } }' });
});
afterAll(async () => {
  await server.close();
  await database.close();
});
afterEach(() => {
  jest.restoreAllMocks();
});

function post(body: unknown, accept?: string) {
  return server.request({
    method: 'POST',
    path: '/graphql',
    headers: {
      'content-type': 'application/json',
      ...(accept === undefined ? {} : { accept }),
    },
    body: JSON.stringify(body),
  });
}

/** All of an answer that is not of its time. */
const essence = ({ status, headers, body }: Awaited<ReturnType<typeof post>>) => {
  const { date, 'x-request-id': id, ...others } = headers;
  return { status, body, others, has: [typeof date, typeof id] };
};

describe('a repeated operation', () => {
  test.each(readdirSync(EXAMPLES).filter((name) => name.endsWith('.graphql')))(
    '%s has exactly the same response as the first time',
    async (name) => {
      const query = readFileSync(`${EXAMPLES}${name}`, 'utf8');
      const first = await post({ query });
      expect(essence(await post({ query }))).toEqual(essence(first));
      expect(essence(await post({ query, variables: null, operationName: null }))).toEqual(
        essence(first),
      );
    },
  );

  test.each([
    undefined,
    '*/*',
    'application/json',
    'application/graphql-response+json',
    'application/graphql-response+json, application/json;q=0.9',
    'text/html',
  ])('has the same media type as the first time for a client that accepts %s', async (accept) => {
    const body = { query: MEMBERS, variables: { slug: 'scan' } };
    const [first, second, third] = [
      await post(body, accept),
      await post(body, accept),
      await post(body, accept),
    ];
    expect([essence(second), essence(third)]).toEqual([essence(first), essence(first)]);
  });

  test.each([
    ['a variable is wrong', { variables: { slug: 7 } }],
    ['a variable is missing', { variables: {} }],
    ['the variables are a list', { variables: ['scan'] }],
    ['the operation does not exist', { operationName: 'Others', variables: { slug: 'scan' } }],
    ['its name is empty', { operationName: '', variables: { slug: 'scan' } }],
    ['a text cannot be stored', { variables: { slug: 'a\0b' } }],
    ['its query is not a string', { query: 7 }],
    ['it is marked as persisted', { extensions: { persistedQuery: { version: 1 } } }],
  ])('is refused like a new one if %s', async (_what, faulty) => {
    const other = await openLoggedServer(database);
    const body = { query: MEMBERS, variables: { slug: 'scan' }, ...faulty };
    const fresh = await other.request({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    await other.close();
    await post({ query: MEMBERS, variables: { slug: 'scan' } });
    expect(essence(await post(body))).toEqual(essence(fresh));
  });

  test('that costs too much with other variables is refused', async () => {
    const query = `query Many($first: Int!) { organizations(first: $first) { nodes {
      memberships(first: 100) { edges { node { memberships(first: 100) { totalCount } } } } } } }`;
    expect((await post({ query, variables: { first: 1 } })).json().errors).toBeUndefined();
    expect((await post({ query, variables: { first: 100 } })).json().errors[0]).toMatchObject({
      extensions: { code: 'QUERY_TOO_COSTLY' },
    });
  });

  test('reports the cost with its own variables', async () => {
    const costOf = async (query: string, variables: object) =>
      (await post({ query, variables })).json().extensions.cost.requested;
    const nodes = 'query Nodes($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const page = 'query Page($first: Int!) { organizations(first: $first) { nodes { id } } }';
    for (let round = 0; round < 2; round += 1) {
      const [one, three] = [
        await costOf(nodes, { ids: 3 }),
        await costOf(nodes, { ids: ['1', '2', '3'] }),
      ];
      expect(three).toBeGreaterThan(one);
      expect(await costOf(nodes, { ids: ['1'] })).toBe(one);
      const [small, large] = [await costOf(page, { first: 3 }), await costOf(page, { first: 53 })];
      expect(large - small).toBe(50 * (DEFAULT_WEIGHTS.connection.row + DEFAULT_WEIGHTS.value));
    }
  });

  test('has a line in the log, like the first time', async () => {
    await post({ query: MEMBERS, variables: { slug: 'scan' } });
    const answer = await post({ query: MEMBERS, variables: { slug: 'scan' } });
    expect(server.log.at(-1)).toMatchObject({
      requestId: answer.headers['x-request-id'],
      operation: 'Members',
      way: 'PLANNED',
      statements: 1,
    });
  });

  test('sees later writes', async () => {
    const body = { query: MEMBERS, variables: { slug: 'scan' } };
    const { name } = (await post(body)).json().data.organization;
    const rename = (to: string) =>
      database.dataSource.query(`UPDATE organization SET name = $1 WHERE slug = 'scan'`, [to]);
    await rename('Renamed');
    const answer = await post(body);
    await rename(name);
    expect(answer.json().data.organization.name).toBe('Renamed');
  });
});

describe('simultaneous operations', () => {
  const slugs = async () =>
    (await database.read('SELECT slug FROM organization ORDER BY md5(slug) LIMIT 60', [])).map(
      ({ slug }) => slug as string,
    );

  test('each receive their own response', async () => {
    for (let round = 0; round < 3; round += 1) {
      const all = [...(await slugs()), 'nobody', 'scan', 'scan'];
      const answers = await Promise.all(
        all.map((slug) => post({ query: MEMBERS, variables: { slug } })),
      );
      expect(answers.map((answer) => answer.json().data.organization?.slug ?? null)).toEqual(
        all.map((slug) => (slug === 'nobody' ? null : slug)),
      );
    }
  });

  test('are not affected by one with a value that no statement accepts', async () => {
    const all = [...(await slugs()), 'a\0b', ...(await slugs())];
    const answers = await Promise.all(
      all.map((slug) => post({ query: MEMBERS, variables: { slug } })),
    );
    const faults = answers.map((answer) => answer.json().errors?.[0].extensions.code);
    expect(faults.filter((code) => code !== undefined)).toEqual(['BAD_USER_INPUT']);
    expect(faults.indexOf('BAD_USER_INPUT')).toBe(all.indexOf('a\0b'));
  });
});

describe('reads with the same statement', () => {
  const TEXT = `SELECT '["$1 is ' || $1::text || '",' || $2::int || ',' || coalesce(array_length($3::uuid[], 1), 0) || ']' AS data`;
  const valuesOf = (at: number) => [
    `it's ${String(at)} "\\ $2`,
    at,
    Array.from({ length: at % 3 }, () => '00000000-0000-4000-8000-000000000000'),
  ];
  const answerOf = (at: number) =>
    `["$1 is it's ${String(at)} "\\ $2",${String(at)},${String(at % 3)}]`;

  function counted() {
    const { master } = database.dataSource.driver as PostgresDriver;
    const texts: string[] = [];
    const run = poolRunner(master as pg.Pool, { timeoutMs: 20_000 });
    const counting: RunWhenFree = (text, values, begin) => {
      texts.push(text);
      return run(text, values, begin);
    };
    return { texts, read: batchedReads(master as pg.Pool, counting) };
  }

  test('that arrive together run together, each with its own values', async () => {
    const { texts, read } = counted();
    const numbers = Array.from({ length: 100 }, (_, at) => at);
    const ask = () => Promise.all(numbers.map((at) => read(TEXT, valuesOf(at))));
    for (let round = 0; round < 3; round += 1) {
      texts.length = 0;
      expect(await ask()).toEqual(numbers.map(answerOf));
    }
    expect(texts.length).toBeLessThan(30);
  });

  test('that are equal run once', async () => {
    const { texts, read } = counted();
    const ask = () => Promise.all(Array.from({ length: 50 }, () => read(TEXT, valuesOf(4))));
    await ask();
    texts.length = 0;
    expect(new Set(await ask())).toEqual(new Set([answerOf(4)]));
    expect(texts.length).toBeLessThan(10);
  });

  test('fail individually', async () => {
    const { read } = counted();
    const text = `SELECT (100 / $1::int)::text AS data`;
    const ask = () =>
      Promise.allSettled(Array.from({ length: 40 }, (_, at) => read(text, [at === 17 ? 0 : 50])));
    await ask();
    const answers = await ask();
    expect(answers.map(({ status }) => status === 'rejected')).toEqual(
      answers.map((_, at) => at === 17),
    );
    expect(answers[17]).toMatchObject({ reason: { message: 'division by zero' } });
  });
});
