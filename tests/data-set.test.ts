import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadDataSet } from '../src/data-set/load-data-set.js';
import { RECORD_FILES } from '../src/data-set/records.js';
import {
  dataSetFolder,
  faultsOf as faultsIn,
  record,
  removeDataSetFolders,
  type DataSetFiles,
  type Fields,
} from './support/data-set-folder.js';
import { FIRST } from './support/first-data-set.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('EMPTY');
  await load(FIRST);
});
afterAll(async () => {
  removeDataSetFolders();
  await platform.close();
});

const load = (files: DataSetFiles) => loadDataSet(platform.database, dataSetFolder(files));
const faultsOf = (folder: string) => faultsIn(platform.database, folder);

/** How many rows each table has, and what they are. */
async function contents(): Promise<Readonly<Record<string, string>>> {
  const { dataSource, read } = platform.database;
  const tables = [
    ...new Set(dataSource.entityMetadatas.map(({ tableName }) => tableName)),
    'search_entry',
  ];
  const rows = await read(
    tables
      .map(
        (table) =>
          `SELECT '${table}' AS "table", count(*) || ' rows ' || coalesce(md5(string_agg(t::text, ' ' ORDER BY t::text)), '') AS state FROM "${table}" t`,
      )
      .join(' UNION ALL '),
    [],
  );
  return Object.fromEntries(rows.map((row) => [row.table, row.state as string]));
}

describe('the faults of a data set', () => {
  test.each<[string, DataSetFiles]>([
    ['sources', { sources: [record.source('new'), record.source('new')] }],
    [
      'organizations',
      { organizations: ['A', 'B'].map((name) => record.organization('Company', 'new', { name })) },
    ],
    [
      'sectors',
      {
        sectors: ['A', 'B'].map((title) => ({
          scheme: 'DAC',
          code: '1',
          title,
          source: 'a-source',
        })),
      },
    ],
    [
      'memberships',
      {
        memberships: ['REGULAR', 'HONORARY'].map((kind) =>
          record.membership('company', 'union', { class: kind }),
        ),
      },
    ],
    [
      'seats',
      { seats: ['Board', 'Assembly'].map((body) => record.seat('person', 'union', { body })) },
    ],
    [
      'claims',
      {
        claims: ['AT_LEAST', 'EXACT'].map((qualifier) =>
          record.claim({ organization: 'cluster', indicator: 'MEMBERS', number: '1', qualifier }),
        ),
      },
    ],
  ])('include the second of two duplicates among %s', async (_file, files) => {
    const faults = await faultsOf(dataSetFolder(files));

    expect(faults).toEqual([
      expect.objectContaining({
        reason: expect.stringMatching(/^(is a duplicate|has the same \w+ twice)/),
      }),
    ]);
    expect(faults[0]?.line).toBeGreaterThan(1);
  });

  test('are all reported at once, each with its line', async () => {
    const folder = dataSetFolder({
      sources: `# Sources
- slug: new-source
  title: New
  confidence: SURE
- slug: New
  title: New
  confidence: OFFICIAL
`,
      organizations: `- type: Cluster
  slug: one
  name: One
  status: ACTIVE
  source: new-source
  otherNames:
    - { text: O, kind: ACRONYM }
    - text: Jedan
      kind: TRANSLATED
      language: Serbian
- type: Company
  slug: two
  name: ''
  status: ACTIVE
  source: a-source

- just a text
`,
      memberships: `- member: one
  group: two
  class: REGULAR
  status: CURRENT
  source: a-source
- { member: three, group: union, class: REGULAR, since: 2015, status: CURRENT, source: a-source }
- member: three
  group: union
  class: REGULAR
  status: CURRENT
  source: a-source
`,
    });
    const faults = await faultsOf(folder);

    expect(faults.map(({ file, line, field, value }) => [file, line, field, value])).toEqual([
      ['sources.yaml', 4, 'confidence', 'SURE'],
      ['sources.yaml', 5, 'slug', 'New'],
      ['organizations.yaml', 9, 'otherNames.1.kind', 'TRANSLATED'],
      ['organizations.yaml', 10, 'otherNames.1.language', 'Serbian'],
      ['organizations.yaml', 13, 'name', ''],
      ['organizations.yaml', 17, '', 'just a text'],
      ['memberships.yaml', 6, 'since', 2015],
      // of the last only that nobody is called three: the others refer to what is there, with faults
      ['memberships.yaml', 7, 'member', 'three'],
    ]);
    await expect(loadDataSet(platform.database, folder)).rejects.toThrow(
      /has 8 faults\. Nothing was stored\.\n {2}sources\.yaml:4 confidence = "SURE": must be one of OFFICIAL, .*\n(.*\n)* {2}memberships\.yaml:7 member = "three": is not a known Organization in this data set/,
    );
  });

  test('in YAML syntax are reported with their lines, and references to such a file are not faults', async () => {
    const faults = await faultsOf(
      dataSetFolder({
        organizations: '- type: Cluster\n  slug: one\n  name: [One\n  status: ACTIVE\n',
        persons: '- slug: one\n  slug: two\n',
        sources: 'slug: one\n',
        memberships: [record.membership('one', 'union', { source: 'one' })],
        seats: [record.seat('one', 'one', { source: 'one' })],
        events: '- *nowhere\n',
        claims: '- slug: &a a\n  source: *nowhere\n',
      }),
    );

    expect(faults.filter(({ file }) => /memberships|seats/.test(file))).toEqual([]);
    const of = (name: string) => faults.find(({ file }) => file === `${name}.yaml`);
    expect(of('organizations')).toMatchObject({ line: expect.any(Number), field: '' });
    expect(of('organizations')?.line).toBeGreaterThanOrEqual(3);
    expect(of('persons')).toMatchObject({ line: 2, reason: 'Map keys must be unique' });
    expect(of('sources')).toMatchObject({ line: 1, reason: 'must be a list of records' });
    expect(of('events')?.reason).toMatch(/must be a record|nowhere/);
    expect(of('claims')?.reason).toMatch(/nowhere/);
  });

  test('in a file name are reported with the expected names', async () => {
    const faults = await faultsOf(dataSetFolder({ organisations: [], 'cooperation-offers': [] }));

    expect(faults).toEqual([
      {
        file: 'organisations.yaml',
        line: 1,
        field: '',
        value: 'organisations.yaml',
        reason: expect.stringContaining(`${Object.keys(RECORD_FILES)[0] ?? ''}.yaml`),
      },
    ]);
  });

  test('in the path of the data set are explained in a sentence', async () => {
    const folder = dataSetFolder({});
    const file = join(folder, 'file.txt');
    writeFileSync(file, '');
    const at = (place: string) => loadDataSet(platform.database, place);

    await expect(at(join(folder, 'nowhere'))).rejects.toThrow(
      /^There is no data set at .*nowhere: the folder does not exist\.$/,
    );
    await expect(at(file)).rejects.toThrow(/is not a data set\. A data set is a folder/);
    await expect(at(folder)).rejects.toThrow(/ is not a data set: it has no YAML files\.$/);
  });
});

