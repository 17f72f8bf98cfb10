import type { Logger } from 'pino';
import type { Context } from '../context.js';
import { DatabaseUnreachableError } from '../database/readers.js';
import { ClientError } from '../errors.js';
import type { Metrics } from '../metrics.js';
import type { Planned, Planner } from '../plan/planner.js';
import type { DataText } from './answer-text.js';
import type { Checked } from './checks.js';
import type { RememberedAnswers } from './remembered-answers.js';

/** Answers operations by one statement each, as far as they can be planned. */
export class PlannedAnswers {
  readonly #planner: Planner;
  readonly #answers: RememberedAnswers;
  readonly #metrics: Metrics;
  readonly #log: Logger;
  readonly #partsMs: number;

  /** `operationMs` is what an operation may take. */
  constructor(
    planner: Planner,
    answers: RememberedAnswers,
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

  /** Null where the operation goes the way of the resolvers; otherwise what reads its answer. */
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
   * The answer's data; null if the resolvers have to say what is wrong. Of several parts one may be slow: the
   * resolvers have half of the time to answer the others.
   */
  async #read(planned: Planned, { reader, requestId, signal }: Context): Promise<DataText | null> {
    const isOne = planned.parts < 2;
    const attempt = isOne ? { signal, end: () => undefined } : limited(signal, this.#partsMs);
    try {
      const count = () => {
        reader.statements += 1;
      };
      return await this.#answers.read(planned, count, attempt.signal);
    } catch (error) {
      const isTimeout = error instanceof ClientError && error.extensions.code === 'TIMEOUT';
      // One part would only take as long again, and what is down stays down.
      if ((isTimeout && isOne) || signal.aborted || error instanceof DatabaseUnreachableError) {
        reader.failWith(error as Error);
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

/** Aborts with the signal, or when the time is up. */
function limited(signal: AbortSignal, ms: number) {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new ClientError('TIMEOUT', `The statement took longer than ${String(ms)} ms.`));
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

/** A statement without the values that a client has written into its operation. */
function shapeOf(text: string): string {
  return text.replaceAll(/'(?:[^']|'')*'/g, `'…'`).slice(0, MAX_SHAPE);
}
