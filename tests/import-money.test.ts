import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { importFile, reportText, type ImportOptions } from '../src/import/import-file.js';
import { fileFolder, workbook } from './support/import-files.js';
import { plainAmounts } from './support/plain-amounts.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

/** No import loses or changes money without saying so. */
const files = fileFolder();
const GIVING =
  'Identifier,Title,Description,Currency,Award Date,Funding Org:Identifier,Funding Org:Name,Recipient Org:Identifier,Recipient Org:Name,Amount Awarded';
const SHEET =
  'IATI Identifier,Title,Reporting Organisation,Reporting Organisation Type,Provider Organisation,Provider Organisation Type,Receiver Organisation,Receiver Organisation Type,Transaction Type,Recipient Country,Sector Category,Sector,Calendar Year,Calendar Quarter,Value (USD)';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('EMPTY');
});
afterAll(async () => {
  files.remove();
  await platform.close();
});

const HEADINGS = 'Identifier,Title,Funder,Currency,Recipients,Awarded,Awarded On';

/** Imports a file; returns what the command prints. */
async function take(
  format: string,
  path: string,
  options: Partial<ImportOptions> = {},
): Promise<{ readonly isStored: boolean; readonly printed: string }> {
  const report = await importFile(platform.database, { format, path, ...options });
  return { isStored: report.isStored, printed: reportText(report) };
}

const write = files.write;

/** The grants in the database: identifier, funder, currency and award. */
async function grants(...identifiers: readonly string[]): Promise<readonly (readonly string[])[]> {
  const { data } = await platform.succeed(
    `query ($filter: GrantFilter) { grants(filter: $filter) { nodes { identifier currency funder { name } awarded { amount } } } }`,
    { filter: { identifier: { in: identifiers } } },
  );
  interface Grant {
    readonly identifier: string;
    readonly currency: string;
    readonly funder: { readonly name: string };
    readonly awarded: string;
  }
  return (plainAmounts(data.grants.nodes) as readonly Grant[])
    .map(({ identifier, currency, funder, awarded }) => [
      identifier,
      funder.name,
      currency,
      awarded,
    ])
    .toSorted((one, other) => (String(one) < String(other) ? -1 : 1));
}

