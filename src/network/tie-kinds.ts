/**
 * The kinds of ties that make the partnership graph, each with the SQL that reads it. A row of it is a
 * pair of organisations `a` and `b` (member and group, funder and recipient, otherwise in no order),
 * the earliest day that its start and the latest that its end can mean, as numbers `YYYYMMDD`, the
 * record that makes the tie, and its source.
 */

/** A partnership of more parties, or the like, ties only its lead with each of the others. */
export const MAX_ALL_PAIRS = 30;

const start = (date: string) => `rpad(replace(coalesce(${date}, '0'), '-', ''), 8, '0')::int`;
const end = (date: string) => `rpad(replace(${date}, '-', ''), 8, '9')::int`;

/** As `inForce` in `src/graph/connection.ts` has it. */
const tieStart = (t: string) => start(`coalesce(${t}.since, ${t}.attested_on)`);
const tieEnd = (t: string) =>
  end(`coalesce(${t}.until, CASE WHEN ${t}.status = 'ENDED'
    THEN coalesce(${t}.attested_on, ${t}.since, '0001') ELSE '9999' END)`);

/**
 * The pairs within groups. `parties` gives group, organisation, start, end and whether it leads; a
 * pair holds as long as both belong. A large group is a star around its lead, or its first party.
 */
const pairsOf = (parties: string, groups: string) => `
  SELECT p.organization_id AS a, q.organization_id AS b, greatest(p.start, q.start) AS start,
    least(p."end", q."end") AS "end", g.id AS record, g.source_id
  FROM (${placed(parties)}) p
  JOIN (${placed(parties)}) q ON q."group" = p."group" AND q.organization_id <> p.organization_id
    AND CASE WHEN p.size <= ${MAX_ALL_PAIRS} THEN q.organization_id > p.organization_id ELSE q.place > 1 END
  JOIN ${groups} g ON g.id = p."group"
  WHERE (p.size <= ${MAX_ALL_PAIRS} OR p.place = 1)
    AND greatest(p.start, q.start) <= least(p."end", q."end")`;

const placed = (parties: string) => `
  SELECT *, count(*) OVER (PARTITION BY "group") AS size,
    row_number() OVER (PARTITION BY "group" ORDER BY leads DESC, organization_id) AS place
  FROM (${parties}) AS party`;

const condensedOf = (table: string, group: string) =>
  `SELECT count(*) FROM (SELECT FROM ${table} GROUP BY ${group}
   HAVING count(DISTINCT organization_id) > ${MAX_ALL_PAIRS}) AS large`;

interface TieReader {
  readonly description: string;
  readonly sql: string;
  /** Counts the groups of which only the pairs with the lead are taken. */
  readonly condensed: string | null;
}

export const TIE_READERS = {
  MEMBERSHIP: {
    description: 'The first belongs to the second, a cluster or an association.',
    sql: `SELECT m.member_id AS a, m.group_id AS b, ${tieStart('m')} AS start, ${tieEnd('m')} AS "end",
      m.id AS record, m.source_id FROM membership m`,
    condensed: null,
  },
  PARTNERSHIP: {
    description: `Both are parties of the same partnership. One of more than ${MAX_ALL_PAIRS} parties ties only who set it up or coordinates it with each of the others.`,
    sql: pairsOf(
      `SELECT l.partnership_id AS "group", l.organization_id, ${tieStart('t')} AS start, ${tieEnd('t')} AS "end",
        l.role IN ('INITIATOR', 'COORDINATOR', 'SUPPORTER') AS leads
       FROM partnership_party l JOIN partnership t ON t.id = l.partnership_id`,
      'partnership',
    ),
    condensed: condensedOf('partnership_party', 'partnership_id'),
  },
  JOINT_INITIATIVE: {
    description: `Both take part in the same initiative at the same time. One of more than ${MAX_ALL_PAIRS} participants ties only its lead with each of the others.`,
    sql: pairsOf(
      `SELECT t.initiative_id AS "group", t.organization_id, min(${tieStart('t')}) AS start,
        max(${tieEnd('t')}) AS "end", bool_or(t.role = 'LEAD') AS leads
       FROM initiative_participation t GROUP BY t.initiative_id, t.organization_id`,
      'initiative',
    ),
    condensed: condensedOf('initiative_participation', 'initiative_id'),
  },
  FUNDING: {
    description:
      'The first has promised money to the second by a grant that was not called off, from its award to its end.',
    sql: `SELECT g.funder_id AS a, s.organization_id AS b, ${start('coalesce(g.awarded_on, g.started_on)')} AS start,
      ${end(`coalesce(g.ended_on, g.planned_end_on,
        CASE WHEN g.status = 'CLOSED' THEN coalesce(g.started_on, g.awarded_on, '0001') ELSE '9999' END)`)} AS "end",
      g.id AS record, g.source_id
     FROM "grant" g JOIN grant_share s ON s.grant_id = g.id
     WHERE g.funder_id <> s.organization_id AND NOT g.is_secondary_report
       AND g.status IS DISTINCT FROM 'CANCELLED'`,
    condensed: null,
  },
  BOARD_SEAT: {
    description:
      'The first has nominated somebody to a seat in the second, or one person has seats in both at the same time.',
    sql: `SELECT t.nominated_by_id AS a, t.organization_id AS b, ${tieStart('t')} AS start, ${tieEnd('t')} AS "end",
        t.id AS record, t.source_id
       FROM seat t WHERE t.nominated_by_id <> t.organization_id
      UNION ALL SELECT shared.* FROM (${pairsOf(
        `SELECT t.person_id AS "group", t.organization_id, min(${tieStart('t')}) AS start,
          max(${tieEnd('t')}) AS "end", false AS leads
         FROM seat t GROUP BY t.person_id, t.organization_id`,
        'person',
      )}) AS shared
      WHERE NOT EXISTS (SELECT FROM seat n WHERE n.person_id = shared.record
        AND (n.nominated_by_id, n.organization_id) IN ((shared.a, shared.b), (shared.b, shared.a)))`,
    condensed: condensedOf('seat', 'person_id'),
  },
} as const satisfies Readonly<Record<string, TieReader>>;

export type NetworkTieKind = keyof typeof TIE_READERS;
export const TIE_KINDS = Object.keys(TIE_READERS) as NetworkTieKind[];
