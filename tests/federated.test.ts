import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  buildClientSchema,
  findBreakingChanges,
  getIntrospectionQuery,
  parse,
  print,
  separateOperations,
  type GraphQLFormattedError,
  type IntrospectionQuery,
} from 'graphql';
import { openGateway } from '../federation/gateway.js';
import { DEFAULT_EXPOSURE } from '../src/config.js';
import type { Database } from '../src/database/database.js';
import { RegisteredDocuments } from '../src/documents/registered-documents.js';
import { signatureOf } from '../src/http/signature.js';
import { openTestDatabase } from './support/databases.js';
import {
  GATEWAY_SETTINGS,
  openFederated,
  SECRET,
  supergraphOfPlatform,
  type Federated,
} from './support/federated.js';
import { openGuarded, type Neighbour } from './support/neighbour-graphs.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

let database: Database;
let single: TestPlatform;
let guarded: Neighbour;
let federated: Federated;
beforeAll(async () => {
  database = await openTestDatabase('FOUNDING');
  single = await openTestPlatform('FOUNDING', {}, { database });
  guarded = await openGuarded();
  federated = await openFederated(database, {}, [guarded]);
});
afterAll(async () => {
  await federated.close();
  await guarded.close();
  await single.close();
  await database.close();
});

interface Answered {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
}

/** Each process reads the network at another time. */
const withoutTimes = (text: string) => text.replaceAll(/"asOfChange":"[^"]+"/g, '"asOfChange":""');

const textOf = ({ data = null, errors = [] }: Answered) =>
  withoutTimes(
    JSON.stringify({
      data,
      errors: errors.map(({ message, path = null, extensions }) => ({
        message,
        path,
        code: extensions?.code,
        inputPath: extensions?.inputPath,
      })),
    }),
  );

async function agree(query: string, variables: Readonly<Record<string, unknown>> = {}) {
  const whole = await single.ask(query, variables);
  expect(textOf(await federated.ask(query, variables))).toBe(textOf(whole));
  return whole;
}

const root = new URL('../../', import.meta.url);
const graphqlIn = (folder: string) =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => readFileSync(new URL(`${folder}/${name}`, root), 'utf8'));
const operationsIn = (folder: string) =>
  Object.entries(separateOperations(parse(graphqlIn(folder).join('\n')))).map(
    ([name, document]) => [name, print(document)] as const,
  );

describe('the gateway answers like a single process', () => {
  test.each(operationsIn('docs/examples'))('example %s', async (_name, query) => {
    const { errors } = await agree(query);
    expect(errors).toBeUndefined();
  });

  test.each(operationsIn('src/pages/operations'))(
    'operation %s of the pages',
    async (name, query) => {
      const variables = { first: 10, ...(await pageVariables(single))[name] };
      const isDeclared = (variable: string) => query.includes(`$${variable}: `);
      const given = Object.entries(variables).filter(([variable]) => isDeclared(variable));

      const { data, errors } = await agree(query, Object.fromEntries(given));

      expect(errors).toBeUndefined();
      expect(Object.values(data as object)).not.toContain(null);
    },
  );

  test('a kind of object that the subgraph of a root field does not know as one', async () => {
    const { data } = await single.succeed('{ grants(first: 1) { nodes { id } } }');
    const [{ id }] = data.grants.nodes;
    // Only the subgraph of grants knows that they have a source.
    const { data: seen } = await agree(
      'query ($id: ID!) { node(id: $id) { ... on Sourced { __typename } } }',
      { id },
    );
    expect(seen).toEqual({ node: { __typename: 'Grant' } });
  });

  test('about its schema', async () => {
    const schemaOf = async (answer: Promise<{ readonly data?: unknown }>) =>
      buildClientSchema((await answer).data as IntrospectionQuery);
    const question = getIntrospectionQuery();
    expect(
      findBreakingChanges(
        await schemaOf(single.ask(question)),
        await schemaOf(federated.ask(question)),
      ),
    ).toEqual([]);
  });

  test.each([
    ['an unknown field', '{ cluster(slug: "nicat") { nam } }', {}],
    ['a syntax error', '{ cluster(', {}],
    ['an invalid literal', '{ memberships(asOf: "yesterday") { totalCount } }', {}],
    [
      'an invalid variable',
      'query ($day: Day) { memberships(asOf: $day) { totalCount } }',
      { day: 'x' },
    ],
    ['a missing variable', 'query ($slug: String!) { cluster(slug: $slug) { name } }', {}],
    [
      'an error in another subgraph',
      '{ cluster(slug: "nicat") { name claims(first: 200) { totalCount } } }',
      {},
    ],
    [
      'an error in a list',
      '{ clusters(first: 1) { nodes { name grantsReceived(after: "x") { totalCount } } } }',
      {},
    ],
    [
      'too many levels',
      `{ clusters { nodes ${'{ parent '.repeat(20)}{ id }${' }'.repeat(20)} } }`,
      {},
    ],
    [
      'an operation that costs too much',
      `{ ${Array.from({ length: 50 }, (_, at) => `a${String(at)}: grantTotals(by: FUNDER) { groups { key } }`).join(' ')} }`,
      {},
    ],
    ['a mutation', 'mutation { __typename }', {}],
  ])('%s', async (_what, query, variables) => {
    const { errors } = await agree(query, variables);
    expect(errors?.length).toBeGreaterThan(0);
  });
});

