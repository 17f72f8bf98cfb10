import { Claim } from '../../../entities/knowledge/claim.entity.js';
import { Grant } from '../../../entities/funding/grant.entity.js';
import { GrantLocation, GrantSector } from '../../../entities/funding/grant-purpose.entity.js';
import { GrantIntermediary, GrantShare } from '../../../entities/funding/grant-share.entity.js';
import {
  Initiative,
  InitiativeParticipation,
  InitiativeRegion,
  InitiativeSector,
} from '../../../entities/network/initiative.entity.js';
import { NamedParent } from '../../../entities/funding/named-parent.entity.js';
import { Transaction } from '../../../entities/funding/transaction.entity.js';
import type { GrantNumber } from '../../domain/coined-identifiers.js';
import type { Intake } from '../intake.js';
import { byCurrency, sectorKey, type Activity } from './activity.js';
import { withoutCopies } from './copies.js';
import {
  budgetRows,
  grantNumber,
  grantRow,
  initiativeRow,
  initiativeSlug,
  locationRows,
  participationRows,
  partyRows,
  sectorRows,
  transactionRows,
  type GrantOfActivity,
  type Ids,
  type InitiativeOfActivity,
} from './activity-rows.js';
import type { ActivitySectors, SectorMention } from './activity-sectors.js';
import { findParties } from './find-parties.js';
import { derivedId } from './derived-id.js';
import { storeProgrammes } from './store-programmes.js';
import type { GrantId, InitiativeId, SourceId } from '../../domain/ids.js';
import { valueOf } from '../../domain/present.js';

/**
 * Stores each activity as an initiative, with a grant for each currency of its transactions. A grant is
 * replaced, whichever data set it came from; an initiative keeps values that the file does not state.
 * Returns the ids of the grants for which the file states who funds them.
 */
export async function storeActivities(
  intake: Intake,
  all: readonly Activity[],
  activitySectors: ActivitySectors,
): Promise<readonly GrantId[]> {
  const activities = await withoutCopies(intake, all);
  const parties = await findParties(intake, activities);
  const ids: Ids = {
    parties,
    programmes: await storeProgrammes(intake, activities, parties),
    sectors: await activitySectors.find(intake, activities.flatMap(sectorMentions)),
    regions: await intake.regions(
      activities
        .flatMap(({ places, details }) => [places, ...(details?.grants ?? []).map((g) => g.places)])
        .flat()
        .flatMap(({ country, region }) => [country ?? [], region ?? []].flat()),
    ),
  };
  const initiativesBySlug = await initiativeIds(intake, activities);
  const initiatives = toInitiatives(activities, initiativesBySlug);
  const grants = await findGrants(intake, activities, initiativesBySlug);

  await storeInitiatives(intake, initiatives, ids);
  const grantIds = grants.map(({ id }) => id);
  await dropOtherGrants(intake, grants, activities);
  await intake.store(
    Grant,
    grants.map((grant) => grantRow(grant, ids, intake)),
  );
  const { shares, intermediaries } = partyRows(grants, ids);
  await intake.storeLists(GrantShare, 'grantId', grantIds, shares);
  await intake.storeLists(GrantIntermediary, 'grantId', grantIds, intermediaries);
  await intake.storeLists(
    GrantSector,
    'grantId',
    grantIds,
    grants.flatMap((grant) => sectorRows(grant, ids)),
  );
  await intake.storeLists(
    GrantLocation,
    'grantId',
    grantIds,
    grants.flatMap((grant) => locationRows(grant, ids)),
  );
  await intake.storeLists(
    Transaction,
    'grantId',
    grantIds,
    grants.flatMap((grant) => transactionRows(grant, ids, intake)),
  );
  const detailed = grants.filter(({ activity }) => activity.details !== null);
  const detailedIds = detailed.map(({ id }) => id);
  await intake.storeLists(
    NamedParent,
    'grantId',
    detailedIds,
    detailed.flatMap(({ id, activity }) =>
      (activity.details?.parents ?? []).map((identifier, index) => ({
        grantId: id,
        rank: index + 1,
        identifier,
      })),
    ),
  );
  return detailedIds;
}

function sectorMentions({ sectors, transactions, place }: Activity): readonly SectorMention[] {
  return [
    ...sectors.map((sector) => ({ sector, place })),
    ...transactions.flatMap((each) =>
      each.sector === null ? [] : [{ sector: each.sector, place: each.place }],
    ),
  ];
}

/** The regions that an activity names, and each country without a named region. */
function regionCodes({ places }: Activity): readonly string[] {
  const regions = places.flatMap(({ region }) => region ?? []);
  const countries = places.flatMap(({ country }) => country ?? []);
  return [
    ...regions,
    ...countries.filter((country) => !regions.some((region) => region.startsWith(country))),
  ];
}

async function storeInitiatives(
  intake: Intake,
  initiatives: readonly InitiativeOfActivity[],
  ids: Ids,
): Promise<void> {
  await intake.store(
    Initiative,
    initiatives.map((initiative) => initiativeRow(initiative, intake)),
  );
  const sectors = initiatives.flatMap(({ id, activity }) =>
    sectorMentions(activity).flatMap(({ sector }) => {
      const sectorId = ids.sectors.get(sectorKey(sector));
      return sectorId === undefined ? [] : [{ initiativeId: id, sectorId }];
    }),
  );
  const regions = initiatives.flatMap(({ id, activity }) =>
    regionCodes(activity).flatMap((code) => {
      const regionId = ids.regions.get(code);
      return regionId === undefined ? [] : [{ initiativeId: id, regionId }];
    }),
  );
  // An activity has complete lists; a sheet of transactions only adds to them.
  const whole = initiatives.filter(({ activity }) => activity.details !== null).map(({ id }) => id);
  if (whole.length === 0) {
    await intake.store(InitiativeSector, sectors);
    await intake.store(InitiativeRegion, regions);
    return;
  }
  await intake.storeLists(InitiativeSector, 'initiativeId', whole, sectors);
  await intake.storeLists(InitiativeRegion, 'initiativeId', whole, regions);
  await intake.storeLists(
    InitiativeParticipation,
    'initiativeId',
    whole,
    initiatives.flatMap((initiative) => participationRows(initiative, ids, intake)),
  );
  await intake.store(
    Claim,
    initiatives.flatMap((initiative) => budgetRows(initiative, intake)),
  );
}

