import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('FOUNDING');
});
afterAll(() => platform.close());

interface Best {
  readonly indicator: string;
  readonly scope: string;
  readonly reason: string;
  readonly others: number;
  readonly claim: { readonly id: string };
}
interface Stated {
  readonly id: string;
  readonly indicator: string;
  readonly scope: string;
  readonly asOf: string | null;
  readonly source: { readonly confidence: string; readonly publishedOn: string | null };
}
const TRUST = ['OFFICIAL', 'SECONDARY', 'LEAD', 'SYNTHETIC'];

describe('the best claim about an indicator', () => {
  test('is the newest among the most trusted, of every organisation, and says how many others there are', async () => {
    const { data } = await platform.succeed(`{ organizations(first: 100) { nodes {
      bestClaims { indicator scope reason others claim { id } }
      claims(first: 100) { nodes { id indicator scope asOf source { confidence publishedOn } } } } } }`);
    let compared = 0;
    for (const { bestClaims, claims } of data.organizations.nodes as {
      bestClaims: Best[];
      claims: { nodes: Stated[] };
    }[]) {
      for (const best of bestClaims) {
        const rivals = claims.nodes.filter(
          ({ indicator, scope }) => indicator === best.indicator && scope === best.scope,
        );
        const chosen = rivals.find(({ id }) => id === best.claim.id);
        const rank = ({ source, asOf }: Stated) =>
          [TRUST.indexOf(source.confidence), asOf ?? source.publishedOn ?? ''] as const;
        const [trust, time] = rank(chosen as Stated);
        for (const rival of rivals) {
          const [otherTrust, otherTime] = rank(rival);
          expect(otherTrust).toBeGreaterThanOrEqual(trust);
          if (otherTrust === trust) expect(otherTime <= time).toBe(true);
        }
        expect(best.others).toBe(rivals.length - 1);
        expect(best.reason).toMatch(/^The (only|newest) .*\.$/);
        compared += rivals.length;
      }
    }
    expect(compared).toBeGreaterThan(40);
  });

  test('can be asked for one indicator, and says why', async () => {
    const { data } = await platform.succeed(
      `{ cluster(slug: "voict") { bestClaims(indicator: [FOUNDED_ON]) { reason others } } }`,
    );
    expect(data.cluster.bestClaims).toEqual([
      {
        reason:
          'One of 2 from the most trusted kind of source (official sources), none of them dated. 2 other claims are kept.',
        others: 2,
      },
    ]);
  });
});

describe('the totals', () => {
  test('count what plain SQL counts', async () => {
    const { data } = await platform.succeed(
      `{ totals { organizations { type count } records { kind count } ties { kind count } } }`,
    );
    const count = async (table: string) =>
      (await platform.database.read(`SELECT count(*)::int AS n FROM ${table}`, []))[0]?.n;
    const { organizations, records, ties } = data.totals as Record<
      string,
      { kind?: string; type?: string; count: number }[]
    >;
    expect(organizations?.reduce((sum, each) => sum + each.count, 0)).toBe(
      await count('organization'),
    );
    for (const each of [...(records ?? []), ...(ties ?? [])]) {
      expect([each.kind, each.count]).toEqual([
        each.kind,
        await count(String(each.kind).toLowerCase()),
      ]);
    }
  });

  test('count ties as they stood on a day', async () => {
    const { data } = await platform.succeed(`{
      early: totals(asOf: "2012-12-31") { ties { kind count } } all: totals { ties { kind count } }
      memberships(asOf: "2012-12-31") { totalCount } }`);
    const of = (totals: { ties: { kind: string; count: number }[] }, kind: string) =>
      totals.ties.find((each) => each.kind === kind)?.count;
    expect(of(data.early, 'MEMBERSHIP')).toBe(data.memberships.totalCount);
    expect(of(data.early, 'MEMBERSHIP')).toBeLessThan(of(data.all, 'MEMBERSHIP') ?? 0);
  });

  test('give each sector and region what its own list counts, parts included', async () => {
    const { data } = await platform.succeed(`{ totals {
      sectors(scheme: NACE_REV2) { count sector { organizations { totalCount } } }
      regions(level: 2) { count region { organizations { totalCount } } } } }`);
    expect(data.totals.sectors.length).toBeGreaterThan(5);
    for (const { count, sector } of data.totals.sectors) {
      expect(sector.organizations.totalCount).toBe(count);
    }
    expect(data.totals.regions).toHaveLength(4);
    for (const { count, region } of data.totals.regions) {
      expect(region.organizations.totalCount).toBe(count);
    }
  });

  test('take one statement each', async () => {
    const { sql } = await platform.succeed(
      `{ totals { organizations { count } ties { count } years { year } } }`,
    );
    expect(sql).toHaveLength(3);
  });
});
