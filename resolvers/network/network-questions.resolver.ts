import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Context } from '../../src/context.js';
import { momentsBetween } from '../../src/domain/calendar.js';
import { parseUuid } from '../../src/domain/ids.js';
import { assertNever } from '../../src/domain/assert-never.js';
import { badInput } from '../../src/errors.js';
import { from, rows } from '../../src/fields/columns.js';
import { filterSql } from '../../src/fields/filter.js';
import { and, sql } from '../../src/fields/sql.js';
import { Organization } from '../../entities/network/organization.entity.js';
import { at, degreeOf, nodesBy, weightedDegreeOf } from '../../src/network/graph.js';
import { changesOf } from '../../src/network/measures/history.js';
import {
  commonNeighbours,
  distancesFrom,
  ShortestPaths,
} from '../../src/network/measures/traverse.js';
import { MAX_DEGREE_OF_REASON } from '../../src/network/measures/suggest.js';
import type { NetworkView } from '../../src/network/network-view.js';
import { offerMatches } from '../../src/network/offers.js';
import { dayNumber, dayText, nodeRows, type NodeRow } from '../../src/network/rows.js';
import type { Patience } from '../../src/network/shared-task.js';
import { OrganizationFilter } from '../shared/filters.js';
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
import { askedMetrics, within } from './network-selection.js';
import {
  NetworkNeighbourhood,
  NetworkRank,
  NetworkRelation,
  NetworkSuggestion,
} from './network-answers.types.js';
import { Network } from './network.types.js';
import { NetworkChanges, NetworkMoment } from './network-history.types.js';
import type { NetworkMetric } from './network-enums.types.js';
import type {
  ChangesRow,
  NeighbourhoodRow,
  RelationRow,
  SuggestionRow,
} from './network-answers.resolver.js';

const MAX_DEPTH = 6;
const MAX_MOMENTS = 400;

@Resolver(() => Network)
export class NetworkQuestionsResolver {
  @FieldResolver(() => [NetworkRank], {
    nullable: true,
    description:
      'The nodes with the highest value of a metric; by default betweenness, which finds the brokers. Null only if an error occurred.',
  })
  async brokers(
    @Root() { view }: NetworkRow,
    @Args(() => BrokerArguments) { by, first, filter }: BrokerArguments,
    @Ctx() { loaders, patience }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<{ rank: number; value: number; node: NodeRow }[]> {
    refuseSize(first);
    const among = await nodesThatMeet(view, filter, loaders);
    const valueOf = await figure(view, by, patience);
    const rowOf = await nodeRows(view, askedMetrics(info), patience);
    return nodesBy(view.graph, valueOf, (node) => among === null || among[node] === 1)
      .slice(0, first)
      .map((node, index) => ({ rank: index + 1, value: valueOf(node), node: rowOf(node) }));
  }

  @FieldResolver(() => NetworkNeighbourhood, {
    nullable: true,
    description: 'The nodes and edges around a node. Null if the node is not in this network.',
  })
  neighbourhood(
    @Root() { view }: NetworkRow,
    @Args(() => NeighbourhoodArguments) { node, depth, first }: NeighbourhoodArguments,
  ): NeighbourhoodRow | null {
    within('depth', depth, 1, MAX_DEPTH);
    refuseSize(first, DRAWN_SIZE);
    const center = nodeNamed(view, 'node', node);
    if (center === null) return null;
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
    return { view, steps, center, around, first, distances: counts };
  }

  @FieldResolver(() => NetworkRelation, {
    nullable: true,
    description: 'How two nodes are connected. Null if one of them is not in this network.',
  })
  between(
    @Root() { view }: NetworkRow,
    @Args(() => BetweenArguments) { from, to, weighted }: BetweenArguments,
  ): RelationRow | null {
    const [start, end] = [nodeNamed(view, 'from', from), nodeNamed(view, 'to', to)];
    if (start === null || end === null) return null;
    const ends = [start, end] as const;
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
    description: `Pairs of organizations that should meet: they have no tie but have neighbors in common. Common neighbors with more than ${String(MAX_DEGREE_OF_REASON)} neighbors are not counted. Null if \`node\` is not in this network, or if an error occurred.`,
  })
  async suggestions(
    @Root() { view }: NetworkRow,
    @Args(() => SuggestionArguments)
    { by, first, node, filter, matchingOffers }: SuggestionArguments,
    @Ctx() { loaders, patience }: Context,
  ): Promise<SuggestionRow[] | null> {
    refuseSize(first);
    refuseGroups(view, 'suggestions');
    const one = node == null ? null : nodeNamed(view, 'node', node);
    if (node != null && one === null) return null;
    const matches = offerMatches(view);
    const keyOf = (low: number, high: number) => low * view.graph.order + high;
    const found = await view.suggestions(
      {
        measure: by,
        limit: first,
        node: one,
        among: await nodesThatMeet(view, filter, loaders),
        pairs: matchingOffers
          ? Float64Array.from(matches, ({ low, high }) => keyOf(low, high))
          : null,
      },
      JSON.stringify([by, first, one, filter ?? null, matchingOffers]),
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
      'How the network grew: its state on the last day of each year or quarter. Ignores `asOf`. Null only if an error occurred.',
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
        `The period from 'from' to 'to' has ${String(days.length)} moments; the maximum is ${String(MAX_MOMENTS)}. Use 'by: YEAR' or a shorter period.`,
        ['from'],
      );
    }
    const moments = await view.timeless().history(days, patience);
    return moments.map((moment) => ({ ...moment, day: dayText(moment.day) }));
  }

  @FieldResolver(() => NetworkChanges, {
    description: 'The edges that were added and ended between two days. Ignores `asOf`.',
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

/** Marks the nodes whose organization meets the filter; null for all nodes. */
async function nodesThatMeet(
  view: NetworkView,
  filter: Readonly<Record<string, unknown>> | null | undefined,
  loaders: Context['loaders'],
): Promise<Uint8Array | null> {
  const organization = rows(Organization);
  const conditions = filterSql(OrganizationFilter, filter ?? {}, organization);
  if (conditions.length === 0) return null;
  if (view.nodes.level !== 'ORGANIZATION' && view.nodes.level !== 'CLUSTER') {
    throw badInput(
      `'filter' selects organizations, but the nodes of this network are not organizations. Omit it.`,
      ['filter'],
    );
  }
  const found = await loaders.query(
    sql`SELECT ${organization.id} AS id FROM ${from(organization)} WHERE ${and(conditions)}`,
  );
  const meet = new Uint8Array(view.graph.order);
  for (const { id } of found) {
    const node = view.nodeOf(id as string);
    if (node !== null) meet[node] = 1;
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
      return assertNever(metric);
  }
}

const valuesAt = (values: Int32Array | Float64Array) => (node: number) => at(values, node);
