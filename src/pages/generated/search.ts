/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type ClaimScope =
  | 'ITSELF'
  | 'MEMBERS_TOGETHER';

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

export type OfferDirection =
  | 'NEEDS'
  | 'OFFERS';

export type OrganizationType =
  | 'ASSOCIATION'
  | 'CLUSTER'
  | 'COMPANY'
  | 'DONOR'
  | 'INSTITUTION'
  | 'PARTNER';

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

export type SearchResultsQueryVariables = Exact<{
  query: string;
  first: number;
}>;


export type SearchResultsQuery = { readonly search: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly matched: string, readonly node:
        | { readonly __typename: 'AdvocacyCase', readonly slug: string, readonly title: string, readonly id: string }
        | { readonly __typename: 'Announcement', readonly slug: string, readonly title: string, readonly id: string }
        | { readonly __typename: 'Association', readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly id: string }
        | { readonly __typename: 'Budget', readonly id: string }
        | { readonly __typename: 'Claim', readonly id: string }
        | { readonly __typename: 'Cluster', readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly id: string }
        | { readonly __typename: 'Company', readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly id: string }
        | { readonly __typename: 'CooperationOffer', readonly slug: string, readonly title: string, readonly id: string }
        | { readonly __typename: 'Donor', readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly id: string }
        | { readonly __typename: 'Event', readonly slug: string, readonly title: string, readonly id: string }
        | { readonly __typename: 'ExcellenceLabel', readonly id: string }
        | { readonly __typename: 'ExchangeRate', readonly id: string }
        | { readonly __typename: 'Grant', readonly title: string, readonly id: string }
        | { readonly __typename: 'GrantProgramme', readonly slug: string, readonly title: string, readonly id: string }
        | { readonly __typename: 'Initiative', readonly slug: string, readonly title: string, readonly id: string }
        | { readonly __typename: 'InitiativeParticipation', readonly id: string }
        | { readonly __typename: 'Institution', readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly id: string }
        | { readonly __typename: 'Membership', readonly id: string }
        | { readonly __typename: 'Partner', readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly id: string }
        | { readonly __typename: 'Partnership', readonly title: string, readonly id: string, readonly parties: { readonly totalCount: number, readonly nodes: ReadonlyArray<
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            > } }
        | { readonly __typename: 'Person', readonly name: string, readonly id: string, readonly seats: { readonly totalCount: number, readonly nodes: ReadonlyArray<
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
              | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
            > } }
        | { readonly __typename: 'Quote', readonly id: string }
        | { readonly __typename: 'Region', readonly code: string, readonly name: string, readonly id: string }
        | { readonly __typename: 'Seat', readonly id: string }
        | { readonly __typename: 'Sector', readonly scheme: SectorScheme, readonly code: string, readonly title: string, readonly id: string }
        | { readonly __typename: 'Source', readonly title: string, readonly url: string | null, readonly id: string }
        | { readonly __typename: 'Transaction', readonly id: string }
       }> } | null };

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
export const SearchResultsDocument = /*#__PURE__*/ new TypedDocumentString(`
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
          parties(first: 3) {
            totalCount
            nodes {
              ...OrganizationParts
            }
          }
        }
        ... on Person {
          name
          seats(first: 3) {
            totalCount
            nodes {
              ...OrganizationParts
            }
          }
        }
        ... on Event {
          slug
          title
        }
        ... on AdvocacyCase {
          slug
          title
        }
        ... on Announcement {
          slug
          title
        }
        ... on CooperationOffer {
          slug
          title
        }
        ... on Source {
          title
          url
        }
      }
    }
  }
}
    fragment OrganizationParts on Organization {
  id
  slug
  name
  type
}`, {"documentId":"sha256:809e1ebd50db6cdfda44697028758647719ab2f2fdcb7ee5c543894f70736bd5"}) as unknown as TypedDocumentString<SearchResultsQuery, SearchResultsQueryVariables>;