import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { LayoutRequest, LayoutProgress } from './layout.js';

/** How often a drawing is shown while the layout improves. */
const TICKS_A_STEP = 30;

interface Body extends SimulationNodeDatum {
  readonly radius: number;
}

/** Numbers that look random and are the same each time, so that a network has one picture. */
function seeded(): () => number {
  let state = 20_151_222;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => {
  const { id, nodes, links, isMoved } = data;
  const bodies: Body[] = nodes.map(({ x, y, isPinned, radius }) => ({
    radius,
    ...(x !== null && y !== null && { x, y, ...(isPinned && { fx: x, fy: y }) }),
  }));
  const simulation = forceSimulation(bodies)
    .randomSource(seeded())
    .force('charge', forceManyBody<Body>().strength(-240).distanceMax(700))
    .force(
      'links',
      forceLink<Body, { source: number; target: number }>(
        links.map(([source, target]) => ({ source, target })),
      ).distance(58),
    )
    .force('x', forceX<Body>().strength(0.035))
    .force('y', forceY<Body>().strength(0.085))
    .force(
      'collide',
      forceCollide<Body>(({ radius }) => radius + 4),
    )
    // Nodes that have a place already only make room for new ones.
    .alpha(isMoved ? 0.3 : 1)
    .stop();
  let isDone = false;
  while (!isDone) {
    for (let tick = 0; tick < TICKS_A_STEP; tick += 1) simulation.tick();
    isDone = simulation.alpha() < simulation.alphaMin();
    const positions = Float32Array.from(bodies.flatMap(({ x = 0, y = 0 }) => [x, y]));
    const progress: LayoutProgress = { id, positions, isDone };
    postMessage(progress);
  }
});
