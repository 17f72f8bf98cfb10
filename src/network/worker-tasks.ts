import type { UndirectedGraph as Graphology } from 'graphology';
import type { Graph } from './graph.js';
import { communitiesOf, distancesOf, pageRanks, toGraphology } from './measures/centrality.js';
import { historyOf } from './measures/history.js';
import { structureOf, type Categories } from './measures/structure.js';
import { suggestionsOf, type SuggestionRequest } from './measures/suggest.js';

/** The tasks of a worker thread: the first argument is the graph, the second is the other input. */
export const TASKS = {
  structure: (graph: Graph, categories: readonly Categories[]) => structureOf(graph, categories),
  pageRank: (graph: Graph, key: string) => pageRanks(keptGraphology(graph, key)),
  communities: (graph: Graph, key: string) => communitiesOf(keptGraphology(graph, key)),
  distances: (graph: Graph, pivots: readonly number[] | null) => distancesOf(graph, pivots),
  suggestions: (graph: Graph, request: SuggestionRequest) => suggestionsOf(graph, request),
  history: (graph: Graph, days: readonly number[]) => historyOf(graph, days),
} as const;

export type TaskName = keyof typeof TASKS;
export type TaskInput<Name extends TaskName> = Parameters<(typeof TASKS)[Name]>[1];
export type TaskResult<Name extends TaskName> = ReturnType<(typeof TASKS)[Name]>;

let kept: { readonly key: string; readonly made: Graphology } | null = null;

/** Keeps the last converted graph, because consecutive tasks often use the same one. */
function keptGraphology(graph: Graph, key: string): Graphology {
  if (kept?.key !== key) {
    kept = null;
    kept = { key, made: toGraphology(graph) };
  }
  return kept.made;
}
