import { radiusOnScreen, toScreen, type Camera } from './draw.js';
import type { Places, Point } from './layout.js';
import type { Scene } from './scene.js';

/** How far from a node a finger or a pointer may be. */
const REACH = 6;

/** The node at a point of the screen; null if there is none. */
export function nearest(scene: Scene, places: Places, camera: Camera, point: Point): string | null {
  let best: string | null = null;
  let least = Infinity;
  for (const node of scene.nodes) {
    const place = places.get(node.key);
    if (!place) continue;
    const { x, y } = toScreen(place, camera);
    const distance = Math.hypot(x - point.x, y - point.y) - radiusOnScreen(node, camera);
    if (distance < REACH && distance < least) {
      least = distance;
      best = node.key;
    }
  }
  return best;
}

/** The next node in a direction, for the arrow keys; the most important one if none is selected. */
export function nextInDirection(
  scene: Scene,
  places: Places,
  from: string | null,
  direction: Point,
): string | null {
  const start = from === null ? undefined : places.get(from);
  if (!start) return scene.nodes[0]?.key ?? null;
  let best = from;
  let least = Infinity;
  for (const { key } of scene.nodes) {
    const place = places.get(key);
    if (!place || key === from) continue;
    const [x, y] = [place.x - start.x, place.y - start.y];
    const ahead = x * direction.x + y * direction.y;
    const aside = Math.abs(x * direction.y - y * direction.x);
    // Within a right angle around the direction.
    if (ahead <= 0 || aside > ahead) continue;
    const cost = ahead + 2 * aside;
    if (cost < least) {
      least = cost;
      best = key;
    }
  }
  return best;
}
