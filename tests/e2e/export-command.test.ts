import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { openDatabase } from '../../src/database/database.js';
import { openInputFile } from '../../src/import/input-file.js';
import { readSheets } from '../../src/import/sheets.js';
import { CC_BY, HOSTILE, storeFunding } from '../support/funding.js';
import {
  freshDatabase,
  openWorkplace,
  type FreshDatabase,
  type Workplace,
} from '../support/workplace.js';

let workplace: Workplace;
let database: FreshDatabase;
beforeAll(async () => {
  workplace = openWorkplace();
  database = await freshDatabase(workplace);
});
beforeAll(() => fill(database));
afterAll(async () => {
  await workplace.close();
  await database.drop();
});

async function fill({ settings }: FreshDatabase): Promise<void> {
  const opened = await openDatabase({
    databaseUrl: settings.DATABASE_URL ?? null,
    dataDir: settings.DATA_DIR ?? '',
    databasePoolSize: 1,
    statementTimeoutMs: 20_000,
  });
  try {
    await storeFunding(opened);
  } finally {
    await opened.close();
  }
}

const run = (...words: readonly string[]) => workplace.run(words, database.settings);
const path = (file: string) => join(workplace.folder, file);
const contents = (file: string) => readFileSync(path(file), 'utf8');

/** The sheets of a workbook, by their names. */
async function workbook(file: string): Promise<Record<string, string[][]>> {
  const sheets: Record<string, string[][]> = {};
  for await (const { name, rows } of readSheets(await openInputFile(path(file)))) {
    const all: string[][] = [];
    for await (const { cells, refused } of rows) {
      expect(refused).toBeNull(); // no formula
      all.push([...cells]);
    }
    sheets[name ?? ''] = all;
  }
  return sheets;
}

describe('scan-graph export', () => {
  test('writes a complete file and prints a summary', async () => {
    const { code, stdout, stderr } = await run('export', 'csv', '--output', 'grants.csv');

    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toMatch(
      /^Exported 8 grants from 2 sources\.\n {2}4 times: transactions of grants left out, because they are in the export of transactions\n/,
    );
    expect(parse(contents('grants.csv'), { bom: true, columns: true })).toHaveLength(8);
    expect(JSON.parse(contents('grants.csv-metadata.json'))).toMatchObject({
      url: 'grants.csv',
      notes: [
        {
          query: { kind: 'grants', filter: null, address: null },
          licences: [CC_BY],
          exportReport: {
            written: 8,
            changed: {
              'reporters of grants left out, because the table has no column for them': 2,
            },
          },
        },
      ],
    });
    expect(readdirSync(workplace.folder).filter((file) => file.endsWith('.part'))).toEqual([]);
  });

  test('writes the file to standard output, and what is left out to standard error', async () => {
    const { code, stdout, stderr } = await run(
      'export',
      '360giving',
      '--filter',
      '{"year":{"in":[2015]}}',
    );

    expect(code).toBe(0);
    expect(JSON.parse(stdout).grants).toHaveLength(3);
    expect(stderr).toContain('Exported 3 grants');
    expect(stderr).toContain('Left out: 2.\n  360G-SCAN-SCAN-unnamed-EUR: no recipient is known\n');
  });

  test('writes a workbook with real numbers, no formulas, and a sheet about the file', async () => {
    expect(await run('export', 'xlsx', '--output', 'grants.xlsx')).toMatchObject({ code: 0 });

    const { Grants: [headings = [], ...rows] = [], Meta = [] } = await workbook('grants.xlsx');
    const column = (heading: string) => headings.indexOf(heading);
    const row = (identifier: string) =>
      rows.find((cells) => cells[column('Identifier')] === identifier) ?? [];
    expect(row('hostile')[column('Title')]).toBe(HOSTILE);
    expect(row('hostile')[column('Description')]).toHaveLength(32_767);
    expect(row('hostile')[column('Awarded')]).toBe('-100');
    // more digits than a number of Excel has
    expect(row('360G-don-1')[column('Awarded')]).toBe('12345678901234567.89');
    expect(Meta).toContainEqual(['licence', CC_BY]);
    expect(Meta).toContainEqual(['licence', 'not stated by some sources']);
    expect(Meta).toContainEqual(['count', '8']);
    expect(Meta.find(([key]) => key === 'query')?.[1]).toContain('"kind":"grants"');
    const changed = Meta.filter(([key]) => key === 'changed').map(([, what]) => what);
    expect(changed).toContainEqual(expect.stringMatching(/^'Description' cut to 32767/));
    expect(changed).toContainEqual(expect.stringMatching(/^transactions of grants left out/));
  });

  test('ends when its reader stops reading', async () => {
    const command = workplace.start(['export', 'json'], database.settings);
    command.process.stdout?.destroy();
    expect(await command.ended).toMatchObject({ code: 0 });
  });

  test.each([
    [['export', 'doc'], /Allowed choices are csv, xlsx, json, jsonld, 360giving, iati/],
    [
      ['export', 'csv', '--kind', 'castles'],
      /Allowed choices are grants, initiatives, organizations, programmes, transactions, facets, totals/,
    ],
    [
      ['export', 'iati', '--kind', 'organizations'],
      /iati does not support organizations\. Use --kind grants or initiatives\./,
    ],
    [['export', 'csv', '--filter', '{"year":2015}'], /'filter\.year'/],
    [['export', 'csv', '--filter', 'year'], /'filter' is not valid JSON/],
    [['export', 'csv', '--by', 'YEAR'], /'by' is only for facets and totals, not for grants/],
    [
      ['export', 'iati', '--filter', '{"identifier":{"in":["nothing"]}}'],
      /No record matches the filter.* Use a wider filter\./,
    ],
    [
      ['export', 'csv', '--output', 'no/such/folder.csv'],
      /no\/such\/folder\.csv cannot be written/,
    ],
  ])('%j is refused with the reason', async (words, reason) => {
    const { code, stdout, stderr } = await run(...words);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(reason);
    expect(stderr).not.toMatch(/^\s+at |^\w*Error:/m);
  });

  test('leaves an existing file unchanged when it fails', async () => {
    writeFileSync(path('before.xml'), 'before');
    await run(
      'export',
      'iati',
      '--filter',
      '{"identifier":{"in":["nothing"]}}',
      '--output',
      'before.xml',
    );
    expect(contents('before.xml')).toBe('before');
    expect(existsSync(path('before.xml.part'))).toBe(false);
  });
});
