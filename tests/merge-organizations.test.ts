import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadDataSet } from '../src/data-set/load-data-set.js';
import { mergeOrganizations } from '../src/data-set/merge-organizations.js';
import { importFile } from '../src/import/import-file.js';
import { dataSetFolder, record, removeDataSetFolders } from './support/data-set-folder.js';
import { FIRST } from './support/first-data-set.js';
import { activity, file, transaction } from './support/iati-files.js';
import { fileFolder } from './support/import-files.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';
import { freshDatabase, openWorkplace } from './support/workplace.js';

const files = fileFolder();
let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('EMPTY');
  await loadDataSet(platform.database, dataSetFolder(FIRST));
});
afterAll(async () => {
  files.remove();
  removeDataSetFolders();
  await platform.close();
});

const rows = (sql: string) => platform.database.read(sql, []);
const merge = (kept: string, absorbed: string) =>
  mergeOrganizations(platform.database, kept, absorbed);

const party = (id: string, name: string) => [{ id, name }];
const grant = (id: string, funder: object[], recipient: object[]) => ({
  id: `360G-test-${id}`,
  title: id,
  description: id,
  currency: 'EUR',
  amountAwarded: 1,
  awardDate: '2021-01-26',
  fundingOrganization: funder,
  recipientOrganization: recipient,
});
const GRANTS = files.write(
  'grants.json',
  JSON.stringify({
    grants: [
      grant('1', party('GB-CHC-1', 'Trust'), party('', 'Zavod')),
      grant('2', party('GB-CHC-1', 'Trust'), party('RS-APR-77777777', 'ZAVOD d.o.o.')),
      grant('3', party('', 'Zavod'), [
        ...party('', 'Zavod'),
        ...party('RS-APR-77777777', 'ZAVOD d.o.o.'),
      ]),
    ],
  }),
);
const importGrants = () => importFile(platform.database, { format: '360giving', path: GRANTS });

