import { Resolver } from 'type-graphql';
import { Partnership } from '../../entities/network/partnership.entity.js';
import { ConnectionField, ConnectionQuery, type Declared } from '../../src/fields/decorators.js';
import { relation } from '../../src/fields/relation.js';
import { LookupByIdOrSlug } from '../shared/lookup-queries.js';
import { PartnershipConnection } from './connections.js';
import { PartyConnection } from './edges.types.js';
import { PartnershipFilter } from './filters.js';
import { PartnershipOrder, PartyOrder } from './orders.js';

@Resolver()
export class PartnershipQueries {
  @LookupByIdOrSlug(Partnership, 'Partnership', 'a partnership by one of its keys')
  partnership!: Declared;

  @ConnectionQuery(PartnershipConnection, {
    asOf: true,
    filter: PartnershipFilter,
    orders: PartnershipOrder,
    description: 'Lists all partnerships.',
  })
  partnerships!: Declared;
}

@Resolver(() => Partnership)
export class PartnershipResolver {
  @ConnectionField(PartyConnection, {
    link: relation(Partnership, 'parties'),
    orders: PartyOrder,
    description: 'The parties of the partnership, two or more.',
  })
  parties!: Declared;
}
