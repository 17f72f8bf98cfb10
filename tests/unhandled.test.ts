import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  freshDatabase,
  openWorkplace,
  type FreshDatabase,
  type Running,
  type Workplace,
} from './support/workplace.js';

/** Faults that no code handles, on signals from outside. */
const FAULTS = `
  process.on('SIGUSR2', () => { Promise.reject(new Error('nobody waits for it')); });
  process.on('SIGHUP', () => { throw new Error('nobody catches it'); });`;

let workplace: Workplace;
let database: FreshDatabase;
let server: Running;
let address: string;
beforeAll(async () => {
  workplace = openWorkplace();
  database = await freshDatabase(workplace, 'FOUNDING');
  server = workplace.start(['serve'], {
    ...database.settings,
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(FAULTS)}`,
  });
  [, address = ''] = await server.says(/SCAN Graph is at (http:\S+)\/graphql/);
});
afterAll(async () => {
  await workplace.close();
  await database.drop();
});

const metrics = async () => (await fetch(`${address}/metrics`)).text();

describe('an unhandled error', () => {
  test('is counted and logged, and the server continues, if it is a rejected promise', async () => {
    server.process.kill('SIGUSR2');
    await server.says(/unhandled promise rejection/);
    expect(server.printed()).toMatch(/nobody waits for it/);
    expect(await metrics()).toMatch(/^scan_graph_unhandled_total\{kind="rejection"\} 1$/m);
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
  });

  test('shuts the server down with status 1 if it is an exception', async () => {
    server.process.kill('SIGHUP');
    const { code, stdout } = await server.ended;
    expect(code).toBe(1);
    expect(stdout).toMatch(/"level":60.*nobody catches it/);
    expect(stdout).toMatch(/"msg":"stopping"/);
  });
});
