import type { Transport } from '@graphql-mesh/transport-common';
import { GraphQLError, print, type DocumentNode, type GraphQLFormattedError } from 'graphql';
import { jsonIn, passedOn, SubgraphTimeoutError, type SubgraphClient } from './subgraph-client.js';

/** What the runtime knows of the client's request. */
interface Context {
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** How the runtime sends a part of an operation to a subgraph. Its failures have codes, and no details of the request. */
export function subgraphTransport(client: SubgraphClient): Transport {
  const texts = new WeakMap<DocumentNode, string>();
  const textOf = (document: DocumentNode) => {
    const text = texts.get(document) ?? print(document);
    texts.set(document, text);
    return text;
  };
  return {
    getSubgraphExecutor:
      ({ subgraphName: name, transportEntry: { location: url = '' } }) =>
      async ({ document, variables, context, signal }) => {
        const { headers = {} } = (context ?? {}) as Context;
        try {
          const { body } = await client.send(
            { name, url },
            { query: textOf(document), variables },
            { headers: passedOn(name, headers), ...(signal && { signal }) },
          );
          return (
            resultIn(jsonIn(body)) ?? {
              errors: [failure('SERVICE_UNAVAILABLE', `${name} does not answer as GraphQL`)],
            }
          );
        } catch (error) {
          const isLate = error instanceof SubgraphTimeoutError;
          const code = isLate ? 'GATEWAY_TIMEOUT' : 'SERVICE_UNAVAILABLE';
          return { errors: [failure(code, (error as Error).message)] };
        }
      },
  };
}

/** Null if it is not the result of an operation. The runtime knows errors only by their class. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- data of a type that only the runtime knows
function resultIn(answer: unknown): { data?: any; errors?: GraphQLError[] } | null {
  if (typeof answer !== 'object' || answer === null) return null;
  const { data, errors } = answer as { data?: unknown; errors?: unknown };
  if (errors === undefined) return data === undefined ? null : { data };
  if (!Array.isArray(errors)) return null;
  return {
    data,
    errors: (errors as readonly GraphQLFormattedError[]).map(
      ({ message, path, extensions }) =>
        new GraphQLError(message, { path: path ?? null, extensions: extensions ?? null }),
    ),
  };
}

/** Clients get another message for these codes; this one is logged. */
function failure(code: 'SERVICE_UNAVAILABLE' | 'GATEWAY_TIMEOUT', reason: string): GraphQLError {
  return new GraphQLError(reason, { extensions: { code } });
}
