import { ArgsType, Field, Float, InputType, Int, registerEnumType } from 'type-graphql';
import { enumType } from '../../entities/shared/enum-type.js';
import { DayScalar } from '../../entities/shared/partial-date.scalar.js';
import { SectorScheme } from '../../entities/network/sector.entity.js';
import { TIE_KINDS, TIE_READERS, type NetworkTieKind } from '../../src/network/tie-kinds.js';
import type { NetworkLevel as Level } from '../../src/network/project.js';
import { OrganizationFilter } from '../shared/filters.js';

export const NetworkTieKinds = Object.fromEntries(
  TIE_KINDS.map((kind) => [kind, kind]),
) as Readonly<Record<NetworkTieKind, NetworkTieKind>>;
registerEnumType(NetworkTieKinds, {
  name: 'NetworkTieKind',
  description: 'The kinds of ties between two organizations in a network.',
  valuesConfig: Object.fromEntries(
    TIE_KINDS.map((kind) => [kind, { description: TIE_READERS[kind].description }]),
  ),
});

export const NetworkLevel = enumType<Level>(
  'NetworkLevel',
  'What the nodes of a network represent.',
  {
    ORGANIZATION: 'Organizations.',
    CLUSTER:
      'Clusters. A tie between members of two clusters is a tie between the clusters; an organization in several clusters counts in each.',
    SECTOR:
      'The top-level sectors of a taxonomy. An organization in several sectors counts in each; an organization in no sector is left out.',
    REGION:
      'Regions of one NUTS level. Organizations whose region is not known at that level of detail are left out.',
  },
);

@InputType({ description: 'The weight of ties of one kind.' })
export class NetworkWeightInput {
  @Field(() => NetworkTieKinds, { description: 'The kind of tie.' })
  kind!: NetworkTieKind;

  @Field(() => Float, {
    description: 'The weight of one tie of this kind: more than 0 and at most 1000.',
  })
  weight!: number;
}

/** The part of the network and its representation. */
@ArgsType()
export class NetworkArguments {
  @Field(() => OrganizationFilter, {
    nullable: true,
    description:
      'Includes only organizations that meet all of these conditions, and the ties among them; if omitted, all organizations.',
  })
  filter?: Record<string, unknown> | null;

  @Field(() => [NetworkTieKinds], {
    nullable: true,
    description: 'Includes only ties of these kinds; if omitted, ties of all kinds.',
  })
  ties?: NetworkTieKind[] | null;

  @Field(() => [NetworkWeightInput], {
    nullable: true,
    description:
      'The weight of a tie, by kind; 1 for kinds that are omitted. The weight of an edge is the sum of the weights of its ties.',
  })
  weights?: NetworkWeightInput[] | null;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      'Includes only ties in force on this day; if omitted, all known ties, including ended ones.',
  })
  asOf?: string | null;

  @Field(() => NetworkLevel, {
    defaultValue: NetworkLevel.ORGANIZATION,
    description:
      'What the nodes represent: organizations (default), or groups of organizations with their weights added up.',
  })
  level!: Level;

  @Field(() => SectorScheme, {
    defaultValue: 'NACE_REV2',
    description:
      'The sector taxonomy used for the `SECTOR` level and for assortativity (default `NACE_REV2`).',
  })
  sectorScheme!: string;

  @Field(() => Int, {
    defaultValue: 2,
    description: 'The NUTS level of the regions, 0 to 3 (default 2). Used for the `REGION` level.',
  })
  regionLevel!: number;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether to include organizations that have none of these ties (default true).',
  })
  isolates!: boolean;
}
