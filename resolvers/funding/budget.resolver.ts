import { Resolver } from 'type-graphql';
import { Budget } from '../../entities/funding/budget.entity.js';
import type { Money } from '../../entities/shared/money.type.js';
import { ConnectionQuery, type Declared } from '../../src/fields/decorators.js';
import { LookupById } from '../shared/lookup-queries.js';
import { MoneyField } from '../shared/money.js';
import { BudgetConnection } from './connections.js';
import { BudgetFilter } from './filters.js';
import { BudgetOrder } from './orders.js';

@Resolver()
export class BudgetQueries {
  @LookupById(Budget, 'Budget', 'a budget by its id')
  budget!: Declared;

  @ConnectionQuery(BudgetConnection, {
    filter: BudgetFilter,
    orders: BudgetOrder,
    description: 'Lists all budgets of grants.',
  })
  budgets!: Declared;
}

@Resolver(() => Budget)
export class BudgetResolver {
  @MoneyField(Budget, 'value', { description: 'The amount, in the currency of the grant.' })
  value!: Money;
}
