import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { removeDataSetFolders } from './support/data-set-folder.js';
import {
  FLORENTINE_FAMILIES,
  KARATE_CLUB,
  LES_MISERABLES,
  storeGraph,
  type KnownEdge,
} from './support/known-graphs.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

const FIGURES = /* GraphQL */ `
  query ($first: Int!) {
    network(first: $first) {
      graph {
        nodeCount
        edgeCount
        tieCount
      }
      methods {
        metric
        isExact
        sampleSize
      }
      stats {
        density
        averageDegree
        componentCount
        averageClustering
        degrees {
          size
          count
        }
      }
      modularity
      communities {
        name
        nodeCount
        central {
          name
          pageRank
        }
        members(first: 100) {
          pageRank
          community {
            number
          }
        }
      }
      nodes {
        name
        degree
        weightedDegree
        betweenness
        closeness
        pageRank
        coreNumber
        component
      }
      edges {
        weight
      }
      cut {
        nodeCount
        edgeCount
      }
    }
  }
`;

interface Node {
  readonly name: string;
  readonly degree: number;
  readonly weightedDegree: number;
  readonly betweenness: number;
  readonly closeness: number;
  readonly pageRank: number;
  readonly coreNumber: number;
}

let platform: TestPlatform;
beforeEach(async () => {
  platform = await openTestPlatform('EMPTY');
});
afterEach(() => platform.close());
afterAll(removeDataSetFolders);

async function figuresOf(edges: readonly KnownEdge[], first: number) {
  await storeGraph(platform.database, edges);
  const { data } = await platform.succeed(FIGURES, { first });
  const nodes: readonly Node[] = data.network.nodes;
  const node = (name: string) => {
    const found = nodes.find((each) => each.name === name);
    if (found === undefined) throw new Error(`${name} is not there.`);
    return found;
  };
  return { ...data.network, nodes, node };
}

/** What communities have to do with their members, whatever the graph. */
function expectSoundCommunities({
  communities,
  nodes,
}: {
  communities: {
    name: string;
    nodeCount: number;
    central: { name: string; pageRank: number };
    members: { pageRank: number; community: { number: number } }[];
  }[];
  nodes: readonly Node[];
}) {
  expect(communities.reduce((sum, { nodeCount }) => sum + nodeCount, 0)).toBe(nodes.length);
  for (const [index, { name, nodeCount, central, members }] of communities.entries()) {
    expect(members).toHaveLength(nodeCount);
    expect(new Set(members.map(({ community }) => community.number))).toEqual(new Set([index + 1]));
    expect(central.pageRank).toBe(Math.max(...members.map(({ pageRank }) => pageRank)));
    expect(name).toBe(central.name);
  }
}

describe("Zachary's karate club has its published figures", () => {
  test('in every metric', async () => {
    const club = await figuresOf(KARATE_CLUB, 34);

    expect(club.graph).toEqual({ nodeCount: 34, edgeCount: 78, tieCount: 78 });
    expect(club.stats.density).toBeCloseTo(0.13903743, 8);
    expect(club.stats.averageDegree).toBeCloseTo(4.58823529, 8);
    expect(club.stats.averageClustering).toBeCloseTo(0.57063848, 8);
    expect(club.stats.componentCount).toBe(1);
    expect(club.stats.degrees).toContainEqual({ size: 17, count: 1 });
    expect(club.methods).toContainEqual({ metric: 'BETWEENNESS', isExact: true, sampleSize: null });
    // The instructor and the administrator, 1 and 34 in the paper, and who is between them.
    expect(club.node('n-0').betweenness).toBeCloseTo(0.43763528, 8);
    expect(club.node('n-33').betweenness).toBeCloseTo(0.30407498, 8);
    expect(club.node('n-32').betweenness).toBeCloseTo(0.14524711, 8);
    expect(club.node('n-0').closeness).toBeCloseTo(0.56896552, 8);
    expect(club.node('n-33').closeness).toBeCloseTo(0.55, 8);
    expect(club.node('n-33').pageRank).toBeCloseTo(0.10091918, 5);
    expect(club.node('n-0').pageRank).toBeCloseTo(0.09699729, 5);
    expect(club.nodes.filter(({ coreNumber }: Node) => coreNumber === 4)).toHaveLength(10);
    // The best that there is has 0.41979.
    expect(club.modularity).toBeGreaterThan(0.41);
    expect(club.modularity).toBeLessThan(0.4198);
    expectSoundCommunities(club);
  });
});

describe('the Florentine families have their published figures', () => {
  test('the Medici are the brokers', async () => {
    const families = await figuresOf(FLORENTINE_FAMILIES, 15);

    expect(families.graph).toEqual({ nodeCount: 15, edgeCount: 20, tieCount: 20 });
    expect(families.stats.averageClustering).toBeCloseTo(0.16, 8);
    expect(families.stats.density).toBeCloseTo(0.19047619, 8);
    expect(families.node('n-medici').betweenness).toBeCloseTo(0.52197802, 8);
    expect(families.node('n-guadagni').betweenness).toBeCloseTo(0.25457875, 8);
    expect(families.node('n-albizzi').betweenness).toBeCloseTo(0.21245421, 8);
    expect(families.node('n-medici').closeness).toBeCloseTo(0.56, 8);
    const { data } = await platform.succeed(
      '{ network { brokers(first: 3) { rank node { name } } } }',
    );
    expect(data.network.brokers).toEqual([
      { rank: 1, node: { name: 'n-medici' } },
      { rank: 2, node: { name: 'n-guadagni' } },
      { rank: 3, node: { name: 'n-albizzi' } },
    ]);
    expectSoundCommunities(families);
  });
});

describe('Les Misérables has its published figures', () => {
  test('with the chapters as weights', async () => {
    const book = await figuresOf(LES_MISERABLES, 77);

    expect(book.graph).toEqual({ nodeCount: 77, edgeCount: 254, tieCount: 820 });
    expect(book.stats.averageClustering).toBeCloseTo(0.57313674, 6);
    expect(book.node('n-valjean').degree).toBe(36);
    expect(book.node('n-valjean').weightedDegree).toBe(158);
    expect(book.node('n-valjean').betweenness).toBeCloseTo(0.56998905, 8);
    expect(book.node('n-myriel').betweenness).toBeCloseTo(0.17684211, 8);
    expect(book.node('n-gavroche').betweenness).toBeCloseTo(0.1651125, 7);
    expect(book.node('n-valjean').closeness).toBeCloseTo(0.6440678, 7);
    expect(book.modularity).toBeGreaterThan(0.55);
    expect(
      book.edges.reduce((sum: number, { weight }: { weight: number }) => sum + weight, 0),
    ).toBe(820);
    expect(book.cut).toEqual({ nodeCount: 0, edgeCount: 0 });
    expectSoundCommunities(book);
  });
});
