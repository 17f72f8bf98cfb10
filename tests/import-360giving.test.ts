import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { importFile, type ImportOptions } from '../src/import/import-file.js';
import { fileFolder, fixture, workbook } from './support/import-files.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

const XLSX = fixture('360giving/a001p00000zgyHZAAY.xlsx');
const JSON_FILE = fixture('360giving/a001p00000zgyHZAAY.json');

const files = fileFolder();
let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('EMPTY');
});
afterAll(async () => {
  files.remove();
  await platform.close();
});

const take = (path: string, options: Partial<ImportOptions> = {}) =>
  importFile(platform.database, { format: '360giving', path, ...options });

/** A sound grant; what is given stands in place of what it has. */
const grant = (id: string, changes: Readonly<Record<string, unknown>> = {}) => ({
  id: `360G-test-${id}`,
  title: `Grant ${id}`,
  description: 'For work.',
  currency: 'EUR',
  amountAwarded: 1000,
  awardDate: '2021-01-26',
  fundingOrganization: [{ id: 'GB-CHC-1000001', name: 'Funder' }],
  recipientOrganization: [{ id: 'RS-APR-06115403', name: 'Recipient' }],
  ...changes,
});
const jsonOf = (name: string, ...grants: readonly unknown[]) =>
  files.write(name, JSON.stringify({ grants }));

async function rows(sql: string, values: readonly unknown[] = []) {
  return platform.database.read(sql, values);
}

/** What is stored of the grants of a data set, in a form that two databases can be compared by. */
const STATE = `
  SELECT g.scheme, g.identifier, g.title, g.description, g.currency, g.awarded, g.awarded_on,
    g.from_open_call, f.slug AS funder, p.slug AS programme, p.title AS programme_title,
    array(SELECT o.slug || ' ' || o.name || ' ' || coalesce(o.website, '') FROM grant_share s
      JOIN organization o ON o.id = s.organization_id WHERE s.grant_id = g.id ORDER BY 1) AS recipients,
    array(SELECT l.rank || ' ' || l.name FROM grant_location l WHERE l.grant_id = g.id ORDER BY 1) AS places
  FROM "grant" g JOIN organization f ON f.id = g.funder_id LEFT JOIN grant_programme p ON p.id = g.programme_id
  WHERE g.identifier LIKE '360G-ABCT-%' ORDER BY g.identifier`;

describe('the published grants of a trust', () => {
  test('have the same 783 grants of GBP 12,785,625 as XLSX and as JSON', async () => {
    const fromSheet = await take(XLSX);
    expect(fromSheet).toMatchObject({
      isStored: true,
      records: 783,
      kind: 'XLSX',
      faults: { count: 0 },
      dataSet: { slug: '360giving-abct', publisher: 'A B Charitable Trust' },
    });
    const [sum] = await rows(
      `SELECT count(*)::int AS count, sum(awarded)::text AS sum, min(currency) AS currency FROM "grant"`,
    );
    expect(sum).toMatchObject({ count: 783, sum: '12785625', currency: 'GBP' });
    const sheetState = await rows(STATE);
    const [schemes] = await rows(
      `SELECT json_object_agg(scheme, count) AS all FROM (
         SELECT i.scheme, count(DISTINCT g.id) AS count FROM "grant" g
         JOIN grant_share s ON s.grant_id = g.id JOIN identifier i ON i.organization_id = s.organization_id
         GROUP BY 1) x`,
    );
    expect(schemes?.all).toEqual({
      'GB-CHC': 739,
      'GB-SC': 31,
      '360G-ABCT': 6,
      'GB-COH': 5,
      'GB-NIC': 2,
    });

    const other = await openTestPlatform('EMPTY');
    const fromJson = await importFile(other.database, { format: '360giving', path: JSON_FILE });
    expect(fromJson).toMatchObject({ records: 783, kind: 'JSON', faults: { count: 0 } });
    expect(await other.database.read(STATE, [])).toEqual(sheetState);
    await other.close();
  });

  test('change nothing when imported again, and the report lists fields that are not imported', async () => {
    const again = await take(XLSX);

    expect(again.rows).toMatchObject({ inserted: 0, updated: 0, removed: 0 });
    expect(again.fieldsNotTaken).toContainEqual({
      field: 'Recipient Org:Postal Code',
      records: 777,
    });
  });

  test('are recognized as XLSX and JSON by content, whatever the file name', async () => {
    const disguised = files.write('grants.csv', readFileSync(XLSX));
    expect(await take(disguised, { dryRun: true })).toMatchObject({ kind: 'XLSX', records: 783 });
  });
});

