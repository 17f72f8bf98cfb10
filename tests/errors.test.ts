import { readFileSync } from 'node:fs';
import { connect, createServer as listenOn, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { openDatabase } from '../src/database/database.js';
import { statementRunner } from '../src/database/readers.js';
import { newId } from '../src/domain/ids.js';
import type { RunStatement } from '../src/loaders/loaders.js';
import { STATUS_CODES } from '../src/status-codes.js';
import { openLoggedServer, testServerUrl } from './support/logged-server.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('FOUNDING');
});
afterAll(() => platform.close());

/** The ids of SCAN, of a cluster and of a sector. */
async function knownIds(): Promise<Record<'association' | 'cluster' | 'sector', string>> {
  const { data } = await platform.succeed(`{
    association(slug: "scan") { id }
    clusters(first: 1) { nodes { id } }
    sectors(first: 1) { nodes { id } }
  }`);
  return {
    association: data.association.id,
    cluster: data.clusters.nodes[0].id,
    sector: data.sectors.nodes[0].id,
  };
}

describe('an object that does not exist', () => {
  test.each([
    ['Organization', 'organization'],
    ['Organization', 'cluster'],
    ['Sector', 'sector'],
    ['Region', 'region'],
    ['Membership', 'membership'],
    ['Claim', 'claim'],
    ['Person', 'person'],
    ['Source', 'source'],
  ] as const)('an unknown %s is null, no error', async (kind, field) => {
    const { data } = await platform.succeed(
      `query ($id: ID!) { node(id: $id) { id } ${field}(id: $id) { id } nodes(ids: [$id]) { id } }`,
      { id: newId(kind) },
    );
    expect(data).toEqual({ node: null, [field]: null, nodes: [null] });
  });

  test('an id of another kind returns null', async () => {
    const { association, sector } = await knownIds();
    const { data } = await platform.succeed(
      `query ($association: ID!, $sector: ID!) {
        cluster(id: $association) { id }
        organization(id: $sector) { id }
        sector(id: $association) { id }
        membership(id: $sector) { id }
      }`,
      { association, sector },
    );
    expect(data).toEqual({ cluster: null, organization: null, sector: null, membership: null });
  });

  test('a well-formed id of an unknown kind returns null', async () => {
    const { data } = await platform.succeed(
      `{ node(id: "00000000-0000-4000-8000-000000000000") { id } }`,
    );
    expect(data).toEqual({ node: null });
  });

  test('an unknown slug, identifier or code returns null', async () => {
    const { data } = await platform.succeed(`{
      bySlug: organization(slug: "no-such-thing") { id }
      byIdentifier: organization(identifier: { scheme: "RS-MB", value: "not-one" }) { id }
      region(code: "XX") { id }
      sector(scheme: NACE_REV2, code: "999") { id }
    }`);
    expect(data).toEqual({ bySlug: null, byIdentifier: null, region: null, sector: null });
  });

  test('an id in uppercase is the same id', async () => {
    const { cluster } = await knownIds();
    const { data } = await platform.succeed(`query ($id: ID!) { node(id: $id) { id } }`, {
      id: cluster.toUpperCase(),
    });
    expect(data.node.id).toBe(cluster);
  });
});

const ID = '01900000-0000-8001-8000-000000000000';
type Case = readonly [
  what: string,
  operation: string,
  variables: Readonly<Record<string, unknown>>,
  inputPath: readonly (string | number)[] | undefined,
];

