import { Resolver } from 'type-graphql';
import { GrantLocation } from '../../entities/funding/grant-purpose.entity.js';
import { Grant } from '../../entities/funding/grant.entity.js';
import type { Money } from '../../entities/shared/money.type.js';
import {
  ConnectionField,
  ConnectionQuery,
  type Declared,
  ListField,
} from '../../src/fields/decorators.js';
import { relation } from '../../src/fields/relation.js';
import { OrganizationFilter, SectorFilter } from '../shared/filters.js';
import { LookupById } from '../shared/lookup-queries.js';
import { MoneyField } from '../shared/money.js';
import { OrganizationOrder, SectorOrder } from '../shared/orders.js';
import {
  IntermediaryConnection,
  BudgetConnection,
  GrantConnection,
  TransactionConnection,
} from './connections.js';
import { GrantSectorConnection, RecipientConnection } from './edges.types.js';
import { BudgetFilter, TransactionFilter } from './filters.js';
import { GrantFilter } from './grant.filter.js';
import { BudgetOrder, GrantOrder, RecipientOrder, TransactionOrder } from './orders.js';

@Resolver()
export class GrantQueries {
  @LookupById(Grant, 'Grant', 'a grant by its id')
  grant!: Declared;

  @ConnectionQuery(GrantConnection, {
    filter: GrantFilter,
    orders: GrantOrder,
    description: 'Lists all grants.',
  })
  grants!: Declared;
}

@Resolver(() => Grant)
export class GrantResolver {
  @MoneyField(Grant, 'appliedFor', { nullable: true, description: 'The amount applied for.' })
  appliedFor!: Money | null;

  @MoneyField(Grant, 'awarded', {
    nullable: true,
    description: 'The amount that the funder promised.',
  })
  awarded!: Money | null;

  @MoneyField(Grant, 'committed', {
    nullable: true,
    description:
      'The amount firmly committed: the sum of its transactions of that kind. Null if unknown.',
  })
  committed!: Money | null;

  @MoneyField(Grant, 'disbursed', {
    nullable: true,
    description:
      'The amount paid out to others: the sum of its transactions of that kind or, if none are published, the sum that its funder states. Null if unknown.',
  })
  disbursed!: Money | null;

  @MoneyField(Grant, 'spent', {
    nullable: true,
    description:
      'The amount spent on goods and services: the sum of its transactions of that kind. Null if unknown.',
  })
  spent!: Money | null;

  @ConnectionField(GrantConnection, {
    filter: GrantFilter,
    orders: GrantOrder,
    link: relation(Grant, 'passedOn'),
    description: 'The grants that pass on the money of this grant.',
  })
  passedOn!: Declared;

  @ConnectionField(RecipientConnection, {
    link: relation(Grant, 'recipients'),
    orders: RecipientOrder,
    description: 'The organizations that receive the money.',
  })
  recipients!: Declared;

  @ConnectionField(IntermediaryConnection, {
    link: relation(Grant, 'intermediaries'),
    filter: OrganizationFilter,
    orders: OrganizationOrder,
    description: 'The organizations that the money passes through.',
  })
  intermediaries!: Declared;

  @ConnectionField(GrantSectorConnection, {
    link: relation(Grant, 'sectors'),
    filter: SectorFilter,
    orders: SectorOrder,
    description: 'What the money is for.',
  })
  sectors!: Declared;

  @ListField(() => GrantLocation, {
    link: relation(Grant, 'locations'),
    order: (location) => location.rank,
    limit: 100,
    description: 'The places that the grant is for.',
  })
  locations!: GrantLocation[];

  @ConnectionField(TransactionConnection, {
    link: relation(Grant, 'transactions'),
    filter: TransactionFilter,
    orders: TransactionOrder,
    description: 'The payments and commitments made under the grant.',
  })
  transactions!: Declared;

  @ConnectionField(BudgetConnection, {
    link: relation(Grant, 'budgets'),
    filter: BudgetFilter,
    orders: BudgetOrder,
    description:
      'The planned spending by period. Revised budgets replace original ones of the same time.',
  })
  budgets!: Declared;
}
