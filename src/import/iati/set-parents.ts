import type { EntityManager } from 'typeorm';

const PART = 5_000;

/**
 * Links grants to the grants that fund them: the first activity that a grant names and that has a
 * grant in the same currency, from this file or an earlier one. Grants of earlier files that name one
 * of these are linked too. If links would form a cycle, no grant can be first, so the grants of this
 * run in the cycle get no parent.
 */
export async function setParents(manager: EntityManager, ids: readonly string[]): Promise<void> {
  // Cycles are detected among the links to be made, so a repeated import changes nothing.
  for (let start = 0; start < ids.length; start += PART) {
    await manager.query(
      `WITH RECURSIVE concerned AS (
         SELECT unnest($1::uuid[]) AS id
         UNION SELECT m.grant_id FROM grant_named_parent m JOIN "grant" p ON p.identifier = m.identifier
         WHERE p.scheme = 'IATI' AND m.format = 'IATI' AND p.id = ANY($1::uuid[])
       ), named AS (
         SELECT g.id, p.parent_id
         FROM concerned c JOIN "grant" g ON g.id = c.id
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
         SELECT start FROM up WHERE parent_id = start
       )
       UPDATE "grant" g SET parent_id = found.parent_id
       FROM (
         SELECT named.id,
           CASE WHEN named.id IN (SELECT start FROM circle) THEN NULL ELSE named.parent_id END AS parent_id
         FROM named
       ) found
       WHERE g.id = found.id AND g.parent_id IS DISTINCT FROM found.parent_id`,
      [ids.slice(start, start + PART)],
    );
  }
}