describe('a data set with faults', () => {
  test('changes nothing, whichever file has the fault', async () => {
    const before = await contents();
    const sound = {
      sources: [record.source('brand-new')],
      persons: [record.person('brand-new', { source: 'brand-new' })],
      organizations: [record.organization('Cluster', 'cluster', { name: 'Renamed' })],
    };
    for (const faulty of [
      { claims: [record.claim({ organization: 'nobody', indicator: 'MEMBERS', number: '1' })] },
      { regions: [{ code: 'XX' }] },
      { surprise: [] },
    ]) {
      expect(await faultsOf(dataSetFolder({ ...sound, ...faulty }))).not.toEqual([]);
      expect(await contents()).toEqual(before);
    }
  });

  test('changes nothing if only the database finds the fault', async () => {
    const { dataSource } = platform.database;
    await dataSource.query(
      `INSERT INTO membership (id, source_id, status, member_id, group_id, group_type, class)
       SELECT gen_random_uuid(), m.source_id, 'CURRENT', m.id, g.id, g.type, 'REGULAR'
       FROM organization m, organization g WHERE m.slug = 'company' AND g.slug = 'union'`,
    );
    const before = await contents();

    await expect(
      load({
        persons: [record.person('brand-new')],
        memberships: [record.membership('company', 'union')],
      }),
    ).rejects.toThrow(
      /violates the rule 'membership is recorded once'.* Nothing was stored\. Fix the record and run the command again\.$/s,
    );

    expect(await contents()).toEqual(before);
    await dataSource.query(
      `DELETE FROM membership WHERE member_id = (SELECT id FROM organization WHERE slug = 'company')`,
    );
  });
});

