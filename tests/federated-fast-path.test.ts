import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import type { GraphQLFormattedError } from 'graphql';
import { openGateway, type GatewaySettings } from '../federation/gateway.js';
import type { Limits } from '../src/config.js';
import { signatureOf } from '../src/http/signature.js';
import { freePort } from './support/free-port.js';
import { GATEWAY_SETTINGS, SECRET, supergraphOfPlatform } from './support/federated.js';

const supergraph = supergraphOfPlatform({ url: 'http://127.0.0.1:1' });

describe('an operation of one subgraph', () => {
  interface Seen {
    readonly query: string;
    readonly operationName?: string;
    readonly variables?: object;
    readonly extensions?: Readonly<Record<string, string>>;
  }

  /** Stands in for the subgraph `network`, and answers this; null to never answer. */
  async function standIn(
    answer: string | null,
    limits: Partial<Limits> = {},
    settings: Partial<GatewaySettings> = {},
  ) {
    const seen: Seen[] = [];
    const subgraph = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        seen.push(JSON.parse(Buffer.concat(chunks).toString()) as Seen);
        if (answer === null) return;
        response.setHeader('content-type', 'application/graphql-response+json');
        response.end(answer);
      });
    });
    await new Promise<void>((resolve) => subgraph.listen(0, '127.0.0.1', resolve));
    const { port } = subgraph.address() as AddressInfo;
    const gateway = await openGateway({
      ...GATEWAY_SETTINGS,
      supergraph,
      places: [{ name: 'network', url: `http://127.0.0.1:${String(port)}/` }],
      limits: { ...GATEWAY_SETTINGS.limits, ...limits },
      ...settings,
    });
    return {
      url: gateway.url,
      seen,
      send: async (body: object) => {
        const response = await fetch(`${gateway.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        const text = await response.text();
        const { status, headers } = response;
        return { text, codes: codesIn(text), status, retryAfter: headers.get('retry-after') };
      },
      close: async () => {
        await gateway.close();
        subgraph.closeAllConnections();
        subgraph.close();
      },
    };
  }

  const codesIn = (text: string) =>
    (JSON.parse(text) as { errors?: readonly GraphQLFormattedError[] }).errors?.map(
      ({ extensions }) => extensions?.code,
    );
  const post = async (url: string, text: string) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: text }),
    });
    return response.text();
  };
  const query = 'query Names($n: Int) { clusters(first: $n) { nodes { name } } }';

  test('is handed to it as it is, signed, and so is its answer to the client', async () => {
    const answer = '{ "data": { "clusters": { "nodes": [] } },   "extensions": {"own": 1} }';
    const { seen, send, close } = await standIn(answer);
    try {
      const body = { query, operationName: 'Names', variables: { n: 3 } };
      expect((await send(body)).text).toBe(answer);
      const signature = signatureOf(body, SECRET)?.toString('base64');
      expect(seen).toEqual([{ ...body, extensions: { 'hmac-signature': signature } }]);
      // With a field of another subgraph, it gets its part only.
      await send({ query: '{ clusters { nodes { name claims { totalCount } } } }' });
      expect(seen).toHaveLength(2);
      expect(seen[1]?.query).not.toContain('claims');
    } finally {
      await close();
    }
  });

  test('does not reach it if it is refused', async () => {
    const { seen, send, close } = await standIn('{"data":{}}', { cost: 100 });
    const sent = [
      [{ query, variables: { n: 100 } }, 'QUERY_TOO_COSTLY'],
      [{ query, variables: { n: 'x' } }, 'BAD_USER_INPUT'],
      [{ query: query.replace('name', 'nam') }, 'GRAPHQL_VALIDATION_FAILED'],
      [{ query: '{ clusters { nodes ' }, 'GRAPHQL_PARSE_FAILED'],
    ] as const;
    try {
      for (const [body, code] of sent) expect((await send(body)).codes).toEqual([code]);
      expect(seen).toEqual([]);
    } finally {
      await close();
    }
  });

  test('of another name than the document has is refused', async () => {
    const { seen, send, close } = await standIn('{"data":{}}');
    try {
      for (const text of [query, 'query A { clusters { nodes { claims { totalCount } } } }']) {
        const { codes } = await send({ query: text, operationName: 'Other' });
        expect(codes).toEqual(['OPERATION_RESOLUTION_FAILURE']);
      }
      expect(seen).toEqual([]);
    } finally {
      await close();
    }
  });

  test('is answered though another client gives up while it is planned', async () => {
    const { url, send, close } = await standIn('{ "data": { "clusters": { "nodes": [] } } }');
    try {
      for (let ms = 0; ms < 16; ms += 2) {
        // Each is planned anew, for as long as the number of its fields takes.
        const fields = Array.from(
          { length: 40 },
          (_none, at) => `c${String(at)}: claims { totalCount }`,
        );
        const text = `query A { clusters { nodes { n${String(ms)}: name ${fields.join(' ')} } } }`;
        const leaving = new AbortController();
        const gone = fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: text }),
          signal: leaving.signal,
        }).catch(() => undefined);
        const staying = send({ query: text });
        setTimeout(() => {
          leaving.abort();
        }, ms);
        await gone;
        expect((await staying).text).toBe('{"data":{"clusters":{"nodes":[]}}}');
      }
    } finally {
      await close();
    }
  });

  test('ends in time if it does not answer', async () => {
    const { send, close } = await standIn(null, { operationMs: 300 });
    try {
      expect((await send({ query })).codes).toEqual(['TIMEOUT']);
    } finally {
      await close();
    }
  });

  test.each([
    ['handed on', query],
    ['planned', 'query Names { clusters { nodes { name claims { totalCount } } } }'],
    ['sent with something unusual', `query A { __typename } ${query}`],
  ])('waits its turn when it is %s, and is refused if too many do', async (_how, text) => {
    const one = { size: 1, maxQueue: 2 };
    const { seen, send, close } = await standIn(
      null,
      { operationMs: 800 },
      { queues: { quick: one, heavy: one, network: one } },
    );
    try {
      // Planned beforehand, which takes its time.
      const first = await send({ query: text, operationName: 'Names' });
      expect(first.codes).toEqual(['TIMEOUT']);
      seen.length = 0;
      const sent = Array.from({ length: 4 }, () => send({ query: text, operationName: 'Names' }));
      const answers = await Promise.all(sent.map(async (each) => (await each).codes?.join()));
      // One runs and one waits; a client has at most half of the queue.
      expect(answers.toSorted()).toEqual([
        'TIMEOUT',
        'TIMEOUT',
        'TOO_MANY_REQUESTS',
        'TOO_MANY_REQUESTS',
      ]);
      expect(seen.length).toBeLessThanOrEqual(2);
      const [refused] = (await Promise.all(sent)).filter(({ retryAfter }) => retryAfter !== null);
      expect(refused).toMatchObject({ status: 429, retryAfter: '1' });
    } finally {
      await close();
    }
  });

  test('is not read to its end if it has none', async () => {
    const subgraph = createServer((_request, response) => {
      response.setHeader('content-type', 'application/json');
      const chunk = Buffer.alloc(1_000_000, ' ');
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', more);
      more();
    });
    await new Promise<void>((resolve) => subgraph.listen(0, '127.0.0.1', resolve));
    const { port } = subgraph.address() as AddressInfo;
    const gateway = await openGateway({
      ...GATEWAY_SETTINGS,
      supergraph,
      places: [{ name: 'network', url: `http://127.0.0.1:${String(port)}/` }],
      limits: { ...GATEWAY_SETTINGS.limits, operationMs: 60_000 },
    });
    try {
      expect(codesIn(await post(gateway.url, query))).toEqual(['SERVICE_UNAVAILABLE']);
    } finally {
      await gateway.close();
      subgraph.closeAllConnections();
      subgraph.close();
    }
  });

  test('fails with the code of an operation of several if it is down', async () => {
    const gateway = await openGateway({
      ...GATEWAY_SETTINGS,
      supergraph,
      places: [{ name: 'network', url: 'http://127.0.0.1:1/' }],
    });
    try {
      expect(codesIn(await post(gateway.url, query))).toEqual(['SERVICE_UNAVAILABLE']);
    } finally {
      await gateway.close();
    }
  });
});

