import { Claim } from '../../../entities/knowledge/claim.entity.js';
import {
  Initiative,
  InitiativeParticipation,
  InitiativeRegion,
  InitiativeSector,
} from '../../../entities/network/initiative.entity.js';
import { derivedId, type RowMaker } from './row-maker.js';

const DATE_INDICATORS = ['FOUNDED_ON', 'STARTED_ON', 'ENDED_ON'];
const MONEY_INDICATORS = [
  'ANNUAL_REVENUE',
  'EXPORTS',
  'TOTAL_BUDGET',
  'EU_CONTRIBUTION',
  'PARTICIPANT_BUDGET',
];

/** Initiatives with their participants, and claims. */
export function initiativeRows({
  dataSet,
  references,
  faults,
  add,
  addOwned,
  source,
  sourceOfPart,
  inOrder,
  onceOnly,
  period,
}: RowMaker): void {
  const initiatives = dataSet.initiatives.map((placed) => ({
    placed,
    id: references.bring('Initiative', placed.value.slug, placed),
  }));
  add(
    Initiative,
    initiatives.map(({ id, placed }) => {
      const record = placed.value;
      const { startedOn, endedOn } = record;
      inOrder(['startedOn', startedOn], ['endedOn', endedOn], placed);
      if (record.stage !== undefined && record.kind !== 'NEW_CLUSTER') {
        faults.push(placed.fault('stage', record.stage, 'is only for the kind NEW_CLUSTER'));
      }
      return {
        id,
        slug: record.slug,
        title: record.title,
        kind: record.kind,
        stage: record.stage ?? null,
        description: record.description ?? null,
        challenges: record.challenges,
        startedOn: startedOn ?? null,
        endedOn: endedOn ?? null,
        results: record.results ?? null,
        website: record.website ?? null,
        sourceId: source(record.source, placed),
      };
    }),
  );
  addOwned(
    InitiativeParticipation,
    'initiativeId',
    initiatives,
    initiatives.flatMap(({ id, placed }) =>
      placed.value.participants.map((participant, index) => {
        const prefix = `participants.${String(index)}.`;
        const { organization, role } = participant;
        const key = `${placed.value.slug} ${organization} ${role}`;
        onceOnly('participation', key, placed, prefix + 'organization');
        return {
          id: derivedId('InitiativeParticipation', placed.value.slug, organization, role),
          initiativeId: id,
          organizationId: references.find(
            'Organization',
            organization,
            `${prefix}organization`,
            placed,
          ),
          role,
          ...period(participant, placed, prefix),
          sourceId: sourceOfPart(participant.source, placed, `${prefix}source`),
        };
      }),
    ),
  );
  addOwned(
    InitiativeSector,
    'initiativeId',
    initiatives,
    initiatives.flatMap(({ id, placed }) =>
      (placed.value.sectors ?? []).map((key, index) => ({
        initiativeId: id,
        sectorId: references.find('Sector', key, `sectors.${String(index)}`, placed),
      })),
    ),
  );
  addOwned(
    InitiativeRegion,
    'initiativeId',
    initiatives,
    initiatives.flatMap(({ id, placed }) =>
      (placed.value.regions ?? []).map((code, index) => ({
        initiativeId: id,
        regionId: references.find('Region', code, `regions.${String(index)}`, placed),
      })),
    ),
  );

  add(
    Claim,
    dataSet.claims.map((placed) => {
      const record = placed.value;
      const { organization, initiative, indicator, scope, number, date, currency, asOf } = record;
      if ((organization === undefined) === (initiative === undefined)) {
        faults.push(
          placed.fault(
            'organization',
            organization,
            `give exactly one of 'organization' and 'initiative'`,
          ),
        );
      }
      const isDate = DATE_INDICATORS.includes(indicator);
      if ((date !== undefined) !== isDate || (number !== undefined) === isDate) {
        faults.push(
          placed.fault(
            isDate ? 'date' : 'number',
            isDate ? date : number,
            `${indicator} requires ${isDate ? "a 'date' and no 'number'" : "a 'number' and no 'date'"}`,
          ),
        );
      }
      const isMoney = MONEY_INDICATORS.includes(indicator);
      if ((currency !== undefined) !== isMoney) {
        faults.push(
          placed.fault(
            'currency',
            currency,
            isMoney ? `${indicator} requires a currency` : `${indicator} must not have a currency`,
          ),
        );
      }
      const subject = organization ?? initiative;
      const key = [subject, indicator, scope, record.source, number ?? date, currency, asOf];
      onceOnly('claim', key.join(' '), placed, 'indicator');
      return {
        id: derivedId('Claim', ...key, record.qualifier),
        organizationId: references.findOptional(
          'Organization',
          organization,
          'organization',
          placed,
        ),
        initiativeId: references.findOptional('Initiative', initiative, 'initiative', placed),
        indicator,
        scope,
        qualifier: record.qualifier,
        number: number ?? null,
        currency: currency ?? null,
        date: date ?? null,
        asOf: asOf ?? null,
        note: record.note ?? null,
        sourceId: source(record.source, placed),
      };
    }),
  );
}
