import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import centrality from 'graphology-metrics/centrality/index.js';
import shortestPath from 'graphology-shortest-path';
import { at, weightAt } from '../src/network/shared-arrays.js';
import { degreeOf, edgeBetween, weightedDegreeOf, type Graph } from '../src/network/graph.js';
import { GraphBuilder } from './support/graph-builder.js';
import { distancesOf } from '../src/network/measures/distances.js';
import { historyOf } from '../src/network/measures/history.js';
import { coreNumbers, structureOf } from '../src/network/measures/structure.js';
import { suggestionsOf } from '../src/network/measures/suggest.js';
import { componentsOf, distancesFrom, ShortestPaths } from '../src/network/measures/traverse.js';
import { byKind } from '../src/network/tie-kinds.js';
import { toGraphology } from './support/measured-graphs.js';

type Tie = readonly [a: number, b: number, from: number, to: number];

/** What a random graph is made of: many ties can make one edge. */
const ties = (order: number) =>
  fc.array(
    fc.tuple(
      fc.nat(order - 1),
      fc.nat(order - 1),
      fc.constantFrom(0, 20100000, 20120500),
      fc.constantFrom(20139999, 20140531, 99999999),
    ),
    { maxLength: order * 3 },
  );

const graphs = fc
  .integer({ min: 3, max: 14 })
  .chain((order) => fc.tuple(fc.constant(order), ties(order)))
  .map(([order, list]) => graphOf(order, list));

function graphOf(order: number, list: readonly Tie[]): Graph {
  const builder = new GraphBuilder(
    order,
    byKind(() => 1),
  );
  for (const [index, [a, b, from, to]] of list.entries())
    builder.add(a, b, index % 3, index, from, to);
  return builder.build();
}

const nodesOf = ({ order }: Graph) => Array.from({ length: order }, (_, node) => node);
const pairsOf = (graph: Graph) =>
  nodesOf(graph).flatMap((a) => nodesOf(graph).map((b) => [a, b] as const));
const neighboursOf = (graph: Graph, node: number) =>
  Array.from(graph.neighbours.subarray(at(graph.offsets, node), at(graph.offsets, node + 1)));

/** 20 by 20, each with its neighbours right and below: more shortest paths than 32 bits can count. */
const GRID = graphOf(
  400,
  Array.from({ length: 400 }, (_, node) => [
    ...(node % 20 < 19 ? [[node, node + 1, 0, 99999999] as const] : []),
    ...(node < 380 ? [[node, node + 20, 0, 99999999] as const] : []),
  ]).flat(),
);

describe('a graph', () => {
  test('has each edge at both ends, and all added ties', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const degrees = nodesOf(graph).map((node) => degreeOf(graph, node));
        expect(degrees.reduce((sum, degree) => sum + degree, 0)).toBe(2 * graph.size);
        const weight = nodesOf(graph).reduce((sum, node) => sum + weightedDegreeOf(graph, node), 0);
        const inner = graph.inner.reduce((sum, each) => sum + each, 0);
        expect(weight / 2).toBe(graph.ties.kind.length);
        expect(at(graph.tieOffsets, graph.size)).toBe(graph.ties.kind.length);
        expect(inner).toBeGreaterThanOrEqual(0);
        for (const [a, b] of pairsOf(graph)) {
          expect(edgeBetween(graph, a, b)).toBe(edgeBetween(graph, b, a));
          expect(neighboursOf(graph, a).includes(b)).toBe(edgeBetween(graph, a, b) !== null);
        }
      }),
    );
  });
});