describe('a data set that is loaded again', () => {
  afterEach(() => load(FIRST));

  test('changes nothing if it is unchanged', async () => {
    const before = await contents();
    const rows = Object.values(before).reduce((sum, state) => sum + Number.parseInt(state), 0);
    const searched = Number.parseInt(before.search_entry ?? '');

    expect(await load(FIRST)).toEqual({
      inserted: 0,
      updated: 0,
      removed: 0,
      unchanged: rows - searched,
    });
    expect(await contents()).toEqual(before);
  });

  test('changes the one row whose record has changed', async () => {
    const before = await contents();
    const [union, ...others] = FIRST.organizations;

    const report = await load({
      ...FIRST,
      organizations: [{ ...union, name: 'Union of all', city: 'Niš' }, ...others],
    });

    expect(report).toMatchObject({ inserted: 0, updated: 1, removed: 0 });
    const after = await contents();
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual([
      'organization',
      'search_entry',
    ]);
    const { data } = await platform.succeed('{ association(slug: "union") { name city } }');
    expect(data.association).toEqual({ name: 'Union of all', city: 'Niš' });
  });

  test('keeps the ids of stored records', async () => {
    const IDS =
      '{ cluster(slug: "cluster") { id members { nodes { id } } claims { nodes { id } } } }';
    const before = await platform.succeed(IDS);
    await load({ organizations: [{ ...FIRST.organizations[1], name: 'Renamed' }] });

    expect((await platform.succeed(IDS)).data).toEqual(before.data);
  });

  test('deletes entries that the lists of a record no longer have, and no others', async () => {
    const lists = async () =>
      (
        await platform.succeed(/* GraphQL */ `
          {
            cluster(slug: "cluster") {
              otherNames {
                text
              }
              identifiers {
                value
              }
              sectors {
                nodes {
                  code
                }
              }
              labels {
                nodes {
                  level
                }
              }
            }
            partnership(slug: "trio") {
              parties {
                nodes {
                  slug
                }
              }
            }
            event(slug: "event") {
              organizers {
                nodes {
                  slug
                }
              }
            }
            initiative(slug: "initiative") {
              participants {
                nodes {
                  slug
                }
              }
              regions {
                nodes {
                  code
                }
              }
            }
            announcement(slug: "news") {
              quotes {
                nodes {
                  text
                }
              }
            }
          }
        `)
      ).data;
    const [trio] = FIRST.partnerships;
    const [event] = FIRST.events;
    const before = await contents();

    const report = await load({
      organizations: [
        {
          ...FIRST.organizations[1],
          otherNames: [{ text: 'CL', kind: 'ACRONYM' }],
          identifiers: [{ scheme: 'RS-PIB', value: '100000709' }],
          sectors: ['NACE_REV2:62.01'],
          labels: [],
        },
      ],
      partnerships: [{ ...trio, parties: (trio?.parties as unknown[]).slice(0, 2) }],
      events: [{ ...event, organizers: ['cluster'] }],
    });

    expect(report).toMatchObject({ inserted: 0, removed: 6, updated: 1 }); // the rank of the identifier
    expect(await lists()).toEqual({
      cluster: {
        otherNames: [{ text: 'CL' }],
        identifiers: [{ value: '100000709' }],
        sectors: { nodes: [{ code: '62.01' }] },
        labels: { nodes: [] },
      },
      partnership: { parties: { nodes: [{ slug: 'cluster' }, { slug: 'company' }] } },
      event: { organizers: { nodes: [{ slug: 'cluster' }] } },
      initiative: {
        participants: { nodes: [{ slug: 'cluster' }, { slug: 'company' }] },
        regions: { nodes: [{ code: 'RS1' }] },
      },
      announcement: { quotes: { nodes: [{ text: 'Good.' }] } },
    });
    expect(await load(FIRST)).toMatchObject({ inserted: 6, removed: 0, updated: 1 });
    expect(await contents()).toEqual(before);
  });

  test('can change the primary identifier', async () => {
    const [, cluster] = FIRST.organizations;
    const turned = [...(cluster?.identifiers as Fields[])].reverse();

    expect(await load({ organizations: [{ ...cluster, identifiers: turned }] })).toMatchObject({
      inserted: 0,
      updated: 2,
      removed: 0,
    });
    const { data } = await platform.succeed(
      '{ cluster(slug: "cluster") { identifier { scheme } } }',
    );
    expect(data.cluster.identifier).toEqual({ scheme: 'RS-PIB' });
  });

  test('can move an identifier to another organization in the data set', async () => {
    const [, cluster, company] = FIRST.organizations;
    const [identifier] = cluster?.identifiers as Fields[];
    await load({
      organizations: [
        { ...cluster, identifiers: [] },
        { ...company, identifiers: [identifier] },
      ],
    });

    const { data } = await platform.succeed(
      '{ organization(identifier: { scheme: "RS-APR", value: "06115403" }) { slug } }',
    );
    expect(data.organization).toEqual({ slug: 'company' });
    await load({ organizations: [{ ...company }, { ...cluster }] });
  });
});