describe('the grant of a number', () => {
  const alpha = (awarded = '1000') =>
    `${HEADINGS}\nn-1,One of Alpha,Alpha Fund,EUR,Club Aa,${awarded},2020-01-02\nn-2,Two of Alpha,Alpha Fund,EUR,Club Aa,2000,2020-01-02\n`;
  const all = ['n-1', 'n-2'];

  test('is one of its funder, so two funders keep their grant 1', async () => {
    const beta = `${HEADINGS}\nn-1,One of Beta,Beta Fund,EUR,Club Bb,70,2021-01-02\n`;
    expect(await take('table', write('alpha.csv', alpha()))).toMatchObject({ isStored: true });
    expect(await take('table', write('beta.csv', beta))).toMatchObject({ isStored: true });
    expect(await grants(...all)).toEqual([
      ['n-1', 'Alpha Fund', 'EUR', '1000'],
      ['n-1', 'Beta Fund', 'EUR', '70'],
      ['n-2', 'Alpha Fund', 'EUR', '2000'],
    ]);
  });

  test('changes in a later edition, which says what it changes', async () => {
    const { isStored, printed } = await take('table', write('alpha.csv', alpha('1001.5')));
    expect(isStored).toBe(true);
    expect(printed).toContain('1 changed amount:');
    expect(printed).toContain('grant SCAN n-1 (EUR): awarded 1000 → 1001.5');
    expect(await grants(...all)).toContainEqual(['n-1', 'Alpha Fund', 'EUR', '1001.5']);
  });

  test('stays when a later edition drops it, which says so and offers to delete it', async () => {
    const one = alpha('1001.5').replace(/^n-2.*\n/m, '');
    const path = write('alpha.csv', one);
    const { isStored, printed } = await take('table', path);
    expect(isStored).toBe(true);
    expect(printed).toMatch(
      /1 grant of the data set table-alpha is not in alpha\.csv\..*--retire-missing/,
    );
    expect(await grants(...all)).toHaveLength(3);

    const retired = await take('table', path, { retireMissing: true });
    expect(retired.printed).toContain('grant SCAN n-2 (EUR) (from table-alpha)');
    expect(await grants(...all)).toEqual([
      ['n-1', 'Alpha Fund', 'EUR', '1001.5'],
      ['n-1', 'Beta Fund', 'EUR', '70'],
    ]);
  });

  test('is replaced by another data set only with --replace', async () => {
    const mine = `${HEADINGS}\nr-1,Mine,RS-APR-11111111,EUR,,10,2020-01-02\nr-2,Too,RS-APR-11111111,EUR,,20,2020-01-02\n`;
    const theirs = `${HEADINGS}\nr-1,Theirs,RS-APR-11111111,EUR,,99,2020-01-02\n`;
    expect(await take('table', write('mine.csv', mine))).toMatchObject({ isStored: true });

    const refused = await take('table', write('theirs.csv', theirs));
    expect(refused.isStored).toBe(false);
    expect(refused.printed).toMatch(
      /row 2 'Identifier' = "r-1": is already stored from the data set 'table-mine'/,
    );
    const both = ['r-1', 'r-2'];
    expect((await grants(...both)).map((row) => row[3])).toEqual(['10', '20']);

    const replaced = await take('table', write('theirs.csv', theirs), { replace: true });
    expect(replaced.isStored).toBe(true);
    expect(replaced.printed).toContain(
      '1 replaced record of another data set:\n  grant r-1 (from table-mine)',
    );
    expect(replaced.printed).toContain('awarded 10 → 99');
    expect((await grants(...both)).map((row) => row[3])).toEqual(['99', '20']);
  });

  test('does not come twice when the same file has another name', async () => {
    const content = `${HEADINGS}\ns-1,Same,Same Fund,EUR,Same Club,5,2020-01-02\ns-2,Same,Same Fund,EUR,Same Club,6,2020-01-02\n`;
    await take('table', write('first-name.csv', content));
    const { printed } = await take('table', write('second-name.csv', content));
    expect(printed).toMatch(/0 rows inserted, 0 updated/);
    expect(await grants('s-1', 's-2')).toHaveLength(2);
  });
});

test('rows with faults in the currency are no duplicates of each other', async () => {
  const rows = ['eur', 'usd'].map((currency) => `x-1,One,Alpha Fund,${currency},Club Aa,5,2020\n`);
  const { faults } = await importFile(platform.database, {
    format: 'table',
    path: write('faulty.csv', `${HEADINGS}\n${rows.join('')}`),
  });
  expect(faults.first.map(({ row, field, value }) => [row, field, value])).toEqual([
    [2, 'Currency', 'eur'],
    [3, 'Currency', 'usd'],
  ]);
});

describe('a transaction that is taken away', () => {
  test('is listed', async () => {
    const sheets = (values: readonly string[]) =>
      workbook({
        Grants: [
          ['Identifier', 'Title', 'Funder', 'Currency'],
          ['t-1', 'One', 'Fund of T', 'EUR'],
          ['t-2', 'Two', 'Fund of T', 'EUR'],
        ],
        Transactions: [
          ['Grant', 'Kind', 'Value', 'Currency', 'Value Date'],
          ...values.map((value) => ['t-1', 'Disbursement', Number(value), 'EUR', '2020-03-01']),
          ['t-2', 'Disbursement', 7, 'EUR', '2020-03-01'],
        ],
      });
    await take('table', write('paid.xlsx', await sheets(['10', '20'])));
    const later = write('paid.xlsx', await sheets(['10']));
    const { isStored, printed } = await take('table', later);
    expect(isStored).toBe(true);
    expect(printed).toContain('grant SCAN t-1 (EUR): transaction DISBURSEMENT 20 EUR 2020-03-01');
    expect(printed).toContain('disbursed 30 → 10');
  });
});

