import { FundingConvertedDocument } from '../../../src/pages/generated/funding.js';
import { count, fill, numberText } from '../../../src/pages/language.js';
import { grantFilter } from '../../../src/pages/views/funding.js';
import { useAnswer } from '../api.js';
import { Money } from '../components/money.js';
import { SourceButton } from '../components/source.js';
import { Answer } from '../components/states.js';
import { useLanguage, useSearchState } from '../context.js';

/** The sums in one currency, the rates behind them, and what could not be converted. */
export function Converted({ currency }: { readonly currency: string }) {
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
