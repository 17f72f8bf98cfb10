import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Float, Info, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../src/context.js';
import { at, edgeBetween } from '../../src/network/graph.js';
import { reasonsOf, type Suggestion } from '../../src/network/measures/suggest.js';
import type { ShortestPaths } from '../../src/network/measures/traverse.js';
import type { NetworkView } from '../../src/network/network-view.js';
import type { OfferMatch } from '../../src/network/offers.js';
import { linkRow, nodeRows, type LinkRow, type NodeRow } from '../../src/network/rows.js';
import { edgesAmong, EDGES_PER_NODE } from '../../src/network/heaviest.js';
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

export interface NeighbourhoodRow {
  readonly view: NetworkView;
  readonly steps: Int32Array;
  readonly center: number;
  /** The nodes around, the nearest first; the response shows the first n. */
  readonly around: readonly number[];
  readonly first: number;
  readonly distances: readonly { readonly size: number; readonly count: number }[];
}

export interface RelationRow extends Omit<NetworkRelation, 'pathCount'> {
  readonly view: NetworkView;
  readonly shortest: ShortestPaths;
  readonly common: readonly number[];
}

export interface SuggestionRow extends NetworkSuggestion {
  readonly view: NetworkView;
  readonly suggestion: Suggestion;
  readonly matches: readonly OfferMatch[];
}

export interface ChangesRow extends NetworkChanges {
  readonly view: NetworkView;
  readonly added: readonly number[];
  readonly ended: readonly number[];
}

@Resolver(() => NetworkNeighbourhood)
export class NetworkNeighbourhoodResolver {
  @FieldResolver(() => [NetworkNeighbour], {
    nullable: true,
    description:
      'The nodes within `depth`, nearest first; at the same distance, those with the most neighbors first. Null only if an error occurred.',
  })
  async nodes(
    @Root() { view, around, first, steps }: NeighbourhoodRow,
    @Ctx() { patience }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<{ distance: number; node: NodeRow }[]> {
    const rowOf = await nodeRows(view, askedMetrics(info), patience);
    return around.slice(0, first).map((node) => ({ distance: at(steps, node), node: rowOf(node) }));
  }

  @FieldResolver(() => [NetworkLink], {
    description:
      'The heaviest edges among these nodes and the node itself, at most ten times `first`.',
  })
  edges(@Root() row: NeighbourhoodRow): LinkRow[] {
    return shownEdges(row).map((edge) => linkRow(row.view, edge));
  }

  @FieldResolver(() => NetworkCut, {
    description: 'What is left out of `nodes` and `edges` because of `limit`.',
  })
  cut(@Root() row: NeighbourhoodRow): NetworkCut {
    const { view, center, around, first } = row;
    return {
      nodeCount: Math.max(around.length - first, 0),
      edgeCount: edgesAmong(view, [center, ...around]).length - shownEdges(row).length,
    };
  }
}

function shownEdges({ view, center, around, first }: NeighbourhoodRow): number[] {
  return edgesAmong(view, [center, ...around.slice(0, first)]).slice(0, first * EDGES_PER_NODE);
}

@Resolver(() => NetworkRelation)
export class NetworkRelationResolver {
  @FieldResolver(() => Float, {
    description: 'The number of shortest paths between the two nodes.',
  })
  pathCount(@Root() { shortest }: RelationRow): number {
    return shortest.count();
  }

  @FieldResolver(() => [NetworkPath], { description: 'The shortest paths between the two nodes.' })
  paths(
    @Root() { view, shortest }: RelationRow,
    @Arg('first', () => Int, sizeArgument('Returns the first n entries'))
    first: number,
  ): (NetworkPath & { hops: LinkRow[] })[] {
    refuseSize(first);
    return shortest.list(first).map((path) => ({
      stepCount: path.length - 1,
      length: shortest.distance ?? 0,
      hops: path.slice(1).map((node, index) => {
        const before = itemAt(path, index);
        const edge = edgeBetween(view.graph, before, node);
        if (edge === null) throw new Error('A path has a step without an edge.');
        return linkRow(view, edge, before);
      }),
    }));
  }

  @FieldResolver(() => [NetworkNode], {
    nullable: true,
    description: 'The nodes that have an edge with both, those with the fewest neighbors first.',
  })
  async commonPartners(
    @Root() { view, common }: RelationRow,
    @Arg('first', () => Int, sizeArgument('Returns the first n entries'))
    first: number,
    @Ctx() { patience }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NodeRow[]> {
    refuseSize(first);
    const rowOf = await nodeRows(view, askedMetrics(info), patience);
    return common.slice(0, first).map(rowOf);
  }
}

@Resolver(() => NetworkPath)
export class NetworkPathResolver {
  @FieldResolver(() => [NetworkLink], {
    description: 'The edges in order, each in the direction of the path.',
  })
  hops(@Root() { hops }: { hops: LinkRow[] }): LinkRow[] {
    return hops;
  }
}

@Resolver(() => NetworkSuggestion)
export class NetworkSuggestionResolver {
  @FieldResolver(() => NetworkNode, { description: 'The first organization.' })
  async first(
    @Root() { view, suggestion }: SuggestionRow,
    @Ctx() { patience }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NodeRow> {
    return (await nodeRows(view, askedMetrics(info), patience))(suggestion.a);
  }

  @FieldResolver(() => NetworkNode, { description: 'The second organization.' })
  async second(
    @Root() { view, suggestion }: SuggestionRow,
    @Ctx() { patience }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NodeRow> {
    return (await nodeRows(view, askedMetrics(info), patience))(suggestion.b);
  }

  @FieldResolver(() => [NetworkNode], {
    description:
      'The reasons for the suggestion: the neighbors in common, those with the fewest neighbors first.',
  })
  async common(
    @Root() { view, suggestion }: SuggestionRow,
    @Arg('first', () => Int, sizeArgument('Returns the first n entries'))
    first: number,
    @Ctx() { patience }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NodeRow[]> {
    refuseSize(first);
    const rowOf = await nodeRows(view, askedMetrics(info), patience);
    return reasonsOf(view.graph, suggestion).slice(0, first).map(rowOf);
  }

  @FieldResolver(() => [NetworkOfferMatch], {
    description:
      'The matches between what one of them needs and what the other offers (maximum 10).',
  })
  offers(@Root() { matches }: SuggestionRow): OfferMatch[] {
    return matches.slice(0, 10);
  }
}

@Resolver(() => NetworkChanges)
export class NetworkChangesResolver {
  @FieldResolver(() => [NetworkLink], {
    description: 'The edges added: present on the later day but not on the earlier one.',
  })
  added(
    @Root() { view, added }: ChangesRow,
    @Arg('first', () => Int, sizeArgument('Returns the first n entries'))
    first: number,
  ): LinkRow[] {
    refuseSize(first);
    return added.slice(0, first).map((edge) => linkRow(view, edge));
  }

  @FieldResolver(() => [NetworkLink], {
    description: 'The edges ended: present on the earlier day but not on the later one.',
  })
  ended(
    @Root() { view, ended }: ChangesRow,
    @Arg('first', () => Int, sizeArgument('Returns the first n entries'))
    first: number,
  ): LinkRow[] {
    refuseSize(first);
    return ended.slice(0, first).map((edge) => linkRow(view, edge));
  }
}
