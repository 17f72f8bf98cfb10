import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { loadDataSet } from '../src/data-set/load-data-set.js';
import {
  dataSetFolder,
  faultsOf,
  record,
  removeDataSetFolders,
  type DataSetFiles,
  type Fields,
} from './support/data-set-folder.js';
import { FIRST } from './support/first-data-set.js';
import { plainAmounts } from './support/plain-amounts.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

/** Programmes and grants of a data set: what can be wrong with them, and what loading again does. */
let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('EMPTY');
  await load(FIRST);
});
afterAll(async () => {
  removeDataSetFolders();
  await platform.close();
});

const load = (files: DataSetFiles) => loadDataSet(platform.database, dataSetFolder(files));
const NEW_GRANT = 'new';
const grant = (fields: Fields) => ({ grants: [record.grant(NEW_GRANT, fields)] });
const programme = (fields: Fields) => ({ 'grant-programmes': [record.programme('new', fields)] });
const paying = (fields: Fields) =>
  grant({ transactions: [{ kind: 'DISBURSEMENT', value: '1', valueDate: '2016', ...fields }] });

const rate = (fields: Fields) => ({
  'exchange-rates': [{ ...FIRST['exchange-rates'][0], ...fields }],
});

type Case = readonly [files: DataSetFiles, field: string, reason: string];

