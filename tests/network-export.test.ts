import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { UndirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { removeDataSetFolders } from './support/data-set-folder.js';
import { unzipped } from './support/import-files.js';
import { storeSmallNetwork } from './support/small-network.js';
import { schema } from './support/schema.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';
import {
  freshDatabase,
  openWorkplace,
  type FreshDatabase,
  type Workplace,
} from './support/workplace.js';

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

describe('the command line', () => {
  let workplace: Workplace;
  let database: FreshDatabase;
  beforeAll(async () => {
    workplace = openWorkplace();
    database = await freshDatabase(workplace, 'FOUNDING');
  });
  afterAll(async () => {
    await database.drop();
    await workplace.close();
  });

  test('writes a network to a file or standard output', async () => {
    const words = [
      'export-network',
      '--format',
      'graphml',
      '--ties',
      'PARTNERSHIP',
      '--as-of',
      '2014-01-01',
      '--metrics',
      'coreNumber',
    ];
    const { stdout, code } = await workplace.run(words, database.settings);
    expect(code).toBe(0);
    const graph = graphml.parse(UndirectedGraph, stdout);
    expect(graph.size).toBeGreaterThan(10);
    expect(stdout).toContain(
      'scan-graph export-network --format graphml --ties PARTNERSHIP --as-of 2014-01-01',
    );
    const older = await workplace.run(
      ['export-network', '--format', 'gexf', '--version', '1.2', '--dynamic', 'true'],
      database.settings,
    );
    expect(older.code).toBe(0);
    expect(older.stdout).toContain('version="1.2"');
    expect(older.stdout).toContain('--version 1.2 --dynamic true');
    const file = join(workplace.folder, 'network.xml');
    const written = await workplace.run([...words, '--output', file], database.settings);
    expect(written).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(file, 'utf8')).toBe(stdout);
  });

  test('has an option for each argument of a network in the API', async () => {
    const { stdout } = await workplace.run(['export-network', '--help'], {});
    const options = [...stdout.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name]) => name);
    // A file has all nodes and edges, and the latest changes; an estimate is for interactive use.
    const others = ['first', 'current', 'estimate'];
    const names = (schema.getQueryType()?.getFields().network?.args ?? [])
      .map(({ name }) => name)
      .filter((name) => !others.includes(name))
      .map((name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
    expect(names.length).toBeGreaterThan(10);
    expect(options).toEqual(expect.arrayContaining(names));
  });

  test('explains invalid options', async () => {
    const faults = [
      [['--format', 'xls'], /cannot be exported as xls/],
      [['--format', 'graphml', '--dynamic', 'true'], /'dynamic' applies only to the format gexf/],
      [['--format', 'gexf', '--version', '1'], /'version' must be 1.3 or 1.2, not 1\./],
      [['--format', 'gexf', '--ties', 'FRIENDSHIP'], /'ties' has the invalid value "FRIENDSHIP"/],
      [
        ['--format', 'gexf', '--output', join(workplace.folder, 'no', 'such', 'file')],
        /cannot be written/,
      ],
    ] as const;
    for (const [words, message] of faults) {
      const { code, stderr } = await workplace.run(['export-network', ...words], database.settings);
      expect(stderr).toMatch(message);
      expect(stderr).not.toContain('    at ');
      expect(code).toBe(1);
    }
  });
});
