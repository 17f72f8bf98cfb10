import {
  isIntrospectionType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';

/**
 * Makes every resolver of the schema return a rejected promise instead of throwing. When a resolver throws,
 * graphql-js abandons the surrounding list at once and never awaits the promises of earlier items: if one of
 * them rejects too, Node ends the process.
 *
 * Plain columns have no resolver, so they cost nothing.
 */
export function rejectInsteadOfThrow(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    // graphql-js shares the introspection types among all schemas.
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.resolve !== undefined) field.resolve = rejecting(field.resolve);
    }
  }
  return schema;
}

function rejecting(
  resolve: GraphQLFieldResolver<unknown, unknown>,
): GraphQLFieldResolver<unknown, unknown> {
  return (source, args, context, info) => {
    try {
      return resolve(source, args, context, info);
    } catch (error) {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- keeps what was thrown unchanged
      return Promise.reject(error);
    }
  };
}
