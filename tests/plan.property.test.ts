import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openTestDatabase } from './support/databases.js';
import { operations, type Pool } from './support/operations.js';
import { poolOf } from './support/pool.js';
import { runsOf } from './support/runs.js';
import { schema } from './support/schema.js';
import { variedVariables } from './support/varied-variables.js';
import { openTestPlatform, type Answer, type TestPlatform } from './support/test-platform.js';
import type { Database } from '../src/database/database.js';

/** As few as still find the planted faults of scripts/mutations.mjs. */
const RUNS = runsOf(500, 200);
/** It has all that clients can ask for, and `_entities`. */
const SUBGRAPH = '/subgraph';
const LIMITS = { cost: 10_000_000, depth: 40, aliases: 1000, directives: 1000, tokens: 10_000 };

let database: Database;
let planned: TestPlatform;
let resolved: TestPlatform;
let pool: Pool;
beforeAll(async () => {
  database = await openTestDatabase('SYNTHETIC');
  planned = await openTestPlatform('SYNTHETIC', LIMITS, { database, cacheCharacters: 0 });
  resolved = await openTestPlatform('SYNTHETIC', LIMITS, {
    database,
    isPlanning: false,
    cacheCharacters: 0,
  });
  pool = await poolOf(database);
});
afterAll(async () => {
  await planned.close();
  await resolved.close();
  await database.close();
});

async function answersOf(query: string, variables: Readonly<Record<string, unknown>>) {
  const plannedAnswer = await planned.ask(query, variables, SUBGRAPH);
  // What is known by then goes the short way.
  const againAnswer = await planned.ask(query, variables, SUBGRAPH);
  const resolvedAnswer = await resolved.ask(query, variables, SUBGRAPH);
  const isPlanned = plannedAnswer.sql[0]?.endsWith(' AS data') ?? false;
  return { plannedAnswer, againAnswer, resolvedAnswer, isPlanned };
}

/**
 * The answer as text, so that the order counts too. Where an error empties what stands around it, chance
 * decides which of several is told; then only what kinds there are.
 */
function textOf({ status, data, extensions, errors }: Answer<unknown>): string {
  const kinds = new Set(errors?.map(({ extensions }) => String(extensions?.code)));
  return JSON.stringify({ status, data, extensions, errors: [...kinds].sort() });
}

describe('a planned operation', () => {
  test('has exactly the same response as one resolved field by field', async () => {
    const count = { asked: 0, planned: 0, varied: 0 };
    await fc.assert(
      fc.asyncProperty(operations(schema, pool), async ({ query, variables }) => {
        const { plannedAnswer, againAnswer, resolvedAnswer, isPlanned } = await answersOf(
          query,
          variables,
        );
        count.asked += 1;
        if (isPlanned) count.planned += 1;
        expect(textOf(plannedAnswer)).toBe(textOf(resolvedAnswer));
        expect(textOf(againAnswer)).toBe(textOf(resolvedAnswer));
        // A plan that fits other values than these must not be taken for them.
        const others = variedVariables(schema, query, variables);
        if (JSON.stringify(others) === JSON.stringify(variables)) return;
        count.varied += 1;
        const varied = await answersOf(query, others);
        expect(textOf(varied.plannedAnswer)).toBe(textOf(varied.resolvedAnswer));
        expect(textOf(varied.againAnswer)).toBe(textOf(varied.resolvedAnswer));
      }),
      { numRuns: RUNS, seed: 1 },
    );
    // A statement that fails is answered by the resolvers, which would hide it.
    const metrics = await (await fetch(`${planned.url}/metrics`)).text();
    expect(metrics).not.toMatch(/operations_total\{way="failed"\} [1-9]/);
    // The rest is wrong on purpose, or asks for what is resolved field by field.
    expect(count.planned).toBeGreaterThan(count.asked / 3);
    expect(count.varied).toBeGreaterThan(count.asked / 20);
  });
});
