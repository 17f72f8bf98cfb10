// Asks what a donor asks of a million grants, by HTTP: how long it takes, and by which plans.
//   npm run bench:funding                    prints a table, and fails where a plan has a danger in it
//   npm run bench:funding -- --write         writes its part of docs/performance.md too
//   npm run bench:funding -- --only sector   only what has that in its name; --plans prints the plans
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { readConfig } from '../dist/src/config.js';
import { generateNetwork } from '../dist/src/data-set/generate.js';
import { migrate, openDatabase } from '../dist/src/database/database.js';
import { createLog, createServer } from '../dist/src/http/server.js';
import { importFoundingRates } from '../dist/src/import/founding-rates.js';
import { createSchema } from '../dist/src/schema.js';
import { dangersOf } from './plans.mjs';

// The driver of the product itself: what the database tells about plans comes over its connections.
const pg = createRequire(new URL('../dist/src/main.js', import.meta.url))('pg');

const { values: options } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    plans: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    grants: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '5' },
    server: { type: 'string', default: 'postgres://postgres@127.0.0.1:5432/' },
    database: { type: 'string', default: 'scan_graph_bench_funding' },
  },
});
const grants = Number(options.grants);
const rounds = Number(options.rounds);
/** More than this, and the answer is not there in well under a second. */
const SLOW_MS = 500;

const DIMENSIONS = [
  'FUNDER',
  'RECIPIENT',
  'INTERMEDIARY',
  'PROGRAMME',
  'INITIATIVE',
  'SECTOR',
  'CHALLENGE',
  'COUNTRY',
  'REGION',
  'YEAR',
  'STATUS',
  'CURRENCY',
  'DATA_SET',
];
const word = (dimension) => dimension.toLowerCase().replace('_', ' ');
const FACET = 'distinct values { key label grants }';
const facets = (inner) => `grantFacets(filter: $filter) { ${inner} }`;
const totals = (inner) => `grantTotals(filter: $filter) { ${inner} }`;

/** What is asked: its name, and the fields of the root. */
const QUESTIONS = [
  ...DIMENSIONS.map((dimension) => [
    `facet: ${word(dimension)}`,
    facets(`facet(dimension: ${dimension}) { ${FACET} }`),
  ]),
  ...['RECIPIENT', 'SECTOR', 'REGION'].map((dimension) => [
    `facet: ${word(dimension)}, unknown`,
    facets(`facet(dimension: ${dimension}) { unknown }`),
  ]),
  [
    'twelve facets at once',
    facets(
      `grants ${DIMENSIONS.filter((dimension) => dimension !== 'DATA_SET')
        .map((dimension) => `${dimension}: facet(dimension: ${dimension}) { ${FACET} }`)
        .join(' ')}`,
    ),
  ],
  ['totals: how many, what is left out', totals('grants leftOut { reason grants }')],
  [
    'totals: sum, least, greatest of two measures',
    totals('amounts(measures: [AWARDED, DISBURSED]) { measure currency grants sum min max }'),
  ],
  [
    'totals: with median, of one measure',
    totals('amounts(measures: [AWARDED]) { currency grants sum min max median }'),
  ],
  [
    'totals: all of all five measures',
    totals('amounts { measure currency grants sum min max median }'),
  ],
  [
    'converted: awarded',
    totals('convertedTo(currency: "EUR", measures: [AWARDED]) { sum amounts }'),
  ],
  [
    'converted: disbursed',
    totals('convertedTo(currency: "EUR", measures: [DISBURSED]) { sum amounts }'),
  ],
  ...DIMENSIONS.map((dimension) => [
    `groups: ${word(dimension)}`,
    totals(
      `groups(by: ${dimension}, measures: [AWARDED]) { key label grants amounts { currency sum } }`,
    ),
  ]),
  [
    'groups: funder per year',
    totals(
      'groups(by: FUNDER, perYear: true, measures: [AWARDED]) { key year grants amounts { currency sum } }',
    ),
  ],
  [
    'flows: funder, programme, recipient, sector',
    'grantFlows(filter: $filter, currency: "EUR") { grants nodes { name amount grants } links { from to amount } }',
  ],
].filter(([name]) => name.includes(options.only));

