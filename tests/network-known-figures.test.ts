import { describe, expect, test } from '@jest/globals';
import type { Graph } from '../src/network/graph.js';
import { at } from '../src/network/shared-arrays.js';
import { communitiesOf } from '../src/network/measures/communities.js';
import { weakPointsOf } from '../src/network/measures/connectivity.js';
import { density } from '../src/network/measures/density.js';
import { distancesOf } from '../src/network/measures/distances.js';
import { extentOf } from '../src/network/measures/eccentricity.js';
import {
  eigenvectorCentrality,
  hubsAndAuthorities,
  pageRanks,
} from '../src/network/measures/ranking.js';
import { structuralHoles } from '../src/network/measures/structural-holes.js';
import { structureOf } from '../src/network/measures/structure.js';
import { graphFrom, KNOWN_FIGURES, nodesOf } from './support/measured-graphs.js';

/** Compares where the library has a value: it has none for some nodes of directed graphs that have one by definition. */
function expectClose(
  values: ArrayLike<number>,
  expected: readonly (number | null)[],
  digits = 8,
): void {
  expect(values).toHaveLength(expected.length);
  expected.forEach((value, node) => {
    if (value !== null) expect(values[node]).toBeCloseTo(value, digits);
  });
}

const endsOf = ({ low, high }: Graph, edge: number) => [at(low, edge), at(high, edge)];

describe.each(KNOWN_FIGURES)('$name has the figures of networkx', (known) => {
  const graph = graphFrom(known.order, known.edges, known.directed);
  const structure = structureOf(graph, []);

  test('in the centralities', () => {
    expectClose(pageRanks(graph), known.pageRank);
    if (known.eigenvector) expectClose(eigenvectorCentrality(graph).values, known.eigenvector);
    if (known.hubs && known.authorities) {
      const { hubs, authorities, isExact } = hubsAndAuthorities(graph);
      expect(isExact).toBe(true);
      expectClose(hubs, known.hubs, 7);
      expectClose(authorities, known.authorities, 7);
    }
  });

  test('in the metrics of shortest paths', () => {
    const [steps, lengths] = [distancesOf(graph), distancesOf(graph, null, { weighted: true })];
    expectClose(steps.betweenness, known.betweenness);
    expectClose(steps.closeness, known.closeness);
    expectClose(lengths.betweenness, known.weightedBetweenness);
    expectClose(lengths.closeness, known.weightedCloseness);
  });

  test('in the metrics of structural holes', () => {
    const { constraint, effectiveSize } = structuralHoles(graph);
    expectClose(constraint, known.constraint);
    expectClose(effectiveSize, known.effectiveSize);
  });

  test('in its structure', () => {
    expect([...structure.core]).toEqual(known.coreNumber);
    expect(structure.averageClustering).toBeCloseTo(known.clustering, 9);
    expect(structure.transitivity).toBeCloseTo(known.transitivity, 9);
    expect(structure.degreeAssortativity).toBeCloseTo(known.degreeAssortativity, 9);
    expect(density(graph.order, graph.size)).toBeCloseTo(known.density, 9);
    const { bridges, articulationPoints } = weakPointsOf(graph);
    expect(Array.from(bridges, (edge) => endsOf(graph, edge))).toEqual(known.bridges);
    expect([...articulationPoints]).toEqual(known.articulationPoints);
    const { diameter, radius } = known;
    expect(extentOf(graph)).toMatchObject({ diameter, radius, isExact: true });
  });

  test('or better in the modularity of its communities', () => {
    for (const [resolution, best] of Object.entries(known.modularity ?? {})) {
      const found = communitiesOf(graph, { resolution: Number(resolution) });
      // The best of ten runs of Louvain there, and of Leiden in igraph.
      expect(found.modularity).toBeGreaterThan(best.louvain - 1e-9);
      expect(found.modularity).toBeGreaterThan(best.leiden - 1e-9);
    }
  });
});

test('PageRank of a node without arcs goes to all nodes', () => {
  // Two arcs to node 2, which has none itself: by hand, from the equations of PageRank.
  const graph = graphFrom(
    3,
    [
      [0, 2, 1],
      [1, 2, 1],
    ],
    true,
  );
  const [first, second, third] = pageRanks(graph);
  expect(first).toBeCloseTo(second ?? -1, 12);
  expect(first).toBeCloseTo(0.05 + (0.85 * (third ?? 0)) / 3, 10);
  expect(third).toBeCloseTo((first ?? 0) + 0.85 * 2 * (first ?? 0), 10);
  expect(nodesOf(graph)).toHaveLength(3);
});
