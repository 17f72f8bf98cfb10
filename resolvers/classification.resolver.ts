import { Region } from '../entities/region.entity.js';
import { Sector } from '../entities/sector.entity.js';
import { FieldsOf, ToOne, ToPage } from '../src/graph/declare.js';
import * as filters from './filters.js';
import * as lists from './lists.types.js';
import * as order from './orders.js';

/** The sector or region `p.key` with everything within it, computed once per parent. */
const SECTORS = 'ANY (ARRAY(SELECT sectors_below(p.key)))';
const REGIONS = `ANY (ARRAY(SELECT r.id FROM region r JOIN region top ON starts_with(r.code, top.code) WHERE top.id = p.key))`;

/**
 * SQL condition: `t` has one of these ids. IS TRUE makes PostgreSQL hash the ids of a parent. As a join, it would
 * look up each row of `t` in the links, which is slow if few rows belong to the parent.
 */
const isAmong = (ids: string) => `(t.id IN (${ids})) IS TRUE`;

export const isInSector = (table: string, id: string) =>
  isAmong(`SELECT l.${id} FROM ${table} l WHERE l.sector_id = ${SECTORS}`);
export const isInRegion = (table: string, id: string) =>
  isAmong(`SELECT l.${id} FROM ${table} l WHERE l.region_id = ${REGIONS}`);

@FieldsOf(() => Sector)
export class SectorResolver {
  @ToOne(() => Sector, {
    key: 'parentId',
    nullable: true,
    description: 'The sector that contains this one. Null at the top of the taxonomy.',
  })
  parent!: Sector | null;

  @ToPage(lists.SectorConnection, {
    link: { on: 't.parent_id = p.key' },
    orders: order.SectorOrder,
    description: 'The parts it is divided into.',
  })
  children!: never;

  @ToPage(lists.OrganizationConnection, {
    link: { on: isInSector('organization_sector', 'organization_id') },
    filter: filters.OrganizationFilter,
    orders: order.OrganizationOrder,
    description: 'The organizations that work in the sector or in a part of it.',
  })
  organizations!: never;

  @ToPage(lists.InitiativeConnection, {
    link: { on: isInSector('initiative_sector', 'initiative_id') },
    filter: filters.InitiativeFilter,
    orders: order.InitiativeOrder,
    description: 'The initiatives in the sector or in a part of it.',
  })
  initiatives!: never;

  @ToPage(lists.CooperationOfferConnection, {
    link: { on: isInSector('cooperation_offer_sector', 'cooperation_offer_id') },
    asOf: true,
    filter: filters.CooperationOfferFilter,
    orders: order.CooperationOfferOrder,
    description: 'The offers and needs in the sector or in a part of it.',
  })
  offers!: never;
}

@FieldsOf(() => Region)
export class RegionResolver {
  @ToOne(() => Region, {
    key: 'parentId',
    nullable: true,
    description: 'The region that contains this one. Null for a country (level 0).',
  })
  parent!: Region | null;

  @ToPage(lists.RegionConnection, {
    link: { on: 't.parent_id = p.key' },
    orders: order.RegionOrder,
    description: 'The parts it is divided into.',
  })
  children!: never;

  @ToPage(lists.OrganizationConnection, {
    link: { on: `t.region_id = ${REGIONS}` },
    filter: filters.OrganizationFilter,
    orders: order.OrganizationOrder,
    description: 'The organizations that have their seat in the region.',
  })
  organizations!: never;

  @ToPage(lists.InitiativeConnection, {
    link: { on: isInRegion('initiative_region', 'initiative_id') },
    filter: filters.InitiativeFilter,
    orders: order.InitiativeOrder,
    description: 'The initiatives in the region.',
  })
  initiatives!: never;

  @ToPage(lists.EventConnection, {
    link: { on: `t.region_id = ${REGIONS}` },
    filter: filters.EventFilter,
    orders: order.EventOrder,
    description: 'The events in the region.',
  })
  events!: never;
}
