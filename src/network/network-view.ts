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
import { bytesOf, type Graph } from './graph.js';
import type { WrittenList } from './list-text.js';
import type { WeakPoints } from './measures/connectivity.js';
import type { Distances } from './measures/distances.js';
import type { Extent } from './measures/eccentricity.js';
import type { Estimate } from './measures/estimate.js';
import type { HubsAndAuthorities } from './measures/ranking.js';
import type { StructuralHoles } from './measures/structural-holes.js';
import type { Moment } from './measures/history.js';
import { sampleOf } from './measures/sample.js';
import type { Structure } from './measures/structure.js';
import type { CommunityMembers } from './members.js';
import type { Nodes, Projected } from './project.js';
import type { CommunityOptions, EstimateOptions, Projection } from './projection.js';
import { at, type Numbers } from './shared-arrays.js';
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

/** The step limit for closeness from all nodes; above it, it is estimated from a sample of nodes. */
const MAX_STEPS = 12_000_000;
const MIN_PIVOTS = 50;

/** The memory of the cached results of a network: that of its graph, and at least this. */
const MIN_RESULT_BYTES = 1_000_000;
/** The memory of a result: two figures for each node. */
const resultBytes = ({ order }: Graph) => 1000 + order * 16;

interface ViewParts extends Projected {
  readonly snapshot: Snapshot;
  readonly projection: Projection;
  readonly pools: TaskPools;
}

/** A task that is the same for everybody who asks: it is named by what is asked. */
type Asked<Name extends DataTaskName> = Omit<TaskInput<Name>, 'data'>;

/** One network at one version, with its cached results. Everything is computed in worker threads. */
export class NetworkView {
  readonly snapshot: Snapshot;
  readonly graph: Graph;
  readonly nodes: Nodes;
  readonly projection: Projection;
  readonly tieCount: number;
  readonly undatedEdges: number;
  readonly withoutAmount: number;
  readonly #pools: TaskPools;
  readonly #tasks: LRUCache<string, SharedTask<unknown>>;
  #isMeasured = false;

