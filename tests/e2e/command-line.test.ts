import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { request as httpRequest } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openDatabase } from '../../src/database/database.js';
import { dataSetFolder, record, removeDataSetFolders } from '../support/data-set-folder.js';
import {
  freshDatabase,
  openWorkplace,
  type Ended,
  type FreshDatabase,
  type Running,
  type Settings,
  type Workplace,
} from '../support/workplace.js';

let workplace: Workplace;
beforeAll(() => {
  workplace = openWorkplace();
});
afterAll(() => workplace.close());

/** What a refusal is: status 1, nothing on standard output, and words for a person on the other. */
function expectRefusal({ code, stdout, stderr }: Ended, words: string | RegExp): void {
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/^\s+at |node:internal|^\w*Error:/m);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
}

/** How many rows the tables have; the database must be free. */
async function countRows(
  settings: Settings,
  ...tables: readonly string[]
): Promise<readonly unknown[]> {
  const database = await openDatabase({
    databaseUrl: settings.DATABASE_URL ?? null,
    dataDir: settings.DATA_DIR ?? '',
    databasePoolSize: 1,
    statementTimeoutMs: 10_000,
  });
  try {
    const rows = await Promise.all(
      tables.map((table) => database.read(`SELECT count(*)::int AS count FROM "${table}"`, [])),
    );
    return rows.map(([row]) => row?.count);
  } finally {
    await database.close();
  }
}

