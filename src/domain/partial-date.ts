/**
 * A date with the precision of a year, month or day: `2013`, `2010-09` or `2010-09-14` (ISO 8601, reduced
 * precision). The text sorts by time, in JavaScript and in SQL with COLLATE "C"; a shorter one sorts
 * directly before its earliest day.
 */
export type PartialDate = string;

const PARTIAL_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

export function isPartialDate(text: unknown): text is PartialDate {
  const match = typeof text === 'string' ? PARTIAL_DATE.exec(text) : null;
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return year >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

export function isDay(text: unknown): boolean {
  return isPartialDate(text) && text.length === 10;
}

/** Whether the earlier date can be on or before the later one, given their precision. */
export function canBeInOrder(earlier: PartialDate, later: PartialDate): boolean {
  const precision = Math.min(earlier.length, later.length);
  return earlier.slice(0, precision) <= later.slice(0, precision);
}
