import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import type { GraphQLFormattedError } from 'graphql';
import { openGateway } from '../federation/gateway.js';
import type { Limits } from '../src/config.js';
import { signatureOf } from '../src/http/signature.js';
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
  async function standIn(answer: string | null, limits: Partial<Limits> = {}) {
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
      supergraph: supergraph,
      places: [{ name: 'network', url: `http://127.0.0.1:${String(port)}/` }],
      limits: { ...GATEWAY_SETTINGS.limits, ...limits },
    });
    return {
      seen,
      send: async (body: object) => {
        const response = await fetch(`${gateway.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        const text = await response.text();
        return { text, codes: codesIn(text) };
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

  test('ends in time if it does not answer', async () => {
    const { send, close } = await standIn(null, { operationMs: 300 });
    try {
      expect((await send({ query })).codes).toEqual(['TIMEOUT']);
    } finally {
      await close();
    }
  });

  test('fails with the code of an operation of several if it is down', async () => {
    const gateway = await openGateway({
      ...GATEWAY_SETTINGS,
      supergraph: supergraph,
      places: [{ name: 'network', url: 'http://127.0.0.1:1/' }],
    });
    try {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      expect(codesIn(await response.text())).toEqual(['SERVICE_UNAVAILABLE']);
    } finally {
      await gateway.close();
    }
  });
});
