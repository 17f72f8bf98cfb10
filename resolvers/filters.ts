import { Field, InputType, Int } from 'type-graphql';
import { AdvocacyStatus, AuthorityLevel } from '../entities/advocacy-case.entity.js';
import { ClaimScope, Indicator } from '../entities/claim.entity.js';
import { ClusterStage } from '../entities/cluster.entity.js';
import { OfferDirection } from '../entities/cooperation-offer.entity.js';
import { Challenge, InitiativeKind, ParticipationRole } from '../entities/initiative.entity.js';

import { InstantScalar } from '../entities/instant.scalar.js';
import { MembershipClass } from '../entities/membership.entity.js';
import { ORGANIZATION_TYPES, OrganizationStatus } from '../entities/organization.entity.js';
import { PartnershipKind } from '../entities/partnership.entity.js';
import { DayScalar } from '../entities/partial-date.scalar.js';
import { SeatRole } from '../entities/seat.entity.js';
import { SectorScheme } from '../entities/sector.entity.js';
import { Confidence } from '../entities/source.entity.js';
import { TieStatus } from '../entities/tie.interface.js';
import { Where } from '../src/graph/declare.js';
import { eachIs } from '../src/graph/filter-check.js';

/**
 * `scheme:code` of a sector, as one text that SQL can compare. In an array, since a subquery would be joined,
 * and the parts of a sector be looked for again for each row.
 */
export const SECTOR_IN = (ids: string) =>
  `${ids} = ANY (ARRAY(SELECT sectors_below(s.id) FROM sector s WHERE s.scheme || ':' || s.code = ANY(?::text[])))`;
export const REGION_IN = (id: string) =>
  `${id} = ANY (ARRAY(SELECT r.id FROM region r JOIN region top ON starts_with(r.code, top.code) WHERE top.code = ANY(?::text[])))`;
const organizationTypeOf = (id: string) =>
  `EXISTS (SELECT FROM organization o WHERE o.id = ${id} AND o.type = ANY(?::text[]))`;

export const SECTORS_TEXT =
  'In any of these sectors or what they are divided into, each as `SCHEME:code`, such as `NACE_REV2:62`.';
export const REGIONS_TEXT = 'In any of these regions or within them, by NUTS code, such as `RS12`.';

/** Codes that can be meant; those of them that nothing has are no fault. */
export const SECTOR_CODES = eachIs(
  new RegExp(`^(${Object.keys(SectorScheme).join('|')}):.`),
  `no sector: those are SCHEME:code, such as NACE_REV2:62, with one of the schemes ${Object.keys(SectorScheme).join(', ')}.`,
);
export const REGION_CODES = eachIs(
  /^[A-Z]{2}[0-9A-Z]{0,3}$/,
  'no region of NUTS: those have two capital letters and a digit or letter for each level, such as RS or RS12.',
);
export const COUNTRY_CODES = eachIs(
  /^[A-Z]{2}$/,
  'no country of ISO 3166-1 alpha-2: those have two capital letters, such as RS.',
);
export const CURRENCY_CODES = eachIs(
  /^[A-Z]{3}$/,
  'no currency of ISO 4217: those have three capital letters, such as EUR.',
);

const STATUS_TEXT = 'Whether the tie still holds.';

@InputType({ description: 'Conditions on organisations.' })
export class OrganizationFilter {
  @Where(() => [ORGANIZATION_TYPES], 't.type = ANY(?::text[])', 'Of any of these kinds.')
  type?: string[];

  @Where(() => [OrganizationStatus], 't.status = ANY(?::text[])', 'With any of these statuses.')
  status?: string[];

  @Where(
    () => [String],
    't.country = ANY(?::text[])',
    'With their seat in any of these countries (ISO 3166-1 alpha-2).',
    COUNTRY_CODES,
  )
  country?: string[];

  @Where(() => [String], REGION_IN('t.region_id'), REGIONS_TEXT, REGION_CODES)
  region?: string[];

