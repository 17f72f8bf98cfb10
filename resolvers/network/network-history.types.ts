import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DayScalar } from '../../entities/shared/partial-date.scalar.js';

@ObjectType({ description: 'The state of a network on one day.' })
export class NetworkMoment {
  @Field(() => DayScalar, { description: 'The day that the figures apply to.' })
  day!: string;

  @Field(() => Int, { description: 'The number of nodes with at least one tie in force.' })
  nodeCount!: number;

  @Field(() => Int, { description: 'The number of edges with at least one tie in force.' })
  edgeCount!: number;

  @Field(() => Int, { description: 'The number of components that these nodes formed.' })
  componentCount!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'The share of pairs of nodes that had an edge, from 0 to 1: the same figure as `stats.density` of the network on that day. Null if there are fewer than two nodes.',
  })
  density!: number | null;

  @Field(() => Int, {
    description:
      'The number of pairs of nodes that had only undated ties. They are counted in the other figures only if `undated` is `INCLUDE`.',
  })
  undatedEdges!: number;

  @Field(() => Int, { description: 'The number of nodes in the largest component.' })
  largestComponent!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'The average number of neighbors of a node. Null if there are no nodes.',
  })
  averageDegree!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The share of pairs of neighbors of any node that were themselves neighbors. Null if no node had two neighbors.',
  })
  transitivity!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The modularity of the communities (Leiden). Null if there were no edges.',
  })
  modularity!: number | null;

  @Field(() => Int, {
    description:
      'The number of edges added since the previous moment; at the first moment, all edges.',
  })
  addedCount!: number;

  @Field(() => Int, { description: 'The number of edges ended since the previous moment.' })
  endedCount!: number;
}

@ObjectType({ description: 'The differences in a network between two days.' })
export class NetworkChanges {
  @Field(() => Int, {
    description: 'The number of edges added: present on the later day but not on the earlier one.',
  })
  addedCount!: number;

  @Field(() => Int, {
    description: 'The number of edges ended: present on the earlier day but not on the later one.',
  })
  endedCount!: number;
}
