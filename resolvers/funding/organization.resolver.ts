import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Field, FieldResolver, Info, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { GrantProgramme } from '../../entities/funding/grant-programme.entity.js';
import { Grant } from '../../entities/funding/grant.entity.js';
import { Organization } from '../../entities/network/organization.entity.js';
import { Money } from '../../entities/shared/money.type.js';
import { CurrencyCodeScalar } from '../../entities/shared/standards.scalar.js';
import { coFunders } from '../../src/aggregates/co-funders.js';
import { rolesInGrants } from '../../src/aggregates/roles-in-grants.js';
import type { Context } from '../../src/context.js';
import type { Columns } from '../../src/fields/columns.js';
import { derivedConnection } from '../../src/fields/connection.js';
import {
  ConnectionField,
  type Declared,
  DependsOn,
  ReferencesField,
} from '../../src/fields/decorators.js';
import { orders } from '../../src/fields/order.js';
import { relation } from '../../src/fields/relation.js';
import type { Row } from '../../src/fields/row.js';
import { sql, type Sql } from '../../src/fields/sql.js';
import { inCurrency } from '../shared/money.js';
import { GrantConnection, GrantProgrammeConnection } from './connections.js';
import { ReceivedGrantConnection } from './edges.types.js';
import { GrantProgrammeFilter } from './filters.js';
import { GrantRole } from './grant-organization.filter.js';
import { GrantFilter } from './grant.filter.js';
import { GrantOrder, GrantProgrammeOrder } from './orders.js';

@ObjectType({ description: 'The grants in which an organization has one role, in one currency.' })
export class RoleInGrants {
  @Field(() => GrantRole, { description: 'The role of the organization or person.' })
  role!: GrantRole;

  @Field(() => CurrencyCodeScalar, { description: 'The currency of the amounts (ISO 4217).' })
  currency!: string;

  @Field(() => Int, { description: 'The number of grants in this entry.' })
  grantCount!: number;

  @Field(() => Money, {
    nullable: true,
    description:
      'The total amount awarded. For grants that the organization receives, counts its share if known, otherwise what the known shares of the other recipients leave.',
  })
  awarded!: Money | null;

  @Field(() => Money, { nullable: true, description: 'The amount firmly committed.' })
  committed!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: 'The total amount paid out. Null if no grant states it.',
  })
  disbursed!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: 'The total amount spent. Null if no grant states it.',
  })
  spent!: Money | null;
}

@ObjectType({
  description:
    'A co-funder: an organization that funds some of the same recipients, using money that does not come from this organization.',
})
export class CoFunderEdge {
  @Field(() => Int, {
    description: 'The number of recipients that the two funders have in common.',
  })
  sharedRecipientCount!: number;

  recipientIds!: string[];

  @ReferencesField(() => Organization, {
    keys: 'recipientIds',
    description: 'The recipients that the two funders have in common (maximum 100).',
  })
  recipients!: Organization[];
}

const CoFunderConnection = derivedConnection(CoFunderEdge, {
  name: 'CoFunder',
  rows: coFunders,
  node: () => Organization,
});

const CoFunderOrder = orders('CoFunder', 'co-funders', {
  SHARED: {
    by: (coFunder: { readonly sharedRecipientCount: Sql }) => coFunder.sharedRecipientCount,
    type: 'int',
    natural: 'DESC',
    description: 'Number of common recipients.',
  },
});

@Resolver(() => Organization)
export class OrganizationFundingResolver {
  @ConnectionField(GrantConnection, {
    filter: GrantFilter,
    orders: GrantOrder,
    link: relation(Grant, 'funder'),
    description: 'The grants that it makes as funder.',
  })
  grantsMade!: Declared;

  @ConnectionField(ReceivedGrantConnection, {
    filter: GrantFilter,
    orders: GrantOrder,
    link: relation(Grant, 'recipients'),
    description: 'The grants that it receives, with its share of each.',
  })
  grantsReceived!: Declared;

  @ConnectionField(GrantConnection, {
    filter: GrantFilter,
    orders: GrantOrder,
    link: relation(Grant, 'intermediaries'),
    description: 'The grants whose money passes through it.',
  })
  grantsManaged!: Declared;

  @ConnectionField(GrantProgrammeConnection, {
    link: {
      on: ({ funderId, managerId }: Columns<GrantProgramme>, id) =>
        sql`(${funderId} = ${id} OR ${managerId} = ${id})`,
    },
    filter: GrantProgrammeFilter,
    orders: GrantProgrammeOrder,
    description: 'The grant programs that it funds or manages.',
  })
  grantProgrammes!: Declared;

  @DependsOn('id')
  @FieldResolver(() => [RoleInGrants], {
    description: 'The money that it gives, passes on and receives, by role and currency.',
  })
  async rolesInGrants(
    @Root() { id }: Row,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<readonly Row[]> {
    const rows = await loaders.rowsOf('roles', rolesInGrants, id as string, info);
    return rows.map((row) => inCurrency(row, ['awarded', 'committed', 'disbursed', 'spent']));
  }

  @ConnectionField(CoFunderConnection, {
    link: {
      on: (coFunder: { readonly organizationId: Sql }, id) =>
        sql`${coFunder.organizationId} = ${id}`,
    },
    orders: CoFunderOrder,
    description: 'Other organizations that fund the same recipients.',
  })
  coFunders!: Declared;
}
