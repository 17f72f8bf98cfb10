import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { at, weightAt } from '../src/network/shared-arrays.js';
import { arcWeight, degreeOf, type Graph } from '../src/network/graph.js';
import { distancesFromSums, distancesOf, distanceSums } from '../src/network/measures/distances.js';
import {
  betweennessOf,
  errorAfter,
  estimateBetweenness,
  longestPath,
  samplesFor,
} from '../src/network/measures/estimate.js';
import { isUsableWeight } from '../src/network/measures/lengths.js';
import {
  eigenvectorCentrality,
  hubsAndAuthorities,
  pageRanks,
} from '../src/network/measures/ranking.js';
import { sampleOf } from '../src/network/measures/sample.js';
import { structuralHoles } from '../src/network/measures/structural-holes.js';
import { componentsOf, distancesFrom, ShortestPaths } from '../src/network/measures/traverse.js';
import { graphFrom, nodesOf, rescaled, weightedGraphs } from './support/measured-graphs.js';

const graphs = fc.boolean().chain((isDirected) => weightedGraphs({ isDirected }));
const slotsOf = ({ offsets }: Graph, node: number) =>
  Array.from(
    { length: at(offsets, node + 1) - at(offsets, node) },
    (_, index) => at(offsets, node) + index,
  );

/** Betweenness and closeness by listing all shortest paths between all pairs. */
function byListing(graph: Graph, weighted: boolean) {
  const { order } = graph;
  const betweenness = new Float64Array(order);
  const [sums, reached] = [new Float64Array(order), new Float64Array(order)];
  for (const from of nodesOf(graph)) {
    for (const to of nodesOf(graph)) {
      if (from === to) continue;
      const shortest = new ShortestPaths(graph, from, to, weighted);
      if (shortest.distance === null) continue;
      sums[to] = weightAt(sums, to) + shortest.distance;
      reached[to] = weightAt(reached, to) + 1;
      const paths = shortest.list(10_000);
      for (const node of paths.flatMap((path) => path.slice(1, -1))) {
        betweenness[node] =
          weightAt(betweenness, node) + 1 / paths.length / (order - 1) / (order - 2);
      }
    }
  }
  const closeness = reached.map((count, node) =>
    count === 0 ? 0 : (count / (order - 1)) * (count / weightAt(sums, node)),
  );
  return { betweenness, closeness };
}

function expectClose(values: Float64Array, expected: Float64Array): void {
  values.forEach((value, node) => {
    expect(value).toBeCloseTo(weightAt(expected, node), 9);
  });
}

describe('betweenness and closeness', () => {
  test('are those of all shortest paths, along arcs and by weight', () => {
    fc.assert(
      fc.property(graphs, fc.boolean(), (graph, weighted) => {
        const found = distancesOf(graph, null, { weighted });
        const expected = byListing(graph, weighted);
        expectClose(found.betweenness, expected.betweenness);
        expectClose(found.closeness, expected.closeness);
      }),
      { numRuns: 60 },
    );
  });

  test('can be computed in parts', () => {
    fc.assert(
      fc.property(graphs, fc.boolean(), fc.nat(), (graph, weighted, seed) => {
        const cut = seed % graph.order;
        const nodes = nodesOf(graph);
        const parts = [nodes.slice(0, cut), nodes.slice(cut)].map((sources) =>
          distanceSums(graph, sources, { weighted }),
        );
        const [found, whole] = [distancesFromSums(parts), distancesOf(graph, null, { weighted })];
        expectClose(found.betweenness, whole.betweenness);
        expectClose(found.closeness, whole.closeness);
      }),
      { numRuns: 40 },
    );
  });

  test('follow the arcs of a directed network', () => {
    const chain = graphFrom(
      4,
      [
        [0, 1, 1],
        [1, 2, 1],
        [2, 3, 1],
      ],
      true,
    );
    const { betweenness, closeness } = distancesOf(chain);
    // Of the 6 pairs of the other nodes, 2 have a path through each of the inner nodes: 0-2, 0-3, and 0-3, 1-3.
    expect([...betweenness]).toEqual([0, 2 / 6, 2 / 6, 0]);
    expect(weightAt(closeness, 0)).toBe(0);
    expect(weightAt(closeness, 1)).toBeCloseTo(1 / 3, 12);
    expect(weightAt(closeness, 3)).toBeCloseTo(3 / 6, 12);
    expect(new ShortestPaths(chain, 0, 3, false).list(9)).toEqual([[0, 1, 2, 3]]);
    for (const weighted of [true, false]) {
      expect(new ShortestPaths(chain, 3, 0, weighted).distance).toBeNull();
    }
    expect([...distancesFrom(chain, 2)]).toEqual([2, 1, 0, 1]);
    expect([...distancesFrom(chain, 2, { along: 'OUTGOING' })]).toEqual([-1, -1, 0, 1]);
    expect([...distancesFrom(chain, 2, { along: 'INCOMING' })]).toEqual([2, 1, 0, -1]);
  });
});

