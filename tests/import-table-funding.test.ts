import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { importFile } from '../src/import/import-file.js';
import { storeTaxonomies } from './support/funding.js';
import { fileFolder, workbook } from './support/import-files.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';
import { plainAmounts } from './support/plain-amounts.js';

const files = fileFolder();
let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('EMPTY');
});
afterAll(async () => {
  files.remove();
  await platform.close();
});

type Rows = readonly (readonly (string | number)[])[];
const GRANT = ['Identifier', 'Title', 'Funder', 'Currency', 'Recipients', 'Recipient Amounts'];
const TRANSACTION = ['Grant', 'Kind', 'Value', 'Currency', 'Value Date'];

/** Under one name, so that each is an edition of one data set. */
const take = async (sheets: Readonly<Record<string, Rows>>) =>
  importFile(platform.database, {
    format: 'table',
    path: files.write('funding.xlsx', await workbook(sheets)),
  });

async function grant(identifier: string) {
  const { data } = await platform.succeed(
    /* GraphQL */ `
      query ($filter: GrantFilter) {
        grants(filter: $filter) {
          nodes {
            committed {
              amount
            }
            disbursed {
              amount
            }
            spent {
              amount
            }
            toIndividuals
            programme {
              slug
              code
              budget {
                amount
              }
              manager {
                name
              }
            }
            recipients {
              edges {
                amount {
                  amount
                }
                node {
                  name
                }
              }
            }
            transactions(orderBy: { field: VALUE_DATE }) {
              nodes {
                kind
                value {
                  amount
                }
                valueDate
                quarter
                reference
                receiver {
                  name
                }
              }
            }
          }
        }
      }
    `,
    { filter: { identifier: { in: [identifier] } } },
  );
  return plainAmounts(data.grants.nodes[0]);
}

const BOOK = {
  Programmes: [
    ['Title', 'Funder', 'Slug', 'Code', 'Manager', 'Opened On', 'Closed On', 'Budget', 'Currency'],
    ['The call', 'A fund', 'the-call', 'C-1', 'An agency', '2014', 'Ongoing', '1000.5', 'EUR'],
  ],
  Grants: [
    [...GRANT, 'Awarded', 'Programme', 'Committed', 'Spent', 'To Individuals'],
    ['g-1', 'One', 'A fund', 'EUR', 'B; A; C', '33.3%; 10; ?', '1000.01', 'the-call', '5', '7', ''],
    ['g-2', 'Nobody yet', 'A fund', 'EUR', '', '', '', '', '', '', 'Yes'],
  ],
  Transactions: [
    [...TRANSACTION, 'Quarter', 'Receiver', 'Reference'],
    ['g-1', 'Commitment', '30', 'EUR', '2015-03-01', '', 'A', 'T-1'],
    ['g-2', 'Disbursement', '9', 'EUR', '2015', '2', '', ''],
    ['g-1', 'Commitment', '-4.5', 'EUR', '2015-04-01', '', 'Somebody new', ''],
  ],
};

