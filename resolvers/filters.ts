import {
  AdvocacyStatus,
  AuthorityLevel,
  type AdvocacyCase,
} from '../entities/knowledge/advocacy-case.entity.js';
import type { Announcement } from '../entities/knowledge/announcement.entity.js';
import { ClaimScope, Indicator, type Claim } from '../entities/knowledge/claim.entity.js';
import { ClusterStage } from '../entities/network/cluster-stage.js';
import type { Cluster } from '../entities/network/cluster.entity.js';
import {
  CooperationOfferSector,
  OfferDirection,
  type CooperationOffer,
} from '../entities/knowledge/cooperation-offer.entity.js';
import type { Event } from '../entities/knowledge/event.entity.js';
import {
  Challenge,
  InitiativeKind,
  InitiativeRegion,
  InitiativeSector,
  ParticipationRole,
  type Initiative,
  type InitiativeParticipation,
} from '../entities/network/initiative.entity.js';
import { Membership, MembershipClass } from '../entities/network/membership.entity.js';
import { OrganizationSector } from '../entities/network/organization-sector.entity.js';
import {
  ORGANIZATION_TYPES,
  OrganizationStatus,
  type Organization,
} from '../entities/network/organization.entity.js';
import { PartnershipKind, type Partnership } from '../entities/network/partnership.entity.js';
import type { Region } from '../entities/network/region.entity.js';
import { SeatRole, type Seat } from '../entities/knowledge/seat.entity.js';
import { SectorScheme, type Sector } from '../entities/network/sector.entity.js';
import { Confidence, Source } from '../entities/knowledge/source.entity.js';
import { TieStatus } from '../entities/shared/tie.interface.js';
import {
  BooleanFilter,
  DateTimeFilter,
  enumFilter,
  IntFilter,
  PeriodFilter,
  StringFilter,
  TextFilter,
} from '../src/fields/comparisons.js';
import { from, rows, type Columns } from '../src/fields/columns.js';
import { anyOf, bounds, column, Filter, FilterField } from '../src/fields/filter.js';
import { sql } from '../src/fields/sql.js';
import type { SharedPartner } from './partners.js';
import {
  COUNTRY_CODES,
  inRegions,
  LANGUAGE_CODES,
  linked,
  linkedSectors,
  organizationsWith,
  organizationType,
  period,
  REGION_CODES,
  REGIONS_TEXT,
  searchable,
  SECTOR_CODES,
  SECTORS_TEXT,
  SLUGS,
} from './filter-criteria.js';

const TIE_STATUS_TEXT = 'Whether the tie is in force.';

const inItsRegion = anyOf(
  (row: Columns<{ regionId: string }>, codes) => inRegions(row.regionId, codes),
  (row) => sql`${row.regionId} IS NULL`,
);

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
      (organization: Columns<Organization>, slugs) => {
        const membership = rows(Membership);
        return sql`EXISTS (SELECT FROM ${from(membership)} WHERE ${membership.memberId} = ${organization.id} AND ${membership.groupId} IN (${organizationsWith(slugs)}))`;
      },
      (organization) => {
        const membership = rows(Membership);
        return sql`NOT EXISTS (SELECT FROM ${from(membership)} WHERE ${membership.memberId} = ${organization.id})`;
      },
    ),
    'Filters by the slugs of the clusters and associations that the organization is or was a member of.',
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

@Filter('seats')
export class SeatFilter {
  @FilterField(
    enumFilter(SeatRole),
    column((seat: Columns<Seat>) => seat.role),
    'The role of the organization or person.',
  )
  role?: object;

  @FilterField(enumFilter(TieStatus), column((seat: Columns<Seat>) => seat.status), TIE_STATUS_TEXT)
  status?: object;
}

@Filter('events')
export class EventFilter {
  @FilterField(
    DateTimeFilter,
    bounds((event: Columns<Event>) => event.startsAt, 'timestamptz'),
    'The start time of the event.',
  )
  startsAt?: object;

  @FilterField(StringFilter, inItsRegion, REGIONS_TEXT, REGION_CODES)
  region?: object;
}

@Filter('advocacy cases')
export class AdvocacyCaseFilter {
  @FilterField(
    enumFilter(AdvocacyStatus),
    column((advocacyCase: Columns<AdvocacyCase>) => advocacyCase.status),
    'The status of the entry.',
  )
  status?: object;

  @FilterField(
    enumFilter(AuthorityLevel),
    column((advocacyCase: Columns<AdvocacyCase>) => advocacyCase.level),
    'The level of the authority that it is addressed to.',
  )
  level?: object;
}

@Filter('announcements')
export class AnnouncementFilter {
  @FilterField(
    StringFilter,
    column((announcement: Columns<Announcement>) => announcement.language),
    'The language (ISO 639).',
    LANGUAGE_CODES,
  )
  language?: object;
}

@Filter('cooperation offers and needs')
export class CooperationOfferFilter {
  @FilterField(
    enumFilter(OfferDirection),
    column((offer: Columns<CooperationOffer>) => offer.direction),
    'Whether it is an offer or a need.',
  )
  direction?: object;

  @FilterField(
    enumFilter(TieStatus),
    column((offer: Columns<CooperationOffer>) => offer.status),
    'Whether the offer or need is open.',
  )
  status?: object;

  @FilterField(
    StringFilter,
    linkedSectors(CooperationOfferSector, ({ cooperationOfferId: rowId, sectorId }) => ({
      rowId,
      sectorId,
    })),
    SECTORS_TEXT,
    SECTOR_CODES,
  )
  sector?: object;
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

@Filter('claims')
export class ClaimFilter {
  @FilterField(
    enumFilter(Indicator),
    column((claim: Columns<Claim>) => claim.indicator),
    'The indicator that the claim is about.',
  )
  indicator?: object;

  @FilterField(
    enumFilter(ClaimScope),
    column((claim: Columns<Claim>) => claim.scope),
    'Whether the figure covers the organization or initiative itself, or all its members together.',
  )
  scope?: object;

  @FilterField(
    enumFilter(Confidence),
    anyOf((claim: Columns<Claim>, degrees) => {
      const source = rows(Source);
      return sql`${claim.sourceId} IN (SELECT ${source.id} FROM ${from(source)} WHERE ${source.confidence} = ANY(${degrees}))`;
    }),
    'The confidence of its source.',
  )
  confidence?: object;
}

@Filter('sources')
export class SourceFilter {
  @FilterField(
    enumFilter(Confidence),
    column((source: Columns<Source>) => source.confidence),
    'Filters by the confidence of the source.',
  )
  confidence?: object;

  @FilterField(
    StringFilter,
    column((source: Columns<Source>) => source.publisher),
    'Filters by publisher.',
  )
  publisher?: object;
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

@Filter('regions')
export class RegionFilter {
  @FilterField(
    IntFilter,
    column((region: Columns<Region>) => region.level, 'int'),
    'The NUTS level, 0 to 3.',
  )
  level?: object;
}
