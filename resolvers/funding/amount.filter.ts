import { Field, InputType } from 'type-graphql';
import type { Grant } from '../../entities/funding/grant.entity.js';
import { DecimalScalar } from '../../entities/shared/decimal.scalar.js';
import { AMOUNT, Measure, MEASURES } from '../../src/aggregates/measures.js';
import type { Columns } from '../../src/fields/columns.js';
import type { Check, Condition } from '../../src/fields/filter.js';
import { join, literal, raw, sql, type Sql } from '../../src/fields/sql.js';
import { CURRENCY_CODES } from './filter-criteria.js';

@InputType({
  description:
    'Compares an amount of a grant. Amounts in other currencies and amounts that are not stated never match a bound.',
})
export class AmountFilter {
  @Field(() => Measure, {
    defaultValue: 'AWARDED',
    description: 'The kind of amount to compare (default `AWARDED`).',
  })
  measure!: Measure;

  @Field(() => String, {
    nullable: true,
    description:
      'The currency (ISO 4217), such as `EUR`. Required with a bound (`gt`, `gte`, `lt` or `lte`).',
  })
  currency?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Greater than this amount.' })
  gt?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Minimum (inclusive).' })
  gte?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Less than this value.' })
  lt?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Maximum (inclusive).' })
  lte?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'If true, matches only grants that do not state this amount. If false, matches only grants that state it.',
  })
  isNull?: boolean | null;
}

const BOUNDS = ['gt', 'gte', 'lt', 'lte'] as const;

/** Bounds need a currency, and a currency needs a bound or `isNull`. */
export const checkAmount: Check = (comparisons) => {
  const { currency, isNull, ...given } = comparisons as AmountFilter;
  const hasBound = BOUNDS.some((bound) => given[bound] != null);
  if (hasBound && currency == null) {
    return {
      place: ['currency'],
      text: 'is required with a bound. Set the currency in which amounts are compared, such as EUR.',
    };
  }
  if (!hasBound && isNull == null) {
    return {
      place: [],
      text: `needs a bound (${BOUNDS.join(', ')}) or 'isNull'. Use the filter 'currency' for all amounts in a currency.`,
    };
  }
  return currency == null ? null : CURRENCY_CODES({ currency });
};

/** The amount of a measure, compared to eight decimals; no currency has more than four. */
export function amountOf(grant: Columns<Grant>, measure: Sql): Sql {
  const cases = MEASURES.map((each) => sql`WHEN ${literal(each)} THEN ${grant[AMOUNT[each]]}`);
  return sql`round(CASE ${measure}::text ${join(cases, ' ')} END, 8)`;
}

export const amountBound = (operator: string): Condition<Grant>[string] => {
  const sign = raw(operator);
  return (grant, bound, valueOf) =>
    sql`${amountOf(grant, valueOf('measure'))} ${sign} ${bound}::decimal(38, 8)`;
};
