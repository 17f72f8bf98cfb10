import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { ORGANIZATION_TYPES } from '../entities/organization.entity.js';
import { DayScalar, PartialDateScalar } from '../entities/partial-date.scalar.js';
import type { NetworkTieKind } from '../src/network/tie-kinds.js';
import { NetworkMetric } from './network-enums.types.js';
import { NetworkLevel, NetworkTieKinds } from './network-selection.types.js';

@ObjectType({ description: 'What network figures were computed on.' })
export class NetworkDescription {
  @Field(() => String, {
    description: 'The version of the data. The same version has the same figures.',
  })
  version!: string;

  @Field(() => String, { description: 'The filter of organisations, as JSON.' })
  filter!: string;

  @Field(() => [NetworkTieKinds], { description: 'The kinds of ties.' })
  ties!: NetworkTieKind[];

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The day; null if it has all that is known, ended or not.',
  })
  asOf!: string | null;

  @Field(() => NetworkLevel, { description: 'What the nodes are.' })
  level!: string;

  @Field(() => Int, { description: 'How many organisations the filter lets through.' })
  organizationCount!: number;

  @Field(() => Int, {
    description: 'How many of them are in no group, and so left out, where nodes are groups.',
  })
  outsideCount!: number;

  @Field(() => Int, { description: 'How many nodes it has.' })
  nodeCount!: number;

  @Field(() => Int, { description: 'How many edges: pairs of nodes with a tie.' })
  edgeCount!: number;

  @Field(() => Int, { description: 'How many ties the edges are made of.' })
  tieCount!: number;

  @Field(() => Int, {
    description:
      'How many partnerships, initiatives and persons tie too many for all pairs, so that only the pairs with the lead are taken; counted over the whole network.',
  })
  condensedCount!: number;
}

@ObjectType({ description: 'How a metric was computed.' })
export class NetworkMethod {
  @Field(() => NetworkMetric, { description: 'The metric.' })
  metric!: NetworkMetric;

  @Field(() => Boolean, { description: 'Whether it is exact, or an estimate from a sample.' })
  isExact!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'From how many nodes, drawn at random, it is estimated. Null if it is exact.',
  })
  sampleSize!: number | null;

  @Field(() => String, { description: 'The method and its parameters.' })
  method!: string;
}

@ObjectType({ description: 'How many there are of a size.' })
export class NetworkSizeCount {
  @Field(() => Int, { description: 'The size, or the degree.' })
  size!: number;

  @Field(() => Int, { description: 'How many have it.' })
  count!: number;
}

@ObjectType({ description: 'A network in figures.' })
export class NetworkStats {
  @Field(() => Float, {
    nullable: true,
    description: 'The share of pairs that have an edge. Null with fewer than two nodes.',
  })
  density!: number | null;

  @Field(() => Float, { nullable: true, description: 'How many neighbours a node has on average.' })
  averageDegree!: number | null;

  @Field(() => [NetworkSizeCount], { description: 'How many nodes have which degree, ascending.' })
  degrees!: NetworkSizeCount[];

  @Field(() => Int, { description: 'How many components: parts with no path between them.' })
  componentCount!: number;

  @Field(() => [NetworkSizeCount], {
    description: 'How many components have which size, the largest first.',
  })
  componentSizes!: NetworkSizeCount[];

  @Field(() => Float, {
    nullable: true,
    description:
      'The mean over all nodes of the share of pairs of neighbours that are neighbours (Watts and Strogatz). Null without nodes.',
  })
  averageClustering!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Whether organisations are tied with those of the same kind: Newman's coefficient, from -1 to 1. Null where all are of one kind, and for networks of groups.",
  })
  assortativityByKind!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The same by sector at the top of the taxonomy, over edges whose both ends have one; who has several counts in each by its share.',
  })
  assortativityBySector!: number | null;
}

@ObjectType({ description: 'A node of a network: an organisation, or a group of them.' })
export class NetworkNode {
  @Field(() => ID, {
    description:
      'Names the node within any network: the id of its organization, sector or region. A node itself has no identity: its figures are those of one network.',
  })
  key!: string;

  @Field(() => String, { description: 'Its name or title.' })
  name!: string;

  @Field(() => ORGANIZATION_TYPES, {
    nullable: true,
    description: 'The kind of organisation. Null for sectors and regions.',
  })
  kind!: string | null;

  @Field(() => Int, { description: 'How many organisations it stands for.' })
  organizationCount!: number;

  @Field(() => Int, { description: 'How many neighbours it has.' })
  degree!: number;

  @Field(() => Float, { description: 'What its edges weigh together.' })
  weightedDegree!: number;

  @Field(() => Float, {
    description: 'What the ties within it weigh together, where it is a group; otherwise 0.',
  })
  innerWeight!: number;

  @Field(() => Float, {
    description:
      'The share of shortest paths between others that lead over it, from 0 to 1; `methods` says whether it is estimated.',
  })
  betweenness!: number;

  @Field(() => Float, {
    description:
      'The share of others that can be reached over the mean distance to them, from 0 to 1 (Wasserman and Faust); `methods` says whether it is estimated.',
  })
  closeness!: number;

  @Field(() => Float, {
    description: 'PageRank over the weights of edges; all nodes together have 1.',
  })
  pageRank!: number;

  @Field(() => Int, {
    description: 'The largest k for which it is in a part where all have k neighbours or more.',
  })
  coreNumber!: number;

  @Field(() => Int, { description: 'The number of its component; 1 is the largest.' })
  component!: number;

  @Field(() => NetworkCommunity, { description: 'The community that it is in.' })
  community!: NetworkCommunity;
}

