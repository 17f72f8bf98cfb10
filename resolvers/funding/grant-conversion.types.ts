import { Field, Int, ObjectType } from 'type-graphql';
import { DecimalScalar } from '../../entities/shared/decimal.scalar.js';
import { Money } from '../../entities/shared/money.type.js';
import { PartialDateScalar } from '../../entities/shared/partial-date.scalar.js';
import { Source } from '../../entities/knowledge/source.entity.js';
import { CurrencyCodeScalar } from '../../entities/shared/standards.scalar.js';
import type { GrantSet } from '../../src/aggregates/counted-grants.js';
import {
  amountsByPeriod,
  pricedAmounts,
  type PricedAmounts,
} from '../../src/aggregates/grant-conversion.js';
import { Measure } from '../../src/aggregates/measures.js';
import { ReferenceField } from '../../src/fields/decorators.js';
import type { Loaders } from '../../src/loaders/loaders.js';
import { moneyOf } from '../shared/money.js';
import type { Row } from '../../src/fields/row.js';

@ObjectType({ description: 'An exchange rate that was used to convert amounts.' })
export class AppliedRate {
  @Field(() => CurrencyCodeScalar, { description: 'The currency that was converted (ISO 4217).' })
  currency!: string;

  @Field(() => PartialDateScalar, {
    description:
      'The month whose average rate was used, or the year if the date of an amount is known only to the year.',
  })
  period!: string;

  @Field(() => DecimalScalar, {
    description:
      'Units of the target currency per unit of the converted currency, to ten decimals.',
  })
  rate!: string;

  @Field(() => Int, { description: 'The number of amounts converted at this rate.' })
  amountCount!: number;

  sourceId!: string | null;

  @ReferenceField(() => Source, {
    key: 'sourceId',
    nullable: true,
    description: 'The source of the rate.',
  })
  source?: Source | null;
}

@ObjectType({
  description: 'Amounts that had no exchange rate. They are not included in any converted sum.',
})
export class Unconverted {
  @Field(() => CurrencyCodeScalar, { description: 'The currency of the amounts (ISO 4217).' })
  currency!: string;

  @Field(() => Int, { description: 'The number of amounts.' })
  amountCount!: number;

  @Field(() => Money, { description: 'The sum of the amounts, in that currency.' })
  sum!: Money;
}

@ObjectType({ description: 'Amounts of one kind, converted into one currency.' })
export class ConvertedAmounts {
  @Field(() => Measure, { description: 'The kind of amount, such as awarded or disbursed.' })
  measure!: Measure;

  @Field(() => CurrencyCodeScalar, {
    description: 'The target currency of the conversion (ISO 4217).',
  })
  currency!: string;

  @Field(() => Money, {
    description:
      'The sum of the amounts, each converted at the rate for its own period; rounded to two decimals at the end. Excludes the amounts in `unconverted`.',
  })
  sum!: Money;

  @Field(() => Int, {
    description:
      'The number of amounts in the sum, including those already in the target currency.',
  })
  amountCount!: number;

  @Field(() => [Unconverted], {
    description: 'The amounts that could not be converted, by currency.',
  })
  unconverted!: readonly Unconverted[];

  @Field(() => [AppliedRate], {
    description: 'The rates that were applied, in chronological order.',
  })
  rates!: readonly AppliedRate[];
}

export async function convertedAmounts(
  loaders: Loaders,
  set: GrantSet,
  target: string,
  measures: readonly Measure[],
): Promise<readonly ConvertedAmounts[]> {
  if (measures.length === 0) return [];
  const amounts = await loaders.aggregate(amountsByPeriod(measures, set));
  const rows = (await loaders.aggregate(pricedAmounts(amounts, target))) as readonly (Row &
    PricedAmounts)[];
  return measures.flatMap((measure) => {
    const own = rows.filter((row) => row.measure === measure);
    const [first] = own;
    return first === undefined ? [] : [converted(measure, target, first.total, own)];
  });
}

function converted(
  measure: Measure,
  currency: string,
  sum: string,
  rows: readonly PricedAmounts[],
): ConvertedAmounts {
  const unconverted = new Map<string, Unconverted>();
  for (const row of rows.filter(({ rate }) => rate === null)) {
    const before = unconverted.get(row.currency)?.amountCount ?? 0;
    unconverted.set(row.currency, {
      currency: row.currency,
      amountCount: before + row.amounts,
      sum: moneyOf(row.lost, row.currency),
    });
  }
  const inSum = rows.filter(({ rate }) => rate !== null);
  return {
    measure,
    currency,
    sum: moneyOf(sum, currency),
    amountCount: inSum.reduce((total, { amounts }) => total + amounts, 0),
    unconverted: [...unconverted.values()],
    rates: inSum
      .filter((row) => row.currency !== currency)
      .flatMap(({ currency: from, rate, period, amounts, sourceId }) =>
        rate === null || period === null
          ? []
          : [{ currency: from, sourceId, amountCount: amounts, rate, period }],
      ),
  };
}
