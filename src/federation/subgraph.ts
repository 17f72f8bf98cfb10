import { buildSubgraphSchema } from '@apollo/subgraph';
import { getDocumentNodeFromSchema } from '@graphql-tools/utils';
import {
  concatAST,
  Kind,
  parse,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type StringValueNode,
} from 'graphql';
import { createResolversMap } from 'type-graphql';
import { declareFind } from '../graph/declare.js';
import { findEntities } from './entities.js';

/** Composes with every composition library that there is (docs/decisions). */
const LINK = parse(`extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@shareable"]
)`);

declareFind('_entities', findEntities);

/**
 * The schema as a subgraph of Federation 2. Its `_entities` is ours: the library's lets one bad
 * representation fail them all, takes any number, and passes an unknown entity's fields through.
 */
export function buildSubgraph(base: GraphQLSchema): GraphQLSchema {
  return buildSubgraphSchema([
    {
      typeDefs: completed(concatAST([LINK, getDocumentNodeFromSchema(base)])),
      resolvers: createResolversMap(base) as never,
    },
  ]);
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
  value: 'What can be asked. Everything can be reached from `search`, `node` and the lists.',
};

/** The fields of Query that a newcomer looks for. They come first, in this order. */
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
 * Whatever can be refetched by its id can be joined by it, and has it as its first field. type-graphql has
 * no place for either.
 */
function completed(document: DocumentNode): DocumentNode {
  const completeNode = <T extends ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode>(
    type: T,
  ): T =>
    type.interfaces?.some(({ name }) => name.value === 'Node')
      ? {
          ...type,
          directives: [ID_KEY, ...(type.directives ?? [])],
          fields: type.fields?.toSorted((left, right) => Number(isId(right)) - Number(isId(left))),
        }
      : type;
  return visit(document, {
    ObjectTypeDefinition: (type) =>
      type.name.value === 'Query'
        ? {
            ...type,
            description: QUERY_TEXT,
            fields: type.fields?.toSorted((left, right) => rankOf(left) - rankOf(right)) ?? [],
          }
        : completeNode(type),
    InterfaceTypeDefinition: completeNode,
  });
}

function isId({ name }: FieldDefinitionNode): boolean {
  return name.value === 'id';
}
