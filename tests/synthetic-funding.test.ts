import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { syntheticNetwork, syntheticRowCounts } from '../src/data-set/synthetic-network.js';
import { groupBy } from '../src/domain/group-by.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

const OPTIONS = { ties: 3000, seed: 7, grants: 2000 };

type Row = Readonly<Record<string, unknown>>;

/** All rows of a network by the names of their entities. */
function rowsOf(options: typeof OPTIONS): ReadonlyMap<string, readonly Row[]> {
  const tables = new Map<string, Row[]>();
  for (const { entity, rows } of syntheticNetwork(options)) {
    const { name } = entity as { name: string };
    tables.set(name, [...(tables.get(name) ?? []), ...rows]);
  }
  return tables;
}

describe('a synthetic network', () => {
  const network = rowsOf(OPTIONS);
  const of = (name: string) => network.get(name) ?? [];
  const grants = of('Grant');
  const by = (name: string) => groupBy(of(name), ({ grantId }) => grantId);
  const share = (rows: readonly Row[], condition: (row: Row) => boolean) =>
    rows.filter(condition).length / rows.length;

  test('is the same for the same size and seed, and differs otherwise', () => {
    expect(rowsOf(OPTIONS)).toEqual(network);
    expect(rowsOf({ ...OPTIONS, seed: 8 }).get('Grant')).not.toEqual(grants);
  });

  test('has the number of rows that it announces', () => {
    const counts = [...syntheticRowCounts(OPTIONS)].map(([entity, count]) => [
      (entity as { name: string }).name,
      count,
    ]);
    expect(Object.fromEntries(counts)).toEqual(
      Object.fromEntries([...network].map(([name, rows]) => [name, rows.length])),
    );
    expect(grants).toHaveLength(OPTIONS.grants);
  });

  test('has a few funders, recipients and programmes of very many grants', () => {
    const sizesOf = (rows: readonly Row[], column: string) =>
      [...groupBy(rows, (row) => row[column]).values()]
        .map(({ length }) => length)
        .sort((a, b) => b - a);
    for (const sizes of [
      sizesOf(grants, 'funderId'),
      sizesOf(of('GrantShare'), 'organizationId'),
    ]) {
      const median = sizes[Math.floor(sizes.length / 2)] ?? 0;
      expect(sizes[0]).toBeGreaterThan(4 * median);
    }
  });

  test('has grants in several currencies, of known and unknown amount, date, place and purpose', () => {
    expect(share(grants, ({ currency }) => currency === 'RSD')).toBeGreaterThan(0.4);
    expect(share(grants, ({ currency }) => currency === 'EUR')).toBeGreaterThan(0.25);
    expect(new Set(grants.map(({ currency }) => currency))).toEqual(
      new Set(['RSD', 'EUR', 'USD', 'CHF']),
    );
    for (const field of [
      'awarded',
      'appliedFor',
      'awardedOn',
      'status',
      'programmeId',
      'initiativeId',
    ]) {
      const unknown = share(grants, (row) => row[field] === null);
      expect([field, unknown > 0.02 && unknown < 0.8]).toEqual([field, true]);
    }
    for (const part of ['GrantShare', 'GrantSector', 'GrantLocation', 'Transaction']) {
      const without = share(grants, ({ id }) => !by(part).has(id));
      expect([part, without > 0.02 && without < 0.6]).toEqual([part, true]);
    }
    const lengths = new Set(grants.map(({ awardedOn }) => (awardedOn as string | null)?.length));
    expect(lengths).toEqual(new Set([undefined, 4, 7, 10]));
    expect(of('Transaction').some(({ value }) => (value as string).startsWith('-'))).toBe(true);
  });

  test('passes money on from a recipient of the grant that it comes from, in its currency', () => {
    const byId = new Map(grants.map((grant) => [grant.id, grant]));
    const passedOn = grants.filter(({ parentId }) => parentId !== null);
    expect(passedOn.length).toBeGreaterThan(100);
    for (const { parentId, funderId, currency } of passedOn) {
      const parent = byId.get(parentId);
      expect(parent).toMatchObject({ currency, parentId: null });
      expect(parent?.regrant).not.toBeNull();
      const recipients = by('GrantShare')
        .get(parentId)
        ?.map(({ organizationId }) => organizationId);
      expect(recipients).toContain(funderId);
    }
  });

  test('gives recipients no more than was awarded, and nobody its own money', () => {
    const byId = new Map(grants.map((grant) => [grant.id, grant]));
    const hundredths = (amount: unknown) => Math.round(Number(amount ?? 0) * 100);
    for (const [id, shares] of by('GrantShare')) {
      const grant = byId.get(id);
      const given = shares.reduce((sum, { amount }) => sum + hundredths(amount), 0);
      expect(given).toBeLessThanOrEqual(hundredths(grant?.awarded));
      expect(shares.map(({ organizationId }) => organizationId)).not.toContain(grant?.funderId);
      expect(grant?.toIndividuals).toBe(false);
    }
  });
});

describe('a synthetic network in the database', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await openTestPlatform('SYNTHETIC');
  });
  afterAll(() => platform.close());

  test('differs from real grants by its sources', async () => {
    const { data } = await platform.succeed(`{
      grants(first: 1, filter: { funder: { in: ["synthetic-donor-1"] } }) { totalCount
        nodes { source { confidence } } } }`);
    expect(data.grants.totalCount).toBeGreaterThan(10);
    expect(data.grants.nodes[0].source.confidence).toBe('SYNTHETIC');
  });
});
