import { Resolver } from 'type-graphql';
import { CooperationOfferSector } from '../entities/knowledge/cooperation-offer.entity.js';
import { InitiativeRegion, InitiativeSector } from '../entities/network/initiative.entity.js';
import { OrganizationSector } from '../entities/network/organization-sector.entity.js';
import { Region } from '../entities/network/region.entity.js';
import { Sector } from '../entities/network/sector.entity.js';
import { ConnectionField } from '../src/fields/decorators.js';
import { relation } from '../src/fields/relation.js';
import { inRegion, inSector, LOCATED_IN } from './classification.js';
import * as filters from './filters.js';
import * as lists from './lists.types.js';
import * as order from './orders.js';

@Resolver(() => Sector)
export class SectorResolver {
  @ConnectionField(lists.SectorConnection, {
    link: relation(Sector, 'children'),
    orders: order.SectorOrder,
    description: 'The parts it is divided into.',
  })
  children!: never;

  @ConnectionField(lists.OrganizationConnection, {
    link: inSector(OrganizationSector, ({ organizationId: rowId, sectorId }) => ({
      rowId,
      sectorId,
    })),
    filter: filters.OrganizationFilter,
    orders: order.OrganizationOrder,
    description: 'The organizations that work in the sector or in a part of it.',
  })
  organizations!: never;

  @ConnectionField(lists.InitiativeConnection, {
    link: inSector(InitiativeSector, ({ initiativeId: rowId, sectorId }) => ({ rowId, sectorId })),
    filter: filters.InitiativeFilter,
    orders: order.InitiativeOrder,
    description: 'The initiatives in the sector or in a part of it.',
  })
  initiatives!: never;

  @ConnectionField(lists.CooperationOfferConnection, {
    link: inSector(CooperationOfferSector, ({ cooperationOfferId: rowId, sectorId }) => ({
      rowId,
      sectorId,
    })),
    asOf: true,
    filter: filters.CooperationOfferFilter,
    orders: order.CooperationOfferOrder,
    description: 'The offers and needs in the sector or in a part of it.',
  })
  offers!: never;
}

@Resolver(() => Region)
export class RegionResolver {
  @ConnectionField(lists.RegionConnection, {
    link: relation(Region, 'children'),
    orders: order.RegionOrder,
    description: 'The parts it is divided into.',
  })
  children!: never;

  @ConnectionField(lists.OrganizationConnection, {
    link: LOCATED_IN,
    filter: filters.OrganizationFilter,
    orders: order.OrganizationOrder,
    description: 'The organizations that have their seat in the region.',
  })
  organizations!: never;

  @ConnectionField(lists.InitiativeConnection, {
    link: inRegion(InitiativeRegion, ({ initiativeId: rowId, regionId }) => ({ rowId, regionId })),
    filter: filters.InitiativeFilter,
    orders: order.InitiativeOrder,
    description: 'The initiatives in the region.',
  })
  initiatives!: never;

  @ConnectionField(lists.EventConnection, {
    link: LOCATED_IN,
    filter: filters.EventFilter,
    orders: order.EventOrder,
    description: 'The events in the region.',
  })
  events!: never;
}
