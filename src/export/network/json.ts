import type { NodeRow } from '../../network/node-rows.js';
import { inBatches } from '../../writing/chunks.js';
import { jsonItems } from '../../writing/json.js';
import type { Column, EdgeRow, ExportDocument, Value } from './document.js';

function record<Row>(columns: readonly Column<Row>[], row: Row): Record<string, Value> {
  return Object.fromEntries(columns.map(({ name, valueOf }) => [name, valueOf(row)]));
}

const items = <Row>(rows: Iterable<Row>, asItem: (row: Row) => unknown) =>
  jsonItems(mapped(inBatches(rows), asItem));

function* mapped<Row>(
  batches: Iterable<readonly Row[]>,
  asItem: (row: Row) => unknown,
): Generator<readonly unknown[]> {
  for (const batch of batches) yield batch.map(asItem);
}

/** Node-link JSON for networkx and D3. */
export async function* nodeLinkJson(document: ExportDocument): AsyncGenerator<string> {
  const { about, nodeColumns, edgeColumns, isDirected } = document;
  yield `{"directed":${isDirected},"multigraph":false,"graph":${JSON.stringify(about)},"nodes":[`;
  yield* items(document.nodes(), (node: NodeRow) => ({
    id: node.key,
    name: node.name,
    ...record(nodeColumns, node),
  }));
  yield '],"links":[';
  yield* items(document.edges(), (edge: EdgeRow) => ({
    source: edge.source,
    target: edge.target,
    weight: edge.weight,
    ...record(edgeColumns, edge),
  }));
  yield ']}\n';
}

/** Cytoscape JSON for Cytoscape and Cytoscape.js. */
export async function* cytoscapeJson(document: ExportDocument): AsyncGenerator<string> {
  const { about, nodeColumns, edgeColumns, isDirected } = document;
  yield `{"format_version":"1.0","generated_by":"SCAN Graph","directed":${isDirected},"multigraph":false,"data":${JSON.stringify({ name: about.title, ...about })},"elements":{"nodes":[`;
  yield* items(document.nodes(), (node: NodeRow) => ({
    data: { id: node.key, name: node.name, ...record(nodeColumns, node) },
  }));
  yield '],"edges":[';
  yield* items(document.edges(), (edge: EdgeRow) => ({
    data: {
      id: `e${String(edge.number)}`,
      source: edge.source,
      target: edge.target,
      weight: edge.weight,
      ...record(edgeColumns, edge),
    },
  }));
  yield ']}}\n';
}
