import { GrantLocation, GrantSector } from '../../../entities/funding/grant-purpose.entity.js';
import { GrantIntermediary, GrantShare } from '../../../entities/funding/grant-share.entity.js';
import { Grant } from '../../../entities/funding/grant.entity.js';
import { NamedParent } from '../../../entities/funding/named-parent.entity.js';
import { counted } from '../../domain/counted.js';
import { shareOf } from '../../domain/decimal.js';
import { groupBy } from '../../domain/group-by.js';
import type { Id, OrganizationId } from '../../domain/ids.js';
import { organizationKind } from '../../domain/organization-kind.js';
import { sumOfDecimals } from '../../domain/sum-of-decimals.js';
import type { Intake } from '../intake.js';
import type { Place, Placed, Report } from '../report.js';
import { GrantKeys } from './grant-keys.js';
import type { Parents } from '../parents.js';
import { inOrder } from './period.js';
import type { GrantRows } from './repeated.js';
import { findOrganizations, known, sectorsOf } from './references.js';
import type { TableRecord } from './tables.js';

type Row = TableRecord<'Grants'>;

/** What stands for an invalid currency, so that the rest of the row is checked too. */
export const STAND_IN_CURRENCY = 'XTS';

export async function storeGrants(
  all: readonly Placed<Row>[],
  { parents, rows }: { readonly parents: Parents; readonly rows: GrantRows },
  intake: Intake,
): Promise<void> {
  if (all.length === 0) return;
  const { report } = intake;
  const keys = await GrantKeys.look(
    all.map(({ value }) => value.identifier),
    intake,
  );
  const funders = await findOrganizations(
    all.map(({ value, place }) => ({
      text: value.funder,
      place,
      heading: 'Funder',
      kind: organizationKind('FUNDER'),
    })),
    intake,
  );
  const numbered = all.flatMap(({ value, place, isFaulty = false }) => {
    const funderId = funders.get(value.funder)?.id;
    if (funderId === undefined) return []; // Reported.
    return [{ value, place, isFaulty, funderId, ...keys.claim(value, funderId) }];
  });
  intake.seeGrants(numbered.map(({ id }) => id));
  const copies = await intake.copies(
    'grant',
    numbered.map(({ id, value }) => ({ id, source: value.source })),
  );
  const others = await intake.refuseOthers(
    'grant',
    numbered
      .filter(({ id }) => !copies.has(id))
      .map(({ id, place, value }) => ({
        id,
        place,
        field: 'Identifier',
        value: value.identifier,
      })),
  );
  const batch = numbered.filter(
    ({ id, value, place, isFaulty }) =>
      !copies.has(id) &&
      !others.has(id) &&
      // The currency is a part of the key.
      ((isFaulty && value.currency === STAND_IN_CURRENCY) ||
        !rows.isRepeated(id, value.identifier, place, report)),
  );
  // They are checked only, which makes organizations that must not stay.
  const unfunded = intake.isSkipping ? [] : all.filter(({ value }) => !funders.has(value.funder));
  const checked = [...batch, ...unfunded];
  if (checked.length === 0) return;
  await intake.watchGrants(batch.map(({ id }) => id));
  const organizations = await findOrganizations(
    checked.flatMap(({ value, place }) => [
      ...[value.recipients ?? [], value.intermediaries ?? []].flatMap((texts, index) =>
        texts.map((text) => ({
          text,
          place,
          heading: index === 0 ? 'Recipients' : 'Intermediaries',
          kind: organizationKind('OTHER'),
        })),
      ),
    ]),
    intake,
  );
  const sectors = await sectorsOf(checked, ({ sectors: keys }) => keys, intake);
  const regions = await intake.regions(checked.flatMap(({ value }) => value.regions ?? []));
  const programmes = await bySlug('grant_programme', checked, ({ programme }) => programme, intake);
  const initiatives = await bySlug('initiative', checked, ({ initiative }) => initiative, intake);
  const partsOf = ({ value, place }: Placed<Row>) => {
    const before = report.faultCount;
    const idsOf = (texts: readonly string[] | null) =>
      new Set((texts ?? []).map((text) => organizations.get(text)?.id));
    const recipientIds = idsOf(value.recipients);
    const shares = sharesOf(value, recipientIds.size, place, intake);
    const intermediaryIds = idsOf(value.intermediaries);
    const plannedEndOn = value.plannedEndOn === 'ONGOING' ? null : value.plannedEndOn;
    const endedOn = value.endedOn === 'ONGOING' ? null : value.endedOn;
    if (value.awarded?.startsWith('-') === true) {
      report.warn(place, 'Awarded', value.awarded, NEGATIVE);
    }
    inOrder(['Planned Start', value.plannedStartOn], ['Planned End', plannedEndOn], place, report);
    inOrder(['Started On', value.startedOn], ['Ended On', endedOn], place, report);
    const one = (key: string | null) => (key === null ? null : [key]);
    const [programmeId = null] = known(
      one(value.programme),
      programmes,
      'Programme',
      place,
      intake,
      'programme',
    );
    const [initiativeId = null] = known(
      one(value.initiative),
      initiatives,
      'Initiative',
      place,
      intake,
      'initiative',
    );
    const sectorIds = known(value.sectors, sectors, 'Sectors', place, intake, 'sector');
    const { percentages } = value;
    const parts = value.sectors?.length ?? 0;
    if (percentages !== null && percentages.length !== parts) {
      const reason = `has ${counted(percentages.length, 'entry', 'entries')}, but 'Sectors' has ${String(parts)}`;
      report.fault(place, 'Sector Percentages', null, reason);
    }
    warnOfPercentages(value, place, report);
    const regionIds = known(value.regions, regions, 'Regions', place, intake, 'region');
    const isUnknown = recipientIds.has(undefined) || intermediaryIds.has(undefined);
    if (report.faultCount > before || isUnknown) return null;
    return {
      shares: [...recipientIds].filter(isKnown).map((organizationId, index) => ({
        organizationId,
        amount: shares[index] ?? null,
      })),
      intermediaryIds: [...intermediaryIds].filter(isKnown),
      programmeId,
      initiativeId,
      plannedEndOn,
      endedOn,
      sectors: sectorIds.map((sectorId, index) => ({
        sectorId,
        percentage: percentages?.[index] ?? null,
      })),
      regionIds,
    };
  };
  for (const row of unfunded) partsOf(row);
  const sound = batch.flatMap((row) => {
    const parts = partsOf(row);
    return parts === null ? [] : [{ ...row, ...parts }];
  });
  const owners = sound.map(({ id }) => id);
  const summed = await summedKinds(owners, intake);
  await intake.store(
    Grant,
    sound.map(
      ({
        id,
        namespace,
        value,
        place,
        funderId,
        programmeId,
        initiativeId,
        plannedEndOn,
        endedOn,
      }) => ({
        id,
        namespace,
        ...intake.sourced(place),
        scheme: value.scheme ?? 'SCAN',
        identifier: value.identifier,
        title: value.title,
        description: value.description,
        funderId,
        programmeId,
        initiativeId,
        currency: value.currency,
        appliedFor: value.appliedFor,
        awarded: value.awarded,
        ...(summed.has(`${id} COMMITMENT`) ? {} : { committed: value.committed }),
        ...(summed.has(`${id} DISBURSEMENT`) ? {} : { disbursed: value.disbursed }),
        ...(summed.has(`${id} EXPENDITURE`) ? {} : { spent: value.spent }),
        awardedOn: value.awardedOn,
        plannedStartOn: value.plannedStartOn,
        plannedEndOn,
        startedOn: value.startedOn,
        endedOn,
        status: value.status,
        regrant: value.regrant,
        fromOpenCall: value.fromOpenCall,
        toIndividuals: value.toIndividuals ?? false,
        isSecondaryReport: value.isSecondaryReport ?? false,
        ...(value.paidFrom === null ? { parentId: null } : {}),
      }),
    ),
  );
  for (const { id, value, place } of sound) {
    if (value.paidFrom !== null) parents.add({ id, named: value.paidFrom, place });
  }
  await intake.storeLists(
    NamedParent,
    'grantId',
    owners,
    sound.flatMap(({ id, value: { paidFrom } }) =>
      paidFrom === null
        ? []
        : [
            {
              grantId: id,
              rank: 1,
              identifier: paidFrom,
              format: 'TABLE' as const,
              scheme: null,
              currency: null,
            },
          ],
    ),
  );
  await intake.storeLists(
    GrantShare,
    'grantId',
    owners,
    sound.flatMap(({ id, shares }) => shares.map((share) => ({ grantId: id, ...share }))),
  );
  await intake.storeLists(
    GrantIntermediary,
    'grantId',
    owners,
    sound.flatMap(({ id, intermediaryIds }) =>
      intermediaryIds.map((organizationId) => ({ grantId: id, organizationId })),
    ),
  );
  await intake.storeLists(
    GrantSector,
    'grantId',
    owners,
    sound.flatMap(({ id, sectors: parts }) => parts.map((part) => ({ grantId: id, ...part }))),
  );
  await intake.storeLists(
    GrantLocation,
    'grantId',
    owners,
    sound.flatMap(({ id, value, regionIds }) =>
      [
        ...regionIds.map((regionId) => ({ regionId, country: null })),
        ...(value.countries ?? []).map((country) => ({ regionId: null, country })),
      ].map((location, index) => ({
        grantId: id,
        rank: index + 1,
        name: null,
        latitude: null,
        longitude: null,
        percentage: null,
        ...location,
      })),
    ),
  );
}

