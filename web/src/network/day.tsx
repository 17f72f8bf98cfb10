import { useEffect, useMemo, useState } from 'react';
import type { Changes } from '../../../src/pages/address.js';
import { dateText } from '../../../src/pages/language.js';
import { momentIn } from '../../../src/pages/views/network.js';
import { YearBars } from '../components/year-bars.js';
import { useLanguage, useSearchState } from '../context.js';

const STEP_MS = 1500;

interface Moment {
  readonly day: string;
  readonly edgeCount: number;
}

/** The first day of the slider, and the last: today. */
export const FIRST_DAY = '1990-01-01';
export const today = (): string => new Date().toISOString().slice(0, 10);

const DAY_MS = 86_400_000;
const toDay = (at: number) => new Date(at * DAY_MS).toISOString().slice(0, 10);
const toNumber = (day: string) => Math.floor(Date.parse(day) / DAY_MS);
const yearOf = (day: string) => Number(day.slice(0, 4));
/** The same day of another year; February 29 becomes the day before. */
const movedBy = (day: string, years: number) =>
  `${yearOf(day) + years}${day.slice(4).replace('-02-29', '-02-28')}`;
const earlier = (one: string, other: string) => (one < other ? one : other);

/** What the network is shown of: all time, a day, or a period whose open ends are those of the slider. */
type When =
  | { readonly kind: 'ALL' }
  | { readonly kind: 'DAY'; readonly day: string }
  | { readonly kind: 'PERIOD'; readonly since: string; readonly until: string };
type Kind = When['kind'];

function whenIn(search: URLSearchParams, first: string, last: string): When {
  const { asOf, since, until } = momentIn(search);
  if (asOf !== null) return { kind: 'DAY', day: asOf };
  if (since === null && until === null) return { kind: 'ALL' };
  return { kind: 'PERIOD', since: since ?? first, until: until ?? last };
}

const ALL: Changes = { asOf: null, since: null, until: null };
const onDay = (asOf: string): Changes => ({ asOf, since: null, until: null });
const between = (since: string, until: string): Changes => ({ asOf: null, since, until });

/** The years that a period has in the beginning, which ends on the day that was shown. */
const FIRST_PERIOD_YEARS = 5;

/** What another choice of time begins with. */
function changedTo(kind: Kind, when: When, first: string, last: string): Changes {
  if (kind === 'ALL') return ALL;
  const end = when.kind === 'DAY' ? when.day : when.kind === 'PERIOD' ? when.until : last;
  if (kind === 'DAY') return onDay(end);
  const start = `${yearOf(end) - FIRST_PERIOD_YEARS + 1}-01-01`;
  // A day before the first of the slider can be in the address.
  return between(earlier(start < first ? first : start, end), end);
}

/** The next step of playing: the end of a year, or a period of the same length a year later. Null at the end. */
function nextStep(when: When, days: readonly string[], last: string): Changes | null {
  if (when.kind === 'PERIOD') {
    const { since, until } = when;
    if (until >= last) return null;
    return between(movedBy(since, 1), earlier(movedBy(until, 1), last));
  }
  const next = days.find((day) => when.kind === 'ALL' || day > when.day);
  return next === undefined ? null : onDay(next);
}

/** Where playing begins: where the reader is, or at the start if that is the end. */
function firstStep(when: When, days: readonly string[], first: string, last: string): Changes {
  if (when.kind !== 'PERIOD') return onDay(days[0] ?? last);
  const { since, until } = when;
  const years = since <= first ? 0 : yearOf(until) - yearOf(since);
  return between(first, earlier(`${yearOf(first) + years}-12-31`, last));
}

