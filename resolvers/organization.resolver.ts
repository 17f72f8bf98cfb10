import { Field, Float, ObjectType, Resolver } from 'type-graphql';
import { AdvocacyCase } from '../entities/knowledge/advocacy-case.entity.js';
import { Announcement } from '../entities/knowledge/announcement.entity.js';
import { Claim } from '../entities/knowledge/claim.entity.js';
import { CooperationOffer } from '../entities/knowledge/cooperation-offer.entity.js';
import { Event } from '../entities/knowledge/event.entity.js';
import { Identifier } from '../entities/network/identifier.entity.js';
import { InitiativeParticipation } from '../entities/network/initiative.entity.js';
import { Membership } from '../entities/network/membership.entity.js';
import { Organization } from '../entities/network/organization.entity.js';
import { OrganizationName } from '../entities/network/organization-name.entity.js';
import { PartnershipParty } from '../entities/network/partnership-party.entity.js';
import { Partnership } from '../entities/network/partnership.entity.js';
import { Seat } from '../entities/knowledge/seat.entity.js';
import { from, rows, type Columns } from '../src/fields/columns.js';
import { ConnectionField, EmbeddedField, FirstField, ListField } from '../src/fields/decorators.js';
import { relation } from '../src/fields/relation.js';
import type { ClassOf } from '../src/fields/row.js';
import { join, sql, type Sql } from '../src/fields/sql.js';
import * as ends from './ends.types.js';
import * as filters from './filters.js';
import * as lists from './lists.types.js';
import * as order from './orders.js';

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

/** Links a source to the organizations whose names, claims and ties come from it. */
const behindOrganization = {
  on: (source: { readonly id: Sql }, id: Sql) => {
    const sourcesOf = <Row>(
      entity: ClassOf<Row>,
      of: (row: Columns<Row>) => { readonly sourceId: Sql; readonly organizationId: Sql },
    ) => {
      const row = rows(entity);
      const { sourceId, organizationId } = of(row);
      return sql`SELECT ${sourceId} FROM ${from(row)} WHERE ${organizationId} = ${id}`;
    };
    const partnership = rows(Partnership);
    const party = rows(PartnershipParty);
    const sources = [
      sourcesOf(Organization, ({ sourceId, id: organizationId }) => ({ sourceId, organizationId })),
      sourcesOf(OrganizationName, (row) => row),
      sourcesOf(Identifier, (row) => row),
      sourcesOf(Claim, (row) => row),
      sourcesOf(Membership, ({ sourceId, memberId: organizationId }) => ({
        sourceId,
        organizationId,
      })),
      sourcesOf(Membership, ({ sourceId, groupId: organizationId }) => ({
        sourceId,
        organizationId,
      })),
      sourcesOf(Seat, (row) => row),
      sourcesOf(InitiativeParticipation, (row) => row),
      sourcesOf(CooperationOffer, (row) => row),
      sourcesOf(Announcement, ({ sourceId, authorId: organizationId }) => ({
        sourceId,
        organizationId,
      })),
      sql`SELECT ${partnership.sourceId} FROM ${from(partnership)} JOIN ${from(party)}
          ON ${party.partnershipId} = ${partnership.id} WHERE ${party.organizationId} = ${id}`,
    ];
    return sql`${source.id} IN (${join(sources, ' UNION ')})`;
  },
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

  @ConnectionField(lists.SectorConnection, {
    link: relation(Organization, 'sectors'),
    filter: filters.SectorFilter,
    orders: order.SectorOrder,
    description: 'The sectors it works in.',
  })
  sectors!: never;

  @ConnectionField(ends.GroupConnection, {
    link: relation(Organization, 'memberships'),
    asOf: true,
    filter: filters.MembershipFilter,
    orders: order.GroupOrder,
    description: 'The clusters and associations that it is or was a member of.',
  })
  memberships!: never;

  @ConnectionField(ends.MemberConnection, {
    link: relation(Organization, 'members'),
    asOf: true,
    filter: filters.MembershipFilter,
    orders: order.MemberOrder,
    description: 'Its members, if it is a cluster or an association.',
  })
  members!: never;

  @ConnectionField(ends.PartnershipOfPartyConnection, {
    link: relation(Organization, 'partnerships'),
    asOf: true,
    filter: filters.PartnershipFilter,
    orders: order.PartnershipOrder,
    description: 'The partnerships that it is a party to.',
  })
  partnerships!: never;

  @ConnectionField(ends.PartnerOrganizationConnection, {
    link: ofOrganization,
    asOf: true,
    filter: filters.PartnerFilter,
    orders: order.PartnerOrder,
    description: 'The organizations that it shares a partnership with, each listed once.',
  })
  partners!: never;

  @ConnectionField(ends.InitiativeOfParticipantConnection, {
    link: relation(Organization, 'initiatives'),
    asOf: true,
    filter: filters.ParticipationFilter,
    orders: order.ParticipationOrder,
    description: 'The initiatives that it takes part in.',
  })
  initiatives!: never;

  @ConnectionField(ends.SeatHolderConnection, {
    link: relation(Seat, 'organization'),
    asOf: true,
    filter: filters.SeatFilter,
    orders: order.SeatOrder,
    description: 'The persons who hold an office in it.',
  })
  seats!: never;

  @ConnectionField(lists.SeatConnection, {
    link: relation(Seat, 'nominatedBy'),
    asOf: true,
    filter: filters.SeatFilter,
    orders: order.SeatOrder,
    description: 'The seats in other bodies for which it nominated someone.',
  })
  nominations!: never;

  @ConnectionField(lists.EventConnection, {
    link: relation(Event, 'organizers'),
    filter: filters.EventFilter,
    orders: order.EventOrder,
    description: 'The events that it organizes.',
  })
  events!: never;

  @ConnectionField(lists.AdvocacyCaseConnection, {
    link: relation(AdvocacyCase, 'beneficiaries'),
    filter: filters.AdvocacyCaseFilter,
    orders: order.AdvocacyCaseOrder,
    description: 'The advocacy cases pursued for its benefit.',
  })
  advocacyCases!: never;

  @ConnectionField(lists.AdvocacyCaseConnection, {
    link: relation(AdvocacyCase, 'target'),
    filter: filters.AdvocacyCaseFilter,
    orders: order.AdvocacyCaseOrder,
    description: 'The advocacy cases addressed to it, if it is an institution.',
  })
  advocacyReceived!: never;

  @ConnectionField(lists.AnnouncementConnection, {
    link: relation(Announcement, 'author'),
    filter: filters.AnnouncementFilter,
    orders: order.AnnouncementOrder,
    description: 'The public statements that it has made.',
  })
  announcements!: never;

  @ConnectionField(lists.CooperationOfferConnection, {
    link: relation(CooperationOffer, 'organization'),
    asOf: true,
    filter: filters.CooperationOfferFilter,
    orders: order.CooperationOfferOrder,
    description: 'What the organization offers to the network and needs from it.',
  })
  offers!: never;

  @ConnectionField(lists.ClaimConnection, {
    link: relation(Claim, 'organization'),
    asOf: true,
    filter: filters.ClaimFilter,
    orders: order.ClaimOrder,
    description: 'All figures and dates that sources state about it, including conflicting ones.',
  })
  claims!: never;

  @ConnectionField(lists.SourceConnection, {
    link: behindOrganization,
    filter: filters.SourceFilter,
    orders: order.SourceOrder,
    description: 'Every source behind its names, claims and ties.',
  })
  sources!: never;
}
