import { Claim } from '../../../entities/knowledge/claim.entity.js';
import { Budget } from '../../../entities/funding/budget.entity.js';
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
import { byCurrency, ownGrant, partyKey, sectorKey, type Activity } from './activity.js';
import { withoutCopies } from './copies.js';
import { dropOtherGrants, initiativeOf, isPart, withoutOthers } from './other-data-sets.js';
import {
  funderIn,
  grantNumber,
  grantRow,
  initiativeRow,
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
import { budgetRows, totalBudgetRows } from './budget-rows.js';
import { derivedId } from './derived-id.js';
import { storeProgrammes } from './store-programmes.js';
import type { GrantId, InitiativeId, OrganizationId } from '../../domain/ids.js';
import { valueOf } from '../../domain/present.js';

/**
 * Stores each activity as an initiative, with a grant for each currency of its transactions. An initiative keeps values
 * that the file does not state. A sheet of a country has only its share of an activity, which is a grant of its own:
 * shares of several countries add up, in whatever order they come.
 * Returns the ids of the grants for which the file states who funds them.
 */
export async function storeActivities(
  intake: Intake,
  all: readonly Activity[],
  activitySectors: ActivitySectors,
): Promise<readonly GrantId[]> {
  const activities = await withoutOthers(intake, await withoutCopies(intake, all));
  const parties = await findParties(intake, activities);
  const ids: Ids = {
    parties,
    programmes: await storeProgrammes(intake, activities, parties),
    sectors: await activitySectors.find(intake, activities.flatMap(sectorMentions)),
    regions: await intake.regions(
      activities
        .flatMap(({ places, details, transactions }) => [
          places,
          transactions.flatMap(({ at }) => at ?? []),
          ...(details?.grants ?? []).map((g) => g.places),
        ])
        .flat()
        .flatMap(({ country, region }) => [country ?? [], region ?? []].flat()),
    ),
  };
  const initiativesBySlug = await initiativeIds(intake, activities);
  const initiatives = toInitiatives(activities, initiativesBySlug);
  const grants = await findGrants(intake, activities, initiativesBySlug, parties);

  await storeInitiatives(intake, initiatives, ids);
  const grantIds = grants.map(({ id }) => id);
  intake.seeGrants(grantIds);
  await intake.watchGrants(grantIds);
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
    Budget,
    'grantId',
    detailedIds,
    detailed.flatMap((grant) => budgetRows(grant, intake)),
  );
  await intake.storeLists(
    NamedParent,
    'grantId',
    detailedIds,
    detailed.flatMap(({ id, activity }) =>
      (activity.details?.parents ?? []).map((identifier, index) => ({
        grantId: id,
        rank: index + 1,
        identifier,
        format: 'IATI' as const,
        scheme: 'IATI',
        currency: null,
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
function regionCodes({ places: named, transactions }: Activity): readonly string[] {
  const places = [...named, ...transactions.flatMap(({ at }) => at ?? [])];
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
    initiatives
      // Sheets of several countries share an initiative: the first one that names it keeps it.
      .filter(({ isOfOthers, activity }) => !isOfOthers || activity.details !== null)
      .map((initiative) => initiativeRow(initiative, intake)),
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
    initiatives.flatMap((initiative) => totalBudgetRows(initiative, intake)),
  );
}

/** The ids of all initiatives that activities are, or are part of, by slug. */
async function initiativeIds(
  { manager, sourceId }: Intake,
  activities: readonly Activity[],
): Promise<ReadonlyMap<string, KnownInitiative>> {
  const slugs = activities.flatMap((activity) => initiativeOf(activity) ?? []);
  const rows = await manager.query<{ id: InitiativeId; slug: string; isOfOthers: boolean }[]>(
    `SELECT id, slug, source_id <> $2 AS "isOfOthers" FROM initiative WHERE slug = ANY($1::text[])`,
    [slugs, sourceId],
  );
  const stored = new Map(
    rows.map(({ id, slug, isOfOthers }) => [slug, { id, isStored: true, isOfOthers }]),
  );
  return new Map(
    slugs.map((slug) => [
      slug,
      stored.get(slug) ?? {
        id: derivedId('Initiative', slug),
        isStored: false,
        isOfOthers: false,
      },
    ]),
  );
}

interface KnownInitiative {
  readonly id: InitiativeId;
  readonly isStored: boolean;
  /** Whether it came from another data set. */
  readonly isOfOthers: boolean;
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
    const { isOfOthers } = known;
    if (!isPart(activity)) {
      const before = initiatives.get(slug)?.activity;
      const { places, sectors, transactions } = activity;
      // The parts of several countries are one initiative.
      const all =
        before === undefined || activity.part === null
          ? activity
          : {
              ...before,
              places: [...before.places, ...places],
              sectors: [...before.sectors, ...sectors],
              transactions: [...before.transactions, ...transactions],
            };
      initiatives.set(slug, { id: known.id, slug, isOfOthers, activity: all });
    } else if (!known.isStored && !initiatives.has(slug)) {
      const nothing = { details: null, sectors: [], places: [], transactions: [] };
      initiatives.set(slug, {
        id: known.id,
        slug,
        isOfOthers,
        activity: { ...activity, ...nothing },
      });
    }
  }
  return [...initiatives.values()];
}

/** The grants of activities. */
async function findGrants(
  intake: Intake,
  activities: readonly Activity[],
  initiatives: Awaited<ReturnType<typeof initiativeIds>>,
  parties: ReadonlyMap<string, OrganizationId>,
): Promise<readonly GrantOfActivity[]> {
  const grants = activities.flatMap((activity) =>
    [...byCurrency(activity)].map(([currency, transactions]) => ({
      activity,
      currency,
      transactions,
      number: {
        ...grantNumber(activity, currency),
        namespace: namespaceOf(activity, currency, parties),
        funderId: parties.get(partyKey(funderIn(activity, currency, transactions))),
      },
    })),
  );
  const rows = await intake.manager.query<
    (GrantNumber & { id: GrantId; stored: string; namespace: string; source: string | null })[]
  >(
    `SELECT g.id, n.scheme, n.identifier, n.currency, n.namespace, g.namespace AS stored,
       CASE WHEN g.source_id <> $2 THEN s.slug END AS source
     FROM json_to_recordset($1::json)
       AS n(scheme text, identifier text, currency text, namespace text, "funderId" uuid)
     JOIN "grant" g ON g.scheme = n.scheme AND g.identifier = n.identifier AND g.currency = n.currency
       AND (g.namespace = n.namespace OR (n.scheme = 'SCAN' AND g.funder_id = n."funderId"))
     JOIN source s ON s.id = g.source_id ORDER BY g.source_id = $2, g.id`,
    [JSON.stringify(grants.map(({ number }) => number)), intake.sourceId],
  );
  const keyOf = ({
    scheme,
    identifier,
    currency,
    namespace,
  }: GrantNumber & { namespace: string }) => [scheme, identifier, currency, namespace].join('\n');
  const stored = new Map(rows.map((row) => [keyOf(row), row]));
  return grants.flatMap(({ activity, currency, transactions, number }) => {
    const known = stored.get(keyOf(number));
    // Published activities have been checked as a whole.
    if (known?.source != null && activity.unpublished !== null) {
      const { place, identifier } = activity;
      const record = `grant ${number.identifier} (${currency})`;
      if (!intake.replaces(record, known.source, place, 'iati-identifier', identifier)) return [];
    }
    const { scheme, identifier, namespace } = number;
    const key = [scheme, identifier, currency, ...(namespace === '' ? [] : [namespace])];
    const id = known?.id ?? derivedId('Grant', ...key);
    const slug = initiativeOf(activity);
    const initiativeId = slug === null ? null : valueOf(initiatives, slug).id;
    const stays = { id, namespace: known?.stored ?? namespace };
    return [{ ...stays, initiativeId, activity, currency, transactions }];
  });
}

/** Where the identifier of a grant is unique: for numbers of a funder with the funder, for a share with the country. */
function namespaceOf(
  activity: Activity,
  currency: string,
  parties: ReadonlyMap<string, OrganizationId>,
): string {
  const own = ownGrant(activity, currency);
  const funder = own?.isNumberedByFunder === true ? own.funder : null;
  return (funder === null ? undefined : parties.get(partyKey(funder))) ?? activity.part ?? '';
}
