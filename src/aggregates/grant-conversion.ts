import { ExchangeRate } from '../../entities/funding/exchange-rate.entity.js';
import { Grant } from '../../entities/funding/grant.entity.js';
import { Transaction } from '../../entities/funding/transaction.entity.js';
import {
  commonTable,
  from,
  functionRows,
  rows,
  selectList,
  withTables,
  type Columns,
} from '../fields/columns.js';
import type { Row } from '../fields/row.js';
import { EMPTY, join, literal, sql, value, type Sql } from '../fields/sql.js';
import { countedGrants, type GrantSet } from './counted-grants.js';
import { exactSum } from './grant-amounts.js';
import { AMOUNT, isOfTransactions, KIND_OF_MEASURE, type Measure } from './measures.js';

/** The month of a date, or its year if the month is unknown. */
const periodOf = (date: Sql) =>
  sql`CASE WHEN length(${date}) = 4 THEN ${date} ELSE left(${date}, 7) END`;

/**
 * Sums of amounts of the counted grants by `measure`, `currency` and `period`, with their number as `amounts`. An
 * amount has the date of its transaction or, without transactions, of the award.
 */
export function amountsByPeriod(measures: readonly Measure[], set: GrantSet): Sql {
  const { tables, isCounted } = countedGrants(set);
  const parts = measures.flatMap((measure) => partsOf(measure, isCounted));
  return withTables(
    tables,
    sql`SELECT measure, currency, period, sum(amounts)::int AS amounts, ${exactSum(sql`sum`)} AS sum
      FROM (${join(parts, ' UNION ALL ')}) AS parts
      GROUP BY 1, 2, 3`,
  );
}

function partsOf(measure: Measure, isCounted: (grant: Columns<Grant>) => Sql): Sql[] {
  if (!isOfTransactions(measure)) return [stated(measure, isCounted, () => EMPTY)];
  const isOfKind = ({ kind }: Columns<Transaction>) =>
    sql`${kind} = ${literal(KIND_OF_MEASURE[measure])}`;
  const grant = rows(Grant);
  const transaction = rows(Transaction);
  const { currency, valueDate } = transaction;
  const paid = sql`SELECT ${literal(measure)} AS measure, ${currency} AS currency, ${periodOf(valueDate)} AS period,
      count(*)::int AS amounts, sum(${transaction.value}) AS sum
    FROM ${from(transaction)} JOIN ${from(grant)} ON ${grant.id} = ${transaction.grantId}
    WHERE ${isOfKind(transaction)} AND ${isCounted(grant)} GROUP BY 2, 3`;
  // Only the disbursed amount can be stated without transactions.
  if (measure !== 'DISBURSED') return [paid];
  const withoutTransactions = ({ id }: Columns<Grant>) => {
    const own = rows(Transaction);
    return sql` AND NOT EXISTS (SELECT 1 FROM ${from(own)} WHERE ${own.grantId} = ${id} AND ${isOfKind(own)})`;
  };
  return [paid, stated(measure, isCounted, withoutTransactions)];
}

function stated(
  measure: Measure,
  isCounted: (grant: Columns<Grant>) => Sql,
  more: (grant: Columns<Grant>) => Sql,
): Sql {
  const grant = rows(Grant);
  const amount = grant[AMOUNT[measure]];
  return sql`SELECT ${literal(measure)} AS measure, ${grant.currency} AS currency, ${periodOf(grant.awardedOn)} AS period,
      count(*)::int AS amounts, sum(${amount}) AS sum
    FROM ${from(grant)} WHERE ${amount} IS NOT NULL AND ${isCounted(grant)}${more(grant)} GROUP BY 2, 3`;
}

/** A sum of amounts in one currency and period, converted at the rate of the period. */
export interface PricedAmounts {
  readonly measure: Measure;
  readonly currency: string;
  readonly period: string | null;
  readonly amounts: number;
  readonly sum: string;
  /** Null if there is no rate. */
  readonly rate: string | null;
  readonly sourceId: string | null;
  /** The converted sum of the measure. */
  readonly total: string;
  /** The sum without a rate, of the measure in this currency. */
  readonly lost: string;
}

/**
 * Rows of `amountsByPeriod` with their rates, as `PricedAmounts`. Rates are units per US dollar: the average of a
 * month, or of the twelve months of a year. So each conversion goes through dollars.
 */
export function pricedAmounts(amounts: readonly Row[], target: string): Sql {
  const monthly = rows(ExchangeRate);
  const yearly = rows(ExchangeRate);
  const year = sql`left(${yearly.month}, 4)`;
  // The years of all currencies would take three times as long as the sums.
  const currencies = sql`${value([...new Set([...amounts.map(({ currency }) => currency), target])])}::text[]`;
  const rates = commonTable(
    {
      currency: monthly.currency,
      period: monthly.month,
      perUsd: monthly.perUsd,
      sourceId: monthly.sourceId,
    },
    sql`FROM ${from(monthly)} WHERE ${monthly.currency} = ANY (${currencies})
      UNION ALL SELECT ${yearly.currency}, ${year}, avg(${yearly.perUsd}), (array_agg(${yearly.sourceId} ORDER BY ${yearly.month}))[1]
      FROM ${from(yearly)} WHERE ${yearly.currency} = ANY (${currencies}) GROUP BY ${yearly.currency}, ${year} HAVING count(*) = 12`,
  );
  const listed = (column: string) => value(amounts.map((row) => row[column]));
  const into = sql`${value(target)}::text`;
  const own = functionRows(
    sql`unnest(${listed('measure')}::text[], ${listed('currency')}::text[], ${listed('period')}::text[], ${listed('amounts')}::int[], ${listed('sum')}::numeric[])`,
    ['measure', 'currency', 'period', 'amounts', 'sum'],
  );
  const [given, wanted] = [rates.rows(), rates.rows()];
  const priced = commonTable(
    {
      measure: own.measure,
      currency: own.currency,
      period: own.period,
      amounts: own.amounts,
      sum: own.sum,
      sourceId: sql`coalesce(${given.sourceId}, ${wanted.sourceId})`,
      rate: sql`CASE WHEN ${own.currency} = ${into} THEN 1
        ELSE (CASE WHEN ${into} = 'USD' THEN 1 ELSE ${wanted.perUsd} END) / (CASE WHEN ${own.currency} = 'USD' THEN 1 ELSE ${given.perUsd} END)
      END`,
    },
    sql`FROM ${from(own)}
      LEFT JOIN ${from(given)} ON ${given.currency} = ${own.currency} AND ${given.period} = ${own.period}
      LEFT JOIN ${from(wanted)} ON ${wanted.currency} = ${into} AND ${wanted.period} = ${own.period}`,
  );
  const row = priced.rows();
  const { measure, currency, period, sum, rate, sourceId } = row;
  return withTables(
    [rates, priced],
    sql`SELECT ${selectList({
      measure,
      currency,
      period,
      amounts: row.amounts,
      sum: sql`trim_scale(${sum})`,
      rate: sql`round(${rate}, 10)`,
      sourceId,
      total: sql`coalesce(round(sum(${sum} * ${rate}) OVER (PARTITION BY ${measure}), 2), 0)`,
      lost: sql`trim_scale(sum(${sum}) FILTER (WHERE ${rate} IS NULL) OVER (PARTITION BY ${measure}, ${currency}))`,
    })} FROM ${from(row)} ORDER BY ${measure}, ${period} NULLS LAST, ${currency}`,
  );
}
