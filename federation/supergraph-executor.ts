import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import {
  getOperationAST,
  Kind,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Admitted } from '../src/operation/admission.js';
import { isTimeout, TOO_SLOW } from './errors.js';
import { Normalizer } from './normalize.js';
import { propagateNulls, type Result } from './null-propagation.js';
import { checkScalars } from './scalars.js';
import type { SubgraphTransport } from './transport.js';

/** How often an operation is tried whose plan fails. */
const MAX_ATTEMPTS = 2;

type Handler = typeof unifiedGraphHandler;
type Executor = NonNullable<Awaited<ReturnType<Handler>>['executor']>;

/** An operation to execute. */
export interface ExecutionRequest {
  readonly document: DocumentNode;
  readonly operationName?: string | undefined;
  readonly variables?: object | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly context?: Partial<ExecutionContext> | undefined;
}

export interface ExecutionContext {
  /** Whose operation it is, and why it was not admitted. */
  readonly admitted: Admitted & { refusal: Error | null };
  /** The headers of the client's request that subgraphs get. */
  readonly headers?: Readonly<Record<string, string | string[] | undefined>>;
  /** What the operation has resulted in already. */
  readonly result?: Partial<Result>;
}

/**
 * The Rust planner with its runtime, since the runtime in JavaScript fails at interface objects, and two corrections
 * around it: operations come in normal form, and errors empty what cannot be without the field that failed.
 */
export class SupergraphExecutor {
  readonly #timeoutMs: number;
  readonly #transport: SubgraphTransport;
  #execute: ((request: ExecutionRequest) => Promise<Partial<Result>>) | null = null;

  constructor(timeoutMs: number, transport: SubgraphTransport) {
    this.#timeoutMs = timeoutMs;
    this.#transport = transport;
  }

  /** How the runtime gets its executor, when it loads the supergraph. */
  readonly handler: Handler = async (options) => {
    const handler = await unifiedGraphHandler({
      ...options,
      // Without the runtime's hooks and batches, which nothing here uses.
      onSubgraphExecute: this.#transport,
    });
    const { unifiedGraph, executor } = handler;
    checkScalars(unifiedGraph);
    if (executor === undefined) return handler;
    this.#execute = corrected(executor, unifiedGraph, this.#timeoutMs);
    // The type of an executor promises the data that its caller expects, which nothing checks.
    return { ...handler, executor: this.#execute as Executor };
  };

  /** The data and the errors of a valid operation. */
  async execute(request: ExecutionRequest): Promise<Partial<Result>> {
    if (this.#execute === null) throw new Error('The supergraph has not been loaded.');
    return this.#execute(request);
  }
}

function corrected(executor: Executor, schema: GraphQLSchema, timeoutMs: number) {
  const normalizer = new Normalizer(schema);
  const run = executor as (request: ExecutionRequest) => Promise<Partial<Result>>;
  /** A plan is shared. If the client that it was begun for gives up, it fails for the others too, who try once more. */
  const runAgain = async (
    request: ExecutionRequest,
    normal: () => DocumentNode,
    signal: AbortSignal,
  ): Promise<Partial<Result>> => {
    for (let attempt = 1; ; attempt += 1) {
      const document = normal();
      try {
        return await run({ ...request, document, signal });
      } catch (error) {
        // The runtime would keep the failed plan.
        normalizer.forget(request.document, document);
        if (signal.aborted || attempt === MAX_ATTEMPTS) throw error;
      }
    }
  };
  return async (request: ExecutionRequest): Promise<Partial<Result>> => {
    if (request.context?.result !== undefined) return request.context.result;
    const operation = getOperationAST(request.document, request.operationName);
    if (operation == null || isIntrospection(operation)) return run(request);
    const normal = () =>
      normalizer.normalize(
        request.document,
        operation,
        (request.variables ?? {}) as Readonly<Record<string, unknown>>,
      );
    const { selectionSet } = operationOf(normal());
    if (selectionSet.selections.length === 0) return { data: {} };
    const deadline = deadlineOf(timeoutMs, request.signal);
    let result: Partial<Result>;
    try {
      result = await runAgain(request, normal, deadline.signal);
    } catch (error) {
      throw isTimeout(deadline.signal.reason) ? TOO_SLOW : error;
    } finally {
      deadline.end();
    }
    const { data = null, errors = [] } = result;
    return errors.length === 0
      ? result
      : { ...result, ...propagateNulls(schema, operationOf(normal()), { data, errors }) };
  };
}

/** A signal that also aborts after this time, with TOO_SLOW. The planner, in a thread of its own, ends by it as well. */
function deadlineOf(ms: number, given: AbortSignal | undefined) {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(TOO_SLOW);
  }, ms);
  const abort = () => {
    controller.abort(given?.reason);
  };
  given?.addEventListener('abort', abort);
  if (given?.aborted === true) abort();
  return {
    signal: controller.signal,
    end: () => {
      clearTimeout(timer);
      given?.removeEventListener('abort', abort);
    },
  };
}

function operationOf({ definitions: [operation] }: DocumentNode): OperationDefinitionNode {
  return operation as OperationDefinitionNode;
}

export function isIntrospection({ selectionSet }: OperationDefinitionNode): boolean {
  return selectionSet.selections.some(
    (one) => one.kind === Kind.FIELD && ['__schema', '__type'].includes(one.name.value),
  );
}
