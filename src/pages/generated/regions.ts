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

export type Measure =
  | 'APPLIED_FOR'
  | 'AWARDED'
  | 'COMMITTED'
  | 'DISBURSED'
  | 'SPENT';

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

export type RegionsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type RegionsQuery = { readonly regions: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly level: number, readonly name: string, readonly nameCyrillic: string | null, readonly parent: { readonly code: string } | null, readonly organizations: { readonly totalCount: number }, readonly clusters: { readonly totalCount: number }, readonly initiatives: { readonly totalCount: number }, readonly grants: { readonly totalCount: number } }> } | null, readonly organizations: { readonly totalCount: number } | null, readonly clusters: { readonly totalCount: number } | null, readonly initiatives: { readonly totalCount: number } | null, readonly grants: { readonly totalCount: number } | null };

export type RegionQueryVariables = Exact<{
  code: string;
  organizations: OrganizationFilter;
  grants: GrantFilter;
}>;


export type RegionQuery = { readonly region: { readonly id: string, readonly code: string, readonly level: number, readonly name: string, readonly nameCyrillic: string | null, readonly parent: { readonly id: string, readonly code: string, readonly level: number, readonly name: string, readonly nameCyrillic: string | null, readonly parent: { readonly id: string, readonly code: string, readonly level: number, readonly name: string, readonly nameCyrillic: string | null, readonly parent: { readonly id: string, readonly code: string, readonly level: number, readonly name: string, readonly nameCyrillic: string | null, readonly organizations: { readonly totalCount: number }, readonly children: { readonly nodes: ReadonlyArray<{ readonly organizations: { readonly totalCount: number } }> } } | null, readonly organizations: { readonly totalCount: number }, readonly children: { readonly nodes: ReadonlyArray<{ readonly organizations: { readonly totalCount: number } }> } } | null, readonly organizations: { readonly totalCount: number }, readonly children: { readonly nodes: ReadonlyArray<{ readonly organizations: { readonly totalCount: number } }> } } | null, readonly children: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly level: number, readonly name: string, readonly nameCyrillic: string | null, readonly organizations: { readonly totalCount: number } }> }, readonly organizations: { readonly totalCount: number, readonly nodes: ReadonlyArray<
        | { readonly city: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly members: { readonly totalCount: number }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }
        | { readonly city: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly members: { readonly totalCount: number }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }
        | { readonly city: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly members: { readonly totalCount: number }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }
        | { readonly city: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly members: { readonly totalCount: number }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }
        | { readonly city: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly members: { readonly totalCount: number }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }
        | { readonly city: string | null, readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType, readonly members: { readonly totalCount: number }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }
      > }, readonly initiatives: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly kind: InitiativeKind, readonly startedOn: string | null, readonly endedOn: string | null, readonly grants: { readonly totalCount: number }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly grants: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly identifier: string, readonly awardedOn: string | null, readonly currency: string, readonly awarded: { readonly amount: string, readonly currency: string } | null, readonly disbursed: { readonly amount: string, readonly currency: string } | null, readonly funder:
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
          > }, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } }> }, readonly events: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly title: string, readonly startsAt: string }> }, readonly funders: ReadonlyArray<{ readonly grantCount: number, readonly funder:
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
        | { readonly id: string, readonly slug: string, readonly name: string, readonly type: OrganizationType }
       }>, readonly source: { readonly id: string, readonly slug: string, readonly title: string, readonly publisher: string | null, readonly publishedOn: string | null, readonly retrievedOn: string | null, readonly licence: string | null, readonly url: string | null, readonly confidence: Confidence } } | null, readonly regions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly level: number, readonly name: string, readonly nameCyrillic: string | null, readonly parent: { readonly code: string } | null, readonly organizations: { readonly totalCount: number } }> } | null, readonly unplaced: { readonly totalCount: number } | null, readonly grantTotals: { readonly grantCount: number, readonly amounts: ReadonlyArray<{ readonly measure: Measure, readonly currency: string, readonly grantCount: number, readonly sum: { readonly amount: string, readonly currency: string }, readonly median: { readonly amount: string, readonly currency: string } }> } | null, readonly here: { readonly nodes: ReadonlyArray<{ readonly organizationCount: number, readonly sector: { readonly id: string, readonly scheme: SectorScheme, readonly code: string, readonly title: string } | null }> | null } | null, readonly everywhere: { readonly nodes: ReadonlyArray<{ readonly organizationCount: number, readonly sector: { readonly id: string, readonly scheme: SectorScheme, readonly code: string, readonly title: string } | null }> | null } | null };