/** Variables with which each page has something to show. */
async function pageVariables(
  platform: TestPlatform,
): Promise<Readonly<Record<string, Readonly<Record<string, unknown>>>>> {
  const { data } = await platform.succeed(
    '{ grants(first: 1) { nodes { id } } from: cluster(slug: "nicat") { id } to: cluster(slug: "ict-network") { id } }',
  );
  const [grant] = data.grants.nodes;
  const level = 'ORGANIZATION';
  const measures = { betweenness: true, pageRank: true, community: true, weight: true };
  return {
    AdvocacyCase: { slug: 'science-technology-park-nis' },
    Offer: { slug: 'scan-platform-for-clusters' },
    Announcement: { slug: 'serbian-cluster-association-is-here' },
    CompareFunders: {
      first: 'usaid',
      second: 'european-commission',
      one: { funder: { eq: 'usaid' } },
      other: { funder: { eq: 'european-commission' } },
    },
    Event: { slug: 'scan-launch' },
    FundingConverted: { currency: 'EUR' },
    FundingFacet: { dimension: 'SECTOR' },
    FundingFlows: { currency: 'USD', measure: 'DISBURSED' },
    FundingRegionAmounts: { measure: 'DISBURSED' },
    Grant: { id: grant.id },
    Initiative: { slug: 'voict-project-office' },
    Network: { level, isolates: false, edges: true, ...measures },
    NetworkAround: { node: data.from.id, depth: 2, level, ...measures },
    NetworkEgo: { node: data.from.id, current: true },
    NetworkOptions: { from: '2010-01-01', to: '2020-12-31' },
    NetworkSelected: { node: data.from.id, level },
    NetworkSuggestions: { matchingOffers: false },
    NetworkPath: { from: data.from.id, to: data.to.id, level },
    Organization: { slug: 'nicat' },
    Programme: {
      slug: 'cluster-establishment-support',
      grants: { programme: { eq: 'cluster-establishment-support' } },
    },
    Region: {
      code: 'RS12',
      organizations: { region: { eq: 'RS12' } },
      grants: { region: { eq: 'RS12' } },
    },
    SearchResults: { query: 'nis' },
    Sector: {
      scheme: 'NACE_REV2',
      code: '62',
      organizations: { sector: { eq: 'NACE_REV2:62' } },
      grants: { sector: { eq: 'NACE_REV2:62' } },
    },
    Sectors: { scheme: 'NACE_REV2' },
  };
}

