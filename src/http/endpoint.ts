import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from './errors.js';

export type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown;

/** Answers GET and POST at this path, and refuses other methods. */
export function routeOperations(app: FastifyInstance, url: string, handler: Handler): void {
  app.route({
    method: ['HEAD', 'PUT', 'PATCH', 'DELETE', 'TRACE'],
    url,
    handler: (_request, reply) =>
      refuse(reply.header('allow', 'GET, POST'), {
        code: 'METHOD_NOT_ALLOWED',
        message: `${url} accepts only GET and POST.`,
      }),
  });
  app.route({ method: ['GET', 'POST'], url, exposeHeadRoute: false, handler });
}
