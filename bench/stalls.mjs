// How long a server is silent while it answers about a large partnership graph, and how soon it shows a change.
//   npm run bench:stalls                                   500,000 ties on the PostgreSQL server at 127.0.0.1:5432
//   npm run bench:stalls -- --url postgres://…/a_database  a database that has been generated already
//   npm run bench:stalls -- --changes                      only how soon an answer has a change
//   npm run bench:stalls -- --embedded                     the embedded database, without the changes
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';

const HERE = dirname(fileURLToPath(import.meta.url));
const MAIN = join(HERE, '../dist/src/main.js');
const { values: options } = parseArgs({
  options: {
    url: { type: 'string' },
    changes: { type: 'boolean', default: false },
    embedded: { type: 'boolean', default: false },
    ties: { type: 'string', default: '500000' },
    port: { type: 'string', default: '4790' },
  },
});
const SERVER = 'postgres://postgres@127.0.0.1:5432/';
const PORT = options.port;
/** How often the health endpoint and a node are asked for. */
const EVERY_MS = 20;
const MAX_PARSED = 100_000;

/** The settings of a database with the network. */
async function prepared() {
  if (options.embedded) {
    const settings = { DATA_DIR: mkdtempSync(join(tmpdir(), 'scan-graph-stalls-')) };
    await generated(settings);
    return settings;
  }
  return { DATABASE_URL: options.url ?? (await onServer()) };
}

async function generated(settings) {
  const generating = spawn(
    process.execPath,
    [MAIN, 'generate', '--ties', options.ties, '--grants', '0'],
    { env: { ...process.env, ...settings }, stdio: 'ignore' },
  );
  await once(generating, 'exit');
}

async function onServer() {
  const url = `${SERVER}scan_graph_bench_stalls`;
  const client = new pg.Client(`${SERVER}postgres`);
  await client.connect();
  const { rowCount } = await client.query(
    `SELECT FROM pg_database WHERE datname = 'scan_graph_bench_stalls'`,
  );
  if (rowCount === 0) await client.query('CREATE DATABASE scan_graph_bench_stalls');
  await client.end();
  if (rowCount === 0) await generated({ DATABASE_URL: url });
  return url;
}

async function post(query) {
  const begun = performance.now();
  const response = await fetch(`http://127.0.0.1:${PORT}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  const ms = performance.now() - begun;
  // To parse a long answer would stop this process, which would look as if the server were silent.
  const { data, errors } = text.length > MAX_PARSED ? {} : JSON.parse(text);
  if (errors !== undefined) console.log('   ', JSON.stringify(errors[0]).slice(0, 200));
  return { data, ms };
}

const percentile = (times, share) =>
  [...times].sort((left, right) => left - right)[Math.floor(times.length * share)] ?? 0;

/** The times that the health endpoint and a node take while the work is done. */
async function beside(node, work) {
  const times = { health: [], node: [] };
  let isOver = false;
  const ask = async (name, send) => {
    while (!isOver) {
      const begun = performance.now();
      await send();
      const took = performance.now() - begun;
      times[name].push(took);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, EVERY_MS - took)));
    }
  };
  const asking = [
    ask('health', async () => (await fetch(`http://127.0.0.1:${PORT}/health/live`)).text()),
    ask('node', () => post(`{ node(id: "${node}") { id } }`)),
  ];
  const { ms } = await work();
  isOver = true;
  await Promise.all(asking);
  return { ms, times };
}

