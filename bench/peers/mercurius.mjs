import fastify from 'fastify';
import mercurius from 'mercurius';
import * as rows from './rows.mjs';

const schema = `
  type Query {
    companies(first: Int!, after: [String!]): Organizations!
    organizations(first: Int!, after: [String!]): Organizations!
    donors(first: Int!, after: [String!]): Organizations!
    organization(id: ID!): Organization
    memberships(first: Int!, after: [String!]): Memberships!
    nodes(ids: [ID!]!): [Organization]!
  }
  type Organizations { nodes: [Organization!]! }
  type Organization {
    id: ID! name: String! slug: String! city: String country: String website: String status: String! region: Region
    sectors(first: Int!): Sectors! memberships(first: Int!): MembershipsOf!
    partnerships(first: Int!): PartnershipsOf! initiatives(first: Int!): InitiativesOf!
  }
  type Region { name: String! code: String! }
  type Sectors { nodes: [Sector!]! }
  type Sector { title: String! }
  type MembershipsOf { totalCount: Int! }
  type PartnershipsOf { edges: [PartnershipOf!]! }
  type PartnershipOf { role: String! node: Partnership! }
  type Partnership { title: String! kind: String! since: String parties(first: Int!): Parties! }
  type Parties { edges: [Party!]! }
  type Party { role: String! node: Organization! }
  type InitiativesOf { edges: [InitiativeOf!]! }
  type InitiativeOf { role: String! node: Initiative! }
  type Initiative { title: String! startedOn: String participants(first: Int!): Parties! }
  type Memberships { nodes: [Membership!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! }
  type Membership { since: String class: String! member: Organization! group: Organization! }
`;

const list =
  (type) =>
  async (_root, { first, after }) => ({
    nodes: await rows.organizationsAfter(after ?? rows.FIRST, first, type),
  });
const resolvers = {
  Query: {
    companies: list('Company'),
    organizations: list(null),
    donors: list('Donor'),
    organization: async (_root, { id }) => (await rows.organizations([id]))[0],
    nodes: (_root, { ids }) => rows.organizations(ids),
    async memberships(_root, { first, after }) {
      const found = await rows.membershipsAfter(after, first + 1);
      return { nodes: found.slice(0, first), pageInfo: { hasNextPage: found.length > first } };
    },
  },
};
const many = (read, key, shape) => async (queries) =>
  (
    await read(
      queries.map(({ obj }) => obj[key]),
      queries[0].params.first,
    )
  ).map((found) => ({ [shape]: found }));
const single = (read, key) => {
  return async (queries) => {
    const ids = queries.map(({ obj }) => obj[key]);
    const known = [...new Set(ids.filter((id) => id !== null))];
    const found = new Map((await read(known)).map((row) => [row?.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  };
};
const loaders = {
  Organization: {
    region: single(rows.regions, 'regionId'),
    sectors: many(rows.sectorsOf, 'id', 'nodes'),
    memberships: async (queries) =>
      (await rows.membershipCounts(queries.map(({ obj }) => obj.id))).map((totalCount) => ({
        totalCount,
      })),
    partnerships: many(rows.partnershipsOf, 'id', 'edges'),
    initiatives: many(rows.initiativesOf, 'id', 'edges'),
  },
  PartnershipOf: { node: single(rows.partnerships, 'nodeId') },
  Partnership: { parties: many(rows.partiesOf, 'id', 'edges') },
  Party: { node: single(rows.organizations, 'nodeId') },
  InitiativeOf: { node: single(rows.initiatives, 'nodeId') },
  Initiative: { participants: many(rows.participantsOf, 'id', 'edges') },
  Membership: {
    member: single(rows.organizations, 'memberId'),
    group: single(rows.organizations, 'groupId'),
  },
};
// What a loader gets to know of its parent is only what it names itself; the keys are not asked for.
for (const fields of Object.values(loaders)) {
  for (const [name, loader] of Object.entries(fields))
    fields[name] = { loader, opts: { cache: false } };
}

const app = fastify();
app.register(mercurius, { schema, resolvers, loaders, jit: 1, graphiql: false });
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
console.log('ready');
