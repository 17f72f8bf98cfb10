import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import httpTransport from '@graphql-mesh/transport-http';
import { composeServices } from '@theguild/federation-composition';
import { parse, type GraphQLFormattedError } from 'graphql';

/** A graph of somebody else, that knows of ours only the keys. */
export interface Neighbour {
  readonly name: string;
  readonly sdl: string;
  readonly url: string;
  /** The operations that it was asked. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

const SCHOLARSHIPS = /* GraphQL */ `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])
  type Query {
    scholarships: [Scholarship!]!
  }
  type Scholarship @key(fields: "id") {
    id: ID!
    title: String!
    donor: Donor
    beneficiary: Cluster
  }
  type Cluster @key(fields: "id") {
    id: ID!
    scholarships: [Scholarship!]!
  }
  type Donor @key(fields: "identifier { scheme value }") {
    identifier: Identifier
    scholarships: [Scholarship!]!
  }
  type Identifier @shareable {
    scheme: String!
    value: String!
  }
`;

export interface Scholarship {
  readonly id: string;
  readonly title: string;
  /** The donor's code in the list of DAC. */
  readonly donor: string;
  readonly beneficiary: string;
}

/** Knows donors by an identifier, and clusters by id. */
export function openScholarships(scholarships: readonly Scholarship[]): Promise<Neighbour> {
  interface DonorKey {
    readonly identifier?: { readonly value: string } | null;
  }
  const scholarshipOf = ({ id, title, donor, beneficiary }: Scholarship) => ({
    id,
    title,
    donor: { identifier: { scheme: 'XM-DAC', value: donor } },
    beneficiary: { id: beneficiary },
  });
  return openNeighbour('scholarships', SCHOLARSHIPS, {
    Query: { scholarships: () => scholarships.map(scholarshipOf) },
    Cluster: {
      scholarships: ({ id }: { id: string }) =>
        scholarships.filter(({ beneficiary }) => beneficiary === id).map(scholarshipOf),
    },
    Donor: {
      scholarships: ({ identifier }: DonorKey) =>
        scholarships.filter(({ donor }) => donor === identifier?.value).map(scholarshipOf),
    },
  });
}

const VISITS = /* GraphQL */ `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@interfaceObject"])
  type Query {
    mostVisited: [Organization!]!
  }
  type Organization @key(fields: "id") @interfaceObject {
    id: ID!
    visits: Int!
  }
`;

/** Knows organisations by id, and not which of them are clusters. */
export function openVisits(visits: Readonly<Record<string, number>>): Promise<Neighbour> {
  return openNeighbour('visits', VISITS, {
    Query: { mostVisited: () => Object.keys(visits).map((id) => ({ id })) },
    Organization: { visits: ({ id }: { id: string }) => visits[id] ?? 0 },
  });
}

const AUDITS = /* GraphQL */ `
  extend schema
    @link(
      url: "https://specs.apollo.dev/federation/v2.9"
      import: ["@key", "@authenticated", "@requiresScopes", "@policy"]
    )
  type Query {
    audits: [Audit!] @authenticated
    openAudits: [Audit!]
  }
  type Audit {
    title: String!
    auditor: Auditor
  }
  type Auditor @authenticated {
    name: String!
  }
  type Cluster @key(fields: "id") {
    id: ID!
    riskClass: String @authenticated
    auditCount: String @requiresScopes(scopes: [["audits"]])
    lastAudit: String @policy(policies: [["auditors"]])
  }
`;

/** Has fields that only some may read. */
export function openGuarded(): Promise<Neighbour> {
  const audits = [{ title: 'open', auditor: { name: 'guarded' } }];
  const guarded = () => 'guarded';
  return openNeighbour('audits', AUDITS, {
    Query: { audits: () => [{ title: 'guarded' }], openAudits: () => audits },
    Cluster: { riskClass: guarded, auditCount: guarded, lastAudit: guarded },
  });
}

async function openNeighbour(name: string, sdl: string, resolvers: object): Promise<Neighbour> {
  const schema = buildSubgraphSchema([
    { typeDefs: parse(sdl), resolvers: resolvers as Record<string, never> },
  ]);
  const asked: string[] = [];
  const server = new ApolloServer({
    schema,
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      {
        requestDidStart: ({ request: { query = '' } }) => {
          asked.push(query);
          return Promise.resolve();
        },
      },
    ],
  });
  const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } });
  return { name, sdl, url, asked, close: () => server.stop() };
}

export interface Gateway {
  ask(query: string): Promise<{
    readonly data?: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- a test looks into the answer as it likes
    readonly errors?: readonly GraphQLFormattedError[];
  }>;
  close(): Promise<void>;
}

/** Composes the graphs and answers for all of them, over HTTP. */
export async function openGateway(
  graphs: readonly Pick<Neighbour, 'name' | 'sdl' | 'url'>[],
): Promise<Gateway> {
  const { supergraphSdl, errors } = composeServices(
    graphs.map(({ name, sdl, url }) => ({ name, typeDefs: parse(sdl), url })),
  );
  if (supergraphSdl === undefined) {
    throw new Error(`It does not compose:\n${errors.map(String).join('\n')}`);
  }
  const runtime = createGatewayRuntime({
    supergraph: supergraphSdl,
    unifiedGraphHandler,
    transports: { http: httpTransport },
    maskedErrors: false,
    logging: false,
  });
  const server = createServer((request, response) => void runtime(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    async ask(query) {
      const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      return (await response.json()) as never;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await runtime[Symbol.asyncDispose]();
    },
  };
}
