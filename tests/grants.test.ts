import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isInputObjectType } from 'graphql';
import { loadDataSet } from '../src/data-set/load-data-set.js';
import { GrantDimension } from '../src/aggregates/grant-dimensions.js';
import { dataSetFolder, removeDataSetFolders } from './support/data-set-folder.js';
import { MONEY } from './support/money-data-set.js';
import { schema } from './support/schema.js';
import { forgetFigures } from './support/databases.js';
import { plainAmounts } from './support/plain-amounts.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

/** What a donor narrows a search down by. */
let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('EMPTY');
  await loadDataSet(platform.database, dataSetFolder(MONEY));
});
afterAll(async () => {
  removeDataSetFolders();
  await platform.close();
});

const ALL = ['aid', 'blank', 'drop', 'echo', 'hub', 'pool', 'twig'];
const allBut = (...without: string[]) => ALL.filter((grant) => !without.includes(grant));

async function grantsWith(filter: object): Promise<string[]> {
  const { data } = await platform.succeed(
    `query ($filter: GrantFilter) { grants(filter: $filter) { totalCount nodes { identifier } } }`,
    { filter },
  );
  const found = (data.grants.nodes as { identifier: string }[]).map(({ identifier }) => identifier);
  expect(data.grants.totalCount).toBe(found.length);
  return found.sort();
}

