import { enumType } from '../entities/enum-type.js';
import type { SuggestionMeasure as Measure } from '../src/network/measures/suggest.js';

export const NetworkMetric = enumType('NetworkMetric', 'Figures of a node in its network.', {
  DEGREE: 'How many neighbours it has.',
  WEIGHTED_DEGREE: 'What its edges weigh together.',
  BETWEENNESS: 'The share of shortest paths between others that lead over it.',
  CLOSENESS: 'How near the others are.',
  PAGE_RANK: 'How important its neighbours are.',
  CORE_NUMBER: 'How dense the part is that it belongs to.',
});
export type NetworkMetric = keyof typeof NetworkMetric;

export const SuggestionMeasure = enumType<Measure>(
  'SuggestionMeasure',
  'By what two that should meet are found.',
  {
    COMMON_NEIGHBOURS: 'How many neighbours they have in common.',
    ADAMIC_ADAR: 'The same, each counting the more the fewer neighbours it has itself.',
    JACCARD: 'The share of their neighbours that they have in common.',
  },
);

export const HistoryStep = enumType('HistoryStep', 'How far the moments of a history are apart.', {
  YEAR: 'The last day of each year.',
  QUARTER: 'The last day of each quarter.',
});
export type HistoryStep = keyof typeof HistoryStep;
