import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { degreeOf, type Graph } from '../src/network/graph.js';
import { at } from '../src/network/shared-arrays.js';
import { GraphBuilder } from './support/graph-builder.js';
import { momentsBetween } from '../src/domain/calendar.js';
import { communitiesOf } from '../src/network/measures/communities.js';
import { weakPointsOf } from '../src/network/measures/connectivity.js';
import { density } from '../src/network/measures/density.js';
import { extentOf } from '../src/network/measures/eccentricity.js';
import { historyOf } from '../src/network/measures/history.js';
import { degreeAssortativity } from '../src/network/measures/structure.js';
import { MAX_DEGREE_OF_REASON, suggestionsOf } from '../src/network/measures/suggest.js';
import { componentsOf, distancesFrom } from '../src/network/measures/traverse.js';
import { transitivity } from '../src/network/measures/triangles.js';
import { byKind } from '../src/network/tie-kinds.js';
import {
  edgesOf,
  graphFrom,
  nodesOf,
  weightedGraphs,
  type WeightedEdge,
} from './support/measured-graphs.js';

const graphs = weightedGraphs();
const componentCount = (graph: Graph) => componentsOf(graph).sizes.length;

/** A path with as many nodes as a large network has. */
const LONG_PATH = graphFrom(
  100_000,
  Array.from({ length: 99_999 }, (_, node) => [node, node + 1, 1] as const),
);

describe('bridges and articulation points', () => {
  test('are those whose removal leaves more components', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const edges = edgesOf(graph);
        const bridges = edges.flatMap((_, edge) => {
          const rest = graphFrom(graph.order, edges.toSpliced(edge, 1));
          return componentCount(rest) > componentCount(graph) ? [edge] : [];
        });
        const points = nodesOf(graph).filter((node) => {
          const rest = edges.filter(([a, b]) => a !== node && b !== node);
          // The removed node is left as a component of its own.
          const isolated = degreeOf(graph, node) === 0 ? 0 : 1;
          return componentCount(graphFrom(graph.order, rest)) - isolated > componentCount(graph);
        });
        const found = weakPointsOf(graph);
        expect([...found.bridges]).toEqual(bridges);
        expect([...found.articulationPoints]).toEqual(points);
      }),
    );
  });

  test('of a long path are all its edges and inner nodes', () => {
    const { bridges, articulationPoints } = weakPointsOf(LONG_PATH);
    expect(bridges).toHaveLength(99_999);
    expect(articulationPoints).toHaveLength(99_998);
  });
});

describe('diameter and radius', () => {
  test('are those of the distances in the largest component', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { labels, sizes } = componentsOf(graph);
        const longest = nodesOf(graph)
          .filter((node) => at(labels, node) === 0)
          .map((node) => Math.max(...distancesFrom(graph, node)));
        expect(extentOf(graph)).toEqual({
          diameter: Math.max(...longest),
          radius: Math.min(...longest),
          isExact: true,
          nodeCount: sizes[0],
        });
      }),
    );
  });

  test('are bounds if the step limit is reached', () => {
    fc.assert(
      fc.property(weightedGraphs({ order: { min: 8, max: 30 } }), (graph) => {
        const exact = extentOf(graph);
        const limited = extentOf(graph, 1);
        expect(limited?.diameter).toBeLessThanOrEqual(exact?.diameter ?? -1);
        expect(limited?.radius).toBeGreaterThanOrEqual(exact?.radius ?? 99);
        if (limited?.isExact === true) expect(limited).toEqual(exact);
      }),
    );
    expect(extentOf(LONG_PATH, 1_000_000)).toMatchObject({ diameter: 99_999, nodeCount: 100_000 });
    const ring = graphFrom(
      50,
      Array.from({ length: 50 }, (_, node) => [node, (node + 1) % 50, 1] as const),
    );
    expect(extentOf(ring)).toMatchObject({ diameter: 25, radius: 25, isExact: true });
    expect(extentOf(ring, 1)).toMatchObject({ diameter: 25, radius: 25, isExact: false });
  });

  test('of nodes without edges are 0', () => {
    expect(extentOf(graphFrom(0, []))).toBeNull();
    expect(extentOf(graphFrom(2, []))).toEqual({
      diameter: 0,
      radius: 0,
      isExact: true,
      nodeCount: 1,
    });
  });
});

