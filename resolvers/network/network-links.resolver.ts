import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql';
import { Node } from '../../entities/shared/node.interface.js';
import type { Context } from '../../src/context.js';
import { kindOfId, type IdKind } from '../../src/domain/ids.js';
import type { Row } from '../../src/fields/row.js';
import { nodeRows, type NodeRow } from '../../src/network/node-rows.js';
import { tieRows, type TieRow } from '../../src/network/link-rows.js';
import { hasValue } from '../../src/network/shared-arrays.js';
import { NODE_CLASSES } from '../node-classes.js';
import { refuseSize, sizeArgument } from '../shared/sizes.js';
import type { EdgeRow } from './long-lists.js';
import { askedMetrics } from './network-selection.js';
import { NetworkLink, NetworkTie } from './network-links.types.js';
import { NetworkNode } from './network-nodes.types.js';

@Resolver(() => NetworkLink)
export class NetworkLinkResolver {
  @FieldResolver(() => NetworkNode, { description: 'The first node.' })
  async from(
    @Root() { network, fromNode }: EdgeRow,
    @Ctx() { patience }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NodeRow> {
    return (await nodeRows(network, askedMetrics(info), patience))(fromNode);
  }

  @FieldResolver(() => NetworkNode, { description: 'The second node.' })
  async to(
    @Root() { network, toNode }: EdgeRow,
    @Ctx() { patience }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NodeRow> {
    return (await nodeRows(network, askedMetrics(info), patience))(toNode);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether its removal would disconnect nodes (a bridge).',
  })
  async isBridge(
    @Root() { network, edge }: EdgeRow,
    @Ctx() { patience }: Context,
  ): Promise<boolean> {
    return hasValue((await network.view.weakPoints(patience)).bridges, edge);
  }

  @FieldResolver(() => [NetworkTie], { description: 'The ties that make up the edge.' })
  ties(
    @Root() link: EdgeRow,
    @Arg('first', () => Int, sizeArgument('Returns the first n entries'))
    first: number,
  ): TieRow[] {
    refuseSize(first);
    return tieRows(link, first);
  }
}

@Resolver(() => NetworkTie)
export class NetworkTieResolver {
  @FieldResolver(() => Node, {
    nullable: true,
    description:
      'The record behind the tie: the membership, the partnership, the initiative in which both take part, the grant, the seat, or the person who has seats in both. Null if it was removed in the meantime.',
  })
  record(
    @Root() { recordId }: TieRow,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row | null> {
    return loaders.one(NODE_CLASSES[kindOfId(recordId) as IdKind], recordId, info);
  }
}
