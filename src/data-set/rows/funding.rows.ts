import { ExchangeRate } from '../../../entities/funding/exchange-rate.entity.js';
import { GrantProgramme } from '../../../entities/funding/grant-programme.entity.js';
import { GrantLocation, GrantSector } from '../../../entities/funding/grant-purpose.entity.js';
import { GrantIntermediary, GrantShare } from '../../../entities/funding/grant-share.entity.js';
import { Grant } from '../../../entities/funding/grant.entity.js';
import { Budget } from '../../../entities/funding/budget.entity.js';
import { Transaction } from '../../../entities/funding/transaction.entity.js';
import type { Placed } from '../read-data-set.js';
import { exchangeRateKey, grantKey, NO_CURRENCY } from '../record-keys.js';
import type { GrantRecord } from '../records.js';
import { derivedId, type RowMaker } from './row-maker.js';
import type { GrantId } from '../../domain/ids.js';

interface PlacedGrant {
  readonly placed: Placed<GrantRecord>;
  readonly key: string;
  readonly id: GrantId;
}

/** Programmes, grants with everything that belongs to them, and exchange rates. */
export function fundingRows(maker: RowMaker): void {
  const { dataSet, references } = maker;
  programmeRows(maker);
  const grants = dataSet.grants.map((placed) => {
    const key = grantKey(placed.value);
    return { placed, key, id: references.bring('Grant', key, placed) };
  });
  grantRows(maker, grants);
  grantPartRows(maker, grants);
  transactionRows(maker, grants);
  budgetRows(maker, grants);
  exchangeRateRows(maker);
}

function programmeRows({ dataSet, references, faults, add, source, inOrder }: RowMaker): void {
  add(
    GrantProgramme,
    dataSet['grant-programmes'].map((placed) => {
      const record = placed.value;
      const { openedOn, closedOn, budget, currency } = record;
      inOrder(['openedOn', openedOn], ['closedOn', closedOn], placed);
      if ((budget === undefined) !== (currency === undefined)) {
        faults.push(placed.fault('budget', budget, 'requires a currency; give both or neither'));
      }
      return {
        id: references.bring('GrantProgramme', record.slug, placed),
        slug: record.slug,
        title: record.title,
        code: record.code ?? null,
        description: record.description ?? null,
        website: record.website ?? null,
        funderId: references.find('Organization', record.funder, 'funder', placed),
        managerId: references.findOptional('Organization', record.manager, 'manager', placed),
        openedOn: openedOn ?? null,
        closedOn: closedOn ?? null,
        budget: budget ?? null,
        currency: currency ?? null,
        status: record.status,
        sourceId: source(record.source, placed),
      };
    }),
  );
}

function grantRows(
  { references, faults, add, source, inOrder }: RowMaker,
  grants: readonly PlacedGrant[],
): void {
  const rowOf = ({ id, placed }: PlacedGrant) => {
    const record = placed.value;
    const { plannedStartOn, plannedEndOn, startedOn, endedOn } = record;
    inOrder(['plannedStartOn', plannedStartOn], ['plannedEndOn', plannedEndOn], placed);
    inOrder(['startedOn', startedOn], ['endedOn', endedOn], placed);
    const amount = whatHasAmounts(record);
    if (amount !== undefined && (record.currency ?? NO_CURRENCY) === NO_CURRENCY) {
      faults.push(
        placed.fault('currency', record.currency, `is missing; it is required with '${amount}'`),
      );
    }
    return {
      id,
      scheme: record.scheme ?? 'SCAN',
      identifier: record.identifier,
      title: record.title,
      description: record.description ?? null,
      funderId: references.find('Organization', record.funder, 'funder', placed),
      programmeId: references.findOptional('GrantProgramme', record.programme, 'programme', placed),
      initiativeId: references.findOptional('Initiative', record.initiative, 'initiative', placed),
      parentId: references.findOptional('Grant', record.paidFrom, 'paidFrom', placed),
      currency: record.currency ?? NO_CURRENCY,
      appliedFor: record.appliedFor ?? null,
      awarded: record.awarded ?? null,
      awardedOn: record.awardedOn ?? null,
      plannedStartOn: plannedStartOn ?? null,
      plannedEndOn: plannedEndOn ?? null,
      startedOn: startedOn ?? null,
      endedOn: endedOn ?? null,
      status: record.status ?? null,
      regrant: record.regrant ?? null,
      fromOpenCall: record.fromOpenCall ?? null,
      toIndividuals: record.toIndividuals ?? false,
      isSecondaryReport: record.isSecondaryReport ?? false,
      reporterId: references.findOptional('Organization', record.reporter, 'reporter', placed),
      sourceId: source(record.source, placed),
    };
  };
  for (const { isSummed, level } of levelsOf(grants, faults)) {
    // Sums that the database computes are not written, so that loading again changes nothing.
    add(
      Grant,
      level.map((grant) =>
        isSummed
          ? rowOf(grant)
          : { ...rowOf(grant), disbursed: grant.placed.value.disbursed ?? null },
      ),
    );
  }
}