describe('two merged records of one organization', () => {
  test('have all names, identifiers and ties, and are found by every former id, slug and identifier', async () => {
    await importGrants();
    const { data: before } = await platform.succeed(
      '{ kept: organization(slug: "zavod-d-o-o") { id } gone: organization(slug: "zavod") { id } }',
    );
    await platform.database.dataSource.query(
      `UPDATE grant_share SET amount = 2 WHERE grant_id = (SELECT id FROM "grant" WHERE identifier = '360G-test-3')`,
    );
    const merged = await merge('zavod-d-o-o', 'zavod');
    expect(merged).toMatchObject({ duplicates: 1, kept: { slug: 'zavod-d-o-o' } });

    const { data } = await platform.succeed(
      /* GraphQL */ `
        query Everywhere($gone: ID!) {
          node(id: $gone) {
            id
          }
          nodes(ids: [$gone]) {
            id
          }
          byId: organization(id: $gone) {
            slug
          }
          bySlug: organization(slug: "zavod") {
            slug
            otherNames {
              text
            }
            identifiers {
              value
            }
          }
          byIdentifier: organization(identifier: { scheme: "RS-APR", value: "77777777" }) {
            slug
          }
        }
      `,
      { gone: before.gone.id },
    );
    const { data: joined } = await platform.succeed(
      `query ($entities: [_Any!]!) { _entities(representations: $entities) { ... on Partner { slug } } }`,
      { entities: [{ __typename: 'Partner', id: before.gone.id }] },
      '/subgraph',
    );
    const kept = { slug: 'zavod-d-o-o' };
    expect(data).toMatchObject({
      node: { id: before.kept.id },
      nodes: [{ id: before.kept.id }],
      byId: kept,
      bySlug: { ...kept, otherNames: [{ text: 'Zavod' }], identifiers: [{ value: '77777777' }] },
      byIdentifier: kept,
    });
    expect(joined).toEqual({ _entities: [kept] });
    // Of the third grant it was two recipients: what was for both is for one.
    expect(
      await rows(
        `SELECT g.identifier, s.amount, f.slug AS funder FROM "grant" g JOIN grant_share s ON s.grant_id = g.id
         JOIN organization f ON f.id = g.funder_id JOIN organization o ON o.id = s.organization_id
         WHERE o.slug = 'zavod-d-o-o' ORDER BY 1`,
      ),
    ).toEqual([
      { identifier: '360G-test-1', amount: null, funder: 'trust' },
      { identifier: '360G-test-2', amount: null, funder: 'trust' },
      { identifier: '360G-test-3', amount: '4', funder: 'zavod-d-o-o' },
    ]);
    const [memory] = await rows('SELECT absorbed, duplicates FROM organization_merge');
    expect(memory).toMatchObject({
      absorbed: { name: 'Zavod', slug: 'zavod' },
      duplicates: [{ table: 'grant_share' }],
    });
  });

  test('stay merged when the file is imported again', async () => {
    const [{ count: before } = { count: 0 }] = await rows(
      'SELECT count(*)::int AS count FROM organization',
    );
    const report = await importGrants();
    const [{ count: after } = { count: 1 }] = await rows(
      'SELECT count(*)::int AS count FROM organization',
    );
    expect(report).toMatchObject({ isStored: true, faults: { count: 0 } });
    expect(after).toBe(before);
  });

  test('stay merged when a data set still names the absorbed one', async () => {
    const again = dataSetFolder({
      organizations: [record.organization('Partner', 'zavod')],
    });
    await expect(loadDataSet(platform.database, again)).rejects.toThrow(
      /slug = "zavod": was merged into zavod-d-o-o; remove the record/,
    );
    const tie = dataSetFolder({ memberships: [record.membership('zavod', 'union')] });
    expect(await loadDataSet(platform.database, tie)).toMatchObject({ inserted: 1 });
  });

  test('can be merged into a third one, and all former ids resolve to it', async () => {
    await merge('trust', 'zavod-d-o-o');
    const { data } = await platform.succeed(
      '{ a: organization(slug: "zavod") { slug } b: organization(slug: "zavod-d-o-o") { slug } }',
    );
    expect(data).toEqual({ a: { slug: 'trust' }, b: { slug: 'trust' } });
  });

  test.each([
    [{ funder: { in: ['zavod'] } }, ['1', '2', '3']],
    [{ funder: { notIn: ['zavod-d-o-o'] } }, []],
    [{ recipient: { in: ['zavod', 'trust'] } }, ['1', '2', '3']],
    [{ intermediary: { in: ['zavod'] } }, ['2']],
    [{ organization: { eq: 'zavod', roles: ['INTERMEDIARY'] } }, ['2']],
    [{ organization: { notIn: ['zavod-d-o-o'] } }, []],
  ])('match filters of grants by each slug: %j', async (filter, expected) => {
    await platform.database.dataSource.query(
      `INSERT INTO grant_intermediary (grant_id, organization_id) SELECT g.id, o.id FROM "grant" g, organization o
       WHERE g.identifier = '360G-test-2' AND o.slug = 'trust' ON CONFLICT DO NOTHING`,
    );
    const { data } = await platform.succeed(
      `query ($filter: GrantFilter) { grants(filter: $filter) { totalCount nodes { identifier } } grantFacets(filter: $filter) { grantCount } }`,
      { filter: { ...filter, identifier: { in: ['1', '2', '3'].map((id) => `360G-test-${id}`) } } },
    );
    expect(
      (data.grants.nodes as { identifier: string }[])
        .map(({ identifier }) => identifier.slice(-1))
        .sort(),
    ).toEqual(expected);
    expect(data.grants.totalCount).toBe(expected.length);
    expect(data.grantFacets.grantCount).toBe(expected.length);
  });
});

