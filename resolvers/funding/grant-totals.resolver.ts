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
import { enumType } from '../../entities/shared/enum-type.js';
import { Money } from '../../entities/shared/money.type.js';
import { CurrencyCodeScalar } from '../../entities/shared/standards.scalar.js';
import type { GrantSet, LeftOutReason as Reason } from '../../src/aggregates/counted-grants.js';
import { amounts, amountsOf, countsByReason } from '../../src/aggregates/grant-amounts.js';
import { GrantDimension } from '../../src/aggregates/grant-dimensions.js';
import { groups, YearOf } from '../../src/aggregates/grant-groups.js';
import { Measure, MEASURES } from '../../src/aggregates/measures.js';
import type { Context } from '../../src/context.js';
import { badInput } from '../../src/errors.js';
import type { FilterValues } from '../../src/fields/filter.js';
import type { Row } from '../../src/fields/row.js';
import { selectionOf, within } from '../../src/fields/selection.js';
import type { Loaders } from '../../src/loaders/loaders.js';
import { DimensionValue, nodeResolverOf, VALUE_NODE } from '../shared/dimension-values.js';
import { moneyOf } from '../shared/money.js';
import { refuseSize, sizeArgument } from '../shared/sizes.js';
import { convertedAmounts, ConvertedAmounts } from './grant-conversion.types.js';
import { grantSet } from './grant-set.js';
import { GrantFilter } from './grant.filter.js';

const LeftOutReason = enumType(
  'LeftOutReason',
  'Why a grant that meets the filter is not counted: its money is already counted once elsewhere.',
  {
    PASSED_ON: 'It is paid from another grant that also meets the filter.',
    MADE_TO_PASS_ON:
      'It was made to be passed on as further grants, and grants that its recipient makes in the same currency, in the same year or later, also meet the filter.',
    SECONDARY_REPORT:
      'It is reported by someone who neither gives, passes on nor receives the money; those who do report it too.',
  },
);

@ObjectType({ description: 'The grants that are not counted for one reason.' })
export class LeftOut {
  @Field(() => LeftOutReason, { description: 'The reason why the grants are not counted.' })
  reason!: Reason;

  @Field(() => Int, { description: 'The number of grants in this entry.' })
  grantCount!: number;
}

@ObjectType({
  description:
    'Amounts of one kind in one currency. Amounts in different currencies are never added together.',
})
export class Amounts {
  @Field(() => Measure, { description: 'The kind of amount, such as awarded or disbursed.' })
  measure!: Measure;

  @Field(() => CurrencyCodeScalar, { description: 'The currency of the amounts (ISO 4217).' })
  currency!: string;

  @Field(() => Int, { description: 'The number of grants that have such an amount.' })
  grantCount!: number;

  @Field(() => Money, {
    description: 'The sum of the amounts. Corrections count as negative amounts.',
  })
  sum!: Money;

  @Field(() => Money, {
    description: 'The median amount: the middle value, or the midpoint of the two middle values.',
  })
  median!: Money;

  @Field(() => Money, { description: 'The smallest amount.' })
  min!: Money;

  @Field(() => Money, { description: 'The largest amount.' })
  max!: Money;
}

/** Converts a row of `amountsOf` to its form in the API. */
function amountsInCurrency({ grants, sum, median, min, max, ...amounts }: Row): Row {
  const inCurrency = (amount: unknown) =>
    moneyOf(amount as string | null, amounts.currency as string);
  return {
    ...amounts,
    grantCount: grants,
    sum: inCurrency(sum),
    median: inCurrency(median),
    min: inCurrency(min),
    max: inCurrency(max),
  };
}

@ObjectType({ description: 'The grants that have one value of a dimension, with their amounts.' })
export class GrantGroup extends DimensionValue {
  @Field(() => Int, {
    nullable: true,
    description:
      'The year according to `yearOf`, if also grouped by year. Null if the year is unknown.',
  })
  year!: number | null;

  @Field(() => [Amounts], { description: 'The amounts of these grants, by kind and currency.' })
  amounts!: readonly Row[];
}

export const GrantGroupResolver = nodeResolverOf(GrantGroup, VALUE_NODE);

@ObjectType({
  description:
    'Totals of the grants that meet a filter. Money that is passed on from grant to grant is counted only once.',
})
export class GrantTotals {
  grants!: GrantSet;
  /** Read once, on first use. */
  counts!: () => Promise<GrantCounts>;
}

interface GrantCounts {
  readonly counted: number;
  readonly leftOut: readonly LeftOut[];
}

/** The number of counted grants, and of grants left out per reason. */
async function countGrants(loaders: Loaders, grants: GrantSet): Promise<GrantCounts> {
  const rows = await loaders.aggregate(countsByReason(grants));
  const countOf = (reason: string | null) =>
    (rows.find((row) => row.reason === reason)?.grants as number | undefined) ?? 0;
  const reasons = (Object.keys(LeftOutReason) as Reason[]).map((reason) => ({
    reason,
    grantCount: countOf(reason),
  }));
  return {
    counted: reasons.reduce((left, { grantCount }) => left - grantCount, countOf(null)),
    leftOut: reasons.filter(({ grantCount }) => grantCount > 0),
  };
}

const MEASURES_TEXT = {
  nullable: true,
  description: 'The kinds of amount to return. If omitted, returns all.',
} as const;

/** Removes duplicates: each measure becomes one column of a statement. */
const distinct = (measures: readonly Measure[] | null): Measure[] => [
  ...new Set(measures ?? MEASURES),
];

