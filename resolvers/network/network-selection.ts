import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';
import { badInput } from '../../src/errors.js';
import { filterSql, refuseFaults, type During } from '../../src/fields/filter.js';
import { inForceDuring } from '../../src/fields/in-force.js';
import { and, TRUE, value } from '../../src/fields/sql.js';
import type { Need, NetworkRequest } from '../../src/network/network-request.js';
import { dayNumber, dayText } from '../../src/network/days.js';
import { METRICS, type Metric } from '../../src/network/node-rows.js';
import {
  NODE_METRIC_FIELDS,
  NODE_METRICS,
  taskOf,
  valuesOf,
  type MetricName,
} from '../../src/network/metrics.js';
import { taskKey, type NetworkView } from '../../src/network/network-view.js';
import type { DayRange, EstimateOptions, MeasureOptions } from '../../src/network/projection.js';
import type { Patience } from '../../src/network/shared-task.js';
import { byKind, TIE_KINDS } from '../../src/network/tie-kinds.js';
import { OrganizationFilter } from '../shared/filters.js';
import type { NetworkArguments } from './network-selection.types.js';

/** The network that the arguments describe, for an answer that needs these measures. Throws if they are invalid. */
export function networkRequest(
  given: NetworkArguments,
  needsOf: (options: MeasureOptions) => readonly Need[] = () => [],
): NetworkRequest {
  if (given.ties?.length === 0) {
    throw badInput(
      `'ties' is empty. List at least one kind of tie, or omit 'ties' for all kinds.`,
      ['ties'],
    );
  }
  within('regionLevel', given.regionLevel, 0, 3);
  const weights = byKind(() => 1);
  given.weights?.forEach(({ kind, weight }, index) => {
    if (!(weight >= MIN_WEIGHT && weight <= 1000)) {
      throw badInput(
        `'weights.${String(index)}.weight' must be at least ${String(MIN_WEIGHT)} and at most 1000; got ${String(weight)}.`,
        ['weights', index, 'weight'],
      );
    }
    if (given.weights?.slice(0, index).some((before) => before.kind === kind) === true) {
      throw badInput(
        `'weights.${String(index)}.kind' is ${kind}, which already has a weight. Give each kind once.`,
        ['weights', index, 'kind'],
      );
    }
    weights[kind] = weight;
  });
  const period = periodOf(given);
  const undated = given.undated ?? null;
  const options: MeasureOptions = {
    communities: {
      method: given.communityMethod,
      resolution: inRange('resolution', given.resolution, 0.01, 100),
    },
    estimate: estimateOf(given),
  };
  const filter = Object.fromEntries(
    Object.entries(given.filter ?? {}).filter(([, value]) => value != null),
  );
  refuseFaults(OrganizationFilter, filter);
  return {
    projection: {
      ties: TIE_KINDS.filter((kind) => given.ties?.includes(kind) ?? true),
      weights,
      weighting: given.weightBy,
      currency: currencyOf(given),
      isDirected: given.directed,
      period,
      includesUndated: (undated ?? (period === null ? 'INCLUDE' : 'EXCLUDE')) === 'INCLUDE',
      level: given.level,
      sectorScheme: given.sectorScheme,
      regionLevel: given.regionLevel,
      isolates: given.isolates,
    },
    filter:
      Object.keys(filter).length === 0
        ? null
        : (organization) =>
            and(filterSql(OrganizationFilter, filter, organization, during(period))),
    given: filter,
    undated,
    mustBeCurrent: given.current,
    options,
    numberedAsOf: given.communitiesAsOf == null ? null : dayNumber(given.communitiesAsOf),
    needs: needsOf(options),
  };
}

/** Below it, the length of an edge, which is 1 / weight, would lose its precision in sums. */
const MIN_WEIGHT = 0.000_001;

/** The period that the ties must have been in force in; null for all ties. */
function periodOf({ asOf, from, to }: NetworkArguments): DayRange | null {
  if (asOf != null) {
    if (from != null || to != null) {
      throw badInput(`'asOf' is one day and 'from' and 'to' are a period. Give one of the two.`, [
        'asOf',
      ]);
    }
    return { from: dayNumber(asOf), to: dayNumber(asOf) };
  }
  if (from == null && to == null) return null;
  const period = {
    from: from == null ? FIRST_DAY : dayNumber(from),
    to: to == null ? LAST_DAY : dayNumber(to),
  };
  if (period.from <= period.to) return period;
  throw badInput(`'to' (${String(to)}) is before 'from' (${String(from)}). Swap them.`, ['to']);
}

/** SQL condition: the tie was in force in the period; all ties, if there is none. */
export function during(period: DayRange | null): During {
  if (period === null) return () => TRUE;
  const [from, to] = [value(dayText(period.from)), value(dayText(period.to))];
  return (tie) => inForceDuring(tie, from, to);
}

