import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { Node } from '../entities/node.interface.js';
import type { Context } from '../src/context.js';
import { kindOfId, parseId } from '../src/domain/ids.js';
import { badInput } from '../src/errors.js';
import { BY_ORGANIZATION_ID } from './keys.js';
import { NODE_CLASSES } from './node-classes.js';
import type { Row } from '../src/graph/row.js';

const MAX_NODES = 100;

@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: 'Anything by its id. Null if there is none.' })
  node(
    @Arg('id', () => ID, { description: 'The id, as any `id` field gave it.' }) id: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row | null> {
    return find(id, ['id'], context, info);
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: `Several by their ids, at most ${String(MAX_NODES)}, in the order asked; null for each that is not there, and null with an error for what is no id.`,
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'The ids.' }) ids: readonly string[],
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): readonly Promise<Row | null>[] {
    if (ids.length > MAX_NODES) {
      throw badInput(
        `'ids' has ${String(ids.length)} ids; at most ${String(MAX_NODES)} can be asked for at once. Split them over several requests.`,
        ['ids'],
      );
    }
    return ids.map((id, index) => find(id, ['ids', index], context, info));
  }
}

/** A fault of one id is that one's alone: it rejects and never throws. */
async function find(
  text: string,
  inputPath: readonly (string | number)[],
  { reader }: Context,
  info: GraphQLResolveInfo,
): Promise<Row | null> {
  const id = parseId(text);
  if (id === null) {
    throw badInput(
      `'${inputPath.join('.')}' is no id: ids look like 0190c5e2-7b1a-8001-9f3d-5a2b6c7d8e9f. Take it from an 'id' field.`,
      inputPath,
    );
  }
  const kind = kindOfId(id);
  const type = kind === null ? undefined : NODE_CLASSES[kind];
  if (type === undefined) return null;
  return kind === 'Organization'
    ? reader.oneBy(type, BY_ORGANIZATION_ID, id, info)
    : reader.one(type, id, info);
}
