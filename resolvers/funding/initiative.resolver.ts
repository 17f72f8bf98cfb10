import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Field, FieldResolver, Info, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { Grant } from '../../entities/funding/grant.entity.js';
import { Claim } from '../../entities/knowledge/claim.entity.js';
import { Initiative } from '../../entities/network/initiative.entity.js';
import { Organization } from '../../entities/network/organization.entity.js';
import { DecimalScalar } from '../../entities/shared/decimal.scalar.js';
import { Money } from '../../entities/shared/money.type.js';
import { CurrencyCodeScalar } from '../../entities/shared/standards.scalar.js';
import { initiativeFunding } from '../../src/aggregates/initiative-funding.js';
import type { Context } from '../../src/context.js';
import { groupBy } from '../../src/domain/group-by.js';
import {
  ConnectionField,
  type Declared,
  DependsOn,
  ReferenceField,
} from '../../src/fields/decorators.js';
import { relation } from '../../src/fields/relation.js';
import type { Row } from '../../src/fields/row.js';
import { inCurrency, moneyOf } from '../shared/money.js';
import { GrantConnection } from './connections.js';
import { GrantFilter } from './grant.filter.js';
import { GrantOrder } from './orders.js';

@ObjectType({ description: 'The money that one funder gives to an initiative, in one currency.' })
export class FunderShare {
  funderId!: string;

  @ReferenceField(() => Organization, {
    key: 'funderId',
    description: 'The organization that funds.',
  })
  funder!: Organization;

  @Field(() => Int, {
    description: 'The number of grants that this funder makes to the initiative in this currency.',
  })
  grantCount!: number;

  @Field(() => Money, {
    nullable: true,
    description:
      'The amount promised: committed, or else awarded, or else paid. Null if no amount is known.',
  })
  promised!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: 'The amount that the funder has paid out. Null if unknown.',
  })
  disbursed!: Money | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The promised amount as a percentage of the budget or, if the budget is unknown, of all promised amounts. Rounded to two decimals.',
  })
  share!: string | null;
}

@ObjectType({ description: 'The funding of an initiative in one currency.' })
export class InitiativeFunding {
  budgetClaimId!: string | null;

  @ReferenceField(() => Claim, {
    key: 'budgetClaimId',
    nullable: true,
    description: 'The claim that states the budget. Null if `budget` is null.',
  })
  budgetClaim!: Claim | null;

  @Field(() => CurrencyCodeScalar, { description: 'The currency of the amounts (ISO 4217).' })
  currency!: string;

  @Field(() => Money, {
    nullable: true,
    description:
      'The total budget according to the best claim. Null if no source states it in this currency.',
  })
  budget!: Money | null;

  @Field(() => Int, {
    description: 'The number of grants that are for the initiative, in this currency.',
  })
  grantCount!: number;

  @Field(() => Int, {
    description:
      'The number of further grants for the initiative that are not counted because their money is already in another grant for it; see `LeftOutReason`.',
  })
  leftOutCount!: number;

  @Field(() => Int, {
    description:
      'The number of grants for the initiative with no known amount, across all currencies.',
  })
  withoutAmountCount!: number;

  @Field(() => Money, {
    nullable: true,
    description: 'The total amount awarded. Null if no grant states it.',
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

  @Field(() => Money, {
    nullable: true,
    description:
      'The part of the budget that nobody has promised: the budget minus everything that is committed, or else awarded, or else paid. Negative if more is promised than budgeted; null if the budget or the amount of a grant is unknown.',
  })
  gap!: Money | null;

  @Field(() => [FunderShare], {
    description: 'The funders and the share that each one funds, the largest first.',
  })
  funders!: readonly Row[];
}

@Resolver(() => Initiative)
export class InitiativeFundingResolver {
  @ConnectionField(GrantConnection, {
    filter: GrantFilter,
    orders: GrantOrder,
    link: relation(Grant, 'initiative'),
    description: 'The grants that are for the initiative.',
  })
  grants!: Declared;

  @DependsOn('id')
  @FieldResolver(() => [InitiativeFunding], {
    description:
      'The budget, the promised and paid amounts, the gap and the share of each funder, by currency.',
  })
  async funding(
    @Root() { id }: Row,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<readonly Row[]> {
    const rows = await loaders.rowsOf('funding', initiativeFunding, id as string, info);
    return [...groupBy(rows, ({ currency }) => currency).values()].map((own) => ({
      ...inCurrency(own[0] ?? {}, ['budget', 'awarded', 'committed', 'disbursed', 'spent', 'gap']),
      funders: own
        .filter(({ funderId }) => funderId !== null)
        .map((row) => ({
          funderId: row.funderId,
          grantCount: row.funderGrants,
          promised: moneyOf(row.funderPromised as string | null, row.currency as string),
          disbursed: moneyOf(row.funderDisbursed as string | null, row.currency as string),
          share: row.share,
        })),
    }));
  }
}
