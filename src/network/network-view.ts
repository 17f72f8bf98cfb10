import { LRUCache } from 'lru-cache';
import { at, nodesBy, numbers, weightedDegreeOf, type Graph } from './graph.js';
import type { Running, TaskPool } from './task-pool.js';
import type { Communities, Distances } from './measures/centrality.js';
import type { Moment } from './measures/history.js';
import { sampleOf } from './measures/sample.js';
import type { Categories, Structure } from './measures/structure.js';
import type { Suggestion, SuggestionRequest } from './measures/suggest.js';
import type { NetworkRequest } from './network-request.js';
import { project, sectorPairs, topSectors, type Nodes } from './project.js';
import { SharedTask, type Patience } from './shared-task.js';
import { organizationOf, type Snapshot } from './snapshot.js';
import type { TaskInput, TaskName, TaskResult } from './worker-tasks.js';
import { itemAt } from '../domain/present.js';

/** Two threads, so that slow tasks do not hold up quick ones. */
export interface TaskPools {
  readonly quick: TaskPool;
  readonly slow: TaskPool;
}

interface Parts {
  readonly key: string;
  readonly snapshot: Snapshot;
  readonly graph: Graph;
  readonly nodes: Nodes;
  readonly request: NetworkRequest;
  /** The indexes of the selected organizations; null if all are selected. */
  readonly chosen: Int32Array | null;
  readonly pools: TaskPools;
}

/** The requested network of the selected organizations (null for all). */
export function networkView(
  snapshot: Snapshot,
  chosen: Int32Array | null,
  parts: Pick<Parts, 'key' | 'request' | 'pools'>,
): NetworkView {
  const projected = project(snapshot, chosen, parts.request.projection);
  return new NetworkView({ ...parts, ...projected, snapshot, chosen });
}

/** How a metric is computed. */
interface MetricMethod {
  readonly metric:
    'DEGREE' | 'WEIGHTED_DEGREE' | 'BETWEENNESS' | 'CLOSENESS' | 'PAGE_RANK' | 'CORE_NUMBER';
  readonly method: string;
  readonly isExact: boolean;
  readonly sampleSize: number | null;
}

/** The step limit for shortest paths; above it, they are estimated from a sample of nodes. */
const MAX_STEPS = 12_000_000;
const MIN_PIVOTS = 50;

/** The maximum number of cached results of one network. */
const MAX_TASKS = 40;

/** One network at one version, with its cached results. */
export class NetworkView {
  readonly key: string;
  readonly snapshot: Snapshot;
  readonly graph: Graph;
  readonly nodes: Nodes;
  readonly request: NetworkRequest;
  readonly #chosen: Int32Array | null;
  readonly #pools: TaskPools;
  readonly #tasks = new LRUCache<string, SharedTask<unknown>>({ max: MAX_TASKS });
  #timeless: NetworkView | null = null;
  #byWeight: readonly number[] | null = null;
  #nodeOf: Map<number, number> | null = null;
  #placeOfSlug: Map<string, number> | null = null;

