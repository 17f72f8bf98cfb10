import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

/** Figures are cached until something changes, and no longer. */
let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('SYNTHETIC');
});
afterAll(() => platform.close());

const VERSION = expect.stringContaining('data_version');
const facets = (dimension: string) =>
  `{ grantFacets { grantCount facet(dimension: ${dimension}) { distinctCount values { key grantCount } } } }`;
const TOTALS = `{ grantTotals { grantCount amounts(measures: [AWARDED]) { currency sum { amount } }
  convertedTo(currency: "EUR", measures: [AWARDED]) { sum { amount } } groups(by: FUNDER) { key grantCount } } }`;

describe('figures', () => {
  test('are computed once for the same question', async () => {
    const first = await platform.succeed(facets('FUNDER'));
    const again = await platform.succeed(facets('FUNDER'));
    expect(first.sql).toHaveLength(3);
    expect(again.sql).toEqual([VERSION]);
    expect(again.data).toEqual(first.data);
  });

  test('differ for other values of the same question', async () => {
    const inYear = (year: number) =>
      platform.succeed(
        'query ($filter: GrantFilter) { grantFacets(filter: $filter) { grantCount } }',
        {
          filter: { year: { in: [year] } },
        },
      );
    const { values } = (await platform.succeed(facets('YEAR'))).data.grantFacets.facet;
    for (const { key, grantCount } of values) {
      expect((await inYear(Number(key))).data.grantFacets.grantCount).toBe(grantCount);
    }
    expect(values.length).toBeGreaterThan(1);
  });

  test('are computed once for simultaneous requests', async () => {
    const { sql, data } = await platform.succeed(
      `{ ${['a', 'b', 'c'].map((name) => `${name}: grantFacets { facet(dimension: PROGRAMME) { distinctCount } }`).join(' ')} }`,
    );
    expect(sql.filter((text) => text.includes('programme_id'))).toHaveLength(1);
    expect(data.c).toEqual(data.a);
  });

  test('that failed are computed again on the next request', async () => {
    const { dataSource } = platform.database;
    await dataSource.query('ALTER TABLE grant_intermediary RENAME TO elsewhere');
    const { errors } = await platform.ask(facets('INTERMEDIARY'));
    await dataSource.query('ALTER TABLE elsewhere RENAME TO grant_intermediary');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    expect((await platform.succeed(facets('INTERMEDIARY'))).errors).toBeUndefined();
  });

  test.each([
    [facets('FUNDER'), `UPDATE organization SET slug = slug || '-x' WHERE type = 'Donor'`],
    [facets('SECTOR'), `DELETE FROM grant_sector`],
    [facets('COUNTRY'), `UPDATE grant_location SET country = 'ZZ'`],
    [
      facets('INTERMEDIARY'),
      `INSERT INTO grant_intermediary (grant_id, organization_id)
      SELECT g.id, g.funder_id FROM "grant" g ON CONFLICT DO NOTHING`,
    ],
    [facets('PROGRAMME'), `UPDATE grant_programme SET slug = slug || '-x'`],
    [facets('RECIPIENT'), `DELETE FROM grant_share`],
    [TOTALS, `UPDATE exchange_rate SET per_usd = per_usd * 2 WHERE currency = 'EUR'`],
    [
      '{ grantTotals { amounts(measures: [SPENT]) { sum { amount } } } }',
      `DELETE FROM grant_transaction`,
    ],
    [TOTALS, `UPDATE "grant" SET awarded = awarded + 1 WHERE awarded IS NOT NULL`],
    ['{ totals { ties { kind count } } }', 'DELETE FROM seat'],
  ])('%s are recomputed after %s', async (question, change) => {
    const before = (await platform.succeed(question)).data;
    expect((await platform.succeed(question)).sql).toEqual([VERSION]);
    await platform.database.dataSource.query(change);
    expect((await platform.succeed(question)).data).not.toEqual(before);
  });
});
