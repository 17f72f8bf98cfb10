import { useEffect, useState } from 'react';
import { dateText } from '../../../src/pages/language.js';
import { YearBars } from '../components/year-bars.js';
import { useLanguage, useSearchState } from '../context.js';

const STEP_MS = 1500;

export interface Moment {
  readonly day: string;
  readonly edgeCount: number;
}

/** The first day of the slider, and the last: today. */
export const FIRST_DAY = '1990-01-01';
export const today = (): string => new Date().toISOString().slice(0, 10);

const DAY_MS = 86_400_000;
const toDay = (at: number) => new Date(at * DAY_MS).toISOString().slice(0, 10);
const toNumber = (day: string) => Math.floor(Date.parse(day) / DAY_MS);

/** The day that the network is shown on: a slider, the exact day, the growth by year, and playing it. */
export function DaySlider({ history }: { readonly history: readonly Moment[] }) {
  const language = useLanguage();
  const { words } = language;
  const { search, change } = useSearchState();
  const asOf = search.get('asOf');
  // Years before the first connection are left out.
  const start = Math.max(0, history.findIndex(({ edgeCount }) => edgeCount > 0) - 1);
  const moments = history.slice(start);
  const days = moments.map(({ day }) => day);
  const first = `${(days[0] ?? FIRST_DAY).slice(0, 4)}-01-01`;
  const [isPlaying, setPlaying] = useState(false);
  useEffect(() => {
    if (!isPlaying) return undefined;
    const next = days.find((day) => asOf === null || day > asOf);
    if (next === undefined) {
      setPlaying(false);
      return undefined;
    }
    const timer = setTimeout(() => change({ asOf: next }, true), STEP_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, asOf, days, change]);
  const play = () => {
    if (!isPlaying && (asOf === null || asOf >= (days.at(-1) ?? ''))) {
      change({ asOf: days[0] ?? null }, true);
    }
    setPlaying(!isPlaying);
  };
  return (
    <div className="day" role="group" aria-label={words.network.day}>
      <YearBars
        label={words.network.growth}
        bars={moments.map(({ day, edgeCount }) => ({ year: day.slice(0, 4), value: edgeCount }))}
        selected={asOf === null ? [] : [asOf.slice(0, 4)]}
        select={(year) => change({ asOf: days.find((day) => day.startsWith(year)) ?? null })}
      />
      <div className="day-controls">
        <button type="button" aria-pressed={isPlaying} onClick={play}>
          {isPlaying ? words.network.pause : words.network.play}
        </button>
        <input
          type="range"
          aria-label={words.network.day}
          aria-valuetext={asOf === null ? words.network.anyDay : dateText(language, asOf)}
          min={toNumber(first)}
          max={toNumber(today())}
          value={toNumber(asOf ?? today())}
          onChange={({ target }) => change({ asOf: toDay(Number(target.value)) }, true)}
        />
        <input
          type="date"
          aria-label={words.network.day}
          value={asOf ?? ''}
          min={first}
          max={today()}
          onChange={({ target }) => {
            if (target.value === '' || target.value >= '1900') change({ asOf: target.value }, true);
          }}
        />
        <button type="button" aria-pressed={asOf === null} onClick={() => change({ asOf: null })}>
          {words.network.anyDay}
        </button>
      </div>
      {asOf !== null && <p className="hint">{words.network.dayHint}</p>}
    </div>
  );
}
