import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadDataSet } from '../src/data-set/load-data-set.js';
import {
  dataSetFolder,
  record,
  removeDataSetFolders,
  type Fields,
} from './support/data-set-folder.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

const of = (organization: string, indicator: string, fields: Fields) =>
  record.claim({ organization, indicator, ...fields });

/** Sources of every degree of trust, and claims that differ by trust, by time, by both or by neither. */
const NETWORK = {
  sources: [
    record.source('official'),
    record.source('official-of-2016', { publishedOn: '2016-03' }),
    record.source('press', { confidence: 'SECONDARY' }),
    record.source('rumour', { confidence: 'LEAD' }),
  ],
  organizations: [
    record.organization('Cluster', 'metal', { source: 'official' }),
    record.organization('Cluster', 'fashion', { source: 'official' }),
    record.organization('Cluster', 'silent', { source: 'official' }),
  ],
  initiatives: [record.initiative('project', { source: 'official' })],
  claims: [
    of('metal', 'MEMBERS', { number: '70', asOf: '2011-10-21', source: 'official' }),
    of('metal', 'MEMBERS', { number: '113', asOf: '2018', source: 'official' }),
    of('metal', 'MEMBERS', { number: '150', asOf: '2019', source: 'press' }),
    of('metal', 'MEMBERS', { number: '200', asOf: '2020-01-01', source: 'rumour' }),

    of('metal', 'EMPLOYEES', { number: '40', source: 'press' }),
    of('metal', 'EMPLOYEES', { number: '50', asOf: '2020', source: 'rumour' }),
    of('metal', 'EMPLOYEES', {
      number: '8000',
      asOf: '2016',
      scope: 'MEMBERS_TOGETHER',
      qualifier: 'OVER',
      source: 'rumour',
    }),

    of('metal', 'EXPORTS', { number: '1', currency: 'EUR', asOf: '2014', source: 'official' }),
    of('metal', 'EXPORTS', { number: '2', currency: 'EUR', source: 'official-of-2016' }),
    of('metal', 'EXPORTS', { number: '3', currency: 'EUR', source: 'official' }),

    of('metal', 'FOUNDED_ON', { date: '2011-10-21', source: 'official' }),

    of('fashion', 'FOUNDED_ON', { date: '2010-09', source: 'official' }),
    of('fashion', 'FOUNDED_ON', { date: '2010-09-14', source: 'official' }),
    of('fashion', 'MEMBERS', { number: '24', asOf: '2013', source: 'press' }),
    of('fashion', 'MEMBERS', { number: '21', asOf: '2013-06', source: 'press' }),

    record.claim({
      initiative: 'project',
      indicator: 'TOTAL_BUDGET',
      number: '860000',
      currency: 'EUR',
      source: 'press',
    }),
    record.claim({
      initiative: 'project',
      indicator: 'EU_CONTRIBUTION',
      number: '739687',
      currency: 'EUR',
      source: 'official',
    }),
  ],
};

const BEST = /* GraphQL */ `
  fragment Best on BestClaim {
    indicator
    scope
    reason
    otherClaimCount
    claim {
      number
      date
    }
  }
  query ($indicator: [Indicator!]) {
    metal: organization(slug: "metal") {
      bestClaims(indicator: $indicator) {
        ...Best
      }
    }
    fashion: organization(slug: "fashion") {
      bestClaims(indicator: $indicator) {
        ...Best
      }
    }
    silent: organization(slug: "silent") {
      bestClaims(indicator: $indicator) {
        ...Best
      }
    }
    project: initiative(slug: "project") {
      bestClaims(indicator: $indicator) {
        ...Best
      }
    }
  }
`;

interface Best {
  readonly indicator: string;
  readonly scope: string;
  readonly reason: string;
  readonly otherClaimCount: number;
  readonly claim: { readonly number: string | null; readonly date: string | null };
}
type Answer = Readonly<Record<string, { readonly bestClaims: readonly Best[] }>>;

let platform: TestPlatform;
let found: Answer;
beforeAll(async () => {
  platform = await openTestPlatform('EMPTY');
  await loadDataSet(platform.database, dataSetFolder(NETWORK));
  found = (await platform.succeed<Answer>(BEST)).data;
});
afterAll(async () => {
  removeDataSetFolders();
  await platform.close();
});

/** The best claim of a subject about an indicator: its value, how many others there are, and why. */
function best(subject: string, indicator: string, scope = 'ITSELF') {
  const all = (found[subject]?.bestClaims ?? []).filter(
    (one) => one.indicator === indicator && one.scope === scope,
  );
  expect(all).toHaveLength(1);
  const [{ claim, otherClaimCount, reason }] = all as [Best];
  return { value: claim.number ?? claim.date, others: otherClaimCount, reason };
}

