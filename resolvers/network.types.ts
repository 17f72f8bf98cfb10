import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { CooperationOffer } from '../entities/knowledge/cooperation-offer.entity.js';
import { Organization } from '../entities/network/organization.entity.js';
import { Region } from '../entities/network/region.entity.js';
import { Sector } from '../entities/network/sector.entity.js';
import { Source } from '../entities/knowledge/source.entity.js';
import { ReferenceField } from '../src/fields/decorators.js';
import { ORGANIZATION_TYPES } from '../entities/network/organization.entity.js';
import { DayScalar, PartialDateScalar } from '../entities/shared/partial-date.scalar.js';
import type { NetworkTieKind } from '../src/network/tie-kinds.js';
import { NetworkMetric } from './network-enums.types.js';
import { NetworkLevel, NetworkTieKinds } from './network-selection.types.js';

@ObjectType({ description: 'The input that the figures of a network were computed on.' })
export class NetworkDescription {
  @Field(() => String, {
    description: 'The version of the data. The same version always gives the same figures.',
  })
  version!: string;

  @Field(() => String, { description: 'The organization filter, as JSON.' })
  filter!: string;

  @Field(() => [NetworkTieKinds], { description: 'The kinds of ties that are counted.' })
  ties!: NetworkTieKind[];

  @Field(() => DayScalar, {
    nullable: true,
    description:
      "The day of the network's state. Null if the network contains all known ties, including ended ones.",
  })
  asOf!: string | null;

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

  @Field(() => Int, { description: 'The number of ties that make up the edges.' })
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
  metric!: NetworkMetric;

  @Field(() => Boolean, {
    description: 'Whether the metric is exact (true) or estimated from a sample (false).',
  })
  isExact!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'The number of randomly selected nodes the metric is estimated from. Null if it is exact.',
  })
  sampleSize!: number | null;

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

@ObjectType({ description: 'A node of a network: an organization, or a group of organizations.' })
export class NetworkNode {
  organizationId!: string | null;
  sectorId!: string | null;
  regionId!: string | null;

  @Field(() => ID, {
    description:
      'Identifies the node within any network: the id of its organization, sector or region. It is not a `Node` id, because the values of a node belong to one network.',
  })
  key!: string;

  @Field(() => String, { description: 'The name or title of the organization, sector or region.' })
  name!: string;

  @Field(() => ORGANIZATION_TYPES, {
    nullable: true,
    description: 'The kind of organization. Null for sectors and regions.',
  })
  kind!: string | null;

  @Field(() => Int, { description: 'The number of organizations that the node represents.' })
  organizationCount!: number;

  @Field(() => Int, { description: 'The number of neighbors.' })
  degree!: number;

  @Field(() => Float, { description: 'The sum of the weights of its edges.' })
  weightedDegree!: number;

  @Field(() => Float, {
    description:
      'The sum of the weights of the ties inside the group; 0 if the node is an organization.',
  })
  innerWeight!: number;

  @Field(() => Float, {
    description:
      'The share of shortest paths between other nodes that pass through it, from 0 to 1. `methods` states whether it is estimated.',
  })
  betweenness!: number;

  @Field(() => Float, {
    description:
      'The share of other nodes that can be reached, divided by the mean distance to them, from 0 to 1 (Wasserman and Faust). `methods` states whether it is estimated.',
  })
  closeness!: number;

  @Field(() => Float, {
    description: 'PageRank by edge weight; the values of all nodes add up to 1.',
  })
  pageRank!: number;

  @Field(() => Int, {
    description: 'The largest k such that the node belongs to the k-core.',
  })
  coreNumber!: number;

  @Field(() => Int, { description: 'The number of the component it belongs to; 1 is the largest.' })
  component!: number;

  @Field(() => NetworkCommunity, { description: 'The community it belongs to.' })
  community!: NetworkCommunity;

  @ReferenceField(() => Organization, {
    key: 'organizationId',
    nullable: true,
    description: 'The organization, with all fields of this schema. Null for sectors and regions.',
  })
  organization!: Organization | null;

  @ReferenceField(() => Sector, {
    key: 'sectorId',
    nullable: true,
    description: 'The sector, if the nodes are sectors; otherwise null.',
  })
  sector!: Sector | null;

  @ReferenceField(() => Region, {
    key: 'regionId',
    nullable: true,
    description: 'The region, if the nodes are regions; otherwise null.',
  })
  region!: Region | null;
}

@ObjectType({
  description:
    'A community: a group of nodes that are more connected among each other than expected by chance. Found with the Louvain method, by edge weight; the same data always give the same communities.',
})
export class NetworkCommunity {
  @Field(() => Int, { description: 'The number of the community; 1 is the largest.' })
  number!: number;

  @Field(() => String, { description: 'The name of its most central member.' })
  name!: string;

