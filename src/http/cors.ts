import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import type { Exposure } from '../config.js';

/** What a page may read of the headers, beside those that every page may. */
const EXPOSED_HEADERS = [
  'allow',
  'content-disposition',
  'etag',
  'link',
  'retry-after',
  'x-request-id',
];
/** Browsers ask again after two hours at the latest, whatever is written here. */
const MAX_AGE_S = 86_400;

/**
 * Lets pages from these origins read all answers, refusals too: without the headers, a page sees a network error
 * in their place. Never with credentials. OPTIONS is answered here, whatever the path.
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
    // An OPTIONS that is no preflight is answered too, and in no words of the library's own.
    strictPreflight: false,
  });
}
