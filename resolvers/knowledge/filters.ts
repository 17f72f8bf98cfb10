import {
  AdvocacyStatus,
  AuthorityLevel,
  type AdvocacyCase,
} from '../../entities/knowledge/advocacy-case.entity.js';
import type { Announcement } from '../../entities/knowledge/announcement.entity.js';
import { ClaimScope, Indicator, type Claim } from '../../entities/knowledge/claim.entity.js';
import {
  CooperationOfferSector,
  OfferDirection,
  type CooperationOffer,
} from '../../entities/knowledge/cooperation-offer.entity.js';
import type { Event } from '../../entities/knowledge/event.entity.js';
import { SeatRole, type Seat } from '../../entities/knowledge/seat.entity.js';
import { Confidence, Source } from '../../entities/knowledge/source.entity.js';
import { TieStatus } from '../../entities/shared/tie.interface.js';
import { from, rows, type Columns } from '../../src/fields/columns.js';
import { DateTimeFilter, enumFilter, StringFilter } from '../../src/fields/comparisons.js';
import { anyOf, bounds, column, eachIs, Filter, FilterField } from '../../src/fields/filter.js';
import { sql } from '../../src/fields/sql.js';
import {
  inItsRegion,
  linkedSectors,
  REGION_CODES,
  REGIONS_TEXT,
  SECTOR_CODES,
  SECTORS_TEXT,
  TIE_STATUS_TEXT,
} from '../shared/filter-criteria.js';

const LANGUAGE_CODES = eachIs(
  /^[a-z]{2,3}$/,
  'an ISO 639 code: two or three small letters, such as sr',
);

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
