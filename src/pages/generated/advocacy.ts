/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AdvocacyCaseFilter = {
  readonly and?: ReadonlyArray<AdvocacyCaseFilter> | null | undefined;
  readonly level?: AuthorityLevelFilter | null | undefined;
  readonly not?: AdvocacyCaseFilter | null | undefined;
  readonly or?: ReadonlyArray<AdvocacyCaseFilter> | null | undefined;
  readonly status?: AdvocacyStatusFilter | null | undefined;
};

export type AdvocacyStatus =
  | 'FAILED'
  | 'OPEN'
  | 'PARTLY_SUCCEEDED'
  | 'SUCCEEDED'
  | 'WITHDRAWN';

export type AdvocacyStatusFilter = {
  readonly eq?: AdvocacyStatus | null | undefined;
  readonly in?: ReadonlyArray<AdvocacyStatus> | null | undefined;
  readonly isNull?: boolean | null | undefined;
  readonly notIn?: ReadonlyArray<AdvocacyStatus> | null | undefined;
};

export type AdvocateStanding =
  | 'ASSOCIATION_REPRESENTATIVE'
  | 'LEGAL_REPRESENTATIVE'
  | 'REGISTERED_LOBBYIST';

export type AuthorityLevel =
  | 'LOCAL'
  | 'NATIONAL'
  | 'PROVINCIAL';

export type AuthorityLevelFilter = {
  readonly eq?: AuthorityLevel | null | undefined;
  readonly in?: ReadonlyArray<AuthorityLevel> | null | undefined;
  readonly isNull?: boolean | null | undefined;
  readonly notIn?: ReadonlyArray<AuthorityLevel> | null | undefined;
};

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

export type AdvocacyCasesQueryVariables = Exact<{
  filter?: AdvocacyCaseFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type AdvocacyCasesQuery = { readonly advocacyCases: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly subjectAct: string | null, readonly description: string | null, readonly level: AuthorityLevel | null, readonly standing: AdvocateStanding | null, readonly id: string, readonly slug: string, readonly title: string, readonly status: AdvocacyStatus, readonly openedOn: string | null, readonly closedOn: string | null, readonly outcome: string | null, readonly target:
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
       | null, readonly representative: { readonly id: string, readonly name: string } | null, readonly beneficiaries: { readonly totalCount: number, readonly nodes: ReadonlyArray<
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
          | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        > }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> } | null };

export type AdvocacyCaseQueryVariables = Exact<{
  slug: string;
}>;


export type AdvocacyCaseQuery = { readonly advocacyCase: { readonly subjectAct: string | null, readonly description: string | null, readonly level: AuthorityLevel | null, readonly standing: AdvocateStanding | null, readonly id: string, readonly slug: string, readonly title: string, readonly status: AdvocacyStatus, readonly openedOn: string | null, readonly closedOn: string | null, readonly outcome: string | null, readonly representative: { readonly id: string, readonly name: string, readonly quotes: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly text: string, readonly attribution: string | null, readonly announcement: { readonly slug: string, readonly title: string, readonly language: string }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> } } | null, readonly target:
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly advocacyReceived: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly status: AdvocacyStatus, readonly openedOn: string | null, readonly closedOn: string | null, readonly outcome: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> } }
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly advocacyReceived: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly status: AdvocacyStatus, readonly openedOn: string | null, readonly closedOn: string | null, readonly outcome: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> } }
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly advocacyReceived: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly status: AdvocacyStatus, readonly openedOn: string | null, readonly closedOn: string | null, readonly outcome: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> } }
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly advocacyReceived: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly status: AdvocacyStatus, readonly openedOn: string | null, readonly closedOn: string | null, readonly outcome: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> } }
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly advocacyReceived: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly status: AdvocacyStatus, readonly openedOn: string | null, readonly closedOn: string | null, readonly outcome: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> } }
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly advocacyReceived: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly status: AdvocacyStatus, readonly openedOn: string | null, readonly closedOn: string | null, readonly outcome: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> } }
     | null, readonly beneficiaries: { readonly totalCount: number, readonly nodes: ReadonlyArray<
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
      > }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } } | null };

