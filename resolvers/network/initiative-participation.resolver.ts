import { Resolver } from 'type-graphql';
import { InitiativeParticipation } from '../../entities/network/initiative.entity.js';
import { ConnectionQuery, type Declared } from '../../src/fields/decorators.js';
import { LookupById } from '../shared/lookup-queries.js';
import { InitiativeParticipationConnection } from './connections.js';
import { ParticipationFilter } from './filters.js';
import { ParticipationOrder } from './orders.js';

@Resolver()
export class InitiativeParticipationQueries {
  @LookupById(
    InitiativeParticipation,
    'InitiativeParticipation',
    'a participation in an initiative by its id',
  )
  initiativeParticipation!: Declared;

  @ConnectionQuery(InitiativeParticipationConnection, {
    asOf: true,
    filter: ParticipationFilter,
    orders: ParticipationOrder,
    description: 'Lists all participations in initiatives.',
  })
  initiativeParticipations!: Declared;
}
