import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import type { Exposure } from '../config.js';

/** Response headers that pages may read, in addition to the CORS-safelisted ones. */
const EXPOSED_HEADERS = [
  'allow',
  'content-disposition',
  'etag',
  'link',
  'retry-after',
  'x-request-id',
];
/** Browsers cap this, at two hours or a day. */
const MAX_AGE_S = 86_400;

/**
 * Lets pages of these origins read all responses, errors included: without the headers, a page would see a network
 * error instead. Never with credentials. Answers OPTIONS for every path.
 */
export async function allowOrigins(
  app: FastifyInstance,
  origins: Exposure['corsOrigins'],
): Promise<void> {
  await app.register(cors, {
    origin: origins === '*' ? origins : [...origins],
    methods: ['GET', 'HEAD', 'POST'],
    exposedHeaders: EXPOSED_HEADERS,
    maxAge: MAX_AGE_S,
    // Otherwise the library refuses an OPTIONS that is not a preflight, with its own message.
    strictPreflight: false,
  });
}
