import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import type { Database } from '../src/database/database.js';
import { openTestDatabase } from './support/databases.js';
import { openLongBody } from './support/long-body.js';
import {
  openLoggedServer,
  type HttpAnswer,
  type HttpRequest,
  type LoggedServer,
} from './support/logged-server.js';

const LIMIT = 10_000;

let database: Database;
let server: LoggedServer;
beforeAll(async () => {
  database = await openTestDatabase('FOUNDING');
  server = await openLoggedServer(database, { limits: { bodyBytes: LIMIT } });
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const JSON_TYPE = 'application/json; charset=utf-8';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Markup, stacks, places in our code or on the machine, and who serves. */
const INSIDE = /<\w+|\bat \S+ \(|node_modules|file:|\/dist\/|\.[jt]s\b|fastify|FST_|apollo-server/i;

/** The shape that every refusal has, whoever refuses. */
function expectRefusal(answer: HttpAnswer, status: number, code: string): void {
  const { headers, body } = answer;
  expect(answer.status).toBe(status);
  expect(headers['content-type']).toBe(JSON_TYPE);
  expect(headers['x-request-id']).toMatch(UUID);
  expect(headers).not.toHaveProperty('x-powered-by');
  expect(headers).not.toHaveProperty('server');
  expectErrorBody(body, code);
}

function expectErrorBody(body: string, code: string): void {
  expect(JSON.parse(body)).toEqual({
    errors: [{ message: expect.stringMatching(/\w+ \w+/), extensions: { code } }],
  });
  expect(body).not.toMatch(INSIDE);
}

describe('GraphQL over HTTP, as graphql-http audits it', () => {
  const audits = serverAudits({
    url: () => `http://127.0.0.1:${server.port}/graphql`,
    fetchFn: fetch,
  });
  test('has 61 audits', () => {
    expect(audits).toHaveLength(61);
  });

  test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))(
    '%s: %s',
    async (_id, _name, audit) => {
      const result = await audit.fn();
      const reason = 'reason' in result ? result.reason : null;
      expect({ status: result.status, reason }).toEqual({ status: 'ok', reason: null });
    },
  );
});

const JSON_HEADERS = { 'content-type': 'application/json' };
const post = (body: string, headers: HttpRequest['headers'] = JSON_HEADERS): HttpRequest => ({
  method: 'POST',
  path: '/graphql',
  headers,
  body,
});
const typed = (type: string, body = QUERY) => post(body, { 'content-type': type });
const QUERY = '{"query":"{ __typename }"}';

const JSON_HEAD = 'Content-Type: application/json\r\n';

describe('a request that is not GraphQL', () => {
  test.each<[what: string, request: HttpRequest, status: number, code: string]>([
    ['JSON that is cut short', post('{"query"'), 400, 'BAD_REQUEST'],
    ['an empty body', post(''), 400, 'BAD_REQUEST'],
    ['no body and no type', post('', {}), 400, 'BAD_REQUEST'],
    ['an empty list', post('[]'), 400, 'BAD_REQUEST'],
    ['a batch', post(`[${Array(10).fill(QUERY).join()}]`), 400, 'BAD_REQUEST'],
    ['null', post('null'), 400, 'BAD_REQUEST'],
    ['a string', post('"{ __typename }"'), 400, 'BAD_REQUEST'],
    ['no query', post('{"variables":{}}'), 400, 'BAD_REQUEST'],
    ['an empty query', post('{"query":""}'), 400, 'BAD_REQUEST'],
    ['a query that is a number', post('{"query":1}'), 400, 'BAD_REQUEST'],
    ['variables in a string', post('{"query":"{a}","variables":"{}"}'), 400, 'BAD_REQUEST'],
    ['__proto__', post('{"query":"{a}","variables":{"__proto__":{"a":1}}}'), 400, 'BAD_REQUEST'],
    ['10,000 open brackets', post('['.repeat(LIMIT - 1)), 400, 'BAD_REQUEST'],
    ['plain text', typed('text/plain'), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['no type', post(QUERY, {}), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['an invalid type', typed('json'), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'a form',
      typed('application/x-www-form-urlencoded', 'query={__typename}'),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'a multipart form',
      typed('multipart/form-data; boundary=x', '--x--'),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['UTF-7', typed('application/json; charset=utf-7'), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a large body', post(`{"query":"${'x'.repeat(LIMIT)}"}`), 413, 'BODY_TOO_LARGE'],
    ['a wrong Host', post(QUERY, { ...JSON_HEADERS, host: 'a b' }), 400, 'BAD_REQUEST'],
    ['an unknown path', { path: '/graphiql' }, 404, 'NOT_FOUND'],
    ['a path outside the assets', { path: '/playground/assets/../../main.js' }, 404, 'NOT_FOUND'],
    ['a path that is not a valid URL', { path: '/%zz' }, 400, 'BAD_REQUEST'],
    ['a GET without a query', { path: '/graphql' }, 400, 'BAD_REQUEST'],
    ['PUT', { ...post(QUERY), method: 'PUT' }, 405, 'METHOD_NOT_ALLOWED'],
    ['DELETE', { path: '/graphql', method: 'DELETE' }, 405, 'METHOD_NOT_ALLOWED'],
    [
      'a response as an image',
      post(QUERY, { ...JSON_HEADERS, accept: 'image/png' }),
      406,
      'NOT_ACCEPTABLE',
    ],
  ])('%s is refused with an error in the GraphQL format', async (_what, request, status, code) => {
    expectRefusal(await server.request(request), status, code);
  });

  test.each([
    ['is too large', JSON_HEAD, 413],
    ['has another type', 'Content-Type: text/plain\r\n', 415],
    ['is too large, of an unknown length', `${JSON_HEAD}Transfer-Encoding: chunked\r\n`, 413],
  ])(
    'whose body %s can send all of it, and its next request on the connection',
    async (_why, head, status) => {
      const client = await openLongBody(server.port);
      client.begin('POST /graphql', head);
      await client.receives(new RegExp(`^HTTP/1.1 ${status} `));
      await client.sendRest();
      client.socket.write('GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n');
      await client.receives(/HTTP\/1.1 200 /);
      client.socket.destroy();
    },
  );

  test.each([
    ['POST /graphql', JSON_HEAD, 413],
    ['POST /graphql', `${JSON_HEAD}Transfer-Encoding: chunked\r\n`, 413],
    ['POST /graphql', 'Content-Type: text/plain\r\n', 415],
    ['PUT /graphql', JSON_HEAD, 413],
    ['TRACE /graphql', '', 405],
    ['OPTIONS /graphql', 'Origin: http://a\r\n', 204],
    ['GET /graphql?query={__typename}', '', 200],
    ['POST /%zz', JSON_HEAD, 400],
  ])(
    'can send all of its body before the connection closes: %s, %j',
    async (target, head, status) => {
      const client = await openLongBody(server.port);
      client.begin(target, `${head}Connection: close\r\n`);
      await client.sendRest();
      await client.receives(new RegExp(`^HTTP/1.1 ${status} `));
      client.socket.end();
      await once(client.socket, 'close');
    },
  );

  test('receives one response, whatever follows in its body', async () => {
    const client = await openLongBody(server.port);
    client.begin('POST /graphql', `${JSON_HEAD}Transfer-Encoding: chunked\r\n`);
    await client.receives(/^HTTP\/1.1 413 /);
    client.socket.write('no length\r\n');
    await once(client.socket, 'end');
    client.socket.destroy();
    expect(client.received().match(/HTTP\/1.1/g)).toHaveLength(1);
  });

  test('receives the allowed methods', async () => {
    const put = await server.request({ ...post(QUERY), method: 'PUT' });
    const mutation = await server.request({
      path: `/graphql?query=${encodeURIComponent('mutation { a }')}`,
    });

    expect(put.headers.allow).toBe('GET, POST');
    expectRefusal(mutation, 405, 'METHOD_NOT_ALLOWED');
    expect(mutation.headers.allow).toBe('POST');
  });

  test.each([
    ['text that is not HTTP', 'hello\r\n\r\n', 400, 'BAD_REQUEST'],
    ['an unknown method', 'FETCH /graphql HTTP/1.1\r\nHost: a\r\n\r\n', 400, 'BAD_REQUEST'],
    [
      'endless headers',
      `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
      'HEADERS_TOO_LARGE',
    ],
  ])('%s is refused with an error in the GraphQL format', async (_what, sent, status, code) => {
    const socket = connect(server.port, '127.0.0.1');
    socket.end(sent);
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');

    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head).toContain(`Content-Type: ${JSON_TYPE}`);
    expectErrorBody(body, code);
  });

  test('that takes too long to arrive is refused with an error in the GraphQL format', async () => {
    const socket = new PassThrough();
    const tooSlow = Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    server.app.server.emit('clientError', tooSlow, socket as never);
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');

    expect(head).toMatch(/^HTTP\/1.1 408 /);
    expectErrorBody(body, 'REQUEST_TIMEOUT');
  });

  test('cannot keep its connection after that', () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
    try {
      const socket = new PassThrough();
      const tooSlow = Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
      server.app.server.emit('clientError', tooSlow, socket as never);
      expect(socket.destroyed).toBe(false);
      jest.advanceTimersByTime(10_000);
      expect(socket.destroyed).toBe(true);
    } finally {
      jest.useRealTimers();
    }
  });

  test('does not affect later requests', async () => {
    const answer = await server.post('{ __typename }');
    expect(answer.json()).toMatchObject({ data: { __typename: 'Query' } });
  });
});

describe('an operation', () => {
  test.each(['mutation', 'subscription'])(
    'that is a %s is refused, because there are none yet',
    async (kind) => {
      const answer = await server.post(`${kind} { register }`);
      expect(answer.status).toBe(400);
      expect(answer.json()).toMatchObject({
        errors: [
          {
            message: `This API has no ${kind}s, only queries.`,
            extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
          },
        ],
      });
      expect(answer.json()).not.toHaveProperty('data');
    },
  );

  test('that the document does not contain is reported as missing', async () => {
    const answer = await server.post('query A { __typename } query B { __typename }');
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({
      errors: [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }],
    });
  });

  test('that is persisted is refused for gateways with the code that clients support', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'abc' } };
    const request = { ...post(JSON.stringify({ extensions })), path: '/subgraph' };
    expect((await server.request(request)).json()).toMatchObject({
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }],
    });
  });

  test('returns no trace of its execution', async () => {
    const answer = await server.request(
      post(QUERY, { ...JSON_HEADERS, 'apollo-federation-include-trace': 'ftv1' }),
    );
    expect(Object.keys(answer.json().extensions)).toEqual(['cost']);
  });
});

describe('the playground', () => {
  const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
  const page = () => server.request({ path: '/graphql', headers: { accept: BROWSER } });

  test('is what a browser receives at the endpoint, and may load nothing from other origins', async () => {
    const { status, headers, body } = await page();

    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    const policy = headers['content-security-policy'];
    expect(policy).toMatch(/default-src 'none'; script-src 'self';/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(policy).not.toMatch(/https?:|unsafe-eval|script-src[^;]*unsafe-inline|\*/);
    expect(headers.vary).toBe('accept, accept-encoding');
    expect(headers['cache-control']).toBe('public, max-age=0');
    expect(body).toMatch(/^<!doctype html>/);
    expect(body).not.toMatch(/(src|href)="(?!\/playground\/)/);
  });

  test.each([
    ['a query in the URL', '/graphql?query={__typename}', BROWSER],
    ['a program that asks for JSON first', '/graphql', 'application/json, text/html'],
    ['a program that asks for anything', '/graphql', '*/*'],
  ])('is not served for %s', async (_what, path, accept) => {
    const answer = await server.request({ path, headers: { accept } });
    expect(answer.headers['content-type']).toMatch(/json/);
    expect(answer.body).not.toMatch(/doctype/);
  });

  test.each([
    ['gzip, br', 'br'],
    ['gzip', 'gzip'],
    ['identity', undefined],
  ])('has immutable files, sent to a client that accepts %s as %s', async (accepted, encoding) => {
    const [, script = ''] = /src="([^"]+)"/.exec((await page()).body) ?? [];
    const { status, headers } = await server.request({
      path: script,
      headers: { 'accept-encoding': accepted },
    });

    expect(status).toBe(200);
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers.vary).toBe('accept-encoding');
    expect(headers['content-type']).toMatch(/javascript/);
  });
});

describe('health', () => {
  test('is live and ready with a database of this release', async () => {
    const live = await server.request({ path: '/health/live' });
    const ready = await server.request({ path: '/health/ready' });
    expect([live.status, live.json()]).toEqual([200, { status: 'LIVE' }]);
    expect([ready.status, ready.json()]).toEqual([200, { status: 'READY' }]);
  });

  test('is live but not ready with a database of an earlier release, or without its database', async () => {
    const another = await openTestDatabase('EMPTY');
    const { request, close } = await openLoggedServer(another);
    const readyOnce = await request({ path: '/health/ready' });
    await another.dataSource.query(`DELETE FROM migrations`);
    const behind = await request({ path: '/health/ready' });
    await another.close();
    const gone = await request({ path: '/health/ready' });
    const live = await request({ path: '/health/live' });
    await close();

    expect(readyOnce.status).toBe(200);
    expect([behind.status, behind.json()]).toEqual([503, { status: 'NOT_MIGRATED' }]);
    expect([gone.status, gone.json()]).toEqual([503, { status: 'UNREACHABLE' }]);
    expect(live.status).toBe(200);
  });
});

describe('the log', () => {
  const linesOf = (requestId: unknown) => server.log.filter((line) => line.requestId === requestId);

  test('has one line per operation, with the id in the response', async () => {
    const { headers } = await server.post(
      'query Cities($slug: String) { organization(slug: $slug) { name } }',
      { slug: 'secret-of-the-client' },
    );

    expect(headers['x-request-id']).toMatch(UUID);
    expect(linesOf(headers['x-request-id'])).toEqual([
      {
        level: 30,
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        requestId: headers['x-request-id'],
        operation: 'Cities',
        ms: expect.any(Number),
        way: 'PLANNED',
        statements: 1,
        msg: 'answered',
      },
    ]);
  });

  test('has the codes of errors, and no value that a client sent', async () => {
    const { headers } = await server.post('query Bad($id: ID!) { node(id: $id) { id } }', {
      id: 'secret-of-the-client',
    });

    expect(linesOf(headers['x-request-id'])).toMatchObject([
      { operation: 'Bad', statements: 0, errors: [{ code: 'BAD_USER_INPUT' }] },
    ]);
    expect(JSON.stringify(server.log)).not.toContain('secret-of-the-client');
  });

  test('gives every request a new id, never one that the client chose', async () => {
    const answers = await Promise.all(
      [1, 2].map(() => server.request(post(QUERY, { ...JSON_HEADERS, 'x-request-id': 'forged' }))),
    );
    const ids = answers.map((answer) => answer.headers['x-request-id']);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(UUID);
  });
});

test('a closing server finishes running requests', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const started = new EventEmitter();
  const slow = await openLoggedServer(database, {
    read: async (sql, values) => {
      started.emit('reading');
      await held;
      return database.read(sql, values);
    },
  });
  const reading = once(started, 'reading');
  const answer = slow.post('{ organizations { totalCount } }');
  await reading;
  const closed = slow.close();
  release();

  expect((await answer).json()).toMatchObject({ data: { organizations: {} } });
  await closed;
});

test('a closing server answers requests that are still arriving, and accepts no more', async () => {
  const closing = await openLoggedServer(database);
  const body = JSON.stringify({ query: '{ __typename }' });
  const socket = connect(closing.port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write('POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n');
  // by then the server has seen the beginning
  await closing.request({ path: '/health/live' });
  const closed = closing.close();
  socket.write(`Content-Length: ${String(body.length)}\r\n\r\n${body}`);

  const answer = await text(socket);
  await closed;
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n.*^connection: close\r\n.*"__typename":"Query"/ims);
});
