import 'reflect-metadata';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  isISO8601,
  IsLatitude,
  IsLongitude,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import {
  AdvocacyStatus,
  AdvocateStanding,
  AuthorityLevel,
} from '../../entities/advocacy-case.entity.js';
import { ClaimScope, Indicator, Qualifier } from '../../entities/claim.entity.js';
import { ClusterStage } from '../../entities/cluster.entity.js';
import { SizeClass } from '../../entities/company.entity.js';
import { OfferDirection } from '../../entities/cooperation-offer.entity.js';
import { DonorCategory } from '../../entities/donor.entity.js';
import { LabelLevel } from '../../entities/excellence-label.entity.js';
import { Challenge, InitiativeKind, ParticipationRole } from '../../entities/initiative.entity.js';
import { InstitutionCategory } from '../../entities/institution.entity.js';
import { MembershipClass } from '../../entities/membership.entity.js';
import { ORGANIZATION_TYPES, OrganizationStatus } from '../../entities/organization.entity.js';
import { NameKind } from '../../entities/organization-name.entity.js';
import { PartnerCategory } from '../../entities/partner.entity.js';
import { PartnershipKind } from '../../entities/partnership.entity.js';
import { PartyRole } from '../../entities/partnership-party.entity.js';
import { SeatRole } from '../../entities/seat.entity.js';
import { SectorScheme } from '../../entities/sector.entity.js';
import { Confidence } from '../../entities/source.entity.js';
import { TieStatus } from '../../entities/tie.interface.js';
import { isDay, isPartialDate } from '../domain/partial-date.js';

/**
 * The records of a data set as they stand in its files. Others are referred to by what a person
 * would write: the slug, the NUTS code of a region, `SCHEME:code` of a sector.
 */
const Optional = IsOptional;
const Slug = () =>
  Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    message:
      'must be lower-case letters, digits and single hyphens, such as vojvodina-metal-cluster',
  });
const Text = () => MinLength(1, { message: 'must be a text, and not an empty one' });
/** Rules that are asked in turn: of what breaks several, the first is told. */
const InTurn =
  (...rules: readonly PropertyDecorator[]): PropertyDecorator =>
  (target, name) => {
    for (const rule of rules) rule(target, name);
  };
/** `each` alone would take a single value for a list of one. */
const Texts = () => {
  const message = 'must be a list of texts';
  return InTurn(
    IsArray({ message }),
    IsString({ each: true, message }),
    ArrayUnique({ message: 'has the same text twice' }),
  );
};
const Day = () =>
  ValidateBy({
    name: 'day',
    validator: { validate: isDay, defaultMessage: () => 'must be a day, such as 2015-12-22' },
  });
const Dated = () =>
  ValidateBy({
    name: 'partialDate',
    validator: {
      validate: isPartialDate,
      defaultMessage: () => 'must be a year, a month or a day in quotes: 2013, 2010-09, 2010-09-14',
    },
  });
/** Without its offset it would be another instant in another time zone of the server. */
const isInstant = (text: unknown) =>
  typeof text === 'string' &&
  /T\d{2}:\d{2}.*(Z|[+-]\d{2}:\d{2})$/.test(text) &&
  isISO8601(text, { strict: true });
const Instant = () =>
  ValidateBy({
    name: 'instant',
    validator: {
      validate: isInstant,
      defaultMessage: () => 'must be a time with its offset, such as 2015-12-22T14:00:00+01:00',
    },
  });