  @Where(
    () => [String],
    `t.id IN (SELECT l.organization_id FROM organization_sector l WHERE ${SECTOR_IN('l.sector_id')})`,
    SECTORS_TEXT,
    SECTOR_CODES,
  )
  sector?: string[];

  @Where(() => [ClusterStage], 't.stage = ANY(?::text[])', 'Clusters of any of these stages.')
  stage?: string[];

  @Where(
    () => [String],
    `EXISTS (SELECT FROM membership m JOIN organization g ON g.id = m.group_id WHERE m.member_id = t.id AND g.slug = ANY(?::text[]))`,
    'Members, now or once, of any of these clusters or associations, by slug.',
  )
  memberOf?: string[];

  @Where(() => [String], 't.slug = ANY(?::text[])', 'With any of these slugs.')
  slug?: string[];

  @Where(
    () => String,
    `t.id IN (SELECT e.node_id FROM search_entry e WHERE e.node_type = 'ORGANIZATION'
      AND e.folded LIKE '%' || search_fold(?::text) || '%' AND search_fold(?::text) <> '')`,
    'With this text in any of its names; case, diacritics, script and signs do not matter. No name has a text of signs alone, or none.',
  )
  nameContains?: string;
}

@InputType({ description: 'Conditions on memberships.' })
export class MembershipFilter {
  @Where(() => [MembershipClass], 't.class = ANY(?::text[])', 'Of any of these classes.')
  class?: string[];

  @Where(() => [TieStatus], 't.status = ANY(?::text[])', STATUS_TEXT)
  status?: string[];

  @Where(
    () => [ORGANIZATION_TYPES],
    organizationTypeOf('t.member_id'),
    'Whose member is of any of these kinds.',
  )
  memberType?: string[];

  @Where(
    () => [ORGANIZATION_TYPES],
    't.group_type = ANY(?::text[])',
    'Whose group is of any of these kinds.',
  )
  groupType?: string[];
}

@InputType({ description: 'Conditions on partnerships.' })
export class PartnershipFilter {
  @Where(() => [PartnershipKind], 't.kind = ANY(?::text[])', 'Of any of these kinds.')
  kind?: string[];

  @Where(() => [TieStatus], 't.status = ANY(?::text[])', STATUS_TEXT)
  status?: string[];
}

@InputType({ description: 'Conditions on partners.' })
export class PartnerFilter {
  @Where(() => [PartnershipKind], 't.kinds && ?::text[]', 'By partnerships of any of these kinds.')
  kind?: string[];

  @Where(() => [ORGANIZATION_TYPES], organizationTypeOf('t.id'), 'That are of any of these kinds.')
  type?: string[];
}

@InputType({ description: 'Conditions on parts in initiatives.' })
export class ParticipationFilter {
  @Where(() => [ParticipationRole], 't.role = ANY(?::text[])', 'In any of these roles.')
  role?: string[];

  @Where(() => [TieStatus], 't.status = ANY(?::text[])', STATUS_TEXT)
  status?: string[];
}

@InputType({ description: 'Conditions on seats.' })
export class SeatFilter {
  @Where(() => [SeatRole], 't.role = ANY(?::text[])', 'In any of these roles.')
  role?: string[];

  @Where(() => [TieStatus], 't.status = ANY(?::text[])', STATUS_TEXT)
  status?: string[];
}

@InputType({ description: 'Conditions on events.' })
export class EventFilter {
  @Where(
    () => InstantScalar,
    't.starts_at >= ?::timestamptz',
    'That start at this instant or later.',
  )
  startsFrom?: Date;

  @Where(() => InstantScalar, 't.starts_at < ?::timestamptz', 'That start before this instant.')
  startsBefore?: Date;

  @Where(() => [String], REGION_IN('t.region_id'), REGIONS_TEXT, REGION_CODES)
  region?: string[];
}

@InputType({ description: 'Conditions on advocacy cases.' })
export class AdvocacyCaseFilter {
  @Where(() => [AdvocacyStatus], 't.status = ANY(?::text[])', 'That stand so.')
  status?: string[];

