import { Resolver } from 'type-graphql';
import { Transaction } from '../../entities/funding/transaction.entity.js';
import type { Money } from '../../entities/shared/money.type.js';
import { ConnectionQuery, type Declared } from '../../src/fields/decorators.js';
import { LookupById } from '../shared/lookup-queries.js';
import { MoneyField } from '../shared/money.js';
import { TransactionConnection } from './connections.js';
import { TransactionFilter } from './filters.js';
import { TransactionOrder } from './orders.js';

@Resolver()
export class TransactionQueries {
  @LookupById(Transaction, 'Transaction', 'a transaction by its id')
  transaction!: Declared;

  @ConnectionQuery(TransactionConnection, {
    filter: TransactionFilter,
    orders: TransactionOrder,
    description: 'Lists all transactions.',
  })
  transactions!: Declared;
}

@Resolver(() => Transaction)
export class TransactionResolver {
  @MoneyField(Transaction, 'value', { description: 'The amount, in the currency of the grant.' })
  value!: Money;
}
