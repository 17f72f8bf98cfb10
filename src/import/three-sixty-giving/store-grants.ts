import { GrantLocation, GrantSector } from '../../../entities/funding/grant-purpose.entity.js';
import { GrantShare } from '../../../entities/funding/grant-share.entity.js';
import { Grant, type RegrantType } from '../../../entities/funding/grant.entity.js';
import { NamedParent } from '../../../entities/funding/named-parent.entity.js';
import { Transaction } from '../../../entities/funding/transaction.entity.js';
import { grantOfThreeSixtyGivingId } from '../../domain/coined-identifiers.js';
import {
  type GrantId,
  type GrantProgrammeId,
  idOfKey,
  type OrganizationId,
} from '../../domain/ids.js';
import { findSectors } from '../dac-sectors.js';
import { sumOfDecimals } from '../../domain/sum-of-decimals.js';
import type { Intake } from '../intake.js';
import { leaveOutCircles, linkRelatedGrants, type RelatedGrant } from '../parents.js';
import type { Placed } from '../report.js';
import { partyKey, type SoundGrant } from './grant.js';
import { grantIdsOf, partiesOf } from './grant-ids.js';
import { programmeKey, storeProgrammes } from './store-programmes.js';
import { valueOf } from '../../domain/present.js';

/** The codes of `regrantType`, mapped to our values. */
const REGRANT_TYPES: Readonly<Record<string, RegrantType>> = {
  FRG010: 'COMMON',
  FRG020: 'INTERMEDIARY',
  FRG030: 'MATCH',
  FRG040: 'COLLABORATION',
  FRG050: 'FISCAL_SPONSOR',
  FRG060: 'ENDOWMENT',
  FRG070: 'MULTIPURPOSE',
};

/** A grant and the grants that its file relates to it. */
export interface RelatedGrants {
  readonly id: GrantId;
  readonly related: readonly string[];
  readonly place: SoundGrant['place'];
}

/** A grant with the ids of the records that it references. */
interface Stored {
  readonly id: GrantId;
  readonly namespace: string;
  readonly grant: SoundGrant;
  readonly funderId: OrganizationId;
  readonly shares: readonly {
    readonly organizationId: OrganizationId;
    readonly amount: string | null;
  }[];
}

/** Stores grants with everything that belongs to them; returns the grants with related ones. */
export async function storeGrants(
  all: readonly Placed<SoundGrant>[],
  intake: Intake,
): Promise<RelatedGrants[]> {
  const ids = await grantIdsOf(all, intake);
  const idOf = ({ identifier }: SoundGrant) => valueOf(ids, identifier).id;
  intake.seeGrants([...ids.values()].map(({ id }) => id));
  const copies = await intake.copies(
    'grant',
    all.map(({ value }) => ({ id: idOf(value), source: value.source })),
  );
  const others = await intake.refuseOthers(
    'grant',
    all.flatMap(({ value, place }) =>
      copies.has(idOf(value))
        ? []
        : [{ id: idOf(value), place, field: 'id', value: value.identifier }],
    ),
  );
  const batch = all.filter(({ value }) => !copies.has(idOf(value)) && !others.has(idOf(value)));
  await intake.watchGrants(batch.map(({ value }) => idOf(value)));
  const parties = await partiesOf(batch, intake);
  const stored = batch.flatMap(({ value: grant, place }) => {
    const { id, namespace } = valueOf(ids, grant.identifier);
    const funderId = parties.get(partyKey(grant.funder));
    const recipientIds = grant.recipients.map((party) => parties.get(partyKey(party)));
    if (funderId == null) {
      intake.report.fault(place, 'fundingOrganization', null, 'has neither identifier nor name');
      return [];
    }
    if (!recipientIds.every((each) => each != null)) {
      intake.report.fault(place, 'recipientOrganization', null, 'has neither identifier nor name');
      return [];
    }
    const shares = sharesOf(
      recipientIds.map((organizationId, index) => ({
        organizationId,
        amount: grant.recipients[index]?.share ?? null,
      })),
    );
    return [{ id, namespace, grant, funderId, shares }];
  });
  const programmes = await storeProgrammes(stored, intake);
  const owners = stored.map(({ id }) => id);
  await dropOtherCurrencies(stored, intake);
  await intake.store(
    Grant,
    stored.map((each) => grantRow(each, programmes, intake)),
  );
  await intake.storeLists(GrantShare, 'grantId', owners, shareRows(stored));
  await intake.storeLists(GrantSector, 'grantId', owners, await sectorRows(stored, intake));
  await intake.storeLists(GrantLocation, 'grantId', owners, await locationRows(stored, intake));
  await intake.storeLists(Transaction, 'grantId', owners, transactionRows(stored, parties, intake));
  await intake.storeLists(
    NamedParent,
    'grantId',
    owners,
    stored.flatMap(({ id, grant }) =>
      grant.related.map((other, index) => ({
        grantId: id,
        rank: index + 1,
        ...namedGrant(other),
        format: 'THREE_SIXTY_GIVING' as const,
      })),
    ),
  );
  return stored.flatMap(({ id, grant }) =>
    grant.related.length === 0 ? [] : [{ id, related: grant.related, place: grant.place }],
  );
}

