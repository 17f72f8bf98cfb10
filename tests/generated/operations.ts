/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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

export type FactKind =
  | 'CLAIM'
  | 'GRANT'
  | 'INITIATIVE'
  | 'INITIATIVE_PARTICIPATION'
  | 'MEMBERSHIP'
  | 'ORGANIZATION'
  | 'PARTNERSHIP'
  | 'SEAT'
  | 'TRANSACTION';

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

export type LabelLevel =
  | 'BRONZE'
  | 'GOLD'
  | 'OTHER'
  | 'SILVER';

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

export type MissingFact =
  | 'COUNTRY'
  | 'IDENTIFIER'
  | 'REGION'
  | 'SECTOR'
  | 'WEBSITE';

export type NameKind =
  | 'ACRONYM'
  | 'ALIAS'
  | 'FORMER'
  | 'OFFICIAL'
  | 'TRANSLATION'
  | 'TRANSLITERATION';

export type NetworkMetric =
  | 'AUTHORITY'
  | 'BETWEENNESS'
  | 'CLOSENESS'
  | 'CONSTRAINT'
  | 'CORE_NUMBER'
  | 'DEGREE'
  | 'EFFECTIVE_SIZE'
  | 'EIGENVECTOR'
  | 'HUB'
  | 'IN_DEGREE'
  | 'OUT_DEGREE'
  | 'PAGE_RANK'
  | 'WEIGHTED_BETWEENNESS'
  | 'WEIGHTED_CLOSENESS'
  | 'WEIGHTED_DEGREE';

export type NetworkTieKind =
  | 'BOARD_SEAT'
  | 'FUNDING'
  | 'JOINT_INITIATIVE'
  | 'MEMBERSHIP'
  | 'PARTNERSHIP';

export type OrganizationType =
  | 'ASSOCIATION'
  | 'CLUSTER'
  | 'COMPANY'
  | 'DONOR'
  | 'INSTITUTION'
  | 'PARTNER';

export type ParticipationRole =
  | 'ACCOUNTABLE'
  | 'ASSOCIATED'
  | 'BENEFICIARY'
  | 'EXTENDING'
  | 'FUNDING'
  | 'IMPLEMENTER'
  | 'LEAD'
  | 'PARTNER';

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

export type SeatRole =
  | 'CHAIRPERSON'
  | 'MANAGER'
  | 'MEMBER';

export type SectorScheme =
  | 'DAC'
  | 'EU_ECOSYSTEM'
  | 'NACE_REV2'
  | 'NACE_REV2_1';

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

export type AssociationAndFoundersQueryVariables = Exact<{
  slug?: string | null | undefined;
}>;


export type AssociationAndFoundersQuery = { readonly association: { readonly name: string, readonly members: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly class: MembershipClass, readonly since: string | null, readonly node:
          | { readonly name: string, readonly city: string | null, readonly region: { readonly code: string, readonly name: string } | null }
          | { readonly name: string, readonly city: string | null, readonly region: { readonly code: string, readonly name: string } | null }
          | { readonly name: string, readonly city: string | null, readonly region: { readonly code: string, readonly name: string } | null }
          | { readonly name: string, readonly city: string | null, readonly region: { readonly code: string, readonly name: string } | null }
          | { readonly name: string, readonly city: string | null, readonly region: { readonly code: string, readonly name: string } | null }
          | { readonly name: string, readonly city: string | null, readonly region: { readonly code: string, readonly name: string } | null }
         }> }, readonly seats: { readonly edges: ReadonlyArray<{ readonly role: SeatRole, readonly body: string | null, readonly attestedOn: string | null, readonly node: { readonly name: string } }> } } | null };

export type ClusterAndItsFiguresQueryVariables = Exact<{
  slug?: string | null | undefined;
}>;


export type ClusterAndItsFiguresQuery = { readonly cluster: { readonly name: string, readonly otherNames: ReadonlyArray<{ readonly text: string, readonly kind: NameKind, readonly language: string | null, readonly script: string | null }>, readonly sectors: { readonly nodes: ReadonlyArray<{ readonly scheme: SectorScheme, readonly code: string, readonly title: string }> }, readonly labels: { readonly nodes: ReadonlyArray<{ readonly level: LabelLevel, readonly awardedOn: string | null }> }, readonly bestClaims: ReadonlyArray<{ readonly indicator: Indicator, readonly scope: ClaimScope, readonly reason: string, readonly otherClaimCount: number, readonly claim: { readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly amount: { readonly currency: string } | null } }>, readonly claims: { readonly nodes: ReadonlyArray<{ readonly indicator: Indicator, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly source: { readonly title: string, readonly confidence: Confidence, readonly url: string | null } }> } } | null };

export type MemorandumOf2013QueryVariables = Exact<{ [key: string]: never; }>;


export type MemorandumOf2013Query = { readonly partnerships: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly title: string, readonly since: string | null, readonly parties: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly role: PartyRole, readonly node:
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
           }> }, readonly source: { readonly title: string, readonly url: string | null } }> } | null };

export type NetworkAsOfADayQueryVariables = Exact<{
  before?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type NetworkAsOfADayQuery = { readonly before: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly since: string | null, readonly member:
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
      , readonly group:
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
       }> } | null, readonly after: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly since: string | null, readonly member:
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
      , readonly group:
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
       }> } | null };

export type PartnersOfPartnersQueryVariables = Exact<{
  slug?: string | null | undefined;
}>;


export type PartnersOfPartnersQuery = { readonly cluster: { readonly name: string, readonly partners: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly sharedPartnershipCount: number, readonly partnerships: ReadonlyArray<{ readonly title: string, readonly kind: PartnershipKind, readonly since: string | null }>, readonly node:
          | { readonly name: string, readonly type: OrganizationType, readonly partners: { readonly totalCount: number, readonly nodes: ReadonlyArray<
                | { readonly name: string }
                | { readonly name: string }
                | { readonly name: string }
                | { readonly name: string }
                | { readonly name: string }
                | { readonly name: string }
              > } }
          | { readonly name: string, readonly type: OrganizationType, readonly partners: { readonly totalCount: number, readonly nodes: ReadonlyArray<
                | { readonly name: string }
                | { readonly name: string }
                | { readonly name: string }
                | { readonly name: string }
                | { readonly name: string }
                | { readonly name: string }
              > } }
          | { readonly name: string, readonly type: OrganizationType, readonly partners: { readonly totalCount: number, readonly nodes: ReadonlyArray<
                | { readonly name: string }
                | { readonly name: string }
                | { readonly name: string }
                | { readonly name: string }
                | { readonly name: string }
                | { readonly name: string }
              > } }
          | { readonly name: string, readonly type: OrganizationType, readonly partners: { readonly totalCount: number, readonly nodes: ReadonlyArray<
                | { readonly name: string }
                | { readonly name: string }
                | { readonly name: string }
                | { readonly name: string }
                | { readonly name: string }
                | { readonly name: string }
              > } }
          | { readonly name: string, readonly type: OrganizationType, readonly partners: { readonly totalCount: number, readonly nodes: ReadonlyArray<
                | { readonly name: string }
                | { readonly name: string }
                | { readonly name: string }
                | { readonly name: string }
                | { readonly name: string }
                | { readonly name: string }
              > } }
          | { readonly name: string, readonly type: OrganizationType, readonly partners: { readonly totalCount: number, readonly nodes: ReadonlyArray<
                | { readonly name: string }
                | { readonly name: string }
                | { readonly name: string }
                | { readonly name: string }
                | { readonly name: string }
                | { readonly name: string }
              > } }
         }> } } | null };

