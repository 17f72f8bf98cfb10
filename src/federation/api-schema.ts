import { GraphQLObjectType, GraphQLSchema, specifiedDirectives } from 'graphql';

/** What only gateways ask for and compose by: `_entities`, `_Any`, `federation__FieldSet`, `link__Import` … */
const isPlumbing = (name: string) => name.startsWith('_') || /^(federation|link)__/.test(name);

/** The schema of the API: the same types, with the same resolvers, without what makes it a subgraph. */
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
