import { enumType } from '../../entities/shared/enum-type.js';
import { NODE_METRICS, type MetricName } from '../../src/network/metrics.js';
import type { SuggestionMeasure as Measure } from '../../src/network/measures/suggest.js';

export const NetworkMetric = enumType<MetricName>(
  'NetworkMetric',
  'Metrics of a node in its network.',
  Object.fromEntries(
    Object.values(NODE_METRICS).map(({ name, description }) => [name, description]),
  ) as Record<MetricName, string>,
);

export const SuggestionMeasure = enumType<Measure>(
  'SuggestionMeasure',
  'The measures for finding pairs of organizations that should meet.',
  {
    COMMON_NEIGHBOURS: 'The number of neighbors in common.',
    ADAMIC_ADAR:
      'The neighbors in common (Adamic–Adar): a neighbor counts more the fewer neighbors it has itself.',
    JACCARD:
      'The share of their neighbors that they have in common, without those that nearly every node has (`ignoredCount`).',
  },
);

export const HistoryStep = enumType(
  'HistoryStep',
  "The interval between the moments of a network's history.",
  {
    YEAR: 'One moment a year, on the last day of the year.',
    QUARTER: 'One moment a quarter, on the last day of the quarter.',
    MONTH: 'One moment a month, on the last day of the month.',
  },
);
export type HistoryStep = keyof typeof HistoryStep;
