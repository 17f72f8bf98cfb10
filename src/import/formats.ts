import type { Format } from './importer.js';

/** The formats that can be imported. What one needs is loaded when it is asked for. */
export const FORMATS: Readonly<Record<string, Format>> = {
  iati: {
    summary: 'activities of IATI 2.01 to 2.03 (XML)',
    load: async () => new (await import('./formats/iati.js')).IatiImporter(),
  },
  'iati-country-sheet': {
    summary: 'Country Development Finance Data of IATI (XLSX, CSV)',
    load: async () =>
      new (await import('./formats/iati-country-sheet.js')).IatiCountrySheetImporter(),
  },
  'exchange-rates': {
    summary: 'a table of units for one US dollar, a row a month, a column a currency',
    load: async () => new (await import('./formats/exchange-rates.js')).ExchangeRates(),
  },
};
