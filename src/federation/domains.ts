import { FUNDING_RESOLVERS } from '../../resolvers/funding/resolvers.js';
import { KNOWLEDGE_RESOLVERS } from '../../resolvers/knowledge/resolvers.js';
import { NETWORK_RESOLVERS } from '../../resolvers/network/resolvers.js';
import { NodeResolver } from '../../resolvers/node.resolver.js';
import { SearchResolver } from '../../resolvers/search.resolver.js';
import type { IdKind } from '../domain/ids.js';
import type { ClassOf } from '../fields/row.js';
import type { Domain } from './domain-names.js';

/** The resolver classes of each domain. Those that find objects of every kind belong to the network. */
export const RESOLVERS: Readonly<Record<Domain, readonly ClassOf[]>> = {
  network: [NodeResolver, SearchResolver, ...NETWORK_RESOLVERS],
  funding: FUNDING_RESOLVERS,
  knowledge: KNOWLEDGE_RESOLVERS,
};

/** The domain that each kind of object belongs to: the folder of its entity. */
export const DOMAIN_OF: Readonly<Record<IdKind, Domain>> = {
  Organization: 'network',
  Sector: 'network',
  Region: 'network',
  Membership: 'network',
  Partnership: 'network',
  Initiative: 'network',
  InitiativeParticipation: 'network',
  ExcellenceLabel: 'network',
  GrantProgramme: 'funding',
  Grant: 'funding',
  Transaction: 'funding',
  Budget: 'funding',
  ExchangeRate: 'funding',
  Person: 'knowledge',
  Seat: 'knowledge',
  Event: 'knowledge',
  AdvocacyCase: 'knowledge',
  Announcement: 'knowledge',
  Quote: 'knowledge',
  CooperationOffer: 'knowledge',
  Claim: 'knowledge',
  Source: 'knowledge',
};
