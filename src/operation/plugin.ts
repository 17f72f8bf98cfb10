import { HeaderMap, type ApolloServerPlugin, type GraphQLResponse } from '@apollo/server';
import type { Context } from '../context.js';
import type { Metrics } from '../metrics.js';
import { ListTexts } from '../network/list-texts.js';
import type { Admission } from './admission.js';
import { costExtension, DataWithTexts, type DataText } from './answer-text.js';
import type { Checked, OperationChecks } from './checks.js';
import type { PlannedAnswers } from './planned-answers.js';

/** Checks the cost of an operation, and answers it with one statement if it can be planned. */
export function operationPlugin(
  checks: OperationChecks,
  admission: Admission,
  planned: PlannedAnswers | null,
  metrics: Metrics,
): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () => {
      let checked: Checked | null = null;
      return Promise.resolve({
        async didResolveOperation({ contextValue, document, request, operation }) {
          // Execution reports a missing or unknown `operationName`.
          if (operation === undefined) return;
          checked = checks.check(document, operation, request.variables ?? {});
          if (checked !== null) await admission.admit(contextValue, checked);
        },
        async responseForOperation({ contextValue }) {
          // The fast path has already tried the statement and failed.
          const read =
            checked === null || contextValue.answered.way === 'FAILED'
              ? null
              : (planned?.plan(checked) ?? null);
          const data = await read?.(contextValue);
          if (data != null) return responseOf(data);
          if (contextValue.answered.way !== 'FAILED') metrics.answered('resolved');
          contextValue.answered.way = 'RESOLVED';
          if (checked !== null) contextValue.lists = new ListTexts();
          return null;
        },
        willSendResponse: ({ contextValue, response }) => {
          if (checked !== null && response.body.kind === 'single') {
            const { singleResult } = response.body;
            const texts = contextValue.lists?.placeIn(singleResult.data) ?? [];
            singleResult.extensions = {
              ...singleResult.extensions,
              ...costExtension(checked, singleResult.data, checks.limit),
            };
            if (texts.length > 0) singleResult.data = new DataWithTexts(singleResult.data, texts);
          }
          return Promise.resolve();
        },
      });
    },
  };
}

function responseOf(data: DataText): GraphQLResponse {
  return {
    http: { headers: new HeaderMap() },
    body: { kind: 'single', singleResult: { data } },
  };
}
