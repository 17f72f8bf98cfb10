import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { GrantSet } from '../../src/aggregates/counted-grants.js';
import { GrantDimension } from '../../src/aggregates/grant-dimensions.js';
import {
  FacetOrder,
  facetValues,
  grantCount,
  unknownCount,
} from '../../src/aggregates/grant-facets.js';
import type { Context } from '../../src/context.js';
import type { FilterValues } from '../../src/fields/filter.js';
import type { Row } from '../../src/fields/row.js';
import { DimensionValue, nodeResolverOf, VALUE_NODE } from '../shared/dimension-values.js';
import { refuseSize, sizeArgument } from '../shared/sizes.js';
import { grantSet } from './grant-set.js';
import { GrantFilter } from './grant.filter.js';

@ObjectType({ description: 'A value of a dimension, with the number of grants that have it.' })
export class FacetValue extends DimensionValue {}

export const FacetValueResolver = nodeResolverOf(FacetValue, VALUE_NODE);

@ObjectType({ description: 'The values of a dimension among the grants that meet a filter.' })
export class Facet {
  @Field(() => GrantDimension, {
    description: 'The dimension by which grants are counted or grouped.',
  })
  dimension!: GrantDimension;

  @Field(() => [FacetValue], { description: 'The values of the dimension, at most `first`.' })
  values!: readonly Row[];

  @Field(() => Int, { description: 'The total number of different values.' })
  distinctCount!: number;

  grants!: GrantSet;
}

@ObjectType({ description: 'The grants that meet a filter, counted by dimension.' })
export class GrantFacets {
  grants!: GrantSet;
}

@Resolver(() => GrantFacets)
export class GrantFacetsResolver {
  @FieldResolver(() => Int, { description: 'The number of grants that meet the whole filter.' })
  async grantCount(@Root() { grants }: GrantFacets, @Ctx() { loaders }: Context): Promise<number> {
    const [row] = await loaders.aggregate(grantCount(grants));
    return (row?.grants as number | undefined) ?? 0;
  }

  @FieldResolver(() => Facet, {
    description:
      'Returns the values of one dimension, ignoring the filter on that dimension so that another value can be chosen. Grants are counted by the regions and sectors that their sources state, but a filter also includes everything below a region or sector, so it can find more grants than counted here.',
  })
  async facet(
    @Root() { grants }: GrantFacets,
    @Arg('dimension', () => GrantDimension, {
      description: 'The dimension whose values are returned.',
    })
    dimension: GrantDimension,
    @Arg('first', () => Int, sizeArgument('Returns the first n values'))
    first: number,
    @Arg('orderBy', () => FacetOrder, {
      defaultValue: 'GRANTS',
      description: 'The sort order of the values (default `GRANTS`).',
    })
    orderBy: FacetOrder,
    @Ctx() { loaders }: Context,
  ): Promise<Facet> {
    refuseSize(first);
    const rows = await loaders.aggregate(facetValues(dimension, grants, { first, orderBy }));
    return {
      dimension,
      grants,
      values: rows.map(({ grants: count, ...row }) => ({ ...row, grantCount: count })),
      distinctCount: (rows[0]?.distinct as number | undefined) ?? 0,
    };
  }
}

@Resolver(() => Facet)
export class FacetResolver {
  @FieldResolver(() => Int, {
    description:
      'The number of grants with no known value of this dimension. Counted only when requested.',
  })
  async unknownCount(
    @Root() { dimension, grants }: Facet,
    @Ctx() { loaders }: Context,
  ): Promise<number> {
    const [row] = await loaders.aggregate(unknownCount(dimension, grants));
    return (row?.grants as number | undefined) ?? 0;
  }
}

@Resolver()
export class GrantFacetsQuery {
  @Query(() => GrantFacets, {
    nullable: true,
    description: 'Counts grants by the values they have, so that donors can narrow down a search.',
  })
  grantFacets(
    @Arg('filter', () => GrantFilter, {
      nullable: true,
      description:
        'Includes only grants that meet all of these conditions; if omitted, all grants.',
    })
    filter: FilterValues | null,
  ): GrantFacets {
    return { grants: grantSet(filter) };
  }
}
