import { Resolver } from 'type-graphql';
import { AdvocacyCase } from '../entities/knowledge/advocacy-case.entity.js';
import { Announcement } from '../entities/knowledge/announcement.entity.js';
import { Claim } from '../entities/knowledge/claim.entity.js';
import { CooperationOffer } from '../entities/knowledge/cooperation-offer.entity.js';
import { Event } from '../entities/knowledge/event.entity.js';
import { Initiative } from '../entities/network/initiative.entity.js';
import { Money } from '../entities/shared/money.type.js';
import { Person } from '../entities/knowledge/person.entity.js';
import { Source } from '../entities/knowledge/source.entity.js';
import { ConnectionField, EmbeddedField } from '../src/fields/decorators.js';
import { relation } from '../src/fields/relation.js';
import * as ends from './ends.types.js';
import * as filters from './filters.js';
import * as lists from './lists.types.js';
import * as order from './orders.js';

@Resolver(() => Person)
export class PersonResolver {
  @ConnectionField(ends.SeatOfPersonConnection, {
    link: relation(Person, 'seats'),
    asOf: true,
    filter: filters.SeatFilter,
    orders: order.SeatOrder,
    description: 'The offices that the person holds or held.',
  })
  seats!: never;

  @ConnectionField(lists.QuoteConnection, {
    link: relation(Person, 'quotes'),
    orders: order.QuoteOrder,
    description: "The person's quotes in announcements.",
  })
  quotes!: never;
}

@Resolver(() => Event)
export class EventResolver {
  @ConnectionField(lists.OrganizationConnection, {
    link: relation(Event, 'organizers'),
    filter: filters.OrganizationFilter,
    orders: order.OrganizationOrder,
    description: 'The organizations that organize the event.',
  })
  organizers!: never;
}

@Resolver(() => AdvocacyCase)
export class AdvocacyCaseResolver {
  @ConnectionField(lists.OrganizationConnection, {
    link: relation(AdvocacyCase, 'beneficiaries'),
    filter: filters.OrganizationFilter,
    orders: order.OrganizationOrder,
    description: 'The organizations for whose benefit the case is pursued.',
  })
  beneficiaries!: never;
}

@Resolver(() => Announcement)
export class AnnouncementResolver {
  @ConnectionField(lists.QuoteConnection, {
    link: relation(Announcement, 'quotes'),
    orders: order.QuoteOrder,
    description: 'The quotes of persons in the statement, in order of position.',
  })
  quotes!: never;
}

@Resolver(() => CooperationOffer)
export class CooperationOfferResolver {
  @ConnectionField(lists.SectorConnection, {
    link: relation(CooperationOffer, 'sectors'),
    filter: filters.SectorFilter,
    orders: order.SectorOrder,
    description: 'The sectors that the offer or need concerns.',
  })
  sectors!: never;
}

@Resolver(() => Initiative)
export class InitiativeResolver {
  @ConnectionField(ends.ParticipantConnection, {
    link: relation(Initiative, 'participants'),
    asOf: true,
    filter: filters.ParticipationFilter,
    orders: order.ParticipantOrder,
    description: 'The participating organization or organizations.',
  })
  participants!: never;

  @ConnectionField(lists.SectorConnection, {
    link: relation(Initiative, 'sectors'),
    filter: filters.SectorFilter,
    orders: order.SectorOrder,
    description: 'The sectors that the initiative is in.',
  })
  sectors!: never;

  @ConnectionField(lists.RegionConnection, {
    link: relation(Initiative, 'regions'),
    filter: filters.RegionFilter,
    orders: order.RegionOrder,
    description: 'The regions that the initiative is in.',
  })
  regions!: never;

  @ConnectionField(lists.ClaimConnection, {
    link: relation(Claim, 'initiative'),
    asOf: true,
    filter: filters.ClaimFilter,
    orders: order.ClaimOrder,
    description: 'All figures and dates that sources state about it, including conflicting ones.',
  })
  claims!: never;
}

@Resolver(() => Claim)
export class ClaimResolver {
  @EmbeddedField(Claim, () => Money, {
    columns: { currency: 'currency', amount: 'number' },
    nullable: true,
    description: 'The number as an amount of money. Null if the indicator is not an amount.',
  })
  amount!: Money | null;
}

@Resolver(() => Source)
export class SourceResolver {
  @ConnectionField(lists.ClaimConnection, {
    link: relation(Claim, 'source'),
    asOf: true,
    filter: filters.ClaimFilter,
    orders: order.ClaimOrder,
    description: 'The figures and dates that the source states.',
  })
  claims!: never;
}
