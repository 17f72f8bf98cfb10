import type { KindName } from './kinds.js';

/** The kinds that can be exported, as named in commands and addresses. */
export const KIND_NAMES: readonly KindName[] = [
  'grants',
  'initiatives',
  'organizations',
  'programmes',
  'transactions',
  'facets',
  'totals',
];

interface Format {
  /** The file extension, without the dot. */
  readonly ending: string;
  readonly mediaType: string;
  /** The kinds that the format can represent. */
  readonly kinds: readonly KindName[];
}

export type FormatName = 'csv' | 'csv-metadata' | 'xlsx' | 'json' | '360giving' | 'iati';

export const FORMATS: Readonly<Record<FormatName, Format>> = {
  csv: {
    ending: 'csv',
    mediaType: 'text/csv; charset=utf-8; header=present',
    kinds: KIND_NAMES,
  },
  'csv-metadata': {
    ending: 'csv-metadata.json',
    mediaType: 'application/csvm+json; charset=utf-8',
    kinds: KIND_NAMES,
  },
  xlsx: {
    ending: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    kinds: KIND_NAMES,
  },
  json: { ending: 'json', mediaType: 'application/json; charset=utf-8', kinds: KIND_NAMES },
  '360giving': {
    ending: '360giving.json',
    mediaType: 'application/json; charset=utf-8',
    kinds: ['grants'],
  },
  iati: {
    ending: 'iati.xml',
    mediaType: 'application/xml; charset=utf-8',
    kinds: ['grants', 'initiatives'],
  },
};
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];