export type SearchQueryVariables = Exact<{
  query?: string;
}>;


export type SearchQuery = { readonly search: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly score: number, readonly matched: string, readonly node:
        | { readonly __typename: 'AdvocacyCase', readonly id: string }
        | { readonly __typename: 'Announcement', readonly id: string }
        | { readonly __typename: 'Association', readonly name: string, readonly id: string }
        | { readonly __typename: 'Budget', readonly id: string }
        | { readonly __typename: 'Claim', readonly id: string }
        | { readonly __typename: 'Cluster', readonly name: string, readonly id: string }
        | { readonly __typename: 'Company', readonly name: string, readonly id: string }
        | { readonly __typename: 'CooperationOffer', readonly id: string }
        | { readonly __typename: 'Donor', readonly name: string, readonly id: string }
        | { readonly __typename: 'Event', readonly id: string }
        | { readonly __typename: 'ExcellenceLabel', readonly id: string }
        | { readonly __typename: 'ExchangeRate', readonly id: string }
        | { readonly __typename: 'Grant', readonly id: string }
        | { readonly __typename: 'GrantProgramme', readonly id: string }
        | { readonly __typename: 'Initiative', readonly id: string }
        | { readonly __typename: 'InitiativeParticipation', readonly id: string }
        | { readonly __typename: 'Institution', readonly name: string, readonly id: string }
        | { readonly __typename: 'Membership', readonly id: string }
        | { readonly __typename: 'Partner', readonly name: string, readonly id: string }
        | { readonly __typename: 'Partnership', readonly id: string }
        | { readonly __typename: 'Person', readonly id: string }
        | { readonly __typename: 'Quote', readonly id: string }
        | { readonly __typename: 'Region', readonly id: string }
        | { readonly __typename: 'Seat', readonly id: string }
        | { readonly __typename: 'Sector', readonly id: string }
        | { readonly __typename: 'Source', readonly id: string }
        | { readonly __typename: 'Transaction', readonly id: string }
       }> } | null };

export type AdvocacyQueryVariables = Exact<{ [key: string]: never; }>;


export type AdvocacyQuery = { readonly advocacyCases: { readonly nodes: ReadonlyArray<{ readonly title: string, readonly description: string | null, readonly openedOn: string | null, readonly closedOn: string | null, readonly status: AdvocacyStatus, readonly outcome: string | null, readonly beneficiaries: { readonly nodes: ReadonlyArray<
          | { readonly name: string }
          | { readonly name: string }
          | { readonly name: string }
          | { readonly name: string }
          | { readonly name: string }
          | { readonly name: string }
        > }, readonly source: { readonly title: string, readonly publisher: string | null, readonly url: string | null } }> } | null };

export type LaunchAndAnnouncementQueryVariables = Exact<{ [key: string]: never; }>;


export type LaunchAndAnnouncementQuery = { readonly events: { readonly nodes: ReadonlyArray<{ readonly title: string, readonly startsAt: string, readonly timeZone: string, readonly venue: string | null, readonly address: string | null, readonly city: string | null, readonly audience: ReadonlyArray<string>, readonly organizers: { readonly nodes: ReadonlyArray<
          | { readonly name: string }
          | { readonly name: string }
          | { readonly name: string }
          | { readonly name: string }
          | { readonly name: string }
          | { readonly name: string }
        > } }> } | null, readonly announcements: { readonly nodes: ReadonlyArray<{ readonly title: string, readonly publishedOn: string | null, readonly author:
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
      , readonly quotes: { readonly nodes: ReadonlyArray<{ readonly text: string, readonly person: { readonly name: string, readonly seats: { readonly edges: ReadonlyArray<{ readonly role: SeatRole, readonly node:
                  | { readonly name: string }
                  | { readonly name: string }
                  | { readonly name: string }
                  | { readonly name: string }
                  | { readonly name: string }
                  | { readonly name: string }
                 }> } } }> } }> } | null };

export type InitiativeAndItsBudgetQueryVariables = Exact<{
  query?: string | null | undefined;
}>;


export type InitiativeAndItsBudgetQuery = { readonly search: { readonly nodes: ReadonlyArray<
      | { readonly title: string, readonly startedOn: string | null, readonly endedOn: string | null, readonly participants: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly role: ParticipationRole, readonly node:
              | { readonly name: string, readonly country: string | null }
              | { readonly name: string, readonly country: string | null }
              | { readonly name: string, readonly country: string | null }
              | { readonly name: string, readonly country: string | null }
              | { readonly name: string, readonly country: string | null }
              | { readonly name: string, readonly country: string | null }
             }> }, readonly claims: { readonly nodes: ReadonlyArray<{ readonly indicator: Indicator, readonly number: string | null, readonly note: string | null, readonly amount: { readonly currency: string } | null, readonly source: { readonly title: string, readonly url: string | null } }> } }
      | Record<PropertyKey, never>
    > } | null };

export type TotalsQueryVariables = Exact<{
  asOf?: string | null | undefined;
}>;


export type TotalsQuery = { readonly totals: { readonly organizations: ReadonlyArray<{ readonly type: OrganizationType, readonly count: number }>, readonly ties: ReadonlyArray<{ readonly kind: TieKind, readonly count: number }>, readonly sectors: ReadonlyArray<{ readonly count: number, readonly sector: { readonly code: string, readonly title: string } }>, readonly regions: ReadonlyArray<{ readonly count: number, readonly region: { readonly code: string, readonly name: string } }>, readonly years: ReadonlyArray<{ readonly year: number, readonly kind: TieKind, readonly beganCount: number, readonly endedCount: number }> } | null };

