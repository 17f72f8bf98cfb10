/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AdvocacyStatus =
  | 'FAILED'
  | 'OPEN'
  | 'PARTLY_SUCCEEDED'
  | 'SUCCEEDED'
  | 'WITHDRAWN';

export type AmountFilter = {
  readonly currency?: string | null | undefined;
  readonly gt?: string | null | undefined;
  readonly gte?: string | null | undefined;
  readonly isNull?: boolean | null | undefined;
  readonly lt?: string | null | undefined;
  readonly lte?: string | null | undefined;
  readonly measure?: Measure;
};

export type BooleanFilter = {
  readonly eq?: boolean | null | undefined;
};

export type Challenge =
  | 'AWARENESS'
  | 'FINANCE'
  | 'INNOVATION'
  | 'INTERNATIONALISATION'
  | 'MANAGERIAL_CAPACITY'
  | 'SKILLS';

export type ChallengeFilter = {
  readonly eq?: Challenge | null | undefined;
  readonly in?: ReadonlyArray<Challenge> | null | undefined;
  readonly isNull?: boolean | null | undefined;
  readonly notIn?: ReadonlyArray<Challenge> | null | undefined;
};

export type ClaimScope =
  | 'ITSELF'
  | 'MEMBERS_TOGETHER';

export type ClusterStage =
  | 'DEVELOPING'
  | 'ESTABLISHED'
  | 'SEEKING';

export type ClusterStageFilter = {
  readonly eq?: ClusterStage | null | undefined;
  readonly in?: ReadonlyArray<ClusterStage> | null | undefined;
  readonly isNull?: boolean | null | undefined;
  readonly notIn?: ReadonlyArray<ClusterStage> | null | undefined;
};

export type Confidence =
  | 'LEAD'
  | 'OFFICIAL'
  | 'SECONDARY'
  | 'SYNTHETIC';

export type DateFilter = {
  readonly gt?: string | null | undefined;
  readonly gte?: string | null | undefined;
  readonly isNull?: boolean | null | undefined;
  readonly lt?: string | null | undefined;
  readonly lte?: string | null | undefined;
};

export type DonorCategory =
  | 'BILATERAL'
  | 'EU'
  | 'FOUNDATION'
  | 'GOVERNMENT'
  | 'MULTILATERAL'
  | 'PRIVATE';

export type FlowNodeKind =
  | 'REST'
  | 'UNKNOWN'
  | 'VALUE';

export type GrantDimension =
  | 'CHALLENGE'
  | 'COUNTRY'
  | 'CURRENCY'
  | 'DATA_SET'
  | 'FUNDER'
  | 'INITIATIVE'
  | 'INTERMEDIARY'
  | 'PROGRAMME'
  | 'RECIPIENT'
  | 'REGION'
  | 'SECTOR'
  | 'STATUS'
  | 'YEAR';

export type GrantFilter = {
  readonly amount?: AmountFilter | null | undefined;
  readonly and?: ReadonlyArray<GrantFilter> | null | undefined;
  readonly awardedOn?: DateFilter | null | undefined;
  readonly challenge?: ChallengeFilter | null | undefined;
  readonly country?: StringFilter | null | undefined;
  readonly currency?: StringFilter | null | undefined;
  readonly dataSet?: StringFilter | null | undefined;
  readonly funder?: StringFilter | null | undefined;
  readonly identifier?: StringFilter | null | undefined;
  readonly initiative?: StringFilter | null | undefined;
  readonly intermediary?: StringFilter | null | undefined;
  readonly not?: GrantFilter | null | undefined;
  readonly or?: ReadonlyArray<GrantFilter> | null | undefined;
  readonly organization?: GrantOrganizationFilter | null | undefined;
  readonly period?: PeriodFilter | null | undefined;
  readonly programme?: StringFilter | null | undefined;
  readonly recipient?: StringFilter | null | undefined;
  readonly region?: StringFilter | null | undefined;
  readonly sector?: StringFilter | null | undefined;
  readonly status?: GrantStatusFilter | null | undefined;
  readonly title?: TextFilter | null | undefined;
  readonly toIndividuals?: BooleanFilter | null | undefined;
  readonly year?: IntFilter | null | undefined;
};

export type GrantOrder = {
  readonly direction?: OrderDirection;
  readonly field: GrantOrderField;
};

export type GrantOrderField =
  | 'AWARDED'
  | 'AWARDED_ON';

export type GrantOrganizationFilter = {
  readonly eq?: string | null | undefined;
  readonly in?: ReadonlyArray<string> | null | undefined;
  readonly notIn?: ReadonlyArray<string> | null | undefined;
  readonly roles?: ReadonlyArray<GrantRole> | null | undefined;
};

export type GrantRole =
  | 'FUNDER'
  | 'INTERMEDIARY'
  | 'RECIPIENT';

export type GrantScheme =
  | 'IATI'
  | 'SCAN'
  | 'THREE_SIXTY_GIVING';

export type GrantStatus =
  | 'CANCELLED'
  | 'CLOSED'
  | 'FINALISATION'
  | 'IMPLEMENTATION'
  | 'PIPELINE'
  | 'SUSPENDED';

export type GrantStatusFilter = {
  readonly eq?: GrantStatus | null | undefined;
  readonly in?: ReadonlyArray<GrantStatus> | null | undefined;
  readonly isNull?: boolean | null | undefined;
  readonly notIn?: ReadonlyArray<GrantStatus> | null | undefined;
};

export type Indicator =
  | 'ANNUAL_REVENUE'
  | 'COMPANY_MEMBERS'
  | 'EMPLOYEES'
  | 'ENDED_ON'
  | 'EU_CONTRIBUTION'
  | 'EU_CONTRIBUTION_SHARE'
  | 'EXPORTS'
  | 'EXPORT_SHARE'
  | 'FOUNDED_ON'
  | 'INSTITUTION_MEMBERS'
  | 'MEMBERS'
  | 'OWN_CONTRIBUTION_SHARE'
  | 'PARTICIPANTS'
  | 'PARTICIPANT_BUDGET'
  | 'SME_MEMBERS'
  | 'STARTED_ON'
  | 'TOTAL_BUDGET'
  | 'WOMEN_SHARE';

export type InitiativeFilter = {
  readonly and?: ReadonlyArray<InitiativeFilter> | null | undefined;
  readonly challenge?: ChallengeFilter | null | undefined;
  readonly kind?: InitiativeKindFilter | null | undefined;
  readonly not?: InitiativeFilter | null | undefined;
  readonly or?: ReadonlyArray<InitiativeFilter> | null | undefined;
  readonly period?: PeriodFilter | null | undefined;
  readonly region?: StringFilter | null | undefined;
  readonly sector?: StringFilter | null | undefined;
};

export type InitiativeKind =
  | 'NEW_CLUSTER'
  | 'PROGRAMME'
  | 'PROJECT'
  | 'SERVICE';

export type InitiativeKindFilter = {
  readonly eq?: InitiativeKind | null | undefined;
  readonly in?: ReadonlyArray<InitiativeKind> | null | undefined;
  readonly isNull?: boolean | null | undefined;
  readonly notIn?: ReadonlyArray<InitiativeKind> | null | undefined;
};

export type InitiativeOrder = {
  readonly direction?: OrderDirection;
  readonly field: InitiativeOrderField;
};

export type InitiativeOrderField =
  | 'STARTED_ON'
  | 'TITLE';

export type InstitutionCategory =
  | 'ACADEMIA'
  | 'BUSINESS_SUPPORT'
  | 'CHAMBER'
  | 'DEVELOPMENT_AGENCY'
  | 'INTERNATIONAL_BODY'
  | 'LOCAL_GOVERNMENT'
  | 'NATIONAL_GOVERNMENT'
  | 'PROVINCIAL_GOVERNMENT';

export type IntFilter = {
  readonly eq?: number | null | undefined;
  readonly gt?: number | null | undefined;
  readonly gte?: number | null | undefined;
  readonly in?: ReadonlyArray<number> | null | undefined;
  readonly isNull?: boolean | null | undefined;
  readonly lt?: number | null | undefined;
  readonly lte?: number | null | undefined;
  readonly notIn?: ReadonlyArray<number> | null | undefined;
};

export type LeftOutReason =
  | 'MADE_TO_PASS_ON'
  | 'PASSED_ON'
  | 'SECONDARY_REPORT';

export type Measure =
  | 'APPLIED_FOR'
  | 'AWARDED'
  | 'COMMITTED'
  | 'DISBURSED'
  | 'SPENT';

export type MembershipClass =
  | 'ASSOCIATE'
  | 'FOUNDING'
  | 'HONORARY'
  | 'REGULAR';

export type NameKind =
  | 'ACRONYM'
  | 'ALIAS'
  | 'FORMER'
  | 'OFFICIAL'
  | 'TRANSLATION'
  | 'TRANSLITERATION';

export type NetworkLevel =
  | 'CLUSTER'
  | 'ORGANIZATION'
  | 'REGION'
  | 'SECTOR';

export type NetworkTieKind =
  | 'BOARD_SEAT'
  | 'FUNDING'
  | 'JOINT_INITIATIVE'
  | 'MEMBERSHIP'
  | 'PARTNERSHIP';

export type OfferDirection =
  | 'NEEDS'
  | 'OFFERS';

export type OrderDirection =
  | 'ASC'
  | 'DESC';

export type OrganizationFilter = {
  readonly and?: ReadonlyArray<OrganizationFilter> | null | undefined;
  readonly country?: StringFilter | null | undefined;
  readonly memberOf?: StringFilter | null | undefined;
  readonly name?: TextFilter | null | undefined;
  readonly not?: OrganizationFilter | null | undefined;
  readonly or?: ReadonlyArray<OrganizationFilter> | null | undefined;
  readonly region?: StringFilter | null | undefined;
  readonly sector?: StringFilter | null | undefined;
  readonly slug?: StringFilter | null | undefined;
  readonly stage?: ClusterStageFilter | null | undefined;
  readonly status?: OrganizationStatusFilter | null | undefined;
  readonly type?: OrganizationTypeFilter | null | undefined;
};

export type OrganizationOrder = {
  readonly direction?: OrderDirection;
  readonly field: OrganizationOrderField;
};

export type OrganizationOrderField =
  | 'NAME'
  | 'SLUG';

