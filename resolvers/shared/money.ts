import { Money } from '../../entities/shared/money.type.js';
import { EmbeddedField } from '../../src/fields/decorators.js';
import type { ClassOf, Row } from '../../src/fields/row.js';

/** Money from an amount and the currency of the row. */
export function MoneyField<R extends { readonly currency: string | null }>(
  row: ClassOf<R>,
  amount: keyof R & string,
  options: { readonly description: string; readonly nullable?: boolean },
) {
  return EmbeddedField(row, () => Money, { ...options, columns: { amount, currency: 'currency' } });
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
