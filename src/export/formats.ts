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

interface FileFormat {
  /** The file extension, without the dot. */
  readonly ending: string;
  readonly mediaType: string;
}

interface Format extends FileFormat {
  /** The kinds that the format can represent. */
  readonly kinds: readonly KindName[];
}

export type FormatName = 'csv' | 'csv-metadata' | 'xlsx' | 'json' | 'jsonld' | '360giving' | 'iati';

/** The formats of records. */
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
  jsonld: {
    ending: 'jsonld',
    mediaType: 'application/ld+json; charset=utf-8',
    kinds: ['organizations'],
  },
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

/** The formats of the partnership graph. */
export const NETWORK_FORMATS = {
  /** GEXF 1.3, or 1.2 on request (Gephi, networkx). */
  gexf: { ending: 'gexf', mediaType: 'application/gexf+xml; charset=utf-8' },
  /** GraphML (Cytoscape, yEd, igraph, networkx). */
  graphml: { ending: 'graphml', mediaType: 'application/graphml+xml; charset=utf-8' },
  /** Node-link JSON (D3, networkx). */
  json: { ending: 'json', mediaType: 'application/json; charset=utf-8' },
  /** Pajek. */
  net: { ending: 'net', mediaType: 'text/plain; charset=utf-8' },
  /** Graph Modelling Language (yEd, igraph, networkx). */
  gml: { ending: 'gml', mediaType: 'text/plain; charset=us-ascii' },
  /** Cytoscape JSON. */
  cyjs: { ending: 'cyjs', mediaType: 'application/json; charset=utf-8' },
  /** Tables of nodes and edges, with their description. */
  'csv.zip': { ending: 'csv.zip', mediaType: 'application/zip' },
} as const satisfies Readonly<Record<string, FileFormat>>;

export type NetworkFormatName = keyof typeof NETWORK_FORMATS;
export const NETWORK_FORMAT_NAMES = Object.keys(NETWORK_FORMATS) as readonly NetworkFormatName[];

export function isNetworkFormat(name: string): name is NetworkFormatName {
  return Object.hasOwn(NETWORK_FORMATS, name);
}