export type OrganizationStatus =
  | 'ACTIVE'
  | 'DISSOLVED'
  | 'INACTIVE'
  | 'UNKNOWN';

export type OrganizationStatusFilter = {
  readonly eq?: OrganizationStatus | null | undefined;
  readonly in?: ReadonlyArray<OrganizationStatus> | null | undefined;
  readonly isNull?: boolean | null | undefined;
  readonly notIn?: ReadonlyArray<OrganizationStatus> | null | undefined;
};

export type OrganizationType =
  | 'ASSOCIATION'
  | 'CLUSTER'
  | 'COMPANY'
  | 'DONOR'
  | 'INSTITUTION'
  | 'PARTNER';

export type OrganizationTypeFilter = {
  readonly eq?: OrganizationType | null | undefined;
  readonly in?: ReadonlyArray<OrganizationType> | null | undefined;
  readonly isNull?: boolean | null | undefined;
  readonly notIn?: ReadonlyArray<OrganizationType> | null | undefined;
};

export type ParticipationRole =
  | 'ACCOUNTABLE'
  | 'ASSOCIATED'
  | 'BENEFICIARY'
  | 'EXTENDING'
  | 'FUNDING'
  | 'IMPLEMENTER'
  | 'LEAD'
  | 'PARTNER';

export type PartnerCategory =
  | 'DOMESTIC_CLUSTER'
  | 'FOREIGN_CLUSTER'
  | 'NETWORK'
  | 'NGO'
  | 'OTHER';

export type PartnershipKind =
  | 'CONSORTIUM'
  | 'MEMORANDUM'
  | 'NETWORK'
  | 'RESEARCH'
  | 'SUPPORT'
  | 'TRADE'
  | 'TRAINING';

export type PartyRole =
  | 'COORDINATOR'
  | 'INITIATOR'
  | 'PARTY'
  | 'SUPPORTED'
  | 'SUPPORTER';

export type PeriodFilter = {
  readonly contains?: string | null | undefined;
  readonly isNull?: boolean | null | undefined;
};

export type Qualifier =
  | 'ABOUT'
  | 'AT_LEAST'
  | 'AT_MOST'
  | 'EXACT'
  | 'OVER'
  | 'UNDER';

export type RecordKind =
  | 'ADVOCACY_CASE'
  | 'ANNOUNCEMENT'
  | 'CLAIM'
  | 'EVENT'
  | 'INITIATIVE'
  | 'ORGANIZATION'
  | 'PERSON'
  | 'SOURCE';

export type SeatRole =
  | 'CHAIRPERSON'
  | 'MANAGER'
  | 'MEMBER';

export type SectorScheme =
  | 'DAC'
  | 'EU_ECOSYSTEM'
  | 'NACE_REV2'
  | 'NACE_REV2_1';

export type SizeClass =
  | 'LARGE'
  | 'MEDIUM'
  | 'MICRO'
  | 'SMALL';

export type StringFilter = {
  readonly eq?: string | null | undefined;
  readonly in?: ReadonlyArray<string> | null | undefined;
  readonly isNull?: boolean | null | undefined;
  readonly notIn?: ReadonlyArray<string> | null | undefined;
};

export type TextFilter = {
  readonly contains?: string | null | undefined;
};

export type TieKind =
  | 'COOPERATION_OFFER'
  | 'INITIATIVE_PARTICIPATION'
  | 'MEMBERSHIP'
  | 'PARTNERSHIP'
  | 'SEAT';

export type TieStatus =
  | 'CURRENT'
  | 'ENDED'
  | 'UNKNOWN';

export type TransactionKind =
  | 'COMMITMENT'
  | 'CREDIT_GUARANTEE'
  | 'DISBURSEMENT'
  | 'EXPENDITURE'
  | 'INCOMING_COMMITMENT'
  | 'INCOMING_FUNDS'
  | 'INCOMING_PLEDGE'
  | 'INTEREST'
  | 'LOAN_REPAYMENT'
  | 'PLEDGE'
  | 'PURCHASE_OF_EQUITY'
  | 'REIMBURSEMENT'
  | 'SALE_OF_EQUITY';

export type SourcePartsFragment = { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence };

type OrganizationParts_Association_Fragment = { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType };

type OrganizationParts_Cluster_Fragment = { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType };

type OrganizationParts_Company_Fragment = { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType };

type OrganizationParts_Donor_Fragment = { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType };

type OrganizationParts_Institution_Fragment = { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType };

type OrganizationParts_Partner_Fragment = { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType };

export type OrganizationPartsFragment =
  | OrganizationParts_Association_Fragment
  | OrganizationParts_Cluster_Fragment
  | OrganizationParts_Company_Fragment
  | OrganizationParts_Donor_Fragment
  | OrganizationParts_Institution_Fragment
  | OrganizationParts_Partner_Fragment
;

export type MoneyPartsFragment = { readonly amount: string, readonly currency: string };

export type GrantRowFragment = { readonly id: string, readonly title: string, readonly identifier: string, readonly awardedOn: string | null, readonly currency: string, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly disbursed: { readonly amount: string, readonly currency: string } | null, readonly funder:
    | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
    | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
    | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
    | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
    | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
    | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
  , readonly programme: { readonly id: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
    > }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } };

export type FundingQueryVariables = Exact<{
  filter?: GrantFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
  orderBy?: ReadonlyArray<GrantOrder> | null | undefined;
}>;


export type FundingQuery = { readonly grantTotals: { readonly grantCount: number, readonly leftOut: ReadonlyArray<{ readonly reason: LeftOutReason, readonly grantCount: number }>, readonly amounts: ReadonlyArray<{ readonly measure: Measure, readonly currency: string, readonly grantCount: number, readonly sum: { readonly amount: string, readonly currency: string }, readonly median: { readonly amount: string, readonly currency: string }, readonly min: { readonly amount: string, readonly currency: string }, readonly max: { readonly amount: string, readonly currency: string } }> } | null, readonly grants: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly identifier: string, readonly awardedOn: string | null, readonly currency: string, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly disbursed: { readonly amount: string, readonly currency: string } | null, readonly funder:
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
      , readonly programme: { readonly id: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        > }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> } | null };

export type FundingFacetQueryVariables = Exact<{
  filter?: GrantFilter | null | undefined;
  dimension: GrantDimension;
}>;


export type FundingFacetQuery = { readonly grantFacets: { readonly facet: { readonly distinctCount: number, readonly unknownCount: number, readonly values: ReadonlyArray<{ readonly key: string | null, readonly label: string | null, readonly grantCount: number }> } } | null };

export type FundingFlowsQueryVariables = Exact<{
  filter?: GrantFilter | null | undefined;
  currency: string;
  measure: Measure;
}>;


export type FundingFlowsQuery = { readonly grantFlows: { readonly currency: string, readonly measure: Measure, readonly grantCount: number, readonly leftOutCount: number, readonly equallySplitCount: number, readonly nodes: ReadonlyArray<{ readonly name: string, readonly level: number, readonly dimension: GrantDimension, readonly kind: FlowNodeKind, readonly key: string | null, readonly label: string | null, readonly grantCount: number, readonly amount: { readonly amount: string, readonly currency: string } }>, readonly links: ReadonlyArray<{ readonly from: string, readonly to: string, readonly grantCount: number, readonly amount: { readonly amount: string, readonly currency: string } }> } | null };

export type FundingConvertedQueryVariables = Exact<{
  filter?: GrantFilter | null | undefined;
  currency: string;
}>;


export type FundingConvertedQuery = { readonly grantTotals: { readonly convertedTo: ReadonlyArray<{ readonly measure: Measure, readonly amountCount: number, readonly sum: { readonly amount: string, readonly currency: string }, readonly unconverted: ReadonlyArray<{ readonly currency: string, readonly amountCount: number, readonly sum: { readonly amount: string, readonly currency: string } }>, readonly rates: ReadonlyArray<{ readonly currency: string, readonly period: string, readonly rate: string, readonly amountCount: number, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } | null }> }> } | null };

export type HomeQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQuery = { readonly totals: { readonly organizations: ReadonlyArray<{ readonly type: OrganizationType, readonly count: number }>, readonly records: ReadonlyArray<{ readonly kind: RecordKind, readonly count: number }>, readonly ties: ReadonlyArray<{ readonly kind: TieKind, readonly count: number }>, readonly years: ReadonlyArray<{ readonly year: number, readonly kind: TieKind, readonly beganCount: number }>, readonly regions: ReadonlyArray<{ readonly count: number, readonly region: { readonly id: string, readonly code: string, readonly name: string, readonly nameCyrillic: string | null } }> } | null, readonly grantFacets: { readonly grantCount: number } | null, readonly announcements: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly publishedOn: string | null, readonly author:
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
      , readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> } | null, readonly events: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly startsAt: string, readonly city: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> } | null };

export type SearchResultsQueryVariables = Exact<{
  query: string;
  first: number;
}>;


export type SearchResultsQuery = { readonly search: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly matched: string, readonly node:
        | { readonly __typename: 'AdvocacyCase', readonly title: string, readonly id: string }
        | { readonly __typename: 'Announcement', readonly title: string, readonly id: string }
        | { readonly __typename: 'Association', readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly id: string }
        | { readonly __typename: 'Budget', readonly id: string }
        | { readonly __typename: 'Claim', readonly id: string }
        | { readonly __typename: 'Cluster', readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly id: string }
        | { readonly __typename: 'Company', readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly id: string }
        | { readonly __typename: 'CooperationOffer', readonly title: string, readonly id: string }
        | { readonly __typename: 'Donor', readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly id: string }
        | { readonly __typename: 'Event', readonly title: string, readonly id: string }
        | { readonly __typename: 'ExcellenceLabel', readonly id: string }
        | { readonly __typename: 'ExchangeRate', readonly id: string }
        | { readonly __typename: 'Grant', readonly title: string, readonly id: string }
        | { readonly __typename: 'GrantProgramme', readonly slug: string, readonly title: string, readonly id: string }
        | { readonly __typename: 'Initiative', readonly slug: string, readonly title: string, readonly id: string }
        | { readonly __typename: 'InitiativeParticipation', readonly id: string }
        | { readonly __typename: 'Institution', readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly id: string }
        | { readonly __typename: 'Membership', readonly id: string }
        | { readonly __typename: 'Partner', readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly id: string }
        | { readonly __typename: 'Partnership', readonly title: string, readonly id: string }
        | { readonly __typename: 'Person', readonly name: string, readonly id: string }
        | { readonly __typename: 'Quote', readonly id: string }
        | { readonly __typename: 'Region', readonly code: string, readonly name: string, readonly id: string }
        | { readonly __typename: 'Seat', readonly id: string }
        | { readonly __typename: 'Sector', readonly scheme: SectorScheme, readonly code: string, readonly title: string, readonly id: string }
        | { readonly __typename: 'Source', readonly title: string, readonly id: string }
        | { readonly __typename: 'Transaction', readonly id: string }
       }> } | null };

