import { aboutText, uniqueLabels, type ExportDocument } from './document.js';

/** A network for Pajek: labels, edges and weights. Vertices are numbered from 1. */
export function* pajek(document: ExportDocument): Generator<string> {
  const { about, isDirected, view } = document;
  yield `*Network ${inLine(about.title)}\n% ${inLine(aboutText(about))}\n*Vertices ${view.graph.order}\n`;
  const labelOf = uniqueLabels((name) => inLine(name).replaceAll('"', "'").replaceAll('\\', '/'));
  for (const node of document.nodes()) yield `${node.node + 1} "${labelOf(node)}"\n`;
  yield isDirected ? '*Arcs\n' : '*Edges\n';
  for (const { from, to, weight } of document.edges()) yield `${from + 1} ${to + 1} ${weight}\n`;
}

/** The format has one line for each vertex, and no escapes. */
const inLine = (text: string) => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