function whatHasAmounts(record: GrantRecord): keyof GrantRecord | undefined {
  const fields = ['appliedFor', 'awarded', 'disbursed'] as const;
  const stated = fields.find((field) => record[field] !== undefined);
  if (stated !== undefined) return stated;
  if (record.shares?.some(({ amount }) => amount !== undefined)) return 'shares';
  return (record.transactions ?? []).length > 0 ? 'transactions' : undefined;
}

/**
 * Orders the grants so that each comes after the grant that funds it, and separates grants whose
 * disbursed sum the database computes. A cycle of grants is a fault.
 */
function levelsOf(
  grants: readonly PlacedGrant[],
  faults: RowMaker['faults'],
): readonly { readonly isSummed: boolean; readonly level: readonly PlacedGrant[] }[] {
  const isSummed = ({ placed }: PlacedGrant) =>
    placed.value.transactions?.some(({ kind }) => kind === 'DISBURSEMENT') ?? false;
  for (const grant of grants.filter(isSummed)) {
    const { disbursed } = grant.placed.value;
    if (disbursed === undefined) continue;
    faults.push(
      grant.placed.fault('disbursed', disbursed, 'is computed from the transactions; remove it'),
    );
  }

  const levels: { isSummed: boolean; level: PlacedGrant[] }[] = [];
  const waiting = new Map(grants.map((grant) => [grant.key, grant]));
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(
      ({ placed }) => placed.value.paidFrom === undefined || !waiting.has(placed.value.paidFrom),
    );
    for (const { key } of ready) waiting.delete(key);
    if (ready.length === 0) {
      for (const { placed } of waiting.values()) {
        const { paidFrom } = placed.value;
        faults.push(
          placed.fault(
            'paidFrom',
            paidFrom,
            'forms a cycle of grants; remove one of its references',
          ),
        );
      }
      break;
    }
    levels.push(
      { isSummed: false, level: ready.filter((grant) => !isSummed(grant)) },
      { isSummed: true, level: ready.filter(isSummed) },
    );
  }
  return levels;
}

/** The lists that belong to a grant. */
function grantPartRows(
  { references, faults, addOwned, onceOnly }: RowMaker,
  grants: readonly PlacedGrant[],
): void {
  addOwned(
    GrantShare,
    'grantId',
    grants,
    grants.flatMap(({ id, key, placed }) =>
      (placed.value.shares ?? []).map(({ organization, amount }, index) => {
        const field = `shares.${String(index)}`;
        onceOnly('share', `${key} ${organization}`, placed, `${field}.organization`);
        return {
          grantId: id,
          organizationId: references.find(
            'Organization',
            organization,
            `${field}.organization`,
            placed,
          ),
          amount: amount ?? null,
        };
      }),
    ),
  );
  addOwned(
    GrantIntermediary,
    'grantId',
    grants,
    grants.flatMap(({ id, placed }) =>
      (placed.value.intermediaries ?? []).map((slug, index) => ({
        grantId: id,
        organizationId: references.find(
          'Organization',
          slug,
          `intermediaries.${String(index)}`,
          placed,
        ),
      })),
    ),
  );
  addOwned(
    GrantSector,
    'grantId',
    grants,
    grants.flatMap(({ id, key, placed }) =>
      (placed.value.sectors ?? []).map(({ sector, percentage }, index) => {
        const field = `sectors.${String(index)}.sector`;
        onceOnly('sector', `${key} ${sector}`, placed, field);
        return {
          grantId: id,
          sectorId: references.find('Sector', sector, field, placed),
          percentage: percentage ?? null,
        };
      }),
    ),
  );
  addOwned(
    GrantLocation,
    'grantId',
    grants,
    grants.flatMap(({ id, placed }) =>
      (placed.value.locations ?? []).map((location, index) => {
        const field = `locations.${String(index)}`;
        const { name, country, region, latitude, longitude, percentage } = location;
        if ((latitude === undefined) !== (longitude === undefined)) {
          faults.push(
            placed.fault(
              `${field}.latitude`,
              latitude,
              'requires a longitude; give both or neither',
            ),
          );
        } else if ((name ?? country ?? region ?? latitude) === undefined) {
          faults.push(
            placed.fault(field, location, 'must have a name, country, region or latitude'),
          );
        }
        return {
          grantId: id,
          rank: index + 1,
          name: name ?? null,
          country: country ?? null,
          regionId: references.findOptional('Region', region, `${field}.region`, placed),
          latitude: latitude ?? null,
          longitude: longitude ?? null,
          percentage: percentage ?? null,
        };
      }),
    ),
  );
}