const CASES: readonly (readonly [filter: Readonly<Record<string, unknown>>, grants: string[]])[] = [
  [{}, ALL],
  [{ identifier: { in: ['hub', 'aid', 'none'] } }, ['aid', 'hub']],
  [{ identifier: { eq: 'hub' } }, ['hub']],
  [{ funder: { in: ['union', 'foundation'] } }, ['echo', 'hub', 'pool']],
  [{ funder: { notIn: ['union', 'foundation'] } }, allBut('echo', 'hub', 'pool')],
  [{ funder: { isNull: true } }, []],
  [{ funder: {} }, ALL],
  [{ recipient: { in: ['academy'] } }, ['hub', 'pool']],
  [
    { or: [{ recipient: { in: ['academy'] } }, { recipient: { isNull: true } }] },
    ['blank', 'hub', 'pool'],
  ],
  [{ recipient: { in: ['academy'], isNull: true } }, []],
  [{ recipient: { in: ['academy', 'company'], notIn: ['cluster'] } }, ['drop', 'pool', 'twig']],
  [{ recipient: { isNull: false } }, allBut('blank')],
  [{ recipient: { in: [] } }, []],
  [{ intermediary: { in: ['agency'] } }, ['hub']],
  [{ intermediary: { isNull: true } }, allBut('hub')],
  [{ organization: { eq: 'academy' } }, ['drop', 'hub', 'pool']],
  [
    { organization: { in: ['academy', 'agency'], roles: ['FUNDER', 'INTERMEDIARY'] } },
    ['drop', 'hub'],
  ],
  [{ organization: { in: [] } }, []],
  [{ organization: { eq: 'academy', roles: ['FUNDER'] } }, ['drop']],
  [{ organization: { eq: 'academy', roles: ['RECIPIENT'] } }, ['hub', 'pool']],
  [{ organization: { eq: 'agency', roles: ['INTERMEDIARY'] } }, ['hub']],
  [{ organization: { notIn: ['academy'] } }, allBut('drop', 'hub', 'pool')],
  [{ organization: { notIn: ['academy'], roles: ['FUNDER'] } }, allBut('drop')],
  [{ not: { organization: { eq: 'academy', roles: ['FUNDER'] } } }, allBut('drop')],
  [{ organization: { notIn: ['nobody'] } }, ALL],
  [{ programme: { in: ['state-aid'] } }, ['aid']],
  [{ programme: { isNull: true } }, allBut('aid', 'hub')],
  [{ initiative: { in: ['hub-house'] } }, ['aid', 'hub', 'twig']],
  [{ sector: { in: ['NACE_REV2:62'] } }, ['aid', 'hub']],
  [{ sector: { in: ['NACE_REV2:62.01'] } }, ['hub']],
  [{ sector: { in: ['NACE_REV2:25'], notIn: ['NACE_REV2:62'] } }, ['drop']],
  [{ sector: { isNull: true } }, ['blank', 'echo', 'pool', 'twig']],
  [{ challenge: { in: ['FINANCE'] } }, ['aid', 'hub', 'twig']],
  [{ challenge: { isNull: true } }, ['blank', 'drop', 'echo', 'pool']],
  [{ country: { in: ['RS'] } }, ['aid', 'hub']],
  [{ country: { notIn: ['RS'] } }, allBut('aid', 'hub')],
  [{ region: { in: ['RS12'] } }, ['hub']],
  [{ region: { in: ['RS1'] } }, ['aid', 'hub']],
  [{ year: { in: [2016] } }, ['drop', 'pool']],
  [{ or: [{ year: { in: [2016] } }, { year: { isNull: true } }] }, ['blank', 'drop', 'pool']],
  [{ year: { gte: 2016 } }, ['drop', 'pool']],
  [{ year: { notIn: [2015] } }, ['blank', 'drop', 'pool']],
  [{ awardedOn: { gte: '2015-12-01' } }, ['drop', 'pool', 'twig']],
  [{ awardedOn: { gt: '2015-12-01' } }, ['drop', 'pool']],
  [{ awardedOn: { isNull: true } }, ['blank']],
  [
    { and: [{ awardedOn: { lte: '2015-12-01' } }, { year: { gte: 2015 } }] },
    ['aid', 'echo', 'hub', 'twig'],
  ],
  [{ awardedOn: { lt: '2015-12-01' } }, ['aid', 'echo', 'hub']],
  [{ period: { contains: '2016-07-01' } }, ALL],
  [{ period: { contains: '2017-01-01' } }, allBut('hub')],
  [{ period: { contains: '2015-05-01' } }, allBut('aid')],
  [{ period: { isNull: false } }, ['hub']],
  [{ period: { isNull: true } }, allBut('hub')],
  [{ period: { isNull: false, contains: '2017-01-01' } }, []],
  [{ status: { in: ['CLOSED'] } }, ['hub']],
  [{ status: { notIn: ['CLOSED'], isNull: false } }, ['aid']],
  [{ currency: { in: ['RSD'] } }, ['aid']],
  [{ amount: { currency: 'EUR', gte: '20000' } }, ['echo', 'hub', 'pool', 'twig']],
  [{ amount: { currency: 'EUR', gte: '20000.01', lte: '100000.09' } }, ['pool']],
  [{ amount: { currency: 'RSD', measure: 'DISBURSED', lte: '649999.5' } }, ['aid']],
  [{ amount: { currency: 'RSD', measure: 'DISBURSED', lte: '649999.49' } }, []],
  [{ amount: { currency: 'EUR', isNull: false } }, ['drop', 'echo', 'hub', 'pool', 'twig']],
  [{ amount: { isNull: true } }, ['blank']],
  [{ amount: { isNull: false } }, allBut('blank')],
  [{ not: { amount: { isNull: true } } }, allBut('blank')],
  [{ amount: { measure: 'APPLIED_FOR', isNull: false } }, ['hub']],
  [{ amount: { measure: 'DISBURSED', isNull: true } }, allBut('aid', 'drop')],
  [
    { or: [{ amount: { currency: 'EUR', lte: '20000' } }, { amount: { isNull: true } }] },
    ['blank', 'drop', 'twig'],
  ],
  [{ amount: { currency: 'EUR', lte: '20000', isNull: false } }, ['drop', 'twig']],
  [{ amount: { currency: 'EUR', lt: '20000' } }, ['drop']],
  [{ not: { amount: { currency: 'EUR', lte: '20000' } } }, allBut('drop', 'twig')],
  [{ currency: { in: ['CHF'] } }, []],
  [{ sector: { in: ['DAC:62'] } }, []],
  [{ region: { notIn: ['XX'] } }, ALL],
  [{ dataSet: { in: ['another'] } }, ['pool']],
  [{ toIndividuals: { eq: true } }, []],
  [{ toIndividuals: { eq: false } }, ALL],
  [{ title: { contains: 'niški' } }, ['blank']],
  [{ title: { contains: 'Niški, grant!' } }, ['blank']],
  [{ title: { contains: '%' } }, []],
  [{ title: { contains: '!!!' } }, []],
  [{ title: { contains: '' } }, []],
];