describe('merging', () => {
  test('follows every foreign key in the database, including those of later tables', async () => {
    const { dataSource } = platform.database;
    await dataSource.query(
      `CREATE TABLE "later table" (id int PRIMARY KEY, "the body" uuid REFERENCES organization(id))`,
    );
    await loadDataSet(
      platform.database,
      dataSetFolder({
        organizations: [
          record.organization('Company', 'one', {
            identifiers: [
              { scheme: 'RS-APR', value: '1' },
              { scheme: 'RS-PIB', value: '2' },
            ],
          }),
          record.organization('Company', 'other', {
            identifiers: [{ scheme: 'RS-APR', value: '3' }],
          }),
        ],
        memberships: [
          record.membership('one', 'union', { since: '2015' }),
          record.membership('other', 'union', { since: '2015' }),
          record.membership('other', 'cluster'),
        ],
      }),
    );
    await dataSource.query(
      `INSERT INTO "later table" SELECT 1, id FROM organization WHERE slug = 'other'`,
    );
    await merge('one', 'other');
    expect(
      await rows(`SELECT o.slug FROM "later table" t JOIN organization o ON o.id = t."the body"`),
    ).toEqual([{ slug: 'one' }]);
    expect(
      await rows(
        `SELECT i.value FROM identifier i JOIN organization o ON o.id = i.organization_id
         WHERE o.slug = 'one' ORDER BY i.rank`,
      ),
    ).toEqual([{ value: '1' }, { value: '2' }, { value: '3' }]);
    expect(
      await rows(
        `SELECT g.slug FROM membership m JOIN organization o ON o.id = m.member_id
         JOIN organization g ON g.id = m.group_id WHERE o.slug = 'one' ORDER BY 1`,
      ),
    ).toEqual([{ slug: 'cluster' }, { slug: 'union' }]);
    await dataSource.query('DROP TABLE "later table"');
  });

  test.each([
    ['one', 'one', /are already the same organization\. Nothing was changed\.$/],
    ['one', 'nobody', /There is no organization 'nobody'\. Use its slug or id\.$/],
    [
      'cluster',
      'company',
      /cannot be merged: both are parties of the partnership 'trio'\. Nothing was changed/,
    ],
    [
      'one',
      'union',
      /^'union' has members or seats, but 'one' is a Company; only .* Nothing was changed\. Merge them in the opposite direction\.$/,
    ],
  ])('%s and %s are refused with the reason', async (kept, absorbed, reason) => {
    const before = await rows(
      "SELECT count(*)::int AS count, md5(string_agg(o::text, '' ORDER BY id)) FROM organization o",
    );
    await expect(merge(kept, absorbed)).rejects.toThrow(reason);
    expect(
      await rows(
        "SELECT count(*)::int AS count, md5(string_agg(o::text, '' ORDER BY id)) FROM organization o",
      ),
    ).toEqual(before);
  });

  test('that violates a database rule is explained without the contents of rows', async () => {
    const { dataSource } = platform.database;
    const rule = 'name_is_not_that_of_this_test';
    await dataSource.query(
      `ALTER TABLE organization_name ADD CONSTRAINT "${rule}" CHECK (text <> 'company') NOT VALID`,
    );
    try {
      await expect(merge('one', 'company')).rejects.toThrow(
        /^Merging 'company' into 'one' violates the rule 'name is not that of this test'\. Nothing was stored\. Fix the record and run the command again\.$/,
      );
    } finally {
      await dataSource.query(`ALTER TABLE organization_name DROP CONSTRAINT "${rule}"`);
    }
  });

  test('waits for a running import and includes its records', async () => {
    // More than one batch: the merge begins when the first is stored, and nobody else can see it yet.
    const path = files.write(
      'many.json',
      JSON.stringify({
        grants: Array.from({ length: 2_001 }, (_, index) => ({
          ...grant(`many-${String(index)}`, party('GB-CHC-2', 'Many'), party('', 'Latecomer')),
        })),
      }),
    );
    const merging: Promise<unknown>[] = [];
    await importFile(platform.database, {
      format: '360giving',
      path,
      onProgress: () => {
        if (merging.length === 0) merging.push(merge('many', 'latecomer'));
      },
    });
    expect(await Promise.all(merging)).toMatchObject([{ absorbed: { slug: 'latecomer' } }]);
  });

  test('of two kinds resolves old ids to the new kind, and not by the former kind', async () => {
    await importFile(platform.database, {
      format: '360giving',
      path: files.write(
        'kinds.json',
        JSON.stringify({
          grants: [grant('k', party('GB-CHC-3', 'Donor of k'), party('', 'Former Partner'))],
        }),
      ),
    });
    const { data: before } = await platform.succeed(
      '{ partner(slug: "former-partner") { slug } cluster(slug: "union") { slug } clusters(first: 1) { nodes { slug } } }',
    );
    expect(before.partner).toEqual({ slug: 'former-partner' });
    const cluster = (before.clusters.nodes as { slug: string }[])[0]?.slug ?? '';
    await merge(cluster, 'former-partner');
    const { data } = await platform.succeed(
      `{ partner(slug: "former-partner") { slug } cluster(slug: "former-partner") { slug } organization(slug: "former-partner") { slug } }`,
    );
    expect(data).toEqual({
      partner: null,
      cluster: { slug: cluster },
      organization: { slug: cluster },
    });
  });

  test('moves parts, and a part that is merged with its parent takes the place of the parent', async () => {
    const part = (slug: string, parent?: string) =>
      record.organization('Institution', slug, parent === undefined ? {} : { parent });
    const organizations = [
      part('top'),
      part('middle', 'top'),
      part('low', 'middle'),
      part('lowest', 'low'),
    ];
    await loadDataSet(platform.database, dataSetFolder({ organizations }));
    const parents = () =>
      rows(`SELECT o.slug, p.slug AS parent FROM organization o LEFT JOIN organization p ON p.id = o.parent_id
            WHERE o.slug IN ('top', 'middle', 'low', 'lowest') ORDER BY 1`);
    await merge('low', 'middle');
    expect(await parents()).toEqual([
      { slug: 'low', parent: 'top' },
      { slug: 'lowest', parent: 'low' },
      { slug: 'top', parent: null },
    ]);
    await merge('lowest', 'low');
    expect(await parents()).toEqual([
      { slug: 'lowest', parent: 'top' },
      { slug: 'top', parent: null },
    ]);
    await expect(merge('top', 'top')).rejects.toThrow('already the same');
  });

  test('is a command of scan-graph', async () => {
    const workplace = openWorkplace();
    const { settings, drop } = await freshDatabase(workplace);
    await workplace.run(['import', '360giving', GRANTS], settings);
    expect(await workplace.run(['merge', 'zavod-d-o-o', 'zavod'], settings)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(
        /^Merged 'Zavod' \(zavod\) into 'ZAVOD d\.o\.o\.' \(zavod-d-o-o\): \d+ rows moved, 1 duplicates removed\.$/m,
      ),
    });
    await workplace.close();
    await drop();
  });
});

