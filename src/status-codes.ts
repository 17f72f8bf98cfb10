/** The status of an answer without data, by the code of its first error. */
interface StatusCode {
  readonly status: number;
  /**
   * For clients that accept `application/json` alone, which stands for 200 whatever GraphQL says of the
   * operation: a proxy in between can answer in that type as well. Where there is none, `status`.
   */
  readonly legacyStatus?: 200;
}

const INVALID_OPERATION: StatusCode = { status: 400, legacyStatus: 200 };

/**
 * All codes that an error can have, and the status of an answer with it and without data; with data, it is 200.
 * No other place decides on a status (docs/decisions/0020-browsers-and-caches.md).
 */
export const STATUS_CODES = {
  BAD_REQUEST: { status: 400 },
  BAD_USER_INPUT: INVALID_OPERATION,
  BODY_TOO_LARGE: { status: 413 },
  // Nobody is there to read it.
  CLIENT_CLOSED_REQUEST: { status: 499 },
  GRAPHQL_PARSE_FAILED: INVALID_OPERATION,
  GRAPHQL_VALIDATION_FAILED: INVALID_OPERATION,
  HEADERS_TOO_LARGE: { status: 431 },
  INTERNAL_SERVER_ERROR: { status: 500 },
  INTROSPECTION_DISABLED: INVALID_OPERATION,
  METHOD_NOT_ALLOWED: { status: 405 },
  NOT_ACCEPTABLE: { status: 406 },
  NOT_FOUND: { status: 404 },
  OPERATION_RESOLUTION_FAILURE: INVALID_OPERATION,
  OVERLOADED: { status: 503 },
  // Clients that know persisted queries read the code, and only of an answer that is 200.
  PERSISTED_QUERY_NOT_SUPPORTED: { status: 200 },
  QUERY_TOO_COSTLY: INVALID_OPERATION,
  QUERY_TOO_LARGE: INVALID_OPERATION,
  REQUEST_TIMEOUT: { status: 408 },
  SERVICE_UNAVAILABLE: { status: 503 },
  TIMEOUT: { status: 503 },
  TOO_MANY_REQUESTS: { status: 429 },
  UNSUPPORTED_MEDIA_TYPE: { status: 415 },
} as const satisfies Readonly<Record<string, StatusCode>>;

/** The stable codes that `extensions.code` of an error can have; see docs/errors.md. */
export type AnyErrorCode = keyof typeof STATUS_CODES;

/** The media type that GraphQL has of its own, whose statuses say what became of an operation. */
export const GRAPHQL_TYPE = 'application/graphql-response+json';

/** The status of a refusal; of one that GraphQL gives, for a client that accepts its own type or not. */
export function statusOf(code: AnyErrorCode, { isLegacy = false } = {}): number {
  const { status, legacyStatus }: StatusCode = STATUS_CODES[code];
  return isLegacy ? (legacyStatus ?? status) : status;
}

/** What a request that GraphQL does not take is refused for, by the status that Apollo gives it. */
export function requestCodeOf(status: unknown): AnyErrorCode {
  const codes = ['METHOD_NOT_ALLOWED', 'NOT_ACCEPTABLE', 'UNSUPPORTED_MEDIA_TYPE'] as const;
  return codes.find((code) => STATUS_CODES[code].status === status) ?? 'BAD_REQUEST';
}