export type AboutTheDataQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type AboutTheDataQuery = { readonly sources: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence, readonly claims: { readonly totalCount: number }, readonly grants: { readonly totalCount: number } }> } | null, readonly network: { readonly graph: { readonly asOfChange: string, readonly edgeCount: number, readonly undatedEdges: number } } | null, readonly dated: { readonly graph: { readonly edgeCount: number } } | null, readonly grantFacets: { readonly grantCount: number, readonly facet: { readonly unknownCount: number } } | null, readonly withoutAward: { readonly totalCount: number } | null };

export type InitiativesQueryVariables = Exact<{
  filter?: InitiativeFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
  orderBy?: ReadonlyArray<InitiativeOrder> | null | undefined;
}>;


export type InitiativesQuery = { readonly initiatives: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly kind: InitiativeKind, readonly startedOn: string | null, readonly endedOn: string | null, readonly participants: { readonly totalCount: number, readonly nodes: ReadonlyArray<
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        > }, readonly grants: { readonly totalCount: number }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> } | null };

export type InitiativeQueryVariables = Exact<{
  slug: string;
}>;


export type InitiativeQuery = { readonly initiative: { readonly id: string, readonly slug: string, readonly title: string, readonly kind: InitiativeKind, readonly stage: ClusterStage | null, readonly description: string | null, readonly challenges: ReadonlyArray<Challenge>, readonly startedOn: string | null, readonly endedOn: string | null, readonly results: string | null, readonly website: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly participants: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly role: ParticipationRole, readonly since: string | null, readonly until: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node:
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
         }> }, readonly sectors: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly scheme: SectorScheme, readonly code: string, readonly title: string }> }, readonly regions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly nameCyrillic: string | null }> }, readonly bestClaims: ReadonlyArray<{ readonly indicator: Indicator, readonly scope: ClaimScope, readonly reason: string, readonly otherClaimCount: number, readonly claim: { readonly id: string, readonly indicator: Indicator, readonly scope: ClaimScope, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } } }>, readonly claims: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly indicator: Indicator, readonly scope: ClaimScope, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly funding: ReadonlyArray<{ readonly currency: string, readonly grantCount: number, readonly leftOutCount: number, readonly withoutAmountCount: number, readonly budget: { readonly amount: string, readonly currency: string } | null, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly committed: { readonly amount: string, readonly currency: string } | null, readonly disbursed: { readonly amount: string, readonly currency: string } | null, readonly gap: { readonly amount: string, readonly currency: string } | null }>, readonly grants: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly identifier: string, readonly awardedOn: string | null, readonly currency: string, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly disbursed: { readonly amount: string, readonly currency: string } | null, readonly funder:
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        , readonly programme: { readonly id: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          > }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> } } | null };

export type GrantQueryVariables = Exact<{
  id: string | number;
}>;


export type GrantQuery = { readonly grant: { readonly scheme: GrantScheme, readonly description: string | null, readonly status: GrantStatus | null, readonly plannedStartOn: string | null, readonly plannedEndOn: string | null, readonly startedOn: string | null, readonly endedOn: string | null, readonly fromOpenCall: boolean | null, readonly isSecondaryReport: boolean, readonly id: string, readonly title: string, readonly identifier: string, readonly awardedOn: string | null, readonly currency: string, readonly appliedFor: { readonly amount: string, readonly currency: string } | null, readonly committed: { readonly amount: string, readonly currency: string } | null, readonly spent: { readonly amount: string, readonly currency: string } | null, readonly initiative: { readonly id: string, readonly slug: string, readonly title: string } | null, readonly shares: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly amount: { readonly amount: string, readonly currency: string } | null, readonly node:
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
         }> }, readonly intermediaries: { readonly nodes: ReadonlyArray<
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
      > }, readonly sectors: { readonly edges: ReadonlyArray<{ readonly percentage: string | null, readonly node: { readonly id: string, readonly scheme: SectorScheme, readonly code: string, readonly title: string } }> }, readonly locations: ReadonlyArray<{ readonly name: string | null, readonly country: string | null, readonly percentage: string | null, readonly region: { readonly code: string, readonly name: string, readonly nameCyrillic: string | null } | null }>, readonly paidFrom: { readonly id: string, readonly title: string } | null, readonly passedOn: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly identifier: string, readonly awardedOn: string | null, readonly currency: string, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly disbursed: { readonly amount: string, readonly currency: string } | null, readonly funder:
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        , readonly programme: { readonly id: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          > }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly transactions: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: TransactionKind, readonly valueDate: string, readonly description: string | null, readonly value: { readonly amount: string, readonly currency: string }, readonly provider:
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
         | null, readonly receiver:
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
         | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly disbursed: { readonly amount: string, readonly currency: string } | null, readonly funder:
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
    , readonly programme: { readonly id: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
      > }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } } | null };

export type NetworkQueryVariables = Exact<{
  first: number;
  filter?: OrganizationFilter | null | undefined;
  ties?: ReadonlyArray<NetworkTieKind> | null | undefined;
  asOf?: string | null | undefined;
  level: NetworkLevel;
  isolates: boolean;
  pageRank: boolean;
}>;


export type NetworkQuery = { readonly network: { readonly graph: { readonly nodeCount: number, readonly edgeCount: number, readonly tieCount: number, readonly undatedEdges: number, readonly organizationCount: number, readonly asOfChange: string, readonly isCurrent: boolean }, readonly cut: { readonly nodeCount: number, readonly edgeCount: number }, readonly nodes: ReadonlyArray<{ readonly key: string, readonly name: string, readonly kind: OrganizationType | null, readonly organizationCount: number, readonly degree: number, readonly weightedDegree: number, readonly betweenness: number, readonly pageRank?: number, readonly coreNumber: number, readonly community: { readonly number: number, readonly name: string }, readonly organization:
        | { readonly slug: string }
        | { readonly slug: string }
        | { readonly slug: string }
        | { readonly slug: string }
        | { readonly slug: string }
        | { readonly slug: string }
       | null }> | null, readonly edges: ReadonlyArray<{ readonly fromKey: string, readonly toKey: string, readonly weight: number, readonly tieCount: number, readonly kinds: ReadonlyArray<NetworkTieKind> }> } | null };

export type NetworkOptionsQueryVariables = Exact<{
  from: string;
  to: string;
  filter?: OrganizationFilter | null | undefined;
  ties?: ReadonlyArray<NetworkTieKind> | null | undefined;
}>;


export type NetworkOptionsQuery = { readonly network: { readonly history: ReadonlyArray<{ readonly day: string, readonly edgeCount: number }> | null } | null, readonly totals: { readonly regions: ReadonlyArray<{ readonly count: number, readonly region: { readonly id: string, readonly code: string, readonly name: string, readonly nameCyrillic: string | null } }>, readonly sectors: ReadonlyArray<{ readonly count: number, readonly sector: { readonly id: string, readonly code: string, readonly title: string } }> } | null };

export type NetworkPathQueryVariables = Exact<{
  from: string | number;
  to: string | number;
  filter?: OrganizationFilter | null | undefined;
  ties?: ReadonlyArray<NetworkTieKind> | null | undefined;
  asOf?: string | null | undefined;
  level: NetworkLevel;
}>;


export type NetworkPathQuery = { readonly network: { readonly between: { readonly isConnected: boolean, readonly distance: number | null, readonly pathCount: number, readonly commonPartnerCount: number, readonly commonPartners: ReadonlyArray<{ readonly key: string, readonly name: string, readonly kind: OrganizationType | null, readonly organization:
          | { readonly id: string, readonly slug: string }
          | { readonly id: string, readonly slug: string }
          | { readonly id: string, readonly slug: string }
          | { readonly id: string, readonly slug: string }
          | { readonly id: string, readonly slug: string }
          | { readonly id: string, readonly slug: string }
         | null }> | null, readonly paths: ReadonlyArray<{ readonly stepCount: number, readonly hops: ReadonlyArray<{ readonly tieCount: number, readonly from: { readonly key: string, readonly name: string, readonly kind: OrganizationType | null, readonly organization:
              | { readonly id: string, readonly slug: string }
              | { readonly id: string, readonly slug: string }
              | { readonly id: string, readonly slug: string }
              | { readonly id: string, readonly slug: string }
              | { readonly id: string, readonly slug: string }
              | { readonly id: string, readonly slug: string }
             | null }, readonly to: { readonly key: string, readonly name: string, readonly kind: OrganizationType | null, readonly organization:
              | { readonly id: string, readonly slug: string }
              | { readonly id: string, readonly slug: string }
              | { readonly id: string, readonly slug: string }
              | { readonly id: string, readonly slug: string }
              | { readonly id: string, readonly slug: string }
              | { readonly id: string, readonly slug: string }
             | null }, readonly ties: ReadonlyArray<{ readonly kind: NetworkTieKind, readonly since: string | null, readonly until: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } | null, readonly record:
              | { readonly id: string }
              | { readonly id: string }
              | { readonly id: string }
              | { readonly id: string }
              | { readonly id: string }
              | { readonly id: string }
              | { readonly id: string }
              | { readonly id: string }
              | { readonly id: string }
              | { readonly id: string }
              | { readonly id: string }
              | { readonly id: string }
              | { readonly title: string, readonly id: string }
              | { readonly id: string }
              | { readonly slug: string, readonly title: string, readonly id: string }
              | { readonly id: string }
              | { readonly id: string }
              | { readonly class: MembershipClass, readonly id: string }
              | { readonly id: string }
              | { readonly title: string, readonly id: string }
              | { readonly id: string }
              | { readonly id: string }
              | { readonly id: string }
              | { readonly role: SeatRole, readonly id: string }
              | { readonly id: string }
              | { readonly id: string }
              | { readonly id: string }
             | null }> }> }> } | null } | null };

