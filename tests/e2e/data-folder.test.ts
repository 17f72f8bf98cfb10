import { createHash } from 'node:crypto';
import { MIGRATIONS } from '../../src/database/migrations.js';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FOUNDING_DATA_SET } from '../../src/cli.js';
import { loadDataSet } from '../../src/data-set/load-data-set.js';
import { migrate, openDatabase, type Database } from '../../src/database/database.js';
import { EMBEDDED_FILES } from '../support/prepared-files.js';
import { openWorkplace, type Ended, type Running, type Workplace } from '../support/workplace.js';

let workplace: Workplace;
/** A data folder with every table and no row, to be copied. */
let migrated: string;
/** A data folder with the founding data, for all tests that leave it as it was: copies are slow on most disks. */
let sound: string;
beforeAll(async () => {
  workplace = openWorkplace();
  migrated = join(workplace.folder, 'migrated');
  cpSync(EMBEDDED_FILES, join(migrated, 'postgres'), { recursive: true });
  await inFolder(migrated, migrate);
  sound = copyOfMigrated('sound');
  await inFolder(sound, (database) => loadDataSet(database, FOUNDING_DATA_SET));
});
afterAll(() => workplace.close());

function copyOfMigrated(name: string): string {
  const folder = join(workplace.folder, name);
  cpSync(migrated, folder, { recursive: true });
  return folder;
}

/** Puts something else in place of a file, or nothing, for as long as the work takes. */
async function withFile<T>(
  path: string,
  content: string | null,
  work: () => Promise<T>,
): Promise<T> {
  const before = readFileSync(path);
  rmSync(path);
  if (content !== null) writeFileSync(path, content);
  try {
    return await work();
  } finally {
    writeFileSync(path, before);
  }
}

const run = (folder: string, ...words: string[]) => workplace.run(words, { DATA_DIR: folder });
const serve = (folder: string) => workplace.start(['serve'], { DATA_DIR: folder });
const isServing = (server: Running) => server.says(/SCAN Graph is at (http:\S+)/);

