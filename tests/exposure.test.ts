import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Exposure } from '../src/config.js';
import type { Database } from '../src/database/database.js';
import { createAdminServer, serveHealth } from '../src/http/admin.js';
import { createLog } from '../src/http/server.js';
import { Metrics } from '../src/metrics.js';
import { openTestDatabase } from './support/databases.js';
import { openLongBody } from './support/long-body.js';
import { openLoggedServer, type HttpRequest, type LoggedServer } from './support/logged-server.js';

const LIMIT = 10_000;

let database: Database;
let server: LoggedServer;
const others: LoggedServer[] = [];
beforeAll(async () => {
  database = await openTestDatabase('FOUNDING');
  server = await openLoggedServer(database, { limits: { bodyBytes: LIMIT } });
});
afterAll(async () => {
  await Promise.all([server, ...others].map(({ close }) => close()));
  await database.close();
});

async function serverWith(exposure: Partial<Exposure>): Promise<LoggedServer> {
  const other = await openLoggedServer(database, { exposure });
  others.push(other);
  return other;
}

const encoded = (encoding: string, body: Buffer): HttpRequest => ({
  method: 'POST',
  path: '/graphql',
  headers: {
    'content-type': 'application/json',
    'content-encoding': encoding,
    'content-length': String(body.length),
  },
  body,
});
const QUERY = '{"query":"{ association(slug: \\"scan\\") { slug } }"}';

describe('a compressed body', () => {
  test.each([
    ['gzip', gzipSync(QUERY)],
    ['GZIP', gzipSync(QUERY)],
    ['deflate', deflateSync(QUERY)],
    ['br', brotliCompressSync(QUERY)],
    ['identity', Buffer.from(QUERY)],
  ])('is accepted in the encoding %s', async (encoding, body) => {
    const answer = await server.request(encoded(encoding, body));
    expect(answer.status).toBe(200);
    expect(answer.json()).toMatchObject({ data: { association: { slug: 'scan' } } });
  });

  test.each([
    [
      'that would become 100 MB',
      'gzip',
      gzipSync(Buffer.alloc(100_000_000, ' ')),
      413,
      'BODY_TOO_LARGE',
    ],
    [
      'just over the limit',
      'br',
      brotliCompressSync(Buffer.alloc(LIMIT + 1, ' ')),
      413,
      'BODY_TOO_LARGE',
    ],
    ['that is damaged', 'gzip', Buffer.from(QUERY), 400, 'BAD_REQUEST'],
    ['that is cut short', 'gzip', gzipSync(QUERY).subarray(0, 30), 400, 'BAD_REQUEST'],
    ['in an unknown encoding', 'zstd', Buffer.from(QUERY), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['compressed twice', 'gzip, gzip', gzipSync(gzipSync(QUERY)), 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ])('%s is refused', async (_what, encoding, body, status, code) => {
    const answer = await server.request(encoded(encoding, body));
    expect(answer.status).toBe(status);
    expect(answer.json()).toMatchObject({ errors: [{ extensions: { code } }] });
    expect((await server.post('{ __typename }')).status).toBe(200);
  });
});

describe('the URL of the server', () => {
  const HOSTS = ['evil.example', 'evil.example:80', '127.0.0.1:1', 'a"><script>', 'localhost'];
  const addressesOf = async ({ request }: LoggedServer, host: string) => {
    const csv = await request({ path: '/export/organizations.csv', headers: { host } });
    const json = await request({ path: '/export/organizations.json', headers: { host } });
    return { link: String(csv.headers.link), address: String(json.json().query.address) };
  };

  test.each(HOSTS)(
    'is the address where it listens, regardless of the header Host: %s',
    async (host) => {
      const { link, address } = await addressesOf(server, host);
      const base = `http://127.0.0.1:${String(server.port)}`;
      expect(address).toBe(`${base}/export/organizations.json`);
      expect(link).toContain(`<${base}/export/organizations.csv-metadata.json>; rel="describedby"`);
    },
  );

  test('is PUBLIC_URL if it is set', async () => {
    const other = await serverWith({ publicUrl: 'https://graph.example.org/scan/' });
    const { link, address } = await addressesOf(other, 'evil.example');
    expect(address).toBe('https://graph.example.org/scan/export/organizations.json');
    expect(link).toContain(
      '<https://graph.example.org/scan/export/organizations.csv-metadata.json>',
    );
  });

  test('does not appear in the head of a page', async () => {
    const other = await serverWith({ publicUrl: 'https://graph.example.org/scan/' });
    const { status, body } = await other.request({
      path: '/organizations',
      headers: { host: 'evil.example' },
    });
    expect(status).toBe(200);
    expect(body).toContain(
      '<link rel="canonical" href="https://graph.example.org/scan/organizations"',
    );
    expect(body).not.toContain('evil.example');
  });
});

describe('a server that hides its schema', () => {
  let hidden: LoggedServer;
  beforeAll(async () => {
    hidden = await serverWith({ introspection: false, playground: false, suggestions: false });
  });

  test.each([
    ['{ __schema { queryType { name } } }', '/graphql'],
    ['{ __type(name: "Cluster") { name } }', '/graphql'],
    ['{ __schema { queryType { name } } }', '/subgraph'],
    ['{ _service { sdl } }', '/subgraph'],
  ])('refuses %s at %s with INTROSPECTION_DISABLED', async (query, path) => {
    const answer = await hidden.post(query, {}, path);
    expect(answer.status).toBe(400);
    expect(answer.json().errors).toMatchObject([
      {
        message: expect.stringMatching(/Introspection is disabled/),
        extensions: { code: 'INTROSPECTION_DISABLED' },
      },
    ]);
    expect((await server.post(query, {}, path)).status).toBe(200);
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['{ organizations { totalCont } }', {}],
    ['{ organisations { totalCount } }', {}],
    ['{ organizations(orderBy: { field: NAM }) { totalCount } }', {}],
    [
      'query ($o: OrganizationOrder!) { organizations(orderBy: [$o]) { totalCount } }',
      { o: { field: 'NAM' } },
    ],
    ['query ($f: GrantFilter) { grants(filter: $f) { totalCount } }', { f: { currenc: 1 } }],
  ])('suggests no name: %s', async (query, variables) => {
    const answer = await hidden.post(query, variables);
    expect(answer.status).toBe(400);
    expect(answer.body).not.toMatch(/Did you mean/);
    expect((await server.post(query, variables)).body).toMatch(/Did you mean/);
  });

  test('suggests no name in the filter of an export either', async () => {
    const path = `/export/grants.csv?filter=${encodeURIComponent('{"currenc":1}')}`;
    expect((await hidden.request({ path })).body).not.toMatch(/Did you mean/);
    expect((await server.request({ path })).body).toMatch(/Did you mean/);
  });

  test('allows frames only for embedded views, and only on the sites that a setting names', async () => {
    const ancestors = async (on: LoggedServer, path: string) => {
      const { headers } = await on.request({ path, headers: { accept: 'text/html' } });
      return /frame-ancestors ([^;]+)/.exec(String(headers['content-security-policy']))?.[1];
    };
    const embedding = await serverWith({ embedOrigins: ['https://a.example'] });
    expect(await ancestors(server, '/funding?embed=1')).toBe(`'none'`);
    expect(await ancestors(embedding, '/funding?embed=1')).toBe('https://a.example');
    expect(await ancestors(embedding, '/funding')).toBe(`'none'`);
  });

  test('writes into the pages where to report errors, and the limits as they are set', async () => {
    const other = await serverWith({ feedbackUrl: 'mailto:data@example.org' });
    const read = async (on: LoggedServer) => {
      const page = await on.request({ path: '/developers', headers: { accept: 'text/html' } });
      const [, settings = ''] = /data-settings="([^"]*)"/.exec(page.body) ?? [];
      return {
        page: page.body,
        settings: JSON.parse(settings.replaceAll('&quot;', '"')) as object,
      };
    };
    expect((await read(other)).settings).toMatchObject({ feedbackUrl: 'mailto:data@example.org' });
    const { page, settings } = await read(server);
    expect(settings).toMatchObject({ feedbackUrl: null, limits: { bodyBytes: LIMIT } });
    expect(page).toContain('<td>Bytes of a request</td><td>10,000</td>');
  });

  test('serves no pages if it is to serve none, and redirects to the playground', async () => {
    const withoutPages = await serverWith({ pages: false });
    const { status, headers } = await withoutPages.request({ path: '/' });
    expect([status, headers.location]).toEqual([307, '/graphql']);
    const unknown = await withoutPages.request({
      path: '/organizations',
      headers: { accept: 'text/html' },
    });
    expect(unknown.status).toBe(404);
    expect((await server.request({ path: '/' })).status).toBe(200);
  });

  test('has no playground', async () => {
    const page = { path: '/graphql', headers: { accept: 'text/html' } };
    expect((await server.request(page)).headers['content-type']).toMatch(/text/);
    expect((await hidden.request(page)).status).toBe(406);
  });

  test('still answers operations, including __typename', async () => {
    expect(
      (await hidden.post('{ __typename association(slug: "scan") { __typename } }')).json(),
    ).toMatchObject({
      data: { __typename: 'Query', association: { __typename: 'Association' } },
    });
  });
});

