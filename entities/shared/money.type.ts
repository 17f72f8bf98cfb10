import { Field, ObjectType } from 'type-graphql';
import { DecimalScalar } from './decimal.scalar.js';
import { CurrencyCodeScalar } from './standards.scalar.js';

@ObjectType({
  description: 'An amount of money with its currency. Negative amounts are corrections.',
})
export class Money {
  @Field(() => DecimalScalar, { description: 'The amount as an exact decimal string.' })
  amount!: string;

  @Field(() => CurrencyCodeScalar, { description: 'The currency.' })
  currency!: string;
}
