import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('SYNTHETIC');
});
afterAll(() => platform.close());

describe('the sums of a grant', () => {
  /** How many grants have another sum than that of their transactions of the kind. */
  const WRONG = `SELECT count(*)::int AS count FROM "grant" g CROSS JOIN LATERAL (
      SELECT sum(value) FILTER (WHERE kind = 'COMMITMENT') AS committed,
        sum(value) FILTER (WHERE kind = 'DISBURSEMENT') AS disbursed,
        sum(value) FILTER (WHERE kind = 'EXPENDITURE') AS spent
      FROM grant_transaction t WHERE t.grant_id = g.id) s
    WHERE g.committed IS DISTINCT FROM s.committed OR g.spent IS DISTINCT FROM s.spent
      OR (s.disbursed IS NOT NULL AND g.disbursed IS DISTINCT FROM s.disbursed)`;
  /** Every other one of a kind, so that most grants keep some. */
  const SOME = `id IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY kind ORDER BY id) AS n
    FROM grant_transaction) numbered WHERE n % 2 = 0)`;

  test.each([
    ['are stored', 'SELECT 1'],
    ['change their value', 'UPDATE grant_transaction SET value = value + 0.01'],
    ['change their kind', `UPDATE grant_transaction SET kind = 'EXPENDITURE' WHERE ${SOME}`],
    [
      'move to another grant',
      `UPDATE grant_transaction t SET grant_id = (
         SELECT min(id::text)::uuid FROM "grant" g WHERE g.currency = t.currency) WHERE ${SOME}`,
    ],
    ['are deleted in part', `DELETE FROM grant_transaction WHERE ${SOME}`],
    ['are all deleted', 'DELETE FROM grant_transaction'],
  ])('are updated when its transactions %s', async (_how, statement) => {
    const undo = new Error('Only tried.');
    let before: unknown;
    let after: unknown;
    const sums = `SELECT md5(string_agg(concat(committed, ' ', disbursed, ' ', spent), ',' ORDER BY id)) FROM "grant"`;
    await expect(
      platform.database.dataSource.transaction(async (manager) => {
        before = await manager.query(sums);
        await manager.query(statement);
        after = await manager.query(sums);
        expect(await manager.query(WRONG)).toEqual([{ count: 0 }]);
        throw undo;
      }),
    ).rejects.toBe(undo);
    expect(JSON.stringify(after) === JSON.stringify(before)).toBe(statement === 'SELECT 1');
  });
});
