/** The status of a response without data, by the code of its first error. */
interface StatusCode {
  readonly status: number;
  /**
   * For clients that accept only `application/json`. They expect 200 even for a failed operation, because another
   * status with this type could come from a proxy. If omitted, `status` applies.
   */
  readonly legacyStatus?: 200;
}

const INVALID_OPERATION: StatusCode = { status: 400, legacyStatus: 200 };

/**
 * All error codes, and the status of a response without data. With data, the status is 200.
 * Statuses are defined only here (docs/decisions/0020-browsers-and-caches.md).
 */
export const STATUS_CODES = {
  BAD_REQUEST: { status: 400 },
  BAD_USER_INPUT: INVALID_OPERATION,
  BODY_TOO_LARGE: { status: 413 },
  // Appears only in the log; the client is gone.
  CLIENT_CLOSED_REQUEST: { status: 499 },
  GRAPHQL_PARSE_FAILED: INVALID_OPERATION,
  GRAPHQL_VALIDATION_FAILED: INVALID_OPERATION,
  HEADERS_TOO_LARGE: { status: 431 },
  INTERNAL_SERVER_ERROR: { status: 500 },
  INTROSPECTION_DISABLED: INVALID_OPERATION,
  INVALID_SIGNATURE: { status: 401 },
  METHOD_NOT_ALLOWED: { status: 405 },
  NOT_ACCEPTABLE: { status: 406 },
  NOT_FOUND: { status: 404 },
  OPERATION_RESOLUTION_FAILURE: INVALID_OPERATION,
  OVERLOADED: { status: 503 },
  PERSISTED_DOCUMENT_ID_REQUIRED: { status: 403 },
  PERSISTED_DOCUMENT_NOT_FOUND: { status: 404 },
  // Clients that support persisted queries read these codes only if the status is 200.
  PERSISTED_QUERY_NOT_FOUND: { status: 200 },
  PERSISTED_QUERY_NOT_SUPPORTED: { status: 200 },
  QUERY_TOO_COSTLY: INVALID_OPERATION,
  QUERY_TOO_LARGE: INVALID_OPERATION,
  REQUEST_TIMEOUT: { status: 408 },
  SERVICE_UNAVAILABLE: { status: 503 },
  TIMEOUT: { status: 503 },
  TOO_MANY_REQUESTS: { status: 429 },
  UNAUTHENTICATED: { status: 401 },
  UNSUPPORTED_MEDIA_TYPE: { status: 415 },
} as const satisfies Readonly<Record<string, StatusCode>>;

/** The stable values of `extensions.code`; see docs/errors.md. */
export type AnyErrorCode = keyof typeof STATUS_CODES;

/** The media type of GraphQL responses, whose status shows whether the operation was executed. */
export const GRAPHQL_TYPE = 'application/graphql-response+json';

/** The status of an error; `isLegacy` if the client accepts only `application/json`. */
export function statusOf(code: AnyErrorCode, { isLegacy = false } = {}): number {
  const { status, legacyStatus }: StatusCode = STATUS_CODES[code];
  return isLegacy ? (legacyStatus ?? status) : status;
}

/** The code for a request that Apollo refuses with this status. */
export function requestCodeOf(status: unknown): AnyErrorCode {
  const codes = ['METHOD_NOT_ALLOWED', 'NOT_ACCEPTABLE', 'UNSUPPORTED_MEDIA_TYPE'] as const;
  return codes.find((code) => STATUS_CODES[code].status === status) ?? 'BAD_REQUEST';
}
