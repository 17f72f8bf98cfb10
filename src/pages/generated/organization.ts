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

export type ClaimScope =
  | 'ITSELF'
  | 'MEMBERS_TOGETHER';

export type ClusterStage =
  | 'DEVELOPING'
  | 'ESTABLISHED'
  | 'SEEKING';

export type Confidence =
  | 'LEAD'
  | 'OFFICIAL'
  | 'SECONDARY'
  | 'SYNTHETIC';

export type DonorCategory =
  | 'BILATERAL'
  | 'EU'
  | 'FOUNDATION'
  | 'GOVERNMENT'
  | 'MULTILATERAL'
  | 'PRIVATE';

export type GrantRole =
  | 'FUNDER'
  | 'INTERMEDIARY'
  | 'RECIPIENT';

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

export type InitiativeKind =
  | 'NEW_CLUSTER'
  | 'PROGRAMME'
  | 'PROJECT'
  | 'SERVICE';

export type InstitutionCategory =
  | 'ACADEMIA'
  | 'BUSINESS_SUPPORT'
  | 'CHAMBER'
  | 'DEVELOPMENT_AGENCY'
  | 'INTERNATIONAL_BODY'
  | 'LOCAL_GOVERNMENT'
  | 'NATIONAL_GOVERNMENT'
  | 'PROVINCIAL_GOVERNMENT';

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

export type OfferDirection =
  | 'NEEDS'
  | 'OFFERS';

export type OrganizationStatus =
  | 'ACTIVE'
  | 'DISSOLVED'
  | 'INACTIVE'
  | 'UNKNOWN';

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

export type SizeClass =
  | 'LARGE'
  | 'MEDIUM'
  | 'MICRO'
  | 'SMALL';

export type TieStatus =
  | 'CURRENT'
  | 'ENDED'
  | 'UNKNOWN';

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
  , readonly programme: { readonly id: string, readonly slug: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
    > }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } };

export type ClaimPartsFragment = { readonly id: string, readonly indicator: Indicator, readonly scope: ClaimScope, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } };

export type SectorPartsFragment = { readonly id: string, readonly scheme: SectorScheme, readonly code: string, readonly title: string };

export type RegionPartsFragment = { readonly id: string, readonly code: string, readonly level: number, readonly name: string, readonly nameCyrillic: string | null };

type GatheredOrganization_Association_Fragment = { readonly city: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly members: { readonly totalCount: number }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } };

type GatheredOrganization_Cluster_Fragment = { readonly city: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly members: { readonly totalCount: number }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } };

type GatheredOrganization_Company_Fragment = { readonly city: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly members: { readonly totalCount: number }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } };

type GatheredOrganization_Donor_Fragment = { readonly city: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly members: { readonly totalCount: number }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } };

type GatheredOrganization_Institution_Fragment = { readonly city: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly members: { readonly totalCount: number }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } };

type GatheredOrganization_Partner_Fragment = { readonly city: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly members: { readonly totalCount: number }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } };

export type GatheredOrganizationFragment =
  | GatheredOrganization_Association_Fragment
  | GatheredOrganization_Cluster_Fragment
  | GatheredOrganization_Company_Fragment
  | GatheredOrganization_Donor_Fragment
  | GatheredOrganization_Institution_Fragment
  | GatheredOrganization_Partner_Fragment
;

export type GatheredInitiativeFragment = { readonly id: string, readonly slug: string, readonly title: string, readonly kind: InitiativeKind, readonly startedOn: string | null, readonly endedOn: string | null, readonly grants: { readonly totalCount: number }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } };

export type GatheredOfferFragment = { readonly id: string, readonly slug: string, readonly title: string, readonly direction: OfferDirection, readonly since: string | null, readonly until: string | null, readonly organization:
    | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
    | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
    | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
    | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
    | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
    | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
  , readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } };

export type GatheredMoneyFragment = { readonly grantCount: number, readonly amounts: ReadonlyArray<{ readonly measure: Measure, readonly currency: string, readonly grantCount: number, readonly sum: { readonly amount: string, readonly currency: string }, readonly median: { readonly amount: string, readonly currency: string } }> };

export type OrganizationQueryVariables = Exact<{
  slug: string;
}>;


