import {
  ORGANIZATION_QUERIES,
  DonorResolver,
  InstitutionResolver,
  PartnerResolver,
  ClusterResolver,
} from './organization-kinds.resolver.js';
import { IdentifierResolver } from './identifier.resolver.js';
import { OrganizationResolver } from './organization.resolver.js';
import { SectorQueries, SectorResolver } from './sector.resolver.js';
import { RegionQueries, RegionResolver } from './region.resolver.js';
import { MembershipQueries } from './membership.resolver.js';
import { PartnershipQueries, PartnershipResolver } from './partnership.resolver.js';
import { InitiativeQueries, InitiativeResolver } from './initiative.resolver.js';
import { InitiativeParticipationQueries } from './initiative-participation.resolver.js';
import { NetworkQuery, NetworkResolver, NetworkCommunityResolver } from './network.resolver.js';
import { NetworkQuestionsResolver } from './network-questions.resolver.js';
import {
  NetworkNeighbourhoodResolver,
  NetworkRelationResolver,
  NetworkPathResolver,
  NetworkSuggestionResolver,
  NetworkChangesResolver,
} from './network-answers.resolver.js';
import { NetworkLinkResolver, NetworkTieResolver } from './network-links.resolver.js';
import { TotalsResolver, TotalsQuery } from './totals.resolver.js';

/** The resolver classes of this domain. */
export const NETWORK_RESOLVERS = [
  ...ORGANIZATION_QUERIES,
  DonorResolver,
  InstitutionResolver,
  PartnerResolver,
  ClusterResolver,
  OrganizationResolver,
  IdentifierResolver,
  SectorQueries,
  SectorResolver,
  RegionQueries,
  RegionResolver,
  MembershipQueries,
  PartnershipQueries,
  PartnershipResolver,
  InitiativeQueries,
  InitiativeResolver,
  InitiativeParticipationQueries,
  NetworkQuery,
  NetworkResolver,
  NetworkCommunityResolver,
  NetworkQuestionsResolver,
  NetworkNeighbourhoodResolver,
  NetworkRelationResolver,
  NetworkPathResolver,
  NetworkSuggestionResolver,
  NetworkChangesResolver,
  NetworkLinkResolver,
  NetworkTieResolver,
  TotalsResolver,
  TotalsQuery,
];
