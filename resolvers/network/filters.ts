import {
  Challenge,
  InitiativeKind,
  InitiativeRegion,
  InitiativeSector,
  ParticipationRole,
  type Initiative,
  type InitiativeParticipation,
} from '../../entities/network/initiative.entity.js';
import { MembershipClass, type Membership } from '../../entities/network/membership.entity.js';
import { Organization, ORGANIZATION_TYPES } from '../../entities/network/organization.entity.js';
import { PartnershipKind, type Partnership } from '../../entities/network/partnership.entity.js';
import type { Region } from '../../entities/network/region.entity.js';
import { TieStatus } from '../../entities/shared/tie.interface.js';
import { from, rows, type Columns } from '../../src/fields/columns.js';
import { enumFilter, IntFilter, PeriodFilter, StringFilter } from '../../src/fields/comparisons.js';
import {
  anyOf,
  column,
  Filter,
  FilterField,
  type Condition,
  type RowSql,
} from '../../src/fields/filter.js';
import { sql } from '../../src/fields/sql.js';
import {
  inRegions,
  linked,
  linkedSectors,
  period,
  REGION_CODES,
  REGIONS_TEXT,
  SECTOR_CODES,
  SECTORS_TEXT,
  TIE_STATUS_TEXT,
} from '../shared/filter-criteria.js';
import type { SharedPartner } from './partners.js';

/** The type of the organization with this id. */
function organizationType<Row>(id: RowSql<Row>): Condition<Row> {
  return anyOf((row, types) => {
    const organization = rows(Organization);
    return sql`EXISTS (SELECT FROM ${from(organization)} WHERE ${organization.id} = ${id(row)} AND ${organization.type} = ANY(${types}))`;
  });
}

@Filter('memberships')
export class MembershipFilter {
  @FilterField(
    enumFilter(MembershipClass),
    column((membership: Columns<Membership>) => membership.class),
    'The class of membership.',
  )
  class?: object;

  @FilterField(
    enumFilter(TieStatus),
    column((membership: Columns<Membership>) => membership.status),
    TIE_STATUS_TEXT,
  )
  status?: object;

  @FilterField(
    enumFilter(ORGANIZATION_TYPES),
    organizationType((membership: Columns<Membership>) => membership.memberId),
    'The type of the member.',
  )
  memberType?: object;

  @FilterField(
    enumFilter(ORGANIZATION_TYPES),
    column((membership: Columns<Membership>) => membership.groupType),
    'The type of the cluster or association.',
  )
  groupType?: object;
}

@Filter('partnerships')
export class PartnershipFilter {
  @FilterField(
    enumFilter(PartnershipKind),
    column((partnership: Columns<Partnership>) => partnership.kind),
    'Filters by the kind of partnership.',
  )
  kind?: object;

  @FilterField(
    enumFilter(TieStatus),
    column((partnership: Columns<Partnership>) => partnership.status),
    TIE_STATUS_TEXT,
  )
  status?: object;
}

@Filter('partners')
export class PartnerFilter {
  @FilterField(
    enumFilter(PartnershipKind),
    anyOf((partner: Columns<SharedPartner>, kinds) => sql`${partner.kinds} && ${kinds}`),
    'Filters by the kinds of the shared partnerships.',
  )
  kind?: object;

  @FilterField(
    enumFilter(ORGANIZATION_TYPES),
    organizationType((partner: Columns<SharedPartner>) => partner.id),
    'Filters by the type of the partner.',
  )
  type?: object;
}

@Filter('participations in initiatives')
export class ParticipationFilter {
  @FilterField(
    enumFilter(ParticipationRole),
    column((participation: Columns<InitiativeParticipation>) => participation.role),
    'The role of the organization or person.',
  )
  role?: object;

  @FilterField(
    enumFilter(TieStatus),
    column((participation: Columns<InitiativeParticipation>) => participation.status),
    TIE_STATUS_TEXT,
  )
  status?: object;
}

@Filter('initiatives')
export class InitiativeFilter {
  @FilterField(
    enumFilter(InitiativeKind),
    column((initiative: Columns<Initiative>) => initiative.kind),
    'The kind of initiative, such as a project or a service.',
  )
  kind?: object;

  @FilterField(
    enumFilter(Challenge),
    anyOf(
      (initiative: Columns<Initiative>, challenges) =>
        sql`${initiative.challenges} && ${challenges}`,
      (initiative) => sql`cardinality(${initiative.challenges}) = 0`,
    ),
    'The challenges that it addresses.',
  )
  challenge?: object;

  @FilterField(
    PeriodFilter,
    period<Initiative>(
      ({ startedOn }) => [startedOn],
      ({ endedOn }) => [endedOn],
    ),
    'The period in which it runs.',
  )
  period?: PeriodFilter;

  @FilterField(
    StringFilter,
    linkedSectors(InitiativeSector, ({ initiativeId: rowId, sectorId }) => ({ rowId, sectorId })),
    SECTORS_TEXT,
    SECTOR_CODES,
  )
  sector?: object;

  @FilterField(
    StringFilter,
    linked(
      InitiativeRegion,
      (entry) => entry.initiativeId,
      (entry, codes) => inRegions(entry.regionId, codes),
    ),
    REGIONS_TEXT,
    REGION_CODES,
  )
  region?: object;
}

@Filter('regions')
export class RegionFilter {
  @FilterField(
    IntFilter,
    column((region: Columns<Region>) => region.level, 'int'),
    'The NUTS level, 0 to 3.',
  )
  level?: object;
}
