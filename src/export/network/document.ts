import { setImmediate } from 'node:timers/promises';
import { at, byteAt, weightAt } from '../../network/shared-arrays.js';
import { BACKWARD, FORWARD, type Graph } from '../../network/graph.js';
import {
  methodOf,
  NODE_METRIC_FIELDS,
  NODE_METRICS,
  type MetricMethod,
} from '../../network/metrics.js';
import type { NetworkView } from '../../network/network-view.js';
import type { OpenNetwork } from '../../network/network.js';
import { isSameRecord, TIE } from '../../network/pairs.js';
import { nodeKey } from '../../network/labels.js';
import type { DayRange } from '../../network/projection.js';
import { dayText, partialDate } from '../../network/days.js';
import { nodeRows, type Metric, type NodeRow } from '../../network/node-rows.js';
import type { Patience } from '../../network/shared-task.js';
import { listsOf, NODE } from '../../network/snapshot.js';
import { TIE_KINDS, type NetworkTieKind } from '../../network/tie-kinds.js';
import { groupsOf, tiesOf, type Ties } from './timeline.js';

export type Value = string | number | null;

/** A column of nodes or edges, with its name in files and the type of its values. */
export interface Column<Row> {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'double';
  readonly valueOf: (row: Row) => Value;
}

/** An edge, or in a directed network an arc from its source to its target. */
export interface EdgeRow {
  /** From 0, in the order of the rows. */
  readonly number: number;
  readonly source: string;
  readonly target: string;
  /** The numbers of its source and target in the graph. */
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  /** The places of its ties in the graph. */
  readonly ties: readonly number[];
}

/** A network to export: its description, and its nodes and edges as streams. */
export interface ExportDocument {
  readonly view: NetworkView;
  readonly isDirected: boolean;
  readonly about: {
    readonly title: string;
    readonly query: string;
    readonly asOf: string | null;
    readonly version: string;
    readonly licences: readonly string[];
    readonly methods: readonly string[];
  };
  readonly ties: Ties;
  readonly nodeColumns: readonly Column<NodeRow>[];
  readonly edgeColumns: readonly Column<EdgeRow>[];
  nodes(): Generator<NodeRow>;
  edges(): Generator<EdgeRow>;
}

export interface ExportOptions {
  readonly metrics: ReadonlySet<Metric>;
  /** The request. */
  readonly query: string;
}

export async function exportDocument(
  network: OpenNetwork,
  { metrics, query }: ExportOptions,
  patience: Patience,
): Promise<ExportDocument> {
  const rowOf = await nodeRows(network, metrics, patience);
  const { view, request } = network;
  const { graph, projection, snapshot } = view;
  const isDirected = graph.arcs !== null;
  const ties = tiesIn(view);
  return {
    view,
    isDirected,
    about: {
      title: 'Partnership graph',
      query,
      asOf: periodText(projection.period),
      version: String(snapshot.moment.version),
      licences: await licencesOf(view),
      methods: await Promise.all(
        NODE_METRIC_FIELDS.filter((metric) => metrics.has(metric as Metric)).map(async (metric) =>
          methodText(await methodOf(view, metric, request.options, patience)),
        ),
      ),
    },
    ties,
    nodeColumns: nodeColumns(metrics, graph),
    edgeColumns: edgeColumns(graph, ties),
    *nodes() {
      for (let node = 0; node < graph.order; node += 1) yield rowOf(node);
    },
    *edges() {
      let number = 0;
      for (let edge = 0; edge < graph.size; edge += 1) {
        for (const { from, to, weight } of arcsOf(graph, edge)) {
          yield {
            number,
            source: nodeKey(snapshot, view.nodes, from),
            target: nodeKey(snapshot, view.nodes, to),
            from,
            to,
            weight,
            ties: tiesOf(graph, edge).filter((tie) => leadsFrom(graph, edge, from, tie)),
          };
          number += 1;
        }
      }
    },
  };
}

