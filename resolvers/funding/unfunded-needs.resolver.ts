import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { SectorScheme } from '../../entities/network/sector.entity.js';
import { NeedDimension, unfundedNeeds } from '../../src/aggregates/unfunded-needs.js';
import type { Context } from '../../src/context.js';
import type { Row } from '../../src/fields/row.js';
import { nodeResolverOf } from '../shared/dimension-values.js';
import { refuseSize, sizeArgument } from '../shared/sizes.js';

@ObjectType({ description: 'A sector or region with needs that no grant covers.' })
export class UnfundedNeed {
  @Field(() => Int, { description: 'The number of needs in it (`CooperationOffer`).' })
  needCount!: number;

  @Field(() => Int, { description: 'The number of initiatives in it without a grant.' })
  initiativeCount!: number;
}

export const UnfundedNeedResolver = nodeResolverOf(UnfundedNeed, {
  description: 'The sector or region that has the needs.',
});

@Resolver()
export class UnfundedNeedsQuery {
  @Query(() => [UnfundedNeed], {
    nullable: true,
    description:
      'Sectors or regions that have needs or initiatives without a grant, and that receive no grant of this graph. Those with the most needs and initiatives come first.',
  })
  unfundedNeeds(
    @Arg('by', () => NeedDimension, { description: 'The criterion that determines the results.' })
    by: NeedDimension,
    @Arg('scheme', () => SectorScheme, {
      nullable: true,
      description: 'Returns only sectors of this taxonomy; if omitted, sectors of all taxonomies.',
    })
    scheme: SectorScheme | null,
    @Arg(
      'first',
      () => Int,
      sizeArgument('Returns the n entries with the most needs and initiatives'),
    )
    first: number,
    @Ctx() { loaders }: Context,
  ): Promise<readonly Row[]> {
    refuseSize(first);
    return loaders.aggregate(unfundedNeeds(by, scheme ?? null, first));
  }
}