describe('a grant of 360Giving', () => {
  test('is stored with everything that belongs to it and all digits of its amounts', async () => {
    const path = files.write(
      'whole.json',
      JSON.stringify({
        title: 'Whole',
        license: 'https://creativecommons.org/licenses/by/4.0/',
        grants: [
          grant('whole', {
            amountAwarded: 0,
            amountAppliedFor: 0,
            awardDate: '2021-01-26T23:30:00-05:00',
            plannedDates: [{ startDate: '2021-02', endDate: '2022' }],
            grantProgramme: [{ code: 'P1', title: 'Programme of tests' }],
            beneficiaryLocation: [
              { name: 'Niš', countryCode: 'RS', latitude: 43.32, longitude: 21.9 },
              { countryCode: 'RS' },
            ],
            regrantType: 'FRG020',
            fromOpenCall: 'Yes',
            commitmentTransaction: [
              { id: 'c1', transactionDate: '2021-02-01', value: 0, currency: 'EUR' },
              { id: 'c2', transactionDate: '2021-03-01', value: 0, valueDate: '2021-03-02' },
            ],
            recipientOrganization: [
              { id: 'RS-APR-06115403', name: 'Recipient' },
              { id: 'RS-APR-00000001', name: 'Second' },
            ],
          }),
        ],
      })
        // As no floating point number could be.
        .replace('"amountAwarded":0', '"amountAwarded":12345678901234567890.123456789')
        .replace('"amountAppliedFor":0', '"amountAppliedFor":1.5e3')
        .replace('"value":0,"currency"', '"value":0.1,"currency"')
        .replace('"value":0,"valueDate"', '"value":0.2,"valueDate"'),
    );
    expect(await take(path)).toMatchObject({ isStored: true, faults: { count: 0 } });
    const [stored] = await rows(
      `SELECT g.*, p.title AS programme, s.licence, s.slug AS source,
         (SELECT count(*)::int FROM grant_share WHERE grant_id = g.id) AS recipients,
         (SELECT count(*)::int FROM grant_location WHERE grant_id = g.id) AS places
       FROM "grant" g JOIN source s ON s.id = g.source_id JOIN grant_programme p ON p.id = g.programme_id
       WHERE g.identifier = '360G-test-whole'`,
    );
    expect(stored).toMatchObject({
      awarded: '12345678901234567890.123456789',
      applied_for: '1500',
      committed: '0.3',
      disbursed: null,
      awarded_on: '2021-01-26',
      planned_start_on: '2021-02',
      planned_end_on: '2022',
      regrant: 'INTERMEDIARY',
      from_open_call: true,
      programme: 'Programme of tests',
      source_pointer: '/grants/0',
      licence: 'https://creativecommons.org/licenses/by/4.0/',
      source: '360giving-test',
      recipients: 2,
      places: 2,
    });
  });

  test('to an individual is stored without the name of the person, which reports do not show either', async () => {
    const person = { id: 'p-1', name: 'Jane Roe' };
    const rest = grant('person', { recipientOrganization: undefined });
    const sound = await take(jsonOf('person.json', { ...rest, recipientIndividual: person }));
    const faulty = await take(
      jsonOf('bad-person.json', { ...rest, recipientIndividual: { ...person, id: 7 } }),
    );

    const [stored] = await rows(
      `SELECT to_individuals, (SELECT count(*)::int FROM grant_share WHERE grant_id = g.id) AS shares
       FROM "grant" g WHERE identifier = '360G-test-person'`,
    );
    expect(stored).toEqual({ to_individuals: true, shares: 0 });
    // The person is not stored, so the fault does not matter.
    expect(faulty).toMatchObject({ faults: { count: 0 }, warnings: { count: 1 } });
    expect(JSON.stringify([sound, faulty])).not.toMatch(/Jane|"value":"7"/);
    const [named] = await rows(
      `SELECT count(*)::int AS count FROM search_entry WHERE folded ILIKE '%jane roe%'`,
    ).catch(() => [{ count: 0 }]);
    expect(named).toEqual({ count: 0 });
  });

  test('whose funder received its money by another grant gets that grant as its parent', async () => {
    const path = jsonOf(
      'chain.json',
      grant('first', { recipientOrganization: [{ id: 'RS-APR-11111111', name: 'Hub' }] }),
      grant('second', {
        fundingOrganization: [{ id: 'RS-APR-11111111', name: 'Hub' }],
        relatedActivity: ['360G-test-first'],
      }),
      grant('third', { relatedActivity: ['360G-test-first'] }),
    );
    const report = await take(path);
    const chain = await rows(
      `SELECT g.identifier, p.identifier AS parent FROM "grant" g LEFT JOIN "grant" p ON p.id = g.parent_id
       WHERE g.identifier IN ('360G-test-second', '360G-test-third') ORDER BY 1`,
    );
    expect(chain).toEqual([
      { identifier: '360G-test-second', parent: '360G-test-first' },
      { identifier: '360G-test-third', parent: null },
    ]);
    expect(report.fieldsNotTaken).toEqual([{ field: 'relatedActivity', records: 1 }]);
    expect((await take(path)).rows).toMatchObject({ inserted: 0, updated: 0, removed: 0 });
  });

  test('is updated by a later edition, including its lists', async () => {
    const payment = { id: 't', transactionDate: '2021-02-01', currency: 'EUR', value: 10 };
    await take(jsonOf('a.json', grant('edition', { disbursementTransaction: [payment] })));
    await take(
      jsonOf(
        'b.json',
        grant('edition', {
          title: 'Corrected',
          currency: 'RSD',
          amountDisbursed: 7,
          recipientOrganization: [{ id: 'RS-APR-22222222', name: 'Other' }],
        }),
      ),
    );
    expect(
      await rows(
        `SELECT g.title, g.currency, g.disbursed, o.name FROM "grant" g JOIN grant_share s ON s.grant_id = g.id
         JOIN organization o ON o.id = s.organization_id WHERE g.identifier = '360G-test-edition'`,
      ),
    ).toEqual([{ title: 'Corrected', currency: 'RSD', disbursed: '7', name: 'Other' }]);
  });
});

