import {
  Initiative,
  InitiativeParticipation,
  InitiativeRegion,
  InitiativeSector,
  type ParticipationRole,
} from '../../../entities/network/initiative.entity.js';
import { type Id, idOfKey, type InitiativeId } from '../../domain/ids.js';
import { slugOf } from '../../domain/slug.js';
import type { Intake } from '../intake.js';
import type { Placed } from '../report.js';
import { inOrder } from './period.js';
import { findOrganizations, known, sectorsOf } from './references.js';
import type { TableRecord } from './tables.js';
import { idsBySlugOrTitle } from './ties.js';
import { itemAt, valueOf } from '../../domain/present.js';

type Row = TableRecord<'Initiatives'>;

/** The participants, by the columns that name them. */
function participants(value: Row): { heading: string; role: ParticipationRole; text: string }[] {
  return (
    [
      ['Lead', 'LEAD', value.lead === null ? [] : [value.lead]],
      ['Partners', 'PARTNER', value.partners],
      ['Implementers', 'IMPLEMENTER', value.implementers],
      ['Beneficiaries', 'BENEFICIARY', value.beneficiaries],
      ['Funders', 'FUNDING', value.funders],
    ] as const
  ).flatMap(([heading, role, texts]) => (texts ?? []).map((text) => ({ heading, role, text })));
}

export async function storeInitiatives(all: readonly Placed<Row>[], intake: Intake): Promise<void> {
  const batch = await withoutCopies(all, intake);
  if (batch.length === 0) return;
  const { report } = intake;
  const organizations = await findOrganizations(
    batch.flatMap(({ value, place }) =>
      participants(value).map(({ heading, text }) => ({ text, place, heading })),
    ),
    intake,
  );
  const sectors = await sectorsOf(batch, ({ sectors: keys }) => keys, intake);
  const regions = await intake.regions(batch.flatMap(({ value }) => value.regions ?? []));
  const sound = batch.flatMap(({ value, place }) => {
    const before = report.faultCount;
    const endedOn = value.endedOn === 'ONGOING' ? null : value.endedOn;
    inOrder(['Started On', value.startedOn], ['Ended On', endedOn], place, report);
    if (value.stage !== null && value.kind !== 'NEW_CLUSTER') {
      report.fault(place, 'Stage', value.stage, 'is only for initiatives of the kind NEW_CLUSTER');
    }
    const sectorIds = known(value.sectors, sectors, 'Sectors', place, intake, 'sector');
    const regionIds = known(value.regions, regions, 'Regions', place, intake, 'region');
    const taking = participants(value).flatMap(({ role, text }) => {
      const organizationId = organizations.get(text)?.id;
      return organizationId === undefined ? [] : [{ organizationId, role }];
    });
    const isWhole = taking.length === participants(value).length;
    if (report.faultCount > before || !isWhole) return [];
    return [{ value, place, endedOn, sectorIds, regionIds, taking }];
  });
  const ids = await idsBySlugOrTitle('Initiative', 'initiative', sound, intake);
  const slugs = await intake.slugs(
    'initiative',
    sound.map(({ value }, index) => ({
      id: itemAt(ids, index),
      candidates: [value.slug ?? (slugOf(value.title) || 'initiative')],
    })),
  );
  const each = <T>(make: (row: (typeof sound)[number], id: InitiativeId) => readonly T[]) =>
    sound.flatMap((row, index) => make(row, itemAt(ids, index)));
  await intake.store(
    Initiative,
    each(({ value, place, endedOn }, id) => [
      {
        id,
        ...intake.sourced(place),
        slug: valueOf(slugs, id),
        title: value.title,
        kind: value.kind,
        stage: value.stage,
        description: value.description,
        challenges: [...(value.challenges ?? [])],
        startedOn: value.startedOn,
        endedOn,
        results: value.results,
        website: value.website,
      },
    ]),
  );
  const participations = await participationIds(ids, intake);
  await intake.storeLists(
    InitiativeParticipation,
    'initiativeId',
    ids,
    each(({ taking, place, endedOn }, initiativeId) =>
      taking.map(({ organizationId, role }) => {
        const key = `${initiativeId} ${organizationId} ${role}`;
        return {
          id: participations.get(key) ?? idOfKey('InitiativeParticipation', key),
          ...intake.sourced(place),
          initiativeId,
          organizationId,
          role,
          since: null,
          until: null,
          attestedOn: null,
          status: endedOn === null ? ('UNKNOWN' as const) : ('ENDED' as const),
        };
      }),
    ),
  );
  await intake.storeLists(
    InitiativeSector,
    'initiativeId',
    ids,
    each(({ sectorIds }, initiativeId) =>
      sectorIds.map((sectorId) => ({ initiativeId, sectorId })),
    ),
  );
  await intake.storeLists(
    InitiativeRegion,
    'initiativeId',
    ids,
    each(({ regionIds }, initiativeId) =>
      regionIds.map((regionId) => ({ initiativeId, regionId })),
    ),
  );
}

/** Leaves out copies of stored records, and records of other data sets unless the run replaces them. */
async function withoutCopies(
  batch: readonly Placed<Row>[],
  intake: Intake,
): Promise<readonly Placed<Row>[]> {
  const ids = await idsBySlugOrTitle('Initiative', 'initiative', batch, intake);
  const idOf = (index: number) => itemAt(ids, index);
  const copies = await intake.copies(
    'initiative',
    batch.map(({ value: { source } }, index) => ({ id: idOf(index), source })),
  );
  const others = await intake.refuseOthers(
    'initiative',
    batch.flatMap(({ value: { slug, title }, place }, index) =>
      copies.has(idOf(index))
        ? []
        : [
            {
              id: idOf(index),
              place,
              field: slug === null ? 'Title' : 'Slug',
              value: slug ?? title,
            },
          ],
    ),
  );
  return batch.filter((_, index) => !copies.has(idOf(index)) && !others.has(idOf(index)));
}

/** The ids of stored participations. */
async function participationIds(
  initiatives: readonly string[],
  { manager }: Intake,
): Promise<ReadonlyMap<string, Id<'InitiativeParticipation'>>> {
  const rows = await manager.query<{ id: Id<'InitiativeParticipation'>; key: string }[]>(
    `SELECT id, initiative_id || ' ' || organization_id || ' ' || role AS key
     FROM initiative_participation WHERE initiative_id = ANY($1::uuid[])`,
    [initiatives],
  );
  return new Map(rows.map(({ id, key }) => [key, id]));
}
