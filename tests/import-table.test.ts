import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { GrantStatus } from '../entities/funding/grant.entity.js';
import { importFile, type ImportOptions } from '../src/import/import-file.js';
import { columnsOf, TABLE_NAMES } from '../src/import/table/tables.js';
import { loadDataSet } from '../src/data-set/load-data-set.js';
import { dataSetFolder, removeDataSetFolders } from './support/data-set-folder.js';
import { FIRST } from './support/first-data-set.js';
import { fileFolder, unzipped, workbook, writtenCells } from './support/import-files.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';
import { openWorkplace } from './support/workplace.js';

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

const take = (path: string, options: Partial<ImportOptions> = {}) =>
  importFile(platform.database, { format: 'table', path, ...options });
const csv = (name: string, ...rows: readonly string[]) => files.write(name, rows.join('\r\n'));

const BOOK = {
  Help: [['what there is']],
  // Ties first: the order of the sheets does not matter.
  Memberships: [
    ['Member', 'Group', 'Class', 'Since', 'Until'],
    ['RS-APR-20000001', 'new-cluster', 'founding', '1.11.2017', 'Ongoing'],
    ['Kovačnica', 'new-cluster', 'Regular', '31.12.2015.', '2019'],
    ['cluster', 'union', 'REGULAR', '2015', ''],
  ],
  Partnerships: [
    ['Title', 'Kind', 'Parties', 'Coordinator', 'Status'],
    ['Joint training', 'training', 'RS-APR-20000001; cluster', 'cluster', 'current'],
  ],
  Initiatives: [
    ['Title', 'Slug', 'Kind', 'Challenges', 'Sectors', 'Lead', 'Beneficiaries', 'Started On'],
    [
      'New work',
      'new-work',
      'Project',
      'Finance; skills',
      'NACE_REV2:62',
      'new-cluster',
      'Kovačnica',
      '05.2018',
    ],
  ],
  Grants: [
    [
      'Identifier',
      'Title',
      'Funder',
      'Recipients',
      'Currency',
      'Awarded',
      'Awarded On',
      'Initiative',
      'Countries',
    ],
    [
      'g-1',
      'A grant',
      'Fund of tests',
      'new-cluster; Kovačnica',
      'RSD',
      960619.95,
      { xml: '<c s="1"><v>43040</v></c>' },
      'new-work',
      'RS',
    ],
  ],
  Organizations: [
    ['Name', 'Kind', 'Slug', 'Identifiers', 'City', 'Sectors', 'Own column'],
    ['New cluster', 'Cluster', 'new-cluster', '', 'Niš', 'NACE_REV2:62', 'x'],
    ['Firm', 'Company', '', 'RS-APR-20000001;RS-PIB-1', 'Subotica', '', ''],
    ['Kovačnica', 'Company', '', '', '', '', ''],
    ['Cluster of another name', 'Cluster', '', 'RS-APR-06115403', 'Elsewhere', '', ''],
  ],
};