const settings = await prepared();
const server = spawn(process.execPath, [MAIN, 'serve'], {
  env: { ...process.env, ...settings, PORT, HOST: '127.0.0.1' },
  stdio: ['ignore', 'ignore', 'inherit'],
});
for (;;) {
  try {
    if ((await fetch(`http://127.0.0.1:${PORT}/health/ready`)).ok) break;
  } catch {
    // not listening yet
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
}
const { data: first } = await post('{ organizations(first: 1) { nodes { id } } }');
const { id } = first.organizations.nodes[0];

const WORK = {
  'the first load': '{ network { graph { nodeCount edgeCount } } }',
  'level CLUSTER': '{ network(level: CLUSTER) { graph { edgeCount } } }',
  'level SECTOR': '{ network(level: SECTOR) { graph { edgeCount } } }',
  'communities with members':
    '{ network { communities(first: 1000) { members(first: 1) { name } } } }',
  '5,000 nodes and 50,000 edges': '{ network(first: 5000) { nodes { name } edges { weight } } }',
  'brokers by PageRank': '{ network { brokers(by: PAGE_RANK) { rank value node { name } } } }',
  'brokers by betweenness': '{ network { brokers { rank value node { name } } } }',
  statistics:
    '{ network { stats { density averageClustering componentCount degrees { size count } } } }',
  history: '{ network { history(from: "2000-01-01", to: "2025-12-31") { nodeCount edgeCount } } }',
  suggestions: '{ network { suggestions { score common(first: 3) { name } } } }',
  ...Object.fromEntries(
    [2012, 2015, 2018, 2021].map((year) => [
      `a new day in ${year}`,
      `{ network(asOf: "${year}-06-30") { graph { edgeCount } } }`,
    ]),
  ),
};
console.log(`load ${loadavg()[0].toFixed(1)}`);
console.log(
  '| while it answers | ms | health p99 (max) | node p99 (max) |\n| --- | --- | --- | --- |',
);
for (const [name, query] of options.changes ? [] : Object.entries(WORK)) {
  const { ms, times } = await beside(id, () => post(query));
  const shown = ({ length, ...list }) => {
    const all = Object.values(list);
    return `${percentile(all, 0.99).toFixed(0)} (${Math.max(...all).toFixed(0)})`;
  };
  console.log(`| ${name} | ${ms.toFixed(0)} | ${shown(times.health)} | ${shown(times.node)} |`);
}

if (!options.embedded) await measureChanges();
server.kill();
if (options.embedded) rmSync(settings.DATA_DIR, { recursive: true, force: true });

/** How long it takes until an answer has a change. */
async function measureChanges() {
  const client = new pg.Client(settings.DATABASE_URL);
  await client.connect();
  const VERSION = '{ network { graph { version isCurrent nodeCount } } }';
  await post(VERSION);
  for (const [name, statement] of [
    [
      'a changed membership',
      `UPDATE membership SET since = '2011' WHERE id = (SELECT id FROM membership ORDER BY id LIMIT 1 OFFSET 100)`,
    ],
    ...Array.from({ length: 9 }, (_, index) => [
      `the same, for the ${index + 2}. time`,
      `UPDATE membership SET since = '${2012 + index}' WHERE id = (SELECT id FROM membership ORDER BY id LIMIT 1 OFFSET 100)`,
    ]),
    ['a renamed organization', `UPDATE organization SET name = name || '!' WHERE id = '${id}'`],
    ...Array.from({ length: 10 }, (_, index) => [
      index === 0 ? 'a new organization' : `the same, for the ${index + 1}. time`,
      `INSERT INTO organization (id, source_id, type, slug, name, status) SELECT gen_random_uuid(), source_id, 'Company', 'new-' || gen_random_uuid(), 'New', 'ACTIVE' FROM organization LIMIT 1`,
    ]),
    ['a changed description', `UPDATE organization SET description = 'New' WHERE id = '${id}'`],
  ]) {
    await client.query(statement);
    const { ms, times } = await beside(id, async () => {
      const begun = performance.now();
      const { data } = await post(VERSION.replace('network', 'network(current: true)'));
      return { ms: performance.now() - begun, data };
    });
    console.log(
      `| ${name} | ${ms.toFixed(0)} | ${percentile(times.health, 0.99).toFixed(0)} | ${percentile(times.node, 0.99).toFixed(0)} |`,
    );
  }
  await client.end();
}
