import { Zip, ZipDeflate } from 'fflate';
import { inChunks } from './chunks.js';
import type { Column, EdgeRow, ExportDocument, Value } from './document.js';
import type { NodeRow } from '../rows.js';

/**
 * Two tables for Gephi and spreadsheets in a ZIP archive. Their metadata is in `datapackage.json`
 * (Frictionless Data Package), because CSV has no place for it.
 */
export function* csvPair(document: ExportDocument): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const { about } = document;
  const nodes: readonly Column<NodeRow>[] = [
    { name: 'Id', type: 'string', valueOf: ({ key }) => key },
    { name: 'Label', type: 'string', valueOf: ({ name }) => name },
    ...document.nodeColumns,
  ];
  const edges: readonly Column<EdgeRow>[] = [
    { name: 'Source', type: 'string', valueOf: ({ source }) => source },
    { name: 'Target', type: 'string', valueOf: ({ target }) => target },
    { name: 'Type', type: 'string', valueOf: () => 'Undirected' },
    { name: 'Weight', type: 'double', valueOf: ({ weight }) => weight },
    ...document.edgeColumns,
  ];
  const files: readonly (readonly [name: string, text: Iterable<string>])[] = [
    ['datapackage.json', [JSON.stringify(dataPackage(about, nodes, edges), null, 2)]],
    ['nodes.csv', table(nodes, document.nodes())],
    ['edges.csv', table(edges, document.edges())],
  ];
  const encoder = new TextEncoder();
  for (const [name, text] of files) {
    const file = new ZipDeflate(name, { level: 6 });
    // A fixed time, so that the same network is always the same file.
    file.mtime = new Date(1980, 0, 1);
    zip.add(file);
    for (const part of inChunks(text)) {
      file.push(encoder.encode(part));
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(), true);
  }
  zip.end();
  yield* ready;
}

function* table<Row>(columns: readonly Column<Row>[], rows: Iterable<Row>): Generator<string> {
  yield line(columns.map(({ name }) => name));
  for (const row of rows) yield line(columns.map(({ valueOf }) => valueOf(row)));
}

/** RFC 4180. */
function line(values: readonly Value[]): string {
  return `${values
    .map((value) => {
      const text = String(value ?? '');
      return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(',')}\r\n`;
}

function dataPackage(
  about: ExportDocument['about'],
  nodes: readonly Column<NodeRow>[],
  edges: readonly Column<EdgeRow>[],
) {
  const types = { string: 'string', integer: 'integer', double: 'number' } as const;
  const resource = (name: string, columns: readonly Column<never>[]) => ({
    name,
    path: `${name}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: { fields: columns.map((column) => ({ name: column.name, type: types[column.type] })) },
  });
  const { title, licences, ...more } = about;
  return {
    name: 'partnership-graph',
    title,
    licenses: licences.map((licence) => ({ title: licence })),
    ...more,
    resources: [resource('nodes', nodes), resource('edges', edges)],
  };
}
