import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Deadlines } from './deadlines.js';

/**
 * When the server closes, running requests finish; after the drain timeout, those left are aborted and all connections
 * closed, also those over which nothing was ever sent.
 */
export function closeInTime(
  app: FastifyInstance,
  deadlines: Deadlines,
  drainTimeoutMs: number,
  log: Logger,
): void {
  let timer: NodeJS.Timeout | undefined;
  app.addHook('preClose', (done) => {
    timer = setTimeout(() => {
      log.warn({ drainTimeoutMs }, 'the drain timeout has passed; closing open connections');
      deadlines.abortAll();
      app.server.closeAllConnections();
    }, drainTimeoutMs);
    done();
  });
  app.addHook('onClose', (_app, done) => {
    clearTimeout(timer);
    done();
  });
}
