import { AdvocacyCase } from '../entities/advocacy-case.entity.js';
import { Announcement, Quote } from '../entities/announcement.entity.js';
import { Claim } from '../entities/claim.entity.js';
import { CooperationOffer } from '../entities/cooperation-offer.entity.js';
import { Event } from '../entities/event.entity.js';
import { ExcellenceLabel } from '../entities/excellence-label.entity.js';
import { Initiative } from '../entities/initiative.entity.js';
import { Money } from '../entities/money.type.js';
import { Organization } from '../entities/organization.entity.js';
import { Person } from '../entities/person.entity.js';
import { Region } from '../entities/region.entity.js';
import { Source } from '../entities/source.entity.js';
import { FieldsOf, ToOne, ToPage, ToPart } from '../src/graph/declare.js';
import * as ends from './ends.types.js';
import * as filters from './filters.js';
import * as lists from './lists.types.js';
import * as order from './orders.js';

@FieldsOf(() => Person)
export class PersonResolver {
  @ToPage(ends.SeatOfPersonConnection, {
    link: { on: 't.person_id = p.key' },
    asOf: true,
    filter: filters.SeatFilter,
    orders: order.SeatOrder,
    description: 'The offices that the person holds or held.',
  })
  seats!: never;

  @ToPage(lists.QuoteConnection, {
    link: { on: 't.person_id = p.key' },
    orders: order.QuoteOrder,
    description: "The person's quotes in announcements.",
  })
  quotes!: never;
}

@FieldsOf(() => Event)
export class EventResolver {
  @ToOne(() => Region, {
    key: 'regionId',
    nullable: true,
    description: 'The region where the event takes place. Null if unknown.',
  })
  region!: Region | null;

  @ToPage(lists.OrganizationConnection, {
    link: {
      join: 'JOIN event_organizer l ON l.organization_id = t.id',
      on: 'l.event_id = p.key',
    },
    filter: filters.OrganizationFilter,
    orders: order.OrganizationOrder,
    description: 'The organizations that organize the event.',
  })
  organizers!: never;
}

@FieldsOf(() => AdvocacyCase)
export class AdvocacyCaseResolver {
  @ToOne(() => Organization, {
    key: 'targetId',
    nullable: true,
    description: 'The institution that the case is addressed to. Null if unknown.',
  })
  target!: Organization | null;

  @ToOne(() => Person, {
    key: 'representativeId',
    nullable: true,
    description: 'The person who speaks for the beneficiaries. Null if unknown.',
  })
  representative!: Person | null;

  @ToPage(lists.OrganizationConnection, {
    link: {
      join: 'JOIN advocacy_beneficiary l ON l.organization_id = t.id',
      on: 'l.advocacy_case_id = p.key',
    },
    filter: filters.OrganizationFilter,
    orders: order.OrganizationOrder,
    description: 'The organizations for whose benefit the case is pursued.',
  })
  beneficiaries!: never;
}

@FieldsOf(() => Announcement)
export class AnnouncementResolver {
  @ToOne(() => Organization, {
    key: 'authorId',
    description: 'The organization that makes the statement.',
  })
  author!: Organization;

  @ToPage(lists.QuoteConnection, {
    link: { on: 't.announcement_id = p.key' },
    orders: order.QuoteOrder,
    description: 'The quotes of persons in the statement, in order of position.',
  })
  quotes!: never;
}

@FieldsOf(() => Quote)
export class QuoteResolver {
  @ToOne(() => Person, { key: 'personId', description: 'The person who is quoted.' })
  person!: Person;

  @ToOne(() => Announcement, {
    key: 'announcementId',
    description: 'The announcement that contains the quote.',
  })
  announcement!: Announcement;
}

@FieldsOf(() => CooperationOffer)
export class CooperationOfferResolver {
  @ToOne(() => Organization, {
    key: 'organizationId',
    description: 'The organization that offers or needs it.',
  })
  organization!: Organization;

  @ToPage(lists.SectorConnection, {
    link: {
      join: 'JOIN cooperation_offer_sector l ON l.sector_id = t.id',
      on: 'l.cooperation_offer_id = p.key',
    },
    filter: filters.SectorFilter,
    orders: order.SectorOrder,
    description: 'The sectors that the offer or need concerns.',
  })
  sectors!: never;
}

@FieldsOf(() => Initiative)
export class InitiativeResolver {
  @ToPage(ends.ParticipantConnection, {
    link: { on: 't.initiative_id = p.key' },
    asOf: true,
    filter: filters.ParticipationFilter,
    orders: order.ParticipantOrder,
    description: 'The participating organization or organizations.',
  })
  participants!: never;

  @ToPage(lists.SectorConnection, {
    link: {
      join: 'JOIN initiative_sector l ON l.sector_id = t.id',
      on: 'l.initiative_id = p.key',
    },
    filter: filters.SectorFilter,
    orders: order.SectorOrder,
    description: 'The sectors that the initiative is in.',
  })
  sectors!: never;

  @ToPage(lists.RegionConnection, {
    link: {
      join: 'JOIN initiative_region l ON l.region_id = t.id',
      on: 'l.initiative_id = p.key',
    },
    filter: filters.RegionFilter,
    orders: order.RegionOrder,
    description: 'The regions that the initiative is in.',
  })
  regions!: never;

  @ToPage(lists.ClaimConnection, {
    link: { on: 't.initiative_id = p.key' },
    asOf: true,
    filter: filters.ClaimFilter,
    orders: order.ClaimOrder,
    description: 'All figures and dates that sources state about it, including conflicting ones.',
  })
  claims!: never;
}

@FieldsOf(() => Claim)
export class ClaimResolver {
  @ToPart(() => Money, {
    columns: ['currency', 'number'],
    as: { amount: 'number', currency: 'currency' },
    nullable: true,
    description: 'The number as an amount of money. Null if the indicator is not an amount.',
  })
  amount!: Money | null;

  @ToOne(() => Organization, {
    key: 'organizationId',
    nullable: true,
    description: 'The organization that the claim is about. Null if it is about an initiative.',
  })
  organization!: Organization | null;

  @ToOne(() => Initiative, {
    key: 'initiativeId',
    nullable: true,
    description: 'The initiative that the claim is about. Null if it is about an organization.',
  })
  initiative!: Initiative | null;
}

@FieldsOf(() => ExcellenceLabel)
export class ExcellenceLabelResolver {
  @ToOne(() => Organization, {
    key: 'clusterId',
    description: 'The cluster that received the label.',
  })
  cluster!: Organization;
}

@FieldsOf(() => Source)
export class SourceResolver {
  @ToPage(lists.ClaimConnection, {
    link: { on: 't.source_id = p.key' },
    asOf: true,
    filter: filters.ClaimFilter,
    orders: order.ClaimOrder,
    description: 'The figures and dates that the source states.',
  })
  claims!: never;
}
