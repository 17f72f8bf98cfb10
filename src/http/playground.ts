import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { vary } from './caching.js';

const ROOT = fileURLToPath(new URL('../../playground/', import.meta.url));

/** Only scripts, styles and responses of this server; Monaco needs inline styles. */
const CONTENT_SECURITY_POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data:`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `worker-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

/** Whether a browser requests the page, as opposed to a program requesting data. */
export function wantsPage({ method, headers, query }: FastifyRequest): boolean {
  const accept = headers.accept ?? '';
  return (
    method === 'GET' &&
    accept.includes('text/html') &&
    !accept.startsWith('application/') &&
    (query as { query?: unknown }).query === undefined
  );
}

/** Serves the files of the built playground. Returns the handler of its page. */
export async function servePlayground(
  app: FastifyInstance,
): Promise<(reply: FastifyReply) => FastifyReply> {
  if (!existsSync(`${ROOT}assets`)) {
    return (reply) =>
      reply
        .type('text/plain; charset=utf-8')
        .send('The playground is not built. Run `npm run build`.\n');
  }
  await app.register(fastifyStatic, {
    root: `${ROOT}assets`,
    prefix: '/playground/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '1y',
    index: false,
  });
  return (reply) => {
    vary(reply, 'accept');
    return reply
      .header('content-security-policy', CONTENT_SECURITY_POLICY)
      .sendFile('index.html', ROOT, { maxAge: 0, immutable: false });
  };
}
