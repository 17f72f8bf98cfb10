import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Info,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { GrantLocation, GrantSector } from '../entities/funding/grant-purpose.entity.js';
import { Organization } from '../entities/network/organization.entity.js';
import { Region } from '../entities/network/region.entity.js';
import { Sector, SectorScheme } from '../entities/network/sector.entity.js';
import { localFunders } from '../src/aggregates/local-funders.js';
import { NeedDimension, unfundedNeeds } from '../src/aggregates/unfunded-needs.js';
import type { Context } from '../src/context.js';
import { from, rows } from '../src/fields/columns.js';
import { DependsOn, ReferenceField } from '../src/fields/decorators.js';
import type { Row } from '../src/fields/row.js';
import { sql, type Sql } from '../src/fields/sql.js';
import { regionsWithinOne, sectorsWithinOne } from './classification.js';
import { nodeResolverOf } from './dimension-values.js';
import { refuseSize, sizeArgument } from './sizes.js';

@ObjectType({ description: 'A funder of grants in a sector or region.' })
export class LocalFunder {
  funderId!: string;

  @ReferenceField(() => Organization, {
    key: 'funderId',
    description: 'The organization that funds.',
  })
  funder!: Organization;

  @Field(() => Int, { description: 'The number of grants that it funds in the sector or region.' })
  grantCount!: number;
}

const FUNDERS_TEXT = 'The funders of grants for it, those with the most grants first.';
const FIRST_FUNDERS = sizeArgument('Returns the n funders with the most grants');

/** The ids of grants for a sector, and for a region. */
const sectorGrants = (sectorId: Sql) => {
  const entry = rows(GrantSector);
  return sql`SELECT ${entry.grantId} FROM ${from(entry)} WHERE ${entry.sectorId} = ${sectorsWithinOne(sectorId)}`;
};
const regionGrants = (regionId: Sql) => {
  const location = rows(GrantLocation);
  return sql`SELECT ${location.grantId} FROM ${from(location)} WHERE ${location.regionId} = ${regionsWithinOne(regionId)}`;
};

@Resolver(() => Sector)
export class SectorFundersResolver {
  @DependsOn('id')
  @FieldResolver(() => [LocalFunder], { description: FUNDERS_TEXT })
  funders(
    @Root() { id }: Row,
    @Arg('first', () => Int, FIRST_FUNDERS) first: number,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<readonly Row[]> {
    refuseSize(first);
    return loaders.rowsOf(
      'funders',
      (ids) => localFunders(ids, sectorGrants, first),
      id as string,
      info,
    );
  }
}

@Resolver(() => Region)
export class RegionFundersResolver {
  @DependsOn('id')
  @FieldResolver(() => [LocalFunder], { description: FUNDERS_TEXT })
  funders(
    @Root() { id }: Row,
    @Arg('first', () => Int, FIRST_FUNDERS) first: number,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<readonly Row[]> {
    refuseSize(first);
    return loaders.rowsOf(
      'funders',
      (ids) => localFunders(ids, regionGrants, first),
      id as string,
      info,
    );
  }
}

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
export class UnfundedNeedsRoot {
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
