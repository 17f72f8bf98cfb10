// Asks for every list of the schema within every other, by HTTP, and prints how long each pair takes.
//   npm run bench:lists                        all pairs at ×10 and ×100; fails where a pair takes too long
//   npm run bench:lists -- --sizes 10          at one size
//   npm run bench:lists -- --only coFunders    only the pairs with that in their name
import { parseArgs } from 'node:util';
import { buildClientSchema, getIntrospectionQuery, getNamedType, isLeafType } from 'graphql';
import { ask, databaseOf, served } from './databases.mjs';

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10,100' },
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: '3' },
    server: { type: 'string', default: 'postgres://postgres@127.0.0.1:5432/' },
    prefix: { type: 'string', default: 'scan_graph_bench_x' },
  },
});
const sizes = options.sizes.split(',').map(Number);
const rounds = Number(options.rounds);
/** How long a pair may take, in milliseconds, by the size of the network. */
const BOUNDS = { 1: 200, 10: 200, 100: 1000 };
/** What a busy machine has made slow is measured again, this many times. */
const RETRIES = 3;
const [OUTER, INNER] = [20, 5];

const isConnection = ({ type }) => getNamedType(type).name.endsWith('Connection');
const fieldsOf = (type) => Object.values(type.getFields());
const nodeOf = ({ type }) => getNamedType(getNamedType(type).getFields().nodes.type);

/** Every list of the root with every list of its nodes. */
function pairsOf(schema) {
  return fieldsOf(schema.getQueryType())
    .filter((outer) => isConnection(outer) && outer.args.every(({ type }) => !isRequired(type)))
    .flatMap((outer) =>
      fieldsOf(nodeOf(outer))
        .filter(isConnection)
        .map((inner) => ({
          name: `${outer.name} { ${inner.name} }`,
          query: `{ ${outer.name}(first: ${OUTER}) { totalCount nodes {
            ${inner.name}(first: ${INNER}) { totalCount nodes { ${scalarOf(nodeOf(inner))} } } } } }`,
          path: [outer.name, inner.name],
        })),
    )
    .filter(({ name }) => name.includes(options.only));
}
const isRequired = (type) => String(type).endsWith('!');
const scalarOf = (type) =>
  fieldsOf(type).find(({ name, type: of }) => name !== 'id' && isLeafType(getNamedType(of))).name;

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** How long the answer takes, the median of some rounds after one that warms up. Infinity where it fails. */
async function measure(address, { query, path: [outer, inner] }) {
  const { data, errors } = await ask(address, query);
  if (errors !== undefined) return { ms: Infinity, rows: errors[0].extensions.code };
  const nodes = data[outer].nodes;
  const rows = nodes.reduce((sum, node) => sum + node[inner].nodes.length, nodes.length);
  const taken = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await ask(address, query);
    taken.push(performance.now() - start);
  }
  return { ms: median(taken), rows };
}

const results = new Map();
for (const size of sizes) {
  const url = await databaseOf(size, options);
  // Lists are read anew each time, and nothing copies grants meanwhile.
  const environment = { CACHE_CHARACTERS: '0', COLUMNS_FROM_GRANTS: '0' };
  await served(url, environment, async ({ address }) => {
    const { data } = await ask(address, getIntrospectionQuery());
    for (const pair of pairsOf(buildClientSchema(data))) {
      let found = await measure(address, pair);
      for (let time = 0; found.ms > BOUNDS[size] && time < RETRIES; time += 1) {
        const again = await measure(address, pair);
        if (again.ms < found.ms) found = again;
      }
      results.set(pair.name, { ...results.get(pair.name), [size]: found });
    }
  });
}

const line = (cells) => `| ${cells.join(' | ')} |`;
const cellsOf = ({ ms, rows }) => [rows, ms === Infinity ? '–' : ms.toFixed(0)];
console.log(
  [
    line(['pair', ...sizes.flatMap((size) => [`rows at ×${size}`, `ms at ×${size}`])]),
    line(['---', ...sizes.flatMap(() => ['---:', '---:'])]),
    ...[...results].map(([name, found]) =>
      line([name, ...sizes.flatMap((size) => cellsOf(found[size]))]),
    ),
  ].join('\n'),
);
const slow = [...results].flatMap(([name, found]) =>
  sizes
    .filter((size) => found[size].ms > BOUNDS[size])
    .map((size) => `${name} takes ${found[size].ms.toFixed(0)} ms at ×${size}`),
);
console.log(`\n${results.size} pairs, ${slow.length} of them too slow at a size.`);
if (slow.length > 0) {
  console.error(slow.map((one) => `  - ${one}`).join('\n'));
  process.exitCode = 1;
}
