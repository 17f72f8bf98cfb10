import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadDataSet } from '../src/data-set/load-data-set.js';
import { importFile } from '../src/import/import-file.js';
import {
  dataSetFolder,
  faultsOf,
  record,
  removeDataSetFolders,
  type DataSetFiles,
} from './support/data-set-folder.js';
import { activity, file } from './support/iati-files.js';
import { fileFolder, workbook } from './support/import-files.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

/** Texts of files, each with the maximum of its kind, whatever the format. */
const files = fileFolder();
let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('EMPTY');
});
afterAll(async () => {
  files.remove();
  removeDataSetFolders();
  await platform.close();
});

const NAME = { length: 1000, fault: 'has 3000 characters; the maximum is 1000' };
const IDENTIFIER = { length: 500, fault: 'has 3000 characters; the maximum is 500' };
const LONG = 'x'.repeat(3000);

const run = (format: string, path: string) => importFile(platform.database, { format, path });

const grants = (name: string, identifier: string) => ({
  grants: [
    {
      id: identifier,
      title: 'Grant',
      description: 'For work.',
      currency: 'EUR',
      amountAwarded: 1000,
      awardDate: '2021-01-26',
      fundingOrganization: [{ id: 'GB-CHC-1', name: 'Funder' }],
      recipientOrganization: [{ id: 'RS-APR-06115403', name }],
    },
  ],
});
const json = (content: unknown) =>
  Promise.resolve(files.write('grants.json', JSON.stringify(content)));
const xlsx = async (...rows: readonly (readonly string[])[]) =>
  files.write('table.xlsx', await workbook({ Data: rows }));

const GRANT_HEADINGS = [
  'Identifier',
  'Title',
  'Description',
  'Currency',
  'Amount Awarded',
  'Award Date',
  'Funding Org:Identifier',
  'Funding Org:Name',
  'Recipient Org:Identifier',
  'Recipient Org:Name',
];
const grantRow = (name: string, identifier: string) =>
  [
    identifier,
    'Grant',
    'Work.',
    'EUR',
    '1',
    '2021-01-26',
    'GB-CHC-1',
    'Funder',
    'RS-APR-1',
    name,
  ] as const;

const SHEET_HEADINGS = [
  'IATI Identifier',
  'Title',
  'Reporting Organisation',
  'Reporting Organisation Type',
  'Provider Organisation',
  'Provider Organisation Type',
  'Receiver Organisation',
  'Receiver Organisation Type',
  'Transaction Type',
  'Recipient Country',
  'Sector Category',
  'Sector',
  'Calendar Year',
  'Calendar Quarter',
  'Value (USD)',
];
const sheetRow = (name: string, identifier: string) => [
  identifier,
  'Title',
  'The Giver [XI-IATI-GIVER]',
  '10 - Government',
  'The Giver [XI-IATI-GIVER]',
  '10 - Government',
  name,
  '',
  '3 - Disbursement',
  'RS - Serbia',
  '320 - Industry',
  '32130 - SME',
  '2011',
  'Q2',
  '1',
];

interface Format {
  readonly format: string;
  readonly path: (name: string, identifier: string) => Promise<string>;
  /** Where a report says that the name and the identifier are. */
  readonly name: object;
  readonly identifier: object;
}

const FORMATS: readonly (readonly [string, Format])[] = [
  [
    '360Giving as JSON',
    {
      format: '360giving',
      path: (name, identifier) => json(grants(name, identifier)),
      name: { pointer: '/grants/0', field: 'recipientOrganization/0/name' },
      identifier: { pointer: '/grants/0', field: 'id' },
    },
  ],
  [
    '360Giving as a table',
    {
      format: '360giving',
      path: (name, identifier) => xlsx(GRANT_HEADINGS, grantRow(name, identifier)),
      name: { sheet: 'Data', row: 2, field: 'Recipient Org:Name' },
      identifier: { sheet: 'Data', row: 2, field: 'Identifier' },
    },
  ],
  [
    'IATI',
    {
      format: 'iati',
      path: (name, identifier) =>
        Promise.resolve(
          files.write(
            'activities.xml',
            file([
              activity(
                identifier,
                `<participating-org role="4"><narrative>${name}</narrative></participating-org>`,
              ),
            ]),
          ),
        ),
      name: {
        pointer: '/iati-activities/iati-activity[1]/participating-org[2]/narrative[1]',
        field: '',
      },
      identifier: {
        pointer: '/iati-activities/iati-activity[1]/iati-identifier[1]',
        field: '',
      },
    },
  ],
  [
    'a country sheet of IATI',
    {
      format: 'iati-country-sheet',
      path: (name, identifier) => xlsx(SHEET_HEADINGS, sheetRow(name, identifier)),
      name: { sheet: 'Data', row: 2, field: 'Receiver Organisation' },
      identifier: { sheet: 'Data', row: 2, field: 'IATI Identifier' },
    },
  ],
  [
    'a table of organizations',
    {
      format: 'table',
      path: (name, identifier) =>
        xlsx(['Name', 'Kind', 'Identifiers'], [name, 'Company', identifier]),
      name: { sheet: 'Data', row: 2, field: 'Name' },
      identifier: { sheet: 'Data', row: 2, field: 'Identifiers' },
    },
  ],
  [
    'a table of grants',
    {
      format: 'table',
      path: (name, identifier) =>
        xlsx(['Identifier', 'Title', 'Funder', 'Currency'], [identifier, 'Grant', name, 'EUR']),
      name: { sheet: 'Data', row: 2, field: 'Funder' },
      identifier: { sheet: 'Data', row: 2, field: 'Identifier' },
    },
  ],
];

