import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Database } from '../src/database/database.js';
import { READ_DATA_VERSION } from '../src/fields/data-version.js';
import { openTestDatabase } from './support/databases.js';
import { isOnServer } from './support/database-on-server.js';
import { openLoggedServer, type HttpAnswer, type LoggedServer } from './support/logged-server.js';

let database: Database;
let server: LoggedServer;
/** The statements that were read for answers. */
const statements: string[] = [];
/** What happens before the next statement is read. */
let beforeRead: (sql: string) => Promise<unknown> = () => Promise.resolve();
const others: LoggedServer[] = [];
beforeAll(async () => {
  database = await openTestDatabase('FOUNDING');
  server = await openLoggedServer({
    ...database,
    read: async (sql, values, signal) => {
      statements.push(sql);
      await beforeRead(sql);
      return database.read(sql, values, signal);
    },
    readData: async (sql, values, signal) => {
      statements.push(sql);
      await beforeRead(sql);
      return database.readData(sql, values, signal);
    },
  });
});
afterEach(() => {
  beforeRead = () => Promise.resolve();
  statements.length = 0;
});
afterAll(async () => {
  await Promise.all([server, ...others].map(({ close }) => close()));
  await database.close();
});

const ask = (path: string, headers: Readonly<Record<string, string>> = {}, at = server) =>
  at.request({ path, headers });
const again = (path: string, { headers }: HttpAnswer, more = {}) =>
  ask(path, { 'if-none-match': headers.etag ?? '', ...more });
const query = (text: string) => `/graphql?query=${encodeURIComponent(text)}`;
const run = (sql: string) => database.dataSource.query<unknown>(sql);

let changes = 0;
/** Another city each time. */
const setCity = () => {
  changes += 1;
  return `UPDATE organization SET city = 'City ${changes}' WHERE slug = 'scan'`;
};

const SCAN = query('{ association(slug: "scan") { name city } }');
/** Goes the way of the resolvers. */
const RESOLVED = query(
  '{ association(slug: "scan") { id city } network { nodes { name degree } } }',
);
const ASKED = [
  ['a planned query', SCAN],
  ['a query that is resolved', RESOLVED],
  ['an export', '/export/organizations.csv'],
  [
    'an export with a filter',
    '/export/organizations.json?filter=%7B%22slug%22%3A%7B%22eq%22%3A%22scan%22%7D%7D',
  ],
  ['a workbook', '/export/organizations.xlsx'],
  ['a network', '/export/network.gexf?metrics=betweenness'],
] as const;

describe.each(ASKED)('GET of %s', (_what, path) => {
  test('returns 304 to a client with the current response, reading only the version', async () => {
    const first = await ask(path);
    expect(first.status).toBe(200);
    expect(first.headers.etag).toMatch(/^W\/"[\w-]{20,}"$/);
    expect(first.headers['cache-control']).toBe('no-cache');
    expect(first.headers.vary).toMatch(/accept-encoding/);
    statements.length = 0;

    const second = await again(path, first, { origin: 'https://elsewhere.example' });
    expect([second.status, second.body]).toEqual([304, '']);
    expect(second.headers).toMatchObject({
      etag: first.headers.etag,
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
      vary: first.headers.vary,
    });
    expect(second.headers).not.toHaveProperty('content-disposition');
    expect(statements).toEqual([READ_DATA_VERSION]);
  });

  test('returns a new response as soon as a change is committed, and not before', async () => {
    const first = await ask(path);
    const runner = database.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query(setCity());
    // The embedded database has one session, which the transaction has taken.
    if (isOnServer) expect((await again(path, first)).status).toBe(304);
    await runner.commitTransaction();
    await runner.release();

    const second = await again(path, first);
    expect(second.status).toBe(200);
    expect(second.headers.etag).not.toBe(first.headers.etag);
    expect((await again(path, second)).status).toBe(304);
    expect((await again(path, first)).status).toBe(200);
  });

  test('still returns 304 after a rollback', async () => {
    const first = await ask(path);
    await database.dataSource
      .transaction(async (manager) => {
        await manager.query(setCity());
        throw new Error('undone');
      })
      .catch((error: unknown) => {
        expect(String(error)).toBe('Error: undone');
      });
    expect((await again(path, first)).status).toBe(304);
  });

  test('does not return the tag of a change that is written during the read', async () => {
    let isWritten = false;
    beforeRead = async (sql) => {
      if (sql === READ_DATA_VERSION || isWritten) return;
      isWritten = true;
      await run(setCity());
    };
    const during = await ask(path);
    beforeRead = () => Promise.resolve();
    await run(setCity());
    expect((await again(path, during)).status).toBe(200);
  });

  test('returns a new response on another day', async () => {
    const first = await ask(path);
    jest.useFakeTimers({
      now: Date.now() + 86_400_000,
      doNotFake: [
        'hrtime',
        'nextTick',
        'performance',
        'queueMicrotask',
        'setImmediate',
        'clearImmediate',
        'setInterval',
        'clearInterval',
        'setTimeout',
        'clearTimeout',
      ],
    });
    const tomorrow = await again(path, first);
    jest.useRealTimers();
    expect(tomorrow.status).toBe(200);
    expect(tomorrow.headers.etag).not.toBe(first.headers.etag);
  });
});

