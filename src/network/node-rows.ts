import { NODE_METRIC_FIELDS, valuesOf, type NodeMetric } from './metrics.js';
import type { OpenNetwork } from './network.js';
import {
  communityRow,
  rowsWith,
  type CommunityColumns,
  type CommunityOf,
  type NodeColumns,
  type PlainNode,
} from './node-row.js';
import { at } from './shared-arrays.js';
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

export type CommunityRow = CommunityOf<OpenNetwork>;

/** Metrics that are not a number for each node. */
type OtherMetric = 'component' | 'community' | 'isArticulationPoint';

const isNumeric = (metric: Metric): metric is Exclude<Metric, OtherMetric> =>
  !['component', 'community', 'isArticulationPoint'].includes(metric);

/** Computes the requested metrics. */
export async function nodeColumns(
  network: OpenNetwork,
  metrics: ReadonlySet<Metric>,
  patience: Patience,
): Promise<NodeColumns> {
  const { view, request } = network;
  const [values, structure, weak, community] = await Promise.all([
    Promise.all(
      [...metrics]
        .filter(isNumeric)
        .map(
          async (metric) =>
            [metric, await valuesOf(view, metric, request.options, patience)] as const,
        ),
    ),
    metrics.has('component') ? view.structure(patience) : null,
    metrics.has('isArticulationPoint') ? view.weakPoints(patience) : null,
    metrics.has('community') ? communityColumns(network, patience) : null,
  ]);
  return {
    values: Object.fromEntries(values),
    ...(structure !== null && { component: structure.component }),
    ...(weak !== null && { articulationPoints: weak.articulationPoints }),
    ...(community !== null && { community }),
  };
}

/** Converts nodes to rows, with the requested metrics. */
export async function nodeRows(
  network: OpenNetwork,
  metrics: ReadonlySet<Metric>,
  patience: Patience,
): Promise<(node: number) => NodeRow> {
  return rowsWith(network.view, await nodeColumns(network, metrics, patience), network);
}

async function communityColumns(
  network: OpenNetwork,
  patience: Patience,
): Promise<CommunityColumns> {
  const { view, request } = network;
  const communities = await view.communities(request.options.communities, patience);
  return { ...communities, numbers: await network.communityNumbers(patience) };
}

interface CommunityRows {
  readonly count: number;
  readonly modularity: number | null;
  /** The community with this index, the largest first. */
  readonly row: (community: number) => CommunityRow;
  readonly members: (community: number, limit: number) => readonly number[];
}

/** The communities, the largest first. */
export async function communityRows(
  network: OpenNetwork,
  patience: Patience,
): Promise<CommunityRows> {
  const columns = await communityColumns(network, patience);
  const { sizes, modularity, offsets, members } = columns;
  return {
    count: sizes.length,
    modularity,
    row: (community) => communityRow(network.view, columns, community, network),
    members: (community, limit) => {
      const begin = at(offsets, community);
      return [...members.subarray(begin, Math.min(at(offsets, community + 1), begin + limit))];
    },
  };
}
