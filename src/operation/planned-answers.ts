import type { Logger } from 'pino';
import type { Context } from '../context.js';
import { DatabaseUnreachableError } from '../database/readers.js';
import { ClientError } from '../errors.js';
import type { Metrics } from '../metrics.js';
import type { Planned, Planner } from '../planner/planner.js';
import type { DataText } from './answer-text.js';
import type { Checked } from './checks.js';
import type { AnswerCache } from './answer-cache.js';

/** Answers operations that can be planned, with one statement each. */
export class PlannedAnswers {
  readonly #planner: Planner;
  readonly #answers: AnswerCache;
  readonly #metrics: Metrics;
  readonly #log: Logger;
  readonly #partsMs: number;

  /** @param operationMs the maximum duration of an operation */
  constructor(
    planner: Planner,
    answers: AnswerCache,
    metrics: Metrics,
    log: Logger,
    operationMs: number,
  ) {
    this.#planner = planner;
    this.#answers = answers;
    this.#metrics = metrics;
    this.#log = log;
    this.#partsMs = operationMs / 2;
  }

  /** Returns a function that reads the response; null if resolvers have to execute the operation. */
  plan(checked: Checked): ((context: Context) => Promise<DataText | null>) | null {
    const { document, operation, variables } = checked;
    const planned = this.#planner.plan(document, operation, variables);
    if (planned === null) return null;
    return async (context) => {
      const data = await this.#read(planned, context);
      context.answered.way = data === null ? 'FAILED' : 'PLANNED';
      this.#metrics.answered(data === null ? 'failed' : 'planned');
      return data;
    };
  }

  /**
   * The response's data; null if the resolvers have to report the error. If one of several root fields is slow,
   * the resolvers still have half of the time to answer the others.
   */
  async #read(planned: Planned, context: Context): Promise<DataText | null> {
    const { loaders, requestId, signal } = context;
    const isOne = planned.parts < 2;
    const attempt = isOne ? { signal, end: () => undefined } : limited(signal, this.#partsMs);
    try {
      const count = () => {
        loaders.statements += 1;
      };
      const answer = await this.#answers.read(planned, count, attempt.signal);
      context.answered.isCached = answer?.isCached ?? false;
      return answer?.data ?? null;
    } catch (error) {
      const isTimeout = error instanceof ClientError && error.extensions.code === 'TIMEOUT';
      // Resolvers would not help: a single root field is as slow there, and the database is still unreachable.
      if ((isTimeout && isOne) || signal.aborted || error instanceof DatabaseUnreachableError) {
        loaders.failWith(error as Error);
      } else if (!isTimeout) {
        this.#log.warn(
          { requestId, err: error, statement: shapeOf(planned.text) },
          'a planned statement failed',
        );
      }
      return null;
    } finally {
      attempt.end();
    }
  }
}

/** A signal that also aborts after this time. */
function limited(signal: AbortSignal, ms: number) {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(
      new ClientError('TIMEOUT', `The statement took longer than ${String(ms)} ms.`),
    );
  }, ms);
  const onAbort = () => {
    controller.abort(signal.reason);
  };
  signal.addEventListener('abort', onAbort);
  if (signal.aborted) onAbort();
  return {
    signal: controller.signal,
    end: () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    },
  };
}

const MAX_SHAPE = 5000;

/** The statement without its literals, which may come from the client. */
function shapeOf(text: string): string {
  return text.replaceAll(/'(?:[^']|'')*'/g, `'…'`).slice(0, MAX_SHAPE);
}
