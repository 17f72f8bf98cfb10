import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { isOnServer } from '../support/database-on-server.js';
import { freePort } from '../support/free-port.js';
import {
  freshDatabase,
  openWorkplace,
  FEDERATION,
  type FreshDatabase,
  type Workplace,
} from '../support/workplace.js';

interface Service {
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string | number>>;
}

const FILE = new URL('../../../federation/compose.yaml', import.meta.url);
const { services } = parse(readFileSync(FILE, 'utf8'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
};
const SUBGRAPHS = ['network', 'funding', 'knowledge'];
const SECRET = 'a secret that is shared by all parts';

let servers: Workplace;
let gateways: Workplace;
let database: FreshDatabase;
beforeAll(async () => {
  servers = openWorkplace();
  gateways = openWorkplace(FEDERATION);
  database = await freshDatabase(servers, 'FOUNDING');
});
afterAll(async () => {
  await gateways.close();
  await servers.close();
  await database.drop();
});

/** The words and settings of a service, with these addresses in place of the hosts of its network. */
function commandOf(name: string, port: number, addresses: ReadonlyMap<string, string>) {
  const { command, environment } = services[name] as Service;
  const [program = '', ...words] = command.map((word) =>
    word.replace(/\/\/(\w+):4001\b/, (_, host: string) => `//${addresses.get(host) ?? host}`),
  );
  expect(Object.keys(environment)).toEqual(
    expect.arrayContaining(['HOST', 'PORT', 'DATABASE_URL', 'SUBGRAPH_SECRET']),
  );
  const settings = Object.entries({
    ...environment,
    HOST: '127.0.0.1',
    PORT: port,
    TRUSTED_PROXIES: '127.0.0.1',
    SUBGRAPH_SECRET: SECRET,
    ...database.settings,
  }).map(([key, value]) => [key, String(value)] as const);
  return { program, words, settings: Object.fromEntries(settings) };
}

// The processes of compose.yaml share a database, which the embedded one cannot be.
(isOnServer ? test : test.skip)(
  'the commands of compose.yaml start subgraphs and a gateway that answers from all of them',
  async () => {
    const addresses = new Map<string, string>();
    for (const name of SUBGRAPHS) {
      const port = await freePort();
      const { program, words, settings } = commandOf(name, port, addresses);
      expect(program).toBe('dist/src/main.js');
      await servers.start(words, settings).says(/subgraph/i);
      addresses.set(name, `127.0.0.1:${String(port)}`);
    }
    const { program, words, settings } = commandOf('gateway', await freePort(), addresses);
    expect(program).toBe('dist/federation/main.js');
    const gateway = gateways.start(words, settings);
    const [, url = ''] = await gateway.says(/The gateway of SCAN Graph is at (http:\S+),/);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query:
          '{ cluster(slug: "nicat") { name grantsReceived { totalCount } seats { totalCount } } }',
      }),
    });
    expect(await response.json()).toEqual({
      data: {
        cluster: {
          name: expect.any(String),
          grantsReceived: { totalCount: expect.any(Number) },
          seats: { totalCount: expect.any(Number) },
        },
      },
    });
  },
);
