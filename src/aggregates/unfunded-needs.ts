import {
  CooperationOffer,
  CooperationOfferSector,
  OfferDirection,
} from '../../entities/knowledge/cooperation-offer.entity.js';
import { enumType } from '../../entities/shared/enum-type.js';
import { GrantLocation, GrantSector } from '../../entities/funding/grant-purpose.entity.js';
import { Grant } from '../../entities/funding/grant.entity.js';
import { InitiativeRegion, InitiativeSector } from '../../entities/network/initiative.entity.js';
import { Organization } from '../../entities/network/organization.entity.js';
import { Region } from '../../entities/network/region.entity.js';
import { Sector } from '../../entities/network/sector.entity.js';
import { TieStatus } from '../../entities/shared/tie.interface.js';
import {
  commonTable,
  from,
  rows,
  selectList,
  withTables,
  type Columns,
} from '../fields/columns.js';
import { literal, sql, TRUE, value, type Sql } from '../fields/sql.js';

export const NeedDimension = enumType(
  'NeedDimension',
  'The dimension by which unfunded needs are grouped.',
  {
    SECTOR: 'By sector.',
    REGION:
      'By region: the region of the seat of the organization with the need, or the region of the initiative.',
  },
);
export type NeedDimension = keyof typeof NeedDimension;

const isNeed = ({ direction, status }: Columns<CooperationOffer>) =>
  sql`${direction} = ${literal(OfferDirection.NEEDS)} AND ${status} <> ${literal(TieStatus.ENDED)}`;

function hasNoGrant(initiativeId: Sql): Sql {
  const grant = rows(Grant);
  return sql`NOT EXISTS (SELECT FROM ${from(grant)} WHERE ${grant.initiativeId} = ${initiativeId})`;
}

/** What a sector or region has and receives. */
interface Place {
  readonly row: object;
  readonly id: Sql;
  readonly code: Sql;
  readonly isAsked: Sql;
  /** Selects `key`, `is_need` and the id of needs, and of initiatives without a grant. */
  readonly needs: Sql;
  readonly initiatives: Sql;
  /** Selects the grants for it or for a part of it. */
  readonly grants: Sql;
}

function sectorPlace(scheme: string | null): Place {
  const sector = rows(Sector);
  const offer = rows(CooperationOffer);
  const concerned = rows(CooperationOfferSector);
  const initiative = rows(InitiativeSector);
  const granted = rows(GrantSector);
  return {
    row: sector,
    id: sector.id,
    code: sector.code,
    isAsked: scheme === null ? TRUE : sql`${sector.scheme} = ${value(scheme)}`,
    needs: sql`SELECT ${concerned.sectorId} AS key, true AS is_need, ${offer.id} FROM ${from(concerned)}
      JOIN ${from(offer)} ON ${offer.id} = ${concerned.cooperationOfferId} WHERE ${isNeed(offer)}`,
    initiatives: sql`SELECT ${initiative.sectorId}, false, ${initiative.initiativeId} FROM ${from(initiative)}
      WHERE ${hasNoGrant(initiative.initiativeId)}`,
    grants: sql`SELECT FROM ${from(granted)} WHERE ${granted.sectorId} = ANY (ARRAY(SELECT sectors_below(${sector.id})))`,
  };
}

function regionPlace(): Place {
  const region = rows(Region);
  const offer = rows(CooperationOffer);
  const organization = rows(Organization);
  const initiative = rows(InitiativeRegion);
  const location = rows(GrantLocation);
  const within = rows(Region);
  return {
    row: region,
    id: region.id,
    code: region.code,
    isAsked: TRUE,
    needs: sql`SELECT ${organization.regionId} AS key, true AS is_need, ${offer.id} FROM ${from(offer)}
      JOIN ${from(organization)} ON ${organization.id} = ${offer.organizationId}
      WHERE ${organization.regionId} IS NOT NULL AND ${isNeed(offer)}`,
    initiatives: sql`SELECT ${initiative.regionId}, false, ${initiative.initiativeId} FROM ${from(initiative)}
      WHERE ${hasNoGrant(initiative.initiativeId)}`,
    grants: sql`SELECT FROM ${from(location)} JOIN ${from(within)} ON ${within.id} = ${location.regionId}
      WHERE starts_with(${within.code}, ${region.code})`,
  };
}

/**
 * Sectors (of one taxonomy, or of all) or regions that have needs or initiatives without a grant and receive no
 * grant: `nodeId`, `needCount` and `initiativeCount`, those with the most first.
 */
export function unfundedNeeds(by: NeedDimension, scheme: string | null, first: number): Sql {
  const { row, id, code, isAsked, needs, initiatives, grants } =
    by === 'SECTOR' ? sectorPlace(scheme) : regionPlace();
  const counted = commonTable(
    {
      key: sql`found.key`,
      needs: sql`count(*) FILTER (WHERE found.is_need)::int`,
      initiatives: sql`count(*) FILTER (WHERE NOT found.is_need)::int`,
    },
    sql`FROM (${needs} UNION ${initiatives}) AS found GROUP BY found.key`,
  );
  const need = counted.rows();
  return withTables(
    [counted],
    sql`SELECT ${selectList({
      nodeId: need.key,
      needCount: need.needs,
      initiativeCount: need.initiatives,
    })} FROM ${from(need)} JOIN ${from(row)} ON ${id} = ${need.key}
      WHERE NOT EXISTS (${grants}) AND ${isAsked}
      ORDER BY ${need.needs} + ${need.initiatives} DESC, ${code} LIMIT ${value(first)}::int`,
  );
}
