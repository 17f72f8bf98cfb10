import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Random } from '../src/domain/random.js';
import { at, weightAt } from '../src/network/shared-arrays.js';
import type { Graph } from '../src/network/graph.js';
import { communitiesOf, matchCommunities } from '../src/network/measures/communities.js';
import {
  graphFrom,
  nodesOf,
  rescaled,
  weightedGraphs,
  type WeightedEdge,
} from './support/measured-graphs.js';

const METHODS = ['LEIDEN', 'LOUVAIN'] as const;
const requests = fc.record({
  method: fc.constantFrom(...METHODS),
  resolution: fc.constantFrom(0.5, 1, 1.7),
  runs: fc.constantFrom(1, 3),
});
const larger = weightedGraphs({ order: { min: 3, max: 40 } });

/** The definition: over all pairs of nodes, the weight within communities minus the expected one. */
function modularity(graph: Graph, labels: Int32Array, resolution: number): number {
  const strengths = new Float64Array(graph.order);
  let total = 0;
  graph.weights.forEach((weight, edge) => {
    for (const node of [at(graph.low, edge), at(graph.high, edge)]) {
      strengths[node] = weightAt(strengths, node) + weight;
    }
    total += 2 * weight;
  });
  let sum = 0;
  graph.weights.forEach((weight, edge) => {
    if (at(labels, at(graph.low, edge)) === at(labels, at(graph.high, edge))) sum += 2 * weight;
  });
  for (const a of nodesOf(graph)) {
    for (const b of nodesOf(graph)) {
      if (at(labels, a) !== at(labels, b)) continue;
      sum -= (resolution * weightAt(strengths, a) * weightAt(strengths, b)) / total;
    }
  }
  return sum / total;
}

/** The nodes that can be reached from the first member without leaving the community. */
function reachedWithin(graph: Graph, labels: Int32Array, community: number): number {
  const reached = new Set([labels.indexOf(community)]);
  for (const node of reached) {
    for (let slot = at(graph.offsets, node); slot < at(graph.offsets, node + 1); slot += 1) {
      const other = at(graph.neighbours, slot);
      if (at(labels, other) === community) reached.add(other);
    }
  }
  return reached.size;
}

/** Groups of nodes that all have edges with each other, in a ring with one edge between neighbors. */
function ringOfCliques(cliques: number, size: number): Graph {
  const edges: WeightedEdge[] = [];
  for (let clique = 0; clique < cliques; clique += 1) {
    const first = clique * size;
    for (let a = 0; a < size; a += 1) {
      for (let b = 0; b < a; b += 1) edges.push([first + a, first + b, 1]);
    }
    edges.push([first, ((clique + 1) % cliques) * size + 1, 1]);
  }
  return graphFrom(cliques * size, edges);
}

