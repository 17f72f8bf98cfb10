import { STATUS_CODES } from 'node:http';
import type {
  ConnectionError,
  FastifyError,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
} from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { Logger } from 'pino';
import { clientErrorOf } from '../client-errors.js';
import type { NotAdmittedError } from '../operation/admission.js';
import { statusOf, type AnyErrorCode } from '../status-codes.js';
import { isAnsweredEarly, readBodyToEnd, UNKNOWN_ENCODING } from './body.js';

/** When a client may retry after a refusal for lack of space or slots. */
export const RETRY_AFTER_S = 10;

interface Refusal {
  readonly code: AnyErrorCode;
  readonly message: string;
  readonly inputPath?: unknown;
}

/** Errors of clients by the error code of Fastify or Node. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    code: 'BODY_TOO_LARGE',
    message: 'The request body is too large. Send less.',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message:
      'The content type is not supported. Send the request as application/json; charset=utf-8.',
  },
  [UNKNOWN_ENCODING]: {
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message:
      'The content encoding is not supported. Use gzip, deflate or br, or send the body uncompressed.',
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: {
    code: 'BAD_REQUEST',
    message:
      'The request body is empty. Send JSON with a "query", such as {"query": "{ __typename }"}.',
  },
  FST_ERR_CTP_INVALID_JSON_BODY: {
    code: 'BAD_REQUEST',
    message: 'The request body is not valid JSON, or contains a forbidden key such as "__proto__".',
  },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    code: 'BAD_REQUEST',
    message: 'The length of the request body does not match the header Content-Length.',
  },
  // The URL of a request is built from its header Host.
  ERR_INVALID_URL: { code: 'BAD_REQUEST', message: 'The header Host is not a valid host name.' },
  FST_ERR_BAD_URL: { code: 'BAD_REQUEST', message: 'The URL is not valid.' },
  ERR_HTTP_REQUEST_TIMEOUT: {
    code: 'REQUEST_TIMEOUT',
    message: 'The request took too long to arrive. Retry.',
  },
  HPE_HEADER_OVERFLOW: {
    code: 'HEADERS_TOO_LARGE',
    message: 'The request headers are too large. Send less; send a long operation by POST.',
  },
};
const UNREADABLE: Refusal = {
  code: 'BAD_REQUEST',
  message: 'The request is not valid. Send a GraphQL request as JSON.',
};

const NOTHING_HERE: Refusal = {
  code: 'NOT_FOUND',
  message: 'Nothing is served at this URL. Send operations to /graphql.',
};

const HEADERS_OF_FILES = ['content-disposition', 'content-encoding', 'etag', 'link'];

/** JSON in UTF-8 and nothing else: no forms, no plain text, no other encodings. */
export function acceptOnlyJson(app: FastifyInstance): void {
  app.removeContentTypeParser('text/plain');
  app.addHook('preParsing', (request, _reply, payload, done) => {
    const type = request.headers['content-type'];
    const charset = type?.match(/charset\s*=\s*"?([^";\s]+)/i)?.[1]?.toLowerCase();
    if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') {
      done(Object.assign(new Error('charset'), { code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE' }));
      return;
    }
    done(null, payload);
  });
}

/** Formats every error as GraphQL JSON with a stable code; never HTML, never a stack trace. */
export function answerErrors(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    // An export that fails before its first byte has already set its headers.
    for (const name of HEADERS_OF_FILES) reply.removeHeader(name);
    const refusal = refusalOf(error);
    if (refusal !== null) return refuse(reply, refusal);
    const incidentId = randomUUID();
    log.error({ incidentId, requestId: request.id, err: error }, 'a request failed');
    return reply
      .code(statusOf('INTERNAL_SERVER_ERROR'))
      .type('application/json; charset=utf-8')
      .send(
        body(
          'INTERNAL_SERVER_ERROR',
          `Internal server error. If this persists, report incident id ${incidentId}.`,
          { incidentId },
        ),
      );
  });
  app.setNotFoundHandler((_request, reply) => refuseUnknownUrl(reply));
}

export function refuseUnknownUrl(reply: FastifyReply): FastifyReply {
  return refuse(reply, NOTHING_HERE);
}

/** The refusal for an error that the client caused; otherwise null. */
function refusalOf(error: Partial<FastifyError>): Refusal | null {
  const { code, statusCode = 500 } = error;
  const known = code === undefined ? undefined : REFUSALS[code];
  if (known !== undefined) return known;
  const clientError = clientErrorOf(error);
  if (clientError !== null) {
    const { message, extensions } = clientError;
    return { code: extensions.code, message, inputPath: extensions.inputPath };
  }
  // A path outside the assets folder does not exist for clients.
  if (statusCode === 403) return NOTHING_HERE;
  return statusCode < 500 ? UNREADABLE : null;
}

/** Refuses an operation for which there is no slot, and says when to retry. */
export function refuseAdmission(
  reply: FastifyReply,
  { code, message, retryAfter }: NotAdmittedError,
): FastifyReply {
  return refuse(reply.header('retry-after', retryAfter), { code, message });
}

export function refuse(
  reply: FastifyReply,
  refusal: Refusal,
  mediaType = 'application/json',
): FastifyReply {
  const { code, message, inputPath } = refusal;
  if (code === 'OVERLOADED' && !reply.hasHeader('retry-after')) {
    reply.header('retry-after', RETRY_AFTER_S);
  }
  return reply
    .code(statusOf(code))
    .type(`${mediaType}; charset=utf-8`)
    .send(body(code, message, inputPath === undefined ? {} : { inputPath }));
}

/** For requests that cannot be routed, which Fastify would answer with its own message. */
export function refuseUnroutable(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  // No hook is called for them.
  readBodyToEnd(request, reply, () => {
    refuse(reply, refusalOf(error) ?? UNREADABLE);
  });
}

/** How long a client has to close a connection that is refused. */
const LINGER_MS = 5000;

/** For input that is not HTTP, too slow or too long: there is only a connection, no request. */
export function refuseConnection(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  if (isAnsweredEarly(socket)) {
    socket.destroy();
    return;
  }
  const { code, message } = REFUSALS[error.code] ?? UNREADABLE;
  const status = statusOf(code);
  const text = JSON.stringify(body(code, message));
  socket.end(
    `HTTP/1.1 ${status} ${String(STATUS_CODES[status])}\r\nConnection: close\r\n` +
      `Content-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  );
  // Otherwise it could keep it for as long as it sends.
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}

function body(code: AnyErrorCode, message: string, more: Readonly<Record<string, unknown>> = {}) {
  return { errors: [{ message, extensions: { code, ...more } }] };
}
