import { ClusterStage } from '../../entities/network/cluster-stage.js';
import type { Cluster } from '../../entities/network/cluster.entity.js';
import { Membership } from '../../entities/network/membership.entity.js';
import { OrganizationSector } from '../../entities/network/organization-sector.entity.js';
import {
  ORGANIZATION_TYPES,
  OrganizationStatus,
  type Organization,
} from '../../entities/network/organization.entity.js';
import { SectorScheme, type Sector } from '../../entities/network/sector.entity.js';
import { from, rows, type Columns } from '../../src/fields/columns.js';
import {
  BooleanFilter,
  enumFilter,
  StringFilter,
  TextFilter,
} from '../../src/fields/comparisons.js';
import { anyOf, column, Filter, FilterField } from '../../src/fields/filter.js';
import { sql } from '../../src/fields/sql.js';
import {
  COUNTRY_CODES,
  inItsRegion,
  linkedSectors,
  organizationsWith,
  REGION_CODES,
  REGIONS_TEXT,
  searchable,
  SECTOR_CODES,
  SECTORS_TEXT,
  SLUGS,
} from './filter-criteria.js';

@Filter('organizations')
export class OrganizationFilter {
  @FilterField(
    enumFilter(ORGANIZATION_TYPES),
    column((organization: Columns<Organization>) => organization.type),
    'Filters by the type of organization.',
  )
  type?: object;

  @FilterField(
    enumFilter(OrganizationStatus),
    column((organization: Columns<Organization>) => organization.status),
    'The status of the entry.',
  )
  status?: object;

  @FilterField(
    StringFilter,
    column((organization: Columns<Organization>) => organization.country),
    'Filters by the country of the seat (ISO 3166-1 alpha-2).',
    COUNTRY_CODES,
  )
  country?: object;

  @FilterField(StringFilter, inItsRegion, REGIONS_TEXT, REGION_CODES)
  region?: object;

  @FilterField(
    StringFilter,
    linkedSectors(OrganizationSector, ({ organizationId: rowId, sectorId }) => ({
      rowId,
      sectorId,
    })),
    SECTORS_TEXT,
    SECTOR_CODES,
  )
  sector?: object;

  @FilterField(
    enumFilter(ClusterStage),
    column((cluster: Columns<Cluster>) => cluster.stage),
    'Filters by the stage of a cluster. Other organizations have no stage.',
  )
  stage?: object;

  @FilterField(
    StringFilter,
    anyOf(
      (organization: Columns<Organization>, slugs, during) => {
        const membership = rows(Membership);
        return sql`EXISTS (SELECT FROM ${from(membership)} WHERE ${membership.memberId} = ${organization.id} AND ${membership.groupId} IN (${organizationsWith(slugs)}) AND ${during(membership)})`;
      },
      (organization, during) => {
        const membership = rows(Membership);
        return sql`NOT EXISTS (SELECT FROM ${from(membership)} WHERE ${membership.memberId} = ${organization.id} AND ${during(membership)})`;
      },
    ),
    'Filters by the slugs of the clusters and associations that the organization is or was a member of; in a network as of a day, those that it was a member of then.',
    SLUGS,
  )
  memberOf?: object;

  @FilterField(
    StringFilter,
    anyOf(
      (organization: Columns<Organization>, slugs) =>
        sql`${organization.id} IN (${organizationsWith(slugs)})`,
    ),
    'Filters by slug. The slug of a merged record matches the record that it was merged into.',
    SLUGS,
  )
  slug?: object;

  @FilterField(TextFilter, searchable('ORGANIZATION'), 'Filters by any of its names.')
  name?: TextFilter;
}

@Filter('sectors')
export class SectorFilter {
  @FilterField(
    enumFilter(SectorScheme),
    column((sector: Columns<Sector>) => sector.scheme),
    'Filters by taxonomy.',
  )
  scheme?: object;

  @FilterField(
    BooleanFilter,
    {
      eq: {
        true: (sector: Columns<Sector>) => sql`${sector.parentId} IS NULL`,
        false: (sector: Columns<Sector>) => sql`${sector.parentId} IS NOT NULL`,
      },
    },
    'Filters by whether the sector is at the top of its taxonomy.',
  )
  isTop?: object;
}
