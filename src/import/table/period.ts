import type { TieStatus } from '../../../entities/shared/tie.interface.js';
import { canBeInOrder } from '../../domain/partial-date.js';
import type { Place, Report } from '../report.js';

interface WrittenPeriod {
  readonly since: string | null;
  readonly until: string | null;
  readonly attestedOn: string | null;
  readonly status: TieStatus | null;
}

/**
 * The period of a tie. The default status is ENDED if there is an end date, CURRENT if the end is
 * `Ongoing`, and otherwise UNKNOWN. Reports a fault and returns null if the period is invalid.
 */
export function periodOf(
  { since, until, attestedOn, status }: WrittenPeriod,
  place: Place,
  report: Report,
) {
  const end = until === 'ONGOING' ? null : until;
  const said = status ?? (end !== null ? 'ENDED' : until === 'ONGOING' ? 'CURRENT' : 'UNKNOWN');
  if (!inOrder(['Since', since], ['Until', end], place, report)) return null;
  if (end !== null && said !== 'ENDED') {
    report.fault(place, 'Status', said, "must be ENDED because 'Until' has a date");
    return null;
  }
  if (until === 'ONGOING' && said === 'ENDED') {
    report.fault(place, 'Status', said, "must not be ENDED because 'Until' is Ongoing");
    return null;
  }
  return { since, until: end, attestedOn, status: said };
}

/** Whether the end can be on or after the start; reports a fault if not. */
export function inOrder(
  [startHeading, start]: readonly [string, string | null],
  [endHeading, end]: readonly [string, string | null],
  place: Place,
  report: Report,
): boolean {
  if (start === null || end === null || canBeInOrder(start, end)) return true;
  report.fault(place, endHeading, end, `is before '${startHeading}' (${start})`);
  return false;
}