export type OrganizationQuery = { readonly organization:
    | { readonly description: string | null, readonly country: string | null, readonly city: string | null, readonly website: string | null, readonly status: OrganizationStatus, readonly legalForm: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly region: { readonly id: string, readonly code: string, readonly name: string, readonly nameCyrillic: string | null } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly otherNames: ReadonlyArray<{ readonly text: string, readonly kind: NameKind, readonly language: string | null, readonly script: string | null }>, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string, readonly url: string | null, readonly registerUrl: string | null }>, readonly parent:
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
       | null, readonly parts: { readonly totalCount: number, readonly nodes: ReadonlyArray<
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        > }, readonly sectors: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly scheme: SectorScheme, readonly code: string, readonly title: string }> }, readonly bestClaims: ReadonlyArray<{ readonly indicator: Indicator, readonly scope: ClaimScope, readonly reason: string, readonly otherClaimCount: number, readonly claim: { readonly id: string, readonly indicator: Indicator, readonly scope: ClaimScope, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } } }>, readonly claims: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly indicator: Indicator, readonly scope: ClaimScope, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly memberships: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly class: MembershipClass, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node:
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
          , readonly programme: { readonly id: string, readonly slug: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
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
            , readonly programme: { readonly id: string, readonly slug: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
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
           }> }, readonly advocacyCases: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly status: AdvocacyStatus, readonly openedOn: string | null, readonly closedOn: string | null, readonly outcome: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly offers: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly direction: OfferDirection, readonly since: string | null, readonly until: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly events: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly startsAt: string, readonly city: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly sources: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }> } }
    | { readonly stage: ClusterStage | null, readonly description: string | null, readonly country: string | null, readonly city: string | null, readonly website: string | null, readonly status: OrganizationStatus, readonly legalForm: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly region: { readonly id: string, readonly code: string, readonly name: string, readonly nameCyrillic: string | null } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly otherNames: ReadonlyArray<{ readonly text: string, readonly kind: NameKind, readonly language: string | null, readonly script: string | null }>, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string, readonly url: string | null, readonly registerUrl: string | null }>, readonly parent:
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
       | null, readonly parts: { readonly totalCount: number, readonly nodes: ReadonlyArray<
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        > }, readonly sectors: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly scheme: SectorScheme, readonly code: string, readonly title: string }> }, readonly bestClaims: ReadonlyArray<{ readonly indicator: Indicator, readonly scope: ClaimScope, readonly reason: string, readonly otherClaimCount: number, readonly claim: { readonly id: string, readonly indicator: Indicator, readonly scope: ClaimScope, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } } }>, readonly claims: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly indicator: Indicator, readonly scope: ClaimScope, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly memberships: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly class: MembershipClass, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node:
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
          , readonly programme: { readonly id: string, readonly slug: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
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
            , readonly programme: { readonly id: string, readonly slug: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
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
           }> }, readonly advocacyCases: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly status: AdvocacyStatus, readonly openedOn: string | null, readonly closedOn: string | null, readonly outcome: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly offers: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly direction: OfferDirection, readonly since: string | null, readonly until: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly events: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly startsAt: string, readonly city: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly sources: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }> } }
    | { readonly sizeClass: SizeClass | null, readonly description: string | null, readonly country: string | null, readonly city: string | null, readonly website: string | null, readonly status: OrganizationStatus, readonly legalForm: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly region: { readonly id: string, readonly code: string, readonly name: string, readonly nameCyrillic: string | null } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly otherNames: ReadonlyArray<{ readonly text: string, readonly kind: NameKind, readonly language: string | null, readonly script: string | null }>, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string, readonly url: string | null, readonly registerUrl: string | null }>, readonly parent:
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
       | null, readonly parts: { readonly totalCount: number, readonly nodes: ReadonlyArray<
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        > }, readonly sectors: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly scheme: SectorScheme, readonly code: string, readonly title: string }> }, readonly bestClaims: ReadonlyArray<{ readonly indicator: Indicator, readonly scope: ClaimScope, readonly reason: string, readonly otherClaimCount: number, readonly claim: { readonly id: string, readonly indicator: Indicator, readonly scope: ClaimScope, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } } }>, readonly claims: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly indicator: Indicator, readonly scope: ClaimScope, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly memberships: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly class: MembershipClass, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node:
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
          , readonly programme: { readonly id: string, readonly slug: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
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
            , readonly programme: { readonly id: string, readonly slug: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
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
           }> }, readonly advocacyCases: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly status: AdvocacyStatus, readonly openedOn: string | null, readonly closedOn: string | null, readonly outcome: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly offers: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly direction: OfferDirection, readonly since: string | null, readonly until: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly events: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly startsAt: string, readonly city: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly sources: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }> } }
    | { readonly donorCategory: DonorCategory | null, readonly description: string | null, readonly country: string | null, readonly city: string | null, readonly website: string | null, readonly status: OrganizationStatus, readonly legalForm: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly region: { readonly id: string, readonly code: string, readonly name: string, readonly nameCyrillic: string | null } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly otherNames: ReadonlyArray<{ readonly text: string, readonly kind: NameKind, readonly language: string | null, readonly script: string | null }>, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string, readonly url: string | null, readonly registerUrl: string | null }>, readonly parent:
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
       | null, readonly parts: { readonly totalCount: number, readonly nodes: ReadonlyArray<
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        > }, readonly sectors: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly scheme: SectorScheme, readonly code: string, readonly title: string }> }, readonly bestClaims: ReadonlyArray<{ readonly indicator: Indicator, readonly scope: ClaimScope, readonly reason: string, readonly otherClaimCount: number, readonly claim: { readonly id: string, readonly indicator: Indicator, readonly scope: ClaimScope, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } } }>, readonly claims: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly indicator: Indicator, readonly scope: ClaimScope, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly memberships: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly class: MembershipClass, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node:
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
          , readonly programme: { readonly id: string, readonly slug: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
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
            , readonly programme: { readonly id: string, readonly slug: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
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
           }> }, readonly advocacyCases: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly status: AdvocacyStatus, readonly openedOn: string | null, readonly closedOn: string | null, readonly outcome: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly offers: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly direction: OfferDirection, readonly since: string | null, readonly until: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly events: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly startsAt: string, readonly city: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly sources: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }> } }
    | { readonly institutionCategory: InstitutionCategory | null, readonly description: string | null, readonly country: string | null, readonly city: string | null, readonly website: string | null, readonly status: OrganizationStatus, readonly legalForm: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly region: { readonly id: string, readonly code: string, readonly name: string, readonly nameCyrillic: string | null } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly otherNames: ReadonlyArray<{ readonly text: string, readonly kind: NameKind, readonly language: string | null, readonly script: string | null }>, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string, readonly url: string | null, readonly registerUrl: string | null }>, readonly parent:
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
       | null, readonly parts: { readonly totalCount: number, readonly nodes: ReadonlyArray<
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        > }, readonly sectors: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly scheme: SectorScheme, readonly code: string, readonly title: string }> }, readonly bestClaims: ReadonlyArray<{ readonly indicator: Indicator, readonly scope: ClaimScope, readonly reason: string, readonly otherClaimCount: number, readonly claim: { readonly id: string, readonly indicator: Indicator, readonly scope: ClaimScope, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } } }>, readonly claims: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly indicator: Indicator, readonly scope: ClaimScope, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly memberships: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly class: MembershipClass, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node:
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
          , readonly programme: { readonly id: string, readonly slug: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
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
            , readonly programme: { readonly id: string, readonly slug: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
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
           }> }, readonly advocacyCases: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly status: AdvocacyStatus, readonly openedOn: string | null, readonly closedOn: string | null, readonly outcome: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly offers: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly direction: OfferDirection, readonly since: string | null, readonly until: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly events: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly startsAt: string, readonly city: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly sources: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }> } }
    | { readonly partnerCategory: PartnerCategory | null, readonly description: string | null, readonly country: string | null, readonly city: string | null, readonly website: string | null, readonly status: OrganizationStatus, readonly legalForm: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly region: { readonly id: string, readonly code: string, readonly name: string, readonly nameCyrillic: string | null } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly otherNames: ReadonlyArray<{ readonly text: string, readonly kind: NameKind, readonly language: string | null, readonly script: string | null }>, readonly identifiers: ReadonlyArray<{ readonly scheme: string, readonly value: string, readonly url: string | null, readonly registerUrl: string | null }>, readonly parent:
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
       | null, readonly parts: { readonly totalCount: number, readonly nodes: ReadonlyArray<
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        > }, readonly sectors: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly scheme: SectorScheme, readonly code: string, readonly title: string }> }, readonly bestClaims: ReadonlyArray<{ readonly indicator: Indicator, readonly scope: ClaimScope, readonly reason: string, readonly otherClaimCount: number, readonly claim: { readonly id: string, readonly indicator: Indicator, readonly scope: ClaimScope, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } } }>, readonly claims: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly indicator: Indicator, readonly scope: ClaimScope, readonly qualifier: Qualifier, readonly number: string | null, readonly date: string | null, readonly asOf: string | null, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly memberships: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly class: MembershipClass, readonly since: string | null, readonly until: string | null, readonly status: TieStatus, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }, readonly node:
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
          , readonly programme: { readonly id: string, readonly slug: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
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
            , readonly programme: { readonly id: string, readonly slug: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
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
           }> }, readonly advocacyCases: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly status: AdvocacyStatus, readonly openedOn: string | null, readonly closedOn: string | null, readonly outcome: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly offers: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly direction: OfferDirection, readonly since: string | null, readonly until: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly events: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly startsAt: string, readonly city: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly sources: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence }> } }
   | null };

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
export const MoneyPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment MoneyParts on Money {
  amount
  currency
}
    `, {"fragmentName":"MoneyParts"}) as unknown as TypedDocumentString<MoneyPartsFragment, unknown>;
export const OrganizationPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment OrganizationParts on Organization {
  id
  slug
  name
  type
}
    `, {"fragmentName":"OrganizationParts"}) as unknown as TypedDocumentString<OrganizationPartsFragment, unknown>;
