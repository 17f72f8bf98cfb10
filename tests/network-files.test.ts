import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { DirectedGraph, MultiGraph, UndirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { loadDataSet } from '../src/data-set/load-data-set.js';
import { NETWORK_FORMAT_NAMES } from '../src/export/formats.js';
import {
  dataSetFolder,
  record,
  removeDataSetFolders,
  type Fields,
} from './support/data-set-folder.js';
import { unzipped } from './support/import-files.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

/** Names that a format could lose or break, by slug. */
const NAMES: Readonly<Record<string, string>> = {
  x: 'Кластер "Ниш" & <b>č</b> 😀',
  y: 'First line\nsecond line\r\nthird\tcolumn',
  z: `=1+1`,
  p: `O'Neil \\ Sons\\`,
  q: ']]> \u0001 \u2028 % * [1] #',
  'same-1': 'Same',
  'same-2': 'Same',
  old: 'a'.repeat(900),
  older: 'Ended long ago',
  alone: 'עברית عربي',
};

const partnership = (slug: string, parties: readonly string[], fields: Fields) =>
  record.partnership(slug, parties, fields);
const ended = (since: string | null, until: string | null): Fields => ({
  status: 'ENDED',
  ...(since === null ? {} : { since }),
  ...(until === null ? {} : { until }),
});

const PARTNERSHIPS = [
  partnership('2010', ['x', 'y'], ended('2010', '2010')),
  partnership('2011', ['x', 'y'], ended('2011', '2011')),
  partnership('2011-too', ['x', 'y'], ended('2011-03', '2011-06')),
  partnership('later', ['x', 'y'], { since: '2013-02-28' }),
  partnership('february', ['x', 'z'], ended('2012-02', '2016-02')),
  partnership('without-start', ['y', 'z'], ended(null, '2014-05-06')),
  partnership('undated', ['p', 'q'], {}),
  partnership('also-2015', ['p', 'q'], ended('2015', '2015')),
  partnership('unknown-end', ['old', 'older'], ended(null, null)),
  partnership('same', ['same-1', 'same-2'], { since: '2001' }),
  partnership('same-unknown', ['same-1', 'same-2'], ended(null, null)),
  partnership('x-unknown', ['older', 'x'], ended(null, null)),
];

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('EMPTY');
  await loadDataSet(
    platform.database,
    dataSetFolder({
      sources: [record.source('a-source', { licence: 'CC0-1.0' })],
      regions: [
        { code: 'RS', level: 0, name: 'Srbija', source: 'a-source' },
        { code: 'RS1', level: 1, name: 'Sever', parent: 'RS', source: 'a-source' },
        { code: 'RS12', level: 2, name: 'Vojvodina', parent: 'RS1', source: 'a-source' },
        { code: 'RS11', level: 2, name: 'Beograd', parent: 'RS1', source: 'a-source' },
      ],
      sectors: [
        { scheme: 'NACE_REV2', code: 'J', title: 'Information', source: 'a-source' },
        { scheme: 'NACE_REV2', code: 'C', title: 'Manufacturing', source: 'a-source' },
      ],
      organizations: [
        ...Object.entries(NAMES).map(([slug, name]) =>
          record.organization('Company', slug, {
            name,
            ...(slug === 'x' ? { region: 'RS11', sectors: ['NACE_REV2:J'] } : {}),
            ...(slug === 'y' ? { region: 'RS12', sectors: ['NACE_REV2:C'] } : {}),
          }),
        ),
        record.organization('Cluster', 'c1'),
        record.organization('Cluster', 'c2'),
      ],
      memberships: [
        record.membership('x', 'c1', { since: '2009-04' }),
        record.membership('y', 'c2', { since: '2009', until: '2020-11', status: 'ENDED' }),
      ],
      partnerships: PARTNERSHIPS,
    }),
  );
});
afterAll(async () => {
  await platform.close();
  removeDataSetFolders();
});

async function fetched(format: string, query = ''): Promise<Response> {
  return fetch(`${platform.url}/export/network.${format}?${query}`);
}