describe('a tag', () => {
  test('differs for everything that affects the response', async () => {
    const costly = await openLoggedServer(database, { limits: { cost: 99_999 } });
    const elsewhere = await openLoggedServer(database, {
      exposure: { publicUrl: 'https://graph.example.org' },
    });
    others.push(costly, elsewhere);
    const NAMED = query('query ($slug: String!) { association(slug: $slug) { name } }');
    const answers = [
      await ask(SCAN),
      await ask(query('{ association(slug: "scan") { name } }')),
      await ask(SCAN, { accept: 'application/graphql-response+json' }),
      await ask(SCAN, {}, costly),
      await ask(`${NAMED}&variables=${encodeURIComponent('{"slug":"scan"}')}`),
      await ask(`${NAMED}&variables=${encodeURIComponent('{"slug":"scam"}')}`),
      await ask('/export/organizations.csv'),
      await ask('/export/organizations.json'),
      await ask('/export/organizations.json', {}, elsewhere),
      await ask('/export/network.gexf'),
      await ask('/export/network.gexf?asOf=2015-12-22'),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(answers.length);
  });

  test('is the same on another server with the same release and settings', async () => {
    const twin = await openLoggedServer(database);
    others.push(twin);
    const first = await ask(SCAN);
    expect((await ask(SCAN, { 'if-none-match': first.headers.etag ?? '' }, twin)).status).toBe(304);
  });

  test('matches in a list, as a strong tag, and in any encoding', async () => {
    const { headers } = await ask(SCAN, { 'accept-encoding': 'gzip' });
    const { etag = '' } = headers;
    for (const given of [`"a", ${etag} , W/"b"`, etag.slice(2)]) {
      expect((await ask(SCAN, { 'if-none-match': given, 'accept-encoding': 'br' })).status).toBe(
        304,
      );
    }
    for (const given of [etag.slice(0, -3) + '"', etag.toUpperCase(), '"', 'a', '']) {
      expect((await ask(SCAN, { 'if-none-match': given })).status).toBe(200);
    }
  });

  test('starts at another version in each database', async () => {
    const [row] = await database.read(READ_DATA_VERSION, []);
    expect(Number(row?.data)).toBeGreaterThan(Date.parse('2026-11-29'));
  });
});

describe('no-store is set', () => {
  test.each([
    ['for an invalid operation', query('{ nothing }')],
    [
      'for a partial response',
      query('{ association(slug: "scan") { name } node(id: "x") { id } }'),
    ],
    ['for a refused request', '/graphql'],
    ['for a refused export', '/export/organizations.csv?filter={'],
    ['for a refused network export', '/export/network.gexf?metrics=none'],
    ['for an unknown export', '/export/nothing.csv'],
    ['for a health check', '/health/ready'],
    ['for a missing file', '/playground/assets/nothing.js'],
  ])('%s', async (_what, path) => {
    const { headers } = await ask(path);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers).not.toHaveProperty('etag');
  });

  test('for a POST, which always returns the whole response', async () => {
    const { headers } = await ask(SCAN);
    const answer = await server.request({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json', 'if-none-match': headers.etag ?? '' },
      body: JSON.stringify({ query: '{ association(slug: "scan") { name city } }' }),
    });
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers).not.toHaveProperty('etag');
  });

  test('when the database is unreachable', async () => {
    const away = await openLoggedServer({
      ...database,
      readData: () => Promise.reject(new Error('away')),
    });
    others.push(away);
    const answer = await ask(SCAN, {}, away);
    expect(answer.status).toBe(500);
    expect(answer.headers['cache-control']).toBe('no-store');
  });
});

describe('the playground', () => {
  test('has a page that is revalidated each time, and files that are cached forever', async () => {
    const page = await ask('/graphql', { accept: 'text/html' });
    expect(page.headers['cache-control']).toBe('public, max-age=0');
    expect(page.headers.vary?.split(', ').toSorted()).toEqual(['accept', 'accept-encoding']);
    const unchanged = await again('/graphql', page, { accept: 'text/html' });
    expect([unchanged.status, unchanged.body]).toEqual([304, '']);

    const [, script = ''] = /src="([^"]+)"/.exec(page.body) ?? [];
    const file = await ask(script);
    expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await again(script, file)).status).toBe(304);
  });
});
