import type { ExchangeRateRecord, GrantRecord } from './records.js';

/** The ISO 4217 code for no currency, used for a grant for which no source states an amount. */
export const NO_CURRENCY = 'XXX';

/** The key of a grant. A grant that pays in two currencies is two grants. */
export function grantKey(
  record: Readonly<Pick<GrantRecord, 'scheme' | 'identifier' | 'currency'>>,
): string {
  const { scheme = 'SCAN', identifier, currency = NO_CURRENCY } = record;
  return `${scheme}:${identifier}:${currency}`;
}

export function exchangeRateKey({ currency, month }: ExchangeRateRecord): string {
  return `${currency}:${month}`;
}