/** Filters, with what they leave of the grants. */
const FILTERS = {
  'all grants': null,
  'half of them': { currency: { in: ['RSD'] } },
  'one year': { year: { in: [2024] } },
};

const url = new URL(options.database, options.server).href;

async function onServer(database, ...statements) {
  const client = new pg.Client({ connectionString: new URL(database, options.server).href });
  await client.connect();
  try {
    let last;
    for (const statement of statements) last = await client.query(statement);
    return last.rows;
  } finally {
    await client.end();
  }
}

async function prepare() {
  const found = await onServer(
    'postgres',
    `SELECT FROM pg_database WHERE datname = '${options.database}'`,
  );
  if (found.length === 0) await onServer('postgres', `CREATE DATABASE ${options.database}`);
  const database = await openDatabase(config);
  try {
    await migrate(database);
    await generateNetwork(database, { ties: 35_000, seed: 1, grants });
    await importFoundingRates(database);
    await database.dataSource.query('VACUUM (ANALYZE)');
  } finally {
    await database.close();
  }
}

/** The whole product, listening on loopback; closed in the end. */
async function served(use) {
  const database = await openDatabase(config);
  const app = await createServer({
    config,
    database,
    schema: await createSchema(),
    log: createLog('silent'),
  });
  try {
    const address = await app.listen({ host: '127.0.0.1', port: 0 });
    return await use((fields, filter) => ask(address, fields, filter));
  } finally {
    await app.close();
    await database.close();
  }
}

async function ask(address, fields, filter) {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `query ($filter: GrantFilter) { ${fields} }`,
      variables: { filter },
    }),
  });
  const { errors = [] } = await response.json();
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join(' '));
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const TICKS = 100;
/** Seconds of CPU of a process, or of those of its children that have ended. */
function cpuOf(pid, ofChildren = false) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  const [user, system] = ofChildren ? [13, 14] : [11, 12];
  return (Number(fields[user]) + Number(fields[system])) / TICKS;
}

/** This process and the database's; workers of a parallel plan are told by the server process, when they have ended. */
async function cpuOfAll() {
  const rows = await onServer(
    'postgres',
    `SELECT pid FROM pg_stat_activity WHERE datname = '${options.database}' AND leader_pid IS NULL`,
  );
  const backends = rows.map(({ pid }) => pid).filter((pid) => existsSync(`/proc/${pid}`));
  const [first] = backends;
  const parent = first && /PPid:\s+(\d+)/.exec(readFileSync(`/proc/${first}/status`, 'utf8'))[1];
  const { user, system } = process.cpuUsage();
  return (
    (user + system) / 1e6 +
    backends.reduce((sum, pid) => sum + cpuOf(pid), 0) +
    (parent ? cpuOf(parent, true) : 0)
  );
}

/** As if something had been written: what was counted before is counted anew. */
const forgetFigures = () =>
  onServer(options.database, 'UPDATE data_version SET changes = changes + 1');

async function measured(question, filter) {
  const taken = [];
  await question(filter);
  for (let round = 0; round < rounds; round += 1) {
    await forgetFigures();
    const before = await cpuOfAll();
    const start = performance.now();
    await question(filter);
    const ms = performance.now() - start;
    taken.push({ ms, cpuMs: ((await cpuOfAll()) - before) * 1000 });
  }
  const start = performance.now();
  await question(filter);
  const againMs = performance.now() - start;
  return {
    ms: median(taken.map(({ ms }) => ms)),
    cpuMs: median(taken.map(({ cpuMs }) => cpuMs)),
    againMs,
  };
}

/** The plans of the statements of a question, as the database ran them: `auto_explain` sends each to the connection that asked. */
async function plansOf(question, filter, told) {
  await forgetFigures();
  told.length = 0;
  await question(filter);
  return told.map((text) => JSON.parse(text.slice(text.indexOf('{'))));
}

/** Everything that a connection is told from now on. */
function listen() {
  const told = [];
  const { connect } = pg.Client.prototype;
  pg.Client.prototype.connect = function (...given) {
    this.on('notice', ({ message }) => {
      if (message.includes('plan:')) told.push(message);
    });
    return connect.apply(this, given);
  };
  return told;
}

