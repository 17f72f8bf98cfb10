import type { FastifyReply } from 'fastify';
import { ClientError } from '../errors.js';

/** The deadlines of the requests that are being answered. */
export class Deadlines {
  readonly #timeoutMs: number;
  readonly #running = new Set<AbortController>();

  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  /** Aborts when the time is up, when the client hangs up, or when the server stops; its reason says which. */
  start({ raw }: FastifyReply): AbortSignal {
    const controller = new AbortController();
    if (raw.closed) {
      controller.abort(clientGone());
      return controller.signal;
    }
    const timer = setTimeout(() => {
      controller.abort(operationTimedOut(this.#timeoutMs));
    }, this.#timeoutMs);
    this.#running.add(controller);
    raw.once('close', () => {
      clearTimeout(timer);
      this.#running.delete(controller);
      if (!raw.writableFinished) controller.abort(clientGone());
    });
    return controller.signal;
  }

  /** Ends everything that is still running. */
  abortAll(): void {
    for (const controller of this.#running) {
      controller.abort(
        new ClientError('OVERLOADED', 'The server is shutting down. Retry the request.'),
      );
    }
  }
}

export function clientGone(): ClientError {
  return new ClientError('CLIENT_CLOSED_REQUEST', 'The client closed the connection.');
}

function operationTimedOut(timeoutMs: number): ClientError {
  return new ClientError(
    'TIMEOUT',
    `The operation took longer than ${String(timeoutMs)} ms. Request less at once: smaller pages, fewer levels, fewer aliases, a narrower filter.`,
  );
}
