import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, afterAll, describe, expect, test } from '@jest/globals';
import type { Database } from '../src/database/database.js';
import type { RunStatement } from '../src/loaders/loaders.js';
import { openTestDatabase } from './support/databases.js';
import { openLoggedServer, testServerUrl, type LoggedServer } from './support/logged-server.js';

const SLOW = 'SELECT count(*)::int AS count FROM (SELECT pg_sleep($1::float)) AS slept';
const CONNECTIONS = `SELECT pid FROM pg_stat_activity
  WHERE datname = current_database() AND application_name = 'scan-graph reader'`;
const BODY = JSON.stringify({ query: '{ organizations { totalCount } }' });

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase('FOUNDING');
});
afterAll(() => database.close());

let server: LoggedServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

/** Statements that last until their signal aborts. */
function endless() {
  const seen = { started: 0, aborted: [] as unknown[] };
  const read: RunStatement = (_text, _values, signal) =>
    new Promise((_resolve, reject) => {
      seen.started += 1;
      const end = () => {
        const { extensions } = signal?.reason as { extensions?: { code: string } };
        // What others could wait for as well ends for a reason of its own.
        seen.aborted.push(extensions?.code ?? 'SHARED');
        reject(signal?.reason as Error);
      };
      if (signal?.aborted === true) end();
      else signal?.addEventListener('abort', end);
    });
  return { seen, read };
}

async function until(isSo: () => boolean): Promise<void> {
  for (let attempt = 0; !isSo(); attempt += 1) {
    if (attempt === 500) throw new Error('It has not happened in ten seconds.');
    await pause(20);
  }
}

describe('an operation', () => {
  test('has one deadline for all its statements, waiting ones included', async () => {
    const { seen, read } = endless();
    server = await openLoggedServer(database, { read, limits: { operationMs: 300 } });
    const fields = Array.from({ length: 12 }, (_, n) => `a${n}: grantTotals { grantCount }`);

    const { data, errors } = (await server.post(`{ ${fields.join(' ')} }`)).json();

    expect(Object.values(data as object)).toEqual(Array(12).fill(null));
    expect(errors[0]).toMatchObject({
      message: expect.stringMatching(/^The operation took longer than 300 ms\. Request less/),
      extensions: { code: 'TIMEOUT' },
    });
    expect(new Set(seen.aborted)).toEqual(new Set(['TIMEOUT']));
    expect(seen.aborted).toHaveLength(seen.started);
  });

  test('is canceled if its client disconnects, without a server error', async () => {
    const { seen, read } = endless();
    server = await openLoggedServer(database, { read });
    const socket = connect(server.port, '127.0.0.1');
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`,
    );
    await until(() => seen.started === 1);
    socket.destroy();

    await until(() => seen.aborted.length === 1);
    expect(seen.aborted).toEqual(['CLIENT_CLOSED_REQUEST']);
    await until(() => server?.log.some(({ msg }) => msg === 'answered') ?? false);
    expect(server.log.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });

  test('for a page is canceled if the browser disconnects, without a server error', async () => {
    const { seen, read } = endless();
    server = await openLoggedServer(database, { read });
    const socket = connect(server.port, '127.0.0.1');
    socket.write('GET /organizations HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\n\r\n');
    await until(() => seen.started > 0);
    socket.destroy();

    await until(() => seen.aborted.length === seen.started);
    expect(seen.aborted).toContain('CLIENT_CLOSED_REQUEST');
    await until(() => server?.log.some(({ msg }) => msg === 'answered') ?? false);
    expect(server.log.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });
});

describe('a read shared by several callers', () => {
  test.each(['read', 'readData'] as const)(
    'of %s continues for the callers that stay when another leaves',
    async (name) => {
      const ask = (signal?: AbortSignal) =>
        database[name]('SELECT pg_sleep($1::float)::text AS data', [0.4], signal);
      const leaving = new AbortController();
      const left = [ask(leaving.signal), ask(leaving.signal)];
      const stays = ask();
      leaving.abort(new Error('left'));
      for (const one of left) await expect(one).rejects.toThrow('left');
      expect(await stays).toEqual(name === 'read' ? [{ data: '' }] : '');
    },
  );

  test('leaves nothing running in the database when all have left', async () => {
    const leaving = new AbortController();
    const reads = Array.from({ length: 8 }, (_, n) =>
      database.read(SLOW, [testServerUrl === undefined ? 0.1 : 15 + n], leaving.signal),
    );
    await pause(50);
    leaving.abort(new Error('left'));
    for (const one of reads) await expect(one).rejects.toThrow('left');
    // With all connections asleep, this would take 15 seconds.
    const start = performance.now();
    expect(await database.read('SELECT 1 AS one', [])).toEqual([{ one: 1 }]);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  (testServerUrl === undefined ? test.skip : test)(
    'that is canceled keeps its connection, and cancels nothing else',
    async () => {
      const connections = async () =>
        (await database.read(CONNECTIONS, [])).map(({ pid }) => pid as number);
      const before = await connections();
      for (let time = 0; time < 20; time += 1) {
        const leaving = new AbortController();
        const slow = database.read(SLOW, [10], leaving.signal);
        await pause(time);
        leaving.abort(new Error('left'));
        await expect(slow).rejects.toThrow('left');
        expect(await database.read('SELECT pg_sleep(0.01)::text AS data', [])).toEqual([
          { data: '' },
        ]);
      }
      expect(before).toEqual(expect.arrayContaining(await connections()));
    },
  );
});

describe('a server that stops', () => {
  test.each([
    ['sends only half of a body', `Content-Length: 1000\r\n\r\n{"query":`],
    ['waits for a response', `Content-Length: ${BODY.length}\r\n\r\n${BODY}`],
  ])('closes after the drain timeout even if a client %s', async (_what, rest) => {
    const { seen, read } = endless();
    server = await openLoggedServer(database, { read, config: { drainTimeoutMs: 200 } });
    const socket = connect(server.port, '127.0.0.1');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined).resume();
    socket.write(`POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n${rest}`);
    await (rest.endsWith(BODY) ? until(() => seen.started === 1) : pause(100));

    await server.close();
    await closed;
    expect(seen.aborted).toHaveLength(seen.started);
    expect(server.log).toContainEqual(
      expect.objectContaining({ msg: 'the drain timeout has passed; closing open connections' }),
    );
    server = null;
  });

  test('finishes running requests without waiting for the drain timeout', async () => {
    let started = 0;
    const slow: Database = {
      ...database,
      readData: async (text, values, signal) => {
        started += 1;
        await pause(200);
        return database.readData(text, values, signal);
      },
    };
    server = await openLoggedServer(slow, { config: { drainTimeoutMs: 60_000 } });
    const { post } = server;
    const answers = ['a', 'b', 'c'].map((name) =>
      post(`{ ${name}: organizations { totalCount } }`),
    );
    await until(() => started === 3);
    await server.close();
    for (const answer of answers) expect((await answer).status).toBe(200);
    server = null;
  });
});
