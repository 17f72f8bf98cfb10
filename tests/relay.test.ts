import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isRequiredArgument,
  type GraphQLObjectType,
} from 'graphql';
import { NODE_CLASSES } from '../resolvers/node-classes.js';
import { loadDataSet } from '../src/data-set/load-data-set.js';
import { kindOfId, newId, type IdKind } from '../src/domain/ids.js';
import { BEYOND_FOUNDING } from './support/beyond-founding.js';
import {
  connectionFields,
  objectTypesOf,
  orderFieldsOf,
  PAGE_ARGUMENTS,
  PAGE_INFO,
  PAGE_VARIABLES,
  typeOf,
} from './support/connections.js';
import { dataSetFolder, removeDataSetFolders } from './support/data-set-folder.js';
import { schema } from './support/schema.js';
import { idsOfType } from './support/pool.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';
import { walkForwards, type PageOf } from './support/walk.js';

const query = typeOf(schema, 'Query');
const objectTypes = objectTypesOf(schema);
const nodeTypes = objectTypes.filter((type) =>
  type.getInterfaces().some(({ name }) => name === 'Node'),
);
const leafFields = (type: GraphQLObjectType) =>
  Object.values(type.getFields())
    .filter((field) => isLeafType(getNamedType(field.type)) && !field.args.some(isRequiredArgument))
    .map(({ name }) => name);
/** The list at the root that has all of the type, if there is one. */
const rootListOf = (type: GraphQLObjectType) =>
  connectionFields(query).find(
    (field) => getNamedType(field.type).name === `${type.name}Connection`,
  );

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('FOUNDING');
  await loadDataSet(platform.database, dataSetFolder(BEYOND_FOUNDING));
});
afterAll(async () => {
  removeDataSetFolders();
  await platform.close();
});

const asked = async (operation: string, variables?: object) =>
  (await platform.succeed(operation, { ...variables })).data;

describe('the schema, by the specifications of Relay', () => {
  test('has the interface Node with an id and nothing else', () => {
    const node = schema.getType('Node');
    if (!isInterfaceType(node)) throw new Error('Node is no interface.');
    expect(
      Object.values(node.getFields()).map(({ name, type }) => `${name}: ${String(type)}`),
    ).toEqual(['id: ID!']);
  });

  test('has the root fields node and nodes', () => {
    const { node, nodes } = query.getFields();
    expect([
      String(node?.type),
      node?.args.map((arg) => `${arg.name}: ${String(arg.type)}`),
    ]).toEqual(['Node', ['id: ID!']]);
    expect([
      String(nodes?.type),
      nodes?.args.map((arg) => `${arg.name}: ${String(arg.type)}`),
    ]).toEqual(['[Node]', ['ids: [ID!]!']]);
  });

  test('has a PageInfo with nullable cursors and non-null Booleans', () => {
    const pageInfo = typeOf(schema, 'PageInfo');
    expect(
      Object.values(pageInfo.getFields()).map(({ name, type }) => `${name}: ${String(type)}`),
    ).toEqual([
      'hasNextPage: Boolean!',
      'hasPreviousPage: Boolean!',
      'startCursor: String',
      'endCursor: String',
    ]);
  });

  test('has connections of edges, each with a cursor and a node', () => {
    const connections = objectTypes.filter(({ name }) => name.endsWith('Connection'));
    expect(connections.length).toBeGreaterThan(30);
    for (const connection of connections) {
      const { name } = connection;
      const { edges, nodes, pageInfo, totalCount } = connection.getFields();
      const edgeName = name.replace(/Connection$/, 'Edge');
      const { node, cursor } = typeOf(schema, edgeName).getFields();
      expect([name, String(edges?.type)]).toEqual([name, `[${edgeName}!]!`]);
      expect([name, String(pageInfo?.type)]).toEqual([name, 'PageInfo!']);
      expect([name, String(totalCount?.type)]).toEqual([name, 'Int!']);
      expect([name, String(cursor?.type)]).toEqual([name, 'String!']);
      expect([name, String(nodes?.type)]).toEqual([name, `[${String(node?.type)}]!`]);
    }
  });

  test('has arguments for both directions and a sort order on every connection', () => {
    const fields = [...objectTypes, typeOf(schema, 'Organization')].flatMap((type) =>
      connectionFields(type).map((field) => [`${type.name}.${field.name}`, field] as const),
    );
    expect(fields.length).toBeGreaterThan(100);
    for (const [name, field] of fields) {
      const args = Object.fromEntries(field.args.map((arg) => [arg.name, String(arg.type)]));
      expect([name, args]).toEqual([
        name,
        expect.objectContaining({ first: 'Int', after: 'String', last: 'Int', before: 'String' }),
      ]);
      expect([name, orderFieldsOf(field).length > 0]).toEqual([name, true]);
    }
  });
});