describe('transitivity and degree assortativity', () => {
  test('follow their definitions', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const has = new Set(edgesOf(graph).flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
        let [closed, pairs] = [0, 0];
        for (const node of nodesOf(graph)) {
          const own = nodesOf(graph).filter((other) => has.has(`${node} ${other}`));
          for (const a of own) {
            for (const b of own) {
              if (a === b) continue;
              pairs += 1;
              if (has.has(`${a} ${b}`)) closed += 1;
            }
          }
        }
        if (pairs === 0) expect(transitivity(graph)).toBeNull();
        else expect(transitivity(graph)).toBeCloseTo(closed / pairs, 12);

        const ends = edgesOf(graph).flatMap(([a, b]) => [
          [degreeOf(graph, a), degreeOf(graph, b)] as const,
          [degreeOf(graph, b), degreeOf(graph, a)] as const,
        ]);
        const mean = ends.reduce((sum, [x]) => sum + x, 0) / ends.length;
        const covariance = ends.reduce((sum, [x, y]) => sum + (x - mean) * (y - mean), 0);
        const variance = ends.reduce((sum, [x]) => sum + (x - mean) ** 2, 0);
        if (ends.length === 0 || variance < 1e-9) expect(degreeAssortativity(graph)).toBeNull();
        else expect(degreeAssortativity(graph)).toBeCloseTo(covariance / variance, 9);
      }),
    );
  });
});

describe('a suggestion', () => {
  /** Nodes 0 and 1 have the neighbors 2 and 3; node 3 is a hub, and so is 4, a neighbor of node 1 if so requested. */
  const withHubs = (isOther: boolean) => {
    const edges: WeightedEdge[] = [
      [0, 2, 1],
      [1, 2, 1],
      [0, 3, 1],
      [1, 3, 1],
    ];
    if (isOther) edges.push([1, 4, 1]);
    for (let leaf = 0; leaf < MAX_DEGREE_OF_REASON; leaf += 1) {
      edges.push([3, 10 + leaf, 1], [4, 1000 + leaf, 1]);
    }
    return graphFrom(1400, edges);
  };
  const between = (graph: Graph, measure: 'JACCARD' | 'COMMON_NEIGHBOURS') =>
    suggestionsOf(graph, { measure, limit: 10, node: 0, among: null, pairs: null })[0];

  test('leaves hubs out of the common neighbors and of all neighbors', () => {
    expect(between(withHubs(false), 'JACCARD')).toEqual({
      a: 0,
      b: 1,
      score: 1,
      common: 1,
      ignored: 1,
    });
    expect(between(withHubs(true), 'JACCARD')).toMatchObject({ score: 1, ignored: 2 });
    expect(between(withHubs(true), 'COMMON_NEIGHBOURS')).toMatchObject({ score: 1, ignored: 2 });
  });
});

