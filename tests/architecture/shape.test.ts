import { describe, expect, test } from '@jest/globals';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  OverlappingFieldsCanBeMergedRule,
  parse,
  validate,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { schema } from '../support/schema.js';

/** The same word means the same everywhere in the API (docs/decisions/0021-names-and-values.md). */
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !/^(_|federation__|link__)/.test(type.name),
);

interface Place {
  readonly type: GraphQLObjectType | GraphQLInterfaceType;
  readonly field: GraphQLField<unknown, unknown>;
}

const places: readonly Place[] = types.flatMap((type) =>
  isObjectType(type) || isInterfaceType(type)
    ? Object.values(type.getFields()).map((field) => ({ type, field }))
    : [],
);
const coordinate = ({ type, field }: Place) => `${type.name}.${field.name}`;
const isInt = ({ field }: Place) => String(getNullableType(field.type)) === 'Int';

/** Whole numbers that number, rank or measure something. */
const NO_COUNTS = new Set([
  'component',
  'coreNumber',
  'degree',
  'diameter',
  'distance',
  'inDegree',
  'largestComponent',
  'level',
  'number',
  'outDegree',
  'position',
  'quarter',
  'radius',
  'rank',
  'sampleSize',
  'size',
  // The word of network analysis for them; `edgeCount` is all edges.
  'undatedEdges',
  'year',
]);

describe('a name', () => {
  test('of a count ends in Count', () => {
    const wrong = places
      .filter(isInt)
      .filter(({ field }) => !/^count$|Count$/.test(field.name) && !NO_COUNTS.has(field.name));
    expect(wrong.map(coordinate)).toEqual([]);
    // Every exception is one.
    const names = new Set(places.filter(isInt).map(({ field }) => field.name));
    expect([...NO_COUNTS].filter((name) => !names.has(name))).toEqual([]);
  });

  test('is never used for both a number and a list', () => {
    const isList = ({ field }: Place) =>
      isListType(getNullableType(field.type)) ||
      getNamedType(field.type).name.endsWith('Connection');
    const lists = new Set(places.filter(isList).map(({ field }) => field.name));
    expect(lists.size).toBeGreaterThan(50);
    expect(
      places
        .filter(isInt)
        .filter(({ field }) => lists.has(field.name))
        .map(coordinate),
    ).toEqual([]);
  });

  test('of a size is first or last', () => {
    const numbers = places.flatMap((place) =>
      place.field.args
        .filter(({ type }) => String(getNullableType(type)) === 'Int')
        .map(({ name }) => name),
    );
    expect([...new Set(numbers)].sort()).toEqual([
      'depth',
      'first',
      'last',
      'level',
      'regionLevel',
    ]);
  });
});

test('every scalar except Decimal has a specification URL', () => {
  const scalars = types.filter((type) => isScalarType(type) && !isSpecifiedScalarType(type));
  expect(scalars.map(String)).toEqual(
    expect.arrayContaining(['CountryCode', 'CurrencyCode', 'Day', 'Locale', 'PartialDate', 'URL']),
  );
  const bare = scalars.filter((type) => isScalarType(type) && type.specifiedByURL == null);
  expect(bare.map(String)).toEqual(['Decimal']);
});

/** Names that mean something else on each sort of thing. Who asks several sorts for one gives it aliases. */
const OF_EACH_SORT = new Set([
  'body',
  'code',
  'identifier',
  'initiative',
  'kind',
  'level',
  'organization',
  'role',
  'scheme',
  'status',
  'valueDate',
]);

describe('fragments on any two types of an interface or union', () => {
  test('can select every field that both have', () => {
    const abstract = types.filter(isAbstractType);
    const pairs = abstract.flatMap((type) => clashes(schema, type));
    const nameOf = (pair: string) => pair.slice(pair.lastIndexOf('.') + 1);
    expect(pairs.filter((pair) => !OF_EACH_SORT.has(nameOf(pair)))).toEqual([]);
    expect(new Set(pairs.map(nameOf))).toEqual(OF_EACH_SORT);
  });

  test('can select every field if the types implement one interface', () => {
    const organization = schema.getType('Organization');
    expect(isAbstractType(organization) && clashes(schema, organization)).toEqual([]);
  });

  test('are reported if they conflict', () => {
    const clashing = buildSchema(`
      type Query { a: A }
      interface A { id: ID }
      type B implements A { id: ID kind: Int }
      type C implements A { id: ID kind: String }`);
    const a = clashing.getType('A');
    expect(isAbstractType(a) && clashes(clashing, a)).toEqual(['A: B.kind, C.kind']);
  });
});

/** The fields of one name that two of the types have and that cannot be asked for together. */
function clashes(of: GraphQLSchema, abstract: GraphQLAbstractType): string[] {
  const possible = of.getPossibleTypes(abstract);
  return possible.flatMap((left, at) =>
    possible.slice(at + 1).flatMap((right) =>
      Object.keys(left.getFields())
        .filter((name) => name in right.getFields() && !mergeable(of, abstract, left, right, name))
        .map((name) => `${abstract.name}: ${left.name}.${name}, ${right.name}.${name}`),
    ),
  );
}

function mergeable(
  of: GraphQLSchema,
  abstract: GraphQLAbstractType,
  left: GraphQLObjectType,
  right: GraphQLObjectType,
  name: string,
): boolean {
  const asked = (type: GraphQLObjectType) => {
    const named = getNamedType(type.getFields()[name]?.type);
    const inner = named !== undefined && (isObjectType(named) || isAbstractType(named));
    return `... on ${type.name} { ${name}${inner ? ' { __typename }' : ''} }`;
  };
  const document = parse(`fragment F on ${abstract.name} { ${asked(left)} ${asked(right)} }`);
  return validate(of, document, [OverlappingFieldsCanBeMergedRule]).length === 0;
}
