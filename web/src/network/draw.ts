import type { Places, Point } from './layout.js';
import { emphasized, hopsOf, type Emphasis, type Scene, type SceneNode } from './scene.js';

/** The mapping from the plane of the layout to the screen. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

export interface Theme {
  readonly color: (variable: string) => string;
  readonly font: string;
}

/** One label, where it does not overlap another one. */
export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly isStrong: boolean;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const LABEL_SIZE = 12;
const LABEL_HEIGHT = LABEL_SIZE + 3;
const OBSTACLES = 12;
const LABEL_LENGTH = 34;

export const toScreen = ({ x, y }: Point, camera: Camera): Point => ({
  x: x * camera.k + camera.x,
  y: y * camera.k + camera.y,
});

/** Nodes grow less than the plane when zooming in, and never get too small to hit. */
export function radiusOnScreen({ radius }: SceneNode, { k }: Camera): number {
  return Math.min(30, Math.max(3, radius * Math.min(1.6, Math.sqrt(k))));
}

const overlap = (one: Box, other: Box) =>
  one.left < other.right &&
  one.right > other.left &&
  one.top < other.bottom &&
  one.bottom > other.top;

/** Places labels, the most important first, and leaves out those without space. */
export function placeLabels(
  scene: Scene,
  places: Places,
  camera: Camera,
  emphasis: Emphasis,
  size: { readonly width: number; readonly height: number },
): readonly Label[] {
  const strong = emphasized(scene, emphasis);
  const first = (node: SceneNode) => Number(strong?.has(node.key) ?? false);
  const nodes = strong === null ? scene.nodes : scene.nodes.toSorted((a, b) => first(b) - first(a));
  // Labels may cover small nodes, and not the most important ones.
  const taken: Box[] = scene.nodes.slice(0, OBSTACLES).flatMap((node) => {
    const place = places.get(node.key);
    if (!place) return [];
    const { x, y } = toScreen(place, camera);
    const radius = radiusOnScreen(node, camera);
    return [{ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }];
  });
  const labels: Label[] = [];
  for (const node of nodes) {
    const place = places.get(node.key);
    if (!place) continue;
    const { x, y } = toScreen(place, camera);
    if (x < 0 || y < 0 || x > size.width || y > size.height) continue;
    const name =
      node.name.length > LABEL_LENGTH ? `${node.name.slice(0, LABEL_LENGTH - 1)}…` : node.name;
    const text = node.hidden > 0 ? `${name} +${node.hidden}` : name;
    const half = (text.length * LABEL_SIZE * 0.58) / 2;
    const middle = Math.min(Math.max(x, half), Math.max(half, size.width - half));
    const radius = radiusOnScreen(node, camera);
    const boxAt = (top: number): Box => ({
      left: middle - half,
      right: middle + half,
      top,
      bottom: top + LABEL_HEIGHT,
    });
    const isMust =
      node.key === emphasis.selected ||
      node.key === emphasis.hovered ||
      emphasis.path.includes(node.key);
    // Below its node, or else above it.
    const below = boxAt(y + radius + 2);
    const box = [below, boxAt(y - radius - 2 - LABEL_HEIGHT)].find(
      (one) => one.top >= 0 && !taken.some((other) => overlap(one, other)),
    );
    if (box === undefined && !isMust) continue;
    const { top } = box ?? below;
    taken.push(box ?? below);
    labels.push({
      text,
      x: middle,
      y: top + LABEL_SIZE - 1,
      isStrong: strong?.has(node.key) ?? false,
    });
  }
  return labels;
}

/** Many edges over each other would become a surface: the more there are, the fainter is each. */
export function edgeOpacity({ edges }: Scene): number {
  return Math.min(0.6, Math.max(0.12, 300 / Math.max(1, edges.length)));
}

/** Draws one frame. */
export function draw(
  context: CanvasRenderingContext2D,
  scene: Scene,
  places: Places,
  camera: Camera,
  emphasis: Emphasis,
  theme: Theme,
  size: { readonly width: number; readonly height: number },
): void {
  const strong = emphasized(scene, emphasis);
  const hops = hopsOf(emphasis.path);
  const center = emphasis.hovered ?? emphasis.selected;
  const opacity = edgeOpacity(scene);
  context.clearRect(0, 0, size.width, size.height);
  context.lineCap = 'round';
  for (const { from, to, width } of scene.edges) {
    const [start, end] = [places.get(from), places.get(to)];
    if (!start || !end) continue;
    const isStrong =
      hops.size > 0
        ? hops.has(`${from} ${to}`)
        : center !== null && (from === center || to === center);
    const a = toScreen(start, camera);
    const b = toScreen(end, camera);
    context.globalAlpha = isStrong ? 1 : strong === null ? opacity : Math.min(0.15, opacity);
    context.strokeStyle = theme.color(isStrong ? '--accent' : '--edge');
    context.lineWidth = isStrong ? width + 1 : width;
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.lineTo(b.x, b.y);
    context.stroke();
  }
  const paper = theme.color('--paper');
  for (const node of scene.nodes.toReversed()) {
    const place = places.get(node.key);
    if (!place) continue;
    const { x, y } = toScreen(place, camera);
    const radius = radiusOnScreen(node, camera);
    context.globalAlpha = strong === null || strong.has(node.key) ? 1 : 0.25;
    context.save();
    context.translate(x, y);
    context.scale(radius, radius);
    context.fillStyle = theme.color(node.color);
    context.strokeStyle = paper;
    context.lineWidth = 2 / radius;
    const shape = pathOf(node.shape);
    context.stroke(shape);
    context.fill(shape, 'evenodd');
    context.restore();
    if (node.key === emphasis.selected) {
      context.globalAlpha = 1;
      context.strokeStyle = theme.color('--accent');
      context.lineWidth = 2;
      context.beginPath();
      context.arc(x, y, radius + 5, 0, 2 * Math.PI);
      context.stroke();
    }
  }
  context.textAlign = 'center';
  context.lineJoin = 'round';
  for (const { text, x, y, isStrong } of placeLabels(scene, places, camera, emphasis, size)) {
    context.globalAlpha = strong === null || isStrong ? 1 : 0.35;
    context.font = `${isStrong ? 600 : 400} ${LABEL_SIZE}px ${theme.font}`;
    context.strokeStyle = paper;
    context.lineWidth = 3;
    context.strokeText(text, x, y);
    context.fillStyle = theme.color('--ink');
    context.fillText(text, x, y);
  }
  context.globalAlpha = 1;
}

const paths = new Map<string, Path2D>();

function pathOf(shape: string): Path2D {
  const known = paths.get(shape);
  if (known) return known;
  const made = new Path2D(shape);
  paths.set(shape, made);
  return made;
}

/** The camera that shows all nodes. */
export function fitted(
  places: Iterable<Point>,
  { width, height }: { readonly width: number; readonly height: number },
): Camera {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of places) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (left === Infinity) return { x: width / 2, y: height / 2, k: 1 };
  const margin = 60;
  const k = Math.min(
    2,
    (width - margin) / Math.max(1, right - left),
    (height - margin) / Math.max(1, bottom - top),
  );
  return {
    k,
    x: width / 2 - (k * (left + right)) / 2,
    y: height / 2 - (k * (top + bottom)) / 2 - 8,
  };
}
