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
import type { Exposure, Limits } from '../config.js';
import type { Context } from '../context.js';
import { GRAPHQL_TYPE, statusOf, type AnyErrorCode } from '../status-codes.js';
import { formatError } from './format-error.js';
import { noIntrospection, withSuggestions } from './schema-secrecy.js';
import type { DocumentStore } from './document-store.js';
import type { Metrics } from '../metrics.js';
import type { Admission } from './admission.js';
import { soundLiterals } from './inputs.js';
import { documentLimits } from './limits.js';
import { stringifyAnswer } from './answer-text.js';
import { MAX_ERRORS, type OperationChecks } from './checks.js';
import { logAnswer } from './log-answer.js';
import type { PlannedAnswers } from './planned-answers.js';
import { operationPlugin } from './plugin.js';

export interface ApolloParts {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  readonly documents: DocumentStore;
  readonly checks: OperationChecks;
  readonly admission: Admission;
  /** Null if resolvers execute every operation. */
  readonly planned: PlannedAnswers | null;
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly exposure: Pick<Exposure, 'introspection' | 'suggestions'>;
}

/** The GraphQL server: limits, error format, cost and log of every operation. */
export function createApollo(parts: ApolloParts): ApolloServer<Context> {
  const { schema, limits, documents, checks, admission, planned, metrics, log, exposure } = parts;
  return new ApolloServer<Context>({
    schema,
    // If it is disabled, `noIntrospection` refuses it with our own error.
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // `serve` handles shutdown; Apollo would end the process before it is complete.
    stopOnTerminationSignals: false,
    documentStore: documents,
    stringifyResult: stringifyAnswer,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    // A GET only reads, there are no cookies, and a POST must be JSON, so CSRF is not possible (docs/decisions/0020).
    csrfPrevention: false,
    parseOptions: { maxLexicalTokens: limits.tokens },
    validationRules: [
      documentLimits(limits),
      soundLiterals,
      ...(exposure.introspection ? [] : [noIntrospection]),
    ],
    validationOptions: { maxErrors: MAX_ERRORS },
    executionOptions: { maxCoercionErrors: MAX_ERRORS },
    formatError: (formatted, error) =>
      withSuggestions(exposure.suggestions, formatError(formatted, error, log)),
    logger: log,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      // It visits every field of every response (docs/decisions).
      ApolloServerPluginCacheControlDisabled(),
      operationPlugin(checks, admission, planned, metrics),
      statusPlugin(),
      logPlugin({ log, metrics }),
    ],
  });
}

/** Sets the status of a response, and `no-store` on responses with errors. */
function statusPlugin(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ request, response: { body, http } }) => {
          const { data, errors } = body.kind === 'single' ? body.singleResult : {};
          if (errors === undefined) return Promise.resolve();
          // A retry may succeed.
          http.headers.set('cache-control', 'no-store');
          if (data === undefined) {
            const isLegacy = request.http?.headers.get('accept')?.includes(GRAPHQL_TYPE) !== true;
            http.status = statusOf(errors[0]?.extensions?.code as AnyErrorCode, { isLegacy });
          }
          return Promise.resolve();
        },
      }),
  };
}

function logPlugin(to: Pick<ApolloParts, 'log' | 'metrics'>): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () => {
      const start = performance.now();
      return Promise.resolve({
        willSendResponse: ({ contextValue, operation, operationName, response: { body } }) => {
          const errors = body.kind === 'single' ? body.singleResult.errors : undefined;
          logAnswer(to, contextValue, {
            name: operationName ?? null,
            operation: operation ?? null,
            start,
            errors,
          });
          return Promise.resolve();
        },
      });
    },
  };
}