export type EvidenceQueryVariables = Exact<{
  slug?: string | null | undefined;
}>;


export type EvidenceQuery = { readonly organization:
    | { readonly name: string, readonly source: { readonly title: string, readonly confidence: Confidence }, readonly sources: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly title: string, readonly publisher: string | null, readonly confidence: Confidence, readonly url: string | null, readonly claims: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly indicator: Indicator, readonly number: string | null, readonly date: string | null, readonly amount: { readonly currency: string } | null }> } }> } }
    | { readonly name: string, readonly source: { readonly title: string, readonly confidence: Confidence }, readonly sources: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly title: string, readonly publisher: string | null, readonly confidence: Confidence, readonly url: string | null, readonly claims: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly indicator: Indicator, readonly number: string | null, readonly date: string | null, readonly amount: { readonly currency: string } | null }> } }> } }
    | { readonly name: string, readonly source: { readonly title: string, readonly confidence: Confidence }, readonly sources: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly title: string, readonly publisher: string | null, readonly confidence: Confidence, readonly url: string | null, readonly claims: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly indicator: Indicator, readonly number: string | null, readonly date: string | null, readonly amount: { readonly currency: string } | null }> } }> } }
    | { readonly name: string, readonly source: { readonly title: string, readonly confidence: Confidence }, readonly sources: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly title: string, readonly publisher: string | null, readonly confidence: Confidence, readonly url: string | null, readonly claims: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly indicator: Indicator, readonly number: string | null, readonly date: string | null, readonly amount: { readonly currency: string } | null }> } }> } }
    | { readonly name: string, readonly source: { readonly title: string, readonly confidence: Confidence }, readonly sources: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly title: string, readonly publisher: string | null, readonly confidence: Confidence, readonly url: string | null, readonly claims: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly indicator: Indicator, readonly number: string | null, readonly date: string | null, readonly amount: { readonly currency: string } | null }> } }> } }
    | { readonly name: string, readonly source: { readonly title: string, readonly confidence: Confidence }, readonly sources: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly title: string, readonly publisher: string | null, readonly confidence: Confidence, readonly url: string | null, readonly claims: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly indicator: Indicator, readonly number: string | null, readonly date: string | null, readonly amount: { readonly currency: string } | null }> } }> } }
   | null };

export type ExploreGrantsQueryVariables = Exact<{
  filter?: GrantFilter | null | undefined;
}>;


export type ExploreGrantsQuery = { readonly grantFacets: { readonly grantCount: number, readonly funders: { readonly distinctCount: number, readonly values: ReadonlyArray<{ readonly key: string | null, readonly label: string | null, readonly grantCount: number }> }, readonly recipients: { readonly unknownCount: number, readonly values: ReadonlyArray<{ readonly label: string | null, readonly grantCount: number, readonly node:
          | { readonly city: string | null }
          | { readonly city: string | null }
          | { readonly city: string | null }
          | { readonly city: string | null }
          | { readonly city: string | null }
          | { readonly city: string | null }
          | Record<PropertyKey, never>
         | null }> }, readonly years: { readonly unknownCount: number, readonly values: ReadonlyArray<{ readonly key: string | null, readonly grantCount: number }> } } | null, readonly grants: { readonly nodes: ReadonlyArray<{ readonly title: string, readonly currency: string, readonly funder:
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
      , readonly recipients: { readonly nodes: ReadonlyArray<
          | { readonly name: string }
          | { readonly name: string }
          | { readonly name: string }
          | { readonly name: string }
          | { readonly name: string }
          | { readonly name: string }
        > }, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly title: string, readonly url: string | null } }> } | null };

export type HowMuchQueryVariables = Exact<{
  filter?: GrantFilter | null | undefined;
  currency?: string | null | undefined;
}>;


export type HowMuchQuery = { readonly grantTotals: { readonly grantCount: number, readonly leftOut: ReadonlyArray<{ readonly reason: LeftOutReason, readonly grantCount: number }>, readonly amounts: ReadonlyArray<{ readonly currency: string, readonly grantCount: number, readonly sum: { readonly amount: string, readonly currency: string }, readonly median: { readonly amount: string, readonly currency: string } }>, readonly convertedTo: ReadonlyArray<{ readonly amountCount: number, readonly sum: { readonly amount: string, readonly currency: string }, readonly unconverted: ReadonlyArray<{ readonly currency: string, readonly amountCount: number, readonly sum: { readonly amount: string, readonly currency: string } }>, readonly rates: ReadonlyArray<{ readonly currency: string, readonly period: string, readonly rate: string, readonly source: { readonly title: string } | null }> }>, readonly groups: ReadonlyArray<{ readonly label: string | null, readonly grantCount: number, readonly amounts: ReadonlyArray<{ readonly currency: string, readonly sum: { readonly amount: string, readonly currency: string } }> }> } | null };

