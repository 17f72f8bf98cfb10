import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadDataSet } from '../src/data-set/load-data-set.js';
import { dataSetFolder, record, removeDataSetFolders } from './support/data-set-folder.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';
import { walkBackwards, walkForwards, type PageOf } from './support/walk.js';

const SEARCH = /* GraphQL */ `
  query ($query: String!, $type: [SearchableType!], $first: Int = 100) {
    search(query: $query, filter: { type: { in: $type } }, first: $first) {
      totalCount
      edges {
        score
        matched
        node {
          __typename
          id
          ... on Organization {
            slug
          }
          ... on Region {
            code
          }
          ... on Initiative {
            slug
          }
        }
      }
    }
  }
`;

interface Found {
  readonly score: number;
  readonly matched: string;
  readonly node: {
    readonly __typename: string;
    readonly id: string;
    readonly slug?: string;
    readonly code?: string;
  };
}

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('FOUNDING');
  await loadDataSet(
    platform.database,
    dataSetFolder({
      sources: [record.source('a-source')],
      organizations: Object.entries({
        quorum: 'Quorum',
        'quorum-works': 'Quorum Works',
        'old-quorum-house': 'Old Quorum House',
        quorun: 'Quorun',
        djerdap: 'Đerdap',
        ljubovija: 'Ljubovija',
        'dzep-njegosa': 'Džep Njegoša',
      }).map(([slug, name]) => record.organization('Company', slug, { name })),
    }),
  );
});
afterAll(async () => {
  removeDataSetFolders();
  await platform.close();
});

async function find(query: string, type?: string): Promise<readonly Found[]> {
  const { data } = await platform.succeed(SEARCH, { query, type });
  return data.search.edges;
}
const keysOf = (found: readonly Found[]) => found.map(({ node }) => node.slug ?? node.code);

describe('a search', () => {
  test.each([
    [['Niš', 'Nis', 'Ниш', 'NIS', 'НИШ', ' niš ', '«Niš»', 'Nis\u030C'], 'nicat'],
    [['Šumadija', 'Sumadija', 'Шумадија', 'ŠUMADIJA'], 'RS218'],
    [['Dunđer', 'Dundjer', 'Дунђер', 'DUNDJER', 'DunĐer'], 'dundjer'],
    [['Đ', 'Dj', 'Ђ', 'đ', 'dj', 'ђ', 'DJ'], 'djerdap'],
    [['Љубовија', 'Ljubovija', 'LJUBOVIJA', 'ЉУБОВИЈА'], 'ljubovija'],
    [['Џеп Његоша', 'Džep Njegoša', 'dzep njegosa'], 'dzep-njegosa'],
    [['Нишавска област', 'Nišavska oblast', 'nisavska OBLAST'], 'RS225'],
  ])('finds the same for %j, ignoring script, diacritics and case', async (ways, key) => {
    const [first, ...others] = await Promise.all(ways.map((query) => find(query)));

    expect(keysOf(first ?? [])).toContain(key);
    for (const other of others) expect(other).toEqual(first);
  });

  test('finds names and words that start with a single letter', async () => {
    const found = keysOf(await find('q'));

    expect(found.slice(0, 2).sort()).toEqual(['quorum', 'quorun']); // of the same length
    expect(found.slice(2)).toEqual(['quorum-works', 'old-quorum-house']);
  });

  test('finds every organization by each prefix of its name and of its last word', async () => {
    const rows = await platform.database.read(
      // Many names begin alike: each beginning is searched once.
      `WITH sought AS (
         SELECT id, name, left(text, length) AS part
         FROM organization, unnest(ARRAY[name, regexp_replace(name, '^.* ', '')]) text,
           generate_series(1, 5) length),
       found AS MATERIALIZED (
         SELECT p.part, s.id FROM (SELECT DISTINCT part FROM sought) p, search_network(p.part) s)
       SELECT name, part FROM sought o
       WHERE NOT EXISTS (SELECT FROM found f WHERE f.part = o.part AND f.id = o.id)`,
      [],
    );

    expect(rows).toEqual([]);
  });

  test.each([
    ['Vojvodna metal', 'vmc'],
    ['Vojvodina Metl Cluster', 'vmc'],
    ['fasion', 'facts'],
    ['Sumadjia', 'RS218'],
    ['Serbian Cluster Asociation', 'scan'],
    ['CapTict', 'capttict'],
    ['municipality Temerin', 'municipality-of-temerin'],
    ['Blagojevic Marina', undefined],
  ])('tolerates the typing error in %s', async (typed, key) => {
    const found = await find(typed);

    expect(found.length).toBeGreaterThan(0);
    expect(keysOf(found).slice(0, 10)).toContain(key);
  });

  test('tolerates a missing letter or two swapped letters in any name of ten letters', async () => {
    const rows = await platform.database.read(
      `SELECT o.name, o.typed FROM (
         SELECT id, name, unnest(ARRAY[
           overlay(name placing '' from 5 for 1),
           left(name, 3) || substr(name, 5, 1) || substr(name, 4, 1) || substr(name, 6)]) AS typed
         FROM organization WHERE length(name) >= 10) o
       WHERE NOT EXISTS (SELECT FROM search_network(o.typed) s WHERE s.id = o.id)`,
      [],
    );

    expect(rows).toEqual([]);
  });

  test('ranks a full match before a prefix, a word and a similar text', async () => {
    const found = await find('quorum');

    expect(keysOf(found)).toEqual(['quorum', 'quorum-works', 'old-quorum-house', 'quorun']);
    expect(found.map(({ score }) => score)).toEqual([1, 0.9, 0.8, expect.closeTo(0.536, 2)]);
    expect(found.map(({ matched }) => matched)).toEqual([
      'Quorum',
      'Quorum Works',
      'Old Quorum House',
      'Quorun',
    ]);
  });

  test('ranks the shorter text first among equal matches', async () => {
    const lengths = (await find('cluster'))
      .filter(({ score }) => score === 0.8)
      .map(({ matched }) => matched.replace(/[^\p{L}\p{N}]+/gu, ' ').trim().length);

    expect(lengths.length).toBeGreaterThan(10);
    expect(lengths).toEqual([...lengths].sort((one, other) => one - other));
  });

  test('finds an object once, by the text that matches best', async () => {
    const found = await find('VMC', 'ORGANIZATION');

    expect(found).toEqual([
      { score: 1, matched: 'VMC', node: expect.objectContaining({ slug: 'vmc' }) },
    ]);
  });

  test('finds nothing if nothing is similar', async () => {
    expect(await find('xyzzyq')).toEqual([]);
    expect(await find('東京')).toEqual([]);
  });
});

