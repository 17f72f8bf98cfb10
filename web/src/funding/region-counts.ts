import { useQueries } from '@tanstack/react-query';
import { FundingCountDocument } from '../../../src/pages/generated/funding.js';
import {
  filterIn,
  grantMeasure,
  regionCounts,
  type Funding,
} from '../../../src/pages/views/funding.js';
import { answerOptions } from '../api.js';
import { useLanguage, useSearchState } from '../context.js';
import { inTurns } from './in-turns.js';

/** The number of grants of each region with its parts; those that cannot be added up are asked for. */
export function useRegionCounts(data: Funding) {
  const language = useLanguage();
  const { search } = useSearchState();
  const counts = regionCounts(data);
  const asked = [...counts].flatMap(([code, found]) => (found === null ? [code] : []));
  const answers = useQueries({
    queries: asked.map((code) =>
      inTurns(answerOptions(FundingCountDocument, { filter: filterIn(search, code) })),
    ),
  });
  const found = asked.map(
    (code, at) => [code, answers[at]?.data?.grantFacets.grantCount ?? null] as const,
  );
  return {
    missing: missingOf(answers),
    grants: grantMeasure(language, data, search, new Map([...counts, ...found])),
  };
}

/** One answer that has failed, or else one that is missing: it speaks for all. */
export function missingOf<One extends { readonly isError: boolean; readonly data: unknown }>(
  answers: readonly One[],
): One | undefined {
  return answers.find(({ isError }) => isError) ?? answers.find(({ data }) => !data);
}
