import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  getIntrospectionQuery,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  specifiedDirectives,
  type ConstDirectiveNode,
} from 'graphql';
import { newId } from '../src/domain/ids.js';
import { schema } from './support/schema.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';
import {
  openGateway,
  openScholarships,
  openVisits,
  type Gateway,
  type Neighbour,
} from './support/neighbour-graphs.js';

const ENTITIES = /* GraphQL */ `
  query ($keys: [_Any!]!) {
    _entities(representations: $keys) {
      __typename
      ... on Organization {
        id
        name
      }
      ... on Region {
        code
      }
      ... on Sector {
        code
      }
      ... on Source {
        title
      }
    }
  }
`;

interface Known {
  readonly id: string;
  readonly name: string;
  readonly __typename: string;
}

let platform: TestPlatform;
let known: readonly Known[];
beforeAll(async () => {
  platform = await openTestPlatform('FOUNDING');
  const { data } = await platform.succeed(
    '{ organizations(first: 100) { nodes { __typename id name } } }',
  );
  known = data.organizations.nodes;
});
afterAll(() => platform.close());

type Variables = Readonly<Record<string, unknown>>;
/** As gateways ask. */
const ask = (operation: string, variables?: Variables) =>
  platform.ask(operation, variables, '/subgraph');
const succeed = (operation: string, variables?: Variables) =>
  platform.succeed(operation, variables, '/subgraph');

/** A known organisation of the kind, another for each number. */
function some(kind: string, number = 0): Known {
  const found = known.filter(({ __typename }) => __typename === kind)[number];
  if (found === undefined) throw new Error(`There are too few of ${kind}.`);
  return found;
}
const idKey = ({ __typename, id }: { __typename: string; id: string }) => ({ __typename, id });
const dacKey = (value: string, __typename = 'Donor') => ({
  __typename,
  identifier: { scheme: 'XM-DAC', value },
});

describe('the subgraph', () => {
  const keysOf = ({ directives = [] }: { readonly directives?: readonly ConstDirectiveNode[] }) =>
    directives
      .filter(({ name }) => name.value === 'key')
      .map(({ arguments: [fields] = [] }) =>
        fields?.value.kind === Kind.STRING ? fields.value.value : '',
      );

  test('links Federation 2.9, and gives every node the keys by which it can be joined', async () => {
    const { data } = await succeed('{ _service { sdl } }');
    const sdl: string = data._service.sdl;
    expect(sdl).toContain('@link(url: "https://specs.apollo.dev/federation/v2.9"');

    const keys = new Map(
      parse(sdl).definitions.flatMap((definition) =>
        definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
        definition.kind === Kind.INTERFACE_TYPE_DEFINITION
          ? [[definition.name.value, keysOf(definition)] as const]
          : [],
      ),
    );
    const joinable = joinableTypes();
    const organizations = new Set(['Organization', ...known.map(({ __typename }) => __typename)]);
    expect(joinable.length).toBeGreaterThan(20);
    for (const name of joinable) {
      expect([name, keys.get(name)]).toEqual([
        name,
        organizations.has(name) ? ['id', 'identifier { scheme value }'] : ['id'],
      ]);
    }
    expect([...keys].filter(([, found]) => found.length > 0)).toHaveLength(joinable.length);
  });
});

describe('the API', () => {
  test('contains nothing that only gateways need', async () => {
    const { data } = await platform.succeed(getIntrospectionQuery({ directiveIsRepeatable: true }));
    const { types, directives, queryType } = data.__schema;
    const names: string[] = types.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(['Cluster', 'Quote', 'PageInfo', 'Decimal']));
    expect(names.filter((name) => /^_(?!_)|(federation|link)__/.test(name))).toEqual([]);
    expect(directives.map(({ name }: { name: string }) => name).sort()).toEqual(
      specifiedDirectives.map(({ name }) => name).sort(),
    );
    const query = types.find(({ name }: { name: string }) => name === queryType.name);
    expect(query.fields.filter(({ name }: { name: string }) => name.startsWith('_'))).toEqual([]);
  });

  test.each(['{ _service { sdl } }', '{ _entities(representations: []) { __typename } }'])(
    'does not answer %s, not even right after a gateway has sent it',
    async (operation) => {
      await succeed(operation);
      await succeed(operation);
      const { errors } = await platform.ask(operation);
      expect(errors?.map(({ extensions }) => extensions?.code)).toEqual([
        'GRAPHQL_VALIDATION_FAILED',
      ]);
    },
  );

  test('answers the same operation like the subgraph, in as many statements', async () => {
    const operation = '{ clusters(first: 3) { totalCount edges { cursor node { id name } } } }';
    for (let time = 0; time < 2; time += 1) {
      const [api, subgraph] = [await platform.ask(operation), await ask(operation)];
      expect(subgraph).toEqual(api);
    }
  });
});

