import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('FOUNDING');
});
afterAll(() => platform.close());

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
