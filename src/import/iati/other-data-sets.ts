import type { GrantId } from '../../domain/ids.js';
import type { Intake } from '../intake.js';
import type { Activity } from './activity.js';
import { initiativeSlug, type GrantOfActivity } from './activity-rows.js';

/** The slug of the initiative that an activity is, or is part of; null for a grant without one. */
export function initiativeOf({ identifier, unpublished, details }: Activity): string | null {
  if (unpublished === null) return initiativeSlug(identifier);
  return 'slug' in unpublished ? unpublished.slug : (details?.initiative ?? null);
}

/** Whether the activity is a grant that was not published, and can be part of an initiative. */
export const isPart = ({ unpublished }: Activity) =>
  unpublished !== null && !('slug' in unpublished);

/**
 * Leaves out activities that are stored from another data set, with a fault, unless the run replaces them. The whole
 * activity and the shares of countries are the same money, so they exclude each other in all currencies.
 */
export async function withoutOthers(
  intake: Intake,
  activities: readonly Activity[],
): Promise<readonly Activity[]> {
  const published = activities.filter(({ unpublished }) => unpublished === null);
  const rows = await intake.manager.query<
    { id: GrantId; identifier: string; namespace: string; source: string }[]
  >(
    `SELECT g.id, g.identifier, g.namespace, s.slug AS source FROM "grant" g JOIN source s ON s.id = g.source_id
     WHERE g.scheme = 'IATI' AND g.identifier = ANY($1::text[]) AND g.source_id <> $2 ORDER BY g.id`,
    [published.map(({ identifier }) => identifier), intake.sourceId],
  );
  const grants = new Map<string, (typeof rows)[number][]>();
  for (const row of rows) grants.set(row.identifier, [...(grants.get(row.identifier) ?? []), row]);
  const whole = activities.filter(({ details }) => details !== null);
  const initiatives = new Map(
    (
      await intake.manager.query<{ slug: string; source: string }[]>(
        `SELECT i.slug, s.slug AS source FROM initiative i JOIN source s ON s.id = i.source_id
         WHERE i.slug = ANY($1::text[]) AND i.source_id <> $2`,
        [
          whole.flatMap((each) => (isPart(each) ? [] : (initiativeOf(each) ?? []))),
          intake.sourceId,
        ],
      )
    ).map(({ slug, source }) => [slug, source]),
  );
  const replaced: GrantId[] = [];
  const kept = activities.filter((activity) => {
    const { identifier, part, details, place, unpublished } = activity;
    const same = unpublished === null ? (grants.get(identifier) ?? []) : [];
    const other = same.filter(
      ({ namespace }) => part === null || namespace === '' || namespace === part,
    );
    const source =
      other[0]?.source ??
      (details === null || isPart(activity)
        ? undefined
        : initiatives.get(initiativeOf(activity) ?? ''));
    if (source === undefined) return true;
    const field = details === null ? 'IATI Identifier' : 'iati-identifier';
    if (!intake.replaces(`activity ${identifier}`, source, place, field, identifier)) return false;
    // The grants of the same part are updated; the others are the same money in another form.
    replaced.push(
      ...other.flatMap(({ id, namespace }) => (namespace === (part ?? '') ? [] : [id])),
    );
    return true;
  });
  await intake.deleteGrants(replaced);
  return kept;
}

/**
 * Deletes grants of this data set in currencies that the activity no longer has transactions in, and for a whole
 * activity those of its parts.
 */
export async function dropOtherGrants(
  intake: Intake,
  grants: readonly GrantOfActivity[],
  activities: readonly Activity[],
): Promise<void> {
  const rows = await intake.manager.query<{ id: string }[]>(
    `SELECT DISTINCT g.id FROM json_to_recordset($1::json) AS a(identifier text, part text)
     JOIN "grant" g ON g.scheme = 'IATI' AND g.identifier = a.identifier
       AND (a.part IS NULL OR g.namespace IN ('', a.part))
     WHERE g.source_id = $2 AND g.id <> ALL($3::uuid[])`,
    [
      JSON.stringify(activities.map(({ identifier, part }) => ({ identifier, part }))),
      intake.sourceId,
      grants.map(({ id }) => id),
    ],
  );
  await intake.deleteGrants(rows.map(({ id }) => id));
}