  @Field(() => Int, { description: 'The number of nodes in the community.' })
  nodeCount!: number;
}

@ObjectType({ description: 'An edge of a network: two nodes connected by one or more ties.' })
export class NetworkLink {
  @Field(() => ID, { description: 'The `key` of the first node.' })
  fromKey!: string;

  @Field(() => ID, {
    description:
      'The `key` of the second node. The order of the two nodes has a meaning only on a path.',
  })
  toKey!: string;

  @Field(() => Float, { description: 'The sum of the weights of its ties.' })
  weight!: number;

  @Field(() => Int, { description: 'The number of ties that make up the edge.' })
  tieCount!: number;

  @Field(() => [NetworkTieKinds], { description: 'The kinds of ties that make up the edge.' })
  kinds!: NetworkTieKind[];
}

@ObjectType({ description: 'One of the ties that make up an edge.' })
export class NetworkTie {
  recordId!: string;
  sourceId!: string;

  @Field(() => NetworkTieKinds, { description: 'The kind of the tie.' })
  kind!: NetworkTieKind;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      'The date from which the tie counts: its start or, if unknown, the day for which its source attests it.',
  })
  since!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The date until which the tie counts. Null if it has not ended.',
  })
  until!: string | null;

  @ReferenceField(() => Source, {
    key: 'sourceId',
    nullable: true,
    description: 'The source of the tie.',
  })
  source!: Source | null;
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

@ObjectType({ description: 'A node with the value of one of its metrics.' })
export class NetworkRank {
  @Field(() => Int, { description: 'The rank; 1 has the highest value.' })
  rank!: number;

  @Field(() => Float, { description: 'The value of the metric.' })
  value!: number;

  @Field(() => NetworkNode, { description: 'The node that this entry is about.' })
  node!: NetworkNode;
}

@ObjectType({ description: 'A node near another node.' })
export class NetworkNeighbour {
  @Field(() => Int, { description: 'The distance in steps.' })
  distance!: number;

  @Field(() => NetworkNode, { description: 'The node that this entry is about.' })
  node!: NetworkNode;
}

@ObjectType({ description: 'The nodes and edges around a node, nearest first.' })
export class NetworkNeighbourhood {
  @Field(() => [NetworkSizeCount], {
    description:
      'The number of nodes (`count`) at each distance in steps (`size`), including nodes that are not shown.',
  })
  distances!: NetworkSizeCount[];
}

@ObjectType({ description: 'A path from one node to another.' })
export class NetworkPath {
  @Field(() => Int, { description: 'The number of edges on the path.' })
  stepCount!: number;

  @Field(() => Float, {
    description:
      'The length of the path: the number of steps or, if `weighted` is true, the sum of 1 / weight.',
  })
  length!: number;
}

@ObjectType({ description: 'How two nodes are connected.' })
export class NetworkRelation {
  @Field(() => Boolean, {
    description:
      'Whether a path connects the two nodes, that is, whether they are in the same component.',
  })
  isConnected!: boolean;

  @Field(() => Float, {
    nullable: true,
    description:
      'The length of the shortest paths: the number of steps or, if `weighted` is true, the sum of 1 / weight. Null if there is no path.',
  })
  distance!: number | null;

  @Field(() => Int, { description: 'The number of other nodes that have an edge with both.' })
  commonPartnerCount!: number;
}

@ObjectType({
  description: 'A match between what one organization needs and what the other offers.',
})
export class NetworkOfferMatch {
  needId!: string;
  offerId!: string;

  @ReferenceField(() => CooperationOffer, {
    key: 'needId',
    nullable: true,
    description: 'What one organization needs.',
  })
  need!: CooperationOffer | null;

  @ReferenceField(() => CooperationOffer, {
    key: 'offerId',
    nullable: true,
    description: 'What the other organization offers.',
  })
  offer!: CooperationOffer | null;
}

@ObjectType({ description: 'Two organizations that have no tie and should meet.' })
export class NetworkSuggestion {
  @Field(() => Float, { description: 'The strength of the suggestion, by the measure requested.' })
  score!: number;

  @Field(() => Int, {
    description:
      'The number of neighbors in common. Neighbors that nearly every node has (more than 300 neighbors of their own) are not counted.',
  })
  commonCount!: number;
}

/** Filled in field by field. */
@ObjectType({
  description:
    'A part of the partnership graph. Its nodes are organizations; its edges are pairs of organizations with one or more ties. Edges are undirected.',
})
export class Network {
  @Field(() => NetworkDescription, {
    description: 'Describes the network and the data that its figures are based on.',
  })
  graph!: NetworkDescription;

  @Field(() => [NetworkMethod], { description: 'How each metric is computed.' })
  methods!: NetworkMethod[];
}
