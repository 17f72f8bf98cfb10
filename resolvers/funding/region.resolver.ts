import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql';
import { GrantLocation } from '../../entities/funding/grant-purpose.entity.js';
import { Region } from '../../entities/network/region.entity.js';
import { localFunders } from '../../src/aggregates/local-funders.js';
import type { Context } from '../../src/context.js';
import { from, rows } from '../../src/fields/columns.js';
import { ConnectionField, type Declared, DependsOn } from '../../src/fields/decorators.js';
import type { Row } from '../../src/fields/row.js';
import { sql, type Sql } from '../../src/fields/sql.js';
import { inRegion, regionsWithinOne } from '../shared/classification.js';
import { refuseSize } from '../shared/sizes.js';
import { GrantConnection } from './connections.js';
import { GrantFilter } from './grant.filter.js';
import { FIRST_FUNDERS, FUNDERS_TEXT, LocalFunder } from './local-funders.types.js';
import { GrantOrder } from './orders.js';

/** The ids of grants for a region or for a part of it. */
const regionGrants = (regionId: Sql) => {
  const location = rows(GrantLocation);
  return sql`SELECT ${location.grantId} FROM ${from(location)} WHERE ${location.regionId} = ${regionsWithinOne(regionId)}`;
};

@Resolver(() => Region)
export class RegionFundingResolver {
  @ConnectionField(GrantConnection, {
    filter: GrantFilter,
    orders: GrantOrder,
    link: inRegion(GrantLocation, ({ grantId: rowId, regionId }) => ({ rowId, regionId })),
    description: 'The grants for it or for a part of it.',
  })
  grants!: Declared;

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
