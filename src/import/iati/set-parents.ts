import type { GrantId } from '../../domain/ids.js';
import type { Intake } from '../intake.js';
import { NOWHERE } from '../report.js';

const PART = 5_000;

const CIRCLE = 'names a grant that names it in turn; left out';
const ORPHANED =
  'of an earlier file is no longer linked to the grant that it passes on: there is none now';

/**
 * Links grants to the grants that fund them: the first activity that a grant names and that has a
 * grant in the same currency, from this file or an earlier one. Grants of earlier files that name one
 * of these are linked too, and those without a parent that name one of them: a cycle took it away, and must be found
 * again as a whole. If links form a cycle, no grant can be first, so none of its grants gets a parent. Warns of grants of
 * earlier files that lose theirs, since their money is counted again.
 */
export async function setParents(
  { manager, report, grantsSeen }: Intake,
  ids: readonly string[],
): Promise<void> {
  // Cycles are detected among the links to be made, so a repeated import changes nothing.
  for (let start = 0; start < ids.length; start += PART) {
    const lost = await manager.query<{ id: GrantId; identifier: string; isInCircle: boolean }[]>(
      `WITH RECURSIVE concerned AS (
         SELECT unnest($1::uuid[]) AS id, true AS is_here
         UNION SELECT own.id, false FROM concerned c JOIN "grant" p ON p.id = c.id AND p.scheme = 'IATI'
           JOIN grant_named_parent m ON m.identifier = p.identifier AND m.format = 'IATI'
           JOIN "grant" own ON own.id = m.grant_id
         WHERE c.is_here OR own.parent_id IS NULL
       ), named AS (
         SELECT g.id, p.parent_id, g.parent_id IS NOT NULL AS had_parent
         FROM (SELECT DISTINCT id FROM concerned) c JOIN "grant" g ON g.id = c.id
         LEFT JOIN LATERAL (
           SELECT p.id AS parent_id
           FROM grant_named_parent m
           JOIN "grant" p ON p.scheme = 'IATI' AND p.identifier = m.identifier
             AND p.currency = g.currency AND p.id <> g.id
           WHERE m.grant_id = g.id
           ORDER BY m.rank, p.namespace LIMIT 1
         ) p ON true
       ), tie AS (
         SELECT id, parent_id FROM named
         UNION ALL
         SELECT g.id, g.parent_id FROM "grant" g WHERE g.parent_id IS NOT NULL AND g.id NOT IN (SELECT id FROM named)
       ), up AS (
         SELECT id AS start, parent_id FROM named WHERE parent_id IS NOT NULL
         UNION
         SELECT up.start, tie.parent_id FROM up JOIN tie ON tie.id = up.parent_id
         WHERE tie.parent_id IS NOT NULL
       ), circle AS (
         SELECT DISTINCT parent_id AS id FROM up WHERE start IN (SELECT start FROM up WHERE parent_id = start)
       ), found AS (
         SELECT id, had_parent, is_in_circle, CASE WHEN NOT is_in_circle THEN parent_id END AS parent_id
         FROM (SELECT *, id IN (SELECT id FROM circle) AS is_in_circle FROM named) n
         UNION ALL SELECT id, true, true, NULL FROM circle WHERE id NOT IN (SELECT id FROM named)
       ), changed AS (
         UPDATE "grant" g SET parent_id = found.parent_id
         FROM found WHERE g.id = found.id AND g.parent_id IS DISTINCT FROM found.parent_id
         RETURNING g.id, g.identifier
       )
       SELECT c.id, c.identifier, found.is_in_circle AS "isInCircle"
       FROM changed c JOIN found ON found.id = c.id
       WHERE found.had_parent AND found.parent_id IS NULL ORDER BY c.identifier, c.id`,
      [ids.slice(start, start + PART)],
    );
    for (const { id, identifier, isInCircle } of lost) {
      if (grantsSeen.has(id)) continue;
      report.warn(NOWHERE, 'grant', identifier, isInCircle ? CIRCLE : ORPHANED);
    }
  }
}
