import { arcDegrees, degreeOf, weightedDegreeOf } from './graph.js';
import { labelOf, nodeKey, nodeName } from './labels.js';
import { NODE_METRIC_FIELDS, valuesOf, type NodeMetric } from './metrics.js';
import type { NetworkView } from './network-view.js';
import type { OpenNetwork } from './network.js';
import { at, hasValue, numberAt, weightAt } from './shared-arrays.js';
import type { Patience } from './shared-task.js';

/** The metrics of a node that need no computation. */
const PLAIN = ['degree', 'inDegree', 'outDegree', 'weightedDegree'] as const;
type PlainMetric = (typeof PLAIN)[number];

const isPlain = (metric: NodeMetric): metric is PlainMetric =>
  PLAIN.some((plain) => plain === metric);

/** Metrics of nodes that are computed over the whole network, only on request. */
export type Metric =
  Exclude<NodeMetric, PlainMetric> | 'component' | 'community' | 'isArticulationPoint';
export const METRICS: readonly Metric[] = [
  ...NODE_METRIC_FIELDS.filter(
    (metric): metric is Exclude<NodeMetric, PlainMetric> => !isPlain(metric),
  ),
  'component',
  'community',
  'isArticulationPoint',
];

/** The metrics of a node that were asked for. */
type Measured = Partial<
  Readonly<Record<Exclude<Metric, 'community' | 'isArticulationPoint'>, number | null>>
> & {
  readonly community?: CommunityRow;
  readonly isArticulationPoint?: boolean;
};

/** A node, as in the API and exports, with the metrics that were asked for. */
export type NodeRow = PlainNode & Measured;

/** The fields of a node that need no computation. Each is made when it is read: there are many nodes. */
class PlainNode {
  readonly view: NetworkView;
  readonly node: number;
  #label: ReturnType<typeof labelOf> | null = null;

  constructor(view: NetworkView, node: number) {
    this.view = view;
    this.node = node;
  }

  get key(): string {
    const { snapshot, nodes } = this.view;
    return nodeKey(snapshot, nodes, this.node);
  }

  get name(): string {
    return this.#labels.name;
  }

  get slug(): string {
    return this.#labels.slug;
  }

  get kind(): string | null {
    return this.#labels.kind;
  }

  get country(): string | null {
    return this.#labels.country;
  }

  get organizationId(): string | null {
    return this.#labels.organizationId;
  }

  get sectorId(): string | null {
    return this.#labels.sectorId;
  }

  get regionId(): string | null {
    return this.#labels.regionId;
  }

  get organizationCount(): number {
    return at(this.view.nodes.sizes, this.node);
  }

  get degree(): number {
    return degreeOf(this.view.graph, this.node);
  }

  get inDegree(): number {
    return arcDegrees(this.view.graph, this.node).in;
  }

  get outDegree(): number {
    return arcDegrees(this.view.graph, this.node).out;
  }

  get weightedDegree(): number {
    return weightedDegreeOf(this.view.graph, this.node);
  }

  get innerWeight(): number {
    return weightAt(this.view.graph.inner, this.node);
  }

  get #labels() {
    const { snapshot, nodes } = this.view;
    return (this.#label ??= labelOf(snapshot, nodes, this.node));
  }
}

export interface CommunityRow {
  /** From 1, the largest first; or that of the community of another day that it continues. */
  readonly number: number;
  /** The index among the communities of this network. */
  readonly index: number;
  readonly nodeCount: number;
  /** The name of its most central member, by PageRank. */
  readonly name: string;
  readonly central: number;
  readonly network: OpenNetwork;
}

type Value = number | boolean | CommunityRow | null;
type Values = Readonly<Partial<Record<Metric, (node: number) => Value>>>;

/** Converts nodes to rows, with the requested metrics. */
export async function nodeRows(
  network: OpenNetwork,
  metrics: ReadonlySet<Metric>,
  patience: Patience,
): Promise<(node: number) => NodeRow> {
  const { view } = network;
  const values = Object.entries(await valuesFor(network, metrics, patience));
  return (node) => {
    const row = new PlainNode(view, node);
    for (const [metric, valueOf] of values) Object.assign(row, { [metric]: valueOf(node) });
    return row;
  };
}

async function valuesFor(
  network: OpenNetwork,
  metrics: ReadonlySet<Metric>,
  patience: Patience,
): Promise<Values> {
  const entries = await Promise.all(
    [...metrics].map(
      async (metric) => [metric, await valueFor(network, metric, patience)] as const,
    ),
  );
  return Object.fromEntries(entries);
}

async function valueFor(
  network: OpenNetwork,
  metric: Metric,
  patience: Patience,
): Promise<(node: number) => Value> {
  const { view, request } = network;
  if (metric === 'component') {
    const { component } = await view.structure(patience);
    return (node) => at(component, node) + 1;
  }
  if (metric === 'community') return (await communityRows(network, patience)).of;
  if (metric === 'isArticulationPoint') {
    const { articulationPoints } = await view.weakPoints(patience);
    return (node) => hasValue(articulationPoints, node);
  }
  const values = await valuesOf(view, metric, request.options, patience);
  return (node) => {
    const value = numberAt(values, node);
    return Number.isNaN(value) ? null : value;
  };
}

interface CommunityRows {
  readonly count: number;
  readonly modularity: number | null;
  /** The community with this index, the largest first. */
  readonly row: (community: number) => CommunityRow;
  readonly members: (community: number, limit: number) => readonly number[];
  readonly of: (node: number) => CommunityRow;
}

/** The communities, the largest first, and the community of each node. */
export async function communityRows(
  network: OpenNetwork,
  patience: Patience,
): Promise<CommunityRows> {
  const { view, request } = network;
  const communities = await view.communities(request.options.communities, patience);
  const { labels, sizes, modularity, offsets, members } = communities;
  const numbers = await network.communityNumbers(patience);
  const row = (community: number): CommunityRow => {
    const central = at(members, at(offsets, community));
    return {
      number: numbers === null ? community + 1 : at(numbers, community),
      index: community,
      nodeCount: at(sizes, community),
      name: nodeName(view.snapshot, view.nodes, central),
      central,
      network,
    };
  };
  return {
    count: sizes.length,
    modularity,
    row,
    members: (community, limit) => {
      const begin = at(offsets, community);
      return [...members.subarray(begin, Math.min(at(offsets, community + 1), begin + limit))];
    },
    of: (node) => row(at(labels, node)),
  };
}
