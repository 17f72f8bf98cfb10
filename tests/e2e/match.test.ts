import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { loadDataSet } from '../../src/data-set/load-data-set.js';
import { importFile } from '../../src/import/import-file.js';
import { decide } from '../../src/match/decide.js';
import { matchFile } from '../../src/match/match-file.js';
import { DEFAULT_THRESHOLD } from '../../src/match/candidates.js';
import { proposalsCsv, readDecisions } from '../../src/match/proposals-table.js';
import { dataSetFolder, record, removeDataSetFolders } from '../support/data-set-folder.js';
import { fileFolder, fixture } from '../support/import-files.js';
import { openTestPlatform, type TestPlatform } from '../support/test-platform.js';
import { freshDatabase, openWorkplace } from '../support/workplace.js';

const GRAPH = {
  sources: [record.source('a-source')],
  organizations: [
    record.organization('Cluster', 'metal', {
      name: 'Vojvodina Metal Cluster',
      country: 'RS',
      identifiers: [{ scheme: 'RS-APR', value: '1' }],
    }),
    record.organization('Institution', 'nis', { name: 'City of Niš', country: 'RS' }),
    record.organization('Company', 'maker', { name: 'Maker', country: 'RS', city: 'Niš' }),
    record.organization('Company', 'other', { name: 'Maker', country: 'NO' }),
  ],
};
const FILE = [
  'Name,Kind,Identifiers,Country,City',
  'Metalski klaster,Cluster,RS-APR-1,RS,', // known by its number
  'Vojvodina metal klaster,Cluster,RS-PIB-77,RS,',
  'Град Ниш,Institution,,RS,',
  'Maker d.o.o.,Company,,RS,Ниш',
  'Unknown body,Partner,,,',
];

const files = fileFolder();
let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('EMPTY');
});
beforeEach(async () => {
  await platform.database.dataSource.query('TRUNCATE source, search_entry CASCADE');
  await loadDataSet(platform.database, dataSetFolder(GRAPH));
});
afterAll(async () => {
  files.remove();
  removeDataSetFolders();
  await platform.close();
});

const path = files.write('partners.csv', FILE.join('\r\n'));
const options = { format: 'table', path };
const match = () => matchFile(platform.database, { ...options, threshold: DEFAULT_THRESHOLD });
const pairs = async () =>
  (await match()).proposals.map(({ text, organization }) => `${text} = ${organization.slug}`);
/** The table of proposals, with the decision for each, as a person would save it. */
async function decideAs(decisions: Readonly<Record<string, string>>) {
  const [head = '', ...rows] = proposalsCsv((await match()).proposals)
    .trimEnd()
    .split('\r\n');
  const decided = rows.map((row) => {
    const word = Object.entries(decisions).find(([text]) => row.includes(text))?.[1] ?? '';
    return row + word;
  });
  const table = files.write('decisions.csv', [head, ...decided].join('\r\n'));
  return decide(platform.database, await readDecisions(table));
}
const organizations = async () => {
  const { data } = await platform.succeed(
    `{ organizations(first: 100) { nodes { slug otherNames { text } identifiers { scheme value } } } }`,
  );
  return new Map(
    (
      data.organizations.nodes as {
        slug: string;
        otherNames: { text: string }[];
        identifiers: { scheme: string; value: string }[];
      }[]
    ).map((node) => [node.slug, node]),
  );
};

describe('matching a file', () => {
  test('proposes organizations for those that imports do not know, and changes nothing', async () => {
    const before = await organizations();
    const report = await match();
    expect(report).toMatchObject({ organizationCount: 5, knownCount: 1 });
    expect(report.proposals).toEqual([
      {
        dataSet: '',
        knownBy: 'identifier',
        text: 'RS-PIB-77',
        name: 'Vojvodina metal klaster',
        place: 'row 3',
        organization: { slug: 'metal', name: 'Vojvodina Metal Cluster' },
        score: 0.95,
        reasons: ['SAME_NAME', 'SAME_COUNTRY'],
      },
      expect.objectContaining({
        dataSet: 'table-partners',
        knownBy: 'name',
        text: 'Град Ниш',
        organization: { slug: 'nis', name: 'City of Niš' },
      }),
      expect.objectContaining({
        text: 'Maker d.o.o.',
        organization: { slug: 'maker', name: 'Maker' },
        reasons: ['SAME_NAME', 'SAME_CITY'],
      }),
    ]);
    expect(await organizations()).toEqual(before);
  });

  test('reads every format through its importer', async () => {
    const report = await matchFile(platform.database, {
      format: '360giving',
      path: fixture('360giving/a001p00000zgyHZAAY.json'),
      threshold: DEFAULT_THRESHOLD,
    });
    expect(report.organizationCount).toBeGreaterThan(300);
    expect(report.knownCount).toBe(0);
  });
});