describe('grants that meet a filter', () => {
  test.each(CASES)('%j', async (filter, expected) => {
    expect(await grantsWith(filter)).toEqual(expected);
  });

  test('is tested here with every field', () => {
    const type = schema.getType('GrantFilter');
    const fields = isInputObjectType(type) ? Object.keys(type.getFields()) : [];
    expect(fields.length).toBeGreaterThan(15);
    const fieldsIn = (filter: object): string[] =>
      Object.entries(filter).flatMap(([name, value]: [string, unknown]) =>
        ['and', 'or', 'not'].includes(name)
          ? [name, ...[value].flat().flatMap((one) => fieldsIn(one as object))]
          : [name],
      );
    const tried = new Set(CASES.flatMap(([filter]) => fieldsIn(filter)));
    expect(fields.filter((field) => !tried.has(field))).toEqual([]);
  });

  test('combine all conditions', async () => {
    expect(
      await grantsWith({
        funder: { in: ['union'] },
        recipient: { in: ['cluster'], isNull: false },
        sector: { in: ['NACE_REV2:25'] },
        year: { in: [2015] },
        amount: { currency: 'EUR', gte: '1' },
        organization: { eq: 'agency' },
      }),
    ).toEqual(['hub']);
  });

  test.each([
    ['gte: "1,5"', 'Decimal cannot represent "1,5": use digits'],
    ['gte: true', 'Decimal'],
  ])('are refused if the amount is invalid: %s', async (min, message) => {
    const { status, errors } = await platform.ask(
      `{ grants(filter: { amount: { currency: "EUR", ${min} } }) { totalCount } }`,
    );
    expect(status).toBe(400);
    expect(errors?.[0]?.message).toContain(message);
  });
});

/** What is right comes first: a plan that is made for it must not take what is wrong. */
const FAULTS: readonly (readonly [
  right: object,
  wrong: object,
  inputPath: readonly (string | number)[],
  message: string,
])[] = [
  [{ sector: { in: ['DAC:1'] } }, { sector: { in: ['62'] } }, ['sector', 'in', 0], 'SCHEME:code'],
  [
    { sector: { in: ['DAC:1', 'NACE_REV2:62'] } },
    { sector: { in: ['DAC:1', 'NACE:62'] } },
    ['sector', 'in', 1],
    'NACE_REV2_1',
  ],
  [
    { sector: { notIn: ['DAC:1'] } },
    { sector: { notIn: ['DAC:'] } },
    ['sector', 'notIn', 0],
    'SCHEME:code',
  ],
  [
    { currency: { in: ['EUR'] } },
    { currency: { in: ['eur'] } },
    ['currency', 'in', 0],
    'is "eur"; expected an ISO 4217 code: three capital letters, such as EUR.',
  ],
  [
    { currency: { notIn: ['EUR', 'RSD'] } },
    { currency: { notIn: ['EUR', 'dinar'] } },
    ['currency', 'notIn', 1],
    '"dinar"',
  ],
  [
    { country: { in: ['RS'] } },
    { country: { in: ['Serbia'] } },
    ['country', 'in', 0],
    'two capital letters, such as RS',
  ],
  [
    { country: { notIn: ['RS'] } },
    { country: { notIn: ['rs'] } },
    ['country', 'notIn', 0],
    'ISO 3166-1',
  ],
  [{ region: { in: ['RS'] } }, { region: { in: ['Vojvodina'] } }, ['region', 'in', 0], 'NUTS'],
  [
    { amount: { currency: 'GBP', gte: '1' } },
    { amount: { currency: 'pound', gte: '1' } },
    ['amount', 'currency'],
    'ISO 4217',
  ],
  [{}, { amount: { gte: '1' } }, ['amount', 'currency'], 'is required with a bound'],
  [{}, { amount: { lt: '1', isNull: true } }, ['amount', 'currency'], 'is required'],
  [{}, { amount: { currency: 'EUR' } }, ['amount'], `needs a bound (gt, gte, lt, lte) or 'isNull'`],
];

