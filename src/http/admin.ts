import fastify, { LogController, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { readiness, type Database } from '../database/database.js';
import type { Metrics } from '../metrics.js';
import { statusOf } from '../status-codes.js';
import { readBodiesToEnd } from './body.js';
import { answerErrors } from './errors.js';

/** Liveness and readiness, on the port of clients, because load balancers check that one. */
export function serveHealth(app: FastifyInstance, database: Database): void {
  app.get('/health/live', () => ({ status: 'LIVE' }));
  app.get('/health/ready', async (_request, reply) => {
    const status = await readiness(database);
    return reply.code(status === 'READY' ? 200 : statusOf('SERVICE_UNAVAILABLE')).send({ status });
  });
}

export function serveMetrics(app: FastifyInstance, metrics: Metrics): void {
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.text()),
  );
}

/** The server of the admin port, which only operators should reach. Not yet listening. */
export function createAdminServer({
  health,
  metrics,
  log,
}: {
  /** Adds the paths of health checks. */
  readonly health: (app: FastifyInstance) => void;
  readonly metrics: Metrics;
  readonly log: Logger;
}): FastifyInstance {
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    // Fastify's type of an instance has the type of its logger, which nothing else needs to know.
  }) as unknown as FastifyInstance;
  answerErrors(app, log);
  readBodiesToEnd(app);
  health(app);
  serveMetrics(app, metrics);
  return app;
}
