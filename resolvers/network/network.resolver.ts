import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  Float,
  Info,
  Int,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Context } from '../../src/context.js';
import { selectionOf } from '../../src/fields/selection.js';
import { degreeOf } from '../../src/network/graph.js';
import type { NetworkView } from '../../src/network/network-view.js';
import {
  communityRows,
  dayText,
  linkRow,
  nodeRows,
  type CommunityRow,
  type LinkRow,
  type NodeRow,
} from '../../src/network/rows.js';
import { heaviestOf, type HeaviestPart } from '../../src/network/heaviest.js';
import { DRAWN_SIZE, refuseSize, sizeArgument } from '../shared/sizes.js';
import { askedMetrics, networkRequest } from './network-selection.js';
import { NetworkArguments } from './network-selection.types.js';
import { NetworkLink } from './network-links.types.js';
import { NetworkCommunity, NetworkNode } from './network-nodes.types.js';
import {
  Network,
  NetworkCut,
  NetworkDescription,
  NetworkMethod,
  NetworkStats,
} from './network.types.js';

/** The source object of a network in a response. */
export interface NetworkRow {
  readonly view: NetworkView;
  /** The number of nodes returned. */
  readonly first: number;
}

@Resolver()
export class NetworkQuery {
  @Query(() => Network, {
    nullable: true,
    description:
      'The partnership graph or a part of it: nodes and edges, statistics, communities, brokers, paths, and growth over time.',
  })
  async network(
    @Args(() => NetworkArguments) given: NetworkArguments,
    @Arg(
      'first',
      () => Int,
      sizeArgument(
        'The number of nodes shown in `nodes` and `edges`: those with the greatest total edge weight. All other fields cover the whole network',
        DRAWN_SIZE,
      ),
    )
    first: number,
    @Ctx() { openNetwork }: Context,
  ): Promise<NetworkRow> {
    refuseSize(first, DRAWN_SIZE);
    return { view: await openNetwork(networkRequest(given)), first };
  }
}

@Resolver(() => Network)
export class NetworkResolver {
  @FieldResolver(() => NetworkDescription, {
    description: 'Describes the network and the data that its figures are based on.',
  })
  graph(@Root() { view }: NetworkRow): NetworkDescription {
    const { graph, nodes, request, snapshot } = view;
    const { ties, day, level } = request.projection;
    return {
      version: String(snapshot.version),
      filter: JSON.stringify(request.given),
      ties: [...ties],
      asOf: day === null ? null : dayText(day),
      level,
      organizationCount: nodes.chosen,
      outsideCount: nodes.outside,
      nodeCount: graph.order,
      edgeCount: graph.size,
      tieCount: graph.ties.kind.length,
      condensedCount: ties.reduce((sum, kind) => sum + snapshot.condensed[kind], 0),
    };
  }

  @FieldResolver(() => [NetworkMethod], { description: 'How each metric is computed.' })
  methods(@Root() { view }: NetworkRow): NetworkMethod[] {
    return view.methods();
  }

  @FieldResolver(() => NetworkStats, {
    nullable: true,
    description: 'Summary figures of the network. Null only on error.',
  })
  async stats(
    @Root() { view }: NetworkRow,
    @Ctx() { patience }: Context,
    @Info() { fieldNodes, fragments }: GraphQLResolveInfo,
  ): Promise<NetworkStats> {
    const { graph } = view;
    const asked = selectionOf(fieldNodes, fragments);
    const isComputed = COMPUTED_STATS.some((field) => asked.has(field));
    const structure = isComputed ? await view.structure(patience) : null;
    const [byKind = null, bySector = null] = structure?.assortativity ?? [];
    const { order, size } = graph;
    return {
      density: order < 2 ? null : (2 * size) / (order * (order - 1)),
      averageDegree: order === 0 ? null : (2 * size) / order,
      degrees: counted(Array.from({ length: order }, (_, node) => degreeOf(graph, node))),
      componentCount: structure?.componentSizes.length ?? 0,
      componentSizes: counted(structure?.componentSizes ?? []).reverse(),
      averageClustering: structure?.averageClustering ?? null,
      assortativityByKind: byKind,
      assortativityBySector: bySector,
    };
  }

  @FieldResolver(() => [NetworkNode], {
    nullable: true,
    description:
      'The nodes with the greatest total edge weight, up to `first`. Null only on error.',
  })
  async nodes(
    @Root() { view, first }: NetworkRow,
    @Ctx() { patience }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NodeRow[]> {
    const rowOf = await nodeRows(view, askedMetrics(info), patience);
    return heaviestOf(view, first).nodes.map(rowOf);
  }

  @FieldResolver(() => [NetworkLink], {
    description: 'The heaviest edges among these nodes, at most ten times `first`.',
  })
  edges(@Root() { view, first }: NetworkRow): LinkRow[] {
    return heaviestOf(view, first).edges.map((edge) => linkRow(view, edge));
  }

  @FieldResolver(() => NetworkCut, {
    description:
      'The number of nodes and edges left out of `nodes` and `edges` because of `first`.',
  })
  cut(@Root() { view, first }: NetworkRow): NetworkCut {
    const { nodes, edges }: HeaviestPart = heaviestOf(view, first);
    return {
      nodeCount: view.graph.order - nodes.length,
      edgeCount: view.graph.size - edges.length,
    };
  }

  @FieldResolver(() => [NetworkCommunity], {
    nullable: true,
    description: 'The communities of the network, largest first. Null only if an error occurred.',
  })
  async communities(
    @Root() { view }: NetworkRow,
    @Arg('first', () => Int, sizeArgument('Returns the n largest communities'))
    first: number,
    @Ctx() { patience }: Context,
  ): Promise<readonly CommunityRow[]> {
    refuseSize(first);
    const { rows } = await communityRows(view, patience);
    return rows.slice(0, first);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'The modularity of the communities: how much more connected nodes are within communities than expected by chance, from -0.5 to 1. Null if there are no edges.',
  })
  async modularity(
    @Root() { view }: NetworkRow,
    @Ctx() { patience }: Context,
  ): Promise<number | null> {
    return (await view.communities(patience)).modularity;
  }
}

const COMPUTED_STATS = [
  'componentCount',
  'componentSizes',
  'averageClustering',
  'assortativityByKind',
  'assortativityBySector',
];

/** The number of occurrences of each size, ascending by size. */
function counted(sizes: readonly number[]): { size: number; count: number }[] {
  const counts = new Map<number, number>();
  for (const size of sizes) counts.set(size, (counts.get(size) ?? 0) + 1);
  return [...counts]
    .map(([size, count]) => ({ size, count }))
    .sort((left, right) => left.size - right.size);
}

@Resolver(() => NetworkCommunity)
export class NetworkCommunityResolver {
  @FieldResolver(() => NetworkNode, { description: 'The most central member, by PageRank.' })
  async central(
    @Root() { view, central }: CommunityRow,
    @Ctx() { patience }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NodeRow> {
    return (await nodeRows(view, askedMetrics(info), patience))(central);
  }

  @FieldResolver(() => [NetworkNode], {
    description: 'The members of the community, most central first.',
  })
  async members(
    @Root() { view, number }: CommunityRow,
    @Arg('first', () => Int, sizeArgument('Returns the n most central members'))
    first: number,
    @Ctx() { patience }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NodeRow[]> {
    refuseSize(first);
    const rowOf = await nodeRows(view, askedMetrics(info), patience);
    const { members } = await communityRows(view, patience);
    return members(number - 1)
      .slice(0, first)
      .map(rowOf);
  }
}