describe('the unit of weights', () => {
  test('has no effect on which paths are shortest', () => {
    fc.assert(
      fc.property(graphs, fc.constantFrom(1e-6, 1e6, 1 / 3), (graph, unit) => {
        const scaled = rescaled(graph, unit);
        for (const to of nodesOf(graph)) {
          const paths = [graph, scaled].map((each) =>
            new ShortestPaths(each, 0, to, true).list(999),
          );
          expect(paths[1]).toEqual(paths[0]);
        }
        const [one, other] = [graph, scaled].map((each) =>
          distancesOf(each, null, { weighted: true }),
        );
        expectClose(one?.betweenness as Float64Array, other?.betweenness as Float64Array);
      }),
      { numRuns: 60 },
    );
  });

  test('has no effect on whether two ways are equally long', () => {
    // 0.1 + 0.2 is more than 0.3 in floating-point numbers.
    for (const unit of [1e-6, 1, 1e6]) {
      const graph = graphFrom(3, [
        [0, 1, 10 * unit],
        [1, 2, 5 * unit],
        [0, 2, (10 / 3) * unit],
      ]);
      expect(new ShortestPaths(graph, 0, 2, true).count()).toBe(2);
      expect(new ShortestPaths(graph, 2, 0, true).count()).toBe(2);
      const { betweenness } = distancesOf(graph, null, { weighted: true });
      expect(weightAt(betweenness, 1)).toBeCloseTo(1 / 2, 12);
    }
  });

  test('must leave lengths finite', () => {
    expect([1e-100, 1e-6, 1, 1e100].map(isUsableWeight)).toEqual([true, true, true, true]);
    expect([0, -1, 1e-320, NaN, Infinity, 1e300].some(isUsableWeight)).toBe(false);
  });

  test('can differ so much between edges that lengths get lost in sums', () => {
    // The last edge is too short to change a sum, so that both ends are equally far.
    const graph = graphFrom(4, [
      [0, 1, 1e-30],
      [1, 2, 1e30],
      [0, 3, 1e-30],
      [3, 2, 1e30],
    ]);
    expect(new ShortestPaths(graph, 0, 2, true).list(9)).toEqual([
      [0, 1, 2],
      [0, 3, 2],
    ]);
    expect(new ShortestPaths(graph, 2, 0, true).count()).toBe(2);
  });
});

