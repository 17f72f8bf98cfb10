import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { getOperationAST, Kind, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { TOO_SLOW } from './errors.js';
import { Normalizer } from './normalize.js';
import { propagateNulls, type Result } from './null-propagation.js';
import { checkScalars } from './scalars.js';

type Handler = typeof unifiedGraphHandler;

/**
 * The Rust planner with its runtime, since the runtime in JavaScript fails at interface objects, and two corrections
 * around it: operations come in normal form, and errors empty what cannot be without the field that failed.
 */
export const correctedHandler =
  (timeoutMs: number): Handler =>
  async (options) => {
    const handler = await unifiedGraphHandler(options);
    const { unifiedGraph: schema, executor } = handler;
    checkScalars(schema);
    if (executor === undefined) return handler;
    const normalizer = new Normalizer(schema);
    // The type of an executor promises the data that its caller expects, which nothing checks.
    const corrected = async (request: Parameters<typeof executor>[0]) => {
      const operation = getOperationAST(request.document, request.operationName);
      if (operation == null || isIntrospection(operation)) return executor(request);
      const document = normalizer.normalize(
        request.document,
        operation,
        (request.variables ?? {}) as Readonly<Record<string, unknown>>,
      );
      const normal = operationOf(document);
      if (normal.selectionSet.selections.length === 0) return { data: {} };
      const deadline = deadlineOf(timeoutMs, request.signal);
      let result: Partial<Result>;
      try {
        result = (await executor({
          ...request,
          document,
          signal: deadline.signal,
        })) as typeof result;
      } catch (error) {
        // The runtime would keep the failed plan.
        normalizer.forget(request.document);
        throw deadline.isOver() ? TOO_SLOW : error;
      } finally {
        deadline.end();
      }
      const { data = null, errors = [] } = result;
      return errors.length === 0
        ? result
        : { ...result, ...propagateNulls(schema, normal, { data, errors }) };
    };
    return { ...handler, executor: corrected as typeof executor };
  };

/** A signal that also aborts after this time. The planner, in a thread of its own, ends by it as well. */
function deadlineOf(ms: number, given: AbortSignal | undefined) {
  const controller = new AbortController();
  let isOver = false;
  const abort = () => {
    controller.abort();
  };
  const timer = setTimeout(() => {
    isOver = true;
    abort();
  }, ms);
  given?.addEventListener('abort', abort);
  return {
    signal: controller.signal,
    isOver: () => isOver,
    end: () => {
      clearTimeout(timer);
      given?.removeEventListener('abort', abort);
    },
  };
}

function operationOf({ definitions: [operation] }: DocumentNode): OperationDefinitionNode {
  return operation as OperationDefinitionNode;
}

function isIntrospection({ selectionSet }: OperationDefinitionNode): boolean {
  return selectionSet.selections.some(
    (one) => one.kind === Kind.FIELD && ['__schema', '__type'].includes(one.name.value),
  );
}
