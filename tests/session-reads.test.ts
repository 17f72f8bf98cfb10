import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { overEmbedded, type Database } from '../src/database/database.js';
import { EmbeddedPostgres } from '../src/database/embedded.js';
import { EMBEDDED_FILES } from './support/prepared-files.js';

/** The thread is ended and the data folder reopened several times, on a busy machine. */
const LONG_TEST = 90_000;
/** Takes seconds, and returns `n`. */
const LONG_READ = 'SELECT count(*)::int AS n FROM generate_series(1, $1::int) AS n';
const ENDLESS = 1_000_000_000;

let folder: string;
let embedded: EmbeddedPostgres;
let database: Database;
/** As many rows as take some three seconds on this machine. */
let rows: number;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scan-graph-session-'));
  cpSync(EMBEDDED_FILES, join(folder, 'postgres'), { recursive: true });
  embedded = await EmbeddedPostgres.open({ folder: join(folder, 'postgres') });
  database = await overEmbedded(embedded, folder, 60_000);
  const start = performance.now();
  await read(300_000);
  rows = Math.round((300_000 * 3000) / (performance.now() - start));
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
