import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Float, Info, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../src/context.js';
import type { Neighbourhood } from '../../src/network/answers.js';
import { edgeBetween } from '../../src/network/graph.js';
import { at } from '../../src/network/shared-arrays.js';
import { MAX_DEGREE_OF_REASON } from '../../src/network/measures/suggest.js';
import type { OpenNetwork } from '../../src/network/network.js';
import type { OfferMatch } from '../../src/network/offers.js';
import { seenFromLow, LinkRow } from '../../src/network/link-rows.js';
import { nodeRows, type NodeRow } from '../../src/network/node-rows.js';
import type { SuggestionWithOffers } from '../../src/network/suggest.js';
import { inTurns } from './in-turns.js';
import { longEdges, type EdgeRow } from './long-lists.js';
import { refuseSize, sizeArgument } from '../shared/sizes.js';
import { askedMetrics } from './network-selection.js';
import {
  NetworkNeighbour,
  NetworkNeighbourhood,
  NetworkOfferMatch,
  NetworkPath,
  NetworkRelation,
  NetworkSuggestion,
} from './network-answers.types.js';
import { NetworkLink } from './network-links.types.js';
import { NetworkNode } from './network-nodes.types.js';
import { NetworkCut } from './network.types.js';
import { NetworkChanges } from './network-history.types.js';
import { itemAt } from '../../src/domain/present.js';

interface NeighbourRow {
  readonly distance: number;
  readonly node: NodeRow;
}

export interface NeighbourhoodRow {
  readonly network: OpenNetwork;
  readonly near: Neighbourhood;
  /** The node itself, if it is to be listed. */
  readonly center: number | null;
  readonly distances: readonly { readonly size: number; readonly count: number }[];
}

export interface RelationRow extends Omit<NetworkRelation, 'pathCount'> {
  readonly network: OpenNetwork;
  readonly ends: { readonly from: number; readonly to: number; readonly weighted: boolean };
  readonly pathCount: number;
}

export interface SuggestionRow extends NetworkSuggestion {
  readonly network: OpenNetwork;
  readonly suggestion: SuggestionWithOffers;
}

export interface ChangesRow extends NetworkChanges {
  readonly network: OpenNetwork;
  readonly added: Int32Array;
  readonly ended: Int32Array;
}

