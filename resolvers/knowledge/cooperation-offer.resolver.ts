import { Resolver } from 'type-graphql';
import { CooperationOffer } from '../../entities/knowledge/cooperation-offer.entity.js';
import { ConnectionField, ConnectionQuery, type Declared } from '../../src/fields/decorators.js';
import { relation } from '../../src/fields/relation.js';
import { SectorConnection } from '../shared/connections.js';
import { SectorFilter } from '../shared/filters.js';
import { LookupByIdOrSlug } from '../shared/lookup-queries.js';
import { SectorOrder } from '../shared/orders.js';
import { CooperationOfferConnection } from './connections.js';
import { CooperationOfferFilter } from './filters.js';
import { CooperationOfferOrder } from './orders.js';

@Resolver()
export class CooperationOfferQueries {
  @LookupByIdOrSlug(CooperationOffer, 'CooperationOffer', 'an offer or a need by one of its keys')
  cooperationOffer!: Declared;

  @ConnectionQuery(CooperationOfferConnection, {
    asOf: true,
    filter: CooperationOfferFilter,
    orders: CooperationOfferOrder,
    description: 'Lists all offers and needs.',
  })
  cooperationOffers!: Declared;
}

@Resolver(() => CooperationOffer)
export class CooperationOfferResolver {
  @ConnectionField(SectorConnection, {
    link: relation(CooperationOffer, 'sectors'),
    filter: SectorFilter,
    orders: SectorOrder,
    description: 'The sectors that the offer or need concerns.',
  })
  sectors!: Declared;
}
