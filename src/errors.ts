import { GraphQLError } from 'graphql';
import type { AnyErrorCode } from './status-codes.js';

/** An error that the user of the command line can correct: printed as its message, without a stack trace. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** Codes of errors that the API itself reports; see docs/errors.md. */
export type ErrorCode = Extract<
  AnyErrorCode,
  | 'BAD_USER_INPUT'
  | 'INTROSPECTION_DISABLED'
  | 'NOT_FOUND'
  | 'QUERY_TOO_LARGE'
  | 'QUERY_TOO_COSTLY'
  | 'TIMEOUT'
  | 'CLIENT_CLOSED_REQUEST'
  | 'TOO_MANY_REQUESTS'
  | 'OVERLOADED'
  | 'SERVICE_UNAVAILABLE'
  | 'UNAUTHENTICATED'
>;

/** An error that the client sees unchanged. */
export class ClientError extends GraphQLError {
  declare readonly extensions: { readonly code: ErrorCode; readonly [name: string]: unknown };

  constructor(
    code: ErrorCode,
    message: string,
    extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(message, { extensions: { code, ...extensions } });
  }
}

/** @param inputPath the path of the invalid value, starting at the argument: `['filter', 'region']` */
export function badInput(message: string, inputPath: readonly (string | number)[]): ClientError {
  return new ClientError('BAD_USER_INPUT', message, { inputPath });
}
