import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { migrate, readiness, type Database } from '../src/database/database.js';
import { openTestDatabase } from './support/databases.js';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase('EMPTY');
  // TypeORM notes the name of the database with each generated column; this one is a copy.
  await database.dataSource.query('UPDATE typeorm_metadata SET database = current_database()');
});
afterAll(() => database.close());

describe('the migrated database', () => {
  test('is what the entities say: there is nothing to change', async () => {
    const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  test('differs from the entities as soon as a column does', async () => {
    await database.dataSource.query('ALTER TABLE person ALTER COLUMN name DROP NOT NULL');
    const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
    await database.dataSource.query('ALTER TABLE person ALTER COLUMN name SET NOT NULL');
    expect(upQueries.length).toBeGreaterThan(0);
  });

  test('is not migrated again', async () => {
    expect(await migrate(database)).toEqual([]);
  });

  test('is ready, and not ready without its last migration', async () => {
    expect(await readiness(database)).toBe('READY');
    const [row] = await database.dataSource.query<
      { id: number; name: string; timestamp: string }[]
    >('SELECT * FROM migrations ORDER BY id DESC LIMIT 1');
    await database.dataSource.query('DELETE FROM migrations WHERE id = $1', [row?.id]);
    expect(await readiness(database)).toBe('NOT_MIGRATED');
    await database.dataSource.query(
      'INSERT INTO migrations (id, timestamp, name) VALUES ($1, $2, $3)',
      [row?.id, row?.timestamp, row?.name],
    );
    expect(await readiness(database)).toBe('READY');
  });

  test('of a newer release is refused as it is', async () => {
    await database.dataSource.query(
      `INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')`,
    );
    await expect(migrate(database)).rejects.toThrow(/newer version of SCAN Graph.*FromTheFuture/);
    await database.dataSource.query(`DELETE FROM migrations WHERE timestamp = 9999999999999`);
  });
});

describe('transactions', () => {
  test('of which one rolls back leave exactly the rows of the others, at once as they are', async () => {
    const insert = (slug: string, fails: boolean) =>
      database.dataSource.transaction(async (manager) => {
        await manager.query(
          `INSERT INTO source (id, slug, title, confidence) VALUES (gen_random_uuid(), $1, $1, 'LEAD')`,
          [slug],
        );
        if (fails) throw new Error('Take it back.');
      });
    const outcomes = await Promise.allSettled([
      insert('first', false),
      insert('second', true),
      insert('third', false),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const rows = await database.read('SELECT slug FROM source ORDER BY slug', []);
    expect(rows.map(({ slug }) => slug)).toEqual(['first', 'third']);
  });
});
