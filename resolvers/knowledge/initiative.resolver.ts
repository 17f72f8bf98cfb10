import { Resolver } from 'type-graphql';
import { Claim } from '../../entities/knowledge/claim.entity.js';
import { Initiative } from '../../entities/network/initiative.entity.js';
import { ConnectionField, type Declared } from '../../src/fields/decorators.js';
import { relation } from '../../src/fields/relation.js';
import { ClaimConnection } from './connections.js';
import { ClaimFilter } from './filters.js';
import { ClaimOrder } from './orders.js';

@Resolver(() => Initiative)
export class InitiativeKnowledgeResolver {
  @ConnectionField(ClaimConnection, {
    link: relation(Claim, 'initiative'),
    asOf: true,
    filter: ClaimFilter,
    orders: ClaimOrder,
    description: 'All figures and dates that sources state about it, including conflicting ones.',
  })
  claims!: Declared;
}