async function fileText(format: string, query = ''): Promise<string> {
  const response = await fetched(format, query);
  expect(response.status).toBe(200);
  return response.text();
}

const PARTNERS = 'ties=PARTNERSHIP';
const attributesIn = (tag: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...tag.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));

interface Times {
  /** `start/end` of each spell. */
  readonly spells: readonly string[];
  /** `weight start/end` of each value. */
  readonly weights: readonly string[];
}

/** The periods of all nodes and edges of a GEXF file; nodes by slug, edges by both slugs. */
function timesOf(file: string): ReadonlyMap<string, Times> {
  const times = new Map<string, Times>();
  const slugs = new Map<string, string>();
  const period = ({ start = '', end = '' }: Readonly<Record<string, string>>) => `${start}/${end}`;
  for (const [, tag, outer = '', inner = ''] of file.matchAll(
    /<(node|edge) ([^>]*)>(.*?)<\/\1>/gs,
  )) {
    const { id = '', source = '', target = '' } = attributesIn(outer);
    const values = [...inner.matchAll(/<attvalue ([^>]*)\/>/g)].map(([, all = '']) =>
      attributesIn(all),
    );
    if (tag === 'node') slugs.set(id, values.find(({ for: name }) => name === 'slug')?.value ?? id);
    const name =
      tag === 'node'
        ? (slugs.get(id) ?? '')
        : [source, target]
            .map((key) => slugs.get(key))
            .sort()
            .join(' ');
    times.set(name, {
      spells: [...inner.matchAll(/<spell ([^>]*)\/>/g)].map(([, all = '']) =>
        period(attributesIn(all)),
      ),
      weights: values
        .filter(({ for: column }) => column === 'weight')
        .map((value) => `${value.value ?? ''} ${period(value)}`),
    });
  }
  return times;
}

describe('dynamic GEXF', () => {
  let file: string;
  let times: ReadonlyMap<string, Times>;
  beforeAll(async () => {
    file = await fileText('gexf', `${PARTNERS}&dynamic=true`);
    times = timesOf(file);
  });

  test.each<[edge: string, spells: string[], weights: string[]]>([
    [
      'x y',
      ['2010-01-01/2011-12-31', '2013-02-28/'],
      [
        '1 2010-01-01/2010-12-31',
        '1 2011-01-01/2011-02-28',
        '2 2011-03-01/2011-06-30',
        '1 2011-07-01/2011-12-31',
        '1 2013-02-28/',
      ],
    ],
    ['x z', ['2012-02-01/2016-02-29'], ['1 2012-02-01/2016-02-29']],
    ['y z', ['/2014-05-06'], ['1 /2014-05-06']],
    // Always in force, so there is no spell, but the weight changes.
    ['p q', [], ['1 /2014-12-31', '2 2015-01-01/2015-12-31', '1 2016-01-01/']],
    // Nothing is known of the period.
    ['old older', [], ['1 /']],
    // The other tie says when; the one without a known period does not count.
    ['same-1 same-2', ['2001-01-01/'], ['1 2001-01-01/']],
  ])('states the periods and the weights of %s', (edge, spells, weights) => {
    expect(times.get(edge)).toEqual({ spells, weights });
  });

  test.each<[node: string, spells: string[]]>([
    ['z', ['/2016-02-29']],
    ['same-1', ['2001-01-01/']],
    // Its edges together are always there.
    ['y', []],
    ['p', []],
    ['old', []],
    // One of its edges has no known period.
    ['x', []],
    ['alone', []],
  ])('states when %s has edges', (node, spells) => {
    expect(times.get(node)?.spells).toEqual(spells);
  });

  test('has no empty spell and no day of the year 1', () => {
    expect(file).not.toMatch(/<spell\/>|<spells\/>|<spells><\/spells>/);
    expect(file).not.toContain('0001');
  });

  test('has an edge weight of mode dynamic, and other attributes of mode static', () => {
    expect(file).toContain('mode="dynamic" timeformat="date"');
    expect(file).toContain(
      '<attributes class="edge" mode="dynamic"><attribute id="weight" title="weight" type="double"/></attributes>',
    );
    expect(file).toMatch(/<attributes class="edge" mode="static">(?!.*"weight")/);
  });

  test('adds up weights of fractions exactly', async () => {
    const weights = timesOf(
      await fileText('gexf', `${PARTNERS}&dynamic=true&weights=PARTNERSHIP:0.1`),
    ).get('p q')?.weights;
    expect(weights).toEqual(['0.1 /2014-12-31', '0.2 2015-01-01/2015-12-31', '0.1 2016-01-01/']);
  });

  test.each(['CLUSTER', 'SECTOR', 'REGION'])('has periods at the level %s', async (level) => {
    const grouped = timesOf(await fileText('gexf', `${PARTNERS}&dynamic=true&level=${level}`));
    const edges = [...grouped].filter(([name]) => name.includes(' '));
    expect(edges).toHaveLength(1);
    expect(edges[0]?.[1].spells).toEqual(['2010-01-01/2011-12-31', '2013-02-28/']);
  });

  test('is only for GEXF', async () => {
    for (const format of NETWORK_FORMAT_NAMES.filter((name) => name !== 'gexf')) {
      expect((await fetched(format, 'dynamic=false')).status).toBe(200);
      for (const query of ['dynamic=true', 'version=1.2', 'version=1.3']) {
        const response = await fetched(format, query);
        expect(response.status).toBe(400);
        expect(await response.json()).toMatchObject({
          errors: [{ extensions: { code: 'BAD_USER_INPUT', inputPath: [query.split('=')[0]] } }],
        });
      }
    }
  });
});