/** Opens the folder in this process, for as long as the work takes. */
async function inFolder<T>(dataDir: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({
    databaseUrl: null,
    dataDir,
    databasePoolSize: 1,
    statementTimeoutMs: 10_000,
  });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

function countRows(folder: string, table: string): Promise<unknown> {
  return inFolder(folder, async ({ read }) => {
    const [row] = await read(`SELECT count(*)::int AS count FROM "${table}"`, []);
    return row?.count;
  });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Changes with every file in the folder, its name and its bytes. */
function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  for (const file of filesIn(folder)) hash.update(`${file}\n`).update(readFileSync(file));
  return hash.digest('hex');
}

function expectRefusal({ code, stdout, stderr }: Ended, words: string): void {
  expect(stderr).toContain(words);
  expect(stderr).not.toMatch(/^\s+at |node:internal|^\w*Error:/m);
  expect({ code, stdout, lines: stderr.split('\n').length }).toEqual({
    code: 1,
    stdout: '',
    lines: 2,
  });
}

describe('a data folder in use', () => {
  test('is refused to another process and left unchanged, until its holder has ended or was killed', async () => {
    const folder = sound;
    const server = serve(folder);
    const [, address = ''] = await isServing(server);
    const before = fingerprint(folder);

    for (const command of ['migrate', 'serve']) {
      expectRefusal(
        await run(folder, command),
        `The data folder ${folder} is in use by process ${server.process.pid} on ${hostname()} since `,
      );
    }
    expect(fingerprint(folder)).toBe(before);
    expect((await fetch(new URL('/health/ready', address))).status).toBe(200);

    server.process.kill('SIGKILL');
    await server.ended;
    // As in a new container, which has another name, and where the process id is another program's.
    const lock = join(folder, 'in-use.json');
    const left = JSON.parse(readFileSync(lock, 'utf8')) as object;
    writeFileSync(lock, JSON.stringify({ ...left, host: 'elsewhere', pid: process.pid }));
    expect(await run(folder, 'migrate')).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(folder).sort()).toEqual(['postgres', 'scan-graph.json']);
    expect(await countRows(folder, 'organization')).toBeGreaterThan(0);
  });

  test('is also refused to the same process', async () => {
    const folder = sound;
    const ask = ({ read }: Database) => read('SELECT 1 AS one', []);
    await inFolder(folder, async (first) => {
      for (const attempt of ['second', 'third']) {
        await expect(inFolder(folder, () => Promise.resolve(attempt))).rejects.toThrow(
          new RegExp(`^The data folder ${folder} is in use by process ${process.pid} on `),
        );
      }
      expect(await ask(first)).toEqual([{ one: 1 }]);
    });
    expect(await inFolder(folder, ask)).toEqual([{ one: 1 }]);
  });

  test('is refused even if its path is longer than a socket address', async () => {
    const folder = join(workplace.folder, 'a-'.repeat(100));
    renameSync(sound, folder);
    try {
      await inFolder(folder, async () => {
        expectRefusal(await run(folder, 'migrate'), ` is in use by process ${process.pid} on `);
      });
    } finally {
      renameSync(folder, sound);
    }
  });

  test('by another machine is refused if the lock is renewed, but not if it is abandoned', async () => {
    const folder = sound;
    const lock = join(folder, 'in-use.json');
    const elsewhere = { pid: 1, host: 'elsewhere', since: '2026-01-01T00:00:00.000Z' };
    writeFileSync(lock, JSON.stringify({ ...elsewhere, kernel: 'another', socket: 'a.sock' }));
    const before = fingerprint(folder);
    const renewing = setInterval(() => {
      utimesSync(lock, new Date(), new Date());
    }, 500);
    expectRefusal(
      await run(folder, 'migrate').finally(() => {
        clearInterval(renewing);
      }),
      'is in use by process 1 on elsewhere since 2026-01-01T00:00:00.000Z. Stop that process, or set DATA_DIR to another folder.',
    );
    expect(fingerprint(folder)).toBe(before);
    expect(await run(folder, 'migrate')).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('a data folder of a killed process', () => {
  test('that was writing has all committed data and nothing else', async () => {
    const folder = copyOfMigrated('half-written');
    const size = () =>
      filesIn(join(folder, 'postgres', 'base')).reduce(
        (total, file) => total + (statSync(file, { throwIfNoEntry: false })?.size ?? 0),
        0,
      );
    const before = size();
    const generating = workplace.start(['generate', '--ties', '30000'], { DATA_DIR: folder });
    while (size() < before + 2_000_000 && generating.process.exitCode === null) await pause(5);
    generating.process.kill('SIGKILL');
    expect(await generating.ended).toMatchObject({ signal: 'SIGKILL' });

    expect(await countRows(folder, 'migrations')).toBe(MIGRATIONS.length);
    expect(await countRows(folder, 'organization')).toBe(0);
  });

  test('is taken over by only one of two processes that start at the same time', async () => {
    const folder = sound;
    const gone = { pid: 2 ** 30, host: hostname(), since: '2026-01-01T00:00:00.000Z' };
    writeFileSync(join(folder, 'in-use.json'), JSON.stringify(gone));
    const commands = [serve(folder), serve(folder)];
    const first = await Promise.race(
      commands.map(async (command) => ({ command, ended: await command.ended })),
    );
    expectRefusal(first.ended, `The data folder ${folder} is in use by process `);
    const other = commands.find((command) => command !== first.command);
    await isServing(other as Running);
    other?.process.kill('SIGTERM');
    expect(await other?.ended).toMatchObject({ code: 0 });
  });

  test.each(['', '{"pid":'])('with an incomplete lock can be opened: %j', async (lock) => {
    const folder = sound;
    writeFileSync(join(folder, 'in-use.json'), lock);
    expect(await run(folder, 'migrate')).toMatchObject({ code: 0, stderr: '' });
  });

  test('that was just created is created again, and other files are left alone', async () => {
    const folder = join(workplace.folder, 'begun');
    mkdirSync(folder);
    writeFileSync(join(folder, 'letter.txt'), 'Dear cluster');
    const begun = workplace.start(['migrate'], { DATA_DIR: folder });
    while (!existsSync(join(folder, 'postgres')) && begun.process.exitCode === null) await pause(5);
    begun.process.kill('SIGKILL');
    expect(await begun.ended).toMatchObject({ signal: 'SIGKILL' });

    // In whatever moment it was killed: this is the worst that it could have left.
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '');
    expect(await run(folder, 'migrate')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Applied /),
      stderr: '',
    });
    expect(readdirSync(folder).sort()).toEqual(['letter.txt', 'postgres', 'scan-graph.json']);
    expect(readFileSync(join(folder, 'letter.txt'), 'utf8')).toBe('Dear cluster');
  });
});

describe('a data folder that this version cannot read is refused and left unchanged', () => {
  const NO_VERSION =
    '/postgres has no valid PG_VERSION: it is damaged or not a database. Restore a backup of the data folder, or ';

  test.each<[string, string, string | null, string]>([
    ['of a newer version', 'scan-graph.json', '{"format":2}', 'a newer version of SCAN Graph'],
    ['of an unknown version', 'scan-graph.json', '{"format":"x"}', 'a newer version of SCAN Graph'],
    ['of an older PostgreSQL', 'postgres/PG_VERSION', '17\n', 'files of PostgreSQL 17; this ver'],
    [
      'of a newer PostgreSQL',
      'postgres/PG_VERSION',
      '19\n',
      'files of PostgreSQL 19; this version',
    ],
    ['with garbage as version', 'postgres/PG_VERSION', 'x\u0000', NO_VERSION],
    ['without a version', 'postgres/PG_VERSION', null, NO_VERSION],
  ])('%s', async (_name, file, content, words) => {
    await withFile(join(sound, file), content, async () => {
      const before = fingerprint(sound);
      const ended = await run(sound, 'migrate');
      expectRefusal(ended, words);
      expect(ended.stderr).toContain(sound);
      expect(ended.stderr).toContain('or set DATA_DIR to another folder.');
      expect(fingerprint(sound)).toBe(before);
    });
  });

  test('with damaged files is refused too', async () => {
    await withFile(join(sound, 'postgres/global/pg_control'), '', async () => {
      expectRefusal(
        await run(sound, 'migrate'),
        `The database files in ${sound}/postgres cannot be opened: `,
      );
      expect(existsSync(join(sound, 'in-use.json'))).toBe(false);
    });
  });

  test('of a newer schema, naming the unknown migrations', async () => {
    const folder = copyOfMigrated('newer-schema');
    await inFolder(folder, ({ dataSource }) =>
      dataSource.query(
        `INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'AddCastles9999999999999')`,
      ),
    );
    expectRefusal(
      await run(folder, 'serve'),
      'The database was written by a newer version of SCAN Graph (with the migrations AddCastles9999999999999). Use that version. Nothing was changed.',
    );
    expect(await countRows(folder, 'organization')).toBe(0);
  });
});

describe('an invalid data folder', () => {
  test.each([
    ['because a file is there', 'file', 'it, or a part of its path, is a file'],
    ['because it would be in a file', 'file/folder', 'it, or a part of its path, is a file'],
    ['because a link to nothing is there', 'link', 'a file or a broken link is in its place'],
  ])('%s is refused', async (_name, path, reason) => {
    const file = join(workplace.folder, 'file');
    writeFileSync(file, 'mine');
    rmSync(join(workplace.folder, 'link'), { force: true });
    symlinkSync(join(workplace.folder, 'nowhere', 'at-all'), join(workplace.folder, 'link'));
    const folder = join(workplace.folder, path);
    expectRefusal(
      await run(folder, 'migrate'),
      `The data folder ${folder} cannot be used: ${reason}. Set DATA_DIR to `,
    );
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test('with a truncated write-ahead log is refused', async () => {
    const folder = copyOfMigrated('log');
    for (const file of filesIn(join(folder, 'postgres', 'pg_wal'))) truncateSync(file, 100);
    expectRefusal(
      await run(folder, 'migrate'),
      `The database files in ${folder}/postgres cannot be opened: could not `,
    );
  });

  test('with an empty folder for the files is filled', async () => {
    const folder = join(workplace.folder, 'empty-files');
    mkdirSync(join(folder, 'postgres'), { recursive: true });
    expect(await inFolder(folder, migrate)).toHaveLength(MIGRATIONS.length);
  });
});
