/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

export type InitiativeKind =
  | 'NEW_CLUSTER'
  | 'PROGRAMME'
  | 'PROJECT'
  | 'SERVICE';

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

export type OfferDirection =
  | 'NEEDS'
  | 'OFFERS';

export type OrderDirection =
  | 'ASC'
  | 'DESC';

export type OrganizationType =
  | 'ASSOCIATION'
  | 'CLUSTER'
  | 'COMPANY'
  | 'DONOR'
  | 'INSTITUTION'
  | 'PARTNER';

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

export type FundingQueryVariables = Exact<{
  filter?: GrantFilter | null | undefined;
  anywhere?: GrantFilter | null | undefined;
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
      , readonly programme: { readonly id: string, readonly slug: string, readonly title: string } | null, readonly recipients: { readonly totalCount: number, readonly nodes: ReadonlyArray<
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        > }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> } | null, readonly regions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly level: number, readonly name: string, readonly nameCyrillic: string | null, readonly parent: { readonly code: string } | null }> } | null, readonly anywhere: { readonly facet: { readonly unknownCount: number, readonly values: ReadonlyArray<{ readonly key: string | null, readonly grantCount: number }> } } | null };

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

export type FundingCountQueryVariables = Exact<{
  filter?: GrantFilter | null | undefined;
}>;


export type FundingCountQuery = { readonly grantFacets: { readonly grantCount: number } | null };

export type FundingRegionAmountsQueryVariables = Exact<{
  filter?: GrantFilter | null | undefined;
  measure: Measure;
}>;


export type FundingRegionAmountsQuery = { readonly grantTotals: { readonly groups: ReadonlyArray<{ readonly key: string | null, readonly amounts: ReadonlyArray<{ readonly currency: string, readonly grantCount: number, readonly sum: { readonly amount: string, readonly currency: string } }> }> } | null };

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
export const FundingDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Funding($filter: GrantFilter, $anywhere: GrantFilter, $first: Int!, $after: String, $orderBy: [GrantOrder!]) {
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
  regions(first: 100) {
    nodes {
      ...RegionParts
      parent {
        code
      }
    }
  }
  anywhere: grantFacets(filter: $anywhere) {
    facet(dimension: REGION, first: 100) {
      unknownCount
      values {
        key
        grantCount
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
fragment RegionParts on Region {
  id
  code
  level
  name
  nameCyrillic
}`, {"documentId":"sha256:b15325ca8e577b8a4a06d4e458bb48e2dee60327b121a7ad0b681a5b5c20b9dc"}) as unknown as TypedDocumentString<FundingQuery, FundingQueryVariables>;
export const FundingFacetDocument = /*#__PURE__*/ new TypedDocumentString(`
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
    `, {"documentId":"sha256:a7926fdf199fb4e674ce9426064263f8fd6cc97da19217962393d1fd45d63e93"}) as unknown as TypedDocumentString<FundingFacetQuery, FundingFacetQueryVariables>;
export const FundingFlowsDocument = /*#__PURE__*/ new TypedDocumentString(`
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
}`, {"documentId":"sha256:35ef94334f47a7c278eafc67c9aea27651a10896fbd33cb4461c58f52ec9ae44"}) as unknown as TypedDocumentString<FundingFlowsQuery, FundingFlowsQueryVariables>;
export const FundingConvertedDocument = /*#__PURE__*/ new TypedDocumentString(`
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
}`, {"documentId":"sha256:2be28b4d47a33f73a3aa60333143716926dd4a2f1a643bb47f3737f2524ac1d7"}) as unknown as TypedDocumentString<FundingConvertedQuery, FundingConvertedQueryVariables>;
export const FundingCountDocument = /*#__PURE__*/ new TypedDocumentString(`
    query FundingCount($filter: GrantFilter) {
  grantFacets(filter: $filter) {
    grantCount
  }
}
    `, {"documentId":"sha256:b977bc82b2c20053b752f98c6cbdbc312594b308dcba414ebd8814be6b854687"}) as unknown as TypedDocumentString<FundingCountQuery, FundingCountQueryVariables>;
export const FundingRegionAmountsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query FundingRegionAmounts($filter: GrantFilter, $measure: Measure!) {
  grantTotals(filter: $filter) {
    groups(by: REGION, first: 1000, measures: [$measure]) {
      key
      amounts {
        currency
        grantCount
        sum {
          ...MoneyParts
        }
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`, {"documentId":"sha256:7736fb9a4368c889d2b094bc1bd6d23c931010416a49a8e080592b83e983fe50"}) as unknown as TypedDocumentString<FundingRegionAmountsQuery, FundingRegionAmountsQueryVariables>;