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

const FacetOrder = enumType('FacetOrder', 'Orders of the values of a facet.', {
  GRANTS: 'What most grants have comes first.',
  KEY: 'By key, such as year after year.',
});
type FacetOrder = keyof typeof FacetOrder;

@ObjectType({ description: 'A value of a dimension, with how many grants have it.' })
export class FacetValue extends DimensionValue {}

export const FacetValueResolver = nodeResolverOf(FacetValue, VALUE_NODE);

@ObjectType({ description: 'The values of a dimension among the grants that meet a filter.' })
export class Facet {
  @Field(() => GrantDimension, { description: 'The dimension.' })
  dimension!: GrantDimension;

  @Field(() => [FacetValue], { description: 'Its values, at most as many as asked for.' })
  values!: readonly Row[];

  @Field(() => Int, { description: 'How many different values there are in all.' })
  distinctCount!: number;

  filter!: GrantFilterValues | null;
}

@ObjectType({ description: 'The grants that meet a filter, counted by what they have.' })
export class GrantFacets {
  filter!: GrantFilterValues | null;
}

/** The values of a dimension among the grants that meet the filter, whatever it says of that dimension. */
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
  // Where all grants are meant, the links of a table alone say how many have what.
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

/** How many grants meet the filter, whatever it says of the dimension, and have no value of it. */
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
  @FieldResolver(() => Int, { description: 'How many grants meet the whole filter.' })
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
      'The values of one dimension, as if the filter said nothing of that dimension: so that another value of it can be chosen. Grants are counted by regions and sectors as their sources say them, while the filter takes a region or sector with all below it: it can find more than the number here.',
  })
  async facet(
    @Root() { filter }: GrantFacets,
    @Arg('dimension', () => GrantDimension, { description: 'Which dimension.' })
    dimension: GrantDimension,
    @Arg('first', () => Int, sizeArgument('The first n values in that order'))
    first: number,
    @Arg('orderBy', () => FacetOrder, { defaultValue: 'GRANTS', description: 'Their order.' })
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
    description: 'How many grants there are of which it is unknown. Counted only when asked for.',
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
    description: 'Grants counted by what they have: what a donor narrows a search down by.',
  })
  grantFacets(
    @Arg('filter', () => GrantFilter, {
      nullable: true,
      description: 'Only what meets all of these conditions.',
    })
    filter: GrantFilterValues | null,
  ): GrantFacets {
    return { filter: filter ?? null };
  }
}