describe('the best claim', () => {
  test('is the newest one of the most trusted sources, even if less trusted sources are newer', () => {
    expect(best('metal', 'MEMBERS')).toEqual({
      value: '113',
      others: 3,
      reason:
        'The newest of 2 from the most trusted kind of source (official sources); it is as of 2018. 3 other claims are kept.',
    });
  });

  test('comes from the most trusted source even if that claim has no date', () => {
    expect(best('metal', 'EMPLOYEES')).toEqual({
      value: '40',
      others: 1,
      reason:
        'The only one from the most trusted kind of source (secondary source); it gives no date. 1 other claim is kept.',
    });
  });

  test('uses the date of its source if it has none, and a dated claim precedes an undated one', () => {
    expect(best('metal', 'EXPORTS')).toEqual({
      value: '2',
      others: 2,
      reason:
        'The newest of 3 from the most trusted kind of source (official sources); it was published in 2016-03. 2 other claims are kept.',
    });
  });

  test('is the only claim if there is just one', () => {
    expect(best('metal', 'FOUNDED_ON')).toEqual({
      value: '2011-10-21',
      others: 0,
      reason: 'The only claim; it comes from one official source and gives no date.',
    });
  });

  test('is separate for the members together and for the cluster itself', () => {
    expect(best('metal', 'EMPLOYEES', 'MEMBERS_TOGETHER')).toEqual({
      value: '8000',
      others: 0,
      reason: 'The only claim; it comes from one lead source and is as of 2016.',
    });
  });

  test('is not called the newest if no claim has a date', () => {
    const { value, others, reason } = best('fashion', 'FOUNDED_ON');

    expect(['2010-09', '2010-09-14']).toContain(value);
    expect(others).toBe(1);
    expect(reason).not.toMatch(/newest/);
    expect(reason).toBe(
      'One of 2 from the most trusted kind of source (official sources), none of them dated. 1 other claim is kept.',
    );
  });

  test('treats a month of a year as newer than the year', () => {
    expect(best('fashion', 'MEMBERS')).toMatchObject({ value: '21', others: 1 });
  });

  test('exists for initiatives too', () => {
    expect(best('project', 'TOTAL_BUDGET')).toMatchObject({ value: '860000', others: 0 });
    expect(best('project', 'EU_CONTRIBUTION')).toMatchObject({ value: '739687', others: 0 });
  });
});

describe('the best claims', () => {
  test('are one per indicator and scope that has a claim', () => {
    const keys = (subject: string) =>
      found[subject]?.bestClaims.map(({ indicator, scope }) => `${indicator} ${scope}`);

    expect(keys('metal')).toEqual([
      'EMPLOYEES ITSELF',
      'EMPLOYEES MEMBERS_TOGETHER',
      'EXPORTS ITSELF',
      'FOUNDED_ON ITSELF',
      'MEMBERS ITSELF',
    ]);
    expect(keys('fashion')).toEqual(['FOUNDED_ON ITSELF', 'MEMBERS ITSELF']);
    expect(keys('silent')).toEqual([]);
    expect(keys('project')).toEqual(['EU_CONTRIBUTION ITSELF', 'TOTAL_BUDGET ITSELF']);
  });

  test('can be filtered by indicator', async () => {
    const about = async (indicator: readonly string[] | null) => {
      const { data } = await platform.succeed<Answer>(BEST, { indicator });
      return Object.values(data).map(({ bestClaims }) => bestClaims);
    };
    const whole = Object.values(found).map(({ bestClaims }) => bestClaims);

    expect(await about(null)).toEqual(whole);
    expect(await about([])).toEqual(whole.map(() => []));
    expect(await about(['FOUNDED_ON', 'TOTAL_BUDGET'])).toEqual(
      whole.map((claims) =>
        claims.filter(({ indicator }) => ['FOUNDED_ON', 'TOTAL_BUDGET'].includes(indicator)),
      ),
    );
  });

  test('leave all other claims in the history, sorted by date', async () => {
    const { data } = await platform.succeed(/* GraphQL */ `
      {
        organization(slug: "metal") {
          claims(filter: { indicator: { in: [MEMBERS] } }, orderBy: { field: AS_OF }) {
            nodes {
              number
              asOf
              source {
                slug
              }
            }
          }
        }
      }
    `);

    expect(data.organization.claims.nodes).toEqual([
      { number: '70', asOf: '2011-10-21', source: { slug: 'official' } },
      { number: '113', asOf: '2018', source: { slug: 'official' } },
      { number: '150', asOf: '2019', source: { slug: 'press' } },
      { number: '200', asOf: '2020-01-01', source: { slug: 'rumour' } },
    ]);
  });

  test('are claims with all fields of a claim', async () => {
    const { data } = await platform.succeed(/* GraphQL */ `
      {
        organization(slug: "metal") {
          bestClaims(indicator: [MEMBERS]) {
            claim {
              id
              source {
                slug
              }
              organization {
                slug
              }
            }
          }
          claims(filter: { indicator: { in: [MEMBERS] } }) {
            nodes {
              id
              asOf
            }
          }
        }
      }
    `);
    const [{ claim }] = data.organization.bestClaims;

    expect(claim).toMatchObject({ source: { slug: 'official' }, organization: { slug: 'metal' } });
    expect(data.organization.claims.nodes).toContainEqual({ id: claim.id, asOf: '2018' });
  });

  test('take as many statements for many subjects as for one', async () => {
    const ask = (slugs: readonly string[]) =>
      platform.succeed(
        /* GraphQL */ `
          query ($slugs: [String!]) {
            organizations(filter: { slug: { in: $slugs } }) {
              nodes {
                slug
                bestClaims {
                  reason
                  claim {
                    number
                    source {
                      slug
                    }
                  }
                }
              }
            }
          }
        `,
        { slugs },
      );
    const one = await ask(['metal']);
    const many = await ask(['metal', 'fashion', 'silent']);

    expect([one.sql.length, many.sql.length]).toEqual([1, 1]);
    const bySlug = (slug: string) =>
      many.data.organizations.nodes.find((node: { slug: string }) => node.slug === slug).bestClaims;
    expect(bySlug('metal')).toEqual(one.data.organizations.nodes[0].bestClaims);
    expect(
      [bySlug('metal'), bySlug('fashion'), bySlug('silent')].map(({ length }) => length),
    ).toEqual([5, 2, 0]);
  });
});
