import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadDataSet } from '../src/data-set/load-data-set.js';
import { UNKNOWN_SHARE, withChangedMoney } from './support/changed-money.js';
import { dataSetFolder, removeDataSetFolders } from './support/data-set-folder.js';
import { MONEY } from './support/money-data-set.js';
import { plainAmounts } from './support/plain-amounts.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

/** How much, counted once: the sums of a world that can be added up in the head. */
let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('EMPTY');
  await loadDataSet(platform.database, dataSetFolder(MONEY));
});
afterAll(async () => {
  removeDataSetFolders();
  await platform.close();
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test looks into the answer as it likes
async function totals(selection: string, filter: object = {}, target = platform): Promise<any> {
  const { data } = await target.succeed(
    `query ($filter: GrantFilter) { grantTotals(filter: $filter) { ${selection} } }`,
    { filter },
  );
  return plainAmounts(data.grantTotals);
}

const COUNTS = 'grantCount leftOut { reason grantCount }';
const AMOUNTS =
  'measure currency grantCount sum { amount } median { amount } min { amount } max { amount }';

describe('the counted grants', () => {
  test('exclude those whose money is counted in another grant', async () => {
    expect(await totals(COUNTS)).toEqual({
      grantCount: 4,
      leftOut: [
        { reason: 'PASSED_ON', grantCount: 1 },
        { reason: 'MADE_TO_PASS_ON', grantCount: 1 },
        { reason: 'SECONDARY_REPORT', grantCount: 1 },
      ],
    });
  });

  test('include a grant paid from another that does not meet the filter', async () => {
    const answer = await totals(`${COUNTS} amounts { ${AMOUNTS} }`, {
      funder: { in: ['cluster'] },
    });
    expect(answer).toMatchObject({ grantCount: 1, leftOut: [] });
    expect(answer.amounts).toMatchObject([{ measure: 'AWARDED', currency: 'EUR', sum: '20000' }]);
  });

  test('include a grant made to be passed on if no grant of its recipient meets the filter', async () => {
    expect(await totals(COUNTS, { recipient: { in: ['academy'] } })).toEqual({
      grantCount: 2,
      leftOut: [],
    });
  });

  test.each([
    ['in another currency', `currency = 'USD'`, 0],
    ['in an earlier year', `awarded_on = '2015-12'`, 0],
    ['in the same year', `awarded_on = '2016'`, 1],
    ['at an unknown date', `awarded_on = NULL`, 1],
  ])(
    'exclude a grant made to be passed on if its recipient gives %s',
    async (_when, change, count) => {
      const changes = [`UPDATE "grant" SET ${change} WHERE identifier = 'drop'`];
      const { leftOut } = await withChangedMoney(changes, (changed) => totals(COUNTS, {}, changed));
      expect(leftOut).toContainEqual({ reason: 'PASSED_ON', grantCount: 1 });
      expect(
        leftOut.filter(({ reason }: { reason: string }) => reason === 'MADE_TO_PASS_ON'),
      ).toEqual(count === 0 ? [] : [{ reason: 'MADE_TO_PASS_ON', grantCount: count }]);
    },
  );

  test.each([
    ['paid from', 'parent_id = (SELECT id FROM "grant" WHERE identifier = \'echo\')', 'twig', 5],
    ['made to be passed on through', 'is_secondary_report = true', 'drop', 4],
  ])(
    'include a grant %s another that is only a secondary report',
    async (_how, change, identifier, grantCount) => {
      const changes = [`UPDATE "grant" SET ${change} WHERE identifier = '${identifier}'`];
      const reason = identifier === 'twig' ? 'PASSED_ON' : 'MADE_TO_PASS_ON';
      const counted = await withChangedMoney(changes, (changed) => totals(COUNTS, {}, changed));
      expect(counted.grantCount).toBe(grantCount);
      expect(counted.leftOut).not.toContainEqual(expect.objectContaining({ reason }));
    },
  );

  test('are empty if nothing meets the filter', async () => {
    const nothing = { funder: { in: ['nobody'] } };
    expect(
      await totals(
        `${COUNTS} amounts { sum { amount } } groups(by: YEAR) { key } convertedTo(currency: "EUR") { sum { amount } }`,
        nothing,
      ),
    ).toEqual({ grantCount: 0, leftOut: [], amounts: [], groups: [], convertedTo: [] });
  });
});

describe('amounts', () => {
  test('are listed per measure and currency, never added across currencies', async () => {
    const { amounts } = await totals(`amounts { ${AMOUNTS} }`);
    const one = (measure: string, currency: string, sum: string) => ({
      measure,
      currency,
      grantCount: 1,
      sum,
      median: sum,
      min: sum,
      max: sum,
    });
    expect(amounts).toEqual([
      one('APPLIED_FOR', 'EUR', '120000'),
      {
        measure: 'AWARDED',
        currency: 'EUR',
        grantCount: 2,
        sum: '105000.1',
        median: '52500.05',
        min: '5000',
        max: '100000.1',
      },
      one('AWARDED', 'RSD', '1200000'),
      one('COMMITTED', 'RSD', '1200000'),
      one('DISBURSED', 'EUR', '4000'),
      one('DISBURSED', 'RSD', '649999.5'),
      one('SPENT', 'RSD', '10'),
    ]);
  });

  test('depend on the filter and include only the requested measures', async () => {
    const filter = { year: { in: [2016] }, recipient: { in: ['company'] } };
    const { amounts } = await totals(
      'amounts(measures: [AWARDED]) { measure sum { amount } }',
      filter,
    );
    expect(amounts).toEqual([{ measure: 'AWARDED', sum: '5000' }]);
  });

  test('have as their median the mean of the two middle values if their number is even', async () => {
    const filter = { identifier: { in: ['pool', 'twig'] } };
    const { amounts } = await totals('amounts { median { amount } sum { amount } }', filter);
    expect(amounts).toEqual([{ median: '25000', sum: '50000' }]);
  });

  test('have an exact median, even for amounts with more digits than a division keeps', async () => {
    const filter = { identifier: { in: ['pool', 'twig'] } };
    const { dataSource } = platform.database;
    const before = await dataSource.query<{ identifier: string; awarded: string }[]>(
      `SELECT identifier, awarded FROM "grant" WHERE identifier IN ('pool', 'twig')`,
    );
    const award = (identifier: string, amount: string) =>
      dataSource.query(`UPDATE "grant" SET awarded = $2 WHERE identifier = $1`, [
        identifier,
        amount,
      ]);
    await award('pool', '1234567890123456789012.89');
    await award('twig', '1234567890123456789012.90');
    const { amounts } = await totals(
      'amounts(measures: [AWARDED]) { median { amount } sum { amount } }',
      filter,
    );
    for (const { identifier, awarded } of before) await award(identifier, awarded);
    expect(amounts).toEqual([
      { median: '1234567890123456789012.895', sum: '2469135780246913578025.79' },
    ]);
  });
});

describe('converted amounts', () => {
  test('are converted at the rate of the month of each amount, and count those without a rate', async () => {
    const { convertedTo } =
      await totals(`convertedTo(currency: "EUR", measures: [COMMITTED, DISBURSED, AWARDED]) {
      measure currency sum { amount } amountCount unconverted { currency amountCount sum { amount } }
      rates { currency period rate amountCount source { slug } } }`);
    expect(convertedTo).toEqual([
      {
        measure: 'COMMITTED',
        currency: 'EUR',
        sum: '10000.00', // 1200000 × 0.9 / 108
        amountCount: 1,
        unconverted: [],
        rates: [
          {
            currency: 'RSD',
            period: '2015-05',
            rate: '0.0083333333',
            amountCount: 1,
            source: { slug: 'a-source' },
          },
        ],
      },
      {
        measure: 'DISBURSED',
        currency: 'EUR',
        sum: '9000.00', // 4000 + 700000 × 0.8 / 112; there is no rate for July
        amountCount: 2,
        unconverted: [{ currency: 'RSD', amountCount: 1, sum: '-50000.5' }],
        rates: [
          {
            currency: 'RSD',
            period: '2015-06',
            rate: '0.0071428571',
            amountCount: 1,
            source: { slug: 'a-source' },
          },
        ],
      },
      {
        measure: 'AWARDED',
        currency: 'EUR',
        sum: '105000.10',
        amountCount: 2,
        unconverted: [{ currency: 'RSD', amountCount: 1, sum: '1200000' }], // of 2015: no rate for all twelve months
        rates: [],
      },
    ]);
  });

  test('into or from dollars use one rate', async () => {
    const { convertedTo } = await totals(
      'convertedTo(currency: "USD", measures: [AWARDED]) { sum { amount } unconverted { currency } rates { currency period rate } }',
      { identifier: { in: ['hub', 'drop'] } },
    );
    expect(convertedTo).toEqual([
      {
        sum: '121111.22', // 100000.10 / 0.9 + 5000 / 0.5
        unconverted: [],
        rates: [
          { currency: 'EUR', period: '2015-03', rate: '1.1111111111' },
          { currency: 'EUR', period: '2016-11', rate: '2.0000000000' },
        ],
      },
    ]);
  });

  test('dated by year use the average of its twelve months', async () => {
    const platformOfYear = await openTestPlatform('EMPTY');
    const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
    await loadDataSet(
      platformOfYear.database,
      dataSetFolder({
        ...MONEY,
        'exchange-rates': months.flatMap((month, index) => [
          { currency: 'EUR', month: `2015-${month}`, perUsd: '0.8', source: 'a-source' },
          {
            currency: 'RSD',
            month: `2015-${month}`,
            perUsd: index < 6 ? '90' : '110',
            source: 'a-source',
          },
        ]),
      }),
    );
    const { data } = await platformOfYear.succeed(
      `{ grantTotals(filter: { identifier: { in: ["aid"] } }) { convertedTo(currency: "EUR", measures: [AWARDED]) {
        sum { amount } amountCount unconverted { amountCount } rates { period rate } } } }`,
    );
    await platformOfYear.close();
    expect(plainAmounts(data.grantTotals.convertedTo)).toEqual([
      {
        sum: '9600.00', // 1200000 × 0.8 / 100
        amountCount: 1,
        unconverted: [],
        rates: [{ period: '2015', rate: '0.0080000000' }],
      },
    ]);
  });

  test('into an unknown currency are refused', async () => {
    const { errors } = await platform.ask(
      '{ grantTotals { convertedTo(currency: "euro") { sum { amount } } } }',
    );
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('currency code of ISO 4217'),
      extensions: { code: 'BAD_USER_INPUT', inputPath: ['currency'] },
    });
  });
});

