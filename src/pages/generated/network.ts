/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

export type NetworkQueryVariables = Exact<{
  first: number;
  filter?: OrganizationFilter | null | undefined;
  ties?: ReadonlyArray<NetworkTieKind> | null | undefined;
  asOf?: string | null | undefined;
  since?: string | null | undefined;
  until?: string | null | undefined;
  level: NetworkLevel;
  isolates: boolean;
  betweenness: boolean;
  pageRank: boolean;
  community: boolean;
  weight: boolean;
  edges: boolean;
}>;


export type NetworkQuery = { readonly network: { readonly graph: { readonly nodeCount: number, readonly edgeCount: number, readonly tieCount: number, readonly undatedEdges: number, readonly organizationCount: number, readonly asOfChange: string, readonly isCurrent: boolean }, readonly cut: { readonly nodeCount: number, readonly edgeCount: number }, readonly nodes: ReadonlyArray<{ readonly key: string, readonly name: string, readonly kind: OrganizationType | null, readonly degree: number, readonly weightedDegree?: number, readonly betweenness?: number, readonly pageRank?: number, readonly community?: { readonly number: number, readonly name: string }, readonly organization:
        | { readonly slug: string }
        | { readonly slug: string }
        | { readonly slug: string }
        | { readonly slug: string }
        | { readonly slug: string }
        | { readonly slug: string }
       | null }> | null, readonly edges?: ReadonlyArray<{ readonly fromKey: string, readonly toKey: string, readonly weight: number }> } | null };

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
  since?: string | null | undefined;
  until?: string | null | undefined;
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
  since?: string | null | undefined;
  until?: string | null | undefined;
  level: NetworkLevel;
  betweenness: boolean;
  pageRank: boolean;
  community: boolean;
  weight: boolean;
}>;


export type NetworkAroundQuery = { readonly network: { readonly neighbourhood: { readonly cut: { readonly nodeCount: number, readonly edgeCount: number }, readonly nodes: ReadonlyArray<{ readonly distance: number, readonly node: { readonly key: string, readonly name: string, readonly kind: OrganizationType | null, readonly degree: number, readonly weightedDegree?: number, readonly betweenness?: number, readonly pageRank?: number, readonly community?: { readonly number: number, readonly name: string }, readonly organization:
            | { readonly slug: string }
            | { readonly slug: string }
            | { readonly slug: string }
            | { readonly slug: string }
            | { readonly slug: string }
            | { readonly slug: string }
           | null } }> | null, readonly edges: ReadonlyArray<{ readonly fromKey: string, readonly toKey: string, readonly weight: number }> } | null } | null };

export type NetworkSelectedQueryVariables = Exact<{
  node: string | number;
  first: number;
  filter?: OrganizationFilter | null | undefined;
  ties?: ReadonlyArray<NetworkTieKind> | null | undefined;
  asOf?: string | null | undefined;
  since?: string | null | undefined;
  until?: string | null | undefined;
  level: NetworkLevel;
}>;


export type NetworkSelectedQuery = { readonly network: { readonly neighbourhood: { readonly nodes: ReadonlyArray<{ readonly distance: number, readonly node: { readonly key: string, readonly organizationCount: number, readonly degree: number, readonly betweenness: number, readonly coreNumber: number, readonly community: { readonly number: number, readonly name: string } } }> | null, readonly edges: ReadonlyArray<{ readonly fromKey: string, readonly toKey: string, readonly tieCount: number, readonly from: { readonly key: string, readonly name: string, readonly kind: OrganizationType | null, readonly organization:
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

export type NetworkEgoQueryVariables = Exact<{
  node: string | number;
  first: number;
  current: boolean;
}>;


export type NetworkEgoQuery = { readonly network: { readonly neighbourhood: { readonly nodes: ReadonlyArray<{ readonly distance: number, readonly node: { readonly key: string, readonly name: string, readonly kind: OrganizationType | null, readonly degree: number, readonly organization:
            | { readonly slug: string }
            | { readonly slug: string }
            | { readonly slug: string }
            | { readonly slug: string }
            | { readonly slug: string }
            | { readonly slug: string }
           | null } }> | null, readonly edges: ReadonlyArray<{ readonly fromKey: string, readonly toKey: string, readonly weight: number }> } | null } | null };

export type NetworkSuggestionsQueryVariables = Exact<{
  filter?: OrganizationFilter | null | undefined;
  ties?: ReadonlyArray<NetworkTieKind> | null | undefined;
  asOf?: string | null | undefined;
  since?: string | null | undefined;
  until?: string | null | undefined;
  node?: string | number | null | undefined;
  matchingOffers: boolean;
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
         | null }, readonly common: ReadonlyArray<{ readonly key: string, readonly name: string }>, readonly offers: ReadonlyArray<{ readonly need: { readonly id: string, readonly slug: string, readonly direction: OfferDirection, readonly title: string, readonly organization:
            | { readonly id: string, readonly name: string }
            | { readonly id: string, readonly name: string }
            | { readonly id: string, readonly name: string }
            | { readonly id: string, readonly name: string }
            | { readonly id: string, readonly name: string }
            | { readonly id: string, readonly name: string }
          , readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } } | null, readonly offer: { readonly id: string, readonly slug: string, readonly direction: OfferDirection, readonly title: string, readonly organization:
            | { readonly id: string, readonly name: string }
            | { readonly id: string, readonly name: string }
            | { readonly id: string, readonly name: string }
            | { readonly id: string, readonly name: string }
            | { readonly id: string, readonly name: string }
            | { readonly id: string, readonly name: string }
          , readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } } | null }> }> | null } | null };