/** Letters of three bytes that no compression makes shorter, as an index needs them. */
const dense = (length: number) =>
  Array.from({ length }, (_, place) =>
    String.fromCharCode(0x4e00 + ((place * 7919) % 20_000)),
  ).join('');

describe.each(FORMATS)('%s', (_, { format, path, name, identifier }) => {
  const sound = 'RS-APR-1';

  test('has located faults for a name and an identifier that are too long', async () => {
    const long = await run(format, await path(LONG, sound));
    expect(long.isStored).toBe(false);
    expect(long.faults.first).toMatchObject([{ ...name, reason: NAME.fault }]);
    const identified = await run(format, await path('Name', LONG));
    expect(identified.isStored).toBe(false);
    expect(identified.faults.first).toMatchObject([{ ...identifier, reason: IDENTIFIER.fault }]);
  });

  test('has a located fault for a name that is too long only for an index', async () => {
    const { faults } = await run(format, await path(dense(900), sound));
    expect(faults.first).toMatchObject([
      { ...name, reason: 'has 2700 bytes in UTF-8; the maximum is 2500' },
    ]);
  });

  test('stores the longest name and identifier', async () => {
    const longest = 'RS-APR-'.padEnd(IDENTIFIER.length, '1');
    expect(await run(format, await path('N'.repeat(NAME.length), longest))).toMatchObject({
      isStored: true,
      faults: { count: 0 },
    });
    expect(await run(format, await path(dense(833), `${longest.slice(0, -1)}2`))).toMatchObject({
      isStored: true,
      faults: { count: 0 },
    });
  });
});

describe('a data set', () => {
  const organization = (fields: Readonly<Record<string, unknown>>): DataSetFiles => ({
    sources: [record.source('a-source')],
    organizations: [record.organization('Company', 'new', fields)],
  });

  test.each([
    ['a name', { name: LONG }, 'name', NAME.fault],
    [
      'another name',
      { otherNames: [{ text: LONG, kind: 'ALIAS' }] },
      'otherNames.0.text',
      NAME.fault,
    ],
    [
      'an identifier',
      { identifiers: [{ scheme: 'RS-APR', value: LONG }] },
      'identifiers.0.value',
      IDENTIFIER.fault,
    ],
    ['a slug', { slug: LONG }, 'slug', IDENTIFIER.fault],
    ['a list', { sectors: ['NACE_REV2:62', LONG] }, 'sectors', NAME.fault],
  ])('has a located fault for %s that is too long', async (_what, fields, field, reason) => {
    const faults = await faultsOf(platform.database, dataSetFolder(organization(fields)));
    expect(faults).toMatchObject([{ file: 'organizations.yaml', field, reason }]);
  });

  test('stores the longest name', async () => {
    const load = loadDataSet(platform.database, dataSetFolder(organization({ name: dense(833) })));
    await expect(load).resolves.toBeDefined();
  });
});

describe('exchange rates', () => {
  test('have a located fault for a rate with too many digits', async () => {
    const path = files.write('rates.csv', `DATE,RSD\n2015-12,${'9'.repeat(200_000)}\n`);
    const { isStored, faults } = await run('exchange-rates', path);
    expect(isStored).toBe(false);
    expect(faults.first).toMatchObject([{ row: 2, field: 'RSD' }]);
  });
});
