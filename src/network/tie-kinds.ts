import { endOf, startOf, type Period } from '../fields/in-force.js';
import { raw, sql, type Sql } from '../fields/sql.js';

/**
 * The kinds of ties in the partnership graph, each with the SQL that reads it: the pairs themselves, or the
 * parties of groups whose pairs are made in `pairs.ts`. Days are numbers `YYYYMMDD`: the earliest possible
 * start and the latest possible end.
 */

/** In a group with more parties than this, only the lead is tied to each of the others. */
export const MAX_ALL_PAIRS = 30;

/** The first possible day of a partial date; 0 if it is empty. */
export const firstDay = (date: Sql) => sql`rpad(replace(${date}, '-', ''), 8, '0')::int`;
/** At least the last possible day of a partial date. */
export const lastDay = (date: Sql) => sql`rpad(replace(${date}, '-', ''), 8, '9')::int`;

/** The period of a tie in the table with this alias. */
export const periodOf = (alias: string): Period => ({
  since: raw(`${alias}.since`),
  until: raw(`${alias}.until`),
  attestedOn: raw(`${alias}.attested_on`),
  status: raw(`${alias}.status`),
});
const tieStart = (alias: string) => firstDay(startOf(periodOf(alias)));
const tieEnd = (alias: string) => lastDay(endOf(periodOf(alias)));

interface TieReader {
  readonly description: string;
  /**
   * PAIRS has `a` and `b`: the member and the group, or the funder and the recipient. PARTIES has an
   * organization and whether it leads, one row for each record and organization. Both have start, end, the
   * record behind the tie, and the source.
   */
  readonly reads: 'PAIRS' | 'PARTIES';
  readonly rows: Sql;
}

export const TIE_READERS = {
  MEMBERSHIP: {
    description: 'One organization is a member of the other, which is a cluster or an association.',
    reads: 'PAIRS',
    rows: sql`SELECT m.member_id AS a, m.group_id AS b, ${tieStart('m')} AS start, ${tieEnd('m')} AS "end",
      m.id AS record, m.source_id FROM membership m`,
  },
  PARTNERSHIP: {
    description: `Both are parties of the same partnership. In a partnership with more than ${MAX_ALL_PAIRS} parties, only the parties that set it up or coordinate it have a tie with each of the others.`,
    reads: 'PARTIES',
    rows: sql`SELECT l.organization_id AS a, ${tieStart('t')} AS start, ${tieEnd('t')} AS "end",
      t.id AS record, t.source_id, l.role IN ('INITIATOR', 'COORDINATOR', 'SUPPORTER') AS leads
     FROM partnership_party l JOIN partnership t ON t.id = l.partnership_id`,
  },
  JOINT_INITIATIVE: {
    description: `Both take part in the same initiative at the same time. In an initiative with more than ${MAX_ALL_PAIRS} participants, only its lead has a tie with each of the others.`,
    reads: 'PARTIES',
    rows: sql`SELECT t.organization_id AS a, min(${tieStart('t')}) AS start, max(${tieEnd('t')}) AS "end",
      t.initiative_id AS record, i.source_id, bool_or(t.role = 'LEAD') AS leads
     FROM initiative_participation t JOIN initiative i ON i.id = t.initiative_id
     GROUP BY t.initiative_id, t.organization_id, i.source_id`,
  },
  FUNDING: {
    description:
      'One organization promised money to the other by a grant that was not canceled. Counts from the award to the end of the grant.',
    reads: 'PAIRS',
    rows: sql`SELECT g.funder_id AS a, s.organization_id AS b, ${firstDay(sql`coalesce(g.awarded_on, g.started_on, '')`)} AS start,
      ${lastDay(sql`coalesce(g.ended_on, g.planned_end_on,
        CASE WHEN g.status = 'CLOSED' THEN coalesce(g.started_on, g.awarded_on, '0001') ELSE '9999' END)`)} AS "end",
      g.id AS record, g.source_id
     FROM "grant" g JOIN grant_share s ON s.grant_id = g.id
     WHERE g.funder_id <> s.organization_id AND NOT g.is_secondary_report
       AND g.status IS DISTINCT FROM 'CANCELLED'`,
  },
  BOARD_SEAT: {
    description:
      'One person has seats in both at the same time, or has a seat in one that the other nominated the person for.',
    reads: 'PARTIES',
    rows: sql`SELECT l.organization_id AS a, min(l.start) AS start, max(l."end") AS "end", l.record,
      min(l.source_id::text)::uuid AS source_id, false AS leads
     FROM seat t CROSS JOIN LATERAL (
       SELECT o.id AS organization_id, ${tieStart('t')} AS start, ${tieEnd('t')} AS "end",
         t.person_id AS record, t.source_id
       FROM (VALUES (t.organization_id), (t.nominated_by_id)) AS o(id) WHERE o.id IS NOT NULL) AS l
     GROUP BY l.record, l.organization_id`,
  },
} as const satisfies Readonly<Record<string, TieReader>>;

export type NetworkTieKind = keyof typeof TIE_READERS;
export const TIE_KINDS = Object.keys(TIE_READERS) as NetworkTieKind[];