describe('the kinds in a search', () => {
  const KINDS: Readonly<Record<string, RegExp>> = {
    ORGANIZATION: /^(Association|Cluster|Company|Institution|Donor|Partner)$/,
    SECTOR: /^Sector$/,
    REGION: /^Region$/,
    PARTNERSHIP: /^Partnership$/,
    PERSON: /^Person$/,
    EVENT: /^Event$/,
    ADVOCACY_CASE: /^AdvocacyCase$/,
    ANNOUNCEMENT: /^Announcement$/,
    COOPERATION_OFFER: /^CooperationOffer$/,
    INITIATIVE: /^Initiative$/,
    GRANT_PROGRAMME: /^GrantProgramme$/,
    GRANT: /^Grant$/,
    SOURCE: /^Source$/,
  };

  test('can be restricted by the filter to any one kind', async () => {
    const QUERIES: Readonly<Record<string, string>> = {
      SECTOR: '62',
      REGION: 'region',
      PERSON: 'zoran',
      EVENT: 'launch',
    };
    for (const [kind, types] of Object.entries(KINDS)) {
      const found = await find(QUERIES[kind] ?? 'a', kind);
      expect([kind, found.length]).not.toEqual([kind, 0]);
      for (const { node } of found)
        expect([kind, node.__typename]).toEqual([kind, expect.stringMatching(types)]);
    }
  });

  test('together make up the whole result', async () => {
    const { data: whole } = await platform.succeed(SEARCH, { query: 'cluster', first: 0 });
    let sum = 0;
    for (const type of Object.keys(KINDS)) {
      const { data } = await platform.succeed(SEARCH, { query: 'cluster', type, first: 0 });
      sum += data.search.totalCount;
    }

    expect(sum).toBe(whole.search.totalCount);
    expect(sum).toBeGreaterThan(60);
  });
});

describe('the pages of a search', () => {
  const PAGE = /* GraphQL */ `
    query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: [SearchOrder!]) {
      search(
        query: "cluster"
        first: $first
        after: $after
        last: $last
        before: $before
        orderBy: $orderBy
      ) {
        edges {
          score
        }
        nodes {
          id
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
    }
  `;
  const page = async (variables: object): Promise<PageOf<{ id: string }>> =>
    (await platform.succeed(PAGE, { ...variables })).data.search;

  test.each(['ASC', 'DESC'])('return each object once and in order, by %s', async (direction) => {
    const orderBy = [{ field: 'RANK', direction }];
    const whole = await walkForwards((after) => page({ first: 100, after, orderBy }));

    expect(whole.length).toBeGreaterThan(60);
    expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length);
    expect(await walkForwards((after) => page({ first: 13, after, orderBy }))).toEqual(whole);
    expect(await walkBackwards((before) => page({ last: 13, before, orderBy }))).toEqual(whole);
  });

  test('start with the best match', async () => {
    const scores = (await find('cluster')).map(({ score }) => score);

    expect(scores).toEqual([...scores].sort((one, other) => other - one));
  });
});

