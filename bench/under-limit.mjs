// Makes operations that cost as much as is allowed, runs them at ×10, and fails where one takes more CPU than it may.
//   npm run bench:limit                     forty operations; -- --operations 200 --seed 7 for others
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { getNamedType, isInterfaceType, isLeafType, isObjectType, parse } from 'graphql';
import { DEFAULT_LIMITS } from '../dist/src/config.js';
import { costOf } from '../dist/src/operation/cost.js';
import { createSchema } from '../dist/src/schema.js';
import { argumentsOf } from './cost-arguments.mjs';
import { COMPUTED, SOUGHT } from './cost-questions.mjs';
import { ask, databaseOf, served, withClient } from './databases.mjs';

const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: '10' },
    operations: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    server: { type: 'string', default: 'postgres://postgres@127.0.0.1:5432/' },
    prefix: { type: 'string', default: 'scan_graph_bench_x' },
  },
});
/** What an operation may take of server and database together. */
const MAX_CPU_MS = 2000;
/** How near to the limit an operation comes. */
const NEAR = 0.7;

const schema = await createSchema();
const limit = DEFAULT_LIMITS.cost;
let state = Number(options.seed);
/** Pseudorandom, so that a run can be repeated (mulberry32). */
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
const one = (list) => list[Math.floor(random() * list.length)];

const fieldsOf = (type) => Object.values(type.getFields());
const isConnection = ({ type }) => getNamedType(type).name.endsWith('Connection');
const nodeOf = ({ type }) => getNamedType(getNamedType(type).getFields().nodes.type);
const roots = fieldsOf(schema.getQueryType()).filter(isConnection);
/** What is asked for the calibration, as fields of the root. */
const computed = COMPUTED.map(({ query }) => query).filter((query) => query !== undefined);

/** A list with lists in it, as deep as that. */
function listOf(field, depth) {
  const type = nodeOf(field);
  const { plain, filtered } = argumentsOf(field);
  const text = field.args.some(({ name }) => name === 'query') ? [`query: "${SOUGHT}"`] : [];
  const args = [...text, `first: ${one([1, 5, 20, 50, 100])}`, one(plain)];
  if (filtered.length > 0 && random() < 0.3) args.push(one(filtered));
  const values = fieldsOf(type)
    .filter((inner) => isLeafType(getNamedType(inner.type)) && random() < 0.3)
    .map(({ name }) => name);
  const lists =
    depth > 0 && (isObjectType(type) || isInterfaceType(type))
      ? fieldsOf(type)
          .filter(isConnection)
          .filter(() => random() < 0.3)
          .slice(0, 3)
          .map((inner) => listOf(inner, depth - 1))
      : [];
  const count = random() < 0.5 ? 'totalCount' : '';
  const given = args.filter((arg) => arg !== '').join(', ');
  return `${field.name}(${given}) { ${count} nodes { id ${[...values, ...lists].join(' ')} } }`;
}

function rootField() {
  if (random() < 0.3) {
    const query = one(computed);
    const text = typeof query === 'function' ? query() : query;
    return text.slice(text.indexOf('{') + 1, text.lastIndexOf('}')).trim();
  }
  return listOf(one(roots), one([0, 1, 1, 2]));
}

/** The same with other arguments, so that nothing of it is known from the first. */
const varied = (field) =>
  field
    .replaceAll(/first: 1\b/g, () => `first: ${1 + Math.floor(random() * 10)}`)
    .replaceAll(/asOf: "20../g, () => `asOf: "20${10 + Math.floor(random() * 15)}`);

function priceOf(query) {
  const document = parse(query);
  return costOf(schema, document, document.definitions[0], {}).requested;
}

/** Fields of the root, one after the other, as long as the limit allows; often the same one again. */
function operation() {
  const fields = [];
  let again = null;
  let cost = 0;
  for (let time = 0; time < 400 && cost < limit * NEAR && fields.length < 45; time += 1) {
    const field = again === null ? rootField() : varied(again);
    const query = `{ ${[...fields, `a${fields.length}: ${field}`].join(' ')} }`;
    const price = priceOf(query);
    if (price > limit || query.length > 9000) {
      again = null;
      continue;
    }
    // What is cheap hardly fills an operation.
    if (again === null && price - cost < limit / 200) continue;
    fields.push(`a${fields.length}: ${field}`);
    cost = price;
    again = random() < 0.6 ? field : null;
  }
  return { query: `{ ${fields.join(' ')} }`, cost };
}

const TICK_MS = 10;
function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

const url = await databaseOf(Number(options.size), options);
const results = [];
await withClient(url, (client) =>
  served(url, { CACHE_CHARACTERS: '0', COLUMNS_FROM_GRANTS: '0' }, async ({ address, pid }) => {
    const taken = async () => {
      const { rows } = await client.query(
        `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
      );
      return rows.reduce((sum, row) => sum + cpuOf(row.pid), cpuOf(pid));
    };
    await ask(address, '{ organizations { nodes { id } } }');
    while (results.length < Number(options.operations)) {
      const { query, cost } = operation();
      if (cost < limit / 2) continue;
      const before = await taken();
      const start = performance.now();
      const { errors, extensions } = await ask(address, query);
      const ms = performance.now() - start;
      results.push({
        cpu: (await taken()) - before,
        ms,
        cost,
        actual: extensions?.cost?.actual,
        code: errors?.[0].extensions.code ?? '',
        query,
      });
    }
  }),
);
results.sort((left, right) => right.cpu - left.cpu);
console.log('| points | of them in the answer | CPU ms | ms | error | operation |');
console.log('|---:|---:|---:|---:|---|---|');
for (const { cpu, ms, cost, actual, code, query } of results) {
  const shown = query.replaceAll(/\s+/g, ' ').slice(0, 100);
  console.log(`| ${cost} | ${actual} | ${cpu} | ${ms.toFixed(0)} | ${code} | \`${shown}\` |`);
}
const slow = results.filter(({ cpu }) => cpu > MAX_CPU_MS);
if (slow.length > 0) {
  console.error(`\n${slow.length} operations take more than ${MAX_CPU_MS} ms of CPU:`);
  console.error(
    slow.map(({ cpu, cost, query }) => `${cpu} ms, ${cost} points: ${query}`).join('\n'),
  );
  process.exitCode = 1;
}