export type NetworkAroundQueryVariables = Exact<{
  node: string | number;
  depth: number;
  first: number;
  filter?: OrganizationFilter | null | undefined;
  ties?: ReadonlyArray<NetworkTieKind> | null | undefined;
  asOf?: string | null | undefined;
  level: NetworkLevel;
  pageRank: boolean;
}>;


export type NetworkAroundQuery = { readonly network: { readonly neighbourhood: { readonly cut: { readonly nodeCount: number, readonly edgeCount: number }, readonly nodes: ReadonlyArray<{ readonly distance: number, readonly node: { readonly key: string, readonly name: string, readonly kind: OrganizationType | null, readonly organizationCount: number, readonly degree: number, readonly weightedDegree: number, readonly betweenness: number, readonly pageRank?: number, readonly coreNumber: number, readonly community: { readonly number: number, readonly name: string }, readonly organization:
            | { readonly slug: string }
            | { readonly slug: string }
            | { readonly slug: string }
            | { readonly slug: string }
            | { readonly slug: string }
            | { readonly slug: string }
           | null } }> | null, readonly edges: ReadonlyArray<{ readonly fromKey: string, readonly toKey: string, readonly weight: number, readonly tieCount: number, readonly kinds: ReadonlyArray<NetworkTieKind>, readonly from: { readonly key: string, readonly name: string, readonly kind: OrganizationType | null, readonly organization:
            | { readonly id: string, readonly slug: string }
            | { readonly id: string, readonly slug: string }
            | { readonly id: string, readonly slug: string }
            | { readonly id: string, readonly slug: string }
            | { readonly id: string, readonly slug: string }
            | { readonly id: string, readonly slug: string }
           | null }, readonly to: { readonly key: string, readonly name: string, readonly kind: OrganizationType | null, readonly organization:
            | { readonly id: string, readonly slug: string }
            | { readonly id: string, readonly slug: string }
            | { readonly id: string, readonly slug: string }
            | { readonly id: string, readonly slug: string }
            | { readonly id: string, readonly slug: string }
            | { readonly id: string, readonly slug: string }
           | null }, readonly ties: ReadonlyArray<{ readonly kind: NetworkTieKind, readonly since: string | null, readonly until: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } | null, readonly record:
            | { readonly id: string }
            | { readonly id: string }
            | { readonly id: string }
            | { readonly id: string }
            | { readonly id: string }
            | { readonly id: string }
            | { readonly id: string }
            | { readonly id: string }
            | { readonly id: string }
            | { readonly id: string }
            | { readonly id: string }
            | { readonly id: string }
            | { readonly title: string, readonly id: string }
            | { readonly id: string }
            | { readonly slug: string, readonly title: string, readonly id: string }
            | { readonly id: string }
            | { readonly id: string }
            | { readonly class: MembershipClass, readonly id: string }
            | { readonly id: string }
            | { readonly title: string, readonly id: string }
            | { readonly id: string }
            | { readonly id: string }
            | { readonly id: string }
            | { readonly role: SeatRole, readonly id: string }
            | { readonly id: string }
            | { readonly id: string }
            | { readonly id: string }
           | null }> }> } | null } | null };

export type NetworkSuggestionsQueryVariables = Exact<{
  filter?: OrganizationFilter | null | undefined;
  ties?: ReadonlyArray<NetworkTieKind> | null | undefined;
  asOf?: string | null | undefined;
}>;


export type NetworkSuggestionsQuery = { readonly network: { readonly suggestions: ReadonlyArray<{ readonly score: number, readonly commonCount: number, readonly first: { readonly key: string, readonly name: string, readonly kind: OrganizationType | null, readonly organization:
          | { readonly id: string, readonly slug: string }
          | { readonly id: string, readonly slug: string }
          | { readonly id: string, readonly slug: string }
          | { readonly id: string, readonly slug: string }
          | { readonly id: string, readonly slug: string }
          | { readonly id: string, readonly slug: string }
         | null }, readonly second: { readonly key: string, readonly name: string, readonly kind: OrganizationType | null, readonly organization:
          | { readonly id: string, readonly slug: string }
          | { readonly id: string, readonly slug: string }
          | { readonly id: string, readonly slug: string }
          | { readonly id: string, readonly slug: string }
          | { readonly id: string, readonly slug: string }
          | { readonly id: string, readonly slug: string }
         | null }, readonly common: ReadonlyArray<{ readonly key: string, readonly name: string }> }> | null } | null };

export type EvidenceFragment = { readonly tieCount: number, readonly from: { readonly key: string, readonly name: string, readonly kind: OrganizationType | null, readonly organization:
      | { readonly id: string, readonly slug: string }
      | { readonly id: string, readonly slug: string }
      | { readonly id: string, readonly slug: string }
      | { readonly id: string, readonly slug: string }
      | { readonly id: string, readonly slug: string }
      | { readonly id: string, readonly slug: string }
     | null }, readonly to: { readonly key: string, readonly name: string, readonly kind: OrganizationType | null, readonly organization:
      | { readonly id: string, readonly slug: string }
      | { readonly id: string, readonly slug: string }
      | { readonly id: string, readonly slug: string }
      | { readonly id: string, readonly slug: string }
      | { readonly id: string, readonly slug: string }
      | { readonly id: string, readonly slug: string }
     | null }, readonly ties: ReadonlyArray<{ readonly kind: NetworkTieKind, readonly since: string | null, readonly until: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } | null, readonly record:
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly title: string, readonly id: string }
      | { readonly id: string }
      | { readonly slug: string, readonly title: string, readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly class: MembershipClass, readonly id: string }
      | { readonly id: string }
      | { readonly title: string, readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly role: SeatRole, readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
     | null }> };

export type OrganizationQueryVariables = Exact<{
  slug: string;
}>;