describe('the cost of a search', () => {
  test('is one statement for any number of results and kinds', async () => {
    const one = await platform.succeed(SEARCH, { query: 'VMC', type: 'ORGANIZATION' });
    const many = await platform.succeed(SEARCH, { query: 'cluster', type: 'ORGANIZATION' });
    const everything = await platform.succeed(SEARCH, { query: 'n' });

    expect(one.data.search.edges).toHaveLength(1);
    expect(many.data.search.edges.length).toBeGreaterThan(10);
    expect([one.sql.length, many.sql.length, everything.sql.length]).toEqual([1, 1, 1]);
    expect(
      new Set(everything.data.search.edges.map(({ node }: Found) => node.__typename)).size,
    ).toBeGreaterThan(3);
  });

  test('does not include a scan of the whole table, because of the trigram index', async () => {
    const plan = await platform.database.dataSource.transaction(async (manager) => {
      const [row] = await manager.query<{ prosrc: string }[]>(
        `SELECT prosrc FROM pg_proc WHERE proname = 'search_network'`,
      );
      const body = (row?.prosrc ?? '').replace('search_fold(words)', `search_fold('Niš')`);
      expect(body).toContain('Niš');
      await manager.query('SET LOCAL enable_seqscan = off');
      return manager.query<Record<string, string>[]>(`EXPLAIN ${body}`);
    });

    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain(
      'search_entry_folded_trigrams',
    );
  });
});

describe('a query', () => {
  test.each(['', '   ', '%', '_', '—', '?!', '!!', '💥'])(
    'without a letter or digit finds nothing: %j',
    async (query) => {
      expect(await find(query)).toEqual([]);
    },
  );

  test('of more than 200 characters is refused', async () => {
    const query = 'x'.repeat(201);
    const { data, errors } = await platform.ask<unknown>(SEARCH, { query });

    expect(data).toEqual({ search: null });
    expect(errors).toEqual([
      expect.objectContaining({
        path: ['search'],
        extensions: expect.objectContaining({ code: 'BAD_USER_INPUT', inputPath: ['query'] }),
      }),
    ]);
  });

  test('is accepted at the maximum length and with the characters of a pattern', async () => {
    expect(await find('xy'.repeat(100))).toEqual([]);
    expect(keysOf(await find('quo%'))).toEqual(keysOf(await find('quo')));
    expect(keysOf(await find(`quorum' OR 1=1 --`))).not.toContain('vmc');
  });
});

describe('the searchable texts', () => {
  const WRITTEN = [
    ['organization', 'ORGANIZATION', 'id', 'name'],
    ['organization_name', 'ORGANIZATION', 'organization_id', 'text'],
    ['sector', 'SECTOR', 'id', 'title'],
    ['sector', 'SECTOR', 'id', 'code'],
    ['region', 'REGION', 'id', 'name'],
    ['region', 'REGION', 'id', 'code'],
    ['partnership', 'PARTNERSHIP', 'id', 'title'],
    ['person', 'PERSON', 'id', 'name'],
    ['event', 'EVENT', 'id', 'title'],
    ['advocacy_case', 'ADVOCACY_CASE', 'id', 'title'],
    ['announcement', 'ANNOUNCEMENT', 'id', 'title'],
    ['cooperation_offer', 'COOPERATION_OFFER', 'id', 'title'],
    ['initiative', 'INITIATIVE', 'id', 'title'],
    ['source', 'SOURCE', 'id', 'title'],
    ['grant_programme', 'GRANT_PROGRAMME', 'id', 'title'],
    ['"grant"', 'GRANT', 'id', 'title'],
  ] as const;

  test('are each name, title and code of each object, and nothing else', async () => {
    const written = WRITTEN.map(
      ([table, type, id, text]) =>
        `SELECT ${id} AS node_id, '${type}' AS node_type, ${text} AS text FROM ${table}`,
    ).join(' UNION ALL ');
    const kept = 'SELECT node_id, node_type, text FROM search_entry';
    const [row] = await platform.database.read(
      `SELECT (SELECT count(*)::int FROM search_entry) AS entries,
         (SELECT count(*)::int FROM ((${written}) EXCEPT ALL ${kept}) AS missing) AS missing,
         (SELECT count(*)::int FROM (${kept} EXCEPT ALL (${written})) AS surplus) AS surplus`,
      [],
    );

    expect(row).toEqual({ entries: expect.any(Number), missing: 0, surplus: 0 });
    expect(row?.entries).toBeGreaterThan(400);
  });

  test('change at once with the names', async () => {
    const { dataSource } = platform.database;
    const isFoundBy = async (query: string) => keysOf(await find(query)).includes('quorun');

    await dataSource.query(`UPDATE organization SET name = 'Zvezdara' WHERE slug = 'quorun'`);
    expect([await isFoundBy('Zvezdara'), await isFoundBy('Quorun')]).toEqual([true, false]);

    await dataSource.query(
      `INSERT INTO organization_name (organization_id, text, kind, source_id)
       SELECT id, 'Quorun', 'FORMER', source_id FROM organization WHERE slug = 'quorun'`,
    );
    expect([await isFoundBy('Zvezdara'), await isFoundBy('Quorun')]).toEqual([true, true]);

    await dataSource.query(`UPDATE organization_name SET text = 'Kvorum' WHERE text = 'Quorun'`);
    expect([await isFoundBy('Quorun'), await isFoundBy('Kvorum')]).toEqual([false, true]);

    await dataSource.query(`DELETE FROM organization WHERE slug = 'quorun'`);
    expect([await isFoundBy('Zvezdara'), await isFoundBy('Kvorum')]).toEqual([false, false]);
  });
});
