import type { Tie } from '../../entities/shared/tie.interface.js';
import type { Columns } from './columns.js';
import { sql, type Sql } from './sql.js';

export type Period = Pick<Columns<Tie>, 'since' | 'until' | 'attestedOn' | 'status'>;

/**
 * SQL condition: the tie was in force on this day. A partial date counts as its first day at the start and as its
 * last day at the end, so only as many characters of the day are compared as the date has. An unknown start is open;
 * so is an unknown end, unless the tie has ended: then it ends when a source last says that it was in force.
 */
export function inForce({ since, until, attestedOn, status }: Period, day: Sql): Sql {
  const end = sql`coalesce(${until},
    CASE WHEN ${status} = 'ENDED' THEN coalesce(${attestedOn}, ${since}, '0001') ELSE '9999' END
  )`;
  return sql`(coalesce(${since}, ${attestedOn}, '') <= ${day}::text AND ${end} >= left(${day}::text, length(${end})))`;
}
