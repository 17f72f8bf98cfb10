import { GrantProgramme } from '../../../entities/funding/grant-programme.entity.js';
import type { Intake } from '../intake.js';
import { partyKey, type Activity, type OwnProgramme } from './activity.js';
import { derivedId } from './derived-id.js';
import type { GrantProgrammeId, OrganizationId } from '../../domain/ids.js';

interface Stored {
  readonly id: GrantProgrammeId;
  readonly slug: string;
  readonly title: string;
  readonly funderId: OrganizationId;
  readonly isOwn: boolean;
}

/**
 * Returns the ids of the programmes in an export, by the slugs in the exporting graph. A stored
 * programme with the same slug, title and funder is the same one, and is updated only if it came from
 * this data set. Others are created.
 */
export async function storeProgrammes(
  intake: Intake,
  activities: readonly Activity[],
  parties: ReadonlyMap<string, OrganizationId>,
): Promise<ReadonlyMap<string, GrantProgrammeId>> {
  const named = activities.flatMap(({ details }) =>
    (details?.grants ?? []).flatMap(({ programme }) => programme ?? []),
  );
  const wanted = [...new Map(named.map((programme) => [programme.slug, programme])).values()];
  if (wanted.length === 0) return new Map();
  const stored = await storedBySlug(intake, wanted);
  const programmes = wanted.flatMap((programme) => {
    const funderId = parties.get(partyKey(programme.funder));
    if (funderId === undefined) return [];
    const known = stored.get(programme.slug);
    const isKnown = known?.title === programme.title && known.funderId === funderId;
    const id = isKnown ? known.id : derivedId('GrantProgramme', intake.dataSet, programme.slug);
    return [{ id, programme, funderId, isToStore: !isKnown || known.isOwn }];
  });
  const toStore = programmes.filter(({ isToStore }) => isToStore);
  const slugs = await intake.slugs(
    'grant_programme',
    toStore.map(({ id, programme }) => ({ id, candidates: [programme.slug] })),
  );
  await intake.store(
    GrantProgramme,
    toStore.map(({ id, programme, funderId }) => ({
      id,
      slug: slugs.get(id) ?? programme.slug,
      title: programme.title,
      code: programme.code,
      description: programme.description,
      website: programme.website,
      funderId,
      managerId:
        programme.manager === null ? null : (parties.get(partyKey(programme.manager)) ?? null),
      openedOn: programme.openedOn,
      closedOn: programme.closedOn,
      budget: programme.budget,
      currency: programme.currency,
      status: programme.status,
      ...intake.sourced(programme.place),
    })),
  );
  return new Map(programmes.map(({ id, programme }) => [programme.slug, id]));
}

async function storedBySlug(
  { manager, sourceId }: Intake,
  programmes: readonly OwnProgramme[],
): Promise<ReadonlyMap<string, Stored>> {
  const rows = await manager.query<Stored[]>(
    `SELECT id, slug, title, funder_id AS "funderId", source_id = $2 AS "isOwn"
     FROM grant_programme WHERE slug = ANY($1::text[])`,
    [programmes.map(({ slug }) => slug), sourceId],
  );
  return new Map(rows.map((row) => [row.slug, row]));
}
