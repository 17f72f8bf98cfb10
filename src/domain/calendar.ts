/** Days as numbers `YYYYMMDD`, which sort by time. */

/** The last days of the years or quarters between two days, followed by the second day. */
export function momentsBetween(from: number, to: number, step: 'YEAR' | 'QUARTER'): number[] {
  const ends = step === 'YEAR' ? [1231] : [331, 630, 930, 1231];
  const days: number[] = [];
  for (let year = Math.floor(from / 10_000); year <= Math.floor(to / 10_000); year += 1) {
    for (const end of ends) {
      const day = year * 10_000 + end;
      if (day >= from && day < to) days.push(day);
    }
  }
  return [...days, to];
}