describe('a node', () => {
  test('has a globally unique id that contains its kind', async () => {
    const seen = new Set<string>();
    let count = 0;
    for (const [kind, type] of Object.entries(NODE_CLASSES)) {
      const ids = await idsOfType(platform.database, type.name);
      // If not, add one to data/founding or tests/support/beyond-founding.ts.
      expect([kind, ids.length > 0]).toEqual([kind, true]);
      for (const id of ids) {
        expect(kindOfId(id)).toBe(kind);
        seen.add(id);
        count += 1;
      }
    }
    expect(seen.size).toBe(count);
  });

  test.each(nodeTypes.map((type) => [type.name, type] as const))(
    'of type %s is the same when it is refetched',
    async (name, type) => {
      const fields = leafFields(type).join(' ');
      const met = await someOf(type, fields);
      expect(met).toMatchObject({ id: expect.any(String) });

      const again = await asked(
        `query ($id: ID!, $ids: [ID!]!) {
           node(id: $id) { __typename id ... on ${name} { ${fields} } }
           nodes(ids: $ids) { __typename id ... on ${name} { ${fields} } }
           capitals: node(id: "${met.id.toUpperCase()}") { id }
         }`,
        { id: met.id, ids: [met.id] },
      );

      expect(again.node).toEqual({ __typename: name, ...met });
      expect(again.nodes).toEqual([again.node]);
      expect(again.capitals).toEqual({ id: met.id });
    },
  );

  /** Anything of the type, met by another way than by its id. */
  async function someOf(type: GraphQLObjectType, fields: string): Promise<{ id: string }> {
    const root = rootListOf(type);
    if (root !== undefined) {
      const data = await asked(`{ ${root.name}(first: 1) { nodes { ${fields} } } }`);
      return data[root.name].nodes[0];
    }
    const data = await asked(
      type.name === 'Quote'
        ? `{ met: announcement(slug: "serbian-cluster-association-is-here") { list: quotes { nodes { ${fields} } } } }`
        : `{ met: cluster(slug: "voict") { list: labels { nodes { ${fields} } } } }`,
    );
    return data.met.list.nodes[0];
  }

  test('that does not exist is null, for every kind of id', async () => {
    const ids = [
      ...Object.keys(NODE_CLASSES).map((kind) => newId(kind as IdKind)),
      '0190c5e2-7b1a-7001-9f3d-5a2b6c7d8e9f',
      '0190c5e2-7b1a-8fff-9f3d-5a2b6c7d8e9f',
    ];
    const { nodes } = await asked(`query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`, { ids });

    expect(nodes).toEqual(ids.map(() => null));
  });

  test('is at the position of its id in nodes', async () => {
    const { organizations, persons } = await asked(
      '{ organizations(first: 2) { nodes { id } } persons(first: 1) { nodes { id } } }',
    );
    const [one, two] = organizations.nodes.map(({ id }: { id: string }) => id);
    const person = persons.nodes[0].id;
    const ids = [two, newId('Event'), person, one, two];

    const { data, sql } = await platform.succeed(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids },
    );

    expect(data.nodes.map((node: { id: string } | null) => node?.id ?? null)).toEqual([
      two,
      null,
      person,
      one,
      two,
    ]);
    expect(sql).toHaveLength(1);
  });

  test.each(['', 'VOICT', '42', 'T3JnYW5pemF0aW9uOjE=', '0190c5e2-7b1a-8001-9f3d', `' OR 1=1`])(
    'cannot be requested with %j',
    async (id) => {
      const one = await platform.ask<unknown>('query ($id: ID!) { node(id: $id) { id } }', { id });
      const several = await platform.ask<unknown>(
        'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
        { ids: [newId('Event'), id] },
      );

      expect(one.errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        inputPath: ['id'],
      });
      expect(several.errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        inputPath: ['ids', 1],
      });
    },
  );

  test('can be requested with 99 others, but not with 100', async () => {
    const ids = Array.from({ length: 101 }, () => newId('Event'));
    const ask = (some: readonly string[]) =>
      platform.ask<unknown>('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: some });

    expect((await ask(ids.slice(1))).errors).toBeUndefined();
    expect((await ask(ids)).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      inputPath: ['ids'],
    });
  });
});

