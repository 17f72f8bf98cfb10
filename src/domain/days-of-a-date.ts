import { isDay, type PartialDate } from './partial-date.js';

/** The first day of a partial date or of its quarter, such as 2013-01-01 for 2013. */
export function firstDay(date: PartialDate, quarter: number | null = null): string {
  const month = quarter === null ? '01' : String(quarter * 3 - 2).padStart(2, '0');
  return `${date}${`0000-${month}-01`.slice(date.length)}`;
}

/** The last day of a partial date. */
export function lastDay(date: PartialDate): string {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  const days = ['31', '30', '29', '28'].map((day) => `${date}-${day}`);
  return days.find(isDay) ?? date;
}
