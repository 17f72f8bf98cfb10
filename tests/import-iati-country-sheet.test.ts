import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { importFile, type ImportOptions, type ImportReport } from '../src/import/import-file.js';
import { fileFolder, workbook } from './support/import-files.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';
import { freshDatabase, openWorkplace, type Workplace } from './support/workplace.js';
import { plainAmounts } from './support/plain-amounts.js';

const files = fileFolder();
const writeXlsx = async (
  name: string,
  sheet: string,
  rows: readonly (readonly (string | number)[])[],
) => files.write(name, await workbook({ [sheet]: rows }));

let platform: TestPlatform;
let workplace: Workplace;
let sheet: string;
beforeAll(async () => {
  workplace = openWorkplace();
  platform = await openTestPlatform('FOUNDING');
  sheet = await writeXlsx('RS.xlsx', 'Data', [HEADINGS, ...ROWS]);
  await run(sheet);
});
afterAll(async () => {
  await Promise.all([platform.close(), workplace.close()]);
  files.remove();
});

const run = (path: string, options: Partial<ImportOptions> = {}): Promise<ImportReport> =>
  importFile(platform.database, { format: 'iati-country-sheet', path, ...options });

/** The headings of the published sheets, in their order. */
const HEADINGS = [
  'IATI Identifier',
  'Title',
  'Reporting Organisation',
  'Reporting Organisation Type',
  'Aid Type',
  'Finance Type',
  'Provider Organisation',
  'Provider Organisation Type',
  'Receiver Organisation',
  'Receiver Organisation Type',
  'Transaction Type',
  'Recipient Country',
  'Multi Country',
  'Sector Category',
  'Sector',
  'COVID 19',
  'Calendar Year',
  'Calendar Quarter',
  'Value (USD)',
] as const;
type Cells = Partial<Record<(typeof HEADINGS)[number], string | number>>;

const row = (cells: Cells): (string | number)[] => {
  const usual: Cells = {
    'Reporting Organisation': 'The Giver [XI-IATI-GIVER]',
    'Reporting Organisation Type': '10 - Government',
    'Aid Type': 'C01 - Project-type interventions',
    'Provider Organisation': 'The Giver [XI-IATI-GIVER]',
    'Transaction Type': '3 - Disbursement',
    'Recipient Country': 'RS - Serbia',
    'Multi Country': 0,
    'Sector Category': '320 - Industry, Mining, Construction',
    Sector: '32130 - Small and medium-sized enterprises (SME) development',
    'COVID 19': 0,
    'Calendar Year': 2011,
    'Calendar Quarter': 'Q2',
  };
  return HEADINGS.map((heading) => cells[heading] ?? usual[heading] ?? '');
};

/** Made up, with every oddity of the real sheets. */
const ROWS = [
  row({
    'IATI Identifier': 'XI-IATI-GIVER-2011/1',
    Title: 'A metal cluster',
    'Receiver Organisation': 'Opstina T*Municipality Of T',
    'Value (USD)': 595729.4708,
  }),
  row({
    'IATI Identifier': 'XI-IATI-GIVER-2011/1',
    Title: 'A metal cluster',
    'Receiver Organisation': 'Opstina T*Municipality Of T',
    'Value (USD)': -729.4708,
    'Calendar Quarter': 'Q4',
  }),
  row({
    'IATI Identifier': 'XI-IATI-GIVER-2011/1',
    Title: 'A metal cluster',
    'Transaction Type': '2 - Outgoing Commitment',
    'Receiver Organisation': 'Amica Ev*',
    'Value (USD)': 0,
  }),
  // The same but for a sign that an address cannot have; two rows of it are the same to the letter.
  row({
    'IATI Identifier': 'XI-IATI-GIVER-2011-1',
    'Receiver Organisation': '  Firm  one ',
    'Value (USD)': 0.1,
  }),
  row({
    'IATI Identifier': 'XI-IATI-GIVER-2011-1',
    Title: 'Named late',
    'Receiver Organisation': 'Firm one',
    'Value (USD)': 0.2,
    'Transaction Type': '4 - Expenditure',
  }),
  row({
    'IATI Identifier': 'XI-IATI-GIVER-2011-1',
    Title: 'Named late',
    'Receiver Organisation': 'Firm one',
    'Value (USD)': 0.2,
    'Transaction Type': '4 - Expenditure',
  }),
  row({
    'IATI Identifier': 'UN-9',
    Title: 'Of the Bank',
    'Reporting Organisation': 'The World Bank [44000]',
    'Provider Organisation': 'International Development Association [44002]',
    'Receiver Organisation': 'Information Redacted',
    Sector: '',
    'Sector Category': '',
    'Value (USD)': 5,
  }),
  row({
    'IATI Identifier': 'UN-9',
    Title: 'Of the Bank',
    'Reporting Organisation': 'The World Bank [44000]',
    'Provider Organisation': '',
    'Receiver Organisation': 'Any NGO [22000]',
    Sector: '',
    'Value (USD)': 6,
    'Multi Country': 1,
    'Calendar Year': 2025,
  }),
  row({
    'IATI Identifier': 'UN-10',
    Title: 'Of several',
    'Receiver Organisation': 'UNICEF ; Swiss Agency (SDC) [CH-4]; UNICEF ',
    'Value (USD)': 7,
  }),
  row({
    'IATI Identifier': 'UN-11',
    Title: 'Of another of that name',
    'Transaction Type': '1 - Incoming Funds',
    'Provider Organisation': 'Any NGO [22000]',
    'Receiver Organisation': 'The Giver [XI-IATI-GIVER]',
    'Value (USD)': 8,
  }),
];

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the test looks into it as it likes
async function grantOf(identifier: string): Promise<any> {
  const { data } = await platform.succeed(
    `query ($identifier: [String!]) { grants(filter: { identifier: { in: $identifier } }, first: 2) { nodes {
       identifier title currency committed { amount } disbursed { amount } spent { amount } awardedOn description sourcePointer
       source { slug title confidence } funder { name identifiers { scheme value } } reporter { name }
       recipients(first: 9) { nodes { name otherNames { text } identifiers { scheme value } } }
       sectors(first: 9) { nodes { code title parent { code parent { code } } } }
       locations { name country region { code } } initiative { slug title kind }
       transactions(first: 9, orderBy: { field: VALUE_DATE }) { nodes { kind value { amount } valueDate quarter madeOn sourcePointer
         provider { name } receiver { name } sector { code } } }
     } } }`,
    { identifier: [identifier] },
  );
  expect(data.grants.nodes).toHaveLength(1);
  return plainAmounts(data.grants.nodes[0]);
}