/** The grant that a related grant is, by its identifier. */
function namedGrant(written: string): Omit<RelatedGrant, 'id'> {
  const number = grantOfThreeSixtyGivingId(written, written.slice(-3));
  const { scheme, identifier, currency } = number;
  // The currency is part of the identifiers that an export makes up only.
  return { scheme, identifier, currency: scheme === 'THREE_SIXTY_GIVING' ? null : currency };
}

/** One share for each recipient; the shares of a recipient that is named twice are added up. */
function sharesOf(all: Stored['shares']): Stored['shares'] {
  const byRecipient = new Map<OrganizationId, string | null>();
  for (const { organizationId, amount } of all) {
    const before = byRecipient.get(organizationId) ?? null;
    const known = [before, amount].filter((each) => each !== null);
    byRecipient.set(organizationId, known.length === 0 ? null : sumOfDecimals(known));
  }
  return [...byRecipient].map(([organizationId, amount]) => ({ organizationId, amount }));
}

/** Deletes transactions in the old currency of a grant whose currency was corrected. */
async function dropOtherCurrencies(all: readonly Stored[], intake: Intake): Promise<void> {
  const { manager, changes } = intake;
  const stored = all.filter(({ id }) => !intake.isNewGrant(id));
  if (stored.length === 0) return;
  const gone = await manager.query<{ row: object }[]>(
    `WITH gone AS (
       DELETE FROM grant_transaction t USING unnest($1::uuid[], $2::text[]) AS g(id, currency)
       WHERE t.grant_id = g.id AND t.currency <> g.currency RETURNING to_jsonb(t) AS row
     ) SELECT row FROM gone`,
    [stored.map(({ id }) => id), stored.map(({ grant }) => grant.currency)],
  );
  changes.removedRows(
    'grant_transaction',
    'grant_id',
    gone.map(({ row }) => row),
  );
}

/** Leaves out sums that the database computes from the transactions, if there are any. */
function grantRow(
  { id, namespace, grant, funderId }: Stored,
  programmes: ReadonlyMap<string, GrantProgrammeId>,
  intake: Intake,
): Partial<Grant> {
  const programme = programmeKey(grant);
  const { scheme, identifier, currency } = grantOfThreeSixtyGivingId(
    grant.identifier,
    grant.currency,
  );
  const has = (kind: string) => grant.payments.some((payment) => payment.kind === kind);
  return {
    id,
    ...intake.sourced(grant.place),
    scheme,
    identifier,
    currency,
    namespace,
    title: grant.title,
    description: grant.description,
    funderId,
    programmeId: programme === null ? null : valueOf(programmes, programme),
    appliedFor: grant.appliedFor,
    awarded: grant.awarded,
    ...(has('COMMITMENT') ? {} : { committed: null }),
    ...(has('DISBURSEMENT') ? {} : { disbursed: grant.disbursed }),
    awardedOn: grant.awardedOn,
    plannedStartOn: grant.plannedStartOn,
    plannedEndOn: grant.plannedEndOn,
    startedOn: grant.startedOn,
    endedOn: grant.endedOn,
    regrant: grant.regrantCode === null ? null : (REGRANT_TYPES[grant.regrantCode] ?? null),
    fromOpenCall: grant.fromOpenCall,
    toIndividuals: grant.toIndividuals,
    isSecondaryReport: false,
    ...(grant.related.length > 0 ? {} : { parentId: null }),
  };
}

function shareRows(stored: readonly Stored[]): Partial<GrantShare>[] {
  return stored.flatMap(({ id, shares }) => shares.map((share) => ({ grantId: id, ...share })));
}