describe('an invalid filter is refused', () => {
  const QUESTIONS = [
    'grants(filter: $filter) { totalCount }',
    'grants(first: 1) { nodes { funder { grantsMade(filter: $filter) { nodes { id } } } } }',
    'grantFacets(filter: $filter) { grantCount }',
    'grantFacets(filter: $filter) { facet(dimension: SECTOR) { distinctCount } }',
    'grantTotals(filter: $filter) { grantCount }',
    'grantFlows(filter: $filter, currency: "EUR", through: [FUNDER, RECIPIENT]) { grantCount }',
  ];

  test.each(FAULTS)(
    '%j is accepted, but %j is refused',
    async (right, wrong, inputPath, message) => {
      for (const question of QUESTIONS) {
        const operation = `query ($filter: GrantFilter) { ${question} }`;
        await platform.succeed(operation, { filter: right });
        const { errors } = await platform.ask<unknown>(operation, { filter: wrong });
        expect(errors?.[0]?.message).toContain(message);
        expect(errors?.[0]?.extensions).toMatchObject({
          code: 'BAD_USER_INPUT',
          inputPath: ['filter', ...inputPath],
        });
      }
    },
  );

  test.each(['grants.csv', 'transactions.json', 'facets.csv', 'totals.csv'])(
    'by the export %s',
    async (file) => {
      const filter = encodeURIComponent(JSON.stringify({ sector: { in: ['62'] } }));
      const response = await fetch(`${platform.url}/export/${file}?filter=${filter}`);
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('SCHEME:code');
    },
  );
});

interface FacetAnswer {
  readonly values: readonly {
    readonly key: string;
    readonly label: string;
    readonly grantCount: number;
  }[];
  readonly unknownCount: number;
  readonly distinctCount: number;
}

async function facet(
  dimension: string,
  filter: object = {},
  more = '',
): Promise<FacetAnswer & { readonly grantCount: number; readonly sql: readonly string[] }> {
  const { data, sql } = await platform.succeed(
    `query ($filter: GrantFilter, $dimension: GrantDimension!) { grantFacets(filter: $filter) {
      grantCount facet(dimension: $dimension${more}) { values { key label grantCount } unknownCount distinctCount } } }`,
    { filter, dimension },
  );
  return { ...data.grantFacets.facet, grantCount: data.grantFacets.grantCount, sql };
}

const counts = ({ values, unknownCount }: FacetAnswer) => ({
  ...Object.fromEntries(values.map(({ key, grantCount }) => [key, grantCount])),
  ...(unknownCount === 0 ? {} : { unknown: unknownCount }),
});

describe('a facet', () => {
  const EXPECTED: Record<GrantDimension, object> = {
    FUNDER: { union: 2, ministry: 2, foundation: 1, academy: 1, cluster: 1 },
    RECIPIENT: { cluster: 3, company: 3, academy: 2, unknown: 1 },
    INTERMEDIARY: { agency: 1, unknown: 6 },
    PROGRAMME: { 'union-calls': 1, 'state-aid': 1, unknown: 5 },
    INITIATIVE: { 'hub-house': 3, vague: 1, unknown: 3 },
    SECTOR: { 'NACE_REV2:25': 2, 'NACE_REV2:62': 1, 'NACE_REV2:62.01': 1, unknown: 4 },
    CHALLENGE: { FINANCE: 3, SKILLS: 3, unknown: 4 },
    COUNTRY: { RS: 2, unknown: 5 },
    REGION: { RS11: 1, RS12: 1, unknown: 5 },
    YEAR: { 2015: 4, 2016: 2, unknown: 1 },
    STATUS: { CLOSED: 1, IMPLEMENTATION: 1, unknown: 5 },
    CURRENCY: { EUR: 5, RSD: 1, XXX: 1 },
    DATA_SET: { 'a-source': 6, another: 1 },
  };

  test.each(Object.keys(GrantDimension) as GrantDimension[])(
    'by %s counts the grants of each value and those without a value',
    async (dimension) => {
      const answer = await facet(dimension);
      expect(counts(answer)).toEqual(EXPECTED[dimension]);
      expect(answer.distinctCount).toBe(answer.values.length);
    },
  );

  test('ignores the condition of the filter on its own dimension, and no other', async () => {
    const filter = { funder: { in: ['ministry'] }, currency: { notIn: ['EUR'] } };
    expect(counts(await facet('FUNDER', filter))).toEqual({ ministry: 2 });
    expect(counts(await facet('CURRENCY', filter))).toEqual({ RSD: 1, XXX: 1 });
    expect(counts(await facet('RECIPIENT', filter))).toEqual({
      cluster: 1,
      company: 1,
      unknown: 1,
    });
    expect((await facet('RECIPIENT', filter)).grantCount).toBe(2);
    const others = { recipient: { in: ['academy'] }, year: { in: [2015] } };
    expect(counts(await facet('RECIPIENT', others))).toEqual({
      cluster: 3,
      company: 2,
      academy: 1,
    });
    expect(counts(await facet('YEAR', others))).toEqual({ 2015: 1, 2016: 1 });
  });

  test('returns the most frequent values first, with the number of values', async () => {
    const answer = await facet('RECIPIENT', {}, ', first: 1');
    expect(answer.values).toHaveLength(1);
    expect(answer.values[0]?.grantCount).toBe(3);
    expect(answer.distinctCount).toBe(3);
  });

  test('returns years in order if sorted by key', async () => {
    const { values } = await facet('YEAR', {}, ', orderBy: KEY');
    expect(values.map(({ key }) => key)).toEqual(['2015', '2016']);
  });

  test('leads to the objects themselves, in the same number of statements for any number of them', async () => {
    const operation = `query ($first: Int!) { grantFacets { facet(dimension: FUNDER, first: $first) {
      values { label node { __typename id ... on Organization { slug } } } } } }`;
    const one = await platform.succeed(operation, { first: 1 });
    await forgetFigures(platform.database);
    const all = await platform.succeed(operation, { first: 10 });
    expect(all.data.grantFacets.facet.values).toContainEqual({
      label: 'Academy',
      node: { __typename: 'Institution', id: expect.any(String), slug: 'academy' },
    });
    expect(all.sql).toHaveLength(one.sql.length);
  });

  test.each([-1, 0, 1001])('of %d values is refused', async (first) => {
    const { errors } = await platform.ask(
      `{ grantFacets { facet(dimension: YEAR, first: ${first}) { distinctCount } } }`,
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      inputPath: ['first'],
    });
  });
});

