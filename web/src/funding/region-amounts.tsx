import { useQueries } from '@tanstack/react-query';
import { sumOfDecimals } from '../../../src/domain/sum-of-decimals.js';
import {
  FundingConvertedDocument,
  FundingRegionAmountsDocument,
  type FundingRegionAmountsQuery,
} from '../../../src/pages/generated/funding.js';
import { changed, UNKNOWN } from '../../../src/pages/address.js';
import { moneyText, type Language } from '../../../src/pages/language.js';
import { withParts } from '../../../src/pages/map/districts.js';
import type { Measure } from '../../../src/pages/map/drawing.js';
import {
  filterIn,
  grantFilter,
  type FundedRegion,
  type Funding,
} from '../../../src/pages/views/funding.js';
import { answerOptions, useAnswer } from '../api.js';
import { Answer } from '../components/states.js';
import { useLanguage, useSearchState } from '../context.js';
import type { Answered } from '../../../src/pages/view.js';
import type { ShownAmount } from './by-region.js';
import { inTurns } from './in-turns.js';
import { missingOf } from './region-counts.js';
import { RegionsOf } from './regions-of.js';

interface AmountProps {
  readonly data: Funding;
  readonly grants: Measure<FundedRegion>;
  readonly shown: ShownAmount;
}

/** Each amount as it is stated, where its currency is the one that is shown. */
export function InCurrency({ data, grants, shown }: AmountProps) {
  const language = useLanguage();
  const { search } = useSearchState();
  const answer = useAnswer(FundingRegionAmountsDocument, {
    filter: grantFilter(search, 'region'),
    measure: shown.amount,
  });
  return (
    <>
      <p className="note">{language.words.funding.shares}</p>
      <Answer of={answer}>
        {(found) => {
          const amounts = statedAmounts(language, search, data.regions.nodes, grants, found, shown);
          return <RegionsOf data={data} measures={[grants, amounts]} />;
        }}
      </Answer>
    </>
  );
}

/** All amounts, converted to one currency. */
export function Converted({ data, grants, shown }: AmountProps) {
  const { words } = useLanguage();
  const { missing, amounts } = useConvertedAmounts(data.regions.nodes, grants, shown);
  return (
    <>
      <p className="note">{words.funding.wholes}</p>
      {missing === undefined ? (
        <RegionsOf data={data} measures={[grants, amounts]} />
      ) : (
        <Answer of={missing}>{() => null}</Answer>
      )}
    </>
  );
}

/** How much goes to each region and its parts in one currency, exactly. */
function statedAmounts(
  language: Language,
  search: URLSearchParams,
  regions: readonly FundedRegion[],
  grants: Measure<FundedRegion>,
  { grantTotals: { groups } }: Answered<FundingRegionAmountsQuery>,
  shown: ShownAmount,
): Measure<FundedRegion> {
  const stated = new Map(
    groups.flatMap(({ key, amounts }) =>
      amounts
        .filter(({ currency }) => currency === shown.currency)
        .map(({ sum }) => [key, sum.amount] as const),
    ),
  );
  const sums = new Map<string | null, string | null>([
    [null, stated.get(null) ?? null],
    ...regions.map((region) => {
      const own = withParts(region, regions).flatMap(({ code }) => stated.get(code) ?? []);
      return [region.code, own.length === 0 ? null : sumOfDecimals(own)] as const;
    }),
  ]);
  return measureOf(language, search, grants, sums, shown);
}

/** The totals of each region with its parts, and of no region, in one currency to which all amounts are converted. */
function useConvertedAmounts(
  regions: readonly FundedRegion[],
  grants: Measure<FundedRegion>,
  shown: ShownAmount,
) {
  const language = useLanguage();
  const { search } = useSearchState();
  const { amount, currency } = shown;
  const funded = regions.filter((region) => grants.valueOf(region) !== 0).map(({ code }) => code);
  const asked = [...funded, null];
  const answers = useQueries({
    queries: asked.map((region) =>
      inTurns(
        answerOptions(FundingConvertedDocument, { filter: filterIn(search, region), currency }),
      ),
    ),
  });
  const sums = new Map(
    asked.map((region, at) => {
      const found = answers[at]?.data?.grantTotals.convertedTo.find(
        ({ measure, amountCount }) => measure === amount && amountCount > 0,
      );
      return [region, found?.sum.amount ?? null] as const;
    }),
  );
  return {
    missing: missingOf(answers),
    amounts: measureOf(language, search, grants, sums, shown),
  };
}

function measureOf(
  language: Language,
  search: URLSearchParams,
  grants: Measure<FundedRegion>,
  sums: ReadonlyMap<string | null, string | null>,
  { amount, currency }: ShownAmount,
): Measure<FundedRegion> {
  const { state } = language.words;
  const written = (sum: string | null) =>
    sum === null ? state.unknown : moneyText(language, { amount: sum, currency });
  const sumOf = ({ code }: FundedRegion) => sums.get(code) ?? null;
  return {
    label: `${language.values.Measure[amount]}, ${currency}`,
    currency,
    // Where there are no grants, there is no amount; where there are, and none is known, it is not known.
    valueOf: (region) => {
      const sum = sumOf(region);
      if (sum !== null) return Number(sum);
      return grants.valueOf(region) === 0 ? 0 : null;
    },
    exactOf: (region) => written(sumOf(region) ?? '0'),
    unplaced: {
      text: written(sums.get(null) ?? null),
      path: `/funding${changed(search, { region: UNKNOWN, 'not-region': null, after: null })}`,
    },
  };
}
