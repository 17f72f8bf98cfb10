import { existsSync, mkdirSync } from 'node:fs';
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
  const { accept } = headers;
  const asked = query as Readonly<Record<string, unknown>>;
  return (
    method === 'GET' &&
    accept?.includes('text/html') === true &&
    !accept.startsWith('application/') &&
    ['query', 'documentId', 'extensions'].every((name) => asked[name] === undefined)
  );
}

/** `npm start` builds the playground while the server already runs; the browser asks again after this time. */
const RELOAD_S = 3;
const NOT_BUILT = `This page is not built yet. "npm start" builds it within a minute, and this page reloads by itself; otherwise, run "npm run build".\n`;

/** Answers for a page that the build has not made yet. */
export function sendNotBuilt(reply: FastifyReply): FastifyReply {
  return reply
    .code(503)
    .headers({ 'retry-after': RELOAD_S, refresh: RELOAD_S, 'cache-control': 'no-store' })
    .type('text/plain; charset=utf-8')
    .send(NOT_BUILT);
}

/** Serves the files of the playground. Returns the handler of its page. */
export async function servePlayground(
  app: FastifyInstance,
): Promise<(reply: FastifyReply) => FastifyReply> {
  // Created here, because the plugin warns about a folder that does not exist yet.
  mkdirSync(`${ROOT}assets`, { recursive: true });
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
    if (!existsSync(`${ROOT}index.html`)) return sendNotBuilt(reply);
    return reply
      .header('content-security-policy', CONTENT_SECURITY_POLICY)
      .sendFile('index.html', ROOT, { maxAge: 0, immutable: false });
  };
}
