import type { Weights } from './cost-weights.js';

/** Lists without pages are short; this is an estimate of their length. */
export const LIST_SIZE = 10;

/** The size of the partnership graph. */
export interface NetworkSize {
  readonly organizations: number;
  readonly ties: number;
}

/** The network that the weights were measured on. */
export const MEASURED: NetworkSize = { organizations: 7000, ties: 35_000 };
/**
 * The maximum weight of what is computed of a whole network: it runs in a worker thread, once for all who ask, within
 * a time limit of its own. So three such measures of a large network can be asked for at once.
 */
const MAX_NETWORK_WEIGHT = 30_000;

/** The types whose fields are each computed from a whole network. */
export const OF_WHOLE = new Set(['Query', 'Network', 'NetworkMoment']);

/** The weights in a network of another size than the one that they were measured on. */
export function scaled(
  weights: Weights,
  { organizations, ties }: NetworkSize,
  { isOfWhole, isHistory = false }: { readonly isOfWhole: boolean; readonly isHistory?: boolean },
): Weights {
  const ratio = (organizations + ties) / (MEASURED.organizations + MEASURED.ties);
  const weight = (measured: number) =>
    Math.min(measured * ratio, Math.max(measured, MAX_NETWORK_WEIGHT));
  const { once = 0, group = 0, row = 0 } = weights;
  return {
    ...weights,
    once: weight(once),
    group: isOfWhole ? weight(group) : group,
    // Each moment of a history is a pass over the whole network.
    row: isHistory ? weight(row) : row,
  };
}

/** The most entries that a list in a network can have. */
export function mostOf(type: string, { organizations, ties }: NetworkSize): number {
  if (type === 'NetworkMoment') return Infinity;
  return type === 'NetworkLink' ? Math.max(ties, 1) : Math.max(organizations, LIST_SIZE);
}

const MOMENTS_A_YEAR = { YEAR: 1, QUARTER: 4, MONTH: 12 } as const;

export interface HistoryArgs {
  readonly from: string;
  readonly to: string;
  readonly by: keyof typeof MOMENTS_A_YEAR;
}

/** The number of moments of a history. */
export function momentsOf({ from, to, by }: HistoryArgs): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1;
  return Math.max(years, 1) * MOMENTS_A_YEAR[by];
}