  @Where(() => [AuthorityLevel], 't.level = ANY(?::text[])', 'Addressed to any of these levels.')
  level?: string[];
}

@InputType({ description: 'Conditions on announcements.' })
export class AnnouncementFilter {
  @Where(() => [String], 't.language = ANY(?::text[])', 'In any of these languages (ISO 639).')
  language?: string[];
}

@InputType({ description: 'Conditions on offers and needs.' })
export class CooperationOfferFilter {
  @Where(() => OfferDirection, 't.direction = ?::text', 'Only offers, or only needs.')
  direction?: string;

  @Where(() => [TieStatus], 't.status = ANY(?::text[])', 'Whether it still stands.')
  status?: string[];

  @Where(
    () => [String],
    `t.id IN (SELECT l.cooperation_offer_id FROM cooperation_offer_sector l WHERE ${SECTOR_IN('l.sector_id')})`,
    SECTORS_TEXT,
    SECTOR_CODES,
  )
  sector?: string[];
}

@InputType({ description: 'Conditions on initiatives.' })
export class InitiativeFilter {
  @Where(() => [InitiativeKind], 't.kind = ANY(?::text[])', 'Of any of these kinds.')
  kind?: string[];

  @Where(() => [Challenge], 't.challenges && ?::text[]', 'That answer any of these difficulties.')
  challenge?: string[];

  @Where(
    () => DayScalar,
    `coalesce(t.started_on, '') <= ?::text AND coalesce(t.ended_on, '9999') >= left(?::text, length(coalesce(t.ended_on, '9999')))`,
    'Under way on this day. An unknown start or end does not exclude.',
  )
  runningOn?: string;

  @Where(
    () => [String],
    `t.id IN (SELECT l.initiative_id FROM initiative_sector l WHERE ${SECTOR_IN('l.sector_id')})`,
    SECTORS_TEXT,
    SECTOR_CODES,
  )
  sector?: string[];

  @Where(
    () => [String],
    `t.id IN (SELECT l.initiative_id FROM initiative_region l WHERE ${REGION_IN('l.region_id')})`,
    REGIONS_TEXT,
    REGION_CODES,
  )
  region?: string[];
}

@InputType({ description: 'Conditions on claims.' })
export class ClaimFilter {
  @Where(() => [Indicator], 't.indicator = ANY(?::text[])', 'About any of these indicators.')
  indicator?: string[];

  @Where(() => ClaimScope, 't.scope = ?::text', 'Whose figure it is.')
  scope?: string;

  @Where(
    () => [Confidence],
    't.source_id IN (SELECT s.id FROM source s WHERE s.confidence = ANY(?::text[]))',
    'From sources of any of these degrees of confidence.',
  )
  confidence?: string[];
}

@InputType({ description: 'Conditions on sources.' })
export class SourceFilter {
  @Where(() => [Confidence], 't.confidence = ANY(?::text[])', 'Of any of these degrees.')
  confidence?: string[];

  @Where(() => [String], 't.publisher = ANY(?::text[])', 'By any of these publishers.')
  publisher?: string[];
}

@InputType({ description: 'Conditions on sectors.' })
export class SectorFilter {
  @Where(() => [SectorScheme], 't.scheme = ANY(?::text[])', 'Of any of these taxonomies.')
  scheme?: string[];

  @Where(
    () => Boolean,
    '(t.parent_id IS NULL) = ?::boolean',
    'Only those at the top, or only those that are not.',
  )
  isTop?: boolean;
}

@InputType({ description: 'Conditions on regions.' })
export class RegionFilter {
  @Where(() => [Int], 't.level = ANY(?::int[])', 'Of any of these levels of NUTS, 0 to 3.')
  level?: number[];
}

@InputType({
  description: 'An identifier of an organisation: the register and what it says there.',
})
export class IdentifierInput {
  @Field(() => String, { description: 'The register: a list of org-id.guide, such as `RS-APR`.' })
  scheme!: string;

  @Field(() => String, { description: 'The number or code in it.' })
  value!: string;
}
