import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  NetworkAroundDocument,
  type NetworkAroundQuery,
} from '../../../src/pages/generated/network.js';
import {
  networkSelection,
  shownVariables,
  type GraphEdge,
  type GraphNode,
} from '../../../src/pages/views/network.js';
import type { Answered } from '../../../src/pages/view.js';
import { answerOptions } from '../api.js';

/** The number of neighbors that one step adds at most, those with the most neighbors first. */
export const MOST_ADDED = 60;

export interface GraphPart {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** A part of the network with the neighbors of some of its nodes, each asked for by itself. */
export function useExpanded(
  part: GraphPart,
  expanded: readonly string[],
  search: URLSearchParams,
): GraphPart {
  const answers = useQueries({
    queries: expanded.map((node) =>
      answerOptions(NetworkAroundDocument, {
        ...networkSelection(search),
        ...shownVariables(search),
        node,
        depth: 1,
        first: MOST_ADDED,
      }),
    ),
    combine: neighbourhoods,
  });
  return useMemo(() => {
    const parts = answers.flatMap((near) =>
      near ? [{ nodes: (near.nodes ?? []).map(({ node }) => node), edges: near.edges }] : [],
    );
    return parts.length === 0 ? part : together([part, ...parts]);
  }, [part, answers]);
}

type Neighbourhood = NonNullable<NonNullable<NetworkAroundQuery['network']>['neighbourhood']>;

/** Not within the hook: the same function each time, so that the same answers stay the same list. */
const neighbourhoods = (
  results: readonly UseQueryResult<Answered<NetworkAroundQuery>>[],
): readonly (Neighbourhood | null | undefined)[] =>
  results.map(({ data }) => data?.network.neighbourhood);

/** Several parts as one, each node and each edge once. */
function together(parts: readonly GraphPart[]): GraphPart {
  const nodes = new Map(parts.flatMap((one) => one.nodes).map((node) => [node.key, node]));
  const edges = new Map(
    parts
      .flatMap((one) => one.edges)
      .map((edge) => [[edge.fromKey, edge.toKey].sort().join(' '), edge]),
  );
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}
