import { numberText } from '../../../src/pages/language.js';
import { useLanguage } from '../context.js';

export interface YearBar {
  readonly year: string;
  readonly value: number;
}

interface YearBarsProps {
  readonly label: string;
  readonly bars: readonly YearBar[];
  /** The years that are selected, and how to select one. Without it, the bars only show. */
  readonly selected?: readonly string[];
  readonly select?: (year: string) => void;
  /** The value of the longest bar, where several charts have one scale. */
  readonly highest?: number;
}

/** A year without a value is zero, and has its place: otherwise, years apart would look like neighbors. */
function withoutGaps(bars: readonly YearBar[]): readonly YearBar[] {
  const years = bars.map(({ year }) => Number(year));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (bars.length === 0 || last - first > MOST_YEARS) return bars;
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const year = String(first + at);
    return { year, value: bars.find((one) => one.year === year)?.value ?? 0 };
  });
}

const MOST_YEARS = 100;

/** Values by year as bars. The same values are the names of the bars, for everyone who does not see them. */
export function YearBars({ label, bars, selected = [], select, highest }: YearBarsProps) {
  const language = useLanguage();
  const scale = highest ?? Math.max(1, ...bars.map(({ value }) => value));
  // Corrections can exceed what is paid in a year.
  const height = (value: number) => Math.max(0, (100 * value) / scale);
  return (
    <ul className="bars" aria-label={label}>
      {withoutGaps(bars).map(({ year, value }) => {
        // Amounts have both digits of their cents.
        const leastDigits = Number.isInteger(value) ? 0 : 2;
        const text = `${year}: ${numberText(language, value, 2, leastDigits)}`;
        const bar = (
          <>
            <svg className="bar" viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
              <rect x="0" width="10" y={100 - height(value)} height={height(value)} />
            </svg>
            <span className="bar-year" aria-hidden="true">
              {year.slice(-2)}
            </span>
          </>
        );
        return (
          <li key={year} title={text}>
            {select ? (
              <button
                type="button"
                aria-pressed={selected.includes(year)}
                onClick={() => select(year)}
              >
                <span className="visually-hidden">{text}</span>
                {bar}
              </button>
            ) : (
              <>
                <span className="visually-hidden">{text}</span>
                {bar}
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
