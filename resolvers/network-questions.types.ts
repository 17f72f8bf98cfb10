import { ArgsType, Field, ID, Int } from 'type-graphql';
import { DayScalar } from '../entities/partial-date.scalar.js';
import type { SuggestionMeasure as Measure } from '../src/network/measures/suggest.js';
import { OrganizationFilter } from './filters.js';
import { HistoryStep, NetworkMetric, SuggestionMeasure } from './network-enums.types.js';
import { DRAWN_SIZE, sizeArgument } from './sizes.js';

const NODE_TEXT =
  'Its `key`, or its short name: the slug of an organisation, `NACE_REV2:62` of a sector, the NUTS code of a region.';

@ArgsType()
export class BrokerArguments {
  @Field(() => NetworkMetric, {
    defaultValue: NetworkMetric.BETWEENNESS,
    description: 'By which figure.',
  })
  by!: NetworkMetric;

  @Field(() => Int, sizeArgument('The n with the highest figure'))
  first!: number;

  @Field(() => OrganizationFilter, {
    nullable: true,
    description: 'Only those that meet these conditions. The figures are of the whole network.',
  })
  filter?: Record<string, unknown> | null;
}

@ArgsType()
export class NeighbourhoodArguments {
  @Field(() => ID, { description: NODE_TEXT })
  node!: string;

  @Field(() => Int, { defaultValue: 1, description: 'How many steps away at most, 1 to 6.' })
  depth!: number;

  @Field(() => Int, sizeArgument('The n nearest nodes', DRAWN_SIZE))
  first!: number;
}

@ArgsType()
export class BetweenArguments {
  @Field(() => ID, { description: `The one. ${NODE_TEXT}` })
  from!: string;

  @Field(() => ID, { description: `The other. ${NODE_TEXT}` })
  to!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether an edge is the shorter the more it weighs: 1 / weight instead of 1.',
  })
  weighted!: boolean;
}

@ArgsType()
export class SuggestionArguments {
  @Field(() => SuggestionMeasure, {
    defaultValue: SuggestionMeasure.ADAMIC_ADAR,
    description: 'By what.',
  })
  by!: Measure;

  @Field(() => Int, sizeArgument('The n pairs for which most speaks'))
  first!: number;

  @Field(() => ID, { nullable: true, description: `Only pairs with this one. ${NODE_TEXT}` })
  node?: string | null;

  @Field(() => OrganizationFilter, {
    nullable: true,
    description: 'Only pairs of which both meet these conditions, such as a sector or a region.',
  })
  filter?: Record<string, unknown> | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Only pairs of which one offers what the other needs, in the same sector or one within the other.',
  })
  matchingOffers!: boolean;
}

@ArgsType()
export class HistoryArguments {
  @Field(() => DayScalar, { description: 'From this day on.' })
  from!: string;

  @Field(() => DayScalar, { description: 'To this day, which is the last moment.' })
  to!: string;

  @Field(() => HistoryStep, {
    defaultValue: HistoryStep.YEAR,
    description: 'How far the moments are apart.',
  })
  by!: HistoryStep;
}

@ArgsType()
export class ChangeArguments {
  @Field(() => DayScalar, { description: 'The one day.' })
  from!: string;

  @Field(() => DayScalar, { description: 'The later day.' })
  to!: string;
}
