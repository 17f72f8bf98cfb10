// Measures what each field costs on the synthetic network, and derives its weights, in points.
//   npm run bench:cost                 prints what it finds at ×1 and ×10
//   npm run bench:cost -- --write      writes src/operation/cost-weights.ts too, from ×10
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildClientSchema, getIntrospectionQuery, getNamedType } from 'graphql';
import { ask, databaseOf, served } from './databases.mjs';
import { argumentsOf } from './cost-arguments.mjs';
import { COMPUTED, FILTERED_AS, FIXED, SOUGHT } from './cost-questions.mjs';

const { values: options } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    sizes: { type: 'string', default: '1,10' },
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: '5' },
    server: { type: 'string', default: 'postgres://postgres@127.0.0.1:5432/' },
    prefix: { type: 'string', default: 'scan_graph_bench_x' },
  },
});
const sizes = options.sizes.split(',').map(Number);
const rounds = Number(options.rounds);
/** A point is this much time of server and database together, for one request at a time. */
const POINT_MS = 0.01;
/** What a field costs that is not named; see docs/decisions/0016-cost.md. */
const DEFAULTS = {
  connection: { group: 5, row: 1, count: 3, filter: 5 },
  list: { group: 2, row: 1 },
  object: { row: 1 },
  value: 0.2,
};
/** A weight is named if it is as many times the default, and as many points more: what is less is noise. */
const SIGNIFICANT = { times: 3, points: 20, pointsOfRoot: 100 };
/** A kind of organizations is named if its weights are this many points less than those of the highest. */
const LESS = 300;
/** Of how many parents a field is asked. */
const PARENTS = 20;
/** With fewer, what else the machine does would be taken for what they cost. */
const MIN_PARENTS = 5;

const fieldsOf = (type) => Object.values(type.getFields());
const isConnection = ({ type }) => getNamedType(type).name.endsWith('Connection');
const nodeOf = ({ type }) => getNamedType(getNamedType(type).getFields().nodes.type);

/** The least of some rounds: whatever else the machine does only adds to it. */
async function least(address, query) {
  let ms = Infinity;
  let answer;
  for (let round = 0; round <= rounds; round += 1) {
    const start = performance.now();
    answer = await ask(address, typeof query === 'function' ? query(round) : query);
    if (answer.data == null) throw new Error(`${query}: ${answer.errors[0].message}`);
    if (round > 0) ms = Math.min(ms, performance.now() - start);
  }
  return { ms, data: answer.data };
}

/** What is asked of a connection, within `around`. */
async function measureConnection(address, field, around, pathOf, parents) {
  const text = field.args.some(({ name }) => name === 'query') ? `query: "${SOUGHT}", ` : '';
  const page = (size, args, what = 'nodes { id }') =>
    around(`${field.name}(${text}first: ${size}${args === '' ? '' : `, ${args}`}) { ${what} }`);
  const time = async (query) => (await least(address, query)).ms;
  const { plain, filtered } = argumentsOf(field);
  const base = await time(around('__typename'));
  const small = [];
  for (const args of plain) small.push(await time(page(1, args)));
  const found = [];
  for (const args of filtered) {
    // What the value of an argument alone cannot show is left out.
    const ms = await time(page(1, args)).catch(() => 0);
    found.push(ms);
  }
  const large = await least(address, page(100, ''));
  const lists = [pathOf(large.data)].flat().filter((list) => list != null);
  const rows = lists.reduce((sum, list) => sum + list[field.name].nodes.length, 0);
  const counted = (await time(page(1, '', 'totalCount'))) - base;
  // With its rows, some lists say how many they are at no further cost.
  const both = (await time(page(1, '', 'totalCount nodes { id }'))) - small[0];
  const group = (Math.max(...small) - base) / parents;
  return {
    group,
    count: Math.max(both, counted - (small[0] - base), 0) / parents,
    filter:
      found.length === 0 ? 0 : Math.max(Math.max(...found) - base - group * parents, 0) / parents,
    row: rows > 10 * parents ? Math.max(large.ms - small[0], 0) / (rows - parents) : 0,
  };
}

async function measureAll(address) {
  const { data } = await ask(address, getIntrospectionQuery());
  const schema = buildClientSchema(data);
  const measured = new Map();
  const note = (key, kind, ms) => {
    const points = Object.fromEntries(
      Object.entries(ms).map(([part, value]) => [part, value / POINT_MS]),
    );
    const known = measured.get(key)?.points ?? {};
    for (const part of Object.keys(points)) points[part] = Math.max(points[part], known[part] ?? 0);
    measured.set(key, { kind, points });
  };
  const roots = fieldsOf(schema.getQueryType()).filter(isConnection);
  for (const root of roots) {
    const own = await measureConnection(
      address,
      root,
      (inner) => `{ ${inner} }`,
      (all) => all,
      1,
    );
    if (`Query.${root.name}`.includes(options.only)) note(`Query.${root.name}`, 'connection', own);
    if (root.args.some(({ name }) => name === 'query')) continue;
    const type = nodeOf(root);
    const { data: some } = await least(
      address,
      `{ ${root.name}(first: ${PARENTS}) { nodes { id } } }`,
    );
    const parents = some[root.name].nodes.length;
    if (parents < MIN_PARENTS) continue;
    for (const field of fieldsOf(type).filter(isConnection)) {
      const key = `${type.name}.${field.name}`;
      if (!key.includes(options.only)) continue;
      const around = (inner) => `{ ${root.name}(first: ${PARENTS}) { nodes { ${inner} } } }`;
      const points = await measureConnection(
        address,
        field,
        around,
        (all) => all[root.name].nodes,
        parents,
      );
      note(key, 'connection', points);
    }
  }
  for (const { key, kind, part, query, base = '{ __typename }', parents = 1 } of COMPUTED) {
    if (!key.includes(options.only)) continue;
    const without = await least(address, base);
    const { ms } = await least(address, query);
    note(key, kind, { [part]: Math.max(ms - without.ms, 0) / parents });
  }
  return { schema, measured };
}