const ARGUMENTS: readonly Case[] = [
  ['an invalid id', '{ node(id: "SCAN") { id } }', {}, ['id']],
  ['an invalid id of a kind', '{ cluster(id: "1") { id } }', {}, ['id']],
  ['an id of SQL', `{ node(id: "${ID}' OR '1'='1") { id } }`, {}, ['id']],
  ['an invalid id among others', `{ nodes(ids: ["${ID}", "x"]) { id } }`, {}, ['ids', 1]],
  [
    '101 ids',
    'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    { ids: Array(101).fill(ID) },
    ['ids'],
  ],
  ['two keys', `{ organization(id: "${ID}", slug: "scan") { id } }`, {}, ['slug']],
  ['a code without its scheme', '{ sector(code: "62") { id } }', {}, ['scheme']],
  [
    'a sector without its scheme',
    '{ grants(filter: { sector: { in: ["62"] } }) { totalCount } }',
    {},
    ['filter', 'sector', 'in', 0],
  ],
  ['first and last', '{ organizations(first: 1, last: 1) { totalCount } }', {}, ['last']],
  ['a negative page', '{ organizations(first: -1) { totalCount } }', {}, ['first']],
  ['a page of 101', '{ organizations(first: 101) { totalCount } }', {}, ['first']],
  ['a page of 101 from the end', '{ organizations(last: 101) { totalCount } }', {}, ['last']],
  ['a huge page', '{ organizations(first: 2147483647) { totalCount } }', {}, ['first']],
  [
    '1001 sectors',
    '{ totals { sectors(scheme: NACE_REV2, first: 1001) { count } } }',
    {},
    ['first'],
  ],
  ['a level above the maximum', '{ totals { regions(level: 4) { count } } }', {}, ['level']],
  ['a negative level', '{ totals { regions(level: -1) { count } } }', {}, ['level']],
  ['an invalid cursor', '{ organizations(after: "42") { totalCount } }', {}, ['after']],
  ['an empty cursor', '{ organizations(before: "") { totalCount } }', {}, ['before']],
  [
    'a search for a book',
    'query ($query: String!) { search(query: $query) { totalCount } }',
    { query: 'a'.repeat(201) },
    ['query'],
  ],
];

const VARIABLES: readonly Case[] = [
  ['a missing value', 'query ($id: ID!) { node(id: $id) { id } }', {}, ['variables', 'id']],
  ['null', 'query ($id: ID!) { node(id: $id) { id } }', { id: null }, ['variables', 'id']],
  [
    'a value of another type',
    'query ($id: ID!) { node(id: $id) { id } }',
    { id: { a: 1 } },
    ['variables', 'id'],
  ],
  [
    'a month that does not exist',
    'query ($day: Day) { memberships(asOf: $day) { totalCount } }',
    { day: '2015-13-01' },
    ['variables', 'day'],
  ],
  [
    'a year instead of a day',
    'query ($day: Day) { memberships(asOf: $day) { totalCount } }',
    { day: '2015' },
    ['variables', 'day'],
  ],
  [
    'an invalid item in a list',
    'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    { ids: [ID, []] },
    ['variables', 'ids', 1],
  ],
  [
    'an invalid nested value',
    'query ($filter: OrganizationFilter) { organizations(filter: $filter) { totalCount } }',
    { filter: { type: { in: ['CLUSTER', 'CLUSTR'] } } },
    ['variables', 'filter', 'type', 'in', 1],
  ],
  [
    'an unknown field',
    'query ($filter: OrganizationFilter) { organizations(filter: $filter) { totalCount } }',
    { filter: { title: 'SCAN' } },
    ['variables', 'filter', 'title'],
  ],
  [
    'a number out of range',
    'query ($n: Int) { persons(first: $n) { totalCount } }',
    { n: 2 ** 40 },
    ['variables', 'n'],
  ],
];

