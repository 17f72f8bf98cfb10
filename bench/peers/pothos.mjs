import { createServer } from 'node:http';
import SchemaBuilder from '@pothos/core';
import DataLoader from 'dataloader';
import { createYoga } from 'graphql-yoga';
import * as rows from './rows.mjs';

const builder = new SchemaBuilder({ defaultFieldNullability: false });
const object = (name, fields) => builder.objectRef(name).implement({ fields });
/** One loader for each field and number in each request. */
const load = (context, name, key, read) => {
  let loader = context.loaders.get(name);
  if (loader === undefined) context.loaders.set(name, (loader = new DataLoader(read)));
  return loader.load(key);
};
const text = (t, nullable) =>
  Object.fromEntries(
    nullable.map(([name, isNull]) => [name, t.exposeString(name, { nullable: isNull })]),
  );
const first = (t) => ({ first: t.arg.int({ required: true }) });

const Region = object('Region', (t) =>
  text(t, [
    ['name', false],
    ['code', false],
  ]),
);
const Sector = object('Sector', (t) => text(t, [['title', false]]));
const Sectors = object('Sectors', (t) => ({
  nodes: t.field({ type: [Sector], resolve: (page) => page }),
}));
const Count = object('MembershipsOf', (t) => ({
  totalCount: t.int({ resolve: (count) => count.n }),
}));
const Organization = builder.objectRef('Organization');
const ends = (name, node, read) => {
  const Edge = object(`${name}Edge`, (t) => ({
    role: t.exposeString('role'),
    node: t.field({
      type: node,
      resolve: ({ nodeId }, _args, context) => load(context, name, nodeId, read),
    }),
  }));
  return object(`${name}s`, (t) => ({ edges: t.field({ type: [Edge], resolve: (page) => page }) }));
};
const Parties = ends('Party', Organization, rows.organizations);
const page = (t, type, name, read) =>
  t.field({
    type,
    args: first(t),
    resolve: ({ id }, args, context) =>
      load(context, `${name} ${args.first}`, id, (ids) => read(ids, args.first)),
  });
const Partnership = object('Partnership', (t) => ({
  ...text(t, [
    ['title', false],
    ['kind', false],
    ['since', true],
  ]),
  parties: page(t, Parties, 'parties', rows.partiesOf),
}));
const Initiative = object('Initiative', (t) => ({
  ...text(t, [
    ['title', false],
    ['startedOn', true],
  ]),
  participants: t.field({
    type: Parties,
    args: first(t),
    resolve: ({ id }, args, context) =>
      load(context, 'participants', id, (ids) => rows.participantsOf(ids, args.first)),
  }),
}));
const PartnershipsOf = ends('PartnershipOf', Partnership, rows.partnerships);
const InitiativesOf = ends('InitiativeOf', Initiative, rows.initiatives);
Organization.implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    ...text(t, [
      ['name', false],
      ['slug', false],
      ['city', true],
      ['country', true],
      ['website', true],
      ['status', false],
    ]),
    region: t.field({
      type: Region,
      nullable: true,
      resolve: ({ regionId }, _args, context) =>
        regionId === null ? null : load(context, 'region', regionId, rows.regions),
    }),
    sectors: page(t, Sectors, 'sectors', rows.sectorsOf),
    memberships: t.field({
      type: Count,
      args: first(t),
      resolve: async ({ id }, _args, context) => ({
        n: await load(context, 'counts', id, rows.membershipCounts),
      }),
    }),
    partnerships: page(t, PartnershipsOf, 'partnerships', rows.partnershipsOf),
    initiatives: page(t, InitiativesOf, 'initiatives', rows.initiativesOf),
  }),
});
const Organizations = object('Organizations', (t) => ({
  nodes: t.field({ type: [Organization], resolve: (found) => found }),
}));
const PageInfo = object('PageInfo', (t) => ({ hasNextPage: t.exposeBoolean('hasNextPage') }));
const Membership = object('Membership', (t) => ({
  ...text(t, [
    ['since', true],
    ['class', false],
  ]),
  member: t.field({
    type: Organization,
    resolve: ({ memberId }, _a, context) => load(context, 'member', memberId, rows.organizations),
  }),
  group: t.field({
    type: Organization,
    resolve: ({ groupId }, _a, context) => load(context, 'group', groupId, rows.organizations),
  }),
}));
const Memberships = object('Memberships', (t) => ({
  nodes: t.field({ type: [Membership], resolve: ({ nodes }) => nodes }),
  pageInfo: t.field({ type: PageInfo, resolve: ({ pageInfo }) => pageInfo }),
}));
const all = (t) => ({ ...first(t), after: t.arg.stringList() });
const list = (t, type) =>
  t.field({
    type: Organizations,
    args: all(t),
    resolve: (_root, args) => rows.organizationsAfter(args.after ?? rows.FIRST, args.first, type),
  });
builder.queryType({
  fields: (t) => ({
    companies: list(t, 'Company'),
    organizations: list(t, null),
    donors: list(t, 'Donor'),
    organization: t.field({
      type: Organization,
      nullable: true,
      args: { id: t.arg.id({ required: true }) },
      resolve: async (_root, { id }) => (await rows.organizations([id]))[0],
    }),
    nodes: t.field({
      type: [Organization],
      nullable: { list: false, items: true },
      args: { ids: t.arg.idList({ required: true }) },
      resolve: (_root, { ids }) => rows.organizations(ids),
    }),
    memberships: t.field({
      type: Memberships,
      args: all(t),
      async resolve(_root, args) {
        const found = await rows.membershipsAfter(args.after, args.first + 1);
        return {
          nodes: found.slice(0, args.first),
          pageInfo: { hasNextPage: found.length > args.first },
        };
      },
    }),
  }),
});

const yoga = createYoga({
  schema: builder.toSchema(),
  logging: false,
  graphiql: false,
  context: () => ({ loaders: new Map() }),
});
createServer(yoga).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
