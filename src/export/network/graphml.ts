import { aboutText, type Column, type ExportDocument } from './document.js';
import { text } from './xml.js';

const TYPES = { string: 'string', integer: 'int', double: 'double' } as const;

/** A node has its name twice: Gephi and yEd read `label`, Cytoscape and igraph read `name`. */
export function* graphml(document: ExportDocument): Generator<string> {
  const { about, nodeColumns, edgeColumns, isDirected } = document;
  yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<desc>${text(aboutText(about))}</desc>
${key('node', 'label', 'string')}${key('node', 'name', 'string')}${keys('node', nodeColumns)}${key('edge', 'weight', 'double')}${keys('edge', edgeColumns)}<graph id="network" edgedefault="${isDirected ? 'directed' : 'undirected'}">
`;
  for (const node of document.nodes()) {
    const name = text(node.name);
    yield `<node id="${text(node.key)}"><data key="node_label">${name}</data><data key="node_name">${name}</data>${data('node', nodeColumns, node)}</node>\n`;
  }
  for (const edge of document.edges()) {
    yield `<edge id="e${edge.number}" source="${text(edge.source)}" target="${text(edge.target)}"><data key="edge_weight">${edge.weight}</data>${data('edge', edgeColumns, edge)}</edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
}

type Part = 'node' | 'edge';

const key = (of: Part, name: string, type: Column<never>['type']) =>
  `<key id="${of}_${name}" for="${of}" attr.name="${name}" attr.type="${TYPES[type]}"/>\n`;

const keys = (of: Part, columns: readonly Column<never>[]) =>
  columns.map(({ name, type }) => key(of, name, type)).join('');

function data<Row>(of: Part, columns: readonly Column<Row>[], row: Row): string {
  return columns
    .map(({ name, valueOf }) => {
      const value = valueOf(row);
      return value === null ? '' : `<data key="${of}_${name}">${text(value)}</data>`;
    })
    .join('');
}
