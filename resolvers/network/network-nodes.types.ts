import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Organization, ORGANIZATION_TYPES } from '../../entities/network/organization.entity.js';
import { Region } from '../../entities/network/region.entity.js';
import { Sector } from '../../entities/network/sector.entity.js';
import { ReferenceField } from '../../src/fields/decorators.js';

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

  @Field(() => Int, {
    description:
      'The number of neighbors that an edge leads from; the same as `degree` if the network is undirected.',
  })
  inDegree!: number;

  @Field(() => Int, {
    description:
      'The number of neighbors that an edge leads to; the same as `degree` if the network is undirected.',
  })
  outDegree!: number;

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

  @Field(() => Float, {
    description:
      'Betweenness over paths whose edges have the length 1 / weight. `methods` states whether it is estimated.',
  })
  weightedBetweenness!: number;

  @Field(() => Float, {
    description:
      'Closeness over paths whose edges have the length 1 / weight. `methods` states whether it is estimated.',
  })
  weightedCloseness!: number;

  @Field(() => Float, {
    description:
      'Eigenvector centrality by edge weight: high if the neighbors have high values themselves.',
  })
  eigenvector!: number;

  @Field(() => Float, {
    description: 'Hub score (HITS): high if the node leads to nodes with high `authority`.',
  })
  hub!: number;

  @Field(() => Float, {
    description: 'Authority score (HITS): high if nodes with a high `hub` score lead to it.',
  })
  authority!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "Burt's constraint: how much the neighbors are neighbors of each other. Low values mean that the node bridges structural holes. Null if it has no neighbors.",
  })
  constraint!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Burt's effective size: the number of neighbors less what they have in common. Null if it has no neighbors.",
  })
  effectiveSize!: number | null;

  @Field(() => Boolean, {
    description: 'Whether its removal would disconnect other nodes (an articulation point).',
  })
  isArticulationPoint!: boolean;

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
    'A community: a group of nodes that are more connected among each other than expected by chance, by edge weight. The same data always give the same communities.',
})
export class NetworkCommunity {
  @Field(() => Int, {
    description:
      'The number of the community; 1 is the largest. With `communitiesAsOf`, the number that the community had on that day, or a new one.',
  })
  number!: number;

  @Field(() => String, { description: 'The name of its most central member.' })
  name!: string;

  @Field(() => Int, { description: 'The number of nodes in the community.' })
  nodeCount!: number;
}
