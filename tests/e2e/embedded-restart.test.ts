import { cpSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { amcheck } from '@electric-sql/pglite/contrib/amcheck';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { migrate, overEmbedded, type Database } from '../../src/database/database.js';
import { EmbeddedPostgres } from '../../src/database/embedded.js';
import { withResolvers } from '../../src/with-resolvers.js';
import { openLoggedServer, type LoggedServer } from '../support/logged-server.js';
import { EMBEDDED_FILES } from '../support/prepared-files.js';

const STATEMENT_TIMEOUT_MS = 3000;
/** Runs for hours. */
const ENDLESS = 'SELECT count(*) FROM generate_series(1, 1000000000000) AS n';
const INSERT = `INSERT INTO note SELECT $1::int, n, md5(n::text) FROM generate_series(1, 20000) AS n`;
const ROWS = 20_000;

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'scan-graph-embedded-'));
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

function newFolder(name: string): string {
  const folder = join(home, name);
  cpSync(EMBEDDED_FILES, folder, { recursive: true });
  return folder;
}

function poolOn(embedded: EmbeddedPostgres): pg.Pool {
  const pool = new pg.Pool({
    max: 1,
    idleTimeoutMillis: 0,
    user: 'postgres',
    database: 'postgres',
    stream: () => embedded.connect(),
  });
  return pool.on('error', () => undefined);
}

async function inFolder(
  name: string,
  work: (pool: pg.Pool, embedded: EmbeddedPostgres, folder: string) => Promise<void>,
): Promise<string> {
  const folder = newFolder(name);
  const embedded = await EmbeddedPostgres.open({ folder });
  const pool = poolOn(embedded);
  try {
    await work(pool, embedded, folder);
  } finally {
    await pool.end();
    await embedded.close();
  }
  return folder;
}

/** Begins something and cuts it off by giving its connection back as broken, as a timeout does. */
async function cutOff(
  pool: pg.Pool,
  when: number | Promise<unknown>,
  work: (client: pg.PoolClient) => Promise<unknown>,
): Promise<void> {
  const client = await pool.connect();
  client.on('error', () => undefined);
  const result = work(client).catch((error: unknown) => error);
  await (typeof when === 'number' ? pause(when) : when);
  client.release(new Error('It took too long.'));
  expect(String(await result)).toMatch(/Connection terminated|embedded database has stopped/);
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await pause(20);
}

describe('a statement whose connection is destroyed', () => {
  test('ends; waiting reads are answered, and the state reports the reopening', async () => {
    await inFolder('waiting', async (pool, embedded) => {
      await pool.query('CREATE TABLE note (id int)');
      await pool.query('INSERT INTO note VALUES (7)');
      const cut = cutOff(pool, 400, (client) => client.query(ENDLESS));
      const waiting = [1, 2, 3].map((n) => pool.query('SELECT id + $1::int AS sum FROM note', [n]));
      expect(embedded.state).toBe('OPEN');
      await cut;
      expect(embedded.state).toBe('REOPENING');
      const answers = await Promise.all(waiting);
      expect(answers.map(({ rows }) => rows)).toEqual([[{ sum: 8 }], [{ sum: 9 }], [{ sum: 10 }]]);
      expect(embedded.state).toBe('OPEN');
    });
  });

  test('is not cut off if it ends by itself: its transaction and settings are gone, the thread stays', async () => {
    await inFolder('short', async (pool, embedded) => {
      await pool.query('CREATE TABLE note (id int)');
      await cutOff(pool, 0, async (client) => {
        await client.query(`BEGIN; SET work_mem = '64kB'; INSERT INTO note VALUES (1)`);
        await client.query(ENDLESS);
      });
      expect(embedded.state).toBe('OPEN');
      const { rows } = await pool.query('SELECT id FROM note');
      expect([rows, embedded.state]).toEqual([[], 'OPEN']);
    });
  });

  test('of another connection continues: only its own connection ends a statement', async () => {
    await inFolder('others', async (pool, embedded) => {
      const other = poolOn(embedded);
      await other.query('SELECT 1');
      const running = pool.query<{ n: number }>(
        `SELECT sum(n)::float8 AS n FROM generate_series(1, 3000000) AS n`,
      );
      await pause(20);
      await cutOff(other, 250, (client) => client.query('SELECT 2'));
      expect((await running).rows).toEqual([{ n: 4_500_001_500_000 }]);
      await other.end();
    });
  });

  test('of a database in memory runs to its end, so no data are lost', async () => {
    const embedded = await EmbeddedPostgres.open({ folder: null });
    const pool = poolOn(embedded);
    await pool.query('CREATE TABLE note AS SELECT 7 AS id');
    await cutOff(pool, 10, (client) =>
      client.query('SELECT count(*) FROM generate_series(1, 1000000) AS n'),
    );
    expect(embedded.state).toBe('OPEN');
    expect((await pool.query('SELECT id FROM note')).rows).toEqual([{ id: 7 }]);
    await pool.end();
    await embedded.close();
  });
});