export type MoneyFlowsQueryVariables = Exact<{
  currency?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type MoneyFlowsQuery = { readonly grantFlows: { readonly grantCount: number, readonly leftOutCount: number, readonly equallySplitCount: number, readonly nodes: ReadonlyArray<{ readonly name: string, readonly dimension: GrantDimension, readonly kind: FlowNodeKind, readonly label: string | null, readonly amount: { readonly amount: string, readonly currency: string } }>, readonly links: ReadonlyArray<{ readonly from: string, readonly to: string, readonly grantCount: number, readonly amount: { readonly amount: string, readonly currency: string } }> } | null };

export type FundingOfAnInitiativeQueryVariables = Exact<{
  initiative?: string | null | undefined;
  organization?: string | null | undefined;
}>;


export type FundingOfAnInitiativeQuery = { readonly initiative: { readonly title: string, readonly funding: ReadonlyArray<{ readonly currency: string, readonly budget: { readonly amount: string, readonly currency: string } | null, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly disbursed: { readonly amount: string, readonly currency: string } | null, readonly gap: { readonly amount: string, readonly currency: string } | null, readonly funders: ReadonlyArray<{ readonly share: string | null, readonly promised: { readonly amount: string, readonly currency: string } | null, readonly funder:
          | { readonly name: string }
          | { readonly name: string }
          | { readonly name: string }
          | { readonly name: string }
          | { readonly name: string }
          | { readonly name: string }
         }> }> } | null, readonly organization:
    | { readonly name: string, readonly rolesInGrants: ReadonlyArray<{ readonly role: GrantRole, readonly currency: string, readonly grantCount: number, readonly awarded: { readonly amount: string, readonly currency: string } | null }>, readonly coFunders: { readonly edges: ReadonlyArray<{ readonly sharedRecipientCount: number, readonly node:
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
          , readonly recipients: ReadonlyArray<
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
          > }> } }
    | { readonly name: string, readonly rolesInGrants: ReadonlyArray<{ readonly role: GrantRole, readonly currency: string, readonly grantCount: number, readonly awarded: { readonly amount: string, readonly currency: string } | null }>, readonly coFunders: { readonly edges: ReadonlyArray<{ readonly sharedRecipientCount: number, readonly node:
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
          , readonly recipients: ReadonlyArray<
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
          > }> } }
    | { readonly name: string, readonly rolesInGrants: ReadonlyArray<{ readonly role: GrantRole, readonly currency: string, readonly grantCount: number, readonly awarded: { readonly amount: string, readonly currency: string } | null }>, readonly coFunders: { readonly edges: ReadonlyArray<{ readonly sharedRecipientCount: number, readonly node:
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
          , readonly recipients: ReadonlyArray<
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
          > }> } }
    | { readonly name: string, readonly rolesInGrants: ReadonlyArray<{ readonly role: GrantRole, readonly currency: string, readonly grantCount: number, readonly awarded: { readonly amount: string, readonly currency: string } | null }>, readonly coFunders: { readonly edges: ReadonlyArray<{ readonly sharedRecipientCount: number, readonly node:
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
          , readonly recipients: ReadonlyArray<
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
          > }> } }
    | { readonly name: string, readonly rolesInGrants: ReadonlyArray<{ readonly role: GrantRole, readonly currency: string, readonly grantCount: number, readonly awarded: { readonly amount: string, readonly currency: string } | null }>, readonly coFunders: { readonly edges: ReadonlyArray<{ readonly sharedRecipientCount: number, readonly node:
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
          , readonly recipients: ReadonlyArray<
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
          > }> } }
    | { readonly name: string, readonly rolesInGrants: ReadonlyArray<{ readonly role: GrantRole, readonly currency: string, readonly grantCount: number, readonly awarded: { readonly amount: string, readonly currency: string } | null }>, readonly coFunders: { readonly edges: ReadonlyArray<{ readonly sharedRecipientCount: number, readonly node:
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
          , readonly recipients: ReadonlyArray<
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
          > }> } }
   | null };

export type PartnershipGraphQueryVariables = Exact<{ [key: string]: never; }>;


export type PartnershipGraphQuery = { readonly network: { readonly graph: { readonly nodeCount: number, readonly edgeCount: number, readonly asOf: string | null, readonly version: string }, readonly stats: { readonly density: number | null, readonly componentCount: number, readonly averageClustering: number | null, readonly assortativityByKind: number | null } | null, readonly nodes: ReadonlyArray<{ readonly key: string, readonly name: string, readonly kind: OrganizationType | null, readonly degree: number, readonly community: { readonly number: number, readonly name: string } }> | null, readonly edges: ReadonlyArray<{ readonly fromKey: string, readonly toKey: string, readonly weight: number, readonly kinds: ReadonlyArray<NetworkTieKind> }>, readonly communities: ReadonlyArray<{ readonly name: string, readonly nodeCount: number }> | null } | null };

export type BrokersAndPathsQueryVariables = Exact<{ [key: string]: never; }>;


export type BrokersAndPathsQuery = { readonly network: { readonly methods: ReadonlyArray<{ readonly metric: NetworkMetric, readonly isExact: boolean }>, readonly centralNodes: ReadonlyArray<{ readonly rank: number, readonly value: number, readonly node: { readonly organization:
          | { readonly name: string, readonly city: string | null }
          | { readonly name: string, readonly city: string | null }
          | { readonly name: string, readonly city: string | null }
          | { readonly name: string, readonly city: string | null }
          | { readonly name: string, readonly city: string | null }
          | { readonly name: string, readonly city: string | null }
         | null } }> | null, readonly between: { readonly distance: number | null, readonly pathCount: number, readonly paths: ReadonlyArray<{ readonly hops: ReadonlyArray<{ readonly from: { readonly name: string }, readonly to: { readonly name: string }, readonly ties: ReadonlyArray<{ readonly kind: NetworkTieKind, readonly since: string | null, readonly source: { readonly title: string, readonly url: string | null } | null }> }> }>, readonly commonPartners: ReadonlyArray<{ readonly name: string }> | null } | null } | null };

export type GrowthAndSuggestionsQueryVariables = Exact<{ [key: string]: never; }>;


export type GrowthAndSuggestionsQuery = { readonly network: { readonly history: ReadonlyArray<{ readonly day: string, readonly nodeCount: number, readonly edgeCount: number, readonly componentCount: number, readonly addedCount: number, readonly endedCount: number }> | null, readonly changes: { readonly addedCount: number, readonly added: ReadonlyArray<{ readonly from: { readonly name: string }, readonly to: { readonly name: string } }> }, readonly suggestions: ReadonlyArray<{ readonly score: number, readonly first: { readonly name: string }, readonly second: { readonly name: string }, readonly common: ReadonlyArray<{ readonly name: string }> }> | null } | null };

export type PaidOutYearByYearQueryVariables = Exact<{
  filter?: GrantFilter | null | undefined;
}>;


export type PaidOutYearByYearQuery = { readonly grantTotals: { readonly grantCount: number, readonly leftOut: ReadonlyArray<{ readonly reason: LeftOutReason, readonly grantCount: number }>, readonly amounts: ReadonlyArray<{ readonly measure: Measure, readonly currency: string, readonly grantCount: number, readonly sum: { readonly amount: string, readonly currency: string } }>, readonly groups: ReadonlyArray<{ readonly label: string | null, readonly amounts: ReadonlyArray<{ readonly currency: string, readonly sum: { readonly amount: string, readonly currency: string } }> }> } | null };

export type FlowsOfMoneyPaidOutQueryVariables = Exact<{
  currency?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type FlowsOfMoneyPaidOutQuery = { readonly grantFlows: { readonly grantCount: number, readonly leftOutCount: number, readonly nodes: ReadonlyArray<{ readonly name: string, readonly dimension: GrantDimension, readonly label: string | null, readonly amount: { readonly amount: string, readonly currency: string } }>, readonly links: ReadonlyArray<{ readonly from: string, readonly to: string, readonly grantCount: number, readonly amount: { readonly amount: string, readonly currency: string } }> } | null };

export type NeedsWithoutMoneyQueryVariables = Exact<{
  scheme?: SectorScheme | null | undefined;
}>;


export type NeedsWithoutMoneyQuery = { readonly sectors: ReadonlyArray<{ readonly needCount: number, readonly initiativeCount: number, readonly node:
      | { readonly code: string, readonly title: string }
      | Record<PropertyKey, never>
     }> | null, readonly regions: ReadonlyArray<{ readonly needCount: number, readonly initiativeCount: number, readonly node:
      | { readonly code: string, readonly name: string }
      | Record<PropertyKey, never>
     }> | null, readonly budgets: { readonly nodes: ReadonlyArray<{ readonly initiative: { readonly title: string, readonly grants: { readonly totalCount: number }, readonly funding: ReadonlyArray<{ readonly currency: string, readonly budget: { readonly amount: string, readonly currency: string } | null, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly gap: { readonly amount: string, readonly currency: string } | null }> } | null, readonly source: { readonly title: string } }> } | null };

export type WhoElseFundsQueryVariables = Exact<{
  donor?: string | null | undefined;
  sector?: string | null | undefined;
}>;


export type WhoElseFundsQuery = { readonly donor: { readonly name: string, readonly parts: { readonly nodes: ReadonlyArray<
        | { readonly name: string, readonly identifier: { readonly scheme: string, readonly value: string, readonly url: string | null } | null }
        | { readonly name: string, readonly identifier: { readonly scheme: string, readonly value: string, readonly url: string | null } | null }
        | { readonly name: string, readonly identifier: { readonly scheme: string, readonly value: string, readonly url: string | null } | null }
        | { readonly name: string, readonly identifier: { readonly scheme: string, readonly value: string, readonly url: string | null } | null }
        | { readonly name: string, readonly identifier: { readonly scheme: string, readonly value: string, readonly url: string | null } | null }
        | { readonly name: string, readonly identifier: { readonly scheme: string, readonly value: string, readonly url: string | null } | null }
      > }, readonly coFunders: { readonly edges: ReadonlyArray<{ readonly sharedRecipientCount: number, readonly node:
          | { readonly name: string }
          | { readonly name: string }
          | { readonly name: string }
          | { readonly name: string }
          | { readonly name: string }
          | { readonly name: string }
        , readonly recipients: ReadonlyArray<
          | { readonly name: string }
          | { readonly name: string }
          | { readonly name: string }
          | { readonly name: string }
          | { readonly name: string }
          | { readonly name: string }
        > }> } } | null, readonly sector: { readonly title: string, readonly funders: ReadonlyArray<{ readonly grantCount: number, readonly funder:
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
       }> } | null, readonly paid: { readonly groups: ReadonlyArray<{ readonly label: string | null, readonly amounts: ReadonlyArray<{ readonly sum: { readonly amount: string, readonly currency: string } }> }> } | null };

export type WhatIsMissingQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type WhatIsMissingQuery = { readonly coverage: { readonly conflictCount: number, readonly facts: ReadonlyArray<{ readonly kind: FactKind, readonly count: number, readonly dated: { readonly share: string | null } | null, readonly sources: ReadonlyArray<{ readonly confidence: Confidence, readonly share: string | null }> }>, readonly organizations: { readonly count: number, readonly identified: { readonly count: number, readonly share: string | null }, readonly schemes: ReadonlyArray<{ readonly scheme: string, readonly organizationCount: number }> }, readonly conflicts: ReadonlyArray<{ readonly indicator: Indicator, readonly year: number | null, readonly organization:
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
       | null, readonly initiative: { readonly title: string } | null, readonly claims: ReadonlyArray<{ readonly number: string | null, readonly date: string | null, readonly source: { readonly title: string, readonly confidence: Confidence } }> }>, readonly gaps: ReadonlyArray<{ readonly tieCount: number, readonly grantCount: number, readonly missing: ReadonlyArray<MissingFact>, readonly organization:
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
       }> } | null };

export type ThroughWhomForWhatWhereQueryVariables = Exact<{
  filter?: GrantFilter | null | undefined;
}>;


export type ThroughWhomForWhatWhereQuery = { readonly grantFacets: { readonly grantCount: number, readonly throughWhom: { readonly unknownCount: number, readonly values: ReadonlyArray<{ readonly label: string | null, readonly grantCount: number }> }, readonly forWhat: { readonly unknownCount: number, readonly values: ReadonlyArray<{ readonly key: string | null, readonly label: string | null, readonly grantCount: number }> }, readonly where: { readonly unknownCount: number, readonly values: ReadonlyArray<{ readonly label: string | null, readonly grantCount: number }> } } | null, readonly grantTotals: { readonly amounts: ReadonlyArray<{ readonly measure: Measure, readonly currency: string, readonly grantCount: number, readonly sum: { readonly amount: string, readonly currency: string } }> } | null };

export type OneOrganizationInAllRolesQueryVariables = Exact<{
  slug?: string | null | undefined;
}>;


export type OneOrganizationInAllRolesQuery = { readonly organization:
    | { readonly name: string, readonly rolesInGrants: ReadonlyArray<{ readonly role: GrantRole, readonly currency: string, readonly grantCount: number, readonly disbursed: { readonly amount: string, readonly currency: string } | null }>, readonly grantsReceived: { readonly nodes: ReadonlyArray<{ readonly title: string, readonly funder:
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
           }> }, readonly initiatives: { readonly edges: ReadonlyArray<{ readonly role: ParticipationRole, readonly node: { readonly title: string } }> }, readonly partnerships: { readonly edges: ReadonlyArray<{ readonly role: PartyRole, readonly node: { readonly title: string, readonly kind: PartnershipKind }, readonly source: { readonly title: string, readonly confidence: Confidence } }> }, readonly coFunders: { readonly totalCount: number } }
    | { readonly name: string, readonly rolesInGrants: ReadonlyArray<{ readonly role: GrantRole, readonly currency: string, readonly grantCount: number, readonly disbursed: { readonly amount: string, readonly currency: string } | null }>, readonly grantsReceived: { readonly nodes: ReadonlyArray<{ readonly title: string, readonly funder:
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
           }> }, readonly initiatives: { readonly edges: ReadonlyArray<{ readonly role: ParticipationRole, readonly node: { readonly title: string } }> }, readonly partnerships: { readonly edges: ReadonlyArray<{ readonly role: PartyRole, readonly node: { readonly title: string, readonly kind: PartnershipKind }, readonly source: { readonly title: string, readonly confidence: Confidence } }> }, readonly coFunders: { readonly totalCount: number } }
    | { readonly name: string, readonly rolesInGrants: ReadonlyArray<{ readonly role: GrantRole, readonly currency: string, readonly grantCount: number, readonly disbursed: { readonly amount: string, readonly currency: string } | null }>, readonly grantsReceived: { readonly nodes: ReadonlyArray<{ readonly title: string, readonly funder:
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
           }> }, readonly initiatives: { readonly edges: ReadonlyArray<{ readonly role: ParticipationRole, readonly node: { readonly title: string } }> }, readonly partnerships: { readonly edges: ReadonlyArray<{ readonly role: PartyRole, readonly node: { readonly title: string, readonly kind: PartnershipKind }, readonly source: { readonly title: string, readonly confidence: Confidence } }> }, readonly coFunders: { readonly totalCount: number } }
    | { readonly name: string, readonly rolesInGrants: ReadonlyArray<{ readonly role: GrantRole, readonly currency: string, readonly grantCount: number, readonly disbursed: { readonly amount: string, readonly currency: string } | null }>, readonly grantsReceived: { readonly nodes: ReadonlyArray<{ readonly title: string, readonly funder:
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
           }> }, readonly initiatives: { readonly edges: ReadonlyArray<{ readonly role: ParticipationRole, readonly node: { readonly title: string } }> }, readonly partnerships: { readonly edges: ReadonlyArray<{ readonly role: PartyRole, readonly node: { readonly title: string, readonly kind: PartnershipKind }, readonly source: { readonly title: string, readonly confidence: Confidence } }> }, readonly coFunders: { readonly totalCount: number } }
    | { readonly name: string, readonly rolesInGrants: ReadonlyArray<{ readonly role: GrantRole, readonly currency: string, readonly grantCount: number, readonly disbursed: { readonly amount: string, readonly currency: string } | null }>, readonly grantsReceived: { readonly nodes: ReadonlyArray<{ readonly title: string, readonly funder:
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
           }> }, readonly initiatives: { readonly edges: ReadonlyArray<{ readonly role: ParticipationRole, readonly node: { readonly title: string } }> }, readonly partnerships: { readonly edges: ReadonlyArray<{ readonly role: PartyRole, readonly node: { readonly title: string, readonly kind: PartnershipKind }, readonly source: { readonly title: string, readonly confidence: Confidence } }> }, readonly coFunders: { readonly totalCount: number } }
    | { readonly name: string, readonly rolesInGrants: ReadonlyArray<{ readonly role: GrantRole, readonly currency: string, readonly grantCount: number, readonly disbursed: { readonly amount: string, readonly currency: string } | null }>, readonly grantsReceived: { readonly nodes: ReadonlyArray<{ readonly title: string, readonly funder:
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
            | { readonly name: string }
           }> }, readonly initiatives: { readonly edges: ReadonlyArray<{ readonly role: ParticipationRole, readonly node: { readonly title: string } }> }, readonly partnerships: { readonly edges: ReadonlyArray<{ readonly role: PartyRole, readonly node: { readonly title: string, readonly kind: PartnershipKind }, readonly source: { readonly title: string, readonly confidence: Confidence } }> }, readonly coFunders: { readonly totalCount: number } }
   | null };

export type PaymentEvidenceQueryVariables = Exact<{
  grant?: GrantFilter | null | undefined;
  initiative?: string | null | undefined;
}>;


export type PaymentEvidenceQuery = { readonly grants: { readonly nodes: ReadonlyArray<{ readonly title: string, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly disbursed: { readonly amount: string, readonly currency: string } | null, readonly reporter:
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
        | { readonly name: string }
       | null, readonly source: { readonly title: string, readonly url: string | null }, readonly transactions: { readonly nodes: ReadonlyArray<{ readonly kind: TransactionKind, readonly valueDate: string, readonly description: string | null, readonly sourcePointer: string | null, readonly value: { readonly amount: string, readonly currency: string }, readonly source: { readonly title: string, readonly retrievedOn: string | null } }> } }> } | null, readonly initiative: { readonly claims: { readonly nodes: ReadonlyArray<{ readonly indicator: Indicator, readonly qualifier: Qualifier, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly title: string, readonly confidence: Confidence } }> } } | null };


export const AssociationAndFoundersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AssociationAndFounders"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"defaultValue":{"kind":"StringValue","value":"scan","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"association"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"members"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"NAME"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"class"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"seats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"attestedOn"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<AssociationAndFoundersQuery, AssociationAndFoundersQueryVariables>;
export const ClusterAndItsFiguresDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ClusterAndItsFigures"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"defaultValue":{"kind":"StringValue","value":"voict","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cluster"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"otherNames"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"script"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sectors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scheme"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"labels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"awardedOn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"bestClaims"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"otherClaimCount"}},{"kind":"Field","name":{"kind":"Name","value":"claim"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"qualifier"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"claims"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"indicator"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"FOUNDED_ON"},{"kind":"EnumValue","value":"EMPLOYEES"}]}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ClusterAndItsFiguresQuery, ClusterAndItsFiguresQueryVariables>;
export const MemorandumOf2013Document = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MemorandumOf2013"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partnerships"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"StringValue","value":"2013-06-25","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"kind"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"EnumValue","value":"MEMORANDUM"}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"parties"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MemorandumOf2013Query, MemorandumOf2013QueryVariables>;
export const NetworkAsOfADayDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NetworkAsOfADay"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Day"}},"defaultValue":{"kind":"StringValue","value":"2013-12-31","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Day"}},"defaultValue":{"kind":"StringValue","value":"2015-12-31","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"before"},"name":{"kind":"Name","value":"memberships"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"groupType"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"EnumValue","value":"ASSOCIATION"}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"after"},"name":{"kind":"Name","value":"memberships"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"groupType"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"EnumValue","value":"ASSOCIATION"}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<NetworkAsOfADayQuery, NetworkAsOfADayQueryVariables>;
export const PartnersOfPartnersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PartnersOfPartners"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"defaultValue":{"kind":"StringValue","value":"vmc","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cluster"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"partners"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"SHARED"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sharedPartnershipCount"}},{"kind":"Field","name":{"kind":"Name","value":"partnerships"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"partners"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<PartnersOfPartnersQuery, PartnersOfPartnersQueryVariables>;
export const SearchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Search"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"query"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"Ниш","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"search"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"Variable","name":{"kind":"Name","value":"query"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"matched"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SearchQuery, SearchQueryVariables>;
export const AdvocacyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Advocacy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"advocacyCases"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"openedOn"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"beneficiaries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"publisher"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AdvocacyQuery, AdvocacyQueryVariables>;
export const LaunchAndAnnouncementDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LaunchAndAnnouncement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"organizers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"announcements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"quotes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"seats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<LaunchAndAnnouncementQuery, LaunchAndAnnouncementQueryVariables>;
export const InitiativeAndItsBudgetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"InitiativeAndItsBudget"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"query"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"defaultValue":{"kind":"StringValue","value":"CapTTict","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"search"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"Variable","name":{"kind":"Name","value":"query"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"type"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"EnumValue","value":"INITIATIVE"}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Initiative"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"startedOn"}},{"kind":"Field","name":{"kind":"Name","value":"endedOn"}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"country"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"claims"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"INDICATOR"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<InitiativeAndItsBudgetQuery, InitiativeAndItsBudgetQueryVariables>;
export const TotalsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Totals"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Day"}},"defaultValue":{"kind":"StringValue","value":"2016-01-01","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organizations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ties"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sectors"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"scheme"},"value":{"kind":"EnumValue","value":"NACE_REV2"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"sector"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"IntValue","value":"2"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"years"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"beganCount"}},{"kind":"Field","name":{"kind":"Name","value":"endedCount"}}]}}]}}]}}]} as unknown as DocumentNode<TotalsQuery, TotalsQueryVariables>;
export const EvidenceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Evidence"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"defaultValue":{"kind":"StringValue","value":"facts","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"publisher"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"claims"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"date"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<EvidenceQuery, EvidenceQueryVariables>;
export const ExploreGrantsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExploreGrants"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"GrantFilter"}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"country"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"RS","block":false}]}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"funder"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"usaid","block":false},{"kind":"StringValue","value":"european-commission","block":false}]}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grantFacets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grantCount"}},{"kind":"Field","alias":{"kind":"Name","value":"funders"},"name":{"kind":"Name","value":"facet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"dimension"},"value":{"kind":"EnumValue","value":"FUNDER"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"distinctCount"}},{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"grantCount"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"recipients"},"name":{"kind":"Name","value":"facet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"dimension"},"value":{"kind":"EnumValue","value":"RECIPIENT"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unknownCount"}},{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"grantCount"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"years"},"name":{"kind":"Name","value":"facet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"dimension"},"value":{"kind":"EnumValue","value":"YEAR"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"KEY"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unknownCount"}},{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"grantCount"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"grants"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"funder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recipients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"awarded"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ExploreGrantsQuery, ExploreGrantsQueryVariables>;
export const HowMuchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HowMuch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"GrantFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"currency"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyCode"}},"defaultValue":{"kind":"StringValue","value":"EUR","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grantTotals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grantCount"}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"grantCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"amounts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"AWARDED"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"grantCount"}},{"kind":"Field","name":{"kind":"Name","value":"sum"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"median"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"convertedTo"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"currency"},"value":{"kind":"Variable","name":{"kind":"Name","value":"currency"}}},{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"AWARDED"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sum"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"amountCount"}},{"kind":"Field","name":{"kind":"Name","value":"unconverted"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"amountCount"}},{"kind":"Field","name":{"kind":"Name","value":"sum"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"rates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"FUNDER"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"AWARDED"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"grantCount"}},{"kind":"Field","name":{"kind":"Name","value":"amounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"sum"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<HowMuchQuery, HowMuchQueryVariables>;
export const MoneyFlowsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MoneyFlows"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"currency"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyCode"}},"defaultValue":{"kind":"StringValue","value":"EUR","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grantFlows"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"currency"},"value":{"kind":"Variable","name":{"kind":"Name","value":"currency"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grantCount"}},{"kind":"Field","name":{"kind":"Name","value":"leftOutCount"}},{"kind":"Field","name":{"kind":"Name","value":"equallySplitCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"links"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"grantCount"}}]}}]}}]}}]} as unknown as DocumentNode<MoneyFlowsQuery, MoneyFlowsQueryVariables>;
export const FundingOfAnInitiativeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FundingOfAnInitiative"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"initiative"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"defaultValue":{"kind":"StringValue","value":"vojvodina-metal-cluster-project","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"organization"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"defaultValue":{"kind":"StringValue","value":"european-commission","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"initiative"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"initiative"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"funding"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"awarded"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"disbursed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gap"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"funders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"share"}},{"kind":"Field","name":{"kind":"Name","value":"promised"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"funder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"organization"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"rolesInGrants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"grantCount"}},{"kind":"Field","name":{"kind":"Name","value":"awarded"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"coFunders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"SHARED"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sharedRecipientCount"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recipients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<FundingOfAnInitiativeQuery, FundingOfAnInitiativeQueryVariables>;
export const PartnershipGraphDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PartnershipGraph"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"network"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"StringValue","value":"2015-12-22","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"ties"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"MEMBERSHIP"},{"kind":"EnumValue","value":"PARTNERSHIP"}]}},{"kind":"Argument","name":{"kind":"Name","value":"isolates"},"value":{"kind":"BooleanValue","value":false}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"graph"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodeCount"}},{"kind":"Field","name":{"kind":"Name","value":"edgeCount"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"density"}},{"kind":"Field","name":{"kind":"Name","value":"componentCount"}},{"kind":"Field","name":{"kind":"Name","value":"averageClustering"}},{"kind":"Field","name":{"kind":"Name","value":"assortativityByKind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"degree"}},{"kind":"Field","name":{"kind":"Name","value":"community"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromKey"}},{"kind":"Field","name":{"kind":"Name","value":"toKey"}},{"kind":"Field","name":{"kind":"Name","value":"weight"}},{"kind":"Field","name":{"kind":"Name","value":"kinds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"communities"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nodeCount"}}]}}]}}]}}]} as unknown as DocumentNode<PartnershipGraphQuery, PartnershipGraphQueryVariables>;
export const BrokersAndPathsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BrokersAndPaths"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"network"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"methods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"}},{"kind":"Field","name":{"kind":"Name","value":"isExact"}}]}},{"kind":"Field","name":{"kind":"Name","value":"centralNodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"BETWEENNESS"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rank"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"between"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"StringValue","value":"nicat","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"StringValue","value":"serbian-development-agency","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"distance"}},{"kind":"Field","name":{"kind":"Name","value":"pathCount"}},{"kind":"Field","name":{"kind":"Name","value":"paths"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"2"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hops"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ties"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"commonPartners"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<BrokersAndPathsQuery, BrokersAndPathsQueryVariables>;
export const GrowthAndSuggestionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GrowthAndSuggestions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"network"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"history"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"StringValue","value":"2010-01-01","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"StringValue","value":"2016-12-31","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"nodeCount"}},{"kind":"Field","name":{"kind":"Name","value":"edgeCount"}},{"kind":"Field","name":{"kind":"Name","value":"componentCount"}},{"kind":"Field","name":{"kind":"Name","value":"addedCount"}},{"kind":"Field","name":{"kind":"Name","value":"endedCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"StringValue","value":"2014-12-31","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"StringValue","value":"2015-12-31","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addedCount"}},{"kind":"Field","name":{"kind":"Name","value":"added"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"suggestions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"ADAMIC_ADAR"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"first"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"second"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"common"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<GrowthAndSuggestionsQuery, GrowthAndSuggestionsQueryVariables>;
export const PaidOutYearByYearDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PaidOutYearByYear"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"GrantFilter"}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"country"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"RS","block":false}]}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grantTotals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grantCount"}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"grantCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"amounts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"COMMITTED"},{"kind":"EnumValue","value":"DISBURSED"},{"kind":"EnumValue","value":"SPENT"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"grantCount"}},{"kind":"Field","name":{"kind":"Name","value":"sum"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"YEAR"}},{"kind":"Argument","name":{"kind":"Name","value":"yearOf"},"value":{"kind":"EnumValue","value":"TRANSACTION"}},{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"DISBURSED"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"amounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"sum"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<PaidOutYearByYearQuery, PaidOutYearByYearQueryVariables>;
export const FlowsOfMoneyPaidOutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FlowsOfMoneyPaidOut"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"currency"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyCode"}},"defaultValue":{"kind":"StringValue","value":"EUR","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"8"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grantFlows"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"currency"},"value":{"kind":"Variable","name":{"kind":"Name","value":"currency"}}},{"kind":"Argument","name":{"kind":"Name","value":"measure"},"value":{"kind":"EnumValue","value":"DISBURSED"}},{"kind":"Argument","name":{"kind":"Name","value":"through"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"FUNDER"},{"kind":"EnumValue","value":"RECIPIENT"},{"kind":"EnumValue","value":"SECTOR"}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grantCount"}},{"kind":"Field","name":{"kind":"Name","value":"leftOutCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"links"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"grantCount"}}]}}]}}]}}]} as unknown as DocumentNode<FlowsOfMoneyPaidOutQuery, FlowsOfMoneyPaidOutQueryVariables>;
export const NeedsWithoutMoneyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NeedsWithoutMoney"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"scheme"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SectorScheme"}},"defaultValue":{"kind":"EnumValue","value":"NACE_REV2"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"sectors"},"name":{"kind":"Name","value":"unfundedNeeds"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"SECTOR"}},{"kind":"Argument","name":{"kind":"Name","value":"scheme"},"value":{"kind":"Variable","name":{"kind":"Name","value":"scheme"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"needCount"}},{"kind":"Field","name":{"kind":"Name","value":"initiativeCount"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Sector"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"regions"},"name":{"kind":"Name","value":"unfundedNeeds"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"REGION"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"needCount"}},{"kind":"Field","name":{"kind":"Name","value":"initiativeCount"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Region"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"budgets"},"name":{"kind":"Name","value":"claims"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"indicator"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"TOTAL_BUDGET"}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"initiative"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"grants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"funding"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"awarded"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gap"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]}}]} as unknown as DocumentNode<NeedsWithoutMoneyQuery, NeedsWithoutMoneyQueryVariables>;
export const WhoElseFundsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhoElseFunds"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"donor"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"defaultValue":{"kind":"StringValue","value":"switzerland","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sector"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"defaultValue":{"kind":"StringValue","value":"32130","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"donor"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"donor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"identifier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scheme"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"coFunders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sharedRecipientCount"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recipients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sector"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"scheme"},"value":{"kind":"EnumValue","value":"DAC"}},{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sector"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"funders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grantCount"}},{"kind":"Field","name":{"kind":"Name","value":"funder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"paid"},"name":{"kind":"Name","value":"grantTotals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"sector"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"DAC:32130","block":false}]}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groups"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"FUNDER"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"DISBURSED"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"amounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sum"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhoElseFundsQuery, WhoElseFundsQueryVariables>;
export const WhatIsMissingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhatIsMissing"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"dated"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"share"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"share"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"organizations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"identified"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"share"}}]}},{"kind":"Field","name":{"kind":"Name","value":"schemes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scheme"}},{"kind":"Field","name":{"kind":"Name","value":"organizationCount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"conflictCount"}},{"kind":"Field","name":{"kind":"Name","value":"conflicts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"initiative"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"claims"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"gaps"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tieCount"}},{"kind":"Field","name":{"kind":"Name","value":"grantCount"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}}]}}]}}]}}]} as unknown as DocumentNode<WhatIsMissingQuery, WhatIsMissingQueryVariables>;
export const ThroughWhomForWhatWhereDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ThroughWhomForWhatWhere"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"GrantFilter"}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"country"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"RS","block":false}]}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grantFacets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grantCount"}},{"kind":"Field","alias":{"kind":"Name","value":"throughWhom"},"name":{"kind":"Name","value":"facet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"dimension"},"value":{"kind":"EnumValue","value":"INTERMEDIARY"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unknownCount"}},{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"grantCount"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"forWhat"},"name":{"kind":"Name","value":"facet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"dimension"},"value":{"kind":"EnumValue","value":"SECTOR"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unknownCount"}},{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"grantCount"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"where"},"name":{"kind":"Name","value":"facet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"dimension"},"value":{"kind":"EnumValue","value":"REGION"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unknownCount"}},{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"grantCount"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"grantTotals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amounts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"APPLIED_FOR"},{"kind":"EnumValue","value":"AWARDED"},{"kind":"EnumValue","value":"COMMITTED"},{"kind":"EnumValue","value":"DISBURSED"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"grantCount"}},{"kind":"Field","name":{"kind":"Name","value":"sum"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ThroughWhomForWhatWhereQuery, ThroughWhomForWhatWhereQueryVariables>;
export const OneOrganizationInAllRolesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OneOrganizationInAllRoles"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"defaultValue":{"kind":"StringValue","value":"rda-zlatibor","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"rolesInGrants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"grantCount"}},{"kind":"Field","name":{"kind":"Name","value":"disbursed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"grantsReceived"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"funder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"initiatives"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"partnerships"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"coFunders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}}]} as unknown as DocumentNode<OneOrganizationInAllRolesQuery, OneOrganizationInAllRolesQueryVariables>;
export const PaymentEvidenceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PaymentEvidence"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"grant"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"GrantFilter"}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"identifier"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"XI-IATI-EC_NEAR-2011/258-095","block":false}]}}]}}]}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"initiative"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"defaultValue":{"kind":"StringValue","value":"vojvodina-metal-cluster-project","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grants"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"grant"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"awarded"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"disbursed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reporter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"transactions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"valueDate"}},{"kind":"Field","name":{"kind":"Name","value":"value"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"sourcePointer"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"retrievedOn"}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"initiative"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"initiative"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"claims"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"indicator"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"TOTAL_BUDGET"},{"kind":"EnumValue","value":"EU_CONTRIBUTION"}]}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"qualifier"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<PaymentEvidenceQuery, PaymentEvidenceQueryVariables>;