import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.js';
import { openDatabase } from '../../src/database/database.js';
import { fileFolder, workbook, writtenCells } from '../support/import-files.js';
import { freshDatabase, openWorkplace, type FreshDatabase } from '../support/workplace.js';

const files = fileFolder();
const write = files.write;
const workplace = openWorkplace();
afterAll(async () => {
  await workplace.close();
  files.remove();
});

const HEADINGS = 'Identifier,Title,Funder,Currency,Recipients,Awarded,Awarded On';

/** A sound grant. */
const grant = (id: string) => ({
  id: `360G-test-${id}`,
  title: `Grant ${id}`,
  description: 'For work.',
  currency: 'EUR',
  amountAwarded: 1000,
  awardDate: '2021-01-26',
  fundingOrganization: [{ id: 'GB-CHC-1000001', name: 'Funder' }],
  recipientOrganization: [{ id: 'RS-APR-06115403', name: 'Recipient' }],
});

test('an import prints a report; with --dry-run it stores nothing', async () => {
  const { settings, drop } = await freshDatabase(workplace);
  const file = files.write('command.json', JSON.stringify({ grants: [grant('c1'), grant('c2')] }));
  const trial = await workplace.run(['import', '360giving', file, '--dry-run'], settings);
  expect(trial).toMatchObject({ code: 0, stderr: '' });
  expect(trial.stdout).toMatch(
    /Nothing was stored: this was a dry run\. It would store: 8 rows inserted/,
  );
  const told = ['--licence', 'CC BY 4.0', '--retrieved-on', '2021-04-07', '--report', 'r.json'];
  const done = await workplace.run(['import', '360giving', file, ...told], settings);
  expect(done.stdout).toMatch(/^Stored 2 records of command\.json: 8 rows inserted/m);
  const report: unknown = JSON.parse(readFileSync(`${workplace.folder}/r.json`, 'utf8'));
  expect(report).toMatchObject({
    isStored: true,
    records: 2,
    dataSet: { licence: 'CC BY 4.0', retrievedOn: '2021-04-07' },
    faults: { count: 0, first: [] },
  });
  await drop();
});

test('an import that is interrupted by Ctrl-C stores nothing', async () => {
  const { settings, size, drop } = await freshDatabase(workplace);
  const months = Array.from(
    { length: 100_000 },
    (_, index) =>
      `${String(1000 + Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, '0')}`,
  );
  const head = 'DATE,RSD,EUR,GBP,CHF,SEK,NOK,DKK,CAD,JPY';
  const path = files.write(
    'long.csv',
    `${head}\n${months.map((month) => `${month},1,2,3,4,5,6,7,8,9`).join('\n')}\n`,
  );
  await workplace.run(['load', '--vocabularies'], settings);
  const before = await size();
  const running = workplace.start(['import', 'exchange-rates', path], settings);
  while ((await size()) < before + 1_000_000 && running.process.exitCode === null) await pause(20);
  running.process.kill('SIGINT');
  const { stdout, stderr } = await running.ended;
  expect(stderr).toContain('Interrupted. Nothing was stored.');
  expect(stdout).not.toMatch(/Stored/);
  const one = files.write('one.csv', 'DATE,RSD\n1000-01,1\n');
  const again = await workplace.run(['import', 'exchange-rates', one], settings);
  expect(again.stdout).toMatch(/1 row inserted, 0 updated/);
  await drop();
});

