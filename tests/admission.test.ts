import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { OPERATIONS_AT_ONCE, OPERATIONS_WAITING } from '../src/config.js';
import type { Database } from '../src/database/database.js';
import { NoSlotError, Slots, type ReleaseSlot } from '../src/slots.js';
import { openTestDatabase } from './support/databases.js';
import { openLoggedServer, type LoggedServer } from './support/logged-server.js';

/** As src/operation/admission.ts has it for quick operations; a client has all slots but one and half of the queue. */
const QUICK = { size: OPERATIONS_AT_ONCE, maxQueue: OPERATIONS_WAITING };
const OF_A_CLIENT = QUICK.size - 1 + QUICK.maxQueue / 2;

let database: Database;
let server: LoggedServer;
/** Lets the reads go on that were held back. */
let letGo: () => void = () => undefined;
beforeAll(async () => {
  database = await openTestDatabase('FOUNDING');
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const slow: Database = {
    ...database,
    readData: async (text, values, signal) => {
      await held;
      return database.readData(text, values, signal);
    },
  };
  server = await openLoggedServer(slow, { config: { trustedProxies: ['127.0.0.1'] } });
});
afterAll(async () => {
  await server.close();
  await database.close();
});

interface Answered {
  readonly status: number;
  readonly retryAfter: string | undefined;
  /** Who may read it. */
  readonly origin: string | undefined;
  readonly body: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- an answer of any shape
}

/** Asks for a client with this address. */
function askFrom(client: string, query = '{ organizations { totalCount } }') {
  return new Promise<Answered>((resolve, reject) => {
    const sent = request({
      host: '127.0.0.1',
      port: server.port,
      path: '/graphql',
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': client },
      agent: false,
    });
    sent.once('error', reject);
    sent.once('response', (response) => {
      const { 'retry-after': retryAfter, 'access-control-allow-origin': origin } = response.headers;
      json(response).then((body) => {
        resolve({ status: response.statusCode ?? 0, retryAfter, origin, body });
      }, reject);
    });
    sent.end(JSON.stringify({ query }));
  });
}

const metric = async (name: string) =>
  Number(
    new RegExp(`^${name} (\\d+)$`, 'm').exec(
      (await server.request({ path: '/metrics' })).body,
    )?.[1],
  );

async function untilMetric(name: string, value: number): Promise<void> {
  for (let attempt = 0; (await metric(name)) !== value; attempt += 1) {
    if (attempt === 400) throw new Error(`${name} is ${await metric(name)}, not ${value}.`);
    await pause(20);
  }
}

test('operations beyond the queue are refused with 429 or 503 and Retry-After; waiting ones are answered', async () => {
  const running = 'scan_graph_operations_running{queue="quick"}'.replace(/[{}]/g, '\\$&');
  const waiting = 'scan_graph_operations_waiting{queue="quick"}'.replace(/[{}]/g, '\\$&');
  const first = Array.from({ length: OF_A_CLIENT }, () => askFrom('192.0.2.1'));
  await untilMetric(waiting, QUICK.maxQueue / 2);

  const tooMany = await askFrom('192.0.2.1');
  expect([tooMany.status, tooMany.retryAfter, tooMany.origin]).toEqual([429, '1', '*']);
  expect(tooMany.body.errors).toEqual([
    expect.objectContaining({
      message: expect.stringContaining('Too many of your operations are waiting'),
      extensions: { code: 'TOO_MANY_REQUESTS' },
    }),
  ]);

  const second = Array.from({ length: QUICK.maxQueue / 2 + 1 }, () => askFrom('192.0.2.2'));
  await untilMetric(waiting, QUICK.maxQueue);
  expect(await metric(running)).toBe(QUICK.size);
  const full = await askFrom('192.0.2.3');
  expect([full.status, full.retryAfter, full.origin]).toEqual([503, '1', '*']);
  expect(full.body.errors).toEqual([
    expect.objectContaining({
      message: expect.stringMatching(/^The server is busy/),
      extensions: { code: 'OVERLOADED' },
    }),
  ]);

  // Operations of other queues, and health, do not wait for the quick ones.
  const network = await askFrom('192.0.2.3', '{ network { graph { nodeCount } } }');
  expect(network.body.data.network.graph.nodeCount).toBeGreaterThan(0);
  expect((await server.request({ path: '/health/ready' })).status).toBe(200);

  letGo();
  for (const { status, body } of await Promise.all([...first, ...second])) {
    expect([status, body.errors]).toEqual([200, undefined]);
  }
  await untilMetric(running, 0);
});

describe('slots', () => {
  const size = fc.integer({ min: 1, max: 4 });
  const clients = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 40 });

  test('never exceed their number, are shared fairly, and reach every waiting caller', () =>
    fc.assert(
      fc.asyncProperty(size, size, clients, async (slotCount, ofClient, asking) => {
        const slots = new Slots({
          size: slotCount,
          perClient: { running: ofClient, waiting: Infinity },
        });
        const running: { readonly client: string; readonly release: ReleaseSlot }[] = [];
        let started = 0;
        for (const client of asking) {
          void slots.acquire(client).then((release) => {
            running.push({ client, release });
            started += 1;
          });
        }
        while (started < asking.length || running.length > 0) {
          await Promise.resolve();
          expect(running.length).toBeLessThanOrEqual(slotCount);
          for (const client of ['a', 'b', 'c']) {
            const own = running.filter((one) => one.client === client).length;
            expect(own).toBeLessThanOrEqual(ofClient);
          }
          running.shift()?.release();
        }
        expect([slots.running, slots.waiting]).toEqual([0, 0]);
      }),
    ));

  test('go to the client with the fewest slots, and among equals to the one that has waited longest', async () => {
    const slots = new Slots({ size: 2 });
    const held = [await slots.acquire('a'), await slots.acquire('a')];
    const order: string[] = [];
    const wait = (client: string, name: string) =>
      slots.acquire(client).then((release) => {
        order.push(name);
        return release;
      });
    const waits = [wait('a', 'a1'), wait('b', 'b1'), wait('b', 'b2'), wait('c', 'c1')];
    held[0]?.();
    await waits[1];
    held[1]?.();
    await waits[0];
    (await waits[1])?.();
    await waits[2];
    expect(order).toEqual(['b1', 'a1', 'b2']);
  });

  test('are not kept for callers that have left, and are refused when the queue is full', async () => {
    const slots = new Slots({ size: 1, maxQueue: 1 });
    const release = await slots.acquire('a');
    const leaving = new AbortController();
    const left = slots.acquire('b', leaving.signal);
    await expect(slots.acquire('c')).rejects.toEqual(new NoSlotError('QUEUE_FULL'));
    leaving.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    const waits = slots.acquire('c');
    release();
    release();
    (await waits)();
    expect([slots.running, slots.waiting]).toEqual([0, 0]);
  });
});