describe('an organization of a grant', () => {
  test('is matched by identifier: a known one stays unchanged and gets the name as an alias', async () => {
    await take(
      jsonOf(
        'names.json',
        grant('n1', { recipientOrganization: [{ id: 'RS-APR-33333333', name: 'First name' }] }),
        grant('n2', { recipientOrganization: [{ id: 'RS-APR-33333333', name: 'Other  name' }] }),
        grant('n3', { recipientOrganization: [{ id: 'RS-APR-44444444', name: 'First name' }] }),
      ),
    );
    const { data } = await platform.succeed(/* GraphQL */ `
      {
        one: organization(identifier: { scheme: "RS-APR", value: "33333333" }) {
          name
          slug
          otherNames {
            text
            kind
          }
        }
        other: organization(identifier: { scheme: "RS-APR", value: "44444444" }) {
          name
          slug
        }
      }
    `);
    expect(data.one).toEqual({
      name: 'First name',
      slug: 'first-name',
      otherNames: [{ text: 'Other name', kind: 'ALIAS' }],
    });
    expect(data.other).toEqual({ name: 'First name', slug: 'first-name-rs-apr-44444444' });
  });

  test('with an identifier not in the form of org-id.guide is a record of its data set only', async () => {
    const recipient = { recipientOrganization: [{ id: 'no 17', name: 'Local' }] };
    const here = jsonOf('here.json', grant('l1', recipient), grant('l2', recipient));
    const report = await take(here, { dataSet: { slug: 'here' } });
    await take(jsonOf('there.json', grant('l3', recipient)), { dataSet: { slug: 'there' } });

    expect(report.warnings.first).toContainEqual(
      expect.objectContaining({ value: 'no 17', reason: expect.stringMatching(/org-id.guide/) }),
    );
    const locals = await rows(
      `SELECT o.slug, count(*)::int AS grants FROM organization o JOIN grant_share s ON s.organization_id = o.id
       WHERE o.name = 'Local' GROUP BY o.id ORDER BY 2`,
    );
    expect(locals.map(({ grants }) => grants)).toEqual([1, 2]);
  });
});

