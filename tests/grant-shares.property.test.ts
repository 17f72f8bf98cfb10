import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadDataSet } from '../src/data-set/load-data-set.js';
import { sumOfDecimals } from '../src/domain/sum-of-decimals.js';
import { isOnServer } from './support/database-on-server.js';
import { dataSetFolder, record, removeDataSetFolders } from './support/data-set-folder.js';
import { openTestDatabase } from './support/databases.js';
import { MONEY } from './support/money-data-set.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';
import type { Database } from '../src/database/database.js';

/** However grants are divided among the values of a dimension, the parts add up to the whole, to the last decimal. */
const DIMENSIONS = ['RECIPIENT', 'INTERMEDIARY', 'CHALLENGE', 'COUNTRY', 'REGION', 'SECTOR'];
const MEASURES = ['AWARDED', 'DISBURSED'];

let database: Database;
/** The database counts, and on a server also the copy in columns. */
let platforms: TestPlatform[];
beforeAll(async () => {
  database = await openTestDatabase('EMPTY');
  const options = { database, cacheCharacters: 0 };
  const limits = { cost: 10_000_000, aliases: 200, tokens: 10_000 };
  platforms = [await openTestPlatform('EMPTY', limits, options)];
  if (isOnServer) {
    platforms.push(await openTestPlatform('EMPTY', limits, { ...options, columnsFromGrants: 1 }));
  }
});
afterAll(async () => {
  for (const platform of platforms) await platform.close();
  await database.close();
  removeDataSetFolders();
});

const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 11n), max: 10n ** 11n }), fc.integer({ min: 0, max: 9 }))
  .map(([digits, places]) => {
    const text = String(digits < 0n ? -digits : digits).padStart(places + 1, '0');
    const [whole, fraction] = [
      text.slice(0, text.length - places),
      text.slice(text.length - places),
    ];
    return `${digits < 0n ? '-' : ''}${whole}${places === 0 ? '' : `.${fraction}`}`;
  });
const percentage = fc.constantFrom('33.33', '33.34', '10', '90', '50', '0.125', '66.666667');
const sometimes = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const some = (...values: readonly string[]) => fc.subarray([...values]);
const SECTORS = ['NACE_REV2:62.01', 'NACE_REV2:25', 'NACE_REV2:14'] as const;
const COUNTRIES = ['RS', 'ME', 'KE'] as const;

const lists = (
  names: readonly string[],
  value: fc.Arbitrary<unknown>,
  name: string,
  more: string,
) =>
  fc
    .tuple(fc.subarray([...names]), fc.array(sometimes(value), { minLength: 4, maxLength: 4 }))
    .map(([chosen, values]) =>
      chosen.map((each, index) => ({ [name]: each, [more]: values[index] })),
    );

const grant = fc.record({
  awarded: sometimes(amount),
  initiative: sometimes(fc.constantFrom('hub-house', 'lab', 'vague')),
  shares: lists(['cluster', 'academy', 'company', 'agency'], amount, 'organization', 'amount'),
  intermediaries: some('agency', 'ministry', 'union'),
  sectors: lists(SECTORS, percentage, 'sector', 'percentage'),
  locations: fc.array(
    fc.record({
      name: fc.constant('A place'),
      country: sometimes(fc.constantFrom(...COUNTRIES)),
      region: sometimes(fc.constantFrom('RS11', 'RS12')),
      percentage: sometimes(percentage),
    }),
    { maxLength: 4 },
  ),
  transactions: fc.array(
    fc.record({
      kind: fc.constantFrom('DISBURSEMENT', 'EXPENDITURE'),
      value: amount,
      valueDate: fc.constantFrom('2015-05', '2016-07-01'),
      sector: sometimes(fc.constantFrom(...SECTORS)),
      country: sometimes(fc.constantFrom(...COUNTRIES)),
    }),
    { maxLength: 3 },
  ),
});

const QUESTION = `{
  grantTotals { amounts { measure sum { amount } }
    ${DIMENSIONS.map((by) => `${by}: groups(by: ${by}, first: 1000) { amounts { measure sum { amount } } }`).join(' ')}
    ${['RECIPIENT', 'COUNTRY', 'YEAR'].map((by) => `PAID_${by}: groups(by: ${by}, first: 1000, yearOf: TRANSACTION) { amounts { measure sum { amount } } }`).join(' ')}
  }
  ${MEASURES.map((measure) => `${measure}: grantFlows(currency: "EUR", measure: ${measure}, first: 2, through: [RECIPIENT, COUNTRY, SECTOR, INTERMEDIARY, REGION]) { nodes { level amount { amount } } links { amount { amount } } }`).join(' ')}
}`;

interface Sum {
  readonly measure?: string;
  readonly sum: { readonly amount: string };
}
interface Group {
  readonly amounts: readonly Sum[];
}

const withoutZeros = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
const added = (texts: readonly string[]) => withoutZeros(sumOfDecimals(texts));