@Resolver(() => NetworkNeighbourhood)
export class NetworkNeighbourhoodResolver {
  @FieldResolver(() => [NetworkNeighbour], {
    nullable: true,
    description:
      'The nodes within `depth`, nearest first; at the same distance, those with the most neighbors first. Null only if an error occurred.',
  })
  async nodes(
    @Root() { network, near, center }: NeighbourhoodRow,
    @Ctx() { patience }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<(NeighbourRow | Promise<NeighbourRow>)[]> {
    const rowOf = await nodeRows(network, askedMetrics(info), patience);
    const around = inTurns(near.nodes.entries(), ([index, node]) => ({
      distance: at(near.distances, index),
      node: rowOf(node),
    }));
    return center === null ? around : [{ distance: 0, node: rowOf(center) }, ...around];
  }

  @FieldResolver(() => [NetworkLink], {
    description:
      'The heaviest edges among these nodes and the node itself, at most ten times `first`.',
  })
  edges(
    @Root() { network, near }: NeighbourhoodRow,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<(EdgeRow | Promise<EdgeRow>)[]> {
    return longEdges(network, near.edges, context, info);
  }

  @FieldResolver(() => NetworkCut, {
    description: 'What is left out of `nodes` and `edges` because of `limit`.',
  })
  cut(@Root() { near }: NeighbourhoodRow): NetworkCut {
    return {
      nodeCount: near.nodeCount - near.nodes.length,
      edgeCount: near.edgeCount - near.edges.length,
    };
  }
}

@Resolver(() => NetworkRelation)
export class NetworkRelationResolver {
  @FieldResolver(() => Float, {
    description: 'The number of shortest paths between the two nodes.',
  })
  pathCount(@Root() { pathCount }: RelationRow): number {
    return pathCount;
  }

  @FieldResolver(() => [NetworkPath], {
    description: 'The shortest paths between the two nodes.',
  })
  async paths(
    @Root() { network, ends }: RelationRow,
    @Arg('first', () => Int, sizeArgument('Returns the first n entries'))
    first: number,
    @Ctx() { patience }: Context,
  ): Promise<(NetworkPath & { hops: EdgeRow[] })[]> {
    refuseSize(first);
    const { length, paths } = await network.view.paths({ ...ends, limit: first }, patience);
    return paths.map((path) => ({
      stepCount: path.length - 1,
      length,
      hops: path.slice(1).map((node, index) => {
        const before = itemAt(path, index);
        const edge = edgeBetween(network.view.graph, before, node);
        if (edge === null) throw new Error('A path has a step without an edge.');
        const isDirected = network.view.graph.arcs !== null;
        return new LinkRow(network, { edge, from: before, isDirected });
      }),
    }));
  }

  @FieldResolver(() => [NetworkNode], {
    nullable: true,
    description: 'The nodes that have an edge with both, those with the fewest neighbors first.',
  })
  async commonPartners(
    @Root() { network, ends }: RelationRow,
    @Arg('first', () => Int, sizeArgument('Returns the first n entries'))
    first: number,
    @Ctx() { patience }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NodeRow[]> {
    refuseSize(first);
    const rowOf = await nodeRows(network, askedMetrics(info), patience);
    const asked = { a: ends.from, b: ends.to, limit: first, maxDegree: Infinity };
    return Array.from(await network.view.common(asked, patience), rowOf);
  }
}

@Resolver(() => NetworkPath)
export class NetworkPathResolver {
  @FieldResolver(() => [NetworkLink], {
    description: 'The edges in order, each in the direction of the path.',
  })
  hops(@Root() { hops }: { hops: EdgeRow[] }): EdgeRow[] {
    return hops;
  }
}

@Resolver(() => NetworkSuggestion)
export class NetworkSuggestionResolver {
  @FieldResolver(() => NetworkNode, { description: 'The first organization.' })
  async first(
    @Root() { network, suggestion }: SuggestionRow,
    @Ctx() { patience }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NodeRow> {
    return (await nodeRows(network, askedMetrics(info), patience))(suggestion.a);
  }

  @FieldResolver(() => NetworkNode, { description: 'The second organization.' })
  async second(
    @Root() { network, suggestion }: SuggestionRow,
    @Ctx() { patience }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NodeRow> {
    return (await nodeRows(network, askedMetrics(info), patience))(suggestion.b);
  }

  @FieldResolver(() => [NetworkNode], {
    description:
      'The reasons for the suggestion: the neighbors in common, those with the fewest neighbors first.',
  })
  async common(
    @Root() { network, suggestion: { a, b } }: SuggestionRow,
    @Arg('first', () => Int, sizeArgument('Returns the first n entries'))
    first: number,
    @Ctx() { patience }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NodeRow[]> {
    refuseSize(first);
    const rowOf = await nodeRows(network, askedMetrics(info), patience);
    const asked = { a, b, limit: first, maxDegree: MAX_DEGREE_OF_REASON };
    return Array.from(await network.view.common(asked, patience), rowOf);
  }

  @FieldResolver(() => [NetworkOfferMatch], {
    description:
      'The matches between what one of them needs and what the other offers (maximum 10).',
  })
  offers(@Root() { suggestion }: SuggestionRow): readonly OfferMatch[] {
    return suggestion.matches;
  }
}

@Resolver(() => NetworkChanges)
export class NetworkChangesResolver {
  @FieldResolver(() => [NetworkLink], {
    description: 'The edges added: present on the later day but not on the earlier one.',
  })
  added(
    @Root() { network, added }: ChangesRow,
    @Arg('first', () => Int, sizeArgument('Returns the first n entries'))
    first: number,
  ): EdgeRow[] {
    refuseSize(first);
    return Array.from(
      added.subarray(0, first),
      (edge) => new LinkRow(network, seenFromLow(network.view.graph, edge)),
    );
  }

  @FieldResolver(() => [NetworkLink], {
    description: 'The edges ended: present on the earlier day but not on the later one.',
  })
  ended(
    @Root() { network, ended }: ChangesRow,
    @Arg('first', () => Int, sizeArgument('Returns the first n entries'))
    first: number,
  ): EdgeRow[] {
    refuseSize(first);
    return Array.from(
      ended.subarray(0, first),
      (edge) => new LinkRow(network, seenFromLow(network.view.graph, edge)),
    );
  }
}
