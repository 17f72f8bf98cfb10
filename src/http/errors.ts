import type { FastifyError, FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';

/** What a client did wrong before GraphQL saw the request, and what to do about it. */
const MESSAGES: Readonly<Record<string, readonly [code: string, message: string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [
    'BODY_TOO_LARGE',
    'The body of the request is too large. Send less.',
  ],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    'UNSUPPORTED_MEDIA_TYPE',
    'Send the request as application/json; charset=utf-8.',
  ],
  FST_ERR_CTP_EMPTY_JSON_BODY: [
    'BAD_REQUEST',
    'The body is empty. Send JSON with a "query", such as {"query": "{ __typename }"}.',
  ],
  FST_ERR_CTP_INVALID_JSON_BODY: ['BAD_REQUEST', 'The body is not valid JSON.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    'BAD_REQUEST',
    'The body is not as long as its header says.',
  ],
};

/** JSON in UTF-8 and nothing else: no forms, no plain text, no other encodings. */
export function acceptOnlyJson(app: FastifyInstance): void {
  app.removeContentTypeParser('text/plain');
  app.addHook('preParsing', (request, reply, payload, done) => {
    const type = request.headers['content-type'] ?? '';
    const charset = /charset\s*=\s*"?([^";\s]+)/i.exec(type)?.[1]?.toLowerCase();
    if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') {
      done(
        Object.assign(new Error('charset'), {
          code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE',
          statusCode: 415,
        }),
      );
      return;
    }
    done(null, payload);
  });
}

/** Every error is JSON in the shape of GraphQL, with a stable code; never HTML, never a stack. */
export function answerErrors(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      const incidentId = randomUUID();
      log.error({ incidentId, requestId: request.id, err: error }, 'a request failed');
      return reply
        .code(status)
        .send(body('INTERNAL_SERVER_ERROR', 'Something went wrong on our side.', { incidentId }));
    }
    const [code, message] = MESSAGES[error.code] ?? [
      'BAD_REQUEST',
      'The request cannot be read. Send a GraphQL request as JSON.',
    ];
    return reply.code(status).send(body(code, message));
  });
  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .send(
        body('NOT_FOUND', `There is nothing here. The API is at /graphql.`, {
          method: request.method,
        }),
      ),
  );
}

function body(code: string, message: string, more: Readonly<Record<string, unknown>> = {}) {
  return { errors: [{ message, extensions: { code, ...more } }] };
}
