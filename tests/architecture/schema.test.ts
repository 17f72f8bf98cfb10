import { describe, expect, test } from '@jest/globals';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
  Kind,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';
import { schema } from '../support/schema.js';

/** What Federation and GraphQL themselves add has the names and texts that they give it. */
const isOurs = (type: GraphQLNamedType) =>
  !isIntrospectionType(type) &&
  !isSpecifiedScalarType(type) &&
  !/^(_|federation__|link__)/.test(type.name);
const types = Object.values(schema.getTypeMap()).filter(isOurs);
const nodes = types.filter(
  (type): type is GraphQLObjectType =>
    isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node'),
);

describe('the schema', () => {
  test('describes every type, field, argument and value', () => {
    const described: string[] = [];
    const bare: string[] = [];
    const look = (
      coordinate: string,
      thing: { readonly description?: string | null | undefined },
    ) => (thing.description?.trim() ? described : bare).push(coordinate);

    for (const type of types) {
      look(type.name, type);
      if (isEnumType(type)) {
        for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
      } else if (isInputObjectType(type)) {
        for (const field of Object.values(type.getFields()))
          look(`${type.name}.${field.name}`, field);
      } else if (isObjectType(type) || isInterfaceType(type)) {
        for (const field of Object.values(type.getFields())) {
          if (field.name.startsWith('_')) continue;
          const coordinate = `${type.name}.${field.name}`;
          look(coordinate, field);
          for (const argument of field.args) look(`${coordinate}(${argument.name}:)`, argument);
        }
      }
    }

    expect(described).toEqual(
      expect.arrayContaining([
        'Cluster',
        'Cluster.members(asOf:)',
        'Tie.since',
        'MembershipFilter.class',
        'TieStatus.ENDED',
      ]),
    );
    expect(bare).toEqual([]);
  });

  test('lets other graphs join every type with an id by id', () => {
    expect(nodes.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Cluster', 'Membership']),
    );
    expect(nodes.filter((type) => !keysOf(type).includes('id')).map(String)).toEqual([]);
  });

  test('lets other graphs join every kind of organization by identifier', () => {
    const kinds = nodes.filter((type) =>
      type.getInterfaces().some(({ name }) => name === 'Organization'),
    );
    expect(kinds).toHaveLength(6);
    for (const kind of kinds) {
      expect([kind.name, keysOf(kind)]).toEqual([kind.name, ['id', 'identifier { scheme value }']]);
    }
  });

  test('offers as entities exactly the types with a key', () => {
    const entities = schema.getType('_Entity');
    const withKeys = types.filter((type) => isObjectType(type) && keysOf(type).length > 0);
    expect(isUnionType(entities) && entities.getTypes().map(String).sort()).toEqual(
      withKeys.map(String).sort(),
    );
  });
});

function keysOf({ astNode }: GraphQLNamedType): string[] {
  return (astNode?.directives ?? [])
    .filter(({ name }) => name.value === 'key')
    .flatMap((key) => key.arguments ?? [])
    .flatMap(({ value }) => (value.kind === Kind.STRING ? [value.value] : []));
}