describe('a page', () => {
  const members = async (variables: object) =>
    (
      await asked(
        `query (${PAGE_VARIABLES}) { association(slug: "scan") {
           members(${PAGE_ARGUMENTS}, orderBy: { field: NAME }) {
             edges { cursor node { slug } } nodes { slug } ${PAGE_INFO}
           }
         } }`,
        variables,
      )
    ).association.members;
  const ALL = ['facts', 'ict-cs', 'ict-network', 'nicat', 'ac-serbia', 'voict', 'vmc'];
  let cursors: readonly string[];
  beforeAll(async () => {
    cursors = (await members({})).edges.map(({ cursor }: { cursor: string }) => cursor);
  });
  const at = (index: number | undefined) => (index === undefined ? undefined : cursors[index]);

  test.each<
    [
      string,
      { first?: number; last?: number; after?: number; before?: number },
      [number, number],
      boolean,
      boolean,
    ]
  >([
    ['without arguments contains a whole short list', {}, [0, 7], false, false],
    ['from the beginning', { first: 3 }, [0, 3], false, true],
    [
      'from the beginning that has exactly the size of the list',
      { first: 7 },
      [0, 7],
      false,
      false,
    ],
    ['from the beginning that is larger than the list', { first: 8 }, [0, 7], false, false],
    ['after a cursor', { first: 2, after: 2 }, [3, 5], true, true],
    ['after a cursor, to the end', { first: 4, after: 2 }, [3, 7], true, false],
    ['after the last cursor is empty', { first: 3, after: 6 }, [7, 7], true, false],
    ['from the end', { last: 3 }, [4, 7], true, false],
    ['from the end that has exactly the size of the list', { last: 7 }, [0, 7], false, false],
    ['before a cursor', { last: 2, before: 4 }, [2, 4], true, true],
    ['before a cursor, to the beginning', { last: 4, before: 4 }, [0, 4], false, true],
    ['before the first cursor is empty', { last: 3, before: 0 }, [0, 0], false, true],
    [
      'between two cursors, from the first one',
      { first: 2, after: 0, before: 6 },
      [1, 3],
      true,
      true,
    ],
    [
      'between two cursors, up to the second one',
      { last: 2, after: 0, before: 6 },
      [4, 6],
      true,
      true,
    ],
    [
      'between two cursors in the wrong order is empty',
      { first: 3, after: 5, before: 2 },
      [0, 0],
      true,
      false,
    ],
    ['after a cursor, with the default size', { after: 4 }, [5, 7], true, false],
  ])('%s', async (_name, { after, before, ...size }, [from, to], hasPrevious, hasNext) => {
    const page = await members({ ...size, after: at(after), before: at(before) });

    const slugs = page.nodes.map(({ slug }: { slug: string }) => slug);
    expect(slugs).toEqual(ALL.slice(from, to));
    expect(page.edges.map(({ node }: { node: { slug: string } }) => node.slug)).toEqual(slugs);
    expect(page.pageInfo).toEqual({
      hasPreviousPage: hasPrevious,
      hasNextPage: hasNext,
      startCursor: slugs.length === 0 ? null : cursors[from],
      endCursor: slugs.length === 0 ? null : cursors[to - 1],
    });
  });

  test('of size zero is empty but knows whether there are more entries', async () => {
    for (const size of [{ first: 0 }, { last: 0 }]) {
      const page = await members(size);
      expect(page).toEqual({
        edges: [],
        nodes: [],
        pageInfo: {
          hasNextPage: 'first' in size,
          hasPreviousPage: 'last' in size,
          startCursor: null,
          endCursor: null,
        },
      });
    }
  });

  test('of an empty list is empty', async () => {
    const { association } = await asked(
      `{ association(slug: "scan") { advocacyReceived { totalCount nodes { id } edges { cursor } ${PAGE_INFO} } } }`,
    );

    expect(association.advocacyReceived).toEqual({
      totalCount: 0,
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  test.each([
    [{ first: -1 }, 'first'],
    [{ first: 101 }, 'first'],
    [{ last: -1 }, 'last'],
    [{ last: 101 }, 'last'],
    [{ first: 1, last: 1 }, 'last'],
    [{ after: '' }, 'after'],
    [{ after: 'abc' }, 'after'],
    [{ before: 'YXJyYXljb25uZWN0aW9uOjA=' }, 'before'],
  ])('cannot be requested with %j', async (variables, argument) => {
    const { data, errors } = await platform.ask<unknown>(
      `query (${PAGE_VARIABLES}) { organizations(${PAGE_ARGUMENTS}) { nodes { id } } }`,
      variables,
    );

    expect(data).toEqual({ organizations: null });
    expect(errors?.[0]).toMatchObject({
      path: ['organizations'],
      extensions: { code: 'BAD_USER_INPUT', inputPath: [argument] },
    });
  });

  test('cannot be requested with the cursor of another sort order', async () => {
    const { errors } = await platform.ask<unknown>(
      `query ($after: String) { association(slug: "scan") { members(after: $after, orderBy: { field: NAME, direction: DESC }) { nodes { id } } } }`,
      { after: at(2) },
    );

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', inputPath: ['after'] });
  });
});

describe('totalCount', () => {
  const counting = (sql: readonly string[]) => sql.join().match(/count\(\*\)/g) ?? [];

  test('is computed only if it is selected', async () => {
    const without = await platform.succeed(
      `{ organizations(first: 2) { nodes { id members(first: 2) { nodes { id } ${PAGE_INFO} } } ${PAGE_INFO} } }`,
    );
    const withIt = await platform.succeed(
      `{ organizations(first: 2) { totalCount nodes { id members(first: 2) { totalCount nodes { id } } } } }`,
    );

    expect(counting(without.sql)).toEqual([]);
    expect(counting(withIt.sql)).toHaveLength(2);
    expect(withIt.sql).toHaveLength(without.sql.length);
  });

  test('is the only thing read if nothing else is selected', async () => {
    const { data, sql } = await platform.succeed('{ organizations { totalCount } }');

    expect(data.organizations.totalCount).toBe(187);
    expect(sql).toHaveLength(1);
    expect(counting(sql)).toHaveLength(1);
  });

  test('counts the whole list on every page, and depends on the filter', async () => {
    const { first, next, none, few } = await asked(`{
      first: clusters(first: 2) { totalCount pageInfo { endCursor } }
      next: clusters(last: 3) { totalCount }
      none: clusters(first: 0) { totalCount }
      few: clusters(first: 1, filter: { region: { in: ["RS12"] } }) { totalCount }
    }`);

    expect([first, next, none].map(({ totalCount }) => totalCount)).toEqual([7, 7, 7]);
    expect(few.totalCount).toBe(2);
  });
});

describe('paging through a list that changes', () => {
  test('neither repeats nor skips entries that stay', async () => {
    const { dataSource } = platform.database;
    const page = async (variables: object): Promise<PageOf<{ name: string }>> =>
      (
        await asked(
          `query (${PAGE_VARIABLES}) { companies(${PAGE_ARGUMENTS}) { nodes { name } ${PAGE_INFO} } }`,
          variables,
        )
      ).companies;
    const namesOf = (nodes: readonly { name: string }[]) => nodes.map(({ name }) => name);
    const insert = (slug: string, name: string) =>
      dataSource.query(
        `INSERT INTO organization (id, source_id, type, slug, name, status)
         SELECT $1, source_id, 'Company', $2, $3, 'ACTIVE' FROM organization LIMIT 1`,
        [newId('Organization'), slug, name],
      );
    const remove = (name: string) =>
      dataSource.transaction(async (manager) => {
        const of = `(SELECT id FROM organization WHERE name = $1)`;
        await manager.query(`DELETE FROM membership WHERE member_id = ${of}`, [name]);
        for (const table of ['initiative_participation', 'grant_share']) {
          await manager.query(`DELETE FROM ${table} WHERE organization_id = ${of}`, [name]);
        }
        await manager.query(
          `UPDATE grant_transaction SET receiver_id = NULL WHERE receiver_id = ${of}`,
          [name],
        );
        await manager.query(`DELETE FROM organization WHERE name = $1`, [name]);
      });
    const before = namesOf((await page({ first: 100 })).nodes);

    const first = await page({ first: 4 });
    const [seen = '', cursorRow = ''] = [before[1], before[3]];
    const unseen = before[6] ?? '';
    await insert('aaa', 'AAA'); // behind the reader
    await insert('zzz', 'ZZZ'); // in front
    await insert('just-behind', `${cursorRow} A`); // right after where the page ended
    await remove(seen);
    await remove(cursorRow); // the cursor's own row
    await remove(unseen);
    const rest = await walkForwards((after) =>
      page({ first: 2, after: after ?? first.pageInfo.endCursor }),
    );

    expect([...namesOf(first.nodes), ...namesOf(rest)]).toEqual([
      ...before.slice(0, 4),
      `${cursorRow} A`,
      ...before.slice(4).filter((name) => name !== unseen),
      'ZZZ',
    ]);
  });
});

describe('a list that is derived from other rows', () => {
  test.each([true, false])(
    'has the same totalCount on every page, even an empty one (planned: %s)',
    async (isPlanning) => {
      const platform = await openTestPlatform('FOUNDING', {}, { isPlanning });
      const count = async (variables: object) => {
        const { data } = await platform.succeed(
          `query ($first: Int, $last: Int, $after: String) { cluster(slug: "nicat") {
            partners(first: $first, last: $last, after: $after) { totalCount nodes { id } pageInfo { endCursor } } } }`,
          variables as never,
        );
        const { totalCount, nodes, pageInfo } = data.cluster.partners;
        return { totalCount, rows: nodes.length, end: pageInfo.endCursor };
      };
      const all = await count({ first: 100 });
      const part = await count({ first: 2 });
      const pages = [part, await count({ first: 0 }), await count({ last: 1 })];
      const rest = await count({ first: 1, after: part.end });
      const beyond = await count({ first: 1, after: all.end });
      await platform.close();

      expect(all.rows).toBeGreaterThan(3);
      expect(all.totalCount).toBe(all.rows);
      expect(pages.map(({ rows }) => rows)).toEqual([2, 0, 1]);
      expect([...pages, rest, beyond].map(({ totalCount }) => totalCount)).toEqual(
        Array.from({ length: 5 }, () => all.rows),
      );
    },
  );
});
