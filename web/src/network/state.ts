import { listIn, numberIn, valueIn, type Changes } from '../../../src/pages/address.js';
import type { Point } from './layout.js';
import type { NodeColor, NodeSize } from './scene.js';

export const SIZES = ['degree', 'betweenness', 'pageRank'] as const satisfies readonly NodeSize[];
export const COLORS = ['kind', 'community'] as const satisfies readonly NodeColor[];
export const MOST_STEPS = 4;

/** How an address shows the network; src/pages/views/network.ts has what of it is shown. */
export interface NetworkState {
  readonly isTable: boolean;
  readonly color: NodeColor;
  readonly size: NodeSize;
  /** The node in the center, and how many steps around it are shown. */
  readonly focus: string | null;
  readonly depth: number;
  readonly selected: string | null;
  /** The nodes whose neighbors are shown too, in the order in which they were expanded. */
  readonly expanded: readonly string[];
  /** The two ends of the connection in question. */
  readonly from: string | null;
  readonly to: string | null;
  readonly pins: string | null;
}

export function networkState(search: URLSearchParams): NetworkState {
  return {
    isTable: search.get('view') === 'table',
    color: COLORS.find((one) => one === search.get('color')) ?? 'kind',
    size: SIZES.find((one) => one === search.get('size')) ?? 'degree',
    focus: valueIn(search, 'focus'),
    depth: numberIn(search, 'depth', { min: 1, max: MOST_STEPS, otherwise: 1 }),
    selected: valueIn(search, 'node'),
    expanded: listIn(search, 'expand'),
    from: valueIn(search, 'from'),
    to: valueIn(search, 'to'),
    pins: valueIn(search, 'pins'),
  };
}

/** Everything that narrows the network, for taking it all off. */
export const NO_FILTERS: Changes = {
  ties: null,
  kind: null,
  region: null,
  sector: null,
  memberOf: null,
  q: null,
  asOf: null,
  since: null,
  until: null,
  focus: null,
  depth: null,
  expand: null,
};

/** The nodes that the reader has moved: `pins=<key>:120:-40,…`. */
export function readPins(text: string | null): ReadonlyMap<string, Point> {
  const pins = new Map<string, Point>();
  for (const part of (text ?? '').split(',')) {
    const [key, x, y] = part.split(':');
    const point = { x: Number(x), y: Number(y) };
    if (key && Number.isFinite(point.x) && Number.isFinite(point.y)) pins.set(key, point);
  }
  return pins;
}

export function writePins(pins: ReadonlyMap<string, Point>): string {
  return [...pins].map(([key, { x, y }]) => `${key}:${Math.round(x)}:${Math.round(y)}`).join(',');
}