describe('DAC classifications', () => {
  test('become sectors, which are created if the standard lists them', async () => {
    const of = (code: string) => ({
      classifications: [{ vocabulary: 'OECD DAC', code, title: 'T' }],
    });
    const path = jsonOf('dac.json', grant('dac', of('12110')), grant('no-dac', of('99999')));
    expect((await take(path)).warnings.first.map(({ value }) => value)).toEqual(['99999']);
    expect(
      await rows(
        `SELECT s.code, p.code AS parent FROM "grant" g JOIN grant_sector x ON x.grant_id = g.id
         JOIN sector s ON s.id = x.sector_id JOIN sector p ON p.id = s.parent_id
         WHERE g.identifier LIKE '360G-test-%dac'`,
      ),
    ).toEqual([{ code: '12110', parent: '121' }]);
  });
});

describe('faults in a 360Giving file', () => {
  test('are all reported with their places, and nothing is stored', async () => {
    const path = jsonOf(
      'faults.json',
      grant('sound'),
      grant('f1', { amountAwarded: '1000', currency: 'XXY' }),
      grant('f2', { awardDate: '2021-02-31' }),
      grant('f3', { awardDate: '26/01/2021' }),
      grant('f4', { recipientIndividual: { id: 'p', name: 'P' } }),
      grant('f5', { title: undefined }),
      grant('sound'),
      grant('f6', { beneficiaryLocation: [{ latitude: 91, longitude: 0 }] }),
      'no grant',
    );
    const report = await take(path);

    expect(report).toMatchObject({ isStored: false, faults: { count: 9, records: 8 } });
    expect(
      report.faults.first.map(({ file, pointer, field, value, reason }) => [
        `${file} ${String(pointer)} ${field}`,
        value,
        reason,
      ]),
    ).toEqual([
      [
        'faults.json /grants/1 currency',
        'XXY',
        expect.stringMatching(/is not a code of the list; expected/),
      ],
      ['faults.json /grants/1 amountAwarded', '1000', 'must be a number, such as 1250.50'],
      ['faults.json /grants/2 awardDate', '2021-02-31', 'is not a day in the calendar'],
      ['faults.json /grants/3 awardDate', '26/01/2021', 'must be a date, such as 2021-01-26'],
      [
        'faults.json /grants/4 recipientOrganization',
        expect.anything(),
        expect.stringMatching(/must not be combined with a recipient individual/),
      ],
      ['faults.json /grants/5 title', null, 'is missing'],
      ['faults.json /grants/6 id', '360G-test-sound', 'is a duplicate'],
      ['faults.json /grants/7 beneficiaryLocation/0/latitude', '91', 'must be from -90 to 90'],
      ['faults.json /grants/8 ', null, 'must be an object'],
    ]);
    const [stored] = await rows(
      `SELECT count(*)::int AS count FROM "grant" WHERE identifier LIKE '360G-test-sound'`,
    );
    expect(stored).toEqual({ count: 0 });

    const rest = await take(path, { skipFaulty: true, maxFaults: 2 });
    expect(rest).toMatchObject({ isStored: true, records: 1, faults: { count: 9 } });
    expect(rest.faults.first).toHaveLength(2);
  });

  test('in a sheet are reported by row and heading', async () => {
    const path = files.write(
      'faults.csv',
      [
        'Identifier,Title,Description,Currency,Amount Awarded,Award Date,Funding Org:Identifier,Funding Org:Name,Recipient Org:Identifier,Recipient Org:Name',
        '360G-test-s1,T,D,EUR,"1,000",2021-01-26,GB-CHC-1000001,F,RS-APR-1,R',
        '',
        ',T,D,EUR,1,2021-01-26,GB-CHC-1000001,F,RS-APR-1,R',
        '360G-test-s2,T,D,EUR,1,26.1.2021,GB-CHC-1000001,F,RS-APR-1,R',
      ].join('\r\n'),
    );
    const { faults } = await take(path);
    expect(faults.first.map(({ row, field, value }) => [row, field, value])).toEqual([
      [2, 'Amount Awarded', '1,000'],
      [4, 'Identifier', null],
      [5, 'Award Date', '26.1.2021'],
    ]);
  });
});