describe('a write that is cut off at any moment', () => {
  test('keeps everything committed, nothing uncommitted, and valid indexes', async () => {
    const folder = await inFolder('writes', async (pool, embedded) => {
      await pool.query('CREATE EXTENSION pg_trgm');
      await pool.query('CREATE TABLE note (batch int, n int, text text, PRIMARY KEY (batch, n))');
      await pool.query('CREATE INDEX ON note (text)');
      await pool.query('CREATE INDEX ON note USING gin (text gin_trgm_ops)');
      const sure = new Set<number>();
      const begun = new Set<number>();
      let last = 0;
      for (const afterMs of [250, 400, 610, 830]) {
        const isCommitted = withResolvers<undefined>();
        await cutOff(
          pool,
          isCommitted.promise.then(() => pause(afterMs)),
          async (client) => {
            for (;;) {
              last += 1;
              await client.query('BEGIN');
              await client.query(INSERT, [last]);
              begun.add(last);
              await client.query('COMMIT');
              sure.add(last);
              isCommitted.resolve(undefined);
            }
          },
        );
        const { rows } = await pool.query<{ batch: number; rows: number }>(
          'SELECT batch, count(*)::int AS rows FROM note GROUP BY batch',
        );
        expect(embedded.state).toBe('OPEN');
        const stored = rows.map(({ batch }) => batch);
        expect(stored).toEqual(expect.arrayContaining([...sure]));
        // A COMMIT that was under way may have been done, whole.
        expect([...begun]).toEqual(expect.arrayContaining(stored));
        expect(rows.every((row) => row.rows === ROWS)).toBe(true);
        for (const batch of stored) sure.add(batch);
      }
      expect(sure.size).toBeGreaterThan(0);
    });
    const database = await PGlite.create({ dataDir: folder, extensions: { amcheck, pg_trgm } });
    await database.exec('CREATE EXTENSION amcheck');
    const faults = await database.query(
      `SELECT fault.* FROM pg_class, verify_heapam(oid) AS fault WHERE relkind = 'r'`,
    );
    const indexes = await database.query(
      `SELECT CASE amname WHEN 'btree' THEN bt_index_check(index.oid, true)::text
                            WHEN 'gin' THEN gin_index_check(index.oid)::text END
         FROM pg_class AS index JOIN pg_am ON pg_am.oid = relam WHERE relkind = 'i'`,
    );
    await database.close();
    expect(faults.rows).toEqual([]);
    expect(indexes.rows.length).toBeGreaterThan(100);
  });

  test('leaves no temporary sort file behind', async () => {
    await inFolder('sorts', async (pool, _embedded, folder) => {
      const files = join(folder, 'base/pgsql_tmp');
      const temporary = () => (existsSync(files) ? readdirSync(files) : []);
      await cutOff(
        pool,
        until(() => temporary().length > 0),
        (client) => client.query(ENDLESS),
      );
      await pool.query('SELECT 1');
      expect(temporary()).toEqual([]);
    });
  });
});

