import type { Logger } from 'pino';
import type { Metrics } from './metrics.js';

/** The maximum time to close all resources after the server has drained. */
const CLOSE_MS = 5_000;

/**
 * Logs and counts unhandled errors.
 *
 * After an unhandled rejection, the server continues: the caller of that work already has a result or an error.
 * After an uncaught exception, the state of the process is undefined, so the server stops accepting requests,
 * finishes the running ones and exits with status 1, so that its supervisor restarts it.
 *
 * @returns a promise that resolves when the server has to stop
 */
export function handleUnhandled(
  metrics: Metrics,
  log: Logger,
  drainTimeoutMs: number,
): Promise<'uncaughtException'> {
  process.on('unhandledRejection', (reason) => {
    metrics.unhandled('rejection');
    log.error({ err: reason }, 'unhandled promise rejection');
  });
  return new Promise((resolve) => {
    process.on('uncaughtException', (error) => {
      metrics.unhandled('exception');
      log.fatal({ err: error }, 'uncaught exception; the server stops');
      process.exitCode = 1;
      setTimeout(() => process.exit(), drainTimeoutMs + CLOSE_MS).unref();
      resolve('uncaughtException');
    });
  });
}
