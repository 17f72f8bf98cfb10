import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { statusOf, type AnyErrorCode } from '../status-codes.js';
import type { Deadlines } from './deadlines.js';

interface ApiAnswer {
  readonly status: number;
  readonly data: unknown;
  /** What was wrong, in words for clients; null if nothing was. */
  readonly error: string | null;
}

/** Asks for a registered document. */
export type Api = (documentId: string, variables: unknown) => Promise<ApiAnswer>;

/**
 * Asks the API as any client does, within this process: with its limits, its cost and its cache. When the browser is
 * gone, so is this client.
 */
export function apiFor(
  app: FastifyInstance,
  { ip }: FastifyRequest,
  reply: FastifyReply,
  deadlines: Deadlines,
): Api {
  return async (documentId, variables) => {
    // `inject` begins only when it is awaited.
    const response = await deadlines.within(
      reply,
      async () =>
        await app.inject({
          method: 'POST',
          url: '/graphql',
          remoteAddress: ip,
          headers: { accept: 'application/graphql-response+json' },
          payload: { documentId, variables },
        }),
    );
    const { data, errors } = response.json<{
      data?: unknown;
      errors?: readonly {
        readonly message: string;
        readonly extensions: { readonly code: AnyErrorCode };
      }[];
    }>();
    const [error] = errors ?? [];
    // An answer in part is a failure of the page, which would be without that part.
    const status = error === undefined ? response.statusCode : statusOf(error.extensions.code);
    return { status, data, error: error?.message ?? null };
  };
}
