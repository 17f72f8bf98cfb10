import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { UndirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { removeDataSetFolders } from './support/data-set-folder.js';
import { unzipped } from './support/import-files.js';
import { storeSmallNetwork } from './support/small-network.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

const SELECTION = 'ties=MEMBERSHIP,PARTNERSHIP&metrics=betweenness,pageRank,community';

let platform: TestPlatform;
/** What the API says of the network that is exported. */
let nodes: ReadonlyMap<
  string,
  { name: string; kind: string; pageRank: number; community: { name: string } }
>;
let edges: ReadonlyMap<string, number>;
beforeAll(async () => {
  platform = await openTestPlatform('EMPTY');
  await storeSmallNetwork(platform.database);
  const { data } = await platform.succeed(
    `{ network(ties: [MEMBERSHIP, PARTNERSHIP]) { nodes { key name kind pageRank community { name } } edges { fromKey toKey weight } } }`,
  );
  nodes = new Map(data.network.nodes.map((node: { key: string }) => [node.key, node]));
  edges = new Map(
    data.network.edges.map(
      ({ fromKey, toKey, weight }: { fromKey: string; toKey: string; weight: number }) => [
        key(fromKey, toKey),
        weight,
      ],
    ),
  );
});
afterAll(async () => {
  await platform.close();
  removeDataSetFolders();
});

const key = (from: string, to: string) => [from, to].sort().join(' ');

async function fetched(format: string, query = SELECTION): Promise<Response> {
  return fetch(`${platform.url}/export/network.${format}?${query}`);
}

/** The same nodes with their names and figures, and the same edges with their weights. */
function expectSame(
  found: readonly { id: string; name: unknown; pageRank: unknown; communityName: unknown }[],
  links: readonly { source: string; target: string; weight: unknown }[],
): void {
  expect(new Map(found.map(({ id, name }) => [id, name]))).toEqual(
    new Map([...nodes].map(([id, { name }]) => [id, name])),
  );
  for (const { id, pageRank, communityName } of found) {
    expect(Number(pageRank)).toBeCloseTo(nodes.get(id)?.pageRank ?? -1, 12);
    expect(communityName).toBe(nodes.get(id)?.community.name);
  }
  expect(
    new Map(links.map(({ source, target, weight }) => [key(source, target), Number(weight)])),
  ).toEqual(edges);
  expect(nodes.size).toBe(8);
  expect(edges.size).toBe(9);
}

function expectSameGraph(graph: UndirectedGraph, nameOf: string): void {
  expectSame(
    graph.mapNodes((id, { [nameOf]: name, pageRank, communityName }) => ({
      id,
      name,
      pageRank,
      communityName,
    })),
    graph.mapEdges((_edge, { weight }, source, target) => ({ source, target, weight })),
  );
}

describe('a network is exported', () => {
  test('as GEXF that another library can read', async () => {
    const response = await fetched('gexf');
    const text = await response.text();
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="network.gexf"');
    expectSameGraph(gexf.parse<UndirectedGraph>(UndirectedGraph, text), 'label');
    expect(text).toContain('Licenses of the sources: CC-BY-4.0.');
    expect(text).toContain(`/export/network.gexf?${SELECTION.replaceAll('&', '&amp;')}`);
    expect(text).toContain('mode="static"');
    expect(text).not.toContain('<spell');
  });

  test('as GEXF with periods on request', async () => {
    const text = await (
      await fetched('gexf', 'ties=PARTNERSHIP&dynamic=true&asOf=2013-01-01')
    ).text();
    expect(text).toContain('mode="dynamic" timeformat="date"');
    const spells = [...text.matchAll(/<spells>(.*?)<\/spells>/g)].map(([, inner]) => inner);
    // Three nodes and three edges.
    expect(spells).toEqual(Array(6).fill('<spell start="2012-03-01" end="2014-12-31"/>'));
    const whole = await (
      await fetched('gexf', 'filter={"slug":{"in":["alpha","beta"]}}&dynamic=true')
    ).text();
    expect(whole).toContain(
      '<spells><spell start="2012-03-01" end="2014-12-31"/><spell start="2016-01-01"/></spells>',
    );
  });

  test('as GraphML that another library can read', async () => {
    expectSameGraph(
      graphml.parse<UndirectedGraph>(UndirectedGraph, await (await fetched('graphml')).text()),
      'label',
    );
  });

  test('as node-link JSON', async () => {
    const {
      graph,
      nodes: found,
      links,
      directed,
    } = await (await fetched('json', `${SELECTION}&asOf=2017-01-01`)).json();
    expect(graph).toMatchObject({ asOf: '2017-01-01', licences: ['CC-BY-4.0'] });
    expect(graph.methods).toHaveLength(2);
    expect(directed).toBe(false);
    expect(found).toHaveLength(8);
    expect(links).toContainEqual(
      expect.objectContaining({
        weight: 1,
        ties: 1,
        kinds: 'PARTNERSHIP',
        since: '2016',
        until: null,
      }),
    );
    const all = await (await fetched('json')).json();
    expectSame(all.nodes, all.links);
  });

  test('as Cytoscape JSON', async () => {
    const { elements } = await (await fetched('cyjs')).json();
    const data = ({ data: inner }: { data: never }) => inner;
    expectSame(elements.nodes.map(data), elements.edges.map(data));
  });

  test('as two CSV tables with their metadata', async () => {
    const bytes = async () => Buffer.from(await (await fetched('csv.zip')).arrayBuffer());
    const files = await unzipped(await bytes());
    const found = table(files['nodes.csv']);
    expectSame(
      found.map(({ Id = '', Label, ...more }) => ({
        id: Id,
        name: Label,
        pageRank: more.pageRank,
        communityName: more.communityName,
      })),
      table(files['edges.csv']).map(({ Source = '', Target = '', Weight }) => ({
        source: Source,
        target: Target,
        weight: Weight,
      })),
    );
    const about = JSON.parse(files['datapackage.json'] ?? '');
    expect(about).toMatchObject({
      licenses: [{ title: 'CC-BY-4.0' }],
      version: expect.any(String),
    });
    expect(about.resources[0].schema.fields.map(({ name }: { name: string }) => name)).toEqual(
      Object.keys(found[0] ?? {}),
    );
    expect(await bytes()).toEqual(await bytes());
  });

  test.each([
    ['=1+1', `'=1+1`],
    ['+1', `'+1`],
    ['-1+1', `'-1+1`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['\t=1', `'\t=1`],
    ['\r=1', `'\r=1`],
    [`'=1`, `''=1`],
    ['a\nb', 'a\nb'],
    ['-12.5', '-12.5'],
  ])('as CSV in which the name %j is no formula', async (name, written) => {
    const rename = `UPDATE organization SET name = $1 WHERE slug = 'alone'`;
    await platform.database.dataSource.query(rename, [name]);
    try {
      const archive = Buffer.from(await (await fetched('csv.zip')).arrayBuffer());
      const rows = table((await unzipped(archive))['nodes.csv']);
      expect(rows).toHaveLength(8);
      expect(rows.find(({ slug }) => slug === 'alone')).toMatchObject({ Label: written });
    } finally {
      await platform.database.dataSource.query(rename, ['alone']);
    }
  });

  test('with the same levels and filters as the API', async () => {
    const sectors = await (await fetched('json', 'level=SECTOR&isolates=false')).json();
    expect(sectors.nodes.map(({ name }: { name: string }) => name).sort()).toEqual([
      'Information',
      'Manufacturing',
    ]);
    const some = await (
      await fetched(
        'json',
        'filter={"type":{"eq":"CLUSTER"},"region":{"eq":"RS12"}}&weights=MEMBERSHIP:3',
      )
    ).json();
    expect(some.nodes.map(({ slug }: { slug: string }) => slug)).toEqual(['alpha']);
  });

  test.each([
    ['xlsx', '', 404, 'NOT_FOUND'],
    ['gexf', 'colour=red', 400, 'BAD_USER_INPUT'],
    ['gexf', 'ties=FRIENDSHIP', 400, 'BAD_USER_INPUT'],
    ['gexf', 'asOf=yesterday', 400, 'BAD_USER_INPUT'],
    ['gexf', 'metrics=beauty', 400, 'BAD_USER_INPUT'],
    ['gexf', 'weights=MEMBERSHIP', 400, 'BAD_USER_INPUT'],
    ['gexf', 'regionLevel=9', 400, 'BAD_USER_INPUT'],
    ['gexf', 'dynamic=maybe', 400, 'BAD_USER_INPUT'],
    ['gexf', 'filter={"type":"CLUSTER"}', 400, 'BAD_USER_INPUT'],
    ['gexf', 'filter={"region":{"eq":"Serbia"}}', 400, 'BAD_USER_INPUT'],
    ['gexf', 'filter={', 400, 'BAD_USER_INPUT'],
  ])('but not for %s?%s', async (format, query, status, code) => {
    const response = await fetched(format, query);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({
      errors: [{ message: expect.stringMatching(/[.?]$/), extensions: { code } }],
    });
  });
});

const table = (text = ''): Record<string, string>[] => parse(text, { columns: true, bom: true });
