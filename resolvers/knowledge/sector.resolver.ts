import { Resolver } from 'type-graphql';
import { CooperationOfferSector } from '../../entities/knowledge/cooperation-offer.entity.js';
import { Sector } from '../../entities/network/sector.entity.js';
import { ConnectionField, type Declared } from '../../src/fields/decorators.js';
import { inSector } from '../shared/classification.js';
import { CooperationOfferConnection } from './connections.js';
import { CooperationOfferFilter } from './filters.js';
import { CooperationOfferOrder } from './orders.js';

@Resolver(() => Sector)
export class SectorKnowledgeResolver {
  @ConnectionField(CooperationOfferConnection, {
    link: inSector(CooperationOfferSector, ({ cooperationOfferId: rowId, sectorId }) => ({
      rowId,
      sectorId,
    })),
    asOf: true,
    filter: CooperationOfferFilter,
    orders: CooperationOfferOrder,
    description: 'The offers and needs in the sector or in a part of it.',
  })
  offers!: Declared;
}
