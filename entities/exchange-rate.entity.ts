import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Unique } from 'typeorm';
import { DecimalScalar } from './decimal.scalar.js';
import { Node } from './node.interface.js';
import { PartialDateScalar } from './partial-date.scalar.js';
import { Sourced } from './sourced.entity.js';
import { CurrencyCodeScalar } from './standards.scalar.js';

@ObjectType({
  implements: [Node, Sourced],
  description: 'What a US dollar was worth in a currency, on average over a month.',
})
@Entity('exchange_rate')
@Unique('exchange_rate_is_one_a_month', ['currency', 'month'])
@Check('exchange_rate_currency_is_iso_4217', `"currency" ~ '^[A-Z]{3}$'`)
@Check('exchange_rate_month_is_month', 'is_partial_date("month") AND length("month") = 7')
@Check('exchange_rate_is_positive', '"per_usd" > 0')
export class ExchangeRate extends Sourced {
  @Field(() => CurrencyCodeScalar, { description: 'The currency: ISO 4217, such as `RSD`.' })
  @Column({ type: 'text', collation: 'C' })
  currency!: string;

  @Field(() => PartialDateScalar, { description: 'The month, such as `2015-12`.' })
  @Column({ type: 'text', collation: 'C' })
  month!: string;

  @Field(() => DecimalScalar, {
    description: 'Units of the currency for one US dollar, as an exact decimal text.',
  })
  @Column('numeric')
  perUsd!: string;
}
