import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { parse, print } from 'graphql';
import type { Database } from '../src/database/database.js';
import { openTestDatabase } from './support/databases.js';
import { openLoggedServer, type HttpAnswer, type LoggedServer } from './support/logged-server.js';
import { idOfOperation, textOfOperation } from './support/registered.js';

const REGION = idOfOperation('Region');
const VARIABLES = { code: 'RS12', organizations: {}, grants: {} };
const UNKNOWN = `sha256:${'0'.repeat(64)}`;
const CURRENT = 'application/graphql-response+json';
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

let database: Database;
let server: LoggedServer;
/** Runs only registered documents. */
let strict: LoggedServer;
/** Only pages of one origin can read its answers. */
let listed: LoggedServer;
beforeAll(async () => {
  database = await openTestDatabase('FOUNDING');
  server = await openLoggedServer(database);
  strict = await openLoggedServer(database, {
    exposure: { trustedDocumentsOnly: true, playground: false },
  });
  listed = await openLoggedServer(database, {
    exposure: { corsOrigins: ['https://a.example'] },
  });
  // The network costs by its size, which is known once it has been read.
  for (const at of [server, strict])
    await post({ documentId: REGION, variables: VARIABLES }, { at });
});
afterAll(async () => {
  await Promise.all([server, strict, listed].map(({ close }) => close()));
  await database.close();
});

type Parameters = Readonly<Record<string, unknown>>;