describe('a workbook of tables', () => {
  test('stores organizations with all their ties', async () => {
    const path = files.write('book.xlsx', await workbook(BOOK));
    // A membership in it is that of another data set.
    const report = await take(path, { replace: true });
    expect(report).toMatchObject({
      isStored: true,
      records: 10,
      faults: { count: 0, first: [] },
      fieldsNotTaken: [{ field: 'Own column', records: 1 }],
    });
    const { data } = await platform.succeed(/* GraphQL */ `
      {
        cluster(slug: "new-cluster") {
          city
          sectors {
            nodes {
              code
            }
          }
          members(orderBy: { field: SINCE }) {
            edges {
              class
              since
              until
              status
              node {
                name
                slug
              }
            }
          }
        }
        company: organization(identifier: { scheme: "RS-PIB", value: "1" }) {
          name
          partnerships {
            nodes {
              title
              status
              parties {
                nodes {
                  slug
                }
              }
            }
          }
        }
        initiative(slug: "new-work") {
          title
          startedOn
          challenges
        }
        grants(filter: { dataSet: { in: ["table-book"] } }) {
          nodes {
            identifier
            awarded {
              amount
            }
            currency
            awardedOn
            sourcePointer
            funder {
              name
              type
            }
          }
        }
        known: cluster(slug: "cluster") {
          name
          city
          otherNames {
            text
          }
        }
      }
    `);
    expect(data.cluster).toMatchObject({ city: 'Niš', sectors: { nodes: [{ code: '62' }] } });
    expect(data.cluster.members.edges).toEqual([
      expect.objectContaining({
        class: 'REGULAR',
        since: '2015-12-31',
        until: '2019',
        status: 'ENDED',
      }),
      expect.objectContaining({
        class: 'FOUNDING',
        since: '2017-11-01',
        until: null,
        status: 'CURRENT',
      }),
    ]);
    expect(data.company).toMatchObject({
      name: 'Firm',
      partnerships: { nodes: [{ title: 'Joint training', status: 'CURRENT' }] },
    });
    expect(data.initiative).toMatchObject({
      startedOn: '2018-05',
      challenges: ['FINANCE', 'SKILLS'],
    });
    expect(data.grants.nodes).toEqual([
      {
        identifier: 'g-1',
        awarded: { amount: '960619.95' },
        currency: 'RSD',
        awardedOn: '2017-11-01',
        sourcePointer: 'Grants!2',
        funder: { name: 'Fund of tests', type: 'DONOR' },
      },
    ]);
    // Of another data set, known by its identifier: its own data stay.
    expect(data.known.name).not.toBe('Cluster of another name');
    expect(data.known.city).not.toBe('Elsewhere');
    expect(data.known.otherNames).toContainEqual({ text: 'Cluster of another name' });

    expect((await take(path)).rows).toMatchObject({ inserted: 0, updated: 0, removed: 0 });
  });

  test('counts each new row once, and as unchanged on the next import', async () => {
    const path = csv(
      'counted.csv',
      'Name,Kind,Identifiers,Description',
      'Counted,Company,,Something',
      'Counted too,Company,RS-APR-40000001,',
    );
    const counts = { updated: 0, removed: 0 };
    // Two organisations and an identifier.
    expect((await take(path)).rows).toEqual({ ...counts, inserted: 3, unchanged: 0 });
    expect((await take(path)).rows).toEqual({ ...counts, inserted: 0, unchanged: 2 });
    const { data } = await platform.succeed('{ organization(slug: "counted") { description } }');
    expect(data.organization.description).toBe('Something');
  });

  test('of a later edition updates the stored records', async () => {
    const [head, ...organizations] = BOOK.Organizations;
    const path = files.write(
      'book.xlsx',
      await workbook({
        Organizations: [
          head ?? [],
          ...organizations.map((row) => row.map((cell) => (cell === 'Subotica' ? 'Sombor' : cell))),
        ],
        Initiatives: [
          ...BOOK.Initiatives.map((row) =>
            row.map((cell) => (cell === 'Kovačnica' ? 'RS-PIB-1' : cell)),
          ),
        ],
      }),
    );
    const report = await take(path);
    expect(report).toMatchObject({ isStored: true, rows: { inserted: 1, removed: 1 } });
    const { data } = await platform.succeed(
      '{ organization(identifier: { scheme: "RS-APR", value: "20000001" }) { city slug } }',
    );
    expect(data.organization).toEqual({ city: 'Sombor', slug: 'firm' });
  });
});

