import type { Format } from './importer.js';

/** The formats that can be imported. What one needs is loaded when it is asked for. */
export const FORMATS: Readonly<Record<string, Format>> = {
  'exchange-rates': {
    summary: 'a table of units for one US dollar, a row a month, a column a currency',
    load: async () => new (await import('./formats/exchange-rates.js')).ExchangeRates(),
  },
};
