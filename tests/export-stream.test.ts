import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../src/database/database.js';
import type { LongRead } from '../src/database/long-read.js';
import { EXPORT_LIMITS, type ExportLimits } from '../src/export-limits.js';
import { openInputFile } from '../src/import/input-file.js';
import { readSheets } from '../src/import/sheets.js';
import { createLog, createServer } from '../src/http/server.js';
import { openTestDatabase } from './support/databases.js';
import { isOnServer } from './support/database-on-server.js';
import { storeFunding } from './support/funding.js';
import { fileFolder } from './support/import-files.js';
import { schema } from './support/schema.js';
import { SERVER_CONFIG } from './support/server-config.js';
import { freshDatabase, openWorkplace } from './support/workplace.js';

/** Ten batches, and more bytes than the sockets of a machine hold. */
const GRANTS = 2000;
const CHARACTERS = 12_000;

let database: Database;
let app: FastifyInstance;
let port: number;
/** How many records the export under way has asked the database for, and whether it has let go of it. */
const seen = { records: 0, opened: 0, closed: 0 };
/** What is done when the second batch is read. */
let atSecondBatch: () => Promise<unknown> = () => Promise.resolve();

beforeAll(async () => {
  database = await openTestDatabase('EMPTY');
  await storeFunding(database);
  await database.dataSource.query(
    `INSERT INTO "grant" (id, source_id, scheme, identifier, title, description, funder_id, currency, awarded, awarded_on, to_individuals, is_secondary_report)
     SELECT (substr(md5(n::text), 1, 8) || '-' || substr(md5(n::text), 9, 4) || '-8014-8000-' || substr(md5(n::text), 13, 12))::uuid,
       g.source_id, 'SCAN', 'many-' || lpad(n::text, 5, '0'), 'Grant ' || n, (SELECT string_agg(md5(n || ' ' || i), '') FROM generate_series(1, $1::int / 32) i), g.funder_id, 'RSD', n, '2019-01-01', true, false
     FROM generate_series(1, $2::int) n, (SELECT * FROM "grant" WHERE identifier = 'vague') g`,
    [CHARACTERS, GRANTS],
  );
  app = await served(EXPORT_LIMITS);
  port = portOf(app);
});
beforeEach(() => {
  Object.assign(seen, { records: 0, opened: 0, closed: 0 });
  atSecondBatch = () => Promise.resolve();
});
afterAll(async () => {
  await app.close();
  await database.close();
});

async function served(exportLimits: ExportLimits): Promise<FastifyInstance> {
  const server = await createServer({
    config: { ...SERVER_CONFIG, cacheCharacters: 0, trustedProxies: ['127.0.0.1'] },
    database: {
      ...database,
      openLongRead: async (signal) => watched(await database.openLongRead(signal)),
    },
    schema,
    log: createLog('silent'),
    exportLimits,
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  return server;
}

const portOf = (server: FastifyInstance) => (server.server.address() as AddressInfo).port;

function watched(longRead: LongRead): LongRead {
  seen.opened += 1;
  return {
    ...longRead,
    read: async (sql, values) => {
      const rows = await longRead.read(sql, values);
      if (sql.includes('WITH ORDINALITY')) {
        if (seen.records > 0) await atSecondBatch();
        seen.records += rows.length;
      }
      return rows;
    },
    close: async () => {
      await longRead.close();
      seen.closed += 1;
    },
  };
}

const MANY = encodeURIComponent('{"currency":{"in":["RSD"]}}');
/** A sixth of them, in two batches. */
const SOME = encodeURIComponent(
  JSON.stringify({ or: [11, 12, 13].map((n) => ({ title: { contains: `grant ${String(n)}` } })) }),
);
const opened: IncomingMessage[] = [];
function open(
  file: string,
  at = port,
  client = '192.0.2.1',
  accepted = 'identity',
  filter = MANY,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      host: '127.0.0.1',
      port: at,
      path: `/export/${file}?filter=${filter}`,
      headers: { 'x-forwarded-for': client, 'accept-encoding': accepted },
      agent: false,
    });
    request.once('error', reject).once('response', (response) => {
      opened.push(response);
      resolve(response);
    });
    request.end();
  });
}

