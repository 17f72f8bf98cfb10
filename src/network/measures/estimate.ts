import { Random } from '../../domain/random.js';
import type { Graph } from '../graph.js';
import { incoming, outgoing, type Adjacency } from './adjacency.js';
import { distancesOf } from './distances.js';

/**
 * Betweenness from random shortest paths (Riondato and Kornaropoulos, "Fast approximation of betweenness centrality
 * through sampling", 2016): a path between two random nodes counts for each node on it. The error is for all nodes
 * at once: with the given confidence, no value differs from the exact one by more. For the same time, the values are
 * nearer to the exact ones than those of a sample of pivots (docs/performance.md).
 */
export interface Estimate {
  readonly values: Float64Array;
  readonly isExact: boolean;
  /** The number of random paths. */
  readonly samples: number;
  /** The largest absolute error of any value; null if the values are exact. */
  readonly error: number | null;
  /** The probability that all errors are within this. */
  readonly confidence: number;
}

export interface EstimateRequest {
  /** The largest absolute error; ignored with `samples`. */
  readonly error?: number;
  readonly samples?: number;
  readonly confidence?: number;
}

const DEFAULT_ERROR = 0.01;
const DEFAULT_CONFIDENCE = 0.9;
/** The universal constant of the bound, as estimated by Löffler and Phillips. */
const BOUND = 0.5;

/** The number of paths after which no value is off by more than this error, with this confidence. */
export function samplesFor(error: number, confidence: number, longest: number): number {
  return Math.ceil((BOUND / error ** 2) * complexity(confidence, longest));
}

/** The error that no value exceeds after this number of paths, with this confidence. */
export function errorAfter(samples: number, confidence: number, longest: number): number {
  return samples === 0
    ? 1
    : Math.min(Math.sqrt((BOUND / samples) * complexity(confidence, longest)), 1);
}

/** What makes an estimate hard: paths with many nodes. */
function complexity(confidence: number, longest: number): number {
  const dimension = longest < 3 ? 0 : Math.floor(Math.log2(longest - 2)) + 1;
  return dimension + Math.log(1 / (1 - confidence));
}

/**
 * An upper limit of the number of nodes on a shortest path: in an undirected component, at most twice the steps from
 * one of its nodes to the farthest, and one. In a directed network, the number of nodes.
 */
export function longestPath(graph: Graph): number {
  if (graph.arcs !== null) return graph.order;
  const isSeen = new Uint8Array(graph.order);
  const steps = new Int32Array(graph.order);
  const open = new Int32Array(graph.order);
  let longest = Math.min(graph.order, 1);
  for (let start = 0; start < graph.order; start += 1) {
    if (isSeen[start] === 1) continue;
    isSeen[start] = 1;
    open[0] = start;
    let count = 1;
    for (let place = 0; place < count; place += 1) {
      const node = open[place] as number;
      const end = graph.offsets[node + 1] as number;
      for (let slot = graph.offsets[node] as number; slot < end; slot += 1) {
        const other = graph.neighbours[slot] as number;
        if (isSeen[other] === 1) continue;
        isSeen[other] = 1;
        steps[other] = (steps[node] as number) + 1;
        open[count++] = other;
      }
    }
    const farthest = steps[open[count - 1] as number] as number;
    longest = Math.max(longest, Math.min(2 * farthest + 1, count));
  }
  return longest;
}

/** The number of edge ends that an exact computation may visit. */
const MAX_STEPS = 12_000_000;
/** More random paths than this for each node take longer than an exact computation. */
const MAX_SAMPLES_PER_NODE = 10;

/** The betweenness of all nodes, over paths with edges of length 1: exact if that is affordable, and else an estimate. */
export function betweennessOf(
  graph: Graph,
  request: EstimateRequest & { readonly maxSteps?: number } = {},
): Estimate {
  const plan = estimatePlan(graph, request);
  if (!plan.isExact) return estimateBetweenness(graph, request);
  return { ...plan, values: distancesOf(graph).betweenness };
}

/** How the betweenness is computed, before it is: exactly if that is affordable, or if an estimate takes longer. */
export function estimatePlan(
  graph: Graph,
  request: EstimateRequest & { readonly maxSteps?: number } = {},
): Omit<Estimate, 'values'> {
  const { order, size } = graph;
  const exact = { isExact: true, samples: 0, error: null, confidence: 1 };
  if (order * (order + 2 * size) <= (request.maxSteps ?? MAX_STEPS)) return exact;
  const { samples, error, confidence } = planOf(graph, request);
  if (samples > MAX_SAMPLES_PER_NODE * order) return exact;
  return { isExact: false, samples, error, confidence };
}

/** Estimates the betweenness of all nodes, over paths with edges of length 1 that follow arcs. */
export function estimateBetweenness(graph: Graph, request: EstimateRequest = {}): Estimate {
  const { order } = graph;
  const { samples, error, confidence, scale } = planOf(graph, request);
  const counts = new Float64Array(order);
  const random = new Random(1);
  const paths = new RandomPath(graph, random);
  for (let sample = 0; sample < samples; sample += 1) {
    const from = random.below(order);
    const other = random.below(order - 1);
    const to = other < from ? other : other + 1;
    for (const node of paths.between(from, to)) counts[node] = (counts[node] as number) + 1;
  }
  const values = counts.map((count) => (count === 0 ? 0 : (scale * count) / samples));
  return { values, isExact: false, samples, error, confidence };
}