describe('the accuracy checks of the 360Giving Data Quality Tool', () => {
  const RIGHT = {
    fundingOrganization: [{ id: 'GB-CHC-1164021', name: 'Fund of checks' }],
    recipientOrganization: [{ id: 'GB-COH-00123456', name: 'Recipient of checks' }],
  };
  const funder = (id: string, name: string) => ({ fundingOrganization: [{ id, name }] });
  const recipient = (id: string) => ({ recipientOrganization: [{ id, name: 'Other' }] });
  const [BACKWARDS, FAR] = ['2020', '2201'].map((endDate) => [{ startDate: '2021', endDate }]);

  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['ZeroAmount', { amountAwarded: 0 }, 'amountAwarded'],
    ['CharityNumber', recipient('GB-CHC-12'), 'id'],
    ['CompanyNumber', recipient('GB-COH-1234567'), 'id'],
    ['OrganizationIdLooksInvalid', recipient('RS-APR-none'), 'id'],
    ['LineBreakInOrganizationId', recipient('RS-APR-1\n2'), 'id'],
    ['LooksLikeEmail', { description: 'Ask ana@example.org.' }, 'description'],
    ['PlannedStartAfterEnd', { plannedDates: BACKWARDS }, 'endDate'],
    ['ActualStartAfterEnd', { actualDates: BACKWARDS }, 'endDate'],
    ['FarFuturePlannedDates', { plannedDates: FAR }, 'endDate'],
    ['FarFutureActualDates', { actualDates: FAR }, 'endDate'],
    ['FarPastDates', { awardDate: '1921-01-26' }, 'awardDate'],
    ['PostDatedAwardDate', { awardDate: '2221-01-26' }, 'awardDate'],
    ['GeoCodePostcode', { beneficiaryLocation: [{ geoCode: 'SW1A 1AA' }] }, 'geoCode'],
    ['MultipleFunderNamesForOrgId', funder('GB-CHC-1164021', 'Fund of check'), 'name'],
    ['MultipleOrgIdsForFunderName', funder('GB-CHC-1164022', 'Fund of checks'), 'id'],
  ])('%s is a warning, but not of what is right', async (check, changes, field) => {
    const path = jsonOf(
      'doubtful.json',
      grant('right', RIGHT),
      grant(check, { ...RIGHT, ...changes }),
    );
    const { warnings, records } = await take(path, { dryRun: true });
    expect(records).toBe(2);
    expect(warnings.first.filter(({ pointer }) => pointer === '/grants/0')).toEqual([]);
    expect(warnings.first.filter(({ reason }) => reason.includes(`(${check})`))).toMatchObject([
      { pointer: expect.stringMatching(/^\/grants\/1/), field: expect.stringContaining(field) },
    ]);
  });
});