describe('a decision', () => {
  test('is used by later imports, and not proposed again', async () => {
    expect(
      await decideAs({ 'RS-PIB-77': 'same', 'Град Ниш': 'Same', 'Maker d.o.o.': 'different' }),
    ).toEqual({ sameCount: 2, differentCount: 1, mergedCount: 0 });
    expect(await match()).toMatchObject({ knownCount: 3, proposals: [] });

    await importFile(platform.database, options);
    const stored = await organizations();
    expect([...stored.keys()].sort()).toEqual([
      'maker',
      'maker-d-o-o',
      'metal',
      'nis',
      'other',
      'unknown-body',
    ]);
    expect(stored.get('nis')?.otherNames).toEqual([{ text: 'Град Ниш' }]);
    expect(stored.get('metal')?.identifiers).toEqual([
      { scheme: 'RS-APR', value: '1' },
      { scheme: 'RS-PIB', value: '77' },
    ]);
    expect(await importFile(platform.database, options)).toMatchObject({
      rows: { inserted: 0, updated: 0 },
    });
  });

  test('merges the record that an earlier import made', async () => {
    await importFile(platform.database, options);
    expect((await organizations()).size).toBe(4 + 4);
    expect(await pairs()).toEqual(['RS-PIB-77 = metal', 'Град Ниш = nis', 'Maker d.o.o. = maker']);

    expect(await decideAs({ 'Град Ниш': 'same' })).toMatchObject({ mergedCount: 1 });
    const stored = await organizations();
    expect(stored.size).toBe(4 + 3);
    expect(stored.get('nis')?.otherNames).toEqual([{ text: 'Град Ниш' }]);
    expect(await pairs()).toEqual(['RS-PIB-77 = metal', 'Maker d.o.o. = maker']);
  });

  test('takes the place of an earlier one', async () => {
    const key = {
      dataSet: 'table-partners',
      knownBy: 'name',
      text: 'Maker d.o.o.',
      row: 2,
    } as const;
    await decide(platform.database, [{ ...key, slug: 'maker', isSame: true }]);
    await decide(platform.database, [{ ...key, slug: 'other', isSame: true }]);
    await importFile(platform.database, options);
    const stored = await organizations();
    expect(stored.get('maker')?.otherNames).toEqual([]);
    expect(stored.get('other')?.otherNames).toEqual([{ text: 'Maker d.o.o.' }]);
  });

  test('follows a merge', async () => {
    await decideAs({ 'Maker d.o.o.': 'same' });
    const { mergeOrganizations } = await import('../../src/data-set/merge-organizations.js');
    await mergeOrganizations(platform.database, 'other', 'maker');
    await importFile(platform.database, options);
    expect((await organizations()).get('other')?.otherNames).toContainEqual({
      text: 'Maker d.o.o.',
    });
  });

  const HEAD = 'Data Set,Known By,Text,Slug,Decision';
  test.each([
    [
      'an unknown word',
      [HEAD, ',identifier,RS-PIB-77,metal,yes'],
      /row 2, Decision = "yes": must be same, different or empty/,
    ],
    [
      'another key',
      [HEAD, ',slug,RS-PIB-77,metal,same'],
      /row 2, Known By = "slug": must be identifier, name, number/,
    ],
    [
      'an unknown slug',
      [HEAD, ',identifier,RS-PIB-77,iron,same'],
      /Row 2, Slug = 'iron': no organization has this slug/,
    ],
    [
      'two organizations',
      [HEAD, ',identifier,RS-PIB-77,metal,same', ',identifier,RS-PIB-77,nis,same'],
      /Rows 2 and 3 say .* the same as metal and as nis/,
    ],
    [
      'one pair twice',
      [HEAD, ',identifier,RS-PIB-77,metal,same', ',identifier,RS-PIB-77,metal,different'],
      /Rows 2 and 3 both decide whether 'RS-PIB-77' is metal/,
    ],
    ['another table', ['Name,Kind', 'A,B'], /is not a table of proposals/],
  ])('with %s is refused, and nothing is stored', async (_what, rows, reason) => {
    const table = files.write('wrong.csv', rows.join('\n'));
    await expect(
      (async () => decide(platform.database, await readDecisions(table)))(),
    ).rejects.toThrow(reason);
    const [row] = await platform.database.dataSource.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM match_decision',
    );
    expect(row?.count).toBe(0);
  });
});

describe('scan-graph match and scan-graph decide', () => {
  test('write proposals, and keep what a person decides', async () => {
    const workplace = openWorkplace();
    try {
      const { settings } = await freshDatabase(workplace, 'FOUNDING');
      const file = files.write('list.csv', 'Name,Kind\r\nGrad Niš,Institution\r\nNobody,Partner');
      const table = `${files.folder}/proposals.csv`;
      const run = (...words: readonly string[]) => workplace.run(words, settings);

      // The format is found in the file.
      const matched = await run('match', file, '--output', table);
      expect(matched).toMatchObject({ code: 0, stderr: '' });
      expect(matched.stdout).toContain('2 organizations in the file: 0 are known');
      writeFileSync(table, readFileSync(table, 'utf8').replace(/same name,/, 'same name,same'));
      const decided = await run('decide', table);
      expect(decided.stdout).toContain('Kept the decisions: 1 same, 0 different.');
      const again = await run('match', 'table', file);
      expect(again.stdout).toBe(
        '2 organizations in the file: 1 are known, and there are 0 proposals for the others.\n',
      );

      const hostile = files.write('hostile.csv', `Name,Kind\r\nKlaster NiCAT\u001b\u202e,Partner`);
      const shown = await run('match', hostile);
      expect(shown.stdout).toContain('Klaster NiCAT\\u001b\\u202e (row 2) may be Niš Cluster');
      // eslint-disable-next-line no-control-regex -- those that must not be there
      expect(shown.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);

      const unclear = await run('match', files.write('unclear.csv', 'Name,Town\r\nA,B'));
      expect(unclear).toMatchObject({ code: 1, stdout: '' });
      expect(unclear.stderr).toContain(
        'unclear.csv has a format that cannot be detected. Name the format before the file: 360giving, ',
      );
      expect((await run('match')).stderr).toContain('Name the file');
    } finally {
      await workplace.close();
    }
  });
});