describe('a server over an embedded database', () => {
  let files: string;
  let embedded: EmbeddedPostgres;
  let database: Database;
  let server: LoggedServer;
  beforeAll(async () => {
    files = newFolder('served');
    embedded = await EmbeddedPostgres.open({ folder: files });
    database = await overEmbedded(embedded, files, STATEMENT_TIMEOUT_MS);
    await migrate(database);
    await database.dataSource.query(`
      ALTER TABLE source RENAME TO real_source;
      CREATE VIEW source AS SELECT real_source.* FROM real_source RIGHT JOIN (${ENDLESS}) AS endless ON true`);
    await database.checkpoint();
    server = await openLoggedServer(database);
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  const codeOf = async (query: string): Promise<unknown> => {
    const { data, errors } = (await server.post(query)).json();
    return errors === undefined ? data : errors[0].extensions.code;
  };
  const readiness = async () => {
    const { status, body } = await server.request({ path: '/health/ready' });
    return [status, JSON.parse(body).status];
  };
  const ENDLESS_QUERY = '{ sources { totalCount } }';
  const QUICK_QUERY = '{ sectors { totalCount } }';
  const QUICK_DATA = { sectors: { totalCount: 0 } };

  test('ends a long statement with TIMEOUT, answers the others, and stays ready', async () => {
    const seen = new Set<string>();
    const polling = new AbortController();
    const looking = (async () => {
      for (;;) {
        seen.add((await readiness()).join(' '));
        if (polling.signal.aborted) return;
        await pause(20);
      }
    })();
    const long = codeOf(ENDLESS_QUERY);
    await pause(100);
    const others = [1, 2, 3].map(() => codeOf(QUICK_QUERY));
    expect(await Promise.all(others)).toEqual([QUICK_DATA, QUICK_DATA, QUICK_DATA]);
    expect(await long).toBe('TIMEOUT');
    expect(await codeOf(QUICK_QUERY)).toEqual(QUICK_DATA);
    polling.abort();
    await looking;
    expect([...seen].sort()).toEqual(['200 READY', '503 REOPENING']);
    expect(await readiness()).toEqual([200, 'READY']);
  });

  test('is not ready while the files cannot be opened, reports it to clients, and recovers by itself', async () => {
    const log = join(files, 'pg_wal');
    renameSync(log, `${log}.away`);
    await database.dataSource.query('SELECT pg_switch_wal()');
    await expect(database.dataSource.query('CREATE TABLE lost ()')).rejects.toThrow(
      /embedded database has stopped: could not .*pg_wal/,
    );
    await until(() => embedded.state === 'FAILED');
    expect(await readiness()).toEqual([503, 'UNREACHABLE']);
    expect(await codeOf(QUICK_QUERY)).toBe('SERVICE_UNAVAILABLE');
    expect(JSON.stringify(server.log)).toMatch(/embedded database cannot be reopened: .*pg_wal/);

    renameSync(`${log}.away`, log);
    await until(() => embedded.state === 'OPEN');
    expect(await readiness()).toEqual([200, 'READY']);
    expect(await codeOf(QUICK_QUERY)).toEqual(QUICK_DATA);
  });

  test('refuses a statement that is nested too deeply, and continues', async () => {
    const deep = `SELECT '${'['.repeat(100_000)}${']'.repeat(100_000)}'::jsonb`;
    await expect(database.read(deep, [])).rejects.toMatchObject({ code: '54001' });
    expect(await codeOf(QUICK_QUERY)).toEqual(QUICK_DATA);
  });

  test('fails an export whose cursor was lost with the session', async () => {
    const { batches, close } = await database.openLongRead();
    const rows = batches('SELECT n FROM generate_series(1, 100) AS n', [], 10);
    expect((await rows.next()).value).toHaveLength(10);
    expect(await codeOf(ENDLESS_QUERY)).toBe('TIMEOUT');
    await expect(rows.next()).rejects.toMatchObject({
      name: 'DatabaseUnreachableError',
      message: expect.stringMatching(/cursor/),
    });
    await close();
  });
});
