import type { Logger } from 'pino';
import type { Metrics } from './metrics.js';

/** How long a server that has drained may take to close what it has open. */
const CLOSE_MS = 5_000;

/**
 * What a server does about faults that no code handles; each is logged and counted.
 *
 * After a rejected promise that nobody waits for it serves on: whoever started that work has its answer, or an
 * error, already. After an uncaught exception Node leaves the state of the process undefined, so the server stops
 * taking requests, answers those under way, and ends with status 1, for its supervisor to start it again.
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
