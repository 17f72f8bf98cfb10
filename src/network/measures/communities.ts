import { Random } from '../../domain/random.js';
import type { Graph } from '../graph.js';
import { allEdges } from './adjacency.js';
import { modularityOf, partition, renumber, type CommunityMethod } from './modularity.js';
import { ranked } from './traverse.js';

export interface Communities {
  /** The community of each node. Community 0 is the largest. */
  readonly labels: Int32Array;
  readonly sizes: readonly number[];
  /** With the resolution asked for; null if the network has no edge. */
  readonly modularity: number | null;
}

export interface CommunityRequest {
  readonly method?: CommunityMethod;
  /** Higher values give more and smaller communities. */
  readonly resolution?: number;
  /** The number of runs with different random numbers; the one with the highest modularity counts. */
  readonly runs?: number;
}

/** The number of edge ends that all runs together may have; a run passes over each about 30 times. */
const MAX_ENDS = 4_000_000;
const MAX_RUNS = 10;

/**
 * Communities by weight, the same for equal networks. Directions are ignored. The communities of Leiden are connected;
 * those of Louvain can fall apart.
 */
export function communitiesOf(
  graph: Graph,
  { method = 'LEIDEN', resolution = 1, runs = defaultRuns(graph) }: CommunityRequest = {},
): Communities {
  if (graph.size === 0) {
    const labels = Int32Array.from({ length: graph.order }, (_, node) => node);
    return { labels, sizes: Array.from(labels, () => 1), modularity: null };
  }
  const adjacency = allEdges(graph);
  let best: Int32Array = new Int32Array();
  let modularity = -Infinity;
  for (let run = 1; run <= Math.max(runs, 1); run += 1) {
    const labels = partition(adjacency, method, resolution, new Random(run));
    const reached = modularityOf(adjacency, labels, resolution);
    if (reached > modularity) [best, modularity] = [labels, reached];
  }
  const sizes = new Array<number>(renumber(best)).fill(0);
  for (const label of best) sizes[label] = (sizes[label] as number) + 1;
  return { ...ranked(best, sizes), modularity };
}

/** Small networks have more runs, since there they take no time. */
function defaultRuns({ size }: Graph): number {
  return Math.min(Math.max(Math.floor(MAX_ENDS / (2 * Math.max(size, 1))), 1), MAX_RUNS);
}

/** Instead of a community: the node was not there. */
const NO_COMMUNITY = -1;

/**
 * A number for each community, so that it keeps its number over time: that of the earlier community with which it
 * shares the most nodes, if no other community shares more with that. When a community splits, its largest part keeps
 * the number; when communities merge, the number of the largest contribution stays. Others get new numbers, from
 * `firstNew`.
 * @param previous The number of each node's community before; -1 if it was not there
 * @param labels The community of each node now; -1 if it is not there
 */
export function matchCommunities(
  previous: Int32Array,
  labels: Int32Array,
  firstNew: number = previous.reduce((most, number) => Math.max(most, number), NO_COMMUNITY) + 1,
): Int32Array {
  const count = labels.reduce((most, label) => Math.max(most, label), NO_COMMUNITY) + 1;
  const shared = new Map<string, { before: number; now: number; nodes: number }>();
  labels.forEach((now, node) => {
    const before = previous[node] ?? NO_COMMUNITY;
    if (now === NO_COMMUNITY || before === NO_COMMUNITY) return;
    const key = `${String(before)} ${String(now)}`;
    const pair = shared.get(key) ?? { before, now, nodes: 0 };
    pair.nodes += 1;
    shared.set(key, pair);
  });
  const numbers = new Int32Array(count).fill(NO_COMMUNITY);
  const taken = new Set<number>();
  const byOverlap = [...shared.values()].sort(
    (left, right) => right.nodes - left.nodes || left.before - right.before || left.now - right.now,
  );
  for (const { before, now } of byOverlap) {
    if (numbers[now] !== NO_COMMUNITY || taken.has(before)) continue;
    numbers[now] = before;
    taken.add(before);
  }
  let next = firstNew;
  return numbers.map((number) => (number === NO_COMMUNITY ? next++ : number));
}
