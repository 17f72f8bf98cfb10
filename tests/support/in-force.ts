import type { PartialDate } from '../../src/domain/partial-date.js';

/** The known period of a tie; the columns of `entities/tie.interface.ts`. */
export interface Period {
  readonly since: PartialDate | null;
  readonly until: PartialDate | null;
  readonly attestedOn: PartialDate | null;
  readonly status: 'CURRENT' | 'ENDED' | 'UNKNOWN';
}

/**
 * What `src/fields/in-force.ts` must mean: whether a period can include the day, from the earliest possible day of its
 * start to the latest possible day of its end. If the start is unknown, the attested day is used; if both are unknown, the
 * period has no lower bound. If a tie has ended on an unknown day, it counts up to the attested day, or
 * else up to its start.
 */
export function covers({ since, until, attestedOn, status }: Period, day: string): boolean {
  const start = since ?? attestedOn;
  const lastKnown = attestedOn ?? since;
  const end = until ?? (status === 'ENDED' ? (lastKnown ?? NEVER) : null);
  return (start === null || start <= day) && (end === null || end >= day.slice(0, end.length));
}

/** The end of an ended tie without any date: before any day in a query. */
const NEVER: PartialDate = '0001';