export type MatchedOfferFragment = { readonly id: string, readonly slug: string, readonly direction: OfferDirection, readonly title: string, readonly organization:
    | { readonly id: string, readonly name: string }
    | { readonly id: string, readonly name: string }
    | { readonly id: string, readonly name: string }
    | { readonly id: string, readonly name: string }
    | { readonly id: string, readonly name: string }
    | { readonly id: string, readonly name: string }
  , readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } };

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

export type DrawnNodeFragment = { readonly key: string, readonly name: string, readonly kind: OrganizationType | null, readonly degree: number, readonly weightedDegree?: number, readonly betweenness?: number, readonly pageRank?: number, readonly community?: { readonly number: number, readonly name: string }, readonly organization:
    | { readonly slug: string }
    | { readonly slug: string }
    | { readonly slug: string }
    | { readonly slug: string }
    | { readonly slug: string }
    | { readonly slug: string }
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
export const MatchedOfferFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment MatchedOffer on CooperationOffer {
  id
  slug
  direction
  title
  organization {
    id
    name
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
}`, {"fragmentName":"MatchedOffer"}) as unknown as TypedDocumentString<MatchedOfferFragment, unknown>;
export const EvidenceFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
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
export const DrawnNodeFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment DrawnNode on NetworkNode {
  key
  name
  kind
  degree
  weightedDegree @include(if: $weight)
  betweenness @include(if: $betweenness)
  pageRank @include(if: $pageRank)
  community @include(if: $community) {
    number
    name
  }
  organization {
    slug
  }
}
    `, {"fragmentName":"DrawnNode"}) as unknown as TypedDocumentString<DrawnNodeFragment, unknown>;
export const NetworkDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Network($first: Int!, $filter: OrganizationFilter, $ties: [NetworkTieKind!], $asOf: Day, $since: Day, $until: Day, $level: NetworkLevel!, $isolates: Boolean!, $betweenness: Boolean!, $pageRank: Boolean!, $community: Boolean!, $weight: Boolean!, $edges: Boolean!) {
  network(
    first: $first
    filter: $filter
    ties: $ties
    asOf: $asOf
    from: $since
    to: $until
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
      ...DrawnNode
    }
    edges @include(if: $edges) {
      fromKey
      toKey
      weight
    }
  }
}
    fragment DrawnNode on NetworkNode {
  key
  name
  kind
  degree
  weightedDegree @include(if: $weight)
  betweenness @include(if: $betweenness)
  pageRank @include(if: $pageRank)
  community @include(if: $community) {
    number
    name
  }
  organization {
    slug
  }
}`, {"documentId":"sha256:f52c69a42042085b23cc0161c37012d6b1fd10e4d7ee797e5e34694a497e91b5"}) as unknown as TypedDocumentString<NetworkQuery, NetworkQueryVariables>;
export const NetworkOptionsDocument = /*#__PURE__*/ new TypedDocumentString(`
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
    `, {"documentId":"sha256:1e54c1864bf051497aa84060a41ad0d3713f388b73ff3f6a6213f3687f9f993d"}) as unknown as TypedDocumentString<NetworkOptionsQuery, NetworkOptionsQueryVariables>;
export const NetworkPathDocument = /*#__PURE__*/ new TypedDocumentString(`
    query NetworkPath($from: ID!, $to: ID!, $filter: OrganizationFilter, $ties: [NetworkTieKind!], $asOf: Day, $since: Day, $until: Day, $level: NetworkLevel!) {
  network(
    filter: $filter
    ties: $ties
    asOf: $asOf
    from: $since
    to: $until
    level: $level
  ) {
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
}`, {"documentId":"sha256:aa0fe9b671a5fad9843039151d7982212daf535f6897e11c69ae5dad8e50d966"}) as unknown as TypedDocumentString<NetworkPathQuery, NetworkPathQueryVariables>;
export const NetworkAroundDocument = /*#__PURE__*/ new TypedDocumentString(`
    query NetworkAround($node: ID!, $depth: Int!, $first: Int!, $filter: OrganizationFilter, $ties: [NetworkTieKind!], $asOf: Day, $since: Day, $until: Day, $level: NetworkLevel!, $betweenness: Boolean!, $pageRank: Boolean!, $community: Boolean!, $weight: Boolean!) {
  network(
    filter: $filter
    ties: $ties
    asOf: $asOf
    from: $since
    to: $until
    level: $level
  ) {
    neighbourhood(node: $node, depth: $depth, first: $first, includeCenter: true) {
      cut {
        nodeCount
        edgeCount
      }
      nodes {
        distance
        node {
          ...DrawnNode
        }
      }
      edges {
        fromKey
        toKey
        weight
      }
    }
  }
}
    fragment DrawnNode on NetworkNode {
  key
  name
  kind
  degree
  weightedDegree @include(if: $weight)
  betweenness @include(if: $betweenness)
  pageRank @include(if: $pageRank)
  community @include(if: $community) {
    number
    name
  }
  organization {
    slug
  }
}`, {"documentId":"sha256:2a5d616e3a9f867400b12950051ce53a0ec25ae3fddc90164af7229babcb3c0d"}) as unknown as TypedDocumentString<NetworkAroundQuery, NetworkAroundQueryVariables>;
export const NetworkSelectedDocument = /*#__PURE__*/ new TypedDocumentString(`
    query NetworkSelected($node: ID!, $first: Int!, $filter: OrganizationFilter, $ties: [NetworkTieKind!], $asOf: Day, $since: Day, $until: Day, $level: NetworkLevel!) {
  network(
    filter: $filter
    ties: $ties
    asOf: $asOf
    from: $since
    to: $until
    level: $level
  ) {
    neighbourhood(node: $node, first: $first, includeCenter: true) {
      nodes {
        distance
        node {
          key
          organizationCount
          degree
          betweenness
          coreNumber
          community {
            number
            name
          }
        }
      }
      edges {
        fromKey
        toKey
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
}`, {"documentId":"sha256:169bea9349b33176f83b41448bfafa12826a3ae3b80b9b8b41cbda723e085bde"}) as unknown as TypedDocumentString<NetworkSelectedQuery, NetworkSelectedQueryVariables>;
export const NetworkEgoDocument = /*#__PURE__*/ new TypedDocumentString(`
    query NetworkEgo($node: ID!, $first: Int!, $current: Boolean!) {
  network(current: $current) {
    neighbourhood(node: $node, first: $first, includeCenter: true) {
      nodes {
        distance
        node {
          key
          name
          kind
          degree
          organization {
            slug
          }
        }
      }
      edges {
        fromKey
        toKey
        weight
      }
    }
  }
}
    `, {"documentId":"sha256:04ded4caf109c99cbcae35597922241b264f0062f9252df76026d0039e03c537"}) as unknown as TypedDocumentString<NetworkEgoQuery, NetworkEgoQueryVariables>;
export const NetworkSuggestionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query NetworkSuggestions($filter: OrganizationFilter, $ties: [NetworkTieKind!], $asOf: Day, $since: Day, $until: Day, $node: ID, $matchingOffers: Boolean!) {
  network(filter: $filter, ties: $ties, asOf: $asOf, from: $since, to: $until) {
    suggestions(first: 20, node: $node, matchingOffers: $matchingOffers) {
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
      offers {
        need {
          ...MatchedOffer
        }
        offer {
          ...MatchedOffer
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
fragment MatchedOffer on CooperationOffer {
  id
  slug
  direction
  title
  organization {
    id
    name
  }
  source {
    ...SourceParts
  }
}`, {"documentId":"sha256:07bd46c13dfd706dfd6532aa34e749a342927549c6ebb310437c2ee0f07d8040"}) as unknown as TypedDocumentString<NetworkSuggestionsQuery, NetworkSuggestionsQueryVariables>;