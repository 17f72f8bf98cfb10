import { ArgsType, Field, Float, ID, InputType, Int } from 'type-graphql';
import { DayScalar } from '../../entities/shared/partial-date.scalar.js';
import type { MetricName } from '../../src/network/metrics.js';
import type { SuggestionMeasure as Measure } from '../../src/network/measures/suggest.js';
import { OrganizationFilter } from '../shared/filters.js';
import { DRAWN_SIZE, sizeArgument } from '../shared/sizes.js';
import { HistoryStep, NetworkMetric, SuggestionMeasure } from './network-enums.types.js';

const NODE_TEXT =
  "The node's `key`, or its short name: the slug of an organization, `NACE_REV2:62` for a sector, or the NUTS code of a region.";

@InputType({ description: 'Bounds of a metric.' })
export class NetworkMetricFilter {
  @Field(() => NetworkMetric, { description: 'The metric that is compared.' })
  metric!: MetricName;

  @Field(() => Float, { nullable: true, description: 'The lowest value (inclusive).' })
  gte?: number | null;

  @Field(() => Float, { nullable: true, description: 'The highest value (inclusive).' })
  lte?: number | null;
}

@ArgsType()
export class NodeArguments {
  @Field(() => NetworkMetric, {
    defaultValue: NetworkMetric.WEIGHTED_DEGREE,
    description: 'The metric to order by, the highest value first (default `WEIGHTED_DEGREE`).',
  })
  orderBy!: MetricName;

  @Field(() => [NetworkMetricFilter], {
    nullable: true,
    description: 'Returns only nodes whose metrics are within all of these bounds.',
  })
  where?: NetworkMetricFilter[] | null;
}

@ArgsType()
export class BrokerArguments {
  @Field(() => NetworkMetric, {
    defaultValue: NetworkMetric.BETWEENNESS,
    description: 'The metric to rank by (default `BETWEENNESS`).',
  })
  by!: MetricName;

  @Field(() => Int, sizeArgument('Returns the n nodes with the highest value'))
  first!: number;

  @Field(() => OrganizationFilter, {
    nullable: true,
    description:
      'Ranks only nodes that meet these conditions; if omitted, all nodes. The metric is still computed on the whole network.',
  })
  filter?: Record<string, unknown> | null;
}

@ArgsType()
export class NeighbourhoodArguments {
  @Field(() => ID, { description: NODE_TEXT })
  node!: string;

  @Field(() => Int, {
    defaultValue: 1,
    description: 'The maximum distance in steps, 1 to 6 (default 1).',
  })
  depth!: number;

  @Field(() => Int, sizeArgument('Returns the n nearest nodes', DRAWN_SIZE))
  first!: number;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'If true, `nodes` begins with the node itself, at distance 0, in addition to the n nearest. Default: false.',
  })
  includeCenter!: boolean;
}

@ArgsType()
export class BetweenArguments {
  @Field(() => ID, { description: `The first node. ${NODE_TEXT}` })
  from!: string;

  @Field(() => ID, { description: `The second node. ${NODE_TEXT}` })
  to!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'If true, the length of an edge is 1 / weight, so heavier edges are shorter. If false (default), every edge has length 1.',
  })
  weighted!: boolean;
}

@ArgsType()
export class SuggestionArguments {
  @Field(() => SuggestionMeasure, {
    defaultValue: SuggestionMeasure.ADAMIC_ADAR,
    description: 'The criterion that determines the results.',
  })
  by!: Measure;

  @Field(() => Int, sizeArgument('Returns the n pairs with the highest score'))
  first!: number;

  @Field(() => ID, {
    nullable: true,
    description: `Returns only pairs that include this node; if omitted, all pairs. ${NODE_TEXT}`,
  })
  node?: string | null;

  @Field(() => OrganizationFilter, {
    nullable: true,
    description:
      'Returns only pairs where both organizations meet these conditions, such as a sector or a region; if omitted, all pairs.',
  })
  filter?: Record<string, unknown> | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'If true, returns only pairs where one organization offers what the other needs, in the same sector or where one sector contains the other. Default: false.',
  })
  matchingOffers!: boolean;
}

@ArgsType()
export class HistoryArguments {
  @Field(() => DayScalar, { description: 'The first day of the period (inclusive).' })
  from!: string;

  @Field(() => DayScalar, {
    description: 'The last day of the period, which is also the last moment.',
  })
  to!: string;

  @Field(() => HistoryStep, {
    defaultValue: HistoryStep.YEAR,
    description: 'The interval between moments (default `YEAR`).',
  })
  by!: HistoryStep;
}

@ArgsType()
export class ChangeArguments {
  @Field(() => DayScalar, { description: 'The earlier day.' })
  from!: string;

  @Field(() => DayScalar, { description: 'The later day.' })
  to!: string;
}
