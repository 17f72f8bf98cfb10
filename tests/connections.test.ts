import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '../src/database/database.js';
import { openTestDatabase } from './support/databases.js';

/** More than Node allows of listeners of one kind before it warns. */
const TIMES = 12;

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase('EMPTY');
});
afterAll(() => database.close());

test('a connection that is used again and again keeps nothing of its earlier uses', async () => {
  const warnings: string[] = [];
  const listen = ({ message }: Error) => warnings.push(message);
  process.on('warning', listen);
  try {
    for (let time = 0; time < TIMES; time += 1) {
      const read = await database.openLongRead();
      expect(await read.read('SELECT 1 AS one', [])).toEqual([{ one: 1 }]);
      await read.close();
      const copies = await database.openCopies();
      await copies.close();
    }
    // Node warns in the next turn.
    await new Promise((resolve) => setImmediate(resolve));
    expect(warnings).toEqual([]);
  } finally {
    process.off('warning', listen);
  }
});
