import { ID, Resolver } from 'type-graphql';
import { Association } from '../entities/network/association.entity.js';
import { Cluster } from '../entities/network/cluster.entity.js';
import { Company } from '../entities/network/company.entity.js';
import { Donor, DonorCategory } from '../entities/network/donor.entity.js';
import { Institution, InstitutionCategory } from '../entities/network/institution.entity.js';
import { Organization } from '../entities/network/organization.entity.js';
import { Partner, PartnerCategory } from '../entities/network/partner.entity.js';
import type { Connection } from '../src/fields/connection.js';
import {
  ColumnField,
  ConnectionField,
  ConnectionQuery,
  LookupQuery,
} from '../src/fields/decorators.js';
import { relation } from '../src/fields/relation.js';
import type { Target } from '../src/fields/lookup.js';
import { OrganizationFilter } from './filters.js';
import {
  BY_IDENTIFIER,
  BY_ORGANIZATION_SLUG,
  byId,
  identifierKey,
  onlyKey,
  wellFormed,
  IdentifierInput,
} from './keys.js';
import * as lists from './lists.types.js';
import { ExcellenceLabelOrder, OrganizationOrder } from './orders.js';
import type { ClassOf } from '../src/fields/row.js';

interface OrganizationKeys {
  readonly id?: string | null;
  readonly slug?: string | null;
  readonly identifier?: IdentifierInput | null;
}

function findOrganization(
  type: ClassOf,
  { id, slug, identifier }: OrganizationKeys,
): Target | null {
  onlyKey({ id, slug, identifier });
  if (slug != null) {
    return { type, by: BY_ORGANIZATION_SLUG, key: wellFormed('slug', slug, 'slug') };
  }
  if (identifier == null) return byId(type, 'Organization', id ?? '');
  wellFormed('identifierScheme', identifier.scheme, 'identifier', 'scheme');
  wellFormed('identifierValue', identifier.value, 'identifier', 'value');
  return { type, by: BY_IDENTIFIER, key: identifierKey(identifier) ?? '' };
}

/** The root fields of one kind of organization: one by key, and a list of all. */
function rootsOf(type: ClassOf, one: string, all: string, connection: Connection, text: string) {
  class Roots {
    [one]!: never;
    [all]!: never;
  }
  const target = Roots.prototype;
  const key = (of: () => unknown, what: string) => ({
    type: of,
    description: `${what} Provide exactly one key.`,
  });
  LookupQuery(() => type, {
    nullable: true,
    description: `Returns ${text} by one of its keys, including keys of records that were merged into it. ${
      type === Organization
        ? 'Null if not found.'
        : 'Null if not found, or if it was merged into an organization of another kind; use `organization` to find that one.'
    }`,
    args: {
      id: key(() => ID, 'Finds the organization with this id.'),
      slug: key(() => String, 'Finds the organization with this slug.'),
      identifier: key(
        () => IdentifierInput,
        'Finds the organization that has this identifier; any of its identifiers works.',
      ),
    },
    lookup: (keys: OrganizationKeys) => findOrganization(type, keys),
  })(target, one);
  ConnectionQuery(connection, {
    filter: OrganizationFilter,
    orders: OrganizationOrder,
    description: `Lists all ${all}.`,
  })(target, all);
  Resolver()(Roots);
  return Roots;
}

export const ORGANIZATION_ROOTS = [
  rootsOf(
    Organization,
    'organization',
    'organizations',
    lists.OrganizationConnection,
    'an organization of any kind',
  ),
  rootsOf(
    Association,
    'association',
    'associations',
    lists.AssociationConnection,
    'an association',
  ),
  rootsOf(Cluster, 'cluster', 'clusters', lists.ClusterConnection, 'a cluster'),
  rootsOf(Company, 'company', 'companies', lists.CompanyConnection, 'a company'),
  rootsOf(
    Institution,
    'institution',
    'institutions',
    lists.InstitutionConnection,
    'an institution',
  ),
  rootsOf(Donor, 'donor', 'donors', lists.DonorConnection, 'a donor'),
  rootsOf(Partner, 'partner', 'partners', lists.PartnerConnection, 'a partner'),
];

@Resolver(() => Donor)
export class DonorResolver {
  @ColumnField(Donor, 'category', () => DonorCategory, {
    nullable: true,
    description: 'The category of donor.',
  })
  donorCategory!: DonorCategory | null;
}

@Resolver(() => Institution)
export class InstitutionResolver {
  @ColumnField(Institution, 'category', () => InstitutionCategory, {
    nullable: true,
    description: 'The category of institution.',
  })
  institutionCategory!: InstitutionCategory | null;
}

@Resolver(() => Partner)
export class PartnerResolver {
  @ColumnField(Partner, 'category', () => PartnerCategory, {
    nullable: true,
    description: 'The category of the partner.',
  })
  partnerCategory!: PartnerCategory | null;
}

/** The entities that other graphs can query, by type name. */
export const ORGANIZATION_CLASSES: ReadonlyMap<string, ClassOf> = new Map(
  [Organization, Association, Cluster, Company, Institution, Donor, Partner].map((type) => [
    type.name,
    type,
  ]),
);

@Resolver(() => Cluster)
export class ClusterResolver {
  @ConnectionField(lists.ExcellenceLabelConnection, {
    link: relation(Cluster, 'labels'),
    orders: ExcellenceLabelOrder,
    description: 'The cluster excellence labels that it was awarded.',
  })
  labels!: never;
}
