import { AsyncLocalStorage } from 'node:async_hooks';
import { setMaxListeners } from 'node:events';
import type { FastifyReply } from 'fastify';
import { ClientError } from '../errors.js';

/** The deadlines of running requests. */
export class Deadlines {
  readonly #timeoutMs: number;
  readonly #running = new Set<AbortController>();
  /** The signal of the request that a request within this process is made for. */
  readonly #outer = new AsyncLocalStorage<AbortSignal>();

  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  /** A signal that aborts at the deadline, when the client disconnects, or when the server stops; see its reason. */
  start({ raw }: FastifyReply): AbortSignal {
    const controller = new AbortController();
    // Each computation that a request waits for listens.
    setMaxListeners(0, controller.signal);
    if (raw.closed) {
      controller.abort(clientGone());
      return controller.signal;
    }
    const timer = setTimeout(() => {
      controller.abort(operationTimedOut(this.#timeoutMs));
    }, this.#timeoutMs);
    this.#running.add(controller);
    const outer = this.#outer.getStore();
    if (outer !== undefined) {
      const abort = () => {
        controller.abort(outer.reason);
      };
      if (outer.aborted) abort();
      else outer.addEventListener('abort', abort);
    }
    raw.once('close', () => {
      clearTimeout(timer);
      this.#running.delete(controller);
      if (!raw.writableFinished) controller.abort(clientGone());
    });
    return controller.signal;
  }

  /** Requests that the work makes within this process end with the request that they are made for. */
  within<T>(reply: FastifyReply, work: () => T): T {
    return this.#outer.run(this.start(reply), work);
  }

  /** Aborts all running requests. */
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
