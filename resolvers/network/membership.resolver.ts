import { Resolver } from 'type-graphql';
import { Membership } from '../../entities/network/membership.entity.js';
import { ConnectionQuery, type Declared } from '../../src/fields/decorators.js';
import { LookupById } from '../shared/lookup-queries.js';
import { MembershipConnection } from './connections.js';
import { MembershipFilter } from './filters.js';
import { MembershipOrder } from './orders.js';

@Resolver()
export class MembershipQueries {
  @LookupById(Membership, 'Membership', 'a membership by its id')
  membership!: Declared;

  @ConnectionQuery(MembershipConnection, {
    asOf: true,
    filter: MembershipFilter,
    orders: MembershipOrder,
    description: 'Lists all memberships.',
  })
  memberships!: Declared;
}
