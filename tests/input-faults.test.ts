import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isScalarType, isSpecifiedScalarType } from 'graphql';
import { schema } from './support/schema.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('FOUNDING');
});
afterAll(() => platform.close());

/** Lists in lists, to this depth. */
function nested(levels: number): unknown {
  return Array.from({ length: levels }).reduce<unknown>((inner) => [inner], []);
}

type Case = readonly [
  what: string,
  operation: string,
  variables: Readonly<Record<string, unknown>>,
  inputPath: readonly (string | number)[],
];

describe('invalid input', () => {
  const SEEK = 'query ($filter: GrantFilter) { grants(filter: $filter) { totalCount } }';
  const IDS = 'query ($i: [ID!]!) { nodes(ids: $i) { id } }';
  const TOTALS = (field: string) => `{ grantTotals { ${field} } }`;
  test.each<Case>([
    [
      'U+0000',
      SEEK,
      { filter: { currency: { in: ['EUR', 'a\0b'] } } },
      ['variables', 'filter', 'currency', 'in', 1],
    ],
    [
      'half of a surrogate pair',
      SEEK,
      { filter: { title: { contains: 'x\ud83d' } } },
      ['variables', 'filter', 'title', 'contains'],
    ],
    [
      'U+0000 in the operation',
      '{ grants(filter: { currency: { in: ["EUR", "a\\u0000"] } }) { totalCount } }',
      {},
      ['filter', 'currency', 'in', 1],
    ],
    [
      'U+0000 as a default',
      'query ($slug: String = "\\u0000") { event(slug: $slug) { id } }',
      {},
      ['variables', 'slug'],
    ],
    [
      '1,000 levels in a variable that is not declared',
      '{ __typename }',
      { x: nested(1000) },
      ['variables', 'x'],
    ],
  ])(
    '%s is refused with its place before anything is read',
    async (_what, operation, variables, inputPath) => {
      const answer = await platform.ask(operation, variables);
      expect(answer).toMatchObject({ status: 400, sql: [] });
      expect(answer).not.toHaveProperty('data');
      expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', inputPath } }]);
    },
  );

  test('nested 10,000 levels deep is refused too', async () => {
    const levels = '['.repeat(10_000) + ']'.repeat(10_000);
    const response = await fetch(`${platform.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query":"{ __typename }","variables":{"x":${levels}}}`,
    });
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT', inputPath: ['variables', 'x'] } }],
    });
  });

  test('in six items has a code in every error', async () => {
    const { status, errors } = await platform.ask(IDS, { i: Array(6).fill({}) });
    expect(status).toBe(400);
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(
      Array(6).fill('BAD_USER_INPUT'),
    );
  });

  test('an empty or repeated list is treated as a set', async () => {
    const groups = (measures: string) =>
      TOTALS(
        `groups(measures: ${measures}, by: YEAR) { grantCount amounts { measure sum { amount } } }`,
      );
    const amounts = (measures: string) =>
      TOTALS(`amounts(measures: ${measures}) { measure sum { amount } }`);
    expect((await platform.succeed(amounts('[]'))).data).toEqual({ grantTotals: { amounts: [] } });
    for (const asked of [groups, amounts]) {
      const once = await platform.succeed(asked('[AWARDED]'));
      expect((await platform.succeed(asked('[AWARDED, AWARDED]'))).data).toEqual(once.data);
    }
  });
});

/** Scalars with a form of their own; those of Federation accept anything. */
const SCALARS = Object.values(schema.getTypeMap())
  .filter((type) => isScalarType(type) && !isSpecifiedScalarType(type))
  .map(({ name }) => name)
  .filter((name) => !/^_|__/.test(name));

describe('an invalid literal', () => {
  test('can be of any scalar of the schema', () => {
    expect(SCALARS).toEqual(expect.arrayContaining(['Day', 'Decimal', 'URL']));
  });

  describe.each(SCALARS)('of %s', (scalar) => {
    test.each(['"no such value"', '1e999', 'true', 'NO_SUCH_VALUE', '{ a: 1 }', '["x"]'])(
      '%s is refused with its location and its path',
      async (literal) => {
        const { status, errors = [] } = await platform.ask(
          `query ($x: [${scalar}!] = [${literal}]) { __typename }`,
        );
        expect(status).toBe(400);
        // The other error is that the variable is not used.
        expect(errors.filter(({ message }) => !message.includes('never used'))).toMatchObject([
          {
            locations: [{ line: 1, column: `query ($x: [${scalar}!] = [`.length + 1 }],
            extensions: { code: 'BAD_USER_INPUT', inputPath: ['variables', 'x', 0] },
          },
        ]);
      },
    );
  });

  test.each<[where: string, operation: string, inputPath: readonly (string | number)[]]>([
    [
      'in a filter',
      '{ grants(filter: { amount: { gte: WRONG } }) { totalCount } }',
      ['filter', 'amount', 'gte'],
    ],
    [
      'in a list of filters',
      '{ grants(filter: { or: [{}, { not: { amount: { lte: WRONG } } }] }) { totalCount } }',
      ['filter', 'or', 1, 'not', 'amount', 'lte'],
    ],
    [
      'in a field of a list',
      '{ sectors { nodes { grants(filter: { amount: { gt: WRONG } }) { totalCount } } } }',
      ['filter', 'amount', 'gt'],
    ],
    [
      'in a field that is skipped',
      '{ __typename grants(filter: { amount: { gte: WRONG } }) @skip(if: true) { totalCount } }',
      ['filter', 'amount', 'gte'],
    ],
    [
      'in a fragment',
      'fragment F on Query { grantTotals(filter: { amount: { gte: WRONG } }) { grantCount } } { ...F }',
      ['filter', 'amount', 'gte'],
    ],
    [
      'as a default',
      'query ($f: GrantFilter = { amount: { gte: WRONG } }) { grants(filter: $f) { totalCount } }',
      ['variables', 'f', 'amount', 'gte'],
    ],
  ])('%s is refused with its location and its path', async (_where, operation, inputPath) => {
    for (const wrong of ['"0x10"', '1e21', '"1e+21"', '""', 'true']) {
      const answer = await platform.ask(operation.replace('WRONG', wrong));
      expect(answer).toMatchObject({ status: 400, sql: [] });
      expect(answer.errors).toMatchObject([
        {
          locations: [{ line: 1, column: operation.indexOf('WRONG') + 1 }],
          extensions: { code: 'BAD_USER_INPUT', inputPath },
        },
      ]);
    }
  });
});

test('a statement that fails because of its data keeps its connection', async () => {
  const { read } = platform.database;
  await read(`SELECT set_config('scan.mark', 'kept', false)`, []);
  await expect(read('SELECT 1 / length($1::text)', [''])).rejects.toThrow('division by zero');
  const [row] = await read(`SELECT current_setting('scan.mark', true) AS mark`, []);
  expect(row).toEqual({ mark: 'kept' });
});
