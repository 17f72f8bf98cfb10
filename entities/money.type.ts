import { Field, ObjectType } from 'type-graphql';
import { DecimalScalar } from './decimal.scalar.js';
import { CurrencyCodeScalar } from './standards.scalar.js';

@ObjectType({
  description: 'An amount of money with its currency. A negative one is a correction.',
})
export class Money {
  @Field(() => DecimalScalar, { description: 'How much, as an exact decimal text.' })
  amount!: string;

  @Field(() => CurrencyCodeScalar, { description: 'Of which currency.' })
  currency!: string;
}
