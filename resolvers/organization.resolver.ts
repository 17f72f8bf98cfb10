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
    description: 'The region of its seat (NUTS), as narrow as it is known.',
  })
  region!: Region | null;

  @ToPart(() => Coordinates, {
    columns: ['latitude', 'longitude'],
    nullable: true,
    description: 'Where its seat is.',
  })
  coordinates!: Coordinates | null;

  @ToList(() => OrganizationName, {
    link: { on: 't.organization_id = p.key' },
    order: 't.kind, t.text',
    limit: 100,
    description: 'Its other names: in other languages and scripts, short and former ones.',
  })
  otherNames!: OrganizationName[];

  @ToList(() => Identifier, {
    link: { on: 't.organization_id = p.key' },
    order: 't.rank',
    limit: 100,
    description: 'By what registers know it, the first being the one it is known by best.',
  })
  identifiers!: Identifier[];

  @ToFirst(() => Identifier, {
    link: { on: 't.organization_id = p.key' },
    order: 't.rank',
    nullable: true,
    description: 'The identifier it is known by best; the key by which other graphs join this one.',
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
    description: 'The clusters and associations it belongs to.',
  })
  memberships!: never;

  @ToPage(ends.MemberConnection, {
    link: { on: 't.group_id = p.key' },
    asOf: true,
    filter: filters.MembershipFilter,
    orders: order.MemberOrder,
    description: 'The members it has, if it is a cluster or an association.',
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
    description: 'The partnerships it is a party of.',
  })
  partnerships!: never;

  @ToPage(ends.PartnerOrganizationConnection, {
    link: { on: 't.organization_id = p.key' },
    asOf: true,
    filter: filters.PartnerFilter,
    orders: order.PartnerOrder,
    description: 'The organisations it shares a partnership with, each once.',
  })
  partners!: never;

  @ToPage(ends.InitiativeOfParticipantConnection, {
    link: { on: 't.organization_id = p.key' },
    asOf: true,
    filter: filters.ParticipationFilter,
    orders: order.ParticipationOrder,
    description: 'The initiatives it takes part in.',
  })
  initiatives!: never;

  @ToPage(ends.SeatHolderConnection, {
    link: { on: 't.organization_id = p.key' },
    asOf: true,
    filter: filters.SeatFilter,
    orders: order.SeatOrder,
    description: 'Who holds an office in it.',
  })
  seats!: never;

  @ToPage(lists.SeatConnection, {
    link: { on: 't.nominated_by_id = p.key' },
    asOf: true,
    filter: filters.SeatFilter,
    orders: order.SeatOrder,
    description: 'The seats in other bodies that it has nominated somebody for.',
  })
  nominations!: never;

  @ToPage(lists.EventConnection, {
    link: {
      join: 'JOIN event_organizer l ON l.event_id = t.id',
      on: 'l.organization_id = p.key',
    },
    filter: filters.EventFilter,
    orders: order.EventOrder,
    description: 'The events it organises.',
  })
  events!: never;

  @ToPage(lists.AdvocacyCaseConnection, {
    link: {
      join: 'JOIN advocacy_beneficiary l ON l.advocacy_case_id = t.id',
      on: 'l.organization_id = p.key',
    },
    filter: filters.AdvocacyCaseFilter,
    orders: order.AdvocacyCaseOrder,
    description: 'The advocacy cases that are pursued for its benefit.',
  })
  advocacyCases!: never;

  @ToPage(lists.AdvocacyCaseConnection, {
    link: { on: 't.target_id = p.key' },
    filter: filters.AdvocacyCaseFilter,
    orders: order.AdvocacyCaseOrder,
    description: 'The advocacy cases that are addressed to it, if it is an institution.',
  })
  advocacyReceived!: never;

  @ToPage(lists.AnnouncementConnection, {
    link: { on: 't.author_id = p.key' },
    filter: filters.AnnouncementFilter,
    orders: order.AnnouncementOrder,
    description: 'Its public statements.',
  })
  announcements!: never;

  @ToPage(lists.CooperationOfferConnection, {
    link: { on: 't.organization_id = p.key' },
    asOf: true,
    filter: filters.CooperationOfferFilter,
    orders: order.CooperationOfferOrder,
    description: 'What it offers and needs.',
  })
  offers!: never;

  @ToPage(lists.ClaimConnection, {
    link: { on: 't.organization_id = p.key' },
    asOf: true,
    filter: filters.ClaimFilter,
    orders: order.ClaimOrder,
    description: 'All figures and dates that sources state of it, conflicting ones too.',
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
    description: 'Everything that what is known of it comes from: names, claims and ties.',
  })
  sources!: never;
}
