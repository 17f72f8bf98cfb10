import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DayScalar } from '../../entities/shared/partial-date.scalar.js';
import type { NetworkTieKind } from '../../src/network/tie-kinds.js';
import { InstantScalar } from '../../entities/shared/instant.scalar.js';
import type { MetricName } from '../../src/network/metrics.js';
import { NetworkMetric } from './network-enums.types.js';
import {
  NetworkLevel,
  NetworkTieKinds,
  NetworkWeighting,
  UndatedTies,
} from './network-selection.types.js';

@ObjectType({ description: 'The input that the figures of a network were computed on.' })
export class NetworkDescription {
  @Field(() => String, {
    description: 'The version of the data. The same version always gives the same figures.',
  })
  version!: string;

  @Field(() => Boolean, {
    description:
      'Whether the answer has all changes that were made before it was asked for. If false, a change is being taken in or a measure computed anew; ask again, or with `current: true`.',
  })
  isCurrent!: boolean;

  @Field(() => InstantScalar, { description: 'The time up to which the answer has all changes.' })
  asOfChange!: Date;

  @Field(() => String, { description: 'The organization filter, as JSON.' })
  filter!: string;

  @Field(() => [NetworkTieKinds], { description: 'The kinds of ties that are counted.' })
  ties!: NetworkTieKind[];

  @Field(() => DayScalar, {
    nullable: true,
    description: "The day of the network's state. Null if the network is not of one day.",
  })
  asOf!: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      'The first day of the period in which the ties were in force. Null if the network contains all known ties, including ended ones.',
  })
  from!: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The last day of the period. Null if the network contains all known ties.',
  })
  to!: string | null;

  @Field(() => UndatedTies, {
    description: 'Whether ties count whose start is unknown.',
  })
  undated!: UndatedTies;

  @Field(() => Int, {
    description:
      'The number of pairs of nodes that have only undated ties: edges of the network if `undated` is `INCLUDE`; left out if it is `EXCLUDE`.',
  })
  undatedEdges!: number;

  @Field(() => NetworkWeighting, { description: 'How the weights of the edges were computed.' })
  weightBy!: NetworkWeighting;

  @Field(() => String, {
    nullable: true,
    description: 'The currency of the weights. Null if they are not amounts.',
  })
  currency!: string | null;

  @Field(() => Int, {
    description:
      'If the weights are amounts: the number of ties left out because their amount in `currency` is unknown.',
  })
  withoutAmountCount!: number;

  @Field(() => Boolean, { description: 'Whether edges have a direction.' })
  directed!: boolean;

  @Field(() => NetworkLevel, {
    description: 'What the nodes represent: organizations, clusters, sectors or regions.',
  })
  level!: string;

  @Field(() => Int, { description: 'The number of organizations that match the filter.' })
  organizationCount!: number;

  @Field(() => Int, {
    description:
      'If the nodes are groups: the number of organizations that match the filter but are left out because they belong to no group.',
  })
  outsideCount!: number;

  @Field(() => Int, { description: 'The number of nodes in the network.' })
  nodeCount!: number;

  @Field(() => Int, { description: 'The number of edges: pairs of nodes with at least one tie.' })
  edgeCount!: number;

  @Field(() => Int, {
    description: 'The number of ties that make up the edges: a record counts once for an edge.',
  })
  tieCount!: number;

  @Field(() => Int, {
    description:
      'The number of partnerships, initiatives and persons that connect too many organizations to count every pair, so only the pairs with the lead are counted. Counted over the whole network.',
  })
  condensedCount!: number;
}

@ObjectType({ description: 'How a metric was computed.' })
export class NetworkMethod {
  @Field(() => NetworkMetric, { description: 'The metric that was computed.' })
  metric!: MetricName;

