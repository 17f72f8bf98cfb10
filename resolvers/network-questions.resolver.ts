import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Float, Info, Int, Root } from 'type-graphql';
import type { Context } from '../src/context.js';
import { momentsBetween } from '../src/domain/calendar.js';
import { parseId } from '../src/domain/ids.js';
import { unreachable } from '../src/domain/unreachable.js';
import { badInput } from '../src/errors.js';
import { FieldsOf } from '../src/graph/declare.js';
import { filterCondition } from '../src/graph/filter-statement.js';
import { at, degreeOf, edgeBetween, nodesBy, weightedDegreeOf } from '../src/network/graph.js';
import { changesOf } from '../src/network/measures/history.js';
import { reasonsOf, type Suggestion } from '../src/network/measures/suggest.js';
import {
  commonNeighbours,
  distancesFrom,
  ShortestPaths,
} from '../src/network/measures/traverse.js';
import type { NetworkView } from '../src/network/network-view.js';
import { offerMatches, type OfferMatch } from '../src/network/offers.js';
import {
  dayNumber,
  dayText,
  linkRow,
  nodeRows,
  type LinkRow,
  type NodeRow,
} from '../src/network/rows.js';
import type { Patience } from '../src/network/shared-task.js';
import { edgesAmong, EDGES_PER_NODE } from '../src/network/shown.js';
import { OrganizationFilter } from './filters.js';
import {
  BetweenArguments,
  BrokerArguments,
  ChangeArguments,
  HistoryArguments,
  NeighbourhoodArguments,
  SuggestionArguments,
} from './network-questions.types.js';
import type { NetworkRow } from './network.resolver.js';
import { askedMetrics, within } from './network-selection.js';
import {
  Network,
  NetworkChanges,
  NetworkCut,
  NetworkLink,
  NetworkMoment,
  NetworkNeighbour,
  NetworkNeighbourhood,
  NetworkNode,
  NetworkOfferMatch,
  NetworkPath,
  NetworkRank,
  NetworkRelation,
  NetworkSuggestion,
  type NetworkMetric,
} from './network.types.js';

const MAX_DEPTH = 6;
const MAX_NODES = 5000;
const MAX_LIST = 1000;
const MAX_PATHS = 100;
const MAX_MOMENTS = 400;

interface NeighbourhoodRow {
  readonly view: NetworkView;
  readonly steps: Int32Array;
  readonly center: number;
  /** The nearest first; of them the first so many are shown. */
  readonly around: readonly number[];
  readonly limit: number;
  readonly distances: readonly { readonly size: number; readonly count: number }[];
}

interface RelationRow extends Omit<NetworkRelation, 'pathCount'> {
  readonly view: NetworkView;
  readonly shortest: ShortestPaths;
  readonly common: readonly number[];
}

interface SuggestionRow extends NetworkSuggestion {
  readonly view: NetworkView;
  readonly suggestion: Suggestion;
  readonly matches: readonly OfferMatch[];
}

interface ChangesRow extends NetworkChanges {
  readonly view: NetworkView;
  readonly added: readonly number[];
  readonly ended: readonly number[];
}

