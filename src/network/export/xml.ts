import { at } from '../graph.js';
import type { Column, EdgeRow, ExportDocument } from './document.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Escapes text for XML and removes characters that XML cannot contain. */
function escaped(text: unknown): string {
  return String(text)
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}

/** GEXF 1.3 for Gephi. */
export function* gexf({
  view,
  about,
  isDynamic,
  nodeColumns,
  edgeColumns,
  ...rows
}: ExportDocument): Generator<string> {
  const declare = (kind: 'node' | 'edge', columns: readonly Column<never>[]) =>
    `<attributes class="${kind}">${columns
      .map(({ name, type }) => `<attribute id="${name}" title="${name}" type="${type}"/>`)
      .join('')}</attributes>\n`;
  const values = <Row>(columns: readonly Column<Row>[], row: Row) =>
    `<attvalues>${columns
      .map(({ name, valueOf }) => {
        const value = valueOf(row);
        return value === null ? '' : `<attvalue for="${name}" value="${escaped(value)}"/>`;
      })
      .join('')}</attvalues>`;
  yield `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>SCAN Graph</creator><description>${escaped(description(about))}</description></meta>
<graph defaultedgetype="undirected" mode="${isDynamic ? 'dynamic" timeformat="date' : 'static'}">
${declare('node', nodeColumns)}${declare('edge', edgeColumns)}<nodes>
`;
  for (const node of rows.nodes()) {
    yield `<node id="${node.key}" label="${escaped(node.name)}">${values(nodeColumns, node)}</node>\n`;
  }
  yield '</nodes>\n<edges>\n';
  for (const edge of rows.edges()) {
    const spells = isDynamic ? spellsOf(view, edge) : '';
    yield `<edge id="${edge.edge}" source="${edge.source}" target="${edge.target}" weight="${edge.weight}">${values(edgeColumns, edge)}${spells}</edge>\n`;
  }
  yield '</edges>\n</graph>\n</gexf>\n';
}

/** The periods in which the ties of an edge were in force; adjacent and overlapping ones are joined. */
function spellsOf({ graph }: ExportDocument['view'], { edge }: EdgeRow): string {
  const periods: [from: number, to: number][] = [];
  for (let tie = at(graph.tieOffsets, edge); tie < at(graph.tieOffsets, edge + 1); tie += 1) {
    periods.push([at(graph.ties.from, tie), at(graph.ties.to, tie)]);
  }
  periods.sort((left, right) => left[0] - right[0]);
  const merged = periods.reduce<[number, number][]>((spells, [from, to]) => {
    const last = spells.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else spells.push([from, to]);
    return spells;
  }, []);
  const spell = ([from, to]: [number, number]) =>
    `<spell${from === 0 ? '' : ` start="${firstDay(from)}"`}${to >= 99_990_000 ? '' : ` end="${lastDay(to)}"`}/>`;
  return `<spells>${merged.map(spell).join('')}</spells>`;
}

/** The first day of a date number with zeros for unknown parts. */
function firstDay(day: number): string {
  const text = String(day).padStart(8, '0');
  return `${text.slice(0, 4)}-${text.slice(4, 6).replace('00', '01')}-${text.slice(6).replace('00', '01')}`;
}

/** The last day of a date number with nines for unknown parts. */
function lastDay(day: number): string {
  const text = String(day).padStart(8, '0');
  const year = Number(text.slice(0, 4));
  const month = text.slice(4, 6) === '99' ? 12 : Number(text.slice(4, 6));
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  const date = text.slice(6) === '99' ? String(last.getUTCDate()).padStart(2, '0') : text.slice(6);
  return `${text.slice(0, 4)}-${String(month).padStart(2, '0')}-${date}`;
}

export function* graphml({
  about,
  nodeColumns,
  edgeColumns,
  ...rows
}: ExportDocument): Generator<string> {
  const types = { string: 'string', integer: 'int', double: 'double' } as const;
  const key = (of: 'node' | 'edge', name: string, type: Column<never>['type']) =>
    `<key id="${of}_${name}" for="${of}" attr.name="${name}" attr.type="${types[type]}"/>\n`;
  const data = <Row>(of: 'node' | 'edge', columns: readonly Column<Row>[], row: Row) =>
    columns
      .map(({ name, valueOf }) => {
        const value = valueOf(row);
        return value === null ? '' : `<data key="${of}_${name}">${escaped(value)}</data>`;
      })
      .join('');
  yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<desc>${escaped(description(about))}</desc>
${key('node', 'label', 'string')}${nodeColumns.map(({ name, type }) => key('node', name, type)).join('')}${key('edge', 'weight', 'double')}${edgeColumns.map(({ name, type }) => key('edge', name, type)).join('')}<graph id="network" edgedefault="undirected">
`;
  for (const node of rows.nodes()) {
    yield `<node id="${node.key}"><data key="node_label">${escaped(node.name)}</data>${data('node', nodeColumns, node)}</node>\n`;
  }
  for (const edge of rows.edges()) {
    yield `<edge id="e${edge.edge}" source="${edge.source}" target="${edge.target}"><data key="edge_weight">${edge.weight}</data>${data('edge', edgeColumns, edge)}</edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
}

function description({ title, query, asOf, version, licences, methods }: ExportDocument['about']) {
  return [
    `${title}, ${asOf === null ? 'all ties, including ended ones' : `as of ${asOf}`}, data version ${version}.`,
    `Request: ${query}.`,
    `Licenses of the sources: ${licences.join('; ') || 'none'}.`,
    ...methods,
  ].join(' ');
}
