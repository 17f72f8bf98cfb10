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
import { badInput } from '../../src/errors.js';
import { selectionOf } from '../../src/fields/selection.js';
import { counted } from '../../src/network/answers.js';
import { ID_WORDS } from '../../src/network/record-ids.js';
import { density } from '../../src/network/measures/density.js';
import {
  methodOf,
  metricNamed,
  NODE_METRIC_FIELDS,
  valuesOf,
  type MetricName,
} from '../../src/network/metrics.js';
import type { Patience } from '../../src/network/shared-task.js';
import type { OpenNetwork } from '../../src/network/network.js';
import {
  communityRows,
  nodeColumns,
  nodeRows,
  type CommunityRow,
  type NodeRow,
} from '../../src/network/node-rows.js';
import { dayText } from '../../src/network/days.js';
import type { Numbers } from '../../src/network/shared-arrays.js';
import { inTurns } from './in-turns.js';
import { longEdges, longNodes, type EdgeRow } from './long-lists.js';
import { DRAWN_SIZE, refuseSize, sizeArgument } from '../shared/sizes.js';
import { askedMetrics, networkNeeds, networkRequest, rankingKey } from './network-selection.js';
import { NetworkArguments } from './network-selection.types.js';
import { NodeArguments, type NetworkMetricFilter } from './network-questions.types.js';
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
export interface NetworkRow extends OpenNetwork {
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
    @Info() info: GraphQLResolveInfo,
  ): Promise<NetworkRow> {
    refuseSize(first, DRAWN_SIZE);
    return {
      ...(await openNetwork(networkRequest(given, (options) => networkNeeds(info, options)))),
      first,
    };
  }
}

@Resolver(() => Network)
export class NetworkResolver {
  @FieldResolver(() => NetworkDescription, {
    description: 'Describes the network and the data that its figures are based on.',
  })
  graph(@Root() { view, request, isCurrent }: NetworkRow): NetworkDescription {
    const { graph, nodes, snapshot, undatedEdges, withoutAmount } = view;
    const { ties, period, level, weighting, currency, isDirected, includesUndated } =
      request.projection;
    const isDay = period !== null && period.from === period.to;
    return {
      version: String(snapshot.moment.version),
      isCurrent,
      asOfChange: new Date(snapshot.moment.readAt),
      filter: JSON.stringify(request.given),
      ties: [...ties],
      asOf: isDay ? dayText(period.from) : null,
      from: period === null ? null : dayText(period.from),
      to: period === null ? null : dayText(period.to),
      undated: includesUndated ? 'INCLUDE' : 'EXCLUDE',
      undatedEdges,
      weightBy: weighting,
      currency,
      withoutAmountCount: withoutAmount,
      directed: isDirected,
      level,
      organizationCount: nodes.chosen,
      outsideCount: nodes.outside,
      nodeCount: graph.order,
      edgeCount: graph.size,
      tieCount: view.tieCount,
      condensedCount: ties.reduce(
        (sum, kind) => sum + snapshot.condensed[kind].length / ID_WORDS,
        0,
      ),
    };
  }

  @FieldResolver(() => [NetworkMethod], { description: 'How each metric is computed.' })
  methods(
    @Root() { view, request }: NetworkRow,
    @Ctx() { patience }: Context,
  ): Promise<NetworkMethod[]> {
    return Promise.all(
      NODE_METRIC_FIELDS.map((metric) => methodOf(view, metric, request.options, patience)),
    );
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
    const degrees = asked.has('degrees') ? await view.degrees(patience) : [];
    const isExtent = EXTENT_STATS.some((field) => asked.has(field));
    const extent = isExtent ? await view.extent(patience) : null;
    const isWeak = WEAK_POINT_STATS.some((field) => asked.has(field));
    const weak = isWeak ? await view.weakPoints(patience) : null;
    const [byKind = null, bySector = null] = structure?.assortativity ?? [];
    const { order, size } = graph;
    return {
      density: density(order, size),
      averageDegree: order === 0 ? null : (2 * size) / order,
      degrees,
      componentCount: structure?.componentSizes.length ?? 0,
      componentSizes: counted(structure?.componentSizes ?? []).reverse(),
      averageClustering: structure?.averageClustering ?? null,
      transitivity: structure?.transitivity ?? null,
      degreeAssortativity: structure?.degreeAssortativity ?? null,
      diameter: extent?.diameter ?? null,
      radius: extent?.radius ?? null,
      isExtentExact: extent?.isExact ?? true,
      bridgeCount: weak?.bridges.length ?? 0,
      articulationPointCount: weak?.articulationPoints.length ?? 0,
      assortativityByKind: byKind,
      assortativityBySector: bySector,
    };
  }