describe('a grant', () => {
  test('has its funder, intermediaries and recipients, with shares and evidence', async () => {
    const { data } =
      await platform.succeed(`{ grants(filter: { identifier: { in: ["hub"] } }) { nodes {
      funder { slug } programme { slug } initiative { slug } awarded { amount } appliedFor { amount } committed { amount }
      recipients { edges { amount { amount } node { slug } } } intermediaries { nodes { slug } }
      sectors(orderBy: { field: CODE }) { edges { percentage node { code } } } locations { name country region { code } }
      passedOn { nodes { identifier paidFrom { identifier } } } source { licence } } } }`);
    expect(plainAmounts(data.grants.nodes[0])).toEqual({
      funder: { slug: 'union' },
      programme: { slug: 'union-calls' },
      initiative: { slug: 'hub-house' },
      awarded: '100000.10',
      appliedFor: '120000',
      committed: null,
      recipients: {
        edges: [
          { amount: '30000', node: { slug: 'academy' } },
          { amount: '70000.10', node: { slug: 'cluster' } },
        ],
      },
      intermediaries: { nodes: [{ slug: 'agency' }] },
      sectors: {
        edges: [
          { percentage: '40', node: { code: '25' } },
          { percentage: '60', node: { code: '62.01' } },
        ],
      },
      locations: [
        { name: null, country: 'RS', region: { code: 'RS12' } },
        { name: 'Ruma', country: 'RS', region: null },
      ],
      passedOn: { nodes: [{ identifier: 'twig', paidFrom: { identifier: 'hub' } }] },
      source: { licence: 'CC BY 4.0' },
    });
  });

  test('sums up its transactions, corrections included', async () => {
    const { data } =
      await platform.succeed(`{ grants(filter: { identifier: { in: ["aid"] } }) { nodes {
      committed { amount } disbursed { amount } spent { amount } transactions(orderBy: { field: VALUE_DATE }) { nodes { kind value { amount } valueDate sector { code } } } } } }`);
    expect(plainAmounts(data.grants.nodes[0])).toEqual({
      committed: '1200000',
      disbursed: '649999.5',
      spent: '10',
      transactions: {
        nodes: [
          { kind: 'COMMITMENT', value: '1200000', valueDate: '2015-05-02', sector: null },
          {
            kind: 'DISBURSEMENT',
            value: '700000',
            valueDate: '2015-06-01',
            sector: { code: '25' },
          },
          { kind: 'EXPENDITURE', value: '10', valueDate: '2015-06-09', sector: null },
          { kind: 'DISBURSEMENT', value: '-50000.5', valueDate: '2015-07', sector: { code: '62' } },
        ],
      },
    });
  });
});