describe('360Giving tables', () => {
  const HEAD = [
    'Identifier',
    'Title',
    'Description',
    'Currency',
    'Amount Awarded',
    'Award Date',
    'Funding Org:Identifier',
    'Funding Org:Name',
    'Recipient Org:0:Identifier',
    'recipientOrganization/0/name',
  ];
  const cells = (id: string) => [
    `360G-test-${id}`,
    'Title',
    'Text',
    'EUR',
    { xml: '<c><v>1234.5599999999999</v></c>' },
    { xml: '<c s="1"><v>44222</v></c>' },
    'GB-CHC-1000001',
    'Funder',
    'RS-APR-06115403',
    'Recipient',
  ];

  test('can repeat values in sheets, numbered columns and rows, and are described in the sheet Meta', async () => {
    const path = files.write(
      'tables.xlsx',
      await workbook({
        Meta: [
          ['Version', '1.4'],
          ['Identifier', 'tables-2021'],
          ['Publisher:Name', 'Publisher'],
          ['License', 'https://example.org/licence'],
        ],
        grants: [
          ['#', 'skipRows 1', 'hashComments'],
          ['', 'a line that nobody needs'],
          [...HEAD, 'Recipient Org:1:Identifier', 'Recipient Org:1:Name', '#note'],
          [...cells('t1'), 'RS-APR-2', 'Second', 'x'],
          [...cells('t2')],
          [...cells('t2').slice(0, 8), 'RS-APR-3', 'Third'],
        ],
        'Beneficiary Location': [
          ['Identifier', 'Beneficiary Location:Name'],
          ['360G-test-t1', 'Niš'],
          ['360G-test-t1', 'Novi Sad'],
        ],
        Notes: [['These are notes']],
      }),
    );
    const report = await take(path);
    expect(report).toMatchObject({
      isStored: true,
      records: 2,
      faults: { count: 0 },
      dataSet: {
        slug: '360giving-tables-2021',
        publisher: 'Publisher',
        licence: 'https://example.org/licence',
      },
      fieldsNotTaken: [{ field: 'sheet Notes', records: 1 }],
    });
    expect(
      await rows(
        `SELECT g.identifier, g.awarded, g.awarded_on, g.source_pointer,
           array(SELECT o.name FROM grant_share s JOIN organization o ON o.id = s.organization_id
             WHERE s.grant_id = g.id ORDER BY 1) AS recipients,
           array(SELECT l.name FROM grant_location l WHERE l.grant_id = g.id ORDER BY l.rank) AS places
         FROM "grant" g WHERE g.identifier LIKE '360G-test-t_' ORDER BY 1`,
      ),
    ).toEqual([
      {
        identifier: '360G-test-t1',
        awarded: '1234.56',
        awarded_on: '2021-01-26',
        source_pointer: 'grants!4',
        recipients: ['Recipient', 'Second'],
        places: ['Niš', 'Novi Sad'],
      },
      {
        identifier: '360G-test-t2',
        awarded: '1234.56',
        awarded_on: '2021-01-26',
        source_pointer: 'grants!5',
        recipients: ['Recipient', 'Third'],
        places: [],
      },
    ]);
  });

  test('with contradictory rows are refused', async () => {
    const other = cells('c1').map((cell, index) => (index === 1 ? 'Another title' : cell));
    const path = files.write('c.xlsx', await workbook({ grants: [HEAD, cells('c1'), other] }));
    expect((await take(path)).faults.first).toMatchObject([
      { sheet: 'grants', row: 3, field: 'Title', value: 'Another title' },
    ]);
  });

  test('with a formula give a warning only if its column is imported', async () => {
    const formula = { xml: '<c><f>1+1</f><v>2</v></c>' };
    const at = (index: number) => cells('form').map((cell, i) => (i === index ? formula : cell));
    const taken = await workbook({ grants: [HEAD, at(4)] });
    const { warnings } = await take(files.write('f.xlsx', taken));
    expect(warnings.first).toMatchObject([
      { row: 2, field: 'Amount Awarded', reason: expect.stringMatching(/is a formula/) },
    ]);
    const own = await workbook({
      grants: [
        [...HEAD, 'Own'],
        [...cells('form'), formula],
      ],
    });
    expect(await take(files.write('g.xlsx', own))).toMatchObject({ warnings: { count: 0 } });
  });

  test('can be CSV with a byte order mark, in windows-1252, and with decimal commas', async () => {
    const text = (separator: string, id: string, amount: string) =>
      [
        HEAD,
        [
          `360G-test-${id}`,
          'Für Sarah',
          'D',
          'EUR',
          amount,
          '2021-01-26',
          'GB-CHC-1000001',
          'F',
          'RS-APR-1',
          'R',
        ],
      ]
        .map((row) => row.join(separator))
        .join('\n');
    const boms = files.write('bom.csv', `\ufeff${text(',', 'bom', '1.5')}`);
    const windows = files.write('w.csv', Buffer.from(text(';', 'win', '960619,95'), 'latin1'));
    expect(await take(boms)).toMatchObject({ faults: { count: 0 }, warnings: { count: 0 } });
    expect(await take(windows)).toMatchObject({
      faults: { count: 0 },
      warnings: { first: [{ reason: expect.stringMatching(/windows-1252.*--encoding/) }] },
    });
    expect(
      await rows(
        `SELECT title, awarded FROM "grant" WHERE identifier IN ('360G-test-bom', '360G-test-win') ORDER BY identifier`,
      ),
    ).toEqual([
      { title: 'Für Sarah', awarded: '1.5' },
      { title: 'Für Sarah', awarded: '960619.95' },
    ]);
  });
});
