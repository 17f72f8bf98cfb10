import type { NodeRow } from '../../network/node-rows.js';
import { inBatches, inChunks } from '../../writing/chunks.js';
import { BYTE_ORDER_MARK, csvRows } from '../../writing/csv.js';
import { zip } from '../../writing/zip.js';
import type { Column, EdgeRow, ExportDocument } from './document.js';

/**
 * Two tables for Gephi and spreadsheets in a ZIP archive. Their metadata is in `datapackage.json`
 * (Frictionless Data Package), because CSV has no place for it.
 */
export function csvPair(document: ExportDocument): AsyncGenerator<Buffer> {
  const { about, isDirected } = document;
  const nodes: readonly Column<NodeRow>[] = [
    { name: 'Id', type: 'string', valueOf: ({ key }) => key },
    { name: 'Label', type: 'string', valueOf: ({ name }) => name },
    ...document.nodeColumns,
  ];
  const edges: readonly Column<EdgeRow>[] = [
    { name: 'Source', type: 'string', valueOf: ({ source }) => source },
    { name: 'Target', type: 'string', valueOf: ({ target }) => target },
    { name: 'Type', type: 'string', valueOf: () => (isDirected ? 'Directed' : 'Undirected') },
    { name: 'Weight', type: 'double', valueOf: ({ weight }) => weight },
    ...document.edgeColumns,
  ];
  return zip([
    {
      path: 'datapackage.json',
      chunks: [JSON.stringify(dataPackage(about, nodes, edges), null, 2)],
    },
    { path: 'nodes.csv', chunks: inChunks(table(nodes, document.nodes())) },
    { path: 'edges.csv', chunks: inChunks(table(edges, document.edges())) },
  ]);
}

function* table<Row>(columns: readonly Column<Row>[], rows: Iterable<Row>): Generator<string> {
  yield BYTE_ORDER_MARK + csvRows([columns.map(({ name }) => name)]);
  for (const batch of inBatches(rows)) {
    yield csvRows(batch.map((row) => columns.map(({ valueOf }) => valueOf(row))));
  }
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