/** Vocabularies that match our schemes, by name without blanks and punctuation. */
const SCHEMES: Readonly<Record<string, string>> = {
  NACE: 'NACE_REV2',
  NACEREV2: 'NACE_REV2',
  NACEREV21: 'NACE_REV2_1',
  DAC: 'DAC',
  OECDDAC: 'DAC',
  EUECOSYSTEM: 'EU_ECOSYSTEM',
  EUECOSYSTEMS: 'EU_ECOSYSTEM',
};

async function sectorRows(
  stored: readonly Stored[],
  intake: Intake,
): Promise<Partial<GrantSector>[]> {
  const wanted = stored.flatMap(({ id, grant }) =>
    grant.sectors.map(({ vocabulary, code }) => {
      const scheme = SCHEMES[vocabulary.toUpperCase().replace(/[^A-Z0-9]/g, '')];
      return {
        id,
        place: grant.place,
        vocabulary,
        code,
        scheme,
        key: scheme === undefined ? null : `${scheme}:${code}`,
      };
    }),
  );
  const sectors = await findSectors(
    intake,
    wanted.flatMap(({ key, place }) => (key === null ? [] : [{ key, place }])),
  );
  return wanted.flatMap(({ id, place, vocabulary, code, scheme, key }) => {
    const sectorId = key === null ? undefined : sectors.get(key);
    if (sectorId !== undefined) return [{ grantId: id, sectorId, percentage: null }];
    if (scheme === undefined) intake.report.notTaken(`classifications of '${vocabulary}'`);
    else
      intake.report.warn(
        place,
        'classifications',
        code,
        `is not a known sector of ${scheme}; left out`,
      );
    return [];
  });
}

async function locationRows(
  stored: readonly Stored[],
  intake: Intake,
): Promise<Partial<GrantLocation>[]> {
  const codes = stored.flatMap(({ grant }) => grant.locations.flatMap(({ code }) => code ?? []));
  const regions = await intake.regions(codes);
  return stored.flatMap(({ id, grant }) => {
    const known = grant.locations.map(({ code, ...location }) => ({
      ...location,
      regionId: code === null ? null : (regions.get(code) ?? null),
      code,
    }));
    return known
      .filter(({ name, country, latitude, regionId, code }) => {
        const saysWhere =
          name !== null || country !== null || latitude !== null || regionId !== null;
        if (!saysWhere) {
          intake.report.warn(
            grant.place,
            'beneficiaryLocation',
            code,
            'is not a known NUTS region; the region is left out',
          );
        }
        return saysWhere;
      })
      .map(({ name, country, latitude, longitude, regionId }, index) => ({
        grantId: id,
        rank: index + 1,
        name,
        country,
        regionId,
        latitude,
        longitude,
        percentage: null,
      }));
  });
}

function transactionRows(
  stored: readonly Stored[],
  parties: ReadonlyMap<string, OrganizationId | null>,
  intake: Intake,
): Partial<Transaction>[] {
  return stored.flatMap(({ id, grant }) =>
    grant.payments.map((payment) => ({
      id: idOfKey(
        'Transaction',
        [grant.identifier, payment.kind, payment.reference ?? payment.pointer].join('\n'),
      ),
      ...intake.sourced(grant.place),
      grantId: id,
      kind: payment.kind,
      value: payment.value,
      currency: grant.currency,
      valueDate: payment.valueDate,
      quarter: payment.quarter,
      madeOn: payment.madeOn,
      providerId: payment.provider === null ? null : (parties.get(payment.provider) ?? null),
      receiverId: payment.receiver === null ? null : (parties.get(payment.receiver) ?? null),
      sectorId: null,
      country: null,
      regionId: null,
      place: null,
      description: payment.description,
      reference: payment.reference,
    })),
  );
}

/**
 * Links related grants only if the relation is certain: the funder of one is the recipient of the
 * other, and of no second one. All other relations are reported as not imported.
 */
export async function linkRelated(
  relations: readonly RelatedGrants[],
  intake: Intake,
): Promise<void> {
  if (relations.length === 0) return;
  const pairs = relations.flatMap(({ id, related }) =>
    related.map((other) => ({ id, ...namedGrant(other) })),
  );
  const unlinked = new Set((await linkRelatedGrants(pairs, intake)).map(({ id }) => id));
  const others = relations.filter(({ id, related }) => unlinked.has(id) || related.length > 1);
  if (others.length > 0) intake.report.notTaken('relatedActivity', others.length);
  await leaveOutCircles(
    relations.map(({ id, related, place }) => ({ id, named: related.join(', '), place })),
    'relatedActivity',
    intake,
  );
}
