// Asks what a donor asks of a million grants, by HTTP: how long it takes, and by which plans.
//   npm run bench:funding                    prints a table, and fails where a plan has a danger in it
//   npm run bench:funding -- --write         writes its part of docs/performance.md too
//   npm run bench:funding -- --only sector   only what has that in its name; --plans prints the plans
import { readFileSync, writeFileSync } from 'node:fs';
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
const FACET = 'distinctCount values { key label grantCount }';
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
    facets(`facet(dimension: ${dimension}) { unknownCount }`),
  ]),
  [
    'twelve facets at once',
    facets(
      `grants ${DIMENSIONS.filter((dimension) => dimension !== 'DATA_SET')
        .map((dimension) => `${dimension}: facet(dimension: ${dimension}) { ${FACET} }`)
        .join(' ')}`,
    ),
  ],
  ['totals: how many, what is left out', totals('grantCount leftOut { reason grantCount }')],
  [
    'totals: sum, least, greatest of two measures',
    totals(
      'amounts(measures: [AWARDED, DISBURSED]) { measure currency grantCount sum { amount } min { amount } max { amount } }',
    ),
  ],
  [
    'totals: with median, of one measure',
    totals(
      'amounts(measures: [AWARDED]) { currency grantCount sum { amount } min { amount } max { amount } median { amount } }',
    ),
  ],
  [
    'totals: all of all five measures',
    totals(
      'amounts { measure currency grantCount sum { amount } min { amount } max { amount } median { amount } }',
    ),
  ],
  [
    'converted: awarded',
    totals('convertedTo(currency: "EUR", measures: [AWARDED]) { sum { amount } amountCount }'),
  ],
  [
    'converted: disbursed',
    totals('convertedTo(currency: "EUR", measures: [DISBURSED]) { sum { amount } amountCount }'),
  ],
  ...DIMENSIONS.map((dimension) => [
    `groups: ${word(dimension)}`,
    totals(
      `groups(by: ${dimension}, measures: [AWARDED]) { key label grantCount amounts { currency sum { amount } } }`,
    ),
  ]),
  [
    'groups: funder per year',
    totals(
      'groups(by: FUNDER, perYear: true, measures: [AWARDED]) { key year grantCount amounts { currency sum { amount } } }',
    ),
  ],
  [
    'flows: funder, programme, recipient, sector',
    'grantFlows(filter: $filter, currency: "EUR") { grantCount nodes { name amount { amount } grantCount } links { from to amount { amount } } }',
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

/**
 * In which ways figures come to be: what the server of each has in its configuration, and whether
 * something is written before each question.
 */
const WAYS = {
  new: { environment: { CACHE_CHARACTERS: '0' } },
  written: { environment: {}, isAfterWrite: true },
  again: { environment: {} },
  rows: { environment: { CACHE_CHARACTERS: '0', COLUMNS_FROM_GRANTS: '0' } },
};
const FROM_ROWS = 'rows';

/** The whole product, listening on loopback, with its copy in columns if it makes one; closed in the end. */
async function served(way, use) {
  const own = readConfig({ DATABASE_URL: url, ...WAYS[way].environment }, '');
  const database = await openDatabase(own);
  let tellCopied;
  const copied = new Promise((resolve) => (tellCopied = resolve));
  const app = await createServer({
    config: own,
    database,
    schema: await createSchema(),
    log: createLog('info', {
      write: (text) => {
        if (text.includes('from columns')) tellCopied(JSON.parse(text).ms);
        if (text.includes('"level":40')) console.error(text);
      },
    }),
  });
  try {
    const address = await app.listen({ host: '127.0.0.1', port: 0 });
    if (own.columnsFromGrants > 0) copying.push(await copied);
    return await use((fields, filter) => ask(address, fields, filter));
  } finally {
    await app.close();
    await database.close();
  }
}

/** How long the copies took that servers made, in milliseconds. */
const copying = [];

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

/** Writes one grant; that its title stays as it is, nothing looks into. */
const write = () =>
  onServer(
    options.database,
    `UPDATE "grant" SET title = title WHERE id = (SELECT g.id FROM "grant" g ORDER BY g.id LIMIT 1)`,
  );

async function measured(question, isAfterWrite) {
  const taken = [];
  await question();
  for (let round = 0; round < rounds; round += 1) {
    if (isAfterWrite) await write();
    const start = performance.now();
    await question();
    taken.push(performance.now() - start);
  }
  return median(taken);
}

/** The plans of the statements of a question, as the database ran them: `auto_explain` sends each to the connection that asked. */
async function plansOf(question, filter, told) {
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

const dangers = [];
const statements = new Map();
const results = new Map();
const lefts = Object.keys(FILTERS);
const keyOf = (...parts) => parts.join(', ');
for (const way of Object.keys(WAYS)) {
  await served(way, async (put) => {
    for (const [name, fields] of QUESTIONS) {
      for (const left of lefts) {
        const key = keyOf(name, left, way);
        const question = () => put(fields, FILTERS[left]);
        const ms = await measured(question, WAYS[way].isAfterWrite).catch((error) => {
          dangers.push(`${key}: is not answered: ${error.message}`);
          return Infinity;
        });
        results.set(key, ms);
        console.error(`${key}: ${ms.toFixed(0)} ms`);
      }
    }
  });
}

const told = listen();
await onServer('postgres', ...explaining(true));
try {
  await served(FROM_ROWS, async (put) => {
    for (const [name, fields] of QUESTIONS) {
      for (const [left, filter] of Object.entries(FILTERS)) {
        if (results.get(keyOf(name, left, FROM_ROWS)) === Infinity) continue;
        // Being looked at makes a statement slower; what then takes too long has been measured above.
        const plans = await plansOf((given) => put(fields, given), filter, told).catch((error) => {
          dangers.push(`${name}, ${left}: has no plan to look at: ${error.message}`);
          return [];
        });
        statements.set(name, Math.max(statements.get(name) ?? 0, plans.length));
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

const line = (cells) => `| ${cells.join(' | ')} |`;
const table = [
  line([
    'what',
    'statements',
    ...lefts.flatMap((left) =>
      Object.keys(WAYS).map((way, at) => (at === 0 ? `${left}: ${way}` : way)),
    ),
  ]),
  line(['---', '---:', ...lefts.flatMap(() => Object.keys(WAYS).map(() => '---:'))]),
  ...QUESTIONS.map(([name]) =>
    line([
      name,
      statements.get(name) ?? '–',
      ...lefts.flatMap((left) =>
        Object.keys(WAYS).map((way) => {
          const ms = results.get(keyOf(name, left, way));
          return ms === Infinity ? '–' : ms.toFixed(0);
        }),
      ),
    ]),
  ),
].join('\n');
const slowIn = (way) =>
  [...results]
    .filter(([key, ms]) => key.endsWith(way) && ms > SLOW_MS)
    .map(([key]) => key.replace(`, ${way}`, ''));
const slow = Object.keys(WAYS).map((way) => {
  const found = slowIn(way);
  return `Longer than ${SLOW_MS} ms, ${way}: ${found.length === 0 ? 'nothing' : found.join('; ')}.`;
});
const [{ server_version: version }] = await onServer('postgres', 'SHOW server_version');
const report = `${grants.toLocaleString('en')} grants of the generator, PostgreSQL ${version} with its default settings, ${cpus().length} × ${cpus()[0].model}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, ${new Date().toISOString().slice(0, 10)}. By HTTP, one question at a time, in ms, all in memory; the median of ${rounds}. **New**: asked for the first time, of the copy in columns, which took ${(median(copying) / 1000).toFixed(1)} s to make. **Written**: asked right after a grant was written, as it ships. **Again**: asked once more, as it ships. **Rows**: without a copy (\`COLUMNS_FROM_GRANTS=0\`) and with nothing remembered, as PostgreSQL counts; the statements and plans are those. ${slow.join(' ')} ${dangers.length === 0 ? 'No plan spills more than 64 MB to disk, or passes again and again through what has no index.' : 'Some plans have a danger in them.'}

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