describe('invalid input', () => {
  test.each(ARGUMENTS)(
    '%s is refused as BAD_USER_INPUT with its place',
    async (_what, operation, variables, inputPath) => {
      const { status, errors } = await platform.ask(operation, variables);
      expect(status).toBe(200);
      expect(errors).toEqual([
        {
          message: expect.stringMatching(/^['U].*\w/s),
          locations: expect.any(Array),
          path: expect.any(Array),
          extensions: { code: 'BAD_USER_INPUT', inputPath },
        },
      ]);
    },
  );

  test('a missing key is refused too, with the possible keys', async () => {
    const { data, errors } = await platform.ask('{ organization { id } }');
    expect(data).toEqual({ organization: null });
    expect(errors).toEqual([
      {
        message: `Use exactly one of 'id', 'slug', 'identifier'.`,
        locations: [{ line: 1, column: 3 }],
        path: ['organization'],
        extensions: { code: 'BAD_USER_INPUT', inputPath: ['id'] },
      },
    ]);
  });

  test('an invalid id among valid ones is null alone, at any position', async () => {
    const { association, cluster } = await knownIds();
    const { data, errors } = await platform.ask(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids: ['SCAN', association, '', cluster] },
    );
    expect(data).toEqual({ nodes: [null, { id: association }, null, { id: cluster }] });
    expect(errors).toMatchObject(
      [0, 2].map((index) => ({
        path: ['nodes', index],
        extensions: { code: 'BAD_USER_INPUT', inputPath: ['ids', index] },
      })),
    );
  });

  test.each(VARIABLES)(
    'in a variable, %s is refused with its place before anything is read',
    async (_what, operation, variables, inputPath) => {
      const answer = await platform.ask(operation, variables);
      expect(answer.status).toBe(400);
      expect(answer).not.toHaveProperty('data');
      expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', inputPath } }]);
      expect(answer.sql).toEqual([]);
    },
  );

  test('in 10,000 items is reported for the first few', async () => {
    const { errors } = await platform.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: Array(10_000).fill({}),
    });
    expect(errors?.length).toBeGreaterThan(1);
    expect(errors?.length).toBeLessThanOrEqual(6);
  });

  test('null for an argument with a default is refused', async () => {
    const answer = await platform.ask(
      'query ($n: Int) { totals { sectors(scheme: NACE_REV2, first: $n) { count } } }',
      { n: null },
    );
    expect(answer).toMatchObject({
      status: 200,
      errors: [
        {
          path: ['totals', 'sectors'],
          extensions: { code: 'BAD_USER_INPUT', inputPath: ['first'] },
        },
      ],
      sql: [],
    });
  });

  test.each([
    '"2015-13-01"',
    '"2015-02-29"',
    '"22. 12. 2015"',
    '"2015-12"',
    '"0000-01-01"',
    '""',
    '2015',
    '[1]',
  ])(
    'the day %s in the operation is refused with its place and the expected format',
    async (day) => {
      const { errors } = await platform.ask(`{ memberships(asOf: ${day}) { totalCount } }`);
      expect(errors).toMatchObject([
        {
          message: `Day cannot represent ${day}: use a day as YYYY-MM-DD, such as 2015-12-22.`,
          locations: [{ line: 1, column: 21 }],
          extensions: { code: 'BAD_USER_INPUT', inputPath: ['asOf'] },
        },
      ]);
    },
  );

  test.each(['"yesterday"', '"2015-12-22"', '"2015-12-22T14:00"', '"2015-13-22T14:00:00Z"', '5'])(
    'the instant %s is refused both in the operation and in a variable',
    async (instant) => {
      const message = `DateTimeISO cannot represent ${instant}: use a date and time with an offset, such as 2015-12-22T14:00:00+01:00.`;
      const literal = await platform.ask(
        `{ events(filter: { startsAt: { gte: ${instant} } }) { totalCount } }`,
      );
      const variable = await platform.ask(
        'query ($filter: EventFilter) { events(filter: $filter) { totalCount } }',
        { filter: { startsAt: { gte: JSON.parse(instant) as unknown } } },
      );
      expect(literal.errors).toEqual([
        {
          message,
          locations: [{ line: 1, column: 37 }],
          extensions: { code: 'BAD_USER_INPUT', inputPath: ['filter', 'startsAt', 'gte'] },
        },
      ]);
      expect(variable.errors).toMatchObject([
        {
          message: expect.stringContaining(message),
          extensions: {
            code: 'BAD_USER_INPUT',
            inputPath: ['variables', 'filter', 'startsAt', 'gte'],
          },
        },
      ]);
    },
  );

  test('a misspelled name is refused with the right one', async () => {
    const order = await platform.ask('{ organizations(orderBy: { field: NAM }) { totalCount } }');
    const field = await platform.ask('{ organizations { totalCont } }');
    expect(order.errors).toMatchObject([
      {
        message: expect.stringMatching(/Did you mean the enum value "NAME"/),
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      },
    ]);
    expect(field.errors).toMatchObject([
      {
        message: expect.stringMatching(/Did you mean "totalCount"\?/),
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      },
    ]);
  });

  test('a syntax error is refused with its place', async () => {
    const answer = await platform.ask('{ organizations { totalCount }');
    expect(answer).toMatchObject({
      status: 400,
      errors: [
        {
          message: 'Syntax Error: Expected Name, found <EOF>.',
          locations: [{ line: 1, column: 31 }],
          extensions: { code: 'GRAPHQL_PARSE_FAILED' },
        },
      ],
    });
  });

  test('does not affect the other root fields', async () => {
    const { data } = await platform.ask(`{
      node(id: "x") { id }
      association(slug: "scan") { slug }
    }`);
    expect(data).toEqual({ node: null, association: { slug: 'scan' } });
  });
});

