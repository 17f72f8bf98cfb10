import { ClusterStage } from '../../../entities/network/cluster-stage.js';
import type { Cluster } from '../../../entities/network/cluster.entity.js';
import { type Company, SizeClass } from '../../../entities/network/company.entity.js';
import { DonorCategory } from '../../../entities/network/donor.entity.js';
import { ExcellenceLabel, LabelLevel } from '../../../entities/network/excellence-label.entity.js';
import { Identifier } from '../../../entities/network/identifier.entity.js';
import { InstitutionCategory } from '../../../entities/network/institution.entity.js';
import { OrganizationName } from '../../../entities/network/organization-name.entity.js';
import { OrganizationSector } from '../../../entities/network/organization-sector.entity.js';
import { Organization, OrganizationStatus } from '../../../entities/network/organization.entity.js';
import { PartnerCategory } from '../../../entities/network/partner.entity.js';
import { regionOf, someSectorId } from './classification.js';
import { COUNTRY, FIELDS, idOf, type NetworkPlan } from './plan.js';
import { one, table, type Table } from './table.js';
import { dateIn, word } from './values.js';
import { itemAt } from '../../domain/present.js';

type AnyOrganization = Organization &
  Pick<Cluster, 'stage'> &
  Pick<Company, 'sizeClass'> & { category: string | null };

const CATEGORIES: Readonly<Partial<Record<Organization['type'], readonly string[]>>> = {
  Donor: Object.values(DonorCategory),
  Partner: Object.values(PartnerCategory),
  Institution: Object.values(InstitutionCategory),
};

export function organizations(network: NetworkPlan): Table {
  return table<AnyOrganization>(Organization, network.sizes.organizations, one, (organization) => {
    const { type, slug } = network.organization(organization);
    const random = network.random('organization', organization);
    const isPlaced = !random.oneIn(3);
    const categories = CATEGORIES[type];
    return {
      id: network.organizationId(organization),
      type,
      slug,
      name: organizationName(network, organization),
      description: type === 'Cluster' ? 'Made by a generator, to try the network out.' : null,
      parentId: parentOf(network, organization),
      country: COUNTRY,
      regionId: random.oneIn(20) ? null : regionOf(random),
      city: random.oneIn(4) ? null : word(random).latin,
      latitude: isPlaced ? 42 + random.below(40_000) / 10_000 : null,
      longitude: isPlaced ? 19 + random.below(40_000) / 10_000 : null,
      website: random.oneIn(3) ? `https://${slug}.example` : null,
      status: random.oneIn(10) ? random.pick(Object.values(OrganizationStatus)) : 'ACTIVE',
      legalForm: type === 'Company' ? 'Limited company' : null,
      stage: type === 'Cluster' ? random.pick(Object.values(ClusterStage)) : null,
      sizeClass: type === 'Company' ? random.pick(Object.values(SizeClass)) : null,
      category: categories === undefined ? null : random.pick(categories),
      sourceId: network.sourceId(organization),
    };
  });
}

/** One in seven organizations that are not groups is a part of the one before it. */
function parentOf(network: NetworkPlan, organization: number): Organization['parentId'] {
  const isPart = organization > network.firstNonGroup && organization % 7 === 3;
  return isPart ? network.organizationId(organization - 1) : null;
}

/** `Synthetic Cluster 12 of Machining Šavolje`, `Synthetic Company 345 Đokra Software`. */
function organizationName(network: NetworkPlan, organization: number): string {
  const { type, number } = network.organization(organization);
  const { latin } = network.wordOf(organization);
  const field = String(FIELDS[network.fieldOf(organization)]);
  const rest = organization < network.firstNonGroup ? `of ${field} ${latin}` : `${latin} ${field}`;
  return `Synthetic ${type} ${String(number)} ${rest}`;
}

/** The association and every cluster have names of two kinds; one in three others has one kind. */
export function otherNames(network: NetworkPlan): Table {
  const { organizations } = network.sizes;
  return table<OrganizationName>(
    OrganizationName,
    organizations,
    (organization) => (organization < network.firstNonGroup ? 2 : Number(organization % 3 === 0)),
    (organization, child) => ({
      organizationId: network.organizationId(organization),
      ...otherName(network, organization, child),
      sourceId: network.sourceId(organization + child),
    }),
  );
}

function otherName(
  network: NetworkPlan,
  organization: number,
  child: number,
): Pick<OrganizationName, 'text' | 'kind' | 'language' | 'script'> {
  const { type, number } = network.organization(organization);
  const { latin, cyrillic } = network.wordOf(organization);
  const former = word(network.random('organizationName', organization)).latin;
  const kinds = ['TRANSLITERATION', 'ACRONYM', 'FORMER', 'TRANSLATION', 'ALIAS'] as const;
  const kind = kinds[(organization + child) % kinds.length] ?? 'ALIAS';
  switch (kind) {
    case 'TRANSLITERATION':
      return { text: `${cyrillic} ${String(number)}`, kind, language: 'sr', script: 'Cyrl' };
    case 'ACRONYM':
      return {
        text: `SYN${type.charAt(0)}${String(number)}`,
        kind,
        language: null,
        script: null,
      };
    case 'FORMER':
      return { text: `Synthetic ${type} ${former}`, kind, language: 'en', script: 'Latn' };
    case 'TRANSLATION':
      return {
        text: `Sintetički ${latin} ${String(number)}`,
        kind,
        language: 'sr',
        script: 'Latn',
      };
    case 'ALIAS':
      return { text: `${latin} ${String(number)}`, kind, language: null, script: null };
  }
}

/** Three in five organizations are in the register, and one in five is in a second one too. */
export function identifiers(network: NetworkPlan): Table {
  const schemes = ['ZZ-SYN', 'ZZ-SYN_TAX'];
  return table<Identifier>(
    Identifier,
    network.sizes.organizations,
    (organization) => [2, 1, 0, 1, 0][organization % 5] ?? 0,
    (organization, child) => ({
      scheme: itemAt(schemes, child),
      value: String(organization + 1).padStart(8, '0'),
      organizationId: network.organizationId(organization),
      rank: child + 1,
      sourceId: network.sourceId(child),
    }),
  );
}

export function organizationSectors(network: NetworkPlan): Table {
  return table<OrganizationSector>(
    OrganizationSector,
    network.sizes.organizations,
    (organization) => (organization % 3 === 0 ? 2 : 1),
    (organization, child, row) => ({
      organizationId: network.organizationId(organization),
      sectorId: someSectorId(network.fieldOf(organization), child, network.random('sector', row)),
    }),
  );
}

/** One cluster in two has had a label, and one in four has had a second one. */
export function excellenceLabels(network: NetworkPlan): Table {
  return table<ExcellenceLabel>(
    ExcellenceLabel,
    network.sizes.clusters,
    (cluster) => [2, 0, 1, 0][cluster % 4] ?? 0,
    (cluster, child, row) => {
      const random = network.random('label', row);
      const year = 2010 + random.below(13);
      return {
        id: idOf('ExcellenceLabel', 'label', row + 1),
        clusterId: network.organizationId(1 + cluster),
        clusterType: 'Cluster',
        level: random.pick(Object.values(LabelLevel)),
        awardedOn: dateIn(year, random),
        validUntil: random.oneIn(4) ? null : dateIn(year + 2, random),
        sourceId: network.sourceId(child),
      };
    },
  );
}
