import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadDataSet } from '../src/data-set/load-data-set.js';
import { THIRD_SHARE, UNKNOWN_SHARE, withChangedMoney } from './support/changed-money.js';
import { dataSetFolder, removeDataSetFolders } from './support/data-set-folder.js';
import { MONEY } from './support/money-data-set.js';
import { plainAmounts } from './support/plain-amounts.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

/** What a donor asks of an initiative, an organisation, a sector or a region. */
let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('EMPTY');
  await loadDataSet(platform.database, dataSetFolder(MONEY));
});
afterAll(async () => {
  removeDataSetFolders();
  await platform.close();
});

describe('the funding of an initiative', () => {
  test('has budget, promises, payments, gap and the share of each funder per currency', async () => {
    const { data } = await platform.succeed(`{
      initiatives(orderBy: { field: TITLE }, first: 2) { nodes { slug funding { currency budget { amount } budgetClaim { asOf source { slug } } grantCount withoutAmountCount
        awarded { amount } committed { amount } disbursed { amount } spent { amount } gap { amount } funders { grantCount promised { amount } disbursed { amount } share funder { slug } } } } } }`);
    expect(plainAmounts(data.initiatives.nodes)).toEqual([
      {
        slug: 'hub-house',
        funding: [
          {
            currency: 'EUR',
            budget: '150000', // the newest among the most trusted claims
            budgetClaim: { asOf: '2015', source: { slug: 'a-source' } },
            grantCount: 1, // what twig passes on is money of hub
            withoutAmountCount: 0,
            awarded: '100000.1',
            committed: null,
            disbursed: null,
            spent: null,
            gap: '49999.9',
            funders: [
              {
                grantCount: 1,
                promised: '100000.1',
                disbursed: null,
                share: '66.67',
                funder: { slug: 'union' },
              },
            ],
          },
          {
            currency: 'RSD',
            budget: null,
            budgetClaim: null,
            grantCount: 1,
            withoutAmountCount: 0,
            awarded: '1200000',
            committed: '1200000',
            disbursed: '649999.5',
            spent: '10',
            gap: null,
            funders: [
              {
                grantCount: 1,
                promised: '1200000',
                disbursed: '649999.5',
                share: '100.00',
                funder: { slug: 'ministry' },
              },
            ],
          },
        ],
      },
      {
        slug: 'lab',
        funding: [
          {
            currency: 'CHF',
            budget: '40000',
            budgetClaim: { asOf: null, source: { slug: 'a-source' } },
            grantCount: 0,
            withoutAmountCount: 0,
            awarded: null,
            committed: null,
            disbursed: null,
            spent: null,
            gap: '40000',
            funders: [],
          },
        ],
      },
    ]);
  });

  test('counts no money twice, and returns the number of grants left out', async () => {
    const forHub = `UPDATE "grant" SET initiative_id = (SELECT id FROM initiative WHERE slug = 'hub-house')
      WHERE identifier IN ('pool', 'drop')`;
    const { data } = await withChangedMoney([forHub], (changed) =>
      changed.succeed(
        '{ initiative(slug: "hub-house") { funding { currency grantCount leftOutCount awarded { amount } funders { funder { slug } } } } }',
      ),
    );
    // What the pool was given for, its recipient has granted on; what twig has is of hub.
    expect(plainAmounts(data.initiative.funding[0])).toMatchObject({
      currency: 'EUR',
      grantCount: 2,
      leftOutCount: 2,
      awarded: '105000.1',
      funders: [{ funder: { slug: 'union' } }, { funder: { slug: 'academy' } }],
    });
  });

  test('equals the totals of the initiative in each currency', async () => {
    const synthetic = await openTestPlatform('SYNTHETIC', { cost: 1_000_000 });
    try {
      const { data } = await synthetic.succeed(
        '{ initiatives(first: 100) { nodes { slug funding { currency grantCount leftOutCount awarded { amount } } } } }',
      );
      let leftOutInAll = 0;
      for (const { slug, funding } of data.initiatives.nodes) {
        for (const { currency, grantCount, leftOutCount, awarded } of funding) {
          const filter = { initiative: { in: [slug] }, currency: { in: [currency] } };
          const { grantTotals } = (
            await synthetic.succeed(
              `query ($filter: GrantFilter) { grantTotals(filter: $filter) {
                grantCount leftOut { grantCount } amounts(measures: [AWARDED]) { sum { amount } } } }`,
              { filter },
            )
          ).data;
          const omitted = grantTotals.leftOut.reduce(
            (sum: number, each: { grantCount: number }) => sum + each.grantCount,
            0,
          );
          expect([slug, currency, grantCount, leftOutCount, awarded]).toEqual([
            slug,
            currency,
            grantTotals.grantCount,
            omitted,
            grantTotals.amounts[0]?.sum ?? null,
          ]);
          leftOutInAll += leftOutCount;
        }
      }
      expect(leftOutInAll).toBeGreaterThan(0);
    } finally {
      await synthetic.close();
    }
  });

  test('has no gap if the amount of a grant is unknown', async () => {
    const { data } = await platform.succeed(
      `{ initiative(slug: "vague") { funding { currency budget { amount } grantCount withoutAmountCount gap { amount } funders { promised { amount } } } } }`,
    );
    expect(plainAmounts(data.initiative.funding)).toEqual([
      {
        currency: 'EUR',
        budget: '10',
        grantCount: 0,
        withoutAmountCount: 1,
        gap: null,
        funders: [],
      },
      {
        currency: 'XXX',
        budget: null,
        grantCount: 1,
        withoutAmountCount: 1,
        gap: null,
        funders: [{ promised: null }],
      },
    ]);
  });
});

