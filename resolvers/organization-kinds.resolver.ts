import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { Association } from '../entities/association.entity.js';
import { Cluster } from '../entities/cluster.entity.js';
import { Company } from '../entities/company.entity.js';
import { Donor } from '../entities/donor.entity.js';
import { Institution } from '../entities/institution.entity.js';
import { Organization } from '../entities/organization.entity.js';
import { Partner } from '../entities/partner.entity.js';
import type { Context } from '../src/context.js';
import type { Connection } from '../src/graph/connection.js';
import { FieldsOf, RootPage, ToPage } from '../src/graph/declare.js';
import { IdentifierInput, OrganizationFilter } from './filters.js';
import {
  BY_IDENTIFIER,
  BY_ORGANIZATION_ID,
  BY_ORGANIZATION_SLUG,
  identifierKey,
  idOf,
  onlyKey,
} from './keys.js';
import * as lists from './lists.types.js';
import { ExcellenceLabelOrder, OrganizationOrder } from './orders.js';
import type { ClassOf, Row } from '../src/graph/row.js';

interface OrganizationKeys {
  readonly id: string | null;
  readonly slug: string | null;
  readonly identifier: IdentifierInput | null;
}

async function findOrganization(
  type: ClassOf,
  { id, slug, identifier }: OrganizationKeys,
  { reader }: Context,
  info: GraphQLResolveInfo,
): Promise<Row | null> {
  onlyKey({ id, slug, identifier });
  if (slug != null) return reader.oneBy(type, BY_ORGANIZATION_SLUG, slug, info);
  if (identifier != null) {
    const key = identifierKey(identifier);
    return key === null ? null : reader.oneBy(type, BY_IDENTIFIER, key, info);
  }
  const own = idOf('Organization', id ?? '');
  return own === null ? null : reader.oneBy(type, BY_ORGANIZATION_ID, own, info);
}

/** The root fields of one kind of organisation: one by any of its keys, and all. */
function rootsOf(type: ClassOf, one: string, all: string, connection: Connection, text: string) {
  class Roots {
    [one](
      id: string | null,
      slug: string | null,
      identifier: IdentifierInput | null,
      context: Context,
      info: GraphQLResolveInfo,
    ): Promise<Row | null> {
      return findOrganization(type, { id, slug, identifier }, context, info);
    }
  }
  const target = Roots.prototype;
  const given = (what: string) => ({
    nullable: true,
    description: `${what} Give exactly one key.`,
  });
  Arg('id', () => ID, given('Its id.'))(target, one, 0);
  Arg('slug', () => String, given('Its slug.'))(target, one, 1);
  Arg('identifier', () => IdentifierInput, given('Any of its identifiers.'))(target, one, 2);
  Ctx()(target, one, 3);
  Info()(target, one, 4);
  Query(() => type as never, {
    nullable: true,
    description: `${text}, by one of its keys. Null if there is none.`,
  })(target, one, {});
  RootPage(connection, {
    filter: OrganizationFilter,
    orders: OrganizationOrder,
    description: `All ${all}.`,
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
    'An organisation of any kind',
  ),
  rootsOf(
    Association,
    'association',
    'associations',
    lists.AssociationConnection,
    'An association',
  ),
  rootsOf(Cluster, 'cluster', 'clusters', lists.ClusterConnection, 'A cluster'),
  rootsOf(Company, 'company', 'companies', lists.CompanyConnection, 'A company'),
  rootsOf(
    Institution,
    'institution',
    'institutions',
    lists.InstitutionConnection,
    'An institution',
  ),
  rootsOf(Donor, 'donor', 'donors', lists.DonorConnection, 'A donor'),
  rootsOf(Partner, 'partner', 'partners', lists.PartnerConnection, 'A partner'),
];

/** The entities that other graphs can ask for, by the name of their type. */
export const ORGANIZATION_CLASSES: ReadonlyMap<string, ClassOf> = new Map(
  [Organization, Association, Cluster, Company, Institution, Donor, Partner].map((type) => [
    type.name,
    type,
  ]),
);

@FieldsOf(() => Cluster)
export class ClusterResolver {
  @ToPage(lists.ExcellenceLabelConnection, {
    link: { on: 't.cluster_id = p.key' },
    orders: ExcellenceLabelOrder,
    description: 'Its excellence labels.',
  })
  labels!: never;
}
