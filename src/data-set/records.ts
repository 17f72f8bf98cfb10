import {
  ArrayMinSize,
  ArrayUnique,
  IsInt,
  IsLatitude,
  IsLongitude,
  Matches,
  Max,
  Min,
} from 'class-validator';
import {
  AdvocacyStatus,
  AdvocateStanding,
  AuthorityLevel,
} from '../../entities/knowledge/advocacy-case.entity.js';
import { ClaimScope, Indicator, Qualifier } from '../../entities/knowledge/claim.entity.js';
import { ClusterStage } from '../../entities/network/cluster-stage.js';
import { SizeClass } from '../../entities/network/company.entity.js';
import { OfferDirection } from '../../entities/knowledge/cooperation-offer.entity.js';
import { DonorCategory } from '../../entities/network/donor.entity.js';
import { LabelLevel } from '../../entities/network/excellence-label.entity.js';
import { ProgrammeStatus } from '../../entities/funding/grant-programme.entity.js';
import { GrantScheme, GrantStatus, RegrantType } from '../../entities/funding/grant.entity.js';
import {
  Challenge,
  InitiativeKind,
  ParticipationRole,
} from '../../entities/network/initiative.entity.js';
import { InstitutionCategory } from '../../entities/network/institution.entity.js';
import { MembershipClass } from '../../entities/network/membership.entity.js';
import {
  ORGANIZATION_TYPES,
  OrganizationStatus,
} from '../../entities/network/organization.entity.js';
import { NameKind } from '../../entities/network/organization-name.entity.js';
import { PartnerCategory } from '../../entities/network/partner.entity.js';
import { PartnershipKind } from '../../entities/network/partnership.entity.js';
import { PartyRole } from '../../entities/network/partnership-party.entity.js';
import { SeatRole } from '../../entities/knowledge/seat.entity.js';
import { SectorScheme } from '../../entities/network/sector.entity.js';
import { Confidence } from '../../entities/knowledge/source.entity.js';
import { TieStatus } from '../../entities/shared/tie.interface.js';
import { BudgetStatus, BudgetKind } from '../../entities/funding/budget.entity.js';
import { TransactionKind } from '../../entities/funding/transaction.entity.js';
import {
  Amount,
  Code,
  Country,
  Currency,
  Dated,
  Day,
  Each,
  EachOf,
  Flag,
  InTurn,
  Instant,
  OneOf,
  Optional,
  Percentage,
  PositiveAmount,
  SignedAmount,
  Slug,
  Text,
  Texts,
  TimeZone,
  Website,
} from './record-rules.js';
import { CODE_FORMS } from '../domain/codes.js';
import { Sourced, Tie } from './records/sourced.record.js';

/**
 * The records in the files of a data set. They reference each other by readable keys: the slug, the
 * NUTS code of a region, `SCHEME:code` of a sector.
 */

