import { enumType } from '../../entities/shared/enum-type.js';
import type { SuggestionMeasure as Measure } from '../../src/network/measures/suggest.js';

export const NetworkMetric = enumType('NetworkMetric', 'Metrics of a node in its network.', {
  DEGREE: 'The number of neighbors.',
  WEIGHTED_DEGREE: 'The sum of the weights of its edges.',
  BETWEENNESS:
    'Betweenness: the share of shortest paths between other nodes that pass through the node.',
  CLOSENESS: 'Closeness: how near the other nodes are.',
  PAGE_RANK: "PageRank: how important the node's neighbors are.",
  CORE_NUMBER: 'Core number: how dense the part of the network is that the node belongs to.',
});
export type NetworkMetric = keyof typeof NetworkMetric;

export const SuggestionMeasure = enumType<Measure>(
  'SuggestionMeasure',
  'The measures for finding pairs of organizations that should meet.',
  {
    COMMON_NEIGHBOURS: 'The number of neighbors in common.',
    ADAMIC_ADAR:
      'The neighbors in common (Adamic–Adar): a neighbor counts more the fewer neighbors it has itself.',
    JACCARD: 'The share of their neighbors that they have in common.',
  },
);

export const HistoryStep = enumType(
  'HistoryStep',
  "The interval between the moments of a network's history.",
  {
    YEAR: 'One moment a year, on the last day of the year.',
    QUARTER: 'One moment a quarter, on the last day of the quarter.',
  },
);
export type HistoryStep = keyof typeof HistoryStep;
