import { taskKey, type NetworkView } from './network-view.js';
import type { MeasureOptions } from './projection.js';
import type { Patience } from './shared-task.js';

type Values = Float64Array | Int32Array;

/** A metric of nodes. */
interface MetricDefinition {
  /** What the API calls it. */
  readonly name: string;
  readonly description: string;
  readonly method: string;
  readonly isInteger?: true;
  readonly values: (
    view: NetworkView,
    options: MeasureOptions,
    patience: Patience,
  ) => Promise<Values> | Values;
  /** How exact it is; exact if omitted. */
  readonly precision?: (
    view: NetworkView,
    options: MeasureOptions,
    patience: Patience,
  ) => Promise<Precision> | Precision;
  /** The key of the task that takes long. */
  readonly task?: (options: MeasureOptions) => string;
}

export interface Precision {
  readonly isExact: boolean;
  readonly sampleSize: number | null;
  readonly error: number | null;
  readonly confidence: number | null;
}

const EXACT: Precision = { isExact: true, sampleSize: null, error: null, confidence: null };

function ofPivots({ pivots }: NetworkView): Precision {
  return pivots.isExact ? EXACT : { ...EXACT, isExact: false, sampleSize: pivots.size };
}

/** The metrics of nodes that can be ranked, filtered and listed, by the field of a node. */
export const NODE_METRICS = {
  degree: {
    name: 'DEGREE',
    description: 'The number of neighbors.',
    method: 'Number of neighbors.',
    isInteger: true,
    values: (view, _, patience) => view.nodeDegrees({ of: 'ALL' }, patience),
  },
  inDegree: {
    name: 'IN_DEGREE',
    description: 'The number of neighbors that an edge leads from.',
    method: 'Number of incoming edges.',
    isInteger: true,
    values: (view, _, patience) => view.nodeDegrees({ of: 'IN' }, patience),
  },
  outDegree: {
    name: 'OUT_DEGREE',
    description: 'The number of neighbors that an edge leads to.',
    method: 'Number of outgoing edges.',
    isInteger: true,
    values: (view, _, patience) => view.nodeDegrees({ of: 'OUT' }, patience),
  },
  weightedDegree: {
    name: 'WEIGHTED_DEGREE',
    description: 'The sum of the weights of its edges.',
    method: 'Sum of the edge weights.',
    values: ({ graph }) => graph.strengths,
  },
  betweenness: {
    name: 'BETWEENNESS',
    description:
      'Betweenness: the share of shortest paths between other nodes that pass through the node.',
    method:
      'Brandes, edges of length 1, normalized; estimated from random shortest paths (Riondato and Kornaropoulos).',
    values: async (view, { estimate }, patience) =>
      (await view.betweenness(estimate, patience)).values,
    precision: async (view, { estimate }, patience) => {
      const { isExact, samples, error, confidence } = await view.estimatePlan(estimate, patience);
      return isExact ? EXACT : { isExact, sampleSize: samples, error, confidence };
    },
    task: ({ estimate }) => taskKey('betweenness', estimate),
  },
  closeness: {
    name: 'CLOSENESS',
    description: 'Closeness: how near the other nodes are.',
    method: 'Wasserman and Faust, edges of length 1.',
    values: async (view, _, patience) => (await view.distances(false, patience)).closeness,
    precision: ofPivots,
    task: () => 'distances false',
  },
  weightedBetweenness: {
    name: 'WEIGHTED_BETWEENNESS',
    description: 'Betweenness over paths whose edges have the length 1 / weight.',
    method: 'Brandes, edges of length 1 / weight, normalized.',
    values: async (view, _, patience) => (await view.distances(true, patience)).betweenness,
    precision: ofPivots,
    task: () => 'distances true',
  },
  weightedCloseness: {
    name: 'WEIGHTED_CLOSENESS',
    description: 'Closeness over paths whose edges have the length 1 / weight.',
    method: 'Wasserman and Faust, edges of length 1 / weight.',
    values: async (view, _, patience) => (await view.distances(true, patience)).closeness,
    precision: ofPivots,
    task: () => 'distances true',
  },
  pageRank: {
    name: 'PAGE_RANK',
    description: "PageRank: how important the node's neighbors are.",
    method: 'Iteration by weight along the edges, damping 0.85.',
    values: (view, _, patience) => view.pageRank(patience),
    task: () => taskKey('pageRank', {}),
  },
  eigenvector: {
    name: 'EIGENVECTOR',
    description:
      'Eigenvector centrality: how central the neighbors are, in turn by their neighbors.',
    method: 'Power iteration by weight in each component, whatever the direction of edges.',
    values: (view, _, patience) => view.eigenvector(patience),
    task: () => taskKey('eigenvector', {}),
  },
  hub: {
    name: 'HUB',
    description: 'Hub score (HITS): how much the node leads to authorities.',
    method: 'HITS (Kleinberg), power iteration by weight.',
    values: async (view, _, patience) => (await view.hubs(patience)).hubs,
    task: () => taskKey('hubs', {}),
  },
  authority: {
    name: 'AUTHORITY',
    description: 'Authority score (HITS): how much hubs lead to the node.',
    method: 'HITS (Kleinberg), power iteration by weight.',
    values: async (view, _, patience) => (await view.hubs(patience)).authorities,
    task: () => taskKey('hubs', {}),
  },
  coreNumber: {
    name: 'CORE_NUMBER',
    description: 'Core number: how dense the part of the network is that the node belongs to.',
    method: 'Batagelj and Zaveršnik.',
    isInteger: true,
    values: async (view, _, patience) => (await view.structure(patience)).core,
    task: () => taskKey('structure', {}),
  },
  constraint: {
    name: 'CONSTRAINT',
    description: "Burt's constraint: how much the node's neighbors are neighbors of each other.",
    method: 'Burt, by weight.',
    values: async (view, _, patience) => (await view.structuralHoles(patience)).constraint,
    task: () => taskKey('structuralHoles', {}),
  },
  effectiveSize: {
    name: 'EFFECTIVE_SIZE',
    description: "Burt's effective size: the number of neighbors that do not lead to each other.",
    method: 'Burt, by weight.',
    values: async (view, _, patience) => (await view.structuralHoles(patience)).effectiveSize,
    task: () => taskKey('structuralHoles', {}),
  },
} as const satisfies Readonly<Record<string, MetricDefinition>>;