describe('faults in a table', () => {
  test('are reported with row and heading, and nothing is stored', async () => {
    const report = await take(
      csv(
        'organizations.csv',
        'Name,Kind,Slug,Identifiers,Category,Latitude,Region,Website',
        'Sound,Company,,,,,,',
        ',Firm,,,,,,',
        'A,Company,No Slug,,,,,',
        'B,Company,,12345,,,,',
        'C,Company,,,NGO,,,',
        'D,Partner,,,NGO,95,,',
        'E,Partner,,,,,RS99,www.example.org',
        'F,Partner,,,,45.5,,',
        'G,Company,cluster,,,,,',
      ),
    );
    expect(report.isStored).toBe(false);
    expect(report.faults.first.map(({ row, field, value }) => [row, field, value])).toEqual([
      [3, 'Name', null],
      [3, 'Kind', 'Firm'],
      [4, 'Slug', 'No Slug'],
      [7, 'Latitude', '95'],
      [8, 'Website', 'www.example.org'],
      [5, 'Identifiers', '12345'],
      [6, 'Category', 'NGO'],
      [8, 'Region', 'RS99'],
      [9, 'Longitude', null],
      [10, 'Kind', 'Company'],
    ]);
    const { data } = await platform.succeed('{ organization(slug: "sound") { id } }');
    expect(data.organization).toBeNull();
  });

  test('include unknown organizations, groups that cannot have members, and invalid periods of ties', async () => {
    const report = await take(
      csv(
        'memberships.csv',
        'Member,Group,Class,Since,Until,Status',
        'company,union,regular,,,',
        'nobody-here,union,regular,,,',
        'Company,union,regular,,,',
        'union,company,regular,,,',
        'union,union,regular,,,',
        'company,union,member,,,',
        'company,union,regular,2016,2015,',
        'company,union,regular,,2015,current',
        'company,union,regular,1/2/2015,,',
        'company,union,regular,01.12.2016; 13.12.2017.,,',
        'company,union,regular,30.2.2015,,',
      ),
    );
    expect(report.faults.first.map(({ row, field }) => `${String(row)} ${field}`).sort()).toEqual(
      [
        '10 Since',
        '11 Since',
        '12 Since',
        '3 Member',
        '4 Member',
        '5 Group',
        '6 Member',
        '7 Class',
        '8 Until',
        '9 Status',
      ].sort(),
    );
  });

  test('include invalid values of grants, and a mistyped slug creates no organization', async () => {
    const report = await take(
      csv(
        'grants.csv',
        'Identifier;Title;Funder;Recipients;Currency;Awarded;Programme;Planned Start;Planned End',
        'g-2;T;ministry;company;EUR;1.234;;;',
        'g-3;T;ministri-of;company;EUR;1234,5;;;',
        'g-4;T;ministry;company;euro;1;;;',
        'g-5;T;ministry;company;EUR;1;no-programme;;',
        'g-6;T;ministry;company;EUR;1;;2016;2015',
      ),
    );
    expect(report.faults.first.map(({ row, field }) => `${String(row)} ${field}`).sort()).toEqual([
      '2 Awarded',
      '3 Funder',
      '4 Currency',
      '5 Programme',
      '6 Planned End',
    ]);
  });

  test('include a duplicate row, reported with the place of the first one', async () => {
    const report = await take(
      files.write(
        'twice.xlsx',
        await workbook({
          Organizations: [
            ['Name', 'Kind', 'Slug', 'Identifiers'],
            ['One', 'Company', 'the-one', ''],
            ['Two', 'Company', 'the-one', ''],
            ['Three', 'Company', '', 'RS-APR-30000001; RS-APR-30000002'],
            ['Four', 'Company', '', 'RS-APR-30000001'],
            ['Five', 'Company', '', ''],
            ['Five', 'Company', '', ''],
          ],
          Initiatives: [
            ['Title', 'Kind', 'Slug'],
            ['A', 'Project', 'twice'],
            ['B', 'Project', 'twice'],
          ],
          Programmes: [
            ['Title', 'Funder', 'Slug'],
            ['A', 'A fund', 'twice'],
            ['B', 'A fund', 'twice'],
          ],
          Grants: [
            ['Identifier', 'Title', 'Funder', 'Currency', 'Scheme'],
            ['DUP', 'A', 'A fund', 'EUR', ''],
            ['DUP', 'B', 'A fund', 'USD', ''],
            ['DUP', 'C', 'A fund', 'EUR', 'IATI'],
            ['DUP', 'D', 'A fund', 'EUR', ''],
          ],
        }),
      ),
    );
    expect(report.isStored).toBe(false);
    expect(
      report.faults.first.map(({ sheet, row, field, value, reason }) => [
        `${String(sheet)}!${String(row)}`,
        field,
        value,
        reason,
      ]),
    ).toEqual([
      ['Organizations!3', 'Slug', 'the-one', 'is a duplicate of Organizations!2'],
      ['Organizations!5', 'Identifiers', 'RS-APR-30000001', 'is a duplicate of Organizations!4'],
      ['Organizations!7', 'Name', 'Five', 'is a duplicate of Organizations!6'],
      ['Initiatives!3', 'Slug', 'twice', 'is a duplicate of Initiatives!2'],
      ['Programmes!3', 'Slug', 'twice', 'is a duplicate of Programmes!2'],
      ['Grants!5', 'Identifier', 'DUP', 'is a duplicate of Grants!2'],
    ]);
  });

  test('do not include titles and names as long as other formats allow', async () => {
    const path = csv(
      'titles.csv',
      'Identifier,Title,Funder,Currency',
      `long,${'A long title '.repeat(60).trim()},${'Ministry '.repeat(80).trim()},EUR`,
    );
    expect(await take(path, { dryRun: true })).toMatchObject({ faults: { count: 0 } });
  });

  test('in the headings are reported with the required headings', async () => {
    await expect(take(csv('x.csv', 'Naam,Soort', 'a,b'))).rejects.toThrow(
      /required headings of any table.*Organizations \(Name, Kind\).*scan-graph template table/,
    );
    const path = files.write('y.xlsx', await workbook({ Memberships: [['Member', 'Klasse']] }));
    await expect(take(path)).rejects.toThrow(
      /no heading 'Group', 'Class' in the sheet 'Memberships'/,
    );
  });
});

