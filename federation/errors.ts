import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { isAsyncIterable } from '@graphql-tools/utils';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { ClientError } from '../src/errors.js';
import { formatError } from '../src/operation/format-error.js';
import { withSuggestions } from '../src/operation/schema-secrecy.js';

const UNAVAILABLE = new ClientError(
  'SERVICE_UNAVAILABLE',
  'Part of the graph cannot be reached. Retry shortly.',
);
export const TOO_SLOW = new ClientError(
  'TIMEOUT',
  'Part of the graph took too long. Request less at once: smaller pages, fewer levels or a narrower filter.',
);

/** Whether an operation ends for this reason because its time is over. */
export function isTimeout(reason: unknown): boolean {
  return reason instanceof ClientError && reason.extensions.code === 'TIMEOUT';
}

/** What clients see of the errors that the gateway reports itself, by its codes. */
const OWN_ERRORS: Readonly<Record<string, ClientError>> = {
  DOWNSTREAM_SERVICE_ERROR: UNAVAILABLE,
  SUBREQUEST_HTTP_ERROR: UNAVAILABLE,
  SCHEMA_RELOAD: UNAVAILABLE,
  SERVICE_UNAVAILABLE: UNAVAILABLE,
  SHUTTING_DOWN: UNAVAILABLE,
  // A subgraph and the gateway have different secrets.
  INVALID_SIGNATURE: UNAVAILABLE,
  GATEWAY_TIMEOUT: TOO_SLOW,
  TIMEOUT_ERROR: TOO_SLOW,
};

/** Formats the errors of every response, whatever step they come from. */
export function formatErrors(log: Logger, hasSuggestions: boolean): GatewayPlugin {
  return {
    onResultProcess(payload) {
      const { result } = payload;
      if (Array.isArray(result) || isAsyncIterable(result) || result.errors === undefined) return;
      const errors = result.errors.map((error) => shownError(error, log, hasSuggestions));
      payload.setResult({ ...result, errors });
    },
  };
}

/** The same errors as of a single server: those of the client in full, all others with an incident id. */
function shownError(error: unknown, log: Logger, hasSuggestions: boolean): GraphQLError {
  const own = asGraphQLError(error);
  // A subgraph has logged it, and replaced its message.
  if (own.extensions.incidentId !== undefined) return own;
  const known = own === TOO_SLOW ? TOO_SLOW : OWN_ERRORS[String(own.extensions.code)];
  if (known === UNAVAILABLE || known === TOO_SLOW) {
    log.warn(
      { code: own.extensions.code, reason: own.message, path: own.path },
      'a subgraph failed',
    );
  }
  const cause = known ?? own;
  const { path } = own;
  const formatted = withSuggestions(
    hasSuggestions,
    formatError({ ...cause.toJSON(), ...(path && { path }) }, cause, log),
  );
  return new GraphQLError(formatted.message, {
    ...(own.nodes && { nodes: own.nodes }),
    path: path ?? null,
    extensions: { ...formatted.extensions },
  });
}

/** An error of the server has no message: clients do not see it. */
export function asGraphQLError(error: unknown): GraphQLError {
  return error instanceof GraphQLError
    ? error
    : new GraphQLError('', { originalError: error instanceof Error ? error : null });
}