function tiesIn({ snapshot, graph, projection }: NetworkView): Ties {
  const { kind, record, weight } = graph.ties;
  const placeOf = (tie: number) => at(record, tie) * TIE.size;
  return {
    weightOf: (tie) => weightAt(weight, tie),
    // The amounts of a grant with two recipients in a group add up.
    isSameRecord: (left, right) =>
      left === right ||
      (projection.weighting !== 'AMOUNT' &&
        at(kind, left) === at(kind, right) &&
        isSameRecord(
          snapshot.ties[TIE_KINDS[at(kind, left)] as NetworkTieKind],
          placeOf(left),
          placeOf(right),
        )),
  };
}

/** The edge, or in a directed network its one or two arcs. */
function arcsOf({ low, high, weights, arcs }: Graph, edge: number) {
  const [one, other] = [at(low, edge), at(high, edge)];
  if (arcs === null) return [{ from: one, to: other, weight: weightAt(weights, edge) }];
  return [
    { from: one, to: other, weight: weightAt(arcs.forward, edge) },
    { from: other, to: one, weight: weightAt(arcs.backward, edge) },
  ].filter(({ weight }) => weight > 0);
}

/**
 * Whether a tie belongs to the arc that starts at this node. Ties without a direction, such as partnerships, belong to
 * both arcs of an edge, and all ties to an edge of an undirected network.
 */
function leadsFrom({ directions, low }: Graph, edge: number, from: number, tie: number): boolean {
  if (directions === null) return true;
  return (byteAt(directions, tie) & (from === at(low, edge) ? FORWARD : BACKWARD)) !== 0;
}

function methodText({ metric, method, sampleSize, error, confidence }: MetricMethod): string {
  const estimate = sampleSize === null ? '' : ` Estimated from ${String(sampleSize)} samples.`;
  const precision =
    error === null
      ? ''
      : ` No value is off by more than ${String(error)} (confidence ${String(confidence)}).`;
  return `${metric}: ${method}${estimate}${precision}`;
}

/** The type of a metric in a file. */
function typeOf(metric: Metric): 'integer' | 'double' {
  if (metric === 'component' || metric === 'community' || metric === 'isArticulationPoint') {
    return 'integer';
  }
  return 'isInteger' in NODE_METRICS[metric] ? 'integer' : 'double';
}

function valueOf(row: NodeRow, metric: Metric): Value {
  if (metric === 'community') return row.community?.number ?? null;
  if (metric === 'isArticulationPoint') return Number(row.isArticulationPoint);
  return row[metric] ?? null;
}

function nodeColumns(metrics: ReadonlySet<Metric>, graph: Graph): Column<NodeRow>[] {
  const column = (
    name: string,
    type: Column<NodeRow>['type'],
    valueOf: (row: NodeRow) => Value,
  ): Column<NodeRow> => ({ name, type, valueOf });
  return [
    column('kind', 'string', ({ kind }) => kind),
    column('slug', 'string', ({ slug }) => slug),
    column('country', 'string', ({ country }) => country),
    column('size', 'integer', ({ organizationCount }) => organizationCount),
    column('degree', 'integer', ({ degree }) => degree),
    column('weightedDegree', 'double', ({ weightedDegree }) => weightedDegree),
    ...directedColumns(graph),
    column('innerWeight', 'double', ({ innerWeight }) => innerWeight),
    ...[...metrics].map((metric) => column(metric, typeOf(metric), (row) => valueOf(row, metric))),
    ...(metrics.has('community')
      ? [column('communityName', 'string', ({ community }) => community?.name ?? null)]
      : []),
  ];
}