function post(body: unknown, { at = server, path = '/graphql' } = {}): Promise<HttpAnswer> {
  return at.request({
    method: 'POST',
    path,
    headers: { accept: CURRENT, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

function get(parameters: Parameters, { at = server, headers = {} } = {}): Promise<HttpAnswer> {
  const search = new URLSearchParams(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
  return at.request({
    path: `/graphql?${search.toString()}`,
    headers: { accept: CURRENT, ...headers },
  });
}

function expectRefusal(answer: HttpAnswer, status: number, code: string, inputPath?: string[]) {
  expect(answer.status).toBe(status);
  expect(answer.headers['content-type']).toBe(`${CURRENT}; charset=utf-8`);
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.headers).not.toHaveProperty('etag');
  expect(answer.json()).toEqual({
    errors: [
      {
        message: expect.stringMatching(/\w+ \w+/),
        extensions: { code, ...(inputPath && { inputPath }) },
      },
    ],
  });
  return answer.json().errors[0].message as string;
}

describe.each([
  ['POST', post],
  ['GET', get],
] as const)('a registered document by %s', (_method, send) => {
  test('is answered by its id exactly as by its text', async () => {
    const byText = await send({ query: textOfOperation('Region'), variables: VARIABLES });
    expect(byText.json()).toMatchObject({ data: { region: { code: 'RS12' } } });
    for (const at of [server, strict]) {
      // The second time goes the fast path.
      for (let time = 0; time < 2; time += 1) {
        const byId = await send({ documentId: REGION, variables: VARIABLES }, { at });
        expect([byId.status, byId.body]).toEqual([200, byText.body]);
        expect(byId.headers['content-type']).toBe(byText.headers['content-type']);
      }
    }
  });

  test('is answered by the hash of a persisted query too', async () => {
    const persistedQuery = { version: 1, sha256Hash: REGION.replace('sha256:', '') };
    const byId = await send({ documentId: REGION, variables: VARIABLES });
    for (const at of [server, strict]) {
      const byHash = await send({ variables: VARIABLES, extensions: { persistedQuery } }, { at });
      expect([byHash.status, byHash.body]).toEqual([200, byId.body]);
    }
  });

  test('is refused if a variable is wrong, with the same error as by its text', async () => {
    const variables = { ...VARIABLES, code: 7 };
    const byText = await send({ query: textOfOperation('Region'), variables });
    const byId = await send({ documentId: REGION, variables });
    expect(byId.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect([byId.status, byId.body]).toEqual([byText.status, byText.body]);
  });

  test.each<[string, unknown, string[]]>([
    ['has another form', { documentId: 'Region' }, ['documentId']],
    ['has capitals', { documentId: REGION.toUpperCase() }, ['documentId']],
    ['is cut short', { documentId: REGION.slice(0, -1) }, ['documentId']],
    ['is empty', { documentId: '' }, ['documentId']],
    ['has a text beside it', { documentId: REGION, query: '{ __typename }' }, ['documentId']],
    [
      'has a hash beside it',
      { documentId: REGION, extensions: { persistedQuery: { version: 1 } } },
      ['documentId'],
    ],
  ])('is refused with status 400 if its id %s', async (_what, request, inputPath) => {
    for (const at of [server, strict]) {
      const message = expectRefusal(
        await send(request as Parameters, { at }),
        400,
        'BAD_REQUEST',
        inputPath,
      );
      expect(message).toMatch(/'documentId'/);
    }
  });

  test('is refused with status 404 if its id is unknown', async () => {
    for (const at of [server, strict]) {
      const answer = await send({ documentId: UNKNOWN }, { at });
      const message = expectRefusal(answer, 404, 'PERSISTED_DOCUMENT_NOT_FOUND', ['documentId']);
      expect(message).toContain(UNKNOWN);
      expect(message).toMatch(/Send the id of a registered document/);
    }
  });

  test.each([
    ['its version is unknown', { version: 2, sha256Hash: '0'.repeat(64) }],
    ['its hash is not one', { version: 1, sha256Hash: 'abc' }],
    ['its hash is no text', { version: 1, sha256Hash: 7 }],
    ['it is not an object', 'abc'],
  ])('is refused as a persisted query if %s', async (_what, persistedQuery) => {
    const answer = await send({ extensions: { persistedQuery } });
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({
      errors: [
        {
          extensions: {
            code: 'BAD_REQUEST',
            inputPath: expect.arrayContaining(['persistedQuery']),
          },
        },
      ],
    });
  });
});

describe('a hash that is not registered', () => {
  const TEXT = '{ association(slug: "scan") { name } }';
  const persistedQuery = { version: 1, sha256Hash: hashOf(TEXT) };
  const path = ['extensions', 'persistedQuery', 'sha256Hash'];

  test('is answered with the code on which clients send the text, in status 200', async () => {
    const answer = await post({ extensions: { persistedQuery } });
    const message = expectRefusal(answer, 200, 'PERSISTED_QUERY_NOT_FOUND', path);
    expect(message).toMatch(/Send the text as 'query'/);
  });

  test('is not registered by sending the text, which runs', async () => {
    for (let time = 0; time < 2; time += 1) {
      const answer = await post({ query: TEXT, extensions: { persistedQuery } });
      expect(answer.json()).toMatchObject({ data: { association: { name: expect.any(String) } } });
      const again = await post({ extensions: { persistedQuery } });
      expectRefusal(again, 200, 'PERSISTED_QUERY_NOT_FOUND', path);
    }
  });

  test('is refused if it is not the hash of the text', async () => {
    const answer = await post({ query: `${TEXT} `, extensions: { persistedQuery } });
    expectRefusal(answer, 400, 'BAD_REQUEST', path);
  });

  test('is refused with or without the text where only registered documents run', async () => {
    const byHash = await post({ extensions: { persistedQuery } }, { at: strict });
    const message = expectRefusal(byHash, 200, 'PERSISTED_QUERY_NOT_FOUND', path);
    expect(message).toMatch(/only registered documents/);
    const both = await post({ query: TEXT, extensions: { persistedQuery } }, { at: strict });
    expectRefusal(both, 403, 'PERSISTED_DOCUMENT_ID_REQUIRED', ['documentId']);
  });
});

describe('Apollo Client with persisted queries', () => {
  /** What it sent: the hash, the text, or both. */
  async function run(text: string, variables: Parameters, at = server) {
    const sent: string[][] = [];
    const http = new HttpLink({
      uri: `http://127.0.0.1:${at.port}/graphql`,
      fetch: (url, options) => {
        const body = JSON.parse(options?.body as string) as { query?: string; extensions?: object };
        sent.push(Object.keys(body).filter((name) => name === 'query' || name === 'extensions'));
        return fetch(url, options);
      },
    });
    const link = new PersistedQueryLink({
      generateHash: (document) => hashOf(print(document)),
    }).concat(http);
    // Not `client.query`: for its cache, it would add fields to the document.
    const client = new ApolloClient({ link, cache: new InMemoryCache() });
    const result = await new Promise<unknown>((resolve, reject) => {
      ApolloLink.execute(link, { query: parse(text), variables }, { client }).subscribe({
        next: resolve,
        error: reject,
      });
    });
    client.stop();
    return { sent, result };
  }

  test('runs a registered document by its hash alone', async () => {
    for (const at of [server, strict]) {
      const { sent, result } = await run(textOfOperation('Region'), VARIABLES, at);
      expect(sent).toEqual([['extensions']]);
      expect(result).toMatchObject({ data: { region: { code: 'RS12' } } });
    }
  });

  test('sends the text of another one after the hash, and is answered', async () => {
    const { sent, result } = await run('{\n  __typename\n}', {});
    expect(sent.map((names) => names.toSorted())).toEqual([
      ['extensions'],
      ['extensions', 'query'],
    ]);
    expect(result).toMatchObject({ data: { __typename: 'Query' } });
  });
});

describe('a request by POST is refused', () => {
  test.each([7, true, {}, [REGION]])('if its id is %j, not a string', async (documentId) => {
    for (const at of [server, strict]) {
      const answer = await post({ documentId }, { at });
      expectRefusal(answer, 400, 'BAD_REQUEST', ['documentId']);
    }
  });

  test('if it is a batch', async () => {
    for (const at of [server, strict]) {
      const message = expectRefusal(
        await post([{ documentId: REGION }, { documentId: REGION }], { at }),
        400,
        'BAD_REQUEST',
      );
      expect(message).toMatch(/Send one operation a request/);
    }
  });

  test('an id that is null counts as none', async () => {
    const answer = await post({ documentId: null, query: '{ __typename }' });
    expect(answer.json()).toMatchObject({ data: { __typename: 'Query' } });
  });
});

describe('a request by GET', () => {
  test('is refused if it has two ids', async () => {
    const answer = await server.request({
      path: `/graphql?documentId=${REGION}&documentId=${REGION}`,
      headers: { accept: CURRENT },
    });
    expectRefusal(answer, 400, 'BAD_REQUEST', ['documentId']);
  });

  test.each([
    ['variables that are not JSON', 'variables={'],
    ['variables that are a list', 'variables=[]'],
    ['variables twice', 'variables={}&variables={}'],
    ['extensions that are not JSON', 'extensions={'],
  ])('is refused if it has %s, in both modes', async (_what, parameters) => {
    for (const at of [server, strict]) {
      const answer = await at.request({
        path: `/graphql?documentId=${REGION}&${encodeURI(parameters)}`,
      });
      expect(answer.status).toBe(400);
      expect(answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    }
  });

  test('in a browser shows the answer, not the playground', async () => {
    const answer = await get(
      { documentId: REGION, variables: VARIABLES },
      { headers: { accept: 'text/html,*/*;q=0.8' } },
    );
    expect(answer.json()).toMatchObject({ data: { region: { code: 'RS12' } } });
  });

  test('can be stored by a cache that revalidates it', async () => {
    const asked = { documentId: REGION, variables: VARIABLES };
    for (const at of [server, strict]) {
      for (let time = 0; time < 2; time += 1) {
        const first = await get(asked, { at });
        expect(first.headers).toMatchObject({
          'cache-control': 'no-cache',
          etag: expect.stringMatching(/^W\/"[\w-]{20,}"$/),
          vary: 'accept, accept-encoding',
        });
        const headers = { 'if-none-match': first.headers.etag ?? '' };
        const second = await get(asked, { at, headers });
        expect([second.status, second.body]).toEqual([304, '']);
        const other = await get(
          { ...asked, variables: { ...VARIABLES, code: 'RS11' } },
          { at, headers },
        );
        expect(other.status).toBe(200);
      }
    }
    await database.dataSource.query(`UPDATE organization SET city = 'X' WHERE slug = 'scan'`);
    const before = await get(asked);
    await database.dataSource.query(`UPDATE organization SET city = 'Y' WHERE slug = 'scan'`);
    const after = await get(asked, { headers: { 'if-none-match': before.headers.etag ?? '' } });
    expect(after.status).toBe(200);
  });

  test('varies by origin if not all origins can read', async () => {
    const { headers } = await get({ documentId: REGION, variables: VARIABLES }, { at: listed });
    expect(headers.vary?.toLowerCase().split(', ').toSorted()).toEqual([
      'accept',
      'accept-encoding',
      'origin',
    ]);
  });
});

describe('where only registered documents run', () => {
  const TEXT = '{ __typename }';
  test.each<[string, () => Promise<HttpAnswer>]>([
    ['a text by POST', () => post({ query: TEXT }, { at: strict })],
    ['a text by GET', () => get({ query: TEXT }, { at: strict })],
    [
      'the text of a registered document',
      () => post({ query: textOfOperation('Region') }, { at: strict }),
    ],
    ['introspection', () => post({ query: '{ __schema { description } }' }, { at: strict })],
    ['nothing', () => post({}, { at: strict })],
    ['null', () => post(null, { at: strict })],
    ['nothing by GET', () => get({}, { at: strict })],
    ['other extensions', () => post({ query: TEXT, extensions: { a: 1 } }, { at: strict })],
    ['extensions that are not JSON', () => get({ query: TEXT, extensions: '{' }, { at: strict })],
  ])('%s is refused, with what to send instead', async (_what, ask) => {
    const message = expectRefusal(await ask(), 403, 'PERSISTED_DOCUMENT_ID_REQUIRED', [
      'documentId',
    ]);
    expect(message).toMatch(/runs only registered documents. Send 'documentId'/);
  });

  test('a GET with a second text is refused', async () => {
    for (const more of ['query={a}&query={b}', 'query=&query={a}']) {
      const { status } = await strict.request({
        path: `/graphql?documentId=${REGION}&${encodeURI(more)}`,
      });
      expect(status).toBe(400);
    }
  });

  test('gateways still send their own operations to /subgraph, and no ids', async () => {
    const own = await post({ query: '{ _service { sdl } }' }, { at: strict, path: '/subgraph' });
    expect(own.json()).toMatchObject({ data: { _service: { sdl: expect.any(String) } } });
    for (const at of [server, strict]) {
      const byId = await post({ documentId: REGION }, { at, path: '/subgraph' });
      expect([byId.status, byId.json().errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
    }
  });

  test('the endpoint says so to a browser; there is no playground', async () => {
    const answer = await strict.request({ path: '/graphql', headers: { accept: 'text/html' } });
    expect(answer.status).toBe(403);
    expect(answer.body).toMatch(/only registered documents/);
  });

  test.each(['/', '/organizations/nicat', '/funding', '/nowhere-nicat'])(
    'the server writes the page %s as always',
    async (path) => {
      const headers = { accept: 'text/html' };
      const always = await server.request({ path, headers });
      const page = await strict.request({ path, headers });
      expect(page.status).toBe(always.status);
      const main = ({ body }: HttpAnswer) => /<main.*<\/main>/s.exec(body)?.[0];
      expect(main(always)?.length).toBeGreaterThan(100);
      expect(main(page)).toBe(main(always));
    },
  );

  test('calendars are served as always', async () => {
    const calendar = await strict.request({ path: '/events.ics' });
    expect(calendar.status).toBe(200);
    expect(calendar.body).toContain('BEGIN:VEVENT');
  });
});
