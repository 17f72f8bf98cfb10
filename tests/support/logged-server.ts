import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import { DEFAULT_EXPOSURE, type Exposure, type Limits } from '../../src/config.js';
import type { Database } from '../../src/database/database.js';
import type { RunStatement } from '../../src/loaders/loaders.js';
import { createLog, createServer, type ServerParts } from '../../src/http/server.js';
import { schema } from './schema.js';
import { SERVER_CONFIG } from './server-config.js';

/** The PostgreSQL server that the tests run on, if they do not run on the embedded one. */
export const testServerUrl = process.env.TEST_DATABASE_URL;

export type LogLine = Readonly<Record<string, unknown>>;

export interface HttpRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  json(): ReturnType<typeof JSON.parse>;
}

/** A server that listens, with what it logs in reach. */
export interface LoggedServer {
  readonly app: FastifyInstance;
  readonly port: number;
  /** What it has logged, in order. */
  readonly log: readonly LogLine[];
  /** Sends exactly this, and no header that is not in it but Host and Connection. */
  request(request: HttpRequest): Promise<HttpAnswer>;
  /** Sends an operation as a client of today does. */
  post(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    path?: string,
  ): Promise<HttpAnswer>;
  close(): Promise<void>;
}

/** A server over the database of a test, whose reading can be replaced. */
export async function openLoggedServer(
  database: Database,
  {
    read,
    limits = {},
    config = {},
    exposure = {},
  }: {
    read?: RunStatement;
    limits?: Partial<Limits>;
    config?: Partial<ServerParts['config']>;
    exposure?: Partial<Exposure>;
  } = {},
): Promise<LoggedServer> {
  const log: LogLine[] = [];
  const app = await createServer({
    config: { ...SERVER_CONFIG, ...config, limits: { ...SERVER_CONFIG.limits, ...limits } },
    database: read === undefined ? database : { ...database, ...readingBy(read) },
    schema,
    exposure: { ...DEFAULT_EXPOSURE, ...exposure },
    log: createLog('info', { write: (line) => log.push(JSON.parse(line) as LogLine) }),
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return {
    app,
    port,
    log,
    request: (request) => send(port, request),
    post: (query, variables, path = '/graphql') =>
      send(port, {
        method: 'POST',
        path,
        headers: {
          accept: 'application/graphql-response+json',
          'content-type': 'application/json',
        },
        body: JSON.stringify({ query, variables }),
      }),
    close: () => app.close(),
  };
}

/** All ways of reading. */
function readingBy(read: RunStatement): Pick<Database, 'read' | 'readData' | 'readControl'> {
  return {
    read,
    readControl: read,
    readData: async (text, values, signal) => {
      const [row] = await read(text, values, signal);
      return (row?.data as string | undefined) ?? null;
    },
  };
}

/** Not `fetch`: it mends what it sends. */
async function send(
  port: number,
  { method = 'GET', path = '/', headers = {}, body = '' }: HttpRequest,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, method, path, headers, agent: false });
    request.once('error', reject);
    request.once('response', (response) => {
      text(response).then((answer) => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: answer,
          json: () => JSON.parse(answer) as unknown,
        });
      }, reject);
    });
    request.end(body);
  });
}
