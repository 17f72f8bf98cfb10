import { Resolver } from 'type-graphql';
import { Claim } from '../../entities/knowledge/claim.entity.js';
import { Money } from '../../entities/shared/money.type.js';
import { ConnectionQuery, type Declared, EmbeddedField } from '../../src/fields/decorators.js';
import { LookupById } from '../shared/lookup-queries.js';
import { ClaimConnection } from './connections.js';
import { ClaimFilter } from './filters.js';
import { ClaimOrder } from './orders.js';

@Resolver()
export class ClaimQueries {
  @LookupById(Claim, 'Claim', 'a claim by its id')
  claim!: Declared;

  @ConnectionQuery(ClaimConnection, {
    asOf: true,
    filter: ClaimFilter,
    orders: ClaimOrder,
    description: 'Lists all claims.',
  })
  claims!: Declared;
}

@Resolver(() => Claim)
export class ClaimResolver {
  @EmbeddedField(Claim, () => Money, {
    columns: { currency: 'currency', amount: 'number' },
    nullable: true,
    description: 'The number as an amount of money. Null if the indicator is not an amount.',
  })
  amount!: Money | null;
}
