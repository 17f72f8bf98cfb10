import { createSubgraphs, printSdl } from '../../src/schema.js';
import type { GraphQLFormattedError } from 'graphql';
import { openGateway, type Gateway } from '../../federation/gateway.js';
import { supergraphOf, type Subgraph } from '../../federation/supergraph.js';
import type { Database } from '../../src/database/database.js';
import { DEFAULT_EXPOSURE, DEFAULT_LIMITS, type Limits } from '../../src/config.js';
import { queueSizes } from '../../src/operation/admission.js';
import { openTestPlatform, type TestPlatform } from './test-platform.js';

/** One for all test files of a worker: making them takes a second of a processor. */
const subgraphs = await createSubgraphs();

/** The subgraphs of all domains over one database, and the gateway before them. */
export interface Federated {
  readonly subgraphs: TestPlatform;
  readonly gateway: Gateway;
  /** Asks the gateway, whatever comes of it. */
  ask(query: string, variables?: Readonly<Record<string, unknown>>): Promise<GatewayAnswer>;
  close(): Promise<void>;
}

interface GatewayAnswer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test looks into the answer as it likes
  readonly data?: any;
  readonly errors?: readonly GraphQLFormattedError[];
}

export const SECRET = 'a secret of the tests, long enough for a signature';

/** The settings of a gateway of the tests, without its subgraphs. */
export const GATEWAY_SETTINGS = {
  secret: SECRET,
  queues: queueSizes({ operationsAtOnce: 64, operationsWaiting: 1_000, databasePoolSize: 10 }),
  limits: DEFAULT_LIMITS,
  exposure: DEFAULT_EXPOSURE,
  trustedProxies: [],
  drainTimeoutMs: 1_000,
  logLevel: 'silent',
} as const;

/** The supergraph of our subgraphs at this platform, and of others. */
export function supergraphOfPlatform(
  { url }: Pick<TestPlatform, 'url'>,
  others: readonly Subgraph[] = [],
): string {
  const own = Array.from(subgraphs, ([name, schema]) => ({
    name,
    sdl: printSdl(schema),
    url: `${url}/subgraph/${name}`,
  }));
  return supergraphOf([...own, ...others]);
}

export async function openFederated(
  database: Database,
  limits: Partial<Limits> = {},
  others: readonly Subgraph[] = [],
): Promise<Federated> {
  const platform = await openTestPlatform('SYNTHETIC', limits, {
    database,
    subgraphs,
    subgraphSecret: SECRET,
    cacheCharacters: 0,
  });
  const gateway = await openGateway({
    ...GATEWAY_SETTINGS,
    supergraph: supergraphOfPlatform(platform, others),
    places: [],
    limits: { ...DEFAULT_LIMITS, ...limits },
  });
  return {
    subgraphs: platform,
    gateway,
    async ask(query, variables = {}) {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json',
        },
        body: JSON.stringify({ query, variables }),
      });
      return { ...((await response.json()) as object), status: response.status };
    },
    async close() {
      await gateway.close();
      await platform.close();
    },
  };
}
