import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type {
  Changes,
  HeaviestPart,
  Neighbourhood,
  NetworkData,
  Ranking,
  Relation,
  SizeCount,
} from './answers.js';
import { at, bytesOf, type Graph } from './graph.js';
import type { Distances } from './measures/centrality.js';
import type { Moment } from './measures/history.js';
import { sampleOf } from './measures/sample.js';
import type { Structure } from './measures/structure.js';
import type { CommunityMembers } from './members.js';
import type { Nodes, Projected } from './project.js';
import type { Projection } from './projection.js';
import type { Numbers } from './shared-arrays.js';
import { SharedTask, type Patience } from './shared-task.js';
import { listsOf, organizationOf, type Snapshot } from './snapshot.js';
import type { SuggestionQuestion, SuggestionWithOffers } from './suggest.js';
import type { TaskPool } from './task-pool.js';
import { indexOfText } from './text-list.js';
import type { DataTaskName, TaskInput, TaskResult } from './worker-tasks.js';

/** Three threads, so that tasks that take longer do not hold up shorter ones. */
export interface TaskPools {
  /** Snapshots, networks and parts of them. */
  readonly reading: TaskPool;
  /** Measures that take about as long as the network has edges. */
  readonly quick: TaskPool;
  /** Measures that take longer. */
  readonly slow: TaskPool;
}

/** The metrics of nodes that are figures. */
export type RankedMetric =
  | 'DEGREE'
  | 'WEIGHTED_DEGREE'
  | 'BETWEENNESS'
  | 'CLOSENESS'
  | 'PAGE_RANK'
  | 'CORE_NUMBER';

/** How a metric is computed. */
interface MetricMethod {
  readonly metric: RankedMetric;
  readonly method: string;
  readonly isExact: boolean;
  readonly sampleSize: number | null;
}

/** The step limit for shortest paths; above it, they are estimated from a sample of nodes. */
const MAX_STEPS = 12_000_000;
const MIN_PIVOTS = 50;

/** The memory of the cached results of a network: that of its graph, and at least this. */
const MIN_RESULT_BYTES = 1_000_000;
/** The memory of a result: two figures for each node. */
const resultBytes = ({ order }: Graph) => 1000 + order * 16;

interface ViewParts extends Projected {
  readonly key: string;
  readonly snapshot: Snapshot;
  readonly projection: Projection;
  readonly pools: TaskPools;
}

/** A task that is the same for everybody who asks: it is named by what is asked. */
type Asked<Name extends DataTaskName> = Omit<TaskInput<Name>, 'data'>;

/** One network at one version, with its cached results. Everything is computed in worker threads. */
export class NetworkView {
  readonly key: string;
  readonly snapshot: Snapshot;
  readonly graph: Graph;
  readonly nodes: Nodes;
  readonly projection: Projection;
  readonly undatedEdges: number;
  readonly withoutAmount: number;
  readonly #pools: TaskPools;
  readonly #tasks: LRUCache<string, SharedTask<unknown>>;