test('GEXF has the version asked for', async () => {
  expect(await fileText('gexf')).toContain('<gexf xmlns="http://gexf.net/1.3" version="1.3">');
  expect(await fileText('gexf', 'version=1.3')).toContain('version="1.3"');
  const older = await fileText('gexf', 'version=1.2&dynamic=true');
  expect(older).toContain('<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">');
  expect((await fetched('gexf', 'version=1.1')).status).toBe(400);
});

/** Reads the nodes and edges of a Pajek file; vertices are numbered from 1. */
function pajekOf(file: string) {
  const [, vertices = '', kind = '', edges = ''] =
    /^\*Network [^\n]+\n%[^\n]*\n\*Vertices \d+\n(.*?)\*(Edges|Arcs)\n(.*)$/s.exec(file) ?? [];
  const labels = new Map(
    [...vertices.matchAll(/^(\d+) "([^"\n]*)"$/gm)].map(([, number, label]) => [number, label]),
  );
  return {
    count: Number(/\*Vertices (\d+)/.exec(file)?.[1]),
    kind,
    labels: [...labels.values()],
    edges: edges
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(' '))
      .map(
        ([from, to, weight]) =>
          [labels.get(from ?? ''), labels.get(to ?? ''), Number(weight)] as const,
      ),
  };
}

const decoded = (value: string) =>
  value
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** Reads the records of a GML file. */
function gmlOf(file: string) {
  const records = (name: string) =>
    [...file.matchAll(new RegExp(`^  ${name} \\[\\n(.*?)^  \\]$`, 'gms'))].map(([, inner = '']) =>
      Object.fromEntries(
        [...inner.matchAll(/^ +([A-Za-z][A-Za-z0-9]*) (?:"([^"]*)"|(\S+))$/gm)].map(
          ([, key, string, number]) => [key, string === undefined ? number : decoded(string)],
        ),
      ),
    );
  return { nodes: records('node'), edges: records('edge') };
}

