// The gateway before its subgraphs, next to a single process, over one database: the bounded shapes at 32 connections.
//   node bench/federation.mjs [--size 10] [--rounds 3] [--seconds 2]
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { encodeCursor } from '../dist/src/fields/cursor.js';
import { databaseOf, TIES, withClient } from './databases.mjs';
import { ask } from './distinct.mjs';
import { canonical, sample, shapes } from './shapes.mjs';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    size: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '2' },
  },
});
const size = Number(options.size);
const CONNECTIONS = 32;
const dist = (path) => fileURLToPath(new URL(`../dist/${path}`, import.meta.url));
/** What each prints when it is ready. */
const SERVERS = {
  single: { words: [dist('src/main.js'), 'serve'], port: 4701, ready: /SCAN Graph is at/ },
  gateway: {
    words: [dist('federation/main.js'), '--first-port', '4711'],
    port: 4702,
    ready: /gateway of SCAN Graph is at/,
  },
};

const url = await databaseOf(size, {
  server: 'postgres://postgres@127.0.0.1:5432/',
  prefix: 'scan_graph_bench_x',
});
const inputs = await withClient(url, (client) => sample(client, (TIES * size) / 2));
const asked = shapes(inputs, encodeCursor).filter(
  ({ isBounded, ours, inputs: [first] }) =>
    isBounded && first !== undefined && !ours.includes('_entities'),
);

const running = [];
for (const [name, { words, port, ready }] of Object.entries(SERVERS)) {
  const child = spawn(process.execPath, words, {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: url,
      PORT: String(port),
      LOG_LEVEL: 'warn',
      CACHE_CHARACTERS: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
    child.stdout.on('data', (text) => ready.test(String(text)) && resolve());
  });
}

const mean = (numbers) =>
  Math.exp(numbers.reduce((sum, one) => sum + Math.log(one), 0) / numbers.length);
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function rateOf(port, shape) {
  const bodies = shape.inputs.map(({ ours }) =>
    JSON.stringify({ query: shape.ours, variables: ours }),
  );
  let next = 0;
  const { errors, non2xx, requests, duration } = await autocannon({
    url: `http://127.0.0.1:${port}/graphql`,
    connections: CONNECTIONS,
    duration: Number(options.seconds),
    sampleInt: 10,
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        setupRequest: (request) => ({ ...request, body: bodies[next++ % bodies.length] }),
      },
    ],
  });
  if (errors > 0 || non2xx > 0) throw new Error(`${shape.name}: ${errors + non2xx} errors`);
  return requests.total / duration;
}

try {
  console.log(`load: ${readFileSync('/proc/loadavg', 'utf8').split(' ', 3).join(' ')}\n`);
  console.log('| shape | single process, requests/s | gateway, requests/s | ratio |');
  console.log('| --- | --: | --: | --: |');
  const ratios = [];
  for (const shape of asked.filter(({ name }) => name.includes(options.only))) {
    const [first] = shape.inputs;
    const body = { query: shape.ours, variables: first.ours };
    const [one, other] = [
      await ask(SERVERS.single.port, body),
      await ask(SERVERS.gateway.port, body),
    ];
    if (JSON.stringify(canonical(one.data)) !== JSON.stringify(canonical(other.data))) {
      throw new Error(`The gateway answers '${shape.name}' otherwise.`);
    }
    const rates = { single: [], gateway: [] };
    for (let round = 0; round <= Number(options.rounds); round += 1) {
      for (const name of Object.keys(SERVERS)) {
        const rate = await rateOf(SERVERS[name].port, shape);
        // The first round warms up what Node compiles while it runs.
        if (round > 0) rates[name].push(rate);
      }
    }
    const [single, gateway] = [median(rates.single), median(rates.gateway)];
    ratios.push(gateway / single);
    console.log(
      `| ${shape.name} | ${Math.round(single)} | ${Math.round(gateway)} | ${(gateway / single).toFixed(2)} |`,
    );
  }
  console.log(`| geometric mean | | | ${mean(ratios).toFixed(2)} |`);
} finally {
  for (const child of running) child.kill('SIGTERM');
}