function transactionRows(
  { references, faults, addOwned, sourceOfPart, onceOnly }: RowMaker,
  grants: readonly PlacedGrant[],
): void {
  addOwned(
    Transaction,
    'grantId',
    grants,
    grants.flatMap(({ id, key, placed }) =>
      (placed.value.transactions ?? []).map((transaction, index) => {
        const field = `transactions.${String(index)}`;
        const { kind, value, valueDate, quarter, provider, receiver, sector, reference } =
          transaction;
        const parts = [key, kind, value, valueDate, quarter?.toString(), provider, receiver];
        const places = [transaction.country, transaction.region].filter(
          (each) => each !== undefined,
        );
        const identity = [...parts, sector, reference, ...places];
        onceOnly('transaction', identity.join(' '), placed, `${field}.value`);
        if (quarter !== undefined && valueDate.length > 4) {
          faults.push(
            placed.fault(`${field}.quarter`, quarter, `requires a 'valueDate' that is only a year`),
          );
        }
        const organization = (slug: string | undefined, role: string) =>
          references.findOptional('Organization', slug, `${field}.${role}`, placed);
        return {
          id: derivedId('Transaction', ...identity),
          grantId: id,
          kind,
          value,
          currency: placed.value.currency ?? NO_CURRENCY,
          valueDate,
          quarter: quarter ?? null,
          madeOn: transaction.madeOn ?? null,
          providerId: organization(provider, 'provider'),
          receiverId: organization(receiver, 'receiver'),
          sectorId: references.findOptional('Sector', sector, `${field}.sector`, placed),
          country: transaction.country ?? null,
          regionId: references.findOptional(
            'Region',
            transaction.region,
            `${field}.region`,
            placed,
          ),
          place: null,
          description: transaction.description ?? null,
          reference: reference ?? null,
          sourcePointer: transaction.sourcePointer ?? null,
          sourceId: sourceOfPart(transaction.source, placed, `${field}.source`),
        };
      }),
    ),
  );
}

function budgetRows({ addOwned, source, inOrder }: RowMaker, grants: readonly PlacedGrant[]): void {
  addOwned(
    Budget,
    'grantId',
    grants,
    grants.flatMap(({ id, key, placed }) =>
      (placed.value.budgets ?? []).map((budget, index) => {
        const { kind, status, startsOn, endsOn, value, valueDate } = budget;
        const field = `budgets.${String(index)}`;
        inOrder([`${field}.startsOn`, startsOn], [`${field}.endsOn`, endsOn], placed);
        return {
          id: derivedId('Budget', key, String(index + 1)),
          grantId: id,
          kind,
          status,
          startsOn: startsOn ?? null,
          endsOn: endsOn ?? null,
          value,
          currency: placed.value.currency ?? NO_CURRENCY,
          valueDate: valueDate ?? null,
          sourceId: source(placed.value.source, placed),
        };
      }),
    ),
  );
}

function exchangeRateRows({ dataSet, references, add, source }: RowMaker): void {
  add(
    ExchangeRate,
    dataSet['exchange-rates'].map((placed) => ({
      id: references.bring('ExchangeRate', exchangeRateKey(placed.value), placed),
      currency: placed.value.currency,
      month: placed.value.month,
      perUsd: placed.value.perUsd,
      sourceId: source(placed.value.source, placed),
    })),
  );
}