  constructor({
    snapshot,
    graph,
    nodes,
    tieCount,
    undatedEdges,
    withoutAmount,
    projection,
    pools,
  }: ViewParts) {
    this.snapshot = snapshot;
    this.graph = graph;
    this.nodes = nodes;
    this.projection = projection;
    this.tieCount = tieCount;
    this.undatedEdges = undatedEdges;
    this.withoutAmount = withoutAmount;
    this.#pools = pools;
    this.#tasks = new LRUCache({
      maxSize: MIN_RESULT_BYTES + bytesOf(graph),
      sizeCalculation: () => resultBytes(graph),
    });
  }

  /** Whether a measure of it has been asked for. */
  get isMeasured(): boolean {
    return this.#isMeasured;
  }

  /** What a later network of the same kind can be made from. */
  get projected(): Projected & { readonly snapshot: Snapshot } {
    const { snapshot, graph, nodes, tieCount, undatedEdges, withoutAmount } = this;
    return { snapshot, graph, nodes, tieCount, undatedEdges, withoutAmount };
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

  heaviest(limit: number, patience: Patience): Promise<HeaviestPart> {
    return this.#compute('reading', 'heaviest', { limit }, patience);
  }

  degrees(patience: Patience): Promise<SizeCount[]> {
    return this.#compute('reading', 'degrees', {}, patience);
  }

  nodeDegrees(asked: Asked<'nodeDegrees'>, patience: Patience): Promise<Numbers> {
    return this.#compute('reading', 'nodeDegrees', asked, patience);
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
    return this.#compute('quick', 'pageRank', {}, patience);
  }

  eigenvector(patience: Patience): Promise<Float64Array> {
    return this.#compute('slow', 'eigenvector', {}, patience);
  }

  hubs(patience: Patience): Promise<HubsAndAuthorities> {
    return this.#compute('slow', 'hubs', {}, patience);
  }

  structuralHoles(patience: Patience): Promise<StructuralHoles> {
    return this.#compute('quick', 'structuralHoles', {}, patience);
  }

  weakPoints(patience: Patience): Promise<WeakPoints> {
    return this.#compute('quick', 'weakPoints', {}, patience);
  }

  extent(patience: Patience): Promise<Extent | null> {
    return this.#compute('slow', 'extent', {}, patience);
  }

  communities(options: CommunityOptions, patience: Patience): Promise<CommunityMembers> {
    return this.#compute('quick', 'communities', options, patience);
  }

  /** The number of each community: that of the one in another network with which it has the most in common. */
  async matchedCommunities(
    other: NetworkView,
    options: CommunityOptions,
    patience: Patience,
  ): Promise<Numbers> {
    const { labels } = await this.communities(options, patience);
    const before = await other.communities(options, patience);
    const asked = { labels, before: before.labels, places: other.nodes.places };
    const { moment } = other.snapshot;
    const key = `matched ${JSON.stringify([moment.version, other.projection.period, options])}`;
    return this.#compute('quick', 'matched', asked, patience, key);
  }

  betweenness(options: EstimateOptions, patience: Patience): Promise<Estimate> {
    return this.#compute('slow', 'betweenness', options, patience);
  }

  /** How exact the betweenness is, before it is computed. */
  estimatePlan(options: EstimateOptions, patience: Patience): Promise<Omit<Estimate, 'values'>> {
    return this.#compute('quick', 'estimatePlan', options, patience);
  }

  /** Closeness, and betweenness over weighted paths: exact, or an estimate from a sample of nodes. */
  distances(weighted: boolean, patience: Patience): Promise<Distances> {
    const { isExact, size } = this.pivots;
    const pivots = isExact ? null : sampleOf(this.graph.order, size);
    const key = `distances ${String(weighted)}`;
    return this.#compute('slow', 'distances', { pivots, weighted }, patience, key);
  }

  suggestions(
    question: Omit<SuggestionQuestion, 'among'>,
    ids: Uint8Array | null,
    patience: Patience,
  ): Promise<SuggestionWithOffers[]> {
    const key = idsKey(ids);
    return this.#compute(
      'slow',
      'suggestions',
      { ...question, ids },
      patience,
      `suggestions ${JSON.stringify(question)} ${key}`,
    );
  }

  history(asked: Asked<'history'>, patience: Patience): Promise<Moment[]> {
    return this.#compute('quick', 'history', asked, patience);
  }

  /**
   * The nodes with the highest values, among all or those of the organizations with these ids.
   *
   * @param key names what the values and the bounds are: they are too long to compare
   */
  ranking(asked: Asked<'ranking'>, key: string, patience: Patience): Promise<Ranking> {
    const name = `ranking ${key} ${String(asked.limit)} ${idsKey(asked.ids)}`;
    return this.#compute('reading', 'ranking', asked, patience, name);
  }

  /**
   * Nodes or edges as JSON; null if a value is refused. Requests at the same time share it, but it is not kept: it can
   * be larger than the network.
   *
   * @param key names what is written of them
   */
  async listText(
    asked: Asked<'listText'> & { readonly items: Numbers },
    key: string,
    patience: Patience,
  ): Promise<WrittenList | null> {
    const { buffer, byteOffset, byteLength } = asked.items;
    const name = `list ${key} ${idsKey(new Uint8Array(buffer, byteOffset, byteLength))}`;
    try {
      return await this.#compute('reading', 'listText', asked, patience, name);
    } finally {
      this.#tasks.delete(name);
    }
  }

  /** Whether the result of the task with this key is cached. */
  has(key: string): boolean {
    const task = this.#tasks.get(key);
    return task !== undefined && task.value !== null;
  }

  isComputing(key: string): boolean {
    return this.#tasks.get(key)?.value === null;
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
          (UUID.test(key) ? organizationOf(snapshot, key) : null) ??
          indexOfText(snapshot.slugs, key)
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
    key: string = taskKey(name, asked),
  ): Promise<TaskResult<Name>> {
    const known = this.#tasks.get(key) as SharedTask<TaskResult<Name>> | undefined;
    if (known !== undefined) return known.wait(patience);
    if (pool !== 'reading') this.#isMeasured = true;
    // The compiler does not know that what is asked and the data are all that the input of any task has.
    const input = { ...asked, data: this.data } as unknown as TaskInput<Name>;
    const task = new SharedTask<TaskResult<Name>>(this.#pools[pool].run(name, input), () =>
      this.#tasks.delete(key),
    );
    this.#tasks.set(key, task);
    return task.wait(patience);
  }
}

/** Names a task by what is asked. */
export const taskKey = (name: DataTaskName, asked: object): string =>
  `${name} ${JSON.stringify(asked)}`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Names a set of ids by its content. */
export function idsKey(ids: Uint8Array | null): string {
  return ids === null ? '' : createHash('sha256').update(ids).digest('base64');
}

function placeIn<T>(list: readonly T[], isSought: (entry: T) => boolean): number | null {
  const place = list.findIndex(isSought);
  return place < 0 ? null : place;
}
