import { GrantQueries, GrantResolver } from './grant.resolver.js';
import { GrantProgrammeQueries, GrantProgrammeResolver } from './grant-programme.resolver.js';
import { TransactionQueries, TransactionResolver } from './transaction.resolver.js';
import { BudgetQueries, BudgetResolver } from './budget.resolver.js';
import { ExchangeRateQueries } from './exchange-rate.resolver.js';
import {
  FacetValueResolver,
  GrantFacetsResolver,
  FacetResolver,
  GrantFacetsQuery,
} from './grant-facets.resolver.js';
import {
  GrantGroupResolver,
  GrantTotalsResolver,
  GrantTotalsQuery,
} from './grant-totals.resolver.js';
import { FlowNodeResolver, GrantFlowsQuery } from './grant-flows.resolver.js';
import { UnfundedNeedResolver, UnfundedNeedsQuery } from './unfunded-needs.resolver.js';
import { RecipientEdgeResolver, ReceivedGrantEdgeResolver } from './edges.types.js';
import { OrganizationFundingResolver } from './organization.resolver.js';
import { InitiativeFundingResolver } from './initiative.resolver.js';
import { SectorFundingResolver } from './sector.resolver.js';
import { RegionFundingResolver } from './region.resolver.js';
import { SourceFundingResolver } from './source.resolver.js';

/** The resolver classes of this domain. */
export const FUNDING_RESOLVERS = [
  GrantQueries,
  GrantResolver,
  GrantProgrammeQueries,
  GrantProgrammeResolver,
  TransactionQueries,
  TransactionResolver,
  BudgetQueries,
  BudgetResolver,
  ExchangeRateQueries,
  FacetValueResolver,
  GrantFacetsResolver,
  FacetResolver,
  GrantFacetsQuery,
  GrantGroupResolver,
  GrantTotalsResolver,
  GrantTotalsQuery,
  FlowNodeResolver,
  GrantFlowsQuery,
  UnfundedNeedResolver,
  UnfundedNeedsQuery,
  RecipientEdgeResolver,
  ReceivedGrantEdgeResolver,
  OrganizationFundingResolver,
  InitiativeFundingResolver,
  SectorFundingResolver,
  RegionFundingResolver,
  SourceFundingResolver,
];