const FAULTS: readonly Case[] = [
  [grant({ identifier: '' }), 'identifier', 'must be a text without white space around it'],
  [grant({ identifier: ' a' }), 'identifier', 'must be a text without white space around it'],
  [grant({ scheme: 'OURS' }), 'scheme', 'must be one of THREE_SIXTY_GIVING, IATI, SCAN'],
  [grant({ currency: 'euro' }), 'currency', 'must be a currency of ISO 4217'],
  [grant({ awarded: 1000.5 }), 'awarded', 'must be a decimal number in quotes'],
  [grant({ awarded: '1,000' }), 'awarded', 'must be a decimal number in quotes'],
  [grant({ appliedFor: '1e3' }), 'appliedFor', 'must be a decimal number in quotes'],
  [grant({ awardedOn: '2015-13' }), 'awardedOn', 'must be a year, a month or a day'],
  [grant({ status: 'DONE' }), 'status', 'must be one of PIPELINE, IMPLEMENTATION'],
  [grant({ regrant: 'FRG010' }), 'regrant', 'must be one of COMMON, INTERMEDIARY'],
  [grant({ fromOpenCall: 'yes' }), 'fromOpenCall', 'must be true or false'],
  [grant({ shares: ['cluster'] }), 'shares.0', 'must be a list of records'],
  [grant({ intermediaries: 'union' }), 'intermediaries', 'must be a list of texts'],
  [
    grant({ sectors: [{ sector: 'NACE_REV2:62', percentage: '0' }] }),
    'sectors.0.percentage',
    'greater than 0 and at most 100',
  ],
  [
    grant({ sectors: [{ sector: 'NACE_REV2:62', percentage: '100.1' }] }),
    'sectors.0.percentage',
    'greater than 0 and at most 100',
  ],
  [
    grant({ locations: [{ country: 'RS', percentage: 50 }] }),
    'locations.0.percentage',
    'must be a decimal number in quotes, greater than 0 and at most 100',
  ],
  [paying({ kind: 'GIFT' }), 'transactions.0.kind', 'must be one of INCOMING_FUNDS, COMMITMENT'],
  [paying({ value: '' }), 'transactions.0.value', 'must be a decimal number in quotes'],
  [paying({ valueDate: undefined }), 'transactions.0.valueDate', 'must be a year, a month'],
  [paying({ quarter: 5 }), 'transactions.0.quarter', 'must not be greater than 4'],
  [programme({ status: undefined }), 'status', 'must be one of PLANNED, OPEN, CLOSED, UNKNOWN'],
  [programme({ budget: '-1', currency: 'EUR' }), 'budget', 'must be a decimal number in quotes'],
  [rate({ currency: 'dinar' }), 'currency', 'must be a currency of ISO 4217'],
  [rate({ month: '2015' }), 'month', 'must be a month in quotes'],
  [rate({ month: '2015-13' }), 'month', 'must be a month in quotes'],
  [rate({ perUsd: '0.00' }), 'perUsd', 'greater than 0'],
  [rate({ perUsd: 111.8 }), 'perUsd', 'must be a decimal number in quotes'],
  // between fields
  [programme({ budget: '1' }), 'budget', 'requires a currency; give both or neither'],
  [programme({ currency: 'EUR' }), 'budget', 'requires a currency; give both or neither'],
  [programme({ openedOn: '2016', closedOn: '2015-12' }), 'closedOn', `is before 'openedOn' (2016)`],
  [
    grant({ plannedStartOn: '2016', plannedEndOn: '2015' }),
    'plannedEndOn',
    `is before 'plannedStartOn' (2016)`,
  ],
  [grant({ startedOn: '2016-02', endedOn: '2016-01' }), 'endedOn', `is before 'startedOn'`],
  [
    grant({ currency: undefined, awarded: '1' }),
    'currency',
    `is missing; it is required with 'awarded'`,
  ],
  [
    grant({ currency: 'XXX', shares: [{ organization: 'cluster', amount: '1' }] }),
    'currency',
    `is missing; it is required with 'shares'`,
  ],
  [
    { grants: paying({}).grants.map((each) => ({ ...each, currency: undefined })) },
    'currency',
    `is missing; it is required with 'transactions'`,
  ],
  [
    { grants: paying({}).grants.map((each) => ({ ...each, disbursed: '1' })) },
    'disbursed',
    'is computed from the transactions; remove it',
  ],
  [paying({ valueDate: '2016-05', quarter: 2 }), 'transactions.0.quarter', 'only a year'],
  [grant({ locations: [{}] }), 'locations.0', 'must have a name, country, region or latitude'],
  [
    grant({ locations: [{ latitude: 45 }] }),
    'locations.0.latitude',
    'requires a longitude; give both or neither',
  ],
  [grant({ paidFrom: `SCAN:${NEW_GRANT}:EUR` }), 'paidFrom', 'forms a cycle of grants'],
  [grant({ intermediaries: ['union', 'union'] }), 'intermediaries', 'has the same text twice'],
  // what refers to nothing
  ...(
    [
      [programme({ funder: 'nobody' }), 'funder', 'Organization'],
      [programme({ manager: 'nobody' }), 'manager', 'Organization'],
      [programme({ source: 'none' }), 'source', 'Source'],
      [grant({ funder: 'nobody' }), 'funder', 'Organization'],
      [grant({ programme: 'none' }), 'programme', 'GrantProgramme'],
      [grant({ initiative: 'none' }), 'initiative', 'Initiative'],
      [grant({ paidFrom: 'SCAN:with-transactions:RSD' }), 'paidFrom', 'Grant'],
      [grant({ reporter: 'nobody' }), 'reporter', 'Organization'],
      [grant({ source: 'none' }), 'source', 'Source'],
      [grant({ shares: [{ organization: 'nobody' }] }), 'shares.0.organization', 'Organization'],
      [grant({ intermediaries: ['union', 'nobody'] }), 'intermediaries.1', 'Organization'],
      [grant({ sectors: [{ sector: 'DAC:62' }] }), 'sectors.0.sector', 'Sector'],
      [grant({ locations: [{ region: 'RS9' }] }), 'locations.0.region', 'Region'],
      [paying({ provider: 'nobody' }), 'transactions.0.provider', 'Organization'],
      [paying({ receiver: 'nobody' }), 'transactions.0.receiver', 'Organization'],
      [paying({ sector: 'DAC:62' }), 'transactions.0.sector', 'Sector'],
      [paying({ source: 'none' }), 'transactions.0.source', 'Source'],
      [rate({ source: 'none' }), 'source', 'Source'],
    ] as const
  ).map(([files, field, kind]): Case => [files, field, `is not a known ${kind} in this data set`]),
];

