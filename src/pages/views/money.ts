import { sumOfDecimals } from '../../domain/sum-of-decimals.js';

interface Amount {
  readonly amount: string;
  readonly currency: string;
}

/** What is left of an amount, exactly; null if one of them is unknown, or if nothing is left. */
export function restOf(whole: Amount | null, part: Amount | null): Amount | null {
  if (part === null || whole?.currency !== part.currency) return null;
  const amount = sumOfDecimals([whole.amount, negative(part.amount)]);
  return Number(amount) > 0 ? { amount, currency: whole.currency } : null;
}

const negative = (amount: string) => (amount.startsWith('-') ? amount.slice(1) : `-${amount}`);
