import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { DEFAULT_LIMITS } from '../src/config.js';
import { openTestPlatform, type Answer, type TestPlatform } from './support/test-platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('FOUNDING');
});
afterAll(() => platform.close());

/** Refused as a whole, before anything was read. */
function expectRefused(
  { status, errors, sql, ...rest }: Answer<unknown>,
  extensions: Readonly<Record<string, unknown>>,
): void {
  expect(errors).toEqual([
    expect.objectContaining({ message: expect.stringMatching(/ \d+ .*\. \w.*\.$/), extensions }),
  ]);
  expect(status).toBe(400);
  expect(rest).not.toHaveProperty('data');
  expect(sql).toEqual([]);
}

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

/** A chain of this many levels: a list, its pages, their node, and so on. */
function nested(levels: number): string {
  const inner = (left: number): string =>
    left === 0 ? '__typename' : left === 1 ? 'id' : `parent { ${inner(left - 1)} }`;
  return `{ regions { nodes { ${inner(levels - 2)} } } }`;
}

describe('the size of an operation', () => {
  const { tokens, depth, aliases, directives } = DEFAULT_LIMITS;
  /** As many fragments as there are, each spreading the next twice: 2^n selections in little text. */
  const doubling = (levels: number) =>
    `{ ...F0 } ${times(levels, (index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`)} fragment F${levels} on Query { __typename }`;

  test.each<[what: string, operation: string, extensions: Record<string, unknown>]>([
    ['tokens', `{ ${times(tokens, () => '__typename')} }`, { measure: 'tokens', limit: tokens }],
    ['levels', nested(depth + 1), { measure: 'depth', limit: depth, value: depth + 1 }],
    [
      'aliases of __typename',
      `{ ${times(101, (index) => `a${index}: __typename`)} }`,
      { measure: 'aliases', limit: aliases, value: 101 },
    ],
    [
      'aliases in a fragment that is spread many times',
      `{ ${times(3, () => `organizations { nodes { ...Names } }`)} } fragment Names on Organization { ${times(20, (index) => `a${index}: name`)} }`,
      { measure: 'aliases', limit: aliases, value: 60 },
    ],
    [
      'aliases in several operations',
      `query A { ${times(26, (index) => `a${index}: __typename`)} } query B { ${times(26, (index) => `a${index}: __typename`)} }`,
      { measure: 'aliases', limit: aliases, value: 52 },
    ],
    [
      'directives',
      `{ ${times(directives + 1, () => `__typename @skip(if: false)`)} }`,
      { measure: 'directives', limit: directives, value: directives + 1 },
    ],
    [
      'selections in nested fragments',
      doubling(22),
      { measure: 'selections', limit: 5000, value: 3 * 2 ** 22 - 1 },
    ],
    [
      'selections, beyond the range of integers',
      doubling(180),
      { measure: 'selections', limit: 5000, value: Number.MAX_SAFE_INTEGER },
    ],
  ])(
    'with too many %s is refused with its size and the limit',
    async (_what, operation, extensions) => {
      expectRefused(await platform.ask(operation), { code: 'QUERY_TOO_LARGE', ...extensions });
    },
  );

  test('at the limits is answered', async () => {
    await platform.succeed(`{ ${times(aliases, (index) => `a${index}: __typename`)} }`);
    await platform.succeed(`{ ${times(directives, () => '__typename @skip(if: false)')} }`);
    await platform.succeed(nested(depth));
  });

  test('is limited by the settings', async () => {
    const narrow = await openTestPlatform('EMPTY', { tokens: 20, depth: 3, cost: 100 });
    const answers = await Promise.all([
      narrow.ask(`{ ${times(20, () => '__typename')} }`),
      narrow.ask(nested(4)),
      narrow.ask('{ organization(slug: "x") { id } }'),
      narrow.ask('{ organizations(first: 100) { nodes { id } } }'),
    ]);
    await narrow.close();

    expect(answers.map(({ errors }) => errors?.[0]?.extensions)).toEqual([
      { code: 'QUERY_TOO_LARGE', measure: 'tokens', limit: 20 },
      { code: 'QUERY_TOO_LARGE', measure: 'depth', limit: 3, value: 4 },
      undefined,
      expect.objectContaining({ code: 'QUERY_TOO_COSTLY', measure: 'cost', limit: 100 }),
    ]);
  });
});

describe('an attack', () => {
  /** However it is answered, soon, and with the process alive. */
  async function attack(operation: string, variables = {}) {
    const started = performance.now();
    const answer = await platform.ask(operation, variables);
    expect(performance.now() - started).toBeLessThan(5000);
    await platform.succeed('{ __typename }');
    return answer;
  }
  const codes = ({ errors }: Answer<unknown>) => errors?.map(({ extensions }) => extensions?.code);

  test('by 20,000 open braces is refused', async () => {
    const braces = await attack('{ a '.repeat(20_000));
    const lists = await attack(`{ node(id: ${'['.repeat(20_000)}`);
    const fields = await attack(nested(650));
    for (const answer of [braces, lists, fields]) {
      expect(codes(answer)).toEqual(['QUERY_TOO_LARGE']);
    }
  });

  test('by a depth that the settings allow does not end the process', async () => {
    const wide = await openTestPlatform('EMPTY', { tokens: 100_000 });
    const answer = await wide.ask('{ a '.repeat(20_000));
    await wide.succeed('{ __typename }');
    await wide.close();
    expect(codes(answer)).toEqual(['QUERY_TOO_LARGE']);
    expect(answer.errors?.[0]?.message).toMatch(/^The operation is nested too deeply/);
  });

  test('by cyclic fragments is refused', async () => {
    const answer = await attack(
      '{ ...A } fragment A on Query { ...B } fragment B on Query { __typename ...A }',
    );
    expect(codes(answer)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  test('by repeating a field 500 times is refused or answered once', async () => {
    const leaf = await attack(`{ ${times(500, () => '__typename')} }`);
    const list = await attack(`{ ${times(499, () => 'organizations { totalCount }')} }`);
    expect(leaf.errors ?? leaf.data).toEqual({ __typename: 'Query' });
    expect(codes(list) ?? list.sql.length).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  test('by 40 unknown directives is refused with the first few errors', async () => {
    const answer = await attack(`{ __typename ${times(40, () => '@aa')} }`);
    expect(answer.errors?.length).toBeGreaterThan(1);
    expect(answer.errors?.length).toBeLessThanOrEqual(6);
  });

  test('by cyclic introspection is refused', async () => {
    const circle = 'fields { type { fields { type { fields { type { fields { name } } } } } } }';
    const answer = await attack(`{ __schema { types { ${circle} } } }`);
    expect(codes(answer)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  test('by a fan of aliased fragments is refused by its cost', async () => {
    const fan = (level: number): string =>
      `fragment F${level} on Organization { a: members(first: 100) { nodes { ...F${level + 1} } } b: members(first: 100) { nodes { ...F${level + 1} } } }`;
    const answer = await attack(
      `{ organizations(first: 100) { nodes { ...F0 } } } ${times(3, fan)} fragment F3 on Organization { id }`,
    );
    expect(codes(answer)).toEqual(['QUERY_TOO_COSTLY']);
  });

  test('that hides its cost behind an invalid argument is refused too', async () => {
    const answer = await attack(
      `query ($n: Int) {
        totals { sectors(scheme: NACE_REV2, first: $n) { count } }
        organizations(first: 100) { nodes { members(first: 100) { nodes { members(first: 100) { nodes { id } } } } } }
      }`,
      { n: null },
    );
    expect(codes(answer)).toEqual(['QUERY_TOO_COSTLY']);
    expect(answer.sql).toEqual([]);
  });
});

describe('the schema', () => {
  test('can be introspected completely, as GraphiQL and code generators do', async () => {
    const { data } = await platform.succeed(
      getIntrospectionQuery({
        inputValueDeprecation: true,
        schemaDescription: true,
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        oneOf: true,
      }),
    );
    expect(data.__schema.types.length).toBeGreaterThan(100);
  });

  test('can be read as a subgraph', async () => {
    const { data } = await platform.succeed('{ _service { sdl } }', {}, '/subgraph');
    expect(data._service.sdl).toMatch(/specs\.apollo\.dev\/federation\/v2\.9/);
  });
});