describe('names survive', () => {
  const expected = (change: (name: string) => string = (name) => name) =>
    [...Object.values(NAMES), 'c1', 'c2'].map(change).sort();
  /** XML cannot contain this control character. */
  const inXml = (name: string) => name.replaceAll('\u0001', '\uFFFD');

  test('in GEXF', async () => {
    const graph = gexf.parse(UndirectedGraph, await fileText('gexf'));
    expect(graph.mapNodes((_, { label }) => label as string).sort()).toEqual(expected(inXml));
  });

  test('in GraphML, as label and as name', async () => {
    const graph = graphml.parse(UndirectedGraph, await fileText('graphml'));
    expect(graph.mapNodes((_, { name }) => name as string).sort()).toEqual(expected(inXml));
    expect(graph.mapNodes((_, { label }) => label as string).sort()).toEqual(expected(inXml));
  });

  test('in CSV with a byte order mark, guarded from formulas', async () => {
    const archive = Buffer.from(await (await fetched('csv.zip')).arrayBuffer());
    const files = await unzipped(archive);
    for (const name of ['nodes.csv', 'edges.csv'])
      expect(files[name]).toMatch(/^\uFEFF(Id|Source),/);
    const rows: Record<string, string>[] = parse(files['nodes.csv'] ?? '', {
      columns: true,
      bom: true,
    });
    expect(rows.map(({ Label }) => Label).sort()).toEqual(
      expected((name) => (name === '=1+1' ? `'=1+1` : name)),
    );
  });

  test('in JSON', async () => {
    const { nodes } = JSON.parse(await fileText('json')) as { nodes: { name: string }[] };
    expect(nodes.map(({ name }) => name).sort()).toEqual(expected());
    const { elements } = JSON.parse(await fileText('cyjs')) as {
      elements: { nodes: { data: { name: string } }[] };
    };
    expect(elements.nodes.map(({ data }) => data.name).sort()).toEqual(expected());
  });

  test('in GML, in ASCII and with a label of its own for each node', async () => {
    const file = await fileText('gml');
    expect(file).toMatch(/^[\n -~]*$/);
    const { nodes } = gmlOf(file);
    expect(nodes.map(({ name }) => name as string).sort()).toEqual(expected());
    expect(nodes.filter(({ name, label }) => name !== label)).toEqual([
      expect.objectContaining({
        name: 'Same',
        label: expect.stringMatching(/^Same \(same-[12]\)$/),
      }),
    ]);
  });

  test('in Pajek, but for what it cannot contain', async () => {
    const { labels } = pajekOf(await fileText('net'));
    expect(labels).toEqual(
      expect.arrayContaining([
        "Кластер 'Ниш' & <b>č</b> 😀",
        'First line second line third column',
        '=1+1',
        `O'Neil / Sons/`,
        'Same',
        expect.stringMatching(/^Same \(same-[12]\)$/),
      ]),
    );
    expect(new Set(labels).size).toBe(Object.keys(NAMES).length + 2);
  });
});

test('Pajek and GML have the same edges and weights as the API', async () => {
  const { data } = await platform.succeed(
    `{ network { nodes { key } edges { fromKey toKey weight } } }`,
  );
  const edges = data.network.edges
    .map(({ fromKey, toKey, weight }: { fromKey: string; toKey: string; weight: number }) => [
      ...[fromKey, toKey].sort(),
      weight,
    ])
    .sort();
  expect(edges).toHaveLength(9);
  const gml = gmlOf(await fileText('gml'));
  expect(
    gml.edges
      .map(({ source, target, weight }) => [
        ...[source, target].map((id) => gml.nodes[Number(id)]?.key).sort(),
        Number(weight),
      ])
      .sort(),
  ).toEqual(edges);
  // A real number has a decimal point in GML.
  expect(gml.edges.every(({ weight = '' }) => weight.includes('.'))).toBe(true);
  const pajek = pajekOf(await fileText('net'));
  expect(pajek).toMatchObject({ count: Object.keys(NAMES).length + 2, kind: 'Edges' });
  expect(pajek.edges.map(([, , weight]) => weight).sort()).toEqual(
    edges.map(([, , weight]: [string, string, number]) => weight).sort(),
  );
  expect(pajek.edges).toContainEqual([
    expect.stringContaining('Ниш'),
    expect.stringMatching(/^First/),
    4,
  ]);
});