describe('neighbourhoods and paths', () => {
  test('have the distances that the library finds, in both directions', () => {
    fc.assert(
      fc.property(graphs, fc.integer({ min: 1, max: 4 }), (graph, depth) => {
        const library = toGraphology(graph);
        const all = nodesOf(graph).map((node) => distancesFrom(graph, node));
        for (const [a, b] of pairsOf(graph)) {
          const path: string[] | null = shortestPath.bidirectional(library, String(a), String(b));
          const distance = path === null ? -1 : path.length - 1;
          expect(at(all[a] as Int32Array, b)).toBe(distance);
          expect(at(all[b] as Int32Array, a)).toBe(distance);
          const near = at(distancesFrom(graph, a, { depth }), b);
          expect(near).toBe(distance <= depth ? distance : -1);
        }
      }),
    );
  });

  test('are all shortest paths, each once, along edges', () => {
    fc.assert(
      fc.property(graphs, fc.boolean(), (graph, weighted) => {
        const library = toGraphology(graph);
        const length = (a: number, b: number) =>
          weighted ? 1 / weightAt(graph.weights, edgeBetween(graph, a, b) as number) : 1;
        for (const [a, b] of pairsOf(graph)) {
          const shortest = new ShortestPaths(graph, a, b, weighted);
          const paths = shortest.list(10_000);
          expect(shortest.count()).toBe(paths.length);
          expect(new Set(paths.map(String)).size).toBe(paths.length);
          // The library's types leave out that it may find none.
          const best = shortestPath.dijkstra.bidirectional(
            library,
            String(a),
            String(b),
            (_edge, { weight }) => (weighted ? 1 / (weight as number) : 1),
          ) as string[] | null;
          expect(shortest.distance === null).toBe(best === null);
          const lengthOf = (path: readonly number[]) =>
            path
              .slice(1)
              .reduce((sum, node, index) => sum + length(path[index] as number, node), 0);
          for (const path of paths) {
            expect([path.at(0), path.at(-1)]).toEqual([a, b]);
            expect(lengthOf(path)).toBeCloseTo(shortest.distance ?? -1, 9);
          }
          if (best !== null) {
            expect(lengthOf(best.map(Number))).toBeCloseTo(shortest.distance ?? -1, 9);
            expect(paths.map(String)).toContain(best.map(Number).join());
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('are counted even beyond 32 bits', () => {
    expect(new ShortestPaths(GRID, 0, 399, false).count()).toBe(35_345_263_800);
  });

  test('lead from each node exactly to the other nodes of its component', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { labels, sizes } = componentsOf(graph);
        for (const [a, b] of pairsOf(graph)) {
          expect(at(labels, a) === at(labels, b)).toBe(at(distancesFrom(graph, a), b) !== -1);
        }
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(graph.order);
        expect([...sizes].sort((left, right) => right - left)).toEqual(sizes);
      }),
    );
  });
});

describe('metrics', () => {
  test('betweenness equals that of the library', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const theirs = centrality.betweenness(toGraphology(graph), { getEdgeWeight: null });
        const { betweenness } = distancesOf(graph, null);
        for (const node of nodesOf(graph)) {
          expect(weightAt(betweenness, node)).toBeCloseTo(theirs[node] ?? -1, 9);
        }
      }),
    );
  });

  test('betweenness adds up to the number of inner nodes on shortest paths, also on a grid', () => {
    const { betweenness } = distancesOf(GRID, null);
    const between = nodesOf(GRID)
      .flatMap((node) => [...distancesFrom(GRID, node)])
      .reduce((sum, distance) => sum + Math.max(distance - 1, 0), 0);
    const sum = betweenness.reduce((total, share) => total + share, 0);
    expect(sum * 399 * 398).toBeCloseTo(between, 3);
  });

  test('closeness is the fraction of reached nodes divided by the mean distance', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { closeness } = distancesOf(graph, null);
        for (const node of nodesOf(graph)) {
          const reached = [...distancesFrom(graph, node)].filter((distance) => distance > 0);
          const sum = reached.reduce((total, distance) => total + distance, 0);
          const expected =
            sum === 0 ? 0 : (reached.length / (graph.order - 1)) * (reached.length / sum);
          expect(weightAt(closeness, node)).toBeCloseTo(expected, 9);
        }
      }),
    );
  });

  test('the core number equals that of removing nodes with few neighbors', () => {
    const peeled = (graph: Graph, least: number): Set<number> => {
      const left = new Set(nodesOf(graph));
      const degree = (node: number) =>
        neighboursOf(graph, node).filter((each) => left.has(each)).length;
      for (;;) {
        const weak = [...left].filter((node) => degree(node) < least);
        if (weak.length === 0) return left;
        for (const node of weak) left.delete(node);
      }
    };
    fc.assert(
      fc.property(graphs, (graph) => {
        const cores = coreNumbers(graph);
        for (let least = 0; least < 6; least += 1) {
          const expected = nodesOf(graph).filter((node) => at(cores, node) >= least);
          expect([...peeled(graph, least)]).toEqual(expected);
        }
      }),
    );
  });

  test('clustering is the fraction of neighbor pairs that have an edge', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const shares = nodesOf(graph).map((node) => {
          const own = neighboursOf(graph, node);
          if (own.length < 2) return 0;
          const closed = own.flatMap((a) =>
            own.filter((b) => a < b && edgeBetween(graph, a, b) !== null),
          );
          return (2 * closed.length) / (own.length * (own.length - 1));
        });
        const mean = shares.reduce((sum, share) => sum + share, 0) / graph.order;
        expect(structureOf(graph, []).averageClustering).toBeCloseTo(mean, 9);
      }),
    );
  });

  test('assortativity is 1 if all edges are within categories, and lower otherwise', () => {
    const day = [0, 99999999] as const;
    const two = graphOf(4, [
      [0, 1, ...day],
      [2, 3, ...day],
    ]);
    const three = graphOf(4, [
      [0, 1, ...day],
      [2, 3, ...day],
      [1, 2, ...day],
    ]);
    const categories = {
      offsets: Int32Array.of(0, 1, 2, 3, 4),
      items: Int32Array.of(0, 0, 1, 1),
    };
    expect(structureOf(two, [categories]).assortativity).toEqual([1]);
    // Two thirds within, and by chance a half.
    expect(structureOf(three, [categories]).assortativity[0]).toBeCloseTo((2 / 3 - 0.5) / 0.5, 9);
  });
});

