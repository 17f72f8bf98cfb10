import { ArgsType, Field, Float, InputType, Int, registerEnumType } from 'type-graphql';
import { enumType } from '../entities/enum-type.js';
import { DayScalar } from '../entities/partial-date.scalar.js';
import { SectorScheme } from '../entities/sector.entity.js';
import { TIE_KINDS, TIE_READERS, type NetworkTieKind } from '../src/network/tie-kinds.js';
import type { NetworkLevel as Level } from '../src/network/project.js';
import { OrganizationFilter } from './filters.js';

export const NetworkTieKinds = Object.fromEntries(
  TIE_KINDS.map((kind) => [kind, kind]),
) as Readonly<Record<NetworkTieKind, NetworkTieKind>>;
registerEnumType(NetworkTieKinds, {
  name: 'NetworkTieKind',
  description: 'What ties two organisations in a network.',
  valuesConfig: Object.fromEntries(
    TIE_KINDS.map((kind) => [kind, { description: TIE_READERS[kind].description }]),
  ),
});

export const NetworkLevel = enumType<Level>('NetworkLevel', 'What the nodes of a network are.', {
  ORGANIZATION: 'Organisations.',
  CLUSTER:
    'Clusters. A tie between members of two is one between the two; who is in several counts in each.',
  SECTOR:
    'The sectors at the top of a taxonomy. Who works in several counts in each; who works in none is left out.',
  REGION: 'Regions of one level of NUTS. Whose region is not known as narrowly is left out.',
});

@InputType({ description: 'How much ties of a kind weigh.' })
export class NetworkWeightInput {
  @Field(() => NetworkTieKinds, { description: 'The kind of tie.' })
  kind!: NetworkTieKind;

  @Field(() => Float, { description: 'What one tie of it weighs, more than 0 and at most 1000.' })
  weight!: number;
}

/** Which part of the network, and how it is looked at. */
@ArgsType()
export class NetworkArguments {
  @Field(() => OrganizationFilter, {
    nullable: true,
    description: 'Only organisations that meet all of these conditions, and the ties among them.',
  })
  filter?: Record<string, unknown> | null;

  @Field(() => [NetworkTieKinds], {
    nullable: true,
    description: 'Only ties of these kinds. Without it: all.',
  })
  ties?: NetworkTieKind[] | null;

  @Field(() => [NetworkWeightInput], {
    nullable: true,
    description:
      'What ties weigh, by kind; 1 where nothing is said. An edge weighs as much as its ties together.',
  })
  weights?: NetworkWeightInput[] | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'Ties as they stood on this day. Without it: all that are known, ended or not.',
  })
  asOf?: string | null;

  @Field(() => NetworkLevel, {
    defaultValue: NetworkLevel.ORGANIZATION,
    description: 'What the nodes are: organisations, or groups of them with the weights summed up.',
  })
  level!: Level;

  @Field(() => SectorScheme, {
    defaultValue: 'NACE_REV2',
    description: 'The taxonomy of sectors, for their level and for assortativity.',
  })
  sectorScheme!: string;

  @Field(() => Int, {
    defaultValue: 2,
    description: 'The level of NUTS of the regions, 0 to 3, for their level.',
  })
  regionLevel!: number;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether organisations without any of these ties are in it.',
  })
  isolates!: boolean;
}
