import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';
import { badInput } from '../../src/errors.js';
import { filterSql, refuseFaults } from '../../src/fields/filter.js';
import { and } from '../../src/fields/sql.js';
import type { NetworkRequest } from '../../src/network/network-request.js';
import { dayNumber, METRICS, type Metric } from '../../src/network/rows.js';
import { byKind } from '../../src/network/snapshot.js';
import { TIE_KINDS } from '../../src/network/tie-kinds.js';
import { OrganizationFilter } from '../shared/filters.js';
import type { NetworkArguments } from './network-selection.types.js';

/** The network that the arguments describe. Throws if they are invalid. */
export function networkRequest(given: NetworkArguments): NetworkRequest {
  if (given.ties?.length === 0) {
    throw badInput(
      `'ties' is empty. List at least one kind of tie, or omit 'ties' for all kinds.`,
      ['ties'],
    );
  }
  within('regionLevel', given.regionLevel, 0, 3);
  const weights = byKind(() => 1);
  given.weights?.forEach(({ kind, weight }, index) => {
    if (!(weight > 0 && weight <= 1000)) {
      throw badInput(
        `'weights.${String(index)}.weight' must be greater than 0 and at most 1000; got ${String(weight)}.`,
        ['weights', index, 'weight'],
      );
    }
    weights[kind] = weight;
  });
  const filter = Object.fromEntries(
    Object.entries(given.filter ?? {}).filter(([, value]) => value != null),
  );
  refuseFaults(OrganizationFilter, filter);
  return {
    projection: {
      ties: TIE_KINDS.filter((kind) => given.ties?.includes(kind) ?? true),
      weights,
      day: given.asOf == null ? null : dayNumber(given.asOf),
      level: given.level,
      sectorScheme: given.sectorScheme,
      regionLevel: given.regionLevel,
      isolates: given.isolates,
    },
    filter:
      Object.keys(filter).length === 0
        ? null
        : (organization) => and(filterSql(OrganizationFilter, filter, organization)),
    given: filter,
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

/** The node metrics that are selected anywhere within a field. */
export function askedMetrics({
  fieldNodes,
  fragments,
}: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): ReadonlySet<Metric> {
  const asked = new Set<string>();
  const collect = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        if (ELSEWHERE.has(selection.name.value)) continue;
        asked.add(selection.name.value);
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
  return new Set(METRICS.filter((metric) => asked.has(metric)));
}
