import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getNamedType, isLeafType, isObjectType, type GraphQLObjectType } from 'graphql';
import { NODE_CLASSES } from '../resolvers/node-classes.js';
import { ORGANIZATION_CLASSES } from '../resolvers/organization-kinds.resolver.js';
import type { ClassOf } from '../src/graph/declare.js';
import { createSchema } from '../src/schema.js';
import { fieldSelection } from './support/selections.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

/** Every type that `nodes` can give, with every field of it that reads more than its own row. */
const schema = await createSchema();
const types = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType =>
    isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node'),
);
const readingFields = types.flatMap((type) =>
  Object.values(type.getFields())
    .filter((field) => !isLeafType(getNamedType(field.type)))
    .map((field) => [type.name, field.name, fieldSelection(field)] as const),
);

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('SYNTHETIC', { cost: 1_000_000 });
});
afterAll(() => platform.close());

const PARENTS = 40;

/** Up to forty things of the type, so spread over the table that rare ties are among them. */
async function idsOf(typeName: string): Promise<string[]> {
  const organization = ORGANIZATION_CLASSES.get(typeName);
  const type = organization ?? (NODE_CLASSES as Readonly<Record<string, ClassOf>>)[typeName];
  if (type === undefined) throw new Error(`${typeName} is no node.`);
  const table = platform.database.tables.of(type);
  const rows = await platform.database.read(
    `SELECT id FROM "${table.name}" t WHERE $1::text IS NULL OR to_jsonb(t) ->> 'type' = $1 ORDER BY id`,
    [table.type],
  );
  const step = Math.max(1, Math.floor(rows.length / PARENTS));
  return rows.filter((_row, index) => index % step === 0).map(({ id }) => id as string);
}

describe('every field that reads', () => {
  test('is among those that are tested here', () => {
    expect(types.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Cluster', 'Membership', 'Claim', 'Seat', 'Region']),
    );
    expect(readingFields.length).toBeGreaterThan(120);
  });

  test.each(readingFields)(
    '%s.%s gives each of two parents its own, in as many statements as for many',
    async (typeName, field, selection) => {
      const operation = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${typeName} { id ${selection} } } }`;
      const ids = (await idsOf(typeName)).slice(0, PARENTS);
      expect(ids.length).toBeGreaterThan(1);
      const many = await platform.succeed(operation, { ids });
      const answers = new Map<string, string>(
        many.data.nodes.map((node: Record<string, unknown>) => [
          node.id,
          JSON.stringify(node[field]),
        ]),
      );

      // two parents with different children, if the network has such
      const [first, second] = twoThatDiffer(ids, answers);
      const two = await platform.succeed(operation, { ids: [second, first] });

      expect(
        two.data.nodes.map((node: Record<string, unknown>) => JSON.stringify(node[field])),
      ).toEqual([answers.get(second), answers.get(first)]);
      for (const id of [first, second]) {
        const alone = await platform.succeed(operation, { ids: [id] });
        expect(JSON.stringify(alone.data.nodes[0][field])).toBe(answers.get(id));
      }
      expect(many.sql).toHaveLength(two.sql.length);
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
