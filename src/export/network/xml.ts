import { firstDay, lastDay } from '../../domain/days-of-a-date.js';
import { possibleInXml, xmlAttribute, xmlText } from '../../domain/xml-text.js';
import { at } from '../../network/graph.js';
import { partialDate } from '../../network/rows.js';
import type { Column, EdgeRow, ExportDocument } from './document.js';

const attribute = (value: string | number) => xmlAttribute(possibleInXml(String(value)));
const text = (value: string | number) => xmlText(possibleInXml(String(value)));

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
        return value === null ? '' : `<attvalue for="${name}" value="${attribute(value)}"/>`;
      })
      .join('')}</attvalues>`;
  yield `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>SCAN Graph</creator><description>${text(description(about))}</description></meta>
<graph defaultedgetype="undirected" mode="${isDynamic ? 'dynamic" timeformat="date' : 'static'}">
${declare('node', nodeColumns)}${declare('edge', edgeColumns)}<nodes>
`;
  for (const node of rows.nodes()) {
    yield `<node id="${node.key}" label="${attribute(node.name)}">${values(nodeColumns, node)}</node>\n`;
  }
  yield '</nodes>\n<edges>\n';
  for (const edge of rows.edges()) {
    const spells = isDynamic ? spellsOf(view, edge) : '';
    yield `<edge id="${edge.edge}" source="${edge.source}" target="${edge.target}" weight="${edge.weight}">${values(edgeColumns, edge)}${spells}</edge>\n`;
  }
  yield '</edges>\n</graph>\n</gexf>\n';
}

/** The end of a tie that ended at an unknown time. */
const NEVER = '0001';

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
    `<spell${from === 0 ? '' : ` start="${firstDay(partialDate(from, '0') ?? NEVER)}"`}${to >= 99_990_000 ? '' : ` end="${lastDay(partialDate(to, '9') ?? NEVER)}"`}/>`;
  return `<spells>${merged.map(spell).join('')}</spells>`;
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
        return value === null ? '' : `<data key="${of}_${name}">${text(value)}</data>`;
      })
      .join('');
  yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<desc>${text(description(about))}</desc>
${key('node', 'label', 'string')}${nodeColumns.map(({ name, type }) => key('node', name, type)).join('')}${key('edge', 'weight', 'double')}${edgeColumns.map(({ name, type }) => key('edge', name, type)).join('')}<graph id="network" edgedefault="undirected">
`;
  for (const node of rows.nodes()) {
    yield `<node id="${node.key}"><data key="node_label">${text(node.name)}</data>${data('node', nodeColumns, node)}</node>\n`;
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
