import { at } from '../../network/graph.js';
import type { NetworkView } from '../../network/network-view.js';
import { TIE } from '../../network/pairs.js';
import { nodeKey } from '../../network/labels.js';
import type { DayRange } from '../../network/projection.js';
import { dayText, nodeRows, periodOf, type Metric, type NodeRow } from '../../network/rows.js';
import type { Patience } from '../../network/shared-task.js';
import { listsOf, NODE } from '../../network/snapshot.js';
import { TIE_KINDS, type NetworkTieKind } from '../../network/tie-kinds.js';

export type Value = string | number | null;

/** A column of nodes or edges, with its name in files and the type of its values. */
export interface Column<Row> {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'double';
  readonly valueOf: (row: Row) => Value;
}

/** An edge with the period in which it was in force, as far as its ties state it. */
export interface EdgeRow {
  readonly edge: number;
  readonly source: string;
  readonly target: string;
  readonly weight: number;
}

/** A network to export: its description, and its nodes and edges as streams. */
export interface ExportDocument {
  readonly view: NetworkView;
  /** Whether edges have their periods as a timeline, if the format supports it. */
  readonly isDynamic: boolean;
  readonly about: {
    readonly title: string;
    readonly query: string;
    readonly asOf: string | null;
    readonly version: string;
    readonly licences: readonly string[];
    readonly methods: readonly string[];
  };
  readonly nodeColumns: readonly Column<NodeRow>[];
  readonly edgeColumns: readonly Column<EdgeRow>[];
  nodes(): Generator<NodeRow>;
  edges(): Generator<EdgeRow>;
}

export interface ExportOptions {
  readonly metrics: ReadonlySet<Metric>;
  readonly isDynamic: boolean;
  /** The request. */
  readonly query: string;
}

export async function exportDocument(
  view: NetworkView,
  { metrics, isDynamic, query }: ExportOptions,
  patience: Patience,
): Promise<ExportDocument> {
  const rowOf = await nodeRows(view, metrics, patience);
  const { graph, projection, snapshot } = view;
  return {
    view,
    isDynamic,
    about: {
      title: 'Partnership graph',
      query,
      asOf: periodText(projection.period),
      version: String(snapshot.moment.version),
      licences: licencesOf(view),
      methods: view
        .methods()
        .filter(({ metric }) => [...metrics].some((name) => METHOD_OF[name] === metric))
        .map(
          ({ metric, method, sampleSize }) =>
            `${metric}: ${method}${sampleSize === null ? '' : ` Estimated from ${String(sampleSize)} nodes.`}`,
        ),
    },
    nodeColumns: nodeColumns(metrics),
    edgeColumns: edgeColumns(view),
    *nodes() {
      for (let node = 0; node < graph.order; node += 1) yield rowOf(node);
    },
    *edges() {
      for (let edge = 0; edge < graph.size; edge += 1) {
        yield {
          edge,
          source: nodeKey(snapshot, view.nodes, at(graph.low, edge)),
          target: nodeKey(snapshot, view.nodes, at(graph.high, edge)),
          weight: at(graph.weights, edge),
        };
      }
    },
  };
}

/** Null for components and communities, which are never estimated and have no parameters. */
const METHOD_OF: Readonly<Record<Metric, string | null>> = {
  betweenness: 'BETWEENNESS',
  closeness: 'CLOSENESS',
  pageRank: 'PAGE_RANK',
  coreNumber: 'CORE_NUMBER',
  component: null,
  community: null,
};

const METRIC_TYPES: Readonly<Record<Metric, 'integer' | 'double'>> = {
  betweenness: 'double',
  closeness: 'double',
  pageRank: 'double',
  coreNumber: 'integer',
  component: 'integer',
  community: 'integer',
};

function nodeColumns(metrics: ReadonlySet<Metric>): Column<NodeRow>[] {
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
    column('innerWeight', 'double', ({ innerWeight }) => innerWeight),
    ...[...metrics].map((metric) =>
      column(metric, METRIC_TYPES[metric], (row) =>
        metric === 'community' ? (row.community?.number ?? null) : (row[metric] ?? null),
      ),
    ),
    ...(metrics.has('community')
      ? [column('communityName', 'string', ({ community }) => community?.name ?? null)]
      : []),
  ];
}

function edgeColumns(view: NetworkView): Column<EdgeRow>[] {
  const { graph } = view;
  const ties = ({ edge }: EdgeRow) =>
    [at(graph.tieOffsets, edge), at(graph.tieOffsets, edge + 1)] as const;
  return [
    {
      name: 'ties',
      type: 'integer',
      valueOf(row) {
        const [first, end] = ties(row);
        return end - first;
      },
    },
    {
      name: 'kinds',
      type: 'string',
      valueOf(row) {
        const kinds = new Set(graph.ties.kind.subarray(...ties(row)));
        return TIE_KINDS.filter((_, kind) => kinds.has(kind)).join(';');
      },
    },
    { name: 'since', type: 'string', valueOf: ({ edge }) => periodOf(view, edge).since },
    { name: 'until', type: 'string', valueOf: ({ edge }) => periodOf(view, edge).until },
  ];
}

/** A day, or a period as an ISO 8601 interval; null for all ties. */
function periodText(period: DayRange | null): string | null {
  if (period === null) return null;
  const [from, to] = [dayText(period.from), dayText(period.to)];
  return from === to ? from : `${from}/${to}`;
}

/** The licenses of the sources in the network. */
function licencesOf({ snapshot, graph, nodes }: NetworkView): string[] {
  const { sources: labels } = listsOf(snapshot);
  const sources = new Set<number>();
  if (nodes.level === 'ORGANIZATION') {
    for (const place of nodes.places)
      sources.add(at(snapshot.nodes, place * NODE.size + NODE.source));
  }
  graph.ties.kind.forEach((kind, tie) => {
    const list = snapshot.ties[TIE_KINDS[kind] as NetworkTieKind];
    sources.add(at(list, at(graph.ties.record, tie) * TIE.size + TIE.source));
  });
  return [
    ...new Set([...sources].map((place) => labels[place]?.licence ?? 'not stated')),
  ].sort();
}
