import { aboutText, uniqueLabels, type Column, type ExportDocument } from './document.js';

/**
 * GML (Graph Modelling Language). Nodes are numbered from 0; `key` is their id. A program that identifies nodes by
 * `label` needs it to be unique; `name` is always the exact name.
 */
export function* gml(document: ExportDocument): Generator<string> {
  const { about, nodeColumns, edgeColumns, isDirected } = document;
  yield `Creator "SCAN Graph"\ngraph [\n  comment ${string(aboutText(about))}\n  directed ${isDirected ? 1 : 0}\n`;
  const labelOf = uniqueLabels((name) => name);
  for (const node of document.nodes()) {
    yield `  node [\n    id ${node.node}\n    label ${string(labelOf(node))}\n    name ${string(node.name)}\n    key ${string(node.key)}\n${values(nodeColumns, node)}  ]\n`;
  }
  for (const edge of document.edges()) {
    yield `  edge [\n    source ${edge.from}\n    target ${edge.to}\n    weight ${real(edge.weight)}\n${values(edgeColumns, edge)}  ]\n`;
  }
  yield ']\n';
}

function values<Row>(columns: readonly Column<Row>[], row: Row): string {
  return columns
    .map(({ name, type, valueOf }) => {
      const value = valueOf(row);
      if (value === null) return '';
      if (typeof value === 'string') return `    ${name} ${string(value)}\n`;
      return `    ${name} ${type === 'double' ? real(value) : value}\n`;
    })
    .join('');
}

/** The format is ASCII: all other characters are entities, as in HTML. */
const string = (text: string) => `"${text.replaceAll(/["&]|[^ -~]/gu, entity)}"`;

/** Some programs know only entities that have a name. */
function entity(character: string): string {
  if (character === '"') return '&quot;';
  if (character === '&') return '&amp;';
  return `&#${String(character.codePointAt(0))};`;
}

/** A real number has a decimal point and a capital E. */
function real(value: number): string {
  const [digits = '', exponent] = String(value).split('e');
  const mantissa = digits.includes('.') ? digits : `${digits}.0`;
  return exponent === undefined ? mantissa : `${mantissa}E${exponent}`;
}
