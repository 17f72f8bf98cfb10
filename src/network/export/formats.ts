import { inChunks } from './chunks.js';
import { csvPair } from './csv.js';
import type { ExportDocument } from './document.js';
import { cytoscapeJson, nodeLinkJson } from './json.js';
import { gexf, graphml } from './xml.js';

interface ExportFormat {
  readonly mediaType: string;
  readonly description: string;
  readonly write: (document: ExportDocument) => Iterable<string | Uint8Array>;
}

/** The formats by file extension. */
export const EXPORT_FORMATS = {
  gexf: {
    mediaType: 'application/gexf+xml; charset=utf-8',
    description: 'GEXF 1.3 (Gephi)',
    write: (document) => inChunks(gexf(document)),
  },
  graphml: {
    mediaType: 'application/graphml+xml; charset=utf-8',
    description: 'GraphML (yEd, igraph, networkx)',
    write: (document) => inChunks(graphml(document)),
  },
  json: {
    mediaType: 'application/json; charset=utf-8',
    description: 'node-link JSON (D3, networkx)',
    write: (document) => inChunks(nodeLinkJson(document)),
  },
  cyjs: {
    mediaType: 'application/json; charset=utf-8',
    description: 'Cytoscape JSON',
    write: (document) => inChunks(cytoscapeJson(document)),
  },
  'csv.zip': {
    mediaType: 'application/zip',
    description: 'nodes.csv and edges.csv, with datapackage.json',
    write: csvPair,
  },
} as const satisfies Readonly<Record<string, ExportFormat>>;

export type ExportFormatName = keyof typeof EXPORT_FORMATS;

export function isExportFormat(name: string): name is ExportFormatName {
  return Object.hasOwn(EXPORT_FORMATS, name);
}