describe('the rows of an activity are one grant in US dollars', () => {
  test('with exact sums, including corrections and zero amounts', async () => {
    const grant = await grantOf('XI-IATI-GIVER-2011/1');
    expect(grant).toMatchObject({
      title: 'A metal cluster',
      currency: 'USD',
      disbursed: '595000.0000',
      committed: '0',
      spent: null,
      awardedOn: '2011',
      sourcePointer: 'Data!2',
      source: {
        slug: 'iati-country-development-finance-rs',
        title: 'Country Development Finance Data: Serbia',
        confidence: 'SECONDARY',
      },
      funder: { name: 'The Giver', identifiers: [{ scheme: 'XI-IATI', value: 'GIVER' }] },
      initiative: { title: 'A metal cluster', kind: 'PROJECT' },
      locations: [{ name: 'Serbia', country: 'RS', region: { code: 'RS' } }],
      sectors: {
        nodes: [{ code: '32130', parent: { code: '321', parent: { code: '320' } } }],
      },
    });
    expect(grant.transactions.nodes).toContainEqual({
      kind: 'DISBURSEMENT',
      value: '-729.4708',
      valueDate: '2011',
      quarter: 4,
      madeOn: null,
      sourcePointer: 'Data!3',
      provider: { name: 'The Giver' },
      receiver: { name: 'Opstina T' },
      sector: { code: '32130' },
    });
    expect(
      grant.recipients.nodes.map(
        ({ name, otherNames }: { name: string; otherNames: { text: string }[] }) => [
          name,
          ...otherNames.map(({ text }) => text),
        ],
      ),
    ).toEqual(expect.arrayContaining([['Opstina T', 'Municipality Of T'], ['Amica Ev']]));
  });

  test('identical rows are two transactions, and similar identifiers are two activities', async () => {
    const grant = await grantOf('XI-IATI-GIVER-2011-1');
    expect(grant).toMatchObject({ title: 'Named late', disbursed: '0.1', spent: '0.4' });
    expect(grant.transactions.nodes).toHaveLength(3);
    expect(grant.recipients.nodes).toMatchObject([{ name: 'Firm one' }]);
    expect(grant.initiative.slug).not.toBe((await grantOf('XI-IATI-GIVER-2011/1')).initiative.slug);
  });

  test('a redacted name creates no organization, and missing values are unknown', async () => {
    const grant = await grantOf('UN-9');
    expect(grant.transactions.nodes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ value: '5', receiver: null, sector: null }),
        expect.objectContaining({ value: '6', provider: null, sector: { code: '320' } }),
      ]),
    );
    // One says a provider, the other none, which is the reporter: so it is the reporter's.
    expect(grant).toMatchObject({
      // As the founding data names it; the sheet says "The World Bank".
      funder: { name: 'World Bank', identifiers: [{ scheme: 'XM-DAC', value: '44000' }] },
      recipients: { nodes: [{ name: 'Any NGO', identifiers: [] }] },
    });
  });

  test('several receivers of one amount become recipients with unknown shares', async () => {
    const grant = await grantOf('UN-10');
    expect(grant.transactions.nodes).toMatchObject([{ value: '7', receiver: null }]);
    expect(grant.recipients.nodes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'UNICEF', identifiers: [] }),
        expect.objectContaining({ identifiers: [{ scheme: 'XI-IATI', value: 'CH-4' }] }),
      ]),
    );
    expect(grant.recipients.nodes).toHaveLength(2);
  });
});

