import type { NodeRow } from '../../network/node-rows.js';
import { aboutText, type Column, type EdgeRow, type ExportDocument } from './document.js';
import { timelineOf, type Spell, type Timeline } from './timeline.js';
import { attribute, text } from './xml.js';

export const GEXF_VERSIONS = ['1.3', '1.2'] as const;
export type GexfVersion = (typeof GEXF_VERSIONS)[number];

/** The tools that read 1.2 know it by the namespace of its draft. */
const NAMESPACES: Readonly<Record<GexfVersion, string>> = {
  '1.3': 'http://gexf.net/1.3',
  '1.2': 'http://www.gexf.net/1.2draft',
};

export interface GexfOptions {
  readonly version: GexfVersion;
  /** Whether nodes and edges have the periods in which they exist, and edges their weight in each period. */
  readonly isDynamic: boolean;
}

export function* gexf(
  document: ExportDocument,
  { version, isDynamic }: GexfOptions,
): Generator<string> {
  const { about, nodeColumns, edgeColumns, isDirected } = document;
  const timeline = isDynamic ? timelineOf(document.view.graph, document.ties) : null;
  const edgeType = isDirected ? 'directed' : 'undirected';
  const mode = isDynamic ? 'mode="dynamic" timeformat="date"' : 'mode="static"';
  const dynamicWeight = '<attribute id="weight" title="weight" type="double"/>';
  yield `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="${NAMESPACES[version]}" version="${version}">
<meta><creator>SCAN Graph</creator><description>${text(aboutText(about))}</description></meta>
<graph defaultedgetype="${edgeType}" ${mode}>
${attributes('node', 'static', declarations(nodeColumns))}${
    isDynamic ? attributes('edge', 'dynamic', dynamicWeight) : ''
  }${attributes('edge', 'static', declarations(edgeColumns))}<nodes>
`;
  for (const node of document.nodes()) {
    const spells = spellsElement(timeline?.nodeSpellsOf(node.node) ?? []);
    yield `<node id="${attribute(node.key)}" label="${attribute(node.name)}"><attvalues>${values(nodeColumns, node)}</attvalues>${spells}</node>\n`;
  }
  yield '</nodes>\n<edges>\n';
  for (const edge of document.edges()) {
    const spells = spellsElement(timeline?.spellsOf(edge.ties) ?? []);
    const weights = timeline === null ? '' : weightValues(timeline, edge);
    yield `<edge id="${edge.number}" source="${attribute(edge.source)}" target="${attribute(edge.target)}" type="${edgeType}" weight="${edge.weight}"><attvalues>${weights}${values(edgeColumns, edge)}</attvalues>${spells}</edge>\n`;
  }
  yield '</edges>\n</graph>\n</gexf>\n';
}

const attributes = (of: 'node' | 'edge', mode: 'static' | 'dynamic', inner: string) =>
  `<attributes class="${of}" mode="${mode}">${inner}</attributes>\n`;

const declarations = (columns: readonly Column<never>[]) =>
  columns
    .map(({ name, type }) => `<attribute id="${name}" title="${name}" type="${type}"/>`)
    .join('');

function values<Row extends NodeRow | EdgeRow>(columns: readonly Column<Row>[], row: Row): string {
  return columns
    .map(({ name, valueOf }) => {
      const value = valueOf(row);
      return value === null ? '' : `<attvalue for="${name}" value="${attribute(value)}"/>`;
    })
    .join('');
}

/** An edge without a known period has the same weight at all times. */
function weightValues(timeline: Timeline, { ties, weight }: EdgeRow): string {
  const weights = timeline.weightsOf(ties);
  return (weights.length === 0 ? [{ weight, start: null, end: null }] : weights)
    .map((spell) => `<attvalue for="weight" value="${spell.weight}"${period(spell)}/>`)
    .join('');
}

const spellsElement = (spells: readonly Spell[]) =>
  spells.length === 0
    ? ''
    : `<spells>${spells.map((spell) => `<spell${period(spell)}/>`).join('')}</spells>`;

const period = ({ start, end }: Spell) =>
  `${start === null ? '' : ` start="${start}"`}${end === null ? '' : ` end="${end}"`}`;
