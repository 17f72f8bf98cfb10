import { Field, Int, ObjectType } from 'type-graphql';
import { DecimalScalar } from '../entities/decimal.scalar.js';
import { Money } from '../entities/money.type.js';
import { PartialDateScalar } from '../entities/partial-date.scalar.js';
import { Source } from '../entities/source.entity.js';
import { FieldsOf, ToOne } from '../src/graph/declare.js';
import type { Reader } from '../src/graph/reader.js';
import { Statement } from '../src/graph/statement.js';
import { figuresIn, type GrantFilterValues } from './grant-dimensions.js';
import { Measure } from './grant.filters.js';
import { columnOf, countedGrants, isOfTransactions, KIND_OF_MEASURE } from './grant-sums.js';
import { CurrencyCodeScalar } from '../entities/standards.scalar.js';
import { moneyOf } from './money.js';

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
}

@FieldsOf(() => AppliedRate)
export class AppliedRateResolver {
  @ToOne(() => Source, {
    key: 'sourceId',
    nullable: true,
    description: 'The source of the rate.',
  })
  source!: Source | null;
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

/** The month of a date, or its year if the month is unknown. */
const periodOf = (date: string) =>
  `CASE WHEN length(${date}) = 4 THEN ${date} ELSE left(${date}, 7) END`;

/** Units per US dollar: the average of a month, or of the twelve months of a year. */
const RATES = `SELECT currency, month AS period, per_usd, source_id FROM exchange_rate
  UNION ALL SELECT currency, left(month, 4), avg(per_usd), (array_agg(source_id ORDER BY month))[1]
  FROM exchange_rate GROUP BY currency, left(month, 4) HAVING count(*) = 12`;

/**
 * An amount has the date of its transaction or, without transactions, of the award. Rates are in US dollars, so
 * each conversion goes through dollars.
 */
function amountsByPeriod(measure: Measure, where: string): string[] {
  const column = `t.${columnOf(measure)}`;
  const stated = (more: string) =>
    `SELECT '${measure}' AS measure, t.currency, ${periodOf('t.awarded_on')} AS period, count(*)::int AS amounts, sum(${column}) AS sum
     FROM "grant" t WHERE ${column} IS NOT NULL AND ${where}${more} GROUP BY 2, 3`;
  if (!isOfTransactions(measure)) return [stated('')];
  const kind = KIND_OF_MEASURE[measure];
  const ofKind = `x.kind = '${kind}'`;
  return [
    `SELECT '${measure}' AS measure, x.currency, ${periodOf('x.value_date')} AS period, count(*)::int AS amounts, sum(x.value) AS sum
     FROM grant_transaction x JOIN "grant" t ON t.id = x.grant_id WHERE ${ofKind} AND ${where} GROUP BY 2, 3`,
    // Only the disbursed amount can be stated without transactions.
    ...(measure === 'DISBURSED'
      ? [
          stated(
            ` AND NOT EXISTS (SELECT 1 FROM grant_transaction x WHERE x.grant_id = t.id AND ${ofKind})`,
          ),
        ]
      : []),
  ];
}

/** Amounts by measure, currency and period, each with its rate into the currency $6. */
const PRICED = `WITH rate AS (${RATES}), priced AS (
    SELECT a.*, coalesce(f.source_id, g.source_id) AS source_id,
      CASE WHEN a.currency = $6::text THEN 1
        ELSE (CASE WHEN $6::text = 'USD' THEN 1 ELSE g.per_usd END) / (CASE WHEN a.currency = 'USD' THEN 1 ELSE f.per_usd END)
      END AS rate
    FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::numeric[]) AS a(measure, currency, period, amounts, sum)
      LEFT JOIN rate f ON f.currency = a.currency AND f.period = a.period
      LEFT JOIN rate g ON g.currency = $6::text AND g.period = a.period
  )
  SELECT measure, currency, period, amounts, trim_scale(sum) AS sum, round(rate, 10) AS rate, source_id AS "sourceId",
    coalesce(round(sum(sum * rate) OVER (PARTITION BY measure), 2), 0) AS total,
    trim_scale(sum(sum) FILTER (WHERE rate IS NULL) OVER (PARTITION BY measure, currency)) AS lost
  FROM priced ORDER BY measure, period NULLS LAST, currency`;

interface PeriodRow {
  readonly measure: Measure;
  readonly currency: string;
  readonly period: string | null;
  readonly amounts: number;
  readonly sum: string;
  readonly rate: string | null;
  readonly sourceId: string | null;
  readonly total: string;
  readonly lost: string;
}

export async function convertedAmounts(
  reader: Reader,
  filter: GrantFilterValues | null,
  target: string,
  measures: readonly Measure[],
): Promise<readonly ConvertedAmounts[]> {
  if (measures.length === 0) return [];
  const statement = new Statement();
  const { leftOut, where } = countedGrants(filter, statement);
  const amounts = await reader.figures(
    `WITH ${leftOut}
     SELECT measure, currency, period, sum(amounts)::int AS amounts, trim_scale(sum(sum)) AS sum
     FROM (${measures.flatMap((measure) => amountsByPeriod(measure, where)).join(' UNION ALL ')}) AS parts
     GROUP BY 1, 2, 3`,
    statement.values,
    figuresIn(filter),
  );
  const rows = (await reader.figures(PRICED, [
    ...['measure', 'currency', 'period', 'amounts', 'sum'].map((column) =>
      amounts.map((row) => row[column]),
    ),
    target,
  ])) as unknown as readonly PeriodRow[];
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
  rows: readonly PeriodRow[],
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
      .map(({ rate, period, amounts, ...row }) => ({
        ...row,
        amountCount: amounts,
        rate: rate ?? '',
        period: period ?? '',
      })),
  };
}