/** The slug of the initiative that an activity is, or is part of; null for a grant without one. */
function initiativeOf({ identifier, unpublished, details }: Activity): string | null {
  if (unpublished === null) return initiativeSlug(identifier);
  return 'slug' in unpublished ? unpublished.slug : (details?.initiative ?? null);
}

const isPart = ({ unpublished }: Activity) => unpublished !== null && !('slug' in unpublished);

/** The ids of all initiatives that activities are, or are part of, by slug. */
async function initiativeIds(
  { manager }: Intake,
  activities: readonly Activity[],
): Promise<ReadonlyMap<string, { readonly id: InitiativeId; readonly isStored: boolean }>> {
  const slugs = activities.flatMap((activity) => initiativeOf(activity) ?? []);
  const rows = await manager.query<{ id: InitiativeId; slug: string }[]>(
    `SELECT id, slug FROM initiative WHERE slug = ANY($1::text[])`,
    [slugs],
  );
  const stored = new Map(rows.map(({ id, slug }) => [slug, { id, isStored: true }]));
  return new Map(
    slugs.map((slug) => [
      slug,
      stored.get(slug) ?? { id: derivedId('Initiative', slug), isStored: false },
    ]),
  );
}

/** The initiatives of activities; if only a part is in the file, what that says about the whole. */
function toInitiatives(
  activities: readonly Activity[],
  ids: Awaited<ReturnType<typeof initiativeIds>>,
): readonly InitiativeOfActivity[] {
  const initiatives = new Map<string, InitiativeOfActivity>();
  for (const activity of [...activities].sort((a, b) => Number(isPart(a)) - Number(isPart(b)))) {
    const slug = initiativeOf(activity);
    if (slug === null) continue;
    const known = valueOf(ids, slug);
    if (!isPart(activity)) initiatives.set(slug, { id: known.id, slug, activity });
    else if (!known.isStored && !initiatives.has(slug)) {
      const nothing = { details: null, sectors: [], places: [], transactions: [] };
      initiatives.set(slug, { id: known.id, slug, activity: { ...activity, ...nothing } });
    }
  }
  return [...initiatives.values()];
}

/** The grants of activities, with a warning if a grant came from another data set. */
async function findGrants(
  intake: Intake,
  activities: readonly Activity[],
  initiatives: Awaited<ReturnType<typeof initiativeIds>>,
): Promise<readonly GrantOfActivity[]> {
  const grants = activities.flatMap((activity) =>
    [...byCurrency(activity)].map(([currency, transactions]) => ({
      activity,
      currency,
      transactions,
      number: grantNumber(activity, currency),
    })),
  );
  const rows = await intake.manager.query<
    (GrantNumber & { id: GrantId; sourceId: SourceId; source: string })[]
  >(
    `SELECT g.id, n.*, g.source_id AS "sourceId", s.slug AS source
     FROM json_to_recordset($1::json) AS n(scheme text, identifier text, currency text)
     JOIN "grant" g ON g.scheme = n.scheme AND g.identifier = n.identifier AND g.currency = n.currency
     JOIN source s ON s.id = g.source_id`,
    [JSON.stringify(grants.map(({ number }) => number))],
  );
  const keyOf = ({ scheme, identifier, currency }: GrantNumber) =>
    [scheme, identifier, currency].join('\n');
  const stored = new Map(rows.map((row) => [keyOf(row), row]));
  return grants.map(({ activity, currency, transactions, number }) => {
    const known = stored.get(keyOf(number));
    if (known !== undefined && known.sourceId !== intake.sourceId) {
      intake.report.warn(
        activity.place,
        'iati-identifier',
        activity.identifier,
        `its grant in ${currency} came from the data set '${known.source}'; this file replaces it`,
      );
    }
    const { scheme, identifier } = number;
    const id = known?.id ?? derivedId('Grant', scheme, identifier, currency);
    const slug = initiativeOf(activity);
    const initiativeId = slug === null ? null : valueOf(initiatives, slug).id;
    return { id, initiativeId, activity, currency, transactions };
  });
}

/** Deletes grants of this data set in currencies that the activity no longer has transactions in. */
async function dropOtherGrants(
  { manager, sourceId }: Intake,
  grants: readonly GrantOfActivity[],
  activities: readonly Activity[],
): Promise<void> {
  const values = [
    activities.map(({ identifier }) => identifier),
    sourceId,
    grants.map(({ id }) => id),
  ];
  const others = `SELECT id FROM "grant" WHERE scheme = 'IATI' AND identifier = ANY($1::text[])
    AND source_id = $2 AND id <> ALL($3::uuid[])`;
  await manager.query(`UPDATE "grant" SET parent_id = NULL WHERE parent_id IN (${others})`, values);
  await manager.query(`DELETE FROM "grant" WHERE id IN (${others})`, values);
}