  constructor({ key, snapshot, graph, nodes, request, chosen, pools }: Parts) {
    this.key = key;
    this.snapshot = snapshot;
    this.graph = graph;
    this.nodes = nodes;
    this.request = request;
    this.#chosen = chosen;
    this.#pools = pools;
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

  /** The nodes by weighted degree, descending. */
  nodesByWeight(): readonly number[] {
    this.#byWeight ??= nodesBy(this.graph, (node) => weightedDegreeOf(this.graph, node));
    return this.#byWeight;
  }

  structure(patience: Patience): Promise<Structure> {
    return this.#compute('quick', 'structure', () => this.#categories(), patience);
  }

  pageRank(patience: Patience): Promise<Float64Array> {
    return this.#compute('quick', 'pageRank', () => this.key, patience);
  }

  communities(patience: Patience): Promise<Communities> {
    return this.#compute('quick', 'communities', () => this.key, patience);
  }

  distances(patience: Patience): Promise<Distances> {
    const { isExact, size } = this.pivots;
    const input = () => (isExact ? null : sampleOf(this.graph.order, size));
    return this.#compute('slow', 'distances', input, patience);
  }

  suggestions(request: SuggestionRequest, key: string, patience: Patience): Promise<Suggestion[]> {
    return this.#compute('slow', 'suggestions', () => request, patience, key);
  }

  history(days: readonly number[], patience: Patience): Promise<Moment[]> {
    return this.#compute('quick', 'history', () => days, patience, days.join(' '));
  }

  /** The same network with the ties of all days. */
  timeless(): NetworkView {
    const { projection } = this.request;
    if (projection.day === null) return this;
    this.#timeless ??= networkView(this.snapshot, this.#chosen, {
      key: `${this.key} timeless`,
      request: { ...this.request, projection: { ...projection, day: null } },
      pools: this.#pools,
    });
    return this.#timeless;
  }

  /** The node of the record with this id or slug; null if it is not in the network. */
  nodeOf(key: string): number | null {
    const place = this.#placeOf(key);
    return place === null ? null : this.nodeAt(place);
  }

  /** The node of the record at this index in the snapshot; null if it is not in the network. */
  nodeAt(place: number): number | null {
    this.#nodeOf ??= new Map(Array.from(this.nodes.places, (each, node) => [each, node]));
    return this.#nodeOf.get(place) ?? null;
  }

  #placeOf(key: string): number | null {
    const { snapshot, nodes } = this;
    switch (nodes.level) {
      case 'ORGANIZATION':
      case 'CLUSTER': {
        const place = organizationOf(snapshot, key);
        if (place !== null) return place;
        this.#placeOfSlug ??= new Map(
          snapshot.organizations.map(([, , slug], each) => [slug, each]),
        );
        return this.#placeOfSlug.get(key) ?? null;
      }
      case 'SECTOR':
        return placeIn(
          snapshot.sectors,
          ({ id, scheme, code }) => id === key || `${scheme}:${code}` === key,
        );
      case 'REGION':
        return placeIn(snapshot.regions, ({ id, code }) => id === key || code === key);
    }
  }

  async #compute<Name extends TaskName>(
    pool: keyof TaskPools,
    name: Name,
    input: () => TaskInput<Name>,
    patience: Patience,
    key = '',
  ): Promise<TaskResult<Name>> {
    const id = `${name} ${key}`;
    const known = this.#tasks.get(id) as SharedTask<TaskResult<Name>> | undefined;
    if (known !== undefined) return known.wait(patience);
    const running: Running<TaskResult<Name>> = this.#pools[pool].run(name, this.graph, input());
    const task = new SharedTask(running, () => this.#tasks.delete(id));
    this.#tasks.set(id, task);
    return task.wait(patience);
  }

  /** The categories by kind and by sector, if nodes are organizations. */
  #categories(): Categories[] {
    const { snapshot, nodes } = this;
    if (nodes.level !== 'ORGANIZATION') return [];
    const kinds = [...new Set(snapshot.organizations.map(([kind]) => kind))];
    const top = topSectors(snapshot);
    const sectors = new Map<number, Set<number>>();
    for (const [organization, sector] of sectorPairs(snapshot)) {
      const own = top[sector] ?? sector;
      if (snapshot.sectors[own]?.scheme !== this.request.projection.sectorScheme) continue;
      const known = sectors.get(organization) ?? new Set();
      sectors.set(organization, known.add(own));
    }
    return [
      categoriesOf(nodes, (place) => [kinds.indexOf(itemAt(snapshot.organizations, place)[0])]),
      categoriesOf(nodes, (place) => [...(sectors.get(place) ?? [])]),
    ];
  }
}

function categoriesOf({ places }: Nodes, of: (place: number) => readonly number[]): Categories {
  const lists = Array.from(places, of);
  const offsets = numbers(lists.length + 1);
  lists.forEach((list, node) => (offsets[node + 1] = at(offsets, node) + list.length));
  const items = numbers(at(offsets, lists.length));
  items.set(lists.flat());
  return { offsets, items };
}

function placeIn<T>(list: readonly T[], isSought: (entry: T) => boolean): number | null {
  const place = list.findIndex(isSought);
  return place < 0 ? null : place;
}
