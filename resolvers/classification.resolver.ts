import { Region } from '../entities/region.entity.js';
import { Sector } from '../entities/sector.entity.js';
import { FieldsOf, ToOne, ToPage } from '../src/graph/declare.js';
import * as filters from './filters.js';
import * as lists from './lists.types.js';
import * as order from './orders.js';

const SECTORS = 'SELECT sectors_below(p.key)';
const REGIONS = `SELECT r.id FROM region r JOIN region top ON starts_with(r.code, top.code) WHERE top.id = p.key`;

@FieldsOf(() => Sector)
export class SectorResolver {
  @ToOne(() => Sector, { key: 'parentId', nullable: true, description: 'What it is a part of.' })
  parent!: Sector | null;

  @ToPage(lists.SectorConnection, {
    link: { on: 't.parent_id = p.key' },
    orders: order.SectorOrder,
    description: 'What it is divided into.',
  })
  children!: never;

  @ToPage(lists.OrganizationConnection, {
    link: {
      on: `t.id IN (SELECT l.organization_id FROM organization_sector l WHERE l.sector_id IN (${SECTORS}))`,
    },
    filter: filters.OrganizationFilter,
    orders: order.OrganizationOrder,
    description: 'The organisations that work in it or in a part of it.',
  })
  organizations!: never;

  @ToPage(lists.InitiativeConnection, {
    link: {
      on: `t.id IN (SELECT l.initiative_id FROM initiative_sector l WHERE l.sector_id IN (${SECTORS}))`,
    },
    filter: filters.InitiativeFilter,
    orders: order.InitiativeOrder,
    description: 'The initiatives in it or in a part of it.',
  })
  initiatives!: never;

  @ToPage(lists.CooperationOfferConnection, {
    link: {
      on: `t.id IN (SELECT l.cooperation_offer_id FROM cooperation_offer_sector l WHERE l.sector_id IN (${SECTORS}))`,
    },
    asOf: true,
    filter: filters.CooperationOfferFilter,
    orders: order.CooperationOfferOrder,
    description: 'What is offered and needed in it or in a part of it.',
  })
  offers!: never;
}

@FieldsOf(() => Region)
export class RegionResolver {
  @ToOne(() => Region, { key: 'parentId', nullable: true, description: 'What it lies in.' })
  parent!: Region | null;

  @ToPage(lists.RegionConnection, {
    link: { on: 't.parent_id = p.key' },
    orders: order.RegionOrder,
    description: 'What it is divided into.',
  })
  children!: never;

  @ToPage(lists.OrganizationConnection, {
    link: { on: `t.region_id IN (${REGIONS})` },
    filter: filters.OrganizationFilter,
    orders: order.OrganizationOrder,
    description: 'The organisations with their seat in it.',
  })
  organizations!: never;

  @ToPage(lists.InitiativeConnection, {
    link: {
      on: `t.id IN (SELECT l.initiative_id FROM initiative_region l WHERE l.region_id IN (${REGIONS}))`,
    },
    filter: filters.InitiativeFilter,
    orders: order.InitiativeOrder,
    description: 'The initiatives in it.',
  })
  initiatives!: never;

  @ToPage(lists.EventConnection, {
    link: { on: `t.region_id IN (${REGIONS})` },
    filter: filters.EventFilter,
    orders: order.EventOrder,
    description: 'The events in it.',
  })
  events!: never;
}