describe('behind the gateway', () => {
  test('requests and statements depend on the shape of an operation, not on its size', async () => {
    const operation = /* GraphQL */ `
      query ($first: Int!) {
        clusters(first: $first, orderBy: [{ field: NAME, direction: ASC }]) {
          nodes {
            name
            claims(first: 2) {
              nodes {
                indicator
                source {
                  title
                }
                organization {
                  name
                }
              }
            }
            grantsReceived(first: 2) {
              nodes {
                title
                funder {
                  name
                }
              }
            }
          }
        }
      }
    `;
    const countsOf = async (first: number) => {
      const before = await operationsOf(federated.subgraphs);
      federated.subgraphs.sql.length = 0;
      const { data } = await federated.ask(operation, { first });
      expect(data.clusters.nodes).toHaveLength(first);
      return {
        requests: (await operationsOf(federated.subgraphs)) - before,
        statements: federated.subgraphs.sql.length,
      };
    };
    const few = await countsOf(2);
    expect(few.requests).toBeGreaterThan(3);
    expect(await countsOf(7)).toEqual(few);
  });

  test.each(['network', 'funding', 'knowledge'] as const)(
    'the subgraph %s answers only what the gateway has signed',
    async (name) => {
      const url = `${federated.subgraphs.url}/subgraph/${name}`;
      const query = '{ _service { sdl } }';
      const signature = (secret: string, of = query) =>
        signatureOf({ query: of }, secret)?.toString('base64');
      const ask = async (extensions: object | undefined, more: object = {}) => {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query, extensions, ...more }),
        });
        const { data, errors } = (await response.json()) as Answered;
        return [response.status, data !== undefined, errors?.[0]?.extensions?.code];
      };
      const refused = [401, false, 'INVALID_SIGNATURE'];
      expect(await ask({ 'hmac-signature': signature(SECRET) })).toEqual([200, true, undefined]);
      expect(await ask(undefined)).toEqual(refused);
      expect(await ask({ 'hmac-signature': 7 })).toEqual(refused);
      expect(await ask({ 'hmac-signature': signature('another secret') })).toEqual(refused);
      expect(await ask({ 'hmac-signature': signature(SECRET, '{ a }') })).toEqual(refused);
      expect(await ask({ 'hmac-signature': signature(SECRET) }, { variables: { a: 1 } })).toEqual(
        refused,
      );
      expect((await fetch(`${url}?query={__typename}`)).status).toBe(401);
      // Only the subgraphs of the domains are there.
      for (const path of ['/graphql', '/subgraph', '/', '/export/organizations.csv']) {
        expect([path, (await fetch(`${federated.subgraphs.url}${path}`)).status]).toEqual([
          path,
          404,
        ]);
      }
    },
  );

  test.each([
    ['a guarded root field', '{ audits { title } }'],
    ['a guarded type', '{ openAudits { title auditor { name } } }'],
    ['a guarded field of our type', '{ cluster(slug: "nicat") { name riskClass } }'],
    ['a field that needs a scope', '{ cluster(slug: "nicat") { name auditCount } }'],
    ['a field with a policy', '{ cluster(slug: "nicat") { name lastAudit } }'],
  ])('anonymous clients do not get %s', async (_what, query) => {
    const { data, errors } = await federated.ask(query);
    expect(errors?.map(({ extensions }) => extensions?.code)).toContain('UNAUTHENTICATED');
    expect(JSON.stringify(data ?? null)).not.toContain('guarded');
    expect(
      guarded.asked.filter((text) => /audits\b|auditor|riskClass|auditCount|lastAudit/.test(text)),
    ).toEqual([]);
  });

  test('what is not guarded of the same graph is answered', async () => {
    const { data, errors } = await federated.ask(
      '{ openAudits { title } cluster(slug: "nicat") { name } }',
    );
    expect(errors).toBeUndefined();
    expect(data.openAudits).toEqual([{ title: 'open' }]);
  });

  test('a registered document is answered by its id, and may be all that is answered', async () => {
    const registered = RegisteredDocuments.read();
    const documentId = registered.ids.find((id) => registered.textOf(id)?.includes('query Home'));
    const byId = await fetch(
      `${federated.gateway.url}/graphql?${new URLSearchParams({ documentId: documentId ?? '' }).toString()}`,
    );
    const { data } = (await byId.json()) as Answered;
    expect(Object.keys(data ?? {})).toContain('totals');
    const gateway = await openGateway({
      ...GATEWAY_SETTINGS,
      supergraph: supergraphOfPlatform(federated.subgraphs),
      places: [],
      exposure: { ...DEFAULT_EXPOSURE, trustedDocumentsOnly: true },
    });
    try {
      const send = async (body: object) => {
        const response = await fetch(`${gateway.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        const { errors } = (await response.json()) as Answered;
        return [response.status, errors?.[0]?.extensions?.code];
      };
      expect(await send({ documentId })).toEqual([200, undefined]);
      expect(await send({ query: '{ __typename }' })).toEqual([
        403,
        'PERSISTED_DOCUMENT_ID_REQUIRED',
      ]);
      expect(await send({ documentId: `sha256:${'0'.repeat(64)}` })).toEqual([
        404,
        'PERSISTED_DOCUMENT_NOT_FOUND',
      ]);
    } finally {
      await gateway.close();
    }
  });

  test.each(['GET', 'POST'])(
    'the work of a client that hangs up ends in the subgraph: %s',
    async (method) => {
      let asked: () => void = () => undefined;
      let ended: () => void = () => undefined;
      const isAsked = new Promise<void>((resolve) => (asked = resolve));
      const isEnded = new Promise<void>((resolve) => (ended = resolve));
      const subgraph = createServer((request, response) => {
        // It never answers.
        response.on('close', ended);
        request.resume();
        asked();
      });
      await new Promise<void>((resolve) => subgraph.listen(0, '127.0.0.1', resolve));
      const { port } = subgraph.address() as AddressInfo;
      const gateway = await openGateway({
        ...GATEWAY_SETTINGS,
        supergraph: supergraphOfPlatform(federated.subgraphs),
        places: [{ name: 'network', url: `http://127.0.0.1:${String(port)}/` }],
        limits: { ...GATEWAY_SETTINGS.limits, operationMs: 3_600_000 },
      });
      try {
        const client = new AbortController();
        const url = `${gateway.url}/graphql?${new URLSearchParams({ query: '{ clusters { totalCount } }' }).toString()}`;
        const answer = fetch(method === 'GET' ? url : `${gateway.url}/graphql`, {
          signal: client.signal,
          ...(method === 'POST' && {
            method,
            headers: { 'content-type': 'application/json' },
            body: '{"query":"{ clusters { totalCount } }"}',
          }),
        });
        await isAsked;
        client.abort();
        await expect(answer).rejects.toThrow('aborted');
        await isEnded;
        expect((await fetch(`${gateway.url}/graphql?query={__typename}`)).status).toBe(200);
      } finally {
        subgraph.closeAllConnections();
        subgraph.close();
        await gateway.close();
      }
    },
  );

  test('the schema can be hidden, as on a single server', async () => {
    const gateway = await openGateway({
      ...GATEWAY_SETTINGS,
      supergraph: supergraphOfPlatform(federated.subgraphs),
      places: [],
      exposure: { ...DEFAULT_EXPOSURE, introspection: false, suggestions: false },
    });
    const send = async (query: string) => {
      const url = `${gateway.url}/graphql?${new URLSearchParams({ query }).toString()}`;
      const { data, errors } = (await (await fetch(url)).json()) as Answered;
      return [data, errors?.[0]?.message, errors?.[0]?.extensions?.code];
    };
    try {
      const [schema, , code] = await send('{ __schema { types { name } } }');
      expect([schema, code]).toEqual([undefined, 'INTROSPECTION_DISABLED']);
      const [, message] = await send('{ clusterz { totalCount } }');
      expect(message).not.toContain('clusters');
    } finally {
      await gateway.close();
    }
  });

  test('a request that is nested too deeply is refused, and the next one answered', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const send = async (members: string) => {
      const response = await fetch(`${federated.gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: `{"query":"{ __typename }"${members}}`,
      });
      const { errors } = (await response.json()) as Answered;
      return [response.status, errors?.[0]?.extensions?.code];
    };
    expect(await send(`,"variables":{"a":${deep}}`)).toEqual([400, 'BAD_USER_INPUT']);
    expect(await send(`,"extensions":{"a":${deep}}`)).toEqual([400, 'BAD_USER_INPUT']);
    expect(await send('')).toEqual([200, undefined]);
  });

  test('subgraphs learn which client asks', async () => {
    const seen: unknown[] = [];
    const subgraph = createServer((request, response) => {
      seen.push(request.headers['x-forwarded-for']);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ data: { clusters: { totalCount: 1 } } }));
    });
    await new Promise<void>((resolve) => subgraph.listen(0, '127.0.0.1', resolve));
    const { port } = subgraph.address() as AddressInfo;
    const gateway = await openGateway({
      ...GATEWAY_SETTINGS,
      supergraph: supergraphOfPlatform(federated.subgraphs),
      places: [{ name: 'network', url: `http://127.0.0.1:${String(port)}/` }],
      trustedProxies: ['127.0.0.1'],
    });
    try {
      for (const client of ['203.0.113.7', '203.0.113.8']) {
        const url = `${gateway.url}/graphql?${new URLSearchParams({ query: '{ clusters { totalCount } }' }).toString()}`;
        await fetch(url, { headers: { 'x-forwarded-for': client } });
      }
      expect(seen).toEqual(['203.0.113.7', '203.0.113.8']);
    } finally {
      await gateway.close();
      subgraph.close();
    }
  });

  test('a subgraph that is down costs only its part of the answer', async () => {
    const gateway = await openGateway({
      ...GATEWAY_SETTINGS,
      supergraph: supergraphOfPlatform(federated.subgraphs),
      places: [{ name: 'funding', url: 'http://127.0.0.1:1/subgraph/funding' }],
    });
    try {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          query: '{ cluster(slug: "nicat") { name claims { totalCount } } grants { totalCount } }',
        }),
      });
      const { data, errors } = (await response.json()) as Answered;
      expect(data).toEqual({
        cluster: {
          name: 'Niš Cluster of Advanced Technologies',
          claims: { totalCount: expect.any(Number) },
        },
        grants: null,
      });
      expect(errors).toEqual([
        {
          message: expect.stringMatching(/^Part of the graph cannot be reached/),
          path: ['grants'],
          extensions: { code: 'SERVICE_UNAVAILABLE', incidentId: expect.any(String) },
        },
      ]);
      const ready = await (await fetch(`${gateway.url}/health/ready`)).json();
      expect(ready).toEqual({ status: 'READY', subgraphs: { funding: 'UNAVAILABLE' } });
    } finally {
      await gateway.close();
    }
  });
});

async function operationsOf({ url }: TestPlatform): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const counts = [...metrics.matchAll(/^scan_graph_operations_total\{[^}]*\} (\d+)/gm)];
  return counts.reduce((sum, [, count]) => sum + Number(count), 0);
}