describe('an organization', () => {
  test('has all its roles in one query', async () => {
    const { data } = await platform.succeed(`{ organization(slug: "academy") {
      rolesInGrants { role currency grantCount awarded { amount } disbursed { amount } }
      grantsMade { nodes { identifier } }
      grantsReceived(orderBy: { field: AWARDED_ON }) { edges { amount { amount } node { identifier } } }
      grantsManaged { totalCount } grantProgrammes { totalCount } } }`);
    expect(plainAmounts(data.organization)).toEqual({
      rolesInGrants: [
        { role: 'FUNDER', currency: 'EUR', grantCount: 1, awarded: '5000', disbursed: '4000' },
        { role: 'RECIPIENT', currency: 'EUR', grantCount: 2, awarded: '60000', disbursed: null },
      ],
      grantsMade: { nodes: [{ identifier: 'drop' }] },
      grantsReceived: {
        edges: [
          { amount: '30000', node: { identifier: 'hub' } },
          { amount: null, node: { identifier: 'pool' } },
        ],
      },
      grantsManaged: { totalCount: 0 },
      grantProgrammes: { totalCount: 0 },
    });
  });

  test('gets the rest after the known shares of others if its own share is unknown', async () => {
    const { data } = await withChangedMoney([UNKNOWN_SHARE], (changed) =>
      changed.succeed(
        '{ organization(slug: "academy") { rolesInGrants { role currency grantCount awarded { amount } } } }',
      ),
    );
    expect(plainAmounts(data.organization.rolesInGrants)).toContainEqual({
      role: 'RECIPIENT',
      currency: 'EUR',
      grantCount: 2,
      awarded: '60000',
    });
  });

  test('has the programmes that it manages for others and the grants that pass through it', async () => {
    const { data } = await platform.succeed(`{ organization(slug: "agency") {
      rolesInGrants { role grantCount } grantProgrammes { nodes { slug funder { slug } grants { nodes { identifier } } } } } }`);
    expect(data.organization).toEqual({
      rolesInGrants: [{ role: 'INTERMEDIARY', grantCount: 1 }],
      grantProgrammes: {
        nodes: [
          {
            slug: 'state-aid',
            funder: { slug: 'ministry' },
            grants: { nodes: [{ identifier: 'aid' }] },
          },
        ],
      },
    });
  });

  test('has the other funders of its recipients', async () => {
    const { data } = await platform.succeed(`{ organization(slug: "ministry") {
      coFunders(orderBy: { field: SHARED, direction: DESC }) { totalCount edges { sharedRecipientCount node { slug } recipients { slug } } } } }`);
    expect(data.organization.coFunders.totalCount).toBe(3);
    expect(data.organization.coFunders.edges).toEqual(
      expect.arrayContaining([
        { sharedRecipientCount: 1, node: { slug: 'union' }, recipients: [{ slug: 'cluster' }] },
        { sharedRecipientCount: 1, node: { slug: 'academy' }, recipients: [{ slug: 'company' }] },
        { sharedRecipientCount: 1, node: { slug: 'cluster' }, recipients: [{ slug: 'company' }] },
      ]),
    );
  });
});

