import { GraphQLError, print, type DocumentNode, type GraphQLFormattedError } from 'graphql';
import { isTimeout } from './errors.js';
import type { Place } from './places.js';
import { jsonIn, passedOn, SubgraphTimeoutError, type SubgraphClient } from './subgraph-client.js';

/** A part of an operation, for one subgraph. */
interface SubgraphRequest {
  readonly document: DocumentNode;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly context?: {
    /** Of the client's request. */
    readonly headers?: Readonly<Record<string, string | string[] | undefined>>;
  };
  readonly signal?: AbortSignal;
}

interface SubgraphResult {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- data of a type that only the runtime knows
  readonly data?: any;
  readonly errors?: GraphQLError[];
}

export type SubgraphTransport = (name: string, request: SubgraphRequest) => Promise<SubgraphResult>;

/**
 * How the runtime sends a part of an operation to a subgraph. All errors have codes, and failures no details of the
 * request.
 */
export function subgraphTransport(
  client: SubgraphClient,
  places: ReadonlyMap<string, Place>,
): SubgraphTransport {
  const texts = new WeakMap<DocumentNode, string>();
  const textOf = (document: DocumentNode) => {
    const text = texts.get(document) ?? print(document);
    texts.set(document, text);
    return text;
  };
  return async (name, { document, variables, context, signal }) => {
    const place = places.get(name) ?? { name, url: '' };
    try {
      const { body } = await client.send(
        place,
        { query: textOf(document), variables },
        { headers: passedOn(name, context?.headers ?? {}), ...(signal && { signal }) },
      );
      return (
        resultIn(jsonIn(body)) ?? {
          errors: [failure('SERVICE_UNAVAILABLE', `${name} does not answer as GraphQL`)],
        }
      );
    } catch (error) {
      const isLate = error instanceof SubgraphTimeoutError || isTimeout(error);
      const code = isLate ? 'GATEWAY_TIMEOUT' : 'SERVICE_UNAVAILABLE';
      return { errors: [failure(code, (error as Error).message)] };
    }
  };
}

/** Null if it is not the result of an operation. The runtime knows errors only by their class. */
function resultIn(answer: unknown): SubgraphResult | null {
  if (typeof answer !== 'object' || answer === null) return null;
  const { data, errors } = answer as { data?: unknown; errors?: unknown };
  if (errors === undefined) return data === undefined ? null : { data };
  if (!Array.isArray(errors)) return null;
  return {
    data,
    errors: (errors as readonly GraphQLFormattedError[]).map(
      ({ message, path, extensions }) =>
        new GraphQLError(message, {
          path: path ?? null,
          // Subgraphs of others may have errors without a code.
          extensions: { code: 'SERVICE_UNAVAILABLE', ...extensions },
        }),
    ),
  };
}

/** Clients get another message for these codes; this one is logged. */
function failure(code: 'SERVICE_UNAVAILABLE' | 'GATEWAY_TIMEOUT', reason: string): GraphQLError {
  return new GraphQLError(reason, { extensions: { code } });
}