const isTimeZone = (text: unknown) => {
  if (typeof text !== 'string') return false;
  try {
    Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
};
const TimeZone = () =>
  ValidateBy({
    name: 'timeZone',
    validator: {
      validate: isTimeZone,
      defaultMessage: () => 'must be a time zone of IANA, such as Europe/Belgrade',
    },
  });
const OneOf = (values: object) => {
  const names = Object.values(values) as string[];
  return IsIn(names, { message: `must be one of ${names.join(', ')}` });
};
const EachOf = (values: object) => {
  const names = Object.values(values) as string[];
  const message = `must be a list of any of ${names.join(', ')}`;
  return InTurn(
    IsArray({ message }),
    IsIn(names, { each: true, message }),
    ArrayUnique({ message: 'has the same value twice' }),
  );
};
const Country = () =>
  Matches(/^[A-Z]{2}$/, { message: 'must be two letters of ISO 3166-1, such as RS' });
const Website = () =>
  IsUrl(
    { require_protocol: true },
    { message: 'must be a full address, such as https://example.org' },
  );
const Nested = () =>
  ValidateNested({ each: true, message: 'must be a list of records: fields with values' });

const nestedTypes = new Map<object, Map<string, new () => object>>();
/** A list of records within a record. */
function Each(type: new () => object): PropertyDecorator {
  return (target, name) => {
    const known = nestedTypes.get(target.constructor) ?? new Map<string, new () => object>();
    nestedTypes.set(target.constructor, known.set(String(name), type));
    IsArray({ message: 'must be a list' })(target, name);
    Nested()(target, name);
  };
}
export function nestedTypeOf(type: object, field: string): (new () => object) | undefined {
  return nestedTypes.get(type)?.get(field);
}

class Sourced {
  @Slug() source!: string;
}
class Tie extends Sourced {
  @Optional() @Dated() since?: string;
  @Optional() @Dated() until?: string;
  @Optional() @Dated() attestedOn?: string;
  @OneOf(TieStatus) status!: TieStatus;
}

export class SourceRecord {
  @Slug() slug!: string;
  @Text() title!: string;
  @Optional() @Website() url?: string;
  @Optional() @Text() publisher?: string;
  @Optional() @Dated() publishedOn?: string;
  @Optional() @Day() retrievedOn?: string;
  @Optional() @Text() licence?: string;
  @OneOf(Confidence) confidence!: Confidence;
}
export class RegionRecord extends Sourced {
  @Matches(/^[A-Z]{2}[0-9A-Z]{0,3}$/, { message: 'must be a NUTS code, such as RS12' })
  code!: string;
  @IsInt() @Min(0) @Max(3) level!: number;
  @Text() name!: string;
  @Optional() @Text() nameCyrillic?: string;
  @Optional() @Text() parent?: string;
}
export class SectorRecord extends Sourced {
  @OneOf(SectorScheme) scheme!: SectorScheme;
  @Text() code!: string;
  @Text() title!: string;
  @Optional() @Text() parent?: string;
}
export class NameRecord {
  @Text() text!: string;
  @OneOf(NameKind) kind!: NameKind;
  @Optional()
  @Matches(/^[a-z]{2,3}$/, { message: 'must be a code of ISO 639, such as sr' })
  language?: string;
  @Optional()
  @Matches(/^[A-Z][a-z]{3}$/, { message: 'must be a code of ISO 15924, such as Latn' })
  script?: string;
  @Optional() @Slug() source?: string;
}
export class IdentifierRecord {
  @Matches(/^[A-Z]{2,3}(-[A-Z0-9_]+)+$/, {
    message: 'must be a list of org-id.guide, such as RS-APR',
  })
  scheme!: string;
  @Matches(/^\S+$/, {
    message: `must be a text in quotes, without white space, such as '06115403'`,
  })
  value!: string;
  @Optional() @Slug() source?: string;
}
export class LabelRecord {
  @OneOf(LabelLevel) level!: LabelLevel;
  @Optional() @Dated() awardedOn?: string;
  @Optional() @Dated() validUntil?: string;
  @Optional() @Slug() source?: string;
}
export class OrganizationRecord extends Sourced {
  @OneOf(ORGANIZATION_TYPES) type!: (typeof ORGANIZATION_TYPES)[keyof typeof ORGANIZATION_TYPES];
  @Slug() slug!: string;
  @Text() name!: string;
  @Optional() @Each(NameRecord) otherNames?: NameRecord[];
  @Optional() @Each(IdentifierRecord) identifiers?: IdentifierRecord[];
  @Optional() @Text() description?: string;
  @Optional() @Country() country?: string;
  @Optional() @Text() region?: string;
  @Optional() @Text() city?: string;
  @Optional() @IsLatitude() latitude?: number;
  @Optional() @IsLongitude() longitude?: number;
  @Optional() @Website() website?: string;
  @OneOf(OrganizationStatus) status!: OrganizationStatus;
  @Optional() @Text() legalForm?: string;
  @Optional() @OneOf(ClusterStage) stage?: ClusterStage;
  @Optional() @OneOf(SizeClass) sizeClass?: SizeClass;
  @Optional()
  @OneOf({ ...InstitutionCategory, ...DonorCategory, ...PartnerCategory })
  category?: string;
  @Optional() @Texts() sectors?: string[];
  @Optional() @Each(LabelRecord) labels?: LabelRecord[];
}
export class MembershipRecord extends Tie {
  @Slug() member!: string;
  @Slug() group!: string;
  @OneOf(MembershipClass) class!: MembershipClass;
}
export class PartyRecord {
  @Slug() organization!: string;
  @OneOf(PartyRole) role!: PartyRole;
}
export class PartnershipRecord extends Tie {
  @Slug() slug!: string;
  @Text() title!: string;
  @OneOf(PartnershipKind) kind!: PartnershipKind;
  @Optional() @Text() description?: string;
  @InTurn(
    Each(PartyRecord),
    ArrayMinSize(2, { message: 'must have two parties or more' }),
    ArrayUnique((party: PartyRecord | null) => party?.organization ?? Symbol(), {
      message: 'has the same party twice',
    }),
  )
  parties!: PartyRecord[];
}
export class PersonRecord extends Sourced {
  @Slug() slug!: string;
  @Text() name!: string;
}
export class SeatRecord extends Tie {
  @Slug() person!: string;
  @Slug() organization!: string;
  @OneOf(SeatRole) role!: SeatRole;
  @Optional() @Text() body?: string;
  @Optional() @Slug() nominatedBy?: string;
}
export class EventRecord extends Sourced {
  @Slug() slug!: string;
  @Text() title!: string;
  @Optional() @Text() description?: string;
  @Instant() startsAt!: string;
  @Optional() @Instant() endsAt?: string;
  @TimeZone() timeZone!: string;
  @Optional() @Text() venue?: string;
  @Optional() @Text() address?: string;
  @Optional() @Text() city?: string;
  @Optional() @Country() country?: string;
  @Optional() @Text() region?: string;
  @Texts() audience!: string[];
  @Texts() organizers!: string[];
}
export class AdvocacyCaseRecord extends Sourced {
  @Slug() slug!: string;
  @Text() title!: string;
  @Optional() @Text() subjectAct?: string;
  @Optional() @Text() description?: string;
  @Optional() @Slug() target?: string;
  @Optional() @OneOf(AuthorityLevel) level?: AuthorityLevel;
  @Optional() @Slug() representative?: string;
  @Optional() @OneOf(AdvocateStanding) standing?: AdvocateStanding;
  @OneOf(AdvocacyStatus) status!: AdvocacyStatus;
  @Optional() @Dated() openedOn?: string;
  @Optional() @Dated() closedOn?: string;
  @Optional() @Text() outcome?: string;
  @Texts() beneficiaries!: string[];
}
export class QuoteRecord {
  @Slug() person!: string;
  @Text() text!: string;
  @Optional() @Text() attribution?: string;
}
export class AnnouncementRecord extends Sourced {
  @Slug() slug!: string;
  @Text() title!: string;
  @Text() body!: string;
  @Matches(/^[a-z]{2,3}$/, { message: 'must be a code of ISO 639, such as en' }) language!: string;
  @Optional() @Dated() publishedOn?: string;
  @Slug() author!: string;
  @Optional() @Each(QuoteRecord) quotes?: QuoteRecord[];
}
export class CooperationOfferRecord extends Tie {
  @Slug() slug!: string;
  @Slug() organization!: string;
  @OneOf(OfferDirection) direction!: OfferDirection;
  @Text() title!: string;
  @Optional() @Text() description?: string;
  @Optional() @Texts() sectors?: string[];
}
export class ParticipantRecord {
  @Slug() organization!: string;
  @OneOf(ParticipationRole) role!: ParticipationRole;
  @Optional() @Dated() since?: string;
  @Optional() @Dated() until?: string;
  @Optional() @Dated() attestedOn?: string;
  @OneOf(TieStatus) status!: TieStatus;
  @Optional() @Slug() source?: string;
}
export class InitiativeRecord extends Sourced {
  @Slug() slug!: string;
  @Text() title!: string;
  @OneOf(InitiativeKind) kind!: InitiativeKind;
  @Optional() @OneOf(ClusterStage) stage?: ClusterStage;
  @Optional() @Text() description?: string;
  @EachOf(Challenge) challenges!: Challenge[];
  @Optional() @Dated() startedOn?: string;
  @Optional() @Dated() endedOn?: string;
  @Optional() @Text() results?: string;
  @Optional() @Website() website?: string;
  @Optional() @Texts() sectors?: string[];
  @Optional() @Texts() regions?: string[];
  @Each(ParticipantRecord) participants!: ParticipantRecord[];
}
export class ClaimRecord extends Sourced {
  @Optional() @Slug() organization?: string;
  @Optional() @Slug() initiative?: string;
  @OneOf(Indicator) indicator!: Indicator;
  @OneOf(ClaimScope) scope!: ClaimScope;
  @OneOf(Qualifier) qualifier!: Qualifier;
  @Optional()
  @Matches(/^\d+(\.\d+)?$/, { message: `must be a decimal number in quotes, such as '30000'` })
  number?: string;
  @Optional() @Dated() date?: string;
  @Optional()
  @Matches(/^[A-Z]{3}$/, { message: 'must be a currency of ISO 4217, such as EUR' })
  currency?: string;
  @Optional() @Dated() asOf?: string;
  @Optional() @Text() note?: string;
}

/** The files of a data set, each after those that it refers to. */
export const RECORD_FILES = {
  sources: SourceRecord,
  regions: RegionRecord,
  sectors: SectorRecord,
  organizations: OrganizationRecord,
  memberships: MembershipRecord,
  partnerships: PartnershipRecord,
  persons: PersonRecord,
  seats: SeatRecord,
  events: EventRecord,
  'advocacy-cases': AdvocacyCaseRecord,
  announcements: AnnouncementRecord,
  'cooperation-offers': CooperationOfferRecord,
  initiatives: InitiativeRecord,
  claims: ClaimRecord,
} as const;

export type RecordFile = keyof typeof RECORD_FILES;
export type RecordOf<File extends RecordFile> = InstanceType<(typeof RECORD_FILES)[File]>;
