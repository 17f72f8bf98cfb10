import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { importFile, reportText } from '../src/import/import-file.js';
import { activity, file, transaction } from './support/iati-files.js';
import { fileFolder, workbook } from './support/import-files.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

/** Files as publishers really write them. */
const files = fileFolder();
let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('EMPTY');
});
afterAll(async () => {
  files.remove();
  await platform.close();
});

const take = (format: string, name: string, content: string | Buffer) =>
  importFile(platform.database, { format, path: files.write(name, content) });

const GRANT = ['Identifier', 'Title', 'Funder', 'Currency', 'Awarded'];
const GIVING = [
  'Identifier',
  'Title',
  'Description',
  'Currency',
  'Amount Awarded',
  'Award Date',
  'Funding Org:Identifier',
  'Funding Org:Name',
  'Recipient Org:Identifier',
  'Recipient Org:Name',
  'Last Modified',
];
const giving = (id: string, amount: number, modified: string | { xml: string }) => [
  `360G-pub-${id}`,
  'Title',
  'Text',
  'GBP',
  amount,
  '2020-01-02',
  'GB-CHC-1000001',
  'Fund',
  'GB-CHC-1000002',
  'Club',
  modified,
];

describe('a workbook', () => {
  test('can have styled cells without content, beyond the maximum of columns too', async () => {
    const empty = { xml: Array.from({ length: 1100 }, () => '<c s="0"/>').join('') };
    const sheet = [
      GRANT,
      ['w-1', 'T', 'Fund W', 'EUR', 1, empty],
      ['w-2', 'T', 'Fund W', 'EUR', 2, empty],
    ];
    expect(await take('table', 'wide.xlsx', await workbook({ Grants: sheet }))).toMatchObject({
      isStored: true,
      records: 2,
    });
  });

  test('can have rows of blanks, which are no records', async () => {
    const blank = ['', ' ', null, '  '];
    const sheet = [
      GRANT,
      blank,
      ['b-1', 'T', 'Fund B', 'EUR', 1],
      blank,
      ['b-2', 'T', 'Fund B', 'EUR', 2],
      blank,
    ];
    expect(await take('table', 'blank.xlsx', await workbook({ Grants: sheet }))).toMatchObject({
      isStored: true,
      records: 2,
      faults: { count: 0 },
    });
  });

  test('can have title rows above the headings, which the report names', async () => {
    const sheet = [
      ['Grants of our fund'],
      ['As of May', ''],
      GRANT,
      ['t-1', 'T', 'Fund T', 'EUR', 1],
      ['t-2', 'T', 'Fund T', 'EUR', 2],
    ];
    const report = await take('table', 'titled.xlsx', await workbook({ Grants: sheet }));
    expect(report).toMatchObject({ isStored: true, records: 2 });
    expect(report.warnings.first).toMatchObject([
      {
        row: 1,
        value: 'Grants of our fund',
        reason: expect.stringContaining('2 rows above the headings'),
      },
    ]);
  });

  test('can have a date in a time field, and faults in fields that are not taken', async () => {
    const date = { xml: '<c s="1"><v>43900</v></c>' };
    const sheet = [GIVING, giving('1', 5, date), giving('2', 6, 'last week')];
    const report = await take('360giving', 'modified.xlsx', await workbook({ grants: sheet }));
    expect(report).toMatchObject({ isStored: true, records: 2, faults: { count: 0 } });
    expect(report.warnings.first).toMatchObject([
      {
        row: 3,
        field: 'Last Modified',
        value: 'last week',
        reason: expect.stringContaining('not taken'),
      },
    ]);
  });
});

describe('headings', () => {
  test('that are nearly right are named with what was meant', async () => {
    const csv =
      'Identifier,Title,Funder,Currency,Recipient,Awarded\nh-1,T,Fund H,EUR,Club H,1\nh-2,T,Fund H,EUR,Club I,2\n';
    const { warnings } = await take('table', 'nearly.csv', csv);
    expect(warnings.first).toMatchObject([
      { field: 'Recipient', reason: "is not a heading of Grants; did you mean 'Recipients'?" },
    ]);
  });
});