@FieldsOf(() => Network)
export class NetworkQuestionsResolver {
  @FieldResolver(() => [NetworkRank], {
    nullable: true,
    description: 'Those with the highest figure, such as the brokers. Null only with an error.',
  })
  async brokers(
    @Root() { view }: NetworkRow,
    @Args(() => BrokerArguments) { by, limit, filter }: BrokerArguments,
    @Ctx() { reader, patience }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<{ rank: number; value: number; node: NodeRow }[]> {
    within('limit', limit, 0, MAX_LIST);
    const among = await nodesThatMeet(view, filter, reader);
    const valueOf = await figure(view, by, patience);
    const rowOf = await nodeRows(view, askedMetrics(info), patience);
    return nodesBy(view.graph, valueOf, (node) => among === null || among[node] === 1)
      .slice(0, limit)
      .map((node, index) => ({ rank: index + 1, value: valueOf(node), node: rowOf(node) }));
  }

  @FieldResolver(() => NetworkNeighbourhood, {
    nullable: true,
    description: 'What is around a node. Null if it is not in this network.',
  })
  neighbourhood(
    @Root() { view }: NetworkRow,
    @Args(() => NeighbourhoodArguments) { node, depth, limit }: NeighbourhoodArguments,
  ): NeighbourhoodRow | null {
    within('depth', depth, 1, MAX_DEPTH);
    within('limit', limit, 0, MAX_NODES);
    const center = nodeNamed(view, 'node', node);
    if (center === -1) return null;
    const { graph } = view;
    const steps = distancesFrom(graph, center, { depth });
    const around = Array.from(steps.keys())
      .filter((each) => at(steps, each) > 0)
      .sort(
        (left, right) =>
          at(steps, left) - at(steps, right) ||
          degreeOf(graph, right) - degreeOf(graph, left) ||
          left - right,
      );
    const counts = Array.from({ length: depth }, (_, index) => ({ size: index + 1, count: 0 }));
    for (const each of around) {
      const count = counts[at(steps, each) - 1];
      if (count !== undefined) count.count += 1;
    }
    return { view, steps, center, around, limit, distances: counts };
  }

  @FieldResolver(() => NetworkRelation, {
    nullable: true,
    description: 'How two nodes are connected. Null if one of them is not in this network.',
  })
  between(
    @Root() { view }: NetworkRow,
    @Args(() => BetweenArguments) { from, to, weighted }: BetweenArguments,
  ): RelationRow | null {
    const ends = [nodeNamed(view, 'from', from), nodeNamed(view, 'to', to)] as const;
    if (ends.includes(-1)) return null;
    const shortest = new ShortestPaths(view.graph, ...ends, weighted);
    const common = commonNeighbours(view.graph, ...ends);
    const { distance } = shortest;
    return {
      view,
      shortest,
      common,
      isConnected: distance !== null,
      distance,
      commonPartnerCount: common.length,
    };
  }

  @FieldResolver(() => [NetworkSuggestion], {
    nullable: true,
    description:
      'Who should meet: organisations with no tie that have neighbours in common. Neighbours of more than 300 do not count. Null if the node is not in this network, or with an error.',
  })
  async suggestions(
    @Root() { view }: NetworkRow,
    @Args(() => SuggestionArguments)
    { by, limit, node, filter, matchingOffers }: SuggestionArguments,
    @Ctx() { reader, patience }: Context,
  ): Promise<SuggestionRow[] | null> {
    within('limit', limit, 1, MAX_LIST);
    refuseGroups(view, 'suggestions');
    const one = node == null ? null : nodeNamed(view, 'node', node);
    if (one === -1) return null;
    const matches = offerMatches(view);
    const keyOf = (low: number, high: number) => low * view.graph.order + high;
    const found = await view.suggestions(
      {
        measure: by,
        limit,
        node: one,
        among: await nodesThatMeet(view, filter, reader),
        pairs: matchingOffers
          ? Float64Array.from(matches, ({ low, high }) => keyOf(low, high))
          : null,
      },
      JSON.stringify([by, limit, one, filter ?? null, matchingOffers]),
      patience,
    );
    return found.map((suggestion) => {
      const [low, high] = [
        Math.min(suggestion.a, suggestion.b),
        Math.max(suggestion.a, suggestion.b),
      ];
      return {
        view,
        suggestion,
        score: suggestion.score,
        commonCount: suggestion.common,
        matches: matches.filter((match) => match.low === low && match.high === high),
      };
    });
  }

  @FieldResolver(() => [NetworkMoment], {
    nullable: true,
    description:
      'How it grew: the network on the last day of each year or quarter, whatever `asOf` says. Null only with an error.',
  })
  async history(
    @Root() { view }: NetworkRow,
    @Args(() => HistoryArguments) { from, to, by }: HistoryArguments,
    @Ctx() { patience }: Context,
  ): Promise<NetworkMoment[]> {
    refuseChangingGroups(view, 'history');
    const days = momentsBetween(...inOrder(from, to), by);
    if (days.length > MAX_MOMENTS) {
      throw badInput(
        `'from' and 'to' have ${String(days.length)} moments between them; at most ${String(MAX_MOMENTS)} can be asked for at once. Ask by years, or for a shorter time.`,
        ['from'],
      );
    }
    const moments = await view.timeless().history(days, patience);
    return moments.map((moment) => ({ ...moment, day: dayText(moment.day) }));
  }

  @FieldResolver(() => NetworkChanges, {
    description: 'Which edges came and went between two days, whatever `asOf` says.',
  })
  changes(
    @Root() { view }: NetworkRow,
    @Args(() => ChangeArguments) { from, to }: ChangeArguments,
  ): ChangesRow {
    refuseChangingGroups(view, 'changes');
    const timeless = view.timeless();
    const { added, ended } = changesOf(timeless.graph, ...inOrder(from, to));
    return { view: timeless, added, ended, addedCount: added.length, endedCount: ended.length };
  }
}

@FieldsOf(() => NetworkNeighbourhood)
export class NetworkNeighbourhoodResolver {
  @FieldResolver(() => [NetworkNeighbour], {
    nullable: true,
    description:
      'The nodes within the depth, the nearest first, among them those with most neighbours. Null only with an error.',
  })
  async nodes(
    @Root() { view, around, limit, steps }: NeighbourhoodRow,
    @Ctx() { patience }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<{ distance: number; node: NodeRow }[]> {
    const rowOf = await nodeRows(view, askedMetrics(info), patience);
    return around.slice(0, limit).map((node) => ({ distance: at(steps, node), node: rowOf(node) }));
  }

  @FieldResolver(() => [NetworkLink], {
    description:
      'The edges among them and the node itself that weigh most, at most ten times as many as `limit`.',
  })
  edges(@Root() row: NeighbourhoodRow): LinkRow[] {
    return shownEdges(row).map((edge) => linkRow(row.view, edge));
  }

  @FieldResolver(() => NetworkCut, { description: 'What is not shown of it.' })
  cut(@Root() row: NeighbourhoodRow): NetworkCut {
    const { view, center, around, limit } = row;
    return {
      nodes: Math.max(around.length - limit, 0),
      edges: edgesAmong(view, [center, ...around]).length - shownEdges(row).length,
    };
  }
}

function shownEdges({ view, center, around, limit }: NeighbourhoodRow): number[] {
  return edgesAmong(view, [center, ...around.slice(0, limit)]).slice(0, limit * EDGES_PER_NODE);
}

@FieldsOf(() => NetworkRelation)
export class NetworkRelationResolver {
  @FieldResolver(() => Float, { description: 'How many shortest paths there are.' })
  pathCount(@Root() { shortest }: RelationRow): number {
    return shortest.count();
  }

