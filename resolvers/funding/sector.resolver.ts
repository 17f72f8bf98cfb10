import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql';
import { GrantSector } from '../../entities/funding/grant-purpose.entity.js';
import { Sector } from '../../entities/network/sector.entity.js';
import { localFunders } from '../../src/aggregates/local-funders.js';
import type { Context } from '../../src/context.js';
import { from, rows } from '../../src/fields/columns.js';
import { ConnectionField, type Declared, DependsOn } from '../../src/fields/decorators.js';
import type { Row } from '../../src/fields/row.js';
import { sql, type Sql } from '../../src/fields/sql.js';
import { inSector, sectorsWithinOne } from '../shared/classification.js';
import { refuseSize } from '../shared/sizes.js';
import { GrantConnection } from './connections.js';
import { GrantFilter } from './grant.filter.js';
import { FIRST_FUNDERS, FUNDERS_TEXT, LocalFunder } from './local-funders.types.js';
import { GrantOrder } from './orders.js';

/** The ids of grants for a sector or for a part of it. */
const sectorGrants = (sectorId: Sql) => {
  const entry = rows(GrantSector);
  return sql`SELECT ${entry.grantId} FROM ${from(entry)} WHERE ${entry.sectorId} = ${sectorsWithinOne(sectorId)}`;
};

@Resolver(() => Sector)
export class SectorFundingResolver {
  @ConnectionField(GrantConnection, {
    filter: GrantFilter,
    orders: GrantOrder,
    link: inSector(GrantSector, ({ grantId: rowId, sectorId }) => ({ rowId, sectorId })),
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
      (ids) => localFunders(ids, sectorGrants, first),
      id as string,
      info,
    );
  }
}