describe('a row of a CSV file', () => {
  test.each([
    [
      'more cells than headings',
      'table',
      'Identifier,Title,Funder,Currency,Awarded\nx-1,Youth,Fund X,EUR,1,500\nx-2,Youth,Fund X,EUR,2.5\n',
      /row 2.*: has 6 cells, but there are 5 headings/,
    ],
    [
      'fewer cells than headings',
      'table',
      'Identifier,Title,Funder,Currency,Awarded\nx-1,Youth,Fund X,EUR\nx-2,Youth,Fund X,EUR,2.5\n\n,,,,\n',
      /row 2.*: has 4 cells, but there are 5 headings/,
    ],
    [
      'more cells than headings of 360Giving',
      '360giving',
      `${GIVING}\n360G-x-1,t,d,GBP,2020-01-01,GB-CHC-1,F,GB-CHC-2,R,1,500\n360G-x-2,t,d,GBP,2020-01-01,GB-CHC-1,F,GB-CHC-2,R,2\n`,
      /row 2.*: has 11 cells, but there are 10 headings/,
    ],
    [
      'more cells than headings of a country sheet',
      'iati-country-sheet',
      `${SHEET}\nXM-DAC-7-1,P,UNEP [XM-DAC-7],40,,,,,3 - Disbursement,RS - Serbia,,,2019,Q1,1,500\nXM-DAC-7-2,P,UNEP [XM-DAC-7],40,,,,,3 - Disbursement,RS - Serbia,,,2019,Q1,2\n`,
      /row 2.*: has 16 cells, but there are 15 headings/,
    ],
    [
      'more cells than currencies',
      'exchange-rates',
      'DATE,RSD,EUR\n2015-01,100,0,9\n2015-02,100,0.9\n',
      /row 2.*: has 4 cells, but there are 3 headings/,
    ],
  ])('with %s is a fault', async (_what, format, content, reason) => {
    const { isStored, printed } = await take(format, write('ragged.csv', content), {
      dryRun: true,
    });
    expect(printed).toMatch(reason);
    expect(printed.match(/has \d+ cells/g)).toHaveLength(1);
    expect(isStored).toBe(false);
  });
});

