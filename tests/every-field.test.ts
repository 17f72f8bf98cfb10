import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { idsOfType } from './support/pool.js';
import { schema } from './support/schema.js';
import { nodeTypesOf, readingFieldsOf } from './support/selections.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

const readingFields = readingFieldsOf(schema);

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('SYNTHETIC', { cost: 1_000_000 }, { isPlanning: false });
});
afterAll(() => platform.close());

/** As many as `nodes` takes. */
const MANY = 100;

describe('every field that reads', () => {
  test('is tested here', () => {
    expect(nodeTypesOf(schema).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Cluster', 'Membership', 'Claim', 'Seat', 'Region']),
    );
    expect(readingFields.length).toBeGreaterThan(60);
  });

  test.each(readingFields)(
    '%s.%s returns the right value for each of two parents, in as many statements as for many',
    async (typeName, field, selection) => {
      const operation = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${typeName} { id ${selection} } } }`;
      const answers = new Map<string, string>();
      const ask = async (ids: readonly string[]) => {
        const { data, sql } = await platform.succeed(operation, { ids });
        const nodes = data.nodes as Record<string, unknown>[];
        return { texts: nodes.map((node) => JSON.stringify(node[field])), statements: sql.length };
      };
      const all = (await idsOfType(platform.database, typeName)).slice(0, 10 * MANY);
      for (let from = 0; from < all.length; from += MANY) {
        const ids = all.slice(from, from + MANY);
        const { texts } = await ask(ids);
        ids.forEach((id, index) => answers.set(id, texts[index] ?? ''));
      }

      const [first, second] = twoThatDiffer(all, answers);
      const two = await ask([second, first]);
      const others = all.filter((id) => id !== first && id !== second);
      const many = await ask([first, second, ...others.slice(0, MANY - 2)]);

      expect(two.texts).toEqual([answers.get(second), answers.get(first)]);
      expect((await ask([first])).texts).toEqual([answers.get(first)]);
      expect((await ask([second])).texts).toEqual([answers.get(second)]);
      expect(many.texts.slice(0, 2)).toEqual([answers.get(first), answers.get(second)]);
      expect(many.statements).toBe(two.statements);
    },
  );
});

/** Two parents whose answers differ and are not empty. The fixture must have them. */
function twoThatDiffer(
  ids: readonly string[],
  answers: ReadonlyMap<string, string>,
): [string, string] {
  const filled = ids.filter(
    (id) => !/^(null|\[\]|.*"totalCount":0)/.test(answers.get(id) ?? 'null'),
  );
  const first = filled[0];
  const second = filled.find((id) => first !== undefined && answers.get(id) !== answers.get(first));
  if (first === undefined || second === undefined) {
    throw new Error('The synthetic network has no two parents with different children here.');
  }
  return [first, second];
}
