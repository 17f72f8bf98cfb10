import { GraphQLError, print, type ValueNode } from 'graphql';

/** The error of a scalar for an invalid value, with its location in the operation. */
export function scalarFault(
  name: string,
  value: unknown,
  remedy: string,
  literal: ValueNode | undefined,
): GraphQLError {
  const written = literal === undefined ? JSON.stringify(value) : print(literal);
  return new GraphQLError(`${name} cannot represent ${written}: ${remedy}`, {
    extensions: { code: 'BAD_USER_INPUT' },
    ...(literal === undefined ? {} : { nodes: literal }),
  });
}
