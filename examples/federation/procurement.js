// Public procurement as a subgraph of its own. It knows organizations only by their register numbers, and adds to each
// the contracts that it has awarded. Whatever else is known of them comes from SCAN Graph, through the gateway.
import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';

const { contracts } = JSON.parse(readFileSync(new URL('contracts.json', import.meta.url), 'utf8'));

const typeDefs = parse(`
  extend schema
    @link(
      url: "https://specs.apollo.dev/federation/v2.9"
      import: ["@key", "@shareable", "@interfaceObject"]
    )

  type Query {
    "Lists all contracts, the newest first."
    contracts: [Contract!]!
  }

  "A public contract that an organization has awarded."
  type Contract @key(fields: "id") {
    id: ID!
    title: String!
    "The day of the award, as YYYY-MM-DD."
    awardedOn: String!
    "The value without taxes, as a decimal number."
    value: String!
    "The currency of the value (ISO 4217)."
    currency: String!
    buyer: Organization!
  }

  "Organizations of SCAN Graph, of whatever kind; the key is their primary register number."
  type Organization @key(fields: "identifier { scheme value }") @interfaceObject {
    identifier: Identifier
    "The public contracts that it has awarded, the newest first. Null if it has no register number."
    contracts: [Contract!]
  }

  type Identifier @shareable {
    scheme: String!
    value: String!
  }
`);

const newestFirst = (left, right) => right.awardedOn.localeCompare(left.awardedOn);
const isSame = (left, right) => left.scheme === right?.scheme && left.value === right.value;

const resolvers = {
  Query: { contracts: () => contracts.toSorted(newestFirst) },
  Contract: {
    __resolveReference: ({ id }) => contracts.find((contract) => contract.id === id) ?? null,
    buyer: ({ buyer }) => ({ __typename: 'Organization', identifier: buyer }),
  },
  Organization: {
    // Only the key is taken over, whatever else a request contains.
    __resolveReference: ({ identifier }) => ({ identifier }),
    contracts: ({ identifier }) =>
      contracts.filter(({ buyer }) => isSame(buyer, identifier)).toSorted(newestFirst),
  },
};

/** Starts it on loopback; returns its URL, and how to stop it. */
export async function startProcurement(port) {
  const server = new ApolloServer({ schema: buildSubgraphSchema([{ typeDefs, resolvers }]) });
  const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port } });
  return { url, stop: () => server.stop() };
}