describe('suggestions', () => {
  test('are the pairs without an edge that share neighbors, for each measure', () => {
    const measures = {
      COMMON_NEIGHBOURS: (_graph: Graph, _a: number, _b: number, common: number[]) => common.length,
      ADAMIC_ADAR: (graph: Graph, _a: number, _b: number, common: number[]) =>
        common.reduce((sum, node) => sum + 1 / Math.log(degreeOf(graph, node)), 0),
      JACCARD: (graph: Graph, a: number, b: number, common: number[]) =>
        common.length / new Set([...neighboursOf(graph, a), ...neighboursOf(graph, b)]).size,
    } as const;
    fc.assert(
      fc.property(
        graphs,
        fc.constantFrom('COMMON_NEIGHBOURS' as const, 'ADAMIC_ADAR' as const, 'JACCARD' as const),
        (graph, measure) => {
          const expected = pairsOf(graph).flatMap(([a, b]) => {
            const common = neighboursOf(graph, a).filter((node) =>
              neighboursOf(graph, b).includes(node),
            );
            if (a >= b || common.length === 0 || edgeBetween(graph, a, b) !== null) return [];
            return [{ a, b, score: measures[measure](graph, a, b, common) }];
          });
          const all = { measure, node: null, among: null, pairs: null };
          const found = suggestionsOf(graph, { ...all, limit: 1000 });
          const keyed = (list: readonly { a: number; b: number; score: number }[]) =>
            new Map(list.map(({ a, b, score }) => [`${a} ${b}`, score.toFixed(9)]));
          expect(keyed(found)).toEqual(new Map([...keyed(expected)]));
          const scores = found.map(({ score }) => score);
          expect([...scores].sort((left, right) => right - left)).toEqual(scores);
          expect(suggestionsOf(graph, { ...all, limit: 2 })).toEqual(found.slice(0, 2));
        },
      ),
    );
  });
});

describe('a history', () => {
  test('is the network on each of its days', () => {
    const days = [20091231, 20111231, 20131231, 20141231];
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 10 }).chain((order) => fc.tuple(fc.constant(order), ties(order))),
        ([order, list]) => {
          const options = { days, includesUndated: true, isolates: true };
          const moments = historyOf(graphOf(order, list), options);
          let before = new Set<string>();
          for (const [index, day] of days.entries()) {
            const there = list.filter(([a, b, from, to]) => a !== b && from <= day && to >= day);
            const graph = graphOf(order, there);
            const active = nodesOf(graph).filter((node) => degreeOf(graph, node) > 0).length;
            const now = new Set(there.map(([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`));
            expect(moments[index]).toMatchObject({
              day,
              nodeCount: active,
              edgeCount: graph.size,
              componentCount: componentsOf(graph).sizes.length - (order - active),
              addedCount: [...now].filter((edge) => !before.has(edge)).length,
              endedCount: [...before].filter((edge) => !now.has(edge)).length,
            });
            before = now;
          }
        },
      ),
    );
  });
});
