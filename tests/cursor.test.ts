import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeCursor } from '../src/fields/cursor.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

const ID = '01900000-0000-8001-8000-000000000000';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('FOUNDING');
});
afterAll(() => platform.close());

describe('a cursor', () => {
  const PAGE = `query ($after: String, $order: [OrganizationOrder!]) {
    organizations(first: 2, after: $after, orderBy: $order) { nodes { id } pageInfo { endCursor } }
  }`;

  test('of another sort order is refused with the names of both orders', async () => {
    const { data } = await platform.succeed(PAGE);
    const { errors } = await platform.ask(PAGE, {
      after: data.organizations.pageInfo.endCursor,
      order: [{ field: 'SLUG' }],
    });
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(/sorted by NAME_ASC, .*sorted by SLUG_ASC/),
        extensions: { code: 'BAD_USER_INPUT', inputPath: ['after'] },
      },
    ]);
  });

  test('that was modified anywhere is refused', async () => {
    const { data } = await platform.succeed(PAGE);
    const cursor: string = data.organizations.pageInfo.endCursor;
    expect(cursor.length).toBeGreaterThan(50);
    for (let place = 0; place < cursor.length; place += 1) {
      const other = cursor.charAt(place) === 'A' ? 'B' : 'A';
      const after = cursor.slice(0, place) + other + cursor.slice(place + 1);
      const { errors } = await platform.ask(PAGE, { after });
      expect(errors).toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT', inputPath: ['after'] } },
      ]);
    }
  });
});

describe('a forged cursor with a valid checksum', () => {
  const LISTS = {
    NAME_ASC: 'organizations(after: $cursor) { nodes { id } }',
    RANK_ASC: 'search(query: "cluster", after: $cursor) { nodes { id } }',
    STARTS_AT_DESC: 'events(after: $cursor) { nodes { id } }',
  } as const;
  type MadeUpOrder = keyof typeof LISTS;
  const askAfter = (order: MadeUpOrder, content: unknown) =>
    platform.ask(`query ($cursor: String) { ${LISTS[order]} }`, {
      cursor: encodeCursor(...(content as Parameters<typeof encodeCursor>)),
    });

  test.each<[MadeUpOrder, ...unknown[]]>([
    ['NAME_ASC'],
    ['NAME_ASC', 'a'],
    ['NAME_ASC', 'a', 'no id'],
    ['NAME_ASC', 'a', null],
    ['NAME_ASC', 'a', ID, ID],
    ['NAME_ASC', 1, ID],
    ['NAME_ASC', null, ID],
    ['NAME_ASC', ['a'], ID],
    ['NAME_ASC', 'a\u0000', ID],
    ['RANK_ASC', '', ID],
    ['RANK_ASC', 'first', ID],
    ['RANK_ASC', '1.5', ID],
    ['RANK_ASC', '2147483648', ID],
    ['RANK_ASC', '-2147483649', ID],
    ['STARTS_AT_DESC', 'yesterday', ID],
    ['STARTS_AT_DESC', '2015-02-29 14:00:00+00', ID],
    ['STARTS_AT_DESC', '2015-12-22 25:00:00+00', ID],
    ['STARTS_AT_DESC', '2015-12-22 14:00:00+99', ID],
    ['STARTS_AT_DESC', '2015-12-22 14:00:00 Europe/Nowhere', ID],
  ])('is refused: %s %j %j', async (order, ...position) => {
    const { errors } = await askAfter(order, [order, position]);
    expect(errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', inputPath: ['after'] } },
    ]);
  });

  test.each<[MadeUpOrder, string]>([
    ['NAME_ASC', ''],
    ['NAME_ASC', `' OR 1=1 \ud800 \u2028`],
    ['RANK_ASC', '-2147483648'],
    ['RANK_ASC', '2147483647'],
    ['STARTS_AT_DESC', '0001-01-01 00:00:00+15:59:59'],
    ['STARTS_AT_DESC', '9999-12-31 23:59:59.999999-15:59'],
  ])('only starts at another position if it is well-formed: %s %j', async (order, key) => {
    expect((await askAfter(order, [order, [key, ID]])).errors).toBeUndefined();
  });
});
