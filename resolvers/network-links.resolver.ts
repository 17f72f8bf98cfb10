import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Root } from 'type-graphql';
import { CooperationOffer } from '../entities/cooperation-offer.entity.js';
import { Node } from '../entities/node.interface.js';
import { Organization } from '../entities/organization.entity.js';
import { Region } from '../entities/region.entity.js';
import { Sector } from '../entities/sector.entity.js';
import { Source } from '../entities/source.entity.js';
import type { Context } from '../src/context.js';
import { kindOfId, type IdKind } from '../src/domain/ids.js';
import { FieldsOf, ToOne } from '../src/graph/declare.js';
import type { Row } from '../src/graph/row.js';
import { nodeRows, tieRows, type LinkRow, type NodeRow, type TieRow } from '../src/network/rows.js';
import { askedMetrics } from './network-selection.js';
import { NetworkLink, NetworkNode, NetworkOfferMatch, NetworkTie } from './network.types.js';
import { NODE_CLASSES } from './node-classes.js';
import { refuseSize, sizeArgument } from './sizes.js';

@FieldsOf(() => NetworkNode)
export class NetworkNodeResolver {
  @ToOne(() => Organization, {
    key: 'organizationId',
    nullable: true,
    description: 'The organization, with all fields of this schema. Null for sectors and regions.',
  })
  organization!: Organization | null;

  @ToOne(() => Sector, {
    key: 'sectorId',
    nullable: true,
    description: 'The sector, if the nodes are sectors; otherwise null.',
  })
  sector!: Sector | null;

  @ToOne(() => Region, {
    key: 'regionId',
    nullable: true,
    description: 'The region, if the nodes are regions; otherwise null.',
  })
  region!: Region | null;
}

@FieldsOf(() => NetworkLink)
export class NetworkLinkResolver {
  @FieldResolver(() => NetworkNode, { description: 'The first node.' })
  async from(
    @Root() { view, fromNode }: LinkRow,
    @Ctx() { patience }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NodeRow> {
    return (await nodeRows(view, askedMetrics(info), patience))(fromNode);
  }

  @FieldResolver(() => NetworkNode, { description: 'The second node.' })
  async to(
    @Root() { view, toNode }: LinkRow,
    @Ctx() { patience }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NodeRow> {
    return (await nodeRows(view, askedMetrics(info), patience))(toNode);
  }

  @FieldResolver(() => [NetworkTie], { description: 'The ties that make up the edge.' })
  ties(
    @Root() link: LinkRow,
    @Arg('first', () => Int, sizeArgument('Returns the first n entries'))
    first: number,
  ): TieRow[] {
    refuseSize(first);
    return tieRows(link, first);
  }
}

@FieldsOf(() => NetworkTie)
export class NetworkTieResolver {
  @FieldResolver(() => Node, {
    nullable: true,
    description:
      'The record behind the tie: the membership, the partnership, the initiative in which both take part, the grant, the seat, or the person who has seats in both. Null if it was removed in the meantime.',
  })
  record(
    @Root() { recordId }: TieRow,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row | null> {
    return reader.one(NODE_CLASSES[kindOfId(recordId) as IdKind], recordId, info);
  }

  @ToOne(() => Source, { key: 'sourceId', nullable: true, description: 'The source of the tie.' })
  source!: Source | null;
}

@FieldsOf(() => NetworkOfferMatch)
export class NetworkOfferMatchResolver {
  @ToOne(() => CooperationOffer, {
    key: 'needId',
    nullable: true,
    description: 'What one organization needs.',
  })
  need!: CooperationOffer | null;

  @ToOne(() => CooperationOffer, {
    key: 'offerId',
    nullable: true,
    description: 'What the other organization offers.',
  })
  offer!: CooperationOffer | null;
}