describe('scan-graph template table', () => {
  test('writes an empty workbook with every heading, whose import stores nothing', async () => {
    const workplace = openWorkplace();
    expect(await workplace.run(['template', 'table', 'empty.xlsx'])).toMatchObject({ code: 0 });
    expect(await take(`${workplace.folder}/empty.xlsx`)).toMatchObject({
      records: 0,
      faults: { count: 0 },
      fieldsNotTaken: [],
    });
    const template = readFileSync(`${workplace.folder}/empty.xlsx`);
    const { Grants: headings = [], Lists: lists = [] } = await writtenCells(template);
    expect(headings.find(({ value }) => value === 'Identifier')?.note).toMatch(/^Required: a text/);
    expect(headings.every(({ note }) => note !== null)).toBe(true);
    const { 'xl/worksheets/sheet6.xml': grants = '', 'xl/styles.xml': styles } =
      await unzipped(template);
    // Without it, openpyxl warns that the workbook has no default style.
    expect(styles).toMatch(/<cellStyle name="Normal" xfId="0" builtinId="0"\/>/);
    expect(grants).toMatch(
      /<pane ySplit="1"[^>]* state="frozen"\/>.*<col min="1" max="1" width="\d+"/,
    );
    const column = headings.find(({ value }) => value === 'Status')?.at.slice(0, -1) ?? '';
    const [, list = '', last = ''] =
      new RegExp(
        `<dataValidation type="list" [^>]*showErrorMessage="1"[^>]* sqref="${column}2:${column}1048576"><formula1>Lists!\\$(\\w)\\$2:\\$\\1?\\w\\$(\\d+)<`,
      ).exec(grants) ?? [];
    expect(lists.filter(({ at }) => at.startsWith(list)).map(({ value }) => value)).toEqual([
      'Status',
      ...Object.keys(GrantStatus),
    ]);
    expect(last).toBe(String(Object.keys(GrantStatus).length + 1));
    const again = await workplace.run(['template', 'table', 'empty.xlsx']);
    expect(again).toMatchObject({ code: 1, stderr: expect.stringMatching(/cannot be written/) });
    await workplace.close();
  });

  test('writes an empty CSV file for one table', async () => {
    const workplace = openWorkplace();
    const words = ['template', 'table', 'm.csv', '--as', 'csv'];
    const refused = await workplace.run(words);
    expect(refused.stderr).toMatch(/Set --table to one of organizations, memberships/);
    await workplace.run([...words, '--table', 'memberships']);
    expect(readFileSync(`${workplace.folder}/m.csv`, 'utf8')).toBe(
      'Member,Group,Class,Since,Until,Attested On,Status\r\n',
    );
    await workplace.close();
  });

  test('has exactly the headings that docs/import.md documents', () => {
    const documented = readFileSync('docs/import.md', 'utf8');
    for (const table of TABLE_NAMES) {
      const section = documented.split(`#### ${table}\n`)[1]?.split('\n#')[0] ?? '';
      const headings = [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, heading]) => heading);
      expect({ table, headings }).toEqual({
        table,
        headings: columnsOf(table).map(([, { heading }]) => heading),
      });
    }
  });
});
