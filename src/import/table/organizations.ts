import { DonorCategory } from '../../../entities/network/donor.entity.js';
import { Identifier } from '../../../entities/network/identifier.entity.js';
import { InstitutionCategory } from '../../../entities/network/institution.entity.js';
import { OrganizationName } from '../../../entities/network/organization-name.entity.js';
import { OrganizationSector } from '../../../entities/network/organization-sector.entity.js';
import { Organization } from '../../../entities/network/organization.entity.js';
import { PartnerCategory } from '../../../entities/network/partner.entity.js';
import { idOfKey, type OrganizationId } from '../../domain/ids.js';
import { splitIdentifier } from '../../domain/organization-identifier.js';
import type { OrganizationKind } from '../../domain/organization-kind.js';
import type { Intake } from '../intake.js';
import type { Place, Placed } from '../report.js';
import { known, sectorsOf } from './references.js';
import type { TableRecord } from './tables.js';

type Row = TableRecord<'Organizations'>;

const CATEGORIES: Readonly<Record<string, object>> = {
  Institution: InstitutionCategory,
  Donor: DonorCategory,
  Partner: PartnerCategory,
};

interface Own {
  readonly id: OrganizationId;
  readonly slug: string;
  readonly type: string;
  readonly isOwn: boolean;
  /** Whether the row creates it. */
  readonly isNew?: boolean;
}

/**
 * A row with a slug updates the organization with that slug. A row without one is matched by its first
 * known identifier: a record of this data set is updated, and a record of another data set only gets
 * new names and identifiers. Without a known identifier, the row is this data set's own record with
 * that name.
 */
export async function storeOrganizations(
  batch: readonly Placed<Row>[],
  intake: Intake,
): Promise<void> {
  if (batch.length === 0) return;
  const sectors = await sectorsOf(batch, ({ sectors: keys }) => keys, intake);
  const regions = await intake.regions(batch.flatMap(({ value }) => value.region ?? []));
  const sound = batch.flatMap(({ value, place }) => {
    const before = intake.report.faultCount;
    checkKind(value, place, intake);
    const sectorIds = known(value.sectors, sectors, 'Sectors', place, intake, 'sector');
    const region = value.region === null ? null : [value.region];
    const [regionId = null] = known(region, regions, 'Region', place, intake, 'region');
    const identifiers = (value.identifiers ?? []).flatMap((text) => {
      const identifier = splitIdentifier(text);
      if (identifier === null) {
        const reason = 'is not in the form of org-id.guide, such as RS-APR-06115403';
        intake.report.fault(place, 'Identifiers', text, reason);
      }
      return identifier ?? [];
    });
    if (intake.report.faultCount > before) return [];
    return [{ value, place, sectorIds, regionId, identifiers }];
  });
  const owners = await ownersOf(sound, intake);
  const copies = await intake.copies(
    'organization',
    sound.flatMap(({ value: { source } }, index) => {
      const owner = owners[index];
      return owner == null ? [] : [{ id: owner.id, source }];
    }),
  );
  // A row without a slug only adds to the organization of another data set.
  const others = await intake.refuseOthers(
    'organization',
    sound.flatMap(({ value: { slug, kind }, place }, index) => {
      const owner = owners[index];
      const isOfOtherKind = owner != null && owner.isOwn && owner.type !== kind;
      return owner == null || slug === null || copies.has(owner.id) || isOfOtherKind
        ? []
        : [{ id: owner.id, place, field: 'Slug', value: slug }];
    }),
  );
  const rows = sound.flatMap((row, index) => {
    const owner = owners[index];
    if (owner == null || copies.has(owner.id) || others.has(owner.id)) return [];
    if (owner.isOwn && owner.type !== row.value.kind) {
      const reason = `is different from the stored kind, ${owner.type}`;
      intake.report.fault(row.place, 'Kind', row.value.kind, reason);
      return [];
    }
    return [{ ...row, owner }];
  });
  const own = rows.filter(({ owner }) => owner.isOwn);
  const organizationsOf = (isNew: boolean) =>
    own
      .filter(({ owner }) => intake.organizationsJustMade.has(owner.id) === isNew)
      .map(
        ({ owner, value, place, regionId }) =>
          ({
            id: owner.id,
            ...intake.sourced(place),
            type: value.kind,
            slug: owner.slug,
            name: value.name,
            description: value.description,
            country: value.country,
            regionId,
            city: value.city,
            latitude: value.latitude,
            longitude: value.longitude,
            website: value.website,
            status: value.status ?? 'UNKNOWN',
            legalForm: value.legalForm,
            stage: value.stage,
            sizeClass: value.sizeClass,
            category: value.category,
          }) as Partial<Organization>,
      );
  await intake.store(Organization, organizationsOf(false));
  await intake.complete(Organization, organizationsOf(true));
  for (const { owner, value, place } of own) {
    if (owner.isNew === true) {
      intake.created.push({ id: owner.id, name: value.name, place, field: 'Name' });
    }
  }
  await addNames(rows, intake);
  await addIdentifiers(rows, intake);
  await intake.storeLists(
    OrganizationSector,
    'organizationId',
    own.map(({ owner }) => owner.id),
    own.flatMap(({ owner, sectorIds }) =>
      sectorIds.map((sectorId) => ({ organizationId: owner.id, sectorId })),
    ),
  );
}