describe('a history', () => {
  const [NO_START, NO_END] = [0, 99999999];
  const builder = new GraphBuilder(
    6,
    byKind((kind) => (kind === 'PARTNERSHIP' ? 3 : 1)),
  );
  // A triangle, where one edge has two ties of different kinds, and an edge that ends.
  builder.add(0, 1, 0, 0, NO_START, NO_END);
  builder.add(0, 1, 1, 1, 20100101, NO_END);
  builder.add(1, 2, 0, 2, NO_START, NO_END);
  builder.add(0, 2, 0, 3, NO_START, 99991231);
  builder.add(3, 4, 0, 4, NO_START, 20111231);
  const graph = builder.build();

  test('says how many edges are there only through ties without a date', () => {
    const days = [20091231, 20101231, 20121231];
    const undated = (includesUndated: boolean) =>
      historyOf(graph, { days, includesUndated, isolates: false }).map(
        ({ edgeCount, undatedEdges }) => [edgeCount, undatedEdges],
      );
    expect(undated(true)).toEqual([
      [4, 4],
      [4, 3],
      [3, 2],
    ]);
    expect(undated(false)).toEqual([
      [0, 4],
      [1, 3],
      [1, 2],
    ]);
  });

  test('has the density of the nodes that are counted', () => {
    const on = { days: [20101231], includesUndated: true };
    const [all] = historyOf(graph, { ...on, isolates: true });
    expect(all).toMatchObject({ nodeCount: 5, componentCount: 2, density: density(6, 4) });
    const [connected] = historyOf(graph, { ...on, isolates: false });
    expect(connected).toMatchObject({ nodeCount: 5, componentCount: 2, density: density(5, 4) });
    expect(density(5, 4)).toBeCloseTo(0.4, 12);
    expect(density(1, 0)).toBeNull();
  });

  test('has metrics of each moment', () => {
    const days = [20091231, 20101231, 20121231];
    const all = { days, includesUndated: true, isolates: false };
    const [before, during, after] = historyOf(graph, {
      ...all,
      metrics: ['TRANSITIVITY', 'MODULARITY'],
    });
    expect(before).toMatchObject({ averageDegree: 8 / 5, largestComponent: 3, transitivity: 1 });
    expect(after).toMatchObject({ averageDegree: 6 / 3, largestComponent: 3, transitivity: 1 });
    // Two components of 3 and 1 of 4 edges: 1 - (6/8)² - (2/8)².
    expect(before?.modularity).toBeCloseTo(1 - 36 / 64 - 4 / 64, 12);
    // The tie of the second kind adds 3 to one edge.
    expect(during?.modularity).toBeCloseTo(1 - (12 / 14) ** 2 - (2 / 14) ** 2, 12);
    expect(after?.modularity).toBeCloseTo(0, 12);
    const [plain] = historyOf(graph, all);
    expect(plain).toMatchObject({ transitivity: null, modularity: null });
  });

  test('has the metrics that the network of the day has', () => {
    const period = fc.constantFrom([0, 99999999], [20100101, 20121231], [20120101, 99999999]);
    const ties = fc.array(fc.tuple(fc.nat(8), fc.nat(8), fc.nat(2), period), { maxLength: 25 });
    fc.assert(
      fc.property(ties, fc.constantFrom(20091231, 20121231, 20131231), (list, day) => {
        const build = (chosen: typeof list) => {
          const made = new GraphBuilder(
            9,
            byKind(() => 1),
          );
          for (const [a, b, kind, [from = 0, to = 0]] of chosen) made.add(a, b, kind, 0, from, to);
          return made.build();
        };
        const there = build(list.filter(([, , , [from = 0, to = 0]]) => from <= day && to >= day));
        const [moment] = historyOf(build(list), {
          days: [day],
          includesUndated: true,
          isolates: true,
          metrics: ['TRANSITIVITY', 'MODULARITY'],
        });
        const { sizes } = componentsOf(there);
        expect(moment).toMatchObject({
          edgeCount: there.size,
          componentCount: sizes.filter((size) => size > 1).length,
          largestComponent: sizes[0],
          averageDegree: (2 * there.size) / 9,
          density: density(9, there.size),
          transitivity: transitivity(there),
          modularity: communitiesOf(there, { runs: 1 }).modularity,
        });
      }),
    );
  });
});

describe('the moments between two days', () => {
  test('are the last days of months, in leap years too', () => {
    expect(momentsBetween(20111215, 20120401, 'MONTH')).toEqual([
      20111231, 20120131, 20120229, 20120331, 20120401,
    ]);
    expect(momentsBetween(19000131, 19000301, 'MONTH')).toEqual([19000131, 19000228, 19000301]);
    expect(momentsBetween(20000201, 20000229, 'MONTH')).toEqual([20000229]);
  });

  test('are the last days of years and quarters', () => {
    expect(momentsBetween(20110101, 20121231, 'YEAR')).toEqual([20111231, 20121231]);
    expect(momentsBetween(20110331, 20110801, 'QUARTER')).toEqual([20110331, 20110630, 20110801]);
  });

  test('of each step are among those of the next smaller one', () => {
    const days = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(days, ([year, years]) => {
        const range = [year * 10_000 + 101, Math.min(year + years, 9999) * 10_000 + 1231] as const;
        const [yearly, quarterly, monthly] = (['YEAR', 'QUARTER', 'MONTH'] as const).map((step) =>
          momentsBetween(...range, step),
        );
        expect(quarterly).toEqual(expect.arrayContaining(yearly ?? []));
        expect(monthly).toEqual(expect.arrayContaining(quarterly ?? []));
        expect(monthly).toHaveLength(12 * (yearly?.length ?? 0));
      }),
    );
  });
});