export type AdvocacyRowFragment = { readonly id: string, readonly slug: string, readonly title: string, readonly status: AdvocacyStatus, readonly openedOn: string | null, readonly closedOn: string | null, readonly outcome: string | null, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } };

export type AdvocacyPartsFragment = { readonly subjectAct: string | null, readonly description: string | null, readonly level: AuthorityLevel | null, readonly standing: AdvocateStanding | null, readonly id: string, readonly slug: string, readonly title: string, readonly status: AdvocacyStatus, readonly openedOn: string | null, readonly closedOn: string | null, readonly outcome: string | null, readonly target:
    | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
    | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
    | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
    | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
    | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
    | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
   | null, readonly representative: { readonly id: string, readonly name: string } | null, readonly beneficiaries: { readonly totalCount: number, readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
      | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
    > }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } };

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
export const AdvocacyRowFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AdvocacyRow on AdvocacyCase {
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
}`, {"fragmentName":"AdvocacyRow"}) as unknown as TypedDocumentString<AdvocacyRowFragment, unknown>;
export const OrganizationPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment OrganizationParts on Organization {
  id
  slug
  name
  type
}
    `, {"fragmentName":"OrganizationParts"}) as unknown as TypedDocumentString<OrganizationPartsFragment, unknown>;
export const AdvocacyPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AdvocacyParts on AdvocacyCase {
  ...AdvocacyRow
  subjectAct
  description
  level
  standing
  target {
    ...OrganizationParts
  }
  representative {
    id
    name
  }
  beneficiaries(first: 20) {
    totalCount
    nodes {
      ...OrganizationParts
    }
  }
}
    fragment AdvocacyRow on AdvocacyCase {
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
}`, {"fragmentName":"AdvocacyParts"}) as unknown as TypedDocumentString<AdvocacyPartsFragment, unknown>;
export const MoneyPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment MoneyParts on Money {
  amount
  currency
}
    `, {"fragmentName":"MoneyParts"}) as unknown as TypedDocumentString<MoneyPartsFragment, unknown>;
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
export const AdvocacyCasesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AdvocacyCases($filter: AdvocacyCaseFilter, $first: Int!, $after: String) {
  advocacyCases(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...AdvocacyParts
    }
  }
}
    fragment AdvocacyRow on AdvocacyCase {
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
fragment AdvocacyParts on AdvocacyCase {
  ...AdvocacyRow
  subjectAct
  description
  level
  standing
  target {
    ...OrganizationParts
  }
  representative {
    id
    name
  }
  beneficiaries(first: 20) {
    totalCount
    nodes {
      ...OrganizationParts
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
}`, {"documentId":"sha256:20d82b3ec350f81895f285f92d16a4fab1146009e4015cedd25c22ec2effa1d4"}) as unknown as TypedDocumentString<AdvocacyCasesQuery, AdvocacyCasesQueryVariables>;
export const AdvocacyCaseDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AdvocacyCase($slug: String!) {
  advocacyCase(slug: $slug) {
    ...AdvocacyParts
    representative {
      quotes(first: 20) {
        totalCount
        nodes {
          id
          text
          attribution
          announcement {
            slug
            title
            language
          }
          source {
            ...SourceParts
          }
        }
      }
    }
    target {
      advocacyReceived(first: 20) {
        totalCount
        nodes {
          ...AdvocacyRow
        }
      }
    }
  }
}
    fragment AdvocacyRow on AdvocacyCase {
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
fragment AdvocacyParts on AdvocacyCase {
  ...AdvocacyRow
  subjectAct
  description
  level
  standing
  target {
    ...OrganizationParts
  }
  representative {
    id
    name
  }
  beneficiaries(first: 20) {
    totalCount
    nodes {
      ...OrganizationParts
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
}`, {"documentId":"sha256:579441cbded3e5abfd0b60e4c208345d9223173d211a163c243f564f8fc5a1ef"}) as unknown as TypedDocumentString<AdvocacyCaseQuery, AdvocacyCaseQueryVariables>;