@ObjectType({
  description:
    'A community: more tied within than by chance (Louvain, by weight; the same data give the same communities).',
})
export class NetworkCommunity {
  @Field(() => Int, { description: 'Its number; 1 is the largest.' })
  number!: number;

  @Field(() => String, { description: 'The name of its most central member.' })
  name!: string;

  @Field(() => Int, { description: 'How many nodes are in it.' })
  nodeCount!: number;
}

@ObjectType({ description: 'An edge of a network: two nodes with one or more ties.' })
export class NetworkLink {
  @Field(() => ID, { description: 'The `key` of the one node.' })
  fromKey!: string;

  @Field(() => ID, {
    description: 'The `key` of the other node. The order has a meaning only on a path.',
  })
  toKey!: string;

  @Field(() => Float, { description: 'What its ties weigh together.' })
  weight!: number;

  @Field(() => Int, { description: 'How many ties it is made of.' })
  tieCount!: number;

  @Field(() => [NetworkTieKinds], { description: 'The kinds of ties that it is made of.' })
  kinds!: NetworkTieKind[];
}

@ObjectType({ description: 'One of the ties that make an edge.' })
export class NetworkTie {
  recordId!: string;
  sourceId!: string;

  @Field(() => NetworkTieKinds, { description: 'Its kind.' })
  kind!: NetworkTieKind;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      'Since when it is counted: its start or, where nobody knows it, the day for which its source attests it.',
  })
  since!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'Until when it is counted. Null if it has not ended.',
  })
  until!: string | null;
}

@ObjectType({ description: 'What is not shown because there is more than was asked for.' })
export class NetworkCut {
  @Field(() => Int, { description: 'How many nodes are not shown.' })
  nodeCount!: number;

  @Field(() => Int, {
    description:
      'How many edges are not shown: those of such nodes, and those beyond ten times as many as `first`.',
  })
  edgeCount!: number;
}

@ObjectType({ description: 'A node with one of its figures.' })
export class NetworkRank {
  @Field(() => Int, { description: 'Its place: 1 has the highest figure.' })
  rank!: number;

  @Field(() => Float, { description: 'The figure.' })
  value!: number;

  @Field(() => NetworkNode, { description: 'The node.' })
  node!: NetworkNode;
}

@ObjectType({ description: 'A node near another.' })
export class NetworkNeighbour {
  @Field(() => Int, { description: 'How many steps it is away.' })
  distance!: number;

  @Field(() => NetworkNode, { description: 'The node.' })
  node!: NetworkNode;
}

@ObjectType({ description: 'What is around a node, the nearest first.' })
export class NetworkNeighbourhood {
  @Field(() => [NetworkSizeCount], {
    description: 'How many nodes are how many steps away (`size`), whether shown or not.',
  })
  distances!: NetworkSizeCount[];
}

@ObjectType({ description: 'A way from one node to another.' })
export class NetworkPath {
  @Field(() => Int, { description: 'How many edges it has.' })
  stepCount!: number;

  @Field(() => Float, {
    description: 'How long it is: its steps or, where weights count, the sum of 1 / weight.',
  })
  length!: number;
}

@ObjectType({ description: 'How two nodes are connected.' })
export class NetworkRelation {
  @Field(() => Boolean, {
    description: 'Whether any path leads from one to the other: they are in the same component.',
  })
  isConnected!: boolean;

  @Field(() => Float, {
    nullable: true,
    description:
      'The length of the shortest paths: their steps or, where weights count, the sum of 1 / weight. Null if there is none.',
  })
  distance!: number | null;

  @Field(() => Int, { description: 'With how many others both have an edge.' })
  commonPartnerCount!: number;
}

@ObjectType({ description: 'What one needs and the other offers.' })
export class NetworkOfferMatch {
  needId!: string;
  offerId!: string;
}

@ObjectType({ description: 'Two that have no tie and should meet.' })
export class NetworkSuggestion {
  @Field(() => Float, { description: 'How much speaks for it, by the measure asked for.' })
  score!: number;

  @Field(() => Int, {
    description:
      'How many neighbours they have in common, those that nearly everybody has not counted.',
  })
  commonCount!: number;
}

@ObjectType({ description: 'How a network stood on a day.' })
export class NetworkMoment {
  @Field(() => DayScalar, { description: 'The day.' })
  day!: string;

  @Field(() => Int, { description: 'How many nodes had at least one tie in force.' })
  nodeCount!: number;

  @Field(() => Int, { description: 'How many edges had at least one tie in force.' })
  edgeCount!: number;

  @Field(() => Int, { description: 'How many components they made.' })
  componentCount!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'The share of pairs of these nodes that had an edge. Null with fewer than two.',
  })
  density!: number | null;

  @Field(() => Int, {
    description: 'How many edges had come since the moment before; all of them at the first.',
  })
  addedCount!: number;

  @Field(() => Int, { description: 'How many edges had gone since the moment before.' })
  endedCount!: number;
}

@ObjectType({ description: 'How a network differs between two days.' })
export class NetworkChanges {
  @Field(() => Int, { description: 'How many edges have come.' })
  addedCount!: number;

  @Field(() => Int, { description: 'How many edges have gone.' })
  endedCount!: number;
}

/** Filled in field by field. */
@ObjectType({
  description:
    'A part of the partnership graph. Its nodes are the organisations of this schema, its edges pairs of them with one or more ties; edges have no direction.',
})
export class Network {
  @Field(() => NetworkDescription, { description: 'What it is, and what its figures are of.' })
  graph!: NetworkDescription;

  @Field(() => [NetworkMethod], { description: 'How its metrics are computed.' })
  methods!: NetworkMethod[];
}
