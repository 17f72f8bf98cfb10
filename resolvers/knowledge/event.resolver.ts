import { Resolver } from 'type-graphql';
import { Event } from '../../entities/knowledge/event.entity.js';
import { ConnectionField, ConnectionQuery, type Declared } from '../../src/fields/decorators.js';
import { relation } from '../../src/fields/relation.js';
import { OrganizationFilter } from '../shared/filters.js';
import { LookupByIdOrSlug } from '../shared/lookup-queries.js';
import { OrganizationOrder } from '../shared/orders.js';
import { OrganizerConnection, EventConnection } from './connections.js';
import { EventFilter } from './filters.js';
import { EventOrder } from './orders.js';

@Resolver()
export class EventQueries {
  @LookupByIdOrSlug(Event, 'Event', 'an event by one of its keys')
  event!: Declared;

  @ConnectionQuery(EventConnection, {
    filter: EventFilter,
    orders: EventOrder,
    description: 'Lists all events.',
  })
  events!: Declared;
}

@Resolver(() => Event)
export class EventResolver {
  @ConnectionField(OrganizerConnection, {
    link: relation(Event, 'organizers'),
    filter: OrganizationFilter,
    orders: OrganizationOrder,
    description: 'The organizations that organize the event.',
  })
  organizers!: Declared;
}