describe('an internal error', () => {
  const SECRET = 'password=geheim at /srv/scan/readers.js: SELECT * FROM organization';
  const OPERATION = '{ association(slug: "scan") { id } organizations { totalCount } __typename }';

  async function askOver(read: RunStatement) {
    const server = await openLoggedServer(platform.database, { read });
    const answer = await server.post(OPERATION);
    const ready = await server.request({ path: '/health/ready' });
    await server.close();
    return { answer, ready, log: server.log };
  }

  test('is masked, and logged under the incident id that the client receives', async () => {
    const { answer, log } = await askOver(() => Promise.reject(new Error(SECRET)));

    const { errors, data } = answer.json();
    expect(data).toEqual({ association: null, organizations: null, __typename: 'Query' });
    expect(answer.body).not.toMatch(/geheim|readers|SELECT|stack|\.js/);
    const ids = errors.map(({ extensions }: any) => extensions.incidentId); // eslint-disable-line @typescript-eslint/no-explicit-any -- an answer of any shape
    expect(ids.length).toBeGreaterThan(0);
    for (const [index, id] of ids.entries()) {
      expect(errors[index]).toEqual({
        message: `Internal server error. If this persists, report incident id ${String(id)}.`,
        path: expect.any(Array),
        extensions: { code: 'INTERNAL_SERVER_ERROR', incidentId: id },
      });
      expect(log.find(({ incidentId }) => incidentId === id)).toMatchObject({
        level: 50,
        err: { message: SECRET, stack: expect.stringContaining('errors.test') },
      });
    }
    // from the operation's own line, the request id leads there
    expect(log.at(-1)).toMatchObject({
      requestId: answer.headers['x-request-id'],
      errors: ids.map((incidentId: string) => ({ code: 'INTERNAL_SERVER_ERROR', incidentId })),
    });
  });

  test('is masked even if it is not an Error, or looks like an error of the client', async () => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- that is the point
    const thrown = await askOver(() => Promise.reject(SECRET));
    const disguised = await askOver(() =>
      Promise.reject(Object.assign(new Error(SECRET), { code: 'BAD_USER_INPUT' })),
    );
    for (const { answer } of [thrown, disguised]) {
      expect(answer.json().errors[0].extensions.code).toBe('INTERNAL_SERVER_ERROR');
      expect(answer.body).not.toContain('geheim');
    }
  });

  test('in SQL is masked, without a word of the statement', async () => {
    const { answer, log } = await askOver(() =>
      platform.database.read('SELECT inside FROM no_such_table', []),
    );
    expect(answer.json().errors[0].extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(answer.body).not.toMatch(/no_such_table|relation|42P01/);
    expect(JSON.stringify(log)).toMatch(/no_such_table/);
  });

  test('of an unreachable database is reported as such, with a request to retry', async () => {
    const unreachable = new pg.Pool({ host: '127.0.0.1', port: await freePort() });
    const { answer, ready, log } = await askOver(statementRunner(unreachable, { timeoutMs: 1000 }));
    await unreachable.end();

    expect(answer.json().errors[0]).toMatchObject({
      message: 'The database cannot be reached. Retry shortly.',
      extensions: { code: 'SERVICE_UNAVAILABLE', incidentId: expect.any(String) },
    });
    expect(answer.body).not.toMatch(/127\.0\.0\.1|ECONN/);
    expect(JSON.stringify(log)).toMatch(/ECONNREFUSED/);
    expect([ready.status, ready.json()]).toEqual([503, { status: 'UNREACHABLE' }]);
  });

  test('of a statement without end is reported as a timeout', async () => {
    const { master } = platform.database.dataSource.driver as PostgresDriver;
    const run = statementRunner(master as pg.Pool, { timeoutMs: 100 });
    const started = performance.now();
    await platform.succeed(OPERATION);
    const { answer, log } = await askOver(() => run('SELECT pg_sleep(0.5)', []));
    const next = await platform.ask(OPERATION);

    expect(answer.json().errors[0]).toMatchObject({
      message: expect.stringMatching(/longer than 100 ms\. Request less at once/),
      extensions: { code: 'TIMEOUT' },
    });
    expect(performance.now() - started).toBeLessThan(5000);
    expect(log.filter(({ level }) => level === 50)).toEqual([]);
    // the session that was cut off leaves nothing behind
    expect(next.errors).toBeUndefined();
  });

  test('of a statement that the server cut off is reported the same way', async () => {
    const { answer } = await askOver(() =>
      platform.database.read(
        `DO $$ BEGIN RAISE EXCEPTION 'canceling' USING ERRCODE = 'query_canceled'; END $$`,
        [],
      ),
    );
    expect(answer.json().errors[0].extensions).toEqual({ code: 'TIMEOUT' });
  });
});