describe('a fault of a programme or a grant', () => {
  const cases = FAULTS.map(([files, field, reason]) => [field, reason, files] as const);

  test.each(cases)('in %s: %s', async (field, reason, files) => {
    const [[name, records]] = Object.entries(files) as [[string, readonly Fields[]]];
    const value = field
      .split('.')
      .reduce<unknown>((each, step) => (each as Fields)[step], records[0]);

    expect(await faultsOf(platform.database, dataSetFolder(files))).toEqual([
      {
        file: `${name}.yaml`,
        line: expect.any(Number),
        field,
        value,
        reason: expect.stringContaining(reason),
      },
    ]);
  });

  test.each<[string, Fields]>([
    [
      'shares.1.organization',
      { shares: ['1', '2'].map((amount) => ({ organization: 'cluster', amount })) },
    ],
    [
      'sectors.1.sector',
      { sectors: ['1', '2'].map((percentage) => ({ sector: 'NACE_REV2:62', percentage })) },
    ],
    [
      'transactions.1.value',
      {
        transactions: ['a', 'b'].map((description) => ({
          kind: 'COMMITMENT',
          value: '5',
          valueDate: '2016',
          description,
        })),
      },
    ],
  ])('that is twice is told of the second: %s', async (field, fields) => {
    expect(await faultsOf(platform.database, dataSetFolder(grant(fields)))).toEqual([
      expect.objectContaining({ field, reason: expect.stringContaining('is a duplicate') }),
    ]);
  });

  test('that is between two is told of the second or of both', async () => {
    const twice = await faultsOf(
      platform.database,
      dataSetFolder({ grants: [record.grant('new'), record.grant('new', { title: 'Again' })] }),
    );
    const round = await faultsOf(
      platform.database,
      dataSetFolder({
        grants: [
          record.grant('a', { paidFrom: 'SCAN:b:EUR' }),
          record.grant('b', { paidFrom: 'SCAN:a:EUR' }),
        ],
      }),
    );
    expect(twice).toEqual([expect.objectContaining({ line: 6, value: 'SCAN:new:EUR' })]);
    expect(round.map(({ field, value }) => [field, value])).toEqual([
      ['paidFrom', 'SCAN:b:EUR'],
      ['paidFrom', 'SCAN:a:EUR'],
    ]);
  });

  test('is not told again of what refers to the grant', async () => {
    const faults = await faultsOf(
      platform.database,
      dataSetFolder({
        grants: [
          record.grant('a', { paidFrom: 'SCAN:b:EUR' }),
          record.grant('b', { awarded: 'much' }),
        ],
      }),
    );

    expect(faults.map(({ field }) => field)).toEqual(['awarded']);
  });
});

describe('an exchange rate of a data set', () => {
  test('is corrected in place, by its currency and month', async () => {
    const rates = async () => {
      const { data } = await platform.succeed(
        '{ exchangeRates { nodes { id currency month perUsd source { slug } } } }',
      );
      return data.exchangeRates.nodes as Fields[];
    };
    const before = await rates();

    expect(await load(rate({ perUsd: '112' }))).toMatchObject({ inserted: 0, updated: 1 });

    expect(await rates()).toEqual(
      before.map((each) => (each.currency === 'RSD' ? { ...each, perUsd: '112' } : each)),
    );
    await load(FIRST);
    expect(await rates()).toEqual(before);
  });
});

const AMOUNTS =
  'appliedFor { amount } awarded { amount } committed { amount } disbursed { amount } spent { amount }';

