import type { EntityManager } from 'typeorm';
import type { GrantWithParents } from './store-activities.js';

const PART = 5_000;

/**
 * Ties grants to those that they have their money from: of the activities that one names, the first of
 * which there is a grant in the same currency, of this file or of an earlier one. Where that leads in
 * a circle nobody can say which comes first, and the ones of this run are not tied.
 */
export async function setParents(
  manager: EntityManager,
  grants: readonly GrantWithParents[],
): Promise<void> {
  const parts = Array.from({ length: Math.ceil(grants.length / PART) }, (_, index) =>
    grants.slice(index * PART, (index + 1) * PART),
  );
  // Circles are looked for among what would be, so that an import again finds nothing to change.
  for (const part of parts) {
    await manager.query(
      `WITH RECURSIVE named AS (
         SELECT o.id, p.parent_id
         FROM json_to_recordset($1::json) AS o(id uuid, currency text, parents json)
         LEFT JOIN LATERAL (
           SELECT p.id AS parent_id
           FROM json_array_elements_text(o.parents) WITH ORDINALITY AS told(identifier, rank)
           JOIN "grant" p ON p.scheme = 'IATI' AND p.identifier = told.identifier
             AND p.currency = o.currency AND p.id <> o.id
           ORDER BY told.rank LIMIT 1
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
      [JSON.stringify(part)],
    );
  }
}
