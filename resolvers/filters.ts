import { AdvocacyStatus, AuthorityLevel } from '../entities/advocacy-case.entity.js';
import { ClaimScope, Indicator } from '../entities/claim.entity.js';
import { ClusterStage } from '../entities/cluster.entity.js';
import { OfferDirection } from '../entities/cooperation-offer.entity.js';
import { Challenge, InitiativeKind, ParticipationRole } from '../entities/initiative.entity.js';
import { MembershipClass } from '../entities/membership.entity.js';
import { ORGANIZATION_TYPES, OrganizationStatus } from '../entities/organization.entity.js';
import { PartnershipKind } from '../entities/partnership.entity.js';
import { SeatRole } from '../entities/seat.entity.js';
import { SectorScheme } from '../entities/sector.entity.js';
import { Confidence } from '../entities/source.entity.js';
import { TieStatus } from '../entities/tie.interface.js';
import {
  BooleanFilter,
  DateTimeFilter,
  enumFilter,
  IntFilter,
  PeriodFilter,
  StringFilter,
  TextFilter,
} from '../src/graph/comparisons.js';
import { anyOf, bounds, column, Filter, FilterField } from '../src/graph/filter.js';
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

@Filter('organizations')
export class OrganizationFilter {
  @FilterField(
    enumFilter(ORGANIZATION_TYPES),
    column('t.type'),
    'Filters by the type of organization.',
  )
  type?: object;

  @FilterField(enumFilter(OrganizationStatus), column('t.status'), 'The status of the entry.')
  status?: object;

  @FilterField(
    StringFilter,
    column('t.country'),
    'Filters by the country of the seat (ISO 3166-1 alpha-2).',
    COUNTRY_CODES,
  )
  country?: object;

  @FilterField(
    StringFilter,
    anyOf((codes) => inRegions('t.region_id', codes), 't.region_id IS NULL'),
    REGIONS_TEXT,
    REGION_CODES,
  )
  region?: object;

  @FilterField(
    StringFilter,
    linkedSectors('organization_sector', 'organization_id'),
    SECTORS_TEXT,
    SECTOR_CODES,
  )
  sector?: object;

  @FilterField(
    enumFilter(ClusterStage),
    column('t.stage'),
    'Filters by the stage of a cluster. Other organizations have no stage.',
  )
  stage?: object;

  @FilterField(
    StringFilter,
    anyOf(
      (slugs) =>
        `EXISTS (SELECT FROM membership m WHERE m.member_id = t.id AND m.group_id IN (${organizationsWith(slugs)}))`,
      'NOT EXISTS (SELECT FROM membership m WHERE m.member_id = t.id)',
    ),
    'Filters by the slugs of the clusters and associations that the organization is or was a member of.',
    SLUGS,
  )
  memberOf?: object;

  @FilterField(
    StringFilter,
    anyOf((slugs) => `t.id IN (${organizationsWith(slugs)})`),
    'Filters by slug. The slug of a merged record matches the record that it was merged into.',
    SLUGS,
  )
  slug?: object;

  @FilterField(TextFilter, searchable('ORGANIZATION'), 'Filters by any of its names.')
  name?: TextFilter;
}

@Filter('memberships')
export class MembershipFilter {
  @FilterField(enumFilter(MembershipClass), column('t.class'), 'The class of membership.')
  class?: object;

  @FilterField(enumFilter(TieStatus), column('t.status'), TIE_STATUS_TEXT)
  status?: object;

  @FilterField(
    enumFilter(ORGANIZATION_TYPES),
    organizationType('t.member_id'),
    'The type of the member.',
  )
  memberType?: object;

  @FilterField(
    enumFilter(ORGANIZATION_TYPES),
    column('t.group_type'),
    'The type of the cluster or association.',
  )
  groupType?: object;
}

@Filter('partnerships')
export class PartnershipFilter {
  @FilterField(enumFilter(PartnershipKind), column('t.kind'), 'Filters by the kind of partnership.')
  kind?: object;

  @FilterField(enumFilter(TieStatus), column('t.status'), TIE_STATUS_TEXT)
  status?: object;
}

@Filter('partners')
export class PartnerFilter {
  @FilterField(
    enumFilter(PartnershipKind),
    anyOf((kinds) => `t.kinds && ${kinds}`),
    'Filters by the kinds of the shared partnerships.',
  )
  kind?: object;

  @FilterField(
    enumFilter(ORGANIZATION_TYPES),
    organizationType('t.id'),
    'Filters by the type of the partner.',
  )
  type?: object;
}

@Filter('participations in initiatives')
export class ParticipationFilter {
  @FilterField(
    enumFilter(ParticipationRole),
    column('t.role'),
    'The role of the organization or person.',
  )
  role?: object;

