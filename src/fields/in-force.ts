import type { Tie } from '../../entities/shared/tie.interface.js';
import type { Columns } from './columns.js';
import { sql, type Sql } from './sql.js';

export type Period = Pick<Columns<Tie>, 'since' | 'until' | 'attestedOn' | 'status'>;

/** SQL: the partial date from which the tie counts; empty if it is unknown, which sorts before every day. */
export function startOf({ since, attestedOn }: Pick<Period, 'since' | 'attestedOn'>): Sql {
  return sql`coalesce(${since}, ${attestedOn}, '')`;
}

/**
 * SQL: the partial date up to which the tie counts. An unknown end is open, unless the tie has ended: then it ends
 * when a source last says that it was in force.
 */
export function endOf({ since, until, attestedOn, status }: Period): Sql {
  return sql`coalesce(${until},
    CASE WHEN ${status} = 'ENDED' THEN coalesce(${attestedOn}, ${since}, '0001') ELSE '9999' END
  )`;
}

/**
 * SQL condition: the day is between these partial dates. One counts as its first day at the start and as its last day
 * at the end, so only as many characters of the day are compared as the date has.
 */
export function isBetween(start: Sql, end: Sql, day: Sql): Sql {
  return sql`(${start} <= ${day}::text AND ${end} >= left(${day}::text, length(${end})))`;
}

/** SQL condition: the tie was in force at some time from one day to another. */
export function inForceDuring(period: Period, from: Sql, to: Sql): Sql {
  const end = endOf(period);
  return sql`(${startOf(period)} <= ${to}::text AND ${end} >= left(${from}::text, length(${end})))`;
}

/** SQL condition: the tie was in force on this day. */
export function inForce(period: Period, day: Sql): Sql {
  return isBetween(startOf(period), endOf(period), day);
}