test('a funder that only passes on the money of another is not its co-funder', async () => {
  const coFunders = (changes: readonly string[]) =>
    withChangedMoney(changes, async (changed) => {
      const { data } = await changed.succeed(
        '{ organization(slug: "union") { coFunders { nodes { slug } } } }',
      );
      return data.organization.coFunders.nodes.map(({ slug }: { slug: string }) => slug);
    });
  // `cluster` gives `company` what `union` has given it.
  expect(await coFunders([THIRD_SHARE])).not.toContain('cluster');
  const own = `UPDATE "grant" SET parent_id = NULL WHERE identifier = 'twig'`;
  expect(await coFunders([THIRD_SHARE, own])).toContain('cluster');
});

describe('a sector or a region', () => {
  test('has the funders in it and in its parts', async () => {
    const { data } = await platform.succeed(`{
      programming: sector(scheme: NACE_REV2, code: "62") { funders { grantCount funder { slug } } grants { totalCount } }
      first: sector(scheme: NACE_REV2, code: "25") { funders(first: 1) { grantCount } }
      food: sector(scheme: NACE_REV2, code: "10") { funders { grantCount } }
      north: region(code: "RS1") { funders { grantCount funder { slug } } grants { totalCount } } }`);
    const both = expect.arrayContaining([
      { grantCount: 1, funder: { slug: 'union' } },
      { grantCount: 1, funder: { slug: 'ministry' } },
    ]);
    expect(data).toEqual({
      programming: { funders: both, grants: { totalCount: 2 } },
      first: { funders: [{ grantCount: 1 }] },
      food: { funders: [] },
      north: { funders: both, grants: { totalCount: 2 } },
    });
  });

  test('is listed among unfunded needs only if nobody funds it', async () => {
    const { data } = await platform.succeed(`{
      sectors: unfundedNeeds(by: SECTOR) { needCount initiativeCount node { ... on Sector { code } } }
      dac: unfundedNeeds(by: SECTOR, scheme: DAC) { needCount }
      regions: unfundedNeeds(by: REGION) { needCount initiativeCount node { ... on Region { code } } } }`);
    expect(data).toEqual({
      // programming is needed too, and funded
      sectors: [
        { needCount: 1, initiativeCount: 1, node: { code: '14' } },
        { needCount: 0, initiativeCount: 1, node: { code: '10' } },
      ],
      dac: [],
      regions: [],
    });
  });
});

describe('exchange rates', () => {
  test('can be filtered by currency and sorted by time', async () => {
    const { data } =
      await platform.succeed(`{ exchangeRates(filter: { currency: { in: ["RSD", "CHF"] } }, orderBy: { field: MONTH }) {
      totalCount nodes { currency month perUsd source { slug } } } }`);
    expect(data.exchangeRates).toEqual({
      totalCount: 3,
      nodes: [
        { currency: 'RSD', month: '2015-03', perUsd: '108', source: { slug: 'a-source' } },
        { currency: 'RSD', month: '2015-05', perUsd: '108', source: { slug: 'a-source' } },
        { currency: 'RSD', month: '2015-06', perUsd: '112', source: { slug: 'a-source' } },
      ],
    });
  });
});
