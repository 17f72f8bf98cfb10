import type { OrganizationType } from '../../../src/pages/generated/fragments.js';
import type { DrawableNode, GraphEdge } from '../../../src/pages/views/network.js';
import { kindColor, SHAPES } from '../marks.js';

export interface SceneNode {
  readonly key: string;
  readonly name: string;
  readonly kind: OrganizationType | null;
  readonly shape: string;
  /** The name of the variable with its color. */
  readonly color: string;
  /** In pixels, before zooming. */
  readonly radius: number;
  /** The number of neighbors that are not shown. */
  readonly hidden: number;
}

export interface SceneEdge {
  readonly from: string;
  readonly to: string;
  readonly width: number;
}

/** What is drawn, without where it is. The most important nodes come first: they are labeled first. */
export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly neighbors: ReadonlyMap<string, ReadonlySet<string>>;
}

export type NodeSize = 'degree' | 'betweenness' | 'pageRank';
export type NodeColor = 'kind' | 'community';

/** The largest communities have a color of their own. */
const COMMUNITY_COLORS = 8;

export function communityColor(number: number): string {
  return number <= COMMUNITY_COLORS ? `--community-${number}` : '--kind-group';
}

export function makeScene(
  nodes: readonly DrawableNode[],
  edges: readonly Pick<GraphEdge, 'fromKey' | 'toKey' | 'weight'>[],
  { size, color }: { readonly size: NodeSize; readonly color: NodeColor },
): Scene {
  const neighbors = new Map<string, Set<string>>(nodes.map(({ key }) => [key, new Set()]));
  for (const { fromKey, toKey } of edges) {
    neighbors.get(fromKey)?.add(toKey);
    neighbors.get(toKey)?.add(fromKey);
  }
  const largest = Math.max(1e-9, ...nodes.map((node) => node[size] ?? 0));
  const heaviest = Math.max(1, ...edges.map(({ weight }) => weight));
  return {
    nodes: nodes
      .map((node): SceneNode => ({
        key: node.key,
        name: node.name,
        kind: node.kind,
        shape: SHAPES[node.kind ?? 'GROUP'],
        color:
          color === 'kind'
            ? kindColor(node.kind)
            : communityColor(node.community?.number ?? Infinity),
        radius: 5 + 11 * Math.sqrt((node[size] ?? 0) / largest),
        hidden: Math.max(0, node.degree - (neighbors.get(node.key)?.size ?? 0)),
      }))
      // Equal sizes by key, so that the same network always has the same picture.
      .sort((a, b) => b.radius - a.radius || (a.key < b.key ? -1 : 1)),
    edges: edges.map(({ fromKey, toKey, weight }) => ({
      from: fromKey,
      to: toKey,
      width: 1 + 2.5 * Math.sqrt((weight - 1) / heaviest),
    })),
    neighbors,
  };
}

/** What stands out: the selected node with its neighbors, or the nodes of a path. */
export interface Emphasis {
  readonly selected: string | null;
  readonly hovered: string | null;
  readonly path: readonly string[];
}

/** The nodes that stand out; null if none do, and all look the same. */
export function emphasized(
  scene: Scene,
  { selected, hovered, path }: Emphasis,
): ReadonlySet<string> | null {
  if (path.length > 0) return new Set(path);
  const center = hovered ?? selected;
  const around = center === null ? undefined : scene.neighbors.get(center);
  return center === null || !around ? null : new Set([center, ...around]);
}

/** The two ends of each hop of a path, in both directions. */
export function hopsOf(path: readonly string[]): ReadonlySet<string> {
  return new Set(
    path.flatMap((key, at) => {
      const next = path[at + 1];
      return next === undefined ? [] : [`${key} ${next}`, `${next} ${key}`];
    }),
  );
}