@Resolver(() => GrantTotals)
export class GrantTotalsResolver {
  @FieldResolver(() => Int, { description: 'The number of grants that are counted.' })
  async grantCount(@Root() totals: GrantTotals): Promise<number> {
    return (await totals.counts()).counted;
  }

  @FieldResolver(() => [LeftOut], {
    description: 'The number of grants that meet the filter but are not counted, by reason.',
  })
  async leftOut(@Root() totals: GrantTotals): Promise<readonly LeftOut[]> {
    return (await totals.counts()).leftOut;
  }

  @FieldResolver(() => [Amounts], {
    description: 'The amounts of the counted grants, by kind and currency.',
  })
  async amounts(
    @Root() totals: GrantTotals,
    @Arg('measures', () => [Measure], MEASURES_TEXT) measures: Measure[] | null,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<readonly Row[]> {
    const asked = distinct(measures);
    if (asked.length === 0) return [];
    const fields = selectionOf(info.fieldNodes, info.fragments);
    const rows = await loaders.aggregate(amounts(asked, fields, totals.grants));
    return asked.flatMap((measure) =>
      rows.flatMap((row) => amountsOf(row, measure).map(amountsInCurrency)),
    );
  }

  @FieldResolver(() => [ConvertedAmounts], {
    description:
      'The amounts of the counted grants in one currency, each converted at the rate for its own period. Includes the rates used and the amounts that could not be converted.',
  })
  async convertedTo(
    @Root() totals: GrantTotals,
    @Arg('currency', () => CurrencyCodeScalar, {
      description: 'The target currency (ISO 4217), such as `EUR`.',
    })
    currency: string,
    @Arg('measures', () => [Measure], MEASURES_TEXT) measures: Measure[] | null,
    @Ctx() { loaders }: Context,
  ): Promise<readonly ConvertedAmounts[]> {
    return convertedAmounts(loaders, totals.grants, currency, distinct(measures));
  }

  @FieldResolver(() => [GrantGroup], {
    description:
      'Groups the counted grants by the values of a dimension, the values with the most grants first; grants with no known value form a group of their own. If a grant has several values, each group gets the share that the source states; what stated shares leave is divided equally among values without a stated share, or belongs to the group with no known value. Amounts that follow transactions are counted by what the transactions say. The groups add up to the totals; sectors do so within each taxonomy.',
  })
  async groups(
    @Root() totals: GrantTotals,
    @Arg('by', () => GrantDimension, {
      description: 'The dimension by which grants are counted or grouped.',
    })
    by: GrantDimension,
    @Arg('perYear', () => Boolean, {
      defaultValue: false,
      description:
        'If true, splits each value by year, which is the year of the award unless `yearOf` says otherwise (default false).',
    })
    perYear: boolean,
    @Arg('yearOf', () => YearOf, {
      defaultValue: 'AWARD',
      description:
        'The date that decides in which year an amount is counted, with `perYear` or when grouping by `YEAR` (default `AWARD`). With `TRANSACTION`, only grants that have one of the amounts are included, and grouping by `SECTOR` is not possible.',
    })
    yearOf: YearOf,
    @Arg('first', () => Int, sizeArgument('Returns the n values with the most grants'))
    first: number,
    @Arg('measures', () => [Measure], MEASURES_TEXT) measures: Measure[] | null,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<readonly Row[]> {
    refuseSize(first);
    if (by === 'SECTOR' && yearOf === 'TRANSACTION') {
      throw badInput(
        `'yearOf' cannot be TRANSACTION when grouping by SECTOR: no source splits a grant by sector and year together. Omit 'yearOf', or group by another dimension.`,
        ['yearOf'],
      );
    }
    const asked = distinct(measures);
    const selection = selectionOf(info.fieldNodes, info.fragments);
    const fields = within(selection, 'amounts', info.fragments);
    const needed = fields.size === 0 && yearOf === 'AWARD' ? [] : asked;
    const rows = await loaders.aggregate(
      groups({ by, perYear, yearOf, first, measures: needed, fields }, totals.grants),
    );
    const found = new Map<string, Row & { grantCount: number; amounts: Row[] }>();
    for (const row of rows) {
      const id = JSON.stringify([row.nodeId, row.key, row.year]);
      const group = found.get(id) ?? { ...row, grantCount: 0, amounts: [] };
      group.grantCount += row.grants as number;
      group.amounts.push(
        ...asked.flatMap((measure) => amountsOf(row, measure).map(amountsInCurrency)),
      );
      found.set(id, group);
    }
    return [...found.values()];
  }
}

@Resolver()
export class GrantTotalsQuery {
  @Query(() => GrantTotals, {
    nullable: true,
    description:
      'Grants in numbers: how many, how much in each currency, for whom and when. A filter selects whole grants: filtered by country, region, sector or recipient, each grant counts with its whole amounts, also for what it gives to others. For the shares of a value, use `groups`.',
  })
  grantTotals(
    @Arg('filter', () => GrantFilter, {
      nullable: true,
      description:
        'Includes only grants that meet all of these conditions; if omitted, all grants.',
    })
    filter: FilterValues | null,
    @Ctx() { loaders }: Context,
  ): GrantTotals {
    const grants = grantSet(filter);
    let counts: Promise<GrantCounts> | null = null;
    return {
      grants,
      counts: () => (counts ??= countGrants(loaders, grants)),
    };
  }
}