test('the command line offers to replace records of others and to delete what is missing', async () => {
  const database = await freshDatabase(workplace);
  const take = (name: string, ...options: readonly string[]) =>
    workplace.run(['import', 'table', `${files.folder}/${name}`, ...options], database.settings);
  const funder = 'RS-APR-22222222';
  write(
    'ours.csv',
    `${HEADINGS}\nw-1,Ours,${funder},EUR,,10,2020\nw-2,Too,${funder},EUR,,20,2020\n`,
  );
  write('others.csv', `${HEADINGS}\nw-1,Others,${funder},EUR,,99,2020\n`);
  await take('ours.csv');

  const refused = await take('others.csv');
  expect(refused).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('--replace'),
  });
  const replaced = await take('others.csv', '--replace');
  expect(replaced).toMatchObject({ code: 0, stdout: expect.stringContaining('awarded 10 → 99') });
  write('ours.csv', `${HEADINGS}\nw-3,New,${funder},EUR,,30,2020\n`);
  const retired = await take('ours.csv', '--retire-missing');
  expect(retired).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('grant SCAN w-2 (EUR)'),
  });
  await database.drop();
});

describe('a new database has rates, regions and sectors', () => {
  const organizationsServed = async ({ settings }: FreshDatabase): Promise<number> => {
    const server = workplace.start(['serve'], settings);
    const [, address = ''] = await server.says(/SCAN Graph is at (http:\S+)/);
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ organizations { totalCount } }' }),
    });
    server.process.kill('SIGTERM');
    await server.ended;
    const { data } = (await response.json()) as { data: { organizations: { totalCount: number } } };
    return data.organizations.totalCount;
  };

  test.each([
    ['migrate', ['migrate']],
    ['export', ['export', 'json', '--kind', 'organizations']],
    ['load --vocabularies', ['load', '--vocabularies']],
  ])('if the first command is %s', async (_name, words) => {
    const fresh = await freshDatabase(workplace, 'EMPTY');
    expect(await workplace.run(words, fresh.settings)).toMatchObject({ code: 0 });
    const database = await openDatabase(readConfig(fresh.settings));
    const counts = await database.dataSource.query<Record<string, boolean>[]>(
      `SELECT EXISTS (SELECT FROM exchange_rate) AS rates, EXISTS (SELECT FROM region) AS regions,
         EXISTS (SELECT FROM sector) AS sectors, EXISTS (SELECT FROM organization) AS organizations`,
    );
    await database.close();
    expect(counts).toEqual([{ rates: true, regions: true, sectors: true, organizations: false }]);
    // Only `load --vocabularies` says that the founding network is not wanted.
    if (words[0] !== 'export') {
      expect((await organizationsServed(fresh)) > 0).toBe(words[0] === 'migrate');
    }
    await fresh.drop();
  });

  test('so that a template filled in with the examples of its help is stored at the first try', async () => {
    const fresh = await freshDatabase(workplace, 'EMPTY');
    expect(await workplace.run(['template', 'table', 'own.xlsx'])).toMatchObject({ code: 0 });
    const path = join(workplace.folder, 'own.xlsx');
    const { Help: help = [], ...tables } = await writtenCells(readFileSync(path));
    const helpAt = new Map(help.map(({ at, value }) => [at, value]));
    const rows = help.flatMap(({ at }) => (/^A\d+$/.test(at) ? [at.slice(1)] : []));
    const examples = (table: string, column: 'E' | 'F') =>
      (tables[table] ?? []).map(({ value: heading }) => {
        const row = rows.find(
          (each) => helpAt.get(`A${each}`) === table && helpAt.get(`B${each}`) === heading,
        );
        return helpAt.get(`${column}${row ?? ''}`) ?? '';
      });
    const sheets = Object.keys(tables).filter((name) => name !== 'Lists');
    const filled = await workbook(
      Object.fromEntries(
        sheets.map((table) => [
          table,
          [
            (tables[table] ?? []).map(({ value }) => value),
            examples(table, 'E'),
            examples(table, 'F'),
          ],
        ]),
      ),
    );
    const imported = await workplace.run(
      ['import', 'table', files.write('filled.xlsx', filled)],
      fresh.settings,
    );
    expect(imported).toEqual({
      code: 0,
      signal: null,
      stdout: expect.stringMatching(
        /^Stored 8 records of filled\.xlsx: \d+ rows inserted, 0 updated/,
      ),
      stderr: '',
    });
    await fresh.drop();
  });
});
