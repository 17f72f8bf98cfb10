import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Unique } from 'typeorm';
import { DecimalScalar } from '../shared/decimal.scalar.js';
import { Node } from '../shared/node.interface.js';
import { PartialDateScalar } from '../shared/partial-date.scalar.js';
import { Sourced } from '../shared/sourced.entity.js';
import { CurrencyCodeScalar } from '../shared/standards.scalar.js';

@ObjectType({
  implements: [Node, Sourced],
  description: 'The average value of one US dollar in a currency over a month.',
})
@Entity('exchange_rate')
@Unique('exchange_rate_is_one_a_month', ['currency', 'month'])
@Check('exchange_rate_currency_is_iso_4217', `"currency" ~ '^[A-Z]{3}$'`)
@Check('exchange_rate_month_is_month', 'is_partial_date("month") AND length("month") = 7')
@Check('exchange_rate_is_positive', '"per_usd" > 0')
export class ExchangeRate extends Sourced<'ExchangeRate'> {
  @Field(() => CurrencyCodeScalar, { description: 'The currency (ISO 4217), such as `RSD`.' })
  @Column({ type: 'text', collation: 'C' })
  currency!: string;

  @Field(() => PartialDateScalar, {
    description: 'The month that the average covers, such as `2015-12`.',
  })
  @Column({ type: 'text', collation: 'C' })
  month!: string;

  @Field(() => DecimalScalar, {
    description: 'Units of the currency per US dollar, as an exact decimal string.',
  })
  @Column('numeric')
  perUsd!: string;
}