describe('an estimate of betweenness', () => {
  test('is within its error, with the paths that this takes', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const exact = distancesOf(graph).betweenness;
        const estimate = estimateBetweenness(graph, { error: 0.05, confidence: 0.999 });
        expect(estimate.error ?? 0).toBeLessThan(0.0501);
        estimate.values.forEach((value, node) => {
          expect(Math.abs(value - weightAt(exact, node))).toBeLessThan(0.05);
        });
      }),
      { numRuns: 40 },
    );
  });

  test('takes each of several shortest paths equally often', () => {
    // Between the leaves of 0 and those of 1: node 2 in the middle, and on both sides five ways over 3 or 4, and one
    // over 5 or 6.
    const leaves = Array.from({ length: 60 }, (_, leaf) => 19 + leaf);
    const ways = [0, 1, 2, 3, 4].flatMap((way) => [
      [0, 7 + way, 1] as const,
      [7 + way, 3, 1] as const,
      [4, 12 + way, 1] as const,
      [12 + way, 1, 1] as const,
    ]);
    const graph = graphFrom(79, [
      ...ways,
      [0, 17, 1],
      [17, 5, 1],
      [6, 18, 1],
      [18, 1, 1],
      ...[3, 4, 5, 6].map((node) => [node, 2, 1] as const),
      ...leaves.map((leaf) => [leaf < 50 ? 0 : 1, leaf, 1] as const),
    ]);
    const exact = distancesOf(graph).betweenness;
    const { values } = estimateBetweenness(graph, { error: 0.02, confidence: 0.999 });
    values.forEach((value, node) => {
      expect(Math.abs(value - weightAt(exact, node))).toBeLessThan(0.02);
    });
  });

  test('states the error of as many paths as requested', () => {
    const ring = graphFrom(
      20,
      Array.from({ length: 20 }, (_, node) => [node, (node + 1) % 20, 1] as const),
    );
    expect(longestPath(ring)).toBe(20);
    const { error, ...estimate } = estimateBetweenness(ring, { samples: 1000, confidence: 0.9 });
    // The bound of Riondato and Kornaropoulos; the scale is that of pairs without the node itself.
    const bound = Math.sqrt((0.5 / 1000) * (Math.floor(Math.log2(18)) + 1 + Math.log(10)));
    expect(error).toBeCloseTo((bound * 20) / 18, 12);
    expect(estimate).toMatchObject({ samples: 1000, isExact: false, confidence: 0.9 });
    expect(samplesFor(errorAfter(1000, 0.9, 20), 0.9, 20)).toBe(1000);
  });

  test('is made only if the exact values take too long', () => {
    const star = graphFrom(
      40,
      Array.from({ length: 39 }, (_, leaf) => [0, leaf + 1, 1] as const),
    );
    const exact = { values: distancesOf(star).betweenness, isExact: true, samples: 0, error: null };
    expect(betweennessOf(star)).toMatchObject(exact);
    // 40 nodes, each with 78 ends of edges and itself.
    expect(betweennessOf(star, { maxSteps: 40 * 118 })).toMatchObject(exact);
    const limited = { maxSteps: 40 * 118 - 1 };
    expect(betweennessOf(star, { ...limited, samples: 400 })).toMatchObject({
      isExact: false,
      samples: 400,
    });
    // More random paths would take longer than all of them.
    expect(betweennessOf(star, { ...limited, error: 0.01 })).toMatchObject(exact);
  });

  test('has no more nodes on a path than the limit says', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const steps = nodesOf(graph).flatMap((node) => [
          ...distancesFrom(graph, node, { along: 'OUTGOING' }),
        ]);
        expect(longestPath(graph)).toBeGreaterThanOrEqual(Math.max(...steps) + 1);
      }),
    );
  });

  test('of a sample of pivots is that of all nodes if it has all', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        expect(distancesOf(graph, sampleOf(graph.order, graph.order))).toEqual(distancesOf(graph));
      }),
    );
  });
});

