import { randomUUID } from 'node:crypto';
import fastify, { LogController, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Config, Exposure } from '../config.js';
import { acceptCompressed, readBodiesToEnd } from './body.js';
import { limitCaching } from './caching.js';
import { compressAnswers } from './compression.js';
import { allowOrigins } from './cors.js';
import { acceptOnlyJson, answerErrors, refuseConnection, refuseUnroutable } from './errors.js';

/** The log has details about the request under this id. */
const REQUEST_ID = 'x-request-id';

type AppSettings = Pick<Config, 'limits' | 'trustedProxies'> & Pick<Exposure, 'corsOrigins'>;

/** An HTTP server without routes: what it accepts, and how it answers what it does not. */
export async function createApp(
  log: Logger,
  { limits, trustedProxies, corsOrigins }: AppSettings,
): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: limits.bodyBytes,
    requestTimeout: 30_000,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    genReqId: () => randomUUID(),
    // Log lines have a `requestId`, so a logger per request is not needed.
    childLoggerFactory: (logger) => logger,
    forceCloseConnections: 'idle',
    // Requests that arrive while it closes are answered too; Fastify would refuse them with its own message.
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => {
      reply.header(REQUEST_ID, request.id);
      refuseUnroutable(error, request, reply);
    },
    clientErrorHandler: refuseConnection,
    // Fastify's type of an instance has the type of its logger, which nothing else needs to know.
  }) as unknown as FastifyInstance;
  app.addHook('onRequest', (request, reply, done) => {
    reply.header(REQUEST_ID, request.id);
    done();
  });
  await allowOrigins(app, corsOrigins);
  limitCaching(app);
  await compressAnswers(app);
  acceptOnlyJson(app);
  acceptCompressed(app);
  readBodiesToEnd(app);
  answerErrors(app, log);
  return app;
}
