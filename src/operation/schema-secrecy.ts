import {
  GraphQLError,
  type ASTVisitor,
  type GraphQLFormattedError,
  type ValidationContext,
} from 'graphql';

/** The fields that expose the schema, as introspection or as a subgraph. */
const TELLING: ReadonlySet<string> = new Set(['__schema', '__type', '_service']);

/** Refuses introspection, for servers whose schema is not public. */
export function noIntrospection(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      if (!TELLING.has(node.name.value)) return;
      context.reportError(
        new GraphQLError(
          `Introspection is disabled on this server, so '${node.name.value}' cannot be queried. Use the schema that its operators publish.`,
          { nodes: node, extensions: { code: 'INTROSPECTION_DISABLED' } },
        ),
      );
    },
  };
}

/** The error, without the names that graphql-js suggests if suggestions are disabled. */
export function withSuggestions(
  areShown: boolean,
  error: GraphQLFormattedError,
): GraphQLFormattedError {
  return areShown ? error : { ...error, message: withoutSuggestions(error.message) };
}

function withoutSuggestions(message: string): string {
  return message.replaceAll(/ ?Did you mean (?:(?!Did you mean).)+?\?/gs, '');
}
