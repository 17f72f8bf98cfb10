import type { Intake } from '../intake.js';
import type { Activity } from './activity.js';
import { initiativeSlug } from './activity-rows.js';

/**
 * Removes activities that were exported from records that are already here, from the same sources:
 * they contain nothing new, and the stored records stay unchanged.
 */
export async function withoutCopies(
  { manager, report }: Intake,
  activities: readonly Activity[],
): Promise<readonly Activity[]> {
  const exported = activities.filter(({ details }) => (details?.sources.length ?? 0) > 0);
  if (exported.length === 0) return activities;
  const things = exported.map(({ identifier, unpublished, details }) => ({
    activity: identifier,
    sources: details?.sources,
    slug: initiativeSlug(identifier),
    scheme: 'IATI',
    identifier,
    ...unpublished,
  }));
  const rows = await manager.query<{ activity: string }[]>(
    `WITH thing AS (
       SELECT * FROM json_to_recordset($1::json)
         AS t(activity text, sources json, slug text, scheme text, identifier text, currency text)
     ), "grants" AS (
       SELECT t.activity, g.source_id, g.initiative_id FROM thing t
       JOIN "grant" g ON g.scheme = t.scheme AND g.identifier = t.identifier
         AND g.currency = coalesce(t.currency, g.currency)
     ), known AS (
       SELECT activity, source_id FROM "grants"
       UNION SELECT g.activity, i.source_id FROM "grants" g JOIN initiative i ON i.id = g.initiative_id
       UNION SELECT t.activity, i.source_id FROM thing t JOIN initiative i ON i.slug = t.slug
     )
     SELECT t.activity FROM thing t
     WHERE NOT EXISTS (
       SELECT FROM json_array_elements_text(t.sources) AS named(slug)
       WHERE NOT EXISTS (
         SELECT FROM known k JOIN source s ON s.id = k.source_id
         WHERE k.activity = t.activity AND s.slug = named.slug
       )
     )`,
    [JSON.stringify(things)],
  );
  report.copies += rows.length;
  const copies = new Set(rows.map(({ activity }) => activity));
  return activities.filter(({ identifier }) => !copies.has(identifier));
}
