/** Days as numbers `YYYYMMDD`, which sort by time. */

/** How far apart moments are. */
export type MomentStep = 'YEAR' | 'QUARTER' | 'MONTH';

const MONTHS_OF: Readonly<Record<MomentStep, number>> = { YEAR: 12, QUARTER: 3, MONTH: 1 };

/** The last days of the years, quarters or months between two days, followed by the second day. */
export function momentsBetween(from: number, to: number, step: MomentStep): number[] {
  const days: number[] = [];
  for (let year = Math.floor(from / 10_000); year <= Math.floor(to / 10_000); year += 1) {
    for (let month = MONTHS_OF[step]; month <= 12; month += MONTHS_OF[step]) {
      const day = year * 10_000 + month * 100 + daysIn(year, month);
      if (day >= from && day < to) days.push(day);
    }
  }
  return [...days, to];
}

/** The number of days of a month (1 to 12). */
function daysIn(year: number, month: number): number {
  // In JavaScript, day 0 of the next month; the years 0 to 99 have the calendar of those 400 years later.
  return new Date(Date.UTC(year + 400, month, 0)).getUTCDate();
}