function checkKind(value: Row, place: Place, { report }: Intake): void {
  const { kind, category, stage, sizeClass, latitude, longitude } = value;
  if (category !== null && !(category in (CATEGORIES[kind] ?? {}))) {
    report.fault(place, 'Category', category, `is not a category of the kind ${kind}`);
  }
  if (stage !== null && kind !== 'Cluster') {
    report.fault(place, 'Stage', stage, 'is only for the kind Cluster');
  }
  if (sizeClass !== null && kind !== 'Company') {
    report.fault(place, 'Size Class', sizeClass, 'is only for the kind Company');
  }
  if ((latitude === null) !== (longitude === null)) {
    report.fault(
      place,
      latitude === null ? 'Latitude' : 'Longitude',
      null,
      'is missing; give both coordinates or neither',
    );
  }
}

type SoundRow = Placed<Row> & {
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
};

/** The record that each row updates or creates; null for an invalid row. */
async function ownersOf(rows: readonly SoundRow[], intake: Intake): Promise<(Own | null)[]> {
  const { manager, report, sourceId } = intake;
  const slugs = rows.flatMap(({ value }) => value.slug ?? []);
  const merged = new Map(
    (
      await manager.query<{ slug: string; kept: string }[]>(
        `SELECT m.absorbed_slug AS slug, o.slug AS kept FROM organization_merge m
         JOIN organization o ON o.id = m.kept_id WHERE m.absorbed_slug = ANY($1::text[])`,
        [slugs],
      )
    ).map(({ slug, kept }) => [slug, kept]),
  );
  const bySlug = new Map(
    (
      await manager.query<{ id: OrganizationId; slug: string; type: string }[]>(
        `SELECT id, slug, type FROM organization WHERE slug = ANY($1::text[])`,
        [slugs],
      )
    ).map((row) => [row.slug, row]),
  );
  const found = await intake.organizations(
    rows.flatMap(({ value, place, identifiers }) => {
      if (value.slug !== null) return [];
      const [first] = identifiers;
      const kind = { type: value.kind, category: value.category } as OrganizationKind;
      const identifier = first === undefined ? null : `${first.scheme}-${first.value}`;
      const { name, country, city, website } = value;
      const otherNames = value.otherNames ?? [];
      return [{ identifier, name, otherNames, place, field: 'Name', kind, country, city, website }];
    }),
  );
  const records = new Map(
    (
      await manager.query<{ id: OrganizationId; slug: string; type: string; isOwn: boolean }[]>(
        `SELECT id, slug, type, source_id = $2 AS "isOwn" FROM organization WHERE id = ANY($1::uuid[])`,
        [found.filter((id) => id !== null), sourceId],
      )
    ).map((row) => [row.id, row]),
  );
  let next = 0;
  return rows.map(({ value, place }) => {
    const { slug, kind } = value;
    if (slug === null) {
      const id = found[next++];
      return id == null ? null : (records.get(id) ?? null);
    }
    const kept = merged.get(slug);
    if (kept !== undefined) {
      report.fault(place, 'Slug', slug, `was merged into ${kept}; remove the row`);
      return null;
    }
    const stored = bySlug.get(slug);
    return stored === undefined
      ? { id: idOfKey('Organization', slug), slug, type: kind, isOwn: true, isNew: true }
      : { ...stored, isOwn: true };
  });
}

