import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Context } from '../../src/context.js';
import { momentsBetween } from '../../src/domain/calendar.js';
import { parseUuid } from '../../src/domain/ids.js';
import { badInput } from '../../src/errors.js';
import { filterSql } from '../../src/fields/filter.js';
import { and, sql } from '../../src/fields/sql.js';
import { MAX_DEGREE_OF_REASON } from '../../src/network/measures/suggest.js';
import type { HistoryMetric } from '../../src/network/measures/history.js';
import { metricNamed, valuesOf } from '../../src/network/metrics.js';
import { selectionOf, type Selection } from '../../src/fields/selection.js';
import type { NetworkRequest } from '../../src/network/network-request.js';
import type { NetworkView } from '../../src/network/network-view.js';
import { selectedIds } from '../../src/network/selected.js';
import { dayNumber, dayText } from '../../src/network/days.js';
import { nodeRows, type NodeRow } from '../../src/network/node-rows.js';
import { OrganizationFilter } from '../shared/filters.js';
import { at, weightAt } from '../../src/network/shared-arrays.js';
import { inTurns } from './in-turns.js';
import { DRAWN_SIZE, refuseSize } from '../shared/sizes.js';
import {
  BetweenArguments,
  BrokerArguments,
  ChangeArguments,
  HistoryArguments,
  NeighbourhoodArguments,
  SuggestionArguments,
} from './network-questions.types.js';
import type { NetworkRow } from './network.resolver.js';
import { askedMetrics, during, rankingKey, within } from './network-selection.js';
import {
  NetworkNeighbourhood,
  NetworkRank,
  NetworkRelation,
  NetworkSuggestion,
} from './network-answers.types.js';
import { Network } from './network.types.js';
import { NetworkChanges, NetworkMoment } from './network-history.types.js';
import type {
  ChangesRow,
  NeighbourhoodRow,
  RelationRow,
  SuggestionRow,
} from './network-answers.resolver.js';

export interface RankRow {
  readonly rank: number;
  readonly value: number;
  readonly node: NodeRow;
}

const MAX_DEPTH = 6;
const MAX_MOMENTS = 400;