describe('tables of programmes, grants and transactions', () => {
  test('store recipients with their shares, programmes and transactions', async () => {
    const report = await take(BOOK);
    expect(report).toMatchObject({ isStored: true, records: 6, faults: { first: [] } });

    expect(await grant('g-1')).toEqual({
      committed: '25.5', // of the transactions; what the row says would be of none
      disbursed: null,
      spent: '7',
      toIndividuals: false,
      programme: {
        slug: 'the-call',
        code: 'C-1',
        budget: '1000.5',
        manager: { name: 'An agency' },
      },
      recipients: {
        edges: expect.arrayContaining([
          { amount: '333.00333', node: { name: 'B' } }, // to the last digit
          { amount: '10', node: { name: 'A' } },
          { amount: null, node: { name: 'C' } },
        ]),
      },
      transactions: {
        nodes: [
          {
            kind: 'COMMITMENT',
            value: '30',
            valueDate: '2015-03-01',
            quarter: null,
            reference: 'T-1',
            receiver: { name: 'A' },
          },
          {
            kind: 'COMMITMENT',
            value: '-4.5',
            valueDate: '2015-04-01',
            quarter: null,
            reference: null,
            receiver: { name: 'Somebody new' },
          },
        ],
      },
    });
    expect(await grant('g-2')).toMatchObject({
      disbursed: '9',
      toIndividuals: true,
      recipients: { edges: [] },
      transactions: { nodes: [{ valueDate: '2015', quarter: 2 }] },
    });
  });

  test('change nothing when imported again, and delete transactions that they no longer have', async () => {
    const again = await take(BOOK);
    expect(again.rows).toMatchObject({ inserted: 0, updated: 0, removed: 0 });

    const { Transactions } = BOOK;
    const shorter = await take({ Transactions: Transactions.slice(0, 3) });
    expect(shorter.rows).toMatchObject({ inserted: 0, updated: 0, unchanged: 2, removed: 1 });
    expect(await grant('g-1')).toMatchObject({ committed: '30', transactions: { nodes: [{}] } });
    expect(await grant('g-2')).toMatchObject({ disbursed: '9' });
  });

  test('can state the percentage of each sector of a grant', async () => {
    await storeTaxonomies(platform.database);
    const parted = (percentages: string) =>
      take({
        Grants: [
          [...GRANT, 'Sectors', 'Sector Percentages'],
          ['g-parted', 'P', 'A fund', 'EUR', '', '', 'NACE_REV2:25; DAC:32130', percentages],
        ],
      });
    const partsOf = async () => {
      const { data } = await platform.succeed(
        '{ grants(filter: { identifier: { in: ["g-parted"] } }) { nodes { sectors { edges { percentage node { code } } } } } }',
      );
      return Object.fromEntries(
        data.grants.nodes[0].sectors.edges.map((edge: any) => [edge.node.code, edge.percentage]), // eslint-disable-line @typescript-eslint/no-explicit-any -- as it comes
      );
    };
    expect((await parted('37.5; 62.5%')).isStored).toBe(true);
    expect(await partsOf()).toEqual({ 25: '37.5', 32130: '62.5' });
    await parted('?; 40');
    expect(await partsOf()).toEqual({ 25: null, 32130: '40' });
    await parted('');
    expect(await partsOf()).toEqual({ 25: null, 32130: null });
    for (const [wrong, reason] of [
      ['50', "has 1 entry, but 'Sectors' has 2"],
      ['0; 100', expect.stringContaining('greater than 0 and at most 100')],
      ['50; much', expect.stringContaining('greater than 0 and at most 100')],
    ]) {
      const { isStored, faults } = await parted(wrong as string);
      expect([isStored, faults.first.map(({ field, reason }) => [field, reason])]).toEqual([
        false,
        [['Sector Percentages', reason]],
      ]);
    }
  });

  test('create DAC sectors that the standard lists, and no others', async () => {
    const named = (...sectors: readonly string[]) =>
      take({
        Grants: [
          [...GRANT, 'Sectors'],
          ...sectors.map((each) => [each, 'S', 'A fund', 'EUR', '', '', each]),
        ],
      });
    expect((await named('DAC:12110', 'DAC:12110; DAC:11110')).isStored).toBe(true);
    const { data } = await platform.succeed(
      '{ sectors(filter: { scheme: { eq: DAC } }) { nodes { code title parent { code } } } }',
    );
    expect(data.sectors.nodes).toEqual(
      expect.arrayContaining([
        {
          code: '12110',
          title: 'Health policy and administrative management',
          parent: { code: '121' },
        },
        { code: '121', title: 'Health, general', parent: { code: '120' } },
      ]),
    );
    const { isStored, faults } = await named('DAC:99999', 'NACE_REV2:99.99');
    expect(isStored).toBe(false);
    expect(faults.first.map(({ value, reason }) => [value, reason])).toEqual([
      ['DAC:99999', 'is not a known sector'],
      ['NACE_REV2:99.99', 'is not a known sector'],
    ]);
  });

  test("give a warning if the recipients' shares add up to more than the award", async () => {
    const { isStored, warnings } = await take({
      Grants: [
        [...GRANT, 'Awarded'],
        ['sum', 'T', 'A fund', 'EUR', 'A; B', '60; 70.5', '100'],
        ['parts', 'T', 'A fund', 'EUR', 'A; B', '60%; 70%', '100'],
        ['whole', 'T', 'A fund', 'EUR', 'A; B', '33.3%; 66.7%', '100'],
        ['unknown', 'T', 'A fund', 'EUR', 'A; B', '?; 99', '100'],
        ['correction', 'T', 'A fund', 'EUR', 'A; B', '-60; -40', '-100'],
      ],
    });
    expect(isStored).toBe(true);
    expect(
      warnings.first.map(({ row, field, value, reason }) => [row, field, value, reason]),
    ).toEqual([
      [2, 'Recipient Amounts', '130.5', 'add up to more than the award (100)'],
      [3, 'Recipient Amounts', '130', 'add up to more than the award (100)'],
      [6, 'Awarded', '-100', 'is negative; it is subtracted from sums, as a correction'],
    ]);
  });

  test('can link a grant to the grant that funds it, so that money is counted once', async () => {
    const HEADINGS = [
      'Identifier',
      'Title',
      'Funder',
      'Currency',
      'Awarded',
      'Scheme',
      'Passes On',
    ];
    const chain = [
      ['c-small', 'Small', 'A middle', 'EUR', '10', '', 'c-large'],
      ['c-large', 'Large', 'A fund', 'EUR', '100', '', ''],
      ['c-other', 'In dollars', 'A middle', 'USD', '5', '', 'c-large'],
    ];
    const all = { Grants: [HEADINGS, ...chain] };
    const totals = async () => {
      const { data } = await platform.succeed(
        `{ grantTotals(filter: { identifier: { in: ["c-small", "c-large", "c-other"] } }) {
          leftOut { reason grantCount } amounts(measures: [AWARDED]) { currency sum { amount } } } }`,
      );
      return plainAmounts(data.grantTotals);
    };
    expect((await take(all)).warnings.first).toEqual([]);
    expect(await totals()).toEqual({
      leftOut: [{ reason: 'PASSED_ON', grantCount: 2 }],
      amounts: [{ currency: 'EUR', sum: '100' }],
    });
    expect((await take(all)).rows).toMatchObject({ inserted: 0, updated: 0 });

    const told = await take({
      Grants: [
        HEADINGS,
        ['c-large', 'Large', 'A fund', 'EUR', '100', '', 'c-small'],
        ['c-small', 'Small', 'A middle', 'EUR', '10', '', 'c-large'],
        ['c-other', 'In dollars', 'A middle', 'USD', '5', '', 'c-nobody'],
        ['c-twice', 'A', 'A fund', 'GBP', '1', '', ''],
        ['c-twice', 'B', 'A fund', 'CHF', '1', '', ''],
        ['c-torn', 'Torn', 'A middle', 'EUR', '1', '', 'c-twice'],
      ],
    });
    expect(told.isStored).toBe(true);
    expect(told.warnings.first.map(({ row, value, reason }) => [row, value, reason])).toEqual([
      [4, 'c-nobody', 'is not the identifier of a known grant; linked when that grant is imported'],
      [7, 'c-twice', 'is the identifier of several grants; left out'],
      [2, 'c-small', 'forms a cycle of grants; left out'],
      [3, 'c-large', 'forms a cycle of grants; left out'],
    ]);
    expect(await totals()).toMatchObject({ leftOut: [] });

    await take(all);
    await take({ Grants: [HEADINGS, ['c-small', 'Small', 'A middle', 'EUR', '10', '', '']] });
    expect(await totals()).toMatchObject({ leftOut: [{ reason: 'PASSED_ON', grantCount: 1 }] });
  });

  test('are refused with the place and reason of each fault', async () => {
    const report = await take({
      Programmes: [
        ['Title', 'Funder', 'Opened On', 'Closed On', 'Budget', 'Currency'],
        ['Late', 'A fund', '2015', '2014', '', ''],
        ['Poor', 'A fund', '', '', '-5', 'EUR'],
        ['Which money', 'A fund', '', '', '5', ''],
      ],
      Grants: [
        [...GRANT, 'Awarded'],
        ['g-3', 'Three', 'A fund', 'EUR', 'A; B', '10', ''],
        ['g-4', 'Four', 'A fund', 'EUR', 'A', '50%', ''],
        ['g-5', 'Five', 'A fund', 'EUR', 'A', 'much', ''],
      ],
      Transactions: [
        [...TRANSACTION, 'Quarter'],
        ['g-9', 'Commitment', '1', 'EUR', '2015', ''],
        ['g-1', 'Commitment', '1', 'USD', '2015', ''],
        ['g-1', 'Commitment', '1', 'EUR', '2015-01', '1'],
      ],
    });
    expect(report.isStored).toBe(false);
    expect(
      report.faults.first.map(({ sheet, row, field, reason }) => [
        `${String(sheet)}!${String(row)} ${field}`,
        reason,
      ]),
    ).toEqual([
      ['Grants!4 Recipient Amounts', expect.stringContaining('must be amounts')],
      ['Programmes!2 Closed On', "is before 'Opened On' (2015)"],
      ['Programmes!3 Budget', 'must not be negative'],
      ['Programmes!4 Currency', "is missing; it is required with 'Budget'"],
      ['Grants!2 Recipient Amounts', "has 1 entry, but 'Recipients' has 2"],
      ['Grants!3 Recipient Amounts', "has a share of the award, but 'Awarded' is empty"],
      ['Transactions!2 Grant', 'is not a known grant in EUR with the scheme SCAN'],
      ['Transactions!3 Grant', 'is not a known grant in USD with the scheme SCAN'],
      ['Transactions!4 Quarter', "requires a 'Value Date' that is only a year"],
    ]);
  });
});
