import { Money } from '../entities/money.type.js';
import { ToPart } from '../src/graph/declare.js';
import type { Row } from '../src/graph/row.js';

/** Money from the column `amount` and the currency of the row. */
export function ToMoney(
  amount: string,
  options: { readonly description: string; readonly nullable?: boolean },
) {
  return ToPart(() => Money, {
    ...options,
    columns: [amount, 'currency'],
    as: { amount, currency: 'currency' },
  });
}

/** Null if the amount is unknown. */
export function moneyOf(amount: string, currency: string): Money;
export function moneyOf(amount: string | null, currency: string): Money | null;
export function moneyOf(amount: string | null, currency: string): Money | null {
  return amount === null ? null : { amount, currency };
}

/** Converts these amounts of a row to money in its currency. */
export function inCurrency(row: Row, amounts: readonly string[]): Row {
  const currency = row.currency as string;
  return {
    ...row,
    ...Object.fromEntries(
      amounts.map((name) => [name, moneyOf((row[name] ?? null) as string | null, currency)]),
    ),
  };
}
