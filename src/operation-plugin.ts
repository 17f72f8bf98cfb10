import { HeaderMap, type ApolloServerPlugin, type GraphQLResponse } from '@apollo/server';
import {
  getVariableValues,
  GraphQLError,
  type FormattedExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Logger } from 'pino';
import type { Context } from './context.js';
import { DatabaseUnreachableError } from './database/readers.js';
import { ClientError } from './errors.js';
import type { Metrics } from './metrics.js';
import { costOf, refuseTooCostly } from './operation-limits.js';
import type { Planned, Planner } from './plan/planner.js';
import type { Variables } from './plan/values.js';

/** How many faults of a document or of its variables are told at once. */
export const MAX_ERRORS = 5;

interface OperationPluginOptions {
  readonly limit: number;
  /** Null where every operation goes the way of the resolvers. */
  readonly planner: Planner | null;
  readonly metrics: Metrics;
  readonly log: Logger;
}

/** The cost of an operation, and its answer from one statement where it can be planned. */
export function operationPlugin(options: OperationPluginOptions): ApolloServerPlugin<Context> {
  const { limit, planner, metrics, log } = options;
  const costs = new Costs();
  return {
    requestDidStart: () => {
      let cost: number | null = null;
      let variables: Variables | null = null;
      return Promise.resolve({
        didResolveOperation: ({ schema, document, request, operation, operationName }) => {
          // What is wrong with the choice of the operation or with its variables, execution says.
          if (operation === undefined) return Promise.resolve();
          refuseWithoutRoot(schema, operation);
          const given = request.variables ?? {};
          const { errors, coerced } = getVariableValues(
            schema,
            operation.variableDefinitions ?? [],
            given,
            { maxErrors: MAX_ERRORS },
          );
          if (errors) return Promise.resolve();
          variables = coerced;
          cost = costs.of(operation, given, () => costOf(schema, document, given, operationName));
          refuseTooCostly(cost, limit);
          return Promise.resolve();
        },
        async responseForOperation({ document, operation, contextValue }) {
          const planned =
            variables === null ? null : (planner?.plan(document, operation, variables) ?? null);
          const data = planned === null ? null : await read(planned, contextValue, log);
          contextValue.answered.way = data === null ? 'RESOLVED' : 'PLANNED';
          metrics.answered(data !== null ? 'planned' : planned === null ? 'resolved' : 'failed');
          return data === null ? null : responseOf(data);
        },
        willSendResponse: ({ response }) => {
          if (cost !== null && response.body.kind === 'single') {
            const { singleResult } = response.body;
            singleResult.extensions = {
              ...singleResult.extensions,
              cost: { requested: cost, limit },
            };
          }
          return Promise.resolve();
        },
      });
    },
  };
}

/** The text of the answer's data; null if the resolvers have to say what is wrong. */
async function read(planned: Planned, context: Context, log: Logger): Promise<string | null> {
  try {
    const [row] = await context.reader.query(planned.text, planned.values);
    return (row?.data as string | null | undefined) ?? null;
  } catch (error) {
    // Asked again piece by piece, it would only take as long again, and what is down stays down.
    const isTimeout = error instanceof ClientError && error.extensions.code === 'TIMEOUT';
    if (isTimeout || error instanceof DatabaseUnreachableError) {
      context.reader.failWith(error);
    } else {
      log.warn({ requestId: context.requestId, err: error }, 'a planned statement failed');
    }
    return null;
  }
}

/** The `data` of an answer as the database wrote it. */
class DataText {
  constructor(readonly text: string) {}
}

function responseOf(data: string): GraphQLResponse {
  return {
    http: { headers: new HeaderMap() },
    body: { kind: 'single', singleResult: { data: new DataText(data) as never } },
  };
}

/** An answer as JSON; what the database wrote is passed on as it is. */
export function stringifyAnswer(answer: FormattedExecutionResult): string {
  const { data, ...rest } = answer;
  if (!((data as unknown) instanceof DataText)) return `${JSON.stringify(answer)}\n`;
  const others = JSON.stringify(rest);
  const text = `{"data":${(data as unknown as DataText).text}`;
  return others === '{}' ? `${text}}\n` : `${text},${others.slice(1)}\n`;
}

/** The costs of operations that are kept, each worked out once for what it depends on. */
class Costs {
  readonly #known = new WeakMap<OperationDefinitionNode, Map<string, number>>();

  of(operation: OperationDefinitionNode, variables: Variables, workOut: () => number): number {
    const known = this.#known.get(operation) ?? new Map<string, number>();
    // Of texts, none decides on the cost; of numbers and lists, any can.
    const key = JSON.stringify(variables, (_name, value: unknown) =>
      typeof value === 'string' ? '' : value,
    );
    const found = known.get(key);
    if (found !== undefined) return found;
    const cost = workOut();
    if (known.size >= MAX_COSTS) known.clear();
    // What is long is rare, and would only fill memory.
    if (key.length < MAX_KEY) this.#known.set(operation, known.set(key, cost));
    return cost;
  }
}
const MAX_COSTS = 100;
const MAX_KEY = 2000;

/** graphql-js would find out while it executes, with an error that looks like one of ours. */
function refuseWithoutRoot(schema: GraphQLSchema, operation: OperationDefinitionNode): void {
  if (schema.getRootType(operation.operation)) return;
  throw new GraphQLError(`This API has no ${operation.operation}s, only queries.`, {
    nodes: operation,
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } },
  });
}