function planOf(
  graph: Graph,
  { error = DEFAULT_ERROR, samples: asked, confidence = DEFAULT_CONFIDENCE }: EstimateRequest,
): Pick<Estimate, 'samples' | 'confidence'> & { readonly error: number; readonly scale: number } {
  // No node is between others if there are only two.
  if (graph.order < 3) return { samples: 0, error: 0, confidence, scale: 1 };
  // A node is between the other pairs only, so that values and errors are larger than the fraction of all paths.
  const scale = graph.order / (graph.order - 2);
  const longest = longestPath(graph);
  const samples = asked ?? samplesFor(error / scale, confidence, longest);
  return { samples, error: scale * errorAfter(samples, confidence, longest), confidence, scale };
}

/** One end of a search: the nodes within some steps of it, level by level. */
class End {
  readonly #adjacency: Adjacency;
  /** The arcs in the other direction, to walk back. */
  readonly #back: Adjacency;
  readonly levels: Int32Array;
  readonly counts: Float64Array;
  readonly visited: Int32Array;
  #count = 0;
  #levelStart = 0;
  /** The number of arcs from the last level: the price of the next step. */
  price = 0;

  constructor(adjacency: Adjacency, back: Adjacency) {
    const order = adjacency.offsets.length - 1;
    this.#adjacency = adjacency;
    this.#back = back;
    this.levels = new Int32Array(order).fill(-1);
    this.counts = new Float64Array(order);
    this.visited = new Int32Array(order);
  }

  start(node: number): void {
    const { levels, visited } = this;
    for (let place = 0; place < this.#count; place += 1) levels[visited[place] as number] = -1;
    levels[node] = 0;
    this.counts[node] = 1;
    visited[0] = node;
    this.#count = 1;
    this.#levelStart = 0;
    this.#setPrice();
  }

  get isExhausted(): boolean {
    return this.#levelStart === this.#count;
  }

  /**
   * Goes one step further. Adds to `meetings` the arcs to nodes that the other end has visited, as two nodes each, this
   * end's first.
   */
  advance(other: End, meetings: number[]): void {
    const { offsets, others } = this.#adjacency;
    const { levels, counts, visited } = this;
    const end = this.#count;
    let count = end;
    for (let place = this.#levelStart; place < end; place += 1) {
      const node = visited[place] as number;
      const level = (levels[node] as number) + 1;
      const paths = counts[node] as number;
      const last = offsets[node + 1] as number;
      for (let slot = offsets[node] as number; slot < last; slot += 1) {
        const next = others[slot] as number;
        if ((other.levels[next] as number) >= 0) meetings.push(node, next);
        const known = levels[next] as number;
        if (known === -1) {
          levels[next] = level;
          counts[next] = paths;
          visited[count++] = next;
        } else if (known === level) {
          counts[next] = (counts[next] as number) + paths;
        }
      }
    }
    this.#levelStart = end;
    this.#count = count;
    this.#setPrice();
  }

  /** Adds the nodes of a random shortest path from this one to the start, without the start. */
  walk(from: number, random: Random, path: number[]): void {
    const { offsets, others } = this.#back;
    for (let node = from; this.levels[node] !== 0;) {
      path.push(node);
      const before = (this.levels[node] as number) - 1;
      let drawn = random.fraction() * (this.counts[node] as number);
      let chosen = -1;
      const last = offsets[node + 1] as number;
      for (let slot = offsets[node] as number; slot < last; slot += 1) {
        const other = others[slot] as number;
        if (this.levels[other] !== before) continue;
        chosen = other;
        drawn -= this.counts[other] as number;
        if (drawn < 0) break;
      }
      node = chosen;
    }
  }

  #setPrice(): void {
    const { offsets } = this.#adjacency;
    this.price = 0;
    for (let place = this.#levelStart; place < this.#count; place += 1) {
      const node = this.visited[place] as number;
      this.price += (offsets[node + 1] as number) - (offsets[node] as number);
    }
  }
}

/** A random one of all shortest paths between two nodes. Searches from both ends, so that it visits few nodes. */
class RandomPath {
  readonly #random: Random;
  readonly #source: End;
  readonly #target: End;

  constructor(graph: Graph, random: Random) {
    const [toOthers, fromOthers] = [outgoing(graph), incoming(graph)];
    this.#random = random;
    this.#source = new End(toOthers, fromOthers);
    this.#target = new End(fromOthers, toOthers);
  }

  /** The nodes on the path without its ends; none if there is no path. */
  between(from: number, to: number): readonly number[] {
    const [source, target] = [this.#source, this.#target];
    source.start(from);
    target.start(to);
    const meetings: number[] = [];
    while (!source.isExhausted && !target.isExhausted) {
      const [one, other] = source.price <= target.price ? [source, target] : [target, source];
      one.advance(other, meetings);
      if (meetings.length > 0) return this.#draw(one, other, meetings);
    }
    return [];
  }

  /** Each of the arcs where the ends meet is on as many shortest paths as lead to its two nodes, multiplied. */
  #draw(one: End, other: End, meetings: readonly number[]): number[] {
    const pathsOver = (index: number) =>
      (one.counts[meetings[index] as number] as number) *
      (other.counts[meetings[index + 1] as number] as number);
    let total = 0;
    for (let index = 0; index < meetings.length; index += 2) total += pathsOver(index);
    let drawn = this.#random.fraction() * total;
    let chosen = 0;
    for (let index = 0; index < meetings.length && drawn >= 0; index += 2) {
      chosen = index;
      drawn -= pathsOver(index);
    }
    const path: number[] = [];
    one.walk(meetings[chosen] as number, this.#random, path);
    other.walk(meetings[chosen + 1] as number, this.#random, path);
    return path;
  }
}
