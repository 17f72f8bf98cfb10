import { guardFormula } from '../../../src/domain/formula-guard.js';
import type { Language } from '../../../src/pages/language.js';
import { edgeOpacity, fitted, placeLabels, radiusOnScreen, toScreen, type Theme } from './draw.js';
import type { GraphPart } from './expanded.js';
import type { Places } from './layout.js';
import type { Emphasis, Scene } from './scene.js';

const SIZE = { width: 1600, height: 1000 };

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The drawing as an SVG file, with its title and where it comes from in it. */
export function svgOf(
  scene: Scene,
  places: Places,
  emphasis: Emphasis,
  theme: Theme,
  { title, address }: { readonly title: string; readonly address: string },
): string {
  const shown = scene.nodes.flatMap(({ key }) => places.get(key) ?? []);
  const camera = fitted(shown, SIZE);
  const round = (value: number) => value.toFixed(1);
  const lines = scene.edges.flatMap(({ from, to, width }) => {
    const [start, end] = [places.get(from), places.get(to)];
    if (!start || !end) return [];
    const a = toScreen(start, camera);
    const b = toScreen(end, camera);
    return [
      `<line x1="${round(a.x)}" y1="${round(a.y)}" x2="${round(b.x)}" y2="${round(b.y)}" stroke-width="${round(width)}"/>`,
    ];
  });
  const marks = scene.nodes.toReversed().flatMap((node) => {
    const place = places.get(node.key);
    if (!place) return [];
    const { x, y } = toScreen(place, camera);
    const radius = round(radiusOnScreen(node, camera));
    return [
      `<path d="${node.shape}" transform="translate(${round(x)} ${round(y)}) scale(${radius})" fill="${theme.color(node.color)}"><title>${escaped(node.name)}</title></path>`,
    ];
  });
  const labels = placeLabels(scene, places, camera, emphasis, SIZE).map(
    ({ text, x, y }) => `<text x="${round(x)}" y="${round(y)}">${escaped(text)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" font-family="sans-serif" font-size="12">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(address)}</desc>`,
    `<rect width="100%" height="100%" fill="${theme.color('--paper')}"/>`,
    `<g stroke="${theme.color('--edge')}" stroke-opacity="${edgeOpacity(scene).toFixed(2)}" stroke-linecap="round">${lines.join('')}</g>`,
    `<g fill-rule="evenodd">${marks.join('')}</g>`,
    `<g text-anchor="middle" fill="${theme.color('--ink')}" stroke="${theme.color('--paper')}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${labels.join('')}</g>`,
    '</svg>',
  ].join('\n');
}

/** What is shown as a table: the nodes with their figures, or what is drawn between them by the names of its ends. */
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
        ['from', 'to', 'weight'],
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

/** Saves a file that this page has made. */
export function save(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