interface Group {
  readonly key: string | null;
  readonly year: number | null;
  readonly grantCount: number;
  readonly amounts: readonly { readonly currency: string; readonly sum: string }[];
}

async function groups(by: string, measure = 'AWARDED', filter: object = {}, more = '') {
  const answer = await totals(
    `groups(by: ${by}, measures: [${measure}]${more}) { key year grantCount amounts { currency sum { amount } } }`,
    filter,
  );
  return (answer.groups as Group[]).map(({ key, year, grantCount, amounts }) => [
    year === null ? key : `${key} ${year}`,
    grantCount,
    ...amounts.map(({ currency, sum }) => `${sum} ${currency}`),
  ]);
}

describe('groups', () => {
  test('by funder have their own amounts, the most grants first', async () => {
    expect((await groups('FUNDER'))[0]).toEqual(['ministry', 2, '1200000 RSD']);
    expect(await groups('FUNDER')).toEqual(
      expect.arrayContaining([
        ['union', 1, '100000.1 EUR'],
        ['academy', 1, '5000 EUR'],
      ]),
    );
    expect(await groups('FUNDER')).toHaveLength(3);
  });

  test('by recipient have the share of each recipient, or equal parts if shares are unknown', async () => {
    const found = await groups('RECIPIENT');
    expect(found).toHaveLength(4);
    expect(found).toEqual(
      expect.arrayContaining([
        ['cluster', 2, '70000.1 EUR', '600000 RSD'],
        ['academy', 1, '30000 EUR'],
        ['company', 2, '5000 EUR', '600000 RSD'],
        [null, 1],
      ]),
    );
  });

  test('by recipient give an unknown share the rest after the known shares', async () => {
    const filter = { identifier: { in: ['hub'] } };
    const { groups } = await withChangedMoney([UNKNOWN_SHARE], (changed) =>
      totals(
        'groups(by: RECIPIENT, measures: [AWARDED]) { key amounts { sum { amount } } }',
        filter,
        changed,
      ),
    );
    expect(groups).toEqual(
      expect.arrayContaining([
        { key: 'cluster', amounts: [{ sum: '70000.1' }] },
        { key: 'academy', amounts: [{ sum: '30000' }] },
      ]),
    );
  });

  test('by recipient give an unknown share nothing if the others have more than the award', async () => {
    const filter = { identifier: { in: ['hub'] } };
    const more = 'UPDATE grant_share SET amount = 150000 WHERE amount = 70000.10';
    const { groups } = await withChangedMoney([UNKNOWN_SHARE, more], (changed) =>
      totals(
        'groups(by: RECIPIENT, measures: [AWARDED]) { key amounts { sum { amount } } }',
        filter,
        changed,
      ),
    );
    expect(groups).toEqual(
      expect.arrayContaining([
        { key: 'cluster', amounts: [{ sum: '100000.1' }] },
        { key: 'academy', amounts: [{ sum: '0' }] },
      ]),
    );
  });

  test('by sector are split by percentage, or by the sectors of transactions if they have any', async () => {
    expect(await groups('SECTOR')).toEqual(
      expect.arrayContaining([
        ['NACE_REV2:25', 2, '45000.04 EUR'],
        ['NACE_REV2:62.01', 1, '60000.06 EUR'],
        ['NACE_REV2:62', 1, '1200000 RSD'],
        [null, 1],
      ]),
    );
    expect(await groups('SECTOR', 'DISBURSED')).toEqual(
      expect.arrayContaining([
        ['NACE_REV2:25', 2, '4000 EUR', '700000 RSD'],
        ['NACE_REV2:62', 1, '-50000.5 RSD'],
      ]),
    );
    expect(await groups('SECTOR', 'COMMITTED')).toEqual(
      expect.arrayContaining([[null, 1, '1200000 RSD']]),
    );
  });

  test('can be split by year', async () => {
    expect(await groups('CURRENCY', 'AWARDED', {}, ', perYear: true')).toEqual([
      ['EUR 2015', 1, '100000.1 EUR'],
      ['EUR 2016', 1, '5000 EUR'],
      ['RSD 2015', 1, '1200000 RSD'],
      ['XXX', 1],
    ]);
  });

  test('can be split by the years of transactions', async () => {
    const later = `UPDATE grant_transaction SET value_date = '2017-02' WHERE value = -50000.5`;
    const asked = (by: string, more: string) =>
      withChangedMoney([later], async (changed) => {
        const { groups } = await totals(
          `groups(by: ${by}, yearOf: TRANSACTION, ${more}) { key year grantCount amounts { measure currency grantCount sum { amount } } }`,
          {},
          changed,
        );
        return groups.filter(({ key }: { key: string }) => by === 'YEAR' || key === 'company');
      });
    const disbursed = (currency: string, sum: string) => [
      { measure: 'DISBURSED', currency, grantCount: 1, sum },
    ];
    expect(await asked('YEAR', 'measures: [DISBURSED]')).toEqual([
      { key: '2015', year: null, grantCount: 1, amounts: disbursed('RSD', '700000') },
      // stated without a transaction: the year of the award
      { key: '2016', year: null, grantCount: 1, amounts: disbursed('EUR', '4000') },
      { key: '2017', year: null, grantCount: 1, amounts: disbursed('RSD', '-50000.5') },
    ]);
    expect(await asked('RECIPIENT', 'perYear: true, measures: [DISBURSED, AWARDED]')).toEqual([
      {
        key: 'company',
        year: 2015,
        grantCount: 1,
        amounts: [
          ...disbursed('RSD', '350000'),
          { measure: 'AWARDED', currency: 'RSD', grantCount: 1, sum: '600000' },
        ],
      },
      {
        key: 'company',
        year: 2016,
        grantCount: 1,
        amounts: [
          ...disbursed('EUR', '4000'),
          { measure: 'AWARDED', currency: 'EUR', grantCount: 1, sum: '5000' },
        ],
      },
      { key: 'company', year: 2017, grantCount: 1, amounts: disbursed('RSD', '-25000.25') },
    ]);
  });

  test('by sector cannot be split by the years of transactions', async () => {
    const { errors } = await platform.ask(
      '{ grantTotals { groups(by: SECTOR, yearOf: TRANSACTION) { key } } }',
    );
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining("'yearOf' cannot be TRANSACTION"),
      extensions: { code: 'BAD_USER_INPUT', inputPath: ['yearOf'] },
    });
  });

  test.each([
    'INTERMEDIARY',
    'PROGRAMME',
    'INITIATIVE',
    'CHALLENGE',
    'COUNTRY',
    'REGION',
    'YEAR',
    'STATUS',
    'DATA_SET',
  ])('by %s equal the counts of the facet if nothing is left out', async (dimension) => {
    const filter = { identifier: { in: ['hub', 'aid', 'blank'] } };
    const { data } = await platform.succeed(
      `query ($filter: GrantFilter) {
          grantFacets(filter: $filter) { facet(dimension: ${dimension}) { values { key grantCount } unknownCount } }
          grantTotals(filter: $filter) { groups(by: ${dimension}) { key grantCount } } }`,
      { filter },
    );
    const { values, unknownCount } = data.grantFacets.facet;
    const all = [
      ...values,
      ...(unknownCount === 0 ? [] : [{ key: null, grantCount: unknownCount }]),
    ];
    const sorted = (list: { key: string | null }[]) =>
      list.toSorted((left, right) => String(left.key).localeCompare(String(right.key)));
    expect(sorted(data.grantTotals.groups)).toEqual(sorted(all));
  });

  test('are limited by first', async () => {
    expect(await groups('RECIPIENT', 'AWARDED', {}, ', first: 1')).toHaveLength(1);
    const { errors } = await platform.ask(
      '{ grantTotals { groups(by: YEAR, first: 1001) { key } } }',
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
