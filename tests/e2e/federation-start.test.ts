import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { freePort } from '../support/free-port.js';
import {
  freshDatabase,
  openWorkplace,
  FEDERATION,
  type FreshDatabase,
  type Workplace,
} from '../support/workplace.js';

let workplace: Workplace;
let database: FreshDatabase;
beforeAll(async () => {
  workplace = openWorkplace(FEDERATION);
  database = await freshDatabase(workplace, 'FOUNDING');
});
afterAll(async () => {
  await workplace.close();
  await database.drop();
});

const SECRET = 'a secret that is shared by all parts';

const ask = async (url: string, query: string, headers: Readonly<Record<string, string>> = {}) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, body: (await response.json()) as unknown };
};

describe('the command of the federation', () => {
  test('starts the subgraphs and the gateway, and stops them all', async () => {
    const port = await freePort();
    const federation = workplace.start(['--first-port', String(port)], database.settings);
    const [, gateway = ''] = await federation.says(/The gateway of SCAN Graph is at (http:\S+),/);

    const query =
      '{ cluster(slug: "nicat") { name grantsReceived { totalCount } seats { totalCount } } }';
    const trace = '0af7651916cd43dd8448eb211c80319c';
    const traceparent = `00-${trace}-b7ad6b7169203331-01`;
    expect(await ask(gateway, query, { traceparent })).toEqual({
      status: 200,
      body: {
        data: {
          cluster: {
            name: 'Niš Cluster of Advanced Technologies',
            grantsReceived: { totalCount: expect.any(Number) },
            seats: { totalCount: expect.any(Number) },
          },
        },
      },
    });
    // The gateway has made a secret of its own.
    const own = `http://127.0.0.1:${String(port)}/subgraph/network`;
    expect((await ask(own, '{ __typename }')).status).toBe(401);

    federation.process.kill('SIGTERM');
    const { code, stdout } = await federation.ended;
    expect(code).toBe(0);
    await expect(fetch(gateway)).rejects.toThrow('fetch failed');
    await expect(fetch(own)).rejects.toThrow('fetch failed');
    // The gateway and each subgraph that was asked have logged it under the trace of the client.
    const lines = stdout.split('\n').filter((line) => line.includes(`"traceId":"${trace}"`));
    expect(lines.length).toBeGreaterThan(3);
  });

  test('a gateway alone takes the places of the subgraphs, and refuses to start with another secret', async () => {
    const port = await freePort();
    const settings = { ...database.settings, SUBGRAPH_SECRET: SECRET };
    const federation = workplace.start(['--first-port', String(port)], settings);
    await federation.says(/The gateway of SCAN Graph is at/);
    const places =
      /network +(\S+)\n +funding +(\S+)\n +knowledge +(\S+)/.exec(federation.printed())?.slice(1) ??
      [];
    const options = ['network', 'funding', 'knowledge'].flatMap((name, at) => [
      '--subgraph',
      `${name}=${places[at] ?? ''}`,
    ]);

    const second = workplace.start(['--gateway-only', ...options], { SUBGRAPH_SECRET: SECRET });
    const [, gateway = ''] = await second.says(/The gateway of SCAN Graph is at (http:\S+),/);
    expect((await ask(gateway, '{ events { totalCount } grants { totalCount } }')).status).toBe(
      200,
    );
    second.process.kill('SIGTERM');
    expect((await second.ended).code).toBe(0);

    const wrong = await workplace.run(['--gateway-only', ...options], {
      SUBGRAPH_SECRET: 'another secret that nobody else has',
    });
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toMatch(
      /^The subgraph network at http:\S+ refuses the gateway's signature\. Set SUBGRAPH_SECRET to the same value for both\.\n$/,
    );

    federation.process.kill('SIGTERM');
    await federation.ended;
  });

  test.each([
    ['a place that is no URL', ['--subgraph', 'network'], 'Use a name and a URL'],
    ['a port that does not exist', ['--first-port', '70000'], 'Use a port'],
    ['an unknown option', ['--gateways'], "unknown option '--gateways'"],
    [
      'a subgraph of others that does not answer',
      ['--gateway-only', '--subgraph', 'procurement=http://127.0.0.1:9/'],
      'The subgraph procurement at http://127.0.0.1:9/ does not answer (ECONNREFUSED). Start it, or correct its URL.',
    ],
  ])('%s is refused in a sentence', async (_what, words, sentence) => {
    const { code, stderr } = await workplace.run(words);
    expect(code).toBe(1);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });

  test('a short secret is refused', async () => {
    const { code, stderr } = await workplace.run([], { SUBGRAPH_SECRET: 'short' });
    expect(code).toBe(1);
    expect(stderr).toContain('SUBGRAPH_SECRET must have at least 32 characters');
  });

  test('a subgraph that ends by itself ends the federation, and says so', async () => {
    const port = await freePort();
    const taken = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve));
    const { code, stderr } = await workplace.run(['--first-port', String(port)], database.settings);
    await new Promise((resolve) => taken.close(resolve));
    expect(code).toBe(1);
    expect(stderr).toContain(`Port ${String(port)} on 127.0.0.1 is in use.`);
    expect(stderr).toMatch(/The process of [a-z, ]+ has ended \(1\)\. Its output above says why\./);
  });
});
