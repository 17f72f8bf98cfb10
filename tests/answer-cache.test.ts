import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

/** An answer that was given is given again, until anything changes, and not a moment longer. */
let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('SYNTHETIC');
});
afterAll(() => platform.close());

const run = (sql: string) => platform.database.dataSource.query<unknown>(sql);
const FIRST = '{ organizations(first: 1) { nodes { name city } } }';
const cityOf = async () => {
  const { data } = await platform.succeed(FIRST);
  return data.organizations.nodes[0].city as string;
};
const setCity = (city: string) =>
  `UPDATE organization SET city = '${city}' WHERE id = (SELECT id FROM organization ORDER BY sort_name, id LIMIT 1)`;

describe('a cached response', () => {
  test('is read once; for the same request, only the version of the data is read', async () => {
    const first = await platform.succeed(FIRST);
    const again = await platform.succeed(FIRST);
    expect(first.sql).toHaveLength(1);
    expect(again.sql).toEqual([expect.stringMatching(/^SELECT \(SELECT .* FROM data_version\)/)]);
    expect(again.data).toEqual(first.data);
  });

  test('differs for other values of the same operation', async () => {
    const query = 'query ($first: Int!) { organizations(first: $first) { nodes { id } } }';
    for (const first of [1, 2, 3, 2, 1]) {
      const { data } = await platform.succeed(query, { first });
      expect(data.organizations.nodes).toHaveLength(first);
    }
  });

  test('is replaced as soon as a change is committed', async () => {
    await run(setCity('Niš'));
    expect(await cityOf()).toBe('Niš');
    await run(setCity('Vranje'));
    expect(await cityOf()).toBe('Vranje');
    expect(await cityOf()).toBe('Vranje');
  });

  test('is kept after a rollback', async () => {
    const before = await cityOf();
    const undone = platform.database.dataSource.transaction(async (manager) => {
      await manager.query(setCity('Pirot'));
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await cityOf()).toBe(before);
  });

  test('is replaced after several changes in one transaction, with a savepoint', async () => {
    await cityOf();
    await platform.database.dataSource.transaction(async (manager) => {
      await manager.query('SAVEPOINT a');
      await manager.query(setCity('Bor'));
      await manager.query('ROLLBACK TO SAVEPOINT a');
      await manager.query(setCity('Zaječar'));
      await manager.query(`DELETE FROM seat`);
    });
    expect(await cityOf()).toBe('Zaječar');
  });
});
