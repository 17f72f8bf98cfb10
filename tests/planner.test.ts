import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import { Planner, type Planning } from '../src/planner/planner.js';
import { createSchema } from '../src/schema.js';
import type { Database } from '../src/database/database.js';
import { openTestDatabase } from './support/databases.js';

let database: Database;
let planner: Planner;
beforeAll(async () => {
  database = await openTestDatabase('EMPTY');
  planner = new Planner({ schema: await createSchema(), tables: database.tables });
});
afterAll(() => database.close());

function plan(query: string, variables: Readonly<Record<string, unknown>> = {}): Planning {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (operation == null) throw new Error('The document has one operation.');
  return planner.plan(document, operation, variables);
}

test('a planned operation is a statement with its values', () => {
  expect(plan('{ clusters { totalCount } partners { totalCount } }')).toMatchObject({
    kind: 'PLANNED',
    parts: 2,
    text: expect.stringContaining('"organization"'),
  });
});

test.each([
  ['a field with a resolver of its own', '{ network { nodeCount } }', {}, 'network'],
  ['an invalid argument', '{ clusters(first: 1000) { totalCount } }', {}, '1000'],
  [
    'a key of nothing',
    'query ($id: ID!) { node(id: $id) { id } }',
    { id: '00000000-0000-4000-8000-000000000000' },
    'nothing to look up',
  ],
])('%s is not planned, for a reason', (_what, query, variables, reason) => {
  // The second time, the reason may come from the cache.
  for (const time of [1, 2]) {
    expect([time, plan(query, variables)]).toEqual([
      time,
      { kind: 'NOT_PLANNED', reason: expect.stringContaining(reason) },
    ]);
  }
});
