import { ID, Resolver } from 'type-graphql';
import { Association } from '../../entities/network/association.entity.js';
import { Cluster } from '../../entities/network/cluster.entity.js';
import { Company } from '../../entities/network/company.entity.js';
import { Donor, DonorCategory } from '../../entities/network/donor.entity.js';
import { Institution, InstitutionCategory } from '../../entities/network/institution.entity.js';
import { Organization } from '../../entities/network/organization.entity.js';
import { Partner, PartnerCategory } from '../../entities/network/partner.entity.js';
import type { Connection } from '../../src/fields/connection.js';
import {
  ColumnField,
  ConnectionField,
  ConnectionQuery,
  type Declared,
  LookupQuery,
} from '../../src/fields/decorators.js';
import type { Target } from '../../src/fields/lookup.js';
import { relation } from '../../src/fields/relation.js';
import type { ClassOf } from '../../src/fields/row.js';
import { OrganizationFilter } from '../shared/filters.js';
import {
  BY_IDENTIFIER,
  BY_ORGANIZATION_SLUG,
  byId,
  IdentifierInput,
  identifierKey,
  onlyKey,
  wellFormed,
} from '../shared/keys.js';
import { OrganizationOrder } from '../shared/orders.js';
import {
  AssociationConnection,
  ClusterConnection,
  CompanyConnection,
  DonorConnection,
  ExcellenceLabelConnection,
  InstitutionConnection,
  PartnerConnection,
  OrganizationConnection,
} from './connections.js';
import { ExcellenceLabelOrder } from './orders.js';

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
  if (id != null) return byId(type, 'Organization', id);
  if (identifier == null) return null;
  wellFormed('identifierScheme', identifier.scheme, 'identifier', 'scheme');
  wellFormed('identifierValue', identifier.value, 'identifier', 'value');
  const key = identifierKey(identifier);
  return key === null ? null : { type, by: BY_IDENTIFIER, key };
}

/** The queries for one kind of organization: for one by its key, and for all. */
function queriesOf(type: ClassOf, one: string, all: string, connection: Connection, text: string) {
  class Queries {
    [one]!: Declared;
    [all]!: Declared;
  }
  const target = Queries.prototype;
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
  Resolver()(Queries);
  return Queries;
}

export const ORGANIZATION_QUERIES = [
  queriesOf(
    Organization,
    'organization',
    'organizations',
    OrganizationConnection,
    'an organization of any kind',
  ),
  queriesOf(Association, 'association', 'associations', AssociationConnection, 'an association'),
  queriesOf(Cluster, 'cluster', 'clusters', ClusterConnection, 'a cluster'),
  queriesOf(Company, 'company', 'companies', CompanyConnection, 'a company'),
  queriesOf(Institution, 'institution', 'institutions', InstitutionConnection, 'an institution'),
  queriesOf(Donor, 'donor', 'donors', DonorConnection, 'a donor'),
  queriesOf(Partner, 'partner', 'partners', PartnerConnection, 'a partner'),
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

@Resolver(() => Cluster)
export class ClusterResolver {
  @ConnectionField(ExcellenceLabelConnection, {
    link: relation(Cluster, 'labels'),
    orders: ExcellenceLabelOrder,
    description: 'The cluster excellence labels that it was awarded.',
  })
  labels!: Declared;
}

/** The entities that other graphs can query, by type name. */
export const ORGANIZATION_CLASSES: ReadonlyMap<string, ClassOf> = new Map(
  [Organization, Association, Cluster, Company, Institution, Donor, Partner].map((type) => [
    type.name,
    type,
  ]),
);