  @FieldResolver(() => [NetworkPath], { description: 'The shortest paths.' })
  paths(
    @Root() { view, shortest }: RelationRow,
    @Arg('limit', () => Int, { defaultValue: 10, description: 'At most so many, to 100.' })
    limit: number,
  ): (NetworkPath & { hops: LinkRow[] })[] {
    within('limit', limit, 0, MAX_PATHS);
    return shortest.list(limit).map((path) => ({
      steps: path.length - 1,
      length: shortest.distance ?? 0,
      hops: path.slice(1).map((node, index) => {
        const before = path[index] ?? -1;
        return linkRow(view, edgeBetween(view.graph, before, node), before);
      }),
    }));
  }

  @FieldResolver(() => [NetworkNode], {
    nullable: true,
    description: 'With whom both have an edge, those with the fewest neighbours first.',
  })
  async commonPartners(
    @Root() { view, common }: RelationRow,
    @Arg('limit', () => Int, { defaultValue: 20, description: 'At most so many, to 1000.' })
    limit: number,
    @Ctx() { patience }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NodeRow[]> {
    within('limit', limit, 0, MAX_LIST);
    const rowOf = await nodeRows(view, askedMetrics(info), patience);
    return common.slice(0, limit).map(rowOf);
  }
}

@FieldsOf(() => NetworkPath)
export class NetworkPathResolver {
  @FieldResolver(() => [NetworkLink], { description: 'Its edges in order, each in its direction.' })
  hops(@Root() { hops }: { hops: LinkRow[] }): LinkRow[] {
    return hops;
  }
}

@FieldsOf(() => NetworkSuggestion)
export class NetworkSuggestionResolver {
  @FieldResolver(() => NetworkNode, { description: 'The one.' })
  async first(
    @Root() { view, suggestion }: SuggestionRow,
    @Ctx() { patience }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NodeRow> {
    return (await nodeRows(view, askedMetrics(info), patience))(suggestion.a);
  }

  @FieldResolver(() => NetworkNode, { description: 'The other.' })
  async second(
    @Root() { view, suggestion }: SuggestionRow,
    @Ctx() { patience }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NodeRow> {
    return (await nodeRows(view, askedMetrics(info), patience))(suggestion.b);
  }

  @FieldResolver(() => [NetworkNode], {
    description: 'The reasons: whom they have in common, those with the fewest neighbours first.',
  })
  async common(
    @Root() { view, suggestion }: SuggestionRow,
    @Arg('limit', () => Int, { defaultValue: 10, description: 'At most so many, to 100.' })
    limit: number,
    @Ctx() { patience }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NodeRow[]> {
    within('limit', limit, 0, MAX_PATHS);
    const rowOf = await nodeRows(view, askedMetrics(info), patience);
    return reasonsOf(view.graph, suggestion).slice(0, limit).map(rowOf);
  }

  @FieldResolver(() => [NetworkOfferMatch], {
    description: 'What one of them needs and the other offers, at most ten.',
  })
  offers(@Root() { matches }: SuggestionRow): OfferMatch[] {
    return matches.slice(0, 10);
  }
}

@FieldsOf(() => NetworkChanges)
export class NetworkChangesResolver {
  @FieldResolver(() => [NetworkLink], { description: 'The edges that have come.' })
  added(
    @Root() { view, added }: ChangesRow,
    @Arg('limit', () => Int, { defaultValue: 100, description: 'At most so many, to 1000.' })
    limit: number,
  ): LinkRow[] {
    within('limit', limit, 0, MAX_LIST);
    return added.slice(0, limit).map((edge) => linkRow(view, edge));
  }

  @FieldResolver(() => [NetworkLink], { description: 'The edges that have gone.' })
  ended(
    @Root() { view, ended }: ChangesRow,
    @Arg('limit', () => Int, { defaultValue: 100, description: 'At most so many, to 1000.' })
    limit: number,
  ): LinkRow[] {
    within('limit', limit, 0, MAX_LIST);
    return ended.slice(0, limit).map((edge) => linkRow(view, edge));
  }
}

const SHORT_NAME = /^[\w.:-]{1,200}$/;

/** The node that is meant; -1 for one that is not there. */
function nodeNamed(view: NetworkView, argument: string, text: string): number {
  const key = parseId(text) ?? text;
  if (SHORT_NAME.test(key)) return view.nodeOf(key);
  throw badInput(
    `'${argument}' is neither an id nor a short name. Take it from an 'id', 'slug' or 'code' field.`,
    [argument],
  );
}

function inOrder(from: string, to: string): [number, number] {
  if (from <= to) return [dayNumber(from), dayNumber(to)];
  throw badInput(`'to' is ${to}, which is before 'from', ${from}. Give the earlier day first.`, [
    'to',
  ]);
}

function refuseGroups({ nodes }: NetworkView, field: string): void {
  if (nodes.level === 'ORGANIZATION') return;
  throw badInput(`'${field}' is of organisations, not of groups. Leave 'level' out.`, ['level']);
}

/** Who belongs to a cluster changes from day to day; the other groups stay as they are. */
function refuseChangingGroups({ nodes }: NetworkView, field: string): void {
  if (nodes.level !== 'CLUSTER') return;
  throw badInput(
    `'${field}' cannot be had of clusters, whose members change with time. Take another 'level', or ask as of single days.`,
    ['level'],
  );
}

/** Marks the nodes whose organisation meets the filter; null for all. */
async function nodesThatMeet(
  view: NetworkView,
  filter: Readonly<Record<string, unknown>> | null | undefined,
  reader: Context['reader'],
): Promise<Uint8Array | null> {
  const condition = filterCondition(OrganizationFilter, filter ?? null);
  if (condition === null) return null;
  if (view.nodes.level !== 'ORGANIZATION' && view.nodes.level !== 'CLUSTER') {
    throw badInput(`'filter' is of organisations, and the nodes here are none. Leave it out.`, [
      'filter',
    ]);
  }
  const rows = await reader.query(
    `SELECT t.id FROM organization t WHERE ${condition.sql}`,
    condition.values,
  );
  const meet = new Uint8Array(view.graph.order);
  for (const { id } of rows) {
    const node = view.nodeOf(id as string);
    if (node !== -1) meet[node] = 1;
  }
  return meet;
}

async function figure(
  view: NetworkView,
  metric: NetworkMetric,
  patience: Patience,
): Promise<(node: number) => number> {
  switch (metric) {
    case 'DEGREE':
      return (node) => degreeOf(view.graph, node);
    case 'WEIGHTED_DEGREE':
      return (node) => weightedDegreeOf(view.graph, node);
    case 'BETWEENNESS':
      return valuesAt((await view.distances(patience)).betweenness);
    case 'CLOSENESS':
      return valuesAt((await view.distances(patience)).closeness);
    case 'PAGE_RANK':
      return valuesAt(await view.pageRank(patience));
    case 'CORE_NUMBER':
      return valuesAt((await view.structure(patience)).core);
    default:
      return unreachable(metric);
  }
}

const valuesAt = (values: Int32Array | Float64Array) => (node: number) => at(values, node);