/** When the network is shown: a day or a period by sliders or exactly, the growth by year, and playing it. */
export function DaySlider({ history }: { readonly history: readonly Moment[] }) {
  const { words } = useLanguage();
  const { search, change } = useSearchState();
  const { moments, days } = useMemo(() => {
    // Years before the first connection are left out.
    const start = Math.max(0, history.findIndex(({ edgeCount }) => edgeCount > 0) - 1);
    const kept = history.slice(start);
    return { moments: kept, days: kept.map(({ day }) => day) };
  }, [history]);
  const first = `${(days[0] ?? FIRST_DAY).slice(0, 4)}-01-01`;
  const last = today();
  const when = whenIn(search, first, last);
  const [isPlaying, setPlaying] = useState(false);
  useEffect(() => {
    if (!isPlaying) return undefined;
    const next = nextStep(whenIn(search, first, last), days, last);
    if (next === null) {
      setPlaying(false);
      return undefined;
    }
    const timer = setTimeout(() => change(next, true), STEP_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, search, days, first, last, change]);
  const play = () => {
    if (!isPlaying && (when.kind === 'ALL' || nextStep(when, days, last) === null)) {
      change(firstStep(when, days, first, last), true);
    }
    setPlaying(!isPlaying);
  };
  const selectYear = (year: string) =>
    change(
      when.kind === 'PERIOD'
        ? between(`${year}-01-01`, earlier(`${year}-12-31`, last))
        : onDay(days.find((day) => day.startsWith(year)) ?? last),
    );
  const years =
    when.kind === 'PERIOD'
      ? [when.since, when.until]
      : when.kind === 'DAY'
        ? [when.day, when.day]
        : [];
  const [from = Infinity, to = -Infinity] = years.map(yearOf);
  const range = { first, last };
  return (
    <div className="day" role="group" aria-label={words.network.when}>
      <YearBars
        label={words.network.growth}
        bars={moments.map(({ day, edgeCount }) => ({ year: day.slice(0, 4), value: edgeCount }))}
        selected={days
          .map((day) => day.slice(0, 4))
          .filter((year) => from <= Number(year) && Number(year) <= to)}
        select={selectYear}
      />
      <div className="day-controls">
        <button type="button" aria-pressed={isPlaying} onClick={play}>
          {isPlaying ? words.network.pause : words.network.play}
        </button>
        <WhenSwitch
          kind={when.kind}
          select={(kind) => change(changedTo(kind, when, first, last))}
        />
      </div>
      <div className="day-inputs">
        {when.kind === 'PERIOD' ? (
          <>
            <DayInput
              isNamed
              label={words.network.firstDay}
              day={when.since}
              {...range}
              select={(day) => change(between(day, day > when.until ? day : when.until), true)}
            />
            <DayInput
              isNamed
              label={words.network.lastDay}
              day={when.until}
              {...range}
              select={(day) => change(between(earlier(day, when.since), day), true)}
            />
          </>
        ) : (
          <DayInput
            label={words.network.day}
            day={when.kind === 'DAY' ? when.day : null}
            {...range}
            select={(day) => change(onDay(day), true)}
          />
        )}
      </div>
      {when.kind !== 'ALL' && <p className="hint">{words.network.dayHint}</p>}
    </div>
  );
}

interface WhenSwitchProps {
  readonly kind: Kind;
  readonly select: (kind: Kind) => void;
}

function WhenSwitch({ kind, select }: WhenSwitchProps) {
  const { words } = useLanguage();
  const choices: readonly (readonly [Kind, string])[] = [
    ['ALL', words.network.anyDay],
    ['DAY', words.network.day],
    ['PERIOD', words.network.period],
  ];
  return (
    <fieldset className="switch">
      <legend className="visually-hidden">{words.network.when}</legend>
      {choices.map(([one, text]) => (
        <label key={one} className="choice">
          <input type="radio" name="when" checked={one === kind} onChange={() => select(one)} />
          {text}
        </label>
      ))}
    </fieldset>
  );
}

interface DayInputProps {
  readonly label: string;
  /** Whether the label is in sight, where there are two. */
  readonly isNamed?: boolean;
  /** Null for all time, where the slider is at its end. */
  readonly day: string | null;
  readonly first: string;
  readonly last: string;
  readonly select: (day: string) => void;
}

/** A day by a slider, or exactly. */
function DayInput({ label, isNamed = false, day, first, last, select }: DayInputProps) {
  const language = useLanguage();
  return (
    <div className="day-input">
      {isNamed && <span aria-hidden="true">{label}</span>}
      <input
        type="range"
        aria-label={label}
        aria-valuetext={day === null ? language.words.network.anyDay : dateText(language, day)}
        min={toNumber(first)}
        max={toNumber(last)}
        value={toNumber(day ?? last)}
        onChange={({ target }) => select(toDay(Number(target.value)))}
      />
      <input
        type="date"
        aria-label={label}
        value={day ?? ''}
        min={first}
        max={last}
        onChange={({ target: { value } }) => {
          // A year that is being typed begins with zeros.
          if (value >= '1900') select(value);
        }}
      />
    </div>
  );
}