const NEGATIVE = 'is negative; it is subtracted from sums, as a correction';

const isKnown = (id: OrganizationId | undefined) => id !== undefined;

/** The share of each recipient, in order; reports invalid ones. */
function sharesOf(
  { shares, awarded }: Row,
  recipients: number,
  place: Place,
  { report }: Intake,
): readonly (string | null)[] {
  if (shares === null) return [];
  const fault = (reason: string) => {
    report.fault(place, 'Recipient Amounts', null, reason);
  };
  if (shares.length !== recipients) {
    fault(
      `has ${counted(shares.length, 'entry', 'entries')}, but 'Recipients' has ${String(recipients)}`,
    );
  }
  if (awarded === null && shares.some(({ percentage }) => percentage !== null)) {
    fault(`has a share of the award, but 'Awarded' is empty`);
  }
  const amounts = shares.map(({ amount, percentage }) =>
    percentage === null || awarded === null ? amount : shareOf(awarded, percentage),
  );
  if (awarded !== null && isExceeded(awarded, amounts)) {
    const sum = sumOfDecimals(amounts.filter((each) => each !== null));
    report.warn(place, 'Recipient Amounts', sum, `add up to more than the award (${awarded})`);
  }
  return amounts;
}

/** Warns of percentages that miss 100 in their scheme by one or more; smaller differences come from rounding. */
function warnOfPercentages(
  { sectors, percentages }: Row,
  place: Place,
  report: Pick<Report, 'warn'>,
): void {
  const schemes = groupBy((sectors ?? []).entries(), ([, key]) => key.split(':', 1).join());
  for (const [scheme, own] of schemes) {
    const stated = own.flatMap(([index]) => percentages?.[index] ?? []);
    const sum = sumOfDecimals(stated);
    const isLess = stated.length === own.length && Number(sum) <= 99;
    if (stated.length === 0 || !(isLess || Number(sum) >= 101)) continue;
    report.warn(
      place,
      'Sector Percentages',
      sum,
      `the percentages should add up to 100 in ${scheme}`,
    );
  }
}

