import type { GraphQLFormattedError, OperationDefinitionNode } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from '../context.js';
import type { Metrics } from '../metrics.js';

interface Answered {
  readonly name: string | null;
  /** Null if the request has no valid operation. */
  readonly operation: OperationDefinitionNode | null;
  /** When the operation began, of `performance.now()`. */
  readonly start: number;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
}

/**
 * Logs one line per operation: its name, how it was answered, its duration and its errors. If it was executed, its
 * duration is in the metrics too.
 */
export function logAnswer(
  { log, metrics }: { readonly log: Logger; readonly metrics: Metrics },
  { requestId, traceId, loaders, answered }: Context,
  { name, operation, start, errors }: Answered,
): void {
  const ms = performance.now() - start;
  const { way, isCached } = answered;
  if (way !== null && operation !== null) {
    const latency = isCached ? 'cached' : way === 'PLANNED' ? 'planned' : 'resolved';
    metrics.took(latency, operation.operation, ms / 1000);
  }
  log.info(
    {
      requestId,
      ...(traceId === null ? {} : { traceId }),
      operation: name,
      ms: Math.round(ms * 10) / 10,
      way,
      statements: loaders.statements,
      ...(errors === undefined ? {} : { errors: errors.map(loggedError) }),
    },
    'answered',
  );
}

function loggedError({ extensions }: GraphQLFormattedError) {
  return {
    code: extensions?.code,
    ...(extensions?.incidentId === undefined ? {} : { incidentId: extensions.incidentId }),
  };
}
