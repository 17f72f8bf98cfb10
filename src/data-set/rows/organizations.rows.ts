import { DonorCategory } from '../../../entities/network/donor.entity.js';
import { ExcellenceLabel } from '../../../entities/network/excellence-label.entity.js';
import { Identifier } from '../../../entities/network/identifier.entity.js';
import { InstitutionCategory } from '../../../entities/network/institution.entity.js';
import { Organization } from '../../../entities/network/organization.entity.js';
import { OrganizationName } from '../../../entities/network/organization-name.entity.js';
import { OrganizationSector } from '../../../entities/network/organization-sector.entity.js';
import { PartnerCategory } from '../../../entities/network/partner.entity.js';
import { derivedId, type RowMaker } from './row-maker.js';

const CATEGORIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Institution: InstitutionCategory,
  Donor: DonorCategory,
  Partner: PartnerCategory,
};

/** Organizations with their names, identifiers, sectors and labels. */
export function organizationRows({
  dataSet,
  references,
  faults,
  add,
  addOwned,
  source,
  sourceOfPart,
  inOrder,
  onceOnly,
}: RowMaker): void {
  const organizations = dataSet.organizations.map((placed) => ({
    placed,
    id: references.bring('Organization', placed.value.slug, placed, placed.value.type),
  }));
  add(
    Organization,
    organizations.map(({ id, placed }) => {
      const record = placed.value;
      const categories = CATEGORIES[record.type];
      if (record.category !== undefined && !(record.category in (categories ?? {}))) {
        faults.push(
          placed.fault(
            'category',
            record.category,
            categories === undefined
              ? `must be left out: the type ${record.type} has no categories`
              : `must be one of ${Object.keys(categories).join(', ')} for the type ${record.type}`,
          ),
        );
      }
      for (const [field, type] of [
        ['stage', 'Cluster'],
        ['sizeClass', 'Company'],
        ['labels', 'Cluster'],
      ] as const) {
        if (record[field] !== undefined && record.type !== type) {
          faults.push(placed.fault(field, record[field], `is only for the type ${type}`));
        }
      }
      if ((record.latitude === undefined) !== (record.longitude === undefined)) {
        faults.push(
          placed.fault('latitude', record.latitude, 'requires a longitude; give both or neither'),
        );
      }
      return {
        id,
        type: record.type,
        slug: record.slug,
        name: record.name,
        description: record.description ?? null,
        parentId: references.findOptional('Organization', record.parent, 'parent', placed),
        country: record.country ?? null,
        regionId: references.findOptional('Region', record.region, 'region', placed),
        city: record.city ?? null,
        latitude: record.latitude ?? null,
        longitude: record.longitude ?? null,
        website: record.website ?? null,
        status: record.status,
        legalForm: record.legalForm ?? null,
        stage: record.stage ?? null,
        sizeClass: record.sizeClass ?? null,
        category: record.category ?? null,
        sourceId: source(record.source, placed),
      } as Partial<Organization>;
    }),
  );
  addOwned(
    OrganizationName,
    'organizationId',
    organizations,
    organizations.flatMap(({ id, placed }) =>
      (placed.value.otherNames ?? []).map((name, index) => {
        onceOnly('name', `${id} ${name.text}`, placed, `otherNames.${String(index)}.text`);
        return {
          organizationId: id,
          text: name.text,
          kind: name.kind,
          language: name.language ?? null,
          script: name.script ?? null,
          sourceId: sourceOfPart(name.source, placed, `otherNames.${String(index)}.source`),
        };
      }),
    ),
  );
  addOwned(
    Identifier,
    'organizationId',
    organizations,
    organizations.flatMap(({ id, placed }) =>
      (placed.value.identifiers ?? []).map((identifier, index) => {
        const { scheme, value } = identifier;
        const field = `identifiers.${String(index)}`;
        onceOnly('identifier', `${scheme} ${value}`, placed, field);
        references.holdIdentifier(id, `${scheme} ${value}`, field, placed);
        return {
          scheme,
          value,
          organizationId: id,
          rank: index + 1,
          sourceId: sourceOfPart(identifier.source, placed, `${field}.source`),
        };
      }),
    ),
  );
  addOwned(
    OrganizationSector,
    'organizationId',
    organizations,
    organizations.flatMap(({ id, placed }) =>
      (placed.value.sectors ?? []).map((key, index) => ({
        organizationId: id,
        sectorId: references.find('Sector', key, `sectors.${String(index)}`, placed),
      })),
    ),
  );
  addOwned(
    ExcellenceLabel,
    'clusterId',
    organizations,
    organizations.flatMap(({ id, placed }) =>
      (placed.value.labels ?? []).map((label, index) => {
        const prefix = `labels.${String(index)}.`;
        const { level, awardedOn, validUntil } = label;
        const key = [placed.value.slug, level, awardedOn].join(' ');
        onceOnly('label', key, placed, `${prefix}level`);
        inOrder(['awardedOn', awardedOn], ['validUntil', validUntil], placed, prefix);
        return {
          id: derivedId('ExcellenceLabel', placed.value.slug, level, awardedOn),
          clusterId: id,
          clusterType: 'Cluster' as const,
          level,
          awardedOn: awardedOn ?? null,
          validUntil: validUntil ?? null,
          sourceId: sourceOfPart(label.source, placed, `${prefix}source`),
        };
      }),
    ),
  );
}
