import { Membership } from '../../../entities/network/membership.entity.js';
import { PartnershipParty } from '../../../entities/network/partnership-party.entity.js';
import { Partnership } from '../../../entities/network/partnership.entity.js';
import { type Id, idOfKey } from '../../domain/ids.js';
import { slugOf } from '../../domain/slug.js';
import type { Intake } from '../intake.js';
import type { Placed } from '../report.js';
import { periodOf } from './period.js';
import { findOrganizations } from './references.js';
import type { TableRecord } from './tables.js';
import { itemAt, valueOf } from '../../domain/present.js';

/** A membership is identified by member, group and start; a stored one keeps its id. */
export async function storeMemberships(
  batch: readonly Placed<TableRecord<'Memberships'>>[],
  intake: Intake,
): Promise<void> {
  if (batch.length === 0) return;
  const { report, manager } = intake;
  const organizations = await findOrganizations(
    batch.flatMap(({ value, place }) => [
      { text: value.member, place, heading: 'Member' },
      { text: value.group, place, heading: 'Group' },
    ]),
    intake,
  );
  const rows = batch.flatMap(({ value, place }) => {
    const member = organizations.get(value.member);
    const group = organizations.get(value.group);
    const period = periodOf(value, place, report);
    if (member === undefined || group === undefined || period === null) return [];
    if (group.type !== 'Cluster' && group.type !== 'Association') {
      const reason = `is a ${group.type}; only a Cluster or an Association can have members`;
      report.fault(place, 'Group', value.group, reason);
      return [];
    }
    if (member.id === group.id) {
      report.fault(place, 'Member', value.member, 'must not be the same as the group');
      return [];
    }
    const groupType: Membership['groupType'] = group.type;
    return [
      {
        place,
        member: value.member,
        ...intake.sourced(place),
        memberId: member.id,
        groupId: group.id,
        groupType,
        class: value.class,
        ...period,
      },
    ];
  });
  const stored = await manager.query<{ id: Id<'Membership'>; key: string }[]>(
    `SELECT m.id, m.member_id || ' ' || m.group_id || ' ' || coalesce(m.since, '') AS key
     FROM membership m WHERE m.member_id = ANY($1::uuid[])`,
    [rows.map(({ memberId }) => memberId)],
  );
  const ids = new Map(stored.map(({ id, key }) => [key, id]));
  const members = rows.map(({ place, member, ...row }) => {
    const key = [row.memberId, row.groupId, row.since].join(' ');
    const id = ids.get(key) ?? idOfKey('Membership', key);
    return { claimed: { id, place, field: 'Member', value: member }, row: { id, ...row } };
  });
  const others = await intake.refuseOthers(
    'membership',
    members.map(({ claimed }) => claimed),
  );
  await intake.store(
    Membership,
    members.flatMap(({ row }) => (others.has(row.id) ? [] : [row])),
  );
}

export async function storePartnerships(
  batch: readonly Placed<TableRecord<'Partnerships'>>[],
  intake: Intake,
): Promise<void> {
  if (batch.length === 0) return;
  const { report } = intake;
  const organizations = await findOrganizations(
    batch.flatMap(({ value, place }) => [
      ...value.parties.map((text) => ({ text, place, heading: 'Parties' })),
      ...(value.coordinator === null
        ? []
        : [{ text: value.coordinator, place, heading: 'Coordinator' }]),
    ]),
    intake,
  );
  const all = batch.flatMap(({ value, place }) => {
    const period = periodOf(value, place, report);
    const coordinator =
      value.coordinator === null ? undefined : organizations.get(value.coordinator)?.id;
    const parties = new Set(
      [value.coordinator ?? [], value.parties].flat().map((text) => organizations.get(text)?.id),
    );
    if (period === null || parties.has(undefined)) return [];
    if (parties.size < 2) {
      report.fault(place, 'Parties', value.parties.join('; '), 'must be two or more organizations');
      return [];
    }
    return [
      { value, place, period, coordinator, parties: [...parties].filter((id) => id !== undefined) },
    ];
  });
  const allIds = await idsBySlugOrTitle('Partnership', 'partnership', all, intake);
  const others = await intake.refuseOthers(
    'partnership',
    all.map(({ value: { slug, title }, place }, index) => ({
      id: itemAt(allIds, index),
      place,
      field: slug === null ? 'Title' : 'Slug',
      value: slug ?? title,
    })),
  );
  const sound = all.filter((_, index) => !others.has(itemAt(allIds, index)));
  const ids = allIds.filter((id) => !others.has(id));
  const slugs = await intake.slugs(
    'partnership',
    sound.map(({ value }, index) => ({
      id: itemAt(ids, index),
      candidates: [value.slug ?? (slugOf(value.title) || 'partnership')],
    })),
  );
  await intake.store(
    Partnership,
    sound.map(({ value, place, period }, index) => {
      const id = itemAt(ids, index);
      return {
        id,
        ...intake.sourced(place),
        slug: valueOf(slugs, id),
        title: value.title,
        kind: value.kind,
        description: value.description,
        ...period,
      };
    }),
  );
  await intake.storeLists(
    PartnershipParty,
    'partnershipId',
    ids,
    sound.flatMap(({ parties, coordinator }, index) =>
      parties.map((organizationId) => ({
        partnershipId: itemAt(ids, index),
        organizationId,
        role: organizationId === coordinator ? ('COORDINATOR' as const) : ('PARTY' as const),
      })),
    ),
  );
}

/** The ids of records with a slug: of a known slug, of a new slug, or else of the title in this data set. */
export async function idsBySlugOrTitle<
  Kind extends 'Partnership' | 'Initiative' | 'GrantProgramme',
>(
  kind: Kind,
  table: 'partnership' | 'initiative' | 'grant_programme',
  batch: readonly Placed<{ readonly slug: string | null; readonly title: string }>[],
  { manager, dataSet }: Intake,
): Promise<Id<Kind>[]> {
  const stored = await manager.query<{ id: Id<Kind>; slug: string }[]>(
    `SELECT id, slug FROM "${table}" WHERE slug = ANY($1::text[])`,
    [batch.flatMap(({ value }) => value.slug ?? [])],
  );
  const ids = new Map(stored.map(({ id, slug }) => [slug, id]));
  return batch.map(({ value: { slug, title } }) =>
    slug === null
      ? idOfKey(kind, `${dataSet}\ntitle\n${title}`)
      : (ids.get(slug) ?? idOfKey(kind, slug)),
  );
}
