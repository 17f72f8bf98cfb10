import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import { costOf } from '../src/operation/cost.js';
import { ListText, ListTexts } from '../src/network/list-texts.js';
import { schema } from './support/schema.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

/**
 * Long lists of a network are written as JSON by a worker, unless the selection needs something besides the network.
 * So each selection is compared with the same one and an entry `extra` that needs the database.
 */
let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('SYNTHETIC', { cost: 100_000_000 });
});
afterAll(() => platform.close());

const NODE_FIELDS = `key name kind organizationCount degree inDegree outDegree weightedDegree innerWeight
  betweenness closeness pageRank coreNumber weightedBetweenness weightedCloseness eigenvector hub authority
  constraint effectiveSize isArticulationPoint component`;

async function textOf(query: string, variables: Readonly<Record<string, unknown>>) {
  const response = await fetch(`${platform.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return response.text();
}

/** The response without the entries `extra`. */
async function answerOf(query: string, isExtra: boolean): Promise<string> {
  const text = await textOf(`query ($extra: Boolean!) ${query}`, { extra: isExtra });
  const { data, errors } = JSON.parse(text, (key, value: unknown) =>
    key === 'extra' ? undefined : value,
  ) as { data: unknown; errors?: unknown };
  expect(errors).toBeUndefined();
  // The text has no other spaces or escapes than JSON.stringify writes.
  if (!isExtra) expect(text.startsWith(`{"data":${JSON.stringify(data)}`)).toBe(true);
  return JSON.stringify(data);
}

const EXTRA_NODE = 'extra: organization @include(if: $extra) { id }';
const EXTRA_EDGE = 'extra: ties(first: 1) @include(if: $extra) { source { id } }';

describe('a long list of a network', () => {
  test.each([
    ['nodes', `network(first: 1000) { nodes { ${EXTRA_NODE} ${NODE_FIELDS} } }`],
    [
      'nodes with their communities',
      `network(first: 1000) { nodes { ${EXTRA_NODE} name community { __typename number title: name nodeCount } } }`,
    ],
    [
      'nodes by a metric, among those with some values of others',
      `network(first: 1000) { nodes(orderBy: PAGE_RANK, where: [{ metric: DEGREE, gte: 1 }]) { ${EXTRA_NODE} key pageRank } }`,
    ],
    [
      'edges',
      `network(first: 1000) { edges { ${EXTRA_EDGE} __typename fromKey toKey isDirected weight tieCount kinds isBridge } }`,
    ],
    [
      'edges of a directed network',
      `network(first: 1000, directed: true) { edges { ${EXTRA_EDGE} fromKey toKey isDirected weight tieCount kinds } }`,
    ],
    [
      'edges with both nodes',
      `network(first: 1000) { edges { ${EXTRA_EDGE} from { name community { name } } to { ${NODE_FIELDS} } } }`,
    ],
    [
      'edges with their ties',
      `network(first: 1000, weightBy: FRACTIONAL) { edges { ${EXTRA_EDGE} weight ties(first: 2) { kind since until periods { since until } } } }`,
    ],
    [
      'fragments, aliases, conditions, and fields that are selected twice',
      `network(first: 1000) {
        edges { ${EXTRA_EDGE} ...Ends w: weight from { n: name } ... on NetworkLink @skip(if: true) { tieCount } from { key } }
        again: edges { ${EXTRA_EDGE} kinds @include(if: false) weight weight }
        nodes { ${EXTRA_NODE} kind }
      }`,
    ],
    [
      'edges around a node',
      `network { neighbourhood(node: "scan", depth: 5, first: 1000) { edges { ${EXTRA_EDGE} fromKey toKey } } }`,
    ],
  ])('has the same bytes as one that GraphQL.js completes: %s', async (_, fields) => {
    const query = `{ ${fields} } ${fields.includes('...Ends') ? 'fragment Ends on NetworkLink { to { name } toKey }' : ''}`;
    const plain = await answerOf(query, false);
    expect(plain.length).toBeGreaterThan(4000);
    expect(plain).toBe(await answerOf(query, true));
  });

  test('is left out if an error makes null of what it is in', async () => {
    const { data, errors } = await platform.ask(
      `{ network(first: 1000) { edges { weight } wrong: edges { ties(first: 0) { kind } } } }`,
    );
    expect(data).toEqual({ network: null });
    expect(errors).toMatchObject([
      { path: ['network', 'wrong', 0, 'ties'], extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  test('has no place in a response without the object that it belongs to', () => {
    const list = { text: '[{}]', tally: { count: 1, within: {} } };
    const texts = new ListTexts();
    texts.add(['network', 'edges'], list);
    expect(texts.placeIn({ network: null })).toEqual([]);
    expect(texts.placeIn(null)).toEqual([]);
    const data = { network: { edges: [], nodes: [] } };
    const [placed] = texts.placeIn(data);
    expect(placed).toMatchObject(list);
    expect(data).toEqual({ network: { edges: placed, nodes: [] } });
  });

  test('is returned beside the error of another field', async () => {
    const { data, errors } = await platform.ask<{ network: { edges: object[] } }>(
      `{ network(first: 1000) { edges { weight } communities(first: 0) { number } } }`,
    );
    expect(errors).toMatchObject([
      { path: ['network', 'communities'], extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(data.network).toMatchObject({ communities: null });
    expect(data.network.edges.length).toBeGreaterThan(100);
  });

  test('has the cost of its entries', () => {
    const document = parse(
      `{ network(first: 1000) { edges { isBridge weight from { name community { name } } ties(first: 3) { kind periods { since } } } } }`,
    );
    const operation = getOperationAST(document);
    if (operation == null) throw new Error('The document has no operation.');
    const cost = costOf(schema, document, operation, {});
    const tie = { kind: 'SEAT', periods: [{ since: null }] };
    const edge = (...ties: object[]) => ({
      isBridge: true,
      weight: 1,
      from: { name: 'A', community: { name: 'A' } },
      ties,
    });
    const edges = [edge(tie), edge(tie, tie, tie), edge()];
    const text = new ListText({
      text: JSON.stringify(edges),
      tally: {
        count: 3,
        within: {
          from: { count: 3, within: { community: { count: 3, within: {} } } },
          ties: { count: 4, within: { periods: { count: 4, within: {} } } },
        },
      },
    });
    expect(cost.actual({ network: { edges: text } })).toBe(cost.actual({ network: { edges } }));
    expect(cost.actual({ network: { edges: text } })).toBeGreaterThan(
      cost.actual({ network: { edges: [] } }),
    );
  });
});
