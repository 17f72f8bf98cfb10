import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Source } from '../../entities/knowledge/source.entity.js';
import { PartialDateScalar } from '../../entities/shared/partial-date.scalar.js';
import { ReferenceField } from '../../src/fields/decorators.js';
import type { NetworkTieKind } from '../../src/network/tie-kinds.js';
import { NetworkTieKinds } from './network-selection.types.js';

@ObjectType({ description: 'An edge of a network: two nodes connected by one or more ties.' })
export class NetworkLink {
  @Field(() => ID, { description: 'The `key` of the first node.' })
  fromKey!: string;

  @Field(() => ID, {
    description:
      'The `key` of the second node. The order of the two nodes has a meaning only on a path and if `isDirected` is true.',
  })
  toKey!: string;

  @Field(() => Boolean, {
    description: 'Whether the edge leads from the first node to the second, and not back.',
  })
  isDirected!: boolean;

  @Field(() => Float, { description: 'The sum of the weights of its ties.' })
  weight!: number;

  @Field(() => Int, {
    description: 'The number of ties that make up the edge: a record counts once.',
  })
  tieCount!: number;

  @Field(() => [NetworkTieKinds], { description: 'The kinds of ties that make up the edge.' })
  kinds!: NetworkTieKind[];
}

@ObjectType({ description: 'A period in which a tie was in force.' })
export class NetworkTiePeriod {
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The start of the period. Null if it is unknown.',
  })
  since!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The end of the period. Null if it has not ended or the end is unknown.',
  })
  until!: string | null;
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

  @Field(() => [NetworkTiePeriod], {
    description:
      'The periods in which it was in force. Two persons in office or two participants can meet more than once.',
  })
  periods!: NetworkTiePeriod[];

  @ReferenceField(() => Source, {
    key: 'sourceId',
    nullable: true,
    description: 'The source of the tie.',
  })
  source!: Source | null;
}