describe('an organization that is a part of another', () => {
  const part = (slug: string, parent?: string) =>
    record.organization('Institution', slug, parent === undefined ? {} : { parent });

  test('has its parent, whichever comes first, and can leave it', async () => {
    await load({ organizations: [part('faculty', 'university'), part('university')] });
    const ask = async () =>
      (
        await platform.succeed(`{ faculty: organization(slug: "faculty") { parent { slug } }
          university: organization(slug: "university") { parent { slug } parts { nodes { slug } } } }`)
      ).data;
    expect(await ask()).toEqual({
      faculty: { parent: { slug: 'university' } },
      university: { parent: null, parts: { nodes: [{ slug: 'faculty' }] } },
    });
    await load({ organizations: [part('faculty')] });
    expect(await ask()).toMatchObject({ faculty: { parent: null } });
  });

  test('cannot be a part of an unknown one, of itself or of its own part', async () => {
    expect(
      await faultsOf(dataSetFolder({ organizations: [part('faculty', 'nowhere')] })),
    ).toMatchObject([
      { field: 'parent', value: 'nowhere', reason: expect.stringMatching('known') },
    ]);
    await expect(load({ organizations: [part('faculty', 'faculty')] })).rejects.toThrow(
      "violates the rule 'organization is not its own parent'",
    );
    const circle = [part('a', 'b'), part('b', 'c'), part('c', 'a')];
    await expect(load({ organizations: circle })).rejects.toThrow(
      /violates the rule 'organization is not nested in a circle': The parents of \w lead back to it\. Nothing was stored\./,
    );
  });
});

describe('a second data set', () => {
  test('can reference all records of the first one and leaves them unchanged', async () => {
    const before = await contents();
    const report = await load({
      organizations: [
        record.organization('Cluster', 'second', { region: 'RS1', sectors: ['NACE_REV2:62.01'] }),
      ],
      memberships: [record.membership('second', 'union'), record.membership('company', 'second')],
      partnerships: [record.partnership('both', ['second', 'cluster'])],
      seats: [record.seat('person', 'second', { nominatedBy: 'company' })],
      'advocacy-cases': [
        {
          slug: 'second-case',
          title: 'Case',
          target: 'ministry',
          representative: 'person',
          status: 'OPEN',
          beneficiaries: ['second', 'cluster'],
          source: 'another-source',
        },
      ],
      claims: [
        record.claim({ initiative: 'initiative', indicator: 'PARTICIPANTS', number: '2' }),
        record.claim({ organization: 'cluster', indicator: 'MEMBERS', number: '28' }),
      ],
    });

    expect(report).toEqual({ inserted: 13, updated: 0, unchanged: 0, removed: 0 });
    const { data } = await platform.succeed(/* GraphQL */ `
      {
        cluster(slug: "cluster") {
          otherNames {
            text
          }
          partners {
            nodes {
              slug
            }
          }
          claims {
            nodes {
              number
            }
          }
        }
        association(slug: "union") {
          members {
            nodes {
              slug
            }
          }
        }
      }
    `);
    expect(data.cluster.otherNames).toHaveLength(2);
    expect(data.cluster.partners.nodes).toContainEqual({ slug: 'second' });
    expect(data.cluster.claims.nodes).toEqual(
      expect.arrayContaining([{ number: '17' }, { number: '28' }]),
    );
    expect(data.association.members.nodes).toEqual(
      expect.arrayContaining([{ slug: 'cluster' }, { slug: 'second' }]),
    );
    const after = await contents();
    for (const table of [
      'source',
      'region',
      'sector',
      'person',
      'organization_name',
      'identifier',
    ]) {
      expect([table, after[table]]).toEqual([table, before[table]]);
    }
  });
});