export class SourceRecord {
  @Slug() slug!: string;
  @Text('title') title!: string;
  @Optional() @Website() url?: string;
  @Optional() @Text('name') publisher?: string;
  @Optional() @Dated() publishedOn?: string;
  @Optional() @Day() retrievedOn?: string;
  @Optional() @Text('title') licence?: string;
  @OneOf(Confidence) confidence!: Confidence;
}
export class RegionRecord extends Sourced {
  @Matches(/^[A-Z]{2}[0-9A-Z]{0,3}$/, { message: 'must be a NUTS code, such as RS12' })
  code!: string;
  @IsInt() @Min(0) @Max(3) level!: number;
  @Text('name') name!: string;
  @Optional() @Text('name') nameCyrillic?: string;
  @Optional() @Text('identifier') parent?: string;
}
export class SectorRecord extends Sourced {
  @OneOf(SectorScheme) scheme!: SectorScheme;
  @Text('identifier') code!: string;
  @Text('title') title!: string;
  @Optional() @Text('identifier') parent?: string;
}
export class NameRecord {
  @Text('name') text!: string;
  @OneOf(NameKind) kind!: NameKind;
  @Optional()
  @Matches(/^[a-z]{2,3}$/, { message: 'must be an ISO 639 code, such as sr' })
  language?: string;
  @Optional()
  @Matches(/^[A-Z][a-z]{3}$/, { message: 'must be an ISO 15924 code, such as Latn' })
  script?: string;
  @Optional() @Slug() source?: string;
}
export class IdentifierRecord {
  @Code(
    CODE_FORMS.identifierScheme.pattern,
    'must be a list code of org-id.guide, such as RS-APR, or ISNI or FUNDREF',
  )
  scheme!: string;
  @Code(/^\S+$/, `must be a text in quotes, without white space, such as '06115403'`)
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
  @Text('name') name!: string;
  @Optional() @Each(NameRecord) otherNames?: NameRecord[];
  @Optional() @Each(IdentifierRecord) identifiers?: IdentifierRecord[];
  @Optional() @Text('text') description?: string;
  @Optional() @Slug() parent?: string;
  @Optional() @Country() country?: string;
  @Optional() @Text('name') region?: string;
  @Optional() @Text('name') city?: string;
  @Optional() @IsLatitude() latitude?: number;
  @Optional() @IsLongitude() longitude?: number;
  @Optional() @Website() website?: string;
  @OneOf(OrganizationStatus) status!: OrganizationStatus;
  @Optional() @Text('name') legalForm?: string;
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
  @Text('title') title!: string;
  @OneOf(PartnershipKind) kind!: PartnershipKind;
  @Optional() @Text('text') description?: string;
  @InTurn(
    Each(PartyRecord),
    ArrayMinSize(2, { message: 'must have two or more parties' }),
    ArrayUnique((party: PartyRecord | null) => party?.organization ?? Symbol(), {
      message: 'has the same party twice',
    }),
  )
  parties!: PartyRecord[];
}
export class PersonRecord extends Sourced {
  @Slug() slug!: string;
  @Text('name') name!: string;
}
export class SeatRecord extends Tie {
  @Slug() person!: string;
  @Slug() organization!: string;
  @OneOf(SeatRole) role!: SeatRole;
  @Optional() @Text('name') body?: string;
  @Optional() @Slug() nominatedBy?: string;
}
export class EventRecord extends Sourced {
  @Slug() slug!: string;
  @Text('title') title!: string;
  @Optional() @Text('text') description?: string;
  @Instant() startsAt!: string;
  @Optional() @Instant() endsAt?: string;
  @TimeZone() timeZone!: string;
  @Optional() @Text('title') venue?: string;
  @Optional() @Text('title') address?: string;
  @Optional() @Text('name') city?: string;
  @Optional() @Country() country?: string;
  @Optional() @Text('name') region?: string;
  @Texts() audience!: string[];
  @Texts() organizers!: string[];
}
export class AdvocacyCaseRecord extends Sourced {
  @Slug() slug!: string;
  @Text('title') title!: string;
  @Optional() @Text('title') subjectAct?: string;
  @Optional() @Text('text') description?: string;
  @Optional() @Slug() target?: string;
  @Optional() @OneOf(AuthorityLevel) level?: AuthorityLevel;
  @Optional() @Slug() representative?: string;
  @Optional() @OneOf(AdvocateStanding) standing?: AdvocateStanding;
  @OneOf(AdvocacyStatus) status!: AdvocacyStatus;
  @Optional() @Dated() openedOn?: string;
  @Optional() @Dated() closedOn?: string;
  @Optional() @Text('text') outcome?: string;
  @Texts() beneficiaries!: string[];
}
export class QuoteRecord {
  @Slug() person!: string;
  @Text('text') text!: string;
  @Optional() @Text('title') attribution?: string;
}
export class AnnouncementRecord extends Sourced {
  @Slug() slug!: string;
  @Text('title') title!: string;
  @Text('text') body!: string;
  @Matches(/^[a-z]{2,3}$/, { message: 'must be an ISO 639 code, such as en' }) language!: string;
  @Optional() @Dated() publishedOn?: string;
  @Slug() author!: string;
  @Optional() @Each(QuoteRecord) quotes?: QuoteRecord[];
}
export class CooperationOfferRecord extends Tie {
  @Slug() slug!: string;
  @Slug() organization!: string;
  @OneOf(OfferDirection) direction!: OfferDirection;
  @Text('title') title!: string;
  @Optional() @Text('text') description?: string;
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
  @Text('title') title!: string;
  @OneOf(InitiativeKind) kind!: InitiativeKind;
  @Optional() @OneOf(ClusterStage) stage?: ClusterStage;
  @Optional() @Text('text') description?: string;
  @EachOf(Challenge) challenges!: Challenge[];
  @Optional() @Dated() startedOn?: string;
  @Optional() @Dated() endedOn?: string;
  @Optional() @Text('text') results?: string;
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
  @Optional() @Amount() number?: string;
  @Optional() @Dated() date?: string;
  @Optional() @Currency() currency?: string;
  @Optional() @Dated() asOf?: string;
  @Optional() @Text('text') note?: string;
}
export class GrantProgrammeRecord extends Sourced {
  @Slug() slug!: string;
  @Text('title') title!: string;
  @Optional() @Text('identifier') code?: string;
  @Optional() @Text('text') description?: string;
  @Optional() @Website() website?: string;
  @Slug() funder!: string;
  @Optional() @Slug() manager?: string;
  @Optional() @Dated() openedOn?: string;
  @Optional() @Dated() closedOn?: string;
  @Optional() @Amount() budget?: string;
  @Optional() @Currency() currency?: string;
  @OneOf(ProgrammeStatus) status!: ProgrammeStatus;
}
export class GrantShareRecord {
  @Slug() organization!: string;
  @Optional() @SignedAmount() amount?: string;
}
export class GrantSectorRecord {
  @Text('identifier') sector!: string;
  @Optional() @Percentage() percentage?: string;
}
export class GrantLocationRecord {
  @Optional() @Text('name') name?: string;
  @Optional() @Country() country?: string;
  @Optional() @Text('name') region?: string;
  @Optional() @IsLatitude() latitude?: number;
  @Optional() @IsLongitude() longitude?: number;
  @Optional() @Percentage() percentage?: string;
}
export class TransactionRecord {
  @OneOf(TransactionKind) kind!: TransactionKind;
  @SignedAmount() value!: string;
  @Dated() valueDate!: string;
  @Optional() @IsInt() @Min(1) @Max(4) quarter?: number;
  @Optional() @Dated() madeOn?: string;
  @Optional() @Slug() provider?: string;
  @Optional() @Slug() receiver?: string;
  @Optional() @Text('identifier') sector?: string;
  @Optional() @Country() country?: string;
  @Optional() @Text('identifier') region?: string;
  @Optional() @Text('text') description?: string;
  @Optional() @Text('identifier') reference?: string;
  /** Where the source states it, such as `Data!15673`. */
  @Optional() @Text('identifier') sourcePointer?: string;
  @Optional() @Slug() source?: string;
}
export class BudgetRecord {
  @OneOf(BudgetKind) kind!: BudgetKind;
  @OneOf(BudgetStatus) status!: BudgetStatus;
  @Optional() @Dated() startsOn?: string;
  @Optional() @Dated() endsOn?: string;
  @SignedAmount() value!: string;
  @Optional() @Dated() valueDate?: string;
}
export class GrantRecord extends Sourced {
  @Optional() @OneOf(GrantScheme) scheme?: GrantScheme;
  @Code(/^\S+( \S+)*$/, 'must be a text without white space around it')
  identifier!: string;
  @Text('title') title!: string;
  @Optional() @Text('text') description?: string;
  @Slug() funder!: string;
  @Optional() @Slug() programme?: string;
  @Optional() @Slug() initiative?: string;
  /** The key of the grant that funds it: `SCHEME:identifier:CURRENCY`. */
  @Optional() @Text('title') paidFrom?: string;
  /** Optional only if no amount is known. */
  @Optional() @Currency() currency?: string;
  @Optional() @SignedAmount() appliedFor?: string;
  @Optional() @SignedAmount() awarded?: string;
  @Optional() @SignedAmount() disbursed?: string;
  @Optional() @Dated() awardedOn?: string;
  @Optional() @Dated() plannedStartOn?: string;
  @Optional() @Dated() plannedEndOn?: string;
  @Optional() @Dated() startedOn?: string;
  @Optional() @Dated() endedOn?: string;
  @Optional() @OneOf(GrantStatus) status?: GrantStatus;
  @Optional() @OneOf(RegrantType) regrant?: RegrantType;
  @Optional() @Flag() fromOpenCall?: boolean;
  @Optional() @Flag() toIndividuals?: boolean;
  @Optional() @Flag() isSecondaryReport?: boolean;
  @Optional() @Slug() reporter?: string;
  @Optional() @Each(GrantShareRecord) shares?: GrantShareRecord[];
  @Optional() @Texts() intermediaries?: string[];
  @Optional() @Each(GrantSectorRecord) sectors?: GrantSectorRecord[];
  @Optional() @Each(GrantLocationRecord) locations?: GrantLocationRecord[];
  @Optional() @Each(TransactionRecord) transactions?: TransactionRecord[];
  @Optional() @Each(BudgetRecord) budgets?: BudgetRecord[];
}

export class ExchangeRateRecord extends Sourced {
  @Currency() currency!: string;
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/, { message: 'must be a month in quotes, such as 2015-12' })
  month!: string;
  @PositiveAmount() perUsd!: string;
}

/** The files of a data set, each after those that it references. */
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
  'grant-programmes': GrantProgrammeRecord,
  grants: GrantRecord,
  'exchange-rates': ExchangeRateRecord,
} as const;

export type RecordFile = keyof typeof RECORD_FILES;
export type RecordOf<File extends RecordFile> = InstanceType<(typeof RECORD_FILES)[File]>;