/** Whether the parts add up to more than the whole; false for a negative whole, which is a correction. */
function isExceeded(whole: string, parts: readonly (string | null)[]): boolean {
  const negative = (text: string) => (text.startsWith('-') ? text.slice(1) : `-${text}`);
  const taken = parts.flatMap((part) => (part === null ? [] : [negative(part)]));
  return !whole.startsWith('-') && sumOfDecimals([whole, ...taken]).startsWith('-');
}

/** `<grant id> <kind>` for each kind of transactions whose sum the database maintains. */
async function summedKinds(
  ids: readonly string[],
  { manager }: Intake,
): Promise<ReadonlySet<string>> {
  const rows = await manager.query<{ key: string }[]>(
    `SELECT DISTINCT grant_id || ' ' || kind AS key FROM grant_transaction
     WHERE grant_id = ANY($1::uuid[])`,
    [ids],
  );
  return new Set(rows.map(({ key }) => key));
}

interface KindOfTable {
  readonly grant_programme: 'GrantProgramme';
  readonly initiative: 'Initiative';
}

async function bySlug<Table extends keyof KindOfTable>(
  table: Table,
  batch: readonly Placed<Row>[],
  slugOf: (row: Row) => string | null,
  { manager }: Intake,
): Promise<ReadonlyMap<string, Id<KindOfTable[Table]>>> {
  const rows = await manager.query<{ id: Id<KindOfTable[Table]>; slug: string }[]>(
    `SELECT id, slug FROM "${table}" WHERE slug = ANY($1::text[])`,
    [batch.flatMap(({ value }) => slugOf(value) ?? [])],
  );
  return new Map(rows.map(({ id, slug }) => [slug, id]));
}