async function addNames(
  rows: readonly (SoundRow & { readonly owner: Own })[],
  intake: Intake,
): Promise<void> {
  const { manager, sourceId } = intake;
  const wanted = rows.flatMap(({ owner, value }) =>
    (value.otherNames ?? []).map((text) => ({ organizationId: owner.id, text })),
  );
  const stored = await manager.query<{ key: string }[]>(
    `SELECT organization_id || ' ' || text AS key FROM organization_name
     WHERE organization_id = ANY($1::uuid[])`,
    [wanted.map(({ organizationId }) => organizationId)],
  );
  const has = new Set(stored.map(({ key }) => key));
  await intake.store(
    OrganizationName,
    wanted
      .filter(({ organizationId, text }) => !has.has(`${organizationId} ${text}`))
      .map((row) => ({ ...row, kind: 'ALIAS' as const, language: null, script: null, sourceId })),
  );
}

/** Adds unused identifiers to the row's organization; one of another organization is a fault. */
async function addIdentifiers(
  rows: readonly (SoundRow & { readonly owner: Own })[],
  intake: Intake,
): Promise<void> {
  const { manager, report, sourceId } = intake;
  const all = rows.flatMap(({ identifiers }) => identifiers);
  const stored = await manager.query<{ key: string; id: OrganizationId; slug: string }[]>(
    `SELECT i.scheme || '-' || i.value AS key, o.id, o.slug
     FROM unnest($1::text[], $2::text[]) AS s(scheme, value)
     JOIN identifier i ON i.scheme = s.scheme AND i.value = s.value
     JOIN organization o ON o.id = i.organization_id`,
    [all.map(({ scheme }) => scheme), all.map(({ value }) => value)],
  );
  const holders = new Map(stored.map((row) => [row.key, row]));
  const ranks = new Map(
    (
      await manager.query<{ id: string; rank: number }[]>(
        `SELECT organization_id AS id, max(rank)::int AS rank FROM identifier
         WHERE organization_id = ANY($1::uuid[]) GROUP BY 1`,
        [rows.map(({ owner }) => owner.id)],
      )
    ).map(({ id, rank }) => [id, rank]),
  );
  const added: Partial<Identifier>[] = [];
  for (const { owner, identifiers, place } of rows) {
    for (const { scheme, value } of identifiers) {
      const key = `${scheme}-${value}`;
      const holder = holders.get(key);
      if (holder?.id === owner.id) continue;
      if (holder !== undefined) {
        const reason = `is the identifier of another organization, ${holder.slug}; if they are the same, merge them`;
        report.fault(place, 'Identifiers', key, reason);
        continue;
      }
      const rank = (ranks.get(owner.id) ?? 0) + 1;
      ranks.set(owner.id, rank);
      holders.set(key, { key, id: owner.id, slug: owner.slug });
      added.push({ scheme, value, organizationId: owner.id, rank, sourceId });
    }
  }
  await intake.store(Identifier, added);
}