describe('an organization that is new, while one of its name is stored', () => {
  const KNOWN = 'Đačka škola d.o.o.';
  const take = async (format: string, name: string, content: string) => {
    const path = files.write(name, content);
    const { warnings, faults } = await importFile(platform.database, { format, path });
    return [...warnings.first, ...faults.first].flatMap(({ field, value, reason, detail }) =>
      reason.endsWith('one of this name is known') ? [[field, value, detail]] : [],
    );
  };
  beforeAll(() =>
    take(
      'table',
      'organizations.csv',
      `Name,Kind,Slug,Identifiers\n${KNOWN},Company,school,RS-APR-55555555; RS-PIB-1\n`,
    ),
  );
  const STORED = 'school (RS-APR-55555555, RS-PIB-1)';

  test('is named in a warning, whatever the format, case, script, diacritics and legal form', async () => {
    expect(
      await take(
        'table',
        'same.csv',
        'Identifier,Title,Funder,Currency,Recipients\ns-1,T,Fund,EUR,DJACKA SKOLA; Đačka škola i drugi\n',
      ),
    ).toEqual([['Recipients', 'DJACKA SKOLA', STORED]]);
    expect(
      await take(
        '360giving',
        'same.json',
        JSON.stringify({
          grants: [grant('s', party('GB-CHC-1', 'Trust'), party('', 'Ђачка школа'))],
        }),
      ),
    ).toEqual([['name', 'Ђачка школа', expect.stringContaining(STORED)]]);
    const giver =
      '<provider-org ref="XI-LEI-5"><narrative>Djačka škola DOO</narrative></provider-org>';
    expect(
      await take(
        'iati',
        'same.xml',
        file([activity('s', transaction('2', '1', { parts: giver }))]),
      ),
    ).toEqual([['name', 'Djačka škola DOO', expect.stringContaining(STORED)]]);
  });

  test('is not named again when the file is imported again', async () => {
    const again = 'Name,Kind,Slug\nđačka škola,Partner,again\nDjačka škola,Partner,\n';
    expect(await take('table', 'again.csv', again)).toHaveLength(2);
    expect(await take('table', 'again.csv', again)).toEqual([]);
  });

  test('is proposed where a cell must name a stored one', async () => {
    const ties = 'Member,Group,Class\nđačka škola,school,REGULAR\n';
    expect(await take('table', 'ties.csv', ties)).toEqual([
      ['Member', 'đačka škola', expect.stringContaining(STORED)],
    ]);
  });
});
