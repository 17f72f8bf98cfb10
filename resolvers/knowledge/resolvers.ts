import { SourceQueries, SourceResolver } from './source.resolver.js';
import { ClaimQueries, ClaimResolver } from './claim.resolver.js';
import {
  OrganizationBestClaimsResolver,
  InitiativeBestClaimsResolver,
} from './best-claims.resolver.js';
import {
  CoverageQuery,
  CoverageResolver,
  FactCoverageResolver,
  OrganizationCoverageResolver,
} from './coverage.resolver.js';
import { PersonQueries, PersonResolver } from './person.resolver.js';
import { SeatQueries } from './seat.resolver.js';
import { AnnouncementQueries, AnnouncementResolver } from './announcement.resolver.js';
import { EventQueries, EventResolver } from './event.resolver.js';
import { AdvocacyCaseQueries, AdvocacyCaseResolver } from './advocacy-case.resolver.js';
import { CooperationOfferQueries, CooperationOfferResolver } from './cooperation-offer.resolver.js';
import { OrganizationKnowledgeResolver } from './organization.resolver.js';
import { InitiativeKnowledgeResolver } from './initiative.resolver.js';
import { SectorKnowledgeResolver } from './sector.resolver.js';
import { RegionKnowledgeResolver } from './region.resolver.js';

/** The resolver classes of this domain. */
export const KNOWLEDGE_RESOLVERS = [
  SourceQueries,
  SourceResolver,
  ClaimQueries,
  ClaimResolver,
  OrganizationBestClaimsResolver,
  InitiativeBestClaimsResolver,
  CoverageQuery,
  CoverageResolver,
  FactCoverageResolver,
  OrganizationCoverageResolver,
  PersonQueries,
  PersonResolver,
  SeatQueries,
  AnnouncementQueries,
  AnnouncementResolver,
  EventQueries,
  EventResolver,
  AdvocacyCaseQueries,
  AdvocacyCaseResolver,
  CooperationOfferQueries,
  CooperationOfferResolver,
  OrganizationKnowledgeResolver,
  InitiativeKnowledgeResolver,
  SectorKnowledgeResolver,
  RegionKnowledgeResolver,
];
