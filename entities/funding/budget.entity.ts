import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { enumType, OneOf } from '../shared/enum-type.js';
import { Node } from '../shared/node.interface.js';
import { PartialDateScalar } from '../shared/partial-date.scalar.js';
import { Sourced } from '../shared/sourced.entity.js';
import { Grant } from './grant.entity.js';
import type { GrantId } from '../../src/domain/ids.js';

export const BudgetKind = enumType(
  'BudgetKind',
  'Whether a budget is the first one of its period (IATI BudgetType, with its code).',
  {
    ORIGINAL: 'The budget as first planned (1).',
    REVISED: 'A later plan, which replaces original budgets of the same time (2).',
  },
);
export type BudgetKind = keyof typeof BudgetKind;

export const BudgetStatus = enumType(
  'BudgetStatus',
  'How binding a budget is (IATI BudgetStatus, with its code).',
  {
    INDICATIVE: 'A plan that is not binding (1).',
    COMMITTED: 'A binding agreement to spend the amount (2).',
  },
);
export type BudgetStatus = keyof typeof BudgetStatus;

/** A composite foreign key includes the currency of the grant, as for transactions. */
@ObjectType({
  implements: [Node, Sourced],
  description:
    'Planned spending of a grant in a period. It is not in the sums of the grant and in no total, because a plan is neither promised nor paid.',
})
@Entity('grant_budget')
@OneOf('grant_budget_kind_is_known', 'kind', BudgetKind)
@OneOf('grant_budget_status_is_known', 'status', BudgetStatus)
@Check('grant_budget_starts_on_is_partial_date', 'is_partial_date("starts_on")')
@Check('grant_budget_ends_on_is_partial_date', 'is_partial_date("ends_on")')
@Check('grant_budget_value_date_is_partial_date', 'is_partial_date("value_date")')
@Index('grant_budget_grant', ['grantId', 'startsOn', 'id'])
export class Budget extends Sourced<'Budget'> {
  @Column('uuid')
  grantId!: GrantId;

  @Field(() => Grant, { description: 'The grant whose spending is planned.' })
  @ManyToOne(() => Grant, { onDelete: 'CASCADE' })
  @JoinColumn([
    { name: 'grant_id', referencedColumnName: 'id' },
    { name: 'currency', referencedColumnName: 'currency' },
  ])
  grant!: Grant;

  @Field(() => BudgetKind, { description: 'Whether it is an original or a revised budget.' })
  @Column({ type: 'text', collation: 'C' })
  kind!: BudgetKind;

  @Field(() => BudgetStatus, { description: 'Whether it is indicative or committed.' })
  @Column({ type: 'text', collation: 'C' })
  status!: BudgetStatus;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The first day of the period. Null if the source does not state it.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  startsOn!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The last day of the period. Null if the source does not state it.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  endsOn!: string | null;

  @Column('numeric')
  value!: string;

  @Column({ type: 'text', collation: 'C' })
  currency!: string;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The day for which the amount is valued. Null if the source does not state it.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  valueDate!: string | null;
}