describe('through a gateway, with other graphs beside it', () => {
  let gateway: Gateway;
  let neighbours: readonly Neighbour[];
  const unknown = newId('Organization');

  beforeAll(async () => {
    const { data } = await succeed('{ _service { sdl } }');
    neighbours = [
      await openScholarships([
        { id: 'g1', title: 'Robots', donor: '42001', beneficiary: some('Cluster', 0).id },
        { id: 'g2', title: 'Fairs', donor: '42004', beneficiary: some('Cluster', 1).id },
        { id: 'g3', title: 'Exports', donor: '42001', beneficiary: some('Cluster', 1).id },
        { id: 'g4', title: 'Lost', donor: '99999', beneficiary: unknown },
      ]),
      await openVisits({
        [some('Institution').id]: 7,
        [some('Cluster').id]: 5,
        [some('Partner').id]: 3,
      }),
    ];
    gateway = await openGateway([
      { name: 'scan', sdl: data._service.sdl, url: `${platform.url}/subgraph` },
      ...neighbours,
    ]);
  });
  afterAll(async () => {
    await gateway.close();
    await Promise.all(neighbours.map((neighbour) => neighbour.close()));
  });

  test('another graph reaches clusters by id and donors by identifier', async () => {
    const answer = await gateway.ask(
      '{ scholarships { title donor { name } beneficiary { name status } } }',
    );
    const [first, second] = [some('Cluster', 0), some('Cluster', 1)];
    expect(answer).toEqual({
      data: {
        scholarships: [
          {
            title: 'Robots',
            donor: { name: 'European Commission' },
            beneficiary: { name: first.name, status: 'ACTIVE' },
          },
          {
            title: 'Fairs',
            donor: { name: 'EIB' },
            beneficiary: { name: second.name, status: 'ACTIVE' },
          },
          {
            title: 'Exports',
            donor: { name: 'European Commission' },
            beneficiary: { name: second.name, status: 'ACTIVE' },
          },
          { title: 'Lost', donor: null, beneficiary: null },
        ],
      },
    });
  });

  test('objects of this graph lead to another graph, by id and by identifier', async () => {
    const answer = await gateway.ask(`{
      node(id: "${some('Cluster', 1).id}") { ... on Cluster { name scholarships { title } } }
      clusters(first: 100) { nodes { id scholarships { title } } }
      organization(identifier: { scheme: "XM-DAC", value: "42001" }) {
        slug
        ... on Donor { scholarships { title } }
      }
    }`);
    expect(answer.errors).toBeUndefined();
    const { node, clusters, organization } = answer.data;
    expect(node).toEqual({
      name: some('Cluster', 1).name,
      scholarships: [{ title: 'Fairs' }, { title: 'Exports' }],
    });
    expect(organization).toEqual({
      slug: 'european-commission',
      scholarships: [{ title: 'Robots' }, { title: 'Exports' }],
    });
    expect(
      clusters.nodes.filter(
        ({ scholarships }: { scholarships: unknown[] }) => scholarships.length > 0,
      ),
    ).toEqual([
      { id: some('Cluster', 0).id, scholarships: [{ title: 'Robots' }] },
      { id: some('Cluster', 1).id, scholarships: [{ title: 'Fairs' }, { title: 'Exports' }] },
    ]);
  });

  test('a graph that only knows organizations gets the type of each from this graph', async () => {
    const answer = await gateway.ask(
      '{ mostVisited { __typename id name visits ... on Cluster { scholarships { title } } } }',
    );
    expect(answer).toEqual({
      data: {
        mostVisited: [
          { ...some('Institution'), visits: 7 },
          { ...some('Cluster'), visits: 5, scholarships: [{ title: 'Robots' }] },
          { ...some('Partner'), visits: 3 },
        ],
      },
    });
  });

  test('every kind of organization has the fields that another graph adds to the interface', async () => {
    const answer = await gateway.ask('{ organizations(first: 100) { nodes { id visits } } }');
    expect(answer.errors).toBeUndefined();
    const nodes: { id: string; visits: number }[] = answer.data.organizations.nodes;
    expect(nodes).toHaveLength(known.length);
    expect(
      nodes
        .filter(({ visits }) => visits > 0)
        .map(({ visits }) => visits)
        .sort(),
    ).toEqual([3, 5, 7]);
  });
});

