import { FundingConvertedDocument } from '../../../src/pages/generated/funding.js';
import { count, fill, moneyText, numberText } from '../../../src/pages/language.js';
import { grantFilter, type Funding } from '../../../src/pages/views/funding.js';
import { useAnswer } from '../api.js';
import { DataTable } from '../components/data-table.js';
import { Money } from '../components/money.js';
import { Section } from '../components/section.js';
import { SourceButton } from '../components/source.js';
import { Answer } from '../components/states.js';
import { useLanguage, useSearchState } from '../context.js';

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
              cell: ({ min, max }) => `${moneyText(language, min)} – ${moneyText(language, max)}`,
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
      {target !== null && target !== '' && <Converted currency={target} />}
    </Section>
  );
}

/** The sums in one currency, the rates behind them, and what could not be converted. */
function Converted({ currency }: { readonly currency: string }) {
  const language = useLanguage();
  const { words, values } = language;
  const { search } = useSearchState();
  const answer = useAnswer(FundingConvertedDocument, { filter: grantFilter(search), currency });
  return (
    <Answer of={answer}>
      {({ grantTotals: { convertedTo } }) => (
        <div className="converted">
          <h3>{fill(words.funding.converted, { currency })}</h3>
          {convertedTo.map(({ measure, sum, unconverted, rates }) => (
            <div key={measure}>
              <p>
                {values.Measure[measure]}:{' '}
                <strong>
                  <Money of={sum} />
                </strong>
              </p>
              <ul className="plain-list hint">
                {rates.map((rate) => (
                  <li key={`${rate.currency} ${rate.period}`}>
                    {fill(words.funding.rate, {
                      currency: rate.currency,
                      rate: numberText(language, rate.rate, 8),
                      period: rate.period,
                    })}{' '}
                    {rate.source && <SourceButton of={rate.source} />}
                  </li>
                ))}
                {unconverted.map((left) => (
                  <li key={left.currency}>
                    {count(language, words.funding.unconverted, left.amountCount, {
                      currency: left.currency,
                    })}
                    {': '}
                    <Money of={left.sum} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      )}
    </Answer>
  );
}