@Resolver(() => Network)
export class NetworkQuestionsResolver {
  @FieldResolver(() => [NetworkRank], {
    nullable: true,
    description:
      'The nodes with the highest value of a metric; by default betweenness, which finds the brokers. Null only if an error occurred.',
    deprecationReason: 'Use `centralNodes`, which ranks by any metric.',
  })
  async brokers(
    @Root() network: NetworkRow,
    @Args(() => BrokerArguments) given: BrokerArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<(RankRow | Promise<RankRow>)[]> {
    return ranked(network, given, context, info);
  }

  @FieldResolver(() => [NetworkRank], {
    nullable: true,
    description:
      'The nodes with the highest value of a metric, each with its rank. Null only if an error occurred.',
  })
  async centralNodes(
    @Root() network: NetworkRow,
    @Args(() => BrokerArguments) given: BrokerArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<(RankRow | Promise<RankRow>)[]> {
    return ranked(network, given, context, info);
  }

  @FieldResolver(() => NetworkNeighbourhood, {
    nullable: true,
    description: 'The nodes and edges around a node. Null if the node is not in this network.',
  })
  async neighbourhood(
    @Root() network: NetworkRow,
    @Args(() => NeighbourhoodArguments)
    { node, depth, first, includeCenter }: NeighbourhoodArguments,
    @Ctx() { patience }: Context,
  ): Promise<NeighbourhoodRow | null> {
    within('depth', depth, 1, MAX_DEPTH);
    refuseSize(first, DRAWN_SIZE);
    const { view } = network;
    const center = nodeNamed(view, 'node', node);
    if (center === null) return null;
    const near = await view.neighbourhood({ center, depth, limit: first }, patience);
    const distances = near.counts.map((count, index) => ({ size: index + 1, count }));
    return { network, near, center: includeCenter ? center : null, distances };
  }

  @FieldResolver(() => NetworkRelation, {
    nullable: true,
    description:
      'How two nodes are connected. In a directed network, paths follow the direction of the edges. Null if one of them is not in this network.',
  })
  async between(
    @Root() network: NetworkRow,
    @Args(() => BetweenArguments) { from, to, weighted }: BetweenArguments,
    @Ctx() { patience }: Context,
  ): Promise<RelationRow | null> {
    const { view } = network;
    const [start, end] = [nodeNamed(view, 'from', from), nodeNamed(view, 'to', to)];
    if (start === null || end === null) return null;
    const ends = { from: start, to: end, weighted };
    const { distance, pathCount, commonCount } = await view.relation(ends, patience);
    return {
      network,
      ends,
      pathCount,
      isConnected: distance !== null,
      distance,
      commonPartnerCount: commonCount,
    };
  }

  @FieldResolver(() => [NetworkSuggestion], {
    nullable: true,
    description: `Pairs of organizations that should meet: they have no tie but have neighbors in common. Common neighbors with more than ${String(MAX_DEGREE_OF_REASON)} neighbors are not counted. Null if \`node\` is not in this network, or if an error occurred.`,
  })
  async suggestions(
    @Root() network: NetworkRow,
    @Args(() => SuggestionArguments)
    { by, first, node, filter, matchingOffers }: SuggestionArguments,
    @Ctx() { loaders, patience }: Context,
  ): Promise<SuggestionRow[] | null> {
    refuseSize(first);
    const { view, request } = network;
    refuseGroups(view, 'suggestions');
    const one = node == null ? null : nodeNamed(view, 'node', node);
    if (node != null && one === null) return null;
    const suggestions = await view.suggestions(
      { measure: by, limit: first, node: one, matchingOffers },
      await idsThatMeet(view, request, filter, loaders),
      patience,
    );
    return suggestions.map((suggestion) => ({
      network,
      suggestion,
      score: suggestion.score,
      commonCount: suggestion.common,
      ignoredCount: suggestion.ignored,
    }));
  }

  @FieldResolver(() => [NetworkMoment], {
    nullable: true,
    description:
      'How the network grew: its state on the last day of each year, quarter or month. Ignores `asOf`. Null only if an error occurred.',
  })
  async history(
    @Root() { view, request }: NetworkRow,
    @Args(() => HistoryArguments) { from, to, by }: HistoryArguments,
    @Ctx() { openNetwork, patience }: Context,
    @Info() { fieldNodes, fragments }: GraphQLResolveInfo,
  ): Promise<NetworkMoment[]> {
    refuseChangingGroups(view, 'history');
    const days = momentsBetween(...inOrder(from, to), by);
    if (days.length > MAX_MOMENTS) {
      throw badInput(
        `The period from 'from' to 'to' has ${String(days.length)} moments; the maximum is ${String(MAX_MOMENTS)}. Use 'by: YEAR' or a shorter period.`,
        ['from'],
      );
    }
    const timeless = await openNetwork(ofAllDays(request));
    const includesUndated = request.undated === 'INCLUDE';
    const moments = await timeless.view.history(
      { days, includesUndated, metrics: historyMetrics(selectionOf(fieldNodes, fragments)) },
      patience,
    );
    return moments.map((moment) => ({ ...moment, day: dayText(moment.day) }));
  }

  @FieldResolver(() => NetworkChanges, {
    description: 'The edges that were added and ended between two days. Ignores `asOf`.',
  })
  async changes(
    @Root() { view, request }: NetworkRow,
    @Args(() => ChangeArguments) { from, to }: ChangeArguments,
    @Ctx() { openNetwork, patience }: Context,
  ): Promise<ChangesRow> {
    refuseChangingGroups(view, 'changes');
    const [earlier, later] = inOrder(from, to);
    const timeless = await openNetwork(ofAllDays(request));
    const includesUndated = request.undated === 'INCLUDE';
    const asked = { from: earlier, to: later, includesUndated };
    const { added, ended } = await timeless.view.changes(asked, patience);
    return {
      network: timeless,
      added,
      ended,
      addedCount: added.length,
      endedCount: ended.length,
    };
  }
}

/** The metrics of moments that are selected and take a computation of their own. */
function historyMetrics(selection: Selection): HistoryMetric[] {
  return [
    ...(selection.has('transitivity') ? (['TRANSITIVITY'] as const) : []),
    ...(selection.has('modularity') ? (['MODULARITY'] as const) : []),
  ];
}

/** The same network with the ties of all days, also undated ones. */
function ofAllDays(request: NetworkRequest): NetworkRequest {
  const { projection } = request;
  return {
    ...request,
    projection: { ...projection, period: null, includesUndated: true },
    needs: [],
  };
}

const SHORT_NAME = /^[\w.:-]{1,200}$/;

/** The index of the node; null if it is not in the network. */
function nodeNamed(view: NetworkView, argument: string, text: string): number | null {
  const key = parseUuid(text) ?? text;
  if (SHORT_NAME.test(key)) return view.nodeOf(key);
  throw badInput(
    `'${argument}' is not a valid key; expected the value of a 'key', 'id', 'slug' or 'code' field.`,
    [argument],
  );
}

function inOrder(from: string, to: string): [number, number] {
  if (from <= to) return [dayNumber(from), dayNumber(to)];
  throw badInput(`'to' (${to}) is before 'from' (${from}). Swap them.`, ['to']);
}

function refuseGroups({ nodes }: NetworkView, field: string): void {
  if (nodes.level === 'ORGANIZATION') return;
  throw badInput(`'${field}' is only available for organizations, not for groups. Omit 'level'.`, [
    'level',
  ]);
}

/** The members of a cluster change over time; all other groups are constant. */
function refuseChangingGroups({ nodes }: NetworkView, field: string): void {
  if (nodes.level !== 'CLUSTER') return;
  throw badInput(
    `'${field}' is not available for clusters, because their members change over time. Use another 'level', or compare networks with 'asOf'.`,
    ['level'],
  );
}

/** The nodes by a metric, among those that meet the filter. */
async function ranked(
  network: NetworkRow,
  { by, first, filter }: BrokerArguments,
  { loaders, patience }: Context,
  info: GraphQLResolveInfo,
): Promise<(RankRow | Promise<RankRow>)[]> {
  refuseSize(first);
  const { view, request } = network;
  const ids = await idsThatMeet(view, request, filter, loaders);
  const all = await valuesOf(view, metricNamed(by), request.options, patience);
  const { nodes, ranks, values } = await view.ranking(
    { values: all, ids, limit: first, bounds: [] },
    rankingKey(by, [], request.options),
    patience,
  );
  const rowOf = await nodeRows(network, askedMetrics(info), patience);
  return inTurns(nodes.entries(), ([index, node]) => ({
    rank: at(ranks, index),
    value: weightAt(values, index),
    node: rowOf(node),
  }));
}

/** The ids of the organizations that meet the filter, in order, as bytes; null for all. */
async function idsThatMeet(
  { nodes }: NetworkView,
  { projection }: NetworkRequest,
  filter: Readonly<Record<string, unknown>> | null | undefined,
  loaders: Context['loaders'],
): Promise<Uint8Array | null> {
  const given = filter ?? {};
  const isGiven = Object.values(given).some((value) => value != null);
  if (!isGiven) return null;
  if (nodes.level !== 'ORGANIZATION' && nodes.level !== 'CLUSTER') {
    throw badInput(
      `'filter' selects organizations, but the nodes of this network are not organizations. Omit it.`,
      ['filter'],
    );
  }
  const ids = selectedIds((organization) =>
    and(filterSql(OrganizationFilter, given, organization, during(projection.period))),
  );
  const [row] = await loaders.query(sql`SELECT ${ids} AS ids`);
  return (row?.ids ?? null) as Buffer | null;
}
