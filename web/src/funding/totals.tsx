import { lazy, Suspense } from 'react';
import { count, numberText } from '../../../src/pages/language.js';
import type { Funding } from '../../../src/pages/views/funding.js';
import { DataTable } from '../components/data-table.js';
import { Money } from '../components/money.js';
import { Section } from '../components/section.js';
import { Loading } from '../components/states.js';
import { useLanguage, useSearchState } from '../context.js';

/** Loaded when a currency is chosen. */
const Converted = lazy(async () => ({
  default: (await import('./converted.js')).Converted,
}));

/** The currencies that sums can be converted to. */
const TARGETS = ['EUR', 'RSD', 'USD'];

/** How much: each currency by itself, with the median beside the sum; converted only on request. */
export function Totals({ data: { grantTotals } }: { readonly data: Funding }) {
  const language = useLanguage();
  const { words, values } = language;
  const { search, change } = useSearchState();
  const target = search.get('convert');
  const { amounts, leftOut } = grantTotals;
  return (
    <Section title={words.funding.totals} note={words.funding.totalsNote}>
      {amounts.length === 0 ? (
        <p className="state">{words.funding.noMoney}</p>
      ) : (
        <DataTable
          label={words.funding.totals}
          rows={amounts}
          keyOf={({ measure, currency }) => `${measure} ${currency}`}
          columns={[
            { label: words.column.measure, cell: ({ measure }) => values.Measure[measure] },
            {
              label: words.column.sum,
              cell: ({ sum }) => (
                <strong>
                  <Money of={sum} />
                </strong>
              ),
              isNumber: true,
            },
            {
              label: words.column.grants,
              cell: ({ grantCount }) => numberText(language, grantCount),
              isNumber: true,
            },
            {
              label: words.column.median,
              cell: ({ median }) => <Money of={median} />,
              isNumber: true,
            },
            {
              label: words.column.range,
              cell: ({ min, max }) => (
                <>
                  <Money of={min} /> – <Money of={max} />
                </>
              ),
              isNumber: true,
              isMinor: true,
            },
          ]}
        />
      )}
      {leftOut.map(({ reason, grantCount }) => (
        <p key={reason} className="note">
          {count(language, words.funding.leftOut, grantCount, {
            reason: values.LeftOutReason[reason],
          })}
        </p>
      ))}
      <label className="convert">
        {words.funding.convert}{' '}
        <select
          value={target ?? ''}
          onChange={({ target: { value } }) => change({ convert: value })}
        >
          <option value="">{words.funding.noConvert}</option>
          {TARGETS.map((currency) => (
            <option key={currency}>{currency}</option>
          ))}
        </select>
      </label>
      {target !== null && target !== '' && (
        <Suspense fallback={<Loading />}>
          <Converted currency={target} />
        </Suspense>
      )}
    </Section>
  );
}
