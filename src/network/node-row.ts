import type { NetworkData } from './answers.js';
import { arcDegrees, degreeOf, weightedDegreeOf } from './graph.js';
import { labelOf, nodeKey, nodeName } from './labels.js';
import type { CommunityMembers } from './members.js';
import { at, hasValue, numberAt, weightAt } from './shared-arrays.js';

/** What rows are made from, in any thread. */
export type RowData = Pick<NetworkData, 'snapshot' | 'graph' | 'nodes'>;

/** The fields of a node that need no computation. Each is made when it is read: there are many nodes. */
export class PlainNode {
  readonly view: RowData;
  readonly node: number;
  #label: ReturnType<typeof labelOf> | null = null;

  constructor(view: RowData, node: number) {
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

/** A community, with the network in which its members can be asked for. */
export interface CommunityOf<N> {
  /** From 1, the largest first; or that of the community of another day that it continues. */
  readonly number: number;
  /** The index among the communities of this network. */
  readonly index: number;
  readonly nodeCount: number;
  /** The name of its most central member, by PageRank. */
  readonly name: string;
  readonly central: number;
  readonly network: N;
}

/** Communities, and the number of each if it is not its index plus one. */
export interface CommunityColumns extends CommunityMembers {
  readonly numbers: Int32Array | null;
}

export type Values = Int32Array | Float64Array;

/** What the metrics of all nodes are taken from, in any thread. Values that are not numbers are null. */
export interface NodeColumns {
  readonly values: Readonly<Record<string, Values>>;
  readonly component?: Int32Array;
  readonly articulationPoints?: Int32Array;
  readonly community?: CommunityColumns;
}

/** Converts nodes to rows, with the metrics in these columns. */
export function rowsWith(
  data: RowData,
  { values, component, articulationPoints, community }: NodeColumns,
  network: unknown,
): (node: number) => PlainNode {
  const columns = Object.entries(values);
  return (node) => {
    const row = new PlainNode(data, node);
    for (const [metric, column] of columns) {
      const value = numberAt(column, node);
      Object.assign(row, { [metric]: Number.isNaN(value) ? null : value });
    }
    if (component !== undefined) Object.assign(row, { component: at(component, node) + 1 });
    if (articulationPoints !== undefined) {
      Object.assign(row, { isArticulationPoint: hasValue(articulationPoints, node) });
    }
    if (community === undefined) return row;
    const own = at(community.labels, node);
    return Object.assign(row, { community: communityRow(data, community, own, network) });
  };
}

export function communityRow<N>(
  { snapshot, nodes }: RowData,
  { sizes, offsets, members, numbers }: CommunityColumns,
  community: number,
  network: N,
): CommunityOf<N> {
  const central = at(members, at(offsets, community));
  return {
    number: numbers === null ? community + 1 : at(numbers, community),
    index: community,
    nodeCount: at(sizes, community),
    name: nodeName(snapshot, nodes, central),
    central,
    network,
  };
}
