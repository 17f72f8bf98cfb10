/**
 * A date as precisely as it is known: `2013`, `2010-09` or `2010-09-14` (ISO 8601, reduced
 * precision). The text itself sorts by time, in JavaScript as in SQL with COLLATE "C", and the
 * earliest day of a shorter one sorts right behind it.
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

/** Whether the earlier could really be before or on the later, given what is known of both. */
export function canBeInOrder(earlier: PartialDate, later: PartialDate): boolean {
  const precision = Math.min(earlier.length, later.length);
  return earlier.slice(0, precision) <= later.slice(0, precision);
}

/** When a tie held, as far as it is known; the columns of `entities/tie.interface.ts`. */
export interface Period {
  readonly since: PartialDate | null;
  readonly until: PartialDate | null;
  readonly attestedOn: PartialDate | null;
  readonly status: 'CURRENT' | 'ENDED' | 'UNKNOWN';
}

/**
 * Whether a period may have covered the day: from the earliest day that its start can mean to the
 * latest that its end can mean. Where the start is not known, the day for which a source attests it
 * stands in; where neither is, the period has no beginning. What has ended nobody knows when is
 * counted to the last time it is known of: the day attested, or else its start.
 */
export function covers({ since, until, attestedOn, status }: Period, day: string): boolean {
  const start = since ?? attestedOn;
  const lastKnown = attestedOn ?? since;
  const end = until ?? (status === 'ENDED' ? (lastKnown ?? NEVER) : null);
  return (start === null || start <= day) && (end === null || end >= day.slice(0, end.length));
}

/** The end of what has ended and was never seen: before any day that somebody asks for. */
const NEVER: PartialDate = '0001';
