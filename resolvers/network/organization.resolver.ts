import { Field, Float, ObjectType, Resolver } from 'type-graphql';
import { Identifier } from '../../entities/network/identifier.entity.js';
import { OrganizationName } from '../../entities/network/organization-name.entity.js';
import { Organization } from '../../entities/network/organization.entity.js';
import {
  ConnectionField,
  type Declared,
  EmbeddedField,
  FirstField,
  ListField,
} from '../../src/fields/decorators.js';
import { relation } from '../../src/fields/relation.js';
import { sql, type Sql } from '../../src/fields/sql.js';
import { SectorConnection } from '../shared/connections.js';
import { OrganizationFilter, SectorFilter } from '../shared/filters.js';
import { OrganizationOrder, SectorOrder } from '../shared/orders.js';
import { OrganizationConnection } from './connections.js';
import {
  GroupConnection,
  InitiativeOfParticipantConnection,
  MemberConnection,
  PartnerOrganizationConnection,
  PartnershipOfPartyConnection,
} from './edges.types.js';
import {
  MembershipFilter,
  ParticipationFilter,
  PartnerFilter,
  PartnershipFilter,
} from './filters.js';
import {
  GroupOrder,
  MemberOrder,
  ParticipationOrder,
  PartnerOrder,
  PartnershipOrder,
} from './orders.js';

@ObjectType({ description: 'A point on the earth (WGS 84).' })
export class Coordinates {
  @Field(() => Float, { description: 'Degrees north of the equator.' })
  latitude!: number;

  @Field(() => Float, { description: 'Degrees east of Greenwich.' })
  longitude!: number;
}

/** Links derived rows to the organization that they are about. */
const ofOrganization = {
  on: (row: { readonly organizationId: Sql }, organizationId: Sql) =>
    sql`${row.organizationId} = ${organizationId}`,
};

@Resolver(() => Organization)
export class OrganizationResolver {
  @EmbeddedField(Organization, () => Coordinates, {
    columns: { latitude: 'latitude', longitude: 'longitude' },
    nullable: true,
    description: 'The coordinates of its seat. Null if unknown.',
  })
  coordinates!: Coordinates | null;

  @ListField(() => OrganizationName, {
    link: relation(Organization, 'otherNames'),
    order: (name) => sql`${name.kind}, ${name.text}`,
    limit: 100,
    description:
      'Its other names: names in other languages and scripts, short names and former names.',
  })
  otherNames!: OrganizationName[];

  @ListField(() => Identifier, {
    link: relation(Organization, 'identifiers'),
    order: (identifier) => identifier.rank,
    limit: 100,
    description: 'Its register identifiers, the primary one first.',
  })
  identifiers!: Identifier[];

  @FirstField(() => Identifier, {
    link: relation(Organization, 'identifiers'),
    order: (identifier) => identifier.rank,
    nullable: true,
    description:
      'Its primary register identifier, which other graphs use as the key to join this one. Null if it has no known identifier.',
  })
  identifier!: Identifier | null;

  @ConnectionField(OrganizationConnection, {
    link: relation(Organization, 'parts'),
    filter: OrganizationFilter,
    orders: OrganizationOrder,
    description: 'Its parts, such as the faculties of a university or the agencies of a ministry.',
  })
  parts!: Declared;

  @ConnectionField(SectorConnection, {
    link: relation(Organization, 'sectors'),
    filter: SectorFilter,
    orders: SectorOrder,
    description: 'The sectors it works in.',
  })
  sectors!: Declared;

  @ConnectionField(GroupConnection, {
    link: relation(Organization, 'memberships'),
    asOf: true,
    filter: MembershipFilter,
    orders: GroupOrder,
    description: 'The clusters and associations that it is or was a member of.',
  })
  memberships!: Declared;

  @ConnectionField(MemberConnection, {
    link: relation(Organization, 'members'),
    asOf: true,
    filter: MembershipFilter,
    orders: MemberOrder,
    description: 'Its members, if it is a cluster or an association.',
  })
  members!: Declared;

  @ConnectionField(PartnershipOfPartyConnection, {
    link: relation(Organization, 'partnerships'),
    asOf: true,
    filter: PartnershipFilter,
    orders: PartnershipOrder,
    description: 'The partnerships that it is a party to.',
  })
  partnerships!: Declared;

  @ConnectionField(PartnerOrganizationConnection, {
    link: ofOrganization,
    asOf: true,
    filter: PartnerFilter,
    orders: PartnerOrder,
    description: 'The organizations that it shares a partnership with, each listed once.',
  })
  partners!: Declared;

  @ConnectionField(InitiativeOfParticipantConnection, {
    link: relation(Organization, 'initiatives'),
    asOf: true,
    filter: ParticipationFilter,
    orders: ParticipationOrder,
    description: 'The initiatives that it takes part in.',
  })
  initiatives!: Declared;
}
