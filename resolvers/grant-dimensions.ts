import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Field, FieldResolver, Info, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { enumType } from '../entities/enum-type.js';
import { Node } from '../entities/node.interface.js';
import type { Context } from '../src/context.js';
import { kindOfId, type IdKind } from '../src/domain/ids.js';
import { compares, type FilterValues } from '../src/graph/filter.js';
import { filterConditions } from '../src/graph/page-statement.js';
import type { ClassOf, Row } from '../src/graph/row.js';
import type { Statement } from '../src/graph/statement.js';
import { GrantFilter } from './grant.filters.js';
import { NODE_CLASSES } from './node-classes.js';

export const GrantDimension = enumType(
  'GrantDimension',
  'The dimensions by which grants can be counted and grouped. Each one is a field of `GrantFilter`.',
  {
    FUNDER: 'The funder.',
    RECIPIENT: 'The recipients. A grant with several recipients counts under each.',
    INTERMEDIARY: 'The intermediaries. A grant with several intermediaries counts under each.',
    PROGRAMME: 'The grant program.',
    INITIATIVE: 'The initiative that the grant is for.',
    SECTOR:
      'The sectors, as the source states them. A grant for several sectors counts under each.',
    CHALLENGE:
      'The challenges of cluster development that the grant addresses. A grant for several challenges counts under each.',
    COUNTRY:
      'The countries that the grant is for. A grant for several countries counts under each.',
    REGION:
      'The regions that the grant is for, as the source states them. A grant for several regions counts under each.',
    YEAR: 'The year of the award.',
    STATUS: 'The stage that it has reached.',
    CURRENCY: 'The currency of the grant.',
    DATA_SET: 'The data set that the grant comes from.',
  },
);
export type GrantDimension = keyof typeof GrantDimension;

export interface Dimension {
  /** The filter field of this dimension. */
  readonly field: keyof GrantFilter;
  /** The table of links `l` if a grant can have several values; null if it has at most one. */
  readonly links: Links | null;
  /** SQL for the value: a column of the grant `t` or of a link `l`. */
  readonly key: string;
  /** The table of `d` if the key is its id, with the SQL of its key in the filter and of its label. */
  readonly of: { readonly table: string; readonly known: string; readonly label: string } | null;
}

export interface Links {
  readonly from: string;
  /** SQL condition: the link belongs to the grant `t`. */
  readonly on: string;
}

const ORGANIZATION = { table: 'organization', known: 'd.slug', label: 'd.name' };
const titled = (table: string) => ({ table, known: 'd.slug', label: 'd.title' });
const links = (table: string): Links => ({
  from: `${table} l`,
  on: 'l.grant_id = t.id',
});

/** Several locations of a grant may be in one country or region; count it once. */
const onceEach = (column: string): Links => ({
  from: `(SELECT DISTINCT f.${column}, f.grant_id FROM grant_location f WHERE f.${column} IS NOT NULL) l`,
  on: 'l.grant_id = t.id',
});

export const DIMENSIONS: Readonly<Record<GrantDimension, Dimension>> = {
  FUNDER: { field: 'funder', links: null, key: 't.funder_id', of: ORGANIZATION },
  RECIPIENT: {
    field: 'recipient',
    links: links('grant_share'),
    key: 'l.organization_id',
    of: ORGANIZATION,
  },
  INTERMEDIARY: {
    field: 'intermediary',
    links: links('grant_intermediary'),
    key: 'l.organization_id',
    of: ORGANIZATION,
  },
  PROGRAMME: {
    field: 'programme',
    links: null,
    key: 't.programme_id',
    of: titled('grant_programme'),
  },
  INITIATIVE: {
    field: 'initiative',
    links: null,
    key: 't.initiative_id',
    of: titled('initiative'),
  },
  SECTOR: {
    field: 'sector',
    links: links('grant_sector'),
    key: 'l.sector_id',
    of: { table: 'sector', known: `d.scheme || ':' || d.code`, label: 'd.title' },
  },
  CHALLENGE: {
    field: 'challenge',
    links: {
      from: '(SELECT i.id, unnest(i.challenges) AS challenge FROM initiative i) l',
      on: 'l.id = t.initiative_id',
    },
    key: 'l.challenge',
    of: null,
  },
  COUNTRY: { field: 'country', links: onceEach('country'), key: 'l.country', of: null },
  REGION: {
    field: 'region',
    links: onceEach('region_id'),
    key: 'l.region_id',
    of: { table: 'region', known: 'd.code', label: 'd.name' },
  },
  YEAR: { field: 'year', links: null, key: 'left(t.awarded_on, 4)', of: null },
  STATUS: { field: 'status', links: null, key: 't.status', of: null },
  CURRENCY: { field: 'currency', links: null, key: 't.currency', of: null },
  DATA_SET: { field: 'dataSet', links: null, key: 't.source_id', of: titled('source') },
};

/** The columns and the join that add details to rows with a key `f.key`. */
export function known({ of }: Dimension): {
  readonly columns: string;
  readonly join: string;
} {
  return of === null
    ? { columns: 'f.key AS key, f.key AS label, NULL::uuid AS "nodeId"', join: '' }
    : {
        columns: `${of.known} AS key, ${of.label} AS label, d.id AS "nodeId"`,
        join: `LEFT JOIN "${of.table}" d ON d.id = f.key`,
      };
}

export type GrantFilterValues = FilterValues;

/** SQL condition: the grant `t` meets the filter, ignoring one of its fields. */
export function grantsWhere(
  filter: GrantFilterValues | null,
  statement: Statement,
  except: keyof GrantFilter | null = null,
): string {
  const conditions = filterConditions(GrantFilter, filter ?? {}, statement, except);
  return conditions.length === 0 ? 'true' : conditions.join(' AND ');
}

/** Whether the copy in columns can answer this filter; it has no titles and identifiers. */
export function figuresIn(filter: GrantFilterValues | null | undefined): {
  readonly isCopied: boolean;
} {
  return { isCopied: !compares(filter, ['title', 'identifier']) };
}

/** A value of a dimension with its details. */
@ObjectType()
export abstract class DimensionValue {
  @Field(() => String, {
    nullable: true,
    description:
      'The value as used in `GrantFilter`: a slug, a code, a year or an enum value. Null for grants with no known value.',
  })
  key!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The display label of the value: a name or a title. Null for grants with no known value.',
  })
  label!: string | null;

  @Field(() => Int, { description: 'The number of grants that have this value.' })
  grantCount!: number;
}

/** The resolver class of the field `node`: the object whose id is `nodeId` of the value. */
export function nodeResolverOf(
  type: ClassOf,
  text: { readonly description: string; readonly nullable?: boolean },
): ClassOf {
  class ValueNodeResolver {
    node(
      { nodeId }: Row,
      { reader }: Context,
      place: GraphQLResolveInfo,
    ): Promise<Row | null> | null {
      if (nodeId == null) return null;
      const id = nodeId as string;
      return reader.one(NODE_CLASSES[kindOfId(id) as IdKind], id, place);
    }
  }
  const { prototype } = ValueNodeResolver;
  Root()(prototype, 'node', 0);
  Ctx()(prototype, 'node', 1);
  Info()(prototype, 'node', 2);
  FieldResolver(() => Node, text)(prototype, 'node', {});
  Resolver(() => type as never)(ValueNodeResolver);
  return ValueNodeResolver;
}

export const VALUE_NODE = {
  nullable: true,
  description:
    'The node that the value refers to. Null if the value is not a node, such as a year or a currency.',
} as const;