  constructor({ key, snapshot, graph, nodes, undatedEdges, withoutAmount, projection, pools }: ViewParts) {
    this.key = key;
    this.snapshot = snapshot;
    this.graph = graph;
    this.nodes = nodes;
    this.projection = projection;
    this.undatedEdges = undatedEdges;
    this.withoutAmount = withoutAmount;
    this.#pools = pools;
    this.#tasks = new LRUCache({
      maxSize: MIN_RESULT_BYTES + bytesOf(graph),
      sizeCalculation: () => resultBytes(graph),
    });
  }

  get data(): NetworkData {
    const { snapshot, graph, nodes, projection } = this;
    return { snapshot, graph, nodes, projection };
  }

  /** The number of nodes from which shortest paths are computed; figures are exact if it is all nodes. */
  get pivots(): { readonly isExact: boolean; readonly size: number } {
    const { order, size } = this.graph;
    const affordable = Math.floor(MAX_STEPS / Math.max(order + 2 * size, 1));
    const isExact = affordable >= order;
    return { isExact, size: isExact ? order : Math.min(order, Math.max(affordable, MIN_PIVOTS)) };
  }

  /** How the metrics of nodes are computed. */
  methods(): MetricMethod[] {
    const { isExact, size } = this.pivots;
    const sampleSize = isExact ? null : size;
    const exact = { isExact: true, sampleSize: null };
    return [
      { metric: 'DEGREE', method: 'Number of neighbors.', ...exact },
      { metric: 'WEIGHTED_DEGREE', method: 'Sum of the edge weights.', ...exact },
      {
        metric: 'BETWEENNESS',
        method: 'Brandes, edges of length 1, normalized.',
        isExact,
        sampleSize,
      },
      {
        metric: 'CLOSENESS',
        method: 'Wasserman and Faust, edges of length 1.',
        isExact,
        sampleSize,
      },
      { metric: 'PAGE_RANK', method: 'Power iteration by weight, damping 0.85.', ...exact },
      { metric: 'CORE_NUMBER', method: 'Batagelj and Zaveršnik.', ...exact },
    ];
  }

  heaviest(limit: number, patience: Patience): Promise<HeaviestPart> {
    return this.#compute('reading', 'heaviest', { limit }, patience);
  }

  degrees(patience: Patience): Promise<SizeCount[]> {
    return this.#compute('reading', 'degrees', {}, patience);
  }

  neighbourhood(asked: Asked<'neighbourhood'>, patience: Patience): Promise<Neighbourhood> {
    return this.#compute('reading', 'neighbourhood', asked, patience);
  }

  relation(ends: Asked<'relation'>, patience: Patience): Promise<Relation> {
    return this.#compute('reading', 'relation', ends, patience);
  }

  paths(asked: Asked<'paths'>, patience: Patience): Promise<TaskResult<'paths'>> {
    return this.#compute('reading', 'paths', asked, patience);
  }

  common(asked: Asked<'common'>, patience: Patience): Promise<Numbers> {
    return this.#compute('reading', 'common', asked, patience);
  }

  changes(days: Asked<'changes'>, patience: Patience): Promise<Changes> {
    return this.#compute('reading', 'changes', days, patience);
  }

  structure(patience: Patience): Promise<Structure> {
    return this.#compute('quick', 'structure', {}, patience);
  }

  pageRank(patience: Patience): Promise<Float64Array> {
    return this.#compute('quick', 'pageRank', { key: this.key }, patience);
  }

  communities(patience: Patience): Promise<CommunityMembers> {
    return this.#compute('quick', 'communities', { key: this.key }, patience);
  }

  distances(patience: Patience): Promise<Distances> {
    const { isExact, size } = this.pivots;
    const pivots = isExact ? null : sampleOf(this.graph.order, size);
    return this.#compute('slow', 'distances', { pivots }, patience, 'distances');
  }

  suggestions(
    question: Omit<SuggestionQuestion, 'among'>,
    ids: Uint8Array | null,
    patience: Patience,
  ): Promise<SuggestionWithOffers[]> {
    const key = idsKey(ids);
    return this.#compute('slow', 'suggestions', { ...question, ids }, patience, `suggestions ${JSON.stringify(question)} ${key}`);
  }

  history(asked: Asked<'history'>, patience: Patience): Promise<Moment[]> {
    return this.#compute('quick', 'history', asked, patience);
  }

  /** The nodes with the highest values of a metric, among all or those of the organizations with these ids. */
  async ranking(
    metric: RankedMetric,
    { ids, limit }: { readonly ids: Uint8Array | null; readonly limit: number },
    patience: Patience,
  ): Promise<Ranking> {
    const values = await this.values(metric, patience);
    const key = `ranking ${metric} ${String(limit)} ${idsKey(ids)}`;
    return this.#compute('reading', 'ranking', { values, ids, limit }, patience, key);
  }

  /** The value of a metric for each node. */
  async values(metric: RankedMetric, patience: Patience): Promise<Float64Array | Int32Array> {
    switch (metric) {
      case 'DEGREE':
        return degrees(this.graph);
      case 'WEIGHTED_DEGREE':
        return this.graph.strengths;
      case 'BETWEENNESS':
        return (await this.distances(patience)).betweenness;
      case 'CLOSENESS':
        return (await this.distances(patience)).closeness;
      case 'PAGE_RANK':
        return this.pageRank(patience);
      case 'CORE_NUMBER':
        return (await this.structure(patience)).core;
    }
  }

  /** Whether a measure is cached. */
  has(name: HeavyMeasure): boolean {
    const task = this.#tasks.get(name);
    return task !== undefined && task.value !== null;
  }

  /** The node of the record with this id or slug; null if it is not in the network. */
  nodeOf(key: string): number | null {
    const place = this.#placeOf(key);
    return place === null ? null : this.#nodeAt(place);
  }

  /** The node of the record at this index in the snapshot; null if it is not in the network. */
  #nodeAt(place: number): number | null {
    const { places } = this.nodes;
    let [low, high] = [0, places.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (at(places, middle) === place) return middle;
      if (at(places, middle) < place) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  }

  #placeOf(key: string): number | null {
    const { snapshot, nodes } = this;
    switch (nodes.level) {
      case 'ORGANIZATION':
      case 'CLUSTER':
        return (
          (UUID.test(key) ? organizationOf(snapshot, key) : null) ?? indexOfText(snapshot.slugs, key)
        );
      case 'SECTOR':
        return placeIn(
          listsOf(snapshot).sectors,
          ({ id, scheme, code }) => id === key || `${scheme}:${code}` === key,
        );
      case 'REGION':
        return placeIn(listsOf(snapshot).regions, ({ id, code }) => id === key || code === key);
    }
  }

  async #compute<Name extends DataTaskName>(
    pool: keyof TaskPools,
    name: Name,
    asked: Asked<Name>,
    patience: Patience,
    key = Object.keys(asked).length === 0 || 'key' in asked ? name : `${name} ${JSON.stringify(asked)}`,
  ): Promise<TaskResult<Name>> {
    const known = this.#tasks.get(key) as SharedTask<TaskResult<Name>> | undefined;
    if (known !== undefined) return known.wait(patience);
    const input = { ...asked, data: this.data } as unknown as TaskInput<Name>;
    const task = new SharedTask<TaskResult<Name>>(this.#pools[pool].run(name, input), () =>
      this.#tasks.delete(key),
    );
    this.#tasks.set(key, task);
    return task.wait(patience);
  }
}

/** The measures that can take seconds. */
export type HeavyMeasure = 'distances' | 'communities' | 'pageRank' | 'structure';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Names a set of ids by its content. */
export function idsKey(ids: Uint8Array | null): string {
  return ids === null ? '' : createHash('sha256').update(ids).digest('base64');
}

function degrees({ order, offsets }: Graph): Int32Array {
  const list = new Int32Array(order);
  for (let node = 0; node < order; node += 1) list[node] = at(offsets, node + 1) - at(offsets, node);
  return list;
}

function placeIn<T>(list: readonly T[], isSought: (entry: T) => boolean): number | null {
  const place = list.findIndex(isSought);
  return place < 0 ? null : place;
}
