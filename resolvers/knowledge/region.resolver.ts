import { Resolver } from 'type-graphql';
import { Region } from '../../entities/network/region.entity.js';
import { ConnectionField, type Declared } from '../../src/fields/decorators.js';
import { LOCATED_IN } from '../shared/classification.js';
import { EventConnection } from './connections.js';
import { EventFilter } from './filters.js';
import { EventOrder } from './orders.js';

@Resolver(() => Region)
export class RegionKnowledgeResolver {
  @ConnectionField(EventConnection, {
    link: LOCATED_IN,
    filter: EventFilter,
    orders: EventOrder,
    description: 'The events in the region.',
  })
  events!: Declared;
}