describe('the admin port', () => {
  const adminServer = () =>
    createAdminServer({
      health: (app) => {
        serveHealth(app, database);
      },
      metrics: new Metrics(),
      log: createLog('silent'),
    });

  test('serves the metrics, which the main port then does not; both serve health checks', async () => {
    const open = await serverWith({ admin: { host: '127.0.0.1', port: 0 } });
    expect((await open.request({ path: '/metrics' })).status).toBe(404);
    expect((await open.request({ path: '/health/ready' })).status).toBe(200);

    const admin = adminServer();
    const url = await admin.listen({ host: '127.0.0.1', port: 0 });
    expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/^scan_graph_unhandled_total/m);
    expect(await (await fetch(`${url}/health/ready`)).json()).toEqual({ status: 'READY' });
    const elsewhere = await fetch(`${url}/graphql`);
    expect(elsewhere.status).toBe(404);
    expect(await elsewhere.json()).toMatchObject({
      errors: [{ extensions: { code: 'NOT_FOUND' } }],
    });
    await admin.close();
  });

  test('reads a body before it closes the connection', async () => {
    const admin = adminServer();
    await admin.listen({ host: '127.0.0.1', port: 0 });
    const { port } = admin.server.address() as AddressInfo;
    const client = await openLongBody(port);
    client.begin('GET /metrics', 'Connection: close\r\n');
    await client.sendRest();
    await client.receives(/^HTTP\/1.1 200 /);
    client.socket.destroy();
    await admin.close();
  });
});