export type OrganizationQuery = { readonly organization:
    | { readonly description: string | null, readonly country: string | null, readonly city: string | null, readonly website: string | null, readonly status: OrganizationStatus, readonly legalForm: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly region: { readonly id: string, readonly code: string, readonly name: string, readonly nameCyrillic: string | null } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly otherNames: ReadonlyArray<{ readonly text: string, readonly kind: NameKind, readonly language: string | null, readonly script: string | null }>, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string }>, readonly sectors: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly scheme: SectorScheme, readonly code: string, readonly title: string }> }, readonly bestClaims: ReadonlyArray<{ readonly indicator: Indicator, readonly scope: ClaimScope, readonly reason: string, readonly otherClaimCount: number, readonly claim: { readonly id: string, readonly indicator: Indicator, readonly scope: ClaimScope, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } } }>, readonly claims: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly indicator: Indicator, readonly scope: ClaimScope, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly memberships: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly class: MembershipClass, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node:
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
           }> }, readonly members: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly class: MembershipClass, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node:
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
           }> }, readonly partnerships: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly role: PartyRole, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node: { readonly id: string, readonly title: string, readonly kind: PartnershipKind, readonly parties: { readonly totalCount: number, readonly nodes: ReadonlyArray<
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              > } } }> }, readonly initiatives: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly role: ParticipationRole, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node: { readonly id: string, readonly slug: string, readonly title: string, readonly kind: InitiativeKind, readonly startedOn: string | null, readonly endedOn: string | null } }> }, readonly seats: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly role: SeatRole, readonly body: string | null, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node: { readonly id: string, readonly name: string } }> }, readonly rolesInGrants: ReadonlyArray<{ readonly role: GrantRole, readonly currency: string, readonly grantCount: number, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly disbursed: { readonly amount: string, readonly currency: string } | null }>, readonly grantsMade: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly identifier: string, readonly awardedOn: string | null, readonly currency: string, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly disbursed: { readonly amount: string, readonly currency: string } | null, readonly funder:
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          , readonly programme: { readonly id: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            > }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly grantsReceived: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly amount: { readonly amount: string, readonly currency: string } | null, readonly node: { readonly id: string, readonly title: string, readonly identifier: string, readonly awardedOn: string | null, readonly currency: string, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly disbursed: { readonly amount: string, readonly currency: string } | null, readonly funder:
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            , readonly programme: { readonly id: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              > }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } } }> }, readonly coFunders: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly sharedRecipientCount: number, readonly node:
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
           }> }, readonly advocacyCases: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly status: AdvocacyStatus, readonly openedOn: string | null, readonly closedOn: string | null, readonly outcome: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly offers: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly direction: OfferDirection, readonly since: string | null, readonly until: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly events: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly startsAt: string, readonly city: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly sources: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }> } }
    | { readonly stage: ClusterStage | null, readonly description: string | null, readonly country: string | null, readonly city: string | null, readonly website: string | null, readonly status: OrganizationStatus, readonly legalForm: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly region: { readonly id: string, readonly code: string, readonly name: string, readonly nameCyrillic: string | null } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly otherNames: ReadonlyArray<{ readonly text: string, readonly kind: NameKind, readonly language: string | null, readonly script: string | null }>, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string }>, readonly sectors: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly scheme: SectorScheme, readonly code: string, readonly title: string }> }, readonly bestClaims: ReadonlyArray<{ readonly indicator: Indicator, readonly scope: ClaimScope, readonly reason: string, readonly otherClaimCount: number, readonly claim: { readonly id: string, readonly indicator: Indicator, readonly scope: ClaimScope, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } } }>, readonly claims: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly indicator: Indicator, readonly scope: ClaimScope, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly memberships: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly class: MembershipClass, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node:
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
           }> }, readonly members: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly class: MembershipClass, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node:
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
           }> }, readonly partnerships: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly role: PartyRole, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node: { readonly id: string, readonly title: string, readonly kind: PartnershipKind, readonly parties: { readonly totalCount: number, readonly nodes: ReadonlyArray<
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              > } } }> }, readonly initiatives: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly role: ParticipationRole, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node: { readonly id: string, readonly slug: string, readonly title: string, readonly kind: InitiativeKind, readonly startedOn: string | null, readonly endedOn: string | null } }> }, readonly seats: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly role: SeatRole, readonly body: string | null, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node: { readonly id: string, readonly name: string } }> }, readonly rolesInGrants: ReadonlyArray<{ readonly role: GrantRole, readonly currency: string, readonly grantCount: number, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly disbursed: { readonly amount: string, readonly currency: string } | null }>, readonly grantsMade: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly identifier: string, readonly awardedOn: string | null, readonly currency: string, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly disbursed: { readonly amount: string, readonly currency: string } | null, readonly funder:
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          , readonly programme: { readonly id: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            > }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly grantsReceived: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly amount: { readonly amount: string, readonly currency: string } | null, readonly node: { readonly id: string, readonly title: string, readonly identifier: string, readonly awardedOn: string | null, readonly currency: string, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly disbursed: { readonly amount: string, readonly currency: string } | null, readonly funder:
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            , readonly programme: { readonly id: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              > }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } } }> }, readonly coFunders: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly sharedRecipientCount: number, readonly node:
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
           }> }, readonly advocacyCases: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly status: AdvocacyStatus, readonly openedOn: string | null, readonly closedOn: string | null, readonly outcome: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly offers: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly direction: OfferDirection, readonly since: string | null, readonly until: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly events: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly startsAt: string, readonly city: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly sources: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }> } }
    | { readonly sizeClass: SizeClass | null, readonly description: string | null, readonly country: string | null, readonly city: string | null, readonly website: string | null, readonly status: OrganizationStatus, readonly legalForm: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly region: { readonly id: string, readonly code: string, readonly name: string, readonly nameCyrillic: string | null } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly otherNames: ReadonlyArray<{ readonly text: string, readonly kind: NameKind, readonly language: string | null, readonly script: string | null }>, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string }>, readonly sectors: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly scheme: SectorScheme, readonly code: string, readonly title: string }> }, readonly bestClaims: ReadonlyArray<{ readonly indicator: Indicator, readonly scope: ClaimScope, readonly reason: string, readonly otherClaimCount: number, readonly claim: { readonly id: string, readonly indicator: Indicator, readonly scope: ClaimScope, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } } }>, readonly claims: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly indicator: Indicator, readonly scope: ClaimScope, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly memberships: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly class: MembershipClass, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node:
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
           }> }, readonly members: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly class: MembershipClass, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node:
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
           }> }, readonly partnerships: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly role: PartyRole, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node: { readonly id: string, readonly title: string, readonly kind: PartnershipKind, readonly parties: { readonly totalCount: number, readonly nodes: ReadonlyArray<
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              > } } }> }, readonly initiatives: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly role: ParticipationRole, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node: { readonly id: string, readonly slug: string, readonly title: string, readonly kind: InitiativeKind, readonly startedOn: string | null, readonly endedOn: string | null } }> }, readonly seats: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly role: SeatRole, readonly body: string | null, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node: { readonly id: string, readonly name: string } }> }, readonly rolesInGrants: ReadonlyArray<{ readonly role: GrantRole, readonly currency: string, readonly grantCount: number, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly disbursed: { readonly amount: string, readonly currency: string } | null }>, readonly grantsMade: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly identifier: string, readonly awardedOn: string | null, readonly currency: string, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly disbursed: { readonly amount: string, readonly currency: string } | null, readonly funder:
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          , readonly programme: { readonly id: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            > }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly grantsReceived: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly amount: { readonly amount: string, readonly currency: string } | null, readonly node: { readonly id: string, readonly title: string, readonly identifier: string, readonly awardedOn: string | null, readonly currency: string, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly disbursed: { readonly amount: string, readonly currency: string } | null, readonly funder:
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            , readonly programme: { readonly id: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              > }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } } }> }, readonly coFunders: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly sharedRecipientCount: number, readonly node:
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
           }> }, readonly advocacyCases: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly status: AdvocacyStatus, readonly openedOn: string | null, readonly closedOn: string | null, readonly outcome: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly offers: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly direction: OfferDirection, readonly since: string | null, readonly until: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly events: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly startsAt: string, readonly city: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly sources: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }> } }
    | { readonly donorCategory: DonorCategory | null, readonly description: string | null, readonly country: string | null, readonly city: string | null, readonly website: string | null, readonly status: OrganizationStatus, readonly legalForm: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly region: { readonly id: string, readonly code: string, readonly name: string, readonly nameCyrillic: string | null } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly otherNames: ReadonlyArray<{ readonly text: string, readonly kind: NameKind, readonly language: string | null, readonly script: string | null }>, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string }>, readonly sectors: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly scheme: SectorScheme, readonly code: string, readonly title: string }> }, readonly bestClaims: ReadonlyArray<{ readonly indicator: Indicator, readonly scope: ClaimScope, readonly reason: string, readonly otherClaimCount: number, readonly claim: { readonly id: string, readonly indicator: Indicator, readonly scope: ClaimScope, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } } }>, readonly claims: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly indicator: Indicator, readonly scope: ClaimScope, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly memberships: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly class: MembershipClass, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node:
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
           }> }, readonly members: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly class: MembershipClass, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node:
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
           }> }, readonly partnerships: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly role: PartyRole, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node: { readonly id: string, readonly title: string, readonly kind: PartnershipKind, readonly parties: { readonly totalCount: number, readonly nodes: ReadonlyArray<
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              > } } }> }, readonly initiatives: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly role: ParticipationRole, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node: { readonly id: string, readonly slug: string, readonly title: string, readonly kind: InitiativeKind, readonly startedOn: string | null, readonly endedOn: string | null } }> }, readonly seats: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly role: SeatRole, readonly body: string | null, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node: { readonly id: string, readonly name: string } }> }, readonly rolesInGrants: ReadonlyArray<{ readonly role: GrantRole, readonly currency: string, readonly grantCount: number, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly disbursed: { readonly amount: string, readonly currency: string } | null }>, readonly grantsMade: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly identifier: string, readonly awardedOn: string | null, readonly currency: string, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly disbursed: { readonly amount: string, readonly currency: string } | null, readonly funder:
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          , readonly programme: { readonly id: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            > }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly grantsReceived: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly amount: { readonly amount: string, readonly currency: string } | null, readonly node: { readonly id: string, readonly title: string, readonly identifier: string, readonly awardedOn: string | null, readonly currency: string, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly disbursed: { readonly amount: string, readonly currency: string } | null, readonly funder:
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            , readonly programme: { readonly id: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              > }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } } }> }, readonly coFunders: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly sharedRecipientCount: number, readonly node:
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
           }> }, readonly advocacyCases: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly status: AdvocacyStatus, readonly openedOn: string | null, readonly closedOn: string | null, readonly outcome: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly offers: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly direction: OfferDirection, readonly since: string | null, readonly until: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly events: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly startsAt: string, readonly city: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly sources: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }> } }
    | { readonly institutionCategory: InstitutionCategory | null, readonly description: string | null, readonly country: string | null, readonly city: string | null, readonly website: string | null, readonly status: OrganizationStatus, readonly legalForm: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly region: { readonly id: string, readonly code: string, readonly name: string, readonly nameCyrillic: string | null } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly otherNames: ReadonlyArray<{ readonly text: string, readonly kind: NameKind, readonly language: string | null, readonly script: string | null }>, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string }>, readonly sectors: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly scheme: SectorScheme, readonly code: string, readonly title: string }> }, readonly bestClaims: ReadonlyArray<{ readonly indicator: Indicator, readonly scope: ClaimScope, readonly reason: string, readonly otherClaimCount: number, readonly claim: { readonly id: string, readonly indicator: Indicator, readonly scope: ClaimScope, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } } }>, readonly claims: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly indicator: Indicator, readonly scope: ClaimScope, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly memberships: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly class: MembershipClass, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node:
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
           }> }, readonly members: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly class: MembershipClass, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node:
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
           }> }, readonly partnerships: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly role: PartyRole, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node: { readonly id: string, readonly title: string, readonly kind: PartnershipKind, readonly parties: { readonly totalCount: number, readonly nodes: ReadonlyArray<
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              > } } }> }, readonly initiatives: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly role: ParticipationRole, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node: { readonly id: string, readonly slug: string, readonly title: string, readonly kind: InitiativeKind, readonly startedOn: string | null, readonly endedOn: string | null } }> }, readonly seats: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly role: SeatRole, readonly body: string | null, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node: { readonly id: string, readonly name: string } }> }, readonly rolesInGrants: ReadonlyArray<{ readonly role: GrantRole, readonly currency: string, readonly grantCount: number, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly disbursed: { readonly amount: string, readonly currency: string } | null }>, readonly grantsMade: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly identifier: string, readonly awardedOn: string | null, readonly currency: string, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly disbursed: { readonly amount: string, readonly currency: string } | null, readonly funder:
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          , readonly programme: { readonly id: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            > }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly grantsReceived: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly amount: { readonly amount: string, readonly currency: string } | null, readonly node: { readonly id: string, readonly title: string, readonly identifier: string, readonly awardedOn: string | null, readonly currency: string, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly disbursed: { readonly amount: string, readonly currency: string } | null, readonly funder:
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            , readonly programme: { readonly id: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              > }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } } }> }, readonly coFunders: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly sharedRecipientCount: number, readonly node:
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
           }> }, readonly advocacyCases: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly status: AdvocacyStatus, readonly openedOn: string | null, readonly closedOn: string | null, readonly outcome: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly offers: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly direction: OfferDirection, readonly since: string | null, readonly until: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly events: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly startsAt: string, readonly city: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly sources: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }> } }
    | { readonly partnerCategory: PartnerCategory | null, readonly description: string | null, readonly country: string | null, readonly city: string | null, readonly website: string | null, readonly status: OrganizationStatus, readonly legalForm: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly region: { readonly id: string, readonly code: string, readonly name: string, readonly nameCyrillic: string | null } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly otherNames: ReadonlyArray<{ readonly text: string, readonly kind: NameKind, readonly language: string | null, readonly script: string | null }>, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string }>, readonly sectors: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly scheme: SectorScheme, readonly code: string, readonly title: string }> }, readonly bestClaims: ReadonlyArray<{ readonly indicator: Indicator, readonly scope: ClaimScope, readonly reason: string, readonly otherClaimCount: number, readonly claim: { readonly id: string, readonly indicator: Indicator, readonly scope: ClaimScope, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } } }>, readonly claims: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly indicator: Indicator, readonly scope: ClaimScope, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly memberships: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly class: MembershipClass, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node:
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
           }> }, readonly members: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly class: MembershipClass, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node:
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
           }> }, readonly partnerships: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly role: PartyRole, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node: { readonly id: string, readonly title: string, readonly kind: PartnershipKind, readonly parties: { readonly totalCount: number, readonly nodes: ReadonlyArray<
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              > } } }> }, readonly initiatives: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly role: ParticipationRole, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node: { readonly id: string, readonly slug: string, readonly title: string, readonly kind: InitiativeKind, readonly startedOn: string | null, readonly endedOn: string | null } }> }, readonly seats: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly role: SeatRole, readonly body: string | null, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node: { readonly id: string, readonly name: string } }> }, readonly rolesInGrants: ReadonlyArray<{ readonly role: GrantRole, readonly currency: string, readonly grantCount: number, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly disbursed: { readonly amount: string, readonly currency: string } | null }>, readonly grantsMade: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly identifier: string, readonly awardedOn: string | null, readonly currency: string, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly disbursed: { readonly amount: string, readonly currency: string } | null, readonly funder:
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          , readonly programme: { readonly id: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            > }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly grantsReceived: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly amount: { readonly amount: string, readonly currency: string } | null, readonly node: { readonly id: string, readonly title: string, readonly identifier: string, readonly awardedOn: string | null, readonly currency: string, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly disbursed: { readonly amount: string, readonly currency: string } | null, readonly funder:
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            , readonly programme: { readonly id: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
                | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              > }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } } }> }, readonly coFunders: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly sharedRecipientCount: number, readonly node:
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
           }> }, readonly advocacyCases: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly status: AdvocacyStatus, readonly openedOn: string | null, readonly closedOn: string | null, readonly outcome: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly offers: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly direction: OfferDirection, readonly since: string | null, readonly until: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly events: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly startsAt: string, readonly city: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly sources: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }> } }
   | null };

