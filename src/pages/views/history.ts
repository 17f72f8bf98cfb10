import type { Claim } from './organization.js';

/** The size of the drawing in pixels; the values are within its margins. */
export const HISTORY = {
  width: 300,
  height: 104,
  left: 28,
  right: 28,
  top: 22,
  bottom: 20,
} as const;
/** Labels that are nearer than this to each other would overlap. */
const LABEL_DISTANCE = 100;

export interface HistoryPoint<One> {
  readonly claim: One;
  readonly x: number;
  readonly y: number;
  readonly isLabeled: boolean;
}

type Dated = Pick<Claim, 'asOf' | 'number' | 'amount'>;

/**
 * The claims of one figure that have a number and a date, from the earliest to the latest, with their places on a scale
 * that begins at zero. Empty if they are all of one date: that is no history.
 */
export function historyOf<One extends Dated>(claims: readonly One[]): readonly HistoryPoint<One>[] {
  const currencies = new Set(claims.flatMap(({ amount }) => amount?.currency ?? []));
  const dated = claims
    .flatMap((claim) => {
      const value = claim.number ?? claim.amount?.amount ?? null;
      return value === null || claim.asOf === null
        ? []
        : [{ claim, value: Number(value), at: middleOf(claim.asOf) }];
    })
    .sort((a, b) => a.at - b.at || a.value - b.value);
  const [first, last] = [dated[0]?.at ?? 0, dated.at(-1)?.at ?? 0];
  // Amounts in several currencies have no common scale.
  if (first === last || currencies.size > 1) return [];
  const highest = Math.max(...dated.map(({ value }) => value), 1e-9);
  const { width, height, left, right, top, bottom } = HISTORY;
  let labeled = -Infinity;
  return dated.map(({ claim, value, at }) => {
    const x = left + ((at - first) / (last - first)) * (width - left - right);
    const y = height - bottom - (Math.max(0, value) / highest) * (height - top - bottom);
    const isLabeled = x - labeled >= LABEL_DISTANCE;
    if (isLabeled) labeled = x;
    return { claim, x, y, isLabeled };
  });
}

/** The middle of a date that is known to the year, the quarter, the month or the day, in years. */
function middleOf(date: string): number {
  const [, year = '0', quarter, month, day] =
    /^(\d{4})(?:-Q([1-4])|-(\d\d)(?:-(\d\d))?)?/.exec(date) ?? [];
  if (quarter !== undefined) return Number(year) + (Number(quarter) - 0.5) / 4;
  if (month === undefined) return Number(year) + 0.5;
  return Number(year) + (Number(month) - 1 + (day === undefined ? 0.5 : Number(day) / 31)) / 12;
}
