import {
  isIntrospectionType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';

/**
 * Makes every resolver of the schema return a rejected promise instead of throwing. When a resolver throws,
 * graphql-js leaves the list around it at once, and nobody waits for the promises of the items before: if one of
 * them rejects too, Node ends the process.
 *
 * Plain columns have no resolver, and so cost nothing.
 */
export function rejectInsteadOfThrow(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    // Introspection is graphql-js's own, and shared by all schemas.
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
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever was thrown, as it was
      return Promise.reject(error);
    }
  };
}
