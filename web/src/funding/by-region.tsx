import { lazy, Suspense } from 'react';
import type { Measure as Amount } from '../../../src/pages/generated/funding.js';
import { fill } from '../../../src/pages/language.js';
import { hasRegions, type Funding } from '../../../src/pages/views/funding.js';
import { Section } from '../components/section.js';
import { Answer, Loading } from '../components/states.js';
import { useLanguage, useSearchState } from '../context.js';
import { useRegionCounts } from './region-counts.js';
import { RegionsOf } from './regions-of.js';

/** Amounts are loaded when one is chosen. */
const InCurrency = lazy(async () => ({
  default: (await import('./region-amounts.js')).InCurrency,
}));
const Converted = lazy(async () => ({
  default: (await import('./region-amounts.js')).Converted,
}));

/** An amount of the grants, in one currency. */
export interface ShownAmount {
  readonly amount: Amount;
  readonly currency: string;
  readonly isConverted: boolean;
}

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
      ) : (
        <Suspense fallback={<Loading />}>
          {shown.isConverted ? (
            <Converted data={data} grants={grants} shown={shown} />
          ) : (
            <InCurrency data={data} grants={grants} shown={shown} />
          )}
        </Suspense>
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
