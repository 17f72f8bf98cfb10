import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client, fetchExchange } from '@urql/core';
import type { Browser } from 'playwright-core';
import type { Database } from '../../src/database/database.js';
import { browserPath, openBrowser, openPage } from '../support/browser.js';
import { openTestDatabase } from '../support/databases.js';
import { openLoggedServer, type HttpRequest, type LoggedServer } from '../support/logged-server.js';

const ELSEWHERE = 'https://elsewhere.example';
const LISTED = 'https://listed.example';

let database: Database;
let server: LoggedServer;
/** Whose pages from one origin alone may read it. */
let choosy: LoggedServer;
beforeAll(async () => {
  database = await openTestDatabase('FOUNDING');
  server = await openLoggedServer(database);
  choosy = await openLoggedServer(database, {
    exposure: { corsOrigins: [LISTED, 'https://other.example:8443'] },
  });
});
afterAll(async () => {
  await server.close();
  await choosy.close();
  await database.close();
});

const QUERY = '{ association(slug: "scan") { name } }';
const post = (query: string): HttpRequest => ({
  method: 'POST',
  path: '/graphql',
  headers: { 'content-type': 'application/json', origin: ELSEWHERE },
  body: JSON.stringify({ query }),
});
const get = (path: string, origin = ELSEWHERE): HttpRequest => ({ path, headers: { origin } });
const byGet = (query: string) => get(`/graphql?query=${encodeURIComponent(query)}`);

describe('a page from another origin', () => {
  test.each<[what: string, request: HttpRequest, status: number]>([
    ['a response', post(QUERY), 200],
    ['a response to a GET', byGet(QUERY), 200],
    ['the error of an invalid operation', post('{ nothing }'), 200],
    ['the error of a body that is too large', post('x'.repeat(1_000_001)), 413],
    ['the error of a method that is not allowed', { ...post(QUERY), method: 'PUT' }, 405],
    ['an export', get('/export/organizations.csv'), 200],
    ['the error of a refused export', get('/export/organizations.csv?filter={'), 400],
    ['a network', get('/export/network.gexf'), 200],
    ['the error of a refused network export', get('/export/network.gexf?metrics=none'), 400],
    ['the error of an unknown URL', get('/nothing'), 404],
    ['a health check', get('/health/ready'), 200],
  ])('may read %s, with its headers and without credentials', async (_what, request, status) => {
    const { headers, ...answer } = await server.request(request);
    expect(answer.status).toBe(status);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-expose-headers']).toBe(
      'allow, content-disposition, etag, link, retry-after, x-request-id',
    );
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
  });

  test('may read an error response', async () => {
    const { request, close } = await openLoggedServer({
      ...database,
      openLongRead: () => Promise.reject(new Error('away')),
    });
    const { status, headers } = await request(get('/export/organizations.csv'));
    await close();
    expect(status).toBe(500);
    expect(headers['access-control-allow-origin']).toBe('*');
  });

  test.each(['/graphql', '/export/grants.csv', '/export/network.gexf', '/playground/assets/a.js'])(
    'may send a preflight to %s',
    async (path) => {
      const { status, headers, body } = await server.request({
        method: 'OPTIONS',
        path,
        headers: {
          origin: ELSEWHERE,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type,x-of-a-client',
        },
      });
      expect({ status, body }).toEqual({ status: 204, body: '' });
      expect(headers).toMatchObject({
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'GET, HEAD, POST',
        'access-control-allow-headers': 'content-type,x-of-a-client',
        'access-control-max-age': '86400',
      });
    },
  );

  test('may read only if its origin is in CORS_ORIGINS, if that is a list', async () => {
    const allowed = async (origin: string) => {
      const { headers } = await choosy.request({ ...byGet(QUERY), headers: { origin } });
      expect(headers.vary?.split(', ')).toContain('Origin');
      return headers['access-control-allow-origin'];
    };
    expect(await allowed(LISTED)).toBe(LISTED);
    expect(await allowed('https://other.example:8443')).toBe('https://other.example:8443');
    expect(await allowed(ELSEWHERE)).toBeUndefined();
    expect(await allowed('https://other.example')).toBeUndefined();
    expect(await allowed(`${LISTED}.evil.example`)).toBeUndefined();
  });

  test('cannot send a body that is not JSON, for which browsers send no preflight', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const headers = { origin: ELSEWHERE, 'content-type': type };
      expect((await server.request({ ...post(QUERY), headers })).status).toBe(415);
    }
  });
});

