import { listIn, toggled } from '../../../src/pages/address.js';
import {
  FundingRegionAmountsDocument,
  type Measure as Amount,
} from '../../../src/pages/generated/funding.js';
import { fill } from '../../../src/pages/language.js';
import type { Measure } from '../../../src/pages/map/drawing.js';
import {
  grantFilter,
  hasRegions,
  type FundedRegion,
  type Funding,
} from '../../../src/pages/views/funding.js';
import { useAnswer } from '../api.js';
import { RegionMap } from '../components/region-map.js';
import { Section } from '../components/section.js';
import { Answer } from '../components/states.js';
import { useLanguage, useSearchState } from '../context.js';
import {
  statedAmounts,
  useConvertedAmounts,
  useRegionCounts,
  type ShownAmount,
} from './region-amounts.js';

/** Where the grants go: how many, or how much in one currency. A region narrows the page to itself. */
export function ByRegion({ data }: { readonly data: Funding }) {
  const { words } = useLanguage();
  const { search } = useSearchState();
  const shown = shownAmount(search);
  const { missing, grants } = useRegionCounts(data);
  return (
    <Section title={words.funding.byRegion} note={words.regions.mapNote} isShown={hasRegions(data)}>
      <Choice data={data} />
      {missing !== undefined ? (
        <Answer of={missing}>{() => null}</Answer>
      ) : shown === null ? (
        <RegionsOf data={data} measures={[grants]} />
      ) : shown.isConverted ? (
        <Converted data={data} grants={grants} shown={shown} />
      ) : (
        <InCurrency data={data} grants={grants} shown={shown} />
      )}
    </Section>
  );
}

const AMOUNTS = ['AWARDED', 'COMMITTED', 'DISBURSED'] as const satisfies readonly Amount[];

/** `?map=AWARDED-EUR`, or `?map=AWARDED&convert=EUR`. Null for the number of grants. */
function shownAmount(search: URLSearchParams): ShownAmount | null {
  const [name, stated] = (search.get('map') ?? '').split('-');
  const amount = AMOUNTS.find((one) => one === name);
  const currency = stated ?? search.get('convert') ?? '';
  if (amount === undefined || !/^[A-Z]{3}$/.test(currency)) return null;
  return { amount, currency, isConverted: stated === undefined };
}

/** What the map shows: counts, or an amount that the grants have. */
function Choice({ data: { grantTotals } }: { readonly data: Funding }) {
  const language = useLanguage();
  const { words, values } = language;
  const { search, change } = useSearchState();
  const target = search.get('convert');
  const shown = shownAmount(search);
  const stated = grantTotals.amounts.map(({ measure, currency }) => ({
    key: `${measure}-${currency}`,
    text: `${values.Measure[measure]}, ${currency}`,
  }));
  const converted = target
    ? AMOUNTS.filter((amount) => grantTotals.amounts.some(({ measure }) => measure === amount)).map(
        (amount) => ({
          key: amount,
          text: fill(words.funding.inConverted, {
            measure: values.Measure[amount],
            currency: target,
          }),
        }),
      )
    : [];
  const options = [...converted, ...stated];
  const value = shown === null ? '' : (search.get('map') ?? '');
  return (
    <label className="convert">
      {words.funding.mapShows}{' '}
      <select value={value} onChange={({ target: { value: map } }) => change({ map }, true)}>
        <option value="">{words.funding.counts}</option>
        {options.map(({ key, text }) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
        {value !== '' && options.every(({ key }) => key !== value) && (
          <option value={value}>
            {shown && `${values.Measure[shown.amount]}, ${shown.currency}`}
          </option>
        )}
      </select>
    </label>
  );
}

interface AmountProps {
  readonly data: Funding;
  readonly grants: Measure<FundedRegion>;
  readonly shown: ShownAmount;
}

function InCurrency({ data, grants, shown }: AmountProps) {
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

function Converted({ data, grants, shown }: AmountProps) {
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

function RegionsOf({
  data,
  measures,
}: {
  readonly data: Funding;
  readonly measures: readonly Measure<FundedRegion>[];
}) {
  const { words } = useLanguage();
  const { search, change } = useSearchState();
  const selected = listIn(search, 'region');
  return (
    <RegionMap
      label={words.funding.byRegion}
      regions={data.regions.nodes}
      measures={measures}
      shown={measures.at(-1)}
      selected={selected}
      select={(code) => change({ region: toggled(selected, code), after: null })}
    />
  );
}