  @FilterField(enumFilter(TieStatus), column('t.status'), TIE_STATUS_TEXT)
  status?: object;
}

@Filter('seats')
export class SeatFilter {
  @FilterField(enumFilter(SeatRole), column('t.role'), 'The role of the organization or person.')
  role?: object;

  @FilterField(enumFilter(TieStatus), column('t.status'), TIE_STATUS_TEXT)
  status?: object;
}

@Filter('events')
export class EventFilter {
  @FilterField(DateTimeFilter, bounds('t.starts_at', 'timestamptz'), 'The start time of the event.')
  startsAt?: object;

  @FilterField(
    StringFilter,
    anyOf((codes) => inRegions('t.region_id', codes), 't.region_id IS NULL'),
    REGIONS_TEXT,
    REGION_CODES,
  )
  region?: object;
}

@Filter('advocacy cases')
export class AdvocacyCaseFilter {
  @FilterField(enumFilter(AdvocacyStatus), column('t.status'), 'The status of the entry.')
  status?: object;

  @FilterField(
    enumFilter(AuthorityLevel),
    column('t.level'),
    'The level of the authority that it is addressed to.',
  )
  level?: object;
}

@Filter('announcements')
export class AnnouncementFilter {
  @FilterField(StringFilter, column('t.language'), 'The language (ISO 639).', LANGUAGE_CODES)
  language?: object;
}

@Filter('cooperation offers and needs')
export class CooperationOfferFilter {
  @FilterField(
    enumFilter(OfferDirection),
    column('t.direction'),
    'Whether it is an offer or a need.',
  )
  direction?: object;

  @FilterField(enumFilter(TieStatus), column('t.status'), 'Whether the offer or need is open.')
  status?: object;

  @FilterField(
    StringFilter,
    linkedSectors('cooperation_offer_sector', 'cooperation_offer_id'),
    SECTORS_TEXT,
    SECTOR_CODES,
  )
  sector?: object;
}

@Filter('initiatives')
export class InitiativeFilter {
  @FilterField(
    enumFilter(InitiativeKind),
    column('t.kind'),
    'The kind of initiative, such as a project or a service.',
  )
  kind?: object;

  @FilterField(
    enumFilter(Challenge),
    anyOf((challenges) => `t.challenges && ${challenges}`, 'cardinality(t.challenges) = 0'),
    'The challenges that it addresses.',
  )
  challenge?: object;

  @FilterField(PeriodFilter, period('t.started_on', 't.ended_on'), 'The period in which it runs.')
  period?: PeriodFilter;

  @FilterField(
    StringFilter,
    linkedSectors('initiative_sector', 'initiative_id'),
    SECTORS_TEXT,
    SECTOR_CODES,
  )
  sector?: object;

  @FilterField(
    StringFilter,
    linked('initiative_region', 'initiative_id', (codes) => inRegions('l.region_id', codes)),
    REGIONS_TEXT,
    REGION_CODES,
  )
  region?: object;
}

@Filter('claims')
export class ClaimFilter {
  @FilterField(
    enumFilter(Indicator),
    column('t.indicator'),
    'The indicator that the claim is about.',
  )
  indicator?: object;

  @FilterField(
    enumFilter(ClaimScope),
    column('t.scope'),
    'Whether the figure covers the organization or initiative itself, or all its members together.',
  )
  scope?: object;

  @FilterField(
    enumFilter(Confidence),
    anyOf(
      (degrees) =>
        `t.source_id IN (SELECT s.id FROM source s WHERE s.confidence = ANY(${degrees}))`,
    ),
    'The confidence of its source.',
  )
  confidence?: object;
}

@Filter('sources')
export class SourceFilter {
  @FilterField(
    enumFilter(Confidence),
    column('t.confidence'),
    'Filters by the confidence of the source.',
  )
  confidence?: object;

  @FilterField(StringFilter, column('t.publisher'), 'Filters by publisher.')
  publisher?: object;
}

@Filter('sectors')
export class SectorFilter {
  @FilterField(enumFilter(SectorScheme), column('t.scheme'), 'Filters by taxonomy.')
  scheme?: object;

  @FilterField(
    BooleanFilter,
    { eq: { true: () => 't.parent_id IS NULL', false: () => 't.parent_id IS NOT NULL' } },
    'Filters by whether the sector is at the top of its taxonomy.',
  )
  isTop?: object;
}

@Filter('regions')
export class RegionFilter {
  @FilterField(IntFilter, column('t.level', 'int'), 'The NUTS level, 0 to 3.')
  level?: object;
}
