import { possibleInXml, xmlText } from '../../../src/domain/xml-text.js';
import { edgeOpacity, fitted, placeLabels, radiusOnScreen, toScreen, type Theme } from './draw.js';
import type { Places } from './layout.js';
import type { Emphasis, Scene } from './scene.js';

const SIZE = { width: 1600, height: 1000 };

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
      `<path d="${node.shape}" transform="translate(${round(x)} ${round(y)}) scale(${radius})" fill="${theme.color(node.color)}"><title>${xmlText(node.name)}</title></path>`,
    ];
  });
  const labels = placeLabels(scene, places, camera, emphasis, SIZE).map(
    ({ text, x, y }) => `<text x="${round(x)}" y="${round(y)}">${xmlText(text)}</text>`,
  );
  return possibleInXml(
    [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" font-family="sans-serif" font-size="12">`,
      `<title>${xmlText(title)}</title>`,
      `<desc>${xmlText(address)}</desc>`,
      `<rect width="100%" height="100%" fill="${theme.color('--paper')}"/>`,
      `<g stroke="${theme.color('--edge')}" stroke-opacity="${edgeOpacity(scene).toFixed(2)}" stroke-linecap="round">${lines.join('')}</g>`,
      `<g fill-rule="evenodd">${marks.join('')}</g>`,
      `<g text-anchor="middle" fill="${theme.color('--ink')}" stroke="${theme.color('--paper')}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${labels.join('')}</g>`,
      '</svg>',
    ].join('\n'),
  );
}