  @Field(() => Boolean, {
    description: 'Whether the metric is exact (true) or estimated from a sample (false).',
  })
  isExact!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'The number of randomly selected nodes or paths that the metric is estimated from. Null if it is exact.',
  })
  sampleSize!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The largest error of any value, with the probability `confidence`. Null if the metric is exact, or if no error is known.',
  })
  error!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The probability that no value has a larger error. Null if there is no `error`.',
  })
  confidence!: number | null;

  @Field(() => String, { description: 'The method and its parameters.' })
  method!: string;
}

@ObjectType({ description: 'The number of nodes or components of one size.' })
export class NetworkSizeCount {
  @Field(() => Int, { description: 'The size, degree or distance.' })
  size!: number;

  @Field(() => Int, { description: 'The number of nodes or components of this size.' })
  count!: number;
}

@ObjectType({ description: 'Statistics of a network.' })
export class NetworkStats {
  @Field(() => Float, {
    nullable: true,
    description:
      'The share of pairs of nodes that have an edge, from 0 to 1. Null if there are fewer than two nodes.',
  })
  density!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The average number of neighbors of a node. Null if there are no nodes.',
  })
  averageDegree!: number | null;

  @Field(() => [NetworkSizeCount], {
    description: 'The number of nodes (`count`) for each degree (`size`), lowest degree first.',
  })
  degrees!: NetworkSizeCount[];

  @Field(() => Int, {
    description: 'The number of components: parts of the network with no path between them.',
  })
  componentCount!: number;

  @Field(() => [NetworkSizeCount], {
    description: 'The number of components (`count`) of each size, largest first.',
  })
  componentSizes!: NetworkSizeCount[];

  @Field(() => Float, {
    nullable: true,
    description:
      'The average clustering coefficient: the mean over all nodes of the share of pairs of neighbors that are themselves neighbors (Watts and Strogatz). Null if there are no nodes.',
  })
  averageClustering!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The transitivity: the share of pairs of neighbors of any node that are themselves neighbors. Null if no node has two neighbors.',
  })
  transitivity!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Whether nodes with many neighbors tend to be neighbors of each other: degree assortativity, from -1 to 1. Null if all nodes have as many neighbors.',
  })
  degreeAssortativity!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The diameter of the largest component: the greatest distance between two of its nodes. Null if there are no nodes.',
  })
  diameter!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The radius of the largest component: the greatest distance from its most central node. Null if there are no nodes.',
  })
  radius!: number | null;

  @Field(() => Boolean, {
    description:
      'Whether `diameter` and `radius` are exact. If not, the diameter can be smaller and the radius greater.',
  })
  isExtentExact!: boolean;

  @Field(() => Int, {
    description: 'The number of bridges: edges whose removal would disconnect nodes.',
  })
  bridgeCount!: number;

  @Field(() => Int, {
    description: 'The number of articulation points: nodes whose removal would disconnect others.',
  })
  articulationPointCount!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "Whether organizations tend to have ties with organizations of the same kind: Newman's assortativity coefficient, from -1 to 1. Null if all organizations are of one kind, and for networks of groups.",
  })
  assortativityByKind!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The same coefficient by top-level sector of the taxonomy, over edges where both ends have a sector. An organization with several sectors counts in each by its share.',
  })
  assortativityBySector!: number | null;
}

@ObjectType({ description: 'What is left out because there is more than the requested limit.' })
export class NetworkCut {
  @Field(() => Int, { description: 'The number of nodes left out.' })
  nodeCount!: number;

  @Field(() => Int, {
    description:
      'The number of edges left out: edges of the nodes left out, and edges beyond ten times `first`.',
  })
  edgeCount!: number;
}

/** Filled in field by field. */
@ObjectType({
  description:
    'A part of the partnership graph. Its nodes are organizations; its edges are pairs of organizations with one or more ties. Edges have a direction only if `directed` is true.',
})
export class Network {
  @Field(() => NetworkDescription, {
    description: 'Describes the network and the data that its figures are based on.',
  })
  graph!: NetworkDescription;

  @Field(() => [NetworkMethod], { description: 'How each metric is computed.' })
  methods!: NetworkMethod[];
}
