import { Resolver } from 'type-graphql';
import { Seat } from '../../entities/knowledge/seat.entity.js';
import { ConnectionQuery, type Declared } from '../../src/fields/decorators.js';
import { LookupById } from '../shared/lookup-queries.js';
import { SeatConnection } from './connections.js';
import { SeatFilter } from './filters.js';
import { SeatOrder } from './orders.js';

@Resolver()
export class SeatQueries {
  @LookupById(Seat, 'Seat', 'a seat by its id')
  seat!: Declared;

  @ConnectionQuery(SeatConnection, {
    asOf: true,
    filter: SeatFilter,
    orders: SeatOrder,
    description: 'Lists all seats.',
  })
  seats!: Declared;
}
