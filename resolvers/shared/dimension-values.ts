import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Field, FieldResolver, Info, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { Node } from '../../entities/shared/node.interface.js';
import type { Context } from '../../src/context.js';
import { kindOfId, type IdKind } from '../../src/domain/ids.js';
import type { ClassOf, Row } from '../../src/fields/row.js';
import { NODE_CLASSES } from '../node-classes.js';
import { resolved } from '../../src/fields/type-graphql.js';

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
      { loaders }: Context,
      place: GraphQLResolveInfo,
    ): Promise<Row | null> | null {
      if (nodeId == null) return null;
      const id = nodeId as string;
      return loaders.one(NODE_CLASSES[kindOfId(id) as IdKind], id, place);
    }
  }
  const { prototype } = ValueNodeResolver;
  Root()(prototype, 'node', 0);
  Ctx()(prototype, 'node', 1);
  Info()(prototype, 'node', 2);
  FieldResolver(() => Node, text)(prototype, 'node', {});
  Resolver(resolved(type))(ValueNodeResolver);
  return ValueNodeResolver;
}

export const VALUE_NODE = {
  nullable: true,
  description:
    'The node that the value refers to. Null if the value is not a node, such as a year or a currency.',
} as const;