describe('rankings', () => {
  test('of PageRank satisfy its equations', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const ranks = pageRanks(graph);
        const expected = new Float64Array(graph.order).fill(0.15 / graph.order);
        for (const node of nodesOf(graph)) {
          const slots = slotsOf(graph, node);
          const total = slots.reduce((sum, slot) => sum + arcWeight(graph, node, slot), 0);
          const passed = 0.85 * weightAt(ranks, node);
          if (total === 0)
            expected.forEach((rank, each) => (expected[each] = rank + passed / graph.order));
          for (const slot of total === 0 ? [] : slots) {
            const other = at(graph.neighbours, slot);
            expected[other] =
              weightAt(expected, other) + (passed * arcWeight(graph, node, slot)) / total;
          }
        }
        expectClose(ranks, expected);
      }),
    );
  });

  test('by eigenvector are in proportion to those of the neighbors, in each component', () => {
    fc.assert(
      fc.property(weightedGraphs(), (graph) => {
        const { values, isExact } = eigenvectorCentrality(graph);
        if (!isExact) return;
        const { labels, sizes } = componentsOf(graph);
        const product = values.map((_, node) =>
          slotsOf(graph, node).reduce(
            (sum, slot) =>
              sum +
              weightAt(values, at(graph.neighbours, slot)) *
                weightAt(graph.weights, at(graph.edges, slot)),
            0,
          ),
        );
        for (const [label, size] of sizes.entries()) {
          const nodes = nodesOf(graph).filter((node) => at(labels, node) === label);
          const first = nodes[0] ?? 0;
          if (size === 1) {
            expect(weightAt(values, first)).toBe(0);
            continue;
          }
          const sum = nodes.reduce((total, node) => total + weightAt(values, node) ** 2, 0);
          expect(sum).toBeCloseTo(size / graph.order, 9);
          const eigenvalue = weightAt(product, first) / weightAt(values, first);
          for (const node of nodes) {
            expect(weightAt(values, node)).toBeGreaterThan(0);
            expect(weightAt(product, node)).toBeCloseTo(eigenvalue * weightAt(values, node), 6);
          }
        }
      }),
    );
  });

  test('by eigenvector exist for bipartite networks', () => {
    const star = graphFrom(5, [
      [0, 1, 1],
      [0, 2, 1],
      [0, 3, 1],
      [0, 4, 1],
    ]);
    const { values, isExact } = eigenvectorCentrality(star);
    expect(isExact).toBe(true);
    expect(weightAt(values, 0)).toBeCloseTo(Math.SQRT1_2, 9);
    expect(weightAt(values, 1)).toBeCloseTo(Math.SQRT1_2 / 2, 9);
    const { hubs, authorities } = hubsAndAuthorities(star);
    expect([...hubs]).toEqual([...authorities]);
    expect(weightAt(hubs, 0)).toBeCloseTo(1 / 3, 9);
  });

  test('by hubs and authorities are in proportion along arcs', () => {
    fc.assert(
      fc.property(weightedGraphs({ isDirected: true }), (graph) => {
        const { hubs, authorities } = hubsAndAuthorities(graph);
        const { labels, sizes } = componentsOf(graph);
        const sent = hubs.map((_, node) =>
          slotsOf(graph, node).reduce(
            (sum, slot) =>
              sum +
              arcWeight(graph, node, slot) * weightAt(authorities, at(graph.neighbours, slot)),
            0,
          ),
        );
        for (const [label, size] of sizes.entries()) {
          const nodes = nodesOf(graph).filter((node) => at(labels, node) === label);
          const total = (list: Float64Array) =>
            nodes.reduce((sum, node) => sum + weightAt(list, node), 0);
          expect(total(hubs)).toBeCloseTo(size === 1 ? 0 : size / graph.order, 9);
          expect(total(authorities)).toBeCloseTo(size === 1 ? 0 : size / graph.order, 9);
          for (const node of size === 1 ? [] : nodes) {
            const expected = (weightAt(sent, node) / total(sent)) * total(hubs);
            expect(weightAt(hubs, node)).toBeCloseTo(expected, 9);
          }
        }
      }),
    );
  });
});

describe('structural holes', () => {
  test('follow the definitions of Burt', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const nodes = nodesOf(graph);
        const mutual = (a: number, b: number) => {
          const slot = slotsOf(graph, a).find((each) => at(graph.neighbours, each) === b);
          return slot === undefined ? 0 : weightAt(graph.weights, at(graph.edges, slot));
        };
        const strength = (a: number) => nodes.reduce((sum, b) => sum + mutual(a, b), 0);
        const most = (a: number) => Math.max(...nodes.map((b) => mutual(a, b)));
        const { constraint, effectiveSize } = structuralHoles(graph);
        for (const node of nodes) {
          if (degreeOf(graph, node) === 0) {
            expect([weightAt(constraint, node), weightAt(effectiveSize, node)]).toEqual([NaN, NaN]);
            continue;
          }
          const contacts = nodes.filter((other) => mutual(node, other) > 0);
          const invested = (a: number, b: number) => mutual(a, b) / strength(a);
          const over = (other: number, of: (third: number) => number) =>
            contacts
              .filter((each) => each !== other)
              .reduce((sum, each) => sum + invested(node, each) * of(each), 0);
          const expected = contacts.reduce(
            (sum, other) =>
              sum + (invested(node, other) + over(other, (each) => invested(each, other))) ** 2,
            0,
          );
          expect(weightAt(constraint, node)).toBeCloseTo(expected, 9);
          const size = contacts.reduce(
            (sum, other) => sum + 1 - over(other, (each) => mutual(other, each) / most(other)),
            0,
          );
          expect(weightAt(effectiveSize, node)).toBeCloseTo(size, 9);
        }
      }),
    );
  });
});
