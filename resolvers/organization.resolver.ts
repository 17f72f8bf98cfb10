import { Field, Float, ObjectType } from 'type-graphql';
import { Identifier } from '../entities/identifier.entity.js';
import { Organization } from '../entities/organization.entity.js';
import { OrganizationName } from '../entities/organization-name.entity.js';
import { Region } from '../entities/region.entity.js';
import { FieldsOf, ToFirst, ToList, ToOne, ToPage, ToPart } from '../src/graph/declare.js';
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

@FieldsOf(() => Organization)
export class OrganizationResolver {
  @ToOne(() => Region, {
    key: 'regionId',
    nullable: true,
    description: 'The NUTS region of its seat, at the most detailed level known. Null if unknown.',
  })
  region!: Region | null;

  @ToPart(() => Coordinates, {
    columns: ['latitude', 'longitude'],
    nullable: true,
    description: 'The coordinates of its seat. Null if unknown.',
  })
  coordinates!: Coordinates | null;

  @ToList(() => OrganizationName, {
    link: { on: 't.organization_id = p.key' },
    order: 't.kind, t.text',
    limit: 100,
    description:
      'Its other names: names in other languages and scripts, short names and former names.',
  })
  otherNames!: OrganizationName[];

  @ToList(() => Identifier, {
    link: { on: 't.organization_id = p.key' },
    order: 't.rank',
    limit: 100,
    description: 'Its register identifiers, the primary one first.',
  })
  identifiers!: Identifier[];

  @ToFirst(() => Identifier, {
    link: { on: 't.organization_id = p.key' },
    order: 't.rank',
    nullable: true,
    description:
      'Its primary register identifier, which other graphs use as the key to join this one. Null if it has no known identifier.',
  })
  identifier!: Identifier | null;

  @ToPage(lists.SectorConnection, {
    link: {
      join: 'JOIN organization_sector l ON l.sector_id = t.id',
      on: 'l.organization_id = p.key',
    },
    filter: filters.SectorFilter,
    orders: order.SectorOrder,
    description: 'The sectors it works in.',
  })
  sectors!: never;

  @ToPage(ends.GroupConnection, {
    link: { on: 't.member_id = p.key' },
    asOf: true,
    filter: filters.MembershipFilter,
    orders: order.GroupOrder,
    description: 'The clusters and associations that it is or was a member of.',
  })
  memberships!: never;

  @ToPage(ends.MemberConnection, {
    link: { on: 't.group_id = p.key' },
    asOf: true,
    filter: filters.MembershipFilter,
    orders: order.MemberOrder,
    description: 'Its members, if it is a cluster or an association.',
  })
  members!: never;

  @ToPage(ends.PartnershipOfPartyConnection, {
    link: {
      join: 'JOIN partnership_party l ON l.partnership_id = t.id',
      on: 'l.organization_id = p.key',
    },
    asOf: true,
    filter: filters.PartnershipFilter,
    orders: order.PartnershipOrder,
    description: 'The partnerships that it is a party to.',
  })
  partnerships!: never;

  @ToPage(ends.PartnerOrganizationConnection, {
    link: { on: 't.organization_id = p.key' },
    asOf: true,
    filter: filters.PartnerFilter,
    orders: order.PartnerOrder,
    description: 'The organizations that it shares a partnership with, each listed once.',
  })
  partners!: never;

  @ToPage(ends.InitiativeOfParticipantConnection, {
    link: { on: 't.organization_id = p.key' },
    asOf: true,
    filter: filters.ParticipationFilter,
    orders: order.ParticipationOrder,
    description: 'The initiatives that it takes part in.',
  })
  initiatives!: never;

  @ToPage(ends.SeatHolderConnection, {
    link: { on: 't.organization_id = p.key' },
    asOf: true,
    filter: filters.SeatFilter,
    orders: order.SeatOrder,
    description: 'The persons who hold an office in it.',
  })
  seats!: never;

  @ToPage(lists.SeatConnection, {
    link: { on: 't.nominated_by_id = p.key' },
    asOf: true,
    filter: filters.SeatFilter,
    orders: order.SeatOrder,
    description: 'The seats in other bodies for which it nominated someone.',
  })
  nominations!: never;

  @ToPage(lists.EventConnection, {
    link: {
      join: 'JOIN event_organizer l ON l.event_id = t.id',
      on: 'l.organization_id = p.key',
    },
    filter: filters.EventFilter,
    orders: order.EventOrder,
    description: 'The events that it organizes.',
  })
  events!: never;

  @ToPage(lists.AdvocacyCaseConnection, {
    link: {
      join: 'JOIN advocacy_beneficiary l ON l.advocacy_case_id = t.id',
      on: 'l.organization_id = p.key',
    },
    filter: filters.AdvocacyCaseFilter,
    orders: order.AdvocacyCaseOrder,
    description: 'The advocacy cases pursued for its benefit.',
  })
  advocacyCases!: never;

  @ToPage(lists.AdvocacyCaseConnection, {
    link: { on: 't.target_id = p.key' },
    filter: filters.AdvocacyCaseFilter,
    orders: order.AdvocacyCaseOrder,
    description: 'The advocacy cases addressed to it, if it is an institution.',
  })
  advocacyReceived!: never;

  @ToPage(lists.AnnouncementConnection, {
    link: { on: 't.author_id = p.key' },
    filter: filters.AnnouncementFilter,
    orders: order.AnnouncementOrder,
    description: 'The public statements that it has made.',
  })
  announcements!: never;

  @ToPage(lists.CooperationOfferConnection, {
    link: { on: 't.organization_id = p.key' },
    asOf: true,
    filter: filters.CooperationOfferFilter,
    orders: order.CooperationOfferOrder,
    description: 'What the organization offers to the network and needs from it.',
  })
  offers!: never;

  @ToPage(lists.ClaimConnection, {
    link: { on: 't.organization_id = p.key' },
    asOf: true,
    filter: filters.ClaimFilter,
    orders: order.ClaimOrder,
    description: 'All figures and dates that sources state about it, including conflicting ones.',
  })
  claims!: never;

  @ToPage(lists.SourceConnection, {
    link: {
      on: `t.id IN (
        SELECT source_id FROM organization WHERE id = p.key
        UNION SELECT source_id FROM organization_name WHERE organization_id = p.key
        UNION SELECT source_id FROM identifier WHERE organization_id = p.key
        UNION SELECT source_id FROM claim WHERE organization_id = p.key
        UNION SELECT source_id FROM membership WHERE member_id = p.key
        UNION SELECT source_id FROM membership WHERE group_id = p.key
        UNION SELECT source_id FROM seat WHERE organization_id = p.key
        UNION SELECT source_id FROM initiative_participation WHERE organization_id = p.key
        UNION SELECT source_id FROM cooperation_offer WHERE organization_id = p.key
        UNION SELECT source_id FROM announcement WHERE author_id = p.key
        UNION SELECT pa.source_id FROM partnership pa JOIN partnership_party pp
          ON pp.partnership_id = pa.id WHERE pp.organization_id = p.key)`,
    },
    filter: filters.SourceFilter,
    orders: order.SourceOrder,
    description: 'Every source behind its names, claims and ties.',
  })
  sources!: never;
}
