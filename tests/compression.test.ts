import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Database } from '../src/database/database.js';
import { openTestDatabase } from './support/databases.js';
import { openLoggedServer, type LoggedServer } from './support/logged-server.js';

let database: Database;
let server: LoggedServer;
beforeAll(async () => {
  database = await openTestDatabase('FOUNDING');
  server = await openLoggedServer(database);
});
afterAll(async () => {
  await server.close();
  await database.close();
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

/** By POST where there is a query. */
function ask(path: string, accepted: string | null, query?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      host: '127.0.0.1',
      port: server.port,
      path,
      method: query === undefined ? 'GET' : 'POST',
      headers: {
        ...(accepted === null ? {} : { 'accept-encoding': accepted }),
        ...(query === undefined ? {} : { 'content-type': 'application/json' }),
      },
      agent: false,
    });
    request.once('error', reject).once('response', (response) => {
      buffer(response).then((bytes) => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes });
      }, reject);
    });
    request.end(query === undefined ? '' : JSON.stringify({ query }));
  });
}

function decoded({ headers, bytes }: Answer): string {
  const encoding = headers['content-encoding'];
  if (encoding === 'br') return brotliDecompressSync(bytes).toString();
  return (encoding === 'gzip' ? gunzipSync(bytes) : bytes).toString();
}

const SMALL = '{ association(slug: "scan") { name } }';
const MEDIUM = '{ organizations(first: 20) { nodes { id name slug } } }';
/** More than is compressed at once. */
const LARGE = `{ organizations(first: 100) { nodes { id name slug summary: __typename
  memberships(first: 20) { edges { class since node { id name slug } } } } } }`;

describe('a response', () => {
  test.each<[what: string, accepted: string | null, encoding: string | undefined]>([
    ['both', 'gzip, br', 'br'],
    ['the encodings of a browser', 'gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip', 'gzip'],
    ['anything', '*', 'gzip'],
    ['gzip first', 'gzip;q=1, br;q=0.5', 'gzip'],
    ['everything but br', 'br;q=0, gzip', 'gzip'],
    ['an unsupported encoding', 'compress', undefined],
    ['nothing', 'identity', undefined],
    ['unstated encodings', null, undefined],
  ])('to a client that accepts %s has an accepted encoding', async (_what, accepted, encoding) => {
    for (const query of [MEDIUM, LARGE]) {
      const plain = await ask('/graphql', null, query);
      const answer = await ask('/graphql', accepted, query);
      expect(answer.status).toBe(200);
      expect(answer.headers['content-encoding']).toBe(encoding);
      expect(decoded(answer)).toBe(decoded(plain));
      const { 'content-length': length } = answer.headers;
      if (length !== undefined) expect(Number(length)).toBe(answer.bytes.length);
      if (encoding !== undefined) {
        expect(answer.bytes.length).toBeLessThan(plain.bytes.length / 2);
        expect(answer.headers.vary).toMatch(/accept-encoding/);
      }
    }
  });

  test('is not compressed if it is small', async () => {
    const { headers, bytes } = await ask('/graphql', 'gzip, br', SMALL);
    expect(bytes.length).toBeLessThan(1024);
    expect(headers).not.toHaveProperty('content-encoding');
  });

  test('is compressed on the fast path too', async () => {
    const [first, again] = [
      await ask('/graphql', 'br', MEDIUM),
      await ask('/graphql', 'br', MEDIUM),
    ];
    expect([first.headers['content-encoding'], again.headers['content-encoding']]).toEqual([
      'br',
      'br',
    ]);
    expect(decoded(again)).toBe(decoded(first));
  });

  test('is compressed if it is a long error, and can be read', async () => {
    const fields = Array.from({ length: 5 }, (_, index) => `${'unknown'.repeat(30)}${index}`);
    const answer = await ask('/graphql', 'gzip', `{ ${fields.join(' ')} }`);
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(JSON.parse(decoded(answer))).toHaveProperty('errors');
  });
});

describe('a file', () => {
  test.each([
    '/export/organizations.csv',
    '/export/organizations.json',
    '/export/initiatives.iati.xml',
    '/export/network.gexf',
    '/export/network.graphml',
    '/export/network.cyjs',
  ])('%s is compressed, complete, and has no Content-Length', async (path) => {
    for (const encoding of ['br', 'gzip']) {
      const plain = await ask(path, null);
      const answer = await ask(path, encoding);
      expect(answer.headers['content-encoding']).toBe(encoding);
      expect(answer.headers).not.toHaveProperty('content-length');
      expect(answer.headers.vary).toMatch(/accept-encoding/);
      expect(answer.headers['content-type']).toBe(plain.headers['content-type']);
      expect(withoutTime(decoded(answer))).toBe(withoutTime(decoded(plain)));
      expect(answer.bytes.length).toBeLessThan(plain.bytes.length / 2);
    }
  });

  test.each(['/export/organizations.xlsx', '/export/network.csv.zip'])(
    '%s is already compressed and sent unchanged',
    async (path) => {
      const { status, headers, bytes } = await ask(path, 'gzip, br');
      expect(status).toBe(200);
      expect(headers).not.toHaveProperty('content-encoding');
      expect(bytes.subarray(0, 2).toString()).toBe('PK');
    },
  );
});

/** Each export says when it was made. */
const withoutTime = (file: string) => file.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'T');