test('importing the same sheet again changes nothing, and the report lists what is not imported', async () => {
  const { records, rows, fieldsNotTaken } = await run(sheet);
  expect(records).toBe(ROWS.length);
  expect(rows).toMatchObject({ inserted: 0, updated: 0, removed: 0 });
  expect(rows.unchanged).toBeGreaterThan(ROWS.length);
  expect(fieldsNotTaken.map(({ field }) => field).sort()).toEqual([
    'Aid Type',
    'COVID 19',
    'Multi Country',
  ]);
});

test('more rows than a batch are stored completely, even for a single activity', async () => {
  const many = Array.from({ length: 5_001 }, (_, index) =>
    row({
      'IATI Identifier': `BIG-${String(Math.floor(index / 3_000))}`,
      Title: 'Big',
      'Receiver Organisation': `Firm ${String(index % 7)}`,
      'Value (USD)': 0.01,
    }),
  );
  expect(await run(await writeXlsx('big.xlsx', 'Data', [HEADINGS, ...many]))).toMatchObject({
    isStored: true,
    records: 5_001,
  });
  expect(await grantOf('BIG-0')).toMatchObject({ disbursed: '30.00' });
  expect(await grantOf('BIG-1')).toMatchObject({ disbursed: '20.01' });
});

describe('faults', () => {
  test.each<[keyof Cells, string, string]>([
    ['IATI Identifier', '', 'is missing; each row must name its activity'],
    ['Reporting Organisation', ' ', 'is missing; each row must name who reports it'],
    ['Transaction Type', 'Budget', 'must be a TransactionType'],
    ['Calendar Year', '11', 'must be a year, such as 2015'],
    ['Calendar Quarter', 'Q5', 'must be Q1, Q2, Q3 or Q4'],
    ['Value (USD)', '1.234,50', 'must be a decimal number'],
    ['Recipient Country', 'XX - Nowhere', 'must be a country of ISO 3166-1'],
    ['Sector', `32130 - ${'x'.repeat(2000)}`, 'has 2008 characters; the maximum is 1000'],
    ['Receiver Organisation', 'x'.repeat(2000), 'has 2000 characters; the maximum is 1000'],
  ])('in %s', async (heading, value, reason) => {
    const sound = row({ 'IATI Identifier': 'SOUND', 'Value (USD)': 1 });
    const path = await writeXlsx('faulty.xlsx', 'Data', [
      HEADINGS,
      sound,
      row({ 'IATI Identifier': 'FAULTY', 'Value (USD)': 1, [heading]: value }),
    ]);
    const refused = await run(path);
    expect(refused.faults.first).toMatchObject([
      { sheet: 'Data', row: 3, field: heading, reason: expect.stringContaining(reason) },
    ]);
    expect(refused.isStored).toBe(false);
  });

  test('rows of an activity that are not together', async () => {
    const rows = ['A', 'B', 'A'].map((identifier) =>
      row({ 'IATI Identifier': `APART-${identifier}`, 'Value (USD)': 1 }),
    );
    const refused = await run(await writeXlsx('apart.xlsx', 'Data', [HEADINGS, ...rows]));
    expect(refused.faults.first).toMatchObject([
      { row: 4, reason: expect.stringContaining('sort the sheet by this column') },
    ]);
  });

  test('a table without the headings', async () => {
    const path = files.write('other.csv', 'IATI Identifier,Title\nA,B\n');
    await expect(run(path)).rejects.toThrow(
      "other.csv is not a Country Development Finance sheet: it has no heading 'Reporting Organisation'",
    );
  });
});

test('the command stores a sheet and prints how many records', async () => {
  const database = await freshDatabase(workplace);
  const { code, stdout } = await workplace.run(
    ['import', 'iati-country-sheet', sheet],
    database.settings,
  );
  expect(code).toBe(0);
  expect(stdout).toMatch(/Stored 10 records of RS[.]xlsx: [1-9]\d* rows inserted/);
  await database.drop();
});
