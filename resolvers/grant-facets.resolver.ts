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
import { enumType } from '../entities/enum-type.js';
import type { Context } from '../src/context.js';
import type { Row } from '../src/graph/row.js';
import { Statement } from '../src/graph/statement.js';
import {
  DIMENSIONS,
  DimensionValue,
  figuresIn,
  GrantDimension,
  grantsWhere,
  known,
  nodeResolverOf,
  VALUE_NODE,
  type GrantFilterValues,
} from './grant-dimensions.js';
import { GrantFilter } from './grant.filters.js';
import { refuseSize, sizeArgument } from './sizes.js';

const FacetOrder = enumType('FacetOrder', 'The sort orders for the values of a facet.', {
  GRANTS: 'By number of grants, the largest first.',
  KEY: 'By key, such as by year in ascending order.',
});
type FacetOrder = keyof typeof FacetOrder;

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

  filter!: GrantFilterValues | null;
}

@ObjectType({ description: 'The grants that meet a filter, counted by dimension.' })
export class GrantFacets {
  filter!: GrantFilterValues | null;
}

/** The values of a dimension among grants that meet the filter, ignoring its condition on that dimension. */
export function facetStatement(
  name: GrantDimension,
  filter: GrantFilterValues | null,
  { first, orderBy }: { readonly first: number | null; readonly orderBy: FacetOrder },
): { readonly text: string; readonly values: readonly unknown[] } {
  const statement = new Statement();
  const dimension = DIMENSIONS[name];
  const { links, key, field } = dimension;
  const { columns, join } = known(dimension);
  const where = grantsWhere(filter, statement, field);
  // If the filter matches all grants, counting the links is enough.
  const rows =
    links === null
      ? `"grant" t WHERE ${where} AND ${key} IS NOT NULL`
      : `${links.from} ${where === 'true' && links.on.startsWith('l.grant_id') ? '' : `JOIN "grant" t ON ${links.on}`}
         WHERE ${where}`;
  const order = orderBy === 'KEY' ? 'c.key' : 'c.grants DESC, c.key';
  const text = `WITH f AS (
      SELECT c.key, c.grants, row_number() OVER (ORDER BY ${order}) AS rank, count(*) OVER ()::int AS "distinct"
      FROM (SELECT ${key} AS key, count(*)::int AS grants FROM ${rows} GROUP BY 1) c
      ORDER BY rank LIMIT ${statement.bind(first)}::int
    )
    SELECT ${columns}, f.grants, f."distinct" FROM f ${join} ORDER BY f.rank`;
  return { text, values: statement.values };
}

/** Counts grants without a value of the dimension that meet the filter, ignoring its condition on that dimension. */
export function unknownStatement(name: GrantDimension, filter: GrantFilterValues | null) {
  const statement = new Statement();
  const { field } = DIMENSIONS[name];
  const where = grantsWhere({ ...filter, [field]: { isNull: true } }, statement);
  return {
    text: `SELECT count(*)::int AS unknown FROM "grant" t WHERE ${where}`,
    values: statement.values,
  };
}

@Resolver(() => GrantFacets)
export class GrantFacetsResolver {
  @FieldResolver(() => Int, { description: 'The number of grants that meet the whole filter.' })
  async grantCount(@Root() { filter }: GrantFacets, @Ctx() { reader }: Context): Promise<number> {
    const statement = new Statement();
    const [row] = await reader.figures(
      `SELECT count(*)::int AS grants FROM "grant" t WHERE ${grantsWhere(filter, statement)}`,
      statement.values,
      figuresIn(filter),
    );
    return (row?.grants as number | undefined) ?? 0;
  }

  @FieldResolver(() => Facet, {
    description:
      'Returns the values of one dimension, ignoring the filter on that dimension so that another value can be chosen. Grants are counted by the regions and sectors that their sources state, but a filter also includes everything below a region or sector, so it can find more grants than counted here.',
  })
  async facet(
    @Root() { filter }: GrantFacets,
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
    @Ctx() { reader }: Context,
  ): Promise<Facet> {
    refuseSize(first);
    const { text, values } = facetStatement(dimension, filter, { first, orderBy });
    const rows = await reader.figures(text, values, figuresIn(filter));
    return {
      dimension,
      filter,
      values: rows.map(({ grants, ...row }) => ({ ...row, grantCount: grants })),
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
    @Root() { dimension, filter }: Facet,
    @Ctx() { reader }: Context,
  ): Promise<number> {
    const { text, values } = unknownStatement(dimension, filter);
    const [row] = await reader.figures(text, values, figuresIn(filter));
    return (row?.unknown as number | undefined) ?? 0;
  }
}

@Resolver()
export class GrantFacetsRoot {
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
    filter: GrantFilterValues | null,
  ): GrantFacets {
    return { filter: filter ?? null };
  }
}