test('a network without nodes is a file of every format', async () => {
  const query = 'filter={"slug":{"eq":"nobody"}}';
  expect(gexf.parse(MultiGraph, await fileText('gexf', `${query}&dynamic=true`)).order).toBe(0);
  expect(graphml.parse(UndirectedGraph, await fileText('graphml', query)).order).toBe(0);
  expect(JSON.parse(await fileText('json', query))).toMatchObject({ nodes: [], links: [] });
  expect(JSON.parse(await fileText('cyjs', query))).toMatchObject({
    elements: { nodes: [], edges: [] },
  });
  expect(pajekOf(await fileText('net', query))).toMatchObject({
    count: 0,
    kind: 'Edges',
    edges: [],
  });
  expect(gmlOf(await fileText('gml', query))).toEqual({ nodes: [], edges: [] });
  const archive = Buffer.from(await (await fetched('csv.zip', query)).arrayBuffer());
  expect((await unzipped(archive))['edges.csv']).toMatch(/^\uFEFFSource,.*\r\n$/);
});

describe('a directed network', () => {
  const file = (format: string, more = '') =>
    fileText(format, `directed=true&ties=MEMBERSHIP,PARTNERSHIP${more}`);

  /** Two memberships, and both directions of eight edges of partnerships. */
  const ARCS = 2 + 2 * 7;

  test('is a directed graph for readers of GEXF and GraphML', async () => {
    const gexfText = await file('gexf');
    const graphmlText = await file('graphml');
    for (const graph of [
      gexf.parse(DirectedGraph, gexfText),
      graphml.parse(DirectedGraph, graphmlText),
    ]) {
      expect(graph.directedSize).toBe(ARCS);
      const bySlug = (wanted: string) => graph.findNode((_, { slug }) => slug === wanted);
      const [member, group] = [bySlug('x'), bySlug('c1')];
      expect(graph.hasDirectedEdge(member, group)).toBe(true);
      expect(graph.hasDirectedEdge(group, member)).toBe(false);
      expect(graph.getNodeAttributes(group)).toMatchObject({
        inDegree: 1,
        outDegree: 0,
        weightedInDegree: 1,
        weightedOutDegree: 0,
      });
      // Both directions of three partnerships, and the membership. Four of their ties are with y.
      expect(graph.getNodeAttributes(member)).toMatchObject({
        degree: 4,
        inDegree: 3,
        outDegree: 4,
        weightedInDegree: 6,
        weightedOutDegree: 7,
      });
    }
    expect(gexfText).toContain('defaultedgetype="directed"');
    expect(gexfText.match(/<edge [^>]*type="directed"/g)).toHaveLength(ARCS);
    expect(new Set(gexfText.match(/<edge id="\d+"/g)).size).toBe(ARCS);
    expect(graphmlText).toContain('edgedefault="directed"');
  });

  test('is directed in the other formats', async () => {
    const json = JSON.parse(await file('json'));
    expect(json).toMatchObject({ directed: true });
    expect(json.links).toHaveLength(ARCS);
    const cytoscape = JSON.parse(await file('cyjs'));
    expect(cytoscape).toMatchObject({ directed: true });
    expect(cytoscape.elements.edges).toHaveLength(ARCS);
    const pajek = pajekOf(await file('net'));
    expect(pajek).toMatchObject({ kind: 'Arcs' });
    expect(pajek.edges).toHaveLength(ARCS);
    const gmlText = await file('gml');
    expect(gmlText).toContain('\n  directed 1\n');
    expect(gmlOf(gmlText).edges).toHaveLength(ARCS);
    const query = 'directed=true&ties=MEMBERSHIP,PARTNERSHIP';
    const archive = Buffer.from(await (await fetched('csv.zip', query)).arrayBuffer());
    const edges: Record<string, string>[] = parse((await unzipped(archive))['edges.csv'] ?? '', {
      columns: true,
      bom: true,
    });
    expect(edges.map(({ Type }) => Type)).toEqual(Array(ARCS).fill('Directed'));
  });

  test('has the weights of each direction over time', async () => {
    const { spells, weights } = timesOf(await file('gexf', '&dynamic=true')).get('c1 x') ?? {};
    expect(spells).toEqual(['2009-04-01/']);
    expect(weights).toEqual(['1 2009-04-01/']);
  });
});