describe('GET', () => {
  test('answers a query without special headers', async () => {
    const answer = await server.request({ path: byGet(QUERY).path ?? '' });
    expect(answer.status).toBe(200);
    expect(answer.json()).toMatchObject({
      data: { association: { name: 'Serbian Cluster Association' } },
    });
  });

  test.each(['mutation { __typename }', 'mutation { register }', 'subscription { __typename }'])(
    'never executes %s',
    async (operation) => {
      const answer = await server.request(byGet(operation));
      expect(answer.status).toBe(405);
      expect(answer.headers.allow).toBe('POST');
      expect(answer.json()).not.toHaveProperty('data');
    },
  );

  test('executes only the operation named by operationName', async () => {
    const document = encodeURIComponent('query A { __typename } mutation B { __typename }');
    const chosen = (name: string) =>
      server.request(get(`/graphql?query=${document}&operationName=${name}`));
    expect((await chosen('A')).json()).toMatchObject({ data: { __typename: 'Query' } });
    expect((await chosen('B')).status).toBe(405);
  });
});

describe('urql without settings', () => {
  const client = () =>
    new Client({ url: `http://127.0.0.1:${server.port}/graphql`, exchanges: [fetchExchange] });

  test('sends variables and receives data', async () => {
    const { data, error } = await client().query(
      'query Named($slug: String!) { association(slug: $slug) { name } }',
      { slug: 'scan' },
    );
    expect(error).toBeUndefined();
    expect(data).toEqual({
      association: expect.objectContaining({ name: 'Serbian Cluster Association' }),
    });
  });

  test('sends an operation that is too long for a URL', async () => {
    const ids = Array.from({ length: 90 }, (_, index) => `organization-that-nobody-has-${index}`);
    const { data, error } = await client().query(
      'query Many($slugs: [String!]) { organizations(filter: { slug: { in: $slugs } }) { totalCount } }',
      { slugs: ids },
    );
    expect(error).toBeUndefined();
    expect(data).toMatchObject({ organizations: { totalCount: 0 } });
  });

  test('receives the error of an invalid operation', async () => {
    const { error } = await client().query('{ nothing }', {});
    expect(error?.graphQLErrors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

if (browserPath === null) {
  process.stderr.write(
    'Pages from other origins are NOT tested in a browser: there is no Chromium. Install it, or set CHROMIUM to where it is.\n',
  );
}

(browserPath === null ? describe.skip : describe)('in a browser, a page from another port', () => {
  let browser: Browser | undefined;
  let pages: Server;
  beforeAll(async () => {
    pages = createServer((_request, response) => {
      response
        .setHeader('content-type', 'text/html')
        .end('<!doctype html><title>Elsewhere</title>');
    });
    await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
    browser = await openBrowser(browserPath ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    await new Promise((resolve) => pages.close(resolve));
  });

  async function elsewhere() {
    if (browser === undefined) throw new Error('There is no browser.');
    const { page } = await openPage(browser);
    await page.goto(`http://127.0.0.1:${(pages.address() as AddressInfo).port}/`);
    return page;
  }

  test('reads a response, a network and an error', async () => {
    const page = await elsewhere();
    const read = await page.evaluate(
      async ({ base, query }) => {
        const answer = await fetch(`${base}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        });
        const network = await fetch(`${base}/export/network.gexf`);
        const wrong = await fetch(`${base}/export/network.gexf?metrics=none`);
        return {
          answer: (await answer.json()) as unknown,
          requestId: answer.headers.get('x-request-id'),
          network: await network.text(),
          file: network.headers.get('content-disposition'),
          wrong: [wrong.status, (await wrong.json()) as unknown],
        };
      },
      { base: `http://127.0.0.1:${server.port}`, query: QUERY },
    );
    expect(read).toEqual({
      answer: expect.objectContaining({
        data: { association: { name: 'Serbian Cluster Association' } },
      }),
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      network: expect.stringMatching(/<gexf [\s\S]*<\/gexf>/),
      file: 'attachment; filename="network.gexf"',
      wrong: [
        400,
        {
          errors: [
            expect.objectContaining({
              extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }),
            }),
          ],
        },
      ],
    });
  });

  test('cannot read from a server that does not list its origin', async () => {
    const page = await elsewhere();
    const outcome = await page.evaluate(async (base) => {
      try {
        return (await fetch(`${base}/graphql?query={__typename}`)).status;
      } catch (error) {
        return String(error);
      }
    }, `http://127.0.0.1:${choosy.port}`);
    expect(outcome).toMatch(/Failed to fetch/);
  });
});