/** What is named: of a weight, what differs from the default; of kinds of organizations, what differs from the highest. */
function weightsOf({ schema, measured }) {
  const weights = {};
  const known = new Map(measured);
  for (const type of ['Organization']) {
    const kinds = schema.getPossibleTypes(schema.getType(type)).map(({ name }) => name);
    for (const { name } of fieldsOf(schema.getType(type)).filter(isConnection)) {
      const all = [type, ...kinds].flatMap((kind) => known.get(`${kind}.${name}`) ?? []);
      if (all.length === 0) continue;
      const points = {};
      for (const one of all)
        for (const [part, value] of Object.entries(one.points))
          points[part] = Math.max(points[part] ?? 0, value);
      known.set(`${type}.${name}`, { kind: 'connection', points });
    }
  }
  const differs = (value, usual, type) =>
    value > usual * SIGNIFICANT.times &&
    value - usual > (type === 'Query' ? SIGNIFICANT.pointsOfRoot : SIGNIFICANT.points);
  for (const [key, { kind, points }] of [...known].sort()) {
    const [type, field] = key.split('.');
    const wider = isKindOfOrganization(schema, type) ? weights[`Organization.${field}`] : undefined;
    const own = {};
    for (const [part, value] of Object.entries(points)) {
      const usual = DEFAULTS[kind]?.[part] ?? 0;
      if (differs(value, usual, type)) own[part] = rounded(value);
    }
    if (wider === undefined) {
      if (Object.keys(own).length > 0) weights[key] = own;
      continue;
    }
    // Only what is far less than for other kinds is worth a line of its own.
    const total = (one) => Object.values(one).reduce((sum, value) => sum + value, 0);
    if (total(wider) > 4 * total(own) && total(wider) - total(own) > LESS) weights[key] = own;
  }
  // Figures and networks evaluate a filter as the list of the same rows does.
  for (const [figure, list] of Object.entries(FILTERED_AS)) {
    weights[figure] = {
      ...weights[figure],
      filter: weights[list]?.filter ?? DEFAULTS.connection.filter,
    };
  }
  return Object.fromEntries(Object.entries({ ...weights, ...FIXED }).sort());
}
function isKindOfOrganization(schema, type) {
  const found = schema.getType(type);
  return found?.getInterfaces?.().some(({ name }) => name === 'Organization') ?? false;
}

/** To two digits: it is no more exact than that. */
const rounded = (value) => Number(Math.ceil(Number(value.toPrecision(2))));

const found = new Map();
for (const size of sizes) {
  const url = await databaseOf(size, options);
  const environment = {
    CACHE_CHARACTERS: '0',
    COLUMNS_FROM_GRANTS: '0',
    MAX_COST: '1000000000',
  };
  found.set(size, await served(url, environment, ({ address }) => measureAll(address)));
}
const line = (cells) => `| ${cells.join(' | ')} |`;
const last = found.get(sizes.at(-1));
const shown = ({ points } = { points: {} }) =>
  Object.entries(points)
    .map(([part, value]) => `${part} ${value.toFixed(0)}`)
    .join(', ');
console.log(
  [
    line(['field', ...sizes.map((size) => `points at ×${size}`)]),
    line(['---', ...sizes.map(() => '---')]),
    ...[...last.measured.keys()].map((key) =>
      line([key, ...sizes.map((size) => shown(found.get(size).measured.get(key)))]),
    ),
  ].join('\n'),
);
const weights = weightsOf(last);
console.log(JSON.stringify(weights, null, 2));
if (options.write && options.only === '') {
  writeFileSync(
    new URL('../src/operation/cost-weights.ts', import.meta.url),
    `// Written by \`npm run bench:cost -- --write\`; see docs/decisions/0016-cost.md.

/** What a field costs, in points: of what is left out, what is usual for fields of its kind. */
export interface Weights {
  /** Once in an operation, however many parents there are. */
  readonly once?: number;
  /** For each parent. */
  readonly group?: number;
  /** For each object that it holds. */
  readonly row?: number;
  /** For each \`totalCount\`. */
  readonly count?: number;
  /** For each parent and condition of a filter. */
  readonly filter?: number;
}

/** What fields cost that are not named: connections, other lists, single objects; and plain values. */
export const DEFAULT_WEIGHTS = ${JSON.stringify(DEFAULTS)} as const;

/** By the name of the field, with that of its type or of an interface of it. */
export const WEIGHTS: Readonly<Record<string, Weights>> = ${JSON.stringify(weights)};
`,
  );
}
