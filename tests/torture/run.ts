/**
 * Treats the built server as badly as clients and machines can, on both databases, and prints what came of it:
 *
 *   npm run torture                      100,000 operations and 200 kills on each database: about an hour
 *   npm run torture -- --short           a few of everything
 *   npm run torture -- --only embedded   or: --only server
 *
 * Every load is bounded and goes to 127.0.0.1. On the PostgreSQL server (`--server URL`, by default the one on this
 * machine) a database is made and dropped in the end.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { schema } from '../support/schema.js';
import { torture } from '../support/torture.js';
import { sendHostile, slowClients } from './bodies.js';
import { kill } from './kills.js';
import { takeAway } from './outage.js';
import { overload } from './overload.js';
import { makeTarget, serve, type Target } from './target.js';
import { watch } from './watch.js';

const { values: options } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    only: { type: 'string' },
    server: { type: 'string', default: 'postgres://postgres@127.0.0.1:5432/postgres' },
    operations: { type: 'string' },
    kills: { type: 'string' },
    seed: { type: 'string' },
  },
});
const operationCount = Number(options.operations ?? (options.short ? 2000 : 100_000));
const killCount = Number(options.kills ?? (options.short ? 6 : 200));
const seed = Number(options.seed ?? Math.floor(Math.random() * 2 ** 31));
const SERVER = options.server;
/** Generated operations are sent in parts, each with a seed of its own: all at once would fill the memory. */
const PART = 2000;
/** A server that a slow client keeps from stopping has this long. */
const DRAIN_TIMEOUT_MS = '2000';
const MAX_STALL_MS = 1000;

interface Row {
  readonly database: string;
  readonly sent: number;
  readonly '5xx or INTERNAL': number;
  readonly deaths: number;
  readonly kills: number;
  readonly 'lost or half rows': number;
  readonly 'longest stall, ms': number;
  readonly 'memory, MB': string;
  readonly 'p99 by connections, ms': string;
}

const faults: string[] = [];

async function run(target: Target): Promise<Row> {
  const found: string[] = [];
  const served = await serve(target, { DRAIN_TIMEOUT_MS, LOG_LEVEL: 'error' });
  const watching = watch(served.port);
  const stalls: number[] = [];
  let sent = 0;
  const endPart = async () => {
    stalls.push(await watching.longest());
    say(`the longest stall was ${String(stalls.at(-1))} ms`);
  };
  const say = (what: string) => {
    process.stdout.write(`${target.name}: ${what}\n`);
  };

  say(`${String(operationCount)} generated operations, seed ${String(seed)}`);
  const memory: number[] = [];
  for (let at = 0; at < operationCount; at += PART) {
    const report = await torture({
      endpoint: `${served.address}/subgraph`,
      schema,
      count: Math.min(PART, operationCount - at),
      seed: seed + at,
    });
    sent += report.sent;
    found.push(
      ...report.faults.map(({ fault, operation }) => `${fault}\n${JSON.stringify(operation)}`),
    );
    memory.push(served.memory());
  }
  await endPart();

  say('hostile bodies, beside clients that are slow');
  const slow = slowClients(served.port, 12);
  const hostile = await sendHostile(served.port, options.short ? 2 : 50);
  sent += hostile.sent;
  found.push(...hostile.faults);
  await endPart();

  say('overload');
  const loaded = await overload(served.port, options.short ? 3000 : 15_000);
  sent += loaded.sent;
  found.push(...loaded.faults);
  say(JSON.stringify({ ...loaded, faults: loaded.faults.length }));
  await endPart();

  if (target.url !== null) {
    say('the database away and back');
    found.push(...(await takeAway(SERVER, target.url, served.port, options.short ? 2 : 20)));
    await endPart();
  }

  const metrics = await (await fetch(`${served.address}/metrics`)).text();
  const unhandled = [...metrics.matchAll(/^scan_graph_unhandled_total\S* (\d+)/gm)];
  if (unhandled.length === 0 || unhandled.some(([, count]) => count !== '0')) {
    found.push(`unhandled: ${unhandled.map(([line]) => line).join(', ')}`);
  }
  memory.push(served.memory());
  const longest = Math.max(...stalls);
  await watching.stop();
  const isDead = served.hasDied();
  const code = isDead ? null : await served.stop();
  if (code !== 0) found.push(`the server ended with ${String(code)}, beside clients that are slow`);
  slow.end();

  say(`${String(killCount)} kills`);
  const killed = await kill(target, killCount);

  faults.push(...found.map((fault) => `${target.name}: ${fault}`));
  faults.push(...killed.lost.map((fault) => `${target.name}: lost: ${fault}`));
  // A short run is for any machine, also one that does other things.
  if (!options.short && longest > MAX_STALL_MS)
    faults.push(`${target.name}: a stall of ${String(longest)} ms`);
  return {
    database: target.name,
    sent,
    '5xx or INTERNAL': found.length,
    deaths: isDead ? 1 : 0,
    kills: killed.kills,
    'lost or half rows': killed.lost.length,
    'longest stall, ms': longest,
    'memory, MB': memory.filter((_, n) => n % 10 === 0 || n === memory.length - 1).join(' → '),
    'p99 by connections, ms': JSON.stringify(loaded.p99),
  };
}

const rows: Row[] = [];
for (const url of [null, SERVER]) {
  if (options.only !== undefined && (options.only === 'embedded') !== (url === null)) continue;
  const target = await makeTarget(url);
  try {
    rows.push(await run(target));
  } finally {
    await target.remove();
  }
  // What has been killed leaves its connections a moment later.
  await pause(100);
}
for (const fault of faults.slice(0, 50)) process.stdout.write(`${fault.slice(0, 2000)}\n`);
console.table(Object.fromEntries(rows.map(({ database, ...row }) => [database, row])));
process.exitCode = faults.length === 0 ? 0 : 1;
