// Computes measures of networks here, and with igraph (C) and networkx (Python) for the same graphs.
//   npm run bench:network                prints a table
//   npm run bench:network -- --write     writes its part of docs/performance.md too
// The two are Debian's python3-igraph and python3-networkx; without them, only our times are printed.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { syntheticNetwork } from '../dist/src/data-set/synthetic-network.js';
import { Random } from '../dist/src/domain/random.js';
import { GraphBuilder } from '../dist/tests/support/graph-builder.js';
import { communitiesOf } from '../dist/src/network/measures/communities.js';
import { distancesOf } from '../dist/src/network/measures/distances.js';
import { estimateBetweenness } from '../dist/src/network/measures/estimate.js';
import { pageRanks } from '../dist/src/network/measures/ranking.js';
import { structuralHoles } from '../dist/src/network/measures/structural-holes.js';
import { coreNumbers } from '../dist/src/network/measures/structure.js';
import { componentsOf } from '../dist/src/network/measures/traverse.js';
import { transitivity } from '../dist/src/network/measures/triangles.js';
import { byKind, MAX_ALL_PAIRS } from '../dist/src/network/tie-kinds.js';

const { values: options } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    large: { type: 'string', default: '20000' },
    ties: { type: 'string', default: '35000' },
    python: { type: 'string', default: '/usr/bin/python3' },
    // networkx skips its slowest measures if nodes times edges exceed this.
    most: { type: 'string', default: '50000000' },
  },
});

const builderOf = (order) =>
  new GraphBuilder(
    order,
    byKind(() => 1),
  );
const add = (builder, a, b) => builder.add(a, b, 0, 0, 0, 99999999);

/** Barabási and Albert: each new node has edges to `degree` others, to those with more edges more often. */
function preferential(order, degree) {
  const random = new Random(order);
  const builder = builderOf(order);
  const ends = Array.from({ length: degree }, (_, node) => node);
  for (let node = degree; node < order; node += 1) {
    const others = new Set();
    while (others.size < degree) others.add(random.pick(ends));
    for (const other of others) {
      add(builder, node, other);
      ends.push(node, other);
    }
  }
  return builder.build();
}

/** The members, partners and participants of the synthetic network of `scan-graph generate`. */
function synthetic(ties) {
  const places = new Map();
  const placeOf = (id) => places.get(id) ?? places.set(id, places.size).get(id);
  const pairs = [];
  const groups = new Map();
  for (const { entity, rows } of syntheticNetwork({ ties, seed: 1, grants: 0 })) {
    for (const row of rows) {
      if (entity.name === 'Membership') pairs.push([placeOf(row.memberId), placeOf(row.groupId)]);
      const group = row.partnershipId ?? row.initiativeId;
      if (row.organizationId === undefined || group === undefined) continue;
      const members = groups.get(group) ?? [];
      groups.set(group, members);
      members.push(placeOf(row.organizationId));
    }
  }
  for (const members of groups.values()) {
    // Large groups are stars around one member, as in the product.
    const centers = members.length > MAX_ALL_PAIRS ? members.slice(0, 1) : members;
    for (const a of centers) for (const b of members) if (a !== b) pairs.push([a, b]);
  }
  const builder = builderOf(places.size);
  for (const [a, b] of pairs) add(builder, a, b);
  return builder.build();
}

const MEASURES = {
  components: componentsOf,
  coreNumber: coreNumbers,
  pageRank: pageRanks,
  transitivity: (graph) => transitivity(graph),
  constraint: structuralHoles,
  louvain: (graph) => communitiesOf(graph, { method: 'LOUVAIN', runs: 1 }),
  leiden: (graph) => communitiesOf(graph, { method: 'LEIDEN', runs: 1 }),
  betweenness: (graph) => distancesOf(graph),
};

/** The least CPU milliseconds of many runs, until the code is compiled: other programs disturb these less than the time that passes. */
function timed(compute) {
  const times = [];
  let [spent, result] = [0, null];
  while (spent < 500 || (times.length < 3 && spent < 2000)) {
    const start = process.cpuUsage();
    result = compute();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
    spent += times.at(-1);
  }
  return { ms: Math.min(...times), result };
}

