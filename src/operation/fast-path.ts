import { getOperationAST, GraphQLError, type DocumentNode } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from '../context.js';
import type { Metrics } from '../metrics.js';
import type { Variables } from '../planner/values.js';
import type { Admission } from './admission.js';
import { answerText, costExtension } from './answer-text.js';
import type { Checked, OperationChecks } from './checks.js';
import type { DocumentStore } from './document-store.js';
import { logAnswer } from './log-answer.js';
import type { PlannedAnswers } from './planned-answers.js';

/**
 * The fast path: operations that are planned and that Apollo has validated before are answered without its
 * pipeline, which takes longer than everything else in a small response. Unusual or invalid requests go to
 * Apollo, so that errors come from one place.
 */
export class FastPath {
  readonly #documents: DocumentStore;
  readonly #checks: OperationChecks;
  readonly #admission: Admission;
  readonly #planned: PlannedAnswers;
  readonly #log: Logger;
  readonly #metrics: Metrics;

  constructor(
    documents: DocumentStore,
    checks: OperationChecks,
    admission: Admission,
    planned: PlannedAnswers,
    log: Logger,
    metrics: Metrics,
  ) {
    this.#documents = documents;
    this.#checks = checks;
    this.#admission = admission;
    this.#planned = planned;
    this.#log = log;
    this.#metrics = metrics;
  }

  /** Returns a function that produces the response text once the request is admitted; null if Apollo has to answer. */
  find(body: unknown): ((context: Context) => Promise<string | null>) | null {
    const asked = askedBy(body);
    const document = asked === null ? undefined : this.#documents.withText(asked.query);
    if (asked === null || document === undefined) return null;
    const start = performance.now();
    const checked = this.#check(document, asked);
    const read = checked === null ? null : this.#planned.plan(checked);
    if (checked === null || read === null) return null;
    return async (context) => {
      await this.#admission.admit(context, checked);
      const data = await read(context);
      if (data === null) return null;
      const { operation } = checked;
      logAnswer({ log: this.#log, metrics: this.#metrics }, context, {
        name: operation.name?.value ?? null,
        operation,
        start,
      });
      return answerText(data.text, {
        extensions: costExtension(checked, data, this.#checks.limit),
      });
    };
  }

  #check(document: DocumentNode, { operationName, variables }: Asked): Checked | null {
    const operation = getOperationAST(document, operationName);
    if (operation == null) return null;
    try {
      return this.#checks.check(document, operation, variables);
    } catch (error) {
      if (error instanceof GraphQLError) return null;
      throw error;
    }
  }
}

interface Asked {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Variables;
}

/** The request in a body; null if the body has unusual members. */
function askedBy(body: unknown): Asked | null {
  if (!isRecord(body)) return null;
  const { query, operationName, variables, ...others } = body;
  if (typeof query !== 'string' || Object.keys(others).length > 0) return null;
  if (operationName != null && (typeof operationName !== 'string' || operationName === '')) {
    return null;
  }
  if (variables != null && !isRecord(variables)) return null;
  return { query, operationName: operationName ?? null, variables: variables ?? {} };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
