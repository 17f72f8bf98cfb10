import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import {
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Logger } from 'pino';
import type { Limits } from './config.js';
import type { Context } from './context.js';
import { formatError } from './format-error.js';
import { costOf, documentLimits, refuseTooCostly } from './operation-limits.js';

/** How many faults of a document or of its variables are told at once. */
const MAX_ERRORS = 5;

/** The GraphQL server: limits, shape of errors, cost and log of every operation. */
export function createApollo(
  schema: GraphQLSchema,
  limits: Limits,
  log: Logger,
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // `serve` stops everything in its order; Apollo would end the process in the midst of it.
    stopOnTerminationSignals: false,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    parseOptions: { maxLexicalTokens: limits.tokens },
    validationRules: [documentLimits(limits)],
    validationOptions: { maxErrors: MAX_ERRORS },
    executionOptions: { maxCoercionErrors: MAX_ERRORS },
    formatError: (formatted, error) => formatError(formatted, error, log),
    logger: log,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      // It visits every field of every answer (docs/decisions).
      ApolloServerPluginCacheControlDisabled(),
      costPlugin(limits.cost),
      statusPlugin(),
      logPlugin(log),
    ],
  });
}

function costPlugin(limit: number): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () => {
      let cost: number | null = null;
      return Promise.resolve({
        didResolveOperation: ({ schema, document, request, operation, operationName }) => {
          // What is wrong with the choice of the operation or with its variables, execution says.
          if (operation === undefined) return Promise.resolve();
          refuseWithoutRoot(schema, operation);
          const { variableDefinitions = [] } = operation;
          const variables = request.variables ?? {};
          const { errors } = getVariableValues(schema, variableDefinitions, variables, {
            maxErrors: MAX_ERRORS,
          });
          if (errors) return Promise.resolve();
          cost = costOf(schema, document, variables, operationName);
          refuseTooCostly(cost, limit);
          return Promise.resolve();
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

/** graphql-js would find out while it executes, with an error that looks like one of ours. */
function refuseWithoutRoot(schema: GraphQLSchema, operation: OperationDefinitionNode): void {
  if (schema.getRootType(operation.operation)) return;
  throw new GraphQLError(`This API has no ${operation.operation}s, only queries.`, {
    nodes: operation,
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } },
  });
}

/** GraphQL over HTTP: as `application/json`, a well-formed request has the status 200 (audits 572B, FDE2, 7B9B). */
function statusPlugin(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ request, response }) => {
          const accept = request.http?.headers.get('accept') ?? '';
          const wantsNewType = accept.includes('application/graphql-response+json');
          if (!wantsNewType && response.http.status === 400 && request.query) {
            response.http.status = 200;
          }
          return Promise.resolve();
        },
      }),
  };
}

function logPlugin(log: Logger): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () => {
      const start = performance.now();
      return Promise.resolve({
        willSendResponse: ({ contextValue, operationName, response }) => {
          const result = response.body.kind === 'single' ? response.body.singleResult : null;
          const errors = result?.errors?.map(({ extensions }) => ({
            code: extensions?.code,
            ...(extensions?.incidentId === undefined ? {} : { incidentId: extensions.incidentId }),
          }));
          log.info(
            {
              requestId: contextValue.requestId,
              operation: operationName ?? null,
              ms: Math.round((performance.now() - start) * 10) / 10,
              statements: contextValue.reader.statements,
              ...(errors === undefined ? {} : { errors }),
            },
            'answered',
          );
          return Promise.resolve();
        },
      });
    },
  };
}
