import { GraphQLObjectType, GraphQLSchema, specifiedDirectives } from 'graphql';

/** Names that only gateways need: `_entities`, `_Any`, `federation__FieldSet`, `link__Import` … */
const isPlumbing = (name: string) => name.startsWith('_') || /^(federation|link)__/.test(name);

/** The schema of the API: the types and resolvers of the subgraph, without Federation. */
export function apiSchemaOf(subgraph: GraphQLSchema): GraphQLSchema {
  const { types, query, ...config } = subgraph.toConfig();
  if (query == null) throw new Error('The schema has no queries.');
  const { fields, ...own } = query.toConfig();
  return new GraphQLSchema({
    ...config,
    query: new GraphQLObjectType({
      ...own,
      fields: Object.fromEntries(Object.entries(fields).filter(([name]) => !isPlumbing(name))),
    }),
    types: types.filter((type) => type !== query && !isPlumbing(type.name)),
    directives: specifiedDirectives,
  });
}
