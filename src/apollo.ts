import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Limits } from './config.js';
import type { Context } from './context.js';
import { formatError } from './format-error.js';
import { costOf, documentLimits, refuseTooCostly } from './operation-limits.js';

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
    parseOptions: { maxTokens: limits.tokens },
    maxRecursiveSelections: 5000,
    validationRules: [documentLimits(limits)],
    validationOptions: { maxErrors: 5 },
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
        didResolveOperation: ({ schema, document, request, operationName }) => {
          cost = costOf(schema, document, request.variables ?? {}, operationName ?? undefined);
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

/** GraphQL over HTTP: as `application/json`, a well-formed request has the status 200 (audits 572B, FDE2, 7B9B). */
function statusPlugin(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ request, response }) => {
          const accept = request.http?.headers.get('accept') ?? '';
          const wantsNewType = accept.includes('application/graphql-response+json');
          if (!wantsNewType && response.http.status === 400 && typeof request.query === 'string') {
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
          const errors = result?.errors?.map(({ extensions }) => extensions?.code);
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