export type NodeMetric = keyof typeof NODE_METRICS;
export const NODE_METRIC_FIELDS = Object.keys(NODE_METRICS) as NodeMetric[];
export type MetricName = (typeof NODE_METRICS)[NodeMetric]['name'];

export function metricNamed(name: MetricName): NodeMetric {
  const field = NODE_METRIC_FIELDS.find((each) => NODE_METRICS[each].name === name);
  if (field === undefined) throw new Error(`There is no metric ${name}.`);
  return field;
}

/** The values of a metric for each node. */
export function valuesOf(
  view: NetworkView,
  metric: NodeMetric,
  options: MeasureOptions,
  patience: Patience,
): Promise<Values> | Values {
  return (NODE_METRICS[metric] as MetricDefinition).values(view, options, patience);
}

/** How a metric is computed. */
export interface MetricMethod extends Precision {
  readonly metric: MetricName;
  readonly method: string;
}

export async function methodOf(
  view: NetworkView,
  metric: NodeMetric,
  options: MeasureOptions,
  patience: Patience,
): Promise<MetricMethod> {
  const { name, method, precision } = NODE_METRICS[metric] as MetricDefinition;
  const exactness = precision === undefined ? EXACT : await precision(view, options, patience);
  return { metric: name as MetricName, method, ...exactness };
}

/** The key of the task that a metric takes its values from; null if it takes none. */
export function taskOf(metric: NodeMetric, options: MeasureOptions): string | null {
  return (NODE_METRICS[metric] as MetricDefinition).task?.(options) ?? null;
}