describe('the entities of another graph', () => {
  test('are returned in the requested order, of every kind, by id and by identifier', async () => {
    const { data: ids } = await succeed(`{
      regions(first: 1) { nodes { __typename id code } }
      sectors(first: 1) { nodes { __typename id code } }
      sources(first: 1) { nodes { __typename id title } }
    }`);
    const [region, sector, source] = [
      ids.regions.nodes[0],
      ids.sectors.nodes[0],
      ids.sources.nodes[0],
    ];
    const keys = [
      idKey(source),
      idKey(some('Company')),
      dacKey('42001'),
      idKey(sector),
      idKey(some('Association')),
      idKey(region),
      idKey(some('Company', 1)),
      idKey(some('Company')),
    ];
    const { data } = await succeed(ENTITIES, { keys });
    expect(data._entities).toEqual([
      { __typename: 'Source', title: source.title },
      some('Company'),
      expect.objectContaining({ __typename: 'Donor', name: 'European Commission' }),
      { __typename: 'Sector', code: sector.code },
      some('Association'),
      { __typename: 'Region', code: region.code },
      some('Company', 1),
      some('Company'),
    ]);
  });

  test('can be of every type that has a key', async () => {
    const types = joinableTypes();
    const { data } = await succeed(ENTITIES, {
      keys: types.map((__typename) => ({ __typename, id: newId('Quote') })),
    });
    expect(data._entities).toEqual(types.map(() => null));
  });

  test('are null if they do not exist: unknown, of another kind, an unregistered identifier', async () => {
    const cluster = some('Cluster');
    const { data } = await succeed(ENTITIES, {
      keys: [
        { __typename: 'Cluster', id: newId('Organization') },
        { __typename: 'Cluster', id: newId('Region') },
        { __typename: 'Region', id: cluster.id },
        { __typename: 'Company', id: cluster.id },
        { __typename: 'Cluster', id: '00000000-0000-4000-8000-000000000000' },
        dacKey('1'),
        dacKey('42001', 'Cluster'),
        dacKey('42001 '),
        dacKey(''),
        idKey(cluster),
        dacKey('42001'),
      ],
    });
    expect(data._entities).toEqual([
      ...Array<null>(9).fill(null),
      cluster,
      expect.objectContaining({ name: 'European Commission' }),
    ]);
  });

  test('that are nested too deeply are refused with their place before anything is read', async () => {
    const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);
    const { status, errors, sql } = await ask(
      'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }',
      { r: [nested(1000)] },
    );
    expect([status, sql]).toEqual([400, []]);
    expect(errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', inputPath: ['variables', 'r'] } },
    ]);
  });

  test.each([
    ['no type', (id: string) => ({ id }), '__typename'],
    ['a type that is not a string', (id: string) => ({ __typename: 7, id }), '__typename'],
    ['an unknown type', (id: string) => ({ __typename: 'Castle', id }), '__typename'],
    ['a type that is not an entity', (id: string) => ({ __typename: 'Query', id }), '__typename'],
    ['a type of every object', (id: string) => ({ __typename: 'toString', id }), '__typename'],
    ['a text in place of a record', (id: string) => id, '__typename'],
    ['a list in place of a record', (id: string) => [id], '__typename'],
    ['no key', () => ({ __typename: 'Cluster' }), 'id'],
    ['no key of its type', () => ({ __typename: 'Cluster', slug: 'voict' }), 'id'],
    ['an id that is none', () => ({ __typename: 'Cluster', id: 'CL-014' }), 'id'],
    ['an id of null', () => ({ __typename: 'Cluster', id: null }), 'id'],
    ['an id that is a number', () => ({ __typename: 'Cluster', id: 14 }), 'id'],
    ['an identifier of null', () => ({ __typename: 'Cluster', identifier: null }), 'id'],
    ['half an identifier', () => ({ __typename: 'Donor', identifier: { scheme: 'X' } }), 'id'],
    ['a text that no database stores', () => dacKey('42001\u0000'), 'identifier.value'],
    ['half of a surrogate pair', () => dacKey('42001\ud800'), 'identifier.value'],
    ['an identifier for what has none', () => dacKey('42001', 'Region'), 'id'],
  ])('fail on their own: %s', async (_name, keyWith, field) => {
    const [before, after] = [some('Cluster'), some('Company')];
    const { status, data, errors } = await ask(ENTITIES, {
      keys: [idKey(before), keyWith(before.id), idKey(after)],
    });
    expect(status).toBe(200);
    expect(data).toEqual({ _entities: [before, null, after] });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining(`'representations.1.${field}' `),
      path: ['_entities', 1],
      extensions: {
        code: 'BAD_USER_INPUT',
        inputPath: ['representations', 1, ...field.split('.')],
      },
    });
  });

  test('come from the database; other fields of the key are ignored', async () => {
    const cluster = some('Cluster');
    const { data } = await succeed(
      `query ($keys: [_Any!]!) {
        _entities(representations: $keys) {
          __typename
          ... on Organization { id name slug city sectors { nodes { code } } }
        }
      }`,
      {
        keys: [
          {
            ...idKey(cluster),
            type: 'Company',
            name: 'Forged',
            city: 'Forged',
            regionId: newId('Region'),
            sectors: { nodes: [{ code: 'Forged' }] },
            identifier: { scheme: 'XM-DAC', value: '42001' },
          },
          { __typename: 'Cluster', id: newId('Organization'), name: 'Forged' },
        ],
      },
    );
    expect(data._entities).toEqual([
      expect.objectContaining({ ...cluster, __typename: 'Cluster' }),
      null,
    ]);
    expect(JSON.stringify(data)).not.toContain('Forged');
  });

  test('are found by a key in uppercase, and by the name of the interface, with their own type', async () => {
    const cluster = some('Cluster');
    const { data } = await succeed(ENTITIES, {
      keys: [
        { __typename: 'Cluster', id: cluster.id.toUpperCase() },
        { __typename: 'Organization', id: cluster.id },
        dacKey('42004', 'Organization'),
      ],
    });
    expect(data._entities).toEqual([
      cluster,
      cluster,
      expect.objectContaining({ __typename: 'Donor', name: 'EIB' }),
    ]);
  });

  test('can be literals in the operation', async () => {
    const cluster = some('Cluster');
    const { data } = await succeed(`{
      _entities(representations: [
        { __typename: "Cluster", id: "${cluster.id}" }
        { __typename: "Donor", identifier: { scheme: "XM-DAC", value: "42001" } }
      ]) { ... on Organization { name } }
    }`);
    expect(data._entities).toEqual([{ name: cluster.name }, { name: 'European Commission' }]);
  });

  test('take as many statements for a hundred as for two', async () => {
    const operation = `query ($keys: [_Any!]!) {
      _entities(representations: $keys) {
        ... on Organization {
          name
          region { code }
          sectors { nodes { code } }
          memberships { edges { node { name } } }
        }
      }
    }`;
    const clusters = known.filter(({ __typename }) => __typename === 'Cluster');
    const donors = ['42001', '42004', '41123'].map((value) => dacKey(value));
    const two = await succeed(operation, {
      keys: [idKey(some('Cluster')), dacKey('42001')],
    });
    const hundred = await succeed(operation, {
      keys: [
        ...clusters.map(idKey),
        ...donors,
        ...Array.from({ length: 97 - clusters.length }, () => ({
          __typename: 'Cluster',
          id: newId('Organization'),
        })),
      ],
    });
    expect(hundred.data._entities).toHaveLength(100);
    expect(hundred.data._entities.filter((found: unknown) => found !== null)).toHaveLength(
      clusters.length + donors.length,
    );
    expect(hundred.sql).toHaveLength(two.sql.length);
  });

  test('are limited to a thousand at once', async () => {
    const keys = Array.from({ length: 1000 }, () => idKey(some('Cluster')));
    const operation =
      'query ($keys: [_Any!]!) { _entities(representations: $keys) { __typename } }';

    const thousand = await succeed(operation, { keys });
    expect(thousand.data._entities).toHaveLength(1000);

    const { data, errors, sql } = await ask(operation, {
      keys: [...keys, idKey(some('Company'))],
    });
    expect(data).toBeNull();
    expect(errors).toEqual([
      expect.objectContaining({
        message:
          "'representations' has 1001 entries; the maximum is 1000. Split them across several requests.",
        extensions: expect.objectContaining({
          code: 'BAD_USER_INPUT',
          inputPath: ['representations'],
        }),
      }),
    ]);
    expect(sql).toEqual([]);
  });
});

/** The types of what has an id. */
function joinableTypes(): string[] {
  return Object.values(schema.getTypeMap())
    .filter(
      (type) =>
        (isObjectType(type) || isInterfaceType(type)) &&
        type.getInterfaces().some(({ name }) => name === 'Node'),
    )
    .map(({ name }) => name);
}
