import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { DatabaseUnreachableError } from './database/readers.js';

/** Codes of errors that the client caused and that say nothing of the inside. */
const SHOWN = new Set([
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'QUERY_TOO_LARGE',
  'QUERY_TOO_COSTLY',
  'TIMEOUT',
]);

/**
 * What of an error the client sees: all of an error that is the client's, and of any other only an
 * id, under which the log has the rest.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: Logger,
): GraphQLFormattedError {
  const code = codeOf(formatted, error);
  if (SHOWN.has(code)) {
    return { ...formatted, extensions: { ...formatted.extensions, code } };
  }
  const cause = unwrapResolverError(error);
  const incidentId = randomUUID();
  log.error({ incidentId, path: formatted.path, err: cause }, 'a request failed');
  const isUnreachable = cause instanceof DatabaseUnreachableError;
  return {
    message: isUnreachable
      ? 'The database cannot be reached at the moment. Try again in a little while.'
      : `Something went wrong on our side. Tell us this id if it goes on: ${incidentId}`,
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
    extensions: {
      code: isUnreachable ? 'SERVICE_UNAVAILABLE' : 'INTERNAL_SERVER_ERROR',
      incidentId,
    },
  };
}

/** Apollo gives errors of parsing and of validation rules codes of its own over ours. */
function codeOf({ message, extensions }: GraphQLFormattedError, error: unknown): string {
  const original = (error as { originalError?: { extensions?: { code?: unknown } } }).originalError;
  const own = original?.extensions?.code ?? extensions?.limitCode;
  if (typeof own === 'string' && SHOWN.has(own)) return own;
  if (/^Syntax Error: Document contains more (that|than) \d+ tokens/.test(message)) {
    return 'QUERY_TOO_LARGE';
  }
  if (extensions?.depth ?? extensions?.aliases ?? extensions?.directives) return 'QUERY_TOO_LARGE';
  return typeof extensions?.code === 'string' ? extensions.code : 'INTERNAL_SERVER_ERROR';
}
