import { Field, Float, Int, ObjectType } from 'type-graphql';
import { CooperationOffer } from '../../entities/knowledge/cooperation-offer.entity.js';
import { ReferenceField } from '../../src/fields/decorators.js';
import { NetworkNode } from './network-nodes.types.js';
import { NetworkSizeCount } from './network.types.js';

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

  @Field(() => Int, {
    description:
      'The number of neighbors of either that are not counted, because nearly every node has them.',
  })
  ignoredCount!: number;
}
