import { randomUUID } from 'node:crypto';
import { unwrapResolverError, type ApolloServerErrorCode } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { clientErrorOf } from '../client-errors.js';
import type { ErrorCode } from '../errors.js';
import { requestCodeOf, type AnyErrorCode } from '../status-codes.js';
import { inputPathTo } from './inputs.js';

type ApolloCode = Exclude<`${ApolloServerErrorCode}`, 'PERSISTED_QUERY_NOT_FOUND'>;

/** Our codes for requests that Apollo refuses. */
type RequestCode = Extract<
  AnyErrorCode,
  'METHOD_NOT_ALLOWED' | 'NOT_ACCEPTABLE' | 'UNSUPPORTED_MEDIA_TYPE'
>;

/**
 * Every code that an error in the response to an operation can have. Errors that the client caused or can
 * correct are shown unchanged. See docs/errors.md.
 */
const TREATMENT: Readonly<Record<ErrorCode | ApolloCode | RequestCode, 'SHOWN' | 'MASKED'>> = {
  BAD_REQUEST: 'SHOWN',
  BAD_USER_INPUT: 'SHOWN',
  CLIENT_CLOSED_REQUEST: 'SHOWN',
  GRAPHQL_PARSE_FAILED: 'SHOWN',
  GRAPHQL_VALIDATION_FAILED: 'SHOWN',
  INTERNAL_SERVER_ERROR: 'MASKED',
  INTROSPECTION_DISABLED: 'SHOWN',
  METHOD_NOT_ALLOWED: 'SHOWN',
  NOT_ACCEPTABLE: 'SHOWN',
  NOT_FOUND: 'SHOWN',
  OPERATION_RESOLUTION_FAILURE: 'SHOWN',
  OVERLOADED: 'SHOWN',
  PERSISTED_QUERY_NOT_SUPPORTED: 'SHOWN',
  QUERY_TOO_COSTLY: 'SHOWN',
  QUERY_TOO_LARGE: 'SHOWN',
  SERVICE_UNAVAILABLE: 'MASKED',
  TIMEOUT: 'SHOWN',
  TOO_MANY_REQUESTS: 'SHOWN',
  UNAUTHENTICATED: 'SHOWN',
  UNSUPPORTED_MEDIA_TYPE: 'SHOWN',
};

const isShown = (code: unknown) =>
  typeof code === 'string' && TREATMENT[code as keyof typeof TREATMENT] === 'SHOWN';

/**
 * The error as the client sees it. Errors of the client are shown in full; all others show only an incident id,
 * under which the log has the details.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: Logger,
): GraphQLFormattedError {
  if (formatted.message.startsWith(TOO_MANY_FAULTS)) return MORE_FAULTS;
  const cause = unwrapResolverError(error);
  const known = clientErrorOf(cause);
  // An error of a lower layer has no message or code for clients yet.
  const shown =
    known === null || known === cause
      ? formatted
      : { ...formatted, message: known.message, extensions: known.extensions };
  const code = codeOf(shown, error);
  if (isShown(code)) {
    return explained({ ...shown, extensions: { ...shown.extensions, code } }, error);
  }
  const incidentId = randomUUID();
  log.error({ incidentId, path: formatted.path, err: cause }, 'a request failed');
  return {
    message:
      known?.message ??
      `Internal server error. If this persists, report incident id ${incidentId}.`,
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
    extensions: { code: known?.extensions.code ?? 'INTERNAL_SERVER_ERROR', incidentId },
  };
}

/** Apollo replaces the code of an error that a validation rule reports; the original error still has ours. */
function codeOf({ extensions, message }: GraphQLFormattedError, error: unknown): unknown {
  if (BAD_ARGUMENT.test(message)) return 'BAD_USER_INPUT';
  const { originalError, extensions: given } = error as {
    originalError?: { extensions?: { code?: unknown } };
    extensions?: { http?: { status?: unknown } };
  };
  const own = originalError?.extensions?.code;
  if (isShown(own)) return own;
  const code = extensions?.code;
  return code === 'BAD_REQUEST' ? requestCodeOf(given?.http?.status) : code;
}

/** The parser is recursive and can overflow the stack even within the token limit. */
const TOO_DEEP = 'Maximum call stack size exceeded';
const TOO_MANY_TOKENS = /^Syntax Error: Document contains more \w+ (\d+) tokens/;
const TOO_MANY_FAULTS = 'Too many errors processing variables';
/** A missing or unknown field of an object in a variable. */
const BAD_FIELD = /; Field "(\w+)" (?:is not defined by|of required) type /;
const BAD_VARIABLE = /^Variable "\$(\w+)"(?: got invalid value .*? at "\w+([^"]+)")?/s;

/** Found only during execution: a variable is null but the argument is non-null. */
const BAD_ARGUMENT =
  /^Argument "(\w+)" (?:of required type|of non-null type|has invalid value) [^]*$/;
/** For these, graphql-js names the argument only in the message. */
const MISSING_ARGUMENT = /argument "(\w+)" of type "[^"]+" is required/;

/** graphql-js sets no code on this error, the last one that it reports. */
const MORE_FAULTS: GraphQLFormattedError = {
  message: 'The variables have more errors. Correct the ones above first.',
  extensions: { code: 'BAD_USER_INPUT', inputPath: ['variables'] },
};

/** Adds to `extensions` what graphql-js states only in its message. */
function explained(error: GraphQLFormattedError, original: unknown): GraphQLFormattedError {
  if (error.message === TOO_DEEP) {
    return {
      message: 'The operation is nested too deeply. Request fewer levels at once.',
      extensions: { code: 'QUERY_TOO_LARGE', measure: 'depth' },
    };
  }
  const limit = TOO_MANY_TOKENS.exec(error.message)?.[1];
  if (limit !== undefined) {
    return {
      ...error,
      message: `The operation has more than ${limit} tokens. Split it into several operations.`,
      extensions: { code: 'QUERY_TOO_LARGE', measure: 'tokens', limit: Number(limit) },
    };
  }
  const inputPath = error.extensions?.inputPath ?? inputPathOf(error, original);
  return inputPath === null ? error : { ...error, extensions: { ...error.extensions, inputPath } };
}

/** The path of the invalid input in an error of graphql-js; null if the error is not about an input. */
function inputPathOf(
  { message, extensions }: GraphQLFormattedError,
  original: unknown,
): readonly (string | number)[] | null {
  const isInput = extensions?.code === 'BAD_USER_INPUT';
  if (!isInput && extensions?.code !== 'GRAPHQL_VALIDATION_FAILED') return null;
  const [isVariable, variable = '', path = ''] = BAD_VARIABLE.exec(message) ?? [];
  if (isInput && isVariable !== undefined) {
    const steps = [...path.matchAll(/\.(\w+)|\[(\d+)\]/g)];
    const [, field] = BAD_FIELD.exec(message) ?? [];
    return [
      'variables',
      variable,
      ...steps.map(([, key, index]) => key ?? Number(index)),
      ...(field === undefined ? [] : [field]),
    ];
  }
  const [node] = (original instanceof GraphQLError ? original.nodes : undefined) ?? [];
  const written = node === undefined ? null : inputPathTo(node);
  const [, argument] = BAD_ARGUMENT.exec(message) ?? MISSING_ARGUMENT.exec(message) ?? [];
  return written ?? (argument === undefined ? null : [argument]);
}