  @FieldResolver(() => [NetworkNode], {
    nullable: true,
    description:
      'The nodes with the highest values of a metric, by default the total edge weight, up to `first`. Null only on error.',
  })
  async nodes(
    @Root() network: NetworkRow,
    @Args(() => NodeArguments) { orderBy, where }: NodeArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<(NodeRow | Promise<NodeRow>)[]> {
    const { patience } = context;
    const columns = await nodeColumns(network, askedMetrics(info), patience);
    const nodes = await nodesBy(network, orderBy, where ?? [], patience);
    return longNodes(network, nodes, columns, context, info);
  }

  @FieldResolver(() => [NetworkLink], {
    description:
      'The heaviest edges among these nodes, at most ten times `first`. In a directed network, an edge in both directions is listed twice.',
  })
  async edges(
    @Root() network: NetworkRow,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<(EdgeRow | Promise<EdgeRow>)[]> {
    const { edges } = await network.view.heaviest(network.first, context.patience);
    return longEdges(network, edges, context, info);
  }

  @FieldResolver(() => NetworkCut, {
    description:
      'The number of nodes and edges left out of `nodes` and `edges` because of `first`.',
  })
  async cut(
    @Root() { view, first }: NetworkRow,
    @Ctx() { patience }: Context,
  ): Promise<NetworkCut> {
    const { nodes, edges } = await view.heaviest(first, patience);
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
    @Root() network: NetworkRow,
    @Arg('first', () => Int, sizeArgument('Returns the n largest communities'))
    first: number,
    @Ctx() { patience }: Context,
  ): Promise<(CommunityRow | Promise<CommunityRow>)[]> {
    refuseSize(first);
    const { count, row } = await communityRows(network, patience);
    return inTurns(Array.from({ length: Math.min(count, first) }).keys(), row);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'The modularity of the communities: how much more connected nodes are within communities than expected by chance, from -0.5 to 1. Null if there are no edges.',
  })
  async modularity(
    @Root() { view, request }: NetworkRow,
    @Ctx() { patience }: Context,
  ): Promise<number | null> {
    return (await view.communities(request.options.communities, patience)).modularity;
  }
}

const EXTENT_STATS = ['diameter', 'radius', 'isExtentExact'];
const WEAK_POINT_STATS = ['bridgeCount', 'articulationPointCount'];
const COMPUTED_STATS = [
  'componentCount',
  'componentSizes',
  'averageClustering',
  'transitivity',
  'degreeAssortativity',
  'assortativityByKind',
  'assortativityBySector',
];

const MAX_BOUNDS = 20;

/** The first nodes by a metric, among those whose metrics are within the bounds. */
async function nodesBy(
  { view, request, first }: NetworkRow,
  orderBy: MetricName,
  where: readonly NetworkMetricFilter[],
  patience: Patience,
): Promise<Numbers> {
  if (where.length > MAX_BOUNDS) {
    throw badInput(
      `'where' has ${String(where.length)} bounds; the maximum is ${String(MAX_BOUNDS)}. Give each metric once, with both of its bounds.`,
      ['where'],
    );
  }
  if (orderBy === 'WEIGHTED_DEGREE' && where.length === 0) {
    return (await view.heaviest(first, patience)).nodes;
  }
  const of = (metric: MetricName) => valuesOf(view, metricNamed(metric), request.options, patience);
  const bounds = await Promise.all(
    where.map(async ({ metric, gte, lte }) => ({
      values: await of(metric),
      gte: gte ?? -Infinity,
      lte: lte ?? Infinity,
    })),
  );
  const asked = { values: await of(orderBy), ids: null, limit: first, bounds };
  return (await view.ranking(asked, rankingKey(orderBy, where, request.options), patience)).nodes;
}

@Resolver(() => NetworkCommunity)
export class NetworkCommunityResolver {
  @FieldResolver(() => NetworkNode, { description: 'The most central member, by PageRank.' })
  async central(
    @Root() { network, central }: CommunityRow,
    @Ctx() { patience }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NodeRow> {
    return (await nodeRows(network, askedMetrics(info), patience))(central);
  }

  @FieldResolver(() => [NetworkNode], {
    description: 'The members of the community, most central first.',
  })
  async members(
    @Root() { network, index }: CommunityRow,
    @Arg('first', () => Int, sizeArgument('Returns the n most central members'))
    first: number,
    @Ctx() { patience }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<(NodeRow | Promise<NodeRow>)[]> {
    refuseSize(first);
    const rowOf = await nodeRows(network, askedMetrics(info), patience);
    const { members } = await communityRows(network, patience);
    return inTurns(members(index, first), rowOf);
  }
}
