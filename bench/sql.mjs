// Only the statements, ours against those written by hand, on one connection: where does the database's time go?
import { parse, getOperationAST } from 'graphql';
import pg from 'pg';
process.env.PORT = '0';
process.env.DATABASE_URL ??= 'postgres://postgres@127.0.0.1:5432/scan_graph_bench_x10';
const { STATEMENTS } = await import('./peers/hand.mjs');
const { shapes, sample } = await import('./shapes.mjs');
const { encodeCursor } = await import('../dist/src/fields/cursor.js');
const { openDatabase } = await import('../dist/src/database/database.js');
const { createSchema } = await import('../dist/src/schema.js');
const { Planner } = await import('../dist/src/planner/planner.js');
const database = await openDatabase({
  databaseUrl: process.env.DATABASE_URL,
  dataDir: '',
  databasePoolSize: 1,
  statementTimeoutMs: 10000,
});
const planner = new Planner({ schema: await createSchema(), tables: database.tables });
const client = new pg.Client({ connectionString: process.env.DATABASE_URL, options: '-c jit=off' });
await client.connect();
for (const shape of shapes(await sample(client, 9980), encodeCursor)) {
  if (process.argv[2] && !shape.name.includes(process.argv[2])) continue;
  const document = parse(shape.ours);
  const operation = getOperationAST(document);
  const ours = shape.inputs.map(({ ours }) => planner.plan(document, operation, ours));
  if (ours[0].kind === 'NOT_PLANNED') {
    console.log(shape.name, 'not planned:', ours[0].reason);
    continue;
  }
  if (process.argv[3] === 'text') console.log(ours[0].text, ours[0].values);
  if (process.argv[3] === 'explain') {
    await client.query(`PREPARE x AS ${ours[0].text}`);
    const literal = (v) =>
      v === null
        ? 'NULL'
        : Array.isArray(v)
          ? `ARRAY[${v.map(literal)}]`
          : pg.escapeLiteral(String(v));
    for (let i = 0; i < 7; i += 1) {
      const { rows } = await client.query(
        `EXPLAIN (ANALYZE, BUFFERS OFF, COSTS OFF) EXECUTE x(${ours[0].values.map(literal)})`,
      );
      if (i === 6) console.log(rows.map((row) => row['QUERY PLAN']).join('\n'));
    }
    const { rows } = await client.query(
      'SELECT generic_plans, custom_plans FROM pg_prepared_statements',
    );
    console.log(rows);
  }
  const hand = shape.inputs.map(({ peers }) => ({
    text: STATEMENTS[shape.hand].text,
    values: STATEMENTS[shape.hand].values(peers),
  }));
  const times = { ours: [], hand: [] };
  for (let at = 0; at < 300; at += 1) {
    for (const [name, list] of [
      ['ours', ours],
      ['hand', hand],
    ]) {
      const { text, values } = list[at % list.length];
      const start = performance.now();
      await client.query({ name: `${name} ${shape.name} ${text.length}`.slice(-60), text, values });
      if (at >= 50) times[name].push(performance.now() - start);
    }
  }
  const low = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 4)];
  console.log(
    `${shape.name}: ours ${low(times.ours).toFixed(2)} ms, hand ${low(times.hand).toFixed(2)} ms → ${(low(times.hand) / low(times.ours)).toFixed(2)}`,
  );
}
process.exit(0);
