import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  type GraphQLField,
} from 'graphql';
import { classesByType } from '../src/fields/classes.js';
import { declarationOf } from '../src/fields/declarations.js';
import { connectionFields, typeOf } from './support/connections.js';
import { schema } from './support/schema.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

/** Every declared field is part of a plan, on the types that have it and on the interfaces that they share. */
const classes = classesByType();
const query = typeOf(schema, 'Query');

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('FOUNDING');
});
afterAll(() => platform.close());

/** The types that a value of this type can have. */
function typesOf(name: string): string[] {
  const type = schema.getType(name);
  if (isInterfaceType(type)) return schema.getPossibleTypes(type).map((one) => one.name);
  return isObjectType(type) ? [name] : [];
}

/** Whether the field has no resolver of its own on any of the types. */
function isDeclared(
  types: readonly string[],
  { name, type }: GraphQLField<unknown, unknown>,
): boolean {
  return types.every((typeName) => {
    const target = classes.get(typeName);
    const declaration = target === undefined ? undefined : declarationOf(target, name);
    return declaration === undefined
      ? isLeafType(getNamedType(type))
      : declaration.kind !== 'RESOLVED';
  });
}

function selectionOf({ name, type, args }: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return name;
  const isPage = args.some((argument) => argument.name === 'first');
  return `${name}${isPage ? '(first: 2)' : ''} { __typename${isPage ? ' totalCount nodes { __typename }' : ''} }`;
}

const lists = connectionFields(query).filter(({ name }) => name !== 'search');
const nodeOf = (list: GraphQLField<unknown, unknown>) => {
  const nodes = typeOf(schema, getNamedType(list.type).name).getFields().nodes;
  if (nodes === undefined) throw new Error(`${list.name} has no nodes.`);
  return typeOf(schema, getNamedType(nodes.type).name);
};

describe('an operation of declared fields is one statement', () => {
  test.each(lists.map((list) => [list.name, list] as const))('%s', async (name, list) => {
    const node = nodeOf(list);
    const types = typesOf(node.name);
    const fields = Object.values(node.getFields()).filter((field) => isDeclared(types, field));
    expect(fields.length).toBeGreaterThan(3);
    const notPlanned: string[] = [];
    for (const field of fields) {
      const { sql } = await platform.succeed(
        `{ list: ${name}(first: 3) { nodes { ${selectionOf(field)} } } }`,
      );
      if (sql.length !== 1 || !sql[0]?.endsWith(' AS data')) notPlanned.push(field.name);
    }
    expect(notPlanned).toEqual([]);
  });
});