describe('identifiers', () => {
  test.each([
    ['a no-break space and a typographic hyphen', 'GB-CHC- 7105625', 'GB‑CHC‑7105625'],
    ['a character without width, and another case', 'gb-chc-7105\u200b625', 'GB-CHC-7105625'],
  ])('with %s are those of the same organization', async (_what, funder, recipient) => {
    const csv = `Identifier,Title,Funder,Currency,Recipients,Awarded\ni-1,T,${funder},EUR,${recipient},1\ni-2,T,${recipient},EUR,${funder},1\n`;
    await take('table', 'spaces.csv', csv);
    const { data } = await platform.succeed(
      '{ grants(filter: { identifier: { in: ["i-1", "i-2"] } }) { nodes { funder { slug } recipients { nodes { slug } } } } }',
    );
    const slugs = data.grants.nodes.flatMap(
      (each: { funder: { slug: string }; recipients: { nodes: { slug: string }[] } }) => [
        each.funder.slug,
        ...each.recipients.nodes.map(({ slug }) => slug),
      ],
    );
    expect(new Set(slugs).size).toBe(1);
  });
});

describe('equal faults', () => {
  test('are one line with the first places', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, index) => `e-${String(index)},T,Fund E,DIN,${String(index)}`,
    );
    const text = reportText(
      await take(
        'table',
        'equal.csv',
        [GRANT.join(), ...rows, 'e-x,T,Fund E,EUR,many', ''].join('\n'),
      ),
    );
    expect(text).toContain('equal.csv has 13 faults:');
    expect(text).toMatch(
      /12 times 'Currency': must be a currency.*\(row 2 = "DIN", row 3 = "DIN",.*, …\)/,
    );
    expect(text).toMatch(/row 14 'Awarded' = "many"/);
  });
});

test('a sheet of budgets is refused in one sentence', async () => {
  const head =
    'IATI Identifier,Title,Reporting Organisation,Reporting Organisation Type,Provider Organisation,Provider Organisation Type,Receiver Organisation,Receiver Organisation Type,Transaction Type,Recipient Country,Sector Category,Sector,Calendar Year,Calendar Quarter,Value (USD)';
  const row = 'P1,Title,UNEP [XM-DAC-41116],40,,,,,Budget,RS - Serbia,,,2019,Q1,5';
  await expect(
    take('iati-country-sheet', 'budget.csv', `${head}\n${row}\n${row}\n`),
  ).rejects.toThrow('budget.csv is a sheet of budgets');
});

describe('an IATI activity', () => {
  const places = (own: string) =>
    `<recipient-country code="RS" percentage="40"/>
     <recipient-region vocabulary="1" code="89" percentage="60"/>${own}`;

  test('can name regions in two vocabularies, and each adds up to the whole', async () => {
    const second = '<recipient-region vocabulary="2" code="EU" percentage="60"/>';
    const paid = transaction('2', '1000');
    const xml = file([
      activity('XM-DAC-41123-V1', places(second) + paid),
      activity('XM-DAC-41123-V2', places(second.replace('60', '70')) + paid),
    ]);
    const { warnings } = await take('iati', 'regions.xml', xml);
    const sums = warnings.first.filter(({ reason }) => reason.includes('3.4.2'));
    expect(sums).toMatchObject([{ value: '110' }]);
    const { data } = await platform.succeed(
      '{ grantTotals(filter: { identifier: { eq: "XM-DAC-41123-V1" } }) { groups(by: COUNTRY, measures: [COMMITTED]) { key amounts { sum { amount } } } } }',
    );
    expect(data.grantTotals.groups).toEqual([
      { key: 'RS', amounts: [{ sum: { amount: '400' } }] },
      { key: null, amounts: [{ sum: { amount: '600' } }] },
    ]);
  });

  test('counts money in the country that each transaction names', async () => {
    const at = (value: string, country: string) =>
      transaction('4', value, { parts: `<recipient-country code="${country}"/>` });
    const xml = file([
      activity('XM-DAC-41123-T1', at('100', 'KE') + at('300', 'UG')),
      activity('XM-DAC-41123-T2', at('7', 'KE')),
    ]);
    await take('iati', 'countries.xml', xml);
    const { data } = await platform.succeed(
      `{ grantTotals(filter: { identifier: { in: ["XM-DAC-41123-T1", "XM-DAC-41123-T2"] } }) {
           groups(by: COUNTRY, measures: [SPENT]) { key grantCount amounts { sum { amount } } } } }`,
    );
    expect(data.grantTotals.groups).toEqual([
      { key: 'KE', grantCount: 2, amounts: [{ sum: { amount: '107' } }] },
      { key: 'UG', grantCount: 1, amounts: [{ sum: { amount: '300' } }] },
    ]);
  });
});