/** The number and the weight of the arcs that start or end at a node; none if the network is undirected. */
function directedColumns(graph: Graph): Column<NodeRow>[] {
  const { offsets, neighbours, edges, arcs } = graph;
  if (arcs === null) return [];
  const weightsOf = ({ node }: NodeRow, isOut: boolean) =>
    Array.from(edges.subarray(at(offsets, node), at(offsets, node + 1)), (edge, index) => {
      const isLow = node < at(neighbours, at(offsets, node) + index);
      return weightAt(isLow === isOut ? arcs.forward : arcs.backward, edge);
    }).filter((weight) => weight > 0);
  const sum = (weights: readonly number[]) => weights.reduce((total, weight) => total + weight, 0);
  return [
    { name: 'inDegree', type: 'integer', valueOf: (row) => weightsOf(row, false).length },
    { name: 'outDegree', type: 'integer', valueOf: (row) => weightsOf(row, true).length },
    { name: 'weightedInDegree', type: 'double', valueOf: (row) => sum(weightsOf(row, false)) },
    { name: 'weightedOutDegree', type: 'double', valueOf: (row) => sum(weightsOf(row, true)) },
  ];
}

function edgeColumns({ ties }: Graph, { isSameRecord }: Ties): Column<EdgeRow>[] {
  return [
    {
      name: 'ties',
      type: 'integer',
      valueOf: (row) => [...groupsOf(row.ties, isSameRecord)].length,
    },
    {
      name: 'kinds',
      type: 'string',
      valueOf(row) {
        const kinds = new Set(row.ties.map((tie) => at(ties.kind, tie)));
        return TIE_KINDS.filter((_, kind) => kinds.has(kind)).join(';');
      },
    },
    {
      name: 'since',
      type: 'string',
      valueOf: (row) => partialDate(extreme(row, ties.from, Math.min), '0'),
    },
    {
      name: 'until',
      type: 'string',
      valueOf: (row) => partialDate(extreme(row, ties.to, Math.max), '9'),
    },
  ];
}

/** The first or last date of ties. An edge between sectors can have more ties than a call can have arguments. */
function extreme(
  { ties }: EdgeRow,
  dates: Int32Array,
  choose: (left: number, right: number) => number,
): number {
  return ties.reduce((date, tie) => choose(date, at(dates, tie)), at(dates, ties[0] as number));
}

/** A day, or a period as an ISO 8601 interval; null for all ties. */
function periodText(period: DayRange | null): string | null {
  if (period === null) return null;
  const [from, to] = [dayText(period.from), dayText(period.to)];
  return from === to ? from : `${from}/${to}`;
}

/** The number of ties after which the process does its other work. */
const TIES_AT_ONCE = 50_000;

/** The licenses of the sources in the network. */
async function licencesOf({ snapshot, graph, nodes }: NetworkView): Promise<string[]> {
  const { sources: labels } = listsOf(snapshot);
  const sources = new Set<number>();
  if (nodes.level === 'ORGANIZATION') {
    for (const place of nodes.places)
      sources.add(at(snapshot.nodes, place * NODE.size + NODE.source));
  }
  const { kind, record } = graph.ties;
  for (let tie = 0; tie < kind.length; tie += 1) {
    const list = snapshot.ties[TIE_KINDS[at(kind, tie)] as NetworkTieKind];
    sources.add(at(list, at(record, tie) * TIE.size + TIE.source));
    if (tie % TIES_AT_ONCE === TIES_AT_ONCE - 1) await setImmediate();
  }
  return [...new Set([...sources].map((place) => labels[place]?.licence ?? 'not stated'))].sort();
}

/** The description of a network in one text, for formats without fields for it. */
export function aboutText({
  title,
  query,
  asOf,
  version,
  licences,
  methods,
}: ExportDocument['about']): string {
  return [
    `${title}, ${asOf === null ? 'all ties, including ended ones' : `as of ${asOf}`}, data version ${version}.`,
    `Request: ${query}.`,
    `Licenses of the sources: ${licences.join('; ') || 'none'}.`,
    ...methods,
  ].join(' ');
}

/**
 * Gives nodes different labels, for formats whose readers identify nodes by their label: a name that another node
 * already has is followed by the slug, or by the key.
 */
export function uniqueLabels(written: (name: string) => string): (row: NodeRow) => string {
  const used = new Set<string>();
  return ({ name, slug, key }) => {
    const names = [name, `${name} (${slug})`, `${name} (${key})`];
    const label = names.map(written).find((each) => !used.has(each)) ?? key;
    used.add(label);
    return label;
  };
}
