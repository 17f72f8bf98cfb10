import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type pg from 'pg';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { overEmbedded, type Database } from '../src/database/database.js';
import { EmbeddedPostgres } from '../src/database/embedded.js';
import { SessionReads } from '../src/database/session-reads.js';
import { EMBEDDED_FILES } from './support/prepared-files.js';

/** The thread is ended and the data folder reopened several times, on a busy machine. */
const LONG_TEST = 90_000;
/** Takes seconds, and returns `n`. */
const LONG_READ = 'SELECT count(*)::int AS n FROM generate_series(1, $1::int) AS n';
const ENDLESS = 1_000_000_000;
const FOREVER = new AbortController().signal;

let folder: string;
let embedded: EmbeddedPostgres;
let database: Database;
/** As many rows as take some one and a half seconds on this machine: several turns. */
let rows: number;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scan-graph-session-'));
  cpSync(EMBEDDED_FILES, join(folder, 'postgres'), { recursive: true });
  embedded = await EmbeddedPostgres.open({ folder: join(folder, 'postgres') });
  database = await overEmbedded(embedded, folder, 60_000);
  const start = performance.now();
  await read(300_000);
  rows = Math.round((300_000 * 1500) / (performance.now() - start));
}, LONG_TEST);
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const read = async (n: number, signal?: AbortSignal) =>
  (await database.read(LONG_READ, [n], signal))[0]?.n;
const short = (n: number) =>
  database.read(`SELECT ${n} AS short`, []).then(([row]) => row?.short as number);

test(
  'a short read overtakes a long one that is running, and both are answered',
  async () => {
    const order: unknown[] = [];
    const long = read(rows).then((n) => order.push(n));
    await pause(100);
    await Promise.all([1, 2, 3].map(async (n) => order.push(await short(n))));
    await long;
    expect(order).toEqual([1, 2, 3, rows]);
  },
  LONG_TEST,
);

test(
  'among statements with unknown duration, the shortest text runs first',
  async () => {
    const order: string[] = [];
    const running = read(1000);
    const longer = database
      .read(`SELECT ${Array.from({ length: 50 }, (_, n) => `${n} AS c${n}`).join(', ')}`, [])
      .then(() => order.push('longer'));
    const shorter = database.read('SELECT 99 AS shorter', []).then(() => order.push('shorter'));
    await Promise.all([running, longer, shorter]);
    expect(order).toEqual(['shorter', 'longer']);
  },
  LONG_TEST,
);

test(
  'reads known to be long do not interrupt each other',
  async () => {
    // The first was learned by the test before.
    const other = 'SELECT count(*)::int AS n FROM generate_series(2, $1::int + 1) AS n';
    const all = [read(rows), database.read(other, [rows]), read(rows + 1)];
    expect(await Promise.all(all)).toEqual([rows, [{ n: rows }], rows + 1]);
  },
  LONG_TEST,
);

test(
  'a part of a copy lets reads of unknown duration go first, even if they have longer texts',
  async () => {
    const order: string[] = [];
    const pool = (database.dataSource.driver as PostgresDriver).master as pg.Pool;
    const reads = new SessionReads(pool, { timeoutMs: 60_000, canEnd: true });
    const other = `SELECT ${Array.from({ length: 60 }, (_, n) => `${n} AS d${n}`).join(', ')}`;
    const run = (text: string) => reads.run(text, [], () => undefined);
    const running = run('SELECT pg_sleep(0.2)');
    const copied = reads.copyOut(`COPY (SELECT 'a,b' AS t) TO STDOUT (FORMAT csv)`, FOREVER);
    const copy = copied.then((rows) => order.push(rows.toString()));
    await Promise.all([running, copy, run(other).then(() => order.push('other'))]);
    expect(order).toEqual(['other', '"a,b"\n']);
  },
  LONG_TEST,
);

test(
  'a read whose caller has left is ended and not run again',
  async () => {
    const leaving = new AbortController();
    const left = read(ENDLESS, leaving.signal);
    await pause(100);
    const waits = read(1);
    leaving.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    expect(await waits).toBe(1);
    expect(await short(4)).toBe(4);
  },
  LONG_TEST,
);