const FIRST_DAY = 1_01_01;
const LAST_DAY = 9999_12_31;

function currencyOf({ weightBy, currency, ties }: NetworkArguments): string | null {
  if (weightBy !== 'AMOUNT') {
    if (currency == null) return null;
    throw badInput(`'currency' needs 'weightBy: AMOUNT'.`, ['currency']);
  }
  if (currency == null || !/^[A-Z]{3}$/.test(currency)) {
    throw badInput(
      `'currency' must be the code of the currency of the amounts, such as EUR (ISO 4217).`,
      ['currency'],
    );
  }
  if (ties?.includes('FUNDING') === false) {
    throw badInput(`'weightBy: AMOUNT' weighs grants, but 'ties' has no FUNDING.`, ['ties']);
  }
  return currency;
}

function inRange(argument: string, value: number, from: number, to: number): number {
  if (value >= from && value <= to) return value;
  throw badInput(
    `'${argument}' must be between ${String(from)} and ${String(to)}; got ${String(value)}.`,
    [...argument.split('.')],
  );
}

/** How exact an estimate of the betweenness must be. */
function estimateOf({ estimate }: NetworkArguments): EstimateOptions {
  const { error, samples, confidence } = estimate ?? {};
  if (error != null && samples != null) {
    throw badInput(`'estimate' has an error and a number of samples. Give one of the two.`, [
      'estimate',
    ]);
  }
  return {
    ...(error != null && { error: inRange('estimate.error', error, 0.001, 1) }),
    ...(samples != null && { samples: inRange('estimate.samples', samples, 10, 1_000_000) }),
    ...(confidence != null && {
      confidence: inRange('estimate.confidence', confidence, 0.5, 0.999),
    }),
  };
}

export function within(argument: string, value: number, from: number, to: number): number {
  if (value >= from && value <= to) return value;
  throw badInput(
    `'${argument}' must be between ${String(from)} and ${String(to)}; got ${String(value)}.`,
    [argument],
  );
}

/** Fields that lead out of the network; the fields below them are not metrics of a node. */
const ELSEWHERE = new Set(['organization', 'sector', 'region', 'record', 'source', 'offers']);

type Selected = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

const metricsOf = new WeakMap<readonly FieldNode[], ReadonlySet<Metric>>();

/** The node metrics that are selected anywhere within a field. */
export function askedMetrics(info: Selected): ReadonlySet<Metric> {
  const known = metricsOf.get(info.fieldNodes);
  if (known !== undefined) return known;
  const names = namesWithin(info);
  const metrics = new Set(METRICS.filter((metric) => names.has(metric)));
  metricsOf.set(info.fieldNodes, metrics);
  return metrics;
}

/** The measures that the selection of a network needs. */
export function networkNeeds(info: Selected, options: MeasureOptions): readonly Need[] {
  const names = namesWithin(info);
  const metrics = NODE_METRIC_FIELDS.filter(
    (metric) => names.has(metric) || names.has(NODE_METRICS[metric].name),
  );
  if (names.has('brokers') || names.has('centralNodes')) metrics.push('betweenness');
  const isGrouped = ['community', 'communities', 'modularity'].some((name) => names.has(name));
  return [
    ...metrics.flatMap((metric): Need[] => {
      const key = taskOf(metric, options);
      if (key === null) return [];
      return [
        {
          key,
          compute: async (view, patience) => valuesOf(view, metric, options, patience),
        },
      ];
    }),
    ...(isGrouped
      ? [
          {
            key: taskKey('communities', options.communities),
            compute: (view: NetworkView, patience: Patience) =>
              view.communities(options.communities, patience),
          },
        ]
      : []),
  ];
}

/** Names the values that nodes are ranked and filtered by: an estimate depends on its precision. */
export function rankingKey(
  by: MetricName,
  where: readonly object[],
  options: MeasureOptions,
): string {
  return JSON.stringify([by, where, options.estimate]);
}

/** The names of all fields and enum values within a field, except those that lead out of the network. */
function namesWithin({ fieldNodes, fragments }: Selected): ReadonlySet<string> {
  const asked = new Set<string>();
  const collect = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        if (ELSEWHERE.has(selection.name.value)) continue;
        asked.add(selection.name.value);
        // Such as `centralNodes(by: PAGE_RANK)`.
        for (const { value } of selection.arguments ?? []) {
          if (value.kind === Kind.ENUM) asked.add(value.value);
        }
        collect(selection.selectionSet);
      } else {
        collect(
          selection.kind === Kind.INLINE_FRAGMENT
            ? selection.selectionSet
            : fragments[selection.name.value]?.selectionSet,
        );
      }
    }
  };
  fieldNodes.forEach(({ selectionSet }: FieldNode) => {
    collect(selectionSet);
  });
  return asked;
}
