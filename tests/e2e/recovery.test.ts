import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { migrate, openDatabase, overEmbedded, type Database } from '../../src/database/database.js';
import { StatementTimeoutError } from '../../src/database/errors.js';
import { EmbeddedPostgres } from '../../src/database/embedded.js';
import { openLoggedServer, type LoggedServer } from '../support/logged-server.js';
import { openRoad, type Road } from '../support/road.js';

const STATEMENT_TIMEOUT_MS = 1000;

let road: Road;
let database: Database;
let server: LoggedServer;
beforeAll(async () => {
  road = await openRoad();
  database = await openDatabase({
    databaseUrl: road.url,
    dataDir: '',
    databasePoolSize: 1,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
  });
  await migrate(database);
  server = await openLoggedServer(database);
});
afterAll(async () => {
  await server.close();
  await database.close();
  await road.remove();
});

const ask = () => server.post('{ sources { totalCount } }');
const get = (path: string) => server.request({ path });

async function expectSound(): Promise<void> {
  expect(await get('/health/live')).toMatchObject({ status: 200, body: '{"status":"LIVE"}' });
  expect(await get('/health/ready')).toMatchObject({ status: 200, body: '{"status":"READY"}' });
  const answer = await ask();
  expect(answer.status).toBe(200);
  expect(answer.json()).toMatchObject({ data: { sources: { totalCount: 0 } } });
}

/** What a client is told: that and how to go on, and under which id the log has why. */
function expectUnavailable(answer: Awaited<ReturnType<typeof ask>>): void {
  const { data, errors } = answer.json();
  expect(data).toEqual({ sources: null });
  expect(errors).toEqual([
    {
      message: 'The database cannot be reached. Retry shortly.',
      path: expect.any(Array),
      extensions: {
        code: 'SERVICE_UNAVAILABLE',
        incidentId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    },
  ]);
  const [{ extensions }] = errors;
  expect(server.log).toContainEqual(
    expect.objectContaining({
      incidentId: extensions.incidentId,
      err: expect.objectContaining({ type: 'DatabaseUnreachableError' }),
    }),
  );
}

describe('a database server that goes down', () => {
  test('makes the platform not ready but live, with an error from the API, until it is back', async () => {
    await expectSound();
    for (const time of [1, 2]) {
      await road.close();
      for (const attempt of [1, 2]) {
        expect([time, attempt, (await get('/health/live')).status]).toEqual([time, attempt, 200]);
        expect(await get('/health/ready')).toMatchObject({
          status: 503,
          body: '{"status":"UNREACHABLE"}',
        });
        expectUnavailable(await ask());
      }
      await road.open();
      await expectSound();
    }
  });

  test('fails only the requests that arrive in the meantime', async () => {
    await road.close();
    for (const answer of await Promise.all([ask(), ask(), ask(), ask(), ask()])) {
      expectUnavailable(answer);
    }
    await road.open();
    for (const answer of await Promise.all([ask(), ask(), ask(), ask(), ask()])) {
      expect(answer.json()).toMatchObject({ data: { sources: { totalCount: 0 } } });
    }
  });

  test('does not stop TypeORM either: its next transaction succeeds', async () => {
    const transact = () =>
      database.dataSource.transaction((manager) => manager.query('SELECT 1 AS one'));
    expect(await transact()).toEqual([{ one: 1 }]);
    await road.close();
    await expect(transact()).rejects.toThrow(/ECONNREFUSED|terminated/);
    await road.open();
    expect(await transact()).toEqual([{ one: 1 }]);
  });
});

describe('a connection', () => {
  test('that breaks during a statement fails only that statement', async () => {
    await expectSound();
    const isAsked = road.keepBack();
    const answer = ask();
    await isAsked;
    road.breakConnections();
    expectUnavailable(await answer);
    await expectSound();
  });

  test('that breaks during a transaction rolls it back', async () => {
    const insert = `INSERT INTO source (id, slug, title, confidence)
      VALUES (gen_random_uuid(), 'a-source', 'A source', 'LEAD')`;
    await expect(
      database.dataSource.transaction(async (manager) => {
        await manager.query(insert);
        road.breakConnections();
        await pause(50);
        await manager.query(insert);
      }),
    ).rejects.toThrow();
    await expectSound();
  });

  test('that stops responding is closed after the statement timeout', async () => {
    await expectSound();
    void road.keepBack();
    const [answer, ready] = await Promise.all([ask(), get('/health/ready')]);
    expect(answer.json().errors).toEqual([
      expect.objectContaining({
        message: expect.stringContaining(`longer than ${STATEMENT_TIMEOUT_MS} ms`),
        extensions: expect.objectContaining({ code: 'TIMEOUT' }),
      }),
    ]);
    expect(ready.status).toBe(503);
    road.breakConnections();
    await expectSound();
  });
});

describe('a statement that takes too long', () => {
  const slow = 'SELECT 1 AS one FROM (SELECT pg_sleep($1::float)) AS slept';

  test('is canceled, and later ones are answered, the same statement included', async () => {
    const embedded = await EmbeddedPostgres.open({ folder: null });
    const fast = await overEmbedded(embedded, 'memory', 300);
    try {
      for (const { read } of [fast, database]) {
        expect(await read('SELECT $1::int AS n', [1])).toEqual([{ n: 1 }]);
        for (const time of [1, 2]) {
          await expect(read(slow, [2])).rejects.toThrow(StatementTimeoutError);
          // An embedded database cannot be stopped: what comes after waits for it.
          expect(await read('SELECT $1::int AS n', [time])).toEqual([{ n: time }]);
          expect(await read(slow, [0])).toEqual([{ one: 1 }]);
        }
      }
    } finally {
      await fast.close();
    }
  });
});

describe('a server', () => {
  test('that is too old is refused with a clear message', async () => {
    const [before] = (await database.read('SELECT version()', [])) as { version: string }[];
    const [, version = ''] = /^PostgreSQL (\d\d)/.exec(before?.version ?? '') ?? [];
    road.rewrite((text) => text.replace(`PostgreSQL ${version}`, 'PostgreSQL 14'));
    await expect(
      openDatabase({
        databaseUrl: road.url,
        dataDir: '',
        databasePoolSize: 1,
        statementTimeoutMs: STATEMENT_TIMEOUT_MS,
      }),
    ).rejects.toThrow(
      /^The database at postgres:\S+ is PostgreSQL 14[.\d]*; version 15 or later is required\. Set DATABASE_URL to such a server\.$/,
    );
    road.rewrite((text) => text);
  });
});