export type LargerRegionFragment = { readonly id: string, readonly code: string, readonly level: number, readonly name: string, readonly nameCyrillic: string | null, readonly organizations: { readonly totalCount: number }, readonly children: { readonly nodes: ReadonlyArray<{ readonly organizations: { readonly totalCount: number } }> } };

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
export const RegionPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment RegionParts on Region {
  id
  code
  level
  name
  nameCyrillic
}
    `, {"fragmentName":"RegionParts"}) as unknown as TypedDocumentString<RegionPartsFragment, unknown>;
export const LargerRegionFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment LargerRegion on Region {
  ...RegionParts
  organizations {
    totalCount
  }
  children(first: 100) {
    nodes {
      organizations {
        totalCount
      }
    }
  }
}
    fragment RegionParts on Region {
  id
  code
  level
  name
  nameCyrillic
}`, {"fragmentName":"LargerRegion"}) as unknown as TypedDocumentString<LargerRegionFragment, unknown>;
export const RegionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Regions($first: Int!, $after: String) {
  regions(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...RegionParts
      parent {
        code
      }
      organizations {
        totalCount
      }
      clusters: organizations(filter: {type: {eq: CLUSTER}}) {
        totalCount
      }
      initiatives {
        totalCount
      }
      grants {
        totalCount
      }
    }
  }
  organizations(filter: {region: {isNull: true}}) {
    totalCount
  }
  clusters: organizations(filter: {region: {isNull: true}, type: {eq: CLUSTER}}) {
    totalCount
  }
  initiatives(filter: {region: {isNull: true}}) {
    totalCount
  }
  grants(filter: {region: {isNull: true}}) {
    totalCount
  }
}
    fragment RegionParts on Region {
  id
  code
  level
  name
  nameCyrillic
}`, {"documentId":"sha256:c619d0c7866973cfcd6cfe15a8117a4d5ccf1eeec4fbc61a180161a91591413a"}) as unknown as TypedDocumentString<RegionsQuery, RegionsQueryVariables>;
export const RegionDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Region($code: String!, $organizations: OrganizationFilter!, $grants: GrantFilter!) {
  region(code: $code) {
    ...RegionParts
    parent {
      ...LargerRegion
      parent {
        ...LargerRegion
        parent {
          ...LargerRegion
        }
      }
    }
    children(first: 100) {
      nodes {
        ...RegionParts
        organizations {
          totalCount
        }
      }
    }
    organizations(first: 50) {
      totalCount
      nodes {
        ...GatheredOrganization
      }
    }
    initiatives(first: 20) {
      totalCount
      nodes {
        ...GatheredInitiative
      }
    }
    grants(first: 20) {
      totalCount
      nodes {
        ...GrantRow
      }
    }
    events(first: 10) {
      totalCount
      nodes {
        id
        slug
        title
        startsAt
      }
    }
    funders(first: 10) {
      grantCount
      funder {
        ...OrganizationParts
      }
    }
    source {
      ...SourceParts
    }
  }
  regions(first: 100) {
    nodes {
      ...RegionParts
      parent {
        code
      }
      organizations {
        totalCount
      }
    }
  }
  unplaced: organizations(filter: {region: {isNull: true}}) {
    totalCount
  }
  grantTotals(filter: $grants) {
    ...GatheredMoney
  }
  here: network(level: SECTOR, filter: $organizations, first: 100) {
    nodes {
      organizationCount
      sector {
        ...SectorParts
      }
    }
  }
  everywhere: network(level: SECTOR, first: 100) {
    nodes {
      organizationCount
      sector {
        ...SectorParts
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
fragment SectorParts on Sector {
  id
  scheme
  code
  title
}
fragment RegionParts on Region {
  id
  code
  level
  name
  nameCyrillic
}
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
fragment LargerRegion on Region {
  ...RegionParts
  organizations {
    totalCount
  }
  children(first: 100) {
    nodes {
      organizations {
        totalCount
      }
    }
  }
}`, {"documentId":"sha256:64c1d5252db458e0bde27b68548a55fef5c25dc686593770c1606c11cc2e1d29"}) as unknown as TypedDocumentString<RegionQuery, RegionQueryVariables>;