function peersOf(graph, folder) {
  const file = join(folder, 'graph.txt');
  const lines = Array.from(
    graph.low,
    (a, edge) => `${a} ${graph.high[edge]} ${graph.weights[edge]}`,
  );
  writeFileSync(file, [graph.order, ...lines].join('\n'));
  const script = new URL('./peers/network.py', import.meta.url).pathname;
  try {
    const found = execFileSync(options.python, [script, file, options.most], { encoding: 'utf8' });
    return JSON.parse(found);
  } catch (error) {
    console.error(`Without igraph and networkx: ${options.python} failed (${error.message}).`);
    return {};
  }
}

/** How the ten nodes with the highest betweenness compare with those of an estimate. */
function estimated(graph, exact) {
  const topOf = (values) =>
    [...values.keys()].sort((left, right) => values[right] - values[left]).slice(0, 10);
  const { ms } = timed(() => estimateBetweenness(graph));
  const { values, error, samples } = estimateBetweenness(graph);
  const top = new Set(topOf(exact));
  const right = topOf(values).filter((node) => top.has(node)).length;
  const most = Math.max(...values.map((value, node) => Math.abs(value - exact[node])));
  return { ms, samples, error, most, right };
}

const line = (cells) => `| ${cells.join(' | ')} |`;
const number = (value) => (value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString('en'));
const withModularity = (text, { modularity } = {}) =>
  modularity === undefined ? text : `${text} (${modularity.toFixed(4)})`;

const graphs = {
  'preferential attachment': preferential(1000, 5),
  'preferential attachment, large': preferential(Number(options.large), 5),
  'synthetic network': synthetic(Number(options.ties)),
};
const folder = mkdtempSync(join(tmpdir(), 'scan-graph-bench-'));
const rows = [];
const notes = [];
const versions = {};
const load = loadavg()[0].toFixed(2);
try {
  for (const [name, graph] of Object.entries(graphs)) {
    const peers = peersOf(graph, folder);
    for (const [peer, { version, missing }] of Object.entries(peers)) {
      versions[peer] = version;
      if (missing) console.error(`Without ${peer}: ${missing}`);
    }
    let exact = new Float64Array();
    for (const [measure, compute] of Object.entries(MEASURES)) {
      const { ms, result } = timed(() => compute(graph));
      if (measure === 'betweenness') exact = result.betweenness;
      const against = ['igraph', 'networkx'].map((peer) => {
        const theirs = peers[peer]?.[measure];
        return theirs ? withModularity(`${number(theirs.ms / ms)} ×`, theirs) : '–';
      });
      const size = `${name}: ${graph.order.toLocaleString('en')} nodes, ${graph.size.toLocaleString('en')} edges`;
      rows.push([size, measure, withModularity(number(ms), result), ...against]);
      console.error(rows.at(-1).join('  '));
    }
    const { ms, samples, error, most, right } = estimated(graph, exact);
    notes.push(
      `${name}: betweenness estimated from ${samples.toLocaleString('en')} paths in ${number(ms)} ms, error at most ${error.toFixed(4)} (90 %), in fact ${most.toFixed(4)}; ${right} of the first ten right.`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}

const table = [
  line([
    'graph',
    'measure',
    'CPU ms',
    `igraph ${versions.igraph ?? '(missing)'}`,
    `networkx ${versions.networkx ?? '(missing)'}`,
  ]),
  line(['---', '---', '---:', '---:', '---:']),
  ...rows.map(line),
];
const text = [
  `${cpus().length} × ${cpus()[0].model}, Node ${process.version}, load ${load} before the run. The CPU time of other libraries as a multiple of ours: more than 1 is slower than us. Modularity in parentheses.`,
  '',
  ...table,
  '',
  ...notes.map((note) => `- ${note}`),
].join('\n');
console.log(text);
if (options.write) {
  const file = new URL('../docs/performance.md', import.meta.url);
  const [start, end] = ['<!-- bench:network -->', '<!-- /bench:network -->'];
  const page = readFileSync(file, 'utf8');
  const [before, rest] = page.split(start);
  if (rest === undefined) throw new Error(`docs/performance.md has no ${start}.`);
  writeFileSync(file, `${before}${start}\n\n${text}\n\n${end}${rest.split(end)[1]}`);
}
