import { GrantProgramme } from '../../../entities/funding/grant-programme.entity.js';
import { organizationKind } from '../../domain/organization-kind.js';
import { slugOf } from '../../domain/slug.js';
import type { Intake } from '../intake.js';
import type { Placed } from '../report.js';
import { inOrder } from './period.js';
import { findOrganizations } from './references.js';
import type { TableRecord } from './tables.js';
import { idsBySlugOrTitle } from './ties.js';
import { itemAt, valueOf } from '../../domain/present.js';

type Row = TableRecord<'Programmes'>;

export async function storeProgrammes(all: readonly Placed<Row>[], intake: Intake): Promise<void> {
  const { report } = intake;
  const idsOf = (rows: readonly Placed<Row>[]) =>
    idsBySlugOrTitle('GrantProgramme', 'grant_programme', rows, intake);
  const allIds = await idsOf(all);
  const copies = await intake.copies(
    'grant_programme',
    all.map(({ value: { source } }, index) => ({ id: itemAt(allIds, index), source })),
  );
  const others = await intake.refuseOthers(
    'grant_programme',
    all.flatMap(({ value: { slug, title }, place }, index) => {
      const id = itemAt(allIds, index);
      const field = slug === null ? 'Title' : 'Slug';
      return copies.has(id) ? [] : [{ id, place, field, value: slug ?? title }];
    }),
  );
  const batch = all.filter((_, index) => {
    const id = itemAt(allIds, index);
    return !copies.has(id) && !others.has(id);
  });
  if (batch.length === 0) return;
  const organizations = await findOrganizations(
    batch.flatMap(({ value, place }) => [
      { text: value.funder, place, heading: 'Funder', kind: organizationKind('FUNDER') },
      ...(value.manager === null
        ? []
        : [
            {
              text: value.manager,
              place,
              heading: 'Manager',
              kind: organizationKind('OTHER'),
            },
          ]),
    ]),
    intake,
  );
  const sound = batch.flatMap(({ value, place }) => {
    const before = report.faultCount;
    const closedOn = value.closedOn === 'ONGOING' ? null : value.closedOn;
    inOrder(['Opened On', value.openedOn], ['Closed On', closedOn], place, report);
    if ((value.budget === null) !== (value.currency === null)) {
      const [missing, given] =
        value.budget === null ? ['Budget', 'Currency'] : ['Currency', 'Budget'];
      report.fault(place, missing, null, `is missing; it is required with '${given}'`);
    }
    if (value.budget?.startsWith('-') === true) {
      report.fault(place, 'Budget', value.budget, 'must not be negative');
    }
    const funderId = organizations.get(value.funder)?.id;
    const managerId = value.manager === null ? null : organizations.get(value.manager)?.id;
    if (report.faultCount > before || funderId === undefined || managerId === undefined) return [];
    return [{ value, place, closedOn, funderId, managerId }];
  });
  const ids = await idsOf(sound);
  const slugs = await intake.slugs(
    'grant_programme',
    sound.map(({ value }, index) => ({
      id: itemAt(ids, index),
      candidates: [value.slug ?? (slugOf(value.title) || 'programme')],
    })),
  );
  await intake.store(
    GrantProgramme,
    sound.map(({ value, place, closedOn, funderId, managerId }, index) => ({
      id: itemAt(ids, index),
      ...intake.sourced(place),
      slug: valueOf(slugs, itemAt(ids, index)),
      title: value.title,
      code: value.code,
      description: value.description,
      website: value.website,
      funderId,
      managerId,
      openedOn: value.openedOn,
      closedOn,
      budget: value.budget,
      currency: value.currency,
      status: value.status ?? 'UNKNOWN',
    })),
  );
}
