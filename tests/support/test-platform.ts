import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { FastifyInstance } from 'fastify';
import { print, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { DEFAULT_EXPOSURE, type Exposure, type Limits } from '../../src/config.js';
import type { Database } from '../../src/database/database.js';
import type { Domain } from '../../src/federation/domain-names.js';
import { createLog, createServer } from '../../src/http/server.js';
import { openTestDatabase, type Contents } from './databases.js';
import { schema } from './schema.js';
import { SERVER_CONFIG } from './server-config.js';

export interface Answer<Data> {
  readonly status: number;
  readonly data: Data;
  readonly errors: readonly GraphQLFormattedError[] | undefined;
  readonly extensions: Readonly<Record<string, unknown>> | undefined;
  /** The statements that it took, in order. */
  readonly sql: readonly string[];
}

type Variables = Readonly<Record<string, unknown>>;
/** For clients, and for gateways. */
type Endpoint = '/graphql' | '/subgraph' | `/subgraph/${Domain}`;
type Operation<Data> = string | TypedDocumentNode<Data, never>;

/** The whole product over a database of its own: requests go in by HTTP. */
export interface TestPlatform {
  readonly app: FastifyInstance;
  /** Where it listens, on loopback. */
  readonly url: string;
  readonly database: Database;
  /** The statements since the last operation began, or since it was emptied. */
  readonly sql: string[];
  /** Sends an operation, whatever comes of it. */
  ask<Data = Record<string, never>>(
    operation: Operation<Data>,
    variables?: Variables,
    endpoint?: Endpoint,
  ): Promise<Answer<Data>>;
  /** Sends an operation that must succeed. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test looks into the answer as it likes
  succeed<Data = any>(
    operation: Operation<Data>,
    variables?: Variables,
    endpoint?: Endpoint,
  ): Promise<Answer<Data>>;
  close(): Promise<void>;
}

/** What a platform can be opened with. */
interface PlatformOptions {
  /** False where every operation is to go the way of the resolvers. */
  readonly isPlanning?: boolean;
  /** The size of the answer cache. */
  readonly cacheCharacters?: number;
  /** From how many grants on they are counted in columns; otherwise never. */
  readonly columnsFromGrants?: number;
  /** A database that is open already, for two platforms on one; the caller closes it. */
  readonly database?: Database;
  /** What the server exposes, other than the default. */
  readonly exposure?: Partial<Exposure>;
  /** The subgraphs that it serves instead of the API. */
  readonly subgraphs?: ReadonlyMap<Domain, GraphQLSchema>;
  readonly subgraphSecret?: string;
}

export async function openTestPlatform(
  contents: Contents,
  limits: Partial<Limits> = {},
  options: PlatformOptions = {},
): Promise<TestPlatform> {
  const database = options.database ?? (await openTestDatabase(contents));
  const sql: string[] = [];
  const app = await createServer({
    config: {
      ...SERVER_CONFIG,
      limits: { ...SERVER_CONFIG.limits, ...limits },
      cacheCharacters: options.cacheCharacters ?? SERVER_CONFIG.cacheCharacters,
      columnsFromGrants: options.columnsFromGrants ?? SERVER_CONFIG.columnsFromGrants,
      subgraphSecret: options.subgraphSecret ?? SERVER_CONFIG.subgraphSecret,
    },
    database: {
      ...database,
      read: (text, values, signal) => {
        sql.push(text);
        return database.read(text, values, signal);
      },
      readData: (text, values, signal) => {
        sql.push(text);
        return database.readData(text, values, signal);
      },
    },
    schema,
    subgraphs: options.subgraphs,
    exposure: { ...DEFAULT_EXPOSURE, ...options.exposure },
    log: createLog('silent'),
    isPlanning: options.isPlanning ?? true,
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const platform: TestPlatform = {
    app,
    url,
    database,
    sql,
    async ask<Data>(
      operation: Operation<Data>,
      variables: Variables = {},
      endpoint: Endpoint = '/graphql',
    ) {
      sql.length = 0;
      const query = typeof operation === 'string' ? operation : print(operation);
      const response = await fetch(`${url}${endpoint}`, {
        method: 'POST',
        headers: {
          accept: 'application/graphql-response+json',
          'content-type': 'application/json',
        },
        body: JSON.stringify({ query, variables }),
      });
      const body = (await response.json()) as Omit<Answer<Data>, 'status' | 'sql'>;
      return { ...body, status: response.status, sql: [...sql] };
    },
    async succeed(operation, variables, endpoint) {
      const answer = await platform.ask(operation, variables, endpoint);
      if (answer.errors !== undefined) {
        throw new Error(`The operation failed: ${JSON.stringify(answer.errors, null, 2)}`);
      }
      return answer;
    },
    async close() {
      await app.close();
      if (options.database === undefined) await database.close();
    },
  };
  return platform;
}
