import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
} from 'graphql';
import { NODE_CLASSES } from '../resolvers/node-classes.js';
import { ORGANIZATION_CLASSES } from '../resolvers/organization-kinds.resolver.js';
import { schema } from './support/schema.js';
import { fieldSelection } from './support/selections.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';
import type { ClassOf } from '../src/graph/row.js';

/**
 * Every type that `nodes` can give, with every field of it that reads more than its own row. What
 * all organisations have is asked of all of them at once, as an interface.
 */
const types = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType | GraphQLInterfaceType =>
    (isObjectType(type) || isInterfaceType(type)) &&
    type.getInterfaces().some(({ name }) => name === 'Node'),
);
const shared = schema.getType('Organization') as GraphQLInterfaceType;
const readingFields = types.flatMap((type) =>
  Object.values(type.getFields())
    .filter((field) => isCompositeType(getNamedType(field.type)))
    .filter((field) => type === shared || !(isKind(type) && field.name in shared.getFields()))
    .map((field) => [type.name, field.name, fieldSelection(field)] as const),
);

function isKind(type: GraphQLObjectType | GraphQLInterfaceType): boolean {
  return type.getInterfaces().includes(shared);
}

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('SYNTHETIC', { cost: 1_000_000 }, { isPlanning: false });
});
afterAll(() => platform.close());

/** As many as `nodes` takes. */
const MANY = 100;

async function idsOf(typeName: string): Promise<string[]> {
  const organization = ORGANIZATION_CLASSES.get(typeName);
  const type = organization ?? (NODE_CLASSES as Readonly<Record<string, ClassOf>>)[typeName];
  if (type === undefined) throw new Error(`${typeName} is no node.`);
  const table = platform.database.tables.of(type);
  const rows = await platform.database.read(
    `SELECT id FROM "${table.name}" t WHERE $1::text IS NULL OR to_jsonb(t) ->> 'type' = $1 ORDER BY id`,
    [table.type],
  );
  return rows.map(({ id }) => id as string);
}

describe('every field that reads', () => {
  test('is among those that are tested here', () => {
    expect(types.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Cluster', 'Membership', 'Claim', 'Seat', 'Region']),
    );
    expect(readingFields.length).toBeGreaterThan(60);
  });

  test.each(readingFields)(
    '%s.%s gives each of two parents its own, in as many statements as for many',
    async (typeName, field, selection) => {
      const operation = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${typeName} { id ${selection} } } }`;
      const answers = new Map<string, string>();
      const ask = async (ids: readonly string[]) => {
        const { data, sql } = await platform.succeed(operation, { ids });
        const nodes = data.nodes as Record<string, unknown>[];
        return { texts: nodes.map((node) => JSON.stringify(node[field])), statements: sql.length };
      };
      const all = await idsOf(typeName);
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
