import {
  changesOf,
  commonOf,
  degreesOf,
  heaviestOf,
  neighbourhoodOf,
  nodeDegreesOf,
  pathsOf,
  rankingOf,
  relationOf,
  type DegreeKind,
  type NetworkData,
  type RankingQuestion,
} from './answers.js';
import { categoriesOf } from './categories.js';
import { follow } from './follow.js';
import { writeList, type ListQuestion } from './list-text.js';
import { load } from './load.js';
import { numbersBefore, withMembers, type OtherCommunities } from './members.js';
import { communitiesOf, matchCommunities, type CommunityRequest } from './measures/communities.js';
import { weakPointsOf } from './measures/connectivity.js';
import { distancesOf } from './measures/distances.js';
import { extentOf } from './measures/eccentricity.js';
import { betweennessOf, estimatePlan, type EstimateRequest } from './measures/estimate.js';
import { historyOf, type HistoryOptions } from './measures/history.js';
import { eigenvectorCentrality, hubsAndAuthorities, pageRanks } from './measures/ranking.js';
import { structuralHoles } from './measures/structural-holes.js';
import { structureOf } from './measures/structure.js';
import { placesOf, project, type Projected } from './project.js';
import type { Projection } from './projection.js';
import { reproject } from './reproject.js';
import { numbersFrom, type Numbers } from './shared-arrays.js';
import type { Snapshot } from './snapshot.js';
import { suggest, type SuggestionQuestion } from './suggest.js';

interface ProjectInput {
  readonly snapshot: Snapshot;
  /** The ids of the selected organizations, in order; null for all. */
  readonly ids: Uint8Array | null;
  readonly projection: Projection;
  /** The same network from an earlier snapshot, if there is one. */
  readonly before: (Projected & { readonly snapshot: Snapshot }) | null;
}

type About<T = object> = T & { readonly data: NetworkData };

/** The tasks of a worker thread. */
export const TASKS = {
  load,
  follow: ({
    snapshot,
    parts,
    tables,
  }: {
    readonly snapshot: Snapshot;
    readonly parts: Parameters<typeof follow>[1];
    readonly tables: Parameters<typeof follow>[2];
  }) => follow(snapshot, parts, tables),
  project: ({ snapshot, ids, projection, before }: ProjectInput) => {
    const chosen = ids && placesOf(snapshot, ids);
    return (
      (before && reproject({ ...before, projection }, snapshot, chosen)) ??
      project(snapshot, chosen, projection)
    );
  },
  listText: ({ data, ...question }: About<ListQuestion>) => writeList(data, question),
  heaviest: ({ data, limit }: About<{ limit: number }>) => heaviestOf(data, limit),
  degrees: ({ data }: About) => degreesOf(data),
  ranking: ({
    data,
    ids,
    ...question
  }: About<Omit<RankingQuestion, 'among'> & { ids: Uint8Array | null }>) =>
    rankingOf({ ...question, among: ids && markedNodes(data, ids) }),
  neighbourhood: ({ data, ...asked }: About<Parameters<typeof neighbourhoodOf>[1]>) =>
    neighbourhoodOf(data, asked),
  relation: ({ data, ...ends }: About<Parameters<typeof relationOf>[1]>) => relationOf(data, ends),
  paths: ({ data, ...asked }: About<Parameters<typeof pathsOf>[1]>) => pathsOf(data, asked),
  common: ({ data, ...asked }: About<Parameters<typeof commonOf>[1]>) => commonOf(data, asked),
  changes: ({ data, ...days }: About<Parameters<typeof changesOf>[1]>) => changesOf(data, days),
  structure: ({ data }: About) => structureOf(data.graph, categoriesOf(data)),
  pageRank: ({ data: { graph } }: About) => pageRanks(graph),
  eigenvector: ({ data: { graph } }: About) => eigenvectorCentrality(graph).values,
  hubs: ({ data: { graph } }: About) => hubsAndAuthorities(graph),
  structuralHoles: ({ data: { graph } }: About) => structuralHoles(graph),
  weakPoints: ({ data: { graph } }: About) => weakPointsOf(graph),
  extent: ({ data: { graph } }: About) => extentOf(graph),
  communities: ({ data: { graph }, ...asked }: About<CommunityRequest>) =>
    withMembers(communitiesOf(graph, asked), pageRanks(graph)),
  distances: ({
    data: { graph },
    pivots,
    weighted,
  }: About<{ pivots: readonly number[] | null; weighted: boolean }>) =>
    distancesOf(graph, pivots, { weighted }),
  betweenness: ({ data: { graph }, ...asked }: About<EstimateRequest>) =>
    betweennessOf(graph, asked),
  estimatePlan: ({ data: { graph }, ...asked }: About<EstimateRequest>) =>
    estimatePlan(graph, asked),
  suggestions: ({
    data,
    ids,
    ...question
  }: About<{ ids: Uint8Array | null } & Omit<SuggestionQuestion, 'among'>>) =>
    suggest(data, { ...question, among: ids && markedNodes(data, ids) }),
  nodeDegrees: ({ data, of }: About<{ of: DegreeKind }>) => nodeDegreesOf(data, of),
  matched: ({ data, labels, ...other }: About<{ labels: Numbers } & OtherCommunities>) =>
    numbersFrom(matchCommunities(numbersBefore(data, other), labels)),
  history: ({ data, ...asked }: About<Omit<HistoryOptions, 'isolates'>>) =>
    historyOf(data.graph, { ...asked, isolates: data.projection.isolates }),
} as const;

export type TaskName = keyof typeof TASKS;
export type TaskInput<Name extends TaskName> = Parameters<(typeof TASKS)[Name]>[0];
export type TaskResult<Name extends TaskName> = ReturnType<(typeof TASKS)[Name]>;
/** The tasks about one network, which is all that they need besides their own input. */
export type DataTaskName = Exclude<TaskName, 'load' | 'follow' | 'project'>;

/** Marks the nodes of the organizations with these ids, which are in order. */
function markedNodes({ snapshot, nodes, graph }: NetworkData, ids: Uint8Array): Uint8Array {
  const marked = new Uint8Array(graph.order);
  const places = new Set(placesOf(snapshot, ids));
  nodes.places.forEach((place, node) => {
    if (places.has(place)) marked[node] = 1;
  });
  return marked;
}
