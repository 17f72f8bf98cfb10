import { guardFormula } from '../../../src/domain/formula-guard.js';
import { possibleInXml, xmlAttribute, xmlText } from '../../../src/domain/xml-text.js';
import type { Language } from '../../../src/pages/language.js';
import type { GraphNode } from '../../../src/pages/views/network.js';
import type { GraphPart } from './expanded.js';
import type { Places } from './layout.js';

/** What is drawn, for a file with exactly that; the files of the whole network come from the server. */
export interface Drawn extends GraphPart {
  readonly places: Places;
  /** What is shown, in words, and its address. */
  readonly title: string;
  readonly address: string;
}

/** The nodes with their figures, as the table has them, or what is drawn between them by the names of its ends. */
export function csvOf(
  { words: { column }, values }: Language,
  { nodes, edges, isTable }: GraphPart & { readonly isTable: boolean },
): Blob {
  const nameOf = new Map(nodes.map(({ key, name }) => [key, name]));
  const rows = isTable
    ? [
        [
          column.name,
          column.kind,
          column.degree,
          column.weight,
          column.betweenness,
          column.community,
        ],
        ...nodes.map((node) => [
          node.name,
          node.kind === null ? '' : values.OrganizationType[node.kind],
          node.degree,
          node.weightedDegree ?? '',
          node.betweenness ?? '',
          node.community?.name ?? '',
        ]),
      ]
    : [
        [column.from, column.to, column.weight],
        ...edges.map(({ fromKey, toKey, weight }) => [
          nameOf.get(fromKey) ?? fromKey,
          nameOf.get(toKey) ?? toKey,
          weight,
        ]),
      ];
  const cell = (value: string | number) =>
    typeof value === 'number' ? String(value) : `"${guardFormula(value).replaceAll('"', '""')}"`;
  const lines = rows.map((row) => `${row.map(cell).join(',')}\r\n`);
  // Excel needs the byte order mark for č and ć.
  return new Blob(['\ufeff', ...lines], { type: 'text/csv' });
}

/** A value that a node has in a file of network tools. */
interface Attribute {
  readonly name: string;
  readonly type: 'string' | 'double';
  readonly valueOf: (node: GraphNode) => string | number | null | undefined;
}

/** Those without a value for any node are left out. */
function attributesOf({ nodes, places }: Drawn): readonly Attribute[] {
  const all: readonly Attribute[] = [
    { name: 'kind', type: 'string', valueOf: ({ kind }) => kind },
    { name: 'slug', type: 'string', valueOf: ({ organization }) => organization?.slug },
    { name: 'degree', type: 'double', valueOf: ({ degree }) => degree },
    { name: 'weightedDegree', type: 'double', valueOf: (node) => node.weightedDegree },
    { name: 'betweenness', type: 'double', valueOf: ({ betweenness }) => betweenness },
    { name: 'pageRank', type: 'double', valueOf: ({ pageRank }) => pageRank },
    { name: 'community', type: 'string', valueOf: ({ community }) => community?.name },
    { name: 'x', type: 'double', valueOf: ({ key }) => places.get(key)?.x },
    { name: 'y', type: 'double', valueOf: ({ key }) => places.get(key)?.y },
  ];
  return all.filter(({ valueOf }) => nodes.some((node) => (valueOf(node) ?? null) !== null));
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const about = ({ title, address }: Drawn) => xmlText(`${title}. ${address}`);

/** For Gephi, with the nodes where they are. */
export function gexfOf(drawn: Drawn): Blob {
  const attributes = attributesOf(drawn);
  const nodes = drawn.nodes.map((node) => {
    const values = attributes.map(({ name, valueOf }) => {
      const value = valueOf(node) ?? null;
      return value === null
        ? ''
        : `<attvalue for="${name}" value="${xmlAttribute(String(value))}"/>`;
    });
    const place = drawn.places.get(node.key);
    // The vertical axis of Gephi goes up.
    const position = place ? `<viz:position x="${place.x}" y="${-place.y}"/>` : '';
    return `<node id="${xmlAttribute(node.key)}" label="${xmlAttribute(node.name)}"><attvalues>${values.join('')}</attvalues>${position}</node>`;
  });
  const edges = drawn.edges.map(
    ({ fromKey, toKey, weight }, at) =>
      `<edge id="${at}" source="${xmlAttribute(fromKey)}" target="${xmlAttribute(toKey)}" weight="${weight}"/>`,
  );
  const declared = attributes.map(
    ({ name, type }) => `<attribute id="${name}" title="${name}" type="${type}"/>`,
  );
  return xmlFile([
    HEAD,
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    `<meta><creator>SCAN Graph</creator><description>${about(drawn)}</description></meta>`,
    '<graph defaultedgetype="undirected" mode="static">',
    `<attributes class="node" mode="static">${declared.join('')}</attributes>`,
    '<nodes>',
    ...nodes,
    '</nodes>',
    '<edges>',
    ...edges,
    '</edges>',
    '</graph>',
    '</gexf>',
  ]);
}

/** For Cytoscape, yEd, igraph and networkx. */
export function graphmlOf(drawn: Drawn): Blob {
  const attributes: readonly Attribute[] = [
    { name: 'label', type: 'string', valueOf: ({ name }) => name },
    ...attributesOf(drawn),
  ];
  const nodes = drawn.nodes.map((node) => {
    const values = attributes.map(({ name, valueOf }) => {
      const value = valueOf(node) ?? null;
      return value === null ? '' : `<data key="${name}">${xmlText(String(value))}</data>`;
    });
    return `<node id="${xmlAttribute(node.key)}">${values.join('')}</node>`;
  });
  const edges = drawn.edges.map(
    ({ fromKey, toKey, weight }) =>
      `<edge source="${xmlAttribute(fromKey)}" target="${xmlAttribute(toKey)}"><data key="weight">${weight}</data></edge>`,
  );
  return xmlFile([
    HEAD,
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    `<desc>${about(drawn)}</desc>`,
    ...attributes.map(
      ({ name, type }) => `<key id="${name}" for="node" attr.name="${name}" attr.type="${type}"/>`,
    ),
    '<key id="weight" for="edge" attr.name="weight" attr.type="double"/>',
    '<graph edgedefault="undirected">',
    ...nodes,
    ...edges,
    '</graph>',
    '</graphml>',
  ]);
}

function xmlFile(lines: readonly string[]): Blob {
  return new Blob([possibleInXml(`${lines.join('\n')}\n`)], { type: 'application/xml' });
}

const READ_MS = 60_000;

/** Saves a file that this page has made. */
export function save(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // A browser may begin to read the file only after the click.
  setTimeout(() => URL.revokeObjectURL(url), READ_MS);
}
