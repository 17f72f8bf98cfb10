import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { schema } from './support/schema.js';
import { faultOf, torture } from './support/torture.js';
import {
  freshDatabase,
  openWorkplace,
  type FreshDatabase,
  type Running,
  type Workplace,
} from './support/workplace.js';

const OPERATIONS = 200;

let workplace: Workplace;
let database: FreshDatabase;
let server: Running;
let address: string;
beforeAll(async () => {
  workplace = openWorkplace();
  database = await freshDatabase(workplace, 'FOUNDING');
  server = workplace.start(['serve'], database.settings);
  [, address = ''] = await server.says(/SCAN Graph is at (http:\S+)\/graphql/);
});
afterAll(async () => {
  await workplace.close();
  await database.drop();
});

async function ask(query: string, variables: Readonly<Record<string, unknown>> = {}) {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
}

describe('a running server', () => {
  test.each([
    // In a list, one item fails while another waits for the database.
    '{ clusters(first: 100) { nodes { region { name } seats(first: 101) { totalCount } } } }',
    '{ clusters(first: 100) { nodes { seats(first: 101) { totalCount } region { name } } } }',
    '{ clusters(first: 100) { edges { node { region { name } memberships(after: "42") { totalCount } } } } }',
    '{ nodes(ids: ["x", "y"]) { id } organizations(first: 100) { nodes { region { name } seats(last: -1) { totalCount } } } }',
  ])('answers with an error and stays up: %s', async (query) => {
    const { errors = [] } = await ask(query);
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(
      new Set(['BAD_USER_INPUT']),
    );
    expect(await ask('{ __typename }')).toMatchObject({ data: { __typename: 'Query' } });
  });

  test('answers invalid arguments at every depth with an error code', async () => {
    const report = await torture({
      // It has all that clients can ask for, and more.
      endpoint: `${address}/subgraph`,
      schema,
      count: OPERATIONS,
      seed: 1,
    });
    expect(report.faults).toEqual([]);
    expect(report.sent).toBe(OPERATIONS);
    expect(report.refused).toBeGreaterThan(OPERATIONS / 3);
  });

  test('may answer nothing only where Federation has it so', () => {
    const refused = (key: string) => ({
      data: null,
      errors: [
        { message: 'no', path: [key], extensions: { code: 'BAD_USER_INPUT', inputPath: [] } },
      ],
    });
    const query = '{ e: _entities(representations: []) { __typename } c: clusters { totalCount } }';
    expect(faultOf(refused('e'), { query })).toBeNull();
    expect(faultOf(refused('c'), { query })).toMatch(/^no data/);
    expect(
      faultOf(refused('_entities'), { query: '{ _entities(representations: []) { __typename } }' }),
    ).toBeNull();
  });

  test('has no internal error after all that', async () => {
    const metrics = await (await fetch(`${address}/metrics`)).text();
    expect(metrics).toMatch(/^scan_graph_unhandled_total\{kind="rejection"\} 0$/m);
    expect(metrics).toMatch(/^scan_graph_unhandled_total\{kind="exception"\} 0$/m);
    expect(metrics).not.toMatch(/^scan_graph_operations_total\{way="failed"\} [1-9]/m);
    // The log is written a moment later, and whole when the process has ended.
    server.process.kill('SIGTERM');
    const { code, stdout } = await server.ended;
    expect(code).toBe(0);
    const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
    expect(lines.length).toBeGreaterThan(OPERATIONS);
    const levels = lines.map((line) => JSON.parse(line) as { level: number; msg: string });
    expect(levels.filter(({ level }) => level > 30)).toEqual([]);
  });
});