describe('an amount', () => {
  const amounts = (...cells: readonly (string | number | { xml: string })[]) =>
    numbered('a', ...cells);
  const numbered = (letter: string, ...cells: readonly (string | number | { xml: string })[]) =>
    workbook({
      Grants: [
        ['Identifier', 'Title', 'Funder', 'Currency', 'Awarded'],
        ...cells.map((cell, index) => [
          `${letter}-${String(index)}`,
          'T',
          'Fund of A',
          'EUR',
          cell,
        ]),
      ],
    });

  const oneAmount = (cell: { readonly xml: string }) => [
    ['Identifier', 'Title', 'Funder', 'Currency', 'Awarded'],
    ['o-1', 'T', 'Fund of A', 'EUR', cell],
  ];

  test('that is a text in a workbook is as ambiguous as in a CSV file', async () => {
    const { isStored, printed } = await take(
      'table',
      write('texts.xlsx', await amounts('1.234', '25.000', '0.125', '1234.567', '12.5', 1.234)),
    );
    expect(isStored).toBe(false);
    expect(printed.match(/can mean two numbers/g)).toHaveLength(2);
    expect(printed).toMatch(/Grants!2 'Awarded' = "1\.234"/);
    expect(printed).toMatch(/Grants!3 'Awarded' = "25\.000"/);
  });

  test.each([
    ['commas', ',', 'table', 'Awarded'],
    ['tabs', '\t', 'table', 'Awarded'],
    ['commas', ',', 'iati-country-sheet', 'Value (USD)'],
    ['commas', ',', '360giving', 'Amount Awarded'],
  ])(
    'in a CSV file with %s that can be thousands (%j, %s) gives a warning',
    async (_what, delimiter, format, heading) => {
      const lines = {
        table: 'Identifier,Title,Funder,Currency,Awarded\nt-1,T,Fund of T,EUR,25.000',
        '360giving': `${GIVING}\n360G-th-1,One,d,GBP,2020-01-01,GB-CHC-1164883,F,GB-CHC-1164884,R,25.000`,
        'iati-country-sheet': `${SHEET}\nXM-DAC-7-3,P,UNEP [XM-DAC-7],40,,,,,3 - Disbursement,RS - Serbia,,,2019,Q1,25.000`,
      }[format];
      const csv = `${lines ?? ''}\n`.replaceAll(',', delimiter);
      const ended = await take(format, write('thousands.csv', csv), { dryRun: true });
      expect(ended.printed).toContain(
        `'${heading}' = "25.000": was read with a decimal point; if the point separates thousands, leave it out: as 25`,
      );
    },
  );

  test('that is negative gives a warning', async () => {
    const { isStored, printed } = await take('table', write('less.xlsx', await amounts(-500, 20)));
    expect(isStored).toBe(true);
    expect(printed).toMatch(/Grants!2 'Awarded' = "-500": is negative/);
  });

  test.each([
    ['DIN', 'must be a currency of ISO 4217'],
    ['AAA', 'must be a currency of ISO 4217'],
    ['eur', 'must be written EUR'],
  ])('in %s is refused, which is no currency of ISO 4217', async (currency, reason) => {
    const csv = `Identifier,Title,Funder,Currency,Awarded\nc-1,T,Fund of C,${currency},1\nc-2,T,Fund of C,CSD,1\n`;
    const ended = await take('table', write('currency.csv', csv), { dryRun: true });
    expect(ended).toMatchObject({
      isStored: false,
      printed: expect.stringContaining(`"${currency}"`),
    });
    expect(ended.printed.split(reason)).toHaveLength(2);
  });

  test('of a formula is the value that the file stores with it, with a warning', async () => {
    const formula = { xml: '<c><f>60*2</f><v>120</v></c>' };
    const { isStored, printed } = await take(
      'table',
      write('formula.xlsx', await numbered('f', formula, 7)),
    );
    expect(isStored).toBe(true);
    expect(printed).toMatch(/Grants!2 'Awarded': is a formula/);
    expect(await grants('f-0')).toEqual([['f-0', 'Fund of A', 'EUR', '120']]);
  });

  test.each([
    ['formula without a value', '<c><f>60*2</f></c>', /Grants!2.*without a value/],
    ['formula with an empty value', '<c><f>60*2</f><v></v></c>', /Grants!2.*without a value/],
    ['percentage', '<c s="2"><v>0.125</v></c>', /Grants!2 'Awarded' = "12\.5%": must be a number/],
    ['day', '<c s="1"><v>43831</v></c>', /Grants!2 'Awarded' = "2020-01-01": must be a number/],
    [
      'spreadsheet error',
      '<c t="e"><v>#REF!</v></c>',
      /Grants!2 'Awarded': is a spreadsheet error/,
    ],
  ])('that is a %s is a fault', async (_what, xml, reason) => {
    const styles = {
      'xl/styles.xml':
        '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>',
    };
    const ended = await take(
      'table',
      write('odd.xlsx', await workbook({ Grants: oneAmount({ xml }) }, styles)),
      { dryRun: true },
    );
    expect(ended).toMatchObject({ isStored: false, printed: expect.stringMatching(reason) });
  });
});

test('a share in the format of percentages is a percentage', async () => {
  const styles = {
    'xl/styles.xml':
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs></styleSheet>',
  };
  const rows = [
    [...'Identifier,Title,Funder,Currency,Recipients,Awarded,Recipient Amounts'.split(',')],
    ['p-1', 'T', 'Fund of P', 'EUR', 'Club P', 200, { xml: '<c s="1"><v>0.5</v></c>' }],
  ];
  const path = write('percent.xlsx', await workbook({ Grants: rows }, styles));
  expect(await take('table', path)).toMatchObject({ isStored: true });
  const { data } = await platform.succeed(
    '{ grants(filter: { identifier: { eq: "p-1" } }) { nodes { recipients { edges { amount { amount } } } } } }',
  );
  expect(data.grants.nodes).toEqual([{ recipients: { edges: [{ amount: { amount: '100' } }] } }]);
});

test('what a person does not see in a file is said: a hidden sheet, and that there are no amounts', async () => {
  const hidden = {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="Grants" sheetId="1" state="hidden" r:id="r1"/></sheets></workbook>',
  };
  const rows = [
    ['Identifier', 'Title', 'Funder', 'Currency', 'Amount'],
    ['h-1', 'T', 'Fund of H', 'EUR', 5],
  ];
  const path = write('hidden.xlsx', await workbook({ Grants: rows }, hidden));
  const { printed } = await take('table', path, { dryRun: true });
  expect(printed).toContain('Grants: is a hidden sheet; it was taken too');
  expect(printed).toContain(
    'has no amounts of grants: no heading is one of Applied For, Awarded, Committed, Disbursed, Spent',
  );
});