test('a gateway whose admin port is taken does not start, and gives the other one back', async () => {
  const port = await freePort();
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port: adminPort } = taken.address() as AddressInfo;
  const starting = openGateway(
    {
      ...GATEWAY_SETTINGS,
      supergraph,
      places: [],
      exposure: { ...GATEWAY_SETTINGS.exposure, admin: { host: '127.0.0.1', port: adminPort } },
    },
    { host: '127.0.0.1', port },
  );
  await expect(starting).rejects.toThrow(`Port ${String(adminPort)} on 127.0.0.1 is in use.`);
  await expect(fetch(`http://127.0.0.1:${String(port)}/health/live`)).rejects.toThrow(
    'fetch failed',
  );
  taken.close();
});

test('a gateway closes in time though a client is connected and silent', async () => {
  const gateway = await openGateway({
    ...GATEWAY_SETTINGS,
    supergraph,
    places: [],
    drainTimeoutMs: 100,
  });
  const { hostname, port } = new URL(gateway.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const closed = once(socket, 'close');
  await gateway.close();
  await closed;
  // Node itself would close it too, but only after a minute.
}, 30_000);

test('the admin port has the metrics of the gateway, with its queues, and health checks', async () => {
  const port = await freePort();
  const gateway = await openGateway({
    ...GATEWAY_SETTINGS,
    supergraph,
    places: [{ name: 'network', url: 'http://127.0.0.1:1/' }],
    exposure: { ...GATEWAY_SETTINGS.exposure, admin: { host: '127.0.0.1', port } },
  });
  try {
    const ask = async (path: string) =>
      (await fetch(`http://127.0.0.1:${String(port)}${path}`)).text();
    expect(await ask('/metrics')).toContain('scan_graph_operations_running{queue="quick"} 0');
    expect(JSON.parse(await ask('/health/ready'))).toEqual({
      status: 'READY',
      subgraphs: { network: 'UNAVAILABLE' },
    });
  } finally {
    await gateway.close();
  }
});