export const SourcePartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
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
export const GrantRowFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
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
    slug
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
export const ClaimPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
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
export const SectorPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment SectorParts on Sector {
  id
  scheme
  code
  title
}
    `, {"fragmentName":"SectorParts"}) as unknown as TypedDocumentString<SectorPartsFragment, unknown>;
export const RegionPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment RegionParts on Region {
  id
  code
  level
  name
  nameCyrillic
}
    `, {"fragmentName":"RegionParts"}) as unknown as TypedDocumentString<RegionPartsFragment, unknown>;
export const GatheredOrganizationFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment GatheredOrganization on Organization {
  ...OrganizationParts
  city
  members {
    totalCount
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
}`, {"fragmentName":"GatheredOrganization"}) as unknown as TypedDocumentString<GatheredOrganizationFragment, unknown>;
export const GatheredInitiativeFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment GatheredInitiative on Initiative {
  id
  slug
  title
  kind
  startedOn
  endedOn
  grants {
    totalCount
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
}`, {"fragmentName":"GatheredInitiative"}) as unknown as TypedDocumentString<GatheredInitiativeFragment, unknown>;
export const GatheredOfferFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment GatheredOffer on CooperationOffer {
  id
  slug
  title
  direction
  since
  until
  organization {
    ...OrganizationParts
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
}`, {"fragmentName":"GatheredOffer"}) as unknown as TypedDocumentString<GatheredOfferFragment, unknown>;
export const GatheredMoneyFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment GatheredMoney on GrantTotals {
  grantCount
  amounts {
    measure
    currency
    grantCount
    sum {
      ...MoneyParts
    }
    median {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"GatheredMoney"}) as unknown as TypedDocumentString<GatheredMoneyFragment, unknown>;
export const OrganizationDocument = /*#__PURE__*/ new TypedDocumentString(`
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
      url
      registerUrl
    }
    parent {
      ...OrganizationParts
    }
    parts(first: 50) {
      totalCount
      nodes {
        ...OrganizationParts
      }
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
        slug
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
        slug
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
        slug
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
    slug
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
}`, {"documentId":"sha256:43ff9dd9fb30a72afdc3a355a4457204259742bbbebb9e9c6ee17a49c151e757"}) as unknown as TypedDocumentString<OrganizationQuery, OrganizationQueryVariables>;