export type ClaimPartsFragment = { readonly id: string, readonly indicator: Indicator, readonly scope: ClaimScope, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } };

export type OrganizationsQueryVariables = Exact<{
  filter?: OrganizationFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
  orderBy?: ReadonlyArray<OrganizationOrder> | null | undefined;
  association?: OrganizationFilter | null | undefined;
  cluster?: OrganizationFilter | null | undefined;
  company?: OrganizationFilter | null | undefined;
  institution?: OrganizationFilter | null | undefined;
  donor?: OrganizationFilter | null | undefined;
  partner?: OrganizationFilter | null | undefined;
}>;


export type OrganizationsQuery = { readonly organizations: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<
      | { readonly city: string | null, readonly country: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly region: { readonly id: string, readonly code: string, readonly name: string } | null, readonly members: { readonly totalCount: number }, readonly partnerships: { readonly totalCount: number }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }
      | { readonly city: string | null, readonly country: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly region: { readonly id: string, readonly code: string, readonly name: string } | null, readonly members: { readonly totalCount: number }, readonly partnerships: { readonly totalCount: number }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }
      | { readonly city: string | null, readonly country: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly region: { readonly id: string, readonly code: string, readonly name: string } | null, readonly members: { readonly totalCount: number }, readonly partnerships: { readonly totalCount: number }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }
      | { readonly city: string | null, readonly country: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly region: { readonly id: string, readonly code: string, readonly name: string } | null, readonly members: { readonly totalCount: number }, readonly partnerships: { readonly totalCount: number }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }
      | { readonly city: string | null, readonly country: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly region: { readonly id: string, readonly code: string, readonly name: string } | null, readonly members: { readonly totalCount: number }, readonly partnerships: { readonly totalCount: number }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }
      | { readonly city: string | null, readonly country: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly region: { readonly id: string, readonly code: string, readonly name: string } | null, readonly members: { readonly totalCount: number }, readonly partnerships: { readonly totalCount: number }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }
    > } | null, readonly ASSOCIATION: { readonly totalCount: number } | null, readonly CLUSTER: { readonly totalCount: number } | null, readonly COMPANY: { readonly totalCount: number } | null, readonly INSTITUTION: { readonly totalCount: number } | null, readonly DONOR: { readonly totalCount: number } | null, readonly PARTNER: { readonly totalCount: number } | null, readonly totals: { readonly regions: ReadonlyArray<{ readonly count: number, readonly region: { readonly id: string, readonly code: string, readonly name: string, readonly nameCyrillic: string | null } }>, readonly sectors: ReadonlyArray<{ readonly count: number, readonly sector: { readonly id: string, readonly code: string, readonly title: string } }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const MoneyPartsFragmentDoc = new TypedDocumentString(`
    fragment MoneyParts on Money {
  amount
  currency
}
    `, {"fragmentName":"MoneyParts"}) as unknown as TypedDocumentString<MoneyPartsFragment, unknown>;
export const OrganizationPartsFragmentDoc = new TypedDocumentString(`
    fragment OrganizationParts on Organization {
  id
  slug
  name
  type
}
    `, {"fragmentName":"OrganizationParts"}) as unknown as TypedDocumentString<OrganizationPartsFragment, unknown>;
export const SourcePartsFragmentDoc = new TypedDocumentString(`
    fragment SourceParts on Source {
  id
  slug
  title
  publisher
  publishedOn
  retrievedOn
  licence
  url
  confidence
}
    `, {"fragmentName":"SourceParts"}) as unknown as TypedDocumentString<SourcePartsFragment, unknown>;
export const GrantRowFragmentDoc = new TypedDocumentString(`
    fragment GrantRow on Grant {
  id
  title
  identifier
  awardedOn
  currency
  awarded {
    ...MoneyParts
  }
  disbursed {
    ...MoneyParts
  }
  funder {
    ...OrganizationParts
  }
  programme {
    id
    title
  }
  recipients(first: 5) {
    totalCount
    nodes {
      ...OrganizationParts
    }
  }
  source {
    ...SourceParts
  }
}
    fragment SourceParts on Source {
  id
  slug
  title
  publisher
  publishedOn
  retrievedOn
  licence
  url
  confidence
}
fragment OrganizationParts on Organization {
  id
  slug
  name
  type
}
fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"GrantRow"}) as unknown as TypedDocumentString<GrantRowFragment, unknown>;
export const EvidenceFragmentDoc = new TypedDocumentString(`
    fragment Evidence on NetworkLink {
  from {
    key
    name
    kind
    organization {
      id
      slug
    }
  }
  to {
    key
    name
    kind
    organization {
      id
      slug
    }
  }
  tieCount
  ties(first: 10) {
    kind
    since
    until
    source {
      ...SourceParts
    }
    record {
      id
      ... on Partnership {
        title
      }
      ... on Membership {
        class
      }
      ... on Initiative {
        slug
        title
      }
      ... on Grant {
        title
      }
      ... on Seat {
        role
      }
    }
  }
}
    fragment SourceParts on Source {
  id
  slug
  title
  publisher
  publishedOn
  retrievedOn
  licence
  url
  confidence
}`, {"fragmentName":"Evidence"}) as unknown as TypedDocumentString<EvidenceFragment, unknown>;
export const ClaimPartsFragmentDoc = new TypedDocumentString(`
    fragment ClaimParts on Claim {
  id
  indicator
  scope
  qualifier
  number
  date
  amount {
    ...MoneyParts
  }
  asOf
  note
  source {
    ...SourceParts
  }
}
    fragment SourceParts on Source {
  id
  slug
  title
  publisher
  publishedOn
  retrievedOn
  licence
  url
  confidence
}
fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"ClaimParts"}) as unknown as TypedDocumentString<ClaimPartsFragment, unknown>;
export const FundingDocument = new TypedDocumentString(`
    query Funding($filter: GrantFilter, $first: Int!, $after: String, $orderBy: [GrantOrder!]) {
  grantTotals(filter: $filter) {
    grantCount
    leftOut {
      reason
      grantCount
    }
    amounts(measures: [AWARDED, COMMITTED, DISBURSED]) {
      measure
      currency
      grantCount
      sum {
        ...MoneyParts
      }
      median {
        ...MoneyParts
      }
      min {
        ...MoneyParts
      }
      max {
        ...MoneyParts
      }
    }
  }
  grants(filter: $filter, first: $first, after: $after, orderBy: $orderBy) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...GrantRow
    }
  }
}
    fragment SourceParts on Source {
  id
  slug
  title
  publisher
  publishedOn
  retrievedOn
  licence
  url
  confidence
}
fragment OrganizationParts on Organization {
  id
  slug
  name
  type
}
fragment MoneyParts on Money {
  amount
  currency
}
fragment GrantRow on Grant {
  id
  title
  identifier
  awardedOn
  currency
  awarded {
    ...MoneyParts
  }
  disbursed {
    ...MoneyParts
  }
  funder {
    ...OrganizationParts
  }
  programme {
    id
    title
  }
  recipients(first: 5) {
    totalCount
    nodes {
      ...OrganizationParts
    }
  }
  source {
    ...SourceParts
  }
}`) as unknown as TypedDocumentString<FundingQuery, FundingQueryVariables>;
export const FundingFacetDocument = new TypedDocumentString(`
    query FundingFacet($filter: GrantFilter, $dimension: GrantDimension!) {
  grantFacets(filter: $filter) {
    facet(dimension: $dimension, first: 100) {
      distinctCount
      unknownCount
      values {
        key
        label
        grantCount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FundingFacetQuery, FundingFacetQueryVariables>;
export const FundingFlowsDocument = new TypedDocumentString(`
    query FundingFlows($filter: GrantFilter, $currency: CurrencyCode!, $measure: Measure!) {
  grantFlows(
    filter: $filter
    currency: $currency
    measure: $measure
    first: 8
    through: [FUNDER, PROGRAMME, RECIPIENT, SECTOR]
  ) {
    currency
    measure
    grantCount
    leftOutCount
    equallySplitCount
    nodes {
      name
      level
      dimension
      kind
      key
      label
      grantCount
      amount {
        ...MoneyParts
      }
    }
    links {
      from
      to
      grantCount
      amount {
        ...MoneyParts
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<FundingFlowsQuery, FundingFlowsQueryVariables>;
export const FundingConvertedDocument = new TypedDocumentString(`
    query FundingConverted($filter: GrantFilter, $currency: CurrencyCode!) {
  grantTotals(filter: $filter) {
    convertedTo(currency: $currency, measures: [AWARDED, COMMITTED, DISBURSED]) {
      measure
      amountCount
      sum {
        ...MoneyParts
      }
      unconverted {
        currency
        amountCount
        sum {
          ...MoneyParts
        }
      }
      rates {
        currency
        period
        rate
        amountCount
        source {
          ...SourceParts
        }
      }
    }
  }
}
    fragment SourceParts on Source {
  id
  slug
  title
  publisher
  publishedOn
  retrievedOn
  licence
  url
  confidence
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<FundingConvertedQuery, FundingConvertedQueryVariables>;
export const HomeDocument = new TypedDocumentString(`
    query Home {
  totals {
    organizations {
      type
      count
    }
    records {
      kind
      count
    }
    ties {
      kind
      count
    }
    years {
      year
      kind
      beganCount
    }
    regions(level: 2) {
      count
      region {
        id
        code
        name
        nameCyrillic
      }
    }
  }
  grantFacets {
    grantCount
  }
  announcements(first: 3) {
    nodes {
      id
      slug
      title
      publishedOn
      author {
        ...OrganizationParts
      }
      source {
        ...SourceParts
      }
    }
  }
  events(first: 3) {
    nodes {
      id
      slug
      title
      startsAt
      city
      source {
        ...SourceParts
      }
    }
  }
}
    fragment SourceParts on Source {
  id
  slug
  title
  publisher
  publishedOn
  retrievedOn
  licence
  url
  confidence
}
fragment OrganizationParts on Organization {
  id
  slug
  name
  type
}`) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;
export const SearchResultsDocument = new TypedDocumentString(`
    query SearchResults($query: String!, $first: Int!) {
  search(query: $query, first: $first) {
    totalCount
    edges {
      matched
      node {
        __typename
        id
        ... on Organization {
          slug
          name
          type
        }
        ... on Initiative {
          slug
          title
        }
        ... on GrantProgramme {
          slug
          title
        }
        ... on Grant {
          title
        }
        ... on Sector {
          scheme
          code
          title
        }
        ... on Region {
          code
          name
        }
        ... on Partnership {
          title
        }
        ... on Person {
          name
        }
        ... on Event {
          title
        }
        ... on AdvocacyCase {
          title
        }
        ... on Announcement {
          title
        }
        ... on CooperationOffer {
          title
        }
        ... on Source {
          title
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchResultsQuery, SearchResultsQueryVariables>;
export const AboutTheDataDocument = new TypedDocumentString(`
    query AboutTheData($first: Int!, $after: String) {
  sources(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...SourceParts
      claims {
        totalCount
      }
      grants {
        totalCount
      }
    }
  }
  network(first: 1) {
    graph {
      asOfChange
      edgeCount
      undatedEdges
    }
  }
  dated: network(first: 1, undated: EXCLUDE) {
    graph {
      edgeCount
    }
  }
  grantFacets {
    grantCount
    facet(dimension: YEAR, first: 1) {
      unknownCount
    }
  }
  withoutAward: grants(
    filter: {amount: {isNull: true, measure: AWARDED}}
    first: 0
  ) {
    totalCount
  }
}
    fragment SourceParts on Source {
  id
  slug
  title
  publisher
  publishedOn
  retrievedOn
  licence
  url
  confidence
}`) as unknown as TypedDocumentString<AboutTheDataQuery, AboutTheDataQueryVariables>;
export const InitiativesDocument = new TypedDocumentString(`
    query Initiatives($filter: InitiativeFilter, $first: Int!, $after: String, $orderBy: [InitiativeOrder!]) {
  initiatives(filter: $filter, first: $first, after: $after, orderBy: $orderBy) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      slug
      title
      kind
      startedOn
      endedOn
      participants(first: 4) {
        totalCount
        nodes {
          ...OrganizationParts
        }
      }
      grants {
        totalCount
      }
      source {
        ...SourceParts
      }
    }
  }
}
    fragment SourceParts on Source {
  id
  slug
  title
  publisher
  publishedOn
  retrievedOn
  licence
  url
  confidence
}
fragment OrganizationParts on Organization {
  id
  slug
  name
  type
}`) as unknown as TypedDocumentString<InitiativesQuery, InitiativesQueryVariables>;
export const InitiativeDocument = new TypedDocumentString(`
    query Initiative($slug: String!) {
  initiative(slug: $slug) {
    id
    slug
    title
    kind
    stage
    description
    challenges
    startedOn
    endedOn
    results
    website
    source {
      ...SourceParts
    }
    participants(first: 100) {
      totalCount
      edges {
        role
        since
        until
        source {
          ...SourceParts
        }
        node {
          ...OrganizationParts
        }
      }
    }
    sectors(first: 20) {
      nodes {
        id
        scheme
        code
        title
      }
    }
    regions(first: 20) {
      nodes {
        id
        code
        name
        nameCyrillic
      }
    }
    bestClaims {
      indicator
      scope
      reason
      otherClaimCount
      claim {
        ...ClaimParts
      }
    }
    claims(first: 100) {
      nodes {
        ...ClaimParts
      }
    }
    funding {
      currency
      grantCount
      leftOutCount
      withoutAmountCount
      budget {
        ...MoneyParts
      }
      awarded {
        ...MoneyParts
      }
      committed {
        ...MoneyParts
      }
      disbursed {
        ...MoneyParts
      }
      gap {
        ...MoneyParts
      }
    }
    grants(first: 50) {
      totalCount
      nodes {
        ...GrantRow
      }
    }
  }
}
    fragment SourceParts on Source {
  id
  slug
  title
  publisher
  publishedOn
  retrievedOn
  licence
  url
  confidence
}
fragment OrganizationParts on Organization {
  id
  slug
  name
  type
}
fragment MoneyParts on Money {
  amount
  currency
}
fragment GrantRow on Grant {
  id
  title
  identifier
  awardedOn
  currency
  awarded {
    ...MoneyParts
  }
  disbursed {
    ...MoneyParts
  }
  funder {
    ...OrganizationParts
  }
  programme {
    id
    title
  }
  recipients(first: 5) {
    totalCount
    nodes {
      ...OrganizationParts
    }
  }
  source {
    ...SourceParts
  }
}
fragment ClaimParts on Claim {
  id
  indicator
  scope
  qualifier
  number
  date
  amount {
    ...MoneyParts
  }
  asOf
  note
  source {
    ...SourceParts
  }
}`) as unknown as TypedDocumentString<InitiativeQuery, InitiativeQueryVariables>;
export const GrantDocument = new TypedDocumentString(`
    query Grant($id: ID!) {
  grant(id: $id) {
    ...GrantRow
    scheme
    description
    status
    plannedStartOn
    plannedEndOn
    startedOn
    endedOn
    fromOpenCall
    isSecondaryReport
    appliedFor {
      ...MoneyParts
    }
    committed {
      ...MoneyParts
    }
    spent {
      ...MoneyParts
    }
    initiative {
      id
      slug
      title
    }
    shares: recipients(first: 100) {
      totalCount
      edges {
        amount {
          ...MoneyParts
        }
        node {
          ...OrganizationParts
        }
      }
    }
    intermediaries(first: 20) {
      nodes {
        ...OrganizationParts
      }
    }
    sectors(first: 20) {
      edges {
        percentage
        node {
          id
          scheme
          code
          title
        }
      }
    }
    locations {
      name
      country
      percentage
      region {
        code
        name
        nameCyrillic
      }
    }
    paidFrom {
      id
      title
    }
    passedOn(first: 20) {
      nodes {
        ...GrantRow
      }
    }
    transactions(first: 100) {
      totalCount
      nodes {
        id
        kind
        valueDate
        description
        value {
          ...MoneyParts
        }
        provider {
          ...OrganizationParts
        }
        receiver {
          ...OrganizationParts
        }
        source {
          ...SourceParts
        }
      }
    }
  }
}
    fragment SourceParts on Source {
  id
  slug
  title
  publisher
  publishedOn
  retrievedOn
  licence
  url
  confidence
}
fragment OrganizationParts on Organization {
  id
  slug
  name
  type
}
fragment MoneyParts on Money {
  amount
  currency
}
fragment GrantRow on Grant {
  id
  title
  identifier
  awardedOn
  currency
  awarded {
    ...MoneyParts
  }
  disbursed {
    ...MoneyParts
  }
  funder {
    ...OrganizationParts
  }
  programme {
    id
    title
  }
  recipients(first: 5) {
    totalCount
    nodes {
      ...OrganizationParts
    }
  }
  source {
    ...SourceParts
  }
}`) as unknown as TypedDocumentString<GrantQuery, GrantQueryVariables>;
export const NetworkDocument = new TypedDocumentString(`
    query Network($first: Int!, $filter: OrganizationFilter, $ties: [NetworkTieKind!], $asOf: Day, $level: NetworkLevel!, $isolates: Boolean!, $pageRank: Boolean!) {
  network(
    first: $first
    filter: $filter
    ties: $ties
    asOf: $asOf
    level: $level
    isolates: $isolates
  ) {
    graph {
      nodeCount
      edgeCount
      tieCount
      undatedEdges
      organizationCount
      asOfChange
      isCurrent
    }
    cut {
      nodeCount
      edgeCount
    }
    nodes {
      key
      name
      kind
      organizationCount
      degree
      weightedDegree
      betweenness
      pageRank @include(if: $pageRank)
      coreNumber
      community {
        number
        name
      }
      organization {
        slug
      }
    }
    edges {
      fromKey
      toKey
      weight
      tieCount
      kinds
    }
  }
}
    `) as unknown as TypedDocumentString<NetworkQuery, NetworkQueryVariables>;
export const NetworkOptionsDocument = new TypedDocumentString(`
    query NetworkOptions($from: Day!, $to: Day!, $filter: OrganizationFilter, $ties: [NetworkTieKind!]) {
  network(filter: $filter, ties: $ties, undated: EXCLUDE) {
    history(from: $from, to: $to, by: YEAR) {
      day
      edgeCount
    }
  }
  totals {
    regions(level: 2) {
      count
      region {
        id
        code
        name
        nameCyrillic
      }
    }
    sectors(scheme: NACE_REV2, first: 100) {
      count
      sector {
        id
        code
        title
      }
    }
  }
}
    `) as unknown as TypedDocumentString<NetworkOptionsQuery, NetworkOptionsQueryVariables>;
export const NetworkPathDocument = new TypedDocumentString(`
    query NetworkPath($from: ID!, $to: ID!, $filter: OrganizationFilter, $ties: [NetworkTieKind!], $asOf: Day, $level: NetworkLevel!) {
  network(filter: $filter, ties: $ties, asOf: $asOf, level: $level) {
    between(from: $from, to: $to) {
      isConnected
      distance
      pathCount
      commonPartnerCount
      commonPartners(first: 20) {
        key
        name
        kind
        organization {
          id
          slug
        }
      }
      paths(first: 3) {
        stepCount
        hops {
          ...Evidence
        }
      }
    }
  }
}
    fragment SourceParts on Source {
  id
  slug
  title
  publisher
  publishedOn
  retrievedOn
  licence
  url
  confidence
}
fragment Evidence on NetworkLink {
  from {
    key
    name
    kind
    organization {
      id
      slug
    }
  }
  to {
    key
    name
    kind
    organization {
      id
      slug
    }
  }
  tieCount
  ties(first: 10) {
    kind
    since
    until
    source {
      ...SourceParts
    }
    record {
      id
      ... on Partnership {
        title
      }
      ... on Membership {
        class
      }
      ... on Initiative {
        slug
        title
      }
      ... on Grant {
        title
      }
      ... on Seat {
        role
      }
    }
  }
}`) as unknown as TypedDocumentString<NetworkPathQuery, NetworkPathQueryVariables>;
export const NetworkAroundDocument = new TypedDocumentString(`
    query NetworkAround($node: ID!, $depth: Int!, $first: Int!, $filter: OrganizationFilter, $ties: [NetworkTieKind!], $asOf: Day, $level: NetworkLevel!, $pageRank: Boolean!) {
  network(filter: $filter, ties: $ties, asOf: $asOf, level: $level) {
    neighbourhood(node: $node, depth: $depth, first: $first) {
      cut {
        nodeCount
        edgeCount
      }
      nodes {
        distance
        node {
          key
          name
          kind
          organizationCount
          degree
          weightedDegree
          betweenness
          pageRank @include(if: $pageRank)
          coreNumber
          community {
            number
            name
          }
          organization {
            slug
          }
        }
      }
      edges {
        fromKey
        toKey
        weight
        tieCount
        kinds
        ...Evidence
      }
    }
  }
}
    fragment SourceParts on Source {
  id
  slug
  title
  publisher
  publishedOn
  retrievedOn
  licence
  url
  confidence
}
fragment Evidence on NetworkLink {
  from {
    key
    name
    kind
    organization {
      id
      slug
    }
  }
  to {
    key
    name
    kind
    organization {
      id
      slug
    }
  }
  tieCount
  ties(first: 10) {
    kind
    since
    until
    source {
      ...SourceParts
    }
    record {
      id
      ... on Partnership {
        title
      }
      ... on Membership {
        class
      }
      ... on Initiative {
        slug
        title
      }
      ... on Grant {
        title
      }
      ... on Seat {
        role
      }
    }
  }
}`) as unknown as TypedDocumentString<NetworkAroundQuery, NetworkAroundQueryVariables>;
export const NetworkSuggestionsDocument = new TypedDocumentString(`
    query NetworkSuggestions($filter: OrganizationFilter, $ties: [NetworkTieKind!], $asOf: Day) {
  network(filter: $filter, ties: $ties, asOf: $asOf) {
    suggestions(first: 20) {
      score
      commonCount
      first {
        key
        name
        kind
        organization {
          id
          slug
        }
      }
      second {
        key
        name
        kind
        organization {
          id
          slug
        }
      }
      common(first: 5) {
        key
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<NetworkSuggestionsQuery, NetworkSuggestionsQueryVariables>;
export const OrganizationDocument = new TypedDocumentString(`
    query Organization($slug: String!) {
  organization(slug: $slug) {
    ...OrganizationParts
    description
    country
    city
    website
    status
    legalForm
    region {
      id
      code
      name
      nameCyrillic
    }
    source {
      ...SourceParts
    }
    otherNames {
      text
      kind
      language
      script
    }
    identifiers {
      scheme
      value
    }
    ... on Cluster {
      stage
    }
    ... on Institution {
      institutionCategory
    }
    ... on Donor {
      donorCategory
    }
    ... on Company {
      sizeClass
    }
    ... on Partner {
      partnerCategory
    }
    sectors(first: 20) {
      nodes {
        id
        scheme
        code
        title
      }
    }
    bestClaims {
      indicator
      scope
      reason
      otherClaimCount
      claim {
        ...ClaimParts
      }
    }
    claims(first: 100) {
      totalCount
      nodes {
        ...ClaimParts
      }
    }
    memberships(first: 50) {
      totalCount
      edges {
        class
        since
        until
        status
        source {
          ...SourceParts
        }
        node {
          ...OrganizationParts
        }
      }
    }
    members(first: 100) {
      totalCount
      edges {
        class
        since
        until
        status
        source {
          ...SourceParts
        }
        node {
          ...OrganizationParts
        }
      }
    }
    partnerships(first: 50) {
      totalCount
      edges {
        role
        since
        until
        status
        source {
          ...SourceParts
        }
        node {
          id
          title
          kind
          parties(first: 20) {
            totalCount
            nodes {
              ...OrganizationParts
            }
          }
        }
      }
    }
    initiatives(first: 50) {
      totalCount
      edges {
        role
        since
        until
        status
        source {
          ...SourceParts
        }
        node {
          id
          slug
          title
          kind
          startedOn
          endedOn
        }
      }
    }
    seats(first: 50) {
      totalCount
      edges {
        role
        body
        since
        until
        status
        source {
          ...SourceParts
        }
        node {
          id
          name
        }
      }
    }
    rolesInGrants {
      role
      currency
      grantCount
      awarded {
        ...MoneyParts
      }
      disbursed {
        ...MoneyParts
      }
    }
    grantsMade(first: 20) {
      totalCount
      nodes {
        ...GrantRow
      }
    }
    grantsReceived(first: 20) {
      totalCount
      edges {
        amount {
          ...MoneyParts
        }
        node {
          ...GrantRow
        }
      }
    }
    coFunders(first: 10) {
      totalCount
      edges {
        sharedRecipientCount
        node {
          ...OrganizationParts
        }
      }
    }
    advocacyCases(first: 20) {
      totalCount
      nodes {
        id
        title
        status
        openedOn
        closedOn
        outcome
        source {
          ...SourceParts
        }
      }
    }
    offers(first: 20) {
      totalCount
      nodes {
        id
        title
        direction
        since
        until
        source {
          ...SourceParts
        }
      }
    }
    events(first: 20) {
      totalCount
      nodes {
        id
        title
        startsAt
        city
        source {
          ...SourceParts
        }
      }
    }
    sources(first: 100) {
      totalCount
      nodes {
        ...SourceParts
      }
    }
  }
}
    fragment SourceParts on Source {
  id
  slug
  title
  publisher
  publishedOn
  retrievedOn
  licence
  url
  confidence
}
fragment OrganizationParts on Organization {
  id
  slug
  name
  type
}
fragment MoneyParts on Money {
  amount
  currency
}
fragment GrantRow on Grant {
  id
  title
  identifier
  awardedOn
  currency
  awarded {
    ...MoneyParts
  }
  disbursed {
    ...MoneyParts
  }
  funder {
    ...OrganizationParts
  }
  programme {
    id
    title
  }
  recipients(first: 5) {
    totalCount
    nodes {
      ...OrganizationParts
    }
  }
  source {
    ...SourceParts
  }
}
fragment ClaimParts on Claim {
  id
  indicator
  scope
  qualifier
  number
  date
  amount {
    ...MoneyParts
  }
  asOf
  note
  source {
    ...SourceParts
  }
}`) as unknown as TypedDocumentString<OrganizationQuery, OrganizationQueryVariables>;
export const OrganizationsDocument = new TypedDocumentString(`
    query Organizations($filter: OrganizationFilter, $first: Int!, $after: String, $orderBy: [OrganizationOrder!], $association: OrganizationFilter, $cluster: OrganizationFilter, $company: OrganizationFilter, $institution: OrganizationFilter, $donor: OrganizationFilter, $partner: OrganizationFilter) {
  organizations(filter: $filter, first: $first, after: $after, orderBy: $orderBy) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...OrganizationParts
      city
      country
      region {
        id
        code
        name
      }
      members {
        totalCount
      }
      partnerships {
        totalCount
      }
      source {
        ...SourceParts
      }
    }
  }
  ASSOCIATION: organizations(filter: $association, first: 0) {
    totalCount
  }
  CLUSTER: organizations(filter: $cluster, first: 0) {
    totalCount
  }
  COMPANY: organizations(filter: $company, first: 0) {
    totalCount
  }
  INSTITUTION: organizations(filter: $institution, first: 0) {
    totalCount
  }
  DONOR: organizations(filter: $donor, first: 0) {
    totalCount
  }
  PARTNER: organizations(filter: $partner, first: 0) {
    totalCount
  }
  totals {
    regions(level: 2) {
      count
      region {
        id
        code
        name
        nameCyrillic
      }
    }
    sectors(scheme: NACE_REV2, first: 100) {
      count
      sector {
        id
        code
        title
      }
    }
  }
}
    fragment SourceParts on Source {
  id
  slug
  title
  publisher
  publishedOn
  retrievedOn
  licence
  url
  confidence
}
fragment OrganizationParts on Organization {
  id
  slug
  name
  type
}`) as unknown as TypedDocumentString<OrganizationsQuery, OrganizationsQueryVariables>;