/** The sum of each measure. */
function byMeasure(sums: readonly Sum[]): Readonly<Record<string, string>> {
  const found: Record<string, string[]> = {};
  for (const { measure = '', sum } of sums) (found[measure] ??= []).push(sum.amount);
  return Object.fromEntries(
    Object.entries(found)
      .map(([measure, texts]) => [measure, added(texts)] as const)
      .toSorted(),
  );
}

async function areWhole(platform: TestPlatform): Promise<unknown> {
  const { data } = await platform.succeed(QUESTION);
  const { amounts, ...groupsBy } = data.grantTotals as { amounts: Sum[] } & Record<string, Group[]>;
  const whole = byMeasure(amounts);
  for (const [by, groups] of Object.entries(groupsBy as Record<string, Group[]>)) {
    expect({ by, ...byMeasure(groups.flatMap((group) => group.amounts)) }).toEqual({
      by,
      ...whole,
    });
  }
  for (const measure of MEASURES) {
    const { nodes, links } = data[measure] as {
      nodes: readonly { level: number; amount: { amount: string } }[];
      links: readonly { amount: { amount: string } }[];
    };
    for (let level = 0; level < 5; level += 1) {
      const own = nodes.filter((node) => node.level === level);
      expect({ level, measure, sum: added(own.map((node) => node.amount.amount)) }).toEqual({
        level,
        measure,
        sum: whole[measure] ?? '0',
      });
    }
    expect(added(links.map((link) => link.amount.amount))).toBe(
      added(Array.from({ length: 4 }, () => whole[measure] ?? '0')),
    );
  }
  return data;
}

test('the parts of every dimension add up to the whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(grant, { minLength: 8, maxLength: 8 }), async (grants) => {
      await loadDataSet(
        database,
        dataSetFolder({
          ...MONEY,
          grants: grants.map((fields, index) =>
            record.grant(`g-${String(index)}`, {
              funder: 'union',
              currency: 'EUR',
              awardedOn: '2015-02-03',
              ...fields,
              transactions: fields.transactions.map((each, number) => ({
                ...each,
                reference: String(number),
              })),
            }),
          ),
        }),
      );
      const answers = [];
      for (const platform of platforms) answers.push(await areWhole(platform));
      for (const answer of answers) expect(answer).toEqual(answers[0]);
    }),
    { numRuns: 3, endOnFailure: true },
  );
});

test('a value gets the share that the source states, of countries and regions too', async () => {
  const located = (percentage: string, country: string, region?: string) => ({
    country,
    region,
    percentage,
  });
  await database.dataSource.query('DELETE FROM "grant"');
  await loadDataSet(
    database,
    dataSetFolder({
      ...MONEY,
      grants: [
        record.grant('g-0', {
          funder: 'union',
          currency: 'EUR',
          awarded: '70000000',
          locations: [located('10', 'KE'), located('90', 'RS', 'RS11')],
          sectors: [{ sector: 'NACE_REV2:25', percentage: '60' }],
        }),
        record.grant('g-1', {
          funder: 'union',
          currency: 'EUR',
          transactions: [
            { kind: 'EXPENDITURE', value: '100', valueDate: '2015', country: 'KE' },
            { kind: 'EXPENDITURE', value: '300', valueDate: '2015', country: 'RS' },
          ],
          locations: [{ country: 'KE' }, { country: 'RS' }],
        }),
        record.grant('g-2', { funder: 'union', currency: 'EUR' }),
      ],
    }),
  );
  const group = (by: string, measure: string) =>
    `groups(by: ${by}, measures: [${measure}]) { key grantCount amounts { sum { amount } } }`;
  for (const platform of platforms) {
    const { data } = await platform.succeed(`{
      grantTotals { AWARDED: ${group('COUNTRY', 'AWARDED')} REGION: ${group('REGION', 'AWARDED')}
        SPENT: ${group('COUNTRY', 'SPENT')} SECTOR: ${group('SECTOR', 'AWARDED')} }
      grantFlows(currency: "EUR", measure: SPENT, through: [FUNDER, COUNTRY]) { nodes { key level amount { amount } } }
    }`);
    const read = (groups: readonly { key: string; grantCount: number; amounts: Sum[] }[]) =>
      Object.fromEntries(
        groups.map(({ key, grantCount, amounts }) => [
          key,
          [grantCount, ...amounts.map(({ sum }) => sum.amount)],
        ]),
      );
    expect(read(data.grantTotals.AWARDED)).toEqual({
      KE: [2, '7000000'],
      RS: [2, '63000000'],
      null: [1],
    });
    expect(read(data.grantTotals.REGION)).toEqual({ RS11: [1, '63000000'], null: [2, '7000000'] });
    expect(read(data.grantTotals.SPENT)).toEqual({ KE: [2, '100'], RS: [2, '300'], null: [1] });
    // What the source does not say belongs to no known sector.
    expect(read(data.grantTotals.SECTOR)).toEqual({
      'NACE_REV2:25': [1, '42000000'],
      null: [2, '28000000'],
    });
    const nodes = data.grantFlows.nodes.filter(({ level }: { level: number }) => level === 1);
    expect(nodes).toEqual([
      { key: 'RS', level: 1, amount: { amount: '300' } },
      { key: 'KE', level: 1, amount: { amount: '100' } },
    ]);
  }
});
