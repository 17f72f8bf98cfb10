/**
 * The kinds of ties in the partnership graph, each with the SQL that reads it: the pairs themselves, or the
 * parties of groups whose pairs are made in `pairs.ts`. Days are numbers `YYYYMMDD`: the earliest possible
 * start and the latest possible end.
 */

/** In a group with more parties than this, only the lead is tied to each of the others. */
export const MAX_ALL_PAIRS = 30;

const start = (date: string) => `rpad(replace(coalesce(${date}, '0'), '-', ''), 8, '0')::int`;
const end = (date: string) => `rpad(replace(${date}, '-', ''), 8, '9')::int`;

/** The same rule as `inForce` in `src/graph/connection.ts`. */
const tieStart = (t: string) => start(`coalesce(${t}.since, ${t}.attested_on)`);
const tieEnd = (t: string) =>
  end(`coalesce(${t}.until, CASE WHEN ${t}.status = 'ENDED'
    THEN coalesce(${t}.attested_on, ${t}.since, '0001') ELSE '9999' END)`);

interface TieReader {
  readonly description: string;
  /**
   * PAIRS has `a` and `b`: the member and the group, or the funder and the recipient. PARTIES has an
   * organization and whether it leads, one row for each record and organization. Both have start, end, the
   * record behind the tie, and the source.
   */
  readonly reads: 'PAIRS' | 'PARTIES';
  readonly sql: string;
}

export const TIE_READERS = {
  MEMBERSHIP: {
    description: 'One organization is a member of the other, which is a cluster or an association.',
    reads: 'PAIRS',
    sql: `SELECT m.member_id AS a, m.group_id AS b, ${tieStart('m')} AS start, ${tieEnd('m')} AS "end",
      m.id AS record, m.source_id FROM membership m`,
  },
  PARTNERSHIP: {
    description: `Both are parties of the same partnership. In a partnership with more than ${MAX_ALL_PAIRS} parties, only the parties that set it up or coordinate it have a tie with each of the others.`,
    reads: 'PARTIES',
    sql: `SELECT l.organization_id AS a, ${tieStart('t')} AS start, ${tieEnd('t')} AS "end",
      t.id AS record, t.source_id, l.role IN ('INITIATOR', 'COORDINATOR', 'SUPPORTER') AS leads
     FROM partnership_party l JOIN partnership t ON t.id = l.partnership_id`,
  },
  JOINT_INITIATIVE: {
    description: `Both take part in the same initiative at the same time. In an initiative with more than ${MAX_ALL_PAIRS} participants, only its lead has a tie with each of the others.`,
    reads: 'PARTIES',
    sql: `SELECT t.organization_id AS a, min(${tieStart('t')}) AS start, max(${tieEnd('t')}) AS "end",
      t.initiative_id AS record, i.source_id, bool_or(t.role = 'LEAD') AS leads
     FROM initiative_participation t JOIN initiative i ON i.id = t.initiative_id
     GROUP BY t.initiative_id, t.organization_id, i.source_id`,
  },
  FUNDING: {
    description:
      'One organization promised money to the other by a grant that was not canceled. Counts from the award to the end of the grant.',
    reads: 'PAIRS',
    sql: `SELECT g.funder_id AS a, s.organization_id AS b, ${start('coalesce(g.awarded_on, g.started_on)')} AS start,
      ${end(`coalesce(g.ended_on, g.planned_end_on,
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
    sql: `SELECT l.organization_id AS a, min(l.start) AS start, max(l."end") AS "end", l.record,
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
