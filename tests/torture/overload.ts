import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

/** Of each ten operations most are small; the others take the database's time. */
const OPERATIONS = [
  ...Array.from({ length: 8 }, () => '{ clusters(first: 5) { nodes { name region { name } } } }'),
  '{ sectors(first: 50) { nodes { organizations(first: 50) { totalCount nodes { name } } } } }',
  '{ grantTotals { grantCount groups(by: YEAR) { grantCount } } }',
];
/** At its capacity, at four times that, and far beyond. */
const CONNECTIONS = [16, 64, 256];
/** A client whose answer takes longer has waited too long. */
const RECOVERED_MS = 1000;

export interface OverloadReport {
  readonly sent: number;
  readonly answered: number;
  /** 429 and 503 with `Retry-After`. */
  readonly refused: number;
  /** Whatever else came. */
  readonly faults: readonly string[];
  /** Of what was answered, by the number of connections, in milliseconds. */
  readonly p99: Readonly<Record<number, number>>;
  /** How long after the last operation a small one is answered quickly again. */
  readonly recoveryMs: number;
}

/** Sends as much as the server can answer, and much more. */
export async function overload(port: number, ms: number): Promise<OverloadReport> {
  const loads = new Map<number, Load>();
  for (const connections of CONNECTIONS) {
    loads.set(connections, await load(port, connections, ms));
  }
  const recoveryMs = await recover(port);
  const all = [...loads.values()];
  return {
    sent: all.reduce((sum, { sent }) => sum + sent, 0),
    answered: all.reduce((sum, { times }) => sum + times.length, 0),
    refused: all.reduce((sum, { refused }) => sum + refused, 0),
    faults: all.flatMap(({ faults }) => faults),
    p99: Object.fromEntries(
      [...loads].map(([connections, { times }]) => [connections, p99(times)]),
    ),
    recoveryMs,
  };
}

interface Load {
  sent: number;
  refused: number;
  readonly times: number[];
  readonly faults: string[];
}

async function load(port: number, connections: number, ms: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const load: Load = { sent: 0, refused: 0, times: [], faults: [] };
  const end = performance.now() + ms;
  const client = async (first: number) => {
    for (let n = first; performance.now() < end; n += 1) {
      const query = OPERATIONS[n % OPERATIONS.length] ?? '';
      const start = performance.now();
      load.sent += 1;
      const { status, retryAfter, body } = await send(port, agent, query);
      if ((status === 429 || status === 503) && retryAfter !== undefined) {
        load.refused += 1;
        // Many clients do not wait for as long as Retry-After says.
        await pause(20);
      } else if (status === 200 && !/INTERNAL|UNAVAILABLE/.test(body)) {
        load.times.push(performance.now() - start);
      } else {
        load.faults.push(`status ${String(status)}: ${body.slice(0, 300)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, n) => client(n)));
  agent.destroy();
  return load;
}

async function recover(port: number): Promise<number> {
  const agent = new Agent();
  const start = performance.now();
  for (;;) {
    const asked = performance.now();
    const { status } = await send(port, agent, OPERATIONS[0] ?? '');
    if (status === 200 && performance.now() - asked < RECOVERED_MS) break;
    await pause(50);
  }
  return Math.round(performance.now() - start);
}

function send(port: number, agent: Agent, query: string) {
  return new Promise<{ status: number; retryAfter: string | undefined; body: string }>(
    (resolve) => {
      const asked = request({
        host: '127.0.0.1',
        port,
        agent,
        path: '/graphql',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
      });
      const fail = (error: Error) => {
        resolve({ status: 0, retryAfter: undefined, body: String(error) });
      };
      asked.once('error', fail);
      asked.once('response', (response) => {
        text(response).then((body) => {
          const { 'retry-after': retryAfter } = response.headers;
          resolve({ status: response.statusCode ?? 0, retryAfter, body });
        }, fail);
      });
      asked.end(JSON.stringify({ query }));
    },
  );
}

function p99(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length * 0.99)] ?? 0);
}