/** Where the database is a server, it can go down while this one runs. */
(testServerUrl === undefined ? describe.skip : describe)('a database server', () => {
  /** A way to the real server that can be cut. */
  async function openLine(target: URL, at: number) {
    const sockets = new Set<Socket>();
    const line = listenOn((near) => {
      const far = connect(Number(target.port || 5432), target.hostname);
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(from);
        from.pipe(to);
        from.on('error', () => to.destroy());
        from.on('close', () => to.destroy());
      }
    });
    await new Promise<void>((resolve) => line.listen(at, '127.0.0.1', resolve));
    return {
      async cut() {
        const closed = new Promise((resolve) => line.close(resolve));
        for (const socket of sockets) socket.destroy();
        await closed;
      },
    };
  }

  test('that goes down is reported, and used again as soon as it is back up', async () => {
    const target = new URL(/postgres\S+/.exec(platform.database.description)?.[0] ?? '');
    const port = await freePort();
    const url = new URL(target);
    url.host = `127.0.0.1:${port}`;
    let line = await openLine(target, port);
    const database = await openDatabase({
      databaseUrl: url.href,
      dataDir: '',
      databasePoolSize: 2,
      statementTimeoutMs: 5000,
    });
    const server = await openLoggedServer(database);
    const look = async () => {
      const { errors } = (await server.post('{ organizations { totalCount } }')).json();
      const { status } = await server.request({ path: '/health/ready' });
      return [errors?.[0].extensions.code ?? 'answered', status];
    };

    const up = await look();
    await line.cut();
    const down = await look();
    line = await openLine(target, port);
    const again = await look();
    await server.close();
    await database.close();
    await line.cut();

    expect([up, down, again]).toEqual([
      ['answered', 200],
      ['SERVICE_UNAVAILABLE', 503],
      ['answered', 200],
    ]);
  });
});

/** A port of this machine where nobody listens. */
async function freePort(): Promise<number> {
  const server = listenOn();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('docs/errors.md lists every code and no other', () => {
  const text = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');
  const documented = [...text.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, code]) => code);
  const codes = Object.keys(STATUS_CODES).sort();

  expect(codes).toContain('TIMEOUT');
  expect(documented).toEqual(codes);
});