describe('communities', () => {
  test('have the modularity that their labels give by definition, and are numbered by size', () => {
    fc.assert(
      fc.property(larger, requests, (graph, request) => {
        const { labels, sizes, modularity: stated } = communitiesOf(graph, request);
        expect(labels).toHaveLength(graph.order);
        for (const [community, size] of sizes.entries()) {
          expect(labels.filter((label) => label === community)).toHaveLength(size);
        }
        expect([...sizes].sort((left, right) => right - left)).toEqual(sizes);
        if (graph.size === 0) expect(stated).toBeNull();
        else expect(stated).toBeCloseTo(modularity(graph, labels, request.resolution), 9);
      }),
    );
  });

  test('of Leiden are connected, and no move of a single node improves them', () => {
    fc.assert(
      fc.property(larger, requests, (graph, { resolution, runs }) => {
        const { labels, sizes, modularity: reached } = communitiesOf(graph, { resolution, runs });
        if (reached === null) return;
        for (const [community, size] of sizes.entries()) {
          expect(reachedWithin(graph, labels, community)).toBe(size);
        }
        for (const node of nodesOf(graph).slice(0, 5)) {
          for (const community of [...sizes.keys(), sizes.length]) {
            const moved = labels.with(node, community);
            expect(modularity(graph, moved, resolution)).toBeLessThan(reached + 1e-9);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  test('do not depend on the unit of weights, and are the same each time', () => {
    fc.assert(
      fc.property(
        larger,
        requests,
        fc.constantFrom(1, 2 ** -20, 2 ** 20),
        (graph, request, unit) => {
          const scaled = communitiesOf(rescaled(graph, unit), request);
          expect(scaled).toEqual(communitiesOf(graph, request));
        },
      ),
      { numRuns: 50 },
    );
  });

  test('do not depend on the unit of weights in a large network either', () => {
    const random = new Random(7);
    const edges = Array.from({ length: 900 }, (): WeightedEdge => [
      random.below(300),
      random.below(300),
      1 + random.below(4),
    ]);
    const graph = graphFrom(300, edges);
    const found = communitiesOf(graph, { runs: 1 });
    for (const unit of [2 ** -20, 2 ** 20]) {
      expect(communitiesOf(rescaled(graph, unit), { runs: 1 })).toEqual(found);
    }
  });

  test('can leave their community and stay alone', () => {
    // A graph where this happens: communities that form early are too large once others have formed.
    const random = new Random(3);
    const order = 8 + random.below(80);
    const size = order + random.below(order * 2);
    random.below(5);
    const edges = Array.from({ length: size }, (): WeightedEdge => [
      random.below(order),
      random.below(order),
      1 + random.below(6),
    ]);
    const graph = graphFrom(order, edges);
    expect(communitiesOf(graph, { resolution: 0.3, runs: 1 }).modularity).toBeGreaterThan(0.7251);
  });

  test.each(METHODS)('of %s are the cliques of a ring', (method) => {
    const { labels, sizes } = communitiesOf(ringOfCliques(8, 6), { method });
    expect(sizes).toEqual(new Array(8).fill(6));
    for (const node of labels.keys()) expect(labels[node]).toBe(labels[node - (node % 6)]);
  });

  test('are more with a higher resolution', () => {
    const ring = ringOfCliques(30, 5);
    const counts = [0.1, 1, 8].map(
      (resolution) => communitiesOf(ring, { resolution }).sizes.length,
    );
    expect(counts[0]).toBeLessThan(counts[1] ?? 0);
    expect(counts[1]).toBeLessThan(counts[2] ?? 0);
  });

  test('of nodes without edges are single', () => {
    const graph = graphFrom(5, [
      [1, 3, 2],
      [0, 3, 1],
    ]);
    expect(communitiesOf(graph).sizes).toEqual([3, 1, 1]);
    expect(communitiesOf(graphFrom(2, []))).toEqual({
      labels: Int32Array.of(0, 1),
      sizes: [1, 1],
      modularity: null,
    });
    expect(communitiesOf(graphFrom(0, []))).toMatchObject({ sizes: [], modularity: null });
  });
});

describe('communities over time', () => {
  const match = (previous: readonly number[], labels: readonly number[], firstNew?: number) => [
    ...matchCommunities(Int32Array.from(previous), Int32Array.from(labels), firstNew),
  ];

  test('keep the number of those with which they share the most nodes', () => {
    expect(match([4, 4, 4, 7, 7], [1, 1, 1, 0, 0])).toEqual([7, 4]);
  });

  test('that split keep it for the largest part, and the others get new numbers', () => {
    expect(match([0, 0, 0, 0, 0, 1], [0, 0, 0, 1, 1, 2])).toEqual([0, 2, 1]);
    expect(match([0, 0, 0, 0, 0, 1], [0, 0, 0, 1, 1, 2], 9)).toEqual([0, 9, 1]);
  });

  test('that merge keep that of the largest', () => {
    expect(match([0, 0, 1, 1, 1], [0, 0, 0, 0, 0])).toEqual([1]);
  });

  test('ignore nodes that come or go', () => {
    expect(match([-1, -1, -1, 3, 3, 2], [0, 0, 0, 0, 1, -1])).toEqual([3, 4]);
    expect(match([], [])).toEqual([]);
  });

  test('have each number once, and the same numbers if nothing changes', () => {
    const labels = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(labels, labels, (previous, list) => {
        const now = list.slice(0, previous.length);
        const numbers = match(previous.slice(0, now.length), now);
        const used = numbers.filter((_, label) => now.includes(label));
        expect(new Set(used).size).toBe(used.length);
        const same = match(now, now);
        for (const label of now) expect(same[label]).toBe(label);
      }),
    );
  });
});