const explaining = (isOn) =>
  Object.entries({
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '0',
    'auto_explain.log_level': 'notice',
    'auto_explain.log_format': 'json',
    'auto_explain.log_analyze': 'on',
    'auto_explain.log_timing': 'off',
    'auto_explain.log_buffers': 'on',
  }).map(([name, value]) =>
    isOn
      ? `ALTER DATABASE ${options.database} SET ${name} = '${value}'`
      : `ALTER DATABASE ${options.database} RESET ${name}`,
  );

const config = readConfig({ DATABASE_URL: url }, '');
await prepare();
await onServer('postgres', ...explaining(false));

const results = new Map();
const dangers = [];
await served(async (put) => {
  for (const [name, fields] of QUESTIONS) {
    for (const [left, filter] of Object.entries(FILTERS)) {
      const result = await measured((given) => put(fields, given), filter).catch((error) => {
        dangers.push(`${name}, ${left}: is not answered: ${error.message}`);
        return { ms: Infinity, cpuMs: Infinity, againMs: Infinity };
      });
      results.set(`${name}|${left}`, result);
      console.error(`${name}, ${left}: ${result.ms.toFixed(0)} ms`);
    }
  }
});

const told = listen();
await onServer('postgres', ...explaining(true));
try {
  await served(async (put) => {
    for (const [name, fields] of QUESTIONS) {
      for (const [left, filter] of Object.entries(FILTERS)) {
        if (results.get(`${name}|${left}`).ms === Infinity) continue;
        // Being looked at makes a statement slower; what then takes too long has been measured above.
        const plans = await plansOf((given) => put(fields, given), filter, told).catch((error) => {
          dangers.push(`${name}, ${left}: has no plan to look at: ${error.message}`);
          return [];
        });
        results.get(`${name}|${left}`).statements = plans.length;
        if (options.plans) console.log(name, left, JSON.stringify(plans, null, 1));
        for (const plan of plans) {
          for (const danger of dangersOf(plan)) dangers.push(`${name}, ${left}: ${danger}`);
        }
      }
    }
  });
} finally {
  await onServer('postgres', ...explaining(false));
}

const lefts = Object.keys(FILTERS);
const line = (cells) => `| ${cells.join(' | ')} |`;
const table = [
  line(['what', 'statements', ...lefts.flatMap((left) => [`${left}: ms`, 'CPU ms', 'again'])]),
  line(['---', '---:', ...lefts.flatMap(() => ['---:', '---:', '---:'])]),
  ...QUESTIONS.map(([name]) => {
    const of = lefts.map((left) => results.get(`${name}|${left}`));
    return line([
      name,
      Math.max(...of.map(({ statements = 0 }) => statements)),
      ...of.flatMap(({ ms, cpuMs, againMs }) =>
        [ms, cpuMs, againMs].map((one) => (one === Infinity ? '–' : one.toFixed(0))),
      ),
    ]);
  }),
].join('\n');
const slow = [...results]
  .filter(([, { ms }]) => ms > SLOW_MS)
  .map(([key]) => key.replace('|', ', '));
const [{ server_version: version }] = await onServer('postgres', 'SHOW server_version');
const report = `${grants.toLocaleString('en')} grants of the generator, PostgreSQL ${version} with its default settings, ${cpus().length} × ${cpus()[0].model}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, ${new Date().toISOString().slice(0, 10)}. By HTTP, one question at a time, all in memory; the median of ${rounds}, each after something was written, so that all is counted anew; and asked again, when it is remembered. CPU is that of server and database together. ${slow.length === 0 ? `Nothing takes longer than ${SLOW_MS} ms.` : `Longer than ${SLOW_MS} ms: ${slow.join('; ')}.`} ${dangers.length === 0 ? 'No plan spills to disk, or passes again and again through what has no index.' : 'Some plans have a danger in them.'}

${table}`;
console.log(`\n${report}`);
if (options.write && options.only === '') {
  const file = new URL('../docs/performance.md', import.meta.url);
  const [before, rest] = readFileSync(file, 'utf8').split('<!-- bench:funding -->');
  const [, after] = rest.split('<!-- /bench:funding -->');
  writeFileSync(
    file,
    `${before}<!-- bench:funding -->\n\n${report}\n\n<!-- /bench:funding -->${after}`,
  );
}
if (dangers.length > 0) {
  console.error(`\nPlans that will not hold:\n${dangers.map((one) => `  - ${one}`).join('\n')}`);
  process.exitCode = 1;
}
