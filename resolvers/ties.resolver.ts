import { Resolver } from 'type-graphql';
import { Partnership } from '../entities/network/partnership.entity.js';
import { ConnectionField } from '../src/fields/decorators.js';
import { relation } from '../src/fields/relation.js';
import { PartyConnection } from './ends.types.js';
import { PartyOrder } from './orders.js';

@Resolver(() => Partnership)
export class PartnershipResolver {
  @ConnectionField(PartyConnection, {
    link: relation(Partnership, 'parties'),
    orders: PartyOrder,
    description: 'The parties of the partnership, two or more.',
  })
  parties!: never;
}