describe('a grant of a data set', () => {
  afterEach(() => load(FIRST));

  const grants = async () => {
    const { data } = await platform.succeed(`{ grants { nodes {
      scheme identifier currency ${AMOUNTS} paidFrom { identifier } passedOn { nodes { identifier } } } } }`);
    const nodes = plainAmounts(data.grants.nodes as { identifier: string }[]);
    return Object.fromEntries(nodes.map(({ identifier, ...rest }) => [identifier, rest]));
  };

  test('has what its record says and the sums of its transactions', async () => {
    const unknown = { appliedFor: null, awarded: null, committed: null, spent: null };
    expect(await grants()).toEqual({
      'with-transactions': {
        scheme: 'SCAN',
        currency: 'EUR',
        appliedFor: '2000',
        awarded: '1000.50',
        committed: '1000.50',
        disbursed: '700.00',
        spent: null,
        paidFrom: null,
        passedOn: { nodes: [{ identifier: 'passed-on' }] },
      },
      'passed-on': {
        ...unknown,
        scheme: 'SCAN',
        currency: 'EUR',
        awarded: '100',
        disbursed: '40.50',
        paidFrom: { identifier: 'with-transactions' },
        passedOn: { nodes: [] },
      },
      'of-unknown-amount': {
        ...unknown,
        scheme: 'SCAN',
        currency: 'XXX',
        disbursed: null,
        paidFrom: null,
        passedOn: { nodes: [] },
      },
    });
    const { data } = await platform.succeed(/* GraphQL */ `
      {
        grants(filter: { identifier: { in: ["with-transactions"] } }) {
          nodes {
            funder {
              slug
            }
            programme {
              slug
              manager {
                slug
              }
              budget {
                amount
                currency
              }
            }
            initiative {
              slug
            }
            status
            regrant
            fromOpenCall
            toIndividuals
            awardedOn
            recipients {
              edges {
                amount {
                  amount
                }
                node {
                  slug
                }
              }
            }
            intermediaries {
              nodes {
                slug
              }
            }
            sectors {
              edges {
                percentage
                node {
                  code
                }
              }
            }
            locations {
              name
              country
              percentage
              region {
                code
              }
            }
            transactions(orderBy: { field: VALUE_DATE }) {
              nodes {
                kind
                value {
                  amount
                  currency
                }
                valueDate
                quarter
                receiver {
                  slug
                }
              }
            }
          }
        }
      }
    `);
    expect(plainAmounts(data.grants.nodes)).toEqual([
      {
        funder: { slug: 'ministry' },
        programme: {
          slug: 'programme',
          manager: { slug: 'union' },
          budget: { amount: '15000000', currency: 'RSD' },
        },
        initiative: { slug: 'initiative' },
        status: 'IMPLEMENTATION',
        regrant: 'COMMON',
        fromOpenCall: true,
        toIndividuals: false,
        awardedOn: '2015-12',
        recipients: {
          edges: [
            { amount: '900', node: { slug: 'cluster' } },
            { amount: null, node: { slug: 'company' } },
          ],
        },
        intermediaries: { nodes: [{ slug: 'union' }] },
        sectors: {
          edges: [
            { percentage: '60', node: { code: '62' } },
            { percentage: null, node: { code: '62.01' } },
          ],
        },
        locations: [
          { name: null, country: null, percentage: null, region: { code: 'RS1' } },
          { name: 'Novi Sad', country: 'RS', percentage: '12.5', region: null },
        ],
        transactions: {
          nodes: expect.arrayContaining([
            {
              kind: 'COMMITMENT',
              value: { amount: '1000.50', currency: 'EUR' },
              valueDate: '2016',
              quarter: null,
              receiver: null,
            },
            {
              kind: 'DISBURSEMENT',
              value: { amount: '700.25', currency: 'EUR' },
              valueDate: '2016-05-01',
              quarter: null,
              receiver: { slug: 'cluster' },
            },
            {
              kind: 'DISBURSEMENT',
              value: { amount: '-0.25', currency: 'EUR' },
              valueDate: '2016',
              quarter: 3,
              receiver: null,
            },
          ]),
        },
      },
    ]);
  });

  test('is there once more in another currency', async () => {
    const [, first] = FIRST.grants;
    const id = async () =>
      (
        await platform.database.read(
          `SELECT id FROM "grant" WHERE identifier = 'with-transactions' AND currency = 'EUR'`,
          [],
        )
      )[0]?.id;
    const before = await id();

    expect(
      await load({
        grants: [record.grant('with-transactions', { currency: 'RSD' }), { ...first }],
      }),
    ).toMatchObject({ inserted: 1, updated: 0, removed: 0 });

    expect(await id()).toBe(before);
    await platform.database.dataSource.query(`DELETE FROM "grant" WHERE currency = 'RSD'`);
  });

  test('keeps what it states when transactions that were summed up go, and the other way round', async () => {
    const [passedOn, summed] = FIRST.grants;
    const turned = {
      grants: [
        { ...passedOn, disbursed: undefined, transactions: [pay('3'), pay('4.50')] },
        { ...summed, transactions: [], disbursed: '555' },
      ],
    };

    await load(turned);

    expect(await grants()).toMatchObject({
      'passed-on': { disbursed: '7.50' },
      'with-transactions': { disbursed: '555', committed: null },
    });
    expect(await load(turned)).toMatchObject({ inserted: 0, updated: 0, removed: 0 });

    await load(FIRST);
    expect(await grants()).toMatchObject({
      'passed-on': { disbursed: '40.50' },
      'with-transactions': { disbursed: '700.00', committed: '1000.50' },
    });
  });

  test('loses the amount that its record has no more', async () => {
    const [passedOn] = FIRST.grants;

    await load({ grants: [{ ...passedOn, disbursed: undefined, awarded: undefined }] });

    expect(await grants()).toMatchObject({ 'passed-on': { disbursed: null, awarded: null } });
  });

  test('loses the parts that its record has no more', async () => {
    const [, summed] = FIRST.grants;
    const lists = { shares: [], intermediaries: [], sectors: [], locations: [], transactions: [] };

    expect(await load({ grants: [{ ...summed, ...lists }] })).toMatchObject({
      inserted: 0,
      removed: 10,
    });

    const { data } =
      await platform.succeed(`{ grants(filter: { identifier: { in: ["with-transactions"] } }) { nodes {
      recipients { nodes { slug } } intermediaries { nodes { slug } } sectors { nodes { code } }
      locations { name } transactions { nodes { value { amount } } } } } }`);
    expect(data.grants.nodes).toEqual([
      {
        recipients: { nodes: [] },
        intermediaries: { nodes: [] },
        sectors: { nodes: [] },
        locations: [],
        transactions: { nodes: [] },
      },
    ]);
  });
});

function pay(value: string): Fields {
  return { kind: 'DISBURSEMENT', value, valueDate: '2017' };
}