async function identifiersOf(response: IncomingMessage): Promise<unknown[]> {
  const rows = parse<Record<string, string>>(await text(response), { bom: true, columns: true });
  return rows.map(({ Identifier }) => Identifier);
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(20);
}

describe('an export of many batches', () => {
  test('is complete, with each row once', async () => {
    const rows = parse<Record<string, string>>(await text(await open('grants.csv')), {
      bom: true,
      columns: true,
    });
    expect(rows.map(({ Identifier }) => Identifier)).toEqual(
      Array.from({ length: GRANTS }, (_, index) => `many-${String(index + 1).padStart(5, '0')}`),
    );
    expect(new Set(rows.map(({ Description = '' }) => Description.length))).toEqual(
      new Set([CHARACTERS]),
    );
    expect(seen).toEqual({ records: GRANTS, opened: 1, closed: 1 });
  });

  test.each([
    'grants.csv',
    'grants.xlsx',
    'grants.json',
    'grants.360giving.json',
    'grants.iati.xml',
  ])('%s is read at the speed of the database, even if its client is slow', async (file) => {
    const response = await open(file);
    response.pause();
    await until(() => seen.closed === 1);
    expect(seen.opened).toBe(1);
    // Only then is it taken, and nothing is missing.
    const bytes = await buffer(response);
    expect(bytes.length).toBeGreaterThan(
      file.endsWith('xlsx') ? GRANTS * 100 : GRANTS * CHARACTERS,
    );
    expect(response.complete).toBe(true);
  });

  test.each(['identity', 'gzip', 'br'])(
    'in %s stops reading when its client has disconnected',
    async (accepted) => {
      const gone = new Promise<void>((resolve) => {
        atSecondBatch = async () => {
          resolve();
          await left;
        };
      });
      let leave = (): void => undefined;
      const left = new Promise<void>((resolve) => (leave = resolve));
      const response = await open('grants.csv', port, '192.0.2.1', accepted);
      await gone;
      response.destroy();
      await pause(100);
      leave();
      await until(() => seen.closed === 1);
      expect(seen.records).toBeLessThan(GRANTS / 2);
    },
  );

  (isOnServer ? test : test.skip)(
    'is canceled in the database when its client has gone',
    async () => {
      const running = async (state: string) => {
        const [row] = await database.dataSource.query<{ count: number }[]>(
          `SELECT count(*)::int AS count FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'scan-graph export' AND ${state}`,
        );
        return row?.count ?? 0;
      };
      const runner = database.dataSource.createQueryRunner();
      await runner.startTransaction();
      await runner.query('LOCK TABLE source IN ACCESS EXCLUSIVE MODE');
      const request = httpRequest({
        host: '127.0.0.1',
        port,
        path: '/export/grants.csv',
        agent: false,
      });
      request.on('error', () => undefined).end();
      while ((await running(`wait_event_type = 'Lock'`)) === 0) await pause(20);
      request.destroy();
      while ((await running(`wait_event_type = 'Lock'`)) > 0) await pause(20);
      await until(() => seen.closed === 1);
      expect(await running(`state <> 'idle'`)).toBe(0);
      await runner.rollbackTransaction();
      await runner.release();
    },
  );

  test('does not block other reads, and keeps the rows selected at its start', async () => {
    const identifiers: unknown[] = [];
    atSecondBatch = async () => {
      atSecondBatch = () => Promise.resolve();
      const [row] = await database.read(
        `SELECT count(*)::int AS count FROM "grant" WHERE currency = 'RSD'`,
        [],
      );
      identifiers.push(row?.count);
      await database.dataSource.query(
        `UPDATE "grant" SET identifier = 'renamed-1000' WHERE identifier = 'many-01000'`,
      );
      await database.dataSource.query(`DELETE FROM "grant" WHERE identifier = 'many-02000'`);
    };
    const rows = parse<Record<string, string>>(await text(await open('grants.csv')), {
      bom: true,
      columns: true,
    });

    expect(identifiers).toEqual([GRANTS]);
    const names = rows.map(({ Identifier }) => Identifier);
    // On a server it is one state; embedded, each batch is read as it then is.
    expect(names[999]).toBe(isOnServer ? 'many-01000' : 'renamed-1000');
    expect(names).toHaveLength(isOnServer ? GRANTS : GRANTS - 1);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(['identity', 'gzip', 'br'])(
    'in %s that fails halfway is cut off and releases the database',
    async (accepted) => {
      let begin = (): void => undefined;
      const begun = new Promise<void>((resolve) => (begin = resolve));
      atSecondBatch = async () => {
        await begun;
        throw new Error('The disk is on fire.');
      };
      const response = await open('grants.csv', port, '192.0.2.1', accepted);
      begin();
      expect(response.statusCode).toBe(200);
      await expect(text(response)).rejects.toThrow('aborted');
      expect(seen).toMatchObject({ opened: 1, closed: 1 });
    },
  );
});

describe('an export with low limits', () => {
  /** No multiple of a batch. */
  const ROWS_A_SHEET = 121;
  const files = fileFolder();
  const servers: FastifyInstance[] = [];
  const heldTo = async (limits: Partial<ExportLimits>): Promise<number> => {
    const server = await served({ ...EXPORT_LIMITS, ...limits });
    servers.push(server);
    return portOf(server);
  };
  const connectionsOf = (server: FastifyInstance | undefined) =>
    new Promise<number>((resolve, reject) => {
      server?.server.getConnections((error, count) => {
        if (error === null) resolve(count);
        else reject(error);
      });
    });
  afterEach(() => {
    for (const response of opened.splice(0)) response.destroy();
    return Promise.all(servers.splice(0).map((server) => server.close()));
  });
  afterAll(() => {
    files.remove();
  });

  const TOO_SLOW = { bytesPerSecond: 10, windowMs: 500 };
  test.each<[string, string, Partial<ExportLimits>]>([
    ['identity', 'its client reads too slowly', TOO_SLOW],
    ['gzip', 'its client reads too slowly', TOO_SLOW],
    ['br', 'its client reads too slowly', TOO_SLOW],
    ['identity', 'it exceeds its maximum duration', { totalMs: 500 }],
    ['gzip', 'it exceeds its maximum duration', { totalMs: 500 }],
    ['identity', 'the spool is full', { spoolBytes: 5_000_000 }],
    ['gzip', 'the spool is full', { spoolBytes: 5_000_000 }],
  ])('in %s is cut off when %s, and releases the database', async (accepted, _why, limits) => {
    const response = await open('grants.csv', await heldTo(limits), '192.0.2.1', accepted);
    response.pause();
    await until(() => seen.closed === 1);
    // Who is paused does not see it; the server does.
    while ((await connectionsOf(servers[0])) > 0) await pause(50);
    await expect(text(response)).rejects.toThrow('aborted');
  });

  test('is refused when the spool is full before anything of it was sent', async () => {
    // Brotli holds back what it has taken in.
    const response = await open(
      'grants.csv',
      await heldTo({ spoolBytes: 1000 }),
      '192.0.2.1',
      'br',
    );
    expect(response.statusCode).toBe(503);
    expect(response.headers).not.toHaveProperty('content-disposition');
    expect(response.headers['content-encoding']).toBeUndefined();
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(await text(response))).toMatchObject({
      errors: [
        { message: expect.stringContaining('no disk space'), extensions: { code: 'OVERLOADED' } },
      ],
    });
  });

  test('can be one of two for its client; a third is refused, and other clients are served', async () => {
    const at = await heldTo({});
    const running = [await open('grants.csv', at), await open('grants.json', at)];
    for (const response of running) response.pause();
    const third = await open('grants.csv', at);
    expect(third.statusCode).toBe(429);
    expect(third.headers['retry-after']).toMatch(/^\d+$/);
    expect(JSON.parse(await text(third))).toMatchObject({
      errors: [{ extensions: { code: 'TOO_MANY_REQUESTS' } }],
    });
    const other = await open('grants.csv', at, '192.0.2.2');
    expect(other.statusCode).toBe(200);
    for (const response of [...running, other]) response.destroy();
    await until(() => seen.closed >= 3);
    const next = await open('grants.csv', at);
    expect(next.statusCode).toBe(200);
    next.destroy();
  });

  test('is refused when the spool cannot be written', async () => {
    const workplace = openWorkplace();
    const fresh = await freshDatabase(workplace, 'FOUNDING');
    const { says } = workplace.start(['serve'], { ...fresh.settings, TMPDIR: '/no/such/folder' });
    const [, at = ''] = await says(/is at http:\/\/\S+?:(\d+)/);
    const refused = await open('grants.csv', Number(at));
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '10']);
    expect(JSON.parse(await text(refused))).toMatchObject({
      errors: [
        { message: expect.stringContaining('no disk space'), extensions: { code: 'OVERLOADED' } },
      ],
    });
    await workplace.close();
    await fresh.drop();
  });

  test('is refused when all clients together have reached the maximum, until one is complete', async () => {
    const at = await heldTo({ atOnce: 1 });
    const first = await open('grants.csv', at);
    first.pause();
    const second = await open('grants.csv', at);
    expect(second.statusCode).toBe(503);
    expect(second.headers['retry-after']).toMatch(/^\d+$/);
    expect(JSON.parse(await text(second))).toMatchObject({
      errors: [{ extensions: { code: 'OVERLOADED' } }],
    });
    await text(first);
    const third = await open('grants.csv', at);
    expect(third.statusCode).toBe(200);
    third.destroy();
  });

  test('does not keep others waiting, even if four clients are slow', async () => {
    const at = await heldTo({ perClient: 10 });
    const slow = await Promise.all(Array.from({ length: 4 }, () => open('grants.csv', at)));
    for (const response of slow) response.pause();
    const fifth = await open('grants.csv', at);
    expect((await identifiersOf(fifth)).length).toBeGreaterThanOrEqual(GRANTS - 1);
    for (const response of slow) response.destroy();
    await until(() => seen.closed >= 5);
  });

  test('continues in a second sheet of a workbook when the first is full', async () => {
    const some = async (file: string, at = port) => open(file, at, undefined, undefined, SOME);
    const all = (await identifiersOf(await some('grants.csv'))).map(String);
    const response = await some('grants.xlsx', await heldTo({ rowsASheet: ROWS_A_SHEET }));
    const file = await openInputFile(files.write('grants.xlsx', await buffer(response)));
    const sheets: [name: string | null, rows: string[][]][] = [];
    for await (const { name, rows } of readSheets(file)) {
      const read: string[][] = [];
      for await (const { cells } of rows) read.push([...cells]);
      sheets.push([name, read]);
    }

    expect(sheets.map(([name]) => name)).toEqual(['Grants', 'Grants 2', 'Grants 3', 'Meta']);
    const full = sheets.slice(0, 3).map(([, rows]) => rows);
    expect(full.map(({ length }) => length)).toEqual([
      ROWS_A_SHEET,
      ROWS_A_SHEET,
      all.length + 3 - 2 * ROWS_A_SHEET,
    ]);
    const headings = full.map(([first]) => first);
    expect(headings).toEqual([headings[0], headings[0], headings[0]]);
    const identifier = headings[0]?.indexOf('Identifier') ?? -1;
    expect(full.flatMap((rows) => rows.slice(1).map((cells) => cells[identifier]))).toEqual(all);
  });
});
