import { Claim } from '../../../entities/claim.entity.js';
import { Grant } from '../../../entities/grant.entity.js';
import { GrantLocation, GrantSector } from '../../../entities/grant-purpose.entity.js';
import { GrantIntermediary, GrantShare } from '../../../entities/grant-share.entity.js';
import {
  Initiative,
  InitiativeParticipation,
  InitiativeRegion,
  InitiativeSector,
} from '../../../entities/initiative.entity.js';
import { Transaction } from '../../../entities/transaction.entity.js';
import type { Intake } from '../intake.js';
import { byCurrency, type Activity } from './activity.js';
import {
  budgetRows,
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
import type { DacSectors, SectorMention } from './dac-sectors.js';
import { findParties } from './find-parties.js';
import { derivedId } from './derived-id.js';

/** A grant, and the activities that it may have its money from. */
export interface GrantWithParents {
  readonly id: string;
  readonly currency: string;
  readonly parents: readonly string[];
}

/**
 * Stores activities: each an initiative, and a grant for each currency of its transactions. What a
 * grant had before goes, whichever data set it came from; an initiative keeps what the file does not
 * speak of.
 */
export async function storeActivities(
  intake: Intake,
  activities: readonly Activity[],
  dacSectors: DacSectors,
): Promise<readonly GrantWithParents[]> {
  const ids: Ids = {
    parties: await findParties(intake, activities),
    sectors: await dacSectors.find(intake, activities.flatMap(sectorMentions)),
    regions: await intake.regions(
      activities.flatMap(({ places }) => places.flatMap(({ country }) => country ?? [])),
    ),
  };
  const initiatives = await findInitiatives(intake, activities);
  const grants = await findGrants(intake, initiatives);

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
  return grants.map(({ id, currency, activity }) => ({
    id,
    currency,
    parents: activity.details?.parents ?? [],
  }));
}

function sectorMentions({ sectors, transactions, place }: Activity): readonly SectorMention[] {
  return [
    ...sectors.map((sector) => ({ sector, place })),
    ...transactions.flatMap((each) =>
      each.sector === null ? [] : [{ sector: each.sector, place: each.place }],
    ),
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
      const sectorId = ids.sectors.get(sector.code);
      return sectorId === undefined ? [] : [{ initiativeId: id, sectorId }];
    }),
  );
  const regions = initiatives.flatMap(({ id, activity }) =>
    activity.places.flatMap(({ country }) => {
      const regionId = ids.regions.get(country ?? '');
      return regionId === undefined ? [] : [{ initiativeId: id, regionId }];
    }),
  );
  // Who has the activity itself has these lists whole; a sheet of transactions adds to them.
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

async function findInitiatives(
  intake: Intake,
  activities: readonly Activity[],
): Promise<readonly InitiativeOfActivity[]> {
  const slugs = activities.map(({ identifier }) => initiativeSlug(identifier));
  const rows = await intake.manager.query<{ id: string; slug: string }[]>(
    `SELECT id, slug FROM initiative WHERE slug = ANY($1::text[])`,
    [slugs],
  );
  const stored = new Map(rows.map(({ id, slug }) => [slug, id]));
  return activities.map((activity) => {
    const slug = initiativeSlug(activity.identifier);
    return { activity, slug, id: stored.get(slug) ?? derivedId('Initiative', slug) };
  });
}

/** The grants of activities, with a warning where another data set has told of one. */
async function findGrants(
  intake: Intake,
  initiatives: readonly InitiativeOfActivity[],
): Promise<readonly GrantOfActivity[]> {
  const rows = await intake.manager.query<
    { id: string; identifier: string; currency: string; sourceId: string; source: string }[]
  >(
    `SELECT g.id, g.identifier, g.currency, g.source_id AS "sourceId", s.slug AS source
     FROM "grant" g JOIN source s ON s.id = g.source_id
     WHERE g.scheme = 'IATI' AND g.identifier = ANY($1::text[])`,
    [initiatives.map(({ activity }) => activity.identifier)],
  );
  const stored = new Map(rows.map((row) => [`${row.identifier}\n${row.currency}`, row]));
  return initiatives.flatMap(({ activity, id: initiativeId }) =>
    [...byCurrency(activity.transactions)].map(([currency, transactions]) => {
      const known = stored.get(`${activity.identifier}\n${currency}`);
      if (known !== undefined && known.sourceId !== intake.sourceId) {
        intake.report.warn(
          activity.place,
          'iati-identifier',
          activity.identifier,
          `its grant in ${currency} was told of by the data set '${known.source}'; what stands here takes its place`,
        );
      }
      const id = known?.id ?? derivedId('Grant', 'IATI', activity.identifier, currency);
      return { id, initiativeId, activity, currency, transactions };
    }),
  );
}

/** The grants in currencies that an activity of this data set no longer has transactions in. */
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
