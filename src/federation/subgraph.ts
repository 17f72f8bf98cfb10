import { makeExecutableSchema } from '@graphql-tools/schema';
import { getDocumentNodeFromSchema, type IResolvers } from '@graphql-tools/utils';
import {
  assertValidSchema,
  concatAST,
  Kind,
  parse,
  print,
  visit,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type StringValueNode,
} from 'graphql';
import { createResolversMap } from 'type-graphql';
import { declareLookup } from '../fields/declarations.js';
import { FEDERATION } from './definitions.js';
import { withCost } from './cost-directives.js';
import type { Domain } from './domain-names.js';
import { lookUpEntities } from './entities.js';
import { Ownership } from './ownership.js';
import { isFieldsType, splitByDomain, type FieldsType } from './split.js';

/** Works with every composition library (docs/decisions). */
const LINK = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@shareable", "@cost", "@listSize"]
)`;

declareLookup('_entities', lookUpEntities);

/**
 * The schema as a subgraph of Federation 2. `_entities` works like every other list: each representation is found or
 * fails on its own.
 */
export function buildSubgraph(base: GraphQLSchema): GraphQLSchema {
  return subgraphOf(completed(base).definitions, base);
}

/** The parts of the schema that belong to these domains, each as a subgraph. */
export function buildSubgraphs(
  base: GraphQLSchema,
  domains: readonly Domain[],
): ReadonlyMap<Domain, GraphQLSchema> {
  const parts = splitByDomain(completed(base), new Ownership());
  return new Map(domains.map((domain) => [domain, subgraphOf(parts[domain], base)]));
}

function subgraphOf(definitions: readonly DefinitionNode[], base: GraphQLSchema): GraphQLSchema {
  // Parsed for each subgraph: the library that builds the schema adds to the definitions that it gets.
  const own = concatAST([parse(LINK), { kind: Kind.DOCUMENT, definitions }]);
  const typeDefs = concatAST([
    own,
    parse(FEDERATION, { noLocation: true }),
    parse(`union _Entity = ${entitiesOf(own).join('|')}`),
  ]);
  // Only gateways ask for it, and printing it takes a tenth of the start of a command.
  let sdl: string | undefined;
  const schema = makeExecutableSchema({
    typeDefs,
    resolvers: [
      // Both libraries describe the same map of resolvers, with types of their own.
      createResolversMap(base) as IResolvers,
      {
        Query: { _service: () => ({ sdl: (sdl ??= print(typeDefs)) }) },
        _Entity: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
      },
    ],
    // Each subgraph has a part of the fields.
    resolverValidationOptions: { requireResolversToMatchSchema: 'ignore' },
  });
  assertValidSchema(schema);
  return schema;
}

/** The types with a key, their own or that of an interface. */
function entitiesOf({ definitions }: DocumentNode): readonly string[] {
  const hasKey = ({ directives = [] }: FieldsType) =>
    directives.some(({ name }) => name.value === 'key');
  const types = definitions.filter(isFieldsType);
  const keyed = new Set(types.filter(hasKey).map(({ name }) => name.value));
  return types
    .filter(({ kind }) => kind === Kind.OBJECT_TYPE_DEFINITION)
    .filter(
      ({ name, interfaces = [] }) =>
        keyed.has(name.value) || interfaces.some((one) => keyed.has(one.name.value)),
    )
    .map(({ name }) => name.value)
    .toSorted();
}

const ID_KEY: ConstDirectiveNode = {
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'key' },
  arguments: [
    {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: 'fields' },
      value: { kind: Kind.STRING, value: 'id' },
    },
  ],
};

const QUERY_TEXT: StringValueNode = {
  kind: Kind.STRING,
  value:
    'The entry points for queries. Everything can be reached from `search`, `node` and the lists.',
};

/** The fields of Query that newcomers look for, which come first in this order. */
const FIRST_FIELDS = [
  'search',
  'organization',
  'cluster',
  'network',
  'grants',
  'grantFacets',
  'grantTotals',
  'totals',
];

const rankOf = ({ name }: FieldDefinitionNode) =>
  FIRST_FIELDS.includes(name.value) ? FIRST_FIELDS.indexOf(name.value) : FIRST_FIELDS.length;

/**
 * Adds a key to every `Node` and makes `id` its first field, which type-graphql does not support, and the costs.
 */
function completed(base: GraphQLSchema): DocumentNode {
  const completeNode = <T extends FieldsType>(type: T): T =>
    type.interfaces?.some(({ name }) => name.value === 'Node')
      ? {
          ...type,
          directives: [ID_KEY, ...(type.directives ?? [])],
          fields: type.fields?.toSorted((left, right) => Number(isId(right)) - Number(isId(left))),
        }
      : type;
  return visit(getDocumentNodeFromSchema(base), {
    ObjectTypeDefinition: (type) =>
      withCost(
        type.name.value === 'Query'
          ? {
              ...type,
              description: QUERY_TEXT,
              fields: type.fields?.toSorted((left, right) => rankOf(left) - rankOf(right)) ?? [],
            }
          : completeNode(type),
      ),
    // Directives of costs are not allowed on interfaces.
    InterfaceTypeDefinition: completeNode,
  });
}

function isId({ name }: FieldDefinitionNode): boolean {
  return name.value === 'id';
}
