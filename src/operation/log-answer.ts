import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from '../context.js';

/** Logs one line per operation: its name, how it was answered, its duration and its errors. */
export function logAnswer(
  log: Logger,
  { requestId, loaders, answered }: Context,
  operation: string | null,
  start: number,
  errors?: readonly GraphQLFormattedError[],
): void {
  log.info(
    {
      requestId,
      operation,
      ms: Math.round((performance.now() - start) * 10) / 10,
      way: answered.way,
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