describe('help', () => {
  test.each([
    ['', ['serve', 'migrate', 'load', 'generate', 'schema', 'PORT', 'DATA_DIR', 'DATABASE_URL']],
    ['serve', ['HOST', 'PORT', 'DATA_DIR', 'DATABASE_URL', 'LOG_LEVEL', 'MAX_COST']],
    ['migrate', ['DATA_DIR', 'DATABASE_URL']],
    ['load', ['[folder]', 'DATA_DIR', 'DATABASE_URL']],
    ['generate', ['--ties', '--seed', '--grants', 'DATA_DIR', 'DATABASE_URL']],
    ['export', ['<format>', '--kind', '--filter', '--by', '--per-year', '--output', 'DATA_DIR']],
    ['schema', ['--check', '--subgraph']],
  ])('scan-graph %s --help lists the arguments, options and settings', async (command, words) => {
    const { code, stdout, stderr } = await workplace.run([
      ...command.split(' ').filter(Boolean),
      '--help',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`Usage: scan-graph ${command}`);
    for (const word of words) expect(stdout).toContain(word);
  });
});

describe('invalid input is refused with the reason', () => {
  test.each([
    ['castle', "unknown command 'castle'"],
    ['serve --castle', "unknown option '--castle'"],
    ['serve here', "too many arguments for 'serve'"],
    ['load a b', "too many arguments for 'load'"],
    ['generate', "required option '--ties <number>' not specified"],
    ['generate --ties', "option '--ties <number>' argument missing"],
    ['generate --ties many', 'Use a whole number from 100 to 10000000.'],
    ['generate --ties 99', 'Use a whole number from 100 to 10000000.'],
    ['generate --ties 300.5', 'Use a whole number from 100 to 10000000.'],
    ['generate --ties 300 --seed -1', 'Use a whole number from 0 to 4294967295.'],
    ['generate --ties 300 --grants 1.5', 'Use a whole number from 0 to 10000000.'],
    ['schema --check', "option '--check <file>' argument missing"],
    ['schema --check no-such.graphql', 'no-such.graphql cannot be read'],
  ])('scan-graph %s', async (line, words) => {
    expectRefusal(await workplace.run(line.split(' ')), words);
    expect(readdirSync(workplace.folder)).toEqual([]);
  });

  test('scan-graph without a command shows the help and fails', async () => {
    const { code, stdout, stderr } = await workplace.run([]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('Usage: scan-graph');
  });

  test('all faults of the configuration are reported at once, from the environment and a .env file', async () => {
    const there = openWorkplace();
    writeFileSync(join(there.folder, '.env'), 'MAX_DEPTH=deep\nPORT=80\nLOG_LEVEL=info\n');
    const ended = await there.run(['serve'], {
      DATABASE_URL: 'mysql://localhost',
      PORT: '99999',
      LOG_LEVEL: 'loud',
      STATEMENT_TIMEOUT_MS: '0',
    });
    await there.close();
    expectRefusal(ended, 'The configuration has 5 errors:');
    for (const words of [
      'DATABASE_URL must begin with postgres://',
      "PORT must be a whole number between 0 and 65535; got '99999'.",
      "LOG_LEVEL must be one of silent, error, warn, info, debug; got 'loud'.",
      "STATEMENT_TIMEOUT_MS must be a whole number between 1 and 3600000; got '0'.",
      "MAX_DEPTH must be a whole number between 3 and 100; got 'deep'.",
    ]) {
      expect(ended.stderr).toContain(words);
    }
  });

  describe('a database that cannot be opened is reported with its address but not its password', () => {
    test.each([
      ['nobody listens', 'postgres://clerk:s3cret@127.0.0.1:1/scan', 'clerk@127.0.0.1:1/scan'],
      ['a strange password', 'postgres://clerk:s3c@ret@127.0.0.1:1/scan', 'clerk@127.0.0.1:1/scan'],
      [
        'a password as a parameter',
        'postgres://127.0.0.1:1/scan?user=clerk&password=s3cret',
        'postgres://127.0.0.1:1/scan',
      ],
      ['half an escape', 'postgres://clerk:s3cret%@127.0.0.1:1/scan', 'clerk@127.0.0.1:1/scan'],
      ['no address', 'postgres://clerk:s3cret@/scan', 'the address in DATABASE_URL'],
    ])('%s', async (_name, DATABASE_URL, place) => {
      const ended = await workplace.run(['migrate'], { DATABASE_URL });
      expectRefusal(
        ended,
        /^The database at .* cannot be opened: .+\. Check DATABASE_URL and that/,
      );
      expect(ended.stderr).toContain(place);
      expect(ended.stderr).not.toMatch(/s3c|ret@/);
    });
  });
});

describe('scan-graph serve', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    // As on a new machine: the data folder too is made by `serve`.
    database = await freshDatabase(workplace, 'NO_FOLDER');
  });
  afterAll(() => database.drop());

  const serve = (settings: Settings = {}) =>
    workplace.start(['serve'], { ...database.settings, ...settings });
  const addressOf = async (server: Running) => {
    const [, address = ''] = await server.says(/SCAN Graph is at (http:\S+)/);
    return address;
  };

  /** The query of the `curl` that it prints, sent as curl would. */
  async function tryPrintedQuery(server: Running): Promise<unknown> {
    const [, address = '', header = '', body = ''] = await server.says(
      /curl -s (\S+) -H '(.+)' \\\n +-d '(.+)'\n/,
    );
    const [name = '', value = ''] = header.split(': ');
    const response = await fetch(address, { method: 'POST', headers: { [name]: value }, body });
    expect(response.status).toBe(200);
    return response.json();
  }

  async function countOrganizations(server: Running): Promise<unknown> {
    const response = await fetch(`${await addressOf(server)}?query={organizations{totalCount}}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });
    return response.json();
  }

  const FOUNDING_ORGANIZATIONS = (
    readFileSync(
      new URL('../../../data/founding/organizations.yaml', import.meta.url),
      'utf8',
    ).match(/^- type:/gm) ?? []
  ).length;

  test('loads the founding data, prints its address and a first query, and ends on SIGTERM', async () => {
    const server = serve();
    expect(await tryPrintedQuery(server)).toMatchObject({
      data: { association: { name: 'Serbian Cluster Association' } },
    });
    expect(await countOrganizations(server)).toMatchObject({
      data: { organizations: { totalCount: FOUNDING_ORGANIZATIONS } },
    });
    // Lines of the log come together, a tenth of a second later.
    await server.says(/loaded the founding data/);

    server.process.kill('SIGTERM');
    const { code, signal, stdout, stderr } = await server.ended;
    expect({ code, signal, stderr }).toEqual({ code: 0, signal: null, stderr: '' });
    expect(stdout).not.toContain('s3cret');
  });

  test('refuses a port in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const PORT = String((other.address() as AddressInfo).port);
    const ended = await serve({ PORT, LOG_LEVEL: 'silent' }).ended;
    expectRefusal(
      ended,
      `Port ${PORT} on 127.0.0.1 is in use. Stop the program that uses it, or set PORT to another port.`,
    );
    await new Promise((resolve) => other.close(resolve));
  });

  test('refuses an address of another machine', async () => {
    const ended = await serve({ HOST: '192.0.2.1', PORT: '4000', LOG_LEVEL: 'silent' }).ended;
    expectRefusal(ended, 'Cannot listen on 192.0.2.1:4000 (EADDRNOTAVAIL).');
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'loads nothing when started again; on %s it answers running requests before it ends',
    async (signal) => {
      const server = serve();
      expect(await countOrganizations(server)).toMatchObject({
        data: { organizations: { totalCount: FOUNDING_ORGANIZATIONS } },
      });
      const { answer, finish } = await beginRequest(await addressOf(server));
      server.process.kill(signal);
      await server.says(/"msg":"stopping"/);
      await expect(fetch(await addressOf(server))).rejects.toThrow('fetch failed');
      finish();

      expect(JSON.parse(await answer)).toMatchObject({ data: { association: { slug: 'scan' } } });
      const ended = await server.ended;
      expect(ended).toMatchObject({ code: 0, signal: null, stderr: '' });
      expect(ended.stdout).not.toMatch(/loaded the founding data|migrated/);
    },
  );
});

/** A request of which the server has read only the beginning. */
async function beginRequest(
  address: string,
): Promise<{ readonly answer: Promise<string>; finish(): void }> {
  const body = JSON.stringify({ query: '{ association(slug: "scan") { slug } }' });
  const request = httpRequest(address, {
    method: 'POST',
    // A connection that is kept alive would be waited for.
    agent: false,
    headers: {
      'content-type': 'application/json',
      'content-length': body.length,
      // The server says by `100 Continue` that it has taken the request on.
      expect: '100-continue',
    },
  });
  const answer = new Promise<string>((resolve, reject) => {
    request.once('error', reject);
    request.once('response', (response) => {
      text(response).then(resolve, reject);
    });
  });
  await new Promise<void>((resolve) => {
    request.once('continue', resolve);
    request.flushHeaders();
  });
  return { answer, finish: () => request.end(body) };
}

describe('scan-graph migrate, load and generate', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase(workplace, 'UNMIGRATED');
  });
  afterAll(async () => {
    removeDataSetFolders();
    await database.drop();
  });
  const run = (...words: string[]) => workplace.run(words, database.settings);

  test('migrate applies pending migrations once', async () => {
    expect(await run('migrate')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Applied CreateNetwork\d+(, \w+)*\.\n$/),
      stderr: '',
    });
    expect(await run('migrate')).toMatchObject({
      code: 0,
      stdout: 'No pending migrations.\n',
      stderr: '',
    });
  });

  test('load refuses a data set, reports all faults with their places, and stores nothing', async () => {
    const folder = dataSetFolder({
      sources: [record.source('a-source'), record.source('B Source')],
      organizations: [
        record.organization('Cluster', 'one'),
        record.organization('Castle', 'two'),
        record.organization('Company', 'three', { country: 'Serbia' }),
      ],
      memberships: [record.membership('one', 'nowhere')],
    });
    const ended = await run('load', folder);
    expectRefusal(ended, `The data set ${folder} has 4 faults. Nothing was stored.`);
    const lineOf = (file: string, words: string) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .findIndex((line) => line.includes(words)) + 1;
    expect(ended.stderr.match(/^ {2}\S+:\d+ \S+/gm)).toEqual([
      `  sources.yaml:${lineOf('sources.yaml', 'slug: B Source')} slug`,
      `  organizations.yaml:${lineOf('organizations.yaml', 'type: Castle')} type`,
      `  organizations.yaml:${lineOf('organizations.yaml', 'country: Serbia')} country`,
      `  memberships.yaml:${lineOf('memberships.yaml', 'group: nowhere')} group`,
    ]);
    expect(await countRows(database.settings, 'organization', 'membership')).toEqual([0, 0]);
  });

  test('load refuses a folder that does not exist', async () => {
    expectRefusal(
      await run('load', 'no-such'),
      'There is no data set at no-such: the folder does not exist.',
    );
  });

  test('generate adds a synthetic network and prints the number of rows in each table', async () => {
    const { code, stdout } = await run('generate', '--ties', '300');
    const [, memberships = ''] = /^ *(\d+) membership$/m.exec(stdout) ?? [];
    expect({ code, isSome: Number(memberships) > 0 }).toEqual({ code: 0, isSome: true });
    expect(await countRows(database.settings, 'membership')).toEqual([Number(memberships)]);
  });

  test('load stores the founding data, and changes nothing the second time', async () => {
    const first = await run('load');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    // The first command has stored regions and sectors.
    const [, stored = '', known = ''] =
      /^Stored .*founding: (\d+) rows inserted, 0 updated, (\d+) unchanged/m.exec(first.stdout) ??
      [];
    expect(Number(stored)).toBeGreaterThan(500);
    expect(Number(known)).toBeGreaterThan(100);
    const all = String(Number(stored) + Number(known));
    expect(await run('load')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`: 0 rows inserted, 0 updated, ${all} unchanged`),
      stderr: '',
    });
  });
});

describe('scan-graph schema', () => {
  test('prints the schema, and --check fails for a stale copy', async () => {
    const { code, stdout } = await workplace.run(['schema']);
    expect(code).toBe(0);
    expect(stdout).toContain('type Cluster implements Organization');

    expect(stdout).not.toMatch(/@key|_entities/);
    const subgraph = await workplace.run(['schema', '--subgraph']);
    expect(subgraph.code).toBe(0);
    expect(subgraph.stdout).toMatch(/\nschema @link.*type Cluster .*@key.* _entities\(/s);

    const file = join(workplace.folder, 'copy.graphql');
    writeFileSync(file, stdout);
    expect(await workplace.run(['schema', '--check', file])).toMatchObject({
      code: 0,
      stdout: '',
      stderr: '',
    });
    writeFileSync(file, stdout.replace('type Cluster', 'type Klaster'));
    expectRefusal(
      await workplace.run(['schema', '--check', file]),
      `${file} is stale. Run: npm run fix:schema`,
    );
  });

  test('ends without an error when its reader stops reading', async () => {
    const schema = workplace.start(['schema']);
    schema.process.stdout?.destroy();
    expect(await schema.ended).toMatchObject({ code: 0, signal: null, stderr: '' });
  });
});

describe('npm run scan-graph', () => {
  /** A checkout, with a program that only says what it was built as and given. */
  function checkout(): (...line: string[]) => { stdout: string; stderr: string } {
    const root = mkdtempSync(join(tmpdir(), 'checkout-'));
    mkdirSync(join(root, 'scripts'));
    copyFileSync(
      fileURLToPath(new URL('../../../scripts/run.mjs', import.meta.url)),
      join(root, 'scripts/run.mjs'),
    );
    writeFileSync(
      join(root, 'build.mjs'),
      `import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
       console.log(existsSync('dist') ? 'built again' : 'built');
       mkdirSync('dist/src', { recursive: true });
       writeFileSync('dist/src/main.js', 'console.log(process.argv.slice(2).join())');`,
    );
    writeFileSync(
      join(root, 'package.json'),
      JSON.stringify({ type: 'module', scripts: { 'build:server': 'node build.mjs' } }),
    );
    writeFileSync(join(root, 'scripts/build-web.mjs'), '');
    folders.push(root);
    return (...line) =>
      spawnSync(process.execPath, [join(root, 'scripts/run.mjs'), ...line], {
        cwd: tmpdir(),
        encoding: 'utf8',
      });
  }
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  test('works right after npm ci, and builds once', () => {
    const run = checkout();
    expect(run('schema', '--check', 'x')).toMatchObject({
      stdout: 'schema,--check,x\n',
      stderr: 'built\n',
    });
    expect(run('schema')).toMatchObject({ stdout: 'schema\n', stderr: '' });
  });

  test('serve (npm start) builds what is stale each time', () => {
    const run = checkout();
    expect(run('serve')).toMatchObject({ stdout: 'serve\n', stderr: 'built\n' });
    expect(run('serve')).toMatchObject({ stdout: 'serve\n', stderr: 'built again\n' });
  });
});
