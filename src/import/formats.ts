import type { Format } from './importer.js';

/** The formats that can be imported. The code of each is loaded on first use. */
export const FORMATS: Readonly<Record<string, Format>> = {
  '360giving': {
    summary: 'the 360Giving Data Standard 1.4: JSON, XLSX or CSV',
    load: async () => new (await import('./three-sixty-giving/importer.js')).ThreeSixtyGiving(),
  },
  iati: {
    summary: 'activities of IATI 2.01 to 2.03: XML',
    root: 'iati-activities',
    load: async () => new (await import('./iati/activities-importer.js')).IatiImporter(),
  },
  'iati-organisations': {
    summary: 'organisation files of IATI 2.01 to 2.03, for names and identifiers: XML',
    root: 'iati-organisations',
    load: async () =>
      new (await import('./iati/organisations-importer.js')).IatiOrganisationsImporter(),
  },
  'iati-country-sheet': {
    summary: 'Country Development Finance Data of IATI: XLSX or CSV',
    load: async () =>
      new (await import('./iati/country-sheet-importer.js')).IatiCountrySheetImporter(),
  },
  'exchange-rates': {
    summary:
      'exchange rates in units for one US dollar, one row for each month, one column for each currency: XLSX or CSV',
    load: async () => new (await import('./exchange-rates.js')).ExchangeRates(),
  },
  table: {
    summary:
      'organizations, memberships, partnerships, initiatives and grants, with the headings of `scan-graph template table`: XLSX or CSV',
    load: async () => new (await import('./table/importer.js')).Table(),
  },
};
