import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { migrate, readiness, type Database } from '../src/database/database.js';
import { isOnServer } from './support/database-on-server.js';
import { openTestDatabase } from './support/databases.js';
import { freshDatabase, openWorkplace } from './support/workplace.js';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase('EMPTY');
  // TypeORM notes the name of the database with each generated column; this one is a copy.
  await database.dataSource.query('UPDATE typeorm_metadata SET database = current_database()');
});
afterAll(() => database.close());

describe('the migrated database', () => {
  test('matches the entities', async () => {
    const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  test('does not match the entities if a column differs', async () => {
    await database.dataSource.query('ALTER TABLE person ALTER COLUMN name DROP NOT NULL');
    const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
    await database.dataSource.query('ALTER TABLE person ALTER COLUMN name SET NOT NULL');
    expect(upQueries.length).toBeGreaterThan(0);
  });

  test('has no pending migrations', async () => {
    expect(await migrate(database)).toEqual([]);
  });

  test('is ready, and is not ready without its last migration', async () => {
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

  test('of a newer release is refused and left unchanged', async () => {
    await database.dataSource.query(
      `INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')`,
    );
    await expect(migrate(database)).rejects.toThrow(/newer version of SCAN Graph.*FromTheFuture/);
    await database.dataSource.query(`DELETE FROM migrations WHERE timestamp = 9999999999999`);
  });
});

describe('an empty database', () => {
  test('is migrated by one of two processes that start at the same time; the other has nothing to do or is refused', async () => {
    const workplace = openWorkplace();
    const { settings, drop } = await freshDatabase(workplace, 'UNMIGRATED');
    const ended = await Promise.all([1, 2].map(() => workplace.run(['migrate'], settings)));
    await workplace.close();
    await drop();

    const outcomes = ended.map(({ code, stdout, stderr }) => ({
      code,
      said: /^Applied|No pending migrations|is in use by process/.exec(stdout + stderr)?.[0],
    }));
    expect(outcomes).toContainEqual({ code: 0, said: 'Applied' });
    const other = outcomes.find(({ said }) => said !== 'Applied');
    // On a data folder the second is refused, unless it comes when the first has ended.
    expect([
      { code: 0, said: 'No pending migrations' },
      ...(isOnServer ? [] : [{ code: 1, said: 'is in use by process' }]),
    ]).toContainEqual(other);
  });
});

describe('reading', () => {
  // The embedded database has one session, for reading and writing.
  (isOnServer ? test : test.skip)(
    'is the only thing that the readers of a server can do',
    async () => {
      await expect(
        database.read(
          `INSERT INTO source (id, slug, title, confidence)
         VALUES (gen_random_uuid(), $1, $1, 'LEAD') RETURNING id`,
          ['forged'],
        ),
      ).rejects.toThrow('cannot execute INSERT in a read-only transaction');
      expect(await database.read(`SELECT FROM source WHERE slug = $1`, ['forged'])).toEqual([]);
    },
  );
});

describe('transactions', () => {
  test('leave exactly the rows of those that commit, even if concurrent ones roll back', async () => {
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
