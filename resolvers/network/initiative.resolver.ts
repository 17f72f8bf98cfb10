import { Resolver } from 'type-graphql';
import { Initiative } from '../../entities/network/initiative.entity.js';
import { ConnectionField, ConnectionQuery, type Declared } from '../../src/fields/decorators.js';
import { relation } from '../../src/fields/relation.js';
import { SectorConnection } from '../shared/connections.js';
import { SectorFilter } from '../shared/filters.js';
import { LookupByIdOrSlug } from '../shared/lookup-queries.js';
import { SectorOrder } from '../shared/orders.js';
import { InitiativeConnection, RegionConnection } from './connections.js';
import { ParticipantConnection } from './edges.types.js';
import { InitiativeFilter, ParticipationFilter, RegionFilter } from './filters.js';
import { InitiativeOrder, ParticipantOrder, RegionOrder } from './orders.js';

@Resolver()
export class InitiativeQueries {
  @LookupByIdOrSlug(Initiative, 'Initiative', 'an initiative by one of its keys')
  initiative!: Declared;

  @ConnectionQuery(InitiativeConnection, {
    filter: InitiativeFilter,
    orders: InitiativeOrder,
    description: 'Lists all initiatives.',
  })
  initiatives!: Declared;
}

@Resolver(() => Initiative)
export class InitiativeResolver {
  @ConnectionField(ParticipantConnection, {
    link: relation(Initiative, 'participants'),
    asOf: true,
    filter: ParticipationFilter,
    orders: ParticipantOrder,
    description: 'The participating organization or organizations.',
  })
  participants!: Declared;

  @ConnectionField(SectorConnection, {
    link: relation(Initiative, 'sectors'),
    filter: SectorFilter,
    orders: SectorOrder,
    description: 'The sectors that the initiative is in.',
  })
  sectors!: Declared;

  @ConnectionField(RegionConnection, {
    link: relation(Initiative, 'regions'),
    filter: RegionFilter,
    orders: RegionOrder,
    description: 'The regions that the initiative is in.',
  })
  regions!: Declared;
}
