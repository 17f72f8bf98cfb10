import { ArgsType, Field, Float, InputType, Int, registerEnumType } from 'type-graphql';
import { enumType } from '../../entities/shared/enum-type.js';
import { DayScalar } from '../../entities/shared/partial-date.scalar.js';
import { SectorScheme } from '../../entities/network/sector.entity.js';
import { TIE_KINDS, TIES, type NetworkTieKind } from '../../src/network/tie-kinds.js';
import type {
  NetworkLevel as Level,
  NetworkWeighting as Weighting,
} from '../../src/network/projection.js';
import { OrganizationFilter } from '../shared/filters.js';

export const NetworkTieKinds = Object.fromEntries(
  TIE_KINDS.map((kind) => [kind, kind]),
) as Readonly<Record<NetworkTieKind, NetworkTieKind>>;
registerEnumType(NetworkTieKinds, {
  name: 'NetworkTieKind',
  description: 'The kinds of ties between two organizations in a network.',
  valuesConfig: Object.fromEntries(
    TIE_KINDS.map((kind) => [kind, { description: TIES[kind].description }]),
  ),
});

export const NetworkLevel = enumType<Level>(
  'NetworkLevel',
  'What the nodes of a network represent.',
  {
    ORGANIZATION: 'Organizations.',
    CLUSTER:
      'Clusters. A tie between members of two clusters is a tie between the clusters, once for each record; an organization in several clusters counts in each.',
    SECTOR:
      'The top-level sectors of a taxonomy. An organization in several sectors counts in each; an organization in no sector is left out.',
    REGION:
      'Regions of one NUTS level. Organizations whose region is not known at that level of detail are left out.',
  },
);

export const NetworkWeighting = enumType<Weighting>(
  'NetworkWeighting',
  'How the weight of an edge comes from its ties.',
  {
    COUNT: 'Each tie counts the weight of its kind.',
    FRACTIONAL:
      'Each tie counts the weight of its kind divided by the number of other nodes in its record (Newman). A partnership of five counts a quarter for each pair, one of two counts fully.',
    AMOUNT:
      'Each grant counts its amount in `currency`. Ties without an amount in it are left out; `graph.withoutAmountCount` is their number.',
  },
);

export type NetworkWeighting = Weighting;

export const UndatedTies = enumType('UndatedTies', 'Whether ties count whose start is unknown.', {
  INCLUDE: 'They count, as if they had always been in force until they ended.',
  EXCLUDE: 'They do not count: no source says that they were in force at the time.',
});
export type UndatedTies = keyof typeof UndatedTies;

@InputType({ description: 'The weight of ties of one kind.' })
export class NetworkWeightInput {
  @Field(() => NetworkTieKinds, { description: 'The kind of tie.' })
  kind!: NetworkTieKind;

  @Field(() => Float, {
    description: 'The weight of one tie of this kind: more than 0 and at most 1000.',
  })
  weight!: number;
}

export const CommunityMethod = enumType(
  'NetworkCommunityMethod',
  'How communities are found: groups of nodes that are more connected than expected by chance.',
  {
    LEIDEN:
      'The Leiden method (Traag, Waltman and van Eck). Every community is connected; the best of several runs.',
    LOUVAIN: 'The Louvain method (Blondel and others); the best of several runs.',
  },
);
export type CommunityMethod = keyof typeof CommunityMethod;

@InputType({
  description:
    'How exact an estimate of the betweenness is. It is estimated only in networks that are too large to compute it; `methods` states the error.',
})
export class NetworkEstimateInput {
  @Field(() => Float, {
    nullable: true,
    description:
      'The largest error of any value, from 0.001 to 1 (default 0.01). As many samples are taken as it needs.',
  })
  error?: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The probability that no value has a larger error, from 0.5 to 0.999 (default 0.9).',
  })
  confidence?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The number of samples, 10 to 1,000,000, instead of an error.',
  })
  samples?: number | null;
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
      'Includes only ties in force on this day; if omitted, all known ties, including ended ones. Also applies to `filter.memberOf`.',
  })
  asOf?: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      'Includes only ties in force at some time from this day on. Not together with `asOf`.',
  })
  from?: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      'Includes only ties in force at some time up to this day. Not together with `asOf`.',
  })
  to?: string | null;

  @Field(() => UndatedTies, {
    nullable: true,
    description:
      'Whether undated ties count: those whose start is unknown. Default: `EXCLUDE` if a day or a period is given, and in `history` and `changes`, because they may not have been in force; otherwise `INCLUDE`. `graph.undatedEdges` counts the edges that depend on them.',
  })
  undated?: UndatedTies | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'If true, edges have a direction: from the funder to the recipient and from the member to the group. Ties of other kinds count in both. Default: false.',
  })
  directed!: boolean;

  @Field(() => NetworkWeighting, {
    defaultValue: NetworkWeighting.COUNT,
    description: 'How the weight of an edge comes from its ties (default `COUNT`).',
  })
  weightBy!: Weighting;

  @Field(() => String, {
    nullable: true,
    description: 'The currency of the amounts (ISO 4217). Required if `weightBy` is `AMOUNT`.',
  })
  currency?: string | null;

  @Field(() => CommunityMethod, {
    defaultValue: CommunityMethod.LEIDEN,
    description: 'How communities are found (default `LEIDEN`).',
  })
  communityMethod!: CommunityMethod;

  @Field(() => Float, {
    defaultValue: 1,
    description:
      'The resolution of the communities, 0.01 to 100 (default 1). Higher values give more and smaller communities.',
  })
  resolution!: number;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      'Communities keep the numbers that they have in the network as of this day: each continues the one that it has the most nodes in common with. If omitted, they are numbered by size.',
  })
  communitiesAsOf?: string | null;

  @Field(() => NetworkEstimateInput, {
    nullable: true,
    description: 'How exact an estimate of the betweenness is.',
  })
  estimate?: NetworkEstimateInput | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'If true, waits until the network has all changes. If false (default), the answer can be of the version before while a change is taken in or a measure is computed anew; `graph.isCurrent` says so.',
  })
  current!: boolean;

  @Field(() => NetworkLevel, {
    defaultValue: NetworkLevel.ORGANIZATION,
    description:
      'What the nodes represent: organizations (default), or groups of organizations. A tie counts once between two groups.',
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
